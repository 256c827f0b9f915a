"""A store that is open: where it is, whose, and how it is read and written."""

import random
from contextlib import AbstractContextManager
from pathlib import Path
from types import TracebackType
from typing import Self

from sqlalchemy import Connection

from aijri_engine.store.clock import Clock, stamp, today
from aijri_engine.store.database import Database
from aijri_engine.store.emergency import owner_of
from aijri_engine.store.errors import UnusableStore
from aijri_engine.store.roster import Roster
from aijri_engine.store.roster_queries import refuse_ended


class OpenStore:
    """What every part of a store needs of it."""

    def __init__(self, database: Database, clock: Clock, source: random.Random) -> None:
        self._database = database
        self._clock = clock
        self._source = source

    @property
    def path(self) -> Path:
        """The file; on a server, where it would lie on this machine."""
        return self._database.path

    @property
    def folder(self) -> Path:
        """The folder of the file, where what cannot be written elsewhere goes too."""
        return self.path.parent

    @property
    def server(self) -> str:
        """The server of a practice, for a person; empty for a file."""
        return self._database.server

    @property
    def login(self) -> str:
        """As whom the server is entered; empty for a file."""
        return self._database.login

    @property
    def owner(self) -> str:
        """What its emergency files remember of it."""
        return owner_of(self.folder, self.server)

    @property
    def encrypted(self) -> bool:
        """The file has a passphrase."""
        return self._database.passphrase is not None and not self.server

    @property
    def passphrase(self) -> str | None:
        """What the store was opened with, or on a server what its emergency files are encrypted with; None for none."""
        return self._database.passphrase

    @property
    def roster(self) -> Roster:
        """A coach's clients."""
        return Roster(self._database, self._clock, self._source)

    def reading(self) -> AbstractContextManager[Connection]:
        """A consistent view, for the other modules of this package."""
        return self._database.reading()

    def writing(self) -> AbstractContextManager[Connection]:
        """A write transaction, for the other modules of this package."""
        return self._database.writing()

    def now(self) -> str:
        """The stamp of this moment."""
        return stamp(self._clock())

    def today(self) -> str:
        """The day on this machine's calendar, YYYY-MM-DD."""
        return today(self._clock).isoformat()

    def refuse_ended(self, client_id: str) -> None:
        """Raises `ConsentNeeded` where nothing of a client may be kept or handed over any more."""
        with self._database.reading() as connection:
            refuse_ended(connection, client_id, self.today())

    def _refuse_server(self, why: str, remedy: str) -> None:
        """Raises `UnusableStore` for what only a file can do."""
        if self.server:
            raise UnusableStore(f"The store of the practice ({self.server}) {why}.", remedy)

    def close(self) -> None:
        """Let go of the file or the server."""
        self._database.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def __repr__(self) -> str:
        return f"Store({self.server or str(self.path)!r})"
