"""A whole run: one table in, figures and rejected rows out, and what may be said about groups."""

import shutil
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import narwhals as nw

from aijri_engine.cohort.columns import CohortForm, Column, Frame
from aijri_engine.cohort.conditions import UntabledError
from aijri_engine.cohort.engine import Engine
from aijri_engine.cohort.engines import EngineName, engine_of
from aijri_engine.cohort.faults import rejects, usable
from aijri_engine.cohort.figures import FIGURES, Summary, summarise
from aijri_engine.cohort.ranges import range_of
from aijri_engine.cohort.score_table import scored
from aijri_engine.cohort.sound_tables import TableError, columns_of, refuse_paths, unread, whole
from aijri_engine.content.library import Library
from aijri_engine.interview.form import Form
from aijri_engine.text import clean, nearest

MOST_GROUPS = 10_000
"""Groups one summary may have; a column with more is no grouping [ours]."""

PURPOSE = "For services and research; not for hiring, promotion, pay or redundancy."
"""Said in the help and in the output (design promise 9)."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a run came to."""

    scored: int
    rejected: int
    written: Path
    rejects: Path | None
    """Where the rows lie that could not be used."""
    summary: Summary | None = None
    ranges: tuple[tuple[str, float, float], ...] = ()
    """Row id, low and high end of its 90 % range, for a sample."""


def run(
    library: Library,
    role_id: str,
    table: Path,
    to: Path,
    engine_name: EngineName = "polars",
    by: str | None = None,
    draws: int = 0,
) -> Outcome:
    """Score every row of a table. Raises `TableError` with what is wrong and the remedy."""
    cohort = CohortForm(Form.of(library, role_id))
    role = cohort.form.role
    if not role.has_figure or not role.growth.known:
        told = f"The table of {role.title} is rated by each person, which a flat table does not hold."
        raise TableError(told, "Use `aijri assess` for single people, or a role that was scored.")
    refuse_paths(table, to)
    if table.resolve() == rejects_beside(to).resolve():
        raise TableError(
            "Rows that cannot be used would be written over the answers.", "Give --to another name."
        )
    with tempfile.TemporaryDirectory(prefix="aijri-cohort-") as scratch:
        engine = engine_of(engine_name, Path(scratch))
        try:
            _check_columns(columns_of(table), cohort, by)
            return _run(engine, library, cohort, whole(table, Path(scratch)), to, by, draws)
        except (TableError, OSError):
            raise
        except UntabledError as error:
            told = f"This role cannot be read from a flat table: {error}."
            raise TableError(told, "Use `aijri assess` for single people.") from error
        except BaseException as error:  # Polars ends in one that is no Exception
            if type(error).__module__.partition(".")[0].lstrip("_") not in FOREIGN:
                raise
            raise unread(table) from error
        finally:
            engine.close()


FOREIGN = ("duckdb", "polars", "pyspark", "py4j", "narwhals", "pyarrow", "pyo3_runtime")
"""Libraries whose own words do not reach a person."""


def _run(
    engine: Engine, library: Library, cohort: CohortForm, table: Path, to: Path, by: str | None, draws: int
) -> Outcome:
    own = {column.name for column in cohort.columns}
    extra = [Column(by, "text", "a group")] if by is not None and by not in own else []
    frame = engine.read(table, (*cohort.columns, *extra), columns_of(table))
    people = _count(engine, frame)
    if not people:
        raise TableError("The table holds no row.", "Below its titles stands a row for each person.")
    figures = scored(frame, cohort, engine, kept=(by,) if by and by != "role" else ())
    _written(engine, figures, to, ("id", *(c.name for c in extra)))
    told = engine.scan(to)
    computed, bad = _count(engine, told), rejects_beside(to)
    _remove(bad)
    rejected = people - computed
    if rejected:
        _written(engine, rejects(frame, cohort, engine), bad)
    return Outcome(
        scored=computed,
        rejected=rejected,
        written=to,
        rejects=bad if rejected else None,
        summary=_summary(engine, told, by) if by else None,
        ranges=_ranges(engine, frame, cohort, library, draws),
    )


def rejects_beside(to: Path) -> Path:
    """Where the rows go that could not be used."""
    return to.with_name(f"{to.stem}-rejected.csv")


FORMULA_START = "^[=+@\\-\t\r]"
"""What a spreadsheet would compute instead of showing."""


STEERING = "[\x00-\x08\x0e-\x1f\x7f-\x9f\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff]"
"""What steers a terminal, or turns or hides what is read."""


def _inert(frame: Frame, texts: Sequence[str]) -> Frame:
    """Texts that a spreadsheet shows and never computes, marked by an apostrophe, without signs that steer."""
    shown = [nw.col(name).str.replace_all(STEERING, "") for name in texts]
    marked = [
        nw.when(nw.col(name).str.contains(FORMULA_START)).then(nw.concat_str(nw.lit("'"), text))
        .otherwise(text).alias(name)
        for name, text in zip(texts, shown, strict=True)
    ]  # fmt: skip
    return frame.with_columns(*marked)


def _written(engine: Engine, frame: Frame, to: Path, texts: Sequence[str] = ("id",)) -> None:
    """The file is there whole or not at all."""
    frame = _inert(frame, texts) if to.suffix == ".csv" else frame
    part = to.with_name(f".{to.stem}.part{to.suffix}")
    try:
        engine.write(frame, part)
        _remove(to)
        part.replace(to)
    finally:
        _remove(part)


def _remove(path: Path) -> None:
    if path.is_dir():
        shutil.rmtree(path)
    path.unlink(missing_ok=True)


def _count(engine: Engine, frame: Frame) -> int:
    return int(engine.rows(frame.select(nw.len().alias("people")))[0]["people"])


def _summary(engine: Engine, told: Frame, by: str) -> Summary:
    cells = told.group_by(nw.col(by).cast(nw.String).fill_null("").alias("name"), "zone").agg(
        nw.len().alias("people"), nw.col("index").cast(nw.Float64).sum().alias("points")
    )
    rows = engine.rows(cells.head(4 * MOST_GROUPS + 1))
    if len({row["name"] for row in rows}) > MOST_GROUPS:
        raise TableError(f"{by!r} has more than {MOST_GROUPS} values.", "Group by a column with few values.")
    return summarise(rows)


def _ranges(
    engine: Engine, frame: Frame, cohort: CohortForm, library: Library, draws: int
) -> tuple[tuple[str, float, float], ...]:
    """Ranges of the first usable rows, each drawn by the engine as for one person."""
    rows = engine.rows(usable(frame, cohort, engine).head(draws)) if draws else ()
    return tuple((str(row["id"]), *range_of(row, cohort, library)) for row in rows)


def _check_columns(present: Sequence[str], cohort: CohortForm, by: str | None) -> None:
    names = [column.name for column in cohort.columns]
    if not set(names[2:]) & set(present):
        raise TableError(
            "No column of this table is an answer of this role.", "`--template` prints the columns."
        )
    for name in present:
        near = nearest(name, names) if name not in names and name != by else ()
        if near:
            shown = clean(name, 40)
            raise TableError(f"There is no column {shown!r} in this role.", f"Did you mean {near[0]!r}?")
    if by in ("id", *FIGURES):
        raise TableError(f"{by!r} is a column of the result.", "Give the groups a column of another name.")
    if by is not None and by not in present:
        told = ", ".join(clean(name, 40) for name in present[:20])
        raise TableError(f"There is no column {clean(by, 40)!r} to group by.", f"The table has: {told}.")
