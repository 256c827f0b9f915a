"""The states a store can be in, and what is told of each: locked, damaged, full, read-only, newer, encrypted."""

import os
import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import NamedTuple

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


STATES: dict[str, Break] = {
    "locked": locked, "damaged": damaged, "full": full, "read-only": read_only, "newer": newer,
    "no passphrase": encrypted, "emptied": emptied, "cut, encrypted": cut_and_encrypted, "garbage": garbage,
}  # fmt: skip
