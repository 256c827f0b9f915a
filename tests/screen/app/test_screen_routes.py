"""Every screen with texts that broke terminal programs before: painted as text, inert, without control characters."""

from dataclasses import replace

import pytest
from nasty_texts import HARMFUL, NASTY
from screen_driver import loaded, painted, settle

from aijri_engine import Interview, Library
from aijri_engine.conversation import Conversation, Trouble
from aijri_engine.interview.values import Problem
from aijri_tui.screen.app.app import AijriApp
from aijri_tui.screen.home.role import RoleScreen
from aijri_tui.screen.interview.review import ReviewScreen
from aijri_tui.screen.interview.score import ScoreScreen
from aijri_tui.screen.interview.screen import InterviewScreen
from aijri_tui.screen.result.compare import CompareScreen
from aijri_tui.screen.result.export import ExportScreen
from aijri_tui.screen.result.screen import ResultScreen, computed
from aijri_tui.screen.result.what_if import WhatIfScreen

SHORT = [text for text in NASTY if len(text) < 1000]


def nasty_interview(library: Library) -> Interview:
    """Answers and own rows that are made of nasty texts."""
    interview = Interview.start(library, "deep-learning-engineer")
    other = [{"name": text, "share": 5} for text in SHORT[:8]]
    rows = {"design": 10, "train": 20, "infra": 10, "debug": 5, "research": 10, "collaboration": 5}
    found = interview.answer("split", {"rows": rows, "other": other})
    assert not isinstance(found, Problem)
    for task in rows:
        found = found.answer(f"depth.{task}", "originates")
        assert not isinstance(found, Problem)
    for number, task in enumerate(rows):
        found = found.answer(f"example.{task}", " ".join(SHORT[number::6]))
        assert not isinstance(found, Problem)
    return found


async def check(app: AijriApp) -> str:
    page = painted(app)
    assert not any(sign in page for sign in HARMFUL)
    assert app.is_running
    return page


@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
async def test_every_screen_paints_nasty_texts_as_they_are(
    app: AijriApp, library: Library, size: tuple[int, int]
) -> None:
    async with app.run_test(size=size) as pilot:
        await loaded(app, pilot)
        assert app.sessions is not None
        interview = nasty_interview(library)
        talk = Conversation(
            interview, told=tuple(SHORT[:4]), trouble=Trouble(SHORT[0], tuple((t, 1) for t in SHORT))
        )
        screen = InterviewScreen(talk, app.sessions.begin("deep-learning-engineer"))
        app.push_screen(screen)
        await settle(app, pilot)
        assert "[/nope]" in await check(app)
        for text in NASTY:
            screen.block.words.value = text
            await settle(app, pilot)
            await check(app)
            await screen.submit(screen.block.words.value)
            await settle(app, pilot)
            await check(app)
            screen.talk = replace(screen.talk, paused="")
        for other in (
            ReviewScreen(screen), ResultScreen(interview), ScoreScreen(interview), WhatIfScreen(interview),
            CompareScreen(computed(interview)), ExportScreen(computed(interview)),
            RoleScreen(library.role("deep-learning-engineer")),
        ):  # fmt: skip
            app.push_screen(other)
            await settle(app, pilot)
            for _ in range(4):
                await check(app)
                await pilot.press("pagedown")
                await settle(app, pilot)
            app.pop_screen()
            await settle(app, pilot)


async def test_a_role_file_full_of_markup_is_only_text(app: AijriApp, library: Library) -> None:
    role = library.role("deep-learning-engineer")
    changed = role.model_copy(
        update={"title": "[/nope] [@click=app.quit]x", "summary": SHORT[5], "does": SHORT[6]}
    )
    async with app.run_test(size=(80, 24)) as pilot:
        await loaded(app, pilot)
        app.push_screen(RoleScreen(changed))
        await settle(app, pilot)
        assert "[/nope] [@click=app.quit]x" in await check(app)
