"""What a few columns may say together, numbered: what follows from it is worked out once for each combination."""

import math
from collections.abc import Iterator, Sequence
from itertools import permutations
from typing import Any

import narwhals as nw

from aijri_engine.cohort.columns import JOIN, PLACE, Column, Frame
from aijri_engine.cohort.conditions import UntabledError
from aijri_engine.cohort.engine import PLACED, Engine, Places
from aijri_engine.cohort.units import Units
from aijri_engine.interview.values import UNKNOWN

MOST = 2_000_000
"""Combinations of a few answers that are worked out at most; a role with more is for single people [ours]."""

NAMED = "named"
"""Stands for any words in which something is named, and for options that are alike."""


class Combinations:
    """What may stand in every column that decides something, and the numbers of the combinations on the rows."""

    def __init__(self, units: Units, frame: Frame, engine: Engine) -> None:
        columns = units.cohort.columns
        texts = {one.name: dict(_texts(one, frame, engine)) for one in columns if one.kind in PLACED}
        self._values: dict[str, Sequence[Any]] = {
            one.name: ("", NAMED) for one in columns if one.kind == "words"
        }
        self._values |= {name: list(dict.fromkeys(says.values())) for name, says in texts.items()}
        tests = (*units.numbers, *units.late.flags)
        self._values |= {leaf.slug: (0, 1) if leaf.known else (-1, 0, 1) for leaf in tests}
        self._places = {name: {text: self._values[name].index(said) for text, said in says.items()}
                        for name, says in texts.items()}  # fmt: skip

    def table(self, keys: Sequence[str], code: str) -> Any:
        """Every combination as a row of Polars, in the order of its number. Raises `UntabledError`."""
        import polars

        bound = math.prod(len(self._of(name)) for name in keys)
        if bound > MOST:
            most = max(keys, key=lambda name: len(self._of(name)))
            raise UntabledError(
                f"{', '.join(keys)} may say more than {MOST} things together, {most} alone {len(self._of(most))}; "
                f"fewer options are needed, or `alike` in its column of aijri_engine/cohort/columns.py"
            )
        table = polars.select(polars.int_range(bound, dtype=polars.Int32).alias(code))
        for name, stride in self.strides(keys):
            place = polars.col(code) // stride % len(self._of(name))
            table = table.with_columns(polars.lit(polars.Series(self._of(name))).gather(place).alias(name))
        return table

    def know(self, name: str, count: int) -> None:
        """A column holds whole numbers below that count."""
        self._values[name] = range(count)

    def places(self, keys: Sequence[str]) -> Places:
        """What each text in some columns adds to the number of a combination."""
        return {
            name: {text: place * stride for text, place in self._places[name].items()}
            for name, stride in self.strides(keys)
            if name in self._places
        }

    def number(self, keys: Sequence[str], code: str) -> nw.Expr:
        """The number of a row's combination; null where something else stands there."""
        found, known = nw.col(f"{PLACE}{code}") if self.places(keys) else nw.lit(0), 0
        for name, stride in self.strides(keys):
            if name not in self._places:
                words = isinstance(self._of(name)[0], str)
                found = found + nw.col(f"{PLACE}{name}" if words else name).cast(nw.Int32) * stride
                known += stride if self._of(name)[0] == -1 else 0
        return found + known

    def strides(self, keys: Sequence[str]) -> Iterator[tuple[str, int]]:
        """What one place more in a column adds to the number."""
        stride = math.prod(len(self._of(name)) for name in keys)
        for name in keys:
            stride //= len(self._of(name))
            yield name, stride

    def _of(self, name: str) -> Sequence[Any]:
        return self._values.get(name, (False, True))


def _texts(column: Column, frame: Frame, engine: Engine) -> Iterator[tuple[str, str]]:
    """Every text that may stand in a column, and what it says; of many options joined, those that do stand there."""
    joined = [JOIN.join(pair) for pair in permutations(column.options, 2)] if column.most == 2 else []
    if column.most > 2:
        one, cell = f"({'|'.join(column.options)})", nw.col(column.name)
        texts = frame.group_by(column.name).agg(nw.len()).with_columns(cell.str.strip_chars())
        shaped = texts.filter(cell.str.contains(f"^{one}(\\{JOIN}{one})+$"))
        joined = [
            row[column.name] for row in engine.rows(shaped) if column.joins(row[column.name].split(JOIN))
        ]
    yield from ((text, text) for text in ("", *(UNKNOWN if column.takes_unknown else ())))
    yield from ((text, NAMED if column.alike else text) for text in column.options)
    for text in joined:
        yield text, JOIN.join(sorted(text.split(JOIN), key=column.options.index))
