"""Which words open a result: in a session with a coach only those that call it."""

import io
import re

import pytest

from aijri_engine.content.yaml import parse_yaml
from aijri_engine.conversation import Conversation
from aijri_engine.interview.answers_source import answers_of
from aijri_engine.interview.interview import Interview
from aijri_engine.personal.result import result
from aijri_tui.plain.chat import hold
from aijri_tui.plain.face import Face
from aijri_tui.plain.lines import Lines
from aijri_tui.plain.result_text import in_words
from aijri_tui.plain.review import LATER, SHOW, WORDS, ready, way_of
from aijri_tui.sittings import AnswersFile, Sitting
from tests.plain.plain_driver import LIBRARY, ROLE, SPLIT, Typed, interview_with, type_lines
from tests.plain.plain_people import JUNIOR, TYPICAL

LABELS = ("Show it now", "In words first, without the figure", "Leave it for next time")


@pytest.mark.parametrize("guided", [True, False])
@pytest.mark.parametrize(
    ("typed", "way"),
    [
        ("1", SHOW), ("a", SHOW), ("show it now", SHOW), ("show me the figure", SHOW), ("ok let me see it, show", SHOW),
        ("2", WORDS), ("in words first", WORDS), ("without the figure", WORDS), ("3", LATER), ("not now", LATER),
        ("how sure is this", None), ("how sure is it?", None), ("is that ok", None), ("don't show it", None),
        ("not 1", None), ("how far am i from green", None),
    ],
)  # fmt: skip
def test_a_result_is_opened_by_words_that_call_it(typed: str, way: int | None, guided: bool) -> None:
    assert way_of(typed, LABELS, guided) == way


@pytest.mark.parametrize("typed", ["", "yes", "ok", "sure", "yes please", "ready", "go ahead"])
def test_with_a_coach_no_empty_line_and_no_mere_yes_opens_a_result(typed: str) -> None:
    assert way_of(typed, LABELS, guided=True) is None
    assert way_of(typed, LABELS, guided=False) == SHOW


@pytest.mark.parametrize("guided", [True, False])
@pytest.mark.parametrize(
    ("typed", "way"),
    [("yes i am a bit nervous but show me", SHOW), ("no, that's everything right now, show me the result please", SHOW),
     ("let me see, i am a bit afraid", None), ("show me, but change the years first", None)],
)  # fmt: skip
def test_a_sentence_that_calls_it_opens_it_and_one_that_thinks_aloud_does_not(
    typed: str, way: int | None, guided: bool
) -> None:
    assert way_of(typed, LABELS, guided) == way


@pytest.mark.parametrize(
    ("typed", "way"),
    [("show it again, please", SHOW), ("the first, show it", SHOW), ("let's see it again", SHOW),
     ("the second one", WORDS), ("the third", LATER), ("not the first", None), ("1, but later", None),
     ("do not show it again", None)],
)  # fmt: skip
def test_a_way_is_called_by_its_place_or_once_more(typed: str, way: int | None) -> None:
    assert way_of(typed, LABELS, guided=False) == way


def test_dissent_is_printed_in_the_persons_own_words() -> None:
    held = interview_with({**TYPICAL, "sounds_like": "b", "difference": "That fortnight was [red] unusual"})
    assert held.said.count("That fortnight was [red] unusual") >= 1
    assert "your words on what is different" in held.said


def test_the_words_can_be_seen_before_the_figure_and_the_figure_another_day() -> None:
    held = interview_with({**JUNIOR, "ready": ["2", "3"]})
    assert not held.shown
    words = held.said.split("Your result in words")[1]
    assert "85 %" in words
    assert "40.8" not in words


def test_a_refusal_never_shows_the_figure_and_never_ends_the_interview() -> None:
    refused = ["don't show it", "dont show me the figure", "please don't show it yet", "never show it",
               "do not show it", "show it tomorrow", "yes but not today", "maybe show it",
               "not a", "no figure please", "not the words"]  # fmt: skip
    held = interview_with({**TYPICAL, "ready": [*refused, "not ready yet"]})
    assert not held.shown
    assert held.typed[-len(refused) - 1 :] == (*refused, "not ready yet")
    assert held.text.count("Type 1, 2 or 3.") == len(refused)


def test_what_is_left_of_a_refusal_is_taken() -> None:
    held = interview_with({**TYPICAL, "ready": ["no, b"]})
    assert held.typed[-1] != "no, b"
    assert "Type 1, 2 or 3." not in held.text


@pytest.mark.case("coaching 12")
def test_the_words_without_the_figure_hold_no_figure_near_it() -> None:
    """Coaching, row 12: no index, zone, price or figure of a neighbour."""
    for answers in ({"level": "mid"}, {"level": "junior", "split": {"train": 60, "design": 40}}):
        interview = Interview.from_answers(LIBRARY, ROLE, answers)
        assert isinstance(interview, Interview)
        assert not re.search(r"\d\.\d|\b(Green|Yellow|Red)\b", in_words(result(interview)))


@pytest.mark.parametrize("typed", ["", "quit"])
def test_who_leaves_instead_of_turning_the_screen_sees_nothing_of_it(typed: str) -> None:
    said = type_lines(SPLIT, "review", typed, start=Interview.start(LIBRARY, ROLE, guided=True)).said
    assert ("Look at before interpreting" in said) is (typed == "")


def test_what_is_for_the_coach_is_in_no_window_whose_input_is_a_pipe() -> None:
    lines = Lines(io.StringIO(f"{SPLIT}\nreview\n\n\n"), (said := Typed()))
    assert not hold(LIBRARY, Interview.start(LIBRARY, ROLE, guided=True), lines=lines)
    assert "Nobody can be asked here whether the client looks away" in said.getvalue()
    assert "Look at before interpreting" not in said.getvalue()


@pytest.mark.parametrize(
    "typed", ["what if I move 10 percent from training to research", "what if my boss decided"]
)
def test_a_what_if_tells_no_figure_where_the_result_may_be_heard_without_it(typed: str) -> None:
    held = interview_with({**TYPICAL, "ready": [typed, "not ready yet"]})
    asked = held.text[held.text.rindex("Ready to see the result?") :]
    assert "Type 1, 2 or 3." in asked
    assert not re.search(r"\d\d\.\d", asked)


@pytest.mark.parametrize("typed", ["what if I move 10 percent from training to research", "score"])
def test_with_a_coach_too_the_way_to_the_result_is_asked_for(typed: str) -> None:
    written = io.StringIO()
    sitting = Sitting(Conversation(Interview.start(LIBRARY, ROLE, guided=True)), AnswersFile(None))
    assert ready(Face(Lines(io.StringIO(f"{typed}\n3\n"), written), sitting, lambda: 0.0)) == LATER
    assert "Type 1, 2 or 3." in written.getvalue()
    assert "looked over" not in written.getvalue()


def test_above_a_question_for_free_words_the_way_to_finish_has_its_slash() -> None:
    text = """
role: deep-learning-engineer
answers:
  years: 5
  split: {design: 20, train: 25, infra: 15, debug: 15, research: 15, collaboration: 10}
  split_basis: thought
  depth: {design: adapts, train: adapts, infra: adapts, debug: adapts, research: adapts,
          collaboration: originates}
  practice: {design: drafts, train: drafts, infra: drafts, debug: drafts, research: drafts, collaboration: drafts}
  day_recall: train
  steady: true
  level: mid
"""
    start = answers_of(parse_yaml(text, "a.yaml"), LIBRARY)[1]
    said = type_lines("/review", start=start).said
    asked = said.partition("Type /review to finish now, or go on.")[2]
    assert "Which piece of" in asked.partition("Your answers.")[0]
    assert "Type a number to change that answer" in asked
