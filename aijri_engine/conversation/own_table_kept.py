"""A table of one's own that is finished: written as a role file, and the interview that begins from it."""

from pathlib import Path
from typing import NamedTuple

from aijri_engine.content.library import Library
from aijri_engine.content.meanings import SPLIT
from aijri_engine.content.own_table import NO_LATIN, free_id, role_text, save_role
from aijri_engine.conversation.own_table import OwnTable
from aijri_engine.conversation.own_table_words import KEPT, NOT_A_FILE
from aijri_engine.files.whole_files import reason_of
from aijri_engine.interview.interview import Interview
from aijri_engine.interview.values import Problem


class Kept(NamedTuple):
    """A finished table, or the one that was chosen in its place."""

    library: Library
    """That holds it."""
    role_id: str
    path: Path | None = None
    """Where it lies; None where it could not be written, or a table that is there already was chosen."""
    words: str = ""
    """What to tell the person about it."""


def keep(table: OwnTable, library: Library, folder: Path, day: str) -> Kept:
    """Write the finished table as a role file of one's own; where that cannot be, it goes on with the interview alone.

    `day` is today, YYYY-MM-DD. An id that is taken gets a number.
    """

    def taken(role_id: str) -> bool:
        return library.knows(role_id) or (folder / "roles" / f"{role_id}.yaml").exists()

    role_id = free_id(table.title, NO_LATIN, taken)
    text = role_text(role_id, table.title, table.own_rows(), day)
    try:
        path = save_role(folder, role_id, text)
    except OSError as error:
        told = NOT_A_FILE.format(folder=folder, reason=reason_of(error))
        place = folder / "roles" / f"{role_id}.yaml"
        return Kept(library.with_role(place, text.encode()), role_id, None, told)
    return Kept(library.with_role(path), role_id, path, KEPT.format(path=path))


def interview_of(library: Library, role_id: str, guided: bool = False) -> Interview:
    """An interview of the person who wrote the table just now: how the week is divided they have said already."""
    interview = Interview.start(library, role_id, guided=guided)
    week = {task.id: task.share for task in interview.form.role.tasks}
    answered = interview.answer(SPLIT, {"rows": week})
    return interview if isinstance(answered, Problem) else answered
