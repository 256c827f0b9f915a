"""The states a store can be in, and what is told of each: locked, damaged, full, read-only, newer, encrypted."""

import errno
import os
import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from aijri_engine.store import Store, database, folder

Break = Callable[[Path, pytest.MonkeyPatch], object]
"""Brings a store into a state; what it returns is closed after the command."""

SAID = {
    "locked": "Another window or program is using the store",
    "damaged": ") is damaged",
    "emptied": ") is damaged",
    "cut, encrypted": ") is damaged",
    "garbage": ") cannot be read: it is damaged, or locked",
    "full": "The disk is full",
    "read-only": "cannot be written",
    "newer": "newer version of aijri",
    "missing": "The store with a passphrase that was here",
    "not entered": "You have no permission to read the store",
    "no passphrase": "the store is encrypted; run this at a terminal",
}


def locked(path: Path, monkeypatch: pytest.MonkeyPatch) -> object:
    monkeypatch.setattr(database, "BUSY_SECONDS", 0.0)
    monkeypatch.setattr(folder, "HELD_SECONDS", 0.0)
    monkeypatch.setattr(database, "PRAGMAS", database.PRAGMAS[:-1])
    other = sqlite3.connect(path, isolation_level=None)
    other.execute("BEGIN EXCLUSIVE")
    return closing(other)


def damaged(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    content = bytearray(path.read_bytes())
    content[database.PAGE :] = bytes(len(content) - database.PAGE)
    path.write_bytes(content)


def full(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A disk without room for the side files: the database calls that a failure of the disk."""

    def no_room(*_: object) -> object:
        raise sqlite3.OperationalError("disk I/O error")

    monkeypatch.setattr(database, "connect", no_room)
    monkeypatch.setattr(shutil, "disk_usage", lambda _: NamedTuple("Usage", [("free", int)])(0))


def read_only(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "access", lambda place, mode: not mode & os.W_OK)


def newer(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("UPDATE alembic_version SET version_num = '9999'")


def encrypted(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with Store.open(path.parent) as store:
        store.set_passphrase("long enough words")


def cut_and_encrypted(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    encrypted(path, monkeypatch)
    os.truncate(path, database.PAGE * 5 - 480)


def garbage(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path.write_bytes(b"\xc3garbage" * database.PAGE)


def emptied(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """As a full disk or a broken copy leaves it, with backups beside it: not taken for a store that is new."""
    path.write_bytes(b"")


def missing(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Moved away as somebody does who forgot the passphrase: nothing is then written in plain text without a word."""
    encrypted(path, monkeypatch)
    path.unlink()


def not_entered(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A folder without any permission, also for the superuser that runs a test."""
    folder = str(path.parent)

    def closed(name: str, of: Any) -> None:
        real = getattr(of, name)

        def looked_up(place: Any, *more: Any, **named: Any) -> Any:
            if not isinstance(place, int) and os.fsdecode(place).startswith(f"{folder}{os.sep}"):
                raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), place)
            return real(place, *more, **named)

        monkeypatch.setattr(of, name, looked_up)

    for name in ("stat", "lstat", "open", "scandir", "unlink", "mkdir"):
        closed(name, os)
    real_access = os.access
    monkeypatch.setattr(
        os,
        "access",
        lambda place, mode: not os.fsdecode(place).startswith(folder) and real_access(place, mode),
    )


STATES: dict[str, Break] = {
    "locked": locked, "damaged": damaged, "full": full, "read-only": read_only, "newer": newer,
    "no passphrase": encrypted, "emptied": emptied, "cut, encrypted": cut_and_encrypted, "garbage": garbage,
    "missing": missing, "not entered": not_entered,
}  # fmt: skip
