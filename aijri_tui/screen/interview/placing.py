"""Where the open question stands in the window: in the same place after every answer, from its first picture on."""

from textual.widget import Widget

from aijri_tui.screen.interview.commands import InterviewCommands
from aijri_tui.screen.kit.page import Body

QUESTION_PLACE = 5
"""Rows of what was said before that stay in view above the open question [ours]."""


class InterviewPlacing(InterviewCommands):
    """Scrolling of the transcript."""

    def _compositor_refresh(self) -> None:
        """Put a picture on the terminal, with the open question in its place already, so that nothing jumps."""
        if self._to_place and self._place():
            self._refresh_layout()
            return
        super()._compositor_refresh()
        waiting, self._when_painted = self._when_painted, {}
        for act in waiting.values():
            act()

    def _place(self) -> bool:
        """Keep the open question in the same place, with a little of what was said above it; whether that moved it."""
        if not self._to_place or not self.is_mounted:
            return False
        body = self.query_one("#transcript", Body)
        if self._hides_the_line(body):
            self.block.put_line(first=True)
            return True
        self._to_place = False
        block, room = self.block.virtual_region, body.size.height
        y = max(0, block.y - min(QUESTION_PLACE, max(0, room - block.height)))
        said = self.block.said()
        if said is not None:
            line = block.y + self.block.query_one("#line").virtual_region.bottom
            y = max(y, min(line - room, block.y + said))
        before = body.scroll_y
        body.scroll_to(y=y, animate=False, force=True, immediate=True)
        return body.scroll_y != before

    def _hides_the_line(self, body: Body) -> bool:
        """With the question on top, the line below its options would be out of view."""
        line = self.block.query_one("#line").virtual_region
        return self.block.below_options and line.bottom > body.size.height > 0

    def _bring_into_view(self, widget: Widget) -> None:
        """Where the block is taller than the window, what is being used comes into view."""
        if self._taller_than_the_window:
            self.query_one("#transcript", Body).scroll_to_widget(widget, animate=False, force=True)

    @property
    def _taller_than_the_window(self) -> bool:
        return self.block.virtual_region.height > self.query_one("#transcript", Body).size.height
