"""A table in somebody's own words is theirs: a sitting on it is stored whole, and erasing everything takes it along."""

from pathlib import Path

import pytest

from aijri_engine import Interview, Library
from aijri_engine.content.library import open_library
from aijri_engine.content.own_table import OwnRow, role_text, save_role
from aijri_engine.conversation.own_table_kept import interview_of
from aijri_engine.store import Store

ROWS = [OwnRow("Feeding", 30), OwnRow("Guiding", 30), OwnRow("Cleaning", 20), OwnRow("Forms", 20)]


@pytest.fixture
def role_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("AIJRI_LIBRARY", str(tmp_path / "mine"))
    return save_role(
        tmp_path / "mine", "owl-keeper", role_text("owl-keeper", "Owl keeper", ROWS, "2026-11-28")
    )


def test_a_sitting_outlives_the_file_of_its_table(role_file: Path, tmp_path: Path) -> None:
    with Store.open(tmp_path / "data") as store:
        kept = store.start(interview_of(open_library(), "owl-keeper"))
        role_file.unlink()
        today = Library.open()
        then = store.library_then(kept.row.id, today)
        assert kept.resume(then).form.role.title == "Owl keeper"


def test_erasing_everything_takes_the_table_along(role_file: Path, tmp_path: Path) -> None:
    with Store.open(tmp_path / "data") as store:
        library = open_library()
        store.start(interview_of(library, "owl-keeper"))
        store.start(Interview.start(library, "owl-keeper"))
        erased = store.erase_everything()
        assert (role_file.exists(), erased.receipt.files_removed, erased.left) == (False, 1, ())


def test_a_table_that_was_edited_since_is_told_and_left(role_file: Path, tmp_path: Path) -> None:
    with Store.open(tmp_path / "data") as store:
        store.start(interview_of(open_library(), "owl-keeper"))
        role_file.write_text(role_file.read_text("utf-8") + "summary: Mine.\n", "utf-8")
        assert store.erase_everything().left == (role_file,)
        assert role_file.exists()


@pytest.mark.parametrize("edited", [False, True])
def test_a_table_that_nobody_sat_on_is_named_as_left(role_file: Path, tmp_path: Path, edited: bool) -> None:
    if edited:
        role_file.write_text(role_file.read_text("utf-8") + "summary: Mine.\n", "utf-8")
    strange = role_file.with_name("welder.yaml")
    strange.write_text("id: welder\n", "utf-8")
    with Store.open(tmp_path / "data") as store:
        erased = store.erase_everything()
    assert (erased.left, erased.receipt.files_left, erased.receipt.complete) == ((role_file,), 1, False)
    assert role_file.exists()
    assert "Files: 0 not found, 1 left." in erased.receipt.text()
    assert "Nothing is left" not in erased.receipt.text()


def test_the_last_sitting_on_a_table_takes_it_along(role_file: Path, tmp_path: Path) -> None:
    with Store.open(tmp_path / "data") as store:
        library = open_library()
        one, two = (store.start(interview_of(library, "owl-keeper")) for _ in range(2))
        assert store.erase_session(one.id).receipt.files_removed == 0
        assert role_file.exists()
        told = store.erase_session(two.id)
        assert (role_file.exists(), told.receipt.files_removed, told.receipt.complete) == (False, 1, True)
        assert store.erase_everything().receipt.files_not_found == 0


def test_a_table_that_only_an_emergency_file_holds_is_taken_over(role_file: Path, tmp_path: Path) -> None:
    place = tmp_path / "aijri-emergency-1.db"
    with Store.at(place) as other:
        held = other.start(interview_of(open_library(), "owl-keeper"))
    role_file.unlink()
    with Store.open(tmp_path / "data") as store:
        taken = store.take_emergency(place, Library.open())
        then = store.library_then(taken, Library.open())
        assert store.resume(taken, then).values() == held.resume(then).values()


def test_a_table_that_stays_plain_beside_an_encrypted_store_is_named(role_file: Path, tmp_path: Path) -> None:
    with Store.open(tmp_path / "data") as store:
        store.start(interview_of(open_library(), "owl-keeper"))
        assert store.plain_tables() == [role_file]
        role_file.unlink()
        assert store.plain_tables() == []
