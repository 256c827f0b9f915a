"""Beginning an interview with a client: consent, role, what is still open from last time, then the first question."""

from typing import TYPE_CHECKING

from aijri_tui.screen.coach.client_rows import Seen, act_rows
from aijri_tui.screen.kit import safe_text
from aijri_tui.screen.kit.header_footer import Hint
from aijri_tui.screen.kit.page import Body, Frame
from aijri_tui.screen.kit.plane import Plane
from aijri_tui.screen.kit.rows import EMPTY, READING_WIDTH, Row, hung, say
from aijri_tui.screen.kit.sheet import Sheet
from aijri_tui.screen.kit.store_calls import RefusedError, at_the_desk

if TYPE_CHECKING:
    from textual.app import ComposeResult

    from aijri_engine.store import Store
    from aijri_tui.screen.app.app import AijriApp
    from aijri_tui.sessions import Session


def begin_for(app: "AijriApp", client_id: str, role: str = "") -> None:
    """Begin an interview with a client; what is missing before it is asked for first."""
    app.run_worker(_begin(app, client_id, role), exclusive=True, name="guide")


async def _begin(app: "AijriApp", client_id: str, role: str) -> None:
    assert app.library is not None
    try:
        seen = await seen_of(app, client_id)
    except RefusedError as refused:
        _say(app, refused.words)
        return
    if seen.holding is None:
        from aijri_tui.screen.coach.consent import ConsentScreen

        await app.push_screen(
            ConsentScreen(seen, lambda words: _say(app, words), lambda: begin_for(app, client_id, role))
        )
        return
    roles = list(app.library.roles)
    if role not in roles and len(roles) > 1:
        from aijri_tui.screen.home.choose_role import RolesScreen

        await app.push_screen(RolesScreen(f"guide:{client_id}"))
    elif seen.carried or seen.listed:
        await app.push_screen(CarriedScreen(seen, role if role in roles else roles[0]))
    else:
        await start(app, client_id, role if role in roles else roles[0])


async def seen_of(app: "AijriApp", client_id: str) -> Seen:
    """A client's card as it stands today. Raises `RefusedError`."""
    library, sessions = app.library, app.sessions
    assert library is not None
    assert sessions is not None

    def look(store: "Store") -> Seen:
        card = store.roster.card(client_id)
        return Seen(card, sessions.of_client(client_id, library), store.today())

    return await at_the_desk(app, look)


async def start(app: "AijriApp", client_id: str, role: str) -> None:
    """The session is on disk before its first question is painted."""
    from aijri_engine.interview.interview import Interview
    from aijri_tui.screen.interview.conversation import Conversation
    from aijri_tui.screen.interview.screen import InterviewScreen

    assert app.library is not None
    assert app.sessions is not None
    sessions = app.sessions
    interview = Interview.start(app.library, role, guided=True)
    try:
        session: Session = await at_the_desk(app, lambda store: sessions.begin_for(client_id, interview))
    except RefusedError as refused:
        _say(app, refused.words)
        return
    opening = "\n\n".join((interview.form.file.opening, app.library.wording.not_for))
    await app.push_screen(InterviewScreen(Conversation(interview, paused=opening), session))


async def open_card_of(app: "AijriApp", session_id: str) -> None:
    """The card of the client a session belongs to: plan, notes, next date."""
    from aijri_tui.screen.coach.client import CardScreen

    try:
        client = await at_the_desk(app, lambda store: store.session(session_id).row.client_id)
    except RefusedError as refused:
        _say(app, refused.words)
        return
    if client is None:
        _say(app, "This session belongs to no client.")
    else:
        await app.push_screen(CardScreen(client))


def _say(app: "AijriApp", words: str) -> None:
    """On the card, where that is in front; else as a note over the page."""
    from aijri_tui.screen.coach.client import CardScreen

    if isinstance(app.screen, CardScreen):
        app.screen.tell(words)
    else:
        app.notify(safe_text.line(words, 300), markup=False, timeout=6)


REPEATED = "The same questions are worth asking again after six months or a change of job."


class CarriedScreen(Frame):
    """What was agreed on last time and what was not finished, before the first question."""

    def __init__(self, seen: Seen, role: str) -> None:
        super().__init__()
        self.seen, self.role = seen, role
        self._opened_with = frozenset(act.id for act in seen.carried)
        self.told: tuple[str, str] = ("", "accent")

    def body(self) -> "ComposeResult":
        """One page."""
        with Body():
            yield Plane(focusable=True, id="page")

    def on_mount(self) -> None:
        """The way on has the cursor."""
        self.head("AIJRI · from last time", self.seen.card.client.alias)
        self.foot([Hint("↑↓←→", "choose"), Hint("enter", "do it"), Hint("esc", "back", "screen.back")])
        otherwise = "begin" if self._opened_with else "back"
        first = next((f"session:{one.id}" for one in self.seen.unfinished), otherwise)
        self.page.show(self._rows, cursor=first)
        self.page.focus()

    def _rows(self, width: int) -> list[Row]:
        room = min(width, READING_WIDTH)
        rows: list[Row] = [EMPTY]
        if self._opened_with:
            rows += [*say("This was agreed on and is still open. How did it go?", room, "strong"), EMPTY]
        for act in self.seen.card.acts:
            if act.id in self._opened_with:
                rows += act_rows(act, self.page.cursor, room)
        if self.told[0]:
            rows += [EMPTY, *say(self.told[0], room, self.told[1])]
        rows += [EMPTY] * bool(self._opened_with)
        if not self.seen.unfinished:
            latest = max((one.when for one in self.seen.listed), default=None)
            if latest is not None:
                words = f"The last interview was on {latest.day} {latest:%B %Y}. {REPEATED}"
                rows += [*say(words, room), EMPTY]
        if self.seen.unfinished:
            rows += [*say("An interview was begun and is not finished.", room, "strong"), EMPTY]
        for one in self.seen.unfinished:
            day = f"{one.when.day} {one.when:%B %Y}"
            rows += self._way(
                f"session:{one.id}", f"Go on with the interview of {day} ({one.role_title})", room
            )
        words = "Begin a new one" if self.seen.unfinished else "Go on to the interview"
        return [*rows, *self._way("begin", words, room), *self._way("back", "Back to the card", room), EMPTY]

    def _way(self, link: str, words: str, width: int) -> list[Row]:
        return hung("› " if self.page.cursor == link else "  ", words, width, "accent", link)

    async def on_sheet_chosen(self, event: Sheet.Chosen) -> None:
        """Settle an act, or begin."""
        event.stop()
        kind, _, rest = event.link.partition(":")
        if kind == "settle":
            number, _, state = rest.partition(":")
            self.run_worker(self._settle(int(number), state), group="act")
        elif kind == "begin":
            self.app.pop_screen()
            self.app.run_worker(start(self.aijri, self.seen.card.client.id, self.role), group="guide")
        elif kind == "back":
            self.action_back()
        elif kind == "session":
            self.app.pop_screen()
            self.aijri.go(event.link)

    async def _settle(self, number: int, state: str) -> None:
        client = self.seen.card.client.id

        try:
            await at_the_desk(self.aijri, lambda store: store.roster.settle(client, number, state))
            self.seen = await seen_of(self.aijri, client)
            self.told = ("", "accent")
        except RefusedError as refused:
            self.told = (refused.words, "problem")
        if self not in self.app.screen_stack:
            return
        self.page.show(self._rows, cursor=f"settle:{number}:{'open' if state != 'open' else 'done'}")
