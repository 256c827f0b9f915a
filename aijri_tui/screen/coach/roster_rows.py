"""The roster as rows: one line a client."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import accumulate

from aijri_engine.store import Agenda, ClientRow, due_lines
from aijri_engine.text import cell_width, pad
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

DELETED = "Nobody who is here is called that. Deleted less than a week ago, and not erased yet:"

EMPTY_ROSTER = (
    "No clients are kept here.",
    (
        "A client is an alias, what was agreed to, sessions, notes and a plan. Everything stays where you "
        "keep it; erasing leaves nothing but a receipt without a name."
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
    shared = f"{row.login}'s, {', '.join((*row.coaches, *row.recipients))}" if row.coaches else row.holders
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
    ended = f"consent ended on {told_day(row.expires)}" if row.expires else row.standing(told_day)
    return (
        mark(link),
        Span(pad(row.alias, alias) + " ", "text", link),
        Span(pad(f"{ended}: erase, or ask again", width - alias - 3), "problem", link),
    )


def _with_trouble(row: ClientRow, line: Row, width: int) -> list[Row]:
    """The line, and below it what of the record cannot be read."""
    return [line, *say(row.trouble, width, "problem", "    ")]


MOST_DUE = 6
"""Rows of what is due before the list of clients; the page of the day has all of it [ours]."""


def due_rows(found: Agenda, width: int) -> list[Row]:
    """Everything that is due, the client behind it."""
    return [row for one in _due(found, width) for row in one]


def _due(found: Agenda, width: int) -> list[list[Row]]:
    """Each thing that is due with its rows."""
    due: list[list[Row]] = []
    for place, one in enumerate(due_lines(found)):
        role = "problem" if one.late else "text"
        link = f"today_client:{one.client_id}:{place}"
        due.append(way(link, one.words, width, role) if one.client_id else say(one.words, width, role, "  "))
    return due


def _today(found: Agenda | None, width: int) -> list[Row]:
    if found is not None:  # those whose consent has ended stand below
        found = replace(found, ending=tuple(one for one in found.ending if (one.expires or "") >= found.day))
    due = _due(found, width) if found is not None else []
    if not due:
        return []
    sizes = accumulate(map(len, due))
    shown = [one for one, size in zip(due, sizes, strict=True) if size <= MOST_DUE] or due[:1]
    more = way("today", f"all {len(due)} things due today", width) if len(due) > len(shown) else []
    return [*say("Today", width, "strong", "  "), *(row for one in shown for row in one), *more, EMPTY]


def roster_rows(
    found: Agenda | None,
    ended: Sequence[ClientRow],
    most_ended: int,
    listed: Sequence[ClientRow],
    more: int,
    search: str,
    width: int,
    gone: Sequence[ClientRow] = (),
) -> list[Row]:
    """What is due today, then those whose consent has ended, then the others, then what to do where nobody is found.

    `more` clients are there beyond those listed; `most_ended` of the first kind are shown. Those who are `gone` were
    deleted and can be brought back: nobody is added under their alias.
    """
    room = min(width, WIDEST)
    alias = alias_width([*ended[:most_ended], *listed], room)
    rows = _today(found, room)
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
    elif search and not ended:
        rows += [*say("Nobody is called that." if not gone else DELETED, room, "text", "  "), EMPTY]
        rows += [line for row in gone for line in way(f"back:{row.id}", f"Bring back {row.alias}", room)]
        if search.casefold() not in (row.alias.casefold() for row in gone):
            rows += way("add", f"Add a client called “{search}”", room)
    elif not ended:
        for place, words in enumerate(EMPTY_ROSTER):
            rows += [*say(words, min(room, 78), "muted" if place else "strong", "  "), EMPTY]
        rows += way("add", "Add a client", room)
    if more > 0:
        rows.append((Span(f"  and {more:,} more, as you go down".replace(",", " "), "muted"),))
    return rows
