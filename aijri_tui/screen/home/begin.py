"""Beginning an interview alone: the role first, where there are several, then the first question."""

from aijri_engine import conversation
from aijri_engine.content.role import Role
from aijri_engine.content.role_names import find_role
from aijri_engine.interview.interview import Interview
from aijri_tui.screen.kit.shell import Shell
from aijri_tui.sittings import Sitting


async def begin(app: Shell, mode: str = "full", role: str = "") -> None:
    """Begin an interview about a role, `full` or `quick`; which role is asked where it is not one that is there."""
    chosen = await chosen_role(app, role)
    if chosen is not None:
        interview = Interview.start(app.library, chosen)
        state = conversation.begin(interview, mode == "quick", app.sessions.place)
        app.go("interview", Sitting(state, app.sessions.begin(chosen)))


async def chosen_role(app: Shell, role: str = "") -> str | None:
    """The role meant by these words, the only one there is, or the one that is chosen; None for none."""
    roles = list(app.library.roles)
    found = find_role(app.library, role) if role else None
    if isinstance(found, Role):
        return found.id
    return roles[0] if len(roles) == 1 and not role else await app.ask("choose_role", role)
