"""What if: the same page with everything changeable by left and right; the gauge moves, the old mark stays."""

import asyncio
from dataclasses import replace
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType

from aijri_engine.interview.interview import Interview
from aijri_engine.interview.values import Problem
from aijri_engine.personal.names import cause_name
from aijri_engine.personal.personalise import PersonalTask
from aijri_engine.personal.what_if import WhatIf, what_if
from aijri_engine.report.charts_text import Bars, GaugeMarks, waterfall
from aijri_engine.text import cell_width, pad, shorten
from aijri_tui.screen.bars import Hint
from aijri_tui.screen.base import Body, Frame
from aijri_tui.screen.changes import FIGURES, SINGLE, Changes, answered, words_of
from aijri_tui.screen.gauge_rows import GaugeView, full_view, gauge_rows
from aijri_tui.screen.result_view import plain
from aijri_tui.screen.rows import EMPTY, READING_WIDTH, Row, Span, columns, from_chart, heading, say
from aijri_tui.screen.sheet import Sheet

TWO_COLUMNS = 104


class WhatIfScreen(Frame):
    """Change anything; nothing of it is kept."""

    CSS = "WhatIfScreen #gauge { padding: 1 2 0 2; }"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("r,f8", "reset", show=False),
        Binding("space", "partner", show=False, priority=True),
    ]

    def __init__(self, interview: Interview, strategy: str = "") -> None:
        super().__init__()
        self.interview = interview
        self.changes = Changes(interview, strategy=strategy)
        self.found: WhatIf | None = None
        self.gauge: GaugeView | None = None
        self.now: GaugeView | None = None
        self.trouble = ""

    def body(self) -> ComposeResult:
        """The gauge stays in view; the page below scrolls."""
        yield Sheet(id="gauge")
        with Body():
            yield Sheet(focusable=True, id="page")

    def on_mount(self) -> None:
        """Begin with the person as they are."""
        self.head("AIJRI · what if", "nothing of this is kept")
        self.foot([Hint("←→", "change"), Hint("↑↓", "choose"), Hint("r", "reset", "screen.reset"),
                   Hint("esc", "back", "screen.back"),
                   Hint("space", "time comes from here", "screen.partner")])  # fmt: skip
        self._compute()
        self.page.show(self._rows)
        self.page.focus()

    def _compute(self) -> None:
        """The index at once, the range and the odds right after."""
        found = what_if(self.interview, self.changes.as_list())
        if isinstance(found, Problem):
            self.trouble = found.text()
            return
        self.trouble, self.found = "", found
        index = found.index_then.index
        base = found.then.role.expect.index
        before = self.gauge.marks if self.gauge else None
        shift = index - before.index if before else 0.0
        low, high = (before.low + shift, before.high + shift) if before else (index, index)
        self.gauge = GaugeView(GaugeMarks(index, low, high, base), found.index_then.zone.value, "")
        self.query_one("#gauge", Sheet).show(self._gauge_rows)
        self.run_worker(self._spread(found), exclusive=True, group="gauge")

    async def _spread(self, found: WhatIf) -> None:
        view = await asyncio.to_thread(full_view, found.interview, found.then)
        if found is self.found:
            self.gauge = view
            if self.changes.empty:
                self.now = view
            self.query_one("#gauge", Sheet).show(self._gauge_rows)

    def _gauge_rows(self, width: int) -> list[Row]:
        found = self.found
        room = min(width, 100)
        before = found.index_now.index if found and not self.changes.empty else None
        rows = gauge_rows(self.gauge, room, before)
        if found is None:
            return rows
        zone = found.index_then.zone.value
        if self.changes.empty:
            return [
                *rows,
                *say(f"{found.index_then.index:.1f}, {zone}: as you answered. Nothing is changed.", room),
            ]
        return [*rows, *say(f"{found.index_then.index:.1f}, {zone}. {found.sentence}", room, "strong")]

    # ---------------------------------------------------------------- rows

    def _rows(self, width: int) -> list[Row]:
        if self.found is None:
            return say(self.trouble or "Working it out ...", width, "muted")
        if width >= TWO_COLUMNS:
            left = int(width * 0.56)
            rows = columns(self._left(left), self._bridge(width - left - 4), left)
        else:
            room = min(width, READING_WIDTH)
            rows = [*self._left(room), *self._bridge(room)]
        return [*rows, EMPTY]

    def _left(self, width: int) -> list[Row]:
        rows: list[Row] = []
        if self.trouble:
            rows += say(self.trouble, width, "problem")
        rows += self._tried(width)
        rows += heading("Your time", width)
        for task in self.changes.personal.tasks:
            rows.append(self._share_row(task, width))
        rows += heading("How your tasks are done", width)
        for task in self.changes.personal.tasks:
            if not task.own:
                rows.append(self._rung_row(task, width))
        rows += heading("Your position and what surrounds it", width)
        for key in self._answer_keys():
            rows.append(self._answer_row(key, width))
        rows += heading("The role's own figures", width)
        for name, words, low, high in FIGURES:
            shown = f"{self.changes.figure(name):+g}"
            rows.append(
                self._line(
                    f"figure:{name}",
                    words,
                    shown,
                    f"{low:+g} to {high:+g}",
                    name in self.changes.figures,
                    width,
                )
            )
        return rows

    def _tried(self, width: int) -> list[Row]:
        """Which recommendation is tried: its changes come on top of the lines below."""
        strategies = self.interview.library.strategies(self.interview.role_id)
        title = next((one.title for one in strategies if one.id == self.changes.strategy), "")
        if not title:
            return []
        return [EMPTY, *say(f"Trying: {title}. Its changes come on top of the lines below; r takes them away.",
                            width, "accent")]  # fmt: skip

    def _answer_keys(self) -> list[str]:
        keys = [key for key in SINGLE if self.interview.asked(key) is not None]
        practice = self.interview.step("practice")
        if practice is not None:
            keys += [f"practice.{row.id}" for row in practice.asked.rows]
        return keys

    def _line(self, link: str, name: str, shown: str, note: str, changed: bool, width: int) -> Row:
        here = self.page.cursor == link
        name_width = min(28, max(16, width - 46))
        value_width = max(10, width - name_width - 24)
        role = "strong" if changed else "text"
        return (
            Span("› " if here else "  ", "accent", link),
            Span(pad(shorten(name, name_width - 1), name_width), "text", link),
            Span("‹ ", "accent", f"less {link}"),
            Span(pad(shorten(shown, value_width), value_width), role, link),
            Span(" ›  ", "accent", f"more {link}"),
            Span(shorten(note, 16), "muted", link),
        )

    def _share_row(self, task: PersonalTask, width: int) -> Row:
        share = self.changes.share(task.id)
        changed = task.id in self.changes.shares
        note = f"now {plain(task.share)} %" if changed else ""
        here = self.page.cursor.removeprefix("share:")
        known = {one.id for one in self.changes.personal.tasks}
        if here in known and here != task.id and self.changes.partner_of(here) == task.id:
            note = f"{note} ⇄".strip()
        return self._line(f"share:{task.id}", task.short, f"{plain(share)} %", note, changed, width)

    def _rung_row(self, task: PersonalTask, width: int) -> Row:
        names = self.interview.form.file.rung_names
        rung = self.changes.rung(task.id)
        shown = names[rung]  # type: ignore[index]
        changed = task.id in self.changes.rungs
        if not changed and len(task.rungs) > 1:
            shown = " or ".join(names[one] for one in task.rungs)
        note = (
            f"now {' or '.join(names[one] for one in task.rungs)}"
            if changed
            else ("" if task.described else "expected")
        )
        return self._line(f"rung:{task.id}", task.short, shown, note, changed, width)

    def _answer_row(self, key: str, width: int) -> Row:
        question, _, row_id = key.partition(".")
        asked = self.interview.asked(question)
        row = asked.row(row_id) if asked and row_id else None
        name = f"tools in {row.short.lower()}" if row else (asked.name if asked else key)
        option = self.changes.answer(key)
        changed = key in self.changes.answers
        note = (
            f"now {words_of(self.interview, key, answered(self.interview, key)).lower()}" if changed else ""
        )
        return self._line(f"answer:{key}", name, words_of(self.interview, key, option), note, changed, width)

    def _bridge(self, width: int) -> list[Row]:
        found = self.found
        if found is None or self.changes.empty:
            return [*heading("What moves", width), *say(
                "Left and right change the line under the cursor. Time moves between that line and the one marked ⇄; "
                "space on a line makes it the one.", width, "muted")]  # fmt: skip
        rows = heading(f"From {found.index_now.index:.1f} to {found.index_then.index:.1f}", width)
        steps = tuple((cause_name(group.cause, found.then), group.shown) for group in found.bridge.groups)
        bars = Bars(("now", found.index_now.index), steps, ("then", found.index_then.index))
        return [*rows, *from_chart(waterfall(bars, width, cell_width).lines)]

    # ---------------------------------------------------------------- acts

    def on_sheet_adjusted(self, event: Sheet.Adjusted) -> None:
        """Left and right."""
        event.stop()
        self._adjust(event.link, event.step)

    def on_sheet_chosen(self, event: Sheet.Chosen) -> None:
        """A click on ‹ or ›, or enter on a line (the next value)."""
        event.stop()
        way, _, link = event.link.rpartition(" ")
        self.page.cursor = link
        if way or not event.clicked:
            self._adjust(link, -1 if way == "less" else 1)
        self.page.redraw()

    def _adjust(self, link: str, step: int) -> None:
        link = link.rpartition(" ")[2]
        kind, _, rest = link.partition(":")
        changes = self.changes
        if kind == "share":
            changes = changes.more_time(rest, step)
        elif kind == "rung":
            changes = changes.deeper(rest, step)
        elif kind == "answer":
            changes = changes.other_answer(rest, step)
        elif kind == "figure":
            changes = changes.other_figure(rest, step)
        self._go_on(changes)

    def _go_on(self, changes: Changes) -> None:
        self.changes = changes
        self._compute()
        self.page.show(self._rows)

    def action_partner(self) -> None:
        """The line under the cursor gives and takes time from now on."""
        kind, _, rest = self.page.cursor.rpartition(" ")[2].partition(":")
        if kind == "share":
            self.changes = replace(self.changes, partner=rest)
            self.page.redraw()

    def action_reset(self) -> None:
        """Exactly as it was."""
        self._go_on(self.changes.reset())
