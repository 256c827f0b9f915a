"""The one self-drawn widget that most screens are made of: rows of text, with links that keys and mouse reach."""

from collections.abc import Callable, Sequence
from typing import ClassVar, NamedTuple

from rich.style import Style
from textual import events
from textual.binding import Binding, BindingType
from textual.containers import ScrollableContainer
from textual.geometry import Region, Size
from textual.message import Message
from textual.strip import Strip
from textual.widget import Widget

from aijri_engine.text import cell_width
from aijri_tui.screen.kit import safe_text
from aijri_tui.screen.kit.rows import Row, cut, links_of, stop_of, under_cursor
from aijri_tui.screen.kit.themes import role_style

Builder = Callable[[int], Sequence[Row]]


class Sheet(Widget):
    """Rows built for a width. One link is under the cursor; enter or a click chooses it, left and right adjust it."""

    DEFAULT_CSS = "Sheet { height: auto; }"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up,k", "move(-1)", show=False),
        Binding("down,j", "move(1)", show=False),
        Binding("enter", "choose", show=False),
        Binding("left", "adjust(-1)", show=False),
        Binding("right", "adjust(1)", show=False),
        Binding("pageup", "page(-1)", show=False),
        Binding("pagedown,space", "page(1)", show=False),
        Binding("home", "edge(-1)", show=False),
        Binding("end", "edge(1)", show=False),
    ]

    class Chosen(Message):
        """A link was chosen by click or enter."""

        def __init__(self, sheet: "Sheet", link: str, clicked: bool = False) -> None:
            super().__init__()
            self.sheet, self.link, self.clicked = sheet, link, clicked

    class Moved(Message):
        """The cursor was moved to another link."""

        def __init__(self, sheet: "Sheet", link: str) -> None:
            super().__init__()
            self.sheet, self.link = sheet, link

    class Adjusted(Message):
        """Left (-1) or right (+1) was pressed on a link."""

        def __init__(self, sheet: "Sheet", link: str, step: int) -> None:
            super().__init__()
            self.sheet, self.link, self.step = sheet, link, step

    def __init__(
        self, builder: Builder | None = None, *, focusable: bool = False, id: str | None = None
    ) -> None:
        super().__init__(id=id)
        self._builder: Builder = builder or (lambda width: ())
        self._rows: list[Row] = []
        self._width = -1
        self._styles_of_roles: dict[str, Style] = {}
        self.can_focus = focusable
        self.cursor = ""
        """The link under the cursor; empty for none."""
        self.led = False
        """A line for typed words has the keys and leads the cursor of this sheet."""

    def show(self, builder: Builder, cursor: str | None = None) -> None:
        """Show other rows; the cursor stays where it is if that link is still there.

        Those around it are told at once, not when nothing else is left to do: a layout in between would give these
        rows the room of the rows before.
        """
        self._builder = builder
        self._width = -1
        if cursor is not None:
            self.cursor = cursor
        self.clear_cached_dimensions()
        self.refresh(layout=True)
        self._check_refresh()

    def redraw(self) -> None:
        """Build the rows again; for changes that leave their number as it was."""
        self._width = -1
        self.refresh()

    def rows(self, width: int) -> list[Row]:
        """The rows for this width."""
        if width != self._width:
            self._rows = list(self._builder(width))
            self._width = width
            found = links_of(self._rows)
            if self.can_focus and found and self.cursor not in found:
                self.cursor = found[0]
                self._rows = list(self._builder(width))
        return self._rows

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """As many lines as there are rows."""
        return len(self.rows(width))

    def notify_style_update(self) -> None:
        """Another theme: look the styles up again."""
        self._styles_of_roles.clear()
        super().notify_style_update()

    def _style(self, role: str, link: str) -> Style:
        here = bool(link) and stop_of(link) == self.cursor and (self.has_focus or self.led)
        key = f"{role} selected" if here else role
        found = self._styles_of_roles.get(key)
        if found is None:
            native = self.app.native_ansi_color
            found = self.rich_style + role_style(role, self.app.theme_variables, key != role, native)
            self._styles_of_roles[key] = found
        return found

    def render_line(self, y: int) -> Strip:
        """One painted line."""
        width = self.size.width
        rows = self.rows(width)
        blank = self.rich_style
        if not 0 <= y < len(rows):
            return Strip.blank(width, blank)
        return safe_text.strip(cut(under_cursor(rows[y], self.cursor), width), width, self._style, blank)

    def link_at(self, x: int, y: int) -> str:
        """The link of the span at that cell; empty for none."""
        rows = self.rows(self.size.width)
        if not 0 <= y < len(rows):
            return ""
        reached = 0
        for span in rows[y]:
            reached += cell_width(span.text)
            if x < reached:
                return span.link
        return ""

    def line_of(self, link: str) -> int | None:
        """The first line on which a link stands."""
        for place, row in enumerate(self.rows(self.size.width)):
            if any(span.link == link for span in row):
                return place
        return None

    def action_move(self, step: int) -> None:
        """Move the cursor to the next link, or scroll where there is none."""
        found = links_of(self.rows(self.size.width))
        if not found or self.cursor not in found or not self._in_view(self.cursor):
            self._scroll(step)
            return
        place = found.index(self.cursor) + step
        if not 0 <= place < len(found):
            self._scroll(step)
            return
        self.move_to(found[place])

    def move_to(self, link: str) -> None:
        """Put the cursor on a link and bring its line into view."""
        self.cursor = link
        self.redraw()
        self.reveal(link)
        self.post_message(self.Moved(self, link))

    def reveal(self, link: str) -> None:
        """Scroll so far that the line of a link is seen, with a line around it."""
        self.reveal_lines(self.line_of(link), 1)

    def reveal_lines(self, line: int | None, count: int) -> None:
        """Scroll so far that so many lines from this one on are seen, with a line around them."""
        container = self._container()
        if line is None or container is None:
            return
        top = self.region.y - container.region.y + round(container.scroll_y) + line
        region = Region(0, max(0, top - 1), max(1, container.size.width), count + 2)
        container.scroll_to_region(region, animate=False, force=True)

    def _container(self) -> Widget | None:
        """The nearest widget around this one that scrolls."""
        around = (one for one in self.ancestors if isinstance(one, ScrollableContainer))
        return next(around, None)

    def _in_view(self, link: str) -> bool:
        """The line of a link is seen; where it is not, the person is reading, and the arrows scroll."""
        line, container = self.line_of(link), self._container()
        if line is None or container is None:
            return True
        top = self.region.y - container.region.y + line
        return 0 <= top < container.size.height

    def _scroll(self, step: int) -> None:
        container = self._container()
        if container is not None:
            self._go_to_line(round(container.scroll_y) + step, step)

    def action_page(self, step: int) -> None:
        """A page up or down; the cursor comes along."""
        container = self._container()
        if container is not None:
            height = max(1, container.size.height - 2)
            self._go_to_line(round(container.scroll_y) + step * height, step)

    def action_edge(self, step: int) -> None:
        """To the beginning or the end; the cursor comes along."""
        container = self._container()
        if container is not None:
            self._go_to_line(0 if step < 0 else container.max_scroll_y, -step, to_the_end=True)

    def _go_to_line(self, top: int, step: int, to_the_end: bool = False) -> None:
        """Scroll, and put a cursor that is out of view (or that goes to an end) on a link that is in view."""
        container = self._container()
        if container is None:
            return
        top = max(0, min(container.max_scroll_y, top))
        origin = self.region.y - container.region.y + round(container.scroll_y)
        container.scroll_to(y=top, animate=False, force=True)
        seen = self.rows(self.size.width)[max(0, top - origin) : top - origin + container.size.height]
        found = links_of(seen)
        if found and (to_the_end or self.cursor not in found):
            self.cursor = found[0 if step > 0 else -1]
            self.redraw()
            self.post_message(self.Moved(self, self.cursor))

    def action_choose(self) -> None:
        """Choose the link under the cursor; one that is out of view is shown first."""
        if self.cursor and self.cursor in links_of(self.rows(self.size.width)) and self._shown_first():
            self.post_message(self.Chosen(self, self.cursor))

    def action_adjust(self, step: int) -> None:
        """Less or more of what is under the cursor; of what is out of view nothing."""
        if self.cursor and self._shown_first():
            self.post_message(self.Adjusted(self, self.cursor, step))

    def _shown_first(self) -> bool:
        """Whether the link under the cursor was in view; else it is brought there."""
        seen = self._in_view(self.cursor)
        if not seen:
            self.move_to(self.cursor)
        return seen

    def on_click(self, event: events.Click) -> None:
        """A click on a link chooses it."""
        link = self.link_at(event.x, event.y)
        if link:
            event.stop()
            if self.can_focus:
                self.cursor = link
                self.refresh()
            self.post_message(self.Chosen(self, link, clicked=True))

    def on_focus(self) -> None:
        """The cursor shows only where the keys go."""
        self.refresh()

    def on_blur(self) -> None:
        """See `on_focus`."""
        self.refresh()


class Spot(NamedTuple):
    """Where a link begins."""

    link: str
    x: int
    y: int


class Plane(Sheet):
    """A sheet whose links stand in columns: up and down stay in their column, left and right in their row."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("left", "aside(-1)", show=False),
        Binding("right", "aside(1)", show=False),
    ]

    def spots(self) -> list[Spot]:
        """Every link, where it is first met."""
        found: dict[str, Spot] = {}
        for y, row in enumerate(self.rows(self.size.width)):
            x = 0
            for span in row:
                if span.link and span.link not in found:
                    found[span.link] = Spot(span.link, x, y)
                x += cell_width(span.text)
        return list(found.values())

    def action_move(self, step: int) -> None:
        """To the nearest link of the next row that has any; past the last one the page scrolls."""
        spots = self.spots()
        here = next((spot for spot in spots if spot.link == self.cursor), None)
        if here is None:
            super().action_move(step)
            return
        beyond = [spot for spot in spots if (spot.y - here.y) * step > 0]
        if not beyond:
            self._scroll(step)
            return
        row = min(beyond, key=lambda spot: abs(spot.y - here.y)).y
        self.move_to(
            min((spot for spot in beyond if spot.y == row), key=lambda spot: abs(spot.x - here.x)).link
        )

    def action_aside(self, step: int) -> None:
        """To the next link of the same row."""
        spots = self.spots()
        here = next((spot for spot in spots if spot.link == self.cursor), None)
        same = [spot for spot in spots if here and spot.y == here.y and (spot.x - here.x) * step > 0]
        if here is not None and same:
            self.move_to(min(same, key=lambda spot: abs(spot.x - here.x)).link)
