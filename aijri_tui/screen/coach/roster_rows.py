"""The roster as rows: one line a client."""

from collections.abc import Sequence

from aijri_engine.store import ClientRow
from aijri_engine.text import cell_width, join_words, pad
from aijri_tui.screen.kit.dates import short_day, told_day
from aijri_tui.screen.kit.rows import EMPTY, Row, Span, mark, say, way

ALIAS_WIDTH, NEXT_WIDTH, SHARED_WIDTH = 16, 12, 14
"""Cells of the columns; the goal has what is left, and the alias takes more of it where there is room [ours]."""

LEAST_GOAL = 8
"""Cells that are left for a goal [ours]."""

MOST_OF_ALIAS = 0.35
"""Part of the width that aliases take at the most [ours]."""

WIDEST = 116
"""Cells of a line of the roster; wider ones are hard to follow [ours]."""

ENDED = "Consent has ended: nothing of them may be kept"

EMPTY_ROSTER = (
    "No clients are kept here.",
    (
        "A client is an alias, what was agreed to, sessions, notes and a plan. Everything stays on this machine; "
        "erasing leaves nothing but a receipt without a name."
    ),
)


def alias_width(rows: Sequence[ClientRow], width: int) -> int:
    """Cells for the aliases of these clients."""
    longest = max((cell_width(row.alias) for row in rows), default=0)
    room = min(int(width * MOST_OF_ALIAS), width - NEXT_WIDTH - SHARED_WIDTH - 5 - LEAST_GOAL)
    return max(ALIAS_WIDTH, min(longest, room))


def _goal_width(width: int, alias: int) -> int:
    return max(LEAST_GOAL, width - alias - NEXT_WIDTH - SHARED_WIDTH - 5)


def titles(width: int, alias: int) -> Row:
    """The names of the columns."""
    words = (
        ("alias", alias),
        ("goal", _goal_width(width, alias)),
        ("next", NEXT_WIDTH),
        ("shared with", SHARED_WIDTH),
    )
    return (Span("  "), *(Span(pad(word, size) + " ", "muted") for word, size in words))


def client_line(row: ClientRow, width: int, alias: int) -> Row:
    """A client: alias, goal, next date, who has something."""
    link = f"client:{row.id}"
    shared = join_words(row.recipients) if row.recipients else "nobody"
    return (
        mark(link),
        Span(pad(row.alias, alias) + " ", "text", link),
        Span(pad(row.goal or "", _goal_width(width, alias)) + " ", "muted", link),
        Span(pad(short_day(row.next_date) if row.next_date else "", NEXT_WIDTH) + " ", "muted", link),
        Span(pad(shared, SHARED_WIDTH), "muted", link),
    )


def ended_line(row: ClientRow, width: int, alias: int) -> Row:
    """A client of whom nothing may be kept."""
    link = f"client:{row.id}"
    ended = f"ended on {told_day(row.expires)}" if row.expires else "withdrawn"
    return (
        mark(link),
        Span(pad(row.alias, alias) + " ", "text", link),
        Span(pad(f"{ended}: erase, or ask again", width - alias - 3), "problem", link),
    )


def _with_trouble(row: ClientRow, line: Row, width: int) -> list[Row]:
    """The line, and below it what of the record cannot be read."""
    return [line, *say(row.trouble, width, "problem", "    ")]


def roster_rows(
    ended: Sequence[ClientRow],
    most_ended: int,
    listed: Sequence[ClientRow],
    more: int,
    search: str,
    width: int,
) -> list[Row]:
    """Those whose consent has ended first, then the others, then what to do where nobody is found.

    `more` clients are there beyond those listed; `most_ended` of the first kind are shown.
    """
    room = min(width, WIDEST)
    alias = alias_width([*ended[:most_ended], *listed], room)
    rows: list[Row] = []
    if ended:
        rows += say(ENDED, room, "problem", "  ")
        rows += [
            line
            for row in ended[:most_ended]
            for line in _with_trouble(row, ended_line(row, room, alias), room)
        ]
        if len(ended) > most_ended:
            rows += way("ended", f"and {len(ended) - most_ended} more", room)
        rows.append(EMPTY)
    if listed:
        rows.append(titles(room, alias))
        rows += [line for row in listed for line in _with_trouble(row, client_line(row, room, alias), room)]
    elif search:
        rows += [*say("Nobody is called that.", room, "text", "  "), EMPTY]
        rows += way("add", f"Add a client called “{search}”", room)
    elif not ended:
        for place, words in enumerate(EMPTY_ROSTER):
            rows += [*say(words, min(room, 78), "muted" if place else "strong", "  "), EMPTY]
        rows += way("add", "Add a client", room)
    if more > 0:
        rows.append((Span(f"  and {more:,} more, as you go down".replace(",", " "), "muted"),))
    return rows
