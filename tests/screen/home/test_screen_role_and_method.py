"""Choosing a role where there are two, and reading long pages: parts, arrows, and the way back."""

from pathlib import Path

import pytest
from screen_driver import enter, loaded, painted, settle, type_words

from aijri_engine.content.library import Library, content_folder
from aijri_tui.screen.app.app import AijriApp
from aijri_tui.screen.home.choose_role import ChooseRoleScreen
from aijri_tui.screen.home.role import RoleScreen
from aijri_tui.screen.interview.screen import InterviewScreen


@pytest.fixture
def two_roles(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> AijriApp:
    """The app with a folder of content that holds one more role."""
    monkeypatch.setenv("AIJRI_DATA", str(tmp_path / "data"))
    role = (content_folder() / "roles" / "deep-learning-engineer.yaml").read_text("utf-8")
    role = role.replace("\nid: deep-learning-engineer", "\nid: vision-engineer")
    role = role.replace("\ntitle: Deep Learning Engineer", '\ntitle: "Vision Engineer [@click=app.quit]x[/]"')
    (tmp_path / "more" / "roles").mkdir(parents=True)
    (tmp_path / "more" / "roles" / "vision-engineer.yaml").write_text(role, "utf-8")
    return AijriApp(cursor_blink=False, content=(tmp_path / "more",))


async def test_one_of_two_roles_is_chosen_to_be_read_and_to_begin_with(two_roles: AijriApp) -> None:
    app = two_roles
    async with app.run_test(size=(80, 24)) as pilot:
        await loaded(app, pilot)
        app.go("role")
        await settle(app, pilot)
        assert isinstance(app.screen, ChooseRoleScreen)
        await type_words(pilot, "vision engineer")
        while "› Vision Engineer" not in painted(app):
            await settle(app, pilot)
        assert "› Vision Engineer [@click=app.quit]x[/]" in painted(app)
        await enter(app, pilot)
        assert isinstance(app.screen, RoleScreen)
        assert "AIJRI · Vision Engineer [@click=app.quit]x[/]" in painted(app)
        await pilot.press("escape")
        await settle(app, pilot)
        app.go("begin", "full", "deep-learning-engineer")
        await settle(app, pilot)
        assert isinstance(app.screen, InterviewScreen)
        assert app.screen.talk.interview.role_id == "deep-learning-engineer"


async def test_arrows_scroll_where_the_list_of_parts_is_out_of_view(app: AijriApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await loaded(app, pilot)
        app.go("how")
        await settle(app, pilot)
        assert "esc back" in painted(app)
        await pilot.press("down", "down", "enter")
        await settle(app, pilot)
        first = painted(app).splitlines()[2:5]
        assert any("Zones" in line for line in first)
        await pilot.press("down", "down")
        await settle(app, pilot)
        assert "Green from 48" in painted(app)
        assert "What goes in" not in painted(app)
        await pilot.press("home")
        await settle(app, pilot)
        assert "› What goes in" in painted(app)


def test_a_starting_table_is_shown_without_a_figure() -> None:
    rows = RoleScreen(Library.open().role("29-1141.00")).front(78)
    told = "\n".join("".join(span.text for span in row) for row in rows)

    assert told.startswith("No figure yet: a starting table from public figures.")
    assert "role " not in told.partition("Tasks at a glance")[0]
