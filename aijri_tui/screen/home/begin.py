"""Beginning an interview alone: the job first, then the first question."""

from dataclasses import replace

from aijri_engine import conversation
from aijri_engine.content.role import Role
from aijri_engine.content.role_names import find_role
from aijri_engine.conversation.own_table_kept import interview_of
from aijri_engine.interview.interview import Interview
from aijri_tui.screen.kit.shell import RefusedError, Shell, in_thread
from aijri_tui.sittings import Sitting


async def begin(app: Shell, mode: str = "full", role: str = "") -> None:
    """Begin an interview about a role, `full` or `quick`; which role is asked where it is not one that is there."""
    chosen = await chosen_role(app, role)
    if chosen is not None:
        await _open(app, start(app, chosen), mode == "quick")


async def _open(app: Shell, interview: Interview, quick: bool = False) -> None:
    """The first question; where its answers cannot go to the store, that is said before it."""
    kept = await in_thread(lambda: app.sessions.begin(interview.role_id))
    state = conversation.begin(interview, quick, kept.folder or app.sessions.place, app.sessions.on_server)
    if kept.notice:
        state = replace(state, paused=f"{kept.notice}\n\n{state.paused}")
    app.go("interview", Sitting(state, kept))


def start(app: Shell, role: str, guided: bool = False) -> Interview:
    """A new interview about a role; of a table that was written just now the week is said already."""
    said, app.written = app.written == role, ""
    if said:
        return interview_of(app.library, role, guided)
    return Interview.start(app.library, role, guided=guided)


async def sit_again(app: Shell, session: str) -> None:
    """A new sitting from an earlier one: each answer is confirmed or changed."""
    sessions, library = app.sessions, app.library
    try:
        interview = await in_thread(lambda: sessions.again(session, library))
    except RefusedError as refused:
        app.say(f"No new sitting can be begun from that one: {refused.words}")
        return
    await _open(app, interview)


async def chosen_role(app: Shell, role: str = "") -> str | None:
    """The role meant by these words, or the one that is chosen; None for none. A job is never assumed."""
    found = find_role(app.library, role) if role else None
    if isinstance(found, Role):
        return found.id
    return await app.ask("choose_role", role)
