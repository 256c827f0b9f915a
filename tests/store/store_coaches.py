"""Stores of coaches on one server, and clients of theirs."""

from contextlib import ExitStack
from datetime import date
from pathlib import Path

import pytest
from postgres_cluster import Cluster

from aijri_engine import Library
from aijri_engine.store import (
    Store,
)

LATER = date(2099, 12, 31)


class Practice:
    """Stores of coaches on one server, and how a shell would reach it."""

    def __init__(self, cluster: Cluster, name: str, folder: Path, stack: ExitStack) -> None:
        self.cluster, self.name, self.folder, self._stack = cluster, name, folder, stack

    def store(self, coach: str, passphrase: str | None = None) -> Store:
        address = self.cluster.address(coach, self.name)
        return self._stack.enter_context(Store.open(self.folder / coach, passphrase, address=address))

    def enter(self, coach: str, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setenv("AIJRI_STORE", self.cluster.url(coach, self.name))
        monkeypatch.setenv("AIJRI_DATA", str(self.folder / coach))


def agreed(store: Store, library: Library, alias: str) -> str:
    client = store.roster.add(alias)
    store.roster.agree(client.id, library.wording.consent, "see clearer", "Ada", LATER)
    return client.id
