"""What if: any answer, share, rung, barrier or market figure changed, through the same engine."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, NamedTuple, get_args

from pydantic import ValidationError

from aijri_engine.content.base import RUNGS
from aijri_engine.content.moves import DimensionMove, Move, ShareMove
from aijri_engine.index import Assessment, one_decimal
from aijri_engine.interview.interview import Interview
from aijri_engine.interview.kinds import kind_of
from aijri_engine.interview.understanding.week.changed import more_than_there_is
from aijri_engine.interview.values import Problem, figure_of, number_of, own_row_id
from aijri_engine.personal.bridge import Bridge, bridge
from aijri_engine.personal.doubt import doubt_of
from aijri_engine.personal.inputs import Inputs, inputs_of
from aijri_engine.personal.moves import apply_moves, find_task, words_of
from aijri_engine.personal.names import cause_name, element_name
from aijri_engine.personal.personalise import Personalisation, personalise_inputs
from aijri_engine.personal.spread import smallest_change
from aijri_engine.personal.withheld import withheld
from aijri_engine.text import clean, join_words, nearest


class NewAnswer(NamedTuple):
    """A question answered otherwise; the value as `Interview.answer` takes it, None to leave it open."""

    question: str
    value: Any


Change = Move | NewAnswer | str
"""A move, another answer, or the `--set` form of one: `level=senior`, `rung.train=originates`,
`share=train:design:10`, `growth=1`, `evidence=4`, `liability=2`, `role.train=4`, or any question and its answer."""

NEARLY_NOTHING = 1e-9
"""Points of time; smaller is what adding floats explains."""

DIMENSIONS: tuple[str, ...] = get_args(DimensionMove.model_fields["name"].annotation)

ELEMENTS_NAMED = 3
"""Elements of a cause that a sentence names."""

FORMS = "QUESTION=ANSWER, rung.TASK=RUNG, share=FROM:TO:POINTS, growth=NUMBER, role.TASK=SCORE or DIMENSION=NUMBER"


@dataclass(frozen=True, slots=True)
class WhatIf:
    """Now and then, with every point between them. `reset` is simply `now`: nothing was changed."""

    now: Personalisation
    then: Personalisation
    bridge: Bridge
    smallest_change: float
    """Index points two sittings of an unchanged week can easily differ by."""
    interview: Interview
    """With the changed answers; the unchanged one where only numbers were moved."""

    @property
    def index_now(self) -> Assessment:
        """As answered."""
        return self.now.assess()

    @property
    def index_then(self) -> Assessment:
        """With the changes."""
        return self.then.assess()

    @property
    def points(self) -> float:
        """Displayed change, index points."""
        return self.bridge.shown_change

    @property
    def sentence(self) -> str:
        """The change, and whether a second sitting could confirm it."""
        if not self.points:
            return "This does not move the index."
        size = one_decimal(self.smallest_change)
        word = "more" if abs(self.points) > size else "less"
        return (
            f"{self.points:+.1f} exactly in the model, if nothing else changes. "
            f"That is {word} than the {size:.1f} points by which two sittings of one week can differ."
        )

    def lines(self) -> list[str]:
        """Sentences: where from, where to, through what, and how firm that is."""
        now, then = self.index_now, self.index_then
        told = [f"From {now.index:.1f}, {now.zone.value}, to {then.index:.1f}, {then.zone.value}."]
        for group in self.bridge.groups:
            if group.rows and group.points:
                rows = dict.fromkeys(element_name(row.kind, row.key, self.then) for row in group.rows)
                elements = list(rows)[:ELEMENTS_NAMED]
                more = f" and {len(rows) - len(elements)} more" if len(rows) > len(elements) else ""
                name = cause_name(group.cause, self.then)
                said = {*words_of(" ".join(elements))} <= {*words_of(name)} and not more
                through = "" if said else f" ({', '.join(elements)}{more})"
                told.append(f"{name[:1].upper()}{name[1:]}: {group.shown:+.1f}{through}.")
        return [*told, self.sentence]


def what_if(interview: Interview, changes: Sequence[Change]) -> WhatIf | Problem:
    """The same person with these changes. The interview itself is not touched, so going back is exact."""
    now = inputs_of(interview)
    if kept := withheld(personalise_inputs(now)):
        return Problem("what_if", "There is no figure yet to change.", " ".join(kept))
    changed = interview
    moves: list[Move] = []
    typed: list[Move] = []
    if twice := _given_twice([change for change in changes if isinstance(change, str)]):
        return twice
    for change in changes:
        if isinstance(change, Move):
            moves.append(change)
            continue
        found = parsed(changed, change) if isinstance(change, str) else answered(changed, *change)
        if isinstance(found, Problem):
            return found
        if isinstance(found, Interview):
            changed = found
        else:
            moves.append(found)
            typed.append(found)
    then = inputs_of(changed)
    moved = then
    for move in moves:
        missing = _missing(then, move) or (_too_much(moved, move) if move in typed else None)
        if missing is not None:
            return missing
        moved = apply_moves(moved, [move], changed.path.facts)
    told = compare(interview, now, moved, changed)
    if kept := withheld(told.then):
        reasons = " ".join(kept).replace("of your week", "of that week")
        return Problem("what_if", "With this there would be no figure.", reasons)
    return told


def _given_twice(changes: Sequence[str]) -> Problem | None:
    """One thing with two values, of which one would be dropped; time may move more than once."""
    said: dict[str, str] = {}
    for change in changes:
        name, _, value = (part.strip() for part in change.partition("="))
        kind, _, rest = name.removeprefix("dimension.").partition(".")
        thing = f"depth.{rest}" if kind == "rung" else name.removeprefix("dimension.")
        if kind != "share" and said.setdefault(thing, value) != value:
            told = f"{clean(name, 60)!r} has two values, {clean(said[thing], 40)} and {clean(value, 40)}."
            return Problem("what_if", told, "Give one of them.")
    return None


def compare(interview: Interview, now: Inputs, then: Inputs, changed: Interview | None = None) -> WhatIf:
    """Two sets of inputs of one person side by side."""
    before, after = personalise_inputs(now), personalise_inputs(then)
    return WhatIf(
        before, after, bridge(before, after), smallest_change(doubt_of(interview, now)), changed or interview
    )


def _missing(inputs: Inputs, move: Move) -> Problem | None:
    names = [move.rung.task] if move.rung else [move.role.task] if move.role else []
    names += [move.share.from_, move.share.to] if move.share else []
    for name in names:
        if find_task(inputs, name, move.share.among if move.share else ()) is None:
            known = [*(task.id for task in inputs.role.tasks), *(own.id for own in inputs.own)]
            return Problem("what_if", f"There is no task {clean(name, 40)!r}.", _remedy(name, known))
    if (
        move.share
        and inputs.shares.get(find_task(inputs, move.share.from_, move.share.among) or "", 0.0) <= 0
    ):
        name = _called(inputs, move.share)
        return Problem("what_if", f"{name} has no time to give.", "Choose a task that has some.")
    return None


def _too_much(inputs: Inputs, move: Move) -> Problem | None:
    """Of what is typed nothing is cut in silence; a strategy takes what there is."""
    if move.share is None or move.share.points is None:
        return None
    source, target = (find_task(inputs, name, move.share.among) for name in (move.share.from_, move.share.to))
    if source == target:
        return Problem("what_if", "That would change nothing.", "Name another task that gets the time.")
    return more_than_there_is(
        _called(inputs, move.share), inputs.shares.get(source or "", 0.0), move.share.points
    )


def _called(inputs: Inputs, share: ShareMove) -> str:
    """Whose time is to move, in words."""
    source = find_task(inputs, share.from_, share.among)
    return next((row.short for row in personalise_inputs(inputs).tasks if row.id == source), share.from_)


def _remedy(name: str, known: Sequence[str]) -> str:
    close = nearest(name, list(known))
    return f"Did you mean {close[0]}?" if close else f"Known are {join_words(list(known))}."


def parsed(interview: Interview, text: str) -> Move | Interview | Problem:
    """One `--set` as a move, or as the interview with that answer; whether it fits the person is not looked at."""
    name, equals, value = (part.strip() for part in text.partition("="))
    if not equals or not name or not value:
        return Problem("what_if", f"{clean(text, 60)!r} is not a change.", f"Write {FORMS}.")
    if name == "share" or name.startswith("share."):
        return _share(value)
    if name == "growth" or name in DIMENSIONS or name.startswith(("role.", "dimension.")):
        return _figure(name, value)
    if name.startswith("rung.") and value in RUNGS:
        return _move({"rung": {"task": name[5:], "to": value}}, value)
    if name.startswith("rung."):
        name = f"depth.{name[5:]}"
    return _answer(interview, name, value)


def _share(value: str) -> Move | Problem:
    parts = value.split(":")
    points = _float(parts[2]) if len(parts) == 3 else None
    if points is None:
        return Problem(
            "what_if", f"{clean(value, 60)!r} is not a move of time.", "Write share=FROM:TO:POINTS."
        )
    return _move({"share": {"from": parts[0], "to": parts[1], "points": points}}, value)


def _figure(name: str, value: str) -> Move | Problem:
    number = _float(value)
    if number is None:
        return Problem("what_if", f"{clean(value, 60)!r} is not a number.", f"Write {name}=NUMBER.")
    if name == "growth":
        return _move({"growth": number}, value)
    if name.startswith("role."):
        return _move({"role": {"task": name[5:], "score": number}}, value)
    dimension = name.removeprefix("dimension.")
    low, high = (
        (-10.0, 10.0) if dimension == "evidence" else (0.0, 10.0) if dimension == "barriers" else (-2.0, 2.0)
    )
    if dimension in ("regulatory", "physical", "union", "liability", "cultural"):
        low = 0.0
    if not low <= number <= high:
        return Problem(
            "what_if",
            f"{figure_of(number)} is outside the scale of {dimension}.",
            f"Give {low:g} to {high:g}.",
        )
    return _move({"dimension": {"name": dimension, "to": number}}, value)


def _move(parts: dict[str, Any], shown: str) -> Move | Problem:
    try:
        return Move.model_validate(parts)
    except ValidationError as error:
        bounds = error.errors()[0].get("ctx", {})
        words = (("ge", "at least"), ("gt", "more than"), ("le", "at most"))
        told = [f"{word} {bounds[name]:g}" for name, word in words if name in bounds]
        why = f": the figure must be {told[0]}" if told else ""
        return Problem("what_if", f"“{clean(shown, 60)}” cannot be used{why}.", f"Write {FORMS}.")


def _float(text: str) -> float | None:
    try:
        return None if "_" in text else number_of(float(text))
    except ValueError:
        return None


def _answer(interview: Interview, key: str, value: str) -> Interview | Problem:
    typed, key = key, _with_own_row(interview, key)
    asked = interview.asked(key)
    if asked is None:
        grid_key, _, row = key.rpartition(".")
        grid = interview.asked(grid_key)
        if grid is not None and grid.row(row) is not None:
            step = interview.step(grid_key)
            before = step.value if step is not None and isinstance(step.value, dict) else {}
            return interview.answer(grid_key, {**before, row: _typed(value)})
        known = [
            *interview.form.single,
            *(f"{q}.{t}" for q, t in interview.form.for_task),
            *DIMENSIONS,
            "growth",
            "share",
        ]
        return Problem(
            "what_if", f"There is nothing called {clean(typed, 60)!r} to change.", _remedy(typed, known)
        )
    if value in ("not_sure", "declined"):
        return interview.not_sure(key) if value == "not_sure" else interview.declined(key)
    given: Any = [part.strip() for part in value.split(",")] if "," in value else _typed(value)
    return answered(interview, key, kind_of(asked.question.kind).typed(given))


def _with_own_row(interview: Interview, key: str) -> str:
    """`rating.status-calls` as people type it, with the id of that row of other work in place of its name.

    A task of the role that is called so goes before it.
    """
    question, dot, rest = key.partition(".")
    name, *row = rest.split(".")
    grid = interview.asked(question)
    if interview.asked(key) is not None or (grid is not None and grid.row(name) is not None):
        return key
    own = own_row_id(name)
    known = any(one.id == own for one in interview.path.split.own)
    return ".".join((question, own, *row)) if dot and known else key


def answered(interview: Interview, question: str, value: Any) -> Interview | Problem:
    """The interview with this answer, None to leave the question open; it is read as if it stood in an answers file.

    A described task then counts even where the path would not ask it.
    """
    if value is None:
        return interview.clear(question)
    changed = interview.answer(question, value)
    if isinstance(changed, Problem):
        return changed
    place = len(interview.events)
    new = changed.events[place]
    marked = replace(new, data={**new.data, "file": True})
    return replace(changed, events=(*changed.events[:place], marked, *changed.events[place + 1 :]))


def _typed(value: str) -> Any:
    number = _float(value)
    if value in RUNGS or number is None:
        return {"true": True, "false": False}.get(value, value)
    return int(number) if number.is_integer() else number


def share_moves(changes: Mapping[str, float]) -> list[Move]:
    """Moves of time that bring these changes about: givers and takers paired in order."""
    give = {name: -points for name, points in changes.items() if points < 0}
    take = {name: points for name, points in changes.items() if points > 0}
    moves: list[Move] = []
    for source in give:
        for target in take:
            points = min(give[source], take[target])
            if points <= NEARLY_NOTHING:
                continue
            parts = {"from": source, "to": target, "points": points}
            moves.append(Move(share=ShareMove.model_validate(parts)))
            give[source] -= points
            take[target] -= points
    return moves
