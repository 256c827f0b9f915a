"""Where a person's data lies: known without opening anything, so that a first screen need not wait for the store."""

import os
from pathlib import Path

VARIABLE = "AIJRI_DATA"
"""Environment variable that names another folder."""


def data_folder(folder: str | Path | None = None) -> Path:
    """The folder of the store: the one given, else `AIJRI_DATA`, else the user's data folder. Not created here."""
    named = folder or os.environ.get(VARIABLE)
    if named:
        return Path(named).expanduser().absolute()
    from platformdirs import user_data_path

    return user_data_path("aijri", appauthor=False)
