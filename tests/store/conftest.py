"""Shared by the tests of the store: today's library, a person who answers, both kinds of store."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from aijri_engine import Interview, Library
from aijri_engine.store import Store

ROLE = "deep-learning-engineer"
PASSPHRASE = "it's a long way, Ünsal"


@pytest.fixture(scope="session")
def library() -> Library:
    return Library.open()


@pytest.fixture
def interview(library: Library) -> Interview:
    return Interview.start(library, ROLE)


@pytest.fixture(params=[None, PASSPHRASE], ids=["plain", "encrypted"])
def passphrase(request: pytest.FixtureRequest) -> str | None:
    found: str | None = request.param
    return found


@pytest.fixture
def impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    """A window that another one holds for the whole test gives up soon, and not after five seconds."""
    monkeypatch.setattr("aijri_engine.store.database.BUSY_SECONDS", 0.2)


@pytest.fixture
def store(tmp_path: Path, passphrase: str | None) -> Iterator[Store]:
    with Store.open(tmp_path / "data", passphrase) as opened:
        yield opened
