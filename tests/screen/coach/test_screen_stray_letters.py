"""No letter chooses who reads a note, what was agreed to or what is done: what is typed on goes on with the text."""

from datetime import date

from screen_driver import enter, loaded, settle, type_words
from textual.pilot import Pilot

from aijri_tui.screen.app.app import AijriApp
from aijri_tui.screen.coach.begin_guided import seen_of
from aijri_tui.screen.coach.client_forms import NoteScreen
from aijri_tui.screen.coach.consent import ReadAloudScreen

FIRST, SECOND = "she cried about her boss", "partner lost his job, and she is scared jkps"


async def opened(app: AijriApp, pilot: Pilot[int], name: str, *handed: object) -> str:
    """A form about Ana; her id."""
    await loaded(app, pilot)
    client = app.sessions.store().roster.add("Ana").id
    app.go(name, await seen_of(app, client), *handed)
    await settle(app, pilot)
    return client


async def test_a_note_that_is_typed_on_stays_private_and_whole(app: AijriApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        client = await opened(app, pilot, "note")
        await enter(app, pilot, FIRST)
        await enter(app, pilot, SECOND)
        assert isinstance(app.screen, NoteScreen)
        await enter(app, pilot)
        (note,) = app.sessions.store().roster.card(client).notes
        assert note.private
        assert note.body == f"{FIRST}\n{SECOND}"


async def test_a_wider_reader_is_chosen_by_arrows(app: AijriApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        client = await opened(app, pilot, "note")
        await enter(app, pilot, FIRST)
        await pilot.press("down", "enter")
        await settle(app, pilot)
        (note,) = app.sessions.store().roster.card(client).notes
        assert not note.private


async def test_letters_record_no_answer_about_consent(app: AijriApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        client = await opened(app, pilot, "read_aloud", "a goal", "Ada", date(2099, 1, 1))
        await type_words(pilot, "yes, they said yes")
        await settle(app, pilot)
        assert isinstance(app.screen, ReadAloudScreen)
        assert not app.sessions.store().roster.card(client).consents
        await enter(app, pilot, "y")
        assert app.sessions.store().roster.card(client).consents[0].answer == "yes"


async def test_letters_do_nothing_in_a_form_without_a_text(app: AijriApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        client = await opened(app, pilot, "read_aloud", "a goal", "Ada", date(2099, 1, 1))
        await enter(app, pilot, "y")
        app.go("withdraw", await seen_of(app, client))
        await settle(app, pilot)
        await type_words(pilot, "record it")
        await settle(app, pilot)
        assert app.sessions.store().roster.card(client).consents[0].withdrawn is None
