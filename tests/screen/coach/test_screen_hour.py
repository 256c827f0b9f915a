"""The coach's hour on the screen: the day, the page before, notes to questions, acts that move, settings; a file in."""

from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from screen_driver import loaded, press, put, running, settle

from aijri_engine import Interview, Library
from aijri_engine.store import Store, hand_over
from aijri_tui.screen.app.app import AijriApp

TODAY = date.today()
PRIVATE = "cried when the boss was named"
KEY = "four words nobody joins"


@pytest.fixture
def client(app: AijriApp, tmp_path: Path) -> str:
    """Ana, who sat down once; one act is overdue, and today is the talk."""
    library = Library.open()
    with Store.open(tmp_path / "data") as store:
        store.roster.add("Ana")
        until = TODAY + timedelta(days=300)
        store.roster.agree("Ana", library.wording.consent, "a next step", "Ada", until)
        begun = Interview.from_answers(library, "deep-learning-engineer", {"level": "senior", "years": 1})
        assert isinstance(begun, Interview)
        ana = store.roster.find("Ana").id
        store.start(begun.reveal("result"), client_id=ana)
        store.roster.note("Ana", PRIVATE)
        store.roster.note("Ana", "we looked at design first", private=False)
        store.roster.appoint("Ana", TODAY, "10:30")
    with Store.open(tmp_path / "data", clock=lambda: datetime.now(UTC) - timedelta(days=3)) as store:
        store.roster.plan("Ana", "ask for the design task", "Ana", TODAY - timedelta(days=3))
    return ana


async def test_a_refusal_is_in_view_whole_wherever_the_cursor_is(app: AijriApp, client: str) -> None:
    """At the end of a page that is longer than the window; today says nothing else of her."""
    async with app.run_test(size=(80, 24)) as pilot:
        await loaded(app, pilot)
        app.go("client", client)
        await settle(app, pilot)
        await press(app, pilot, "t", "end")
        app.sessions.store().roster.withdraw("Ana")
        page = await press(app, pilot, "enter")
        assert "Ana withdrew the consent on" in page
        assert "Ask for a new consent, or erase what is kept." in page
        app.go("today")
        await settle(app, pilot)
        assert "Ana: consent withdrawn" in running(app)
        assert "ask for the design task" not in running(app)
        assert "Talk with Ana" not in running(app)


async def test_the_day_stands_first_and_the_page_before_the_hour_is_covered(
    app: AijriApp, client: str
) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await loaded(app, pilot)
        app.go("clients")
        await settle(app, pilot)
        assert "Talk with Ana at 10:30" in running(app)
        assert "OVERDUE since" in running(app)
        app.go("today")
        await settle(app, pilot)
        assert "› Talk with Ana" in running(app)
        app.go("client", client)
        await settle(app, pilot)
        assert "OVERDUE: ask for the design task" in running(app)
        covered = await press(app, pilot, "f")
        assert "turn the screen" in covered
        assert "You wrote 1 year" not in covered
        page = await press(app, pilot, "enter", "end")
        assert "stays covered until you turn it" in page
        assert PRIVATE not in page
        assert "Cover the figure" in await press(app, pilot, "up", "up", "enter", "end")


@pytest.mark.case("coaching 16")
async def test_notes_are_written_to_the_questions_of_the_talk(app: AijriApp, client: str) -> None:
    async with app.run_test(size=(80, 30)) as pilot:
        await loaded(app, pilot)
        app.go("client", client)
        await settle(app, pilot)
        assert "Which line would you argue with?" in await press(app, pilot, "t")
        assert "How did it go: ask for the design task?" in running(app)
        assert "Once the result is seen" in running(app)
        for _ in range(9):
            if "› In your own words" in await press(app, pilot, "down"):
                break
        await press(app, pilot, "enter")
        await put(app, pilot, "it is no forecast")
        await press(app, pilot, "tab", "enter")
        assert "a private note of" in running(app)
        assert "it is no forecast" not in running(app)
    with Store.open(app.sessions.place) as store:
        note = store.roster.card("Ana").notes[-1]
    assert note.private
    assert note.body.startswith("In your own words")
    assert note.body.endswith("it is no forecast")


@pytest.mark.case("coaching 8")
async def test_an_act_is_moved_on_the_card(app: AijriApp, client: str) -> None:
    async with app.run_test(size=(80, 30)) as pilot:
        await loaded(app, pilot)
        app.go("client", client)
        await settle(app, pilot)
        await press(app, pilot, "down", "down", "down", "down", "right", "right")
        assert "What is to be different?" in await press(app, pilot, "enter")
        await press(app, pilot, "up", *["backspace"] * 10)
        await put(app, pilot, "tomorrow")
        assert "Changed: ask for the design task" in await press(app, pilot, "enter")
        assert "OVERDUE" not in running(app)


@pytest.mark.case("coaching 7")
async def test_settings_of_the_practice_are_proposed_in_the_consent(app: AijriApp, client: str) -> None:
    async with app.run_test(size=(80, 30)) as pilot:
        await loaded(app, pilot)
        app.go("practice")
        await settle(app, pilot)
        for words in ("Lindqvist & Partner", "Box 1, Uppsala", "M. Lindqvist", "no-such.png"):
            await put(app, pilot, words)
        await put(app, pilot, "2 years")
        assert "there is no such file" in await press(app, pilot, "enter", "enter")
        await press(app, pilot, *["backspace"] * 11)
        await press(app, pilot, *["enter"] * 4)
        with Store.open(app.sessions.place) as store:
            bo = store.roster.add("Bo").id
        app.go("client", bo)
        await settle(app, pilot)
        form = await press(app, pilot, "c")
        assert "M. Lindqvist" in form
        assert "in 2 years" in form


@pytest.mark.case("coaching 3")
async def test_a_client_takes_the_hand_over_in_from_the_first_screen(
    app: AijriApp, client: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with Store.open(tmp_path / "data") as store:
        hand_over(store, client, tmp_path / "ana.age", KEY, "Ana")
    monkeypatch.setenv("AIJRI_DATA", str(tmp_path / "theirs"))
    own = AijriApp(cursor_blink=False)
    async with own.run_test(size=(80, 30)) as pilot:
        await loaded(own, pilot)
        assert "Take in a file" in running(own)
        for times in (1, 2):
            own.go("take_in")
            await settle(own, pilot)
            await put(own, pilot, str(tmp_path / "ana.age"))
            shown = await put(own, pilot, KEY)
            assert "Taken in: 1 session" in shown, times
            assert shown.count("ask for the design task") == 1
            assert "we looked at design first" in shown
            assert PRIVATE not in shown
            await press(own, pilot, "escape")
        own.go("data")
        await settle(own, pilot)
        assert "From your coach" in running(own)
    with Store.open(tmp_path / "theirs") as store:
        assert len(store.sessions()) == 1
