"""What can go wrong with the store, as sentences a person can act on."""

import os
import shutil
from contextlib import suppress
from pathlib import Path
from shlex import quote

from aijri_engine.files.whole_files import read_bounded, reason_of


class StoreError(Exception):
    """The store cannot do this: one or two sentences, the last of which says what to do."""

    def __init__(self, *sentences: str) -> None:
        self.sentences = sentences
        super().__init__(" ".join(sentences))


class StoreConflict(StoreError):  # noqa: N818
    """The session was continued somewhere else; nothing was written."""


class SessionGone(StoreConflict):
    """The session was deleted or erased somewhere else; nothing was written."""


class UnusableStore(StoreError):  # noqa: N818
    """What names the store, or says who may enter it, cannot be used as it is."""


class NotShared(SessionGone):
    """On a server: the client is not shared with this login any more, or belongs to somebody else."""


class PassphraseNeeded(StoreError):  # noqa: N818
    """The store is encrypted and no passphrase was given."""


class DamagedStore(StoreError):  # noqa: N818
    """Part of the file is missing or was changed by something else."""


class LockedOrDamaged(PassphraseNeeded):
    """The file cannot be read, and nothing tells whether a passphrase is missing or the file is damaged."""


class MissingStore(LockedOrDamaged):
    """The store had a passphrase and is not here; a new one is made with a passphrase only."""


class WrongPassphrase(StoreError):  # noqa: N818
    """The passphrase does not open this store."""


class UnknownSession(StoreError):  # noqa: N818
    """No session has this id, or more than one begins with it."""


class SpoiledSession(StoreError):  # noqa: N818
    """One session cannot be read or computed; all others can."""

    @classmethod
    def about(cls, session_id: str, reason: str) -> "SpoiledSession":
        """The error of this session, with the way out."""
        return cls(
            f"Session {session_id} cannot be computed: {reason}.",
            f"`aijri sessions delete {session_id}` takes it out of the lists; a backup may hold it whole.",
        )


class UnknownClient(StoreError):  # noqa: N818
    """No client has this id or alias, or more than one begins with it."""


class ConsentNeeded(StoreError):  # noqa: N818
    """Nothing of this client may be kept or handed over: no consent that holds today is recorded."""


BACKUPS = "backups"
"""Folder beside the store for backups that it manages: erasure reaches them."""


def missed(folder: Path) -> str:
    """What is told where a store holds nothing and its backups lie beside it; empty where none does."""
    backup = newest_backup(folder)
    return (
        f"Nothing is kept here yet, but a backup is: {PUTS_BACK.format(quote(str(backup)))}" if backup else ""
    )


def newest_backup(folder: Path) -> Path | None:
    """The newest backup beside the store of a folder; without one, what a restored one took the place of."""
    named = ("aijri-*.db", "before-restore-*.db")
    return next((max(found) for one in named if (found := [*(folder / BACKUPS).glob(one)])), None)


PUTS_BACK = "`aijri backup restore {}` puts it in the place of the store."


class Cause:
    """One thing that can be wrong with the store: what a person is told, and what they can do.

    `alone` is what they can do where no backup lies beside it.
    """

    def __init__(
        self, what: str, remedy: str, kind: type[StoreError] = StoreError, alone: str | None = None
    ) -> None:
        self.what = what
        self.remedy = remedy
        self.kind = kind
        self.alone = remedy if alone is None else alone

    def error(self, place: Path, reason: str | None = None) -> StoreError:
        """The error about the store at `place`; `reason` is what the system said.

        Where the way out is a backup, the newest one is named.
        """
        said = f" ({reason.lower()})" if reason else ""
        backup = newest_backup(place.parent) if "FILE" in self.remedy else None
        remedy = self.remedy.replace("FILE", quote(str(backup))) if backup else self.alone
        return self.kind(self.what.format(place=place, reason=said), remedy)


ELSEWHERE = "Name another folder with AIJRI_DATA."
OR_ELSEWHERE = "or name another folder with AIJRI_DATA."
KEPT = "nothing stored so far is lost."
AFRESH = (
    "No backup lies beside it; one that lies elsewhere is put back with `aijri backup restore FILE`. "
    "To begin afresh, move the file away: the next start makes a new, empty store."
)
NEW_ONE = (
    "A new one begins with a passphrase of its own: type it, or pass it by AIJRI_PASSPHRASE_FD. "
    "To begin one without, delete the file `passphrase-set` beside it, and the store itself where it lies there empty."
)

FULL = Cause("The disk is full ({place}).", f"Free some space; {KEPT}")
LOCKED = Cause(
    "Another window or program is using the store ({place}) and did not let go of it.",
    "Close it and try again.",
)
READ_ONLY = Cause(
    "The store ({place}) cannot be written: the file is read-only.", "Give yourself write permission for it."
)
READ_ONLY_FOLDER = Cause("The store ({place}) cannot be written: its folder is read-only.", ELSEWHERE)
READ_ONLY_DISK = Cause("The store ({place}) cannot be written: its disk is read-only.", ELSEWHERE)
NO_FOLDER = Cause(
    "The store ({place}) cannot be opened{reason}: its folder is missing or not yours.", ELSEWHERE
)
NOT_A_FOLDER = Cause(
    "{place} cannot hold the store: it is a file, or leads nowhere, and not a folder.", ELSEWHERE
)
NOT_ALLOWED = Cause(
    "You have no permission to read the store ({place}).", f"Give yourself permission for it, {OR_ELSEWHERE}"
)
LINK = Cause(
    "{place} is a link to another file; the store is never reached through one.",
    f"Remove the link, {OR_ELSEWHERE}",
)
NOT_A_FILE = Cause("{place} is not a regular file.", f"Move it away, {OR_ELSEWHERE}")
OTHER_OWNER = Cause("{place} belongs to another user of this machine; it was left alone.", ELSEWHERE)
ANOTHER_PROGRAM = Cause(
    "{place} is the database of another program; it was left alone.", f"Move it away, {OR_ELSEWHERE}"
)
DAMAGED = Cause(
    "The store ({place}) is damaged: part of the file is missing or was changed by something else.",
    "Put back a backup with `aijri backup restore FILE`; the damaged file is kept beside it.",
    DamagedStore,
    AFRESH,
)
FAILED = Cause("The disk did not take what was written to the store ({place}).", f"Check the disk; {KEPT}")
NEEDED = Cause(
    "The store ({place}) is locked with a passphrase.",
    "Type it, or pass it by AIJRI_PASSPHRASE_FD. Whoever has lost it can only begin afresh: move the file away, "
    "and the next start asks for a new passphrase.",
    PassphraseNeeded,
)
MISSING = Cause(
    "The store with a passphrase that was here ({place}) is missing or empty.",
    f"Put back its backup with `aijri backup restore FILE`. {NEW_ONE}",
    MissingStore,
    f"No backup lies beside it. {NEW_ONE}",
)
LOCKED_OR_DAMAGED = Cause(
    "The store ({place}) cannot be read: it is damaged, or locked with a passphrase that was not set on this machine.",
    "With its passphrase it opens; if it has none, put back a backup with `aijri backup restore FILE`.",
    LockedOrDamaged,
    f"With its passphrase it opens. {AFRESH}",
)

REASONS = (
    ("disk is full", FULL),
    ("no space", FULL),
    ("quota", FULL),
    ("is locked", LOCKED),
    ("readonly", READ_ONLY),
    ("read-only", READ_ONLY),
    ("permission denied", NOT_ALLOWED),
    ("unable to open", NO_FOLDER),
    ("malformed", DAMAGED),
    ("not a database", LOCKED_OR_DAMAGED),
    ("file is encrypted", LOCKED_OR_DAMAGED),
    ("disk i/o", FAILED),
)
"""What the database says, and what it means."""


LEAST_FREE = 65_536
"""Bytes that the side files of an open database take at least (sqlite.org/walformat.html: 32 KiB an index)."""


def _is_full(folder: Path) -> bool:
    """The disk of a folder has no room for the side files, which the database calls a failure of the disk."""
    try:
        return shutil.disk_usage(folder).free < LEAST_FREE
    except OSError:
        return False


def refuse_full(folder: Path) -> None:
    """Raises `StoreError` before anything is promised to be kept in a folder whose disk has no room."""
    if _is_full(folder):
        raise FULL.error(folder)


def read_only(path: Path) -> Cause:
    """What of the store at `path` is read-only: its disk, its folder or the file."""
    with suppress(AttributeError, OSError):  # no such call on Windows
        if os.statvfs(path.parent).f_flag & os.ST_RDONLY:
            return READ_ONLY_DISK
    return READ_ONLY if os.access(path.parent, os.W_OK) else READ_ONLY_FOLDER


def told(error: Exception, path: Path) -> StoreError:
    """The error of the database or the system as sentences about the store at `path`; never with its content."""
    reason = str(getattr(error, "orig", None) or error).casefold()
    for words, cause in REASONS:
        if words in reason:
            if cause is READ_ONLY:
                return read_only(path).error(path)
            return (FULL if cause is FAILED and _is_full(path.parent) else cause).error(path)
    return DAMAGED.error(path)


def read_named(path: Path, limit: int, remedy: str) -> bytes:
    """The content of a file that a person named. Raises `StoreError` with what to do where it cannot be read."""
    try:
        return read_bounded(path, limit)
    except OSError as error:
        raise StoreError(f"{path} could not be read: {reason_of(error)}.", remedy) from None
