"""Erasing where one value of one record is spoiled: nothing of anybody stays, and nothing ends in an error."""

import shutil
import sqlite3
from pathlib import Path

import pytest
from spoiled_store import Spoiled, columns, whole_store

from aijri_engine import Library
from aijri_engine.store import Store

WORST = ("x'fffe'", "CAST(x'ff' AS TEXT)", "7")
OF_PEOPLE = ("clients", "sessions", "consents", "notes", "acts", "files")


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory, library: Library) -> Path:
    return whole_store(tmp_path_factory.mktemp("whole"), library)


@pytest.mark.parametrize("table", OF_PEOPLE)
def test_everything_goes_whatever_is_spoiled(whole: Path, tmp_path: Path, table: str) -> None:
    """A path that was no text stopped the erasing of everything."""
    of_table = [one for keys in (False, True) for one in columns(keys) if one[0] == table]
    for number, (_, column, place) in enumerate(of_table):
        bad = WORST[number % len(WORST)]
        folder = tmp_path / f"{number}"
        folder.mkdir()
        path = shutil.copy(whole, folder / whole.name)
        spoiled = Spoiled(path)
        try:
            spoiled.spoil(table, column, place, bad)
        except sqlite3.Error:
            continue
        finally:
            spoiled.connection.close()
        with Store.open(folder) as store:
            store.erase_everything()
        connection = sqlite3.connect(path)
        left = [one for one in OF_PEOPLE if connection.execute(f"SELECT 1 FROM {one} WHERE 1").fetchone()]
        connection.close()
        assert left in ([], ["files"]), (column, bad)  # a backup that was cleaned stays recorded


@pytest.mark.parametrize("bad", WORST)
def test_a_client_goes_whose_file_has_no_readable_path(whole: Path, tmp_path: Path, bad: str) -> None:
    path = shutil.copy(whole, tmp_path / whole.name)
    connection = sqlite3.connect(path, isolation_level=None)
    connection.execute(f"UPDATE files SET path = {bad} WHERE client_id IS NOT NULL")
    (client,) = connection.execute("SELECT id FROM clients WHERE alias = 'Ana'").fetchone()
    connection.close()
    with Store.open(tmp_path) as store:
        assert store.erase_client(client).receipt.clients == 1


@pytest.mark.parametrize("first", ["min", "max"])
def test_a_client_goes_one_of_whose_sittings_has_no_readable_id(
    whole: Path, tmp_path: Path, first: str
) -> None:
    """Ids of two kinds were compared as one, which no database does."""
    path = shutil.copy(whole, tmp_path / whole.name)
    connection = sqlite3.connect(path, isolation_level=None)
    (client,) = connection.execute("SELECT id FROM clients WHERE alias = 'Ana'").fetchone()
    hers = f"SELECT {first}(id) FROM sessions WHERE client_id = '{client}'"
    (gone,) = connection.execute(hers).fetchone()
    connection.execute(f"UPDATE sessions SET id = x'ff' WHERE id = '{gone}'")
    with Store.open(tmp_path) as store:
        assert store.erase_client(client).receipt.sessions == 2
    assert connection.execute(f"SELECT 1 FROM events WHERE session_id = '{gone}'").fetchone() is None
    connection.close()


def test_a_tidying_that_fails_keeps_no_store_from_opening(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def failing(*_: object) -> None:
        raise TypeError

    monkeypatch.setattr("aijri_engine.store.removal.erase", failing)
    monkeypatch.setattr("aijri_engine.store.removal.Removal.erase_overdue", failing)
    with Store.open(tmp_path) as store:
        assert store.tidy() is None
