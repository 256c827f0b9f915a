"""The time split as it is being edited: pure state, no widgets. It starts empty and never rescales by itself."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import wraps
from typing import Any, Concatenate, Literal, ParamSpec, get_args

from aijri_engine.interview.understanding.words.amounts import read_alone
from aijri_engine.interview.values import MOST_OWN_ROWS, own_name

Unit = Literal["percent", "hours"]
UNITS: tuple[Unit, ...] = get_args(Unit)

WHOLE = 100.0
"""Percent of a week."""

LONGEST_DIGITS = 6
"""Characters of one amount, such as `12.5` or `11h30` [ours]."""

NOT_AFTER = {".": {".", "h", ":"}, "h": {"h", ":"}, ":": {".", "h", ":"}}
"""Signs that a sign of an amount does not follow."""

SAME = 1e-9

HALF = "{0} is half a figure: 8h30 or 8.5 is a whole one"
OTHER_UNIT = "the other rows are in {0}; F6 reads all of them as {1}"

Given = ParamSpec("Given")


def with_whole_figures(
    act: "Callable[Concatenate[Splitting, Given], Splitting]",
) -> "Callable[Concatenate[Splitting, Given], Splitting]":
    """An act that waits until what is being typed can be taken over: half a figure is never dropped or cut."""

    @wraps(act)
    def waiting(self: "Splitting", /, *args: Given.args, **kwargs: Given.kwargs) -> "Splitting":
        return self if self.trouble else act(self, *args, **kwargs)

    return waiting


@dataclass(frozen=True, slots=True)
class Part:
    """One row of the editor."""

    id: str
    name: str
    about: str
    """What counts as this row."""
    amount: float | None = None
    """None while nothing was entered."""
    locked: bool = False
    own: bool = False
    """Other work: the person names it."""


@dataclass(frozen=True, slots=True)
class Splitting:
    """Rows with amounts, a cursor, and the digits being typed."""

    parts: tuple[Part, ...]
    whole: float = WHOLE
    """What the rows add up to in percent: 100, or the points of one task that are divided further."""
    unit: Unit = "percent"
    unit_said: bool = False
    """The figures stand in a unit that was chosen: the sign of another one in one row does not change the others."""
    turned: bool = False
    """What is being typed made hours of all rows; erased, it makes them percent again."""
    cursor: int = 0
    typing: str = ""
    """Digits typed and not yet taken over."""
    may_add: bool = True
    """Rows of other work can be added."""

    @property
    def total(self) -> float:
        """Sum of the rows, with what is being typed."""
        return sum(self.amount(place) or 0.0 for place in range(len(self.parts)))

    @property
    def left(self) -> float | None:
        """What is left to give (negative: too much); None in hours, where any sum is a week."""
        return None if self.unit == "hours" else self.whole - self.total

    @property
    def done(self) -> bool:
        """Everything is given, nothing too much."""
        left = self.left
        return not self.trouble and (self.total > 0 if left is None else abs(left) < 0.05)

    @property
    def current(self) -> Part:
        """The row under the cursor."""
        return self.parts[self.cursor]

    @property
    def crowded(self) -> bool:
        """No more rows of other work fit."""
        return sum(part.own for part in self.parts) >= MOST_OWN_ROWS

    @property
    def trouble(self) -> str:
        """Why the digits being typed cannot be taken over; empty where they can."""
        if not self.typing:
            return ""
        found = read_alone(self.typing.rstrip(".:"))
        if found is None:
            return HALF.format(self.typing)
        if self.bound and found.unit in UNITS and found.unit != self.unit:
            return OTHER_UNIT.format(self.unit, found.unit)
        return ""

    def amount(self, place: int) -> float | None:
        """Amount of a row; digits being typed count at once."""
        if place == self.cursor and self.typing:
            return None if self.trouble else _number(self.typing)
        return self.parts[place].amount

    def percent(self, place: int) -> float:
        """Percent of the whole that a row stands for (in hours: of the hours given)."""
        amount = self.amount(place) or 0.0
        if self.unit == "percent":
            return amount * WHOLE / self.whole
        return amount / self.total * WHOLE if self.total else 0.0

    # ---------------------------------------------------------------- acts

    def taken(self) -> "Splitting":
        """With the typed digits taken over."""
        if not self.typing or self.trouble:
            return self
        return replace(self._set(self.cursor, _number(self.typing)), typing="", turned=False)

    @with_whole_figures
    def move(self, step: int) -> "Splitting":
        """Another row under the cursor."""
        done = self.taken()
        return replace(done, cursor=max(0, min(len(done.parts) - 1, done.cursor + step)))

    @with_whole_figures
    def at(self, place: int) -> "Splitting":
        """That row under the cursor."""
        done = self.taken()
        return replace(done, cursor=max(0, min(len(done.parts) - 1, place)))

    def type(self, sign: str) -> "Splitting":
        """One more digit or decimal point; `%`, `h` and `:` after digits set the unit, and minutes may follow."""
        if sign == "%" and not (self.bound and self.unit == "hours"):
            return self.in_unit("percent")
        sign = sign.replace(",", ".")
        if sign in NOT_AFTER and set(self.typing) & NOT_AFTER[sign]:
            return self
        typed = replace(self, typing=(self.typing + sign)[:LONGEST_DIGITS])
        turns = sign in "h:" and not self.bound
        turned = self.turned or (turns and self.unit == "percent")
        return replace(typed, unit="hours", unit_said=True, turned=turned) if turns else typed

    def given(self, amount: float, unit: Unit) -> "Splitting":
        """The row under the cursor with that amount, and the next row under the cursor."""
        return replace(self, typing="", unit=unit)._set(self.cursor, amount).move(1)

    def erase(self) -> "Splitting":
        """One digit less; on a row without typing, its amount goes."""
        if self.typing:
            shorter = self.typing[:-1]
            back = self.turned and not set(shorter) & {"h", ":"}
            state = replace(self, unit="percent", unit_said=False, turned=False) if back else self
            return replace(state if shorter else state._set(self.cursor, None), typing=shorter)
        return self._set(self.cursor, None)

    @with_whole_figures
    def nudge(self, step: float) -> "Splitting":
        """A little more or less in the row under the cursor, never below nothing."""
        done = self.taken()
        if done.current.locked:
            return done
        now = done.current.amount or 0.0
        return done._set(done.cursor, min(self._most, max(0.0, now + step)))

    @with_whole_figures
    def drag(self, place: int, percent: float) -> "Splitting":
        """A row pulled to a share of the whole; the others stay as they are and the remainder shows the rest."""
        done = self.at(place)
        if done.current.locked or self.unit == "hours":
            return done
        return done._set(place, float(round(min(WHOLE, max(0.0, percent)) * self.whole / WHOLE)))

    @with_whole_figures
    def lock(self) -> "Splitting":
        """Keep a row as it is when the rest is spread, or let it go again."""
        done = self.taken()
        part = done.current
        if part.amount is None and not part.locked:
            part = replace(part, amount=0.0)
        return done._put(done.cursor, replace(part, locked=not part.locked))

    @with_whole_figures
    def in_unit(self, unit: Unit) -> "Splitting":
        """Read the same figures as percent or as hours."""
        return replace(self.taken(), unit=unit, unit_said=True)

    @with_whole_figures
    def spread_rest(self) -> "Splitting":
        """Give what is left to the empty rows, else to the others by their size; what is too much comes off these.

        Only when asked. Locked rows, rows of other work and, where another can take it, the row under the cursor
        stay as they are.
        """
        done = self.taken()
        left = done.left
        if left is None or abs(left) < SAME:
            return done
        targets = done._takers(left)
        if not targets:
            return done
        now = [done.parts[place].amount or 0.0 for place in targets]
        wanted = sum(now) + left
        weights = now if sum(now) > 0 else [1.0] * len(targets)
        if wanted < 0:
            return done
        for place, amount in zip(targets, in_proportion(weights, wanted), strict=True):
            done = done._set(place, amount)
        return done

    @property
    def has_takers(self) -> bool:
        """Empty rows that what is left could go to."""
        done = self.taken()
        return any(part.amount is None and not part.locked and not part.own for part in done.parts)

    def _takers(self, left: float) -> list[int]:
        """Rows that what is left goes to, or comes off."""
        free = [place for place, part in enumerate(self.parts) if not part.locked and not part.own]
        empty = [place for place in free if self.parts[place].amount is None]
        if empty and left > 0:
            return empty
        filled_rows = [place for place in free if (self.parts[place].amount or 0) > 0]
        others = [place for place in filled_rows if place != self.cursor]
        enough = sum(self.parts[place].amount or 0.0 for place in others) + left >= 0
        return others if others and enough else filled_rows or free

    @with_whole_figures
    def scale(self) -> "Splitting":
        """Make the rows add up by changing every unlocked one in proportion. Only when asked."""
        done = self.taken()
        free = [place for place, part in enumerate(done.parts) if not part.locked and (part.amount or 0) > 0]
        fixed = sum(part.amount or 0.0 for place, part in enumerate(done.parts) if place not in free)
        if done.left is None or not free or fixed >= self.whole:
            return done
        now = [done.parts[place].amount or 0.0 for place in free]
        for place, amount in zip(free, in_proportion(now, self.whole - fixed), strict=True):
            done = done._set(place, amount)
        return done

    @with_whole_figures
    def add_row(self, name: str = "", amount: float | None = None) -> "Splitting":
        """A row of other work, with the cursor on it."""
        if not self.may_add or self.crowded:
            return self
        done = self.taken()
        number = sum(part.own for part in done.parts) + 1
        part = Part(f"own-{number}", own_name(name), "", amount, own=True)
        return replace(done, parts=(*done.parts, part), cursor=len(done.parts))

    @with_whole_figures
    def named(self, name: str) -> "Splitting":
        """The row of other work under the cursor with this name."""
        done = self.taken()
        if not done.current.own:
            return done
        return done._put(done.cursor, replace(done.current, name=own_name(name)))

    def without_row(self) -> "Splitting":
        """Without the row of other work under the cursor."""
        if not self.current.own:
            return self
        parts = tuple(part for place, part in enumerate(self.parts) if place != self.cursor)
        return replace(self, parts=parts, cursor=min(self.cursor, len(parts) - 1), typing="")

    def value(self) -> Any:
        """The answer in the form the engine takes."""
        done = self.taken()
        if not done.may_add:
            return {part.id: part.amount or 0.0 for part in done.parts}
        found: dict[str, Any] = {"rows": {part.id: part.amount or 0.0 for part in done.parts if not part.own}}
        own = [part for part in done.parts if part.own and part.amount]
        if own:
            found["other"] = [{"name": part.name or "other work", "share": part.amount} for part in own]
        if done.unit == "hours":
            found["unit"] = "hours"
        return found

    def filled_in(self) -> Any:
        """The same of the rows with an amount; None where none has one."""
        rows = tuple(part for part in self.taken().parts if part.amount is not None)
        return replace(self, parts=rows, typing="").value() if rows else None

    @property
    def bound(self) -> bool:
        """Other rows have figures whose unit was said."""
        others = (part for place, part in enumerate(self.parts) if place != self.cursor)
        return self.unit_said and any(part.amount for part in others)

    @property
    def _most(self) -> float:
        return self.whole if self.unit == "percent" else 168.0

    def _set(self, place: int, amount: float | None) -> "Splitting":
        return self._put(place, replace(self.parts[place], amount=amount))

    def _put(self, place: int, part: Part) -> "Splitting":
        return replace(self, parts=(*self.parts[:place], part, *self.parts[place + 1 :]))


def in_proportion(weights: Sequence[float], total: float) -> list[float]:
    """`total` divided by weight in whole numbers (largest remainder); a fraction of the total goes to the largest."""
    if total <= 0 or sum(weights) <= 0:
        return [0.0] * len(weights)
    whole = int(total + SAME)
    exact = [weight * whole / sum(weights) for weight in weights]
    shares = [float(int(one + SAME)) for one in exact]
    missing = round(whole - sum(shares))
    by_remainder = sorted(range(len(weights)), key=lambda place: shares[place] - exact[place])
    for place in by_remainder[:missing]:
        shares[place] += 1.0
    rest = total - whole
    if rest > SAME:
        shares[max(range(len(weights)), key=lambda place: weights[place])] += rest
    return shares


def _number(typed: str) -> float | None:
    """The amount that is being typed; None where it is only half understood, such as `8h3`."""
    found = read_alone(typed.rstrip(".:"))
    return found.value if found is not None else None
