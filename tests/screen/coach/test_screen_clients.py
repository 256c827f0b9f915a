"""A coach's screens: a client from the first word to the receipt, by keyboard and by mouse."""

from pathlib import Path

from coach_client import ACT, ALIAS, GOAL, NOON, PRIVATE, SHARED, SIGN
from nasty_texts import HARMFUL, NASTY
from screen_driver import loaded, painted, press, put, running, settle
from screen_goldens import compare
from sqlalchemy import insert
from textual import events

from aijri_engine import Interview
from aijri_engine.store import Store
from aijri_engine.store.answers import told_of
from aijri_engine.store.schema import clients
from aijri_tui.screen.app.app import AijriApp
from aijri_tui.screen.coach.client import ClientScreen
from aijri_tui.screen.kit.shell import work_instead


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
        assert "10 000 clients" in running(app)
        assert "Nr 00012" in running(app)
        for _ in range(14):
            await press(app, pilot, "pagedown")
        assert "Nr 0020" in running(app)
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
        assert "your store is locked" in running(app)
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
        assert "[/nope]" in running(app)
        ways = "pagedown pageup enter pagedown pagedown end enter end b end escape c enter escape n escape p escape"
        for key in f"{ways} r escape e escape w escape".split():
            await press(app, pilot, key)
            assert not any(sign in painted(app) for sign in HARMFUL), key
        assert "00 broken [/nope] tag" in running(app)
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
        assert SHARED in running(app)
        store.erase_client(client)
        card = app.screen
        assert isinstance(card, ClientScreen)
        work_instead(card, card._read, "read")
        await settle(app, pilot)
        assert "This client was erased" in running(app)
        assert SHARED not in running(app)
        assert ALIAS not in running(app)


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
        assert "This client was erased" not in running(app)
