"""Colours that were chosen hold the next time; where the terminal has too few, nothing is changed and it is said."""

from pathlib import Path

import pytest
from screen_driver import loaded, painted, running, settle

from aijri_tui.screen.app.app import AijriApp
from aijri_tui.screen.app.commands import commands_for
from aijri_tui.screen.app.preferences import chosen_colours, keep_colours, own_keys


def choose(app: AijriApp, title: str) -> None:
    """Run a command of the palette."""
    act = next(act for name, _, act in commands_for(app, app.screen) if name == title)
    act()


async def test_light_colours_are_found_in_the_palette_and_last(app: AijriApp, tmp_path: Path) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await loaded(app, pilot)
        assert app.theme == "aijri-dark"
        assert not (tmp_path / "data").exists()
        await pilot.press("ctrl+p")
        await settle(app, pilot)
        await pilot.press(*"light")
        await settle(app, pilot)
        assert "Light colours" in painted(app)
        await pilot.press("enter", "enter")
        await settle(app, pilot)
        assert app.theme == "aijri-light"
    assert AijriApp(cursor_blink=False).theme == "aijri-light"
    assert (tmp_path / "data").stat().st_mode & 0o077 == 0


async def test_a_terminal_without_colours_keeps_its_own(
    app: AijriApp, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    keep_colours("aijri-light")
    monkeypatch.setenv("NO_COLOR", "1")
    bare = AijriApp(cursor_blink=False)
    async with bare.run_test(size=(80, 24), notifications=True) as pilot:
        await loaded(bare, pilot)
        assert bare.theme == "aijri-16"
        choose(bare, "Dark colours")
        await settle(bare, pilot)
        assert bare.theme == "aijri-16"
        (note,) = bare._notifications
        assert "shows its own colours only" in note.message
    assert chosen_colours() == "aijri-light"


@pytest.mark.parametrize("content", ["", "[1]", "{", '{"colours": "aijri-pink"}', '{"colours": 7}', "\udcff"])
def test_settings_that_cannot_be_read_are_no_choice(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, content: str
) -> None:
    monkeypatch.setenv("AIJRI_DATA", str(tmp_path))
    (tmp_path / "settings.json").write_text(content, encoding="utf-8", errors="surrogateescape")

    assert chosen_colours() == ""


@pytest.mark.parametrize(
    "content", [b"{", b"[1]", b"\xff", b'{"keys": {"n": "down"}, "x": "' + b"y" * 20_000 + b'"}']
)
def test_settings_that_cannot_be_read_are_not_written_over(
    app: AijriApp, tmp_path: Path, content: bytes
) -> None:
    """Keys that somebody wrote, with one comma too many, are worth mending."""
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "settings.json").write_bytes(content)
    assert not keep_colours("aijri-light")
    assert (tmp_path / "data" / "settings.json").read_bytes() == content


def test_a_folder_that_takes_nothing_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "file").write_text("")
    monkeypatch.setenv("AIJRI_DATA", str(tmp_path / "file" / "folder"))

    assert not keep_colours("aijri-light")
    assert chosen_colours() == ""


async def test_keys_of_ones_own_stand_for_keys_of_the_program_and_are_shown(
    app: AijriApp, tmp_path: Path
) -> None:
    (tmp_path / "data").mkdir()
    settings = '{"keys": {"n": "down", "f7": "escape", "g": 7}, "colours": "aijri-light"}'
    (tmp_path / "data" / "settings.json").write_text(settings)
    own = AijriApp(cursor_blink=False)
    assert own.own_keys == {"n": "down", "f7": "escape"}
    async with own.run_test(size=(80, 24)) as pilot:
        await loaded(own, pilot)
        await pilot.press("n")
        await settle(own, pilot)
        assert "› Start a quick one" in painted(own)
        own.go("clients")
        await settle(own, pilot)
        assert "f7 back" in painted(own)
        await pilot.press("n")
        await settle(own, pilot)
        assert "    n\n" in painted(own)
        await pilot.press("f7", "f7")
        await settle(own, pilot)
        assert len(own.screen_stack) == 1
    assert keep_colours("aijri-dark")
    assert AijriApp(cursor_blink=False).own_keys == own.own_keys


async def test_j_and_k_go_down_and_up(app: AijriApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await loaded(app, pilot)
        await pilot.press("j", "j", "k")
        await settle(app, pilot)
        assert "› Start a quick one" in painted(app)


@pytest.mark.parametrize(
    ("content", "told"),
    [
        ("{", "settings.json cannot be read"),
        ("[1]", "settings.json cannot be read"),
        ('{"keys": {"enter": "ctrl+q", "ctrl+e": "f5"}}', "gives enter another meaning"),
    ],
)
async def test_settings_that_do_not_count_are_told_and_needed_keys_stay(
    app: AijriApp, tmp_path: Path, content: str, told: str
) -> None:
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "settings.json").write_text(content)
    async with app.run_test(size=(80, 24)) as pilot:
        await loaded(app, pilot)
        assert told in running(app)
        assert "enter leave" not in painted(app)
        assert "enter" not in own_keys()
