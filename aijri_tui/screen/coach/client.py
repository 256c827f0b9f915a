"""One client: everything kept, and everything that can be done."""

from dataclasses import replace

from aijri_tui.screen.coach.begin_guided import begin_guided, seen_of
from aijri_tui.screen.coach.client_rows import KEEPS, MENU, Looks, Seen, card_rows, ended_words
from aijri_tui.screen.kit.header_footer import ALL, BACK, Action
from aijri_tui.screen.kit.page import Body, Frame, telling
from aijri_tui.screen.kit.rows import Row, say
from aijri_tui.screen.kit.sheet import Plane
from aijri_tui.screen.kit.shell import RefusedError, Shell, with_store, work_instead


class ClientScreen(Frame):
    """Who, what was agreed to, plan, sessions, notes, files; a letter for every act."""

    surface = Plane
    ACTIONS = (
        Action("↑↓←→", "choose"), Action("enter", "do it"), BACK, ALL,
        *(Action(key, "", f"act('{name}')", words.capitalize(), f"key {key}") for key, words, name in MENU),
    )  # fmt: skip

    def __init__(self, client: str) -> None:
        super().__init__()
        self.client = client
        """Id of the client."""
        self.seen: Seen | None = None
        self.looks = Looks()

    @property
    def alias(self) -> str:
        """Of the client; empty where the card may not be seen."""
        return self.seen.card.client.alias if self.seen is not None else ""

    def on_mount(self) -> None:
        """The keys go to the page."""
        self.head("AIJRI · client", "")
        self.page.cursor = "do:begin"
        self.page.focus()
        self.read_again(lambda: work_instead(self, self._read, "read"))

    def on_screen_resume(self) -> None:
        """Whatever was done elsewhere shows; private notes are covered again."""
        self.looks = replace(self.looks, opened=frozenset())
        work_instead(self, self._read, "read")

    def on_screen_suspend(self) -> None:
        """What was said last is not said again."""
        self.looks = replace(self.looks, told="")

    @telling
    async def _read(self) -> None:
        try:
            seen = await seen_of(self.aijri, self.client)
        except RefusedError:  # erased, or not shared any more: nothing of it stays in view
            self.seen = None
            self.head("AIJRI · client")
            raise
        if self not in self.app.screen_stack:
            return
        self.seen = seen
        client = self.seen.card.client
        self.head(f"AIJRI · {client.alias}", client.sharing)
        self.paint_page()

    def _rows(self, room: int) -> list[Row]:
        if self.seen is None:
            return say(self.looks.told, room, "problem")
        return card_rows(self.seen, self.looks, room)

    def tell(self, words: str, role: str = "accent") -> None:
        """Say what was done, on top."""
        if self not in self.app.screen_stack:
            return
        self.looks = replace(self.looks, told=words, told_role=role)
        self.paint_page()
        self.query_one(Body).scroll_home(animate=False)

    # ---------------------------------------------------------------- acts

    async def chosen(self, link: str, kind: str, rest: str) -> None:
        """Do what was chosen."""
        if kind == "do":
            self.action_act(rest)
        elif kind == "settle":
            number, _, state = rest.partition(":")
            self.run_worker(self._settle(int(number), state), group="act")
        elif kind in ("change", "note_correct") and self.seen is not None:
            card = self.seen.card
            for one in card.acts if kind == "change" else card.notes:
                if str(one.id) == rest:
                    self._open("change_act" if kind == "change" else "correct_note", one)
        elif kind == "session":
            self.aijri.go("session", rest)
        elif kind == "file" and self.seen is not None:
            self._open("given", self.seen.card.files[int(rest)].path)
        elif kind in ("consent", "note"):
            opened = set(self.looks.opened) ^ {link}
            self.looks = replace(self.looks, opened=frozenset(opened - {f"note_remove:{rest}"}))
            self.paint_page()
            if link in opened:
                self.call_after_refresh(self._bring_up, link)
        elif kind in ("note_remove", "note_keep"):
            opened = set(self.looks.opened) ^ {f"note_remove:{rest}"}
            self.looks = replace(self.looks, opened=frozenset(opened))
            self.paint_page(f"{'note_keep' if kind == 'note_remove' else 'note_remove'}:{rest}")
        elif kind == "note_gone":
            self.run_worker(self._remove_note(int(rest)), group="act")

    @telling
    async def _remove_note(self, number: int) -> None:
        await with_store(self.aijri, lambda store: store.roster.remove_note(self.client, number))
        self.looks = replace(self.looks, opened=frozenset())
        self.page.cursor = "do:note"
        await self._read()
        self.tell("The note is removed. Backups made before still hold it.")

    def _bring_up(self, link: str) -> None:
        """What was opened is read from its beginning."""
        line = self.page.line_of(link)
        if line is not None:
            self.query_one(Body).scroll_to(y=max(0, line - 1), animate=False, force=True)

    @telling
    async def _settle(self, number: int, state: str) -> None:
        acts = self.seen.card.acts if self.seen is not None else ()
        version = next((one.version for one in acts if one.id == number), None)
        try:
            act = await with_store(
                self.aijri, lambda store: store.roster.settle(self.client, number, state, seen=version)
            )
        except RefusedError:
            await self._read()  # somebody else changed it meanwhile: it is looked at as it is now
            raise
        again = {"done": "dropped", "dropped": "done"}
        self.page.cursor = f"settle:{number}:{'open' if state in again else 'done'}"
        self.looks = replace(self.looks, told=f"{act.act.rstrip('.')}: {state}.", told_role="accent")
        await self._read()

    def action_act(self, name: str) -> None:
        """Do one of the things of the menu; most of them are forms."""
        if self.seen is None:
            return
        if name == "begin":
            work_instead(self, self._begin, "guide")
        elif name == "history" and not self.seen.listed:
            self.tell("There is no session yet.")
        elif name == "history":
            self.aijri.go("history", self.client)
        elif name == "withdraw" and self.seen.holding is None:
            self.tell("No consent holds that could be withdrawn.")
        elif name in KEEPS and self.seen.ended:
            self.tell(ended_words(self.seen), "problem")
        elif name == "erase":
            self.aijri.go("erase", self.seen.card.client)
        else:
            self._open(name)

    def _open(self, name: str, *handed: object) -> None:
        """Open a form about this client, and say what it returns."""
        self.aijri.go(name, self.seen, *handed, then=lambda words: self.tell(words) if words else None)

    @telling
    async def _begin(self) -> None:
        """An interview; the consent comes first where none holds."""
        told = await begin_guided(self.aijri, self.client)
        self.tell(told or "")


async def open_client_of(app: Shell, session_id: str) -> None:
    """The card of the client a session belongs to: plan, notes, next date."""
    client = await with_store(app, lambda store: store.session(session_id).row.client_id)
    if client is None:
        app.say("This session belongs to no client.")
    else:
        app.go("client", client)
