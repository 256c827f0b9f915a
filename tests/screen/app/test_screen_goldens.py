"""The painted screens as text, at the smallest, a usual and a large size.

They are about how pages look, so that no more is asked than `ASKED` names: another question would change a count, a
range or a row of nearly every page. With all that is asked, a result is painted in `test_screen_picture.py`.

`AIJRI_UPDATE_GOLDENS=1 pytest tests/screen/app/test_screen_goldens.py` writes them anew; look at the difference.
"""

import os
from dataclasses import replace
from typing import Any

import pytest
from screen_driver import (
    answer_all,
    begin,
    enter,
    give_split,
    loaded,
    painted,
    settle,
    show_result,
    type_words,
)
from screen_goldens import compare
from textual.pilot import Pilot

from aijri_engine import Library
from aijri_engine.content.files import Loaded
from aijri_engine.content.packs import Pack
from aijri_engine.content.questions import InterviewFile
from aijri_tui.screen.app.app import AijriApp

ASKED = {
    "years", "split", "day_recall", "steady", "split_basis", "rating", "outside_role", "depth", "example", "practice",
    "stepped_in", "tool_and_new", "level", "level_check", "title_depth", "employer", "domain", "oversight",
    "oversight_rule", "signature", "signature_record", "conditions", "market", "duties", "sounds_like", "difference",
}  # fmt: skip
"""Questions of the core and of packs that these pages were painted with."""


def asking_these(file: Loaded) -> Loaded:
    """An interview or a pack with no other question, and no rule about another."""
    whole: Any = file.model
    if isinstance(whole, InterviewFile):
        assert {one.id for one in whole.questions()} >= ASKED - {"domain"}, "one of ASKED is no longer there"
        parts = {"sections": tuple(_asked(one) for one in whole.sections)}
    elif isinstance(whole, Pack):
        parts = {"questions": _asked(whole).questions}
    else:
        return file
    rules = tuple(rule for rule in whole.rules if rule.cause in ASKED)
    return replace(file, model=whole.model_copy(update={**parts, "rules": rules}))


def _asked(part: Any) -> Any:
    return part.model_copy(update={"questions": tuple(one for one in part.questions if one.id in ASKED)})


@pytest.fixture(scope="module")
def library(library: Library) -> Library:
    """The content of the other tests of the screen, with the questions of these pages."""
    files = (*library.core, *library.roles.files())
    return Library.of([asking_these(one) for one in files], library.tables_in)


SIZES = ((60, 16), (80, 24), (120, 40))


async def split_and_go_on(app: AijriApp, pilot: Pilot[int]) -> None:
    await give_split(app, pilot)
    for words in ("yes", "thought", "6.5"):
        await enter(app, pilot, words)


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
async def test_painted_screens(app: AijriApp, size: tuple[int, int], monkeypatch: pytest.MonkeyPatch) -> None:
    from aijri_tui.sessions import Sessions

    monkeypatch.setattr(Sessions, "place", "FOLDER", raising=False)
    folder = os.environ["AIJRI_DATA"]
    async with app.run_test(size=size) as pilot:
        await loaded(app, pilot)
        compare(app, "home", folder)
        for _ in ("to the job", "the first one", "over the opening words"):
            await enter(app, pilot)
        compare(app, "split", folder)
        await split_and_go_on(app, pilot)
        compare(app, "choice", folder)
        await enter(app, pilot, "a or b")
        compare(app, "trouble", folder)
        await pilot.press("escape", "escape")
        await answer_all(app, pilot)
        compare(app, "review", folder)
        await show_result(app, pilot)
        compare(app, "result", folder)
        await type_words(pilot, "bridge")
        await pilot.press("enter")
        await settle(app, pilot)
        await pilot.press("enter")
        await settle(app, pilot)
        compare(app, "bridge", folder)
        await type_words(pilot, "advice")
        await pilot.press("enter")
        await settle(app, pilot)
        await pilot.press("enter")
        await settle(app, pilot)
        compare(app, "advice", folder)
        await pilot.press("f4", "right")
        await settle(app, pilot)
        compare(app, "whatif", folder)
        await pilot.press("escape", "f5")
        await settle(app, pilot)
        compare(app, "compare", folder)


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
async def test_painted_reading(app: AijriApp, size: tuple[int, int]) -> None:
    async with app.run_test(size=size) as pilot:
        await loaded(app, pilot)
        for name, handed in (("role", ("deep-learning-engineer",)), ("how", ())):
            app.go(name, *handed)
            await settle(app, pilot)
            compare(app, name, "-")
            await pilot.press("escape")
            await settle(app, pilot)


async def test_the_same_twice(app: AijriApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await begin(app, pilot)
        first = painted(app)
        await pilot.resize_terminal(120, 40)
        await settle(app, pilot)
        await pilot.resize_terminal(80, 24)
        await settle(app, pilot)
        assert painted(app) == first
