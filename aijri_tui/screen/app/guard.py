"""The one guard before every page, key and click: what may be shown now, to whom, and for how long."""

from typing import TYPE_CHECKING, Any

from textual import events

from aijri_tui.screen.kit.page import IN_WORDS, Frame
from aijri_tui.screen.kit.shell import Shell

if TYPE_CHECKING:
    from aijri_engine.interview.interview import Interview

BEHIND_PASSPHRASE = frozenset(
    {"again", "begin", "session", "history", "clients", "data", "practice", "take_in", "today", "waiting"}
)
"""What is opened only once the passphrase of the store was typed, where one is set."""

TELLS_THE_FIGURE = frozenset({"score", "what_if", "compare", "export"})
"""What shows a figure of the interview or result that is handed to it."""

FOR_THE_COACH = frozenset({"quality", "preview", "before_hour"})
"""Opened only once the screen was turned away from the client."""

BESIDE_A_CLIENT = frozenset({"client", "clients", "data", "deleted", "group", "history", "practice", "today"})
"""The same, from within a client's session: it shows other clients, or what is private to the coach."""

ALWAYS = ("ctrl+q", "ctrl+c")
"""Keys of leaving; nothing holds them back."""


def covered(app: Shell, name: str, handed: tuple[object, ...]) -> str:
    """Why a page that tells a figure is not opened yet, in a sentence; empty where it may be."""
    if name not in TELLS_THE_FIGURE:
        return ""
    if any(isinstance(one, Frame) and one.in_words for one in app.screen_stack):
        return IN_WORDS
    about: Any = handed[0]
    interview: Interview = getattr(about, "interview", about)
    return interview.kept_covered or ("" if interview.revealed else interview.covered_words)


def wants_turning(app: Shell, name: str, handed: tuple[object, ...]) -> bool:
    """Whether the screen has to be turned before this page: it is for the coach, and the client may be looking on.

    Once for all that is opened from a page for which it was turned.
    """
    if name in FOR_THE_COACH:
        return True
    kept, routes = app.session, [getattr(one, "route", "") for one in app.screen_stack]
    if name not in BESIDE_A_CLIENT or kept is None or not kept.client_id or "interview" not in routes:
        return False
    above = routes[len(routes) - routes[::-1].index("interview") :]
    own_history = name == "history" and handed[:1] == (kept.client_id,)
    return not own_history and BESIDE_A_CLIENT.isdisjoint(above)


async def lets_through(app: Shell, event: events.Event) -> bool:
    """Whether a key, click or paste reaches the page in front."""
    if isinstance(event, events.Key) and event.key in ALWAYS:
        return True
    if app.opening and getattr(app.screen, "route", "") == "home":
        return False
    if isinstance(app.screen, Frame) and event.time < app.screen.seen_from:
        return False
    acts = isinstance(event, events.MouseUp) or (isinstance(event, events.Key) and not event.is_printable)
    return not acts or await _still_open(app)


async def _still_open(app: Shell) -> bool:
    """Asked of the store before every action: a client's consent may have ended in another window."""
    for page in app.screen_stack:
        words = await page.ended() if isinstance(page, Frame) else ""
        if words:
            app.under_way = None
            while page in app.screen_stack:
                app.pop_screen()
            at_home = getattr(app.screen, "route", "") == "home"
            if not (at_home and app.sitting is not None and app.sitting.unkept_words):
                app.say(words)
            return False
    return True
