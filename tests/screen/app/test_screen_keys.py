"""Traps 5 and 6: colours that can be read, nothing bound that terminals swallow, nothing by colour alone."""

import importlib
from pathlib import Path

import pytest
from textual import events
from textual._xterm_parser import XTermParser
from textual.binding import Binding
from textual.color import Color
from textual.drivers import linux_driver
from textual.widget import Widget

import aijri_tui
from aijri_tui.screen.app.app import AijriApp
from aijri_tui.screen.app.pastes import Pastes, clean_pastes
from aijri_tui.screen.kit.rows import ROLES
from aijri_tui.screen.kit.themes import ANSI, DARK, LIGHT, NOT_TEXT, theme_for

LEAST_CONTRAST = 4.5
SAFE = {"up", "down", "left", "right", "enter", "escape", "tab", "space", "pageup", "pagedown", "home", "end",
        "backspace", "delete", "ctrl+q", "ctrl+p", *(f"f{number}" for number in range(2, 10))}  # fmt: skip
CTRL_C_ONLY_SAYS_HOW_TO_LEAVE = {"ctrl+c"}


def luminance(colour: Color) -> float:
    parts = [part / 255 for part in (colour.r, colour.g, colour.b)]
    red, green, blue = (
        part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, two: str) -> float:
    dark, light = sorted((luminance(Color.parse(one)), luminance(Color.parse(two))))
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("palette", [DARK, LIGHT], ids=["dark", "light"])
@pytest.mark.parametrize("surface", ["background", "selected"])
def test_every_text_colour_can_be_read(palette: dict[str, str], surface: str) -> None:
    for role, colour in palette.items():
        if role not in NOT_TEXT:
            assert contrast(colour, palette[surface]) >= LEAST_CONTRAST, role


def test_every_role_has_a_colour_in_every_palette() -> None:
    for palette in (DARK, LIGHT, ANSI):
        assert set(ROLES) <= set(palette)


def test_sixteen_colours_use_the_terminals_own_text() -> None:
    readable_on_both = {"ansi_default", "ansi_cyan", "ansi_green", "ansi_red"}
    assert set(ANSI.values()) <= readable_on_both


@pytest.mark.parametrize(("system", "no_color", "wanted"), [
    ("truecolor", False, "aijri-dark"), ("256", False, "aijri-dark"), ("standard", False, "aijri-16"),
    (None, False, "aijri-16"), ("truecolor", True, "aijri-16"),
])  # fmt: skip
def test_the_theme_follows_the_terminal(system: str | None, no_color: bool, wanted: str,
                                        monkeypatch: pytest.MonkeyPatch) -> None:  # fmt: skip
    monkeypatch.delenv("COLORFGBG", raising=False)
    assert theme_for(system, no_color) == wanted


def test_a_light_terminal_gets_light_colours(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLORFGBG", "0;15")
    assert theme_for("truecolor", False) == "aijri-light"


def test_only_keys_that_arrive_are_bound() -> None:
    for path in (Path(aijri_tui.__file__).parent / "screen").rglob("*.py"):
        module = importlib.import_module(
            ".".join(path.relative_to(Path(aijri_tui.__file__).parent.parent).with_suffix("").parts)
        )
        for kind in vars(module).values():
            own = vars(kind).get("BINDINGS", ()) if isinstance(kind, type) else ()
            if not isinstance(kind, type) or kind.__module__ != module.__name__:
                continue
            for binding in own:
                assert isinstance(binding, Binding)
                for key in binding.key.split(","):
                    letter = len(key) == 1 and not _types(kind)
                    allowed = key in SAFE or letter or (issubclass(kind, AijriApp) and key == "ctrl+c")
                    assert allowed, f"{kind.__name__} binds {key}"


def _types(kind: type) -> bool:
    """Single letters are only for screens without a line to type in."""
    name = kind.__name__
    without = ("Sheet", "ClientScreen", "HistoryScreen", "ReadAloudScreen", "ResultScreen", "WhatIfScreen")
    return issubclass(kind, Widget) and name not in without


@pytest.mark.parametrize("cut", [1, 3, 5, 7, 4096])
def test_an_escape_sign_within_a_paste_presses_no_key(cut: int) -> None:
    """However the terminal's words come in; a key beside the paste is pressed, and escape alone at once."""
    parser = XTermParser()
    pastes = Pastes(parser.feed)
    said = "a\x1b[200~one\x1b]0;t\x07\x1b[31mtwo\r\nq\x1b\x1b[201~b\x1b[20~"
    found = [one for start in range(0, len(said), cut) for one in pastes.feed(said[start : start + cut])]
    told = [one.text if isinstance(one, events.Paste) else one.key for one in found if hasattr(one, "time")]
    assert told == ["a", "one]0;t[31mtwo\r\nq", "b", "f9"]
    given: list[str] = []
    Pastes(lambda data: [given.append(data)]).feed("\x1b")
    assert given == ["\x1b"]


def test_the_driver_of_a_terminal_reads_it_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(linux_driver, "XTermParser", XTermParser)
    clean_pastes(linux_driver.LinuxDriver)
    assert isinstance(linux_driver.XTermParser(False).feed.__self__, Pastes)
