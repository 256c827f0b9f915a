"""Erasing a client for good: the alias typed, then a receipt without a name."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from aijri_engine.text import clean
from aijri_tui.screen.coach.client_forms import ClientForm
from aijri_tui.screen.kit.form_lines import Line
from aijri_tui.screen.kit.form_page import FormScreen
from aijri_tui.screen.kit.header_footer import BACK, Action
from aijri_tui.screen.kit.page import Frame
from aijri_tui.screen.kit.rows import EMPTY, Row, say, way
from aijri_tui.screen.kit.shell import RefusedError, Shell, with_store

if TYPE_CHECKING:
    from aijri_engine.store import ClientRow, Erased


class EraseScreen(FormScreen):
    """Nothing is erased before the alias is typed."""

    where = "erase for good"
    act = "Erase everything of this client"
    leave_words = "Back, nothing is erased"
    working = "Erasing: from the store, its journal, files made here and backups ..."

    def __init__(self, client: "ClientRow") -> None:
        super().__init__()
        self.client = client

    def state_words(self) -> str:
        """Whose."""
        return self.client.alias

    def sentences(self) -> tuple[str, ...]:
        """What goes, and what cannot be reached."""
        return (
            f"Erase everything kept about {self.client.alias}?",
            (
                "Sessions, notes, plan and consents go, the files made of them on this machine, and their traces in "
                "the backups kept here. It cannot be undone. What is left is a receipt that leads to nobody."
            ),
            "Documents that were handed over, and copies elsewhere, cannot be called back.",
        )

    fields = (Line("alias", "type the alias", hint="as it stands above, to be sure"),)

    async def carry_out(self, values: Mapping[str, str]) -> None:
        """Erase, and show the receipt."""
        if clean(values["alias"]).strip().casefold() != self.client.alias.casefold():
            raise RefusedError(
                f"Nothing was erased. To erase everything, type the alias: {self.client.alias}", "alias"
            )
        told = await with_store(self.aijri, lambda store: store.erase_client(self.client.id))
        leave_client(self.aijri)
        self.aijri.go("receipt", told)


class DeleteScreen(ClientForm):
    """Away from every list, for a week; then for good."""

    where = "delete"
    act = "Delete this client"
    leave_words = "Back, nothing is deleted"
    takes_away = True

    def sentences(self) -> tuple[str, ...]:
        """What goes, and how long it can be brought back."""
        return (
            f"Delete {self.seen.card.client.alias}?",
            "Sessions, notes, plan and consents go too. For a week all of it can be brought back; then it is erased.",
        )

    async def carry_out(self, values: Mapping[str, str]) -> None:
        """Delete; the list says so and offers to bring back."""
        self.aijri.deleted = await with_store(self.aijri, lambda store: store.delete_client(self.client))
        leave_client(self.aijri)


def leave_client(app: Shell) -> None:
    """Away from everything that shows a client who was deleted or erased: to the list, or to the first screen."""
    app.sitting = None
    app.back_to("clients", "deleted")


class ReceiptScreen(Frame):
    """What was erased, in numbers; what has to be deleted by hand, shown this once."""

    ACTIONS = (Action("enter", "copy the receipt"), BACK)

    def __init__(self, erased: "Erased") -> None:
        super().__init__()
        self.erased = erased

    def on_mount(self) -> None:
        """The receipt."""
        self.begin("AIJRI · receipt", "without a name")

    def _rows(self, room: int) -> list[Row]:
        rows: list[Row] = [EMPTY]
        for place, words in enumerate(self.erased.receipt.text().split("\n")):
            rows += [*say(words, room, "text" if place else "strong"), EMPTY]
        if self.erased.left:
            rows += say(
                "Left, to be deleted by hand; this list is shown now and kept nowhere:", room, "problem"
            )
            rows += [row for path in self.erased.left for row in say(str(path), room, "problem", "  ")]
            rows.append(EMPTY)
        if self.erased.places:
            rows += [row for line in self.erased.places for row in say(line, room, "problem")]
            rows.append(EMPTY)
        rows += way("copy", "Copy the receipt", room) + way("back", "Back", room)
        return [*rows, EMPTY, *self.said_rows(room)]

    async def chosen(self, link: str, kind: str, rest: str) -> None:
        """Copy, or back."""
        if link == "copy":
            self.app.copy_to_clipboard(self.erased.receipt.text())
            self.tell("The receipt was handed to the clipboard, if this terminal allows it.")
        else:
            self.action_back()
