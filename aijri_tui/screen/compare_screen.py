"""A result beside the role or an earlier sitting: what moved, and whether two sittings could tell."""

import asyncio
from dataclasses import dataclass

from aijri_engine.interview.interview import Interview
from aijri_engine.personal.bridge import Bridge, bridge
from aijri_engine.personal.names import cause_name
from aijri_engine.personal.personalise import Personalisation, base_personalisation, personalise
from aijri_engine.personal.result import Result
from aijri_engine.report.charts_text import Bars, waterfall
from aijri_engine.store import StoreError
from aijri_engine.text import cell_width, pad, shorten
from aijri_tui.screen.bars import Hint
from aijri_tui.screen.base import Frame
from aijri_tui.screen.home import day
from aijri_tui.screen.result_view import plain
from aijri_tui.screen.rows import EMPTY, READING_WIDTH, Row, Span, from_chart, heading, say
from aijri_tui.screen.sessions import Listed
from aijri_tui.screen.sheet import Sheet


@dataclass(frozen=True, slots=True)
class Other:
    """What a result stands beside."""

    name: str
    personal: Personalisation
    sitting: bool
    """An earlier sitting of a person, not the role."""


class CompareScreen(Frame):
    """Two task tables and the bridge between them."""

    def __init__(self, found: Result) -> None:
        super().__init__()
        self.found = found
        role = found.interview.form.role
        self.other = Other("role", base_personalisation(role), sitting=False)
        self.earlier: list[Listed] = []
        self.trouble = ""

    def on_mount(self) -> None:
        """Beside the role at first; earlier sittings as they are found."""
        self.head("AIJRI · compare", self.found.interview.form.role.title)
        self.foot([Hint("↑↓", "choose"), Hint("enter", "put beside"), Hint("esc", "back", "screen.back")])
        self.page.show(self._rows)
        self.page.focus()
        self.run_worker(self._list())

    async def _list(self) -> None:
        sessions = self.aijri.sessions
        if sessions is None:
            return
        listed = await asyncio.to_thread(sessions.listed)
        role = self.found.interview.role_id
        self.earlier = [
            one
            for one in listed
            if one.role == role and one.id != (self.aijri.session.id if self.aijri.session else "")
        ]
        self.page.show(self._rows)

    def _rows(self, width: int) -> list[Row]:
        room = min(width, READING_WIDTH)
        rows: list[Row] = [EMPTY, *say("Put your result beside", room, "strong")]
        rows.append(self._choice("role", "the role as published", not self.other.sitting))
        for one in self.earlier[:8]:
            rows.append(self._choice(one.id, f"your sitting of {day(one)}", self.other.name == one.id))
        if not self.earlier:
            rows += say("Earlier sittings about this role would stand here too.", room, "muted", "  ")
        if self.trouble:
            rows += say(self.trouble, room, "problem")
        steps = bridge(self.other.personal, self.found.personal)
        return [*rows, *self._bridge(steps, room), *self._table(room), EMPTY]

    def _choice(self, link: str, words: str, chosen: bool) -> Row:
        mark = "› " if self.page.cursor == f"beside:{link}" else "  "
        return (Span(mark, "accent"), Span(f"{'●' if chosen else '○'} {words}", "text", f"beside:{link}"))

    def _bridge(self, steps: Bridge, width: int) -> list[Row]:
        before, after = self.other.personal.assess().index, self.found.assessment.index
        rows = heading(f"From {before:.1f} to {after:.1f}", width)
        parts = tuple((cause_name(group.cause, self.found.personal), group.shown) for group in steps.groups)
        name = "then" if self.other.sitting else "role average"
        bars = Bars((name, before), parts, ("you now", after))
        rows += from_chart(waterfall(bars, width, cell_width).lines)
        if self.other.sitting:
            change = self.found.spread.smallest_change
            word = "more" if abs(steps.shown_change) > change else "less"
            rows += [EMPTY, *say(f"The difference is {steps.shown_change:+.1f}; two sittings of an unchanged week can "
                                 f"easily differ by {change:.1f}. This is {word} than that.", width)]  # fmt: skip
        return rows

    def _table(self, width: int) -> list[Row]:
        rows = heading("Time and score", width)
        name_width = width - 44
        words = (
            ("then", "now", "score then", "score now")
            if self.other.sitting
            else ("role", "you", "role score", "your score")
        )
        titles = tuple(zip(words, (8, 8, 13, 13), strict=True))
        head = pad("", name_width) + "".join(pad(name, size, "right") for name, size in titles)
        rows.append((Span(head, "muted"),))
        others = {task.id: task for task in self.other.personal.tasks}
        own_ids = {task.id for task in self.found.personal.tasks}
        gone = [task for task in self.other.personal.tasks if task.id not in own_ids]
        names = [*self.found.personal.tasks, *gone]
        own = {task.id: task for task in self.found.personal.tasks}
        for task in names:
            one, two = others.get(task.id), own.get(task.id)
            rows.append(
                (
                    Span(pad(shorten(task.short, name_width - 1), name_width)),
                    Span(pad(f"{plain(one.share)} %" if one else "-", 8, "right"), "muted"),
                    Span(pad(f"{plain(two.share)} %" if two else "-", 8, "right"), "strong"),
                    Span(pad(plain(one.score) if one else "-", 13, "right"), "muted"),
                    Span(pad(plain(two.score) if two else "-", 13, "right"), "strong"),
                )
            )
        return rows

    async def on_sheet_chosen(self, event: Sheet.Chosen) -> None:
        """Put something else beside it."""
        event.stop()
        wanted = event.link.partition(":")[2]
        role = self.found.interview.form.role
        if wanted == "role":
            self.other = Other("role", base_personalisation(role), sitting=False)
        else:
            try:
                interview = await asyncio.to_thread(self._read, wanted)
            except (OSError, ValueError, LookupError, StoreError) as error:
                self.trouble = f"This sitting cannot be read: {error}"
            else:
                self.other = Other(wanted, personalise(interview), sitting=True)
        self.page.show(self._rows)

    def _read(self, session: str) -> Interview:
        sessions, library = self.aijri.sessions, self.aijri.library
        if sessions is None or library is None:
            raise ValueError("no sessions here")
        return sessions.resume(session, library)[1]
