"""Commands of the plain interview: each is one at every prompt, and does what it says."""

from pathlib import Path
from typing import Any

import pytest

from aijri_engine.content.yaml import parse_yaml
from aijri_engine.interview.answers_source import answers_of
from aijri_engine.interview.interview import Interview
from aijri_engine.interview.understanding.words.positions import numbered
from tests.plain.plain_driver import LIBRARY, ROLE, SPLIT, type_lines


def test_back_goes_to_the_question_before_and_enter_keeps_its_answer() -> None:
    held = type_lines(SPLIT, "b", "back", "", "3")
    assert held.said.count("How did you arrive at these figures?") == 2
    assert "Your answer so far: Thinking about each row. Enter alone keeps it." in held.said
    assert "Kept as it was." in held.said


def test_back_at_the_first_question_says_so() -> None:
    assert "This is the first question." in type_lines("back").said


def test_edit_goes_to_an_answer_by_number_or_name() -> None:
    for words in ("edit 2", "edit your week", "edit split"):
        held = type_lines(SPLIT, "b", words)
        assert held.said.count("Think of your last two normal weeks.") == 2, words


def test_edit_alone_lists_the_answers_and_asks() -> None:
    held = type_lines(SPLIT, "b", "edit", "2")
    assert "2. Your week: Design 20, Training 25" in held.said
    assert held.said.count("Think of your last two normal weeks.") == 2


@pytest.mark.parametrize("agreed", ["yes", "equal parts", "1"])
@pytest.mark.case("walk 7")
def test_the_one_reading_that_is_offered_is_taken_with_a_yes(agreed: str) -> None:
    held = type_lines("half training and debugging, 30% infrastructure, the rest meetings", agreed)
    assert "Say yes for equal parts, or say it anew." in held.said
    assert "Noted: Training 25, Infrastructure 30, Debugging 25, Collaboration 20." in held.said


def test_undo_takes_back_the_last_answer_and_puts_its_question() -> None:
    held = type_lines(SPLIT, "b", "undo")
    assert "Taken back: Where the figures come from." in held.said
    assert held.said.count("How did you arrive at these figures?") == 2
    assert "There is nothing to undo." in type_lines("undo").said


def test_why_says_what_it_is_used_for_and_how_much_it_could_move() -> None:
    held = type_lines("why")
    assert "What it is used for: It sets how much each task counts." in held.said
    assert "It could still move your index by -" in held.said
    assert "Source: Kan and Pudney (2008)" in held.said


def test_help_explains_the_question_and_every_command() -> None:
    held = type_lines("help")
    assert "Waiting for a run counts as what you did meanwhile." in held.said
    for command in (
        "back",
        "edit",
        "why",
        "skip",
        "not sure",
        "rather not say",
        "summary",
        "score",
        "what if",
        "undo",
    ):
        assert f"- {command}: " in held.said


def test_summary_lists_what_was_said_and_what_is_left() -> None:
    held = type_lines(SPLIT, "summary")
    assert "Your week: Design 20, Training 25" in held.said
    assert "more; they could move you by up to" in held.said


def test_what_if_is_tried_and_nothing_of_it_is_kept(tmp_path: Path) -> None:
    save = tmp_path / "a.yaml"
    held = type_lines(SPLIT, "what if", "10 points from training to design", "quit", save=save)
    assert "From 64.6, Green, to 66.5, Green." in held.said
    assert "by which two sittings of one week can differ" in held.said
    assert "Tried, not kept" in held.said
    _, interview = answers_of(parse_yaml(save.read_text(), "a.yaml"), LIBRARY)
    assert interview.values()["split"]["train"] == 25


@pytest.mark.parametrize("lead", ["", "All right: "])
def test_a_what_if_at_the_review_is_tried_or_told_where_it_is(lead: str) -> None:
    line = f"{lead}what if I move 10 points from training to design?"
    held = type_lines("score", SPLIT, "review", line, "quit")
    assert "From 64.6, Green, to 66.5, Green." in held.said
    assert "once more" not in held.said


def test_review_can_be_reached_early_and_changes_one_answer_by_number() -> None:
    held = type_lines(SPLIT, "review", "2", "5/50/15/15/5/10", "", "yes", "1")
    assert held.shown
    assert held.said.count("Think of your last two normal weeks.") == 2
    assert "57.9" in held.said


def test_help_puts_a_question_whole_that_was_only_named() -> None:
    start = interview_from({"level": "mid"}).again("the-last")
    held = type_lines("edit who decides", "help", "d", start=start)
    short, _, whole = held.said.partition("Who made the final choice of structure")
    assert "Who decides. Last time: I decided, someone approved. Enter confirms it." in short
    assert "4 (d) I set the limits within which several projects choose" in whole
    assert "I set limits for several projects." in whole


def interview_from(answers: dict[str, Any]) -> Interview:
    found = Interview.from_answers(LIBRARY, ROLE, answers)
    assert isinstance(found, Interview), found
    return found


@pytest.mark.parametrize("words", ["go on", "continue", "ok", "yes", "next question"])
@pytest.mark.case("coaching 15 go on")
def test_a_word_to_go_on_leaves_no_week_out(words: str) -> None:
    """Coaching, row 15: "go on" is typed at the opening; the week is only left out where that is said."""
    held = type_lines(words, "quit")
    assert ("Not answered yet" in held.said) == (words == "next question")


COMMANDS_TYPED = (
    "/quit",
    "quit",
    "/skip",
    "skip",
    "/not sure",
    "/help",
    "/back",
    "/undo",
    "/score",
    "/summary",
)
PROMPTS: dict[str, tuple[tuple[str, ...], str]] = {
    "which answer": ((SPLIT, "edit"), "Enter goes back:"),
    "a change": ((SPLIT, "what if"), "Enter to go back:"),
    "a row of the week": (("", "5"), "row 2 of 6, 95 left:"),
    "other work": (("", "5", "50", "15", "15", "5", "5"), "Other work:"),
    "its amount": (("", "5", "50", "15", "15", "5", "5", "walks"), "Enter gives it all:"),
    "the review": ((SPLIT, "review"), "press Enter to go on:"),
    "how to see it": ((SPLIT, "review", "", "/skip", "/skip"), "Your answer:"),
    "a change of the result": ((SPLIT, "review", "", "/skip", "/skip", "1", "what if"), "Enter to go back:"),
}
NOT_A_COMMAND = ("That names no change", "No question of that number", "Type a number from 1 to", "skip, row")


@pytest.mark.parametrize(("before", "prompt"), PROMPTS.values(), ids=PROMPTS)
def test_a_command_is_a_command_at_every_prompt(before: tuple[str, ...], prompt: str) -> None:
    """It is never taken for a row, a name or a change; quit leaves wherever it is typed."""
    assert type_lines(*before).said.rpartition(prompt)[2].split(" ")[1:2] in ([], ["Your"], ["Nothing"])
    for command in COMMANDS_TYPED:
        said = type_lines(*before, command).said
        assert not [words for words in NOT_A_COMMAND if words in said], (command, said[-300:])
        if command.endswith("quit"):
            assert type_lines(*before, command, "5", "5").said == said, command


@pytest.mark.parametrize("said", ["2", "2.", "the second one", "second", "number 2", "two"])
def test_a_line_of_a_list_is_taken_by_number_and_by_ordinal(said: str) -> None:
    assert numbered(said, 2) == 1


@pytest.mark.parametrize(
    "said", ["the third one", "0", "b", "nurse", "second nurse on the ward", "", "yes", "none"]
)
def test_what_names_no_line_of_a_list_is_none(said: str) -> None:
    assert numbered(said, 2) is None
