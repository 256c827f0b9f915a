"""Two coaches, one server: each sees their own clients, nothing is written over unseen, nothing is lost."""

import os
import random
import signal
import subprocess
import threading
from collections.abc import Iterator
from contextlib import ExitStack
from datetime import date
from pathlib import Path

import click
import psycopg
import pytest
from postgres_cluster import Cluster
from store_people import answered, ended_after, whole

from aijri_engine import Interview, Library
from aijri_engine.store import (
    Autosave,
    ConsentNeeded,
    Store,
    StoreConflict,
    StoreError,
    UnknownClient,
    UnknownSession,
    UnusableStore,
    address_of,
    choose_next_sitting,
    group_summary,
    next_sitting,
    own_acts,
    restore,
    settle_own,
    system_clock,
    take_up,
)
from aijri_engine.store.address import password
from aijri_engine.store.errors import NotShared
from aijri_engine.store.ownership import FOR_ALL, RULES
from aijri_engine.store.schema import metadata
from aijri_engine.store.server import SETTINGS
from aijri_tui.cli import exits
from aijri_tui.cli.group import aijri
from aijri_tui.cli.main import run

LATER = date(2099, 12, 31)


class Practice:
    """Stores of coaches on one server, and how a shell would reach it."""

    def __init__(self, cluster: Cluster, name: str, folder: Path, stack: ExitStack) -> None:
        self.cluster, self.name, self.folder, self._stack = cluster, name, folder, stack

    def store(self, coach: str, passphrase: str | None = None) -> Store:
        address = self.cluster.address(coach, self.name)
        return self._stack.enter_context(Store.open(self.folder / coach, passphrase, address=address))

    def enter(self, coach: str, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setenv("AIJRI_STORE", self.cluster.url(coach, self.name))
        monkeypatch.setenv("AIJRI_DATA", str(self.folder / coach))


@pytest.fixture
def shared(cluster: Cluster, practice: str, tmp_path: Path) -> Iterator[Practice]:
    with ExitStack() as stack:
        yield Practice(cluster, practice, tmp_path, stack)


def agreed(store: Store, library: Library, alias: str) -> str:
    client = store.roster.add(alias)
    store.roster.agree(client.id, library.wording.consent, "see clearer", "Ada", LATER)
    return client.id


def test_every_table_has_a_rule_or_is_meant_for_all() -> None:
    assert set(RULES) | FOR_ALL == set(metadata.tables)
    assert not set(RULES) & FOR_ALL


def test_a_coach_sees_own_clients_and_what_was_shared(
    shared: Practice, library: Library, interview: Interview
) -> None:
    ada, bo, cy = shared.store("ada"), shared.store("bo"), shared.store("cy")
    ben = agreed(ada, library, "Ben")
    sitting = ada.start(answered(interview, "level", "senior"), client_id=ben)
    ada.start(interview, goal="my own")
    ada.roster.note(ben, "for me alone")
    ada.roster.note(ben, "for the client", private=False)
    ada.roster.plan(ben, "ask for a raise", "Ben", LATER)
    agreed(bo, library, "Ben")
    assert [row.login for row in bo.roster.clients()] == ["bo"]
    bo.erase_everything()
    for store in (cy, bo):
        assert store.sessions() == []
        with pytest.raises(UnknownSession):
            store.session(sitting.id)
        with pytest.raises(UnknownClient):
            store.roster.find(ben)
        with store.writing() as connection:
            for table in ("clients", "sessions", "events", "notes", "acts", "consents", "files"):
                assert not connection.exec_driver_sql(f"DELETE FROM {table}").rowcount, table
    assert ada.roster.share(ben, "bo").sharing == "client of ada, shared with coach bo"
    card = bo.roster.card(ben)
    assert [note.body for note in card.notes] == ["for the client"]
    assert [act.act for act in card.acts] == ["ask for a raise"]
    assert [row.id for row in bo.sessions()] == [sitting.id]
    assert bo.resume(sitting.id, library).values() == {"level": "senior"}
    assert ada.roster.find(ben).sharing == card.client.sharing
    assert {note.body for note in ada.roster.card(ben).notes} == {"for me alone", "for the client"}
    assert cy.roster.clients() == []


def test_only_whose_client_it_is_may_share_delete_or_erase(
    shared: Practice, library: Library, interview: Interview
) -> None:
    ada, bo = shared.store("ada"), shared.store("bo")
    ben = agreed(ada, library, "Ben")
    sitting = ada.start(interview, client_id=ben)
    ada.roster.share(ben, "bo")
    for act in (
        lambda: bo.roster.share(ben, "cy"),
        lambda: bo.roster.unshare(ben, "bo"),
        lambda: bo.delete_client(ben),
        lambda: bo.erase_client(ben),
        lambda: bo.delete(sitting.id),
        lambda: bo.erase_session(sitting.id),
    ):
        with pytest.raises(StoreError, match="Only ada can"):
            act()
    with bo.writing() as connection:
        assert connection.exec_driver_sql("DELETE FROM clients").rowcount == 0
    for stranger in ("ada", "nobody", "", "bo; DROP TABLE clients"):
        with pytest.raises(UnusableStore, match="no other coach"):
            ada.roster.share(ben, stranger)
    with (
        pytest.raises(psycopg.errors.InsufficientPrivilege),
        psycopg.connect(
            host=str(shared.cluster.place), port=shared.cluster.port, user="bo", dbname=shared.name
        ) as connection,
    ):
        connection.execute("INSERT INTO shares (client_id, coach, login) VALUES (%s, 'cy', 'ada')", (ben,))
    assert bo.erase_everything().receipt.clients == 0
    assert ada.roster.find(ben).sessions == 1
    assert ada.roster.unshare("Ben", "bo").sharing == "shared with nobody"
    assert bo.roster.clients() == []


def test_what_was_taken_back_while_a_colleague_sits_is_not_kept(
    shared: Practice, library: Library, interview: Interview
) -> None:
    ada, bo = shared.store("ada"), shared.store("bo")
    ben = agreed(ada, library, "Ben")
    ada.roster.share(ben, "bo")
    sitting = bo.start(interview, client_id=ben)
    keeping = Autosave(bo, sitting)
    ada.roster.unshare(ben, "bo")
    said = keeping.save(answered(interview, "level", "senior"))
    assert said is not None
    assert "its client is not shared with you now" in said
    assert "Nothing is kept from here on" in said
    assert not list((shared.folder / "bo").glob("aijri-emergency*"))
    assert ada.resume(sitting.id, library).events == interview.events
    with pytest.raises(NotShared):
        sitting.save(answered(interview, "level", "mid"))


def test_the_last_write_never_wins_unseen(shared: Practice, library: Library, interview: Interview) -> None:
    ada, bo = shared.store("ada"), shared.store("bo")
    ben = agreed(ada, library, "Ben")
    ada.roster.share(ben, "bo")
    note = ada.roster.note(ben, "calm", private=False)
    act = ada.roster.plan(ben, "write", "Ben", LATER)
    client = ada.roster.find(ben)
    bo.roster.rewrite_note(ben, note.id, "worried", seen=note.version)
    bo.roster.settle(ben, act.id, "done", seen=act.version)
    bo.roster.appoint(ben, LATER, seen=client.version)
    for late in (
        lambda: ada.roster.rewrite_note(ben, note.id, "glad", seen=note.version),
        lambda: ada.roster.change_act(ben, act.id, "write twice", seen=act.version),
        lambda: ada.roster.rename(ben, "Benno", seen=client.version),
    ):
        with pytest.raises(StoreConflict, match="changed since you looked"):
            late()
    card = ada.roster.card(ben)
    assert (card.notes[0].body, card.acts[0].state, card.client.alias) == ("worried", "done", "Ben")
    assert ada.roster.rewrite_note(ben, note.id, "glad", seen=card.notes[0].version).body == "glad"
    mine = ada.start(interview, client_id=ben)
    yours = bo.session(mine.id)
    yours.save(answered(interview, "level", "senior"))
    with pytest.raises(StoreConflict, match="continued in another window"):
        mine.save(answered(interview, "level", "junior"))


def test_erasing_leaves_nothing_on_the_server_and_names_what_it_cannot_reach(
    shared: Practice, library: Library, interview: Interview, tmp_path: Path
) -> None:
    ada, bo = shared.store("ada"), shared.store("bo")
    ben = agreed(ada, library, "Ben of the bakery")
    ada.roster.share(ben, "bo")
    sitting = bo.start(answered(interview, "level", "senior"), client_id=ben)
    bo.roster.note(ben, "a private thought")
    here, there = tmp_path / "report.md", tmp_path / "elsewhere.md"
    for path in (here, there):
        ada.record_file("report", path, sitting.id, content=b"report")
        path.write_bytes(b"report")
    shared.cluster.sql("UPDATE files SET machine = 'laptop of bo' WHERE path LIKE '%elsewhere%'", shared.name)
    told = ada.erase_client("Ben of the bakery")
    receipt = told.receipt
    assert (receipt.clients, receipt.sessions, receipt.files_removed, receipt.files_left) == (1, 1, 1, 1)
    assert not receipt.complete
    assert not here.exists()
    assert there.exists()
    assert str(told.left[0]).startswith("laptop of bo:")
    assert "backups made of it are not reached" in receipt.text()
    for table in ("clients", "sessions", "events", "notes", "consents", "shares", "session_contents"):
        assert shared.cluster.sql(f"SELECT count(*) FROM {table}", shared.name) == [(0,)], table
    assert [one.id for one in ada.receipts()] == [receipt.id]
    assert bo.receipts() == []
    with pytest.raises(NotShared, match="erased"):
        sitting.save(answered(answered(interview, "level", "senior"), "years", 3))


def test_a_group_told_by_one_coach_counts_for_the_next(
    shared: Practice, library: Library, interview: Interview
) -> None:
    ada, bo = shared.store("ada"), shared.store("bo")
    role = interview.role_id
    for number in range(6):
        client = agreed(ada, library, f"c{number}")
        ada.start(answered(interview, "level", "senior"), client_id=client)
        if number:
            ada.roster.share(client, "bo")
    assert group_summary(ada, library, role).people == 6
    with pytest.raises(StoreError, match="fewer than 5"):
        group_summary(bo, library, role)


def test_a_login_no_rule_holds_is_refused(shared: Practice) -> None:
    address = shared.cluster.address("root_of_all", shared.name)
    with pytest.raises(UnusableStore, match="every coach's clients"):
        Store.open(shared.folder, address=address)


def test_backups_and_passphrases_of_a_server_are_left_to_who_runs_it(
    shared: Practice, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    shared.enter("ada", monkeypatch)
    assert run(["backup"]) == exits.UNUSABLE
    assert "pg_dump" in capsys.readouterr().err
    assert run(["backup", "passphrase", "--remove"]) == exits.UNUSABLE
    assert run(["backup", "restore", "x.db", "--yes"]) == exits.UNUSABLE
    assert "pg_restore" in capsys.readouterr().err


def test_two_coaches_share_a_day_on_the_command_line(
    shared: Practice, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    def typed(coach: str, *words: str, code: int = exits.DONE) -> str:
        shared.enter(coach, monkeypatch)
        assert run(words) == code, capsys.readouterr()
        return "".join(capsys.readouterr())

    answers = tmp_path / "answers.yaml"
    answers.write_text("role: deep-learning-engineer\nanswers: {level: senior, split: typical}\n")
    typed("ada", "clients", "add", "Ben")
    consent = typed("ada", "clients", "consent", "Ben", "--goal", "a new job", "--coach", "Ada",
                    "--until", "2099-12-31", "--answer", "yes")  # fmt: skip
    assert "on the server of Ada's practice (a colleague sees them only if you agree)" in consent
    typed("ada", "clients", "import", str(answers), "--client", "Ben")
    assert typed("bo", "clients") == "No clients are kept here yet. `aijri clients add ALIAS` begins.\n"
    assert "agreement" not in typed("ada", "clients", "share", "Ben", "--with", "nobody", code=exits.UNUSABLE)
    assert "Only with the client's agreement" in typed("ada", "clients", "share", "Ben", "--with", "bo")
    assert "client of ada, shared with coach bo" in typed("bo", "clients")
    typed("bo", "clients", "plan", "Ben", "ring the bakery", "--owner", "Ben", "--due", "2099-01-01")
    typed("bo", "clients", "note", "Ben", "seemed tired")
    assert "ring the bakery" in typed("ada", "clients", "show", "Ben")
    assert "seemed tired" not in typed("ada", "clients", "show", "Ben")
    assert "Only ada can" in typed("bo", "erase", "client", "Ben", "--yes", code=exits.FAILURE)
    typed("ada", "clients", "unshare", "Ben", "--with", "bo")
    assert "not be shared with you any more" in typed("bo", "clients", "show", "Ben", code=exits.UNUSABLE)
    assert "Receipt" in typed("ada", "erase", "client", "Ben", "--yes")
    assert "a file of one coach" in _in_a_file(monkeypatch, capsys, tmp_path)


def test_two_clients_of_one_alias_are_told_apart_by_their_ids(shared: Practice) -> None:
    ada, bo = shared.store("ada"), shared.store("bo")
    hers, his = ada.roster.add("Ben"), bo.roster.add("Ben")
    ada.roster.share(hers.id, "bo")

    with pytest.raises(UnknownClient) as told:
        bo.roster.find("Ben")

    assert f"Ben ({hers.id})" in str(told.value)
    assert f"Ben ({his.id})" in str(told.value)
    assert bo.roster.find(hers.id).id == hers.id


def _in_a_file(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], folder: Path) -> str:
    monkeypatch.delenv("AIJRI_STORE")
    monkeypatch.setenv("AIJRI_DATA", str(folder / "alone"))
    run(["clients", "add", "Ben"])
    assert run(["clients", "share", "Ben", "--with", "bo"]) == exits.UNUSABLE
    return capsys.readouterr().err


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


@pytest.mark.parametrize("end", ["erased", "unshared", "gone on"])
def test_what_a_machine_kept_of_a_client_never_comes_back_as_ones_own(
    shared: Practice, library: Library, interview: Interview, monkeypatch: pytest.MonkeyPatch, end: str
) -> None:
    monkeypatch.chdir(shared.folder)
    ada, bo = shared.store("ada"), shared.store("bo")
    ben = agreed(ada, library, "Ben")
    ada.roster.share(ben, "bo")
    sitting = bo.start(interview, client_id=ben)
    keeping = Autosave(bo, sitting)
    shared.cluster.stop()
    try:
        keeping.save(answered(interview, "level", "senior"))
    finally:
        shared.cluster.start()
    path = keeping.path
    assert path is not None
    keeping.close()
    with shared.store("bo") as bo:
        if end == "gone on":
            ada.session(sitting.id).save(answered(interview, "level", "mid"))
            taken = bo.session(bo.take_emergency(path, library))
            assert (taken.id == sitting.id, taken.row.client_id) == (False, ben)
            return
        if end == "erased":
            ada.erase_client(ben)
        else:
            ada.roster.unshare(ben, "bo")
        with pytest.raises(
            StoreError, match="erased meanwhile" if end == "erased" else "not shared with you"
        ):
            bo.take_emergency(path, library)
        assert bo.sessions() == []
        assert path.exists() is (end == "unshared")
        assert bo.erase_everything().receipt.complete
        assert shared.cluster.sql("SELECT * FROM settings WHERE login = 'bo'", shared.name) == []


def test_a_plan_of_ones_own_is_seen_by_nobody_and_never_written_over_unseen(shared: Practice) -> None:
    ada, again, bo = shared.store("ada"), shared.store("ada"), shared.store("bo")
    step = take_up(ada, "ask for a raise", LATER)
    choose_next_sitting(ada, LATER)
    choose_next_sitting(bo, date(2098, 1, 1))
    assert (own_acts(bo), next_sitting(ada)) == ([], LATER)
    with pytest.raises(StoreError, match="no step"):
        settle_own(bo, step.id, "done")
    settle_own(again, step.id, "done", seen=step.version)
    with pytest.raises(StoreConflict, match="changed since you looked"):
        settle_own(ada, step.id, "dropped", seen=step.version)
    assert [act.state for act in own_acts(ada)] == ["done"]


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


def test_no_sitting_without_consent_on_a_server_either(shared: Practice, interview: Interview) -> None:
    ada = shared.store("ada")
    with pytest.raises(ConsentNeeded):
        ada.start(interview, client_id=ada.roster.add("Ben").id)
