"""Taking in a file from a coach, or answers filled in elsewhere; and what the coach shared: plan and notes."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from aijri_engine.files.typed_path import typed_path
from aijri_tui.own_plan import told_talk
from aijri_tui.screen.kit.dates import told_act, told_moment
from aijri_tui.screen.kit.form_lines import Line
from aijri_tui.screen.kit.form_page import FormScreen, needed
from aijri_tui.screen.kit.header_footer import BACK, Action
from aijri_tui.screen.kit.page import Frame, telling
from aijri_tui.screen.kit.rows import EMPTY, Row, heading, hung, say
from aijri_tui.screen.kit.shell import Shell, with_store, with_store_if_any, work_instead
from aijri_tui.screen.kit.taking_in import sessions_of, taken_in, told_of

if TYPE_CHECKING:
    from aijri_engine.store import ActRow, HandedTalk, NoteRow, Store


class TakeInScreen(FormScreen):
    """Which file, and its passphrase where it has one."""

    where = "take in a file"
    act = "Take it in"
    leave_words = "Back, without taking anything in"
    working = "The file is being read ..."

    about = (
        "A file from your coach, or answers you filled in elsewhere",
        (
            "A hand-over file brings your sessions, the plan and what was shared with you; a second time it brings "
            "only what is new. An answers file (.yaml) becomes a session of its own, and what a client's page "
            "gave (.age) one of that client."
        ),
    )

    fields = (
        Line("path", "file", hint="where the file is"),
        Line("passphrase", "its passphrase", hint="of a hand-over file; not shown", hidden=True),
    )

    async def carry_out(self, values: Mapping[str, str]) -> str | None:
        """Take it in; what was shared is shown at once."""
        needed(values, path="Which file?")
        source = typed_path(values["path"])
        found = await taken_in(self.aijri, source, values["passphrase"])
        await self.aijri.refresh_sessions()
        if not found.card:
            return told_of(found)
        self.app.pop_screen()
        self.aijri.go("shared", f"Taken in: {sessions_of(found)}.")
        return None


class SharedScreen(Frame):
    """Plan and notes that a coach shared with the person whose store this is."""

    ACTIONS = (Action("↑↓", "scroll"), BACK)

    def __init__(self, told: str = "") -> None:
        super().__init__()
        self.said = (told, "accent")
        self._card: tuple[list[NoteRow], list[ActRow]] = ([], [])
        self._talk = ""

    def on_mount(self) -> None:
        """Read what there is."""
        self.begin("AIJRI · from your coach", "nothing leaves this machine")
        work_instead(self, self._read, "read")

    @telling
    async def _read(self) -> None:
        def look(store: "Store") -> "tuple[tuple[list[NoteRow], list[ActRow]], str, HandedTalk | None]":
            from aijri_engine.store import next_talk

            return store.own_card(), store.today(), next_talk(store)

        found = await with_store_if_any(self.aijri, look)
        if found is not None:
            self._card, self._today, talk = found
            self._talk = told_talk(talk) if talk else ""
        self.paint_page()

    _today = ""

    def _rows(self, room: int) -> list[Row]:
        notes, plan = self._card
        rows: list[Row] = [EMPTY, *self.said_rows(room)]
        rows += [*say(self._talk, room), EMPTY] if self._talk else []
        if not notes and not plan:
            return [*rows, *say("No plan and no note was shared with you.", room)]
        rows += heading("Plan", room)[1:] if plan else []
        for act in plan:
            told, late = told_act(act, self._today)
            rows += hung("  · ", told, room, "problem" if late else "text", head_role="muted")
            rows += say(act.trouble, room, "problem", "    ")
        rows += heading("Shared with you", room) if notes else []
        for note in notes:
            whose = "your coach reads" if note.reading else "noted"
            told = f"{whose}, {told_moment(note.created)}: {note.body}"
            rows += [
                *hung("  · ", told, room, head_role="muted"),
                *say(note.trouble, room, "problem", "    "),
            ]
        return [*rows, EMPTY]


async def take_waiting(app: Shell) -> None:
    """Go on with what was answered while the store could not be written: its answers become a sitting of the store."""
    found = await with_store(app, lambda store: store.take_emergency(store.emergency_files()[0], app.library))
    await app.refresh_sessions()
    app.go("session", found)
