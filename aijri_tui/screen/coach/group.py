"""What may be said about a group of clients: means of five people or more."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from aijri_engine.store import FEWEST, group_summary
from aijri_engine.text import pad, shorten
from aijri_tui.screen.kit.form_lines import Line
from aijri_tui.screen.kit.form_page import FormScreen
from aijri_tui.screen.kit.header_footer import BACK
from aijri_tui.screen.kit.page import Frame
from aijri_tui.screen.kit.rows import EMPTY, Row, Span, heading, say
from aijri_tui.screen.kit.shell import with_store

if TYPE_CHECKING:
    from aijri_engine.store import GroupSummary

NAME_WIDTH = 44
"""Cells for the name of a task [ours]."""


class GroupScreen(FormScreen):
    """Which role, and whom of those who have it."""

    where = "group summary"
    act = "Work out the summary"
    leave_words = "Back"
    working = "The latest sitting of each of them is being computed ..."

    about = (
        "Means over the latest sitting of each client",
        (
            f"Only for {FEWEST} people or more. What was told is remembered, so that no two summaries can be set "
            f"against each other to learn about fewer than {FEWEST}; a second one over nearly the same people is "
            "refused."
        ),
    )

    def lines(self) -> tuple[Line, ...]:
        """The role, where there are several; a filter."""
        roles = tuple((role.id, role.title) for role in self.aijri.library.cards.values())
        search = Line("search", "only those with", hint="words in the alias or the goal; empty for everybody")
        return (Line("role", "role", options=roles), search) if len(roles) > 1 else (search,)

    async def carry_out(self, values: Mapping[str, str]) -> None:
        """Work it out, or say why not."""
        library, search = self.aijri.library, values["search"].strip() or None
        role = values.get("role") or next(iter(library.cards))
        told = await with_store(self.aijri, lambda store: group_summary(store, library, role, search))
        self.app.pop_screen()
        self.aijri.go("group_summary", told)


class GroupSummaryScreen(Frame):
    """The summary."""

    ACTIONS = (BACK,)

    def __init__(self, summary: "GroupSummary") -> None:
        super().__init__()
        self.summary = summary

    def on_mount(self) -> None:
        """A page to read."""
        self.begin("AIJRI · group summary", f"{self.summary.people} people")

    def _rows(self, room: int) -> list[Row]:
        rows: list[Row] = [EMPTY, *say(f"{self.summary.words}.", room, "strong")]
        rows += [row for words in self.summary.left_out for row in say(words, room, "muted")]
        rows += heading("Zones", room)
        if self.summary.zones:
            rows += say(", ".join(f"{zone} {count}" for zone, count in self.summary.zones.items()), room)
        else:
            rows += say(f"Not told: at least one zone holds fewer than {FEWEST} of them.", room, "muted")
        rows += heading("Their weeks, on average", room)
        for task, share in self.summary.shares.items():
            name = pad(shorten(task, NAME_WIDTH), NAME_WIDTH)
            rows.append((Span(name), Span(pad(f"{share:.1f} %", 8, "right"), "strong")))
        meant = "For learning about the group; never for judging one of them."
        return [*rows, EMPTY, *say(meant, room, "muted")]
