"""Consent, privacy and the wrong hand (kind 10): one guard before every door."""

import json
import re
from datetime import date
from pathlib import Path

import pytest
from cli_driver import JUNIOR, run_here
from test_cli_store_states import COMMANDS

from aijri_engine import Interview, Library
from aijri_engine.store import ConsentNeeded, Session, Store
from aijri_engine.store.answers import count
from tests.store.spoiled_store import whole_store


@pytest.fixture(scope="module")
def library() -> Library:
    return Library.open()


STAYS_OPEN = (
    """
clients|clients --due|clients show Ana|clients today|clients calendar OUT.ics
clients export OUT.csv|clients group deep-learning-engineer
clients drop Ana 1|clients withdraw Ana|sessions|sessions --json|sessions --deleted|sessions changes|sessions history
report --all-due --to OUT --format txt|backup|backup passphrase|erase overdue|erase receipts|practice|practice --name X
practice --forget
""".strip()
    .replace("\n", "|")
    .split("|")
)
"""What lists, erases and takes back; files for several people leave her out."""
NOT_HERS = ("clients add", "clients delete", "clients rename", "clients consent", "clients share", "clients unshare",
            "plan", "erase", "sessions delete", "chat")  # fmt: skip


@pytest.mark.case("coaching 2")
def test_every_door_is_closed_once_the_consent_is_withdrawn(
    tmp_path: Path, data_folder: Path, library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whatever keeps, shows or hands over a client's things is refused with the same sentence, and writes no file."""
    monkeypatch.setattr(Library, "open", classmethod(lambda cls, *folders: library))
    whole_store(data_folder, library)
    with Store.open(data_folder) as store:
        first, second = (row.id for row in store.sessions(client_id=store.roster.find("Ana").id))
        store.roster.withdraw("Ana")
    (tmp_path / "me.yaml").write_text(JUNIOR)
    words = {"OWN": first, "OTHER": second, "CLIENTS": first, "ANSWERS": str(tmp_path / "me.yaml")}
    out = tmp_path / "out"
    out.mkdir()
    closed = [one for one in COMMANDS.split("|") if one not in STAYS_OPEN and not one.startswith(NOT_HERS)]
    assert len(closed) == 20
    for command in (
        *closed,
        "sessions history --client Ana",
        f"compare {first}",
        f"sessions resume {first} --plain",
    ):
        ran = run_here(*(words.get(one, one.replace("OUT", str(out / "x"))) for one in command.split()))
        said = ran.out + ran.err
        assert "withdrew the consent" in said or "No consent of Ana that holds today" in said, (command, said)
        assert ran.code == 1 or command.startswith("sessions history"), command
        assert not re.search(r"\d\d\.\d (Green|Yellow|Red)", said), (command, said)
        assert not list(out.iterdir()), command


@pytest.mark.case("coaching 2")
def test_nothing_of_a_sitting_goes_in_or_out_before_a_client_was_asked(
    tmp_path: Path, data_folder: Path, library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A sitting that an earlier version took in without a consent: told, and behind every door that shows or gives."""
    monkeypatch.setattr(Library, "open", classmethod(lambda cls, *folders: library))
    whole_store(data_folder, library)
    with Store.open(data_folder) as store:
        held = store.sessions(client_id=store.roster.find("Ana").id)[0].id
        people = [row.id for row in store.roster.clients()]
        with store.writing() as connection:
            connection.exec_driver_sql("DELETE FROM consents")
            count(connection, people)
    (tmp_path / "me.yaml").write_text(JUNIOR)
    for command in (
        f"report {held} --to x.txt --given-to Boss", f"export {held} --given-to Boss", f"export {held} --to x.yaml",
        "clients hand-over Ana x.age --to Boss", f"compare {held} {held}", f"sessions resume {held} --plain",
        f"clients preview {held}", f"clients import {tmp_path / 'me.yaml'} --client Ana",
        f"clients interview Ana deep-learning-engineer --answers {tmp_path / 'me.yaml'}",
    ):  # fmt: skip
        ran = run_here(*command.split())
        assert (ran.code, ran.out) == (1, ""), command
        assert "No consent of Ana that holds today is recorded" in " ".join(ran.err.split()), command
    assert (
        run_here(*["report", "--all-due", "--to", "out", "--format", "txt"]).err.strip()
        == "No report is due."
    )
    assert run_here("clients", "note", "Ana", "rings before the first talk").code == 0
    assert "shared with somebody;" in run_here("clients").out
    assert "Boss" not in run_here("clients").out


@pytest.mark.case("coaching 2")
def test_consent_that_ends_while_an_interview_is_held_keeps_nothing_and_offers_no_file(
    data_folder: Path, library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Library, "open", classmethod(lambda cls, *folders: library))
    whole_store(data_folder, library)
    with Store.open(data_folder) as store:
        held = store.sessions(client_id=store.roster.find("Bo").id)[0].id
        monkeypatch.setattr(Session, "save", refuses)
        ran = run_here("sessions", "resume", held, "--plain", typed="5\na\n")
    told = " ".join(ran.out.split())
    assert "Nothing is kept from here on. What you answered last is not kept." in told
    assert "Noted" not in told
    assert not re.search(r"\d\d\.\d (Green|Yellow|Red)", told.partition("Nothing is kept")[2])
    assert "answers:" not in ran.out
    assert "my-answers.yaml" not in ran.out


def test_an_ended_consent_is_the_first_thing_said_and_today_holds_nothing_else_of_her(
    data_folder: Path, library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A sitting that is still closed, a talk and an act of hers: no message sends to a command that refuses."""
    monkeypatch.setattr(Library, "open", classmethod(lambda cls, *folders: library))
    whole_store(data_folder, library)
    with Store.open(data_folder) as store:
        ana = store.roster.find("Ana").id
        begun = Interview.start(library, "deep-learning-engineer", guided=True, covered=True)
        closed = store.start(begun, client_id=ana).id
        store.roster.plan("Ana", "ask the lead", "Ana", date.today())
        store.roster.appoint("Ana", date.today())
    assert [one in run_here("clients", "today").out for one in (closed, "ask the lead", "Talk with Ana")] == [
        True, True, True,
    ]  # fmt: skip
    with Store.open(data_folder) as store:
        store.roster.withdraw("Ana")
        store.roster.add("New")
        store.roster.decline(store.roster.add("Noes").id)
    listed = {one["alias"]: one for one in json.loads(run_here("clients", "--json").out)["clients"]}
    told = {
        name: [bool(one["consent_" + of]) for of in ("until", "refused", "withdrawn")]
        for name, one in listed.items()
    }
    assert told == {"Ana": [False, False, True], "Bo": [True, False, False], "New": [False, False, False],
                    "Noes": [False, True, False]}  # fmt: skip
    today = run_here("clients", "today").out
    assert "Ana: consent withdrawn" in today
    assert today.count("Ana") == 1
    for command in (
        f"compare {closed} {closed}",
        f"sessions resume {closed} --plain",
        f"report {closed} --to x.txt",
        "clients interview Ana deep-learning-engineer",
        "form deep-learning-engineer --to x.html --for Ana",
    ):
        ran = run_here(*command.split())
        assert (ran.code, ran.out) == (1, ""), command
        assert "Ana withdrew the consent on" in ran.err, command
        assert "ask the lead" not in ran.err, command


def test_what_is_for_the_coach_alone_is_asked_for_at_a_terminal_and_taken_away(
    data_folder: Path, library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Into a pipe it goes at once; at a terminal nothing of it stands before the question, nor after it."""
    monkeypatch.setattr(Library, "open", classmethod(lambda cls, *folders: library))
    whole_store(data_folder, library)
    with Store.open(data_folder) as store:
        held = store.sessions(client_id=store.roster.find("Ana").id)[0].id
    alone, cleared = library.wording.coach.alone, "\x1b[3J"
    for command, told in (
        ("clients show Ana", "(PRIVATE): a note"),
        (f"clients preview {held}", library.wording.coach.closed),
        (f"clients preview {held} --json", "aijri/preview/1"),
        ("clients prepare Ana", "For the coach alone"),
        ("clients agenda Ana", "For the coach alone"),
        ("clients correct Ana 1 words", "(PRIVATE): words"),
    ):
        asked = run_here(*command.split(), typed="\n\n", terminal=True)
        before, _, after = asked.out.partition("turned away:")
        assert (asked.code, alone in " ".join(before.split())) == (0, True), command
        assert told[:20] not in before, command
        assert told[:20] in after, command
        assert after.endswith(cleared), command
        left = run_here(*command.split(), typed="", terminal=True)
        assert (left.code, told[:20] in left.out) == (1, False), command
        unasked = run_here(*command.split(), typed="\n\n", terminal=True, keyboard=False)
        assert (unasked.code, unasked.out) == (1, ""), command
        assert "nobody can be asked here whether the client looks away" in " ".join(unasked.err.split())
        assert told[:20] not in unasked.err, command
        piped = run_here(*command.split())
        assert told[:20] in piped.out, command
        assert alone not in piped.out, command
    with Store.open(data_folder) as store:
        store.roster.remove_note("Ana", 1)
    assert alone not in run_here("clients", "show", "Ana", terminal=True).out


def refuses(*_: object) -> None:
    raise ConsentNeeded("Bo withdrew the consent.", "Ask for a new consent.")


@pytest.mark.case("coaching 2")
def test_a_file_is_nobodys_until_it_is_said_whose_it_is(data_folder: Path, tmp_path: Path) -> None:
    """Whoever has no clients keeps a file as their own; whoever has some says it, before a passphrase is asked for."""
    answers, handed = tmp_path / "me.yaml", tmp_path / "handed.age"
    answers.write_text(JUNIOR)
    handed.write_bytes(b"age-encryption.org/v1\n-> scrypt " + b"A" * 22 + b" 18\n")
    assert run_here("clients", "import", answers).code == 0
    with Store.open(data_folder) as store:
        store.roster.add("Ana")
        before = store.sessions()
    for file in (answers, handed):
        ran = run_here("clients", "import", file)
        assert (ran.code, ran.out) == (2, "")
        assert "Whose is" in ran.err
        assert "--client ALIAS" in ran.err
        assert "--own" in ran.err
    assert run_here("clients", "import", answers, "--own").code == 0
    with Store.open(data_folder) as store:
        assert store.sessions() == before


def test_of_a_day_with_a_wrong_time_the_time_is_told() -> None:
    assert run_here("clients", "add", "Yara").code == 0
    for words, told in (("next friday at 25:30", "“25:30” is no time"), ("someday", "“someday” is no day")):
        found = run_here("clients", "next", "Yara", words)
        assert found.code == 2
        assert told in found.err
        assert "Invalid" not in found.err
