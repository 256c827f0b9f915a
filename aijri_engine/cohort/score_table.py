"""From a table of answers to a table of figures, and the rows that cannot be read with the reason."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from string import ascii_lowercase, digits

import narwhals as nw

from aijri_engine.cohort.answers import Lookup, always_read, collected, collections, path_stages, with_flags
from aijri_engine.cohort.columns import JOIN, LINE, NOT_A_NUMBER, CohortForm, Column, Frame, other_column
from aijri_engine.cohort.engines import Engine
from aijri_engine.cohort.figures import FIGURES, Figures, contribution
from aijri_engine.cohort.scores import Scores
from aijri_engine.cohort.units import NUMBER_KINDS, Unit, Units
from aijri_engine.cohort.week import OTHERS, OWN_SPLIT, with_week
from aijri_engine.interview.values import MOST_HOURS, SUM_TOLERANCE, UNKNOWN

REASON, COLUMN = "reason", "column"
AS_IT_STANDS, CLEAN = "raw_", "clean_"
"""Before the name of a text: with and without the blanks around it."""

TEXTS = "texts"
"""The small table of the columns that are looked at on the rows: role, unit of the week, and cells that come late."""


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
    scores = Scores(units)
    figures = Figures(units, scores)
    frame = with_flags(with_week(frame.with_columns(*_named(cohort)), cohort), units)
    small = [_of_unit(unit, units, scores, figures) for unit in units.units]
    small += [*(_of_rating(number, cohort, scores) for number in OTHERS), _of_texts(units)]
    frame, found = engine.occurring(frame, [one.keys for one in small])
    for one, those in zip(small, found, strict=True):
        outcomes = engine.keep(one.worked_out(those.table, those.by))
        frame = frame.join(outcomes, on=list(those.by), how="left")
    frame = frame.with_columns(*(nw.col(f"{CLEAN}{name}").alias(name) for name in small[-1].keys))
    frame = frame.filter(~_any([*_row_faults(cohort), *(nw.col(_fault(one.name)) for one in small)]))
    late = Lookup(units, collections(units))
    stages = [*path_stages(units, [cell for key, cell in units.cells.items() if key in units.late], late)]
    stages += [figures.late_columns(), *scores.stages(), *figures.index_stages()]
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
    """Some columns of a row and all that follows from them, as a table of the combinations that occur."""

    name: str
    keys: tuple[str, ...]
    texts: tuple[str, ...]
    """Those of them that are read without the blanks around them."""
    stages: Sequence[Sequence[nw.Expr]]
    made: Sequence[str | nw.Expr]
    """What the rows get, besides a fault."""
    faults: Sequence[nw.Expr]

    def worked_out(self, table: Frame, by: Sequence[str]) -> Frame:
        """The table of outcomes, to be joined by those columns as they stand."""
        table = table.with_columns(*(nw.col(name).alias(f"{AS_IT_STANDS}{name}") for name in by))
        table = table.with_columns(*_stripped(self.texts))
        for stage in self.stages:
            table = table.with_columns(*stage)
        fault = _any([nw.lit(False), *self.faults]).alias(_fault(self.name))
        table = table.select(*(f"{AS_IT_STANDS}{name}" for name in by), *self.made, fault)
        return table.rename({f"{AS_IT_STANDS}{name}": name for name in by})


def _of_unit(unit: Unit, units: Units, scores: Scores, figures: Figures) -> _Small:
    """What a unit comes to."""
    looker = Lookup(units, {})
    asked_later = collected(units, unit, looker)
    stages = [*path_stages(units, unit.cells, looker)]
    stages += [[one.alias(name) for name, one in asked_later.items()], always_read(unit.cells, looker)]
    columns = [column for column in units.cohort.columns if column.name in unit.keys]
    made: list[str | nw.Expr] = [
        *asked_later,
        *_seen_later(unit, units),
        *scores.unit_columns(unit, looker),
        *figures.unit_columns(unit),
    ]
    faults = [wrong for column in columns for wrong, _ in _faults(column)]
    texts = tuple(column.name for column in columns)
    return _Small(unit.name, unit.keys, texts, [stage for stage in stages if stage], made, faults)


def _of_rating(number: int, cohort: CohortForm, scores: Scores) -> _Small:
    """How a row of other work is rated."""
    prefix = other_column(number, "")
    columns = [
        column for column in cohort.columns if column.name.startswith(prefix) and column.kind == "option"
    ]
    names = tuple(column.name for column in columns)
    faults = [wrong for column in columns for wrong, _ in _faults(column)]
    points = [scores.points_of_rating(number)]
    return _Small(f"rating_{number}", names, names, [points], [scores.said_rating(number)], faults)


def _of_texts(units: Units) -> _Small:
    """Texts that are looked at on the rows."""
    names = ("role", "split_unit", *(units.cells[key].column for key in sorted(units.late)))
    columns = [column for column in units.cohort.columns if column.name in names]
    faults = [_of_another_role(units.cohort), *(wrong for column in columns for wrong, _ in _faults(column))]
    return _Small(TEXTS, names, names, [], [nw.col(name).alias(f"{CLEAN}{name}") for name in names], faults)


def _stripped(names: Iterable[str]) -> list[nw.Expr]:
    """Texts without the blanks around them."""
    return [nw.col(name).str.strip_chars() for name in names]


def _fault(name: str) -> str:
    return f"fault_{name}"


def _seen_later(unit: Unit, units: Units) -> list[str]:
    """Values and states that cells after all units look at."""
    names = {leaf.name for key in units.late for leaf in units.leaves(units.cells[key])}
    cells = [cell for cell in unit.cells if unit.item is None and cell.key in names]
    texts = [f"value_{cell.column}" for cell in cells if cell.asked.question.kind not in NUMBER_KINDS]
    return [*texts, *(f"state_{cell.column}" for cell in cells)]


def usable(frame: Frame, cohort: CohortForm) -> Frame:
    """The rows that can be used."""
    return _read(frame, cohort).filter(~_any([wrong for _, wrong, _ in _all_faults(cohort)]))


def _read(frame: Frame, cohort: CohortForm) -> Frame:
    """The rows with all that their faults are looked for in."""
    texts = _stripped(column.name for column in cohort.columns if column.kind != "number")
    return with_week(frame.with_columns(*texts).with_columns(*_named(cohort)), cohort)


NAMED, NAMES_NOTHING = "named", "names nothing"


def _named(cohort: CohortForm) -> list[nw.Expr]:
    """Words as what they say: something, or that there is nothing (as for one person); an empty cell stays empty."""
    found = []
    for column in cohort.columns:
        if column.kind == "words":
            plain = (
                nw.col(column.name)
                .str.to_lowercase()
                .str.replace_all(r"[^\p{L}\p{N} ]", "")
                .str.strip_chars()
            )
            nothing = plain.is_in([*column.no_names, *SHORTEST]) if column.no_names else nw.lit(False)
            said = nw.when(nothing).then(nw.lit(NAMES_NOTHING)).otherwise(nw.lit(NAMED))
            blank = nw.col(column.name).str.strip_chars() == ""
            found.append(nw.when(blank).then(nw.lit("")).otherwise(said).alias(column.name))
    return found


SHORTEST = ("", *ascii_lowercase, *digits)
"""A letter or a figure, as is typed to choose, and signs alone name nothing."""


def _all_faults(cohort: CohortForm) -> "list[tuple[str, nw.Expr, str]]":
    found = [
        ("role", _of_another_role(cohort), "the row names another role than the one this table is read as")
    ]
    for column in cohort.columns:
        of = _number_faults if column.kind == "number" else _faults
        found += [(column.name, wrong.fill_null(False), words) for wrong, words in of(column)]
    return found + [("split", wrong.fill_null(False), words) for wrong, words in _week_faults()]


def _of_another_role(cohort: CohortForm) -> nw.Expr:
    return (nw.col("role") != "") & (nw.col("role") != cohort.form.role.id)


def rejects(frame: Frame, cohort: CohortForm) -> Frame:
    """The rows that cannot be used: id, line, the first column at fault, and why."""
    faults = _all_faults(cohort)
    frame = _read(frame, cohort).filter(_any([wrong for _, wrong, _ in faults]))
    column, reason = nw.lit(""), nw.lit("")
    for name, wrong, words in reversed(faults):
        column = nw.when(wrong).then(nw.lit(name)).otherwise(column)
        reason = nw.when(wrong).then(nw.lit(words)).otherwise(reason)
    return frame.select("id", LINE, column.alias(COLUMN), reason.alias(REASON))


Fault = tuple[nw.Expr, str]


def _row_faults(cohort: CohortForm) -> list[nw.Expr]:
    """What is looked at on the rows: numbers, a range at a time, and the week."""
    ranges: dict[tuple[float, float], list[str]] = defaultdict(list)
    for column in cohort.numbers:
        ranges[column.low, column.high].append(column.name)
    found = [_least(names) < low for (low, _), names in ranges.items()]
    found += [_largest(names) > high for (_, high), names in ranges.items()]
    return [wrong.fill_null(False) for wrong in (*found, *(wrong for wrong, _ in _week_faults()))]


def _least(names: Sequence[str]) -> nw.Expr:
    return nw.min_horizontal(*names) if len(names) > 1 else nw.col(names[0])  # Spark takes two or more


def _largest(names: Sequence[str]) -> nw.Expr:
    return nw.max_horizontal(*names) if len(names) > 1 else nw.col(names[0])


def _number_faults(column: Column) -> list[Fault]:
    words = f"give a number from {column.low:g} to {column.high:g}"
    cell = nw.col(column.name)
    return [
        (cell == NOT_A_NUMBER, f"not a number; {words}"),
        ((cell < column.low) | (cell > column.high), f"outside the range; {words}"),
    ]  # fmt: skip


def _faults(column: Column) -> list[Fault]:
    """What is wrong in a cell with options; empty texts are usable."""
    cell = nw.col(column.name)
    unknown = UNKNOWN if column.takes_unknown else ()
    if column.kind in ("option", "yes_no"):
        allowed = [*column.options, *unknown]
        return [(~cell.is_in(["", *allowed]), f"none of {', '.join(allowed)}")]
    if column.kind == "words":
        return [(cell == NAMES_NOTHING, "these words name nothing; leave the cell empty")]
    return _joined_faults(column, cell) if column.kind == "options" else []


def _joined_faults(column: Column, cell: nw.Expr) -> list[Fault]:
    """Options joined by a plus, in any order, none twice."""
    one = "|".join(column.options)
    many = f"({one})(\\{JOIN}({one})){{0,{column.most - 1}}}"
    allowed = [*column.options, *UNKNOWN]
    shape = cell.str.contains(f"^({many}|{'|'.join(UNKNOWN)})$")
    framed = nw.concat_str(nw.lit(JOIN), cell, nw.lit(JOIN))
    faults = [((cell != "") & ~shape, f"none of {', '.join(allowed)}, nor several joined by {JOIN}")]
    doubled = [
        framed.str.contains(f"\\{JOIN}{option}\\{JOIN}(.*\\{JOIN})?{option}\\{JOIN}")
        for option in column.options
    ]
    faults.append((_any(doubled), "an option stands there twice"))
    together = [
        framed.str.contains(f"{JOIN}{option}{JOIN}", literal=True) & (cell != option)
        for option in column.alone
    ]
    if together:
        faults.append((_any(together), f"{', '.join(column.alone)} stands alone"))
    return faults


def _week_faults() -> list[Fault]:
    own_split, hours = nw.col(OWN_SPLIT), nw.col("split_unit") == "hours"
    outside = nw.col("week_other")
    everything = nw.col("week_said") + outside
    off = (everything > 100.0 + SUM_TOLERANCE) | (everything < 100.0 - SUM_TOLERANCE)
    return [
        (own_split & ~(everything > 0), "every row is empty; give time to at least one"),
        (own_split & hours & (everything > MOST_HOURS), "more hours than two weeks have"),
        (own_split & ~hours & off, "the rows do not add up to 100 percent"),
        (~own_split & hours & (outside > 0), "hours of other work need the hours of the tasks too"),
        (~own_split & (outside >= 100.0), "other work fills the whole week"),
    ]


def _any(parts: Sequence[nw.Expr]) -> nw.Expr:
    return nw.any_horizontal(*parts, ignore_nulls=True)
