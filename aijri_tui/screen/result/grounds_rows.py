"""What a result stands on, as rows: market, assumptions, likeness, what was borrowed, limits."""

from aijri_engine.personal.names import question_name
from aijri_engine.personal.result import Result
from aijri_engine.text import cell_width, pad, shorten
from aijri_tui.screen.kit.rows import EMPTY, Row, Span, heading, say
from aijri_tui.screen.result.view import View, names_width, topic

MOST_NARROWING = 4
"""Answers named that the range hangs on most [ours]."""


def market_rows(found: Result, width: int) -> list[Row]:
    """What the market contributes, dated."""
    rows = heading("What the market carries", width)
    for text in (*topic(found, "market"), *topic(found, "juniors")):
        rows += say(text, width)
    return rows


def outlook_rows(found: Result, view: View, width: int) -> list[Row]:
    """Scenarios on the person's own numbers."""
    rows = heading("If things change", width)
    rows += say(
        "Your index then, and the change. Assumptions, not forecasts; none says when.", width, "muted"
    )
    for row in found.outlook:
        link = f"outlook:{row.scenario.id}"
        sign = "-" if link in view.opened else "+"
        title, *more = say(row.scenario.title, width - 26, "text", link=link)
        used = sum(cell_width(span.text) for span in title)
        rows.append((
            Span(f"{sign} ", "accent", link),
            *title,
            Span(" " * (width - 24 - used), "text", link),
            Span(f"{row.index:5.1f}  {row.points:+5.1f}", "strong", link),
            Span(f"  {row.zone}", row.zone.lower(), link),
        ))  # fmt: skip
        rows += [(Span("  "), *one) for one in more]
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


def doubt_rows(found: Result, width: int) -> list[Row]:
    """What else is said about how sure the figure is, and which answers the range hangs on most."""
    texts = (*topic(found, "range")[1:], *topic(found, "stability")[1:], *topic(found, "quality"))
    if not (texts or found.narrowing):
        return []
    rows = heading("How sure this is", width)
    for text in texts:
        rows += say(text, width)
    if found.narrowing:
        rows += say(
            "What the width of your range hangs on most; a surer answer there narrows it:", width, "muted"
        )
    return [*rows, *narrowing_rows(found, width)]


def narrowing_rows(found: Result, width: int) -> list[Row]:
    """The answers whose doubt makes the range as wide as it is: part of the variance, as figure and bar."""
    shown = found.narrowing[:MOST_NARROWING]
    names = [question_name(one.question, found.interview) for one in shown]
    name_width = names_width(names, width // 2)
    room = width - name_width - 10
    rows: list[Row] = []
    for one, name in zip(shown, names, strict=True):
        rows.append((
            Span("  "),
            Span(pad(shorten(name, name_width - 1), name_width)),
            Span(pad(f"{one.share * 100:.0f} %", 5, "right")),
            Span("  " + "█" * max(1, round(one.share * room)), "muted"),
        ))  # fmt: skip
    return rows


def borrowed_rows(found: Result, width: int) -> list[Row]:
    """What the person did not say."""
    if not found.borrowed:
        return []
    rows = heading("Borrowed, not asked or unsure", width)
    for one in found.borrowed:
        rows += say(f"≈ {one.text}", width, hang="  ")
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


def limits_rows_short(found: Result, width: int) -> list[Row]:
    """The standing limits alone."""
    rows = heading("What this is and is not", width)
    for text in found.interview.library.wording.limits:
        rows += say(text, width, "muted")
    return [*rows, *say(found.interview.library.wording.not_for, width, "muted")]
