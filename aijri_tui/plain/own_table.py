"""A table of one's own, written line by line."""

from datetime import date
from pathlib import Path

from aijri_engine.content.library import Library
from aijri_engine.conversation import own_table
from aijri_engine.conversation.own_table_kept import Kept, keep
from aijri_tui.plain.lines import Lines


def write_table(library: Library, lines: Lines, called: str, folder: Path) -> Kept | None:
    """A table in the person's own words, or the job near to it that they begin from instead; None when they stop.

    Raises EndOfInputError.
    """
    table = own_table.begin(called)
    if table.title:
        lines.say(
            f"Then in your own words. Your job is called “{table.title}”; say back to name it otherwise."
        )
    while table.stage not in ("done", "other", "left"):
        near = table.stage == "near"
        for words in (table.words, *table.offered()) if near else (*table.listed(), table.words):
            if words:
                lines.say(words, "", "   ")
        if table.asks:
            lines.say(table.asks)
        table = own_table.offer(own_table.said(table, lines.ask("Your answer:")), library)
    if table.stage == "left":
        return None
    if table.stage == "other":
        return Kept(library, table.chosen)
    return keep(table, library, folder, date.today().isoformat())
