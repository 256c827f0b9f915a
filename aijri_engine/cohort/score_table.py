"""From a table of answers to a table of figures."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import narwhals as nw

from aijri_engine.cohort.answers import Lookup, always_read, collected, collections, path_stages, with_flags
from aijri_engine.cohort.columns import CohortForm, Frame, other_column
from aijri_engine.cohort.combinations import Combinations
from aijri_engine.cohort.engines import Engine
from aijri_engine.cohort.faults import any_of, named, row_faults
from aijri_engine.cohort.figures import FIGURES, Figures, contribution
from aijri_engine.cohort.scores import Scores
from aijri_engine.cohort.units import NUMBER_KINDS, Cell, Unit, Units
from aijri_engine.cohort.week import OTHERS, week_columns, with_week


def scored(
    frame: Frame,
    cohort: CohortForm,
    engine: Engine,
    contributions: bool = True,
    kept: Sequence[str] = (),
) -> Frame:
    """The figures of every usable row: index 0-100, and the points of every cause in index points.

    `kept` are columns of the table that stand in the result as well.
    """
    units = Units(cohort)
    late = [units.cells[key] for key in sorted(units.late)]
    scores = Scores(units)
    figures = Figures(units, scores)

    looked_at = (
        "role",
        "split_unit",
        *(cell.column for cell in late if cell.asked.question.kind not in NUMBER_KINDS),
    )
    texts = [*named(cohort), *(nw.col(name).str.strip_chars() for name in looked_at)]
    frame = with_flags(with_week(frame.with_columns(*texts), cohort), units)
    small = [_of_unit(unit, units, scores, figures) for unit in units.units]
    small += [_of_rating(number, cohort, scores) for number in OTHERS]
    combinations = Combinations(units, frame, engine)
    frame = combinations.rows.filter(~any_of([*row_faults(cohort), *combinations.faults(looked_at)]))
    left = dict.fromkeys(("id", *kept, *week_columns(cohort), *_late_columns(units, late)))
    frame = frame.select(*left, *(combinations.number(one.keys).alias(one.code) for one in small))
    tables = {one.code: one.worked_out(combinations.table(one.keys, one.code)) for one in small}
    frame = engine.joined(frame, tables)  # a text that may not stand there has no number: its row drops out
    lookup = Lookup(units, collections(units))
    stages = [*path_stages(units, [cell for key, cell in units.cells.items() if key in units.late], lookup)]
    stages += [figures.late_columns(), *scores.stages(), *figures.index_stages()]
    causes: list[str] = []
    if contributions:
        stages += figures.contribution_stages()
        causes = [contribution(cause) for cause in figures.causes]
    for stage in (*stages, figures.told):
        frame = frame.with_columns(*stage) if stage else frame
    role = nw.lit(cohort.form.role.id).alias("role")
    return frame.select("id", role, *FIGURES, *kept, *causes)


def _late_columns(units: Units, cells: Sequence[Cell]) -> list[str]:
    """What the cells after all units look at on the rows."""
    tests = [leaf.slug for cell in cells for leaf in units.leaves(cell) if units.is_number(leaf)]
    texts = [cell.column for cell in cells if cell.asked.question.kind not in NUMBER_KINDS]
    return [*tests, *texts, *(f"given_{cell.column}" for cell in cells if cell.column not in texts)]


@dataclass(frozen=True, slots=True)
class _Small:
    """Some columns of a row and all that follows from them, as a table of their combinations."""

    name: str
    keys: tuple[str, ...]
    stages: Sequence[Sequence[nw.Expr]]
    made: Sequence[str | nw.Expr]
    """What the rows get."""

    @property
    def code(self) -> str:
        """Column with the number of the combination."""
        return f"code_{self.name}"

    def worked_out(self, table: Any) -> Any:
        """The outcomes of a table of combinations, by their numbers."""
        found = nw.from_native(table.lazy())
        for stage in self.stages:
            found = found.with_columns(*stage)
        return found.select(self.code, *self.made).collect().to_native()


def _of_unit(unit: Unit, units: Units, scores: Scores, figures: Figures) -> _Small:
    """What a unit comes to."""
    looker = Lookup(units, {})
    asked_later = collected(units, unit, looker)
    stages = [*path_stages(units, unit.cells, looker)]
    stages += [[one.alias(name) for name, one in asked_later.items()], always_read(unit.cells, looker)]
    made: list[str | nw.Expr] = [
        *asked_later,
        *_seen_later(unit, units),
        *scores.unit_columns(unit, looker),
        *figures.unit_columns(unit),
    ]
    return _Small(unit.name, unit.keys, [stage for stage in stages if stage], made)


def _of_rating(number: int, cohort: CohortForm, scores: Scores) -> _Small:
    """How a row of other work is rated."""
    prefix = other_column(number, "")
    names = tuple(c.name for c in cohort.columns if c.name.startswith(prefix) and c.kind == "option")
    points = [scores.points_of_rating(number)]
    return _Small(f"rating_{number}", names, [points], [scores.said_rating(number)])


def _seen_later(unit: Unit, units: Units) -> list[str]:
    """Values and states that cells after all units look at."""
    names = {leaf.name for key in units.late for leaf in units.leaves(units.cells[key])}
    cells = [cell for cell in unit.cells if unit.item is None and cell.key in names]
    texts = [f"value_{cell.column}" for cell in cells if cell.asked.question.kind not in NUMBER_KINDS]
    return [*texts, *(f"state_{cell.column}" for cell in cells)]
