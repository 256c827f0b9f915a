"""Choosing among options and grid rows: pure state of the open question, and its rows."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from aijri_engine.interview.form import Asked, Choice, GridRow
from aijri_engine.interview.values import UNKNOWN
from aijri_engine.text import cell_width, pad
from aijri_tui.screen.kit.rows import EMPTY, Row, Span, hung

YES_NO = (Choice("yes", "Yes", "yes", "a"), Choice("no", "No", "no", "b"))

NAME_WIDTH = 16
"""Cells for the names of grid rows [ours]."""


@dataclass(frozen=True, slots=True)
class Choosing:
    """What is under the cursor and what is picked, at one question."""

    asked: Asked
    offers: tuple[tuple[str, Any], ...] = ()
    """Readings or remedies offered after something was not clear."""
    place: int = -1
    """-1 while nothing is under the cursor: no option is suggested."""
    picked: frozenset[str] = frozenset()
    """Options of a multiple choice; in a choice the answer it had."""
    grid: Mapping[str, str] = field(default_factory=dict)
    """Row to option."""

    @property
    def choices(self) -> tuple[Choice, ...]:
        """The options; yes and no for such a question."""
        return YES_NO if self.asked.question.kind == "yes_no" else self.asked.choices

    @property
    def kind(self) -> str:
        """Kind of the question."""
        return self.asked.question.kind

    @property
    def size(self) -> int:
        """Places the cursor can be at."""
        return self._own_size + len(self.offers)

    @property
    def _own_size(self) -> int:
        return len(self.asked.rows) if self.kind == "grid" else len(self.choices)

    @property
    def offer(self) -> tuple[str, Any] | None:
        """The offer under the cursor."""
        number = self.place - self._own_size
        return self.offers[number] if 0 <= number < len(self.offers) else None

    @property
    def link(self) -> str:
        """The link under the cursor, on the sheet of options; empty while there is none."""
        if self.place < 0:
            return ""
        if self.offer is not None:
            return f"offer:{self.place - self._own_size}"
        if self.row is not None:
            return f"pick:{self.row.id}:{self.row.choices[0].id}"
        return f"option:{self.choices[self.place].id}" if self.place < len(self.choices) else ""

    def move(self, step: int) -> "Choosing":
        """Up or down, round at the ends."""
        if not self.size:
            return self
        if self.place < 0 and self.offers:
            return replace(self, place=self._own_size if step > 0 else self.size - 1)
        if self.place < 0:
            return replace(self, place=0 if step > 0 else self.size - 1)
        return replace(self, place=(self.place + step) % self.size)

    def with_offers(self, offers: tuple[tuple[str, Any], ...]) -> "Choosing":
        """With offers to pick from; none of them is under the cursor before an arrow was pressed."""
        bare = replace(self, offers=())
        place = -1 if offers else min(self.place, bare.size - 1)
        return replace(bare, offers=offers, place=place)

    def toggle(self, option: str | None = None) -> "Choosing":
        """Pick or drop an option of a multiple choice; one that stands alone drops the others."""
        if option is None and not 0 <= self.place < len(self.choices):
            return self.move(1)
        chosen = (
            self.choices[self.place] if option is None else next(c for c in self.choices if c.id == option)
        )
        if chosen.id in self.picked:
            return replace(self, picked=self.picked - {chosen.id})
        if chosen.exclusive:
            return replace(self, picked=frozenset({chosen.id}))
        alone = {choice.id for choice in self.choices if choice.exclusive}
        return replace(self, picked=(self.picked - alone) | {chosen.id})

    def turn(self, step: int) -> "Choosing":
        """The next or the previous option of the grid row under the cursor."""
        row = self.row
        if row is None:
            return self
        ids = [choice.id for choice in row.choices]
        now = self.grid.get(row.id)
        place = ids.index(now) + step if now in ids else (0 if step > 0 else len(ids) - 1)
        return self.pick(row.id, ids[max(0, min(len(ids) - 1, place))])

    def turned(self, key: str) -> "Choosing | None":
        """After an arrow or space; None for other keys, and where the key means nothing here."""
        if key in ("up", "down"):
            return self.move(-1 if key == "up" else 1)
        if key in ("left", "right") and self.row is not None:
            return self.turn(-1 if key == "left" else 1)
        return self.toggle() if key == "space" and self.kind == "multi" and self.offer is None else None

    def pick(self, row: str, option: str) -> "Choosing":
        """An option of a grid row."""
        places = [one.id for one in self.asked.rows]
        return replace(self, grid={**self.grid, row: option}, place=places.index(row))

    def pick_letter(self, letter: str) -> "Choosing | None":
        """An option of the grid row under the cursor by its letter or number; None when there is none."""
        row = self.row
        wanted = letter.strip().casefold()
        if row is None:
            return None
        for number, choice in enumerate(row.choices, 1):
            if wanted in (choice.letter, str(number)):
                return self.pick(row.id, choice.id).next_row()
        return None

    def next_row(self) -> "Choosing":
        """The cursor on the next row without an answer, if there is one."""
        missing = self.missing
        if not missing:
            return self
        places = [row.id for row in self.asked.rows]
        after = [places.index(row.id) for row in missing]
        later = [place for place in after if place > self.place]
        return replace(self, place=(later or after)[0])

    @property
    def row(self) -> GridRow | None:
        """The grid row under the cursor."""
        in_rows = self.kind == "grid" and 0 <= self.place < len(self.asked.rows)
        return self.asked.rows[self.place] if in_rows else None

    def with_grid(self, rows: Mapping[str, Any]) -> "Choosing":
        """With these rows answered; the cursor goes to the next one that is not."""
        known = {str(row): str(value) for row, value in rows.items() if value not in UNKNOWN}
        return replace(self, grid=known).next_row()

    @property
    def missing(self) -> list[GridRow]:
        """Grid rows without an answer."""
        return [row for row in self.asked.rows if row.id not in self.grid]

    def value(self) -> Any:
        """The answer as picked; None while there is none."""
        if self.offer is not None:
            return self.offer[1]
        if self.kind == "multi":
            return [choice.id for choice in self.choices if choice.id in self.picked] or None
        if self.kind == "grid":
            return dict(self.grid) or None
        if 0 <= self.place < len(self.choices):
            chosen = self.choices[self.place].id
            return chosen == "yes" if self.kind == "yes_no" else chosen
        return None


def start(asked: Asked, value: Any) -> Choosing:
    """The state for a question, with the answer it had."""
    state = Choosing(asked, place=0 if asked.question.kind == "grid" else -1)
    if isinstance(value, bool):
        return replace(state, place=0 if value else 1)
    if isinstance(value, str) and asked.choices:
        ids = [choice.id for choice in asked.choices]
        return replace(state, place=ids.index(value), picked=frozenset({value})) if value in ids else state
    if isinstance(value, (tuple, list)):
        ids = [choice.id for choice in asked.choices]
        first = next((ids.index(one) for one in value if one in ids), -1)
        place = first if asked.question.kind == "multi" else -1
        return replace(state, picked=frozenset(map(str, value)), place=place)
    if isinstance(value, Mapping) and asked.question.kind == "grid":
        return replace(state, grid={str(k): str(v) for k, v in value.items() if v not in UNKNOWN})
    return state


# -------------------------------------------------------------------- rows


def option_rows(state: Choosing, width: int) -> list[Row]:
    """Options or grid rows, then offers."""
    return _grid_rows(state, width) if state.kind == "grid" else _choice_rows(state, width)


def _choice_rows(state: Choosing, width: int) -> list[Row]:
    rows: list[Row] = []
    for place, choice in enumerate(state.choices):
        here = place == state.place and state.offer is None
        box = ("[x] " if choice.id in state.picked else "[ ] ") if state.kind == "multi" else ""
        head = f"{'› ' if here else '  '}{choice.letter}  {box}"
        role = "strong" if here else "text"
        chosen = state.kind == "choice" and choice.id in state.picked
        label = f"{choice.label}  (your answer)" if chosen else choice.label
        rows += hung(head, label, width, role, f"option:{choice.id}")
    return rows


def offer_rows(state: Choosing, width: int, numbered: bool = True) -> list[Row]:
    """What is offered instead, by number where numbers pick."""
    rows: list[Row] = []
    for number, (label, _) in enumerate(state.offers):
        here = state.offer is not None and state.offers[number] == state.offer
        head = f"{'› ' if here else '  '}{f'{number + 1}  ' if numbered else ''}"
        rows += hung(head, label, width, "strong" if here else "accent", f"offer:{number}")
    return rows


def _grid_rows(state: Choosing, width: int) -> list[Row]:
    rows: list[Row] = []
    for place, row in enumerate(state.asked.rows):
        here = place == state.place and state.offer is None
        inline = NAME_WIDTH + 2 + sum(cell_width(choice.name) + 4 for choice in row.choices) <= width
        rows += _grid_line(state, row, here, width) if inline else _grid_stack(state, row, here, width)
    return rows


def _grid_line(state: Choosing, row: GridRow, here: bool, width: int) -> list[Row]:
    spans = [
        Span("› " if here else "  ", "accent"),
        Span(pad(row.short, NAME_WIDTH), "strong" if here else "text"),
    ]
    for choice in row.choices:
        picked = state.grid.get(row.id) == choice.id
        role = "strong" if picked else "muted"
        spans.append(
            Span(f"{'●' if picked else '○'} {_small(choice.name)}  ", role, f"pick:{row.id}:{choice.id}")
        )
    return [tuple(spans)]


def _grid_stack(state: Choosing, row: GridRow, here: bool, width: int) -> list[Row]:
    rows: list[Row] = [
        *([EMPTY] if row is not state.asked.rows[0] else []),
        *hung("› " if here else "  ", row.label, width, "strong" if here else "text", ""),
    ]
    for choice in row.choices:
        picked = state.grid.get(row.id) == choice.id
        head = f"    {'●' if picked else '○'} {choice.letter}  "
        rows += hung(head, choice.label, width, "strong" if picked else "muted", f"pick:{row.id}:{choice.id}")
    return rows


def _small(words: str) -> str:
    return words[:1].lower() + words[1:] if words[1:2].islower() or words[1:2] == " " else words


def hints_of(asked: Asked) -> Sequence[str]:
    """How this kind of question is answered by keys, in a few words."""
    return {
        "choice": ("↑↓ and enter, a letter, or your own words",),
        "multi": ("space picks, enter goes on; or your own words",),
        "yes_no": ("↑↓ and enter, or yes, no",),
        "grid": ("↑↓ row, ←→ answer, enter goes on; or words such as “all b”",),
        "split": ("digits, ←→ or the mouse; space keeps a row; F6 hours; F7 gives the rest to empty rows",),
    }.get(asked.question.kind, ())
