"""The first screen: the likeliest wish is chosen, figures are whole, and one spoiled record hides no other."""

import sqlite3
import threading
from collections.abc import Sequence
from pathlib import Path

import pytest
from screen_driver import begin, enter, loaded, painted, settle, type_words
from screen_quiet import Gate
from textual import events
from textual.message import Message
from textual.widgets import Input

from aijri_engine import Interview, Library
from aijri_engine.content import jobs
from aijri_engine.store import Store
from aijri_tui.screen.app import startup
from aijri_tui.screen.app.app import AijriApp
from aijri_tui.screen.home.choose_role import ChooseRoleScreen
from aijri_tui.screen.home.home import HomeScreen
from aijri_tui.screen.interview.screen import InterviewScreen
from aijri_tui.screen.kit.line_input import AnswerInput
from aijri_tui.sessions import Ready

ROLE = "deep-learning-engineer"


def answered(library: Library) -> Interview:
    found = Interview.start(library, ROLE).answer("years", 6)
    assert isinstance(found, Interview)
    return found


def kept(folder: Path, *interviews: Interview) -> list[str]:
    """Sittings in the store, the last one the newest."""
    with Store.open(folder) as store:
        return [store.start(one).row.id for one in interviews]


def running(app: AijriApp) -> str:
    return " ".join(painted(app).split())


@pytest.mark.case("public 18", "walk 11")
async def test_an_unfinished_sitting_is_the_chosen_line(
    app: AijriApp, library: Library, tmp_path: Path
) -> None:
    seen, unfinished = kept(tmp_path / "data", answered(library).reveal("result"), answered(library))
    async with app.run_test(size=(80, 24)) as pilot:
        await loaded(app, pilot)
        assert "› Go on where you stopped" in painted(app)
        assert seen != unfinished
        await enter(app, pilot)
        assert isinstance(app.screen, InterviewScreen)
        assert app.session is not None
        assert app.session.id == unfinished


async def test_a_damaged_newest_sitting_hides_no_unfinished_one(
    app: AijriApp, library: Library, tmp_path: Path
) -> None:
    """It is still there to be opened, and says what of it cannot be read."""
    unfinished, damaged = kept(tmp_path / "data", answered(library), answered(library))
    with sqlite3.connect(tmp_path / "data" / "aijri.db") as database:
        database.execute("UPDATE sessions SET updated = '9999-99-99T99' WHERE id = ?", (damaged,))
    database.close()
    async with app.run_test(size=(80, 40)) as pilot:
        await loaded(app, pilot)
        assert "› Go on where you stopped" in painted(app)
        assert "a day that cannot be read" in running(app)
        assert "cannot be read (updated); it opens as before" in running(app)
        await enter(app, pilot)
        assert app.session is not None
        assert app.session.id == unfinished


async def test_answers_written_while_the_store_could_not_be_are_taken_in(
    app: AijriApp, library: Library, tmp_path: Path
) -> None:
    kept(tmp_path / "data", answered(library))
    waiting = tmp_path / "data" / "aijri-emergency-1.db"
    with Store.at(waiting) as beside:
        beside.start(answered(library))
    async with app.run_test(size=(80, 24)) as pilot:
        await loaded(app, pilot)
        assert "› Take in waiting answers" in painted(app)
        await enter(app, pilot)
        assert isinstance(app.screen, InterviewScreen)
        assert not waiting.exists()
        assert "waiting answers" not in "".join(span.text for row in app.home.page.rows(80) for span in row)


@pytest.mark.case("walk 11")
async def test_nothing_is_kept_of_an_interview_without_an_answer(app: AijriApp, tmp_path: Path) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await loaded(app, pilot)
        await begin(app, pilot)
        app.back_to("home")
        await settle(app, pilot)
        assert "› Start a new interview" in painted(app)
        assert "Go on where you stopped" not in painted(app)
    assert not (tmp_path / "data" / "aijri.db").exists()


async def test_without_one_a_new_interview_is_the_chosen_line(
    app: AijriApp, library: Library, tmp_path: Path
) -> None:
    kept(tmp_path / "data", answered(library).reveal("result"))
    async with app.run_test(size=(80, 24)) as pilot:
        await loaded(app, pilot)
        assert "› Start a new interview" in painted(app)
        assert "Go on where you stopped" not in painted(app)


@pytest.mark.parametrize("columns", range(60, 81, 4))
@pytest.mark.case("public 10")
async def test_the_figure_of_a_sitting_is_whole_at_any_width(
    app: AijriApp, library: Library, tmp_path: Path, columns: int
) -> None:
    kept(tmp_path / "data", answered(library).reveal("result"))
    async with app.run_test(size=(columns, 40)) as pilot:
        await loaded(app, pilot)
        state = app.sessions.listed(library)[0].state
        assert state in painted(app)


SPOILED = {
    "sessions": ("seed", "updated", "versions"),
    "events": ("body",),
}
"""Columns by table whose garbage must hide no other record."""


@pytest.mark.parametrize(
    ("table", "column"), [(table, column) for table, columns in SPOILED.items() for column in columns]
)
async def test_one_spoiled_record_says_so_and_hides_no_other(
    app: AijriApp, library: Library, tmp_path: Path, table: str, column: str
) -> None:
    sittings = [answered(library).reveal("result")] * 3
    first, spoiled, last = kept(tmp_path / "data", *sittings)
    with sqlite3.connect(tmp_path / "data" / "aijri.db") as database:
        triggers = database.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'").fetchall()
        for (trigger,) in triggers:
            database.execute(f"DROP TRIGGER {trigger}")
        key = "id" if table == "sessions" else "session_id"
        database.execute(f"UPDATE {table} SET {column} = 'garbage' WHERE {key} = ?", (spoiled,))
    database.close()
    async with app.run_test(size=(80, 40)) as pilot:
        await loaded(app, pilot)
        home = running(app)
        told = f"`aijri sessions delete {spoiled}`" in home
        assert told or column in ("versions", "updated")
        assert ("cannot be read (updated); it opens as before" in home) is (column == "updated")
        assert home.count("Yellow") + home.count("Green") + home.count("Red") == (2 if told else 3)
        app.go("history")
        await settle(app, pilot)
        assert app.screen.route == "history"  # type: ignore[attr-defined]
        figures = [one for one in painted(app).splitlines() if "range " in one]
        assert len(figures) >= 2
        await pilot.press("escape")
        for session in (spoiled, first, last):
            app.go("session", session)
            await settle(app, pilot)
            unreadable = session == spoiled and column in ("seed", "body")
            assert isinstance(app.screen, HomeScreen) is unreadable
            while len(app.screen_stack) > 1:
                app.pop_screen()
            await settle(app, pilot)


@pytest.mark.case("walk 4")
@pytest.mark.case("second role 12")
async def test_a_job_is_found_by_what_it_is_called(app: AijriApp, library: Library) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await loaded(app, pilot)
        chosen: list[str | None] = []
        app.go("choose_role", then=chosen.append)
        await settle(app, pilot)
        await type_words(pilot, "xqzv")
        await settle(app, pilot)
        assert "No job was found by these words." in running(app)
        await pilot.press("ctrl+u")
        await type_words(pilot, "deep learning engineer")
        await settle(app, pilot)
        assert "› Deep Learning Engineer" in painted(app)
        await enter(app, pilot)
        assert chosen == [ROLE]


@pytest.mark.parametrize("typed", ["hello there", "good morning", "hi, how are you", "help"])
async def test_small_talk_where_a_job_is_asked_for_is_answered_and_makes_no_job(
    app: AijriApp, typed: str
) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await loaded(app, pilot)
        app.go("begin")
        await settle(app, pilot)
        app.screen.query_one("#words", AnswerInput).value = typed
        await settle(app, pilot)
        await enter(app, pilot)
        assert isinstance(app.screen, ChooseRoleScreen)
        assert "No job was found" not in running(app)
        assert "What is your job?" in running(app) or "Say what you do in a few words" in running(app)
        await enter(app, pilot, "owl whisperer")
        assert "owl whisperer" in painted(app)


async def test_a_job_that_is_not_here_is_described_in_ones_own_words(app: AijriApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await loaded(app, pilot)
        app.go("begin")
        await settle(app, pilot)
        await type_words(pilot, "owl whisperer")
        await settle(app, pilot)
        assert "› None of these: describe it in my own words" in painted(app)
        await enter(app, pilot)
        assert "AIJRI · your job in your own words" in painted(app)
        assert "owl whisperer" in painted(app)
        await enter(app, pilot, "30% feeding the owls, 25 guiding visitors")
        assert "45 % of the week is still to be named" in running(app)
        await enter(app, pilot, "25 cleaning, 20 paperwork")
        assert "› Yes, this is my week" in painted(app)
        await enter(app, pilot)
        assert isinstance(app.screen, InterviewScreen)
        assert app.screen.talk.interview.role_id == "owl-whisperer"
        assert "feeding the owls 30, guiding visitors 25, cleaning 25, paperwork 20" in running(app)


@pytest.mark.parametrize(("said", "role"), [("1", "35-3031.00"), ("", "grape-whisperer")])
async def test_a_table_near_to_ones_own_rows_is_offered_as_a_start(
    app: AijriApp, said: str, role: str
) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await loaded(app, pilot)
        app.go("begin")
        await settle(app, pilot)
        await type_words(pilot, "grape whisperer")
        await settle(app, pilot)
        await enter(app, pilot)
        week = "20% tasting wine, 45% recommending wine to guests, 20% serving guests, 15% training waiters"
        await enter(app, pilot, week)
        await enter(app, pilot)
        assert "1. Waiters and Waitresses: “tasting wine”" in painted(app)
        assert "› No: I rate the rows in my own words" in painted(app)
        await enter(app, pilot, said)
        assert isinstance(app.screen, InterviewScreen)
        assert app.screen.talk.interview.role_id == role


@pytest.mark.parametrize("job", ["nurse", "joiner", "öffentlicher dienst"])
async def test_what_is_typed_on_the_first_screen_begins_the_search_for_the_job(
    app: AijriApp, job: str
) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await loaded(app, pilot)
        await type_words(pilot, job)
        await settle(app, pilot)
        assert isinstance(app.screen, ChooseRoleScreen)
        assert app.screen.query_one("#words", AnswerInput).value == job


@pytest.mark.parametrize("loading", [False, True])
async def test_a_pasted_job_begins_the_search_too(app: AijriApp, loading: bool) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        if not loading:
            await loaded(app, pilot)
        app.post_message(events.Paste("ward\nsister"))
        await loaded(app, pilot)
        assert isinstance(app.screen, ChooseRoleScreen)
        assert app.screen.query_one("#words", AnswerInput).value == "ward sister"


@pytest.mark.parametrize("way", ["typed", "pasted", "typed while it is read"])
async def test_a_job_typed_before_the_passphrase_is_searched_after_it(
    app: AijriApp, tmp_path: Path, way: str
) -> None:
    with Store.open(tmp_path / "data", "open sesame") as store:
        store.roster.add("Ana")
    async with app.run_test(size=(80, 24)) as pilot:
        if way != "typed while it is read":
            await loaded(app, pilot)
        if way == "pasted":
            app.post_message(events.Paste("joiner"))
        else:
            await type_words(pilot, "joinerx")
        await loaded(app, pilot)
        await pilot.press(*["backspace"] * (way != "pasted"))
        await settle(app, pilot)
        assert isinstance(app.screen, HomeScreen)
        assert "Your job: joiner Enter asks for the passphrase" in running(app)
        await enter(app, pilot)
        assert "your store is locked" in running(app)
        await enter(app, pilot, "open sesame")
        assert isinstance(app.screen, ChooseRoleScreen)
        assert app.screen.query_one("#words", AnswerInput).value == "joiner"


async def test_letters_that_move_still_move_on_the_first_screen(app: AijriApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await loaded(app, pilot)
        await type_words(pilot, "jjk")
        assert isinstance(app.screen, HomeScreen)
        assert "› Start a quick one" in painted(app)


async def test_what_is_typed_while_the_content_is_read_is_in_the_line(app: AijriApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await type_words(pilot, "ward sister")
        await loaded(app, pilot)
        assert isinstance(app.screen, ChooseRoleScreen)
        assert app.screen.query_one("#words", AnswerInput).value == "ward sister"


async def test_the_first_letter_of_a_start_that_comes_to_the_front_late_is_in_the_line(
    app: AijriApp, monkeypatch: pytest.MonkeyPatch
) -> None:
    gate, late = Gate(), list[Message]()
    load, post = startup.load, HomeScreen.post_message

    def slowly(folders: Sequence[Path] = ()) -> Ready:
        gate.hold()
        return load(folders)

    def later(home: HomeScreen, message: Message) -> bool:
        if isinstance(message, events.ScreenResume) and not late:
            late.append(message)
            return True
        return post(home, message)

    monkeypatch.setattr(startup, "load", slowly)
    monkeypatch.setattr(HomeScreen, "post_message", later)
    async with app.run_test(size=(80, 24)) as pilot:
        await type_words(pilot, "w")
        app.home.post_message(late[0])
        await type_words(pilot, "ard sister")
        gate.open()
        await loaded(app, pilot)
        assert app.screen.query_one("#words", AnswerInput).value == "ward sister"


@pytest.mark.parametrize("unfinished", [True, False])
async def test_enter_before_earlier_sessions_are_known_begins_nothing_beside_an_unfinished_one(
    app: AijriApp, library: Library, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, unfinished: bool
) -> None:
    if unfinished:
        kept(tmp_path / "data", answered(library))
    gate, load = Gate(), startup.load

    def slowly(folders: Sequence[Path] = ()) -> Ready:
        gate.hold()
        return load(folders)

    monkeypatch.setattr(startup, "load", slowly)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("enter")
        assert isinstance(app.screen, HomeScreen)
        gate.open()
        await loaded(app, pilot)
        await settle(app, pilot)
        assert isinstance(app.screen, HomeScreen if unfinished else ChooseRoleScreen)
        assert "› Go on where you stopped" in painted(app) or not unfinished


@pytest.mark.parametrize("typed", ["i look after kids", "bookkeeper", "joke seller"])
async def test_every_letter_of_what_is_typed_at_once_stands_there_once(app: AijriApp, typed: str) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await loaded(app, pilot)
        for sign in typed:
            app.screen.post_message(events.Key(sign, sign))
        await settle(app, pilot)
        assert app.screen.query_one("#words", AnswerInput).value == typed


@pytest.mark.parametrize("job", ["ward sister", 'I [b]cut[/b] hair "q"'])
async def test_enter_takes_nothing_before_the_search_has_answered(
    app: AijriApp, monkeypatch: pytest.MonkeyPatch, job: str
) -> None:
    entered = threading.Event()
    search, take = jobs.search_jobs, ChooseRoleScreen.on_input_submitted
    said, listed = [], []

    def slowly(library: Library, typed: str) -> Sequence[jobs.JobMatch]:
        entered.wait()
        return search(library, typed)

    def enter_early(screen: ChooseRoleScreen, event: Input.Submitted) -> None:
        take(screen, event)
        said.append(screen.said[0])
        listed.extend(screen._offered())
        entered.set()

    monkeypatch.setattr(jobs, "search_jobs", slowly)
    monkeypatch.setattr(ChooseRoleScreen, "on_input_submitted", enter_early)
    async with app.run_test(size=(80, 24)) as pilot:
        await loaded(app, pilot)
        chosen: list[str | None] = []
        app.go("choose_role", then=chosen.append)
        await settle(app, pilot)
        for key in (*(events.Key(sign, sign) for sign in job), events.Key("enter", None)):
            app.screen.post_message(key)
        await settle(app, pilot)
        assert said[0].startswith("Looking for jobs of that name")
        assert listed == []
        assert chosen == []
        assert "Looking for jobs" not in running(app)
        await enter(app, pilot)
        assert chosen
        assert chosen != ["accountant"]


async def test_a_question_beside_the_job_is_answered_and_the_job_found(app: AijriApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await loaded(app, pilot)
        app.go("choose_role")
        await settle(app, pilot)
        app.screen.query_one("#words", AnswerInput).value = "Is it sent anywhere? I am an accountant"
        await settle(app, pilot)
        assert "Nothing is sent to anybody" in running(app)
        assert "› Accountant" in painted(app)
