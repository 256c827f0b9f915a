"""Consent on the screen: the newest answer counts, and a spoiled record of a client hides nothing else of the card."""

import sqlite3
from datetime import date
from pathlib import Path

import pytest
from screen_driver import loaded, painted, running, settle
from textual.pilot import Pilot

from aijri_tui.screen.app.app import AijriApp
from aijri_tui.screen.coach.client import ClientScreen

FAR = date(2099, 12, 31)


def agreed(app: AijriApp) -> str:
    """A client who said yes, with notes and a plan; the id."""
    roster, consent = app.sessions.store().roster, app.library.wording.consent
    client = roster.add("Bo").id
    roster.agree(client, consent, "a goal", "Ada", FAR, "yes")
    for body in ("first note", "second note"):
        roster.note(client, body, private=False)
    for act in ("first act", "second act"):
        roster.plan(client, act, "Bo", FAR, "")
    roster.appoint(client, FAR)
    return client


async def card(app: AijriApp, pilot: Pilot[int], client: str) -> str:
    app.go("client", client)
    await settle(app, pilot)
    assert isinstance(app.screen, ClientScreen)
    return running(app)


@pytest.mark.case("coaching 2")
async def test_a_renewal_answered_no_ends_what_was_agreed_to(app: AijriApp) -> None:
    async with app.run_test(size=(100, 50)) as pilot:
        await loaded(app, pilot)
        client = agreed(app)
        assert "consent given on" in await card(app, pilot, client)
        await pilot.press("c")
        await settle(app, pilot)
        for _ in range(3):
            await pilot.press("enter")
            await settle(app, pilot)
        assert "read this aloud" in painted(app)
        await pilot.press("n", "enter")
        await settle(app, pilot)
        page = running(app)
        assert isinstance(app.screen, ClientScreen)
        assert "What was agreed to before has ended" in page
        assert "The answer was no on" in page
        assert "Nothing may be kept: erase (e)" in page
        assert app.sessions.store().roster.card(client).consents[0].answer == "no"


@pytest.mark.parametrize(
    ("table", "column"),
    [
        ("notes", "created"), ("acts", "due"), ("acts", "created"), ("clients", "next_date"),
        ("clients", "created"), ("consents", "given"), ("consents", "expires"),
    ],
)  # fmt: skip
async def test_a_spoiled_record_says_so_on_the_card_and_in_the_list(
    app: AijriApp, tmp_path: Path, table: str, column: str
) -> None:
    async with app.run_test(size=(100, 60)) as pilot:
        await loaded(app, pilot)
        client = agreed(app)
        app.sessions.store().roster.add("Zoe")
        with sqlite3.connect(tmp_path / "data" / "aijri.db") as database:
            database.execute(
                f"UPDATE {table} SET {column} = 'garbage' WHERE rowid = (SELECT MIN(rowid) FROM {table})"
            )
        database.close()
        app.go("clients")
        await settle(app, pilot)
        page = painted(app)
        assert "Bo" in page
        assert "Zoe" in page
        page = await card(app, pilot, client)
        assert "Ended on" not in page
        assert ("Damaged, and counts as none" in page) is (table == "consents")
        for words in (
            "covered" if table == "notes" else "first note",
            "second note",
            "first act",
            "second act",
        ):
            assert words in page
        assert "cannot be read" in page or table == "clients"
