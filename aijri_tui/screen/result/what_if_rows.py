"""The rows of a what-if: gauge and sentence that stay in view, and a line for everything that can be changed."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from aijri_engine.index import one_decimal
from aijri_engine.interview.values import Split
from aijri_engine.personal.changeable import ChangeableLine, Reach
from aijri_engine.personal.names import cause_name
from aijri_engine.personal.personalise import PersonalTask
from aijri_engine.personal.what_if import WhatIf
from aijri_engine.report.charts import Waterfall
from aijri_engine.report.charts_text import chart_lines
from aijri_engine.text import cell_width, figure, pad, shorten
from aijri_tui.screen.kit.gauge import GaugeView, gauge_rows
from aijri_tui.screen.kit.rows import (
    EMPTY,
    READING_WIDTH,
    Row,
    Span,
    columns,
    ends,
    from_chart,
    heading,
    mark,
    say,
)
from aijri_tui.screen.result.changes import FIGURES, Changes

TWO_COLUMNS = 104
"""Cells from which the causes stand beside the lines."""

LEFT_SHARE = 0.65
"""Part of the width that the lines take there."""

NAME_WIDTH, LEAST_NAME = 29, 16
"""Cells for what a line is about [ours]."""

NOTE_WIDTH = 16
"""Cells for what stands behind a value [ours]."""

ENOUGH_ROWS = 20
"""Rows of the screen from which there is room for sentences above the lines [ours]."""

GAUGE_ROWS = 3
"""Rows of the scale itself."""

WORDS_ROWS = 3
"""Rows below the gauge, so that nothing jumps when a sentence gets longer [ours]."""

HINT = (
    "Left and right change the line under the cursor. Time moves between that line and the one marked ⇄; "
    "space on a line makes it the one."
)


@dataclass(frozen=True)
class Shown:
    """Everything that the rows are made of."""

    changes: Changes
    found: WhatIf
    lines: tuple[ChangeableLine, ...]
    reach: Mapping[str, Reach] = field(default_factory=dict)
    """As far as it is known for these changes."""
    trouble: str = ""
    """Why the last change was not made."""


def link_of(line: ChangeableLine) -> str:
    """The link of a line; how tasks are done has short ones."""
    question, _, task = line.key.partition(".")
    return f"rung:{task}" if question == "depth" else f"answer:{line.key}"


def first_changed(shown: Shown) -> str:
    """The link of the first line that is changed; empty where none is."""
    changes = shown.changes
    links = [f"share:{task.id}" for task in changes.personal.tasks if task.id in changes.shares]
    links += [link_of(line) for line in shown.lines if line.changed]
    links += [f"figure:{name}" for name in changes.figures]
    return next(iter(links), "")


def gauge_part(view: GaugeView | None, shown: Shown | None, width: int, height: int) -> list[Row]:
    """Gauge with the old mark, and what the change amounts to; always as many rows. `height` is that of the screen."""
    room = min(width, 100)
    if height < ENOUGH_ROWS and shown is not None:
        return _low_part(view, shown, room)
    if shown is None:
        return gauge_rows(view, room)
    found, changed = shown.found, not shown.changes.empty
    rows = gauge_rows(view, room, found.index_now.index if changed else None)
    figure = f"{found.index_then.index:.1f}, {found.index_then.zone.value}"
    narrow = width < TWO_COLUMNS
    if changed:
        words = say(f"{figure}. {found.sentence}", room, "strong")
        words += say(causes_line(found, room), room, "muted") if found.points else []
    else:
        words = say(f"{figure}: as you answered. Nothing is changed.", room)
        words += say(HINT, room, "muted") if narrow else []
    return [*rows, *words, *[EMPTY] * (WORDS_ROWS - len(words))]


def _low_part(view: GaugeView | None, shown: Shown, width: int) -> list[Row]:
    """The same where there is room for little: the scale and one line."""
    found, changed = shown.found, not shown.changes.empty
    scale = gauge_rows(view, width, found.index_now.index if changed else None)[:GAUGE_ROWS]
    words = f"{found.index_then.index:.1f}, {found.index_then.zone.value}"
    if changed:
        words += f", {found.points:+.1f}; two sittings can differ by {one_decimal(found.smallest_change):.1f}"
    return [*scale, *say(shorten(f"{words}.", width), width, "strong")]


def causes_line(found: WhatIf, width: int) -> str:
    """What the change comes from, on one line."""
    parts = [f"{cause_name(group.cause, found.then)} {group.shown:+.1f}" for group in found.bridge.groups]
    return shorten("; ".join(parts), width)


def page_rows(shown: Shown, cursor: str, width: int) -> list[Row]:
    """Every line, and the causes of the change."""
    if width >= TWO_COLUMNS:
        left = int(width * LEFT_SHARE)
        rows = columns(line_rows(shown, cursor, left), bridge_rows(shown, width - left - 4), left)
    else:
        room = min(width, READING_WIDTH)
        below = [] if shown.changes.empty else bridge_rows(shown, room)
        rows = [*line_rows(shown, cursor, room), *below]
    return [*rows, EMPTY]


def line_rows(shown: Shown, cursor: str, width: int) -> list[Row]:
    """Time, then everything that was or can be answered, then the role's own figures."""
    rows: list[Row] = say(shown.trouble, width, "problem") if shown.trouble else []
    rows += _tried_rows(shown.changes, width)
    rows += _time_rows(shown.changes, cursor, width)
    group = ""
    for line in shown.lines:
        if line.group != group:
            rows += [EMPTY, ends(line.group, "" if group else "could move you by", width, "strong")]
            group = line.group
        quiet = not line.changed and _still(line, shown)
        rows.append(
            _row(link_of(line), line.name, line.value.name, note_of(line, shown), line.changed, width, quiet)
        )
    rows += [EMPTY, ends("Figures of the work itself", "can be set from", width, "strong")]
    for name, words, low, high in FIGURES:
        value = f"{shown.changes.figure(name):+g}"
        changed = name in shown.changes.figures
        rows.append(_row(f"figure:{name}", words, value, f"{low:+g} to {high:+g}", changed, width))
    return rows


def _tried_rows(changes: Changes, width: int) -> list[Row]:
    """What is tried that no line stands for: it comes on top of the lines below."""
    strategies = changes.interview.library.strategies(changes.interview.role_id)
    titles = [one.title for one in strategies if one.id == changes.strategy]
    tried = "; ".join([*titles, *changes.beyond])
    if not tried:
        return []
    words = f"Trying: {tried}. This comes on top of the lines below; r takes it away."
    return [EMPTY, *say(words, width, "accent")]


def _time_rows(changes: Changes, cursor: str, width: int) -> list[Row]:
    rows = heading("Your time", width)
    words = split_words(changes.interview.path.split, bool(changes.shares))
    rows += say(words, width, "muted") if words else []
    here = cursor.removeprefix("share:")
    tasks = changes.personal.tasks
    partner = changes.partner_of(here) if len(tasks) > 1 and any(task.id == here for task in tasks) else ""
    for task in tasks:
        changed = task.id in changes.shares
        note = f"was {figure(task.share)} %" if changed else ""
        note = f"{note} ⇄".strip() if task.id == partner else note
        value = f"{figure(changes.share(task.id))} %"
        rows.append(_row(f"share:{task.id}", task.short, value, note, changed, width))
    return rows


def split_words(split: Split, moved: bool) -> str:
    """What these shares are, where they are not simply what the person typed."""
    if split.typical and moved:
        return "A week of its own, made from the role's shares: none of them was yours."
    if split.typical:
        return "The role's shares, borrowed. Once you move time they become a week of its own."
    return "You gave hours; here they are percent of your week." if split.unit == "hours" else ""


def _still(line: ChangeableLine, shown: Shown) -> bool:
    found = shown.reach.get(line.key)
    return found is not None and found.still and not found.leads_on


def note_of(line: ChangeableLine, shown: Shown) -> str:
    """Behind a value: what it was, or how far the line could move the index."""
    if line.changed:
        return f"was {line.values[line.before].name}"
    found = shown.reach.get(line.key)
    if found is None:
        return ""
    if found.still:
        return "by a follow-up" if found.leads_on else "no effect now"
    low, high = (f"{end:+.1f}" if end else "0" for end in (found.lowest, found.highest))
    return f"{low} to {high}"


def _row(link: str, name: str, value: str, note: str, changed: bool, width: int, quiet: bool = False) -> Row:
    name_width = min(NAME_WIDTH, max(LEAST_NAME, width - NOTE_WIDTH - 26))
    value_width = max(10, width - name_width - NOTE_WIDTH - 7)
    text = "muted" if quiet else "text"
    return (
        mark(link),
        Span(pad(shorten(name, name_width - 1), name_width), text, link),
        Span("‹ ", "muted" if quiet else "accent", f"less {link}"),
        Span(pad(shorten(value, value_width), value_width), "strong" if changed else text, link),
        Span(" › ", "muted" if quiet else "accent", f"more {link}"),
        Span(pad(shorten(note, NOTE_WIDTH), NOTE_WIDTH, "right"), "muted", link),
    )


def told_line(shown: Shown, link: str, width: int) -> str:
    """The line under the cursor in full, as far as there is room."""
    kind, _, rest = link.partition(":")
    if kind == "share":
        return _told_share(shown.changes, rest, width)
    for line in shown.lines:
        if link_of(line) == link:
            was = f" (was {line.values[line.before].name})" if line.changed else ""
            told = (
                f"{line.name}: {line.value.label}{was}",
                f"{line.name}: {line.value.label}",
                line.value.label,
            )
            return next((words for words in told if cell_width(words) <= width), shorten(told[-1], width))
    return ""


def _told_share(changes: Changes, task: str, width: int) -> str:
    tasks: dict[str, PersonalTask] = {one.id: one for one in changes.personal.tasks}
    if task not in tasks or len(tasks) < 2:
        return ""
    other = tasks[changes.partner_of(task)].short
    return shorten(f"{tasks[task].short} and {other}: time moves between these two", width)


def bridge_rows(shown: Shown, width: int) -> list[Row]:
    """From now to then, cause by cause."""
    found = shown.found
    if shown.changes.empty:
        return [*heading("What moves", width), *say(HINT, width, "muted")]
    rows = heading(f"From {found.index_now.index:.1f} to {found.index_then.index:.1f}", width)
    steps = tuple((cause_name(group.cause, found.then), group.shown) for group in found.bridge.groups)
    bars = Waterfall(("now", found.index_now.index), steps, ("then", found.index_then.index))
    return [*rows, *from_chart(chart_lines(bars, width))]
