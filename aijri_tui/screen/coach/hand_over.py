"""A file the client takes along, and taking one over."""

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from aijri_engine.files.typed_path import typed_path
from aijri_tui.report_files import free_path
from aijri_tui.screen.coach.client_forms import ClientForm
from aijri_tui.screen.coach.client_rows import Seen
from aijri_tui.screen.kit.form_lines import Line
from aijri_tui.screen.kit.form_page import needed
from aijri_tui.screen.kit.shell import RefusedError, with_store
from aijri_tui.screen.kit.taking_in import taken_in, told_of

if TYPE_CHECKING:
    from aijri_engine.store import Store

FILE_NAME = "aijri-handover.age"
"""Proposed; without anything personal in it."""


class HandOverScreen(ClientForm):
    """Who gets it, where it is written, a passphrase typed twice."""

    where = "hand over"
    act = "Write the file"
    leave_words = "Back, without a file"
    working = "The file is being written ..."

    about = (
        "A file for the client to take along",
        (
            "It holds the sessions, the shared notes and the plan, encrypted; no private note is in it. It is for "
            "the client, and for nobody else unless the client says so."
        ),
    )

    def lines(self) -> tuple[Line, ...]:
        """Recipient, file, passphrase."""
        return (
            Line("recipient", "who receives it", self.seen.card.client.alias),
            Line("path", "file", str(free_path(Path.cwd(), FILE_NAME))),
            Line("passphrase", "passphrase", hint="chosen by who receives it; not shown", hidden=True),
            Line("again", "once more", hint="the same again", hidden=True),
        )

    async def carry_out(self, values: Mapping[str, str]) -> str:
        """Write it; from then on the card says who has it."""
        needed(
            values, recipient="Who receives it? The card shows it from then on.", path="Where does the file go?",
            passphrase="A passphrase is needed; without it nobody opens the file.",
        )  # fmt: skip
        if values["passphrase"] != values["again"]:
            raise RefusedError("The two passphrases differ. Type the same one twice.", "again")
        target = typed_path(values["path"])
        from aijri_engine.store import hand_over, left_out_of

        def write(store: "Store") -> str:
            path = hand_over(store, self.client, target, values["passphrase"], values["recipient"])
            told = f"Written: {path}. Tell the passphrase by another way than the file."
            return " ".join((told, *left_out_of(store, self.client)))

        return await with_store(self.aijri, write)


class TakeOverScreen(ClientForm):
    """Which file, and its passphrase."""

    where = "import a file"
    act = "Take it over"
    leave_words = "Back, without taking anything over"
    working = "The file is being read ..."

    about = (
        "A file of this client",
        (
            "What the client's page gave (.age), answers (.yaml), or a hand-over file with sessions, shared notes "
            "and plan. It is kept under this client; what is here already stays."
        ),
    )

    fields = (
        Line("path", "file", hint="where the file is"),
        Line("passphrase", "passphrase", hint="of a hand-over file; not shown", hidden=True),
    )

    async def carry_out(self, values: Mapping[str, str]) -> str:
        """Take it in."""
        needed(values, path="Which file?")
        source = typed_path(values["path"])
        return told_of(await taken_in(self.aijri, source, values["passphrase"], self.client))


class GivenScreen(ClientForm):
    """Who received a file that was made here."""

    where = "who has it"
    act = "Show it on the card"
    leave_words = "Back, nobody received it"

    def __init__(self, seen: Seen, path: str) -> None:
        super().__init__(seen)
        self.path = path

    def sentences(self) -> tuple[str, ...]:
        """Which file, and why it is asked."""
        return (
            "Who received this file?",
            self.path,
            "Nobody should have it unless the client says so. The card shows from then on who does.",
        )

    fields = (Line("recipient", "who received it", hint="the client, or whom the client named"),)

    async def carry_out(self, values: Mapping[str, str]) -> str:
        """Remember it."""
        needed(values, recipient="Nobody was named. Say who received the file.")
        row = await with_store(
            self.aijri, lambda store: store.roster.hand_on(self.client, self.path, values["recipient"])
        )
        return f"Noted: {row.sharing}."
