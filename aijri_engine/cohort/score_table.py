"""From a table of answers to a table of figures."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import narwhals as nw

from aijri_engine.cohort import answers
from aijri_engine.cohort.columns import CohortForm, Frame, other_column
from aijri_engine.cohort.combinations import Combinations
from aijri_engine.cohort.engines import Engine
from aijri_engine.cohort.faults import any_of, named, row_faults
from aijri_engine.cohort.figures import FIGURES, Figures, contribution
from aijri_engine.cohort.scores import Scores
from aijri_engine.cohort.units import Unit, Units
from aijri_engine.cohort.week import OTHERS, week_columns, with_week


def scored(
    frame: Frame, cohort: CohortForm, engine: Engine, contributions: bool = True, kept: Sequence[str] = ()
) -> Frame:
    """The figures of every usable row: index 0-100, and the points of every cause in index points.

    `kept` are columns of the table that stand in the result as well.
    """
    units = Units(cohort)
    scores = Scores(units)
    figures = Figures(units, scores)
    texts = [*named(cohort), nw.col("split_unit").str.strip_chars()]
    frame = answers.with_flags(with_week(frame.with_columns(*texts), cohort), units)
    combinations = Combinations(units, frame, engine)
    small = [_of_unit(unit, units, scores, figures) for unit in units.units]
    small += [_of_rating(number, cohort, scores) for number in OTHERS]
    late = _of_late(units, figures)
    beside = [combinations.number([name]).is_null() for name in ("role", "split_unit")]
    sound = ~any_of([*row_faults(cohort), *beside])
    codes = [combinations.number(one.keys).alias(one.code) for one in small]
    codes[0] = nw.when(sound).then(codes[0]).alias(small[0].code)
    asked_late = combinations.columns([name for name in late.keys if name not in answers.made_before(units)])
    frame = combinations.rows.select(
        *dict.fromkeys(("id", *kept, *week_columns(cohort), *asked_late)), *codes
    )
    frame = engine.joined(frame, {one.code: one.worked_out(combinations) for one in small})
    made = [*answers.collections(units)]
    frame = frame.with_columns(*made) if made else frame
    frame = frame.with_columns(combinations.number(late.keys).alias(late.code))
    frame = engine.joined(frame, {late.code: late.worked_out(combinations)})
    stages = [*scores.stages(), *figures.index_stages()]
    causes: list[str] = []
    if contributions:
        stages += figures.contribution_stages()
        causes = [contribution(cause) for cause in figures.causes]
    for stage in (*stages, figures.told):
        frame = frame.with_columns(*stage) if stage else frame
    role = nw.lit(cohort.form.role.id).alias("role")
    return frame.select("id", role, *FIGURES, *kept, *causes)


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

    def worked_out(self, combinations: Combinations) -> Any:
        """The outcomes by the numbers of their combinations. A row with a text of another kind has no number."""
        found = nw.from_native(combinations.table(self.keys, self.code).lazy())
        for stage in self.stages:
            found = found.with_columns(*stage)
        return found.select(self.code, *self.made).collect().to_native()


def _of_unit(unit: Unit, units: Units, scores: Scores, figures: Figures) -> _Small:
    """What a unit comes to."""
    looker = answers.Lookup(units, {})
    asked_later = answers.collected(units, unit, looker)
    stages = [*answers.path_stages(units, unit.cells, looker)]
    stages += [
        [one.alias(name) for name, one in asked_later.items()],
        answers.always_read(unit.cells, looker),
    ]
    made: list[str | nw.Expr] = [
        *asked_later,
        *answers.asked_by_late(units, unit, looker),
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


def _of_late(units: Units, figures: Figures) -> _Small:
    """What the cells come to that look at all tasks."""
    stages = [
        *answers.path_stages(units, units.late.cells, answers.Lookup(units, answers.made_before(units)))
    ]
    return _Small(units.late.name, units.late.keys, stages, [*figures.unit_columns(units.late)])
