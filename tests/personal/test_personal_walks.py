"""Random walks over the interview: answering, clearing, undoing, saving and loading in any order."""

from random import Random
from typing import Any

import pytest
from made_up_people import LIBRARY, ROLE, TASKS, person, random_value, taken

from aijri_engine import Interview, personalise
from aijri_engine.interview.form import Asked
from aijri_engine.personal.bridge import bridge
from aijri_engine.personal.personalise import base_personalisation
from aijri_engine.personal.status import own_answers, status_of

STEPS = 25
"""Acts of one walk."""


def step_of(interview: Interview, random: Random) -> Interview:
    """One act of a person: mostly the next question, now and then something else."""
    chosen = random.random()
    steps = interview.path.steps
    open_steps = [step for step in steps if not step.settled]
    if chosen < 0.08:
        return interview.undo()
    step = random.choice(open_steps[:3] if open_steps and chosen < 0.75 else steps)
    if chosen < 0.14:
        return interview.clear(step.key)
    if chosen < 0.20:
        return taken(interview.not_sure(step.key))
    if chosen < 0.24:
        return taken(interview.declined(step.key))
    if chosen < 0.26:
        return interview.reveal()
    return taken(
        interview.answer(step.key, random_value(step.asked, interview, random), seconds=random.random() * 9)
    )


def check(interview: Interview) -> None:
    """What holds at every moment of every interview."""
    path = interview.path
    fresh = Interview.resume(LIBRARY, ROLE, interview.events, interview.seed).path
    assert [(step.key, step.state, step.value) for step in path.steps] == [
        (step.key, step.state, step.value) for step in fresh.steps
    ]
    on_path = {step.key for step in path.steps}
    assert set(path.parked) == set(interview.answers.entries) - on_path
    assert all(step.state == "open" for step in path.steps if step.entry is None)
    again = [step for step in path.steps if step.state == "open" and step.entry is not None]
    assert all(any(row.id not in step.value for row in step.asked.rows) for step in again)

    found = personalise(interview)
    steps = bridge(base_personalisation(found.role), found)
    assert abs(sum(row.points for row in steps.rows) - steps.change) < 1e-9
    assert round(sum(row.shown for row in steps.rows), 1) == round(steps.shown_change, 1)
    assert abs(sum(task.share for task in found.tasks) - 100) < 1e-6
    assert 0 <= found.assess().index_exact <= 100

    status = status_of(interview, found)
    assert (status.name == "base") == (not own_answers(interview))
    assert (status.name == "provisional") == bool(status.reasons) or status.name == "base"


def check_saved(interview: Interview) -> None:
    """The fold as an answers file gives the same person, and the same file again."""
    saved = interview.values()
    loaded = person(saved)
    assert loaded.values() == saved
    assert personalise(loaded).assess().index_exact == pytest.approx(
        personalise(interview).assess().index_exact, abs=1e-6
    )


def walk(seed: int) -> None:
    random = Random(seed)
    interview = Interview.start(LIBRARY, ROLE)
    for number in range(STEPS):
        before = interview.events
        interview = step_of(interview, random)
        assert interview.events[: len(before)] == before, "the log only grows"
        if number % 5 == 4:
            check(interview)
        if number % 12 == 11:
            check_saved(interview)
    check(interview)
    check_saved(interview)


@pytest.mark.parametrize("first", range(0, 120, 40))
def test_walks_break_nothing(first: int) -> None:
    for seed in range(first, first + 40):
        walk(seed)


@pytest.mark.soak
@pytest.mark.parametrize("first", range(0, 2000, 100))
def test_two_thousand_walks_break_nothing(first: int) -> None:
    for seed in range(first, first + 100):
        walk(seed)


def test_undoing_everything_ends_where_it_began() -> None:
    random = Random(7)
    interview = Interview.start(LIBRARY, ROLE)
    for _ in range(40):
        interview = step_of(interview, random)
    for _ in range(100):
        interview = interview.undo()

    assert not interview.answers.entries
    assert personalise(interview).assess().index == 64.6


def settled_senior(seed: int) -> bool:
    """Some people make the final choices and carry out settled work."""
    return seed % 4 == 1


def special(seed: int, asked: Asked, value: Any) -> Any:
    """Weeks and people that chance would hardly make."""
    question = asked.question.id
    if seed % 4 == 0 and question == "split":
        return {"rows": dict.fromkeys(TASKS, 1), "scaled": True}
    if seed % 4 == 2:
        whole = {row.id: "end_to_end" for row in asked.rows}
        return {"depth": "originates", "practice": whole, "stepped_in": "never"}.get(question, value)
    if settled_senior(seed):
        return {"depth": "follows", "level": "senior"}.get(question, value)
    return value


def test_every_option_of_every_question_is_taken_at_least_once() -> None:
    met: dict[str, set[str]] = {}
    wanted: dict[str, set[str]] = {}
    for seed in range(60):
        random = Random(seed)
        interview = Interview.start(LIBRARY, ROLE)
        for _ in range(90):
            step = interview.path.next_open()
            if step is None:
                break
            asked = step.asked
            wanted.setdefault(asked.question.id, {choice.id for choice in asked.choices})
            value = random_value(asked, interview, random)
            value = special(seed, asked, value)
            left = sorted(wanted[asked.question.id] - met.get(asked.question.id, set()))
            if asked.question.kind == "choice" and left and seed % 4 in (0, 3):
                value = left[0]
            given = {value} if isinstance(value, str) else set(value) if isinstance(value, list) else set()
            met.setdefault(asked.question.id, set()).update(given)
            interview = taken(interview.answer(step.key, value))
    questions = {q.id for q in LIBRARY.interview_of(ROLE).questions() if q.kind != "note"}

    assert questions == set(met), questions - set(met)
    assert not {name: ids - met[name] for name, ids in wanted.items() if ids - met[name]}
