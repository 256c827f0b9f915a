"""Things one cell wide that paint their cells directly: a scroll bar and an upright line.

By way of renderables and borders they took a third of every paint.
"""

from collections.abc import Sequence
from math import ceil

from textual.color import Color
from textual.containers import VerticalScroll
from textual.geometry import Region
from textual.scrollbar import ScrollBar
from textual.strip import Strip
from textual.widget import Widget

from aijri_tui.screen.kit import safe_text
from aijri_tui.screen.kit.rows import Span

State = tuple[int, int, int, float, Color, Color]


class ThinBar(ScrollBar):
    """Looks and works like any vertical scroll bar."""

    _painted_for: State | None = None
    _cells: Sequence[Strip] = ()
    """The cells from top to bottom."""

    def render_lines(self, crop: Region) -> list[Strip]:
        """The cells that are asked for; nothing surrounds them that would have to be drawn."""
        state = self._state()
        if state != self._painted_for:
            bar = self._bar(*state)
            self._painted_for = state
            self._cells = [bar.crop(y, y + 1) for y in range(bar.cell_length)]
        blank = Strip.blank(1)
        return [self._cells[y] if y < len(self._cells) else blank for y in range(crop.y, crop.bottom)]

    def _state(self) -> State:
        assert self.parent is not None
        styles = self.parent.styles
        if self.grabbed:
            behind, bar = styles.scrollbar_background_active, styles.scrollbar_color_active
        elif self.mouse_over:
            behind, bar = styles.scrollbar_background_hover, styles.scrollbar_color_hover
        else:
            behind, bar = styles.scrollbar_background, styles.scrollbar_color
        if behind.a < 1:
            behind = self.parent.background_colors[0] + behind
        window = self.window_size if self.window_size < self.window_virtual_size else 0
        return (
            self.size.height,
            ceil(self.window_virtual_size),
            ceil(window),
            self.position,
            behind,
            behind + bar,
        )

    def _bar(self, height: int, virtual: int, window: int, at: float, behind: Color, bar: Color) -> Strip:
        colours = behind.rich_color, bar.rich_color
        return Strip(self.renderer.render_bar(height, virtual, window, at, 1, True, *colours).segments)


class ThinlyScrolled(VerticalScroll):
    """A container that scrolls with such a bar."""

    @property
    def vertical_scrollbar(self) -> ScrollBar:
        """The bar, made when it is first asked for."""
        if self._vertical_scrollbar is None:
            self._vertical_scrollbar = ThinBar(vertical=True, name="vertical", thickness=1)
            self._vertical_scrollbar.display = False
            self.app._start_widget(self, self._vertical_scrollbar)
        return self._vertical_scrollbar


class Upright(Widget):
    """A thin line from top to bottom, between two columns."""

    DEFAULT_CSS = "Upright { width: 1; height: 100%; color: $aijri-rule; }"

    def render_lines(self, crop: Region) -> list[Strip]:
        """The same cell on every line."""
        style = self.rich_style
        return [safe_text.strip((Span("│"),), 1, lambda role, link: style, style)] * crop.height
