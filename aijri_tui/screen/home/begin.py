"""Beginning an interview alone: the job first, then the first question."""

from aijri_engine import conversation
from aijri_engine.content.role import Role
from aijri_engine.content.role_names import find_role
from aijri_engine.conversation.own_table import interview_of
from aijri_engine.interview.interview import Interview
from aijri_tui.screen.kit.shell import RefusedError, Shell, in_thread
from aijri_tui.sittings import Sitting


async def begin(app: Shell, mode: str = "full", role: str = "") -> None:
    """Begin an interview about a role, `full` or `quick`; which role is asked where it is not one that is there."""
    chosen = await chosen_role(app, role)
    if chosen is not None:
        interview = start(app, chosen)
        state = conversation.begin(interview, mode == "quick", app.sessions.place, app.sessions.on_server)
        app.go("interview", Sitting(state, app.sessions.begin(chosen)))


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
    state = conversation.begin(interview, place=sessions.place)
    app.go("interview", Sitting(state, sessions.begin(interview.role_id)))


async def chosen_role(app: Shell, role: str = "") -> str | None:
    """The role meant by these words, or the one that is chosen; None for none. A job is never assumed."""
    found = find_role(app.library, role) if role else None
    if isinstance(found, Role):
        return found.id
    return await app.ask("choose_role", role)
