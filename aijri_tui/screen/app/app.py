"""The full-screen app. Nothing that the first frame needs imports content, pydantic, yaml or the store."""

import asyncio
import os
import signal
import sys
from collections.abc import Callable, Coroutine, Iterable, Sequence
from functools import partial
from inspect import iscoroutinefunction
from pathlib import Path
from typing import Any, ClassVar

from textual import events
from textual.app import SystemCommand
from textual.binding import Binding, BindingType
from textual.driver import Driver
from textual.screen import Screen

from aijri_tui.screen.app import guard
from aijri_tui.screen.app.background import background_is_light
from aijri_tui.screen.app.crash import CRASHED, TERMINATED, crash_message, end_when_the_terminal_goes
from aijri_tui.screen.app.pastes import clean_pastes
from aijri_tui.screen.app.preferences import chosen_colours, own_keys
from aijri_tui.screen.app.routes import target_of
from aijri_tui.screen.home.home import HomeScreen
from aijri_tui.screen.kit import safe_text
from aijri_tui.screen.kit.page import Frame
from aijri_tui.screen.kit.shell import RefusedError, Shell, Then, work_instead
from aijri_tui.screen.kit.themes import THEMES, theme_for


class AijriApp(Shell):
    """Home, interview, result and what surrounds them."""

    TITLE = "AIJRI"
    ENABLE_COMMAND_PALETTE = True
    CSS = """
    Screen { background: $background; color: $foreground; }
    Body, #side {
        scrollbar-color: $aijri-rule; scrollbar-color-hover: $aijri-muted; scrollbar-color-active: $aijri-muted;
        scrollbar-background: $background; scrollbar-background-hover: $background;
        scrollbar-background-active: $background; scrollbar-corner-color: $background;
    }
    CommandPalette SearchIcon { display: none; }
    CommandPalette > .command-palette--help-text { color: $aijri-muted; text-style: not bold; }
    CommandPalette .input--placeholder { color: $aijri-muted; }
    CommandPalette .option-list--option-highlighted { background: $aijri-selected; color: $aijri-text; }
    CommandPalette OptionList:focus > .option-list--option-highlighted { background: $aijri-selected; }
    #too-small { display: none; width: 100%; padding: 1 2; }
    .small #too-small { display: block; }
    .small HeaderLine, .small FooterLine, .small Body, .small .content { display: none; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+q", "quit", "Leave", show=False, priority=True),
        Binding("ctrl+c", "leave_hint", show=False, system=True),
    ]

    def __init__(
        self, role: str | None = None, quick: bool = False, cursor_blink: bool = True,
        content: Sequence[Path] = (), light: bool | None = None, week_file: Path | None = None,
    ) -> None:  # fmt: skip
        super().__init__(ansi_color=True if "NO_COLOR" in os.environ else None)
        for theme in THEMES:
            self.register_theme(theme)
        self.theme = theme_for(self.console.color_system, self.no_color, chosen_colours(), light)
        self.own_keys = own_keys()
        self.first_role, self.first_quick = role, quick
        self.cursor_blink, self.week_file = cursor_blink, week_file
        self.opening = bool(role or quick or week_file)
        self.content = content
        self.farewell = ""
        """What is said on the terminal after leaving."""
        self.crash: BaseException | None = None
        self._waiting: tuple[str, tuple[object, ...], Then | None] | None = None
        self._loaded = asyncio.Event()

    def get_default_screen(self) -> Screen[Any]:
        """The first screen is the first frame."""
        return HomeScreen()

    def on_mount(self) -> None:
        """Watch for the end; load content after the first frame."""
        self._watch_signals()
        end_when_the_terminal_goes(TERMINATED)
        self.call_after_refresh(self._begin_loading)

    def _watch_signals(self) -> None:
        if sys.platform == "win32":
            return
        loop = asyncio.get_running_loop()
        for name in (signal.SIGTERM, signal.SIGHUP):
            try:
                loop.add_signal_handler(name, self._terminated)
            except (NotImplementedError, RuntimeError, ValueError):
                return

    def _terminated(self) -> None:
        """Asked to end from outside: give the terminal back as it was."""
        self.farewell = self._resume_words()
        self.exit(TERMINATED, return_code=TERMINATED)

    def _begin_loading(self) -> None:
        self.run_worker(self._load(), name="load", exit_on_error=True)

    async def _load(self) -> None:
        from aijri_tui.screen.app.startup import load

        found = await asyncio.to_thread(load, self.content)
        if not self.is_running:
            return
        if found.library is not None and found.sessions is not None:
            self.library, self.sessions = found.library, found.sessions
        else:
            self.opening = False
        self.home.know(found)
        self._loaded.set()
        if self.first_role or self.first_quick or self.week_file:
            self.go("begin", "quick" if self.first_quick else "full", self.first_role or "")
        elif self._waiting is not None and not (found.locked and self.typed):
            name, handed, then = self._waiting
            self.go(name, *handed, then=then)

    @property
    def home(self) -> HomeScreen:
        """The first screen."""
        first = self.screen_stack[0]
        assert isinstance(first, HomeScreen)
        return first

    def go(self, name: str, *handed: object, then: Then | None = None) -> None:
        """See `Shell.go`; only what the guard lets be seen now, by who may be looking on."""
        if not hasattr(self, "library"):
            self._waiting = (name, handed, then)
            self.opening = self.opening or not self.is_running
        elif words := guard.covered(self, name, handed):
            self.say(words)
        elif name in guard.BEHIND_PASSPHRASE or guard.wants_turning(self, name, handed):
            if self.under_way != (name, handed):
                self.under_way = name, handed
                work_instead(self, partial(self._let_in, name, handed, then), "unlock")
        else:
            self._open(name, handed, then)

    async def _let_in(self, name: str, handed: tuple[object, ...], then: Then | None) -> None:
        sessions, turns = self.sessions, guard.wants_turning(self, name, handed)
        locked = name in guard.BEHIND_PASSPHRASE and await asyncio.to_thread(lambda: sessions.locked)
        allowed = (not locked or await self.ask("unlock")) and (not turns or await self.ask("turn"))
        self.under_way = None
        if allowed:
            self._open(name, handed, then)
        elif then is not None:
            then(None)

    async def lets_through(self, event: events.Event) -> bool:
        """See `Shell.lets_through`."""
        return await guard.lets_through(self, event)

    def say(self, words: str, seconds: float = 6.0) -> None:
        """See `Shell.say`; what was to be opened first could not be."""
        super().say(words, seconds)
        self.home.opened()

    def _open(self, name: str, handed: tuple[object, ...], then: Then | None) -> None:
        target = target_of(name)
        if iscoroutinefunction(target):
            work_instead(self, partial(self._follow, target, handed), "flow")
        else:
            self.push_screen(self._screen(name, *handed), then)

    async def _follow(
        self, target: Callable[..., Coroutine[Any, Any, None]], handed: tuple[object, ...]
    ) -> None:
        """Open what a coroutine function finds; what it is refused is said."""
        try:
            await target(self, *handed)
        except RefusedError as refused:
            self.say(refused.words)

    def _screen(self, name: str, *handed: object) -> Frame:
        screen = target_of(name)(*handed)
        assert isinstance(screen, Frame)
        screen.route = name
        return screen

    async def ask(self, name: str, *handed: object) -> str | None:
        """See `Shell.ask`."""
        return await self.push_screen_wait(self._screen(name, *handed))

    def action_go(self, name: str) -> None:
        """The same, from a key or the palette."""
        self.go(name)

    async def refresh_sessions(self) -> None:
        """See `Shell.refresh_sessions`; the session just left has the cursor."""
        if not hasattr(self, "library"):
            return
        from aijri_tui.screen.app.startup import listed

        found = await asyncio.to_thread(listed, self.library, self.sessions)
        if not self.is_running:
            return
        self.home.know(found)
        if self.session is not None:
            self.home.point_at(self.session.id)

    def action_leave_hint(self) -> None:
        """Ctrl+C may be a copy that went wrong, so it only says how to leave."""
        typed = any(getattr(page, "unsent", "") for page in self.screen_stack)
        saved = "What you typed last is not kept yet." if typed else "Your answers are saved."
        told = (self.sitting and self.sitting.unkept_words) or saved
        self.notify(safe_text.line(f"Press ctrl+q to leave. {told}"), markup=False, timeout=3)

    async def action_quit(self) -> None:
        """Leave; every answer is on disk already, or it is said that it is not. What is unsent is asked about."""
        if self.may_leave(*self.screen_stack):
            self.farewell = self._resume_words()
            self.exit(0)

    def _resume_words(self) -> str:
        if self.sitting is None or not self.sitting.kept.safe:
            return self.sitting.unkept_words if self.sitting else ""
        words = self.sitting.kept.resume_words(self.sitting.interview)
        return f"Your answers are saved. To go on: `aijri`, or `{words}`."

    def get_driver_class(self) -> type[Driver]:
        """How the terminal is read and written; what is pasted into it is cleaned."""
        driver = super().get_driver_class()
        clean_pastes(driver)
        return driver

    def get_system_commands(self, screen: Screen[Any]) -> Iterable[SystemCommand]:
        """The palette: what this screen can do, then what always can be done."""
        from aijri_tui.screen.app.commands import commands_for

        for title, help_text, act in commands_for(self, screen):
            yield SystemCommand(title, help_text, act)

    def _handle_exception(self, error: Exception) -> None:
        """End with a report that holds nothing of the person's, and with an exit code that says so."""
        self._return_code = CRASHED
        self.crash = self.crash or error
        if self._exception is None:
            self._exception = error
            self._exception_event.set()
        self._close_messages_no_wait()


def run(
    role: str | None = None, quick: bool = False, content: Sequence[Path] = (), session: str = "",
    week_file: Path | None = None, earlier: str = "",
) -> int:  # fmt: skip
    """Hold the app on this terminal and return the exit code. The caller has checked that there is a terminal.

    With the id of a `session` that one is opened first; with that of an `earlier` one a new sitting begins from it.
    """
    light = None if chosen_colours() else background_is_light()
    app = AijriApp(role, quick, content=content, light=light, week_file=week_file)
    if session:
        app.go("session", session)
    if earlier:
        app.go("again", earlier)
    app.run()
    if app.crash is not None:
        print(crash_message(app.crash, app._resume_words()), file=sys.stderr)
        return CRASHED
    if app.farewell:
        print(app.farewell, file=sys.stderr)
    return app.return_code or 0
