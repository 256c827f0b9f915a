"""Writing: whole files or none, nothing overwritten by accident, and a sentence that says what happened."""

import errno
import os
from pathlib import Path

import pytest
from report_people import report_of

from aijri_engine import Library
from aijri_engine.report import Document, ReportError, write


@pytest.fixture(scope="module")
def document(library: Library) -> Document:
    return report_of(library, "junior")


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_a_report_is_written_for_its_owner_alone(document: Document, tmp_path: Path) -> None:
    target = tmp_path / "report.md"
    assert write(document, target) == (target,)
    assert target.read_bytes().startswith(b"# AI and your work")
    assert target.stat().st_mode & 0o077 == 0


def test_two_tables_are_two_files(document: Document, tmp_path: Path) -> None:
    written = write(document, tmp_path / "report.csv")
    assert [path.name for path in written] == ["report.tasks.csv", "report.bridge.csv"]
    assert names(tmp_path) == ["report.bridge.csv", "report.tasks.csv"]


def test_what_is_there_stays_unless_it_may_go(document: Document, tmp_path: Path) -> None:
    target = tmp_path / "report.txt"
    target.write_text("mine")
    with pytest.raises(ReportError, match="exists already"):
        write(document, target)
    assert target.read_text() == "mine"
    write(document, target, force=True)
    assert target.read_text().startswith("AI AND YOUR WORK")


def test_one_taken_name_of_two_stops_both(document: Document, tmp_path: Path) -> None:
    (tmp_path / "report.bridge.csv").write_text("mine")
    with pytest.raises(ReportError, match=r"report\.bridge\.csv exists already"):
        write(document, tmp_path / "report.csv")
    assert names(tmp_path) == ["report.bridge.csv"]


def test_a_full_disk_leaves_nothing_and_is_told(
    document: Document, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(descriptor: int) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(ReportError, match=r"the disk is full; .*; no half file was left"):
        write(document, tmp_path / "report.csv")
    assert names(tmp_path) == []


def test_a_full_disk_leaves_the_earlier_report_as_it_was(
    document: Document, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "report.md"
    target.write_text("earlier")

    def full(self: Path, other: Path) -> Path:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(Path, "replace", full)
    with pytest.raises(ReportError, match="the disk is full"):
        write(document, target, force=True)
    assert target.read_text() == "earlier"
    assert names(tmp_path) == ["report.md"]


def test_a_folder_that_cannot_be_written_is_told(
    document: Document, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    import tempfile

    def refused(**_: object) -> tuple[int, str]:
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))

    monkeypatch.setattr(tempfile, "mkstemp", refused)
    with pytest.raises(ReportError, match=r"report\.md could not be written: you have no permission"):
        write(document, tmp_path / "report.md")
    assert names(tmp_path) == []


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("report.odt", "can be written as"),
        ("report", "can be written as"),
        ("none/report.md", "no such folder"),
    ],
)
def test_a_name_that_cannot_be_is_told(document: Document, tmp_path: Path, name: str, told: str) -> None:
    with pytest.raises(ReportError, match=told):
        write(document, tmp_path / name)


def test_a_folder_in_the_way_is_told(document: Document, tmp_path: Path) -> None:
    (tmp_path / "report.md").mkdir()
    with pytest.raises(ReportError, match="is a folder"):
        write(document, tmp_path / "report.md", force=True)
