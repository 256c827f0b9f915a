"""Shared by the tests of a coach's screens: a store in which it is noon on one day."""

from pathlib import Path

import pytest
from coach_client import NOON

from aijri_engine.store import Store
from aijri_tui.screen.app.app import AijriApp


@pytest.fixture
def data(app: AijriApp, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder of the store, whose clock stands still at noon."""
    opening = Store.open.__func__  # type: ignore[attr-defined]

    def at_noon(cls: type[Store], *arguments: object, **options: object) -> Store:
        found = opening(cls, *arguments, **{"clock": lambda: NOON, **options})
        assert isinstance(found, Store)
        return found

    monkeypatch.setattr(Store, "open", classmethod(at_noon))
    return tmp_path / "data"
