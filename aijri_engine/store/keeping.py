"""Keeping an interview safe whatever the disk does: in the store, else in a file, else it is said."""

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from aijri_engine.interview.interview import Interview
from aijri_engine.store.errors import PassphraseNeeded, StoreError, WrongPassphrase
from aijri_engine.store.file_log import FileLog

if TYPE_CHECKING:
    from aijri_engine.store.sessions import Session
    from aijri_engine.store.store import Store

GOING_ON = "The interview goes on; your answers are now written to {path}."


class SafeKeeping:
    """Where the answers of one interview go. A face calls `keep` after every answer and shows what it returns."""

    def __init__(
        self, session: "Session | None", log: FileLog | None = None, fallback: Iterable[str | Path] = ()
    ):
        self._session = session
        self._log = log
        self._fallback = tuple(fallback)
        self._failed = session is None and log is None
        self._store: Store | None = None

    @classmethod
    def begin(
        cls,
        interview: Interview,
        folder: str | Path | None = None,
        passphrase: str | None = None,
        fallback: Iterable[str | Path] = (),
    ) -> tuple["SafeKeeping", str | None]:
        """Start a session in the store, or a file where there can be none; and what to tell the person, if anything.

        Raises `PassphraseNeeded` and `WrongPassphrase`, which the face can put right by asking.
        """
        from aijri_engine.store.store import Store

        store: Store | None = None
        try:
            store = Store.open(folder, passphrase)
            keeping = cls(store.start(interview), fallback=fallback)
            keeping._store = store
            return keeping, None
        except (PassphraseNeeded, WrongPassphrase):
            raise
        except StoreError as error:
            if store is not None:
                store.close()
            keeping = cls(None, fallback=fallback)
            return keeping, keeping._fall_back(interview, error)

    @classmethod
    def of(cls, session: "Session", fallback: Iterable[str | Path] = ()) -> "SafeKeeping":
        """Keep on with a session that was resumed."""
        return cls(session, fallback=fallback)

    def keep(self, interview: Interview) -> str | None:
        """Put new answers on disk before the next question; what to tell the person, or None when all is well."""
        target = self._session or self._log
        if target is None:
            return None
        try:
            target.save(interview)
        except StoreError as error:
            return self._fall_back(interview, error)
        return None

    @property
    def session_id(self) -> str | None:
        """Id to resume by; None when the answers are not in the store."""
        return self._session.id if self._session else None

    @property
    def path(self) -> Path | None:
        """The file the answers go to instead of the store."""
        return self._log.path if self._log else None

    @property
    def safe(self) -> bool:
        """Everything said so far is on disk."""
        return not self._failed

    def resume_hint(self) -> str:
        """What to type to go on another day; empty when nothing was kept."""
        if self._session is not None:
            return f"aijri sessions resume {self._session.id}"
        return f"aijri sessions resume {self._log.path}" if self._log else ""

    def close(self) -> None:
        """Let go of the store or the file."""
        if self._log is not None:
            self._log.close()
        if self._store is not None:
            self._store.close()

    def _fall_back(self, interview: Interview, error: StoreError) -> str:
        failed_file = self._log is not None
        self._session = None
        if self._log is not None:
            self._log.close()
            self._log = None
        try:
            self._log = FileLog.start(interview, self._fallback)
        except StoreError as also:
            self._failed = True
            return f"{error} {also}" if not failed_file else str(also)
        self._failed = False
        return f"{error} {GOING_ON.format(path=self._log.path)}"
