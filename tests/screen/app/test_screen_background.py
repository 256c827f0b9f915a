"""Light or dark as the terminal answers; who does not answer, or has typed already, is left alone."""

import os
import threading

import pytest

from aijri_tui.screen.app import background
from aijri_tui.screen.kit.themes import theme_for

WHITE, BLACK = b"\x1b]11;rgb:ffff/ffff/ffff\x1b\\", b"\x1b]11;rgb:00/2b/36\x07"
ATTRIBUTES = b"\x1b[?62;22c"


@pytest.mark.parametrize(
    ("answer", "light"),
    [
        (WHITE + ATTRIBUTES, True),
        (BLACK + ATTRIBUTES, False),
        (b"\x1b]11;rgba:f/f/f/f\x07", True),
        (ATTRIBUTES, None),
        (b"", None),
        (b"\x1b]11;rgb:nonsense", None),
    ],
)
def test_an_answer_is_read(answer: bytes, light: bool | None) -> None:
    assert background.is_light(answer) is light


@pytest.mark.parametrize(("answer", "light"), [(WHITE, True), (BLACK, False), (b"", None)])
def test_a_terminal_is_asked_and_left_as_it_was(
    answer: bytes, light: bool | None, monkeypatch: pytest.MonkeyPatch
) -> None:
    termios = pytest.importorskip("termios")
    monkeypatch.setattr(background, "ANSWER_SECONDS", 10.0)
    screen, program = os.openpty()
    before = termios.tcgetattr(program)

    def terminal() -> None:
        asked = b""
        while background.QUESTION not in asked:
            asked += os.read(screen, 64)
        os.write(screen, answer + ATTRIBUTES)

    answering = threading.Thread(target=terminal)
    answering.start()
    try:
        assert background.is_light(background._asked(program)) is light
        assert termios.tcgetattr(program) == before
    finally:
        answering.join()
        os.close(screen)
        os.close(program)


def test_what_was_typed_before_is_not_read() -> None:
    pytest.importorskip("termios")
    screen, program = os.openpty()
    try:
        os.write(screen, b"typed early\n")
        assert background._asked(program) == b""
        assert os.read(program, 64) == b"typed early\n"
    finally:
        os.close(screen)
        os.close(program)


def test_the_answer_decides_before_the_environment_and_after_the_person(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("COLORFGBG", "0;15")
    assert theme_for("truecolor", False, light=False) == "aijri-dark"
    assert theme_for("truecolor", False, light=None) == "aijri-light"
    assert theme_for("truecolor", False, "aijri-dark", light=True) == "aijri-dark"
    assert theme_for("standard", False, light=True) == "aijri-16"
