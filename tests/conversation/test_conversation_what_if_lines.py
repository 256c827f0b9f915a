"""What would be different, in words: computed and told, asked back or refused, and never made."""

import re
from typing import Any

import pytest
from conversation_results import LIBRARY, ROLE, of, said

from aijri_engine import Interview, Library
from aijri_engine.conversation.result_talk import answer_about, change_wanted, offered, tried_or_answered
from aijri_engine.conversation.typed_changes import typed_changes
from aijri_engine.interview.values import Problem
from aijri_engine.personal.result import Result
from aijri_engine.personal.what_if import WhatIf, what_if
from tests.personal.made_up_people import ARCHITECT, JUNIOR, TASKS


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("what if I move 20 percent from training to research", "Training 50 to 30 % and Research 5 to 25 %"),
        ("move 20 points to research from training", "Training 50 to 30 % and Research 5 to 25 %"),
        ("what if half of training went to design", "Design 5 to 30 % and Training 50 to 25 %"),
        ("what if no training", "Training 50 to 0 %"),
        ("no infra at all", "Infrastructure 15 to 0 %"),
        ("what if training was 30 percent", "Training 50 to 30 %"),
        ("20 points less training", "Training 50 to 30 %"),
        ("what if I stopped training", "Training 50 to 0 %"),
        ("shift 4 hours from debugging to design", "Design 5 to 15 % and Debugging 15 to 5 %"),
        ("shift 4 hours from debugging to design", "hours count here as parts of 40."),
        ("what if training was b?", "From 40.8, Yellow, to 50.3, Green."),
        ("what if training was b and infra c", "From 40.8, Yellow, to 56.0, Green."),
        ("what if training b, and debugging b", "From 40.8, Yellow, to 53.2, Green."),
        ("what if training b and infra by hand", "Infrastructure: by people"),
        ("what if who decides was c", "Who decides: I decided, no approval needed."),
        ("training one step deeper", "From 40.8, Yellow, to 50.3, Green."),
        ("what if I changed the recipe itself in training", "From 40.8, Yellow, to 50.3, Green."),
        ("what if level=senior", "Nothing"),
        ("what if I were senior", "It sets what is expected of tasks you have not described"),
    ],
)
def test_a_change_in_words_is_computed_told_and_not_made(junior: Result, line: str, told: str) -> None:
    before = junior.interview
    words = said(junior, line)
    if told != "Nothing":
        assert told in words
    assert "your answers and your figure are as they were" in words
    assert junior.interview is before


OWN_FIRST: dict[str, Any] = {
    "split": dict(zip(TASKS, (27, 23, 20, 0, 0, 0), strict=True)),
    "other": [
        {
            "name": "data entry",
            "share": 30,
            "rating": {"steps": "written", "sources": "files", "judged": "automatic"},
        }
    ],
}


@pytest.mark.parametrize(
    ("role", "answers"),
    [
        *((ROLE, one) for one in (JUNIOR, ARCHITECT, OWN_FIRST, {"split": {TASKS[0]: 100}})),
        *((role, {"split": "typical"}) for role in LIBRARY.roles),
    ],
)
def test_every_example_of_a_what_if_is_computed_when_it_is_typed(role: str, answers: dict[str, Any]) -> None:
    found = of(answers, role)
    tasks, _, other = (
        change_wanted(found).partition("for example: ")[2].partition("; or another answer, such as: ")
    )
    asked = offered(found).partition("for example: ")[2].partition(".")[0].split("; ")
    for example in (*tasks.split("; "), *(one for one in asked if "what if" in one), other.rstrip(".")):
        line = example if "what if" in example else f"what if {example}"
        assert answer_about(found, line).changes, line
        assert tried_or_answered(found, example).changes, example


@pytest.mark.parametrize("line", ["what if no training and no infra", "what if no infra, no training"])
def test_two_tasks_that_give_are_not_one_that_takes(junior: Result, line: str) -> None:
    assert "Training 50 to 0 %, Infrastructure 15 to 0 %" in said(junior, line)


@pytest.mark.parametrize(
    "rows", [(5, 50, 15, 15, 5, 10), (1, 1, 1, 1, 1, 1), (3, 3, 3, 3, 3, 30), (0, 0, 7, 6, 5, 1)]
)
@pytest.mark.parametrize(
    "line", ["10 more research", "no infra", "debugging 36", "half of debugging to design"]
)
def test_the_shares_told_of_a_what_if_add_up(rows: tuple[int, ...], line: str) -> None:
    week = {task: 100 * part / sum(rows) for task, part in zip(TASKS, rows, strict=True)}
    told = said(of({**JUNIOR, "split": week}), f"what if {line}")
    moved = re.findall(r"([0-9-]+) to ([0-9-]+) %", told)
    assert moved
    assert sum(int(one) for one, _ in moved) == sum(int(one) for _, one in moved) <= 100
    assert all(int(one) >= 0 for both in moved for one in both)


@pytest.mark.parametrize("line", ["what if everything was different", "what if level=emperor", "move it"])
def test_a_change_that_is_not_understood_moves_nothing_and_says_so(junior: Result, line: str) -> None:
    found = answer_about(junior, line)
    assert found.trouble or "beyond what I can answer" in found.words[0]
    assert not found.changes


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("what if my boss had to approve it", "Who decides: I decided, someone approved? Type yes"),
        ("what if i moved to a bank", "Employer: Uses models from others? Type yes"),
        ("what if I decided on training myself?", "Who decides: I decided, no approval needed? Type yes"),
        ("what if it was b", "Who decides, Employer"),
        ("move ten hours from training to sitting with patients?", "“sitting with patients” is none of your"),
        ("what if no one approved", "That could be Who decides or "),
        ("what if I built new measurements for training", "How training is done: training without a recipe? Type yes"),
        ("what if I moved a lot of training to research", "names no change"),
        ("what if I do less research", "not said how much"),
        ("what if research instead of training", "not said how much"),
        ("training deeper, research 20", "one change at a time"), ("training 10 % less", "or of the week"),
        ("what if I spent 10 % more on gardening", "“on gardening” was not understood"),
    ],
)  # fmt: skip
def test_what_only_may_be_meant_is_asked_and_not_tried(junior: Result, line: str, told: str) -> None:
    found = answer_about(junior, line)
    assert told in " ".join(found.words)
    assert not found.changes
    asked_back = "Type yes" in told
    for yes in ("yes", "yes please", "Yeah, that's it"):
        assert bool(answer_about(junior, yes, before=found).changes) is asked_back
    assert not answer_about(junior, "no", before=found).changes
    assert not answer_about(junior, "yes").changes


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("what if AI did all the charting", "Part of AI tools: Record keeping: a tool did all of it."),
        ("what if employers ended some posts?", "Your market: Employers: they ended some"),
        ("what if pay fell and employers ended posts?", "and did not fill them again; Pay: it fell."),
        ("what if our union must be consulted?", "Conditions: Union must be consulted."),
    ],
)
def test_rows_and_ticks_are_tried_alone_and_the_others_stay(line: str, told: str) -> None:
    found = answer_about(of({"conditions": ["onsite_some"]}, "registered-nurse"), line)
    assert found.changes
    assert told in " ".join(found.words)
    assert "not answered" not in " ".join(found.words)


def test_where_a_change_is_asked_for_a_question_is_answered_all_the_same(junior: Result) -> None:
    assert "two people with one title" in " ".join(
        tried_or_answered(junior, "what about my colleagues?").words
    )
    assert tried_or_answered(junior, "banana").trouble
    assert tried_or_answered(junior, "10 percent from training to research").changes


def test_the_offer_names_tasks_of_this_person(junior: Result) -> None:
    assert "from training to" in offered(junior)


@pytest.mark.parametrize(
    ("typed", "unknown"),
    [
        ("move 10 from cooking to design", "cooking"),
        ("what if I moved 5 percent from design to cooking", "cooking"),
        ("move 10 from the cooking of eels to design", "the cooking of eels"),
        ("move 10 from everything else to design", ""),
        ("what if design went from 20 to 30 percent", ""),
        ("move 10 from training to design", ""),
    ],
)
def test_a_task_nobody_has_gives_and_gets_no_time(typed: str, unknown: str) -> None:
    """It is asked back, and not taken from everybody else."""
    interview = Interview.from_answers(
        Library.open(), "deep-learning-engineer", {"split": SPLIT_OF_ALL, "level": "mid"}
    )
    assert isinstance(interview, Interview)
    found = typed_changes(interview, typed)
    if unknown:
        assert isinstance(found, Problem)
        assert f"“{unknown}” is none of your tasks" in found.text()
    else:
        assert not isinstance(found, Problem), found


@pytest.mark.parametrize(
    ("typed", "half"),
    [("what if training 8h3", "8h3"), ("move 2x10 from training to design", "2x10"),
     ("training 20 patients", "20 patients"),
     ("what if I move 1.000 from training to design", "1.000"),
     ("move 5 patients from training to design", "5 patients"), ("move -20 from training to design", "-20"),
     ("move 10 to 20 percent from training to design", "no single figure"),
     ("move over 10 from training to design", "no single figure")],
)  # fmt: skip
def test_a_change_by_half_a_figure_is_refused(typed: str, half: str) -> None:
    interview = Interview.from_answers(Library.open(), "deep-learning-engineer", {"split": SPLIT_OF_ALL})
    assert isinstance(interview, Interview)
    found = typed_changes(interview, typed)
    assert isinstance(found, Problem)
    assert half in found.text()


@pytest.mark.parametrize(
    "typed",
    ["move 5 from training and 5 from design to research", "10 less on training and move 5 from infra to design",
     "10 each from training and infra to research", "move 5 from training and infra to research",
     "what if I decided myself and training one step deeper",
     "what if I move 4 hours in two weeks from training to research", "less training, more research",
     "what if I worked at a frontier lab and moved 20 from training to research",
     "what if I move 2 days a month from training to research"],
)  # fmt: skip
def test_of_several_changes_in_one_line_none_is_left_out_in_silence(typed: str) -> None:
    interview = Interview.from_answers(Library.open(), "deep-learning-engineer", {"split": SPLIT_OF_ALL})
    assert isinstance(interview, Interview)
    found = typed_changes(interview, typed)
    assert isinstance(found, Problem)
    assert re.search("[Oo]ne change at a time|week", found.text())


@pytest.mark.parametrize(
    ("typed", "moved"),
    [("training 30, research 25", {"train": 30, "research": 25}), ("train 35 infra 5", {"train": 35, "infra": 5}),
     ("what if I stop infra and debugging", {"infra": 0, "debug": 0}),
     ("what if I move 20% from training to research and 10% from infra to design",
      {"train": 20, "research": 40, "infra": 0, "design": 30}),
     ("what if half training half research", {"train": 50, "research": 50, "design": 0}),
     ("what if no, training 30", {"train": 30}), ("what if research +10", {"research": 30}),
     ("what if I spend less time on training", {"train": 30}), ("what if training falls by 10", {"train": 30}),
     ("what if I give up 10 points of training", {"train": 30}), ("what if I cut training to 10", {"train": 10}),
     ("what if research goes up by 20", {"research": 40}), ("two more days of research", {"research": 60}),
     ("what if I moved everything from training to research", {"train": 0, "research": 60}),
     ("half as much training", {"train": 20}), ("drop infra", {"infra": 0})],
)  # fmt: skip
def test_a_change_in_words_is_the_whole_of_what_was_said(typed: str, moved: dict[str, float]) -> None:
    interview = Interview.from_answers(
        Library.open(), "deep-learning-engineer", {"split": SPLIT_OF_ALL, "level": "mid"}
    )
    assert isinstance(interview, Interview)
    changes = typed_changes(interview, typed)
    assert not isinstance(changes, Problem), changes
    found = what_if(interview, changes)
    assert isinstance(found, WhatIf)
    assert {task.id: round(task.share, 6) for task in found.then.tasks if task.id in moved} == moved


SPLIT_OF_ALL = {"design": 20, "train": 40, "infra": 10, "debug": 5, "research": 20, "collaboration": 5}


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("level=banana", "“banana” is no answer to “Who decides”. Say “Someone else decided”"),
        ("depth.train=x", "“x” is no answer to"),
        ("x=1", "There is nothing called 'x' to change. What would be different?"),
        ("share=train:zzz:10", "There is no task 'zzz'. What would be different?"),
        ("growth=9", "the figure must be at most 2. What would be different?"),
        ("what if level=emperor", "Say “Someone else decided”"),
        ("help", "That names no change I can compute. What would be different?"),
    ],
)
def test_a_refused_change_is_told_by_labels_and_never_by_ids(junior: Result, line: str, told: str) -> None:
    words = " ".join(tried_or_answered(junior, line).words)
    assert told in words
    for name in ("split_basis", "junior", "depth.train", "QUESTION=", "NAME=VALUE", "originates"):
        assert name not in words


def test_every_answer_is_tried_by_what_it_is_called(junior: Result) -> None:
    for label in (
        "I set limits for several projects",
        "changing the recipe itself",
        "Mine for part of the work",
    ):
        assert tried_or_answered(junior, f"what if {label}").changes, label


def test_whatever_is_told_as_a_step_is_taken_as_it_is_told(junior: Result) -> None:
    advice, zone = junior.advice, junior.next_zone
    assert zone is not None
    for one in (*advice.derived, zone):
        told = said(junior, f"what if {one.title}")
        assert f"to {one.index_then:.1f}" in told, (one.title, told)
    for step in advice.steps:
        told = said(junior, f"what if {step.strategy.title}")
        assert told == said(junior, step.strategy.title)
        assert ("is a step outside the index" in told) == (step.priced is None)
        assert step.priced is None or f"to {step.priced.index_then:.1f}" in told


def test_a_step_is_tried_on_the_page_of_changes_as_it_stands(junior: Result) -> None:
    step = next(one for one in junior.advice.steps if one.priced is not None)
    assert answer_about(junior, f"what if {step.strategy.title}").step == step.strategy.id
