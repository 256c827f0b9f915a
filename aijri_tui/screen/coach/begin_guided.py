"""Beginning an interview with a client: consent, what is still open, the job, then the first question."""

from aijri_engine.conversation import begin
from aijri_engine.store import Store
from aijri_tui.screen.coach.client_rows import Seen, act_rows
from aijri_tui.screen.home.begin import chosen_role, start
from aijri_tui.screen.kit.header_footer import BACK, Action
from aijri_tui.screen.kit.page import Frame, telling
from aijri_tui.screen.kit.rows import EMPTY, Row, say, way
from aijri_tui.screen.kit.sheet import Plane
from aijri_tui.screen.kit.shell import Shell, with_store
from aijri_tui.sittings import Sitting


async def begin_guided(app: Shell, client: str) -> str | None:
    """Begin an interview with a client; what is missing before it is asked for first.

    Returns what is to be said where none begins. Raises `RefusedError`.
    """
    seen = await seen_of(app, client)
    told = None
    if seen.holding is None:
        told = await app.ask("consent", seen, True)
        seen = await seen_of(app, client)
        if seen.holding is None:
            return told
    if seen.carried or seen.listed:
        way = await app.ask("last_time", seen)
        if way != "begin":
            if way is not None:
                app.go(*way.split(":"))
            return None
    role = await chosen_role(app)
    if role is None:
        return told
    interview = start(app, role, guided=True)
    session = await with_store(app, lambda store: app.sessions.begin_for(client, interview))
    app.go("interview", Sitting(begin(interview), session))
    return None


async def seen_of(app: Shell, client: str) -> Seen:
    """A client's card as it stands today. Raises `RefusedError`."""

    def look(store: Store) -> Seen:
        card = store.roster.card(client)
        return Seen(card, app.sessions.of_client(client, app.library), store.today())

    return await with_store(app, look)


REPEATED = "The same questions are worth asking again after six months or a change of job."


class LastTimeScreen(Frame):
    """What was agreed on last time and what was not finished. Returns `begin`, or `session:ID` to go on with."""

    surface = Plane
    ACTIONS = (Action("↑↓←→", "choose"), Action("enter", "do it"), BACK)

    def __init__(self, seen: Seen) -> None:
        super().__init__()
        self.seen = seen
        self._opened_with = frozenset(act.id for act in seen.carried)

    def on_mount(self) -> None:
        """The way on has the cursor."""
        otherwise = "begin" if self._opened_with else "back"
        first = next((f"session:{one.id}" for one in self.seen.unfinished), otherwise)
        self.begin("AIJRI · from last time", self.seen.card.client.alias, first)

    def _rows(self, room: int) -> list[Row]:
        rows: list[Row] = [EMPTY]
        if self._opened_with:
            rows += [*say("This was agreed on and is still open. How did it go?", room, "strong"), EMPTY]
        for act in self.seen.card.acts:
            if act.id in self._opened_with:
                rows += act_rows(act, self.seen.today, room)
        if self.said[0]:
            rows += [EMPTY, *self.said_rows(room)[:-1]]
        rows += [EMPTY] * bool(self._opened_with)
        if not self.seen.unfinished:
            latest = max((one.when for one in self.seen.listed), default=None)
            if latest is not None:
                words = f"The last interview was on {latest.day} {latest:%B %Y}. {REPEATED}"
                rows += [*say(words, room), EMPTY]
        if self.seen.unfinished:
            rows += [*say("An interview is here whose result was not seen yet.", room, "strong"), EMPTY]
        for one in self.seen.unfinished:
            day = f"{one.when.day} {one.when:%B %Y}"
            rows += way(
                f"session:{one.id}",
                f"Go on with the interview of {day} ({one.role_title}): {one.state}",
                room,
            )
        words = "Begin a new one" if self.seen.unfinished else "Go on to the interview"
        return [*rows, *way("begin", words, room), *way("back", "Back to the card", room), EMPTY]

    async def chosen(self, link: str, kind: str, rest: str) -> None:
        """Settle an act, or begin."""
        if kind == "change":
            self._change(int(rest))
        elif kind == "settle":
            number, _, state = rest.partition(":")
            self.run_worker(self._settle(int(number), state), group="act")
        else:
            self.dismiss(None if kind == "back" else link)

    def _change(self, number: int) -> None:
        act = next((one for one in self.seen.carried if one.id == number), None)
        if act is not None:
            self.aijri.go("change_act", self.seen, act, then=self._changed)

    def _changed(self, words: str | None) -> None:
        if words:
            self.tell(words)
            self.run_worker(self._read(), group="act")

    @telling
    async def _read(self) -> None:
        self.seen = await seen_of(self.aijri, self.seen.card.client.id)
        self.paint_page()

    @telling
    async def _settle(self, number: int, state: str) -> None:
        client = self.seen.card.client.id
        await with_store(self.aijri, lambda store: store.roster.settle(client, number, state))
        self.seen = await seen_of(self.aijri, client)
        self.said = ("", "accent")
        if self not in self.app.screen_stack:
            return
        self.paint_page(f"settle:{number}:{'open' if state != 'open' else 'done'}")
