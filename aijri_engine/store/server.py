"""A store on a PostgreSQL server that several coaches share: the same tables, one writer at a time but for answers."""

import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from os import dup
from pathlib import Path
from secrets import token_urlsafe
from typing import Any

from sqlalchemy import Connection, create_engine, text

from aijri_engine.store import migrate, schema
from aijri_engine.store.address import PASSWORD_VARIABLE, Address, password
from aijri_engine.store.database import ONE_CONNECTION, Database
from aijri_engine.store.errors import KEPT, NotShared, StoreError, UnusableStore
from aijri_engine.store.settings import keep_setting, setting

CONNECT_SECONDS = 5
LOCK_SECONDS = 10
STATEMENT_SECONDS = 20
PATIENCE_SECONDS = 30.0
"""How long a connection, another coach's write, one statement and one transaction are waited for [ours]."""

SETTINGS = {
    "search_path": "public",
    "synchronous_commit": "on",
    "lock_timeout": f"{LOCK_SECONDS}s",
    "statement_timeout": f"{STATEMENT_SECONDS}s",
    "idle_in_transaction_session_timeout": f"{int(PATIENCE_SECONDS)}s",
}
"""An acknowledged answer is on the server's disk; a window that stops in the middle holds up nobody for long."""

LOCK = 0x41494A52
"""Number of the advisory lock of writers: the letters AIJR."""

ROOTS = Path("~/.postgresql/root.crt")
"""Where the certificate authorities of a server are kept, by libpq's own rule; without it the system's count."""

OLDEST = 130000
"""PostgreSQL 13, the oldest version these rules were written for [ours]."""

ASK = "Ask who runs the server."
TRY_AGAIN = f"Check the network and try again; {KEPT}"
LET_IN = f"Put the password into ~/.pgpass, or pass it by {PASSWORD_VARIABLE}; {ASK[0].lower()}{ASK[1:]}"

STATES: dict[str, tuple[str, str]] = {
    "28P01": ("does not let you in with this password, or without one", LET_IN),
    "28000": ("does not let you in", LET_IN),
    "3D000": ("has no such database", ASK),
    "42501": ("does not let this login use the tables of the practice", ASK),
    "53100": ("has no room left on its disk", f"{ASK[:-1]}; {KEPT}"),
    "53300": ("has no connection left", f"Try again in a minute; {KEPT}"),
    "55P03": ("is kept busy by another coach's program, which did not let go", f"Try again; {KEPT}"),
    "57P03": ("is just starting or stopping", f"Try again in a minute; {KEPT}"),
    "25006": ("takes nothing new: it is read-only", f"{ASK[:-1]}; {KEPT}"),
}
"""What a server answers (SQLSTATE), and what it means."""

UNSAFE, UNTRUSTED = "no TLS", "bad certificate"
STATES |= {
    UNSAFE: ("does not encrypt the connection", f"Nothing was sent. {ASK}"),
    UNTRUSTED: ("showed a certificate that cannot be trusted", f"Nothing was sent. {ASK}"),
}

SAID = (
    ("no password supplied", "28P01"),
    ("certificate", UNTRUSTED),
    ("ssl", UNSAFE),
    ("starting up", "57P03"),
    ("shutting down", "57P03"),
    ("recovery", "57P03"),
    ("connection slots", "53300"),
    ("too many", "53300"),
    ("does not exist", "3D000"),
    ("fatal:", "28P01"),
)
"""What is said when a connection is refused, in the order in which it is looked for, and the state it stands for."""

GONE = ("08", "57P01", "57P02", "57P05", "25P03")
"""Beginnings of states that say that the connection was ended."""

REFUSED_LOGINS = ("28P01", "28000", "3D000")
"""States for which what was typed is to blame, before anything was read."""


class ServerDatabase(Database):
    """The database of a practice and the one connection to it; may be used from several threads, one after another."""

    def __init__(self, address: Address, path: Path, passphrase: str | None = None) -> None:
        self.address = address
        self.server = address.words
        self.login = address.login
        self._raw: Any = None
        self._known = False
        """This login was found to be a coach's."""
        super().__init__(path, passphrase)

    def reopen(self, passphrase: str | None) -> None:
        """Begin anew. The passphrase is for what is written on this machine while the server cannot be reached."""
        self.passphrase = passphrase
        self._engine = create_engine(
            "postgresql+psycopg://", creator=self._connect, pool_pre_ping=True, **ONE_CONNECTION
        )
        self._reader = self._engine.execution_options(
            isolation_level="REPEATABLE READ", postgresql_readonly=True
        )

    def _connect(self) -> Any:
        try:
            import psycopg
        except ImportError:
            raise UnusableStore(
                "A store on a server needs the package psycopg, which is not installed.",
                "Install it with: pip install 'aijri[server]'",
            ) from None
        found = self.address
        options: dict[str, Any] = dict(found.options)
        if not found.local and options["sslmode"] == "verify-full" and not ROOTS.expanduser().exists():
            options.setdefault("sslrootcert", "system")
        self._raw = psycopg.connect(
            host=found.host,
            hostaddr="",  # else PGHOSTADDR could lead elsewhere
            port=found.port,
            user=found.login,
            dbname=found.database,
            password=password(),
            client_encoding="UTF8",
            application_name="aijri",
            connect_timeout=CONNECT_SECONDS,
            gssencmode="disable",
            keepalives_idle=CONNECT_SECONDS,
            tcp_user_timeout=int(PATIENCE_SECONDS * 1000),
            options=" ".join(f"-c {name}={value}" for name, value in SETTINGS.items()),
            **options,
        )
        return self._raw

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """A write transaction with none beside it: on the server's disk when the block ends. Raises `StoreError`."""
        with self._transaction("SELECT pg_advisory_xact_lock(:lock)") as connection:
            yield connection

    @contextmanager
    def appending(self) -> Iterator[Connection]:
        """The same for answers to a session of one's own, beside those of others."""
        with self._transaction("SELECT pg_advisory_xact_lock_shared(:lock)") as connection:
            yield connection

    @contextmanager
    def _transaction(self, locking: str) -> Iterator[Connection]:
        with self._telling(), self._patience(), self._engine.begin() as connection:
            connection.execute(text(locking), {"lock": LOCK})
            yield connection

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """A consistent view that blocks nobody. Raises `StoreError`."""
        with self._telling(), self._patience(), self._reader.connect() as connection:
            yield connection

    @contextmanager
    def _patience(self) -> Iterator[None]:
        """End a transaction whose server has fallen silent: the connection is cut from this side."""
        done = threading.Event()
        threading.Thread(target=self._watch, args=(done,), daemon=True).start()
        try:
            yield
        finally:
            done.set()

    def _watch(self, done: threading.Event) -> None:
        while not done.wait(PATIENCE_SECONDS):
            with suppress(Exception), socket.socket(fileno=dup(self._raw.fileno())) as end:
                end.shutdown(socket.SHUT_RDWR)

    def bring_up(self) -> None:
        """Create or migrate the tables where needed. Raises `UnusableStore` for a login that no rule would hold."""
        with self.reading() as connection:
            self._refuse_unfit(connection)
            current = migrate.revision_of(connection) == schema.REVISION
        if not current:
            migrate.load()
            with self.writing() as connection:
                if migrate.revision_of(connection) != schema.REVISION:
                    migrate.migrate(connection)
        self._known = True
        if self.passphrase is None:
            self.passphrase = self._emergency_key()

    def _emergency_key(self) -> str:
        """Kept on the server alone: the file it encrypts on this machine opens for nobody who cannot enter there."""
        with self.reading() as connection:
            found = setting(connection, schema.EMERGENCY_KEY)
        if not found:
            with self.writing() as connection:
                found = setting(connection, schema.EMERGENCY_KEY) or token_urlsafe()
                keep_setting(connection, schema.EMERGENCY_KEY, found)
        return found

    def _refuse_unfit(self, connection: Connection) -> None:
        facts = text(
            "SELECT current_user, rolsuper OR rolbypassrls, current_setting('server_version_num')::int, "
            "current_setting('server_encoding') FROM pg_roles WHERE rolname = current_user"
        )
        self.login, sees_all, version, encoding = connection.execute(facts).one()
        if sees_all:
            raise UnusableStore(
                f"The login {self.login} may see everything on the server, every coach's clients too.",
                "Enter with a login of your own that is no superuser and has no BYPASSRLS.",
            )
        if version < OLDEST or encoding != "UTF8":
            raise UnusableStore(
                f"The database at {self.server} is PostgreSQL {version // 10000} in {encoding}.",
                f"aijri needs PostgreSQL {OLDEST // 10000} or newer, and a database in UTF8.",
            )

    @property
    def replaced(self) -> bool:
        """A server is not moved away."""
        return False

    def coaches(self, connection: Connection) -> set[str]:
        """Logins of this server."""
        return set(connection.scalars(text("SELECT rolname FROM pg_roles WHERE rolcanlogin")))

    def told(self, error: Exception) -> StoreError:
        """The error of the server as sentences; never with its own words, which can hold content."""
        cause = getattr(error, "orig", None) or error
        state = str(getattr(cause, "sqlstate", None) or "")
        if state == "42501" and self._known:
            return NotShared(
                "This is not yours any more: it was erased, or its client is not shared with you now.",
                "Nothing was written; the coach whose client it is can say more.",
            )
        state = state or _state_said(str(cause).casefold())
        if not state or state.startswith(GONE):
            what, remedy = "cannot be reached", TRY_AGAIN
        else:
            what, remedy = STATES.get(state, (f"did not take this (SQLSTATE {state})", f"{ASK[:-1]}; {KEPT}"))
        kind = UnusableStore if state in REFUSED_LOGINS and not self._known else StoreError
        return kind(f"The server of the practice ({self.server}) {what}.", remedy)

    def __repr__(self) -> str:
        return f"ServerDatabase({self.server!r})"


def _state_said(said: str) -> str:
    """The state a refused connection stands for: the library gives none then, only what was said."""
    return next((state for words, state in SAID if words in said), "")
