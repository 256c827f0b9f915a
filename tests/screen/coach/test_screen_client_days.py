"""A client from the first word to the receipt, as a coach goes through it: by keys alone, and by mouse."""

from pathlib import Path

import pytest
from coach_client import ACT, ALIAS, GOAL, PRIVATE, SHARED, SIGN
from pyrage import passphrase as age
from screen_driver import click_link, enter, give_split, loaded, press, put, running, settle
from textual import events
from textual.pilot import Pilot

from aijri_tui.screen.app.app import AijriApp
from aijri_tui.screen.coach.roster import RosterScreen
from aijri_tui.screen.interview.screen import InterviewScreen

PASSPHRASE = "take me along"


def traces(folder: Path, *words: str) -> list[str]:
    """Names of the files in which any of these words stands as bytes."""
    files = [path for path in folder.rglob("*") if path.is_file()]
    return [path.name for path in files if any(word.encode() in path.read_bytes() for word in words)]


async def begin_by_keys(app: AijriApp, pilot: Pilot[int]) -> None:
    """Home, roster, a new client, consent: no, then a question, then yes."""
    await loaded(app, pilot)
    assert "Add a client" in await press(app, pilot, "down", "down", "down", "down", "enter")
    assert "a real name is never needed" in await press(app, pilot, "enter")
    assert "none yet; it comes before the first question" in await put(app, pilot, ALIAS)
    assert "What would you like to be clearer about when we finish?" in await press(app, pilot, "b")
    assert "Ask for the goal first" in await press(app, pilot, "down", "down", "down", "enter")
    aloud = await put(app, pilot, GOAL, "Ada", "")
    assert f"for this goal: {GOAL}. Stored:" in aloud
    assert "on Ada's machine, until 22 November 2027" in aloud
    assert "text of 22 November 2026" in aloud
    refused = await press(app, pilot, "n", "enter")
    assert "the day and the no, nothing else" in refused
    assert "The answer was no on" in refused
    await press(app, pilot, "b")
    await put(app, pilot, GOAL, "Ada", "")
    assert "nothing is recorded before an answer" in await press(app, pilot, "enter")
    await press(app, pilot, "y", "enter")


@pytest.mark.case("coaching 15 header")
async def test_a_client_from_the_first_word_to_the_receipt_by_keys(
    app: AijriApp, data: Path, tmp_path: Path
) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await begin_by_keys(app, pilot)
        await press(app, pilot, "enter")
        assert isinstance(app.screen, InterviewScreen)
        assert "In a session with a coach the index stays covered" in running(app)
        assert f"AIJRI · {ALIAS} · Deep Learning Engineer" in running(app)
        await enter(app, pilot)
        await give_split(app, pilot)
        card = await press(app, pilot, "escape")
        assert "consent given on 22 November 2026, until 22 November 2027" in card
        assert "Deep Learning Engineer, 22 November 2026: not finished" in card

        await press(app, pilot, "n")
        noted = await put(app, pilot, PRIVATE, "")
        assert "Noted, private." in noted
        assert "PRIVATE of 22 November 2026, covered" in noted
        assert PRIVATE not in noted
        await press(app, pilot, "n")
        assert "is not kept yet" in await put_and_leave(app, pilot, SHARED)
        assert "Noted, shared with the client." in await press(app, pilot, "tab", "down", "enter")
        assert SHARED in running(app)

        await press(app, pilot, "p")
        assert "“soon” is no date. Type it as 2027-05-23" in await put(app, pilot, ACT, "", "soon", "")
        await press(app, pilot, *["backspace"] * 4)
        assert "Planned, by 3 January 2027." in await put(app, pilot, "in 6 weeks", SIGN)
        await press(app, pilot, "d")
        assert "1 November 2026 is past" not in await put(app, pilot, "2026-11-01")
        assert "2026-11-01 is past" in running(app)
        await press(app, pilot, *["backspace"] * 10)
        assert "next date 22 May 2027" in await put(app, pilot, "6 months")

        carried = await press(app, pilot, "b")
        assert "still open. How did it go?" in carried
        assert ACT in carried
        assert f"{SIGN}." in carried
        assert f"Done: {ACT}" in await press(app, pilot, "up", "up", "enter")
        assert f"Done: {ACT}" in await press(app, pilot, "escape")
        opened = await press(app, pilot, "down", "down", "down", "down", "enter")
        assert "open: open." not in opened
        assert "Still open" in opened

        await press(app, pilot, "o")
        differ = await put(app, pilot, "", "", PASSPHRASE, f"{PASSPHRASE}!")
        assert "The two passphrases differ" in differ
        assert PASSPHRASE not in differ
        written = await press(app, pilot, "backspace", "enter")
        assert "Tell the passphrase by another way" in written
        assert f"shared with {ALIAS}" in written
        file = tmp_path / "aijri-handover.age"
        content = age.decrypt(file.read_bytes(), PASSPHRASE).decode()
        assert SHARED in content
        assert ACT in content
        assert PRIVATE not in content

        assert "No reason is needed" in await press(app, pilot, "w")
        assert "Withdrawn" not in await press(app, pilot, "enter")  # the way back has the cursor
        withdrawn = await press(app, pilot, "w", "down", "enter")
        assert "Withdrawn on 22 November 2026. Nothing may be kept" in withdrawn
        assert "Consent has ended" in await press(app, pilot, "escape")
        await press(app, pilot, "enter")
        assert f"Delete {ALIAS}?" in await press(app, pilot, "x")
        assert "is deleted" not in await press(app, pilot, "enter", "escape")
        await press(app, pilot, "enter")
        assert f"{ALIAS} is deleted" in await press(app, pilot, "x", "down", "enter")
        assert f"{ALIAS} is back, with everything." in await press(app, pilot, "f8")
        await press(app, pilot, "enter", "x", "down", "enter")
        assert "is erased for good on 29 November 2026" in await press(app, pilot, "f6")
        await press(app, pilot, "enter", "escape")
        assert traces(data, ALIAS, PRIVATE) != []

        await press(app, pilot, "enter", "e")
        assert "Nothing was erased." in await put(app, pilot, "Wilhelmina")
        receipt = await put(app, pilot, " q")
        assert "1 client, 1 session, 2 notes, 1 act, 2 consents, 1 file." in receipt
        assert "Nothing is left in the store or its journal." in receipt
        assert ALIAS not in receipt
        assert "No clients are kept here." in await press(app, pilot, "escape")
        assert "1 client, 1 session, 2 notes" in await press(app, pilot, "f6")
        assert not file.exists()
        assert traces(data, ALIAS, PRIVATE, SHARED, GOAL, ACT, SIGN, "infra") == []


async def put_and_leave(app: AijriApp, pilot: Pilot[int], words: str) -> str:
    """Paste without going on, then escape once: nothing typed is lost by accident."""
    assert app.focused is not None
    app.focused.post_message(events.Paste(words))
    await settle(app, pilot)
    await press(app, pilot, "escape")
    return " ".join(one.message for one in app._notifications)


async def correct_and_remove(app: AijriApp, pilot: Pilot[int]) -> None:
    """One of two notes: corrected by mouse and by keys, then removed, after a question that can be declined."""
    assert app.sessions is not None
    roster = app.sessions.store().roster
    (kept,) = roster.card("wilh").notes
    note = roster.note("wilh", PRIVATE).id
    await click_link(app, pilot, "do:note")
    await press(app, pilot, "escape")
    assert "covered" in running(app)
    assert "correct" not in running(app)
    await click_link(app, pilot, f"note:{note}")
    assert f"{PRIVATE} (22 November 2026) correct remove" in running(app)
    await click_link(app, pilot, f"note_correct:{note}")
    assert "Back, the note stays as it was" in running(app)
    corrected = await put(app, pilot, ", less so now")
    assert "The note is corrected." in corrected
    assert PRIVATE not in corrected
    await click_link(app, pilot, f"note:{note}")
    assert f"{PRIVATE}, less so now" in running(app)
    await press(app, pilot, "down", "enter")
    assert "correct a note" in running(app)
    await press(app, pilot, "escape")
    await click_link(app, pilot, f"note:{note}")
    asked = await press(app, pilot, "down", "right", "enter")
    assert "Remove this note? › keep it remove it for good" in asked
    assert "› remove" in await press(app, pilot, "enter")
    gone = await press(app, pilot, "enter", "right", "enter")
    assert "The note is removed. Backups made before still hold it." in gone
    assert [one.id for one in roster.card("wilh").notes] == [kept.id]
    assert PRIVATE not in running(app)
    await click_link(app, pilot, f"note:{kept.id}")
    assert f"{SHARED} (22 November 2026) correct remove" in running(app)


async def test_a_client_by_mouse(app: AijriApp, data: Path) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await loaded(app, pilot)
        await click_link(app, pilot, "clients")
        await click_link(app, pilot, "add")
        app.focused.post_message(events.Paste(ALIAS)) if app.focused else None
        await click_link(app, pilot, "do")
        await click_link(app, pilot, "do:consent")
        for line, words in (("goal", GOAL), ("coach", "Ada")):
            await pilot.click(f"#line-{line}")
            assert app.focused is not None
            app.focused.post_message(events.Paste(words))
            await settle(app, pilot)
        await click_link(app, pilot, "do")
        await click_link(app, pilot, "answer:today_only")
        assert "nothing may be kept after today" in running(app)
        await click_link(app, pilot, "do:note")
        assert app.focused is not None
        app.focused.post_message(events.Paste(SHARED))
        await settle(app, pilot)
        await click_link(app, pilot, "shared")
        await click_link(app, pilot, "do")
        assert SHARED in running(app)
        await correct_and_remove(app, pilot)
        await click_link(app, pilot, "do:begin")
        await click_link(app, pilot, "one:deep-learning-engineer")
        assert isinstance(app.screen, InterviewScreen)
        app.go("client_of", app.screen.sitting.kept.id)
        await settle(app, pilot)
        await click_link(app, pilot, "cover:lift")
        await click_link(app, pilot, "do:delete")
        await click_link(app, pilot, "do")
        assert isinstance(app.screen, RosterScreen)
        assert app.sitting is None
        await click_link(app, pilot, "undo")
        assert f"{ALIAS} is back" in running(app)
        client = app.sessions.store().roster.find("wilh") if app.sessions else None
        assert client is not None
        made = data.parent / "report.md"
        made.write_text("a report")
        app.sessions.store().record_file("report", made, client_id=client.id) if app.sessions else None
        await click_link(app, pilot, f"client:{client.id}")
        assert "handed to nobody yet" in running(app)
        await click_link(app, pilot, "file:0")
        app.focused.post_message(events.Paste("her union")) if app.focused else None
        await click_link(app, pilot, "do")
        assert "shared with her union" in running(app)
        await click_link(app, pilot, "consent:0")
        assert "It must not be used for hiring" in running(app)
        await click_link(app, pilot, "do:screen.back")
        assert "your clients" in running(app)
