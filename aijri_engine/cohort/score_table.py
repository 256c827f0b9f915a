"""From a table of answers to a table of figures.

What follows from a few answers together stands in small tables, each worked out once, by Polars; the rows look it up.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import narwhals as nw

from aijri_engine.cohort import answers
from aijri_engine.cohort.columns import OTHERS, PLACE, CohortForm, Frame
from aijri_engine.cohort.combinations import Combinations
from aijri_engine.cohort.engine import Engine
from aijri_engine.cohort.faults import HOURS, beside, row_faults, with_named
from aijri_engine.cohort.figures import FIGURES, INSIDE, NUMBERS, WITHHELD, Figures, contribution
from aijri_engine.cohort.units import Unit, Units
from aijri_engine.cohort.week import total, week_columns, with_week


@dataclass(frozen=True, slots=True)
class Small:
    """Some columns of a row and all that follows from them, as a table of their combinations."""

    name: str
    keys: tuple[str, ...]
    stages: Sequence[Sequence[nw.Expr]]
    made: Sequence[str | nw.Expr]
    """What the rows get."""
    more: Sequence[Any] = ()
    """Tables that say more of a key, by their first column."""

    @property
    def code(self) -> str:
        """Column with the number of the combination."""
        return f"code_{self.name}"


class SmallTables:
    """The small tables of a run; those by outcomes are looked up with what those by answers came to."""

    def __init__(
        self, units: Units, figures: Figures, combinations: Combinations, contributions: bool
    ) -> None:
        self.units, self.figures, self.scores = units, figures, figures.scores
        self.combinations, self.contributions = combinations, contributions
        self.tables: dict[str, Any] = {}
        """Tables of Polars by the name of the code."""
        self.by_answers = [*map(self._of_unit, units.units), *map(self._of_rating, OTHERS)]
        self._work_out(self.by_answers)
        self.by_outcomes = [self._of_late(), *self._of_tasks()]
        told = (nw.lit(units.form.role.id).alias("role"), "zone", "label", "status", WITHHELD)
        self.told = Small("told", tuple(figures.tests), figures.told_stages, told)
        self._work_out((*self.by_outcomes, self.told))

    def _work_out(self, those: Sequence[Small]) -> None:
        """Outcomes by the numbers of their combinations. A row with a text of another kind has no number."""
        for one in those:
            table = self.combinations.table(one.keys, one.code)
            for more in one.more:
                table = table.join(more, on=more.columns[0])
            found = nw.from_native(table.lazy())
            for stage in one.stages:
                found = found.with_columns(*stage) if stage else found
            self.tables[one.code] = found.select(one.code, *one.made).collect().to_native()

    def _numbered(self, columns: Sequence[str], name: str) -> Any:
        """Lets one number stand for those columns in the table that made them: the number, and what it stands for."""
        import polars

        code = next(code for code, table in self.tables.items() if columns[0] in table.columns)
        said = self.tables[code].select(columns).unique(maintain_order=True).with_row_index(name)
        said = said.cast({name: polars.Int32})  # Spark takes no index as it is
        self.tables[code] = self.tables[code].join(said, on=columns).drop(columns)
        self.combinations.know(name, len(said))
        return said

    def _of_unit(self, unit: Unit) -> Small:
        looker = answers.Lookup(self.units, {})
        stages = [*answers.path_stages(self.units, unit.cells, looker)]
        collected = [answers.collected(self.units, unit, looker)] if unit.item else []
        stages.append([*collected, *answers.always_read(unit.cells, looker)])
        made: list[str | nw.Expr] = [f"{answers.COLLECTED}_{unit.name}" for _ in collected]
        made += answers.asked_by_late(self.units, unit, looker)
        made += [*self.scores.unit_columns(unit, looker), *self.figures.unit_columns(unit)]
        return Small(unit.name, unit.keys, stages, made)

    def _of_rating(self, row: str) -> Small:
        """How a row of other work is rated."""
        columns = self.units.cohort.columns
        names = [one.name for one in columns if one.name.startswith(f"{row}_") and one.kind == "option"]
        stages = [[self.scores.points_of_rating(row)], [self.scores.said_rating(row)]]
        return Small(f"rating_{row}", (*names, f"has_time_{row}"), stages, [f"rating_{row}"])

    def _of_late(self) -> Small:
        """What the cells come to that look at all tasks."""
        units, late = self.units, self.units.late
        self.combinations.know(answers.COLLECTED, units.room ** len(answers.digits(units)))
        looker = answers.Lookup(units, answers.made_before(units))
        stages = [[*answers.collections(units)], *answers.path_stages(units, late.cells, looker)]
        return Small(late.name, answers.late_keys(units), stages, [*self.figures.unit_columns(late)])

    def _of_tasks(self) -> Iterator[Small]:
        """What each way of doing a task is scored, for a level and an employer."""
        scores = self.scores
        expected = [self._numbered(scores.expected, "position")] if scores.positions else []
        for task in self.units.form.role.tasks:
            more = [self._numbered(scores.inputs(task), f"way_{task.id}"), *expected]
            keys = (*(table.columns[0] for table in more), f"has_time_{task.id}")
            moves = [one.column for one in scores.deltas if one.task == task.id and self.contributions]
            made = [f"score_{task.id}", *moves]
            yield Small(f"score_{task.id}", keys, [*scores.score_stages(task)], made, more)


def scored(
    frame: Frame, cohort: CohortForm, engine: Engine, contributions: bool = True, kept: Sequence[str] = ()
) -> Frame:
    """The figures of every usable row: index 0-100, and the points of every cause in index points.

    `kept` are columns of the table that stand in the result as well.
    """
    units = Units(cohort)
    figures = Figures(units)
    combinations = Combinations(units, frame, engine)
    small = SmallTables(units, figures, combinations, contributions)
    held = engine.kept(small.tables)

    def looked_up(frame: Frame, tables: Sequence[Small]) -> Frame:
        return engine.joined(frame, held, [one.code for one in tables])

    frame = looked_up(coded(frame, small, engine, kept), small.by_answers)
    collected = [nw.col(f"{answers.COLLECTED}_{unit.name}") for unit in units.units if unit.item]
    frame = frame.with_columns(total(collected).alias(answers.COLLECTED))
    frame = looked_up(frame.with_columns(*_codes(combinations, small.by_outcomes)), small.by_outcomes)
    stages = [*figures.scores.stages(), *figures.index_stages()]
    stages += figures.contribution_stages() if contributions else []
    told = [*_codes(combinations, [small.told])]
    told += [nw.when(INSIDE).then(nw.col(name).round(6)).alias(name) for name in NUMBERS]
    for stage in (*stages, told):
        frame = frame.with_columns(*stage) if stage else frame
    causes = [contribution(cause) for cause in figures.causes] if contributions else []
    frame = looked_up(frame, [small.told])
    return frame.select("id", "role", *FIGURES, *kept, *causes)


def coded(frame: Frame, small: SmallTables, engine: Engine, kept: Sequence[str]) -> Frame:
    """The week of every usable row, and the numbers of what its answers say together."""
    units, combinations = small.units, small.combinations
    cohort = units.cohort
    frame = with_named(frame, cohort, engine)
    places = {one.code: combinations.places(one.keys) for one in (*small.by_answers, *small.by_outcomes[:1])}
    added = {HOURS: beside(combinations)} | {f"{PLACE}{name}": said for name, said in places.items() if said}
    named = [f"{PLACE}{column.name}" for column in cohort.columns if column.kind == "words"]
    numbers = [column.name for column in cohort.numbers]
    frame = engine.placed(frame, added).select(*dict.fromkeys(("id", *kept, *numbers, *added, *named)))
    frame = answers.with_flags(with_week(engine.stream(frame), cohort), units)
    faulty = nw.any_horizontal(*row_faults(cohort), ignore_nulls=False)
    first, *codes = _codes(combinations, small.by_answers)
    sound = nw.when(~faulty.fill_null(False)).then(first).alias(small.by_answers[0].code)
    asked_late = [leaf.slug for leaf in units.late.flags if units.is_number(leaf)]
    late_places = [name for name in (f"{PLACE}{small.by_outcomes[0].code}",) if name in added]
    left = dict.fromkeys(("id", *kept, *week_columns(cohort), *asked_late, *late_places))
    return frame.select(*left, sound, *codes)


def _codes(combinations: Combinations, tables: Sequence[Small]) -> list[nw.Expr]:
    return [combinations.number(one.keys, one.code).alias(one.code) for one in tables]
