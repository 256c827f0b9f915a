"""Opening a session that is kept: at its question or its result; where its content changed, after a choice."""

import asyncio
from collections.abc import Callable
from typing import TYPE_CHECKING, TypeVar

from aijri_engine.interview.interview import Interview
from aijri_engine.store import StoreError
from aijri_tui.screen.interview.content_choice import ContentChoiceScreen
from aijri_tui.screen.interview.conversation import Conversation
from aijri_tui.screen.interview.screen import InterviewScreen
from aijri_tui.screen.kit import safe_text
from aijri_tui.screen.result.rows import zone_words

if TYPE_CHECKING:
    from aijri_engine.personal.content_change import Choice
    from aijri_tui.screen.app.app import AijriApp
    from aijri_tui.sessions import Look, Session

Found = TypeVar("Found")

LONGEST_TOLD = 300
"""Signs of what is said over a page [ours]."""

SECONDS_TOLD = 8.0
"""How long it stands there [ours]."""


async def open_session(app: "AijriApp", session_id: str) -> None:
    """Show a session; nothing is written by that."""
    library, sessions = app.library, app.sessions
    assert library is not None
    assert sessions is not None
    look = await _read(app, lambda: _ready(sessions.look(session_id, library)))
    if look is None:
        return
    if look.change is not None:
        await app.push_screen(ContentChoiceScreen(session_id, look.change, look.when))
        return
    await _show(app, look.session, look.interview)
    if look.notice:
        _tell(app, look.notice)


async def choose_again(app: "AijriApp", session_id: str) -> None:
    """The choice of content once more, for a session that is open."""
    library, sessions = app.library, app.sessions
    assert library is not None
    assert sessions is not None
    look = await _read(app, lambda: _ready(sessions.choice_again(session_id, library)))
    if look is None:
        return
    if look.change is None:
        _tell(app, "Nothing that this sitting rests on has changed since.")
    else:
        await app.push_screen(ContentChoiceScreen(session_id, look.change, look.when))


async def go_on(app: "AijriApp", session_id: str, choice: "Choice") -> None:
    """Record the choice and show the session with that content; one that is open already gives way."""
    library, sessions = app.library, app.sessions
    assert library is not None
    assert sessions is not None
    found = await _read(app, lambda: sessions.resume(session_id, library, choice))
    if found is None:
        return
    await app.pop_screen()
    while any(isinstance(one, InterviewScreen) and one.session.id == session_id for one in app.screen_stack):
        await app.pop_screen()
    await _show(app, *found)


async def _read(app: "AijriApp", call: Callable[[], Found]) -> Found | None:
    """Ask the store in a thread; None, and a word about it, where it cannot be read."""
    try:
        return await asyncio.to_thread(call)
    except (OSError, ValueError, LookupError, StoreError) as error:
        _tell(app, f"This session cannot be opened: {error}")
        return None


def _ready(look: "Look") -> "Look":
    """With the figures of a choice computed, which takes a moment, unless they are not told."""
    if look.change is not None and not look.change.covered:
        for found in (look.change.then, look.change.today):
            zone_words(found)
    return look


async def _show(app: "AijriApp", session: "Session", interview: Interview) -> None:
    talk = Conversation(interview)
    screen = InterviewScreen(talk, session, resumed=True)
    await app.push_screen(screen)
    if talk.result_seen:
        from aijri_tui.screen.result.screen import ResultScreen

        await app.push_screen(ResultScreen(interview, owner=screen))


def _tell(app: "AijriApp", words: str) -> None:
    app.notify(safe_text.line(words, LONGEST_TOLD), markup=False, severity="warning", timeout=SECONDS_TOLD)
