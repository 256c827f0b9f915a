"""For every test: sessions go to a folder of their own, never to the user's; drawn examples are the same every time.

Property tests draw the same examples in every run, so that a change is judged and not the luck of the day; new ones
with AIJRI_EXAMPLES=new.
"""

import gc
import os
import re
import shutil
import sys
import tempfile
from collections.abc import Iterator
from contextlib import closing
from functools import cache
from pathlib import Path
from typing import Any

import pyrage
import pytest
from hypothesis import settings
from sqlalchemy import Connection, Engine, event
from sqlalchemy.dialects.sqlite.pysqlite import SQLiteDialect_pysqlite
from sqlalchemy.util import LRUCache
from sqlcipher3 import dbapi2

from aijri_engine.content.files import Loaded
from aijri_engine.content.library import Library, content_folder
from aijri_engine.personal.doubt_settings import SETTINGS
from aijri_engine.store import contents, migrate
from aijri_engine.store.schema import REVISION, VERSION_TABLE

SLOW_LOCK = (pyrage.passphrase.encrypt, pyrage.passphrase.decrypt)
QUICK_LOCK = b"age-encryption.org/v1\n-> scrypt AAAAAAAAAAAAAAAAAAAAAA 10\n"
QUICK_ITERATIONS, SLOW_ITERATIONS = 4_000, 256_000
"""From a passphrase to the key of an encrypted store; SQLCipher's own number is the second."""

LONGEST_AT_A_TERMINAL, LONGEST_SOAK = 300, 7200
"""Seconds after which a test is ended and told as failed."""

settings.register_profile("same", derandomize=True, deadline=None, max_examples=50)
settings.register_profile("new", deadline=None)
settings.load_profile(os.environ.get("AIJRI_EXAMPLES", "same"))


sys.dont_write_bytecode = False
os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
"""Hundreds of tests start `aijri` as a process: each would compile all of it anew."""


MEMORY, ROOM = Path("/dev/shm"), 4 << 30
"""A folder that is kept in memory, and bytes that have to be free in it."""


def put_in_memory() -> None:
    """Files of the tests go to memory where there is room: on a disk, half of what a store takes is to wait for it.

    A killed process loses no more there than on a disk; power that fails is nothing a test could show.
    """
    try:
        held = os.statvfs(MEMORY)
    except OSError:
        return
    runs_programs = not held.f_flag & os.ST_NOEXEC
    if runs_programs and os.access(MEMORY, os.W_OK) and held.f_bavail * held.f_frsize > ROOM:
        os.environ.setdefault("PYTEST_DEBUG_TEMPROOT", str(MEMORY))


put_in_memory()


COMPILED: LRUCache[Any, Any] = LRUCache(2_000)
"""Statements as text of SQL, once for all stores of the process: each would put all of its own into words anew."""


class OneOfAKind:
    """Dialects of one database module write the same SQL."""

    dbapi: object

    def __eq__(self, other: object) -> bool:
        return type(other) is type(self) and other.dbapi is self.dbapi

    def __hash__(self) -> int:
        return hash(self.dbapi)


for name in ("__eq__", "__hash__"):
    setattr(SQLiteDialect_pysqlite, name, getattr(OneOfAKind, name))


@event.listens_for(Engine, "engine_connect")
def _compiled_once(connection: Connection) -> None:
    connection.engine._compiled_cache = COMPILED


MIGRATE = migrate.migrate
TABLES: list[str] = []
"""What the migrations made of the first new file of this process, as statements."""


def made_at_once(connection: Connection, target: str = REVISION, up: bool = True) -> None:
    """A new file gets at once the tables that all migrations made of the first one, step by step."""
    held = "SELECT sql FROM sqlite_master WHERE sql IS NOT NULL ORDER BY rowid"
    new = connection.dialect.name == "sqlite" and not connection.exec_driver_sql(held).all()
    if not new or not up or target != REVISION or not TABLES:
        MIGRATE(connection, target, up)
    else:
        for statement in TABLES:
            connection.exec_driver_sql(statement)
    if new and not TABLES and target == REVISION:
        TABLES.extend(connection.exec_driver_sql(held).scalars())
        TABLES.append(f"INSERT INTO {VERSION_TABLE} VALUES ('{REVISION}')")


migrate.migrate = made_at_once


BODY_OF = contents.body_of
BODIES: dict[str, tuple[object, str]] = {}
"""By digest: what was read from a file, and it as text."""


def written_once(file: Loaded) -> str:
    """The content that every new store keeps is put into text once, and not for each of them."""
    if file.digest not in BODIES or BODIES[file.digest][0] is not file.model:
        BODIES[file.digest] = file.model, BODY_OF(file)
    return BODIES[file.digest][1]


contents.body_of = written_once


SHIPPED = content_folder()
OPEN_ANEW = Library.__dict__["open"]


@cache
def shipped() -> Library:
    """The shipped content, which nothing can change."""
    library: Library = OPEN_ANEW.__get__(None, Library)()
    return library


def opened_once(cls: type[Library], *folders: str | Path) -> Library:
    """The shipped content alone is read, searched and learnt from once in a process, and not for every test."""
    alone = content_folder() == SHIPPED and all(Path(folder) == SHIPPED for folder in folders)
    return shipped() if alone else OPEN_ANEW.__get__(None, cls)(*folders)


setattr(Library, "open", classmethod(opened_once))  # noqa: B010


@pytest.fixture
def opened_anew(monkeypatch: pytest.MonkeyPatch) -> None:
    """For tests of the reading itself: every library is read from its files."""
    monkeypatch.setattr(Library, "open", OPEN_ANEW)


@pytest.fixture(autouse=True, scope="session")
def _places_of_the_run(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """What lies in the home or the temporary folder of this machine, say an emergency file, changes no test."""
    data = tmp_path_factory.mktemp("data")
    root = os.environ.get("PYTEST_DEBUG_TEMPROOT")
    folder = tempfile.TemporaryDirectory(prefix="aijri-", dir=root, ignore_cleanup_errors=True)
    with folder as name, pytest.MonkeyPatch.context() as patch:
        place = Path(name)
        for one in (place, place / "home", place / "tmp"):
            one.mkdir(exist_ok=True)
            one.chmod(0o755)
        patch.setenv("AIJRI_DATA", str(data))
        patch.setenv("AIJRI_CACHE", str(place / "cache"))
        patch.setenv("HOME", str(place / "home"))
        patch.setenv("TMPDIR", str(place / "tmp"))
        patch.setattr(tempfile, "tempdir", str(place / "tmp"))
        yield


@pytest.fixture(autouse=True)
def _no_emergency_left(_places_of_the_run: None) -> Iterator[None]:
    """What a test leaves where answers go when a store cannot be written is found by no other test."""
    yield
    for place in (Path.home(), Path(tempfile.gettempdir())):
        for left in place.glob("aijri-emergency-*"):
            left.unlink(missing_ok=True)


@pytest.fixture(autouse=True, scope="session")
def _quick_locks() -> Iterator[None]:
    """Locks made in this process open at once: guessing at a passphrase is made to cost a second and a GiB each time.

    They stay true locks; what another process made is opened the slow way. `slow_lock` makes those of the product.
    """
    iterate(QUICK_ITERATIONS)
    identities: dict[str, Any] = {}
    slow = SLOW_LOCK[1]

    def encrypt(content: bytes, passphrase: str, *more: Any) -> bytes:
        key = identities.setdefault(passphrase, pyrage.x25519.Identity.generate())
        return QUICK_LOCK + bytes(pyrage.encrypt(content, [key.to_public()]))

    def decrypt(content: bytes, passphrase: str) -> bytes:
        if not content.startswith(QUICK_LOCK):
            return bytes(slow(content, passphrase))
        key = identities.setdefault(passphrase, pyrage.x25519.Identity.generate())
        try:
            return bytes(pyrage.decrypt(content.removeprefix(QUICK_LOCK), [key]))
        except pyrage.DecryptError as error:
            other = "No matching keys" in str(error)
            raise pyrage.DecryptError("Decryption failed" if other else str(error)) from None

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(pyrage.passphrase, "encrypt", encrypt)
        patch.setattr(pyrage.passphrase, "decrypt", decrypt)
        yield


def iterate(number: int) -> None:
    """Stores that this process opens from now on have keys of so many iterations."""
    with closing(dbapi2.connect(":memory:")) as connection:
        connection.execute(f"PRAGMA cipher_default_kdf_iter = {number}")


@pytest.fixture
def slow_lock(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Files and stores are locked as they are for a person, and in other processes."""
    iterate(SLOW_ITERATIONS)
    for name, real in zip(("encrypt", "decrypt"), SLOW_LOCK, strict=True):
        monkeypatch.setattr(pyrage.passphrase, name, real)
    yield
    iterate(QUICK_ITERATIONS)


@pytest.fixture
def few_draws() -> Iterator[None]:
    """For tests that look at no range: everything is drawn, a twentieth as often."""
    often = {name: getattr(SETTINGS, name) for name in ("draws", "narrowing_draws", "advice_draws")}
    for name, draws in often.items():
        object.__setattr__(SETTINGS, name, draws // 20)
    yield
    for name, draws in often.items():
        object.__setattr__(SETTINGS, name, draws)


@pytest.fixture(scope="session")
def older_content(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The shipped content as it might have been in March: growth rated lower, and years asked up to 80."""
    folder = tmp_path_factory.mktemp("older")
    shutil.copytree(content_folder(), folder, dirs_exist_ok=True)
    changed = {
        "roles/deep-learning-engineer.yaml": (
            (r'^version: "[-0-9]+"', 'version: "2026-03-01"'),
            (r'^as_of: "[-0-9]+"', 'as_of: "2026-03-01"'),
            (r"^growth:\n  score: 2", "growth:\n  score: 1"),
            (r"index: 64.6\n    what", "index: 61.4\n    what"),
            (
                r"index: 64.6\n(  zone: Green\n  label:) Green .Accelerated.",
                r"index: 61.4\n\1 Green (Transforming)",
            ),
        ),
        "interview.yaml": ((r"(id: years\n(?:  .*\n)+?) +maximum: 60", r"\1        maximum: 80"),),
    }
    for name, pairs in changed.items():
        path = folder / name
        text = path.read_text(encoding="utf-8")
        for now, then in pairs:
            text, found = re.subn(now, then, text, count=1, flags=re.MULTILINE)
            assert found, now
        path.write_text(text, encoding="utf-8")
    return folder


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Tests wait for a real terminal, or run for long on purpose: they get longer limits than the one of pyproject."""
    for item in items:
        if item.get_closest_marker("soak"):
            item.add_marker(pytest.mark.timeout(LONGEST_SOAK))
        elif item.path.parent.name in ("terminal", "packaging"):
            item.add_marker(pytest.mark.timeout(LONGEST_AT_A_TERMINAL))


def pytest_collection_finish() -> None:
    """What is there by now stays to the end: to look through it for waste again and again took a tenth of the time."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(5_000, 50, 10)
    gc.callbacks.append(_looked_through)


def _looked_through(phase: str, told: dict[str, int]) -> None:
    """What a whole look through memory left is kept by a cache, and is not looked through again by the next."""
    if phase == "stop" and told["generation"] == 2:
        gc.freeze()


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_make_scheduler(config: pytest.Config, log: Any) -> Any:
    """With several workers, one that has nothing left takes over half of what another still has to do."""
    if config.getoption("dist") != "load":
        return None
    from xdist.scheduler.worksteal import WorkStealingScheduling

    return WorkStealingScheduling(config, log)
