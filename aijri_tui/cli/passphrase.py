"""A passphrase, from a file descriptor or typed unseen: never in arguments, in the environment or on the screen."""

import contextlib
import getpass
import os
import sys

from aijri_engine.files.whole_files import first_line_of
from aijri_tui.cli.exits import UnusableError

VARIABLE = "AIJRI_PASSPHRASE_FD"
"""Environment variable: number of an open file descriptor whose first line is the passphrase."""

NEW_VARIABLE = "AIJRI_NEW_PASSPHRASE_FD"
"""The same for a passphrase that is being set, or that of a hand-over file."""

NEEDED = f"aijri: the store is encrypted; run this at a terminal, or pass the passphrase by {VARIABLE}."


def from_descriptor(variable: str = VARIABLE) -> str | None:
    """The passphrase of the descriptor; None when none is named. Raises UnusableError for one that cannot be read."""
    named = os.environ.pop(variable, None)
    if named is None:
        return None
    found, why = first_line_of(named)
    if why:
        raise UnusableError(f"aijri: {variable}: no passphrase could be read: {why}.")
    return found


def is_passed(variable: str) -> bool:
    """A descriptor is named, which was not read yet."""
    return variable in os.environ


def can_type() -> bool:
    """Somebody sits at a terminal."""
    return bool(sys.stdin and sys.stdin.isatty())


def typed(prompt: str = "Passphrase: ", nobody: str = NEEDED) -> str:
    """What is typed unseen. Raises UnusableError with the words of `nobody` where nobody can type."""
    if not can_type():
        raise UnusableError(nobody)
    with contextlib.suppress(EOFError, UnicodeDecodeError):
        return getpass.getpass(prompt, stream=sys.stderr)
    raise UnusableError("aijri: no passphrase was typed; nothing was opened or changed.")


def chosen_for(what: str, new: bool = True) -> str:
    """A passphrase for something else than opening the store; a new one is typed twice. Raises UnusableError."""
    given = from_descriptor(NEW_VARIABLE)
    if given is not None:
        return given
    nobody = f"aijri: the passphrase for {what} is typed at a terminal, or passed by {NEW_VARIABLE}."
    return new_one(what, nobody, twice=new)


def new_one(what: str, nobody: str, twice: bool = True) -> str:
    """A passphrase for something else, typed. Raises UnusableError with the words of `nobody` where nobody can type."""
    first = typed(f"Passphrase for {what}: ", nobody)
    if not first:
        raise UnusableError("aijri: an empty passphrase is none; nothing was changed.")
    if twice and typed("The same again: ", nobody) != first:
        raise UnusableError("aijri: these were two different passphrases; nothing was changed.")
    return first
