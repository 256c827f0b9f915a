"""From a table of answers to a table of figures, and the rows that cannot be read with the reason."""

from collections.abc import Callable, Sequence

import narwhals as nw

from aijri_engine.cohort.answers import Lookup, always_read, collected, collections, path_stages, with_flags
from aijri_engine.cohort.columns import JOIN, CohortForm, Column, Frame, other_column, share_column
from aijri_engine.cohort.figures import FIGURES, Figures, contribution
from aijri_engine.cohort.scores import Scores
from aijri_engine.cohort.units import NUMBER_KINDS, Unit, Units
from aijri_engine.cohort.week import OTHERS, total, with_week
from aijri_engine.interview.values import MOST_HOURS, SUM_TOLERANCE, UNKNOWN

Keep = Callable[[Frame], Frame]

LINE, REASON, COLUMN = "line", "reason", "column"
UNREADABLE = "unreadable_"
"""Before the name of a number column: true where something stands there that is no number."""


def scored(
    frame: Frame,
    cohort: CohortForm,
    keep: Keep = lambda table: table,
    contributions: bool = True,
    kept: Sequence[str] = (),
) -> Frame:
    """The figures of every usable row: index 0-100, and the points of every cause in index points.

    `keep` works a small table out at once, so that an engine joins it as what it is. `kept` are columns of the table
    that stand in the result as well.
    """
    units = Units(cohort)
    scores = Scores(units)
    figures = Figures(units, scores)
    frame = with_flags(with_week(frame, cohort), units)
    rows = frame
    for unit in units.units:
        occurring = keep(rows.group_by(*unit.keys).agg(nw.len().alias("people")))
        table = keep(_outcomes(occurring, unit, units, scores, figures))
        frame = frame.join(table, on=list(unit.keys), how="left")
    faults = [wrong.fill_null(False) for _, wrong, _ in _row_faults(cohort)]
    frame = frame.filter(~_any([*faults, *(nw.col(_fault(unit)) for unit in units.units)]))
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


def _outcomes(table: Frame, unit: Unit, units: Units, scores: Scores, figures: Figures) -> Frame:
    """What a unit comes to for each combination of its columns."""
    looker = Lookup(units, {})
    for stage in path_stages(units, unit.cells, looker):
        table = table.with_columns(*stage)
    asked_later = collected(units, unit, looker)
    if asked_later:
        table = table.with_columns(*(one.alias(name) for name, one in asked_later.items()))
    if again := always_read(unit.cells, looker):
        table = table.with_columns(*again)
    faults = [
        wrong for column in units.cohort.columns if column.name in unit.keys for wrong, _ in _faults(column)
    ]
    made = [
        *scores.unit_columns(unit, looker),
        *figures.unit_columns(unit),
        _any([nw.lit(False), *faults]).alias(_fault(unit)),
    ]
    return table.select(*unit.keys, *asked_later, *_seen_later(unit, units), *made)


def _fault(unit: Unit) -> str:
    return f"fault_{unit.name}"


def _seen_later(unit: Unit, units: Units) -> list[str]:
    """Values and states that cells after all units look at."""
    names = {leaf.name for key in units.late for leaf in units.leaves(units.cells[key])}
    cells = [cell for cell in unit.cells if unit.item is None and cell.key in names]
    texts = [f"value_{cell.column}" for cell in cells if cell.asked.question.kind not in NUMBER_KINDS]
    return [*texts, *(f"state_{cell.column}" for cell in cells)]


def usable(frame: Frame, cohort: CohortForm) -> Frame:
    """The rows that can be used, as they were read."""
    return frame.filter(~_any([wrong for _, wrong, _ in _all_faults(cohort)]).fill_null(False))


def _all_faults(cohort: CohortForm) -> "list[tuple[str, nw.Expr, str]]":
    found = _row_faults(cohort)
    return found + [
        (column.name, *fault) for column in cohort.columns if column.key for fault in _faults(column)
    ]


def rejects(frame: Frame, cohort: CohortForm) -> Frame:
    """The rows that cannot be used: id, line, the first column at fault, and why."""
    faults = _all_faults(cohort)
    frame = frame.filter(_any([wrong for _, wrong, _ in faults]).fill_null(False))
    column, reason = nw.lit(""), nw.lit("")
    for name, wrong, words in reversed(faults):
        bad = wrong.fill_null(False)
        column = nw.when(bad).then(nw.lit(name)).otherwise(column)
        reason = nw.when(bad).then(nw.lit(words)).otherwise(reason)
    return frame.select("id", LINE, column.alias(COLUMN), reason.alias(REASON))


Fault = tuple[nw.Expr, str]


def _row_faults(cohort: CohortForm) -> list[tuple[str, nw.Expr, str]]:
    """What is looked at on the rows: the role, numbers, the week and other work."""
    found = [("role", (nw.col("role") != "") & (nw.col("role") != cohort.form.role.id), _OTHER_ROLE)]
    for column in cohort.columns:
        if column.kind == "number":
            found += [(column.name, wrong, words) for wrong, words in _number_faults(column)]
        elif not column.key:
            found += [(column.name, wrong, words) for wrong, words in _faults(column)]
    return [*found, *(("split", wrong, words) for wrong, words in _week_faults(cohort))]


_OTHER_ROLE = "the row names another role than the one this table is read as"


def _number_faults(column: Column) -> list[Fault]:
    words = f"give a number from {column.low:g} to {column.high:g}"
    cell = nw.col(column.name)
    return [
        (nw.col(f"{UNREADABLE}{column.name}"), f"not a number; {words}"),
        (((cell < column.low) | (cell > column.high)).fill_null(False), f"outside the range; {words}"),
    ]  # fmt: skip


def _faults(column: Column) -> list[Fault]:
    """What is wrong in a cell with options; empty texts are usable."""
    cell = nw.col(column.name)
    unknown = UNKNOWN if column.takes_unknown else ()
    if column.kind in ("option", "yes_no"):
        allowed = [*column.options, *unknown]
        return [(~cell.is_in(["", *allowed]), f"none of {', '.join(allowed)}")]
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


def _week_faults(cohort: CohortForm) -> list[Fault]:
    said = [nw.col(share_column(task.id)) for task in cohort.form.role.tasks]
    others = [nw.col(other_column(number, "share")) for number in OTHERS]
    own_split = _any([~one.is_null() for one in said])
    everything = total([one.fill_null(0.0) for one in [*said, *others]])
    outside = total([one.fill_null(0.0) for one in others])
    hours = nw.col("split_unit") == "hours"
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
