"""From bytes to text that is safe to parse: UTF-8, no control characters, one kind of line end."""

import re
from typing import Final

from aijri_engine.content import codes
from aijri_engine.content.codes import Y_CODES
from aijri_engine.content.problems import ContentError, problem_at
from aijri_engine.content.yaml_files import MOST_BYTES, too_large

CONTROL: Final = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufeff\ufffe\uffff]"  # all but tab and line feed
)
MARK: Final = "\ufeff"
MOST_REPORTED: Final = 50


def text_of(content: str | bytes, name: str) -> str:
    """Return `content` decoded, without a byte order mark, its lines ended by `\\n`.

    Raises ContentError for more than 1 MiB, bytes that are not UTF-8, and control characters.
    """
    if len(content) > MOST_BYTES:
        raise too_large(name)
    if isinstance(content, str):
        text = content
        if len(text.encode("utf-8", "surrogatepass")) > MOST_BYTES:
            raise too_large(name)
    else:
        text = _decoded(content, name)
    text = text.removeprefix(MARK).replace("\r\n", "\n").replace("\r", "\n")
    _refuse_controls(text, name)
    return text


def character_name(character: str) -> str:
    """Return a character that cannot be shown as its number, such as U+0000."""
    return f"U+{ord(character):04X}"


def _decoded(content: bytes, name: str) -> str:
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError as error:
        before = content[: error.start].decode("utf-8").removeprefix(MARK)
        lines = _lines(content.decode("utf-8", "replace").removeprefix(MARK))
        told = Y_CODES[codes.NOT_UTF8].fill(byte=f"0x{content[error.start]:02X}")
        place = _place(before)
        hint = "save it with the encoding UTF-8"
        raise ContentError([problem_at(name, lines, place, codes.NOT_UTF8, told, hint)]) from None


def _refuse_controls(text: str, name: str) -> None:
    problems = []
    lines: list[str] = []
    start, line = 0, 1
    for found in CONTROL.finditer(text):
        lines = lines or _lines(text)
        line += text.count("\n", start, found.start())
        start = found.start()
        column = start - text.rfind("\n", 0, start)
        told = Y_CODES[codes.CONTROL_CHARACTER].fill(
            character=character_name(found.group()), where="the file"
        )
        hint = "remove it"
        problems.append(problem_at(name, lines, (line, column), codes.CONTROL_CHARACTER, told, hint))
        if len(problems) == MOST_REPORTED:
            break
    if problems:
        raise ContentError(problems)


def _lines(text: str) -> list[str]:
    return text.replace("\r\n", "\n").replace("\r", "\n").split("\n")


def _place(before: str) -> tuple[int, int]:
    lines = _lines(before)
    return len(lines), len(lines[-1]) + 1
