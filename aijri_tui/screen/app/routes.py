"""From a link to a screen: the one place that knows which screen shows what."""

import asyncio
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from aijri_tui.screen.app.app import AijriApp


def open_link(app: "AijriApp", link: str) -> None:
    """Open what a link names.

    `start`, `quick`, `role`, `how`, `session:ID`, `content:ID`, `begin:MODE:ROLE`, `clients`, `guide:CLIENT:ROLE`,
    `card:SESSION`, `history`, `history:CLIENT`, `data`.
    """
    assert app.library is not None
    kind, _, rest = link.partition(":")
    roles = list(app.library.roles)
    if kind in ("start", "quick", "begin"):
        quick = kind == "quick" or rest.startswith("quick")
        wanted = rest.partition(":")[2]
        _begin(app, roles, quick, wanted)
    elif kind == "session":
        from aijri_tui.screen.interview.resume import open_session

        app.run_worker(open_session(app, rest), exclusive=True, name="resume")
    elif kind == "content":
        from aijri_tui.screen.interview.resume import choose_again

        app.run_worker(choose_again(app, rest), exclusive=True, name="resume")
    elif kind == "history":
        app.run_worker(_history(app, rest), exclusive=True, name="history")
    elif kind == "role":
        if rest or len(roles) == 1:
            from aijri_tui.screen.home.role import RoleScreen

            app.push_screen(RoleScreen(app.library.role(rest or roles[0])))
        else:
            _choose_role(app, "role")
    elif kind == "unlock":
        from aijri_tui.screen.home.unlock import UnlockScreen

        app.push_screen(UnlockScreen())
    elif kind == "data":
        app.run_worker(_data(app), exclusive=True, name="data")
    elif kind == "clients":
        app.run_worker(_clients(app), exclusive=True, name="clients")
    elif kind == "guide":
        from aijri_tui.screen.coach.begin_guided import begin_for

        begin_for(app, *rest.split(":", 1))
    elif kind == "card":
        from aijri_tui.screen.coach.begin_guided import open_card_of

        app.run_worker(open_card_of(app, rest), exclusive=True, name="card")
    elif kind == "how":
        from aijri_tui.screen.home.method import HowScreen

        app.push_screen(HowScreen())


def _begin(app: "AijriApp", roles: list[str], quick: bool, wanted: str) -> None:
    from aijri_engine.interview.interview import Interview
    from aijri_tui.screen.interview.conversation import begin
    from aijri_tui.screen.interview.screen import InterviewScreen

    if wanted and wanted not in roles:
        wanted = ""
    if not wanted and len(roles) > 1:
        _choose_role(app, "begin:quick" if quick else "begin:full")
        return
    assert app.library is not None
    assert app.sessions is not None
    interview = Interview.start(app.library, wanted or roles[0])
    session = app.sessions.begin(interview.role_id)
    app.push_screen(InterviewScreen(begin(interview, quick, app.sessions.place), session))


async def _clients(app: "AijriApp") -> None:
    """The roster; behind the passphrase where one is set."""
    from aijri_tui.screen.coach.roster import RosterScreen
    from aijri_tui.screen.home.unlock import UnlockScreen

    sessions = app.sessions
    assert sessions is not None
    locked = await asyncio.to_thread(lambda: sessions.locked)
    await app.push_screen(UnlockScreen(then="clients") if locked else RosterScreen())


async def _data(app: "AijriApp") -> None:
    """What is kept here; behind the passphrase where one is set."""
    from aijri_tui.screen.data.data import DataScreen
    from aijri_tui.screen.home.unlock import UnlockScreen

    sessions = app.sessions
    assert sessions is not None
    locked = await asyncio.to_thread(lambda: sessions.locked)
    await app.push_screen(UnlockScreen(then="data") if locked else DataScreen())


async def _history(app: "AijriApp", client: str) -> None:
    """The sittings of a client, or of those taken alone; behind the passphrase where one is set."""
    from aijri_tui.screen.home.unlock import UnlockScreen
    from aijri_tui.screen.result.history import HistoryScreen

    sessions = app.sessions
    assert sessions is not None
    locked = await asyncio.to_thread(lambda: sessions.locked)
    await app.push_screen(UnlockScreen(then=f"history:{client}") if locked else HistoryScreen(client or None))


def _choose_role(app: "AijriApp", then: str) -> None:
    from aijri_tui.screen.home.choose_role import RolesScreen

    app.push_screen(RolesScreen(then))
