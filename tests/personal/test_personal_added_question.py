"""A scored question added in YAML alone gets its worth, doubt, what-if and sentences right; nothing knows its id."""

import shutil
from collections.abc import Sequence
from pathlib import Path

import pytest

from aijri_engine import Interview, Library, Problem, result, what_if
from aijri_engine.content.library import content_folder
from aijri_engine.conversation.typed_changes import typed_changes
from aijri_engine.interview.path import answer_text
from aijri_engine.personal.bridge import bridge
from aijri_engine.personal.changeable import changeable_lines
from aijri_engine.personal.names import cause_name
from aijri_engine.personal.order import remaining
from aijri_engine.personal.result import borrowed_of
from aijri_engine.personal.sayer import points
from aijri_engine.personal.spread import narrowing_of, spread_of
from aijri_engine.personal.what_if import NewAnswer
from aijri_engine.personal.worth import worth_of
from aijri_engine.report import ReportOptions, build
from aijri_engine.report.renderers.text import text_of

ROLE = "deep-learning-engineer"

QUESTIONS = """questions:
  - id: zebra
    section: outside
    kind: choice
    short: Licence to sign
    says: a licence that somebody must hold
    ask: Must somebody hold a licence for what you release?
    why: A licence keeps a person there.
    moves: It sets your union barrier.
    options:
      - {id: walnut, label: No licence, sets: {union: 0}}
      - {id: acorn, label: Somebody must, sets: {union: 1}}
      - {id: chestnut, label: I must, sets: {union: 2}}
  - id: lemur
    section: outside
    kind: yes_no
    short: Reused as it is
    says: work that is reused as it is
    ask: Is your training reused as it is by others without you?
    why: What runs without you is more open.
    moves: It can raise the score of training.
"""

RULES = """
rules:
  - id: lemur-reused
    cause: lemur
    for_each: task
    when:
      all:
        - answer: lemur
          is: true
        - answer: split.@item
          at_least: 1
    then:
      score_at_least: 4
    why: What is reused whole scores 4; the rule is ours.
"""


def opened(folder: Path, questions: str, rules: str, left_out: Sequence[str] = ()) -> Library:
    """The shipped content with more questions and rules in its pack, and without some words of it."""
    shutil.copytree(content_folder(), folder, dirs_exist_ok=True)
    pack = folder / "packs" / "ai.yaml"
    text = pack.read_text(encoding="utf-8")
    for words in left_out:
        text = text.replace(words, "")
    text = text if "\nrules:\n" in text else f"{text}\nrules:\n"
    text = text.replace("questions:\n", questions, 1).replace("\nrules:\n", rules, 1)
    pack.write_text(text, encoding="utf-8")
    return Library.open(folder)


OF_UNION = ("        sets: {union: 1}\n", "        sets: {union: 2}\n", "union: 0, ")
"""By which `conditions` sets the union barrier."""


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Library:
    return opened(tmp_path_factory.mktemp("content"), QUESTIONS, RULES, OF_UNION)


def start(library: Library, **answers: object) -> Interview:
    found = Interview.from_answers(library, ROLE, {"split": "typical", **answers})
    assert isinstance(found, Interview), found
    return found


def test_it_is_worth_what_it_can_move(library: Library) -> None:
    interview = start(library)
    reached = []
    for option in ("walnut", "acorn", "chestnut"):
        changed = interview.answer("zebra", option)
        assert not isinstance(changed, Problem)
        reached.append(result(changed).assessment.index)
    found = worth_of(interview, "zebra")
    assert found.could_move == pytest.approx(max(reached) - min(reached), abs=0.1)
    assert worth_of(interview, "lemur").lowest < -1
    assert "do not move" not in remaining(interview).sentence


def test_it_widens_the_range_until_it_is_answered(library: Library) -> None:
    known = start(library, level="mid", employer="product", practice=dict.fromkeys(TASKS, "by_hand"),
                  oversight="part", signature="part", conditions=["nothing"], depth=PUBLISHED)  # fmt: skip
    told = known.answer("zebra", "walnut")
    assert not isinstance(told, Problem)
    assert spread_of(known).sd > spread_of(told).sd
    assert "zebra" in [one.question for one in narrowing_of(known)]
    assert "zebra" not in [one.question for one in narrowing_of(told)]


TASKS = ("design", "train", "infra", "debug", "research", "collaboration")
PUBLISHED = {**dict.fromkeys(TASKS, "adapts"), "research": "originates"}


def test_it_can_be_tried_and_is_told_by_its_words(library: Library) -> None:
    interview = start(library, level="mid", zebra="walnut")
    lines = {line.key: line for line in changeable_lines(interview, interview)}
    assert [value.name for value in lines["zebra"].values] == ["No licence", "Somebody must", "I must"]
    assert [value.name for value in lines["lemur"].values] == ["not answered", "no", "yes"]
    tried = what_if(interview, ["zebra=chestnut"])
    assert not isinstance(tried, Problem)
    assert tried.points > 0
    names = [cause_name(group.cause, tried.then) for group in bridge(tried.now, tried.then).groups]
    assert names == ["a licence that somebody must hold"]
    step = interview.path.step("zebra")
    assert step is not None
    assert answer_text(step) == "No licence"


def test_sentences_speak_of_it(library: Library) -> None:
    interview = start(library, level="mid", zebra="chestnut", lemur="not_sure")
    found = result(interview)
    told = " ".join(sentence.text for sentence in found.sentences)
    assert "a licence that somebody must hold" in told
    assert "Not sure: work that is reused as it is." in [one.text for one in borrowed_of(found)]
    raised = interview.answer("lemur", True)
    assert not isinstance(raised, Problem)
    after = result(raised)
    assert after.assessment.index < found.assessment.index
    assert any(row.cause == "lemur.train" for row in after.bridge.rows)
    assert cause_name("lemur.train", after.personal) == "work that is reused as it is, in training"


OF_A_TASK = """questions:
  - id: otter
    section: tasks
    for_each: task
    kind: choice
    plainly: Who said that it was good enough?
    short: How {task} is judged
    says: how a task is judged
    ask: How was it mostly decided that {task} work was good enough?
    why: What a program judges it can repeat.
    moves: It can raise this task's score.
    options:
      - {id: birch, label: A measure decided and nobody looked further, short: A measure alone, plainly: A program.}
      - {id: alder, label: A person, plainly: Somebody judged.}
    odds: {birch: 0.1, alder: 0.9}
    when:
      answer: split.@item
      at_least: 10
"""

OF_A_TASK_RULES = """
rules:
  - id: otter-birch
    cause: otter
    for_each: task
    when:
      answer: otter.@item
      is: birch
    then:
      score_at_least: 5
    why: What a measure judges scores 5; the rule is ours.
"""


@pytest.fixture(scope="module")
def asked_of_tasks(tmp_path_factory: pytest.TempPathFactory) -> Library:
    return opened(tmp_path_factory.mktemp("content"), OF_A_TASK, OF_A_TASK_RULES)


def part(interview: Interview, section: str) -> str:
    """A section of the report in plain text."""
    document = build(result(interview), ReportOptions(date="2026-11-22"))
    return text_of(next(one for one in document.sections if one.id == section).blocks)


def test_two_questions_called_the_same_are_asked_back(tmp_path: Path) -> None:
    renamed = QUESTIONS.replace("Licence to sign", "Employer").replace("No licence", "Frontier lab")
    interview = start(opened(tmp_path, renamed, RULES, OF_UNION))
    both = [asked.name for key in ("employer", "zebra") if (asked := interview.asked(key)) is not None]
    assert both == ["Employer"] * 2
    found = typed_changes(interview, "what if employer was frontier lab")
    assert isinstance(found, Problem)
    assert "Must somebody hold a licence for what you release?" in found.message


def test_a_question_about_a_task_is_told_by_its_answer(asked_of_tasks: Library) -> None:
    judged = start(asked_of_tasks, otter={"train": "birch"})
    found = result(judged)
    [group] = found.bridge.groups
    assert group.shown < 0
    assert cause_name(group.cause, found.personal) == "how training is judged"
    assert f"how training is judged {points(group.shown)}" in " ".join(one.text for one in found.sentences)
    assert "how training is judged (“A measure alone”)" in " ".join(found.first_view.differences)
    rests = " ".join(part(judged, "origins").split())
    assert "How training is judged A measure alone" in rests
    left = sum(one.key.startswith("otter.") and not one.settled for one in judged.path.steps)
    assert left > 1
    assert f"how a task is judged ({left} tasks)" in rests
    assert f"how {len(TASKS)} tasks are done" in rests


def test_what_a_tool_did_is_not_told_by_how_the_task_is_done(library: Library) -> None:
    rests = start(library, practice={"train": "end_to_end"}, stepped_in={"train": "never"})
    told = " ".join(result(rests).first_view.differences)
    assert "training run whole by a tool" in told
    assert "recipe" not in told
    assert "Stepping in on training Never or rarely" in " ".join(part(rests, "origins").split())


@pytest.mark.parametrize(
    "words",
    ["what if training was judged by a measure alone", "what if a measure alone judged training",
     "what if how training is judged was a measure alone"],
)  # fmt: skip
def test_it_is_tried_in_words_that_call_it_by_its_name(asked_of_tasks: Library, words: str) -> None:
    interview = start(asked_of_tasks, level="mid")
    assert typed_changes(interview, words) == (NewAnswer("otter.train", "birch"),)
    denied = typed_changes(interview, words.replace("judged", "not judged").replace("was a", "was not a"))
    assert isinstance(denied, Problem)
