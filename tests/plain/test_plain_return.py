"""What was typed before a sitting was left stands when it is gone on with."""

import io

import pytest

from aijri_engine.conversation import Conversation
from aijri_engine.interview.interview import Interview
from aijri_tui.plain.conversation import converse
from aijri_tui.plain.face import Face
from aijri_tui.plain.lines import Lines
from aijri_tui.sittings import AnswersFile, Sitting
from tests.plain.plain_driver import LIBRARY, ROLE, type_lines


def left_after(*typed: str) -> Interview:
    """The interview as its log has it, after these lines and an end of input."""
    sitting = Sitting(Conversation(Interview.start(LIBRARY, ROLE)), AnswersFile())
    lines = Lines(io.StringIO("".join(f"{line}\n" for line in typed)), io.StringIO())
    converse(Face(lines, sitting, lambda: 0.0))
    return Interview.resume(LIBRARY, ROLE, sitting.interview.events)


@pytest.mark.case("hostile 14")
def test_rows_typed_one_by_one_are_kept_and_the_next_row_is_asked() -> None:
    said = type_lines("15", start=left_after("", "20", "25", "15")).said
    assert "Debugging, row 4 of 6, 40 left:" in said


def test_rows_of_a_grid_are_kept_and_the_next_row_is_asked() -> None:
    left = left_after("20/25/15/15/15/10", "edit part of ai tools", "b")
    assert left.answers.drafts["practice"] == {"design": "drafts"}
    assert "(row 2 of 6):" in type_lines("edit part of ai tools", start=left).said


@pytest.mark.case("hostile 14")
def test_what_was_skipped_is_not_asked_again() -> None:
    assert "How was your working time divided?" not in type_lines("quit", start=left_after("skip")).said


def test_the_review_after_a_changed_week_names_what_is_open_and_keeps_half_of_a_grid() -> None:
    tools = {"design": "by_hand", "train": "by_hand"}
    start = Interview.from_answers(LIBRARY, ROLE, {"split": {"design": 50, "train": 50}, "practice": tools})
    assert isinstance(start, Interview)
    said = type_lines("review", "your week", "train 40, research 60", "review", "summary", start=start).said
    assert "What you said of “Part of AI tools” was about the answer before this change" in said
    changed, summed = said.partition("Changed: Your week")[2].split("Type a number to change", 1)
    for one in (
        "How research is done: not answered yet.",
        "Part of AI tools: Training: by people; Research: not answered yet.",
    ):
        assert one in changed
    assert "Part of AI tools: Training: by people; Research: not answered yet." in summed
