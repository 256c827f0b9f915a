"""The charts of a result: a result in, a chart and one sentence of reading out."""

from aijri_engine.index import one_decimal
from aijri_engine.personal.names import cause_name, question_name
from aijri_engine.personal.result import Result
from aijri_engine.personal.sayer import Sayer
from aijri_engine.personal.spread import shown_band
from aijri_engine.report.blocks import Figure
from aijri_engine.report.charts import (
    Gauge,
    NarrowingBars,
    OutlookBar,
    OutlookBars,
    ShareBar,
    Waterfall,
    WeekBars,
    shares_shown,
)
from aijri_engine.report.figures import index_text, points_text
from aijri_engine.text import join_words

MOST_NARROWING = 5
"""Questions drawn."""
AS_LARGE = 0.05
"""Percent of the week by less than which rows are called equally large: less than what is shown [ours]."""


def gauge_of(result: Result) -> Gauge:
    """The index on its scale, with everything that is known of it; without a figure where none is given."""
    withheld, base = bool(result.withheld), result.base_assessment.index
    index = result.assessment.index
    return Gauge(
        None if withheld else index,
        *shown_band(result.spread.range),
        base=base
        if result.status.name != "base" and result.personal.role.has_figure and not withheld
        else None,
        wide=shown_band(result.spread.rating_range),
        whose="role" if result.status.name == "base" else "you",
    )


def waterfall_of(result: Result) -> Waterfall:
    """From the role's figure to the person's, every cause."""
    changes = tuple((cause_name(group.cause, result.personal), group.shown) for group in result.bridge.groups)
    base, own = result.base_assessment.index, result.assessment.index
    return Waterfall((start_of(result), base), changes, ("you", own))


def start_of(result: Result) -> str:
    """What the figure starts from: the role's average, a starting table, or the middle of every scale."""
    return Sayer(result).start.rstrip(",").removesuffix("'s") or "the role's average"


def waterfall(result: Result) -> Figure | None:
    """From the role to the person; None where nothing moved."""
    if not result.bridge.groups:
        return None
    chart = waterfall_of(result).shortened()
    return Figure(chart, f"{points_text(one_decimal(chart.end[1] - chart.start[1]))} in all.")


def week(result: Result) -> Figure:
    """Where the week goes."""
    tasks = result.personal.tasks
    shown = shares_shown(task.share for task in tasks)
    base = shares_shown(task.base_share for task in tasks)
    names = [task.name if task.own else task.short for task in tasks]
    opened = [task.score >= 3 if result.score_told(task) else None for task in tasks]
    bars = tuple(ShareBar(*one) for one in zip(names, shown, base, opened, strict=True))
    given = result.interview.path.split.given
    most = max(task.share for task in tasks)
    large = [bar for bar, task in zip(bars, tasks, strict=True) if task.share > most - AS_LARGE]
    largest, alike = max(large, key=lambda bar: float(bar.share)), [bar.name for bar in large]
    other, beside = result.personal.role.compared_with, ""
    if other:
        same = largest.share == largest.base_share
        beside = f", as in the {other}" if same else f"; in the {other} it takes {largest.base_share} %"
    sentence = f"The largest part of your week is {largest.name} with {largest.share} %{beside}."
    if not given:
        sentence = f"The time is the {other}'s typical mix; its largest part is {largest.name} with {largest.share} %."
    elif len(alike) > 1:
        about = largest.share if len({bar.share for bar in large}) == 1 else f"about {most:.0f}"
        sentence = f"The largest parts of your week are {join_words(alike)} with {about} % each."
    title = "Your week, task by task" if given else f"The {other}'s week, task by task"
    return Figure(WeekBars(title, bars, other), sentence)


NARROWED = "What the doubt hangs on: the percent of it that each answer alone would take away. These overlap."


def narrowing(result: Result) -> Figure | None:
    """What would narrow the range; None where nothing is in doubt."""
    bars = tuple(
        (question_name(one.question, result.interview), one.share * 100)
        for one in result.narrowing[:MOST_NARROWING]
    )
    if not bars:
        return None
    return Figure(NarrowingBars(bars), NARROWED)


def outlook(result: Result) -> Figure | None:
    """Scenarios; None for a role that has none."""
    if not result.outlook:
        return None
    bars = tuple(OutlookBar(row.scenario.title, row.index, row.points) for row in result.outlook)
    lowest, highest = (index_text(end(bar.index for bar in bars)) for end in (min, max))
    sentence = f"Across these cases the figure would stand between {lowest} and {highest}."
    return Figure(OutlookBars(result.assessment.index, bars), sentence)
