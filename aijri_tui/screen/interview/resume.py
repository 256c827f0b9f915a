"""Opening a session that is kept: at its question or its result; where its content changed, after a choice."""

from collections.abc import Callable
from datetime import datetime
from typing import TYPE_CHECKING, TypeVar

from aijri_engine.conversation import Conversation
from aijri_engine.interview.interview import Interview
from aijri_tui.screen.kit.shell import RefusedError, Shell, in_thread
from aijri_tui.screen.result.rows import zone_words
from aijri_tui.sittings import Sitting

if TYPE_CHECKING:
    from aijri_engine.personal.content_change import Choice, ContentChange
    from aijri_tui.sessions import Look
    from aijri_tui.sittings import Session

Found = TypeVar("Found")


async def open_session(app: Shell, session_id: str) -> None:
    """Show a session; nothing is written by that."""
    library, sessions = app.library, app.sessions
    look = await _read(app, lambda: _ready(sessions.look(session_id, library)))
    if look is None:
        return
    if look.change is not None:
        await _choose(app, session_id, look.change, look.when)
        return
    await _show(app, look.session, look.interview)
    if look.notice:
        app.say(look.notice)


async def choose_again(app: Shell, session_id: str) -> None:
    """The choice of content once more, for a session that is open."""
    library, sessions = app.library, app.sessions
    look = await _read(app, lambda: _ready(sessions.choice_again(session_id, library)))
    if look is None:
        return
    if look.change is None:
        app.say("Nothing that this sitting rests on has changed since.")
    else:
        await _choose(app, session_id, look.change, look.when)


async def _choose(app: Shell, session_id: str, change: "ContentChange", when: datetime) -> None:
    """Let a content be chosen, record it and show the session with it; one that is open already gives way."""
    choice = await app.ask("content_choice", change, when)
    if choice is None:
        return
    library, sessions = app.library, app.sessions
    chosen: Choice = "as_seen" if choice == "as_seen" else "today"
    found = await _read(app, lambda: sessions.resume(session_id, library, chosen))
    if found is None:
        return
    if app.sitting is not None and app.sitting.kept.id == session_id:
        app.back_to("home")
    await _show(app, *found)


async def _read(app: Shell, call: Callable[[], Found]) -> Found | None:
    """Ask the store in a thread; None, and a word about it, where it cannot be read."""
    try:
        return await in_thread(call)
    except RefusedError as refused:
        app.say(f"This session cannot be opened: {refused.words}")
        return None


def _ready(look: "Look") -> "Look":
    """With the figures of a choice computed, which takes a moment, unless they are not told."""
    if look.change is not None and not look.change.covered:
        for found in (look.change.then, look.change.today):
            zone_words(found)
    return look


async def _show(app: Shell, session: "Session", interview: Interview) -> None:
    sitting = Sitting(Conversation(interview, interview.quick), session, saved=True)
    app.go("interview", sitting)
    if interview.result_seen:
        app.go("result", sitting)
