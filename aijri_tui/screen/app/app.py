"""The full-screen app. Nothing that the first frame needs imports content, pydantic, yaml or the store."""

import asyncio
import os
import signal
import sys
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, ClassVar

from textual.app import App, SystemCommand
from textual.binding import Binding, BindingType
from textual.screen import Screen

from aijri_tui.screen.app.crash import CRASHED, TERMINATED, crash_message
from aijri_tui.screen.app.preferences import chosen_colours
from aijri_tui.screen.home.home import HomeScreen
from aijri_tui.screen.kit.themes import THEMES, theme_for

if TYPE_CHECKING:
    from aijri_engine.content.library import Library
    from aijri_tui.sessions import Session, Sessions


class AijriApp(App[int]):
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
        content: Sequence[Path] = (),
    ) -> None:  # fmt: skip
        super().__init__(ansi_color=True if "NO_COLOR" in os.environ else None)
        for theme in THEMES:
            self.register_theme(theme)
        self.theme = theme_for(self.console.color_system, self.no_color, chosen_colours())
        self.first_role, self.first_quick = role, quick
        self.cursor_blink = cursor_blink
        self.content = content
        """Folders of content beside the one that is shipped."""
        self.library: Library | None = None
        self.sessions: Sessions | None = None
        self.session: Session | None = None
        """The session at hand, for the words after leaving or a crash."""
        self.farewell = ""
        """What is said on the terminal after leaving."""
        self.crash: BaseException | None = None
        self._waiting = ""
        self._loaded = asyncio.Event()

    def get_default_screen(self) -> Screen[Any]:
        """The first screen is the first frame."""
        return HomeScreen()

    def on_mount(self) -> None:
        """Watch for the end; load content after the first frame."""
        self._watch_signals()
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
        self.library, self.sessions = found.library, found.sessions
        home = self.screen_stack[0]
        if isinstance(home, HomeScreen):
            home.know(found.listed, found.trouble, found.locked, found.changes)
        self._loaded.set()
        if self.library is None:
            return
        if self.first_role or self.first_quick:
            self.go(f"begin:{'quick' if self.first_quick else 'full'}:{self.first_role or ''}")
        elif self._waiting:
            self.go(self._waiting)

    def go(self, link: str) -> None:
        """Open what a link of a page names; while the content is still loading, right after that."""
        if self.library is None:
            self._waiting = link
            return
        self._waiting = ""
        from aijri_tui.screen.app.routes import open_link

        open_link(self, link)

    def action_go(self, link: str) -> None:
        """The same, from a key or the palette."""
        self.go(link)

    async def refresh_sessions(self) -> None:
        """Read the list of sessions again, for the first screen."""
        home = self.screen_stack[0]
        if isinstance(home, HomeScreen) and self.library is not None and self.sessions is not None:
            from aijri_tui.screen.app.startup import listed

            found = await asyncio.to_thread(listed, self.library, self.sessions)
            home.know(found.listed, found.trouble, found.locked, found.changes)
            if self.session is not None:
                home.point_at(self.session.id)

    def action_leave_hint(self) -> None:
        """Ctrl+C may be a copy that went wrong, so it only says how to leave."""
        from aijri_tui.screen.kit import safe_text

        self.notify(safe_text.line("Press ctrl+q to leave. Your answers are saved."), markup=False, timeout=3)

    async def action_quit(self) -> None:
        """Leave; every answer is on disk already."""
        self.farewell = self._resume_words()
        self.exit(0)

    def _resume_words(self) -> str:
        if self.session is None or not self.session.safe:
            return ""
        return f"Your answers are saved. To go on: `aijri`, or `{self.session.resume_words}`."

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


def run(role: str | None = None, quick: bool = False, content: Sequence[Path] = ()) -> int:
    """Hold the app on this terminal and return the exit code. The caller has checked that there is a terminal."""
    app = AijriApp(role, quick, content=content)
    app.run()
    if app.crash is not None:
        print(crash_message(app.crash, app._resume_words()), file=sys.stderr)
        return CRASHED
    if app.farewell:
        print(app.farewell, file=sys.stderr)
    return app.return_code or 0
