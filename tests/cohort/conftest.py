"""Fixtures of the cohort tests: what follows from a few answers together is worked out once in a process."""

from collections.abc import Iterator, Sequence
from typing import Any

import pytest

from aijri_engine.cohort.score_table import Small, SmallTables

WORK_OUT = SmallTables._work_out
KNOWN: dict[tuple[Any, ...], Any] = {}
"""Tables by all that they are worked out from: the form of a role, and what may stand in their columns."""


def worked_out_once(small: SmallTables, those: Sequence[Small]) -> None:
    """Every run of a test would work out the same small tables, two thirds of what a run takes."""
    for one in those:
        said = tuple((name, tuple(small.combinations._of(name))) for name in one.keys)
        more = tuple(repr(table.rows()) for table in one.more)
        key = (id(small.units.form), small.contributions, one.code, said, more)
        if key not in KNOWN:
            WORK_OUT(small, [one])
            KNOWN[key] = small.units.form, small.tables[one.code]
        small.tables[one.code] = KNOWN[key][1]


@pytest.fixture(autouse=True, scope="module")
def _small_tables_once() -> Iterator[None]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(SmallTables, "_work_out", worked_out_once)
        yield
