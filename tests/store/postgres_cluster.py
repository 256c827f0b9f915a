"""A real PostgreSQL for the tests of a shared practice: begun in a temporary folder, reached from this machine only."""

import os
import pwd
import shlex
import shutil
import socket
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import suppress
from itertools import count
from pathlib import Path
from random import SystemRandom

import pytest

from aijri_engine.store import Address, Store, address_of

COACHES = ("ada", "bo", "cy")
TEMPLATE = "practice"
PLACES = "/usr/lib/postgresql/*/bin"
UNPRIVILEGED = ("postgres", "nobody")
"""As whom the server runs when the tests run as root, which it refuses."""

SAFE = "-c shared_buffers=16MB -c max_connections=60"
FAST = f"{SAFE} -c fsync=off -c full_page_writes=off"
"""A killed server loses nothing by this, only a machine without power would."""


def program_folder() -> Path | None:
    """Where the programs of the server are; None where they are not installed."""
    found = shutil.which("initdb")
    if found:
        return Path(found).resolve().parent
    newest = sorted(Path("/").glob(f"{PLACES.removeprefix('/')}/initdb"))
    return newest[-1].parent if newest else None


MOST_STARTS = 40

PORTS = range(20_000, 32_000)
"""Below those that are handed out to any program that connects: none of them is taken while a server is down."""


def _is_free(port: int) -> bool:
    with socket.socket() as wanted, suppress(OSError):
        wanted.bind(("127.0.0.1", port))
        return True
    return False


class Cluster:
    """One server with an empty practice, of which each test gets a copy."""

    def __init__(self, programs: Path, safe: bool = False) -> None:
        self._programs = programs
        self._numbers = count(1)
        self.place = Path(tempfile.mkdtemp(prefix="aijri-pg-"))
        self.data = self.place / "data"
        self._user = next((one for one in UNPRIVILEGED if _exists(one)), None) if os.getuid() == 0 else None
        if self._user:
            shutil.chown(self.place, self._user)
        self.port = next(filter(_is_free, SystemRandom().sample(PORTS, len(PORTS))))
        self._run("initdb", "-D", self.data, "-U", "root_of_all", "-E", "UTF8", "--locale=C", "--no-sync",
                  "--auth-local=trust", "--auth-host=scram-sha-256")  # fmt: skip
        self._options = (
            f"{SAFE if safe else FAST} -k {self.place} -p {self.port} -c listen_addresses=127.0.0.1"
        )
        self.start()
        self._watcher = self._ended_with_us()
        for coach in COACHES:
            self.sql(f"CREATE ROLE {coach} LOGIN PASSWORD 'secret of {coach}'")
        self.sql(f"CREATE DATABASE {TEMPLATE} OWNER ada")
        Store.open(self.place / "ada", address=self.address("ada", TEMPLATE)).close()

    def _run(self, program: str, *arguments: object) -> None:
        done = subprocess.run(
            [self._programs / program, *map(str, arguments)],
            user=self._user, cwd="/", capture_output=True, text=True, env={"LC_ALL": "C", "TZ": "UTC"},
        )  # fmt: skip
        assert done.returncode == 0, done.stderr

    def _ended_with_us(self) -> "subprocess.Popen[bytes]":
        """A process that ends the server and removes its folder once this one is gone: a pipe between them says so."""
        program = shlex.quote(str(self._programs / "pg_ctl"))
        data, place = shlex.quote(str(self.data)), shlex.quote(str(self.place))
        ending = f"read gone; {program} -D {data} -m immediate stop >/dev/null 2>&1; rm -rf {place}"
        return subprocess.Popen(
            ["sh", "-c", ending], user=self._user, cwd="/", stdin=subprocess.PIPE, start_new_session=True,
            stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
        )  # fmt: skip

    def start(self) -> None:
        """Begin, and wait until it answers: after a kill the rest of the old server must let go first."""
        begin = ("-D", self.data, "-l", self.place / "log", "-w", "-o", self._options, "start")
        for _ in range(MOST_STARTS):
            with suppress(AssertionError):
                return self._run("pg_ctl", *begin)
        return self._run("pg_ctl", *begin)

    def stop(self, mode: str = "immediate") -> None:
        """End it, and wait until it is gone."""
        self._run("pg_ctl", "-D", self.data, "-m", mode, "-w", "stop")

    def encrypt(self, name: str) -> Path:
        """From now on connections may be encrypted; the certificate to trust."""
        key, certificate = self.data / "server.key", self.data / "server.crt"
        subprocess.run(
            ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-subj", f"/CN={name}",
             "-addext", f"subjectAltName=IP:{name}", "-keyout", key, "-out", certificate],
            check=True, capture_output=True,
        )  # fmt: skip
        key.chmod(0o600)
        if self._user:
            shutil.chown(key, self._user)
            shutil.chown(certificate, self._user)
        self.sql("ALTER SYSTEM SET ssl = on")
        self.sql("SELECT pg_reload_conf()")
        return certificate

    def process(self) -> int:
        """Id of the server's first process."""
        return int((self.data / "postmaster.pid").read_text().split()[0])

    def sql(self, statement: str, database: str = "postgres") -> list[tuple[object, ...]]:
        """Run something as who runs the server."""
        import psycopg

        with psycopg.connect(
            host=str(self.place), port=self.port, user="root_of_all", dbname=database, autocommit=True
        ) as connection:
            found = connection.execute(statement)  # type: ignore[arg-type]
            return found.fetchall() if found.description else []

    def practice(self) -> str:
        """A new, empty practice."""
        name = f"practice_{next(self._numbers)}"
        self.sql(f"CREATE DATABASE {name} TEMPLATE {TEMPLATE} OWNER ada")
        return name

    def address(self, login: str, database: str) -> Address:
        """How a coach of these tests enters: by a socket, without a password."""
        return address_of(self.url(login, database))

    def url(self, login: str, database: str) -> str:
        """The same as it is typed."""
        return f"postgresql+psycopg://{login}@:{self.port}/{database}?host={self.place}"

    def remove(self) -> None:
        """End it and leave nothing."""
        if (self.data / "postmaster.pid").exists():
            self.stop()
        self._watcher.communicate()
        shutil.rmtree(self.place, ignore_errors=True)


def one_cluster() -> Iterator[Cluster]:
    """A server, for as long as a fixture lasts."""
    pytest.importorskip("psycopg")
    programs = program_folder()
    if programs is None:
        pytest.skip("PostgreSQL (initdb) is not installed")
    found = Cluster(programs)
    yield found
    found.remove()


def _exists(user: str) -> bool:
    try:
        return bool(pwd.getpwnam(user))
    except KeyError:
        return False
