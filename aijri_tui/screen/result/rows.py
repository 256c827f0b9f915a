"""The result as rows: meaning first, then figure, bridge, week, market, advice, outlook, resemblance, limits."""

from aijri_engine.personal.names import element_name
from aijri_engine.personal.personalise import PersonalTask
from aijri_engine.personal.result import Result
from aijri_engine.report.charts_text import chart_lines
from aijri_engine.report.parts.pictures import gauge_of, waterfall_of
from aijri_engine.text import pad, shorten
from aijri_tui.screen.kit.rows import EMPTY, READING_WIDTH, Row, Span, columns, from_chart, heading, say
from aijri_tui.screen.result.advice_rows import advice_rows
from aijri_tui.screen.result.grounds_rows import (
    borrowed_rows,
    doubt_rows,
    limits_rows,
    limits_rows_short,
    market_rows,
    outlook_rows,
    resembles_rows,
)
from aijri_tui.screen.result.view import View, names_width, plain, topic

TWO_COLUMNS = 104
"""Cells from which the result stands in two columns."""

SCORE_WIDTH = 8
"""Cells for a score, also for one like `2 → 2.5`, with a gap before it."""

LEFT_SHARE = 0.54
"""Part of the width that the left column takes."""


def result_rows(found: Result, view: View, width: int) -> list[Row]:
    """The whole result for a width."""
    if not view.figure:
        return words_rows(found, min(width, READING_WIDTH))
    if width < TWO_COLUMNS:
        room = min(width, READING_WIDTH)
        return [*summary_rows(found, room), *bridge_rows(found, view, room), *week_rows(found, room),
                *advice_rows(found, view, room), *market_rows(found, room), *outlook_rows(found, view, room),
                *resembles_rows(found, room), *doubt_rows(found, room), *borrowed_rows(found, room),
                *limits_rows(found, room)]  # fmt: skip
    left_width = int(width * LEFT_SHARE) - 2
    right_width = width - left_width - 4
    left = [
        *summary_rows(found, left_width),
        *bridge_rows(found, view, left_width),
        *market_rows(found, left_width),
    ]
    right = [*week_rows(found, right_width), *advice_rows(found, view, right_width)]
    below = [*outlook_rows(found, view, READING_WIDTH), *resembles_rows(found, READING_WIDTH),
             *doubt_rows(found, READING_WIDTH), *borrowed_rows(found, READING_WIDTH),
             *limits_rows(found, READING_WIDTH)]  # fmt: skip
    return [*columns(left, right, left_width), *below]


def zone_words(found: Result) -> str:
    """The zone with how stable it is; the sub-labels stand lower down."""
    if found.fit.withheld:
        return "no zone with confidence"
    stability = found.spread.stability
    word = {"holds": "which holds", "leans": "leaning", "on the edge": "on the edge"}[stability.word]
    return f"{found.assessment.zone.value}, {word}"


def summary_rows(found: Result, width: int) -> list[Row]:
    """Meaning, week, figure, gauge, doubt, lever."""
    rows: list[Row] = [EMPTY]
    for text in (*topic(found, "meaning"), *topic(found, "week")):
        rows += say(text, width)
    zone_role = found.assessment.zone.value.lower()
    rows += [EMPTY, (Span(f"{found.assessment.index:.1f}", "strong"), Span("   "),
                     Span(zone_words(found), "text" if found.fit.withheld else zone_role))]  # fmt: skip
    if found.fit.withheld:
        rows += say(found.fit.sentence, width, "loud")
    if found.status.name == "provisional":
        rows += say(
            "Provisional: " + "; ".join(reason.rstrip(".?") for reason in found.status.reasons) + ".",
            width,
            "muted",
        )
    rows += [EMPTY, *from_chart(chart_lines(gauge_of(found), width)), EMPTY]
    for text in (*topic(found, "range")[:1], *topic(found, "stability")[:1]):
        rows += say(text, width, "muted")
    return rows


def bridge_rows(found: Result, view: View, width: int) -> list[Row]:
    """The waterfall from the role's figure to the person's; every cause can be opened."""
    base, own = found.base_assessment.index, found.assessment.index
    rows = heading(f"From the role's {base:.1f} to your {own:.1f}", width)
    groups = found.bridge.groups
    if not groups:
        return [*rows, *say("Nothing in your answers moves the figure.", width)]
    lines = from_chart(chart_lines(waterfall_of(found), width - 2))
    rows.append((Span("  "), *lines[0]))
    for line, group in zip(lines[1:-1], groups, strict=True):
        link = f"cause:{group.cause}"
        sign = "- " if link in view.opened else "+ "
        rows.append((Span(sign, "accent", link), *(span._replace(link=link) for span in line)))
        if link in view.opened:
            for one in group.rows:
                name = element_name(one.kind, one.key, found.personal)
                rows += say(
                    f"{name}: {_way(one.kind, one.before, one.after)}{one.shown:+.1f}", width, "muted", "    "
                )
    rows.append((Span("  "), *lines[-1]))
    if any(group.cause.startswith("depth.") for group in groups):
        rows += say(found.interview.library.wording.say("depth"), width, "muted")
    return rows


def _way(kind: str, before: float, after: float) -> str:
    if kind == "limit":
        return ""
    unit = " %" if kind == "share" else ""
    return f"{plain(before)}{unit} to {plain(after)}{unit}, "


def rung_words(found: Result, task: PersonalTask) -> str:
    """How a task is done, in the neutral words."""
    names = found.interview.form.file.rung_names
    if task.own:
        return "rated by you" if task.described else "not rated"
    told = " or ".join(names[rung] for rung in task.rungs)
    return told if task.described else f"{told}*"


def week_rows(found: Result, width: int) -> list[Row]:
    """The task table, own against base."""
    rows = heading("Your week, in percent of your time", width)
    name_width = names_width([task.short for task in found.personal.tasks], width - 36)
    done_width = max(10, width - name_width - 21)
    titles = (("now", 5), ("role", 6), ("score", SCORE_WIDTH))
    head = " " * name_width + "".join(pad(name, size, "right") for name, size in titles) + "  done"
    rows.append((Span(shorten(head, width), "muted"),))
    for task in found.personal.tasks:
        score = plain(task.score) if task.base_score is None else _scores(task.score, task.base_score)
        rows.append(
            (
                Span(pad(shorten(task.short, name_width - 1), name_width)),
                Span(pad(plain(task.share), 5, "right"), "strong"),
                Span(pad(plain(task.base_share), 6, "right"), "muted"),
                Span(pad(score, SCORE_WIDTH, "right")),
                Span(
                    "  " + shorten(rung_words(found, task), done_width), "text" if task.described else "muted"
                ),
            )
        )
    rows += say("Scores: 1 resists automation most, 5 could be run whole by software. An arrow starts at the role's.",
                width, "muted")  # fmt: skip
    if any(not task.described and not task.own for task in found.personal.tasks if task.share > 0):
        rows += say("* expected from your level and employer, not described by you", width, "muted")
    return rows


def _scores(own: float, base: float) -> str:
    return plain(own) if own == base else f"{plain(base)} → {plain(own)}"


def words_rows(found: Result, width: int) -> list[Row]:
    """The result without its figure."""
    rows: list[Row] = [EMPTY]
    for name in ("meaning", "week", "fit", "quality"):
        for text in topic(found, name):
            rows += say(text, width)
    if found.advice.recommendations:
        rows += heading("What you could do", width)
        for number, one in enumerate(found.advice.recommendations, 1):
            rows += say(
                f"{number}. {one.strategy.title}. First step: {one.strategy.first_step}", width, hang="   "
            )
    rows += [
        EMPTY,
        *say("Show the figure", width, "accent", link="figure:show"),
        *limits_rows_short(found, width),
    ]
    return rows
