"""The words of a question are made ready in a thread once it is painted, and leaving meanwhile harms nothing."""

import threading
from typing import Any

import pytest
from screen_driver import begin, enter, give_split, settle
from screen_quiet import Gate

from aijri_engine.interview import understanding
from aijri_tui.screen.app.app import AijriApp
from aijri_tui.screen.interview import screen as interview_screen


class Preparing:
    """`prepare` as the screen calls it, told in which thread and for what; it can be held up or fail."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, held: bool = False) -> None:
        self.asked: list[str] = []
        self.threads: set[int] = set()
        self.gate = Gate()
        if not held:
            self.gate.open()
        monkeypatch.setattr(interview_screen, "prepare", self)

    def __call__(self, asked: Any, form: Any, split: Any) -> None:
        self.asked.append(asked.key)
        self.threads.add(threading.get_ident())
        self.gate.hold()
        understanding.prepare(asked, form, split)


async def test_every_question_is_made_ready_once_and_beside_the_painting(
    app: AijriApp, monkeypatch: pytest.MonkeyPatch
) -> None:
    preparing = Preparing(monkeypatch)
    async with app.run_test(size=(80, 24)) as pilot:
        await begin(app, pilot)
        await give_split(app, pilot)
        for words in ("why", "yes", "back", "yes", "thought"):
            await enter(app, pilot, words)
    assert preparing.asked == ["split", "steady", "split_basis", "years"]
    assert threading.get_ident() not in preparing.threads


async def test_leaving_while_words_are_made_ready_ends_well(
    app: AijriApp, monkeypatch: pytest.MonkeyPatch
) -> None:
    preparing = Preparing(monkeypatch, held=True)
    async with app.run_test(size=(80, 24)) as pilot:
        await app._loaded.wait()
        app.go("begin", "full", "deep-learning-engineer")
        await preparing.gate.reached_by_a_thread()
        await pilot._app.action_quit()
        preparing.gate.open()
    assert app.return_code == 0
    assert app.crash is None


async def test_a_failure_while_making_ready_is_not_the_persons(
    app: AijriApp, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*of: Any) -> None:
        raise RuntimeError("no words")

    monkeypatch.setattr(interview_screen, "prepare", fail)
    async with app.run_test(size=(80, 24)) as pilot:
        screen = await begin(app, pilot)
        await give_split(app, pilot)
        await settle(app, pilot)
        assert screen.talk.interview.path.split.given
    assert app.crash is None
