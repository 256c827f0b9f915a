"""The result as rows: meaning first, then figure, bridge, week, market, advice, outlook, resemblance, limits."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from aijri_engine.personal.names import cause_name, element_name, question_name
from aijri_engine.personal.personalise import PersonalTask
from aijri_engine.personal.result import Result
from aijri_engine.personal.spread import shown_band
from aijri_engine.report.charts_text import Bars, GaugeMarks, gauge, waterfall
from aijri_engine.text import cell_width, pad, shorten
from aijri_tui.screen.rows import EMPTY, READING_WIDTH, Row, Span, columns, from_chart, heading, say

TWO_COLUMNS = 104
"""Cells from which the result stands in two columns."""

LEFT_SHARE = 0.54
"""Part of the width that the left column takes."""


@dataclass(frozen=True, slots=True)
class View:
    """How a result is looked at."""

    figure: bool = True
    """False: the words without the figure."""
    opened: frozenset[str] = frozenset()
    """Links that are opened to show more."""


def result_rows(found: Result, view: View, width: int) -> list[Row]:
    """The whole result for a width."""
    if not view.figure:
        return words_rows(found, min(width, READING_WIDTH))
    if width < TWO_COLUMNS:
        room = min(width, READING_WIDTH)
        return [*summary_rows(found, room), *bridge_rows(found, view, room), *week_rows(found, room),
                *advice_rows(found, view, room), *market_rows(found, room), *outlook_rows(found, view, room),
                *resembles_rows(found, room), *borrowed_rows(found, room), *limits_rows(found, room)]  # fmt: skip
    left_width = int(width * LEFT_SHARE) - 2
    right_width = width - left_width - 4
    left = [
        *summary_rows(found, left_width),
        *bridge_rows(found, view, left_width),
        *market_rows(found, left_width),
    ]
    right = [*week_rows(found, right_width), *advice_rows(found, view, right_width)]
    below = [*outlook_rows(found, view, READING_WIDTH), *resembles_rows(found, READING_WIDTH),
             *borrowed_rows(found, READING_WIDTH), *limits_rows(found, READING_WIDTH)]  # fmt: skip
    return [*columns(left, right, left_width), *below]


def topic(found: Result, name: str) -> list[str]:
    """Sentences of one topic."""
    return [one.text for one in found.sentences if one.topic == name]


def zone_words(found: Result) -> str:
    """The zone with how stable it is; the sub-labels stand lower down."""
    if found.fit.withheld:
        return "no zone with confidence"
    stability = found.spread.stability
    word = {"holds": "which holds", "leans": "leaning", "on the edge": "on the edge"}[stability.word]
    return f"{found.assessment.zone.value}, {word}"


def marks_of(found: Result) -> GaugeMarks:
    """What the gauge shows."""
    low, high = shown_band(found.spread.range)
    base = found.base_assessment.index if found.bridge.rows else None
    return GaugeMarks(found.assessment.index, low, high, base)


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
    rows += [EMPTY, *from_chart(gauge(marks_of(found), width, cell_width).lines), EMPTY]
    for text in (*topic(found, "range")[:1], *topic(found, "stability")[:1]):
        rows += say(text, width, "muted")
    return rows


def doubt_rows(found: Result, width: int) -> list[Row]:
    """Everything else that is said about how sure the figure is."""
    rows = heading("How sure this is", width)
    for text in (*topic(found, "range")[1:], *topic(found, "stability")[1:]):
        rows += say(text, width)
    return rows


def bridge_rows(found: Result, view: View, width: int) -> list[Row]:
    """The waterfall from the role's figure to the person's; every cause can be opened."""
    base, own = found.base_assessment.index, found.assessment.index
    rows = heading(f"From the role's {base:.1f} to your {own:.1f}", width)
    groups = found.bridge.groups
    if not groups:
        return [*rows, *say("Nothing in your answers moves the figure.", width)]
    bars = Bars(
        ("role average", base),
        tuple((cause_name(group.cause, found.personal), group.shown) for group in groups),
        ("you", own),
    )
    lines = from_chart(waterfall(bars, width - 2, cell_width).lines)
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


def plain(number: float) -> str:
    """At most one decimal."""
    return f"{number:.1f}".rstrip("0").rstrip(".")


def rung_words(found: Result, task: PersonalTask) -> str:
    """How a task is done, in the neutral words."""
    names = found.interview.form.file.rung_names
    if task.own:
        return "rated by you" if task.described else "not rated"
    told = " or ".join(names[rung] for rung in task.rungs)
    return told if task.described else f"{told}*"


def week_rows(found: Result, width: int) -> list[Row]:
    """The task table, own against base."""
    rows = heading("Your week", width)
    name_width = names_width([task.short for task in found.personal.tasks], width - 37)
    done_width = max(10, width - name_width - 21)
    head = f"{pad('', name_width)}{pad('now', 6, 'right')}{pad('role', 6, 'right')}{pad('score', 7, 'right')}  done"
    rows.append((Span(shorten(head, width), "muted"),))
    for task in found.personal.tasks:
        score = plain(task.score) if task.base_score is None else _scores(task.score, task.base_score)
        rows.append(
            (
                Span(pad(shorten(task.short, name_width - 1), name_width)),
                Span(pad(f"{plain(task.share)} %", 6, "right"), "strong"),
                Span(pad(f"{plain(task.base_share)} %", 6, "right"), "muted"),
                Span(pad(score, 7, "right")),
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


def names_width(names: Sequence[str], most: int) -> int:
    """Cells for a column of names, with a gap after the longest; at most `most` but never too few to read."""
    return max(10, min(most, max(map(cell_width, names), default=0) + 2))


def _scores(own: float, base: float) -> str:
    return plain(own) if own == base else f"{plain(base)} → {plain(own)}"


def advice_rows(found: Result, view: View, width: int) -> list[Row]:
    """Recommendations with their price; each can be opened."""
    advice = found.advice
    rows = heading("What you could do", width)
    lever, *more = topic(found, "lever") or [""]
    rows += say(lever, width)
    rows += [EMPTY] if lever else []
    if advice.recommendations:
        rows += say(
            "Points are what the same formula gives for you, if nothing else changes.", width, "muted"
        )
    else:
        rows += say("Nothing in our list of steps would raise your figure.", width)
    for number, one in enumerate(advice.recommendations, 1):
        link = f"advice:{one.id}"
        sign = "-" if link in view.opened else "+"
        figure = f"{one.shown:+.1f}"
        title = say(f"{number}. {one.strategy.title}", width - 10, "text", link=link, hang="   ")
        rows.append(
            (
                Span(f"{sign} ", "accent", link),
                *_wide(title[0], width - 9),
                Span(pad(figure, 6, "right"), "up", link),
            )
        )
        rows += [(Span("  "), *row) for row in title[1:]]
        if link in view.opened:
            rows += opened_advice(found, one.id, width)
    for text in more:
        rows += [EMPTY, *say(text, width)]
    if advice.outside:
        rows += [EMPTY, *say("Outside the index, without a price", width, "muted")]
        for step in advice.outside:
            link = f"outside:{step.id}"
            rows += say(
                f"{'-' if link in view.opened else '+'} {step.title}", width, "text", link=link, hang="  "
            )
            if link in view.opened:
                rows += say(f"First step: {step.first_step}", width, "muted", "    ")
    return rows


def _wide(row: Row, width: int) -> Row:
    used = sum(cell_width(span.text) for span in row)
    return (*row, Span(" " * max(0, width - used), "text", row[-1].link))


def opened_advice(found: Result, strategy_id: str, width: int) -> list[Row]:
    """Everything about one recommendation."""
    one = next(one for one in found.advice.recommendations if one.id == strategy_id)
    plan = one.strategy
    sdc = found.spread.smallest_change
    word = "larger" if abs(one.shown) > sdc else "smaller"
    origin = "Published strategy." if plan.published else "Our own suggestion."
    parts = (
        (
            f"To {one.index_then:.1f}; between {one.low:+.1f} and {one.high:+.1f} when your answers are varied. "
            f"This is {word} than a second sitting could confirm ({sdc:.1f})."
        ),
        f"Because: {one.because}",
        f"First step: {plan.first_step}",
        f"It worked when: {plan.worked}",
        f"Caution: {plan.caution}",
        f"Effort {plan.effort}, horizon {plan.horizon}. {origin}",
    )
    rows: list[Row] = []
    for text in parts:
        rows += say(text, width, "muted", "     ")
    rows += say("try it in the what-if", width, "accent", "     ", f"try:{plan.id}")
    return [*rows, EMPTY]


def market_rows(found: Result, width: int) -> list[Row]:
    """What the market contributes, dated."""
    rows = heading("What the market carries", width)
    for text in (*topic(found, "market"), *topic(found, "juniors")):
        rows += say(text, width)
    return rows


def outlook_rows(found: Result, view: View, width: int) -> list[Row]:
    """Scenarios on the person's own numbers."""
    rows = heading("If things change", width)
    rows += say("Assumptions, not forecasts; none says when.", width, "muted")
    for row in found.outlook:
        link = f"outlook:{row.scenario.id}"
        sign = "-" if link in view.opened else "+"
        figure = f"{row.index:5.1f}  {row.points:+5.1f}"
        title = shorten(row.scenario.title, width - 26)
        rows.append((Span(f"{sign} ", "accent", link), Span(pad(title, width - 24), "text", link),
                     Span(figure, "strong", link), Span(f"  {row.zone}", row.zone.lower(), link)))  # fmt: skip
        if link in view.opened:
            beside = f"The role itself would stand at {row.base_index:.1f}. Horizon: {row.scenario.horizon}."
            for text in (row.scenario.assumptions, f"What would show it: {row.scenario.watch}", beside):
                rows += say(text, width, "muted", "    ")
    return rows


def resembles_rows(found: Result, width: int) -> list[Row]:
    """Roles this week is like."""
    texts = topic(found, "fit")
    if not found.fit.neighbours and not texts:
        return []
    rows = heading("Who this resembles", width)
    for one in found.fit.neighbours:
        figure = f" ({one.index:.1f}, {one.zone})" if one.index is not None else ""
        rows += say(f"{one.title}{figure}: {one.because}.", width, hang="  ")
    for text in texts:
        rows += say(text, width, "muted")
    return rows


def borrowed_rows(found: Result, width: int) -> list[Row]:
    """What the person did not say, and what would narrow the range."""
    rows: list[Row] = []
    if found.borrowed:
        rows += heading("Borrowed, not asked or unsure", width)
        for one in found.borrowed:
            rows += say(f"≈ {one.text}", width, hang="  ")
    if found.narrowing:
        names = [question_name(one.question, found.interview) for one in found.narrowing[:3]]
        rows += say(f"Your range would narrow most by answering: {'; '.join(names)}.", width, "muted")
    for text in topic(found, "quality"):
        rows += say(text, width, "muted")
    return rows


def limits_rows(found: Result, width: int) -> list[Row]:
    """What the figure is not, and what it was computed from."""
    rows = heading("What this is and is not", width)
    if found.assessment.label:
        rows += say(f"Sub-label: {found.assessment.label}.", width, "muted")
    for text in topic(found, "limits"):
        rows += say(text, width, "muted")
    versions = found.versions
    rows += [EMPTY, *say(f"Role file {versions['role']}, interview {versions['interview']}, seed {versions['seed']}.",
                         width, "muted")]  # fmt: skip
    return rows


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


def limits_rows_short(found: Result, width: int) -> list[Row]:
    """The standing limits alone."""
    rows = heading("What this is and is not", width)
    for text in found.interview.library.wording.limits:
        rows += say(text, width, "muted")
    return [*rows, *say(found.interview.library.wording.not_for, width, "muted")]


def toggled(view: View, link: str, known: Collection[str] | None = None) -> View:
    """The view with a link opened or closed."""
    opened: Sequence[str] = [one for one in view.opened if one != link]
    if link not in view.opened:
        opened = [*opened, link]
    return View(view.figure, frozenset(opened))
