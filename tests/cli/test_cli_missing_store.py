"""A store with a passphrase that is not here any more: what a command says, and what it makes in its place."""

from pathlib import Path

import pytest
from cli_driver import run_here, run_with_passphrase

from aijri_engine.store import Store
from aijri_engine.store.folder import PLAIN

WORDS = "four words nobody guesses"


@pytest.fixture
def missing(data_folder: Path) -> Path:
    with Store.open(data_folder, WORDS):
        pass
    (data_folder / "aijri.db").rename(data_folder / "old.db")
    return data_folder


@pytest.mark.parametrize(
    "command", ["sessions", "backup", "clients add Ana", "chat deep-learning-engineer --plain"]
)
def test_nothing_is_made_in_plain_text_by_who_cannot_type(missing: Path, command: str) -> None:
    ran = run_here(*command.split(), typed="50 train, 50 design\nyes\n")
    assert (ran.code, ran.out) == (2, "")
    assert (
        f"The store with a passphrase that was here ({missing / 'aijri.db'}) is missing or empty." in ran.err
    )
    assert "pass it by AIJRI_PASSPHRASE_FD. To begin one without, delete the file `passphrase-set`" in ran.err
    assert sorted(path.name for path in missing.iterdir()) == ["old.db", "passphrase-set"]


def test_a_new_one_takes_the_passphrase_that_is_passed(missing: Path) -> None:
    (missing / "backups").mkdir()
    backup = missing / "backups" / "aijri-20260101-000000.db"
    (missing / "old.db").rename(backup)
    ran = run_with_passphrase("clients", "add", "Ana", passphrase="quite other words")
    assert ran.code == 0
    assert f"`aijri backup restore {backup}` puts it in the place of the store" in ran.err
    assert not (missing / "aijri.db").read_bytes().startswith(PLAIN)


@pytest.mark.parametrize(("again", "code"), [("quite other words", 0), ("quite otter words", 2)])
def test_a_passphrase_for_a_new_one_is_typed_twice(
    missing: Path, monkeypatch: pytest.MonkeyPatch, again: str, code: int
) -> None:
    typed = iter(("quite other words", again))
    monkeypatch.setattr("getpass.getpass", lambda *_, **__: next(typed))
    ran = run_here("clients", "add", "Ana", terminal=True)
    assert ran.code == code, ran
    assert "that was here" in ran.err
    assert (missing / "aijri.db").exists() == (code == 0)
    if not code:
        with Store.open(missing, "quite other words") as store:
            assert store.roster.find("Ana")


def test_a_backup_beside_a_store_that_was_moved_away_is_named(data_folder: Path) -> None:
    with Store.open(data_folder) as store:
        backup = store.backup()
    (data_folder / "aijri.db").unlink()
    for command in ("sessions", "sessions", "clients"):  # looking makes an empty store
        assert f"but a backup is: `aijri backup restore {backup}` puts it" in run_here(command).err
