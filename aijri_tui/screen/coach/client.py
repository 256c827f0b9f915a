"""One client: everything kept, and everything that can be done."""

from dataclasses import replace
from typing import TYPE_CHECKING, ClassVar

from textual import work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType

from aijri_tui.screen.coach.begin_guided import begin_for, seen_of
from aijri_tui.screen.coach.client_rows import MENU, Looks, Seen, card_rows
from aijri_tui.screen.kit.header_footer import Hint
from aijri_tui.screen.kit.page import Body, Frame
from aijri_tui.screen.kit.plane import Plane
from aijri_tui.screen.kit.rows import READING_WIDTH, Row, say
from aijri_tui.screen.kit.sheet import Sheet
from aijri_tui.screen.kit.store_calls import RefusedError, at_the_desk

if TYPE_CHECKING:
    from aijri_tui.screen.app.app import AijriApp


class CardScreen(Frame):
    """Who, what was agreed to, plan, sessions, notes, files; a letter for every act."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding(key, action, show=False) for key, _, action in MENU]

    def __init__(self, client: str) -> None:
        super().__init__()
        self.client = client
        """Id of the client."""
        self.seen: Seen | None = None
        self.looks = Looks(cursor="do:begin")

    def body(self) -> ComposeResult:
        """One page."""
        with Body():
            yield Plane(focusable=True, id="page")

    def on_mount(self) -> None:
        """The keys go to the page."""
        self.head("AIJRI · client", "")
        self.foot([
            Hint("↑↓←→", "choose"), Hint("enter", "do it"), Hint("esc", "back", "screen.back"),
            Hint("ctrl+p", "all commands", "app.command_palette"),
        ])  # fmt: skip
        self.page.cursor = "do:begin"
        self.page.focus()

    def on_screen_resume(self) -> None:
        """Whatever was done elsewhere shows; private notes are covered again."""
        self.looks = replace(self.looks, opened=frozenset())
        self.reload()

    def on_screen_suspend(self) -> None:
        """What was said last is not said again."""
        self.looks = replace(self.looks, told="")

    @work(exclusive=True, group="read")
    async def reload(self) -> None:
        """Read the card again."""
        await self._read()

    async def _read(self) -> None:
        try:
            seen = await seen_of(self.aijri, self.client)
        except RefusedError as refused:
            self.tell(refused.words, "problem")
            return
        if self not in self.app.screen_stack:
            return
        self.seen = seen
        client = self.seen.card.client
        self.head(f"AIJRI · {client.alias}", client.sharing)
        self.page.show(self._rows)

    def _rows(self, width: int) -> list[Row]:
        room = min(width, READING_WIDTH)
        if self.seen is None:
            return say(self.looks.told, room, "problem")
        return card_rows(self.seen, replace(self.looks, cursor=self.page.cursor), room)

    def tell(self, words: str, role: str = "accent") -> None:
        """Say what was done, on top."""
        if self not in self.app.screen_stack:
            return
        self.looks = replace(self.looks, told=words, told_role=role)
        self.page.show(self._rows)
        self.query_one(Body).scroll_home(animate=False)

    # ---------------------------------------------------------------- acts

    async def on_sheet_chosen(self, event: Sheet.Chosen) -> None:
        """Do what was chosen."""
        event.stop()
        kind, _, rest = event.link.partition(":")
        if kind == "do":
            await self.run_action(rest)
        elif kind == "settle":
            number, _, state = rest.partition(":")
            self.run_worker(self._settle(int(number), state), group="act")
        elif kind == "session":
            self.aijri.go(event.link)
        elif kind == "file" and self.seen is not None:
            from aijri_tui.screen.coach.hand_over import GivenScreen

            self.app.push_screen(GivenScreen(self, self.seen.card.files[int(rest)].path))
        elif kind in ("consent", "note"):
            opened = set(self.looks.opened) ^ {event.link}
            self.looks = replace(self.looks, opened=frozenset(opened - {f"note_remove:{rest}"}))
            self.page.show(self._rows)
            if event.link in opened:
                self.call_after_refresh(self._bring_up, event.link)
        elif kind == "note_correct":
            self._correct(int(rest))
        elif kind in ("note_remove", "note_keep"):
            opened = set(self.looks.opened) ^ {f"note_remove:{rest}"}
            self.looks = replace(self.looks, opened=frozenset(opened))
            self.page.show(self._rows, f"{'note_keep' if kind == 'note_remove' else 'note_remove'}:{rest}")
        elif kind == "note_gone":
            self.run_worker(self._remove_note(int(rest)), group="act")

    def _correct(self, number: int) -> None:
        from aijri_tui.screen.coach.note_forms import CorrectScreen

        found = [one for one in self.seen.card.notes if one.id == number] if self.seen else []
        if found:
            self.app.push_screen(CorrectScreen(self, found[0]))

    async def _remove_note(self, number: int) -> None:
        try:
            await at_the_desk(self.aijri, lambda store: store.roster.remove_note(self.client, number))
        except RefusedError as refused:
            self.tell(refused.words, "problem")
            return
        self.looks = replace(self.looks, opened=frozenset())
        self.page.cursor = "do:note"
        await self._read()
        self.tell("The note is removed. Backups made before still hold it.")

    def _bring_up(self, link: str) -> None:
        """What was opened is read from its beginning."""
        line = self.page.line_of(link)
        if line is not None:
            self.query_one(Body).scroll_to(y=max(0, line - 1), animate=False, force=True)

    async def _settle(self, number: int, state: str) -> None:
        try:
            act = await at_the_desk(self.aijri, lambda store: store.roster.settle(self.client, number, state))
        except RefusedError as refused:
            self.tell(refused.words, "problem")
            return
        again = {"done": "dropped", "dropped": "done"}
        self.page.cursor = f"settle:{number}:{'open' if state in again else 'done'}"
        self.looks = replace(self.looks, told=f"{act.act.rstrip('.')}: {state}.", told_role="accent")
        await self._read()

    def action_begin(self) -> None:
        """An interview; the consent comes first where none holds."""
        begin_for(self.aijri, self.client)

    def action_consent(self) -> None:
        """Read the purpose aloud and record the answer."""
        from aijri_tui.screen.coach.consent import ConsentScreen

        if self.seen is not None:
            self.app.push_screen(ConsentScreen(self.seen, self.tell))

    def action_note(self) -> None:
        """Write something down."""
        from aijri_tui.screen.coach.note_forms import NoteScreen

        if self.seen is not None:
            self.app.push_screen(NoteScreen(self))

    def action_plan(self) -> None:
        """Agree on an act."""
        from aijri_tui.screen.coach.plan_forms import ActScreen

        if self.seen is not None:
            self.app.push_screen(ActScreen(self))

    def action_date(self) -> None:
        """When to meet next."""
        from aijri_tui.screen.coach.plan_forms import DateScreen

        if self.seen is not None:
            self.app.push_screen(DateScreen(self))

    def action_history(self) -> None:
        """The client's index over time."""
        if self.seen is not None and self.seen.listed:
            self.aijri.go(f"history:{self.client}")
        else:
            self.tell("There is no session yet.")

    def action_rename(self) -> None:
        """Another alias."""
        from aijri_tui.screen.coach.plan_forms import RenameScreen

        if self.seen is not None:
            self.app.push_screen(RenameScreen(self))

    def action_hand_over(self) -> None:
        """A file for the client."""
        from aijri_tui.screen.coach.hand_over import HandOverScreen

        if self.seen is not None:
            self.app.push_screen(HandOverScreen(self))

    def action_take_over(self) -> None:
        """Sessions from a file of the client's."""
        from aijri_tui.screen.coach.hand_over import TakeOverScreen

        if self.seen is not None:
            self.app.push_screen(TakeOverScreen(self))

    def action_withdraw(self) -> None:
        """The client takes the consent back."""
        from aijri_tui.screen.coach.consent import WithdrawScreen

        if self.seen is None:
            return
        if self.seen.holding is None:
            self.tell("No consent holds that could be withdrawn.")
        else:
            self.app.push_screen(WithdrawScreen(self))

    def action_delete(self) -> None:
        """Away, for a week; then for good."""
        if self.seen is not None:
            self.run_worker(self._delete(), group="act")

    async def _delete(self) -> None:
        from aijri_tui.screen.coach.roster import RosterScreen

        try:
            row = await at_the_desk(self.aijri, lambda store: store.delete_client(self.client))
        except RefusedError as refused:
            self.tell(refused.words, "problem")
            return
        if self.app.screen is not self:
            return
        leave_client(self.aijri)
        front = self.app.screen
        if isinstance(front, RosterScreen):
            words = f"{row.alias} is deleted, with everything. For a week it can be brought back; then it is erased."
            front.tell(words, gone=row.id)

    def action_erase(self) -> None:
        """For good."""
        from aijri_tui.screen.coach.erase import EraseScreen

        if self.seen is not None:
            self.app.push_screen(EraseScreen(self.seen.card.client))


def leave_client(app: "AijriApp") -> None:
    """Away from everything that shows a client who was deleted or erased: to the list, or to the first screen."""
    from aijri_tui.screen.coach.deleted import DeletedScreen
    from aijri_tui.screen.coach.roster import RosterScreen

    app.session = None
    while len(app.screen_stack) > 1 and not isinstance(app.screen, (RosterScreen, DeletedScreen)):
        app.pop_screen()
