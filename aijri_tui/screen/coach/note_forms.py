"""A note about a client: private unless something else is chosen."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from aijri_tui.screen.coach.client_form import CardForm
from aijri_tui.screen.kit.form_lines import Line
from aijri_tui.screen.kit.form_page import needed
from aijri_tui.screen.kit.store_calls import at_the_desk

if TYPE_CHECKING:
    from aijri_engine.store import NoteRow
    from aijri_tui.screen.coach.client import CardScreen

READERS = (
    ("private", "private: for you alone; it enters no report and no file"),
    ("shared", "shared: the client has it too, in reports and hand-over files"),
    ("reading", "your reading of a result: shared, and marked as yours"),
)

DONE = {
    "private": "Noted, private.",
    "shared": "Noted, shared with the client.",
    "reading": "Noted as your reading, shared with the client.",
}


class NoteScreen(CardForm):
    """A text and who may read it."""

    where = "a note"
    act = "Write it down"
    leave_words = "Back, without a note"

    def sentences(self) -> tuple[str, ...]:
        """What a private note is, in law too."""
        return (
            "What do you want to remember?",
            "Private notes are in no report, though the law may give the client a right to ask for them.",
        )

    def lines(self) -> tuple[Line, ...]:
        """The text; who reads it."""
        return (
            Line("body", "note", hint="as little as the work needs", several=True),
            Line("readers", "who reads it", "private", options=READERS),
        )

    async def carry_out(self, values: Mapping[str, str]) -> None:
        """Write it down."""
        needed(values, body="Nothing was written yet; a few words are enough.")
        body, readers = values["body"], values["readers"]
        await at_the_desk(
            self.aijri,
            lambda store: store.roster.note(
                self.card.client, body, private=readers == "private", reading=readers == "reading"
            ),
        )
        self.done(DONE[readers])


class CorrectScreen(CardForm):
    """Other words for a note that was written down."""

    where = "correct a note"
    act = "Write it like this"
    leave_words = "Back, the note stays as it was"

    def __init__(self, card: "CardScreen", note: "NoteRow") -> None:
        super().__init__(card)
        self.note = note

    def sentences(self) -> tuple[str, ...]:
        """What is kept of it."""
        return ("What should the note say?", "These words take the place of the old; who reads it stays.")

    def lines(self) -> tuple[Line, ...]:
        """The words as they are."""
        return (Line("body", "note", self.note.body, hint="as little as the work needs", several=True),)

    async def carry_out(self, values: Mapping[str, str]) -> None:
        """Put them in its place."""
        needed(values, body="Nothing is written. A note that is not wanted can be removed on the card.")
        body = values["body"]
        await at_the_desk(
            self.aijri, lambda store: store.roster.rewrite_note(self.card.client, self.note.id, body)
        )
        self.done("The note is corrected.")
