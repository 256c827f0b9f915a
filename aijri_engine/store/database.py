"""One SQLite file as the store uses it: durable, private, and one writer at a time."""

import atexit
import sqlite3
from collections.abc import Iterator, Mapping
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path
from typing import Any, Final
from weakref import WeakSet

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.exc import DBAPIError, IntegrityError
from sqlalchemy.pool import QueuePool

from aijri_engine.store import folder, migrate, schema
from aijri_engine.store.encrypted_pages import PAGE, belongs
from aijri_engine.store.errors import (
    AFRESH,
    ANOTHER_PROGRAM,
    DAMAGED,
    NEEDED,
    Cause,
    LockedOrDamaged,
    StoreError,
    WrongPassphrase,
    told,
)

BUSY_SECONDS = 5.0
"""How long a window waits for another one's write, which takes milliseconds [ours]."""

PRAGMAS = (
    "PRAGMA journal_mode = WAL",
    "PRAGMA synchronous = FULL",
    "PRAGMA foreign_keys = ON",
    "PRAGMA secure_delete = ON",
    "PRAGMA temp_store = MEMORY",
    f"PRAGMA busy_timeout = {int(BUSY_SECONDS * 1000)}",
)
"""Each commit is on disk when it returns; deleted content is overwritten; nothing goes to temporary files."""

ONE_CONNECTION: Mapping[str, Any] = {
    "poolclass": QueuePool, "pool_size": 1, "max_overflow": 0, "hide_parameters": True,
}  # fmt: skip
"""One connection at a time; no answer shows in an error of the library."""

WRONG = Cause(
    "This passphrase does not open the store ({place}).",
    "Try again. Without it the store cannot be read; to begin afresh, move the file away, and the next start asks for "
    "a new one.",
    WrongPassphrase,
)
CUT_TOO = Cause(
    "This passphrase does not open what is left of the store ({place}): part of the file is missing.",
    "Try the passphrase again; if it is the right one, put back a backup with `aijri backup restore FILE`.",
    WrongPassphrase,
    f"Try the passphrase again. {AFRESH}",
)
NOT_ENCRYPTED = Cause(
    "The store ({place}) has no passphrase, so that none opens it.",
    "Leave it out; `aijri backup passphrase` sets one.",
    WrongPassphrase,
)
REPLACED = Cause(
    "The store ({place}) was replaced meanwhile (restored, or given another passphrase).",
    "Start aijri again; nothing was written to the old file.",
)


_OPEN: Final[WeakSet["Database"]] = WeakSet()


@atexit.register
def _close_all() -> None:
    """Whoever ends in good order folds the journals in: what another window erased meanwhile stays in none."""
    for one in list(_OPEN):
        one.close()


class Database:
    """The file and the one connection to it; may be used from several threads, one after the other."""

    server = ""
    """Where it lies, for a person, if that is not a file of this machine."""
    login = ""
    """As whom its rows are written; empty in a file, which has one owner."""

    def __init__(self, path: Path, passphrase: str | None = None) -> None:
        self.path = path
        self.reopen(passphrase)
        _OPEN.add(self)

    def reopen(self, passphrase: str | None) -> None:
        """Begin anew with the file that lies there now."""
        self.passphrase = passphrase
        self._identity = folder.file_identity(self.path)
        self._engine = _engine(self.path, passphrase)
        self._reader = self._engine.execution_options(reading=True)

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """A write transaction: on disk when the block ends, undone when it raises. Raises `StoreError`."""
        if folder.file_identity(self.path) != self._identity:
            raise REPLACED.error(self.path)
        with self._telling(), self._engine.begin() as connection:
            yield connection

    def appending(self) -> AbstractContextManager[Connection]:
        """A write transaction for answers to one session: in a file like any other."""
        return self.writing()

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """A consistent view that blocks nobody. Raises `StoreError`."""
        with self._telling(), self._reader.connect() as connection:
            yield connection

    def coaches(self, connection: Connection) -> set[str]:
        """Logins of others who may enter; a file has one owner."""
        return set()

    def key_of(self, copy: Path) -> str | None:
        """The passphrase of a copy: that of the store; None for one that was made before it was set."""
        return None if folder.looks_plain(copy) else self.passphrase

    def bring_up(self) -> None:
        """Create or migrate the tables where needed."""
        with self.reading() as connection:
            if migrate.revision_of(connection) == schema.REVISION:
                return
        migrate.load()
        with self.writing() as connection:
            if migrate.revision_of(connection) != schema.REVISION:
                connection.exec_driver_sql(f"PRAGMA application_id = {folder.APPLICATION_ID}")
                migrate.migrate(connection)

    @property
    def replaced(self) -> bool:
        """Another file lies where this one was opened."""
        return folder.file_identity(self.path) != self._identity

    def close(self) -> None:
        """Close the connection; the journal is folded into the file."""
        self._engine.dispose()

    @contextmanager
    def _telling(self) -> Iterator[None]:
        try:
            yield
        except IntegrityError:
            raise
        except (DBAPIError, sqlite3.Error, OSError) as error:
            raise self.told(error) from None

    def told(self, error: Exception) -> StoreError:
        """The error as sentences about this store."""
        found = told(error, self.path)
        if not isinstance(found, LockedOrDamaged):
            return found
        if folder.looks_plain(self.path):
            return NOT_ENCRYPTED.error(self.path) if self.passphrase is not None else DAMAGED.error(self.path)
        cut = bool(self.path.stat().st_size % PAGE)
        if self.passphrase is not None:
            right = belongs(self.path, self.passphrase, driver(self.passphrase))
            return (DAMAGED if right else CUT_TOO if cut else WRONG).error(self.path)
        if cut:
            return DAMAGED.error(self.path)
        return NEEDED.error(self.path) if folder.passphrase_was_set(self.path) else found

    def __repr__(self) -> str:
        return f"Database({str(self.path)!r})"


def driver(passphrase: str | None) -> Any:
    """The database module: the standard one, or the one that encrypts. Raises `StoreError` where it is missing."""
    if passphrase is None:
        return sqlite3
    try:
        from sqlcipher3 import dbapi2  # type: ignore[import-untyped]
    except ImportError:
        raise StoreError(
            "Passphrases need the package sqlcipher3, which is not installed.",
            "Install it, or go without one.",
        ) from None
    return dbapi2


def connect(path: Path, passphrase: str | None) -> Any:
    """A connection of the database module with all settings of the store."""
    module = driver(passphrase)
    connection = module.connect(
        str(path), timeout=BUSY_SECONDS, isolation_level=None, check_same_thread=False
    )
    try:
        connection.text_factory = _decoded
        unlock(connection, passphrase)
        refuse_another_program(connection, path)
        for pragma in PRAGMAS:
            connection.execute(pragma).close()
    except BaseException:
        connection.close()
        raise
    return connection


def _decoded(content: bytes) -> str:
    """Text of a column; what is no UTF-8 spoils its own record and no list."""
    return content.decode(errors="replace")


def refuse_another_program(connection: Any, path: Path) -> None:
    """Raises `StoreError`, before anything is written, for a database that is no store of ours."""
    connection.execute("PRAGMA trusted_schema = OFF").close()
    (tables,) = connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
    (number,) = connection.execute(
        "PRAGMA application_id"
    ).fetchone()  # after: another window may be making them now
    if tables and number != folder.APPLICATION_ID:
        raise ANOTHER_PROGRAM.error(path)


@contextmanager
def opened(path: Path, passphrase: str | None, address: str = "", encrypting: bool = False) -> Iterator[Any]:
    """A connection to a file of this program, unlocked and closed at the end. Raises `StoreError`.

    `encrypting`: through the library that can also write encrypted files, although this one may not be.
    """
    module = driver("" if encrypting else passphrase)
    connection = None
    try:
        where = address or str(path)
        connection = module.connect(where, timeout=BUSY_SECONDS, isolation_level=None, uri=bool(address))
        unlock(connection, passphrase)
        refuse_another_program(connection, path)
        yield connection
    except module.Error as error:
        raise told(error, path) from None
    finally:
        if connection is not None:
            connection.close()


@contextmanager
def alone(path: Path, passphrase: str | None, encrypting: bool = False) -> Iterator[Any]:
    """`opened` while nobody else can use the file, whose journal is folded in."""
    with opened(path, passphrase, encrypting=encrypting) as connection:
        connection.execute("PRAGMA temp_store = MEMORY").close()
        connection.execute("PRAGMA secure_delete = ON").close()
        connection.execute("PRAGMA locking_mode = EXCLUSIVE").close()
        connection.execute("PRAGMA journal_mode = DELETE").close()
        connection.execute("BEGIN EXCLUSIVE").close()
        connection.execute("COMMIT").close()
        yield connection


def unlock(connection: Any, passphrase: str | None) -> None:
    """Give an encrypting connection its key. The library's own messages are turned off first: they hold detail."""
    if passphrase is not None:
        connection.execute("PRAGMA cipher_log_level = NONE").close()
        connection.execute(f"PRAGMA key = {quoted(passphrase)}").close()


def quoted(text: str) -> str:
    """Text as an SQL literal."""
    return "'" + text.replace("'", "''") + "'"


def _engine(path: Path, passphrase: str | None) -> Engine:
    module = driver(passphrase)
    engine = create_engine(
        "sqlite://", module=module, creator=lambda: connect(path, passphrase), **ONE_CONNECTION
    )
    event.listen(engine, "begin", _begin)
    return engine


def _begin(connection: Connection) -> None:
    reading = connection.get_execution_options().get("reading")
    connection.exec_driver_sql("BEGIN" if reading else "BEGIN IMMEDIATE")
