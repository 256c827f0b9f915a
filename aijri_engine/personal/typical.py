"""Typical answers: what a person would say of whom the figures of a role file hold exactly.

They are worked out from the role where they can be: its own week and rungs, the level that shifts nothing, and for each
question that sets barriers the choice that gives the role's own levels. A role file names in `typical` what is left.
"""

from collections.abc import Iterator, Mapping
from typing import Any

from aijri_engine.content.meanings import EMPLOYER, LEVEL, SPLIT
from aijri_engine.content.role import Role
from aijri_engine.interview.form import Form
from aijri_engine.interview.interview import Interview
from aijri_engine.interview.values import Problem
from aijri_engine.personal.personalise import personalise
from aijri_engine.personal.rule_levels import BarrierQuestion, barrier_questions

NAMED = "named in a word"
"""What a typical person writes where a rule or record is asked for."""


def typical_answers(form: Form) -> dict[str, Any]:
    """Answers of a typical person, as in an answers file; what cannot be worked out is left open."""
    role = form.role
    found: dict[str, Any] = {SPLIT: "typical"}
    for meaning in (LEVEL, EMPLOYER):
        option = _that_shifts_nothing(form, meaning)
        if option is not None:
            found[meaning] = option
    found["depth"] = {task.id: task.ladder.published for task in role.tasks}
    for key, question in barrier_questions(form).items():
        found |= _of_barriers(form, question, key)
    return found | dict(role.typical)


def _that_shifts_nothing(form: Form, meaning: str) -> str | None:
    asked = form.single.get(meaning)
    table: Mapping[str, Mapping[str, int]] = getattr(form.role.shifts, meaning)
    options = [choice.id for choice in asked.choices] if asked is not None else []
    return next((one for one in options if not any(table.get(one, {}).values())), None)


def _of_barriers(form: Form, question: BarrierQuestion, key: str) -> dict[str, Any]:
    """The answer that gives the role's own levels, and the words it needs beside it."""
    own = _own_levels(form.role, question)
    for full in (False, True):
        table = question.full if full else question.plain
        chosen = _chosen(table, own) if question.several else _one(table, own)
        if chosen:
            answer: Any = list(chosen) if question.several else chosen[0]
            return {key: answer} | (_beside(form, key) if full else {})
    return {}


def _own_levels(role: Role, question: BarrierQuestion) -> dict[str, int]:
    return {name: getattr(role.barriers, name).score for name in question.names}


def _one(table: Mapping[str, Mapping[str, int]], own: Mapping[str, int]) -> tuple[str, ...]:
    return tuple(option for option, levels in table.items() if dict(levels) == dict(own))[:1]


def _chosen(table: Mapping[str, Mapping[str, int]], own: Mapping[str, int]) -> tuple[str, ...]:
    """One option for each barrier that the role has; where it has none, the one that says so."""
    needed = {name: level for name, level in own.items() if level}
    if not needed:
        return _one(table, own)
    found = [
        next((option for option, levels in table.items() if dict(levels) == {name: level}), None)
        for name, level in needed.items()
    ]
    return tuple(option for option in table if option in found) if all(found) else ()


def _beside(form: Form, key: str) -> dict[str, str]:
    """Words for the text questions that the rules of this question look at."""
    rules = [one.rule for one in form.rules if one.rule.cause == key]
    names = {leaf.answer for rule in rules for leaf in rule.when.leaves() if leaf.answered}
    questions = [form.question(name) for name in sorted(name for name in names if name)]
    return {one.id: NAMED for one in questions if one is not None and one.takes.words}


def figures_missed(interview: Interview) -> Iterator[str]:
    """What of the role's own figures these typical answers do not return, in words; nothing where all hold."""
    personal = personalise(interview)
    role, values = interview.form.role, interview.path.facts.values
    for key, question in barrier_questions(interview.form).items():
        if key not in values:
            own = ", ".join(f"{name} {level}" for name, level in _own_levels(role, question).items())
            yield f"no answer to `{key}` gives {own}"
    for name, level in personal.scorecard.barriers.items():
        own = getattr(role.barriers, name).score
        if level != own:
            yield f"they give {name} {level:g}, not {own:g}"
    for row in personal.tasks:
        if row.base_score is not None and row.score != row.base_score:
            yield f"they score {row.id} {row.score:g}, not {row.base_score:g}"
    index = personal.assess().index
    if index != role.expect.index:
        yield f"they give the index {index:.1f}, not {role.expect.index:.1f}"


def typical_interview(start: Interview) -> Interview | Problem:
    """The interview of a typical person."""
    return Interview.from_answers(start.library, start.role_id, typical_answers(start.form), start.seed)
