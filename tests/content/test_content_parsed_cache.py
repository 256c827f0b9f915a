"""The cache of parsed content: what others could have written is not believed, and never makes a start fail or wait."""

import json
import os
from pathlib import Path

import pytest

from aijri_engine import Library
from aijri_engine.content import parsed_cache
from aijri_engine.content.parsed_cache import recall, remember

pytestmark = pytest.mark.usefixtures("opened_anew")

NAME = "0" * 64


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv(parsed_cache.SWITCH, str(tmp_path / "cache"))
    remember(NAME, {"kept": 1})
    return tmp_path / "cache" / f"content-{parsed_cache.FORMAT}"


def test_what_was_kept_is_recalled_and_its_folder_is_the_owners(folder: Path) -> None:
    assert recall(NAME) == {"kept": 1}
    assert folder.stat().st_mode & 0o777 == 0o700


@pytest.mark.case("hostile 9")
def test_a_folder_made_while_everybody_may_write_is_still_the_owners(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(parsed_cache.SWITCH, str(tmp_path / "a" / "b"))
    before = os.umask(0)
    try:
        remember(NAME, 1)
    finally:
        os.umask(before)
    made = [tmp_path / "a", tmp_path / "a" / "b", *(tmp_path / "a" / "b").rglob("*")]
    assert len(made) == 4
    assert not any(path.stat().st_mode & 0o077 for path in made)


@pytest.mark.parametrize("what", ["folder", "file"])
@pytest.mark.case("hostile 9")
def test_what_others_may_write_is_neither_read_nor_written(folder: Path, what: str) -> None:
    place = folder if what == "folder" else folder / f"{NAME}.json"
    place.chmod(0o777)
    assert recall(NAME) is None


@pytest.mark.parametrize("what", ["pipe", "link to a device", "large", "no JSON", "deep"])
@pytest.mark.case("hostile 9")
def test_odd_files_are_passed_over(folder: Path, what: str) -> None:
    path = folder / f"{NAME}.json"
    path.unlink()
    if what == "pipe":
        os.mkfifo(path, 0o600)
    elif what == "link to a device":
        path.symlink_to("/dev/zero")
    else:
        text = {"large": " " * (parsed_cache.LARGEST + 1), "no JSON": "{", "deep": "[" * 100_000}[what]
        path.write_text(text, encoding="ascii")
        path.chmod(0o600)
    assert recall(NAME) is None


@pytest.mark.case("hostile 9")
def test_a_role_that_was_changed_in_the_cache_is_read_anew(folder: Path) -> None:
    before = Library.open().role("deep-learning-engineer")
    kept = [path for path in folder.glob("*.json") if "deep-learning-engineer" in path.read_text()]
    changed = 0
    for path in kept:
        data = json.loads(path.read_bytes())
        if data.get("id") == "deep-learning-engineer":
            data["growth"]["score"] = -2
            path.write_text(json.dumps(data), encoding="ascii")
            path.chmod(0o600)
            changed += 1
    assert changed == 1
    assert Library.open().role("deep-learning-engineer").growth == before.growth
