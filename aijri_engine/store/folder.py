"""Where the store lives, and who may read it."""

import os
from pathlib import Path

from aijri_engine.store.errors import NO_FOLDER, READ_ONLY, StoreError
from aijri_engine.text.places import data_folder as data_folder

STORE_NAME = "aijri.db"
FOLDER_MODE = 0o700
FILE_MODE = 0o600

PLAIN = b"SQLite format 3\0"
"""What an unencrypted file begins with."""


def prepare_folder(folder: Path) -> None:
    """Create the folder for its owner only; one that exists is left as it is. Raises `StoreError`."""
    try:
        if not folder.is_dir():
            folder.mkdir(mode=FOLDER_MODE, parents=True)
            folder.chmod(FOLDER_MODE)
    except OSError:
        raise _about(NO_FOLDER, folder) from None
    if not os.access(folder, os.W_OK | os.X_OK):
        raise _about(READ_ONLY, folder)


def prepare_file(path: Path) -> bool:
    """Make sure the store's file exists and is its owner's only. True when it was created. Raises `StoreError`."""
    try:
        os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_RDWR, FILE_MODE))
    except FileExistsError:
        return _own(path)
    except OSError:
        raise _about(READ_ONLY, path) from None
    return True


def _own(path: Path) -> bool:
    if not path.is_file():
        raise StoreError(
            f"{path} is not a regular file.", "Move it away, or name another folder with AIJRI_DATA."
        )
    if not os.access(path, os.R_OK | os.W_OK):
        raise _about(READ_ONLY, path)
    status = path.stat()
    if status.st_mode & 0o077:
        path.chmod(FILE_MODE)
    return status.st_size == 0


def file_identity(path: Path) -> tuple[int, int] | None:
    """Device and number of the file at `path`; another file moved there has another identity."""
    try:
        status = path.stat()
    except OSError:
        return None
    return status.st_dev, status.st_ino


def looks_plain(path: Path) -> bool:
    """The file is a store without a passphrase. Only for files that this process has not opened."""
    return _beginning(path) == PLAIN


def looks_encrypted(path: Path) -> bool:
    """The file is there and not a store without a passphrase. Only for files that this process has not opened."""
    return _beginning(path) not in (PLAIN, b"")


def _beginning(path: Path) -> bytes:
    try:
        with path.open("rb") as stream:
            return stream.read(len(PLAIN))
    except OSError:
        return b""


def _about(sentences: tuple[str, ...], place: Path) -> StoreError:
    return StoreError(*(sentence.format(place=place) for sentence in sentences))
