"""Commands, mistakes and endings of the plain interview, without a terminal."""

import io
import random
import re
import shlex
from pathlib import Path
from typing import Any

import pytest

from aijri_engine.content.library import Library, content_folder
from aijri_engine.content.yaml import parse_yaml
from aijri_engine.conversation import Conversation
from aijri_engine.interview.answers_source import answers_of, read_answers, write_answers
from aijri_engine.interview.duration import opening_words
from aijri_engine.interview.interview import Interview
from aijri_engine.interview.understanding.words.positions import numbered
from aijri_engine.personal.asking import ask_text
from aijri_engine.personal.result import result
from aijri_tui.plain.chat import hold
from aijri_tui.plain.face import Face
from aijri_tui.plain.lines import Lines
from aijri_tui.plain.result_text import in_words
from aijri_tui.plain.review import LATER, ready
from aijri_tui.plain.showing import shared_choices
from aijri_tui.sittings import AnswersFile, Sitting
from tests.plain.plain_driver import LIBRARY, QUESTIONS, ROLE, Held, interview_with, type_lines
from tests.plain.test_plain_interview import JUNIOR, TYPICAL

SPLIT = "20/25/15/15/15/10"

NASTY = (
    "[red]", "[/", "[@click=app.quit]x[/]", "\x1b[31mred\x1b[0m", "\x1b]0;title\x07", "=HYPERLINK(\"x\")", "../../etc",
    "\u202egnp.exe", "a\u200bb", "😀", "x" * 10_000, "\x00", "%s %d {0} {role}", "$(reboot)", "`id`", "-5", "1e9",
    "lots", "٣٤", "\ud800",
)  # fmt: skip


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


def test_summary_lists_what_was_said_and_what_is_left() -> None:
    held = type_lines(SPLIT, "summary")
    assert "Your week: Design 20, Training 25" in held.said
    assert "more; they could move you by up to" in held.said


def test_what_if_is_tried_and_nothing_of_it_is_kept(tmp_path: Path) -> None:
    save = tmp_path / "a.yaml"
    held = type_lines(SPLIT, "what if", "10 points from training to design", "quit", save=save)
    assert "From 64.6, Green, to 66.5, Green." in held.said
    assert "second sitting could confirm" in held.said
    assert "Tried, not kept" in held.said
    _, interview = answers_of(parse_yaml(save.read_text(), "a.yaml"), LIBRARY)
    assert interview.values()["split"]["train"] == 25


def test_review_can_be_reached_early_and_changes_one_answer_by_number() -> None:
    held = type_lines(SPLIT, "review", "2", "5/50/15/15/5/10", "", "yes", "1")
    assert held.shown
    assert held.said.count("Think of your last two normal weeks.") == 2
    assert "57.9" in held.said


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


def test_distress_is_answered_stored_nowhere_and_pauses(tmp_path: Path) -> None:
    save = tmp_path / "a.yaml"
    held = type_lines(SPLIT, "I want to kill myself", "", "quit", save=save)
    assert "Please talk to someone you trust" in held.said
    assert "The interview waits." in held.said
    assert "kill" not in save.read_text()


def test_end_of_input_prints_an_answers_file_that_reads_back() -> None:
    held = type_lines(SPLIT, "b")
    assert not held.shown
    text = held.text[held.text.index("role: ") :].split("\n\n")[0]
    _, interview = answers_of(parse_yaml(text, "a.yaml"), LIBRARY)
    assert interview.values()["split_basis"] == "thought"


def test_every_accepted_answer_is_on_disk_before_the_next_question(tmp_path: Path) -> None:
    save = tmp_path / "a.yaml"
    type_lines(SPLIT, "b", save=save)
    _, interview = answers_of(parse_yaml(save.read_text(), "a.yaml"), LIBRARY)
    assert write_answers(interview) == save.read_text()
    assert not [path for path in tmp_path.iterdir() if path != save]


def test_a_file_that_cannot_be_written_is_told_once_and_the_interview_goes_on(tmp_path: Path) -> None:
    folder = tmp_path / "gone"
    folder.mkdir()
    save = folder / "a.yaml"
    start = Interview.start(LIBRARY, ROLE)
    folder.rmdir()
    held = type_lines(SPLIT, "b", "1", "quit", save=save, start=start)
    assert held.said.count("could not be written") == 1
    assert "Noted: 1" in held.said


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


def test_somebody_who_comes_back_takes_half_as_long(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """By the same rule: every sentence once, 6 s to confirm an answer, 40 s for the week; one Enter for each."""
    first = tmp_path / "first.yaml"
    interview_with(TYPICAL, save=first)
    _, before = read_answers(first, LIBRARY)
    for step in before.path.steps:
        if step.state != "answered" and step.asked.choices and not step.asked.question.optional:
            after = before.answer(step.key, step.asked.choices[0].id)
            before = after if isinstance(after, Interview) else before
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


@pytest.mark.case("coaching 12")
def test_the_words_without_the_figure_hold_no_figure_near_it() -> None:
    """Coaching, row 12: no index, zone, price or figure of a neighbour."""
    for answers in ({"level": "mid"}, {"level": "junior", "split": {"train": 60, "design": 40}}):
        interview = Interview.from_answers(LIBRARY, ROLE, answers)
        assert isinstance(interview, Interview)
        assert not re.search(r"\d\.\d|\b(Green|Yellow|Red)\b", in_words(result(interview)))


def test_a_yes_to_several_offers_asks_which_one_and_keeps_them() -> None:
    said = type_lines("train 40, design 20", "yes", "2", "quit").said
    asked = said.partition("Which one of them?")[2]
    assert "2. count the rest as other work" in asked
    assert "Which task is each amount for?" not in asked


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


@pytest.mark.parametrize("typed", ["", "quit"])
def test_who_leaves_instead_of_turning_the_screen_sees_nothing_of_it(typed: str) -> None:
    said = type_lines(SPLIT, "review", typed, start=Interview.start(LIBRARY, ROLE, guided=True)).said
    assert ("Look at before interpreting" in said) is (typed == "")


def test_what_is_for_the_coach_is_in_no_window_whose_input_is_a_pipe() -> None:
    lines = Lines(io.StringIO(f"{SPLIT}\nreview\n\n\n"), (said := Typed()))
    assert not hold(LIBRARY, Interview.start(LIBRARY, ROLE, guided=True), lines=lines)
    assert "Nobody can be asked here whether the client looks away" in said.getvalue()
    assert "Look at before interpreting" not in said.getvalue()


def test_a_command_is_no_name_of_a_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    lines = Lines(
        Typed("\n".join((SPLIT, "quit", "quit", "/skip", "help", "mine", ""))), (said := io.StringIO())
    )
    hold(LIBRARY, Interview.start(LIBRARY, ROLE), lines=lines)
    assert said.getvalue().count("That is a command and no file name.") == 3
    assert [path.name for path in tmp_path.iterdir()] == ["mine.yaml"]


class Typed(io.StringIO):
    """Lines of somebody at a terminal."""

    def isatty(self) -> bool:
        return True


@pytest.mark.parametrize("said", ["2", "2.", "the second one", "second", "number 2", "two"])
def test_a_line_of_a_list_is_taken_by_number_and_by_ordinal(said: str) -> None:
    assert numbered(said, 2) == 1


@pytest.mark.parametrize(
    "said", ["the third one", "0", "b", "nurse", "second nurse on the ward", "", "yes", "none"]
)
def test_what_names_no_line_of_a_list_is_none(said: str) -> None:
    assert numbered(said, 2) is None


def test_the_only_row_of_a_grid_says_what_is_asked() -> None:
    """A translator is asked of pay alone: "Clearly above it" says nothing without the line above it."""
    interview = Interview.start(LIBRARY, "translator")
    asked = next(step.asked for step in interview.path.steps if step.key == "market")
    assert [row.label for row in asked.rows] == ["Pay for such work, against the general rise"]
    assert shared_choices(asked) == ()


def test_the_command_that_goes_on_from_a_file_is_whole(tmp_path: Path) -> None:
    """The quick round stays quick, a path with a space is one word, and the folder of the role is named."""
    save, folder = tmp_path / "my answers.yaml", tmp_path / "own roles"
    (folder / "roles").mkdir(parents=True)
    library = Library.open(content_folder(), folder)
    held = type_lines(SPLIT, "quit", save=save, quick=True, start=Interview.start(library, ROLE))
    told = shlex.split(held.text.partition("To go on where you are:")[2])
    assert told == ["aijri", "chat", ROLE, "--plain", "--quick", "--library", str(folder),
                    "--answers", str(save), "--save", str(save)]  # fmt: skip


def test_what_was_said_before_is_put_after_its_question() -> None:
    said = type_lines(SPLIT, "I guessed, eight years", "quit").said
    question, put = (said.index(words) for words in ("taken up at least one day", "you said before: 8 years"))
    assert question < put


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
