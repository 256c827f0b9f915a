"""The charts of a report: a result in, plain geometry and one sentence of reading out."""

from aijri_engine.index import one_decimal
from aijri_engine.personal.names import cause_name, question_name
from aijri_engine.personal.result import Result
from aijri_engine.personal.spread import shown_band
from aijri_engine.report.blocks import Figure
from aijri_engine.report.charts import (
    SCALE_END,
    Gauge,
    NarrowingBar,
    NarrowingBars,
    OutlookBar,
    OutlookBars,
    ShareBar,
    Step,
    Waterfall,
    WeekBars,
    round_up,
)
from aijri_engine.report.wordings import index_text, percent_text, points_text
from aijri_engine.text import join_words

MOST_STEPS = 6
"""Causes drawn one by one; what is left is one bar, and the table has every row."""

MOST_NARROWING = 5
"""Questions drawn."""

INDEX_STEP, SHARE_STEP = 10.0, 10.0
"""Scales end at a multiple of these."""


def gauge(result: Result) -> Figure:
    """The index on its scale."""
    assessed, base = result.assessment, result.base_assessment
    low, high = shown_band(result.spread.range)
    wide_low, wide_high = shown_band(result.spread.rating_range)
    zone = "" if result.fit.withheld else f", {assessed.zone.value}"
    description = (
        f"A scale from 0 to 100 with Red below 25, Yellow from 25 and Green from 48. The index stands at "
        f"{index_text(assessed.index)}{zone}. Its range runs from {index_text(low)} to {index_text(high)}, the wider "
        f"band from {index_text(wide_low)} to {index_text(wide_high)}. The role's average stands at "
        f"{index_text(base.index)}."
    )
    whose = "role" if result.status.name == "base" else "you"
    chart = Gauge(
        "The index on its scale",
        description,
        assessed.index,
        low,
        high,
        wide_low,
        wide_high,
        base.index,
        whose,
    )
    sentence = (
        f"The index of {index_text(assessed.index)} lies in a range from {index_text(low)} to {index_text(high)} "
        f"(wider band {index_text(wide_low)} to {index_text(wide_high)}); the role's average is "
        f"{index_text(base.index)}."
    )
    return Figure(chart, sentence)


def waterfall(result: Result) -> Figure | None:
    """From the role to the person; None where nothing moved."""
    groups = result.bridge.groups
    if not groups:
        return None
    changes = [(cause_name(group.cause, result.personal), group.shown) for group in groups]
    if len(changes) > MOST_STEPS:
        rest = one_decimal(sum(shown for _, shown in changes[MOST_STEPS - 1 :]))
        changes = [*changes[: MOST_STEPS - 1], ("everything else", rest)]
    start, end = result.base_assessment.index, result.assessment.index
    steps = [Step("the role's average", "start", 0.0, start, start)]
    level = start
    for name, shown in changes:
        steps.append(Step(name, "change", level, one_decimal(level + shown), shown))
        level = one_decimal(level + shown)
    steps.append(Step("you", "end", 0.0, end, end))
    top = max(max(step.before, step.after) for step in steps)
    told = join_words([f"{name} {points_text(shown)}" for name, shown in changes])
    description = (
        f"Bars from the role's average of {index_text(start)} to the person's {index_text(end)}: {told}."
    )
    largest = max(changes, key=lambda change: abs(change[1]))
    sentence = (
        f"Between the role's {index_text(start)} and your {index_text(end)} lie {abs(one_decimal(end - start)):.1f} "
        f"points; the largest part is {largest[0]} ({points_text(largest[1])})."
    )
    chart = Waterfall(
        f"From the role's {index_text(start)} to your {index_text(end)}",
        description,
        tuple(steps),
        min(round_up(top, INDEX_STEP), SCALE_END),
    )
    return Figure(chart, sentence)


def week(result: Result) -> Figure:
    """Where the week goes."""
    tasks = result.personal.tasks
    bars = tuple(ShareBar(task.name if task.own else task.short, task.share, task.base_share, task.score >= 3)
                 for task in tasks)  # fmt: skip
    told = "; ".join(
        f"{bar.name} {percent_text(bar.share)} % (role {percent_text(bar.base_share)} %), "
        f"{'more open' if bar.open else 'resists more'}"
        for bar in bars
    )
    given = result.interview.path.split.given
    largest = max(bars, key=lambda bar: bar.share)
    whose = "your week" if given else "the role's typical week"
    share, base_share = percent_text(largest.share), percent_text(largest.base_share)
    beside = ", as in the role" if share == base_share else f"; in the role it takes {base_share} %"
    sentence = (
        f"The largest part of {whose} is {largest.name} with {share} %{beside}."
        if given
        else f"The time is the role's typical mix; its largest part is {largest.name} with {share} %."
    )
    end = round_up(max(max(bar.share, bar.base_share) for bar in bars), SHARE_STEP)
    title = "Your week, task by task" if given else "The role's week, task by task"
    return Figure(WeekBars(title, f"Percent of the week by task: {told}.", bars, end), sentence)


def narrowing(result: Result) -> Figure | None:
    """What would narrow the range; None where nothing is in doubt."""
    found = result.narrowing[:MOST_NARROWING]
    if not found:
        return None
    bars = tuple(
        NarrowingBar(question_name(one.question, result.interview), one.share * 100) for one in found
    )
    told = "; ".join(f"{bar.name} {bar.share:.0f} %" for bar in bars)
    sentence = f"Most of the doubt hangs on {bars[0].name}: knowing it better would narrow the range most."
    end = round_up(bars[0].share, SHARE_STEP)
    return Figure(
        NarrowingBars(
            "What would narrow the range most", f"Percent of the doubt by question: {told}.", bars, end
        ),
        sentence,
    )


def outlook(result: Result) -> Figure | None:
    """Scenarios; None for a role that has none."""
    rows = result.outlook
    if not rows:
        return None
    bars = tuple(OutlookBar(row.scenario.title, row.index, row.points) for row in rows)
    now = result.assessment.index
    told = "; ".join(f"{bar.name} {index_text(bar.index)} ({points_text(bar.points)})" for bar in bars)
    lowest = min(bars, key=lambda bar: bar.index)
    highest = max(bars, key=lambda bar: bar.index)
    sentence = (
        f"Across these cases the figure would stand between {index_text(lowest.index)} ({_inside(lowest.name)}) and "
        f"{index_text(highest.index)} ({_inside(highest.name)})."
    )
    description = f"The index now, {index_text(now)}, and in each case: {told}."
    return Figure(OutlookBars("If things change", description, now, bars), sentence)


def _inside(title: str) -> str:
    """A title inside a sentence; `AI` keeps its capitals."""
    return title[:1].lower() + title[1:] if title[1:2].islower() else title
