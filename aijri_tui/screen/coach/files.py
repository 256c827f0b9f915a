"""Files of a practice: a page or a list written where the coach wants it, clients taken in from a table."""

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from aijri_engine.files.typed_path import typed_path
from aijri_engine.text import counted
from aijri_tui.report_files import free_path
from aijri_tui.screen.kit.form_lines import Line
from aijri_tui.screen.kit.form_page import FormScreen, needed, new_file
from aijri_tui.screen.kit.shell import RefusedError, with_store

if TYPE_CHECKING:
    from aijri_engine.report.blocks import Document
    from aijri_engine.store import RosterTable, Store


class ToFileScreen(FormScreen):
    """Where a file goes."""

    where = "to a file"
    act = "Write the file"
    leave_words = "Back, without a file"

    def __init__(self, title: str, about: str, name: str, write: "Callable[[Store, Path], str]") -> None:
        super().__init__()
        self._told, self._file, self._make = (title, about), name, write

    def sentences(self) -> tuple[str, ...]:
        """What is written, and for whom."""
        return self._told

    def lines(self) -> tuple[Line, ...]:
        """The file."""
        return (Line("path", "file", str(free_path(Path.cwd(), self._file))),)

    async def carry_out(self, values: Mapping[str, str]) -> str:
        """Write it."""
        needed(values, path="Where does the file go?")
        path = new_file(values)
        return await with_store(self.aijri, lambda store: self._make(store, path))


class TakeTableScreen(FormScreen):
    """Which table; then what is in it; then a yes."""

    where = "clients from a table"
    act = "Look into it"
    leave_words = "Back, without adding anybody"

    def __init__(self) -> None:
        super().__init__()
        self._found: RosterTable | None = None
        self._of = ""

    def sentences(self) -> tuple[str, ...]:
        """What is taken; once it was read, what would be added."""
        if self._found is not None:
            ask = (
                f"Once more enter adds {len(self._found.new)}."
                if self._found.new
                else "Nothing would be added."
            )
            return ("This is in the table; nothing is written yet.", *self._found.lines(4), ask)
        return (
            "Clients from a table (CSV)",
            (
                "Its first line has titles. Taken are alias, next date, time and note (private); nothing else is kept. "
                "What it holds is shown before anything is written."
            ),
        )

    fields = (Line("path", "file", hint="where the table is"),)

    async def carry_out(self, values: Mapping[str, str]) -> str | None:
        """Read it first, add afterwards."""
        needed(values, path="Which file?")
        from aijri_engine.store import read_roster_table, take_roster_table

        typed = values["path"].strip()
        found = self._found
        if found is not None and found.new and self._of == typed:
            number = await with_store(self.aijri, lambda store: take_roster_table(store, found))
            return f"Added: {counted(number, 'client')}."
        path = typed_path(typed)
        self._found, self._of = (
            await with_store(self.aijri, lambda store: read_roster_table(store, path)),
            typed,
        )
        self.paint_page()
        return None


def write_page(store: "Store", document: "Document", path: Path, client_id: str) -> str:
    """Write a document about a client, remembered before it is written so that erasing reaches it."""
    from aijri_engine.report.writing import ReportError, plan_files, write_files

    try:
        files = plan_files(document, path)
        for one, content in files.items():
            store.record_file("coach page", one, client_id=client_id, content=content)
        write_files(files)
    except ReportError as error:
        raise RefusedError(str(error), "path") from None
    return f"Written: {path}"
