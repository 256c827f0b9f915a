"""What stands at an open question of one kind: what is under the cursor, what is picked, what enter means."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any, ClassVar, Self

from aijri_engine.interview.form import Asked, Choice, GridRow
from aijri_engine.interview.kinds import kind_of
from aijri_tui.screen.kit.rows import Row, hung

Offers = tuple[tuple[str, Any], ...]


@dataclass(frozen=True)
class Editor:
    """How one kind of question is filled in. A new kind is a class like this and its line in `editors.editor_for`."""

    asked: Asked
    offers: Offers = ()
    """Readings or remedies offered after something was not clear."""
    place: int = -1
    """-1 while nothing is under the cursor: no option is suggested."""

    prompt: ClassVar[str]
    """What stands in the line while nothing is typed; `{example}` is a sentence that divides these rows."""
    hint: ClassVar[str] = ""
    """How it is answered by keys."""
    put_together: ClassVar[bool] = False
    """The answer is put together before it is given: `done` is offered."""
    has_options: ClassVar[bool] = False
    """Options or rows stand between the question and the line."""
    divides: ClassVar[bool] = False
    """Time is divided over rows, in the widget for that."""
    selected: ClassVar[bool] = False
    """What stands in the line at first is selected, so that typing replaces it."""

    @classmethod
    def begin(cls, asked: Asked, value: Any) -> Self:
        """What stands there at first, with the answer the question had."""
        return cls(asked)

    # ---------------------------------------------------------------- what only some kinds have

    def given(self) -> Any:
        """The answer as it is picked; None while there is none, or where it stands in the line."""
        return None

    @property
    def choices(self) -> tuple[Choice, ...]:
        """Options the cursor goes through."""
        return ()

    @property
    def row(self) -> GridRow | None:
        """The grid row under the cursor."""
        return None

    @property
    def own_size(self) -> int:
        """Places of the cursor before the offers."""
        return len(self.choices)

    def own_link(self) -> str:
        """The link under the cursor, where that is no offer."""
        return ""

    def own_rows(self, width: int) -> list[Row]:
        """The options, or the rows of a grid."""
        return []

    def key(self, key: str) -> Self | None:
        """After a key that means something to this kind alone."""
        return None

    def letter(self, typed: str) -> Self | None:
        """After one letter that picks something without sending it."""
        return None

    def clicked(self, link: str) -> Self | None:
        """After a click that picks something without sending it; None where the click means something else."""
        return None

    def click_answer(self, option: str) -> Any:
        """The answer that a click on an option gives at once; None where it gives none."""
        return None

    def with_parts(self, said: Any) -> Self:
        """With the parts of an answer that were understood from words."""
        return self

    def parts(self) -> dict[str, str] | list[str] | None:
        """Parts of the answer picked so far, where they may be sent before all are there."""
        return None

    def onward(self) -> Self | None:
        """The cursor on what is still to be filled in before enter sends; None where nothing is."""
        return None

    def picks(self) -> object:
        """What was picked, to see whether it changed."""
        return None

    def line_words(self, value: Any) -> str:
        """The answer it had, where it stands in the line."""
        return ""

    def refusal(self) -> str:
        """Why enter cannot send what is here even where the question has an answer; empty where it can."""
        return ""

    def nothing(self) -> str:
        """What is said where enter comes with nothing; empty where the question may be left open so."""
        return kind_of(self.asked.question.kind).nothing_given

    # ---------------------------------------------------------------- what all have

    @property
    def size(self) -> int:
        """Places the cursor can be at."""
        return self.own_size + len(self.offers)

    @property
    def offer(self) -> tuple[str, Any] | None:
        """The offer under the cursor."""
        number = self.place - self.own_size
        return self.offers[number] if 0 <= number < len(self.offers) else None

    @property
    def link(self) -> str:
        """The link under the cursor; empty while there is none."""
        if self.place < 0:
            return ""
        return f"offer:{self.place - self.own_size}" if self.offer is not None else self.own_link()

    def value(self) -> Any:
        """The offer under the cursor, else the answer as it is picked; None while there is none."""
        return self.offer[1] if self.offer is not None else self.given()

    def move(self, step: int) -> Self:
        """Up or down, round at the ends."""
        if not self.size:
            return self
        if self.place < 0 and self.offers:
            return replace(self, place=self.own_size if step > 0 else self.size - 1)
        if self.place < 0:
            return replace(self, place=0 if step > 0 else self.size - 1)
        return replace(self, place=(self.place + step) % self.size)

    def turned(self, key: str) -> Self | None:
        """After an arrow or space; None for other keys, and where the key means nothing here."""
        return self.move(-1 if key == "up" else 1) if key in ("up", "down") else self.key(key)

    def with_offers(self, offers: Offers) -> Self:
        """With offers to pick from; none of them is under the cursor before an arrow was pressed."""
        place = -1 if offers else min(self.place, self.own_size - 1)
        return replace(self, offers=offers, place=place)


def offer_rows(state: Editor, width: int, numbered: bool = True) -> Sequence[Row]:
    """What is offered instead, by number where numbers pick."""
    rows: list[Row] = []
    for number, (label, _) in enumerate(state.offers):
        here = state.offer is not None and state.offers[number] == state.offer
        head = f"{'› ' if here else '  '}{f'{number + 1}  ' if numbered else ''}"
        rows += hung(head, label, width, "strong" if here else "accent", f"offer:{number}")
    return rows
