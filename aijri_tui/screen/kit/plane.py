"""A sheet whose links stand in columns: the arrows go where they point."""

from typing import ClassVar, NamedTuple

from textual.binding import Binding, BindingType

from aijri_engine.text import cell_width
from aijri_tui.screen.kit.sheet import Sheet


class Spot(NamedTuple):
    """Where a link begins."""

    link: str
    x: int
    y: int


class Plane(Sheet):
    """Up and down stay in their column, left and right in their row."""

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
