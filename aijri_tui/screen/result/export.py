"""Handing a result over: choose a format, see where the file goes; names that are free, folders that take it."""

import asyncio
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from textual.widgets import Input

from aijri_engine.files.typed_path import is_folder, typed_path
from aijri_engine.personal.result import Result
from aijri_engine.report.rendering import FORMATS
from aijri_engine.report.writing import ReportError
from aijri_engine.store import StoreError
from aijri_engine.text import clean
from aijri_tui.report_files import file_name, write
from aijri_tui.screen.kit.header_footer import BACK, CHOOSE, Action
from aijri_tui.screen.kit.line_page import AskingPage
from aijri_tui.screen.kit.rows import EMPTY, Row, option, say
from aijri_tui.screen.kit.shell import RefusedError, in_thread

if TYPE_CHECKING:
    from aijri_engine.report import ReportOptions


def formats() -> tuple[tuple[str, str, str], ...]:
    """Ending without its dot, name and use of every format that can be written."""
    return tuple((ending.removeprefix("."), one.name, one.about) for ending, one in FORMATS.items())


LONGEST_RECIPIENT = 120
"""Characters kept of who receives a file, as the store keeps them [ours]."""

ASKED = {"folder": "another folder", "for": "who receives it, as the client said; nobody yet if empty"}
"""What is typed into the line, by what it is about."""


class ExportScreen(AskingPage):
    """Formats to choose from, the folder, and in a client's session who receives the file."""

    ACTIONS = (CHOOSE, Action("enter", "write"), BACK)

    tells_of_a_person = True
    keeps_line = False

    def __init__(self, found: Result, folder: Path | None = None) -> None:
        super().__init__()
        self.found = found
        self.folder = folder or Path.cwd()
        self.recipient = ""
        """Who receives what is written next; empty for nobody yet."""
        self.short = False
        """One page only."""
        self.guided = False
        """The result is a client's, so that the card shows who has it."""
        self.stem = file_name(found)
        """Name of the file, without its ending."""
        self.told: list[tuple[str, str]] = []
        self._asked = "folder"
        self._one_at_a_time = asyncio.Lock()

    def actions(self) -> Sequence[Action]:
        """While a folder or name is typed, what that line takes."""
        return (Action("enter", "take it"), BACK) if self.has_class("asking") else self.ACTIONS

    def on_mount(self) -> None:
        """Show the formats."""
        self.begin("AIJRI · hand over", "you decide who gets it")
        self.run_worker(self._look_whose(), group="read")

    async def _look_whose(self) -> None:
        """Ask the store whether the session is a client's; where it cannot say, or the consent ended, why."""
        sessions, session = self.aijri.sessions, self.aijri.session
        if session is None:
            return
        try:
            self.guided = await in_thread(lambda: sessions.client_of(session.id)) is not None
            if self.guided:
                options = await in_thread(lambda: self._beside(f"{date.today():%Y-%m-%d}"))
                self.stem = file_name(self.found, options.person)
        except RefusedError as refused:
            self._tell(refused.words, "problem")
            return
        self.paint_page()

    def _rows(self, room: int) -> list[Row]:
        rows: list[Row] = [EMPTY, *say("Write the result to a file", room, "strong")]
        rows += [*say(f"It will be called {self.stem}, in the folder below.", room, "muted"), EMPTY]
        length = "one page only; in large print two" if self.short else "the whole report"
        for ending, name, about in formats():
            rows += option(f"write:{ending}", name, about, room, 12)
        rows += [EMPTY, *option("copy", "Copy", "the summary, to the clipboard", room, 12),
                 *option("length", "Length", length, room, 12),
                 *option("folder", "Folder", str(self.folder), room, 12)]  # fmt: skip
        if self.guided:
            rows += option("for", "For", self.recipient or "not handed on yet", room, 12)
        rows += [EMPTY]
        for words, role in self.told:
            rows += say(words, room, role, hang="  ")
        rows += [EMPTY] if self.told else []
        rows += say("Files are readable by you alone, and nothing is overwritten. The file holds your answers: "
                    "look it over before you hand it on.", room, "muted")  # fmt: skip
        return rows

    async def chosen(self, link: str, kind: str, rest: str) -> None:
        """Write, copy, or ask for a folder or for who receives it."""
        if kind == "copy":
            self._tell(self.aijri.copy_summary(self.found))
        elif kind == "length":
            self.short = not self.short
            self.paint_page()
        elif kind in ASKED:
            self._ask(kind)
        else:
            self.run_worker(self._write(rest), group="write")

    def _ask(self, about: str) -> None:
        self._asked = about
        self.page.redraw()
        self.set_class(True, "asking")
        words = self.words
        words.prompt(ASKED[about])
        words.value = str(self.folder) if about == "folder" else self.recipient
        words.focus()
        words.select_all()
        self.tell_actions()

    async def _write(self, suffix: str) -> None:
        """Write one format after the other, and say where."""
        name = next(name for ending, name, _ in formats() if ending == suffix)
        recipient = self.recipient
        async with self._one_at_a_time:
            self.told = [(words, role) for words, role in self.told if role != "problem"]
            self._tell(f"Writing {name} ...", "muted")
            paths: tuple[Path, ...] = ()
            words, role = "", "problem"
            try:
                paths = await asyncio.to_thread(
                    write, self.found, suffix, self.folder, self._beside, self.stem,
                    self._remember,
                )  # fmt: skip
                if recipient:
                    await asyncio.to_thread(self.aijri.sessions.hand_out, paths, recipient)
                names = " and ".join([str(paths[0]), *(path.name for path in paths[1:])])
                words, role = f"Written: {names}", "accent"
            except (ReportError, StoreError, LookupError) as error:
                words = f"Nothing was written. {error}"
            except ImportError:
                words = f"This installation cannot write {name}; the other formats work."
            del self.told[-1]
            self._tell(words, role)

    def _beside(self, day: str) -> "ReportOptions":
        sessions, session = self.aijri.sessions, self.aijri.session
        return replace(sessions.report_options(session.id if session else "", day), short=self.short)

    def _remember(self, path: Path, content: bytes) -> None:
        """Let the store know of the file: `erase` reaches it, and the card shows it."""
        session = self.aijri.session
        if session is not None:
            self.aijri.sessions.record_file("report", path, session.id, content)

    def _tell(self, words: str, role: str = "accent") -> None:
        self.told = [*self.told[-2:], (words, role)]
        self.paint_page()
        self.call_after_refresh(self._reveal_told)

    def _reveal_told(self) -> None:
        words, role = self.told[-1]
        self.bring_into_view(say(words, self.room, role, hang="  "))

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Another folder, or who receives it."""
        event.stop()
        self.set_class(False, "asking")
        self.tell_actions()
        self.page.focus(scroll_visible=False)
        folder = typed_path(event.value.strip() or self.folder)
        if self._asked == "for":
            self.recipient = clean(event.value, LONGEST_RECIPIENT).strip()
        elif is_folder(folder):
            self.folder = folder.resolve()
        else:
            self._tell(f"There is no folder {folder}.", "problem")
        self.paint_page()

    def action_back(self) -> None:
        """Close the line that is typed into, or go back."""
        if self.has_class("asking"):
            self.set_class(False, "asking")
            self.tell_actions()
            self.page.focus()
        else:
            super().action_back()
