"""A server that is gone, silent, busy, killed or not to be trusted: nothing is lost, and it is said."""

import os
import random
import signal
import subprocess
import threading
from collections.abc import Iterator
from pathlib import Path

import click
import pytest
from store_coaches import Practice
from store_people import answered, ended_after, whole

from aijri_engine import Interview, Library
from aijri_engine.store import (
    Autosave,
    Store,
    StoreError,
    address_of,
    restore,
    system_clock,
)
from aijri_engine.store.address import password
from aijri_engine.store.server import SETTINGS
from aijri_tui.cli import exits
from aijri_tui.cli.group import aijri
from aijri_tui.cli.main import run


def test_a_server_that_is_not_there_is_said_and_answers_go_to_this_machine(
    shared: Practice, library: Library, interview: Interview, monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str], passphrase: str | None
) -> None:  # fmt: skip
    monkeypatch.chdir(shared.folder)
    shared.enter("ada", monkeypatch)
    keeping, notice = Autosave.open(passphrase=passphrase)
    assert notice is None
    one = answered(interview, "level", "senior")
    assert keeping.save(one) is None
    known = keeping.session_id
    assert known
    shared.cluster.stop()
    two = answered(one, "years", 9)
    try:
        said = keeping.save(two)
        assert run(["clients"]) == exits.FAILURE
        assert "cannot be reached" in capsys.readouterr().err
        blind, from_the_start = Autosave.open(passphrase=passphrase)
    finally:
        shared.cluster.start()
    assert said is not None
    assert "cannot be reached" in said
    assert from_the_start is not None
    assert "Until then your answers go to" in from_the_start
    assert ("Whoever can read that file" in from_the_start) is (passphrase is None)
    blind.close()
    path = keeping.path
    assert path is not None
    assert path.parent == shared.folder / "ada"
    keeping.close()
    assert b"senior" not in path.read_bytes()
    with Store.open(passphrase=passphrase) as store:
        assert path in store.emergency_files()
        assert store.take_emergency(path, library) == known
        assert store.resume(known, library).values() == {"level": "senior", "years": 9}
    assert not path.exists()


OFFLINE = {
    "assess",
    "check",
    "cohort",
    "role diff",
    "role import-onet",
    "role new",
    "role print",
    "roles",
    "score",
    "whatif",
}
"""Commands that open no store."""

STORED = (
    "chat --plain --from abcd", "clients", "clients add Ben", "clients agenda Ben",
    "clients calendar talks.ics", "clients change Ben 1 --act write",
    "clients consent Ben --goal g --coach Ada --until 2099-12-31 --answer yes", "clients correct Ben 1 calm",
    "clients delete Ben", "clients drop Ben 1", "clients export clients.csv",
    "clients group deep-learning-engineer", "clients hand-over Ben ben.age --to Cy",
    "clients import answers.yaml --client Ben", "clients interview Ben deep-learning-engineer",
    "clients next Ben 2099-01-01", "clients note Ben calm", "clients plan Ben write --owner Ben --due 2099-01-01",
    "clients prepare Ben", "clients preview abcd", "clients rename Ben Benno", "clients settle Ben 1 done",
    "clients share Ben --with bo", "clients show Ben", "clients today", "clients unshare Ben --with bo",
    "clients withdraw Ben", "compare abcd abce", "erase client Ben --yes", "erase everything --yes", "erase overdue",
    "erase receipts", "erase session abcd --yes", "export abcd --to out.yaml",
    "form deep-learning-engineer --for Ben --to page.html", "plan", "plan add write --by 2099-01-01",
    "plan calendar plan.ics", "plan mark 1 done", "plan next 2099-01-01", "practice", "practice --name Lotus",
    "report abcd --to report.md", "sessions", "sessions changes", "sessions delete abcd", "sessions history",
    "sessions resume abcd --plain", "sessions transcript abcd",
)  # fmt: skip

LEFT_TO_WHO_RUNS_IT = ("backup", "backup list", "backup passphrase --remove", "backup restore copy.db --yes")


def _leaves(group: click.Group, before: str = "") -> Iterator[str]:
    context = click.Context(group)
    for name in group.list_commands(context):
        found = group.get_command(context, name)
        if isinstance(found, click.Group):
            yield from _leaves(found, f"{before}{name} ")
        if not isinstance(found, click.Group) or found.invoke_without_command:
            yield f"{before}{name}"


def test_every_command_says_that_the_server_is_gone_and_leaves_nothing_behind(
    shared: Practice, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    walked = (*STORED, *LEFT_TO_WHO_RUNS_IT)
    for leaf in set(_leaves(aijri)) - OFFLINE:
        assert any(f"{one} ".startswith(f"{leaf} ") for one in walked), leaf
    shared.enter("ada", monkeypatch)
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr("getpass.getpass", lambda *_: "four words nobody guesses")
    monkeypatch.setenv(
        "AIJRI_STORE", shared.cluster.url("ada", shared.name).replace(str(shared.cluster.port), "1")
    )
    (tmp_path / "answers.yaml").write_text("role: deep-learning-engineer\nanswers: {level: senior}\n")
    for command in STORED:
        code, said = run(command.split()), capsys.readouterr()
        assert code == exits.FAILURE, (command, said)
        assert "cannot be reached" in said.err, (command, said)
    for command in LEFT_TO_WHO_RUNS_IT:
        assert run(command.split()) in (exits.FAILURE, exits.UNUSABLE), command
    assert sorted(path.name for path in tmp_path.rglob("*") if path.is_file()) == ["answers.yaml"]


def test_a_server_that_was_restarted_meanwhile_is_used_again(
    shared: Practice, library: Library, interview: Interview
) -> None:
    ada = shared.store("ada")
    session = ada.start(interview)
    shared.cluster.stop("fast")
    shared.cluster.start()
    session.save(answered(interview, "level", "senior"))
    assert ada.resume(session.id, library).values() == {"level": "senior"}


def test_a_server_that_falls_silent_is_given_up(
    shared: Practice, interview: Interview, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("aijri_engine.store.server.PATIENCE_SECONDS", 0.5)
    monkeypatch.setattr("aijri_engine.store.server.CONNECT_SECONDS", 2)
    ada = shared.store("ada")
    session = ada.start(interview)
    backend = int(str(shared.cluster.sql("SELECT pid FROM pg_stat_activity WHERE usename = 'ada'")[0][0]))
    first, second = answered(interview, "level", "senior"), answered(interview, "level", "senior").undo()
    stopped = [backend]
    try:
        os.kill(backend, signal.SIGSTOP)
        session.save(first)  # over a new connection
        assert shared.store("ada").session(session.id).events == first.events
        stopped.append(shared.cluster.process())
        os.kill(stopped[-1], signal.SIGSTOP)
        ada.close()
        with pytest.raises(StoreError, match="cannot be reached"):
            session.save(second)
    finally:
        for one in stopped:
            os.kill(one, signal.SIGCONT)
    session.save(second)


def test_another_coach_who_holds_on_is_not_waited_for_without_end(
    shared: Practice, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(SETTINGS, "lock_timeout", "100ms")
    ada, bo = shared.store("ada"), shared.store("bo")
    with ada.writing(), pytest.raises(StoreError, match="another coach's program"):
        bo.roster.add("Ben")
    bo.roster.add("Ben")


@pytest.mark.parametrize("whom", ["client", "server"])
def test_kills_at_random_moments_lose_nothing_acknowledged(
    shared: Practice, library: Library, interview: Interview, whom: str
) -> None:
    source = random.Random(7)
    steps = whole(interview, seed=3, acts=60)
    shared.store("ada").close()
    for _ in range(6 if whom == "client" else 2):
        reading, writing = os.pipe()
        delay = source.random() * 0.2
        child = os.fork()
        if child == 0:
            try:
                if whom == "client":
                    ended_after(0.05 + delay)
                address = shared.cluster.address("ada", shared.name)
                session = Store.open(shared.folder / "ada", address=address).start(interview)
                os.write(writing, f"{session.id} 1\n".encode())
                for step in steps:
                    session.save(step)
                    os.write(writing, f"{session.id} {len(step.events)}\n".encode())
            finally:
                os._exit(0)
        os.close(writing)
        with os.fdopen(reading) as acknowledged:
            if whom == "server":
                acknowledged.readline()
                for _ in range(source.randrange(20)):
                    acknowledged.readline()
                os.kill(shared.cluster.process(), signal.SIGKILL)
            last = acknowledged.read().split()[-2:]
        os.waitpid(child, 0)
        if whom == "server":
            shared.cluster.start()
        if last:
            found = shared.store("ada").resume(last[0], library)
            assert len(found.events) >= int(last[1])
            assert found.events == steps[-1].events[: len(found.events)]


def test_many_sittings_at_once_lose_nothing(shared: Practice, library: Library, interview: Interview) -> None:
    ends: dict[str, Interview] = {}

    def sit(number: int) -> None:
        with Store.open(
            shared.folder / str(number),
            address=shared.cluster.address(("ada", "bo")[number % 2], shared.name),
        ) as store:
            session = store.start(interview)
            for step in whole(interview, number, 12):
                session.save(step)
            ends[session.id] = step

    threads = [threading.Thread(target=sit, args=(number,)) for number in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(ends) == 8
    rows = shared.store("ada").sessions() + shared.store("bo").sessions()
    assert {row.id: row.events for row in rows} == {one: len(end.events) for one, end in ends.items()}


def test_a_password_is_neither_seen_nor_said(
    shared: Practice, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    typed = f"postgresql+psycopg://ada@127.0.0.1:{shared.cluster.port}/{shared.name}"
    monkeypatch.setenv("AIJRI_STORE", typed)
    monkeypatch.setenv("AIJRI_DATA", str(tmp_path))
    monkeypatch.setenv("PGPASSFILE", str(tmp_path / "none"))

    def handed(words: str) -> None:
        password.cache_clear()
        reading, writing = os.pipe()
        os.write(writing, words.encode())
        os.close(writing)
        monkeypatch.setenv("AIJRI_STORE_PASSWORD_FD", str(reading))

    password.cache_clear()
    assert run(["clients"]) == exits.UNUSABLE
    assert "does not let you in" in capsys.readouterr().err
    handed("wrong secret\n")
    assert run(["clients"]) == exits.UNUSABLE
    said = capsys.readouterr().err
    assert "~/.pgpass" in said
    assert "wrong secret" not in said
    handed("secret of ada\n")
    assert run(["clients"]) == exits.DONE
    with Store.open() as store:
        shown = Path(f"/proc/{os.getpid()}/cmdline").read_bytes()
        seen = str(shared.cluster.sql("SELECT * FROM pg_stat_activity"))
        assert b"secret" not in shown
        assert "secret of ada" not in repr(store) + repr(store._database) + repr(vars(store._database)) + seen
    password.cache_clear()
    monkeypatch.delenv("AIJRI_STORE_PASSWORD_FD", raising=False)
    passfile = tmp_path / "pgpass"
    passfile.write_text(f"127.0.0.1:{shared.cluster.port}:*:ada:secret of ada\n")
    passfile.chmod(0o600)
    monkeypatch.setenv("PGPASSFILE", str(passfile))
    assert run(["clients"]) == exits.DONE
    password.cache_clear()


def test_a_connection_that_must_be_encrypted_is_or_is_none(shared: Practice, tmp_path: Path) -> None:
    at = f"postgresql+psycopg://ada@127.0.0.1:{shared.cluster.port}/{shared.name}?passfile={tmp_path}/pgpass"
    (tmp_path / "pgpass").write_text("*:*:*:ada:secret of ada\n")
    (tmp_path / "pgpass").chmod(0o600)
    with pytest.raises(StoreError, match="does not encrypt"):
        Store.open(tmp_path, address=address_of(f"{at}&sslmode=require"))
    trusted = shared.cluster.encrypt("127.0.0.1")
    other = tmp_path / "other.crt"
    other.write_bytes(trusted.read_bytes())
    subprocess.run(
        ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-subj", "/CN=other", "-keyout",
         tmp_path / "other.key", "-out", other], check=True, capture_output=True,
    )  # fmt: skip
    with pytest.raises(StoreError, match="certificate that cannot be trusted"):
        Store.open(tmp_path, address=address_of(f"{at}&sslmode=verify-full&sslrootcert={other}"))
    with (
        Store.open(tmp_path, address=address_of(f"{at}&sslmode=verify-full&sslrootcert={trusted}")) as store,
        store.reading() as connection,
    ):
        assert connection.exec_driver_sql("SELECT ssl FROM pg_stat_ssl WHERE pid = pg_backend_pid()").scalar()


def test_restoring_into_a_folder_still_works_beside_a_server(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, interview: Interview
) -> None:
    with Store.open(tmp_path / "a") as store:
        store.start(interview)
        copy = store.backup(tmp_path / "copy.db")
    monkeypatch.setenv("AIJRI_STORE", "postgresql+psycopg://ada@db.example.org/p")
    restore(copy, tmp_path / "b", None, system_clock)
    with Store.open(tmp_path / "b") as store:
        assert len(store.sessions()) == 1
