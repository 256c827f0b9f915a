"""Shared by the tests of the store: today's library, a person who answers, every kind of store."""

from collections.abc import Iterator
from contextlib import ExitStack
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from postgres_cluster import Cluster, one_cluster
from store_coaches import Practice
from store_forms import page_of

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


@pytest.fixture(scope="session")
def cluster() -> Iterator[Cluster]:
    """One server for all tests of a run."""
    yield from one_cluster()


@pytest.fixture
def practice(cluster: Cluster) -> Iterator[str]:
    """A new, empty practice on it."""
    name = cluster.practice()
    yield name
    cluster.sql(f"DROP DATABASE {name} WITH (FORCE)")


@pytest.fixture
def shared(cluster: Cluster, practice: str, tmp_path: Path) -> Iterator[Practice]:
    """Stores of several coaches on it."""
    with ExitStack() as stack:
        yield Practice(cluster, practice, tmp_path, stack)


@pytest.fixture(params=[None, PASSPHRASE, "server"], ids=["plain", "encrypted", "server"])
def store(tmp_path: Path, request: pytest.FixtureRequest) -> Iterator[Store]:
    """A store of each kind: in a file, in an encrypted file, and on a server."""
    place, address, passphrase = tmp_path / "data", None, request.param
    if passphrase == "server":
        cluster, passphrase = request.getfixturevalue("cluster"), None
        address = cluster.address("ada", request.getfixturevalue("practice"))
    with Store.open(place, passphrase, address=address) as opened:
        yield opened


@pytest.fixture
def coach(tmp_path: Path, library: Library) -> Iterator[Store]:
    """A store with a client who agreed, and one who did not yet."""
    with Store.open(tmp_path / "data") as store:
        row = store.roster.add("W.Q. <b>")
        store.roster.agree(row.id, library.wording.consent, "a goal", "Ann Coach", date(2099, 1, 1), "yes")
        store.roster.add("Later")
        yield store


@pytest.fixture
def page(coach: Store, library: Library, tmp_path: Path) -> dict[str, Any]:
    return page_of(coach, library, tmp_path / "page.html")
