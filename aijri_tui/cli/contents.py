"""The library, the roles in it and answers files, as commands name them."""

from pathlib import Path
from typing import TYPE_CHECKING, Final

from aijri_tui.cli.exits import UnusableError
from aijri_tui.cli.streams import diagnose

if TYPE_CHECKING:
    from collections.abc import Iterable

    from aijri_engine.content.library import Library
    from aijri_engine.content.problems import Problem
    from aijri_engine.content.role import Role
    from aijri_engine.interview.interview import Interview

OWN_TABLE: Final = "Where none fits: `aijri role new` writes a table in your own words, and names it."
"""The way out where no role is the job; a command reads no further line that could say none."""


def open_library(folders: tuple[Path, ...] = ()) -> "Library":
    """The shipped content, roles of one's own, these folders. Raises ContentError with every problem of every file."""
    from aijri_engine.content.library import open_library as opened

    for folder in folders:
        if not folder.is_dir():
            why = "this is no folder" if folder.exists() else "there is no such folder"
            raise UnusableError(f"aijri: --library {folder}: {why}.")
    library = opened(folders)
    _left_out(library.broken_packs)
    return library


def tell_left_out(library: "Library") -> None:
    """Name role files that cannot be used, where roles are listed or one was not found."""
    from aijri_engine.files.data_folder import library_missing

    if missing := library_missing():
        diagnose(f"aijri: {missing}")
    _left_out(library.roles.broken)


def _left_out(broken: "Iterable[Problem]") -> None:
    from aijri_engine.content.role_lists import left_out

    diagnose(*(f"aijri: {words}" for words in left_out(broken)))


def the_role(library: "Library", words: str) -> "Role":
    """The role of that id, alias or unambiguous part. Raises UnusableError that names the nearest."""
    from aijri_engine.content.role_names import NoSuchRole, find_role

    found = find_role(library, words)
    if isinstance(found, NoSuchRole):
        tell_left_out(library)
        raise UnusableError(
            f"aijri: {found.message}",
            f"`aijri roles --search TEXT` finds a job by what you call it. {OWN_TABLE}",
        )
    return found


def interview_of(library: "Library", role: str | None, path: Path) -> "Interview":
    """The interview an answers file stands for, about the role of that id where one is named.

    Raises ContentError with every problem of the file.
    """
    from aijri_engine.interview.answers_source import read_answers, remarks

    _, interview = read_answers(path, library, role)
    for remark in remarks(interview):
        diagnose(f"{path}: {remark}")
    return interview
