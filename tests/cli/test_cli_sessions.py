"""`aijri sessions` as other programs run it."""

import json
import os
from datetime import date
from pathlib import Path
from types import SimpleNamespace
from typing import TYPE_CHECKING, cast

import pytest
from cli_driver import JUNIOR, ROOT, Ran, run_here, run_with_passphrase

from aijri_engine import Library
from aijri_engine.store import Store, hand_over
from aijri_tui.report_files import saved_report

if TYPE_CHECKING:
    from aijri_engine.personal.result import Result
    from aijri_tui.sittings import Kept

PASSPHRASE = "it's Ünsal's"
MIX = "20/25/15/15/15/10"


@pytest.fixture
def data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "data"
    monkeypatch.setenv("AIJRI_DATA", str(folder))
    return folder


def chat(*typed: str) -> Ran:
    return run_here("chat", "dl engineer", "--plain", typed="".join(f"{line}\n" for line in typed))


def test_nothing_kept_yet_is_said_and_makes_no_result(data: Path) -> None:
    ran = run_here("sessions")
    assert (ran.code, ran.out) == (0, "")
    assert "`aijri chat` begins one" in ran.err


def test_leaving_before_an_answer_leaves_nothing(data: Path) -> None:
    assert chat("quit").code == 3
    assert json.loads(run_here("sessions", "--json").out)["sessions"] == []


def test_sessions_are_listed_resumed_deleted_and_brought_back(data: Path) -> None:
    chat(MIX)
    listed = json.loads(run_here("sessions", "--json").out)
    assert listed["schema"] == "aijri/sessions/1"
    (row,) = listed["sessions"]
    assert row["role"] == "deep-learning-engineer"
    assert row["place"] == "years"
    assert not row["revealed"]
    shown = run_here("sessions", "--search", "LEARNING").out
    assert shown.startswith(row["id"])
    assert "Deep Learning Engineer, not finished" in shown
    again = run_here("sessions", "resume", row["id"][:4], typed="quit\n")
    assert again.code == 3
    assert f"session {row['id']}" in again.out
    deleted = run_here("sessions", "delete", row["id"])
    assert f"sessions delete {row['id']} --undo" in deleted.out
    assert run_here("sessions").out == ""
    assert row["id"] in run_here("sessions", "--deleted").out
    assert run_here("sessions", "delete", row["id"], "--undo").code == 0
    assert row["id"] in run_here("sessions").out


def test_an_unknown_session_is_unusable_input(data: Path) -> None:
    for arguments in (["resume", "zzzzzz"], ["delete", "zzzzzz"], ["resume", "nowhere.jsonl"]):
        ran = run_here("sessions", *arguments)
        assert ran.out == ""
        assert ran.code in (1, 2)
        assert len(ran.err.splitlines()) == 1
    assert run_here("sessions", "--search", "none such").code == 0


def test_an_encrypted_store_wants_its_passphrase(data: Path) -> None:
    Store.open(data, PASSPHRASE).close()
    refused = run_here("sessions")
    assert refused.code == 2
    assert "AIJRI_PASSPHRASE_FD" in refused.err
    wrong = run_with_passphrase("sessions", passphrase="wrong")
    assert wrong.code == 2
    assert "does not open the store" in wrong.err
    held = run_with_passphrase("chat", "dl engineer", "--plain", passphrase=PASSPHRASE, typed=f"{MIX}\n")
    assert held.code == 3
    assert "saved as session" in held.out
    listed = run_with_passphrase("sessions", passphrase=PASSPHRASE)
    assert "Deep Learning Engineer" in listed.out
    for ran in (refused, wrong, held, listed):
        assert "nsal" not in ran.out + ran.err
    assert b"deep-learning" not in (data / "aijri.db").read_bytes()


def test_copies_of_before_are_encrypted_as_the_passphrase_told_and_put_back_as_it_says(data: Path) -> None:
    with Store.open(data) as store:
        copy = store.backup()
    told = run_with_passphrase(
        "backup", "passphrase", passphrase=PASSPHRASE, variable="AIJRI_NEW_PASSPHRASE_FD"
    )
    assert (told.code, "`aijri backup passphrase --copies`" in told.err) == (0, True)
    refused = run_with_passphrase("backup", "restore", copy, "--yes", passphrase=PASSPHRASE)
    assert refused.code != 0
    assert "has no passphrase, but one was passed. Try again without AIJRI_PASSPHRASE_FD" in refused.err
    done = run_with_passphrase("backup", "passphrase", "--copies", passphrase=PASSPHRASE)
    assert (done.code, done.out.strip()) == (0, "They are encrypted now.")
    assert str(copy) in done.err
    assert not copy.read_bytes().startswith(b"SQLite")
    again = run_with_passphrase("backup", "passphrase", "--copies", passphrase=PASSPHRASE)
    assert (again.code, again.out.strip()) == (0, "No copy made before can be read without the passphrase.")


def test_answers_are_on_disk_before_the_next_question_is_painted(data: Path) -> None:
    """The next question is read from the pipe first; by then the answer must be in the store."""
    import subprocess
    import sys

    process = subprocess.Popen(
        [sys.executable, "-m", "aijri_tui.cli.main", "chat", "dl engineer", "--plain"],
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, env={**os.environ, "PYTHONPATH": str(ROOT)},
    )  # fmt: skip
    assert process.stdin is not None
    assert process.stdout is not None
    process.stdin.write(f"{MIX}\n".encode())
    process.stdin.flush()
    said = b""
    while b"Question 2" not in said:
        part = os.read(process.stdout.fileno(), 4096)
        assert part
        said += part
    process.kill()
    process.wait()
    process.stdin.close()
    process.stdout.close()
    assert json.loads(run_here("sessions", "--json").out)["sessions"][0]["place"] == "years"


def test_without_a_folder_the_answers_go_to_a_file_and_on_from_it(
    data: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    data.write_text("a file where the folder should be")
    monkeypatch.setenv("HOME", str(tmp_path))
    ran = chat(MIX)
    assert ran.code == 3
    assert "your answers go to" in ran.err
    hint = ran.out.strip().splitlines()[-1]
    path = Path(hint.removeprefix("aijri sessions resume ").removesuffix(" --plain"))
    assert path.suffix == ".db"
    data.unlink()
    again = run_here("sessions", "resume", str(path), typed="quit\n")
    assert not path.exists()
    assert "Question 2" in again.out
    assert "saved as session" in again.out


def test_a_conversation_is_told_again_from_its_events(data: Path) -> None:
    chat(MIX, "thought", "not sure", "undo", "quit")
    session = json.loads(run_here("sessions", "--json").out)["sessions"][0]["id"]
    told = run_here("sessions", "transcript", session)
    assert told.code == 0, told.err
    assert f"A: {MIX}" in told.out
    assert "understood as: Design 20, Training 25" in told.out
    assert "(taken back: " in told.out
    assert run_here("sessions", "transcript", session).out == told.out


@pytest.mark.case("public 19")
def test_a_sitting_is_gone_on_with_in_the_face_it_was_left_in(
    data: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The printed command opens the full screen where there is a terminal, and lines where it was left in lines."""
    left = chat(MIX)
    command = next(line for line in left.out.splitlines() if "aijri sessions resume" in line).split("`")
    assert any(part.strip().endswith("--plain") for part in command)
    opened: list[dict[str, object]] = []

    class Screen:
        @staticmethod
        def run(**options: object) -> int:
            opened.append(options)
            return 0

    monkeypatch.setattr("aijri_tui.cli.streams.why_no_screen", lambda: None)
    monkeypatch.setattr("aijri_tui.cli.sessions.import_module", lambda name: Screen)
    session = json.loads(run_here("sessions", "--json").out)["sessions"][0]["id"]
    assert run_here("sessions", "resume", session).code == 0
    assert [one["session"] for one in opened] == [session]
    assert "Question 2" in run_here("sessions", "resume", session, "--plain", typed="quit\n").out
    assert len(opened) == 1


@pytest.mark.parametrize("options", [(), ("deep-learning-engineer",)])
def test_answers_of_a_file_open_where_the_help_says(
    options: tuple[str, ...], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """In the full screen where there is one, as a session kept once; with --save or --plain line by line."""
    opened: list[dict[str, object]] = []
    monkeypatch.setattr("aijri_tui.cli.opening.why_no_screen", lambda: None)

    class Screen:
        @staticmethod
        def run(**given: object) -> int:
            opened.append(given)
            return 0

    monkeypatch.setattr("aijri_tui.cli.opening.import_module", lambda name: Screen)
    (tmp_path / "mine.yaml").write_text(JUNIOR)
    chat = ("chat", *options, "--answers", tmp_path / "mine.yaml")
    assert run_here(*chat).code == run_here(*chat).code == 0
    with Store.open() as store:
        (row,) = store.sessions()
    assert [given["session"] for given in opened] == [row.id, row.id]
    assert "Your answer" in run_here(*chat, "--save", tmp_path / "mine.yaml", typed="quit").out
    assert "Your answer" in run_here(*chat, "--plain", typed="quit").out
    quick = run_here(*chat, "--quick", typed="quit")
    assert ("Your answer" in quick.out, "goes on line by line" in " ".join(quick.err.split())) == (True, True)
    assert len(opened) == 2
    assert run_here("chat", "registered-nurse", *chat[-2:]).code == 2
    assert len(opened) == 2


@pytest.mark.parametrize("command", ["clients import {}", "clients show Ana", "sessions resume zzzzzz"])
def test_a_command_that_fails_leaves_no_locked_store_behind(
    command: str, tmp_path: Path, data_folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A passphrase meant for a file made a store of that passphrase, which then was there and locked."""
    with Store.open(tmp_path / "coach") as coach:
        coach.roster.add("Ana")
        coach.roster.agree("Ana", Library.open().wording.consent, "a next step", "Ada", date(2099, 1, 1))
        hand_over(coach, "Ana", tmp_path / "ana.age", "four words nobody joins", "Ana")
    reading, writing = os.pipe()
    os.write(writing, b"four words nobody joins\n")
    os.close(writing)
    monkeypatch.setenv("AIJRI_PASSPHRASE_FD", str(reading))
    ran = run_here(*command.format(tmp_path / "ana.age").split())
    assert ran.code == 2, ran
    assert not [path for path in data_folder.iterdir() if path.is_file()]
    run_here("clients", "add", "Bo")
    assert "Bo" in run_here("clients").out


def test_whoever_saw_their_result_is_told_how_to_write_its_report(data: Path) -> None:
    told = chat("typical", "review", "", "yes", "show it", "").out
    session = json.loads(run_here("sessions", "--json").out)["sessions"][0]["id"]
    assert f"aijri report {session} --to report.pdf" in " ".join(told.split())
    assert "aijri report" not in chat("typical", "quit").out


def test_a_quick_sitting_stays_quick_when_opened_again_until_more_is_wanted(data_folder: Path) -> None:
    run_here("chat", "deep-learning-engineer", "--plain", "--quick", typed="20/25/15/15/15/10\nquit\n")
    with Store.open() as store:
        (row,) = store.sessions()
    resume = ("sessions", "resume", row.id, "--plain")
    assert "Question 2, about 3 more." in run_here(*resume, typed="quit\n").out
    assert "That was the quick round." in run_here(*resume, typed="b\nb\nb\nb\n1\nquit\n").out
    assert "Question 6, about" in run_here(*resume, typed="quit\n").out


def test_a_report_asked_for_in_words_is_written_and_is_the_one_of_the_command(
    data: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "mine.yaml").write_text(JUNIOR)
    lines = (
        "review",
        "",
        "/skip",
        "/skip",
        "1",
        "How do I save the report?",
        "Can you save me the report, please",
        "",
    )
    start = ("chat", "dl engineer", "--plain", "--answers", tmp_path / "mine.yaml")
    ran = run_here(*start, typed="".join(f"{line}\n" for line in lines))
    (written,) = tmp_path.glob("*.pdf")
    said = " ".join(ran.out.split())
    assert said.count("Written: ") == 1
    assert "look it over before you hand it on" in said
    with Store.open() as store:
        (row,) = store.sessions()
    assert run_here("report", row.id, "--to", tmp_path / "typed.pdf").code == 0
    assert written.read_bytes() == (tmp_path / "typed.pdf").read_bytes()


@pytest.mark.parametrize(
    ("client", "store", "name"), [("owl", object(), "abc"), ("", None, "abc"), ("", object(), "")]
)
def test_a_clients_report_and_one_in_no_store_are_left_to_the_command(
    client: str, store: object, name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    kept = SimpleNamespace(client=client, store=store, id=name)
    assert saved_report(cast("Result", None), cast("Kept", kept)) == ""
    assert not [*tmp_path.glob("*.pdf")]
