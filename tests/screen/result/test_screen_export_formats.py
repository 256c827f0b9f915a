"""Every format that the screen offers is written to a real file, and holds the figure that the person saw."""

import csv
import io
import json
import re
import shutil
import subprocess
import zipfile
from contextlib import closing
from datetime import date
from pathlib import Path
from typing import Any
from unittest.mock import Mock

import pytest
from screen_driver import click_link, enter, loaded, painted, running, settle
from textual.pilot import Pilot

from aijri_engine import Interview, Library
from aijri_engine.store import Store, StoreError
from aijri_tui.screen.app.app import AijriApp
from aijri_tui.screen.result.export import ExportScreen, formats

ROLE = "deep-learning-engineer"
STEM = f"aijri-{ROLE}-{date.today()}"
ANSWERS: dict[str, Any] = {
    "split": {"design": 5, "train": 60, "infra": 10, "debug": 10, "research": 5, "collaboration": 10},
    "split_basis": "thought", "level": "mid",
    "depth": {"design": "follows", "train": "follows", "infra": "adapts", "debug": "adapts",
              "research": "originates", "collaboration": "adapts"},
}  # fmt: skip


@pytest.fixture
def session(library: Library, tmp_path: Path) -> str:
    """A session whose result was seen, in the store of the test."""
    interview = Interview.from_answers(library, ROLE, ANSWERS)
    assert isinstance(interview, Interview)
    with closing(Store.open(tmp_path / "data")) as store:
        return store.start(interview.reveal("result")).id


async def hand_over(app: AijriApp, pilot: Pilot[int], session: str) -> str:
    """Open the session's result, then the page of formats; the figure as it was painted."""
    await loaded(app, pilot)
    app.go("session", session)
    await settle(app, pilot)
    found = re.search(r"you (\d+\.\d)", painted(app))
    assert found is not None
    await pilot.press("f6")
    await settle(app, pilot)
    assert isinstance(app.screen, ExportScreen)
    return found[1]


def unbroken(app: AijriApp) -> str:
    """What is painted, without spaces and line ends: long paths run over several rows."""
    return "".join(painted(app).split())


def read_back(path: Path) -> str:
    """The words of a written file, as another program reads them."""
    content = path.read_bytes()
    if path.suffix == ".docx":
        with zipfile.ZipFile(io.BytesIO(content)) as file:
            return re.sub("<[^>]+>", " ", file.read("word/document.xml").decode())
    if path.suffix == ".pdf":
        assert content.startswith(b"%PDF-")
        if shutil.which("pdftotext") is None:
            pytest.skip("no program here reads a PDF")
        found = subprocess.run(["pdftotext", str(path), "-"], capture_output=True, check=True)
        return found.stdout.decode()
    return content.decode()


async def test_every_format_is_written_numbered_recorded_and_erased(
    app: AijriApp, tmp_path: Path, session: str
) -> None:
    async with app.run_test(size=(80, 30)) as pilot:
        figure = await hand_over(app, pilot, session)
        for ending, name, _ in formats():
            await click_link(app, pilot, f"write:{ending}")
            assert f"{tmp_path}/{STEM}." in unbroken(app), name
        await click_link(app, pilot, "write:csv")
        await click_link(app, pilot, "write:html")
    written = {path.name: path for path in tmp_path.glob("aijri-*")}
    endings = {name.removeprefix(STEM) for name in written}
    assert endings == {".pdf", ".docx", ".html", ".md", ".txt", ".json", ".yaml", ".tasks.csv", ".bridge.csv",
                       "-2.html", "-2.tasks.csv", "-2.bridge.csv"}  # fmt: skip
    for ending in (".docx", ".html", ".md", ".txt"):
        assert figure in read_back(written[STEM + ending]), ending
    assert json.loads(read_back(written[f"{STEM}.json"]))["index"] == float(figure)
    assert "train: follows" in read_back(written[f"{STEM}.yaml"])
    rows = list(csv.reader(io.StringIO(read_back(written[f"{STEM}.tasks.csv"]).lstrip("\ufeff"))))
    assert any("60" in row or "60.0" in row for row in rows), rows
    assert all(path.stat().st_mode & 0o077 == 0 for path in written.values())
    with closing(Store.open(tmp_path / "data")) as store:
        told = store.erase_session(session)
    assert told.receipt.files_removed == len(written)
    assert not [path for path in written.values() if path.exists()]


async def test_the_pdf_holds_the_figure_that_was_seen(app: AijriApp, tmp_path: Path, session: str) -> None:
    async with app.run_test(size=(80, 30)) as pilot:
        figure = await hand_over(app, pilot, session)
        assert "not handed on yet" not in painted(app)
        await click_link(app, pilot, "write:pdf")
        await app.workers.wait_for_complete([one for one in app.workers if one.group == "write"])
        await settle(app, pilot)
        assert f"Written:{tmp_path}/{STEM}.pdf" in unbroken(app)
        await name_who_receives_it(app, pilot, clients_session(app))
    assert figure in read_back(tmp_path / f"{STEM}.pdf")


def clients_session(app: AijriApp) -> str:
    """The same answers, kept for a client."""
    assert app.sessions is not None
    assert app.library is not None
    store = app.sessions.store()
    interview = Interview.from_answers(app.library, ROLE, ANSWERS)
    assert isinstance(interview, Interview)
    client = store.roster.add("M.")
    store.roster.agree("M.", app.library.wording.consent, "a next step", "Ada", date(2099, 1, 1))
    return store.start(interview.reveal("result"), client_id=client.id).id


async def name_who_receives_it(app: AijriApp, pilot: Pilot[int], session: str) -> None:
    """In a client's session the page asks who receives a file, and the card shows it."""
    assert app.sessions is not None
    roster = app.sessions.store().roster
    await hand_over(app, pilot, session)
    assert "For         not handed on yet" in painted(app)
    await click_link(app, pilot, "write:txt")
    assert roster.find("M.").sharing == "shared with nobody"
    await click_link(app, pilot, "for")
    await enter(app, pilot, "Bo[/x]")
    assert "For         Bo[/x]" in painted(app)
    with pytest.MonkeyPatch.context() as full:
        full.setattr(
            "aijri_engine.report.writing.put_in_place", Mock(side_effect=OSError(28, "No space left"))
        )
        await click_link(app, pilot, "write:html")
    assert roster.find("M.").sharing == "shared with nobody"
    await click_link(app, pilot, "write:md")
    assert roster.find("M.").sharing == "shared with Bo[/x]"
    await click_link(app, pilot, "for")
    await pilot.press("ctrl+u", "enter")
    await settle(app, pilot)
    assert "For         not handed on yet" in painted(app)
    await click_link(app, pilot, "write:txt")
    files = roster.card("M.").files
    assert [(Path(one.path).suffix, one.recipient) for one in files] == [
        (".txt", ""), (".html", ""), (".md", "Bo[/x]"), (".txt", "")]  # fmt: skip


async def test_a_folder_that_is_not_there_or_takes_nothing_is_a_sentence(
    app: AijriApp, tmp_path: Path, session: str
) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await hand_over(app, pilot, session)
        await click_link(app, pilot, "folder")
        await pilot.press("ctrl+u")
        await enter(app, pilot, "nowhere[/x]")
        assert "There is no folder nowhere[/x]." in painted(app)
        await click_link(app, pilot, "folder")
        await pilot.press("ctrl+u")
        await enter(app, pilot, "/proc/self")
        assert "Folder      /proc/" in painted(app)
        await click_link(app, pilot, "folder")
        await pilot.press("ctrl+u")
        await enter(app, pilot, "")
        assert "Folder      /proc/" in painted(app)
        await click_link(app, pilot, "write:txt")
        assert "could not be written" in running(app)
        assert "no half file was left." in running(app)
    assert not list(tmp_path.glob("aijri-*"))


@pytest.mark.case("hostile 8")
async def test_what_the_register_does_not_take_is_not_written(
    app: AijriApp, tmp_path: Path, session: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Kind 4, hostile row 8: a store that is full or read-only leaves no file that erasing would not reach."""
    async with app.run_test(size=(80, 24)) as pilot:
        await hand_over(app, pilot, session)

        def refused(*_: object, **__: object) -> None:
            raise StoreError("The disk is full.", "Free some space.")

        monkeypatch.setattr(Store, "record_file", refused)
        await click_link(app, pilot, "write:txt")
        assert "Nothing was written. The disk is full. Free some space." in running(app)
    assert not list(tmp_path.glob("aijri-*"))
