"""The what-if page: everything scored can be changed there, what does nothing is told, and reset is exact."""

import re
from pathlib import Path
from typing import Any

import pytest
from screen_driver import click_link, enter, loaded, painted, running, settle
from textual.pilot import Pilot

from aijri_engine import Interview, Library, what_if
from aijri_engine.conversation import own_table
from aijri_engine.conversation.own_table_kept import interview_of, keep
from aijri_engine.interview.kinds import kind_of
from aijri_engine.interview.values import Problem, own_row_id
from aijri_engine.personal.result import result
from aijri_tui.screen.app.app import AijriApp
from aijri_tui.screen.result.what_if import WhatIfScreen

CALLS = own_row_id("calls [/b]")

ROLE = "deep-learning-engineer"
MUCH: dict[str, Any] = {
    "split": {"design": 5, "train": 50, "infra": 10, "debug": 10, "research": 5, "collaboration": 5},
    "other": [{"name": "calls [/b]", "share": 15,
               "rating": {"steps": "written", "sources": "files", "judged": "standard"}}],
    "split_basis": "thought", "level": "junior", "employer": "enterprise",
    "depth": dict.fromkeys(("design", "train", "infra", "debug", "research", "collaboration"), "adapts"),
    "practice": {"design": "by_hand", "train": "drafts", "infra": "drafts", "debug": "drafts"},
    "conditions": ["onsite_some"],
}  # fmt: skip


async def opened(app: AijriApp, pilot: Pilot[int], library: Library, answers: dict[str, Any]) -> WhatIfScreen:
    await loaded(app, pilot)
    interview = Interview.from_answers(library, ROLE, answers)
    assert isinstance(interview, Interview), interview
    screen = WhatIfScreen(interview)
    await app.push_screen(screen)
    await settle(app, pilot)
    return screen


async def press(app: AijriApp, pilot: Pilot[int], link: str, key: str = "right") -> str:
    """Go to a line, press a key, and read its row as it is painted."""
    assert isinstance(app.screen, WhatIfScreen)
    app.screen.page.move_to(link)
    await settle(app, pilot)
    await pilot.press(key)
    await settle(app, pilot)
    return next(line for line in painted(app).splitlines() if line.strip().startswith("›"))


async def test_every_kind_of_answer_is_changed_by_left_and_right_and_reset_is_exact(
    app: AijriApp, library: Library
) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        screen = await opened(app, pilot, library, MUCH)
        before = painted(app)
        assert screen.found is not None
        start = screen.found.index_now

        assert "‹ no" in await press(app, pilot, "answer:conditions.onsite_some", "left")
        assert "was yes" in painted(app)
        assert "place, contract and customers -1." in painted(app)
        assert "‹ yes" in await press(app, pilot, "answer:conditions.union_limits")
        assert "‹ not answered" in await press(app, pilot, "answer:signature", "left")
        assert "‹ Not mine" in await press(app, pilot, "answer:signature")
        assert "‹ A tool did all of it" in await press(app, pilot, "answer:practice.train")
        tool = screen.found.index_then.index
        assert "‹ Never or rarely" in await press(app, pilot, "answer:stepped_in.train")
        assert screen.found.index_then.index < tool
        assert "training run whole by a tool -" in running(app).lower()
        assert "‹ Known steps" in await press(app, pilot, f"answer:rating.{CALLS}.steps")
        assert "‹ worked out new" in await press(app, pilot, "rung:research")
        assert "‹ 20 %" in await press(app, pilot, f"share:{CALLS}")

        changed = what_if(screen.interview, screen.changes.as_list())
        assert f"{changed.index_then.index:.1f}, " in painted(app)  # type: ignore[union-attr]
        await pilot.press("f8")
        await settle(app, pilot)
        await pilot.press("home")
        await settle(app, pilot)
        assert screen.found.index_then == start
        assert painted(app) == before


@pytest.mark.parametrize("key", ["f8", "left"])
async def test_what_was_understood_goes_where_the_change_does(
    app: AijriApp, library: Library, key: str
) -> None:
    async with app.run_test(size=(80, 30)) as pilot:
        await opened(app, pilot, library, MUCH)
        await enter(app, pilot, "share=train:design:10")
        assert "Understood: Training: -10" in painted(app)
        await press(app, pilot, "share:train", key)
        assert "Understood" not in painted(app)


async def test_lines_say_how_far_they_reach_and_which_do_nothing(app: AijriApp, library: Library) -> None:
    async with app.run_test(size=(120, 60)) as pilot:
        screen = await opened(app, pilot, library, MUCH)
        ends = [
            what_if(screen.interview, [f"rung.train={rung}"]).points for rung in ("follows", "originates")
        ]  # type: ignore[union-attr]
        lines = {line.split("‹")[0].strip(" ›"): line for line in painted(app).splitlines() if "‹" in line}
        assert "no effect now" in lines["Who decides"]
        assert "no effect now" in lines["Employer"]
        assert f"{ends[0]:+.1f} to {ends[1]:+.1f}" in painted(app)
        assert ends[0] < -5 < 5 < ends[1]
        assert (
            "by a follow-up" in lines["Name on the release record"]
            or "to" in lines["Name on the release record"]
        )
        assert "Years" not in lines
        assert "Field" not in lines


async def test_one_line_is_one_step_of_the_keys_and_its_signs_can_be_clicked(
    app: AijriApp, library: Library
) -> None:
    async with app.run_test(size=(80, 30)) as pilot:
        screen = await opened(app, pilot, library, MUCH)
        await pilot.press("down", "down")
        await settle(app, pilot)
        assert screen.page.cursor == "share:infra"
        assert "› Infrastructure" in painted(app)
        assert "Infrastructure and Training: time moves between these two" in painted(app)
        await click_link(app, pilot, "more share:design")
        assert screen.page.cursor == "share:design"
        assert "was 5 %" in painted(app)
        await click_link(app, pilot, "less share:design")
        assert "Nothing is changed." in painted(app)


@pytest.mark.parametrize(
    ("answers", "at_first", "once_moved"),
    [
        ({"split": "typical"}, "The role's shares, borrowed.", "made from the role's shares"),
        ({"level": "mid"}, "The role's shares, borrowed.", "made from the role's shares"),
        ({"split_hours": {"design": 10, "train": 30}}, "You gave hours", "You gave hours"),
    ],
    ids=["typical", "not given", "hours"],
)
async def test_borrowed_shares_and_hours_are_moved_too_and_it_is_said(
    app: AijriApp, library: Library, answers: dict[str, Any], at_first: str, once_moved: str
) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        screen = await opened(app, pilot, library, answers)
        assert at_first in painted(app)
        share = screen.changes.share("design")
        assert f"‹ {share + 5:g} %" in await press(app, pilot, "share:design")
        assert once_moved in painted(app)
        assert screen.found is not None
        assert screen.found.points > 0
        assert screen.interview.path.split.typical == ("split_hours" not in answers)


async def test_a_value_that_does_not_fit_its_column_is_told_in_full_above_the_keys(
    app: AijriApp, library: Library
) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await opened(app, pilot, library, MUCH)
        row = await press(app, pilot, f"answer:rating.{CALLS}.steps", "left")
        assert "The steps are written …" in row
        assert "The steps are written down, or the same each time" in painted(app).splitlines()[-2]


def of_an_own_table(library: Library, folder: Path) -> Interview:
    """Everything answered by somebody who wrote down the rows of their week themselves."""
    table = own_table.begin("owl whisperer")
    for line in ("30% feeding the owls, 25% guiding visitors, 25 cleaning, 20 paperwork", "yes"):
        table = own_table.said(table, line)
    kept = keep(table, library, folder, "2026-11-29")
    interview = interview_of(kept.library, kept.role_id)
    while (step := next((one for one in interview.path.steps if not one.settled), None)) is not None:
        first = next(iter(kind_of(step.asked.question.kind).answers(step.asked)), ("", 0))[0]
        rows = {row.id: row.choices[0].id for row in step.asked.rows}
        found = interview.answer(step.key, rows or first)
        found = interview.declined(step.key) if isinstance(found, Problem) else found
        assert isinstance(found, Interview)
        interview = found
    return interview


async def test_what_has_no_role_is_compared_with_no_role(
    app: AijriApp, library: Library, tmp_path: Path
) -> None:
    """A table of one's own starts where its result says it does: there is no average of anybody."""
    interview = of_an_own_table(library, tmp_path).reveal("result")
    found = result(interview)
    assert not found.withheld
    async with app.run_test(size=(110, 40)) as pilot:
        await loaded(app, pilot)
        for name, handed in {"what_if": interview, "compare": found, "score": interview}.items():
            app.go(name, handed)
            await settle(app, pilot)
            page = painted(app).casefold()
            assert f"{found.assessment.index:.1f}" in page, name
            assert not re.search(r"role average|the role|role score| of the role", page), name
            assert "the middle of every scale" in page or name == "what_if", name
            app.pop_screen()


async def test_a_second_change_in_words_goes_on_from_what_the_page_shows(
    app: AijriApp, library: Library
) -> None:
    async with app.run_test(size=(80, 40)) as pilot:
        screen = await opened(app, pilot, library, MUCH)
        for words, task, share in (
            ("training 20", "train", 20),
            ("research 20", "research", 20),
            ("drop infra", "infra", 0),
        ):
            await enter(app, pilot, words)
            assert screen.changes.share(task) == pytest.approx(share), words
