"""How long it takes: half a minute a question, a result within twelve minutes, half as long for who comes back."""

import io
import re
from pathlib import Path

import pytest

from aijri_engine.interview.answers_source import read_answers
from aijri_engine.interview.duration import opening_words
from aijri_engine.interview.interview import Interview
from aijri_engine.interview.kinds import kind_of
from aijri_engine.personal.asking import ask_text
from aijri_tui.plain.chat import hold
from aijri_tui.plain.lines import Lines
from tests.plain.plain_driver import LIBRARY, QUESTIONS, ROLE, flat, interview_with
from tests.plain.plain_people import TYPICAL

ABOUT, LONGEST = 12.5, 13.0
"""Minutes, on average of some roles, and for any of them."""
SOME = ("registered-nurse", "electrician", "translator", "backend-api-developer")
WORDS_A_MINUTE, LINE_MINUTES, WEEK_MINUTES = 200.0, 0.1, 40 / 60
OFFER = "Type review to finish now, or go on."


class Typist:
    """Types one answer after another, confirms what is put to be confirmed, and finishes as soon as that is offered."""

    def __init__(self, written: io.StringIO) -> None:
        self.written = written
        self.seen = 0
        self.typed: list[str] = []

    def isatty(self) -> bool:
        """No terminal."""
        return False

    def readline(self, limit: int = -1, /) -> str:
        """The next line."""
        said = flat(self.written.getvalue()[self.seen :])
        self.seen = len(self.written.getvalue())
        assert len(self.typed) < 80
        self.typed.append(self._line(said))
        return f"{self.typed[-1]}\n"

    def _line(self, said: str) -> str:
        if OFFER in said:
            return "review"
        if said.endswith(("to go on:", "or Enter to finish:")):
            return ""
        if "Ready to see the result" in said:
            return "show it"
        if "your working time divided" in said:
            return "typical"
        if "Type yes" in said:
            return "yes"
        return (
            "ab"[len(self.typed) % 2]
            if "(b)" in said or "(row " in said
            else "6"
            if "how many years" in said
            else "/skip"
        )


def minutes_until_the_result(role: str, capsys: pytest.CaptureFixture[str]) -> float:
    """The interview of a role as it is held, up to the offer of a result, which then comes."""
    written = io.StringIO()
    typist = Typist(written)
    assert hold(LIBRARY, Interview.start(LIBRARY, role), lines=Lines(typist, written))
    told = flat(written.getvalue())
    before = told.partition("Ready to see the result")[0]
    words = sum(len(one.split()) for one in set(re.split(r"(?<=[.:;?]) ", before)))
    minutes = words / WORDS_A_MINUTE + LINE_MINUTES * (len(typist.typed) - 1) + WEEK_MINUTES
    with capsys.disabled():
        print(f"\n{role}: {len(typist.typed)} lines typed, {words} words read, {minutes:.1f} minutes")
    assert "ould be " in told.partition("Ready to see the result")[2]
    return minutes


def test_the_result_is_offered_in_about_twelve_minutes(capsys: pytest.CaptureFixture[str]) -> None:
    took = {role: minutes_until_the_result(role, capsys) for role in SOME}
    assert sum(took.values()) / len(took) < ABOUT, f"{took}: let a new question take the place of one"
    assert max(took.values()) < LONGEST, took


READING_SPEED = 200.0
"""Words a minute."""
CHOICE_SECONDS, SPLIT_SECONDS = 6.0, 40.0
MOST_SECONDS, MOST_SECONDS_AGAIN = 28.0, 15.5
"""For each question, and for each that is put again: eight minutes for 17 questions, five for 19 answers."""


def to_be_read(keys: list[str]) -> set[str]:
    """Every distinct text that has to be read in order to answer these questions."""
    interview = Interview.start(LIBRARY, ROLE)
    file = interview.form.file
    found = {opening_words(interview), file.covered}
    for key in keys:
        asked = interview.asked(key)
        assert asked is not None
        found |= {ask_text(interview, asked), asked.question.why, asked.question.footer or ""}
        found |= {choice.label for choice in asked.choices}
        for row in asked.rows:
            found |= {row.label, *(choice.label for choice in row.choices)}
    return found


def estimated_minutes(keys: list[str]) -> tuple[int, float]:
    """Distinct words to read, and minutes: reading, 6 s a choice, 40 s for the split."""
    words = sum(len(text.split()) for text in to_be_read(keys))
    return words, words / READING_SPEED + (CHOICE_SECONDS * (len(keys) - 1) + SPLIT_SECONDS) / 60


def test_the_plain_interview_takes_half_a_minute_a_question(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    held = interview_with({**TYPICAL, "oversight": "a", "depth.research": "b"}, save=tmp_path / "a.yaml")
    asked = held.text.split("Ready to see the result?")[0]
    steps = read_answers(tmp_path / "a.yaml", LIBRARY)[1].path.steps
    questions = [key for key, ask in QUESTIONS.items() if ask in held.said]
    required = [one.key for one in steps if not one.asked.question.optional]
    with capsys.disabled():
        for name, keys in (("without the optional questions", required), ("with them", questions)):
            words, minutes = estimated_minutes(keys)
            print(
                f"\nplain interview {name}: {len(keys)} questions, {words} words to read, {minutes:.1f} minutes"
            )
        print(
            f"everything it says up to the result, confirmations and review included: {len(asked.split())} words"
        )
    assert held.shown
    assert set(required) <= set(questions)
    assert estimated_minutes(required)[1] < MOST_SECONDS * len(required) / 60


def test_somebody_who_comes_back_takes_half_as_long(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """By the same rule: every sentence once, 6 s to confirm an answer, 40 s for the week; one Enter for each."""
    first = tmp_path / "first.yaml"
    interview_with(TYPICAL, save=first)
    _, before = read_answers(first, LIBRARY)
    for step in before.path.steps:
        if step.state != "answered" and not step.asked.question.optional:
            ways = [
                before.answer(step.key, way)
                for _, way in kind_of(step.asked.question.kind).answers(step.asked)
            ]
            before = next((one for one in ways if isinstance(one, Interview)), before)
    start = before.again("the-last")
    held = interview_with({"talk": ""}, start=start)
    told, _, result_view = held.said.partition("Ready to see the result?")
    confirmed = held.said.count("Enter confirms it.")
    words = sum(len(one.split()) for one in set(re.split(r"(?<=[.:;]) ", told)))
    minutes = words / READING_SPEED + (CHOICE_SECONDS * (confirmed - 1) + SPLIT_SECONDS) / 60
    with capsys.disabled():
        print(f"\ncoming back: {confirmed} answers confirmed, {words} words to read, {minutes:.1f} minutes")
    assert minutes < MOST_SECONDS_AGAIN * confirmed / 60
    assert confirmed == len([one for one in before.answers.entries.values() if one.state == "answered"])
    assert result_view.count("How well your work resists AI") == 1
    assert "AIJRI interview" in told
