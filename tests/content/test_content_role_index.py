"""A role is opened alone, lists come from the index, and what is broken is named and hides nothing."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

from aijri_engine.content import files, role_index
from aijri_engine.content.files import content_folder, load_file
from aijri_engine.content.library import Library
from aijri_engine.content.own_table import OwnRow, role_text, save_role
from aijri_engine.content.role_index import card_of
from aijri_engine.content.role_lists import left_out

pytestmark = pytest.mark.usefixtures("opened_anew")

ROWS = [OwnRow("Feeding", 30), OwnRow("Guiding", 30), OwnRow("Cleaning", 20), OwnRow("Forms", 20)]
TRANSLATOR = (content_folder() / "roles" / "translator.yaml").read_text("utf-8")


def many(folder: Path, count: int) -> Path:
    for number in range(count):
        text = TRANSLATOR.replace("id: translator", f"id: keeper-{number}")
        text = text.replace("title: Translator", f"title: Keeper {number}")
        text = re.sub(r"\naliases: .*\n", f"\naliases: [keeper {number}]\n", re.sub(r"\ncodes: .*", "", text))
        save_role(folder, f"keeper-{number}", text)
    return folder


@pytest.fixture
def read(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Names of the files that are parsed and validated."""
    seen: list[str] = []

    def noted(path: Path, *rest: object) -> object:
        seen.append(path.name)
        return load_file(path, *rest)  # type: ignore[arg-type]

    monkeypatch.setattr(role_index, "load_file", noted)
    return seen


@pytest.mark.case("second role 9 one")
def test_to_open_one_role_no_other_is_read(tmp_path: Path, read: list[str]) -> None:
    library = Library.open(content_folder(), many(tmp_path, 6))
    assert library.role("keeper-3").title == "Keeper 3"
    assert library.role("registered-nurse").title.startswith("Registered Nurse")
    assert library.versions("keeper-3")
    assert read == ["keeper-3.yaml", "registered-nurse.yaml"]


@pytest.mark.case("second role 9")
def test_a_list_reads_each_file_once_and_then_none_until_one_changes(
    tmp_path: Path, read: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("AIJRI_CACHE", str(tmp_path / "cache"))
    many(tmp_path, 3)
    first = dict(Library.open(content_folder(), tmp_path).cards)
    assert {"keeper-0.yaml", "translator.yaml"} <= set(read)
    read.clear()
    assert dict(Library.open(content_folder(), tmp_path).cards) == first
    assert read == []
    path = tmp_path / "roles" / "keeper-1.yaml"
    path.write_text(path.read_text("utf-8").replace("Keeper 1", "Warden"), "utf-8")
    assert Library.open(content_folder(), tmp_path).cards["keeper-1"].title == "Warden"
    assert read == ["keeper-1.yaml"]


@pytest.mark.parametrize("spoiled", ["{", "[1]", "{}", '{"x": 1}', "\0"])
def test_a_spoiled_index_is_made_anew(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, spoiled: str) -> None:
    monkeypatch.setenv("AIJRI_CACHE", str(tmp_path / "cache"))
    many(tmp_path, 2)
    first = dict(Library.open(content_folder(), tmp_path).cards)
    kept = [
        path for path in (tmp_path / "cache").rglob("*.json") if "keeper-0.yaml" in path.read_text("utf-8")
    ]
    assert len(kept) == 1
    kept[0].write_text(spoiled, "utf-8")
    assert dict(Library.open(content_folder(), tmp_path).cards) == first


def test_what_the_index_says_is_what_the_role_says() -> None:
    library = Library.open()
    for role_id, role in library.roles.items():
        assert library.cards[role_id] == card_of(role)
        assert library.cards[role_id].index == role.expect.index


def test_a_broken_role_is_named_in_lists_and_hides_no_other(tmp_path: Path) -> None:
    many(tmp_path, 2)
    path = save_role(tmp_path, "keeper-9", "id: keeper-9\ntitle: [")
    library = Library.open(content_folder(), tmp_path)
    assert {"keeper-0", "keeper-1", "translator"} <= set(library.cards)
    assert [words.partition(" is left out: ")[0] for words in left_out(library.broken)] == [str(path)]
    told = [
        subprocess.run(
            [sys.executable, "-m", "aijri_tui.cli.main", *words, "--library", str(tmp_path)],
            capture_output=True, text=True, timeout=60, check=False,
        )
        for words in (["roles"], ["score", "keeper-9"], ["score", "translator"])
    ]  # fmt: skip
    assert [f"{path} is left out" in one.stderr for one in told] == [True, True, False]
    assert "Keeper 1" in told[0].stdout


def test_a_shipped_role_lies_in_the_file_of_its_name() -> None:
    """So that no file of another folder is ever opened in its place."""
    assert [file.path.stem for file in Library.open().roles.files()] == list(Library.open().roles)


@pytest.mark.parametrize(
    "odd", ["../roles/translator", "translator.yaml", "/etc/passwd", "", "\0", "x" * 5000, "🦉"]
)
def test_no_name_of_a_role_is_a_path(odd: str) -> None:
    library = Library.open()
    assert odd not in library.roles
    assert not library.knows(odd)
    assert files.kind_of(Path("roles/x.yaml")) == "roles"


def test_nothing_of_a_table_in_own_words_is_ever_kept_in_a_cache(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """No erasure reaches a cache: neither the rows nor the title, whole or broken, listed, opened or written."""
    cache = tmp_path / "cache"
    monkeypatch.setenv("AIJRI_CACHE", str(cache))
    (cache / "content-1").mkdir(parents=True)
    (cache / "content-1" / "before.json").write_text('{"title": "SECRETJOB"}')
    many(tmp_path, 1)
    text = role_text("secretjob", "SECRETJOB", [*ROWS[:3], OwnRow("SECRETROW", 20)], "2026-11-28")
    path = save_role(tmp_path, "secretjob", text)
    save_role(tmp_path, "broken", text.replace("share: 20", "share: SECRETROW"))
    library = Library.open(content_folder(), tmp_path)
    assert library.cards["secretjob"].title == "SECRETJOB"
    assert library.role("secretjob").own_table
    assert library.roles.broken
    assert Library.open(content_folder()).with_role(path).role("secretjob").own_table
    kept = [one.read_text("utf-8") for one in cache.rglob("*") if one.is_file()]
    assert kept
    assert not [one for one in kept if "secretjob" in one.casefold() or "SECRETROW" in one]
