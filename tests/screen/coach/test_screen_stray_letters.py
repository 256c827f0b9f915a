"""No letter chooses who reads a note, what was agreed to or what is done: what is typed on goes on with the text."""

import re
from datetime import date

import pytest
from screen_driver import enter, loaded, painted, settle, type_words
from textual import events
from textual.pilot import Pilot

from aijri_tui.screen.app.app import AijriApp
from aijri_tui.screen.app.routes import ROUTES, target_of
from aijri_tui.screen.coach.begin_guided import seen_of
from aijri_tui.screen.coach.client import ClientScreen
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


async def test_what_is_pasted_where_letters_choose_nothing_goes_on_with_the_text(app: AijriApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        client = await opened(app, pilot, "note")
        await enter(app, pilot, FIRST)
        app.post_message(events.Paste(SECOND))
        await settle(app, pilot)
        await enter(app, pilot)
        await enter(app, pilot)
        (note,) = app.sessions.store().roster.card(client).notes
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
        await enter(app, pilot)
        assert app.sessions.store().roster.card(client).consents[0].withdrawn is None


@pytest.mark.parametrize("name", ["withdraw", "delete"])
async def test_what_takes_something_away_asks_with_the_way_back_under_the_cursor(
    app: AijriApp, name: str
) -> None:
    """Its key and enter, pressed by habit, take nothing away; nor does a second enter."""
    async with app.run_test(size=(80, 24)) as pilot:
        client = await opened(app, pilot, "read_aloud", "a goal", "Ada", date(2099, 1, 1))
        await enter(app, pilot, "y")
        app.go("client", client)
        await settle(app, pilot)
        await pilot.press({"withdraw": "w", "delete": "x"}[name])
        await settle(app, pilot)
        assert "› Back, " in painted(app)
        await enter(app, pilot)
        card = app.sessions.store().roster.card(client)
        assert card.consents[0].withdrawn is None
        assert card.client.deleted is None
        assert isinstance(app.screen, ClientScreen)


def test_every_form_that_takes_something_away_without_a_word_typed_has_the_way_back_first() -> None:
    """Erasing asks for a word, removing a passphrase for that passphrase."""
    taking = {name for name in ROUTES if re.search("with|delete|remove|erase", name)}
    kinds = {name: target_of(name) for name in taking}
    first = {name for name, kind in kinds.items() if getattr(kind, "takes_away", False)}
    typed = {name for name, kind in kinds.items() if getattr(kind, "fields", ())}
    assert first == {"withdraw", "delete"}
    assert typed == {"erase", "erase_data", "remove_passphrase"}
    assert taking == {*first, *typed, "deleted"}
