"""Adding a client."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from aijri_tui.screen.coach.client import CardScreen
from aijri_tui.screen.kit.form_lines import Line
from aijri_tui.screen.kit.form_page import FormScreen
from aijri_tui.screen.kit.line_input import AnswerInput
from aijri_tui.screen.kit.store_calls import at_the_desk

if TYPE_CHECKING:
    from aijri_tui.screen.coach.roster import RosterScreen


class AddScreen(FormScreen):
    """An alias, and nothing else."""

    where = "a new client"
    act = "Add this client"
    leave_words = "Back, without adding anybody"

    def __init__(self, roster: "RosterScreen", alias: str = "") -> None:
        super().__init__()
        self.roster, self.alias = roster, alias

    def sentences(self) -> tuple[str, ...]:
        """As little as possible."""
        return (
            "What will you call this client?",
            (
                "Initials or a nickname are enough; a real name is never needed. Store as little as the work needs: "
                "whatever is written down can be asked for, and has to be looked after."
            ),
        )

    def lines(self) -> tuple[Line, ...]:
        """The alias."""
        return (Line("alias", "alias", self.alias, "W.Q."),)

    async def carry_out(self, values: Mapping[str, str]) -> None:
        """Add, and open the card."""
        row = await at_the_desk(self.aijri, lambda store: store.roster.add(values["alias"]))
        self.roster.query_one("#words", AnswerInput).value = ""
        self.roster.page.cursor = f"client:{row.id}"
        self.app.switch_screen(CardScreen(row.id))
