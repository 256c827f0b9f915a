"""A table of one's own, written line by line."""

from datetime import date
from pathlib import Path

from aijri_engine.content.library import Library
from aijri_engine.conversation import own_table
from aijri_tui.plain.lines import Lines


def write_table(
    library: Library, lines: Lines, called: str, folder: Path
) -> tuple[Library, str, Path] | None:
    """A table in the person's own words, kept as a role of their own: the library that holds it, its id, and its file.

    None when they stop. Raises EndOfInputError.
    """
    table = own_table.begin(called)
    if table.title:
        lines.say(
            f"Then in your own words. Your job is called “{table.title}”; say back to name it otherwise."
        )
    while True:
        while table.stage not in ("done", "left"):
            for row in table.listed():
                lines.say(row, "", "   ")
            for words in (table.words, table.asks):
                if words:
                    lines.say(words)
            table = own_table.said(table, lines.ask("Your answer:"))
        if table.stage == "left":
            return None
        try:
            return own_table.keep(table, library, folder, date.today().isoformat())
        except OSError as error:
            lines.say(
                f"The table could not be kept in {folder}: {(error.strerror or 'unknown reason').lower()}."
            )
            table = own_table.again(table)
