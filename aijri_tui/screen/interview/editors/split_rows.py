"""The rows of a time split as they are painted: name, figure, bar, and what is kept."""

from aijri_engine.interview.values import MOST_OWN_ROWS
from aijri_engine.text import cell_width, figure, pad, shorten, wrap
from aijri_tui.screen.interview.editors.split_state import WHOLE, Part, Splitting
from aijri_tui.screen.kit.rows import Row, Span

LEAST_NAME, USUAL_NAME = 8, 22
"""Cells for names: never fewer than the first; up to the second whatever the bars are left with [ours]."""

LEAST_BAR = 12
"""Cells that long names leave to the bars [ours]."""

MARK, FIGURE, GAP, NOTE = 2, 6, 2, 10
"""Cells of the cursor, of a figure, between two columns, and for what is said behind a bar [ours]."""

CROWDED = f"{MOST_OWN_ROWS} rows of other work are the most: join two of them"

FRACTIONS = " ▏▎▍▌▋▊▉"


def name_width(state: Splitting, width: int) -> int:
    """Cells for names: as many as the longest needs, if the bars keep some room; longer names take several lines."""
    longest = max((cell_width(part.name or "other work") for part in state.parts), default=LEAST_NAME)
    room = width - MARK - GAP - FIGURE - GAP - LEAST_BAR - NOTE
    return min(max(USUAL_NAME, room), max(LEAST_NAME, longest))


def bar_start(state: Splitting, width: int) -> int:
    """The cell in which bars begin."""
    return MARK + name_width(state, width) + GAP + FIGURE + GAP


def bar_width(state: Splitting, width: int) -> int:
    """Cells of a bar of the whole."""
    return max(0, width - bar_start(state, width) - NOTE)


def split_rows(state: Splitting, width: int) -> list[Row]:
    """Every row with its bar, the way to add one, and what counts as the row under the cursor."""
    rows = [row for place in range(len(state.parts)) for row in _part_rows(state, place, width)]
    if state.crowded:
        rows.append((Span("  "), Span(CROWDED, "problem")))
    elif state.may_add:
        rows.append((Span("  "), Span("+ other work, in a row of its own: press +", "accent", "split:add")))
    return [*rows, *_about_rows(state, width)]


def _about_rows(state: Splitting, width: int) -> list[Row]:
    """What counts as the row under the cursor; as many lines for every row, so that nothing below them moves."""
    told = [wrap(_about(part), width, "  ", "  ") for part in state.parts]
    lines = max((len(rows) for rows in told), default=0)
    if not any(line.strip() for rows in told for line in rows):
        return []
    return [(Span(line, "muted"),) for line in (*told[state.cursor], *[""] * lines)[:lines]]


def _about(part: Part) -> str:
    if part.own:
        return "Its figure, or another name." if part.name else "Type its name in a few words, or its figure."
    return "" if part.about == part.name else part.about


def _part_rows(state: Splitting, place: int, width: int) -> list[Row]:
    part = state.parts[place]
    here = place == state.cursor
    link = f"row:{place}"
    size = name_width(state, width)
    first, *more = wrap(part.name or "other work", size) or [""]
    amount = state.amount(place)
    shown = f"{state.typing}_" if here and state.typing else "." if amount is None else figure(amount)
    note = "kept" if part.locked else ""
    if state.unit == "hours" and amount:
        percent = state.percent(place)
        note = f"{percent:.0f} % kept" if part.locked else f"{figure(round(percent, 1))} %"
    room = bar_width(state, width)
    bar = _bar(state.percent(place) if amount else 0.0, room)
    role = "strong" if here else "text"
    row = (
        Span("› " if here else "  ", "accent", link),
        Span(pad(shorten(first, size), size + GAP), role, link),
        Span(pad(shown, FIGURE, "right"), "strong" if here or amount else "muted", link),
        Span(" " * GAP, "text", link),
        Span(pad(bar, room), "accent" if here else "muted", link),
        Span(f" {note}", "muted", link),
    )
    return [row, *((Span("  ", "accent", link), Span(pad(line, size + GAP), role, link)) for line in more)]


def _bar(percent: float, width: int) -> str:
    """A bar in eighths of a cell, 100 percent being the whole width."""
    eighths = round(min(100.0, max(0.0, percent)) / 100 * width * 8)
    whole, rest = divmod(eighths, 8)
    return "█" * whole + (FRACTIONS[rest] if rest else "")


def remainder_words(state: Splitting) -> str:
    """The live remainder, which is the loudest thing until nothing is left."""
    if state.trouble:
        return state.trouble
    left = state.left
    if left is None:
        return f"{figure(state.total)} hours in all" if state.total else "hours; nothing given yet"
    given = figure(state.total)
    if abs(left) < 0.05:
        return (
            f"{given} %, nothing left" if state.whole == WHOLE else f"all {figure(state.whole)} points given"
        )
    word = "left to give" if left > 0 else "too much"
    return f"{given} %, {figure(abs(left))} {word}"
