"""Answers files written and read back: the same answers, the same states, the same index."""

import random
from typing import Any

import pytest

from aijri_engine.content.library import Library
from aijri_engine.content.yaml import parse_yaml
from aijri_engine.interview.answers_source import answers_of, remarks, write_answers
from aijri_engine.interview.interview import Interview
from aijri_engine.interview.path import Step
from aijri_engine.personal.personalise import personalise

LIBRARY = Library.open()
ROLE = "deep-learning-engineer"

WORDS = (
    "hiring",
    "data: cleaning",
    "no",
    "1:30",
    "010",
    "“quotes” and 'more'",
    "yes, really",
    "- item",
    "#5",
    "é 😀",
    "null",
    "*x",
)
"""Names and notes that YAML could read as something else."""


def some_split(dice: random.Random) -> Any:
    """A time split as people give them: percent, hours, with other work, scaled, nearly 100, or typical."""
    tasks = ["design", "train", "infra", "debug", "research", "collaboration"]
    way = dice.randrange(6)
    if way == 0:
        return "typical"
    rows = {task: round(dice.uniform(0, 30), dice.choice((0, 1, 2))) for task in tasks if dice.random() < 0.8}
    rows["train"] = rows.get("train", 0) + 1
    value: dict[str, Any] = {"rows": rows}
    if dice.random() < 0.5:
        names = dice.sample(WORDS, dice.randint(1, 3))
        value["other"] = [{"name": name, "share": round(dice.uniform(1, 25), 1)} for name in names]
    if way == 1:
        value["unit"] = "hours"
        return value
    total = sum(rows.values()) + sum(row["share"] for row in value.get("other", ()))
    if way == 2:
        value["scaled"] = True
        return value
    rows["train"] += 100 - total
    if rows["train"] < 0 or rows["train"] > 100:
        value["scaled"] = True
        rows["train"] = abs(rows["train"]) + 1
    elif way == 3:
        rows["train"] = max(0.0, rows["train"] + dice.uniform(-0.45, 0.45))
    return value


def some_value(step: Step, dice: random.Random) -> Any:
    """An answer that this question takes."""
    asked = step.asked
    kind = asked.question.kind
    if kind == "split":
        return some_split(dice) if asked.question.part_of is None else some_parts(step, dice)
    if kind == "choice":
        ids = [choice.id for choice in asked.choices]
        return dice.sample(ids, 2) if asked.question.two and dice.random() < 0.3 else dice.choice(ids)
    if kind == "multi":
        alone = [choice.id for choice in asked.choices if choice.exclusive]
        others = [choice.id for choice in asked.choices if not choice.exclusive]
        return alone if dice.random() < 0.3 else dice.sample(others, dice.randint(1, len(others)))
    if kind == "grid":
        rows = [row for row in asked.rows if dice.random() < 0.9] or [asked.rows[0]]
        return {row.id: dice.choice([*(one.id for one in row.choices), "not_sure"]) for row in rows}
    if kind == "yes_no":
        return dice.random() < 0.8
    if kind in ("number", "scale"):
        return dice.choice((0.5, 1, 7, 12, 1 / 3))
    return dice.choice(WORDS)


def some_parts(step: Step, dice: random.Random) -> dict[str, float]:
    """Parts of one task; scaled by the caller's retry when they do not fit."""
    return {row.id: dice.uniform(0, 10) for row in step.asked.rows}


def random_interview(dice: random.Random) -> Interview:
    """An interview in which most questions got some answer."""
    interview = Interview.start(LIBRARY, ROLE)
    for _ in range(60):
        step = next((one for one in interview.path.steps if not one.settled and dice.random() < 0.8), None)
        if step is None:
            continue
        if dice.random() < 0.15:
            act = dice.choice((interview.not_sure, interview.declined))
            found = act(step.key)
        else:
            found = interview.answer(step.key, some_value(step, dice), seconds=dice.choice((None, 4.25)))
            if not isinstance(found, Interview) and found.offers:
                found = interview.answer(step.key, found.offers[0][1])
        if isinstance(found, Interview):
            interview = found
    return interview


def states(interview: Interview) -> dict[str, str]:
    return {step.key: step.state for step in interview.path.steps}


def comparable(interview: Interview, divided: bool) -> list[tuple[str, str]]:
    """States by question. A divided task comes back as own rows, which then have ids made from their names."""
    found = states(interview)
    if not divided:
        return sorted(found.items())
    found.pop("collaboration_parts", None)
    return sorted(
        (key.partition(".")[0] if key.startswith("rating") else key, one) for key, one in found.items()
    )


@pytest.mark.parametrize("seed", range(150))
def test_reading_what_was_written_gives_the_same(seed: int) -> None:
    interview = random_interview(random.Random(seed))
    text = write_answers(interview)
    role, again = answers_of(parse_yaml(text, "a.yaml"), LIBRARY)
    assert role == ROLE
    divided = states(interview).get("collaboration_parts") == "answered"
    assert comparable(again, divided) == comparable(interview, divided), text
    assert personalise(again).assess().index_exact == pytest.approx(
        personalise(interview).assess().index_exact, abs=1e-9
    ), text


def test_no_answers_are_a_valid_file() -> None:
    assert write_answers(Interview.start(LIBRARY, ROLE)) == "role: deep-learning-engineer\nanswers: {}\n"


def test_halfway_rungs_and_unknown_answers_stand_in_the_file_as_they_were_given() -> None:
    interview = Interview.start(LIBRARY, ROLE)
    for key, value in (("depth.train", ["follows", "adapts"]), ("years", 6.5)):
        found = interview.answer(key, value)
        assert isinstance(found, Interview)
        interview = found
    found = interview.declined("level")
    assert isinstance(found, Interview)
    text = write_answers(found)
    assert "years: 6.5" in text
    assert "train:\n    - follows\n    - adapts" in text
    assert "level: declined" in text


def answered(interview: Interview, question: str, value: Any) -> Interview:
    found = interview.answer(question, value)
    assert isinstance(found, Interview), found
    return found


@pytest.mark.parametrize(
    ("question", "before", "after", "left"),
    [
        ("oversight", "named", "none", "oversight_rule"),
        ("signature", "mine", "none", "signature_record"),
    ],
)
def test_an_answer_whose_question_is_no_longer_asked_is_not_handed_on(
    question: str, before: str, after: str, left: str
) -> None:
    interview = answered(Interview.start(LIBRARY, ROLE), question, before)
    interview = answered(interview, left, "A rule with a name")
    assert "A rule with a name" in write_answers(interview)
    interview = answered(interview, question, after)
    assert interview.path.parked == (left,)
    assert left not in write_answers(interview)
    assert left not in interview.values()

    back = answered(interview, question, before).step(left)
    assert back is not None
    assert (back.state, back.value) == ("answered", "A rule with a name")


def test_what_a_file_holds_that_is_not_asked_is_kept_and_said() -> None:
    text = (
        'role: deep-learning-engineer\nanswers:\n  oversight: none\n  oversight_rule: "A rule with a name"\n'
    )
    _, again = answers_of(parse_yaml(text, "a.yaml"), LIBRARY)
    assert remarks(again) == ("oversight_rule does not apply to these answers; it is kept and not read.",)
    assert "oversight_rule" not in write_answers(again)


def test_a_task_without_time_counts_in_a_file_no_more_than_in_the_interview() -> None:
    interview = answered(Interview.start(LIBRARY, ROLE), "depth.design", "originates")
    interview = answered(interview, "split", {"rows": {"train": 60, "infra": 40}})
    assert interview.path.parked == ("depth.design",)

    _, again = answers_of(parse_yaml(write_answers(interview), "a.yaml"), LIBRARY)
    assert "depth.design" not in again.path.facts.values
    assert personalise(again).tasks == personalise(interview).tasks


@pytest.mark.parametrize("seed", range(150, 200))
def test_writing_twice_gives_the_same_file_also_with_answers_off_the_path(seed: int) -> None:
    dice = random.Random(seed)
    interview = random_interview(dice)
    found = interview.answer("split", {"rows": {"train": 70, "infra": 30}})
    assert isinstance(found, Interview)
    for key in ("oversight", "signature", "employer"):
        declined = found.declined(key)
        found = declined if isinstance(declined, Interview) else found
    text = write_answers(found)
    _, again = answers_of(parse_yaml(text, "a.yaml"), LIBRARY)
    assert write_answers(again) == text
    assert states(again) == states(found)


def test_a_check_of_a_starting_table_that_was_parked_reads_back() -> None:
    """Its items are rows of the table; it once stood in the file as one value, and the file could not be read."""
    interview: Any = Interview.start(LIBRARY, "29-1141.00")
    far = {"steps": "written", "sources": "files", "judged": "automatic"}
    for question, value in (
        ("split", "typical"), ("row_way", "three"), ("rating.care", far), ("rating_gap.care", "again"),
    ):  # fmt: skip
        interview = interview.answer(question, value)
        assert isinstance(interview, Interview), (question, interview)
    assert interview.path.parked == ("rating_gap.care",)
    text = write_answers(interview)
    _, again = answers_of(parse_yaml(text, "answers.yaml"), LIBRARY)
    assert write_answers(again) == text
