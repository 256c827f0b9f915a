"""Every word that is painted can be read on what it is painted on: screen by screen, dark and light."""

from typing import Any

import pytest
from screen_driver import loaded, painted, settle
from textual.pilot import Pilot

from aijri_engine import Interview, Library, result
from aijri_engine.conversation import Conversation
from aijri_tui.screen.app.app import AijriApp
from aijri_tui.screen.data.data import DataScreen
from aijri_tui.screen.data.passphrase import PassphraseScreen
from aijri_tui.screen.home.method import MethodScreen
from aijri_tui.screen.home.role import RoleScreen
from aijri_tui.screen.home.unlock import UnlockScreen
from aijri_tui.screen.interview.score import ScoreScreen
from aijri_tui.screen.result.compare import CompareScreen
from aijri_tui.screen.result.export import ExportScreen
from aijri_tui.screen.result.screen import ResultScreen
from aijri_tui.screen.result.what_if import WhatIfScreen
from aijri_tui.sittings import AnswersFile, Sitting

LEAST_CONTRAST = 4.5
ANSWERS: dict[str, Any] = {"level": "junior", "depth": {"train": "follows"}, "conditions": ["union_limits"]}


def luminance(colour: tuple[int, int, int]) -> float:
    parts = [part / 255 for part in colour]
    red, green, blue = (
        part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def faint(app: AijriApp, first: int = 0, last: int | None = None) -> set[str]:
    """Words on these lines of the screen with less contrast than they need."""
    found = set()
    for strip in app.screen._compositor.render_strips()[first:last]:
        for text, style, _ in strip:
            if not any(sign.isalnum() for sign in text) or style is None:
                continue
            assert style.color is not None
            assert style.bgcolor is not None
            light = sorted(luminance(one.get_truecolor()) for one in (style.color, style.bgcolor))
            contrast = (light[1] + 0.05) / (light[0] + 0.05)
            if contrast < LEAST_CONTRAST:
                found.add(f"{text.strip()} ({contrast:.1f})")
    return found


async def both(app: AijriApp, pilot: Pilot[int], name: str) -> None:
    for theme in ("aijri-light", "aijri-dark"):
        app.theme = theme
        await settle(app, pilot)
        assert not faint(app), f"{name} in {theme}"


async def test_every_painted_word_can_be_read(app: AijriApp, library: Library) -> None:
    interview = Interview.from_answers(library, "deep-learning-engineer", ANSWERS)
    assert isinstance(interview, Interview)
    found = result(interview)
    async with app.run_test(size=(120, 50)) as pilot:
        await loaded(app, pilot)
        await both(app, pilot, "home")
        for screen in (
            RoleScreen(found.interview.form.role), MethodScreen(),
            ResultScreen(Sitting(Conversation(interview), AnswersFile())),
            ScoreScreen(interview),
            WhatIfScreen(interview), CompareScreen(found), ExportScreen(found), DataScreen(), UnlockScreen(),
            PassphraseScreen(False),
        ):  # fmt: skip
            await app.push_screen(screen)
            await settle(app, pilot)
            await pilot.press("down")
            await both(app, pilot, type(screen).__name__)
            app.pop_screen()
            await settle(app, pilot)


@pytest.mark.parametrize("theme", ["aijri-light", "aijri-dark"])
async def test_the_palette_can_be_read(app: AijriApp, theme: str) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await loaded(app, pilot)
        app.theme = theme
        await pilot.press("ctrl+p")
        await settle(app, pilot)
        lines = painted(app).splitlines()
        first = next(place for place, line in enumerate(lines) if "earch for commands" in line)
        last = next(place for place, line in enumerate(lines) if "▁" in line and place > first)
        assert "Clients" in "".join(lines[first:last])
        assert not faint(app, first, last)
