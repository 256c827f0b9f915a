"""A choice of roles, where there is more than one."""

from aijri_tui.screen.kit.header_footer import Hint
from aijri_tui.screen.kit.page import Frame
from aijri_tui.screen.kit.rows import EMPTY, READING_WIDTH, Row, say, way
from aijri_tui.screen.kit.sheet import Sheet


class ChooseRoleScreen(Frame):
    """Returns the id of the role that was chosen."""

    def on_mount(self) -> None:
        """Show the roles."""
        self.head("AIJRI · choose a role", "your own week counts, not the title")
        self.foot([Hint("↑↓", "choose"), Hint("enter", "open"), Hint("esc", "back", "screen.back")])
        self.page.show(self._rows)
        self.page.focus()

    def _rows(self, width: int) -> list[Row]:
        room = min(width, READING_WIDTH)
        rows: list[Row] = [EMPTY, *say("Which role is nearest to your work?", room, "strong"), EMPTY]
        for role in self.aijri.library.roles.values():
            rows += way(f"one:{role.id}", role.title, room, "text")
            rows += [*say(role.summary, room, "muted", "  ", f"one:{role.id}"), EMPTY]
        return [*rows, *say("None of these is yours? Take the nearest one: work outside it gets rows of its own.",
                            room, "muted")]  # fmt: skip

    def on_sheet_chosen(self, event: Sheet.Chosen) -> None:
        """That one."""
        event.stop()
        self.dismiss(event.link.partition(":")[2])
