"""What if: the same page with everything changeable by left and right; the gauge moves, the old mark stays."""

import asyncio
from collections.abc import Sequence
from dataclasses import replace
from functools import cached_property, partial

from textual.app import ComposeResult

from aijri_engine.conversation.result_talk import Said, tried
from aijri_engine.conversation.typed_changes import typed_changes
from aijri_engine.interview.interview import Interview
from aijri_engine.interview.values import Problem
from aijri_engine.personal.changeable import changeable_lines, reach
from aijri_engine.personal.result import Result, result
from aijri_engine.personal.what_if import Change, WhatIf, what_if
from aijri_engine.report.charts import Gauge
from aijri_tui.screen.kit.gauge import GaugeView, full_view
from aijri_tui.screen.kit.header_footer import BACK, CHOOSE, Action, FooterLine, Note
from aijri_tui.screen.kit.page import Body
from aijri_tui.screen.kit.rows import Row, say
from aijri_tui.screen.kit.sheet import Sheet
from aijri_tui.screen.kit.shell import work_instead
from aijri_tui.screen.result.changes import Changes
from aijri_tui.screen.result.talking import TalkingFrame
from aijri_tui.screen.result.typed_changes import told_changes, with_changes
from aijri_tui.screen.result.what_if_rows import (
    Shown,
    first_changed,
    gauge_part,
    link_of,
    page_rows,
    told_line,
)

RESET = ("reset", "r", "start over", "as it was")
"""What is typed to be exactly as before."""


class WhatIfScreen(TalkingFrame):
    """Change anything; nothing of it is kept."""

    CSS = "WhatIfScreen #gauge { padding: 0 2; }"
    wide = True
    ACTIONS = (
        Action("←→", "change"),
        CHOOSE,
        Action("F8", "reset", "reset"),
        BACK,
        Action("space", "time comes from here", "screen.partner"),
    )

    def __init__(self, interview: Interview, strategy: str = "", words: str = "") -> None:
        """Begun with the change of a `strategy`, or with `words` where they are a change."""
        super().__init__()
        self._words = words
        self.interview = interview
        self.changes = Changes(interview, strategy=strategy)
        self.shown: Shown | None = None
        self.gauge: GaugeView | None = None
        self.trouble = ""

    def actions(self) -> Sequence[Action]:
        """Nothing can be changed where there is no figure."""
        return self.ACTIONS if self.shown is not None else (BACK,)

    @property
    def found(self) -> WhatIf | None:
        """Now and then; None while nothing could be worked out."""
        return self.shown.found if self.shown is not None else None

    def body(self) -> ComposeResult:
        """The gauge stays in view; the page below scrolls."""
        yield Sheet(id="gauge")
        with Body():
            yield Sheet(focusable=True, id="page")
        yield from self.line()

    @cached_property
    def told(self) -> Result:
        """The person as they are."""
        return result(self.interview)

    def on_mount(self) -> None:
        """Begin with the person as they are, or with the change that was typed."""
        said = tried(self.told, self._words) if self._words else None
        if said is not None and not self.make(said):
            self.answered = said
            told = " ".join(said.words)
            told = told if said.meant else f"Not understood: “{self._words}”. {told}"
            self.call_after_refresh(self.show_said, (told,), "problem")
        self.head("AIJRI · what if", "nothing of this is kept")
        self._compute()
        self._paint()
        self.tell_actions()
        self.take_keys()
        self.call_after_refresh(self._begin_line)

    def own_word(self, typed: str) -> bool:
        """Back to the person as they are."""
        if " ".join(typed.split()).casefold() not in RESET:
            return False
        self.action_reset()
        return True

    def make(self, said: Said) -> bool:
        """The change that was typed, on top of those made before; told in what the page then shows."""
        if not said.changes:
            return False
        changes: Sequence[Change] | Problem = said.changes
        if said.typed and not (self.changes.empty or said.step):
            changes = typed_changes(self.interview, said.typed, self.changes.tasks)
        made = changes if isinstance(changes, Problem) else with_changes(self.changes, changes)
        if said.step:
            made = replace(self.changes, strategy=said.step)
        if isinstance(made, Problem):
            self.show_said((made.text(),), "problem")
            return True
        self._go_on(made)
        self.show_said((told_changes(made),), "accent")
        self._begin_line()
        return True

    def turned(self, key: str) -> None:
        """Space chooses where time comes from."""
        if key == "space":
            self.action_partner()
        else:
            super().turned(key)

    def _begin_line(self) -> None:
        """A page that begins with a change begins at its line."""
        first = first_changed(self.shown) if self.shown is not None else ""
        if first:
            self.page.move_to(first)
        self._tell_line()

    def _compute(self) -> None:
        """The index at once; the range, the odds and what other lines could do right after."""
        found = what_if(self.interview, self.changes.as_list())
        if isinstance(found, Problem):
            self.trouble = found.text()
            if self.shown is not None:
                self.shown = replace(self.shown, trouble=self.trouble)
                self.changes = self.shown.changes
            return
        lines = changeable_lines(self.interview, found.interview)
        self.shown = Shown(self.changes, found, lines)
        index, role = found.index_then.index, found.then.role
        base = role.expect.index if role.has_figure else None
        marks = self.gauge.marks if self.gauge is not None else None
        marks = marks.moved_to(index) if marks is not None else Gauge(index, index, index, base)
        self.gauge = GaugeView(marks, found.index_then.zone.value, "")
        work_instead(self, partial(self._spread, self.shown), "gauge")

    async def _spread(self, shown: Shown) -> None:
        def wanted() -> bool:
            return self.shown is shown

        found = shown.found
        view = await asyncio.to_thread(full_view, found.interview, found.then)
        if wanted():
            self.gauge = view
            self.query_one("#gauge", Sheet).show(self._gauge_rows)
            moves = shown.changes.moves()
            known = await asyncio.to_thread(reach, found.interview, shown.lines, moves, wanted)
            if wanted():
                self.shown = replace(shown, reach=known)
                self.page.redraw()

    def _paint(self) -> None:
        self.query_one("#gauge", Sheet).show(self._gauge_rows)
        self.paint_page()

    def _gauge_rows(self, width: int) -> list[Row]:
        return gauge_part(self.gauge, self.shown, width, self.size.height) if self.shown is not None else []

    def _rows(self, width: int) -> list[Row]:
        if self.shown is None:
            return say(self.trouble or "Working it out ...", width, "muted")
        return page_rows(self.shown, self.page.cursor, width)

    # ---------------------------------------------------------------- acts

    def on_sheet_moved(self, event: Sheet.Moved) -> None:
        """Another line is under the cursor."""
        event.stop()
        self._tell_line()

    def _tell_line(self) -> None:
        """The value under the cursor in full, above the keys."""
        room = self.size.width - 6
        words = told_line(self.shown, self.page.cursor, room) if self.shown is not None else ""
        self.query_one(FooterLine).note(Note((words,)) if words else None)

    def on_sheet_adjusted(self, event: Sheet.Adjusted) -> None:
        """Left and right."""
        event.stop()
        self._adjust(event.link, event.step)

    async def on_sheet_chosen(self, event: Sheet.Chosen) -> None:
        """A click on ‹ or ›, or enter on a line (the next value)."""
        event.stop()
        way, _, link = event.link.rpartition(" ")
        self.page.cursor = link
        if way or not event.clicked:
            self._adjust(link, -1 if way == "less" else 1)
        self.page.redraw()
        self._tell_line()

    def _adjust(self, link: str, step: int) -> None:
        kind, _, rest = link.partition(":")
        if kind == "share":
            self._go_on(self.changes.more_time(rest, step))
        elif kind == "figure":
            self._go_on(self.changes.other_figure(rest, step))
        elif self.shown is not None:
            line = next((one for one in self.shown.lines if link_of(one) == link), None)
            if line is not None:
                self._go_on(self.changes.with_answer(line.question, line.beside(step).answer))

    def _go_on(self, changes: Changes) -> None:
        if changes != self.changes:
            self.show_said(())
            self.changes = changes
            self._compute()
            self._paint()
        self._tell_line()

    def action_partner(self) -> None:
        """The line under the cursor gives and takes time from now on."""
        kind, _, rest = self.page.cursor.partition(":")
        if kind == "share":
            self._go_on(replace(self.changes, partner=rest))

    def action_reset(self) -> None:
        """Exactly as it was."""
        self._go_on(self.changes.reset())
