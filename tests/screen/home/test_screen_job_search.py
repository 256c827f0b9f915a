"""The job from the first screen: typed at any moment it is searched whole, asked about, or described in own words."""

import threading
from collections.abc import Sequence
from pathlib import Path

import pytest
from screen_driver import enter, loaded, painted, running, settle, type_words
from screen_quiet import Gate
from textual import events
from textual.message import Message
from textual.widgets import Input

from aijri_engine import Library
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
