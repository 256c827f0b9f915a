"""Which of a person's answers a what-if can change, value by value, and how far each would move the index."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from aijri_engine.content.base import RUNGS
from aijri_engine.content.moves import Move
from aijri_engine.content.questions import Question
from aijri_engine.index import one_decimal
from aijri_engine.interview.accept import json_of
from aijri_engine.interview.form import Asked, Choice
from aijri_engine.interview.interview import Interview
from aijri_engine.interview.telling import STATE_WORDS, value_text
from aijri_engine.interview.values import UNKNOWN, Problem
from aijri_engine.personal.inputs import Inputs, inputs_of
from aijri_engine.personal.moves import apply_moves
from aijri_engine.personal.quick_index import quick_index
from aijri_engine.personal.scored import moving_questions
from aijri_engine.personal.what_if import answered

NOT_ANSWERED = "not answered"
MOST_STEPS = 100
"""Values of a number; a longer scale is walked in larger steps [ours]."""


@dataclass(frozen=True, slots=True)
class LineValue:
    """One value that a line can have."""

    name: str
    """In a few words."""
    label: str
    """In full."""
    answer: Any
    """What the whole question is answered with, as JSON; None leaves it open."""
    told: bool = True
    """False for the value of a question that is left open."""


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
    values: tuple[LineValue, ...]
    """In the order of the question."""
    place: int
    """Of the value it has with the changes, in `values`."""
    before: int
    """Of the value it has without them."""

    @property
    def value(self) -> LineValue:
        """What it is with the changes."""
        return self.values[self.place]

    @property
    def changed(self) -> bool:
        """It is not what the person said."""
        return self.place != self.before

    def beside(self, step: int) -> LineValue:
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
        if question.id not in moving or question.kind == "split" or _sends_back(question):
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
    kind = asked.question.kind
    if kind == "grid":
        return _grid_lines(now, asked, before or {}, after or {})
    if kind == "multi":
        return _multi_lines(now, asked, before, after)
    if asked.question.options_from == "ladder":
        values = _rung_values(then, asked, before, after)
    else:
        values = _values(asked, kind, before, after)
        if before is None and kind != "text":
            values.insert(0, _open(now, asked))
    name = asked.item_name if asked.question.options_from == "ladder" else asked.name
    return [_line(asked, asked.key, name, values, before, after)]


def _line(
    asked: Asked, key: str, name: str, values: Sequence[LineValue], before: Any, after: Any
) -> ChangeableLine:
    own_row = asked.question.for_each == "own_row"
    places = [
        next((place for place, value in enumerate(values) if value.told and value.answer == wanted), None)
        for wanted in (before, after)
    ]
    opened = next((place for place, value in enumerate(values) if not value.told), 0)
    first, second = (opened if place is None else place for place in places)
    group = asked.name if own_row else asked.section
    return ChangeableLine(key, asked.key, group, name, tuple(values), second, first)


def _open(now: Interview, asked: Asked) -> LineValue:
    """The question as the person left it."""
    step = now.path.step(asked.key)
    words = STATE_WORDS[step.state] if step is not None and step.state in UNKNOWN else NOT_ANSWERED
    return LineValue(words, words, None, told=False)


def _values(asked: Asked, kind: str, before: Any, after: Any) -> list[LineValue]:
    if kind == "yes_no":
        return [LineValue("no", "no", False), LineValue("yes", "yes", True)]
    if kind in ("number", "scale"):
        return [_number(asked, number) for number in _numbers(asked, before, after)]
    if kind == "text":
        words = before if isinstance(before, str) else after if isinstance(after, str) else asked.name
        return [LineValue("not named", "not named", None, told=False), LineValue("named", words, words)]
    values = [_of_choice(choice) for choice in asked.choices]
    return _with_pairs(asked, values, before, after)


def _of_choice(choice: Choice) -> LineValue:
    return LineValue(choice.name, choice.label, choice.id)


def _numbers(asked: Asked, *given: Any) -> list[float]:
    low, high = asked.question.minimum or 0.0, asked.question.maximum or 0.0
    step = max(1.0, float(round((high - low) / MOST_STEPS)))
    count = int((high - low) / step)
    own = [float(one) for one in given if isinstance(one, (int, float))]
    return sorted({*(low + step * number for number in range(count + 1)), high, *own})


def _number(asked: Asked, number: float) -> LineValue:
    words = value_text(asked, number)
    return LineValue(words, words, number)


def _with_pairs(asked: Asked, values: list[LineValue], *given: Any) -> list[LineValue]:
    """The answer that two options took about the same stands between the two, where it was given."""
    order = [value.answer for value in values]
    for pair in given:
        if (
            isinstance(pair, list)
            and all(one in order for one in pair)
            and not any(v.answer == pair for v in values)
        ):
            two = [values[order.index(one)] for one in pair]
            between = LineValue(
                " or ".join(one.name for one in two), " / ".join(one.label for one in two), pair
            )
            values = [*values]
            values.insert(values.index(two[0]) + 1, between)
    return values


def _rung_values(then: Interview, asked: Asked, before: Any, after: Any) -> list[LineValue]:
    """Rungs in neutral words. Not described, the expected one stands in its place on the ladder."""
    names: Mapping[Any, str] = then.form.file.rung_names
    values = [LineValue(names[choice.id], choice.label, choice.id) for choice in asked.choices]
    if before is None:
        task = then.form.role.task(asked.item or "")
        inputs = inputs_of(then)
        if task is not None:
            rung = then.form.role.expected_rung(task, inputs.level, inputs.employer)
            words = f"{names[rung]}: expected from level and employer, not described by you"
            place = RUNGS.index(rung)
            expected = LineValue(names[rung], words, None, told=False)
            values = [*values[:place], expected, *values[place + (after != rung) :]]
    return _with_pairs(asked, values, before, after)


def _grid_lines(
    now: Interview, asked: Asked, before: Mapping[str, Any], after: Mapping[str, Any]
) -> list[ChangeableLine]:
    found = []
    for row in asked.rows:
        others = {name: value for name, value in after.items() if name != row.id}
        values = [
            LineValue(choice.name, choice.label, {**others, row.id: choice.id}) for choice in row.choices
        ]
        own = before.get(row.id)
        if own is None or own in UNKNOWN:
            left = others if own is None else {**others, row.id: own}
            words = NOT_ANSWERED if own is None else STATE_WORDS[own]
            values.insert(0, LineValue(words, words, left or None, told=False))
        name = row.short if asked.question.rows_from else row.label
        found.append(_line(asked, f"{asked.key}.{row.id}", name, values,
                           {**others, row.id: own}, {**others, row.id: after.get(row.id)}))  # fmt: skip
    return found


def _multi_lines(now: Interview, asked: Asked, before: Any, after: Any) -> list[ChangeableLine]:
    """One line for each option that can stand with others; without any, the answer is the one that stands alone."""
    alone = [choice.id for choice in asked.choices if choice.exclusive]
    order = [choice.id for choice in asked.choices if not choice.exclusive]
    found = []
    for choice in asked.choices:
        if choice.exclusive:
            continue
        others = [one for one in after or () if one in order and one != choice.id]
        without = others or alone or None
        with_it = [one for one in order if one in others or one == choice.id]
        values = [
            LineValue("no", f"not so: {choice.label}", without),
            LineValue("yes", choice.label, with_it),
        ]
        if before is None:
            values.insert(0, _open(now, asked))
        states = [
            None if given is None else with_it if choice.id in given else without for given in (before, after)
        ]
        found.append(_line(asked, f"{asked.key}.{choice.id}", choice.name, values, *states))
    return found
