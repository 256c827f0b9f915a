"""Where the store lives, who may read it, and what there is no store of ours."""

import errno
import os
import stat
from contextlib import closing, suppress
from pathlib import Path
from urllib.parse import unquote_to_bytes

from aijri_engine.files import data_folder as where
from aijri_engine.files.typed_path import is_folder, lies_there, typed_path
from aijri_engine.files.whole_files import reason_of
from aijri_engine.store import errors

STORE_NAME = "aijri.db"
FOLDER_MODE = 0o700
FILE_MODE = 0o600

REVISION = "0005"
"""The migration the tables belong to; a store that has it is opened without loading the migrations."""

PLAIN = b"SQLite format 3\0"
"""What an unencrypted file begins with."""

APPLICATION_ID = 0x41494A52
"""Number in the header of every store of ours: the letters AIJR."""

ID_PLACE = slice(68, 72)
"""Where an unencrypted file has that number (sqlite.org/fileformat.html)."""

PASSPHRASE_MARK = "passphrase-set"
"""Empty file beside a store that was encrypted here: tells a locked store from a damaged one."""


def data_folder(folder: str | Path | None = None) -> Path:
    """The folder of the store: the one given, else `AIJRI_DATA`, else the user's data folder. Raises `StoreError`."""
    named = folder or os.environ.get(where.VARIABLE, "your home folder")
    with suppress(RuntimeError, ValueError):
        if not str(typed_path(named)).startswith("~"):
            return where.data_folder(folder)
    raise errors.StoreError(
        f"{named} names no folder: there is no such user, or no home folder is known.",
        "Name a folder with AIJRI_DATA.",
    )


def prepare_folder(folder: Path) -> None:
    """Create the folder for its owner only; one that exists is left as it is. Raises `StoreError`."""
    try:
        if not is_folder(folder):
            _refuse_hidden(folder)
            folder.mkdir(mode=FOLDER_MODE, parents=True)
            folder.chmod(FOLDER_MODE)
    except (FileExistsError, NotADirectoryError):
        raise errors.NOT_A_FOLDER.error(folder) from None
    except (OSError, ValueError) as error:
        raise errors.NO_FOLDER.error(folder, _why(error)) from None
    if not os.access(folder, os.R_OK | os.X_OK):
        raise errors.NOT_ALLOWED.error(folder)
    if not os.access(folder, os.W_OK):
        raise errors.read_only(folder / STORE_NAME).error(folder / STORE_NAME)


def _refuse_hidden(folder: Path) -> None:
    """Raises `StoreError` where nobody can tell whether there is such a folder: one above it may not be entered."""
    try:
        folder.exists()
    except PermissionError:
        raise errors.NOT_ALLOWED.error(folder) from None


def _why(error: OSError | ValueError) -> str | None:
    """What stood in the way, without the remedy, which the cause of the store names."""
    return reason_of(error).partition(";")[0] if isinstance(error, OSError) else None


def prepare_file(path: Path) -> None:
    """Make the store's file exist, its owner's only. Raises `StoreError`, also for one emptied beside its backups."""
    try:
        os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_RDWR, FILE_MODE))
    except FileExistsError:
        refuse_foreign(path)
        status = path.stat()
        if not os.access(path, os.R_OK | os.W_OK):
            raise errors.read_only(path).error(path) from None
        emptied = status.st_size == 0 and not passphrase_was_set(path)  # else `refuse_missing` told of it
        if emptied and errors.newest_backup(path.parent):
            raise errors.DAMAGED.error(path) from None
        if status.st_mode & 0o077:
            path.chmod(FILE_MODE)
    except OSError as error:
        full = error.errno in (errno.ENOSPC, errno.EDQUOT)
        raise (errors.FULL if full else errors.read_only(path)).error(path) from None


def refuse_foreign(path: Path) -> None:
    """Raises `StoreError` for what no store of ours is: a link, a pipe, a file of another user or another program.

    Nothing is opened for writing and nothing changed. What lies there encrypted cannot be told and passes.
    """
    try:
        status = path.lstat()
    except FileNotFoundError:
        return
    except OSError as error:
        raise errors.NOT_ALLOWED.error(path, _why(error)) from None
    if stat.S_ISLNK(status.st_mode):
        raise errors.LINK.error(path)
    if not stat.S_ISREG(status.st_mode):
        raise errors.NOT_A_FILE.error(path)
    if hasattr(os, "geteuid") and status.st_uid != os.geteuid():
        raise errors.OTHER_OWNER.error(path)
    if not os.access(path, os.R_OK):
        raise errors.NOT_ALLOWED.error(path)
    beginning = _beginning(path, 100)
    ours = int.from_bytes(beginning[ID_PLACE], "big") == APPLICATION_ID
    if beginning.startswith(PLAIN) and not ours and _holds_tables(path):
        raise errors.ANOTHER_PROGRAM.error(path)


def _holds_tables(path: Path) -> bool:
    """There is something in a database; one that was begun and left empty is free to be used."""
    import sqlite3

    try:
        connection = sqlite3.connect(f"{path.as_uri()}?mode=ro&immutable=1", uri=True)
        try:
            return bool(connection.execute("SELECT count(*) FROM sqlite_master").fetchone()[0])
        finally:
            connection.close()
    except sqlite3.Error:
        return False


def file_identity(path: Path) -> tuple[int, int] | None:
    """Device and number of the file at `path`; another file moved there has another identity."""
    try:
        status = path.stat()
    except OSError:
        return None
    return status.st_dev, status.st_ino


HELD_SECONDS = 2.0
"""How long another window's write is waited for before the first question [ours]."""


def refuse_unusable(path: Path) -> None:
    """Raises `StoreError`, before anything is promised to be kept in it, for a plain store that takes nothing.

    Another program holds it, it is read-only or damaged, or a newer program wrote it.
    """
    import sqlite3

    if not path.exists():
        return
    prepare_file(path)
    try:
        address = f"{path.as_uri()}?mode=rw"
        with closing(sqlite3.connect(address, HELD_SECONDS, isolation_level=None, uri=True)) as connection:
            connection.execute("BEGIN IMMEDIATE")
            (version,) = connection.execute("SELECT max(version_num) FROM alembic_version").fetchone()
    except sqlite3.Error as error:
        if "no such table" in str(error):
            return
        raise errors.told(error, path) from None
    if f"{version or ''}" > REVISION:
        raise errors.StoreError(
            f"This store ({path}) was written by a newer version of aijri.",
            "Update aijri; it was not touched.",
        )


def looks_plain(path: Path) -> bool:
    """The file is a store without a passphrase. Only for files that this process has not opened."""
    return _beginning(path) == PLAIN


def looks_encrypted(path: Path) -> bool:
    """The file is there and not a store without a passphrase. Only for files that this process has not opened."""
    return _beginning(path) not in (PLAIN, b"")


def passphrase_was_set(path: Path) -> bool:
    """The store at `path` was given a passphrase on this machine."""
    return lies_there(path.with_name(PASSPHRASE_MARK))


def is_encrypted_here(path: Path) -> bool:
    """What lies at `path`, whole or damaged, or lay there, was encrypted on this machine."""
    return passphrase_was_set(path) and not looks_plain(path)


def is_there(path: Path) -> bool:
    """There is a file, and something in it."""
    return path.exists() and path.stat().st_size > 0


def refuse_missing(path: Path, passphrase: str | None) -> None:
    """Raises `MissingStore` where an encrypted store was, and without a passphrase a plain one would be made."""
    if passphrase is None and passphrase_was_set(path) and not is_there(path):
        raise errors.MISSING.error(path)


def mark_passphrase(path: Path, is_set: bool) -> None:
    """Remember beside the store at `path` whether it has a passphrase; a mark that cannot be written is none."""
    mark = path.with_name(PASSPHRASE_MARK)
    try:
        if is_set:
            os.close(os.open(mark, os.O_CREAT | os.O_WRONLY | getattr(os, "O_NOFOLLOW", 0), FILE_MODE))
        else:
            mark.unlink(missing_ok=True)
    except OSError:
        return


def _beginning(path: Path, length: int = len(PLAIN)) -> bytes:
    try:
        if not stat.S_ISREG(path.stat().st_mode):
            return b""
        with path.open("rb") as stream:
            return stream.read(length)
    except OSError:
        return b""


def may_lie(path: Path) -> bool:
    """Something lies there, or nobody can tell: a folder that cannot be looked into stops nothing else."""
    try:
        return path.exists()
    except OSError:
        return True


def path_text(path: Path) -> str:
    """A path as the store records it: absolute; one that is no UTF-8 as a `file:` address, which keeps every byte."""
    whole = path.absolute()
    try:
        str(whole).encode()
    except UnicodeEncodeError:
        return whole.as_uri()
    return str(whole)


def path_of(text: str | bytes) -> Path:
    """The path that `path_text` recorded; of a record that is spoiled what can be made of it, which names no file."""
    text = text.decode(errors="replace") if isinstance(text, bytes) else f"{text}".replace("\0", "\ufffd")
    scheme, _, rest = text.partition("://")
    return Path(os.fsdecode(unquote_to_bytes(rest))) if scheme == "file" else Path(text)
