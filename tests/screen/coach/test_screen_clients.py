"""A coach's screens: a client from the first word to the receipt, by keyboard and by mouse."""

from datetime import UTC, datetime
from pathlib import Path

import pytest
from nasty_texts import HARMFUL, NASTY
from pyrage import passphrase as age
from screen_driver import click_link, enter, give_split, loaded, painted, settle
from screen_goldens import compare
from sqlalchemy import insert
from textual import events
from textual.pilot import Pilot

from aijri_engine import Interview
from aijri_engine.store import Store
from aijri_engine.store.answers import told_of
from aijri_engine.store.schema import clients
from aijri_tui.screen.app.app import AijriApp
from aijri_tui.screen.coach.client import ClientScreen
from aijri_tui.screen.coach.roster import RosterScreen
from aijri_tui.screen.interview.screen import InterviewScreen
from aijri_tui.screen.kit.shell import work_instead

NOON = datetime(2026, 11, 22, 12, tzinfo=UTC)
ALIAS, GOAL = "Wilhelmina Q", "whether to move to research"
PRIVATE, SHARED = "worried about the merger", "we read the bridge together"
ACT, SIGN = "ask for one reviewed design decision", "the review has my name on it"
PASSPHRASE = "take me along"


@pytest.fixture
def data(app: AijriApp, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder of the store, whose clock stands still at noon."""
    opening = Store.open.__func__  # type: ignore[attr-defined]

    def at_noon(cls: type[Store], *arguments: object, **options: object) -> Store:
        found = opening(cls, *arguments, **{"clock": lambda: NOON, **options})
        assert isinstance(found, Store)
        return found

    monkeypatch.setattr(Store, "open", classmethod(at_noon))
    return tmp_path / "data"


async def press(app: AijriApp, pilot: Pilot[int], *keys: str) -> str:
    """Press keys one after the other; what is painted then, on one line."""
    for key in keys:
        await pilot.press(key)
        await settle(app, pilot)
    return said(app)


async def put(app: AijriApp, pilot: Pilot[int], *lines: str) -> str:
    """Fill in lines of a form as a paste does, each followed by enter."""
    for words in lines:
        assert app.focused is not None
        if words:
            app.focused.post_message(events.Paste(words))
            await settle(app, pilot)
        await press(app, pilot, "enter")
    return said(app)


def said(app: AijriApp) -> str:
    """The screen as running text."""
    return " ".join(painted(app).split())


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
        assert "In a session with a coach the index stays covered" in said(app)
        assert f"AIJRI · {ALIAS} · Deep Learning Engineer" in said(app)
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
        assert SHARED in said(app)

        await press(app, pilot, "p")
        assert "“soon” is no date. Type it as 2027-05-23" in await put(app, pilot, ACT, "", "soon", "")
        await press(app, pilot, *["backspace"] * 4)
        assert "Planned, by 3 January 2027." in await put(app, pilot, "in 6 weeks", SIGN)
        await press(app, pilot, "d")
        assert "1 November 2026 is past" not in await put(app, pilot, "2026-11-01")
        assert "2026-11-01 is past" in said(app)
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
    assert "covered" in said(app)
    assert "correct" not in said(app)
    await click_link(app, pilot, f"note:{note}")
    assert f"{PRIVATE} (22 November 2026) correct remove" in said(app)
    await click_link(app, pilot, f"note_correct:{note}")
    assert "Back, the note stays as it was" in said(app)
    corrected = await put(app, pilot, ", less so now")
    assert "The note is corrected." in corrected
    assert PRIVATE not in corrected
    await click_link(app, pilot, f"note:{note}")
    assert f"{PRIVATE}, less so now" in said(app)
    await press(app, pilot, "down", "enter")
    assert "correct a note" in said(app)
    await press(app, pilot, "escape")
    await click_link(app, pilot, f"note:{note}")
    asked = await press(app, pilot, "down", "right", "enter")
    assert "Remove this note? › keep it remove it for good" in asked
    assert "› remove" in await press(app, pilot, "enter")
    gone = await press(app, pilot, "enter", "right", "enter")
    assert "The note is removed. Backups made before still hold it." in gone
    assert [one.id for one in roster.card("wilh").notes] == [kept.id]
    assert PRIVATE not in said(app)
    await click_link(app, pilot, f"note:{kept.id}")
    assert f"{SHARED} (22 November 2026) correct remove" in said(app)


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
        assert "nothing may be kept after today" in said(app)
        await click_link(app, pilot, "do:note")
        assert app.focused is not None
        app.focused.post_message(events.Paste(SHARED))
        await settle(app, pilot)
        await click_link(app, pilot, "shared")
        await click_link(app, pilot, "do")
        assert SHARED in said(app)
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
        assert f"{ALIAS} is back" in said(app)
        client = app.sessions.store().roster.find("wilh") if app.sessions else None
        assert client is not None
        made = data.parent / "report.md"
        made.write_text("a report")
        app.sessions.store().record_file("report", made, client_id=client.id) if app.sessions else None
        await click_link(app, pilot, f"client:{client.id}")
        assert "handed to nobody yet" in said(app)
        await click_link(app, pilot, "file:0")
        app.focused.post_message(events.Paste("her union")) if app.focused else None
        await click_link(app, pilot, "do")
        assert "shared with her union" in said(app)
        await click_link(app, pilot, "consent:0")
        assert "It must not be used for hiring" in said(app)
        await click_link(app, pilot, "do:screen.back")
        assert "your clients" in said(app)


async def test_a_long_roster_is_searched_and_read_as_one_goes_down(app: AijriApp, data: Path) -> None:
    with Store.open(data) as store, store.writing() as connection:
        row = {"created": "2026-11-22T12:00:00.000000+00:00", "token": ""}
        connection.execute(
            insert(clients),
            [
                {
                    "id": f"c{n:05}",
                    "answers": told_of(f"c{n:05}"),
                    "alias": f"Nr {n:05}",
                    "folded": f"nr {n:05}",
                    **row,
                }
                for n in range(10_000)
            ],
        )
    async with app.run_test(size=(80, 24)) as pilot:
        await loaded(app, pilot)
        app.go("clients")
        await settle(app, pilot)
        assert "10 000 clients" in said(app)
        assert "Nr 00012" in said(app)
        for _ in range(14):
            await press(app, pilot, "pagedown")
        assert "Nr 0020" in said(app)
        found = await press(app, pilot, "9", "9", "8")
        assert "Nr 00998" in found
        assert "Nr 05998" in found
        assert "Nr 00001" not in found
        assert "Add a client called “998x”" in await press(app, pilot, "x")
        assert "Nr 00001" in await press(app, pilot, "escape")


async def test_a_client_who_was_deleted_is_brought_back_and_not_added_anew(app: AijriApp, data: Path) -> None:
    with Store.open(data) as store:
        store.delete_client(store.roster.add("Bo").id)
    async with app.run_test(size=(80, 24)) as pilot:
        await loaded(app, pilot)
        app.go("clients")
        await settle(app, pilot)
        assert "Add a client called “b”" in await press(app, pilot, "b")
        found = await press(app, pilot, "o")
        assert "Add a client" not in found.partition("F3")[0]
        assert "Bring back Bo" in found
        assert "Bo is back, with everything" in await press(app, pilot, "enter")
    with Store.open(data) as store:
        assert [row.alias for row in store.roster.clients()] == ["Bo"]


async def test_a_locked_store_is_unlocked_on_the_way_to_the_clients(app: AijriApp, data: Path) -> None:
    with Store.open(data, "open sesame") as store:
        store.roster.add(ALIAS)
    async with app.run_test(size=(80, 24)) as pilot:
        await loaded(app, pilot)
        app.go("clients")
        await settle(app, pilot)
        assert "your store is locked" in said(app)
        assert "does not open the store" in await put(app, pilot, "sesame")
        assert ALIAS in await put(app, pilot, "open sesame")


async def test_a_small_group_is_refused_in_words(app: AijriApp, data: Path) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await loaded(app, pilot)
        app.go("clients")
        await settle(app, pilot)
        assert "Only for 5 people or more." in await press(app, pilot, "f4")
        assert "A summary needs at least 5 people; this group has 0." in await press(app, pilot, "enter")


async def test_nasty_texts_are_only_text(app: AijriApp, data: Path) -> None:
    short = [text for text in NASTY if len(text) < 1000]
    async with app.run_test(size=(80, 24)) as pilot:
        await loaded(app, pilot)
        assert app.sessions is not None
        assert app.library is not None
        roster = app.sessions.store().roster
        consent = app.library.wording.consent
        for number, text in enumerate(short):
            one = roster.add(f"{number:02} {text}"[:60]).id
            roster.agree(one, consent, text, text, NOON.date())
            roster.note("00", f"{number} {text}", private=False)
            roster.plan("00", text, f"{number} {text}", NOON.date(), text)
        roster.agree("00", consent, " ".join(short), " ".join(short), NOON.date())
        app.go("clients")
        await settle(app, pilot)
        assert "[/nope]" in said(app)
        ways = "pagedown pageup enter pagedown pagedown end enter end b end escape c enter escape n escape p escape"
        for key in f"{ways} r escape e escape w escape".split():
            await press(app, pilot, key)
            assert not any(sign in painted(app) for sign in HARMFUL), key
        assert "00 broken [/nope] tag" in said(app)
        for text in (" ".join(short), NASTY[-1]):
            await press(app, pilot, "n")
            assert app.focused is not None
            app.focused.post_message(events.Paste(text))
            await settle(app, pilot)
            assert not any(sign in painted(app) for sign in HARMFUL)
            await press(app, pilot, "escape", "escape")


async def test_painted_roster_card_and_consent(app: AijriApp, data: Path) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await loaded(app, pilot)
        assert app.sessions is not None
        assert app.library is not None
        roster = app.sessions.store().roster
        consent = app.library.wording.consent
        for alias, goal in (
            (ALIAS, GOAL),
            ("Bo", "a first step towards design work that is not only recipes"),
        ):
            roster.add(alias)
            roster.agree(alias, consent, goal, "Ada", NOON.date().replace(year=2027))
        roster.add("M.")
        roster.agree("M.", consent, "to sleep better", "Ada", NOON.date())
        roster.withdraw("M.")
        roster.appoint("Bo", NOON.date().replace(month=12))
        roster.note("Bo", PRIVATE)
        roster.note("Bo", SHARED, private=False)
        roster.plan("Bo", ACT, "Bo", NOON.date().replace(month=12), SIGN)
        app.go("clients")
        await settle(app, pilot)
        compare(app, "roster", "-")
        await press(app, pilot, "b", "o", "enter")
        compare(app, "card", "-")
        await press(app, pilot, "c", "tab", "tab", "enter")
        compare(app, "consent", "-")


async def test_a_sitting_of_an_ended_consent_is_closed_and_not_called_spoiled(app: AijriApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await loaded(app, pilot)
        assert app.sessions is not None
        assert app.library is not None
        store = app.sessions.store()
        client = store.roster.add(ALIAS)
        store.roster.agree(ALIAS, app.library.wording.consent, GOAL, "Ada", NOON.date().replace(year=2027))
        begun = Interview.from_answers(app.library, "deep-learning-engineer", {"level": "senior"})
        assert isinstance(begun, Interview)
        store.start(begun.reveal("result"), client_id=client.id)
        store.roster.withdraw(ALIAS)
        [row] = app.sessions.rows_of(client.id)[1]
        listed = app.sessions.sitting(row, app.library)
        assert "withdrew the consent" in listed.trouble
        assert "delete" not in listed.trouble


async def test_a_card_that_is_not_to_be_seen_any_more_leaves_the_screen(app: AijriApp, data: Path) -> None:
    async with app.run_test(size=(100, 40)) as pilot:
        await loaded(app, pilot)
        assert app.sessions is not None
        store = app.sessions.store()
        client = store.roster.add(ALIAS).id
        store.roster.note(client, SHARED, private=False)
        app.go("client", client)
        await settle(app, pilot)
        assert SHARED in said(app)
        store.erase_client(client)
        card = app.screen
        assert isinstance(card, ClientScreen)
        work_instead(card, card._read, "read")
        await settle(app, pilot)
        assert "This client was erased" in said(app)
        assert SHARED not in said(app)
        assert ALIAS not in said(app)


async def test_a_card_that_was_left_while_it_was_read_tells_nothing(app: AijriApp, data: Path) -> None:
    async with app.run_test(size=(100, 40)) as pilot:
        await loaded(app, pilot)
        assert app.sessions is not None
        client = app.sessions.store().roster.add(ALIAS).id
        app.go("client", client)
        await settle(app, pilot)
        card = app.screen
        assert isinstance(card, ClientScreen)
        app.back_to("home")
        await settle(app, pilot)
        app.sessions.store().erase_client(client)
        await card._read()
        assert "This client was erased" not in said(app)
