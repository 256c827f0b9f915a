"""Is this terminal light or dark? It is asked before the first frame, and not waited for long."""

import os
import re
import select
import sys
from time import monotonic

ANSWER_SECONDS = 0.15
"""How long an answer is waited for; terminals answer in some thousandths of a second [ours]."""

QUESTION = b"\x1b]11;?\x1b\\\x1b[c"
"""The colour of the background (OSC 11), then what every terminal answers (DA1): whoever skips the first is not
waited for."""

LAST_ANSWER = re.compile(rb"\x1b\[\?[\d;]*c")
COLOUR = re.compile(rb"\x1b\]11;rgba?:([0-9a-fA-F]{1,4})/([0-9a-fA-F]{1,4})/([0-9a-fA-F]{1,4})")
LUMA = (0.299, 0.587, 0.114)
"""Weights of red, green and blue in brightness (ITU-R BT.601)."""


def background_is_light() -> bool | None:
    """What the terminal says of its background; None where it says nothing, or where it cannot be asked."""
    if sys.platform == "win32":
        return None
    try:
        terminal = os.open("/dev/tty", os.O_RDWR | os.O_NOCTTY)
    except OSError:
        return None
    try:
        return is_light(_asked(terminal))
    except OSError:
        return None
    finally:
        os.close(terminal)


def _asked(terminal: int) -> bytes:
    import termios
    import tty

    before = termios.tcgetattr(terminal)
    try:
        tty.setcbreak(terminal, termios.TCSANOW)
        if select.select([terminal], [], [], 0)[0]:
            return b""
        os.write(terminal, QUESTION)
        return _answer(terminal)
    finally:
        termios.tcsetattr(terminal, termios.TCSANOW, before)


def _answer(terminal: int) -> bytes:
    found, until = b"", monotonic() + ANSWER_SECONDS
    while not LAST_ANSWER.search(found) and (left := until - monotonic()) > 0:
        if select.select([terminal], [], [], left)[0]:
            found += os.read(terminal, 256)
    return found


def is_light(answer: bytes) -> bool | None:
    """Whether the colour that was answered is nearer to white than to black; None where none was."""
    found = COLOUR.search(answer)
    if found is None:
        return None
    parts = [int(part, 16) / float(16 ** len(part) - 1) for part in found.groups()]
    brightness = sum(weight * part for weight, part in zip(LUMA, parts, strict=True))
    return brightness > 0.5
