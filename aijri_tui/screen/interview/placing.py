"""Where the open question stands in the window: in the same place after every answer, from its first picture on."""

from collections.abc import Callable

from textual.widget import Widget

from aijri_tui.screen.interview.open_question import OpenBlock

QUESTION_PLACE = 5
"""Rows of what was said before that stay in view above the open question [ours]."""


class Placing:
    """Brings the open question to its place before the next picture, and does after it what may wait for it."""

    def __init__(self, block: OpenBlock) -> None:
        self._block = block
        self._due = True
        """After the next layout the open question is brought to its place."""
        self.laid_out = False
        """Every row stands where the last layout put it: none was changed since."""
        self._after = dict[str, Callable[[], object]]()

    def rows_changed(self) -> None:
        """The open question is to be placed anew, once the changed rows are laid out."""
        self._due, self.laid_out = True, False

    def after_picture(self, what: str, act: Callable[[], object]) -> None:
        """Do something once the next picture is on the terminal: a thread at work before would hold it up."""
        self._after[what] = act

    def painted(self) -> None:
        """A picture is on the terminal."""
        waiting, self._after = self._after, {}
        for act in waiting.values():
            act()

    def wants_layout(self) -> bool:
        """Bring the open question to its place if that is due; whether rows have to be laid out before the picture.

        Never from where rows stood before they changed: it would be brought to a wrong place, and stay there.
        """
        if not self._due:
            return False
        if not self.laid_out:
            return True
        if not self._block.is_mounted:
            return False
        if self._hides_the_line():
            self._block.put_line(first=True)
            self.laid_out = False
            return True
        self._due = False
        return self._put_in_place()

    def _hides_the_line(self) -> bool:
        """With the question on top, the line below its options would be out of view."""
        line = self._block.query_one("#line").virtual_region
        return self._block.below_options and line.bottom > self._block.body.size.height > 0

    def _put_in_place(self) -> bool:
        """Keep the open question in the same place, with a little of what was said above it; whether that moved it."""
        block, body = self._block, self._block.body
        room = body.size.height
        y = max(0, block.virtual_region.y - min(QUESTION_PLACE, max(0, room - block.virtual_region.height)))
        said = block.said()
        if said is not None:
            line = block.virtual_region.y + block.query_one("#line").virtual_region.bottom
            y = max(y, min(line - room, block.virtual_region.y + said))
        before = body.scroll_y
        body.scroll_to(y=y, animate=False, force=True, immediate=True)
        return body.scroll_y != before


def bring_into_view(block: OpenBlock, widget: Widget | None = None) -> None:
    """Where the block is taller than the window, what is being used comes into view."""
    if block.virtual_region.height <= block.body.size.height:
        return
    if widget is not None:
        block.body.scroll_to_widget(widget, animate=False, force=True)
    else:
        block.splitter.reveal(block.splitter.cursor)
