"""`aijri sessions history`, `changes`, and going on with a sitting whose content has changed since."""

import json
import os
import pty
import subprocess
import sys
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from cli_driver import JUNIOR, LONGEST_RUN, ROOT, Ran, run_here

from aijri_engine import Interview, Library
from aijri_engine.content.yaml import parse_yaml
from aijri_engine.interview.answers_source import answers_of
from aijri_engine.store import Store

ROLE = "deep-learning-engineer"


@dataclass(frozen=True)
class Kept:
    """Ids of what is in the store: three sittings of one person, one of a client."""

    march: str
    covered: str
    today: str
    client: str


@pytest.fixture(scope="module")
def library() -> Library:
    return Library.open()


@pytest.fixture(scope="module")
def march(older_content: Path) -> Library:
    return Library.open(older_content)


@pytest.fixture
def kept(data_folder: Path, march: Library, library: Library) -> Kept:
    with Store.open(data_folder) as store:
        first = store.start(sat(march, years=70).reveal("result"))
        second = store.start(sat(march, years=70))
        third = store.start(sat(library, "originates").reveal("result"))
        client = store.roster.add("Ana")
        store.roster.agree("Ana", library.wording.consent, "a next step", "Ada", date(2099, 1, 1))
        theirs = store.start(sat(march).reveal("result"), client_id=client.id)
        return Kept(first.id, second.id, third.id, theirs.id)


def sat(library: Library, train: str = "follows", years: int = 3) -> Interview:
    text = JUNIOR.replace("train: follows", f"train: {train}").replace("years: 1", f"years: {years}")
    return answers_of(parse_yaml(text, "junior.yaml"), library, ROLE)[1]


def document(*arguments: str) -> dict[str, Any]:
    ran = run_here("sessions", *arguments, "--json")
    assert (ran.code, ran.err) == (0, "")
    found: dict[str, Any] = json.loads(ran.out)
    return found


def events_of(folder: Path, session: str) -> list[str]:
    with Store.open(folder) as store:
        return [event.kind for event in store.session(session).events]


def at_a_terminal(*arguments: str, typed: str) -> Ran:
    """Run with a terminal to type on."""
    person, terminal = pty.openpty()
    with subprocess.Popen(
        [sys.executable, "-m", "aijri_tui.cli.main", *arguments],
        stdin=terminal, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
        env={**os.environ, "PYTHONPATH": str(ROOT), "PYTHONUTF8": "1"},
    ) as process:  # fmt: skip
        os.write(person, typed.encode())
        out, err = process.communicate(timeout=LONGEST_RUN)
    os.close(terminal)
    os.close(person)
    return Ran(process.returncode, out.decode(), err.decode())


def test_history_tells_what_was_seen_and_what_lies_between(kept: Kept) -> None:
    found = document("history")
    assert (found["schema"], found["client"]) == ("aijri/history/1", None)
    first, second, third = found["sittings"]
    assert [one["id"] for one in (first, second, third)] == [kept.march, kept.covered, kept.today]
    assert (second["index"], second["range"], second["zone"], second["seen"]) == (None, None, None, False)
    assert first["range"]["low"] <= first["index"] <= first["range"]["high"]
    assert (first["versions"]["role"], first["since_previous"]) == ("2026-03-01", None)
    between = third["since_previous"]
    assert between["rescored"]
    assert between["session"] == kept.march
    assert between["change"] != round(third["index"] - first["index"], 1)
    compared = json.loads(run_here("compare", kept.march, kept.today, "--json").out)
    assert (between["change"], between["believable"]) == (compared["change"], compared["believable"])
    shown = run_here("sessions", "history").out.splitlines()
    assert shown[0] == "Deep Learning Engineer"
    assert f"{first['index']:.1f} {first['zone']}, range {first['range']['low']:.1f} to" in shown[1]
    assert shown[2].endswith("figure not seen yet")
    assert shown[3].strip().startswith(f"since {kept.march} {between['change']:+.1f} on today's figures")
    assert kept.today in shown[4]
    assert len(shown) == 5


def test_history_of_a_client_holds_nobody_else(kept: Kept) -> None:
    found = document("history", "--client", "ana")
    assert found["client"] == "Ana"
    assert [one["id"] for one in found["sittings"]] == [kept.client]
    assert document("history", "--role", "dl engineer") == document("history")
    refused = run_here("sessions", "history", "--role", "gardener")
    assert (refused.code, refused.out) == (2, "")
    assert run_here("sessions", "history", "--client", "nobody").code in (1, 2)


def test_nothing_kept_is_said(data_folder: Path) -> None:
    assert document("history")["sittings"] == []
    ran = run_here("sessions", "history")
    assert (ran.code, ran.out) == (0, "")
    assert "`aijri chat` begins one" in ran.err
    assert "No role has changed" in run_here("sessions", "changes").err


def test_sittings_that_are_all_of_clients_are_said_to_be_there(kept: Kept) -> None:
    own = [row["id"] for row in document("history")["sittings"]]
    assert own
    for session in (*own, kept.covered, kept.today):
        run_here("sessions", "delete", session)
    for command in ("history", "changes"):
        ran = run_here("sessions", command)
        assert (ran.out, "No sittings of your own are kept here; --client ALIAS" in ran.err) == ("", True), (
            ran.err
        )


def test_changed_roles_are_told_with_their_points(kept: Kept) -> None:
    assert document("changes") == {"schema": "aijri/role-changes/1", "roles": [], "not_read": []}
    run_here("sessions", "delete", kept.today)
    (change,) = document("changes")["roles"]
    assert (change["before"], change["after"], change["change"]) == (61.4, 64.6, 3.2)
    assert change["session"] == kept.covered
    assert "went from 61.4 to 64.6 (+3.2 points)" in run_here("sessions", "changes").out
    (theirs,) = document("changes", "--client", "Ana")["roles"]
    assert theirs["session"] == kept.client


def test_a_report_and_a_comparison_keep_to_what_was_seen(
    kept: Kept, tmp_path: Path, data_folder: Path
) -> None:
    first = document("history")["sittings"][0]
    ran = run_here("report", kept.march, "--to", tmp_path / "out.json")
    assert ran.code == 0
    assert json.loads((tmp_path / "out.json").read_text())["index"] == first["index"]
    assert "The report is as it was seen" in ran.err
    change = json.loads(run_here("compare", kept.march, "--json").out)
    assert (change["schema"], change["before"]) == ("aijri/content-change/1", first["index"])
    assert change["asked_again"] == ["years"]
    assert change["change"] == round(change["after"] - change["before"], 1)
    covered = run_here("compare", kept.covered)
    assert "the role's profile changed." in covered.out
    assert not any(sign.isdigit() for sign in covered.out)
    assert "before" not in json.loads(run_here("compare", kept.covered, "--json").out)
    assert events_of(data_folder, kept.march)[-1] == "revealed"


def test_the_choice_is_made_once_and_can_be_taken_back(kept: Kept, data_folder: Path) -> None:
    seen = document("history")["sittings"][0]["index"]
    asked = at_a_terminal("sessions", "resume", kept.march, typed="1\nquit\n")
    assert f"as you saw it {seen:.1f}, with today's figures" in asked.err
    assert "asked again, because the question changed: years in the field" in asked.err
    assert events_of(data_folder, kept.march)[-1] == "content_changed"
    settled = run_here("sessions", "resume", kept.march, typed="quit\n")
    assert "today's" not in settled.err
    assert document("history")["sittings"][0]["index"] == seen
    told = run_here("sessions", "transcript", kept.march).out
    assert "(the content changed; chosen: as you saw it)" in told
    today = run_here("sessions", "resume", kept.march, "--today", typed="quit\n")
    assert "It goes on with today's figures" in today.err
    assert "years in the field" in today.err
    assert document("history")["sittings"][0]["versions"]["role"] != "2026-03-01"
    back = run_here("sessions", "resume", kept.march, "--as-seen", typed="quit\n")
    assert "the content of that time" in back.err
    assert document("history")["sittings"][0]["index"] == seen
    assert events_of(data_folder, kept.march).count("content_changed") == 3


def test_without_a_terminal_it_goes_on_with_todays_and_says_how_to_return(kept: Kept) -> None:
    ran = run_here("sessions", "resume", kept.covered, typed="quit\n")
    assert "Since this sitting the questions and the role's profile changed." in ran.err
    assert "`--as-seen` returns" in ran.err
    assert "Question" in ran.out


def test_reading_a_finished_sitting_once_more_writes_nothing(data_folder: Path, library: Library) -> None:
    with Store.open(data_folder) as store:
        session = store.start(sat(library).reveal("result")).id
    before = events_of(data_folder, session)
    ran = run_here("sessions", "resume", session, typed="review\n\nskip\n1\n")
    assert (ran.code, ran.err) == (0, ""), ran
    assert "40.8" in ran.out
    assert [one for one in events_of(data_folder, session) if one != "skipped"] == before
