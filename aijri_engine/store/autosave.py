"""Keeping an interview safe whatever the disk does: in the store, else in a file, else it is said."""

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from aijri_engine.interview.interview import Interview
from aijri_engine.store.errors import PassphraseNeeded, StoreError, WrongPassphrase
from aijri_engine.store.file_log import FileLog
from aijri_engine.store.folder import STORE_NAME, data_folder, looks_encrypted, prepare_folder

if TYPE_CHECKING:
    from aijri_engine.store.sessions import Session
    from aijri_engine.store.store import Store

GOING_ON = "Your answers are now written to {path}."
INSTEAD = "The interview goes on, and your answers go to a file instead."


class Autosave:
    """Where the answers of one interview go. A face calls `save` after every answer and shows what it returns."""

    def __init__(
        self, store: "Store | None", session: "Session | None" = None, fallback: Iterable[str | Path] = ()
    ) -> None:
        self._store = store
        self._session = session
        self._log: FileLog | None = None
        self._fallback = tuple(fallback)
        self._failed = False
        self._waiting: Path | None = None
        """Folder of a store that is opened when there is something to write: the database takes a moment to load."""

    @classmethod
    def open(
        cls,
        folder: str | Path | None = None,
        passphrase: str | None = None,
        fallback: Iterable[str | Path] = (),
    ) -> tuple["Autosave", str | None]:
        """Open the store; and what to tell the person where there can be none. Nothing is written before `save`.

        `fallback` are folders for a file instead (else here, at home, in the temporary folder). Raises
        `PassphraseNeeded` and `WrongPassphrase`, which the face can put right by asking.
        """
        place = data_folder(folder)
        try:
            prepare_folder(place)
            if passphrase is None and not looks_encrypted(place / STORE_NAME):
                keeping = cls(None, fallback=fallback)
                keeping._waiting = place
                return keeping, None
            return cls(_open_store(place, passphrase), fallback=fallback), None
        except (PassphraseNeeded, WrongPassphrase):
            raise
        except StoreError as error:
            return cls(None, fallback=fallback), f"{error} {INSTEAD}"

    def save(self, interview: Interview) -> str | None:
        """Put new answers on disk before the next question; what to tell the person, or None when all is well.

        The first call starts a session, unless one is continued.
        """
        if self._failed:
            return None
        try:
            if self._waiting is not None:
                place, self._waiting = self._waiting, None
                self._store = _open_store(place, None)
            if self._session is not None:
                self._session.save(interview)
            elif self._log is not None:
                self._log.save(interview)
            elif self._store is not None:
                self._session = self._store.start(interview)
            else:
                return self._to_file(interview, None)
        except StoreError as error:
            return self._to_file(interview, error)
        return None

    @property
    def session_id(self) -> str | None:
        """Id to resume by; None when the answers are not in the store."""
        return self._session.id if self._session else None

    @property
    def store(self) -> "Store | None":
        """The store, once it is open; None when the answers go to a file or nothing was written yet."""
        return self._store

    @property
    def folder(self) -> Path | None:
        """Folder of the store; None when the answers go to a file."""
        return self._store.folder if self._store else self._waiting

    @property
    def path(self) -> Path | None:
        """The file the answers go to instead of the store."""
        return self._log.path if self._log else None

    @property
    def safe(self) -> bool:
        """Everything said so far is on disk."""
        return self._session is not None or self._log is not None

    def resume_hint(self) -> str:
        """What to type to go on another day; empty when nothing was kept."""
        if self._session is not None:
            return f"aijri sessions resume {self._session.id}"
        return f"aijri sessions resume {self._log.path}" if self._log else ""

    def close(self) -> None:
        """Let go of the store or the file."""
        if self._log is not None:
            self._log.close()
        self._close_store()

    def _to_file(self, interview: Interview, error: StoreError | None) -> str:
        """Go on in a new file; what to tell the person."""
        if self._log is not None:
            self._log.close()
        self._close_store()
        self._session = self._log = None
        reason = f"{error} " if error else ""
        try:
            self._log = FileLog.start(interview, self._fallback)
        except StoreError as also:
            self._failed = True
            return f"{reason}{also}"
        return f"{reason}{GOING_ON.format(path=self._log.path)}"

    def _close_store(self) -> None:
        if self._store is not None:
            self._store.close()
        self._store = None


def _open_store(folder: Path, passphrase: str | None) -> "Store":
    from aijri_engine.store.store import Store

    store = Store.open(folder, passphrase)
    store.tidy()
    return store
