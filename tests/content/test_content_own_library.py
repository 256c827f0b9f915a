"""Roles of one's own beside the shipped ones: found, never in place of them, and never in their way."""

from datetime import date
from pathlib import Path

import pytest

from aijri_engine.content.library import Library, content_folder, folder_to_write, open_library
from aijri_engine.content.own_table import OwnRow, role_text, save_role
from aijri_engine.content.problems import ContentError
from aijri_engine.lint import check

ROWS = [OwnRow("Feeding", 30), OwnRow("Guiding", 30), OwnRow("Cleaning", 20), OwnRow("Forms", 20)]
TODAY = date(2026, 11, 28)


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("AIJRI_LIBRARY", str(tmp_path / "mine"))
    return tmp_path / "mine"


def add(folder: Path, role_id: str, name: str = "", text: str | None = None) -> Path:
    return save_role(folder, name or role_id, text or role_text(role_id, role_id, ROWS, "2026-11-28"))


def test_a_role_of_ones_own_is_there_at_the_next_start(folder: Path) -> None:
    assert "owl-keeper" not in open_library().roles
    add(folder, "owl-keeper")
    assert open_library().role("owl-keeper").own_table
    assert folder_to_write() == folder
    assert folder_to_write([Path("other")]) == Path("other")


@pytest.mark.parametrize("name", ["registered-nurse", "my-nurse"])
def test_a_shipped_role_is_never_replaced_and_that_is_told(folder: Path, name: str) -> None:
    path = add(folder, "registered-nurse", name)
    library = open_library()
    assert not library.role("registered-nurse").own_table
    told = [one for one in library.broken if one.file == str(path)]
    assert [one.code for one in told] == ["Q201"]
    assert "registered-nurse.yaml already" in told[0].text()
    assert [one.code for one in check([path], TODAY)] == ["Q201"]


@pytest.mark.parametrize("text", ["id: [", "id: x\n", "\0", "&a [*a]", "a: " + "[" * 5000, ""])
@pytest.mark.case("hostile 17")
def test_a_broken_role_of_ones_own_breaks_no_other(folder: Path, text: str) -> None:
    path = add(folder, "broken", text=text or " ")
    add(folder, "owl-keeper")
    library = open_library()
    assert {one.file for one in library.broken} == {str(path)}
    assert set(library.roles) == {*Library.open().roles, "owl-keeper"}
    assert [one for one in check([path], TODAY) if one.severity == "error"]


def test_one_more_role_joins_a_library_at_hand(folder: Path) -> None:
    library = open_library()
    assert "owl-keeper" not in library.roles
    assert library.with_role(add(folder, "owl-keeper")).role("owl-keeper").title == "owl-keeper"
    with pytest.raises(ContentError):
        library.with_role(add(folder, "registered-nurse"))
    assert "owl-keeper" not in library.roles


def test_content_may_leave_the_market_out_and_is_then_asked_for_it(tmp_path: Path) -> None:
    nurse = (content_folder() / "roles" / "registered-nurse.yaml").read_text("utf-8")
    before, _, rest = nurse.partition("\nevidence:\n")
    after = rest[rest.index("\nbarriers:\n") :]
    text = (before + after).replace("id: registered-nurse", "id: ward-nurse")
    save_role(tmp_path, "ward-nurse", text)
    library = Library.open(content_folder(), tmp_path)
    role = library.role("ward-nurse")
    assert len(role.asked_signals) == 5
    assert not role.has_figure
