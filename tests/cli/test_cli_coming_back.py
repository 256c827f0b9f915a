"""Coming back: steps taken into a plan of one's own, a day for the next sitting, and a sitting from the last one."""

import json
from pathlib import Path

import pytest
from cli_driver import JUNIOR, run_here


@pytest.fixture
def data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("AIJRI_DATA", str(tmp_path / "data"))
    return tmp_path


def typed(*lines: str) -> str:
    return "".join(f"{line}\n" for line in lines)


@pytest.mark.parametrize(
    ("line", "taken"),
    [("Put that first one in my plan, I'll do it on 2031-02-03.", True),
     ("Could you put step one in my plan then?", True),
     ("Put step 1 in my plan.", True), ("put one more hour on records", False)],
)  # fmt: skip
def test_a_step_is_put_in_the_plan_in_a_sentence(data: Path, line: str, taken: bool) -> None:
    (data / "junior.yaml").write_text(JUNIOR)
    start = ("chat", "deep-learning-engineer", "--plain", "--answers", data / "junior.yaml")
    said = " ".join(run_here(*start, typed=typed("review", "", "1", "1", line)).out.split())
    assert ("Taken into your plan as 1, by" in said) == taken
    assert "is no day" not in said


def test_the_next_sitting_begins_from_the_last_and_ends_with_before_and_after(data: Path) -> None:
    (data / "junior.yaml").write_text(JUNIOR)
    held = run_here(
        "chat", "deep-learning-engineer", "--plain", "--answers", data / "junior.yaml",
        typed=typed("review", "", "1", "1", "plan 1 by 2031-02-03", "again in six months",
                    "plan 7", "plan 1 by 2031-03-03", "again yesterday", "plan 1 by 2020-01-01",
                    "plan 99 by friday", "plan 0 by friday"),
    )  # fmt: skip
    assert held.code == 0, held.err
    said = " ".join(held.out.split())
    assert "Taken into your plan as 1, by 3 February 2031: Change a recipe for a measured reason." in said
    assert "Kept: Your next sitting is due on" in said
    assert said.count("There are 3 steps") == 3
    assert said.count("This step stands in your plan already, as 1.") == 1
    assert said.count("is past. Name a day from today on.") == 2
    assert "is no day" not in said
    (row,) = json.loads(run_here("sessions", "--json").out)["sessions"]
    offered = run_here("chat", "--plain").out
    assert f"aijri chat --plain --from {row['id']}" in offered

    lines = ["", "", "", "b", *[""] * 5, "review", "", "1", "1"]
    again = run_here("chat", "--plain", "--from", row["id"], typed=typed(*lines))
    assert again.code == 0, again.err
    said = " ".join(again.out.split())
    assert "Your plan: 1. Change a recipe for a measured reason" in said
    assert said.count("Enter confirms it.") >= 8
    assert "The index went from 40.8 to 50.3 (+9.5 points)" in said
    assert len(json.loads(run_here("sessions", "--json").out)["sessions"]) == 2


def test_a_plan_of_ones_own_is_listed_marked_and_written_as_a_calendar(data: Path) -> None:
    assert "Your plan is empty" in run_here("plan").err
    assert run_here("plan", "add", "Watch [red]a user[/]", "--by", "2031-02-03", "--sign", "noted").code == 0
    assert run_here("plan", "next", "2031-08-01").code == 0
    told = run_here("plan").out
    assert "1. Watch [red]a user[/] (by 3 February 2031)" in told
    assert "Your next sitting is due on 1 August 2031." in told
    assert run_here("plan", "calendar", data / "mine.ics").code == 0
    written = (data / "mine.ics").read_text()
    assert written.count("BEGIN:VEVENT") == 2
    assert "DTSTART;VALUE=DATE:20310203" in written
    assert run_here("plan", "calendar", data / "mine.ics").code != 0
    assert run_here("plan", "mark", "1", "done").code == 0
    assert json.loads(run_here("plan", "--json").out)["acts"][0]["state"] == "done"
    assert run_here("plan", "next").code == 0
    assert run_here("plan", "mark", "9", "done").code == 1


@pytest.mark.parametrize("arguments", [("nosuch",), ("",), ("x", "deep-learning-engineer")])
def test_a_sitting_that_is_not_there_is_said_so(data: Path, arguments: tuple[str, ...]) -> None:
    first, *role = arguments
    ran = run_here("chat", *role, "--plain", "--from", first)
    assert ran.code == 2
    assert "Traceback" not in ran.err
