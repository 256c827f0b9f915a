"""What people type into the plain interview: left open, nasty, at random, in distress, several things at once."""

import random
from pathlib import Path

import pytest

from aijri_engine.interview.interview import Interview
from aijri_tui.plain.showing import shared_choices
from tests.plain.plain_driver import LIBRARY, SPLIT, Held, interview_with, type_lines
from tests.plain.plain_people import JUNIOR, TYPICAL

NASTY = (
    "[red]", "[/", "[@click=app.quit]x[/]", "\x1b[31mred\x1b[0m", "\x1b]0;title\x07", "=HYPERLINK(\"x\")", "../../etc",
    "\u202egnp.exe", "a\u200bb", "😀", "x" * 10_000, "\x00", "%s %d {0} {role}", "$(reboot)", "`id`", "-5", "1e9",
    "lots", "٣٤", "\ud800",
)  # fmt: skip


def test_not_sure_and_rather_not_say_are_told_apart_and_not_asked_again() -> None:
    held = interview_with({**JUNIOR, "level": "not sure", "domain": "rather not say"})
    assert held.shown
    assert held.said.count("What are the models you work on mainly used for?") == 1
    assert "Noted. You will not be asked again." in held.said
    assert "Noted: not sure." in held.said
    assert "Who decides: not sure." in held.said
    assert "Field: rather not say." in held.said


def test_skipped_questions_stay_open_and_the_result_is_provisional() -> None:
    held = interview_with({"split": SPLIT})
    assert held.shown
    assert "optional. That is allowed." in held.said
    assert "The result is provisional:" in held.said


def test_scenario_7_not_sure_about_everything_finishes_with_the_role() -> None:
    held = interview_with({}, otherwise="not sure")
    assert held.shown
    assert "The result is provisional" not in held.said
    assert "Part of AI tools: not sure." in held.said
    assert "64.6" in held.said


def test_distress_is_answered_stored_nowhere_and_pauses(tmp_path: Path) -> None:
    save = tmp_path / "a.yaml"
    held = type_lines(SPLIT, "I want to kill myself", "", "quit", save=save)
    assert "Please talk to someone you trust" in held.said
    assert "The interview waits." in held.said
    assert "kill" not in save.read_text()


def harmless(held: Held) -> None:
    assert not set(held.text) & set("\x1b\x07\x00\u202e\u200b")
    assert max(len(line) for line in held.text.splitlines()) <= 120


@pytest.mark.parametrize("typed", NASTY, ids=[repr(one)[:14] for one in NASTY])
def test_nasty_text_is_refused_or_inert_at_every_question(typed: str) -> None:
    line = typed.encode("utf-8", "replace").decode()
    held = type_lines(line, SPLIT, line, "b", line, "3", line, "review", line, "", line, line)
    harmless(held)
    held = interview_with(
        {
            **TYPICAL,
            "example.research": ["/x", line or "x", "1", "/skip"],
            "sounds_like": "b",
            "difference": [line, "1", "/skip"],
        }
    )
    harmless(held)


def talk_at_random(conversations: int) -> None:
    dice = random.Random(7)
    words = [
        "a", "b and c", "1", "2", "9", "back", "undo", "review", "edit 3", "skip", "not sure", "score", "summary", "",
        SPLIT, "5/50/15/15/5/11", "rest", "all b", "what if", "yes", "no", "why", "quick", "train 25", "x", "rows",
        "30h",
    ]  # fmt: skip
    for _ in range(conversations):
        held = type_lines(*(dice.choice(words) for _ in range(40)), quick=dice.random() < 0.3)
        harmless(held)


def test_anything_typed_leads_somewhere() -> None:
    talk_at_random(15)


@pytest.mark.soak
def test_anything_typed_leads_somewhere_for_long() -> None:
    talk_at_random(60)


def test_a_yes_to_several_offers_asks_which_one_and_keeps_them() -> None:
    said = type_lines("train 40, design 20", "yes", "2", "quit").said
    asked = said.partition("Which one of them?")[2]
    assert "2. count the rest as other work" in asked
    assert "Which task is each amount for?" not in asked


def test_the_only_row_of_a_grid_says_what_is_asked() -> None:
    """A translator is asked of pay alone: "Clearly above it" says nothing without the line above it."""
    interview = Interview.start(LIBRARY, "translator")
    asked = next(step.asked for step in interview.path.steps if step.key == "market")
    assert [row.label for row in asked.rows] == ["Pay for such work, against the general rise"]
    assert shared_choices(asked) == ()


def test_what_was_said_before_is_put_after_its_question() -> None:
    said = type_lines(SPLIT, "I guessed, eight years", "quit").said
    question, put = (said.index(words) for words in ("taken up at least one day", "you said before: 8 years"))
    assert question < put
