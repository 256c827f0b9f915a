"""Rows that cannot be used: which they are, and why."""

from string import ascii_lowercase, digits

import narwhals as nw

from aijri_engine.cohort.columns import JOIN, LINE, PLACE, UNREAD, CohortForm, Column, Frame
from aijri_engine.cohort.combinations import Combinations
from aijri_engine.cohort.engine import Engine
from aijri_engine.cohort.units import Units
from aijri_engine.cohort.week import OWN_SPLIT, with_week
from aijri_engine.interview.values import MOST_HOURS, SUM_TOLERANCE, UNKNOWN
from aijri_engine.text import join_words


def usable(frame: Frame, cohort: CohortForm, engine: Engine) -> Frame:
    """The rows that can be used."""
    wrong = [wrong for _, wrong, _ in _all_faults(cohort)]
    return _read(frame, cohort, engine).filter(~nw.any_horizontal(*wrong, ignore_nulls=False))


def _read(frame: Frame, cohort: CohortForm, engine: Engine) -> Frame:
    """The rows with all that their faults are looked for in."""
    texts = [nw.col(column.name).str.strip_chars() for column in cohort.columns if column.kind != "number"]
    frame = with_week(with_named(frame.with_columns(*texts), cohort, engine), cohort)
    combinations = Combinations(Units(cohort), frame, engine)
    names = [column.name for column in cohort.columns]
    places = {f"{PLACE}{name}": combinations.places([name]) for name in names}
    places = {HOURS: beside(combinations), **{name: said for name, said in places.items() if said}}
    return engine.placed(frame, places)


HOURS = "week_in_hours"
"""Column: 1 where times are hours, 0 where they are percent; null where what stands beside the answers is wrong."""


def beside(combinations: Combinations) -> dict[str, dict[str, int]]:
    """What may stand in the columns that are no answers, and whether it says that times are hours."""
    known = {**combinations.places(("role", "split_unit")), UNREAD: {"": 0}}
    return {name: {text: int(text == "hours") for text in texts} for name, texts in known.items()}


def with_named(frame: Frame, cohort: CohortForm, engine: Engine) -> Frame:
    """Adds the place of words by what they say, as for one person: 0 no word, 1 something, null nothing."""
    words = [column for column in cohort.columns if column.kind == "words"]
    plain = [
        nw.col(one.name).str.to_lowercase().str.replace_all(r"[^\p{L}\p{N} ]", "").alias(f"plain_{one.name}")
        for one in words
    ]
    idle = {f"idle_{one.name}": {f"plain_{one.name}": dict.fromkeys((*one.no_names, *SHORTEST), 0)}
            for one in words if one.no_names}  # fmt: skip
    blank = {f"blank_{one.name}": {one.name: {"": 0}} for one in words}
    placed = engine.placed(frame.with_columns(*plain), idle | blank) if words else frame
    said = []
    for one in words:
        empty = ~nw.col(f"blank_{one.name}").is_null()
        names = nw.col(f"idle_{one.name}").is_null() if one.no_names else nw.lit(True)
        said.append(nw.when(empty | names).then((~empty).cast(nw.Int32)).alias(f"{PLACE}{one.name}"))
    return placed.with_columns(*said) if words else frame


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
    wrong = nw.any_horizontal(*(wrong for _, wrong, _ in faults), ignore_nulls=False)
    frame = _read(frame, cohort, engine).filter(wrong)
    column, reason = nw.lit(""), nw.lit("")
    for name, wrong, words in reversed(faults):
        column = nw.when(wrong).then(nw.lit(name)).otherwise(column)
        reason = nw.when(wrong).then(nw.lit(words)).otherwise(reason)
    reason = nw.when(column == "").then(nw.col(UNREAD)).otherwise(reason)
    return frame.select("id", nw.col(LINE).alias("line"), column.alias("column"), reason.alias("reason"))


def row_faults(cohort: CohortForm) -> list[nw.Expr]:
    """What is looked at on the rows: numbers (NaN is above all), the week, and what stands beside the answers."""
    found = [(nw.col(one.name) < one.low) | (nw.col(one.name) > one.high) for one in cohort.numbers]
    return [nw.col(HOURS).is_null(), *found, *(wrong for wrong, _ in _week_faults())]


def _number_faults(column: Column) -> list[tuple[nw.Expr, str]]:
    words = f"give a number from {column.low:g} to {column.high:g}"
    words += f", or {join_words(UNKNOWN, 'or')}" if column.takes_unknown else ""
    cell = nw.col(column.name)
    return [
        (~cell.is_finite(), f"not a number; {words}"),
        ((cell < column.low) | (cell > column.high), f"outside the range; {words}"),
    ]  # fmt: skip


def _text_faults(column: Column) -> list[tuple[nw.Expr, str]]:
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


def _week_faults() -> list[tuple[nw.Expr, str]]:
    own_split, hours = nw.col(OWN_SPLIT), nw.col(HOURS) > 0
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
