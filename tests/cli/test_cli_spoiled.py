"""A record spoiled in any column: every list of the command line still shows the good ones, in words for people."""

import shutil
from pathlib import Path

import pytest
from cli_driver import run_here

from aijri_engine import Library
from tests.store.spoiled_store import BAD, WORDS_OF_A_LIBRARY, Spoiled, columns, whole_store

LISTS = (
    ("sessions",),
    ("sessions", "--json"),
    ("sessions", "history"),
    ("sessions", "history", "--client", "Bo"),
    ("sessions", "changes"),
    ("clients",),
    ("clients", "--due"),
    ("clients", "today"),
    ("clients", "show", "Bo"),
    ("clients", "group", "deep-learning-engineer"),
    ("compare", "GOOD", "GOOD"),
    ("plan",),
    ("practice",),
    ("erase", "receipts"),
    ("clients", "export", "OUT", "--force"),
    ("clients", "calendar", "OUT", "--force"),
)
EVERY = 31
"""One of so many pairs of a column and a list in a usual run; all of them in a long one."""


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return whole_store(tmp_path_factory.mktemp("whole"), Library.open()).parent


def looked_at(folder: Path, every: int) -> None:
    spoiled = Spoiled(folder / "aijri.db")
    for row, (table, column, where) in enumerate(columns()):
        for place, command in enumerate(LISTS):
            if (row + 5 * place) % every:
                continue
            before = spoiled.spoil(table, column, where, BAD[(row + place) % len(BAD)])
            file = folder / "out.txt"
            words = {"GOOD": spoiled.good, "OUT": str(file)}
            ran = run_here(*(words.get(word, word) for word in command))
            written = file.read_text() if "OUT" in command else ""
            told, about = ran.out + ran.err + written, f"{table}.{column} {where} {command}"
            assert ran.code in (0, 1, 2), about
            assert not [word for word in WORDS_OF_A_LIBRARY if word in told], (about, told)
            if command[0] == "sessions" and "changes" not in command and "Bo" not in command:
                assert spoiled.good in told, (about, told)
            if command == ("clients",) or written:
                assert "Bo" in told, (about, told)
            if "group" not in command:
                assert ran.code == 0, (about, told)
            spoiled.put_back(before)
    spoiled.connection.close()


@pytest.mark.case("public 2")
def test_one_bad_record_hides_no_good_one_in_any_list(whole: Path, data_folder: Path) -> None:
    shutil.copytree(whole, data_folder, dirs_exist_ok=True)
    looked_at(data_folder, EVERY)


@pytest.mark.soak
def test_no_pair_of_a_column_and_a_list_hides_a_good_one(whole: Path, data_folder: Path) -> None:
    shutil.copytree(whole, data_folder, dirs_exist_ok=True)
    looked_at(data_folder, 1)
