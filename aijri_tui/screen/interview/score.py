"""The index while the interview still goes on: provisional, with its reasons and with what would narrow it."""

import asyncio

from aijri_engine.interview.interview import Interview
from aijri_engine.personal.names import question_name
from aijri_engine.personal.result import Result, result
from aijri_engine.report.charts_text import chart_lines
from aijri_engine.report.parts.figure import bridge
from aijri_engine.report.parts.pictures import gauge_of
from aijri_tui.screen.kit.header_footer import Action
from aijri_tui.screen.kit.page import Frame
from aijri_tui.screen.kit.rows import EMPTY, READING_WIDTH, Row, Span, from_chart, heading, say
from aijri_tui.screen.kit.shell import work_instead
from aijri_tui.screen.result.rows import blocks_rows, topic, zone_words


class ScoreScreen(Frame):
    """The figure as it stands now."""

    tells_of_a_person = True

    ACTIONS = (Action("esc", "back to the questions", "screen.back"),)

    def __init__(self, interview: Interview) -> None:
        super().__init__()
        self.interview = interview
        self.found: Result | None = None

    def on_mount(self) -> None:
        """Compute in a thread."""
        self.head("AIJRI · your index as it stands", "noted that you have seen it")
        self.page.show(lambda width: say("Working it out ...", width, "muted"))
        self.page.focus()
        work_instead(self, self._compute)

    async def _compute(self) -> None:
        self.found = await asyncio.to_thread(result, self.interview)
        self.paint_page()

    def _rows(self, width: int) -> list[Row]:
        found = self.found
        if found is None:
            return []
        room = min(width, READING_WIDTH)
        figure = found.first_view.index or "no figure"
        rows: list[Row] = [EMPTY, (Span(figure, "strong"), Span(f"   {zone_words(found)}"))]
        rows += [EMPTY, *from_chart(chart_lines(gauge_of(found), room)), EMPTY]
        for text in (*topic(found, "meaning"), *topic(found, "range")[:1], *topic(found, "stability")[:1]):
            rows += say(text, room, "muted")
        if found.status.reasons:
            rows += heading("Why it is provisional", room)
            for reason in found.status.reasons:
                rows += say(f"· {reason}", room, hang="  ")
        moved = bridge(found)
        if moved is not None:
            rows += [*heading(moved.title, room), *blocks_rows(moved.blocks, room)]
        if found.to_answer:
            names = [question_name(one, self.interview) for one in found.to_answer[:3]]
            rows += [EMPTY, *say(f"Your range would narrow most by answering: {'; '.join(names)}.", room)]
        return [*rows, EMPTY]
