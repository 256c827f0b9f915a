"""Rows that cannot be used: which they are, and why."""

from collections import defaultdict
from collections.abc import Sequence
from string import ascii_lowercase, digits

import narwhals as nw

from aijri_engine.cohort.columns import JOIN, LINE, NOT_A_NUMBER, PLACE, UNREAD, CohortForm, Column, Frame
from aijri_engine.cohort.combinations import Combinations
from aijri_engine.cohort.engines import Engine
from aijri_engine.cohort.units import Units
from aijri_engine.cohort.week import OWN_SPLIT, with_week
from aijri_engine.interview.values import MOST_HOURS, SUM_TOLERANCE, UNKNOWN


def usable(frame: Frame, cohort: CohortForm, engine: Engine) -> Frame:
    """The rows that can be used."""
    return _read(frame, cohort, engine).filter(~any_of([wrong for _, wrong, _ in _all_faults(cohort)]))


def _read(frame: Frame, cohort: CohortForm, engine: Engine) -> Frame:
    """The rows with all that their faults are looked for in."""
    texts = [nw.col(column.name).str.strip_chars() for column in cohort.columns if column.kind != "number"]
    frame = with_week(frame.with_columns(*texts).with_columns(*named(cohort)), cohort)
    return Combinations(Units(cohort), frame, engine).rows


def named(cohort: CohortForm) -> list[nw.Expr]:
    """The place of words by what they say, as for one person: 0 an empty cell, 1 something, null nothing."""
    found = []
    for column in cohort.columns:
        if column.kind == "words":
            plain = (
                nw.col(column.name)
                .str.to_lowercase()
                .str.replace_all(r"[^\p{L}\p{N} ]", "")
                .str.strip_chars()
            )
            said = ~plain.is_in([*column.no_names, *SHORTEST]) if column.no_names else nw.lit(True)
            blank = nw.col(column.name).str.strip_chars() == ""
            found.append(
                nw.when(blank).then(0).otherwise(nw.when(said).then(1)).alias(f"{PLACE}{column.name}")
            )
    return found


SHORTEST = ("", *ascii_lowercase, *digits)
"""A letter or a figure, as is typed to choose, and signs alone name nothing."""


def _all_faults(cohort: CohortForm) -> list[tuple[str, nw.Expr, str]]:
    found = [("", nw.col(UNREAD) != "", "")]
    for column in cohort.columns:
        of = _number_faults if column.kind == "number" else _text_faults
        found += [(column.name, wrong.fill_null(False), words) for wrong, words in of(column)]
    return found + [("split", wrong.fill_null(False), words) for wrong, words in _week_faults()]


def rejects(frame: Frame, cohort: CohortForm, engine: Engine) -> Frame:
    """The rows that cannot be used: id, line, the first column at fault, and why."""
    faults = _all_faults(cohort)
    frame = _read(frame, cohort, engine).filter(any_of([wrong for _, wrong, _ in faults]))
    column, reason = nw.lit(""), nw.lit("")
    for name, wrong, words in reversed(faults):
        column = nw.when(wrong).then(nw.lit(name)).otherwise(column)
        reason = nw.when(wrong).then(nw.lit(words)).otherwise(reason)
    reason = nw.when(column == "").then(nw.col(UNREAD)).otherwise(reason)
    return frame.select("id", nw.col(LINE).alias("line"), column.alias("column"), reason.alias("reason"))


Fault = tuple[nw.Expr, str]


def row_faults(cohort: CohortForm) -> list[nw.Expr]:
    """What is looked at on the rows: numbers, a range at a time, and the week."""
    ranges: dict[tuple[float, float], list[str]] = defaultdict(list)
    for column in cohort.numbers:
        ranges[column.low, column.high].append(column.name)
    found = [_least(names) < low for (low, _), names in ranges.items()]
    found += [_largest(names) > high for (_, high), names in ranges.items()]
    found.append(nw.col(UNREAD) != "")
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


def _text_faults(column: Column) -> list[Fault]:
    """A text that stands for nothing; empty texts are usable."""
    if column.kind == "text":
        return []
    words = "these words name nothing; leave the cell empty"
    if column.kind != "words":
        words = f"none of {', '.join((*column.options, *(UNKNOWN if column.takes_unknown else ())))}"
    if column.kind == "options":
        words += f", nor up to {column.most} joined by {JOIN}, each once"
        words += f"; {', '.join(column.alone)} stands alone" if column.alone else ""
    return [(nw.col(f"{PLACE}{column.name}").is_null(), words)]


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


def any_of(parts: Sequence[nw.Expr]) -> nw.Expr:
    return nw.any_horizontal(*parts, ignore_nulls=True)
