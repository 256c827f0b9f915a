"""Where a person's data lies: known without opening anything, so that a first screen need not wait for the store."""

import os
from pathlib import Path

VARIABLE = "AIJRI_DATA"
"""Environment variable that names another folder."""

SERVER_VARIABLE = "AIJRI_STORE"
"""Environment variable that names the server of a practice."""


def on_server() -> bool:
    """A server is named: what is kept lies there, and this machine has only what could not be written to it."""
    return bool(os.environ.get(SERVER_VARIABLE, "").strip())


def kept_words(here: str = "nothing leaves this machine") -> str:
    """Where everything stays, for a header."""
    return "on your practice's server" if on_server() else here


def data_folder(folder: str | Path | None = None) -> Path:
    """The folder of the store: the one given, else `AIJRI_DATA`, else the user's data folder. Not created here."""
    named = folder or os.environ.get(VARIABLE)
    if named:
        return Path(named).expanduser().absolute()
    from platformdirs import user_data_path

    return user_data_path("aijri", appauthor=False)


LIBRARY_VARIABLE = "AIJRI_LIBRARY"
"""Environment variable that names another folder for roles of one's own."""


def library_folder() -> Path:
    """The folder of roles of one's own: `AIJRI_LIBRARY`, else `library` beside the store. Not created here."""
    named = os.environ.get(LIBRARY_VARIABLE)
    return Path(named).expanduser().absolute() if named else data_folder() / "library"


def library_missing() -> str:
    """Why nothing is read from the folder that `AIJRI_LIBRARY` names; empty where it is there or none is named."""
    folder = library_folder()
    if not os.environ.get(LIBRARY_VARIABLE) or folder.is_dir():
        return ""
    why = "which is no folder" if folder.exists() else "which is not there"
    return f"{LIBRARY_VARIABLE} names {folder}, {why}: no role of your own is read."
