"""Where the open question stands in the window: in the same place after every answer, from its first picture on."""

from textual.widget import Widget

from aijri_tui.screen.interview.open_question import OpenBlock
from aijri_tui.screen.kit.page import Body

QUESTION_PLACE = 5
"""Rows of what was said before that stay in view above the open question [ours]."""


def put_in_place(block: OpenBlock, body: Body) -> bool:
    """Keep the open question in the same place, with a little of what was said above it; whether that moved it."""
    room = body.size.height
    y = max(0, block.virtual_region.y - min(QUESTION_PLACE, max(0, room - block.virtual_region.height)))
    said = block.said()
    if said is not None:
        line = block.virtual_region.y + block.query_one("#line").virtual_region.bottom
        y = max(y, min(line - room, block.virtual_region.y + said))
    before = body.scroll_y
    body.scroll_to(y=y, animate=False, force=True, immediate=True)
    return body.scroll_y != before


def hides_the_line(block: OpenBlock, body: Body) -> bool:
    """With the question on top, the line below its options would be out of view."""
    line = block.query_one("#line").virtual_region
    return block.below_options and line.bottom > body.size.height > 0


def bring_into_view(block: OpenBlock, body: Body, widget: Widget | None = None) -> None:
    """Where the block is taller than the window, what is being used comes into view."""
    if block.virtual_region.height <= body.size.height:
        return
    if widget is not None:
        body.scroll_to_widget(widget, animate=False, force=True)
    else:
        block.splitter.reveal(block.splitter.cursor)
