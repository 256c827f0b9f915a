"""Hand-over files that somebody edited, and paths that lead to no file: refused before anything is written."""

import json
import os
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pyrage  # type: ignore[import-untyped]
import pytest
from store_clients import with_client

from aijri_engine import Interview, Library
from aijri_engine.interview.transcript import transcript
from aijri_engine.personal.asking import ask_text
from aijri_engine.store import Store, StoreError, restore, system_clock
from aijri_engine.store.forms import take_in
from aijri_engine.store.handover import document, take_over

ROLE = "deep-learning-engineer"
KEEP_DELETED = "INSERT INTO hidden VALUES (OLD.body)"
KEY = "four words nobody joins"
Edited = Callable[[Callable[[dict[str, Any]], None]], Path]


@pytest.fixture(scope="module")
def handed(tmp_path_factory: pytest.TempPathFactory, library: Library) -> str:
    """What a hand-over file of a client holds."""
    with Store.open(tmp_path_factory.mktemp("coach")) as store:
        with_client(store, library, Interview.start(library, ROLE), "Ana")
        client = store.roster.find("Ana")
        with store.reading() as connection:
            return json.dumps(document(connection, client))


@pytest.fixture
def edited(handed: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Edited:
    """The file changed by somebody who knows its passphrase; opened without the slow key."""

    def edit(change: Callable[[dict[str, Any]], None]) -> Path:
        made = json.loads(handed)
        change(made)
        monkeypatch.setattr("aijri_engine.store.handover_file._opened", lambda path, key: made)
        return tmp_path / "edited.age"

    return edit


def set_first(*keys: str | int) -> Callable[[Any], Callable[[dict[str, Any]], None]]:
    def of(value: Any) -> Callable[[dict[str, Any]], None]:
        def change(document: dict[str, Any]) -> None:
            part: Any = document
            for key in keys[:-1]:
                part = part[key]
            part[keys[-1]] = value

        return change

    return of


session_part = lambda name: set_first("sessions", 0, name)  # noqa: E731


@pytest.mark.parametrize(
    "change",
    [
        session_part("updated")("yesterday"),
        session_part("updated")(7),
        session_part("created")("2026-11-28"),
        session_part("created")("9999-12-31T00:00:00+00:00"),
        session_part("seed")("x"),
        session_part("seed")(10**30),
        session_part("versions")("abc"),
        session_part("events")("abc"),
        session_part("events")([]),
        session_part("events")([{"kind": "noted"}] * 200_000),
        session_part("events")([{"kind": "exploded"}]),
        session_part("events")([{"kind": "undone", "data": {}}]),
        session_part("events")([{"kind": "undone", "data": {"number": []}}]),
        session_part("events")([["started"]]),
        session_part("contents")([{"digest": "0", "name": "../../x", "body": "{}"}]),
        session_part("contents")(
            [{"digest": "0" * 64, "name": "roles/x.yaml", "body": '{"title": "\\u001b]0;x\\u0007"}'}]
        ),
        session_part("contents")([{"digest": "0" * 64, "name": "passwd", "body": "{}"}]),
        session_part("contents")([{"digest": "0" * 64, "name": "roles/x.yaml", "body": "[" * 100_000}]),
        set_first("sessions")({}),
        set_first("notes")([{"body": 4, "created": "2026-11-28T00:00:00+00:00"}]),
        set_first("plan")([{"act": "a", "owner": "b", "due": "soon", "sign": "", "state": "open"}]),
        set_first("plan")([{"act": "a", "owner": "b", "due": "2026-11-28", "sign": "", "state": "lost"}]),
        set_first("schema")("aijri/other/1"),
    ],
)
@pytest.mark.case("hostile 2")
def test_a_hand_over_that_was_edited_is_refused_before_anything_is_written(
    tmp_path: Path, edited: Edited, library: Library, change: Callable[[dict[str, Any]], None]
) -> None:
    path = edited(change)
    with Store.open(tmp_path / "home") as store:
        with pytest.raises(StoreError, match=r"edited\.age") as told:
            take_over(store, path, KEY, library=library)
        assert "Ask for the file again" in str(told.value)
        assert store.sessions() == []


def test_a_file_of_another_version_is_told_as_one(tmp_path: Path, edited: Edited, library: Library) -> None:
    path = edited(set_first("schema")("aijri/handover/2"))
    with (
        Store.open(tmp_path / "home") as store,
        pytest.raises(StoreError, match="another version of aijri") as told,
    ):
        take_over(store, path, KEY, library=library)
    assert "aijri/handover/2; this one reads aijri/handover/1" in str(told.value)
    assert "Ask for the file again" not in str(told.value)


def test_an_answer_that_fits_no_question_is_told_when_it_is_taken_in(
    tmp_path: Path, edited: Edited, library: Library
) -> None:
    """The week is open then, and said so: no figure of another week passes for the one that was seen."""

    def spoil(document: dict[str, Any]) -> None:
        event = {"kind": "answered", "question": "split", "value": {"rows": "half"}}
        document["sessions"][0]["events"].append(event)

    with Store.open(tmp_path / "home") as store:
        found = take_in(store, edited(spoil), library)
        (remark,) = found.remarks
        assert f"Session {found.rows[0].id}: what it says of " in remark
        assert remark.endswith("does not fit the question and is left out.")
        told = transcript(store.resume(found.rows[0].id, library), ask_text)
    assert "A: an answer that its question does not take" in told
    assert "{" not in told


@pytest.mark.parametrize(("busy", "opens"), [(2, True), (99, False)])
def test_a_busy_machine_is_no_wrong_passphrase(
    tmp_path: Path, handed: str, library: Library, monkeypatch: pytest.MonkeyPatch, busy: int, opens: bool
) -> None:
    """The library measures the machine and refuses what would take long: it is tried again, then said as it is."""
    path, waited = tmp_path / "a.age", iter(range(1000))
    path.write_bytes(b"age-encryption.org/v1\n-> scrypt 57BIq+AbaebR6xkUiBCYdA 20\nX")

    def decrypt(content: bytes, passphrase: str) -> bytes:
        if next(waited) < busy:
            raise pyrage.DecryptError("Excessive work parameter for passphrase.")
        return handed.encode()

    monkeypatch.setattr(pyrage.passphrase, "decrypt", decrypt)
    with Store.open(tmp_path / "home") as store:
        if opens:
            assert take_over(store, path, KEY, library=library)[0]
            return
        with pytest.raises(StoreError, match=r"more work \(factor 20\) than this machine can do just now"):
            take_over(store, path, KEY)


@pytest.mark.case("hostile 2")
def test_texts_of_a_hand_over_cannot_steer_a_terminal(
    tmp_path: Path, edited: Edited, library: Library
) -> None:
    evil = "\x1b]52;c;cm0=\x07Title\u202e"

    def change(document: dict[str, Any]) -> None:
        document["sessions"][0] |= {"role_name": evil, "goal": evil}
        document["plan"][0] |= {"act": evil, "owner": evil, "sign": evil}
        document["notes"] = [{"body": evil, "created": "2026-11-28T00:00:00+00:00"}]
        document["sessions"][0]["events"][1] |= {"typed": evil}

    path = edited(change)
    with Store.open(tmp_path / "home") as store:
        (row,) = take_over(store, path, KEY, library=library)[0]
        held = store.session(row.id)
        store.roster.add("Ana")
        store.roster.agree("Ana", library.wording.consent, "a next step", "Ada", date(2099, 1, 1))
        take_over(store, path, KEY, "Ana", library)
        card = store.roster.card("Ana")
    said = repr((row, held.events, card.notes, card.acts))
    assert "\\x1b" not in said
    assert "\\x07" not in said
    assert "\\u202e" not in said


@pytest.mark.case("hostile 3")
def test_content_that_claims_to_be_the_shipped_role_is_refused(
    tmp_path: Path, edited: Edited, library: Library
) -> None:
    def change(document: dict[str, Any]) -> None:
        for one in document["sessions"][0]["contents"]:
            if one["name"].startswith("roles/"):
                body = json.loads(one["body"])
                body["tasks"][0]["score"] = 5 if body["tasks"][0]["score"] != 5 else 1
                one["body"] = json.dumps(body)

    path = edited(change)
    with Store.open(tmp_path / "home") as store:
        with pytest.raises(StoreError, match="as it ships, and holds something else"):
            take_over(store, path, KEY, library=library)
        assert store.sessions() == []


@pytest.mark.case("hostile 3")
def test_other_content_is_kept_apart_from_ones_own(tmp_path: Path, edited: Edited, library: Library) -> None:
    """A later sitting of one's own on a file of the claimed digest never reads what came with the hand-over."""
    from sqlalchemy import select

    from aijri_engine.store.schema import contents

    claimed = "ab" * 32

    def change(document: dict[str, Any]) -> None:
        for one in document["sessions"][0]["contents"]:
            if one["name"].startswith("strategies/"):
                one["digest"] = claimed

    path = edited(change)
    with Store.open(tmp_path / "home") as store:
        take_over(store, path, KEY, library=library)
        with store.reading() as connection:
            kept = connection.execute(
                select(contents.c.digest).where(contents.c.file_digest == claimed)
            ).scalars()
            assert claimed not in set(kept)


@pytest.mark.parametrize(
    "content", [b"age-encryption.org/v1\n-> scrypt " + b"A" * 22 + b" 22\nx", b"age", b""]
)
@pytest.mark.case("hostile 12", "hostile 16")
def test_work_is_bounded_before_it_is_done(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "file.age"
    path.write_bytes(content)
    with Store.open(tmp_path / "data") as store, pytest.raises(StoreError, match=r"file\.age"):
        take_over(store, path, "x")


@pytest.mark.parametrize("make", ["fifo", "folder", "missing", "huge"])
@pytest.mark.case("hostile 12")
def test_only_regular_files_are_read(tmp_path: Path, make: str) -> None:
    path = tmp_path / "file.age"
    if make == "fifo":
        os.mkfifo(path)
    elif make == "folder":
        path.mkdir()
    elif make == "huge":
        path.touch()
        os.truncate(path, 2**40)
    with Store.open(tmp_path / "data") as store:
        with pytest.raises(StoreError):
            take_over(store, path, "x")
        with pytest.raises(StoreError):
            store.take_emergency(path, Library.open())
    if make != "huge":
        with pytest.raises(StoreError):
            restore(path, tmp_path / "data", None, system_clock)
