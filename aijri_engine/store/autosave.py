"""Saving every answer whatever the disk does: in the store, else in an emergency store, else it is said."""

import os
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from aijri_engine.interview.interview import Interview
from aijri_engine.store.address import server_address
from aijri_engine.store.emergency import emergency_places, free_name, owner_of
from aijri_engine.store.errors import (
    ConsentNeeded,
    LockedOrDamaged,
    PassphraseNeeded,
    SessionGone,
    StoreConflict,
    StoreError,
    WrongPassphrase,
    missed,
    refuse_full,
)
from aijri_engine.store.folder import (
    STORE_NAME,
    data_folder,
    is_encrypted_here,
    looks_encrypted,
    prepare_folder,
    refuse_foreign,
    refuse_missing,
    refuse_unusable,
)

if TYPE_CHECKING:
    from aijri_engine.store.sessions import Session
    from aijri_engine.store.store import Store

GOING_ON = "Your answers are now written to {path}."
INSTEAD = "Until then your answers go to {path}; `aijri sessions resume {path}` takes them over."
PLAIN = "Whoever can read that file can read them: a passphrase by AIJRI_PASSPHRASE_FD would encrypt it."
ENCRYPTED_TOO = (
    "It was encrypted, and so is what is written beside it: give its passphrase (AIJRI_PASSPHRASE_FD), "
    "or name another folder with AIJRI_DATA."
)
NOWHERE = "No folder takes your answers. The interview goes on, but ends with this window."
FORKED = "{error} Both are kept: this window goes on as session {session}."
ERASED = "Erased for good, with its copies in backups made here (receipt {receipt})."
NONE_ERASED = "There was nothing on disk to erase."
NOT_ERASED = "This could not be erased: {error}"
FROM_HERE = (
    "Nothing is kept from here on; quit leaves. Earlier sittings are as they were: "
    "`aijri erase everything` erases all."
)
NOT_KEPT = "{error} Nothing is kept from here on."


class Autosave:
    """Where the answers of one interview go. A face calls `save` after every answer and shows what it returns."""

    def __init__(
        self, store: "Store | None", session: "Session | None" = None, fallback: Iterable[str | Path] = ()
    ) -> None:
        self._store = store
        self._session = session
        self._fallback = tuple(Path(folder) for folder in fallback)
        self._passphrase = store.passphrase if store else None
        self._place = store.folder if store else None
        self._owner = store.owner if store else ""
        self._emergency: Path | None = None
        self._failed = False
        self.refused = False
        """What is said must not be kept, nor kept elsewhere: it was erased, or the client's consent ended."""
        self._waiting: Path | None = None
        """Folder of a store that is opened when there is something to write: the database takes a moment to load."""

    @classmethod
    def open(
        cls,
        folder: str | Path | None = None,
        passphrase: str | None = None,
        fallback: Iterable[str | Path] = (),
    ) -> tuple["Autosave", str | None]:
        """Open the store; and what to tell the person, before the first question, where there can be none.

        In the store nothing is written before `save`. `fallback` are folders for an emergency store (else those of
        `emergency_places`). Raises `PassphraseNeeded`, also for an encrypted store that cannot be used, and
        `WrongPassphrase`, which the face can put right by asking.
        """
        found = cls(None, fallback=fallback)
        found._passphrase = passphrase
        try:
            found._place = place = data_folder(folder)
            address = server_address() if folder is None else None
            found._owner = owner_of(place, address.words if address else "")
            prepare_folder(place)
            if address is not None:
                found._store = _open_store(None, passphrase)
                return found, None
            refuse_foreign(place / STORE_NAME)
            refuse_full(place)
            refuse_missing(place / STORE_NAME, passphrase)
            lost = "" if (place / STORE_NAME).exists() else missed(place)
            if passphrase is None and not looks_encrypted(place / STORE_NAME):
                refuse_unusable(place / STORE_NAME)
                found._waiting = place
            else:
                found._store = _open_store(place, passphrase)
            return found, lost or None
        except (PassphraseNeeded, WrongPassphrase):
            raise
        except StoreError as error:
            if found._would_be_open():
                raise LockedOrDamaged(*error.sentences, ENCRYPTED_TOO) from None
            unsure = folder is None and server_address() is not None
            unsure = unsure or not os.access(found._place or Path.cwd(), os.X_OK)
            open_to_all = passphrase is None and unsure
            return (
                found,
                f"{error} {found._to_emergency(None, f'{INSTEAD} {PLAIN}' if open_to_all else INSTEAD)}",
            )

    @classmethod
    def nothing(cls) -> "Autosave":
        """Nothing is kept: the store is locked, and no answer is written outside it in plain text."""
        found = cls(None)
        found._failed = True
        return found

    def ready(self) -> str | None:
        """Before the first question of a store that is open: what to tell the person where it takes nothing."""
        assert self._store is not None
        try:
            with self._store.writing():
                return None
        except StoreError as error:
            return f"{error} {self._to_emergency(None, INSTEAD)}"

    def save(self, interview: Interview) -> str | None:
        """Put new answers on disk before the next question; what to tell the person, or None when all is well.

        The first call starts a session, unless one is continued. Where the session was continued in another window,
        this one goes on in a session of its own; where it was erased, or the consent ended, nothing is kept any more.
        """
        if self._failed:
            return None
        try:
            self._put(interview)
        except (SessionGone, ConsentNeeded) as error:
            self.refused = True
            return self._stop(NOT_KEPT.format(error=error))
        except StoreConflict as error:
            return self._fork(interview, error)
        except StoreError as error:
            if self._emergency is not None:
                return self._stop(f"{error} {NOWHERE}")
            return f"{error} {self._to_emergency(interview, GOING_ON)}"
        return None

    def check(self) -> str | None:
        """Whether what is kept may still be shown; writes nothing. What to tell where it may not be."""
        try:
            if self._session is not None:
                self._session.check()
        except (SessionGone, ConsentNeeded) as error:
            self.refused = True
            return self._stop(NOT_KEPT.format(error=error))
        except StoreError:
            return None
        return None

    def _put(self, interview: Interview) -> None:
        if self._waiting is not None:
            place, self._waiting = self._waiting, None
            self._store = _open_store(place, None)
        if self._session is not None:
            self._session.save(interview)
        elif self._store is not None:
            self._session = self._store.start(interview)
        else:
            raise StoreError("There is no store.")

    def _fork(self, interview: Interview, error: StoreConflict) -> str:
        assert self._store is not None
        assert self._session is not None
        row = self._session.row
        try:
            self._session = self._store.start(interview, row.goal, row.client_id)
        except StoreError as also:
            return self._stop(NOT_KEPT.format(error=also))
        return FORKED.format(error=error.sentences[0], session=self._session.id)

    def _to_emergency(self, interview: Interview | None, words: str) -> str:
        """Go on in an emergency store, which is made at once; what to tell the person."""
        from aijri_engine.store.store import Store

        row = self._session.row if self._session else None
        self._passphrase = self._store.passphrase if self._store else self._passphrase
        self._close_store()
        self._session = None
        if self._would_be_open():
            return self._stop(NOT_KEPT.format(error=ENCRYPTED_TOO))
        for place in self._fallback or emergency_places(self._place):
            path = free_name(place, self._owner)
            if path is None:
                continue
            try:
                self._store = Store.at(path, self._passphrase)
                self._store.stand_in_for(self._owner)
                if interview is not None:
                    start = self._store.start_instead
                    self._session = start(interview, row) if row else self._store.start(interview)
            except (StoreError, OSError):
                self._close_store()
                _remove(path)
                continue
            self._emergency = path
            return words.format(path=path)
        return self._stop(NOWHERE)

    def _would_be_open(self) -> bool:
        """Without its passphrase what stands in for an encrypted store could be read by anybody."""
        return (
            self._passphrase is None
            and self._place is not None
            and is_encrypted_here(self._place / STORE_NAME)
        )

    def erase(self) -> str:
        """Erase what is kept of this interview for good and keep nothing more; what to tell the person."""
        words = NONE_ERASED
        if self._session is not None and self._store is not None:
            try:
                receipt = self._store.erase_session(self._session.id).receipt
            except StoreError as error:
                return NOT_ERASED.format(error=error)
            words = ERASED.format(receipt=receipt.id)
        return self._stop(f"{words} {FROM_HERE}")

    def _stop(self, words: str) -> str:
        self._failed = True
        self._session = None
        self._close_store()
        return words

    @property
    def session_id(self) -> str | None:
        """Id to resume by; None when the answers are not in the store."""
        return self._session.id if self._session and self._emergency is None else None

    @property
    def client(self) -> str:
        """Alias of the client the session is about; empty for one taken alone."""
        return (self._session.row.client or "") if self._session else ""

    @property
    def client_id(self) -> str:
        """Its id."""
        return (self._session.row.client_id or "") if self._session else ""

    @property
    def store(self) -> "Store | None":
        """The store, once it is open; None when the answers go elsewhere or nothing was written yet."""
        return self._store if self._emergency is None else None

    def existing(self) -> "Store | None":
        """The store that is there already, opened; None where there is none yet. Raises `StoreError`."""
        if self._waiting is not None and self._store is None and (self._waiting / STORE_NAME).exists():
            self._store, self._waiting = _open_store(self._waiting, self._passphrase), None
        return self.store

    @property
    def folder(self) -> Path | None:
        """Folder of the store; None when the answers go elsewhere."""
        return self._waiting or (self._store.folder if self._store and self._emergency is None else None)

    @property
    def place(self) -> str:
        """Where the answers go, for a person; empty when they go elsewhere."""
        store = self.store
        return (
            f"on the server of the practice ({store.server})"
            if store and store.server
            else (f"in {self.folder}" if self.folder else "")
        )

    @property
    def path(self) -> Path | None:
        """The emergency store the answers go to instead."""
        return self._emergency

    @property
    def safe(self) -> bool:
        """Everything said so far is on disk."""
        return self._session is not None

    def resume_hint(self) -> str:
        """What to type to go on another day; empty when nothing was kept."""
        if self._session is None:
            return ""
        return f"aijri sessions resume {self._emergency or self._session.id}"

    def close(self) -> None:
        """Let go of the store; an emergency store in which nothing was written goes."""
        unused = self._emergency if self._session is None else None
        self._close_store()
        if unused is not None:
            _remove(unused)

    def _close_store(self) -> None:
        if self._store is not None:
            self._store.close()
        self._store = None


def _remove(unused: Path) -> None:
    from aijri_engine.store.copies import remove_with_side_files

    with suppress(OSError):
        remove_with_side_files(unused)


def _open_store(folder: Path | None, passphrase: str | None) -> "Store":
    from aijri_engine.store.store import Store

    store = Store.open(folder, passphrase)
    store.tidy()
    return store
