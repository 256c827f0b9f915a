"""The server a practice shares, as AIJRI_STORE names it. No password is ever part of that name."""

import os
from dataclasses import dataclass
from functools import cache
from ipaddress import ip_address
from urllib.parse import parse_qsl, unquote, urlsplit

from aijri_engine.files.data_folder import SERVER_VARIABLE as VARIABLE
from aijri_engine.files.whole_files import first_line_of
from aijri_engine.store.errors import UnusableStore

PASSWORD_VARIABLE = "AIJRI_STORE_PASSWORD_FD"
"""Number of an open file descriptor whose first line is the password; else the usual places of PostgreSQL are read."""

SCHEMES = ("postgresql+psycopg", "postgresql")
EXAMPLE = "postgresql+psycopg://LOGIN@HOST/DATABASE"
ENCRYPTED = ("require", "verify-ca", "verify-full")
STRICTEST = "verify-full"
TAKEN = frozenset({"host", "sslmode", "sslrootcert", "sslcert", "sslkey", "sslcrl", "passfile"})
"""What may stand behind the question mark (postgresql.org, libpq parameter key words)."""


@dataclass(frozen=True, slots=True)
class Address:
    """Where the server is and as whom it is entered."""

    login: str
    host: str
    """A name, an address, or the folder of a socket."""
    port: int
    database: str
    options: tuple[tuple[str, str], ...] = ()

    @property
    def words(self) -> str:
        """For a person; holds no secret."""
        shown = f"[{self.host}]" if ":" in self.host else self.host
        return f"{self.login}@{shown}:{self.port}/{self.database}"

    @property
    def local(self) -> bool:
        """What is sent never leaves this machine."""
        if self.host.startswith("/"):
            return True
        try:
            return ip_address(self.host).is_loopback
        except ValueError:
            return self.host.casefold() == "localhost"


def server_address() -> Address | None:
    """What `AIJRI_STORE` names; None where it is not set. Raises `UnusableStore`, never repeating what was typed."""
    typed = os.environ.get(VARIABLE, "").strip()
    return address_of(typed) if typed else None


def address_of(typed: str) -> Address:
    """The address as it is typed. Raises `UnusableStore`, without what was typed: it may hold a password."""
    try:
        parts = urlsplit(typed)
        port = parts.port or 5432
        options = dict(parse_qsl(parts.query, keep_blank_values=True, strict_parsing=bool(parts.query)))
    except ValueError:
        raise _unusable("cannot be read as an address") from None
    if parts.scheme not in SCHEMES:
        raise _unusable("names no PostgreSQL server")
    if parts.password is not None or "password" in options or "sslpassword" in options:
        raise UnusableStore(
            f"{VARIABLE} holds a password; it is not used, because other programs of this machine can read it there.",
            f"Take it out and change it. Put it into ~/.pgpass, or pass it by {PASSWORD_VARIABLE}.",
        )
    strange = sorted(set(options) - TAKEN)
    if strange:
        raise _unusable(f"has an option that is not taken ({strange[0]!r})")
    host = options.pop("host", "") or unquote(parts.hostname or "")
    database = unquote(parts.path.removeprefix("/"))
    login = unquote(parts.username or "")
    if not (host and database and login):
        raise _unusable("must name the login, the host and the database")
    if not all(part.isprintable() for part in (host, database, login, *options.values())):
        raise _unusable("holds control characters")
    found = Address(login, host, port, database, ())
    mode = options.setdefault("sslmode", "prefer" if found.local else STRICTEST)
    if not found.local and mode not in ENCRYPTED:
        raise UnusableStore(
            f"{VARIABLE} asks for a connection to another machine that anybody in between could read.",
            f"Take out sslmode, or choose one of {', '.join(ENCRYPTED)}; {STRICTEST} is what you get without it.",
        )
    return Address(login, host, port, database, tuple(sorted(options.items())))


def _unusable(what: str) -> UnusableStore:
    return UnusableStore(f"{VARIABLE} {what}.", f"It reads {EXAMPLE}, without a password.")


@cache
def password() -> str | None:
    """The first line of the descriptor that was named, read once for this process; None where none was.

    Raises `UnusableStore`.
    """
    named = os.environ.pop(PASSWORD_VARIABLE, None)
    if named is None:
        return None
    found, why = first_line_of(named)
    if why or "\0" in found:
        raise UnusableStore(
            f"{PASSWORD_VARIABLE}: no password could be read: {why or 'what is passed there is not text'}.",
            "Its value is the number of an open file descriptor whose first line is the password.",
        )
    return found
