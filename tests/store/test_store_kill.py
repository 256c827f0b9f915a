"""Kill the process at any moment: every acknowledged answer is there, and the file is whole."""

import os
import pkgutil
import random
import struct
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from store_people import ended_after, whole

from aijri_engine import Interview, Library
from aijri_engine.report.writing import write_files
from aijri_engine.store import Store
from aijri_engine.store.calendar_file import write_calendar
from aijri_engine.store.forms import write_form
from aijri_engine.store.handover import hand_over
from aijri_engine.store.roster_table import write_roster_table

SMALL_DOSE = 12
"""Rounds of the daily run."""

LARGE_DOSE = 400
"""Rounds of the soak run."""

ACTS = 120
ROLE = "deep-learning-engineer"
PUT = "aijri_engine.files.whole_files.put_in_place"
ACKNOWLEDGED = struct.Struct("6sI")


def killed_child(
    folder: Path, passphrase: str | None, steps: list[Interview], acts: int, delay: float
) -> tuple[str, int]:
    """Let a child answer until it is ended `delay` after it acknowledged `acts` answers; what it acknowledged last."""
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        try:
            os.close(reading)
            if not acts:
                ended_after(delay)
            store = Store.open(folder, passphrase)
            session = store.start(steps[0])
            name = session.id.encode()
            os.write(writing, ACKNOWLEDGED.pack(name, len(steps[0].events)))
            for number, step in enumerate(steps[1:], 1):
                if number == acts:
                    ended_after(delay)
                session.save(step)
                os.write(writing, ACKNOWLEDGED.pack(name, len(step.events)))
        finally:
            os._exit(0)
    os.close(writing)
    last = b""
    while acknowledged := os.read(reading, ACKNOWLEDGED.size):
        last = acknowledged
    os.close(reading)
    os.waitpid(child, 0)
    if not last:
        return "", 0
    name, count = ACKNOWLEDGED.unpack(last)
    return name.decode(), count


def rounds(folder: Path, passphrase: str | None, library: Library, number: int, seed: int) -> None:
    """Kill that many children on one store, and check it after each."""
    source = random.Random(seed)
    promised: dict[str, tuple[int, Interview]] = {}
    people = [whole(Interview.start(library, ROLE), seed=seed, acts=ACTS) for seed in range(5)]
    for one in range(number):
        steps = people[one % len(people)]
        acts, delay = source.choice([0, 0, 1, 5, 20, 60]), source.random() * source.choice([0.0, 0.004, 0.05])
        session_id, count = killed_child(folder, passphrase, steps, acts, delay)
        if session_id:
            promised[session_id] = (count, steps[-1])
        with Store.open(folder, passphrase) as store:
            with store._database.reading() as connection:
                assert connection.exec_driver_sql("PRAGMA integrity_check").scalar() == "ok"
            if session_id:
                check(store, library, session_id, *promised[session_id])
    with Store.open(folder, passphrase) as store:
        for session_id, (count, end) in promised.items():
            check(store, library, session_id, count, end)
        assert {row.id for row in store.sessions()} >= set(promised)
    assert len(promised) > number // 3


def check(store: Store, library: Library, session_id: str, count: int, end: Interview) -> None:
    """Nothing acknowledged is missing, nothing else is there."""
    found = store.resume(session_id, library)
    assert len(found.events) >= count
    assert found.events == end.events[: len(found.events)]
    assert found.path.next_open() is not None


@pytest.mark.case("promise 7")
def test_kills_at_random_moments_lose_nothing(
    tmp_path: Path, library: Library, passphrase: str | None
) -> None:
    rounds(tmp_path, passphrase, library, SMALL_DOSE, seed=11)


@pytest.mark.soak
def test_hundreds_of_kills_lose_nothing(tmp_path: Path, library: Library, passphrase: str | None) -> None:
    rounds(tmp_path, passphrase, library, LARGE_DOSE, seed=12)


def test_kills_while_a_store_is_being_made_leave_one_that_works(
    tmp_path: Path, library: Library, passphrase: str | None
) -> None:
    source = random.Random(3)
    steps = whole(Interview.start(library, ROLE), seed=1, acts=3)
    for one in range(12):
        killed_child(tmp_path / str(one), passphrase, steps, 0, source.random() * 0.15)
        with Store.open(tmp_path / str(one), passphrase) as store:
            session = store.start(steps[0])
            assert store.resume(session.id, library).events == steps[0].events


def killed_while(monkeypatch: pytest.MonkeyPatch, place: str, doing: Callable[[], object]) -> None:
    """Let a child do something until it comes to that function, and end it there: no code of it runs any more.

    What is kept of content files, which nothing waits for, is written as ever.
    """
    real = pkgutil.resolve_name(place)

    def ends(first: object, *rest: object) -> object:
        return real(first, *rest) if "/cache/" in f"{first}" else os._exit(9)

    child = os.fork()
    if child == 0:
        try:
            monkeypatch.setattr(place, ends)
            doing()
        finally:
            os._exit(0)
    assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 9


def written_report(store: Store, client: str, target: Path) -> None:
    store.record_file("report", target, client_id=client, content=b"about her")
    write_files({target: b"about her"})


WRITERS: dict[str, tuple[str, Callable[[Store, str, Path], object]]] = {
    "report.txt": ("aijri_engine.report.writing.put_in_place", written_report),
    "dates [1].ics": (PUT, lambda store, one, to: write_calendar(store, to, one)),
    "all dates, with a name longer than forty letters.ics": (
        PUT,
        lambda store, _, to: write_calendar(store, to),
    ),
    "clients.csv": (PUT, lambda store, _, to: write_roster_table(store, to)),
    "page.html": (PUT, lambda store, one, to: write_form(store, Library.open(), ROLE, to, one)),
    "take along.age": (
        "aijri_engine.store.handover.move",
        lambda store, one, to: hand_over(store, one, to, "take me along", "her"),
    ),
    "copy.db": ("aijri_engine.store.copies.move", lambda store, _, to: store.backup(to)),
}
"""What writes a file about a client, and where the file is whole and not yet in its place."""


@pytest.mark.parametrize("name", WRITERS)
def test_a_file_that_a_kill_left_half_written_is_erased_with_its_client(
    tmp_path: Path, library: Library, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    place, write = WRITERS[name]
    data, out = tmp_path / "data", tmp_path / "out"
    out.mkdir()
    with Store.open(data) as store:
        client = store.roster.add("Zorilla").id
        store.roster.agree(client, library.wording.consent, "a goal", "Ada", date(2030, 1, 31))

    def writing() -> None:
        with Store.open(data) as store:
            write(store, client, out / name)

    killed_while(monkeypatch, place, writing)
    assert [path.suffix for path in out.iterdir()] == [".part"]
    (out / ".of another program.abcdefgh.part").touch()
    with Store.open(data) as store:
        assert store.erase_client(client).receipt.complete
    assert [path.name for path in out.iterdir()] == [".of another program.abcdefgh.part"]


def test_an_erasure_that_is_killed_at_its_end_leaves_a_receipt(
    tmp_path: Path, library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    with Store.open(tmp_path) as store:
        store.start(Interview.start(library, ROLE))

    def erasing() -> None:
        with Store.open(tmp_path) as store:
            store.erase_everything()

    killed_while(monkeypatch, "aijri_engine.store.erasure._empty_journal", erasing)
    with Store.open(tmp_path) as store:
        assert [(one.sessions, one.complete) for one in store.receipts()] == [(1, False)]


def test_a_copy_of_an_emergency_file_that_a_kill_left_is_erased_with_what_it_held(
    tmp_path: Path, library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    with Store.open(tmp_path) as store:
        session = store.start(whole(Interview.start(library, ROLE), seed=1, acts=2)[-1]).id
    with Store.at(Path.home() / "aijri-emergency-1.db") as other:
        other.start(Interview.start(library, ROLE).note("afraid of the new manager"))

    def erasing() -> None:
        with Store.open(tmp_path) as store:
            store.erase_session(session)

    killed_while(monkeypatch, "aijri_engine.store.erasure.move", erasing)
    (kept,) = Path.home().glob("aijri-emergency-*.db")
    kept.unlink()
    assert list(Path.home().glob(".aijri-*"))
    with Store.open(tmp_path) as store:
        assert store.erase_everything().receipt.complete
    assert list(Path.home().glob(".aijri-*")) == []
