"""A form about the client of a card."""

from collections.abc import Mapping
from datetime import date
from typing import TYPE_CHECKING

from aijri_tui.screen.kit.dates import day_in, refused_day
from aijri_tui.screen.kit.form_page import FormScreen
from aijri_tui.screen.kit.store_calls import RefusedError

if TYPE_CHECKING:
    from aijri_tui.screen.coach.client import CardScreen
    from aijri_tui.screen.coach.client_rows import Seen


class CardForm(FormScreen):
    """A form about the client of a card."""

    def __init__(self, card: "CardScreen") -> None:
        super().__init__()
        self.card = card

    @property
    def seen(self) -> "Seen":
        """What the card shows."""
        assert self.card.seen is not None
        return self.card.seen

    @property
    def today(self) -> date:
        """By the clock of the store."""
        return date.fromisoformat(self.seen.today)

    def state_words(self) -> str:
        """Whose."""
        return self.seen.card.client.alias

    def day(self, values: Mapping[str, str], line: str) -> date:
        """The day typed on a line. Raises `RefusedError` with how one is typed."""
        found = day_in(values[line], self.today)
        if found is None:
            raise RefusedError(refused_day(values[line], self.today), line)
        return found

    def done(self, words: str) -> None:
        """Back to the card, which says so."""
        self.app.pop_screen()
        self.card.tell(words)
