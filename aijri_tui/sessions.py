"""Sessions for the screens: the store, behind one small surface, with a file where the store cannot be written.

Nothing here is imported before the first frame, and every call may block: the screens call it from a thread.
"""

from collections.abc import Collection
from dataclasses import dataclass, replace
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from aijri_engine.content.library import Library
from aijri_engine.files.data_folder import on_server
from aijri_engine.interview.interview import Interview
from aijri_engine.store import (
    Autosave,
    LockedOrDamaged,
    MissingStore,
    PassphraseNeeded,
    StoreError,
    WrongPassphrase,
    data_folder,
    is_encrypted_here,
    may_lie,
    refuse_missing,
)
from aijri_tui.listed_sessions import MOST_LISTED, Listed, all_listed, listed_session, moment_of, trouble_of
from aijri_tui.sittings import Session

if TYPE_CHECKING:
    from aijri_engine.personal.comparison import Comparison
    from aijri_engine.personal.content_change import Choice, ContentChange, RoleChange
    from aijri_engine.personal.result import Result
    from aijri_engine.report import ReportOptions
    from aijri_engine.store import SessionRow, Sitting, Store


STORE_FILE = "aijri.db"


LOCKED = "Your sessions are locked with a passphrase."
UNTIL_THEN = "Until it is typed nothing of this interview is kept: no answer is written outside them."


@dataclass(frozen=True, slots=True)
class Look:
    """A session that was read and not touched."""

    session: Session
    interview: Interview
    """On the content it goes on with; while a choice is due, on that it was seen with."""
    when: datetime
    """When it was answered last."""
    change: "ContentChange | None"
    """Set while the person has to choose a content."""
    notice: str
    """What to tell about its content; empty when all is well."""


@dataclass(frozen=True, slots=True)
class Beside:
    """Two sittings compared, the earlier one first, and when each was."""

    comparison: "Comparison"
    before: datetime
    after: datetime
    other_first: bool
    """The sitting that was put beside is the earlier one."""


@dataclass(frozen=True, slots=True)
class Ready:
    """What the app goes on with."""

    library: "Library | None"
    sessions: "Sessions | None"
    listed: tuple["Listed", ...] | list["Listed"] = ()
    trouble: str = ""
    locked: bool = False
    """Earlier sessions need a passphrase."""
    plan: tuple[str, ...] | list[str] = ()
    """One's own plan and the next sitting, each in a line."""
    changes: tuple[str, ...] | list[str] = ()
    """Roles that changed since the last sitting about them, each in a line."""
    waiting: bool = False
    """Answers were written beside the store while it could not be written."""


class Sessions:
    """All sessions of this person."""

    def __init__(self, folder: Path | None = None, passphrase: str | None = None) -> None:
        self._folder = folder
        self._passphrase = passphrase
        self._store: Store | None = None
        self.beside_lock = ""
        self.missing = False
        """It had a passphrase and is not here: the one that is typed next is for a new store."""
        self._first: Autosave | None = None
        """What created the store, where there was none before: one program, one connection."""
        self.place = str(data_folder(folder))
        self.on_server = folder is None and on_server()

    @property
    def locked(self) -> bool:
        """There is a store, and it needs a passphrase; `beside_lock` is what else is wrong with it."""
        self.beside_lock, self.missing = "", False
        try:
            _ = self.existing
        except (PassphraseNeeded, WrongPassphrase) as error:
            self.missing = isinstance(error, MissingStore)
            self.beside_lock = str(error) if isinstance(error, LockedOrDamaged) else ""
            return self._passphrase is not None or not self._opened_for_today()
        except StoreError as error:
            self.beside_lock = str(error)
            return self._passphrase is None and is_encrypted_here(Path(self.place) / STORE_FILE)
        return False

    def _opened_for_today(self) -> bool:
        """The passphrase that was kept in the system's keyring for today opens the store."""
        from aijri_engine.store import forget_kept, kept_for_today

        place = Path(self.place) / STORE_FILE
        kept = kept_for_today(place, date.today())
        if kept is None:
            return False
        self._passphrase = kept
        try:
            _ = self.existing
        except StoreError:
            self._passphrase = None
            forget_kept(place)
            return False
        return True

    def unlock(self, passphrase: str) -> bool:
        """Try a passphrase; whether it was the right one."""
        self._passphrase = passphrase
        return not self.locked

    def is_passphrase(self, typed: str) -> bool:
        """What was typed opens this store."""
        from aijri_engine.store import normalised

        return normalised(typed) == normalised(self._passphrase)

    def set_passphrase(self, new: str | None) -> None:
        """Set, change or remove (None) the passphrase. Raises `StoreError`; nothing is changed then."""
        self.store().set_passphrase(new)
        self._passphrase = new or None

    @property
    def existing(self) -> "Store | None":
        """The store; None where nothing was kept yet: looking creates nothing. Raises `StoreError`."""
        if self._store is None and self._first is not None:
            self._store = self._first.store
        path = Path(self.place) / STORE_FILE
        if self._store is None and (self.on_server or may_lie(path)):
            self._store = self._opened()
        elif self._store is None:
            refuse_missing(path, self._passphrase)
        return self._store

    def _opened(self) -> "Store":
        from aijri_engine.store import Store

        found = Store.open(self._folder, self._passphrase)
        found.tidy()
        return found

    def store(self) -> "Store":
        """The store, created where there is none yet: for what is written. Raises `StoreError`."""
        self._store = self.existing or self._opened()
        return self._store

    def begin_for(self, client_id: str, interview: Interview) -> Session:
        """A client's new session, on disk when this returns. Raises `ConsentNeeded` and other `StoreError`s."""
        store = self.store()
        return Session(Autosave(store, store.start(interview, client_id=client_id)))

    def of_client(self, client_id: str, library: Library) -> list[Listed]:
        """A client's sessions, the last touched first; figures only where they were seen. Raises `StoreError`."""
        return all_listed(self.store(), library, client_id=client_id)

    def listed(self, library: Library | None = None) -> list[Listed]:
        """Those taken alone, the last touched first; a client's stand on the client's card. Raises `StoreError`."""
        store = self.existing
        return [] if store is None else all_listed(store, library, alone=True)

    def beside(self, own: str, role: str) -> list[Listed]:
        """Other sittings of the same person about that role whose figure was seen, the last touched first."""
        store = self.existing
        if store is None:
            return []
        client = store.session(own).row.client_id if own else None
        rows = store.sessions(client_id=client, role=role, alone=client is None, limit=MOST_LISTED)
        return [listed_session(row, None, store) for row in rows if row.id != own and row.revealed]

    def compared(self, other: str, found: "Result", own: str, library: Library) -> Beside:
        """Another sitting put beside a result, which belongs to the session `own`. Raises `StoreError`."""
        from aijri_engine.personal.comparison import NotComparable, side_by_side
        from aijri_engine.store import result_of

        store = self.store()
        when = moment_of(store.session(other).row.updated)
        now = moment_of(store.session(own).row.updated) if own else datetime.now().astimezone()
        beside = result_of(store, other, library)
        try:
            if when <= now:
                return Beside(side_by_side(beside, found, library), when, now, other_first=True)
            return Beside(side_by_side(found, beside, library), now, when, other_first=False)
        except NotComparable as error:
            raise StoreError(str(error)) from None

    def rows_of(self, client: str | None) -> tuple[str, list["SessionRow"]]:
        """Alias and sessions of a client, or of those taken alone, the one longest untouched first."""
        from aijri_engine.store import history_rows

        store = self.existing
        if store is None:
            return "", []
        return store.roster.find(client).alias if client else "", history_rows(store, client)

    def sitting(self, row: "SessionRow", library: Library) -> "Sitting":
        """One point of a history; one that is spoiled says so, and the way out."""
        from aijri_engine.store import Sitting, sitting_of

        try:
            return sitting_of(self.store(), row, library)
        except Exception as error:  # whatever is wrong with one record, the others are shown
            return Sitting(row, "base", trouble=trouble_of(row, error)[1])

    def changed_roles(self, library: Library, client: str | None = None) -> list["RoleChange"]:
        """Roles that changed since the last sitting of a client, or the last one taken alone. Raises `StoreError`."""
        from aijri_engine.store import changed_roles

        store = self.existing
        return [] if store is None else changed_roles(store, library, client)

    def look(self, session: str, library: Library) -> Look:
        """A session as it can be gone on with; writes nothing. Raises `StoreError` or `LookupError`."""
        from aijri_engine.store import standing_of

        store = self.existing
        if store is None:
            raise LookupError(f"there is no session {session}")
        found = standing_of(store, session, library)
        when = moment_of(found.session.row.updated)
        return Look(
            Session(Autosave(store, found.session)), found.interview, when, found.change, found.notice
        )

    def choice_again(self, session: str, library: Library) -> Look:
        """The same, with the choice of content to be made anew; its `change` is None where there is none."""
        from aijri_engine.store import choice_again

        return replace(self.look(session, library), change=choice_again(self.store(), session, library))

    def begin(self, role: str) -> Session:
        """A new session; nothing is written before its first save. May block."""
        if self._store is not None:
            keeping = Autosave(self._store)
            return Session(keeping, keeping.ready() or "")
        try:
            keeping, notice = Autosave.open(self._folder, self._passphrase)
        except (PassphraseNeeded, WrongPassphrase) as error:
            why = f"{error} {UNTIL_THEN}" if isinstance(error, MissingStore) else f"{LOCKED} {UNTIL_THEN}"
            return Session(Autosave.nothing(), why)
        self._first = self._first or keeping
        return Session(keeping, notice or "")

    def resume(
        self, session: str, library: Library, choice: "Choice | None" = None
    ) -> tuple[Session, Interview]:
        """A session and its interview; a choice of content is recorded.

        Without one, a choice that is due counts as today's content. Raises `StoreError` or `LookupError` when it cannot
        be read.
        """
        from aijri_engine.store import resume_session

        store = self.existing
        if store is None:
            raise LookupError(f"there is no session {session}")
        found, interview, _ = resume_session(store, session, library, choice)
        return Session(Autosave(store, found)), interview

    def again(self, session: str, library: Library) -> Interview:
        """A new sitting from a session, whose answers can be confirmed. Raises `StoreError` or `LookupError`."""
        from aijri_engine.store import sit_again

        return sit_again(self.store(), session, library)

    def since(self, found: "Result", library: Library) -> str:
        """What lies between a result and the sitting it was begun from, in words; empty where nothing can be said."""
        from aijri_engine.store import compared_with_last

        store = self.existing if found.interview.earlier_session else None
        return "" if store is None else compared_with_last(store, found, library)

    def plan(self, today: date) -> list[str]:
        """One's own plan and the day of the next sitting, a line each. Raises `StoreError`."""
        from aijri_engine.store import own_plan_of
        from aijri_tui.own_plan import told_plan

        store = self.existing
        return [] if store is None else told_plan(own_plan_of(store), today)

    def client_of(self, session: str) -> str | None:
        """Id of the client a session is about; None for one taken alone. Raises `StoreError`."""
        store = self.existing if session else None
        return None if store is None else store.session(session).row.client_id

    def record_file(self, kind: str, path: Path, session: str, content: bytes | None = None) -> bool:
        """Remember a file made from a session: `erase` reaches it.

        Before it is written, with its `content`. False where there is no store. Raises `ConsentNeeded` where nothing of
        the client may be handed over any more.
        """
        store = self.existing if session else None
        if store is not None:
            store.record_file(kind, path, session, content=content)
        return store is not None

    def hand_out(self, paths: Collection[Path], recipient: str) -> None:
        """Remember who receives files that were recorded and are written now, where there is a store."""
        if self.existing is not None:
            self.existing.hand_out(paths, recipient)

    def report_options(self, session: str, day: str) -> "ReportOptions":
        """What a report of a session says beside the result; `day` is YYYY-MM-DD. Raises as `resume` does."""
        from aijri_engine.report import ReportOptions
        from aijri_engine.report.options import Agreement
        from aijri_engine.store import with_session
        from aijri_tui.cli.version import program_version

        options = ReportOptions(date=day, program_version=program_version())
        store = self.existing if session else None
        if store is None:
            return replace(options, agreement=Agreement(on_server=self.on_server))
        return with_session(store, store.session(session).row, options)
