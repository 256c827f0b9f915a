"""Every command of the palette: what the screen in front can do, then what can always be done."""

from collections.abc import Callable, Iterator
from typing import Any

from textual.screen import Screen

from aijri_tui.screen.kit.page import Frame
from aijri_tui.screen.kit.shell import Shell

Command = tuple[str, str, Callable[[], Any]]


def commands_for(app: Shell, screen: Screen[Any]) -> Iterator[Command]:
    """Title, help and act of every command."""
    kind = getattr(screen, "route", "")
    for one in screen.actions() if isinstance(screen, Frame) else ():
        if one.title:
            yield one.title, one.about, _later(app, screen, one.action)
    if kind in ("interview", "result") and _chose_content(screen):
        words = "as you saw it, or with today's figures"
        yield ("Content of this sitting", words, lambda: _content(app))
    if kind != "home":
        yield (
            "Back to the screen before",
            "",
            _later(app, screen, "back" if kind != "interview" else "home"),
        )
    role = _role_of(screen)
    yield ("Look at the role in full", "its whole profile", lambda: app.go("role", role))
    if kind not in ("clients", "client"):
        yield "Clients", "for coaches: who, what was agreed to, plans and notes", lambda: app.go("clients")
    if kind != "history":
        yield "All sittings and history", "the way of your index", app.go_to_history
    if kind != "data":
        yield "Your data", "where it is, backup, passphrase, erase", lambda: app.go("data")
    yield "How the index works", "every rule, and where it comes from", lambda: app.go("how")
    yield "Light colours", "dark text on light", lambda: _theme(app, "aijri-light")
    yield "Dark colours", "light text on dark", lambda: _theme(app, "aijri-dark")
    yield "The terminal's own colours", "16 colours", lambda: _theme(app, "aijri-16")
    yield "Leave", "every answer is saved", lambda: app.call_later(app.action_quit)


def _content(app: Shell) -> None:
    """The choice of content, after which the sitting is opened anew: what is typed in it is asked about before."""
    if app.may_leave(*app.screen_stack):
        app.go("content", app.session.id if app.session else "")


def _role_of(screen: Screen[Any]) -> str:
    """Id of the role that the screen in front is about; empty where it is about none."""
    interview = getattr(screen, "interview", None) or getattr(
        getattr(screen, "talk", None), "interview", None
    )
    return str(interview.role_id) if interview is not None else ""


def _chose_content(screen: Screen[Any]) -> bool:
    """The content changed once since this sitting began, and one was chosen."""
    interview = screen.interview if hasattr(screen, "interview") else screen.talk.interview  # type: ignore[attr-defined]
    return any(event.kind == "content_changed" for event in interview.events)


def _later(app: Shell, screen: Screen[Any], action: str) -> Callable[[], Any]:
    async def act() -> None:
        await screen.run_action(action)

    return lambda: app.call_later(act)


def _theme(app: Shell, name: str) -> None:
    """Other colours, also the next time; not where the terminal has too few."""
    from aijri_tui.screen.app.preferences import keep_colours, preferences_trouble
    from aijri_tui.screen.kit.themes import few_colours

    if few_colours(app.console.color_system, app.no_color):
        app.notify("This terminal shows its own colours only; nothing was changed.", markup=False, timeout=4)
        return
    app.theme = name
    if not keep_colours(name):
        told = f"These colours hold until you leave; they could not be kept. {preferences_trouble()}"
        app.notify(told.strip(), markup=False, timeout=6)
