"""Grids: one option for each of several rows."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any, ClassVar, Self

from aijri_engine.interview.form import Asked, GridRow
from aijri_engine.interview.values import UNKNOWN
from aijri_engine.text import cell_width, lowered, pad
from aijri_tui.screen.interview.editors.editor import Editor
from aijri_tui.screen.interview.editors.options import PICK_OPTION
from aijri_tui.screen.kit.rows import EMPTY, Row, Span, hung

NAME_WIDTH = 16
"""Cells for the names of grid rows [ours]."""

PICK_ROW = "Pick with ← and →, or type a letter; `skip` leaves it unanswered."


@dataclass(frozen=True)
class GridEditor(Editor):
    """One option a row."""

    prompt: ClassVar[str] = "or in your own words"
    grid: Mapping[str, str] = field(default_factory=dict)
    """Row to option."""

    hint: ClassVar[str] = "↑↓ row, ←→ answer, enter goes on; or words such as “all b”"
    put_together: ClassVar[bool] = True
    has_options: ClassVar[bool] = True

    @classmethod
    def begin(cls, asked: Asked, value: Any) -> Self:
        return cls(asked, place=0, grid=_known(value) if isinstance(value, Mapping) else {})

    @property
    def own_size(self) -> int:
        return len(self.asked.rows)

    @property
    def row(self) -> GridRow | None:
        return self.asked.rows[self.place] if 0 <= self.place < len(self.asked.rows) else None

    @property
    def missing(self) -> list[GridRow]:
        """Rows without an answer."""
        return [row for row in self.asked.rows if row.id not in self.grid]

    def own_link(self) -> str:
        return f"pick:{self.row.id}:{self.row.choices[0].id}" if self.row is not None else ""

    def given(self) -> Any:
        return dict(self.grid) or None

    def parts(self) -> dict[str, str]:
        return dict(self.grid)

    def picks(self) -> object:
        return self.grid

    def refusal(self) -> str:
        return PICK_ROW if self.row is not None and self.row.id not in self.grid else ""

    def nothing(self) -> str:
        return PICK_OPTION

    def onward(self) -> Self | None:
        return self._next_row() if self.missing else None

    def with_parts(self, said: Mapping[str, Any]) -> Self:
        after = replace(self, grid=_known(said))
        return after if after.refusal() else after._next_row()

    def key(self, key: str) -> Self | None:
        if key not in ("left", "right") or self.row is None:
            return None
        step = -1 if key == "left" else 1
        ids = [choice.id for choice in self.row.choices]
        now = self.grid.get(self.row.id)
        place = ids.index(now) + step if now in ids else (0 if step > 0 else len(ids) - 1)
        return self._pick(self.row.id, ids[max(0, min(len(ids) - 1, place))])

    def letter(self, typed: str) -> Self | None:
        """An option of the row under the cursor by its letter or number, unless that is the number of an offer."""
        wanted = typed.strip().casefold()
        if self.row is None or len(wanted) != 1 or (self.offers and wanted.isdigit()):
            return None
        for number, choice in enumerate(self.row.choices, 1):
            if wanted in (choice.letter, str(number)):
                return self._pick(self.row.id, choice.id)._next_row()
        return None

    def clicked(self, link: str) -> Self | None:
        kind, _, rest = link.partition(":")
        row, _, option = rest.partition(":")
        return self._pick(row, option) if kind == "pick" else None

    def _pick(self, row: str, option: str) -> Self:
        places = [one.id for one in self.asked.rows]
        return replace(self, grid={**self.grid, row: option}, place=places.index(row))

    def _next_row(self) -> Self:
        """The cursor on the next row without an answer, if there is one."""
        places = [row.id for row in self.asked.rows]
        after = [places.index(row.id) for row in self.missing]
        later = [place for place in after if place > self.place]
        return replace(self, place=(later or after)[0]) if after else self

    # ---------------------------------------------------------------- rows

    def own_rows(self, width: int) -> list[Row]:
        rows: list[Row] = []
        for place, row in enumerate(self.asked.rows):
            here = place == self.place and self.offer is None
            inline = NAME_WIDTH + 2 + sum(cell_width(choice.name) + 4 for choice in row.choices) <= width
            rows += [self._line(row, here)] if inline else self._stack(row, here, width)
        return rows

    def _line(self, row: GridRow, here: bool) -> Row:
        spans = [
            Span("› " if here else "  ", "accent"),
            Span(pad(row.short, NAME_WIDTH), "strong" if here else "text"),
        ]
        for choice in row.choices:
            mark, role = self._mark(row, choice.id)
            spans.append(Span(f"{mark} {lowered(choice.name)}  ", role, f"pick:{row.id}:{choice.id}"))
        return tuple(spans)

    def _stack(self, row: GridRow, here: bool, width: int) -> list[Row]:
        rows: list[Row] = [
            *([EMPTY] if row is not self.asked.rows[0] else []),
            *hung("› " if here else "  ", row.label, width, "strong" if here else "text", ""),
        ]
        for choice in row.choices:
            mark, role = self._mark(row, choice.id)
            rows += hung(
                f"    {mark} {choice.letter}  ", choice.label, width, role, f"pick:{row.id}:{choice.id}"
            )
        return rows

    def _mark(self, row: GridRow, option: str) -> tuple[str, str]:
        return ("●", "strong") if self.grid.get(row.id) == option else ("○", "muted")


def _known(rows: Mapping[str, Any]) -> dict[str, str]:
    return {str(row): str(value) for row, value in rows.items() if value not in UNKNOWN}
