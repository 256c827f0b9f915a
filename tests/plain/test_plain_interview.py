"""Whole interviews line by line, reaching the indices that the scenarios name."""

import io
import re
from pathlib import Path

import pytest

from aijri_engine import Interview
from aijri_engine.interview.path import Step
from aijri_engine.text import cell_width
from aijri_tui.plain.chat import hold
from aijri_tui.plain.lines import Lines
from aijri_tui.plain.showing import show_question
from tests.plain.plain_driver import (
    LIBRARY,
    QUESTIONS,
    ROLE,
    Person,
    Typed,
    flat,
    index_in,
    interview_with,
    type_lines,
)
from tests.plain.plain_people import JUNIOR, TYPICAL


def as_numbers(answers: dict[str, str]) -> dict[str, str]:
    """Single letters as the numbers of their options."""
    return {
        key: str("abcdefghi".index(one) + 1) if one in tuple("abcdefghi") else one
        for key, one in answers.items()
    }


LABELS = {
    **JUNIOR,
    "split_basis": "thinking about each row",
    "level": "someone else; I carried it out",
    "employer": "sells a product that depends on models it trains",
    "domain": "business software",
    "conditions": "none of these",
    "depth.design": "sizes of an existing structure",
    "depth.train": "follows",
    "depth.infra": "using the platform as others provide it",
    "depth.debug": "going through known checks and fixes until the run behaved",
    "depth.research": "rebuilding or altering a technique that someone else had chosen to try",
    "depth.collaboration": "turning what those people need into targets for the model",
}


@pytest.mark.parametrize(
    "answers", [JUNIOR, as_numbers(JUNIOR), LABELS], ids=["letters", "numbers", "labels"]
)
def test_the_junior_recipe_runner_comes_out_at_40_8(answers: dict[str, str], tmp_path: Path) -> None:
    held = interview_with(answers, save=tmp_path / "a.yaml")
    assert held.shown
    assert "40.8 Yellow, close to Green: partly open to AI; how you work counts Higher is safer." in held.said
    assert index_in(tmp_path / "a.yaml") == 40.8


@pytest.mark.parametrize("answers", [TYPICAL, as_numbers(TYPICAL)], ids=["letters", "numbers"])
def test_the_typical_engineer_comes_out_at_64_6_with_nothing_personal(answers: dict[str, str]) -> None:
    held = interview_with(answers)
    assert held.shown
    assert "64.6 Green, clearly" in held.said
    assert "Nothing personal moved it." in held.said


def test_every_question_says_where_we_are_and_once_why_and_what_it_is_used_for() -> None:
    held = interview_with(JUNIOR)
    numbers = [int(one) for one in re.findall(r"Question (\d+)[ ,.]", held.said)]
    assert numbers == [*range(1, len(numbers) + 1)]
    asked = len(numbers)
    form = Interview.start(LIBRARY, ROLE).form
    keys = [key for key, ask in QUESTIONS.items() if ask in held.said]
    met = [form.single[key] if key in form.single else form.for_task[tuple(key.split("."))] for key in keys]
    assert len({one.key for one in met}) >= 15
    for text in {text for one in met for text in (f"Why: {one.question.why}", one.question.moves)}:
        assert held.said.count(text) <= 1, text
    for text in {f"Why: {one.question.why}" for one in met}:
        assert text in held.said
    assert held.said.count("Noted: ") + held.said.count("Not answered yet. ") >= asked - 1


def test_before_the_review_the_index_stays_covered() -> None:
    held = interview_with(JUNIOR)
    before = held.said.split("Your answers.")[0]
    assert "Your index is" not in before
    assert "Your index moved" not in before


def test_uncovered_by_score_each_answer_says_what_it_changed() -> None:
    held = type_lines("5/50/15/15/5/10", "b", "score", "1", "a")
    assert "Provisionally, your index is 57.9, Green" in held.said
    assert "Your index moved by -" in held.said


def test_after_the_quick_round_a_sentence_calls_for_the_result() -> None:
    lines = ("20/25/15/15/15/10", "b", "b", "b", "b")
    held = type_lines(*lines, "show me the result please", "quit", quick=True)
    assert "Your answers." in held.said
    held = type_lines(*lines, "ok, let's carry on", "quit", quick=True)
    assert "Your answers." not in held.said


def test_an_answer_is_named_in_a_sentence_where_one_is_asked_for() -> None:
    held = type_lines("20/25/15/15/15/10", "edit", "the one about the week please", "quit")
    assert "No question of that number or name" not in held.said
    assert held.said.count("How was your working time divided?") > 1


def test_quick_mode_asks_five_questions_and_can_be_deepened() -> None:
    held = type_lines("20/25/15/15/15/10", "b", "b", "b", "b", "1", quick=True)
    assert "Question 4, about 1 more." in held.said
    assert "Question 5." in held.said
    assert "That was the quick round." in held.said
    assert "Question 6, about" in held.said


class _AtATerminal(Person):
    """The same person, at a window."""

    def isatty(self) -> bool:
        return True

    def readline(self, limit: int = -1, /) -> str:
        line = super().readline(limit)
        self.written.write("\n")
        return line

    def _line(self) -> str:
        return "" if "Enter to let them go:" in flat(self.written.getvalue())[-200:] else super()._line()


@pytest.mark.parametrize("columns", [40, 60, 72, 200])
@pytest.mark.case("public 11")
def test_no_line_is_longer_than_the_window(columns: int, monkeypatch: pytest.MonkeyPatch) -> None:
    """Every line of an interview, its help, its result: at most 80 columns, and the window's where it is narrower."""
    monkeypatch.setattr("aijri_tui.plain.lines.window", lambda stream: columns)
    answers = {
        **JUNIOR,
        "years": ["help", "why", "summary", "1"],
        "review": "",
        "talk": ["all", "why so low?", ""],
    }
    person = _AtATerminal(answers)
    assert hold(LIBRARY, Interview.start(LIBRARY, ROLE), lines=Lines(person, person.written))
    lines = person.written.getvalue().split("\n")
    assert not [line for line in lines if cell_width(line) > min(columns, 80) and "://" not in line]


def test_a_late_change_in_words_is_put_at_its_question_and_the_whole_result_follows() -> None:
    talk = ["oh wait, I must correct one thing, who decides, nobody had to approve it", ""]
    held = interview_with(
        {**JUNIOR, "talk": talk, "level": ["a", "yes"], "review": ["", "show me the result again"]}
    )
    _, told, after = held.said.partition("That sounds like c, I decided, no approval needed. Right?")
    assert told
    assert "Changed: Who decides, now: I decided, no approval needed." in after
    assert "Ready to see" not in after
    listed = after.partition("What changed among your answers")[2].partition("Type a number to change")[0]
    assert "Who decides: I decided, no approval needed." in listed
    assert "Your week:" not in listed
    assert "How well your work resists AI" in after.partition(listed)[2]


def test_a_question_wished_at_the_result_is_asked_and_the_result_follows() -> None:
    talk = ["grand, ask me about the training once more", ""]
    held = interview_with(
        {**JUNIOR, "talk": talk, "depth.train": ["a", "b", "yes"], "review": ["", "show me the result"]}
    )
    _, told, after = held.said.partition("How well your work resists AI")
    assert told
    assert "Changed: " in after
    assert "How well your work resists AI" in after


@pytest.mark.case("coaching 4")
def test_what_is_for_the_coach_waits_until_the_screen_is_turned() -> None:
    start = Interview.start(LIBRARY, ROLE, guided=True)
    told = type_lines("20/25/15/15/15/10", "review", start=start).said
    assert "For the coach only" in told
    assert "Enter when the screen is turned away:" in told
    assert "Look at before interpreting:" not in told
    turned = type_lines("20/25/15/15/15/10", "review", "", start=start).said
    assert "Look at before interpreting:" in turned


@pytest.mark.parametrize("typed", [[""], ["", ""], ["", "quit"]])
@pytest.mark.case("coaching 4")
def test_what_is_for_the_coach_is_gone_however_it_is_left(typed: list[str]) -> None:
    """Also where the input ends there; the window first, then what can be scrolled back to."""
    written = io.StringIO()
    start = Interview.start(LIBRARY, ROLE, guided=True)
    said = Typed("".join(f"{line}\n" for line in ["20/25/15/15/15/10", "review", *typed]))
    hold(LIBRARY, start, False, None, Lines(said, written, 80))
    _, _, after = written.getvalue().rpartition("Look at before interpreting:")
    assert CLEARED in after
    assert "- " not in after.rpartition(CLEARED)[2].partition("Ready")[0].partition("Your answers")[0]


CLEARED = "\x1b[H\x1b[2J\x1b[3J"


@pytest.mark.parametrize("words", ["sure, show me", "yes please", "show it"])
@pytest.mark.case("walk 15")
def test_the_result_is_shown_to_whoever_says_so(words: str) -> None:
    assert interview_with({**JUNIOR, "ready": words}).shown


@pytest.mark.parametrize("role", [*LIBRARY.roles, "47-2152.00"])
def test_whatever_is_asked_its_options_are_shown(role: str) -> None:
    """A grid whose rows have the same options once showed none of them."""
    form = Interview.start(LIBRARY, role).form
    for asked in (*form.single.values(), *form.for_task.values()):
        written = io.StringIO()
        show_question(Lines(io.StringIO(), written, 80), "?", Step(asked, "open"), "", None, set())
        told = flat(written.getvalue())
        different = {row.choices for row in asked.rows}
        wanted = asked.choices or (different.pop() if len(different) == 1 < len(asked.rows) else ())
        assert all(choice.label in told for choice in wanted), asked.key
