"""Which of a person's answers a what-if can change, value by value, and how far each would move the index."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from aijri_engine.content.base import RUNGS
from aijri_engine.content.moves import Move
from aijri_engine.content.questions import Question
from aijri_engine.index import one_decimal
from aijri_engine.interview.accept import json_of
from aijri_engine.interview.form import Asked
from aijri_engine.interview.interview import Interview
from aijri_engine.interview.kinds import Part, Variant, kind_of
from aijri_engine.interview.kinds.choice import with_pairs
from aijri_engine.interview.values import STATE_WORDS, UNKNOWN, Problem
from aijri_engine.personal.inputs import Inputs, inputs_of
from aijri_engine.personal.moves import apply_moves
from aijri_engine.personal.quick_index import quick_index
from aijri_engine.personal.scored import moving_questions
from aijri_engine.personal.what_if import answered

NOT_ANSWERED = "not answered"


@dataclass(frozen=True, slots=True)
class ChangeableLine:
    """One thing to change: a question, a row of a grid, or one line of a multiple choice."""

    key: str
    """For example `level`, `practice.train`, `conditions.onsite_some`, `rating.status-calls.steps`."""
    question: str
    """Key of the question that is answered anew."""
    group: str
    """Title of what it belongs to."""
    name: str
    values: tuple[Variant, ...]
    """In the order of the question."""
    place: int
    """Of the value it has with the changes, in `values`."""
    before: int
    """Of the value it has without them."""

    @property
    def value(self) -> Variant:
        """What it is with the changes."""
        return self.values[self.place]

    @property
    def changed(self) -> bool:
        """It is not what the person said."""
        return self.place != self.before

    def beside(self, step: int) -> Variant:
        """The value so many places further, or the last one there is."""
        return self.values[max(0, min(len(self.values) - 1, self.place + step))]


@dataclass(frozen=True, slots=True)
class Reach:
    """What a line could do to the index, in displayed points against the what-if as it stands."""

    lowest: float
    """At most 0."""
    highest: float
    """At least 0."""
    leads_on: bool
    """One of its values brings a further question that can move the index."""

    @property
    def still(self) -> bool:
        """None of its values moves the index by itself."""
        return not (self.lowest or self.highest)


def changeable_lines(now: Interview, then: Interview) -> tuple[ChangeableLine, ...]:
    """Everything that can be answered otherwise, in the order of the interview.

    `now` is the person as they are, `then` the same with changes: a change can bring further questions. Shares of
    time are not among them; they move between tasks.
    """
    return tuple(line for asked in _asked(then) for line in _lines(now, then, asked))


def reach(
    then: Interview,
    lines: Iterable[ChangeableLine],
    moves: Sequence[Move] = (),
    wanted: Callable[[], bool] = lambda: True,
) -> dict[str, Reach]:
    """How far each line could still move this what-if, by key, all other lines held.

    `moves` are the moves of the what-if. Goes on while `wanted()` is true, and gives what is known by then.
    """
    start, moving = _shown(then, moves), moving_questions(then.form)
    known = {step.key for step in then.path.steps}
    found: dict[str, Reach] = {}
    for line in lines:
        if not wanted():
            break
        ends, leads_on = [start], False
        for value in line.values:
            changed = answered(then, line.question, value.answer)
            if not isinstance(changed, Problem):
                ends.append(_shown(changed, moves))
                more = {step.key for step in changed.path.steps} - known
                leads_on = leads_on or any(key.partition(".")[0] in moving for key in more)
        found[line.key] = Reach(one_decimal(min(ends) - start), one_decimal(max(ends) - start), leads_on)
    return found


def _shown(interview: Interview, moves: Sequence[Move]) -> float:
    inputs: Inputs = inputs_of(interview)
    if moves:
        inputs = apply_moves(inputs, moves, interview.path.facts)
    return one_decimal(quick_index(inputs))


def _asked(then: Interview) -> Iterator[Asked]:
    """Questions that can move the index, in the order of the form; tasks in the order of the role."""
    moving = moving_questions(then.form)
    for question in then.form.file.questions():
        if question.id not in moving or _sends_back(question):
            continue
        if question.for_each == "task":
            tasks = [f"{question.id}.{task}" for task in then.form.role_shares]
            steps = {key: then.path.step(key) for key in tasks}
            always = question.options_from == "ladder"
            for key, step in steps.items():
                if step is not None:
                    yield step.asked
                elif always:
                    yield then.form.for_task[question.id, key.partition(".")[2]]
        else:
            yield from (step.asked for step in then.path.steps if step.asked.question.id == question.id)


def _sends_back(question: Question) -> bool:
    """An answer would only open other questions again."""
    return bool(question.reopen) or any(option.reopen for option in question.all_options())


def _lines(now: Interview, then: Interview, asked: Asked) -> list[ChangeableLine]:
    given = (now.path.facts.values.get(asked.key), then.path.facts.values.get(asked.key))
    before, after = (json_of(value) if value is not None else None for value in given)
    parts = kind_of(asked.question.kind).parts(asked, before, after)
    return [_line(now, then, asked, part, before is None) for part in parts]


def _line(now: Interview, then: Interview, asked: Asked, part: Part, is_open: bool) -> ChangeableLine:
    question = asked.question
    ladder = question.options_from == "ladder"
    variants = _rungs(then, asked, part) if ladder else list(part.variants)
    if is_open and not ladder and all(variant.told for variant in variants):
        variants.insert(0, _open(now, asked))
    places = [
        next((place for place, one in enumerate(variants) if one.told and one.answer == wanted), None)
        for wanted in (part.before, part.after)
    ]
    opened = next((place for place, one in enumerate(variants) if not one.told), 0)
    before, place = (opened if one is None else one for one in places)
    group = asked.name if question.for_each == "own_row" else asked.section
    name = asked.item_name if ladder else part.name
    return ChangeableLine(part.key, asked.key, group, name, tuple(variants), place, before)


def _open(now: Interview, asked: Asked) -> Variant:
    """The question as the person left it."""
    step = now.path.step(asked.key)
    words = STATE_WORDS[step.state] if step is not None and step.state in UNKNOWN else NOT_ANSWERED
    return Variant(words, words, None, told=False)


def _rungs(then: Interview, asked: Asked, part: Part) -> list[Variant]:
    """Rungs in neutral words. Not described, the expected one stands in its place on the ladder."""
    names: Mapping[Any, str] = then.form.file.rung_names
    values = [Variant(names[choice.id], choice.label, choice.id) for choice in asked.choices]
    task = then.form.role.task(asked.item or "")
    if part.before is None and task is not None:
        inputs = inputs_of(then)
        rung = then.form.role.expected_rung(task, inputs.level, inputs.employer)
        words = f"{names[rung]}: expected from level and employer, not described by you"
        place = RUNGS.index(rung)
        expected = Variant(names[rung], words, None, told=False)
        values = [*values[:place], expected, *values[place + (part.after != rung) :]]
    return with_pairs(values, part.before, part.after)
