"""From a file to text that is safe to parse: regular files only, a limit, UTF-8, no control characters, no waiting."""

import errno
import itertools
import os
import re
import stat
from pathlib import Path
from typing import Final

from aijri_engine.content import codes
from aijri_engine.content.problems import ContentError, Problem, did_you_mean, file_name, problem_at
from aijri_engine.files.whole_files import reason_of

MOST_BYTES: Final = 1_048_576
"""Greatest size of a content file: 1 MiB."""

READ_STEP: Final = 65_536
MOST_NEIGHBOURS: Final = 1000
"""Names of a folder that are looked through for one like a missing file."""

OPEN_FLAGS: Final = (
    os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_CLOEXEC", 0) | getattr(os, "O_BINARY", 0)
)
KINDS: Final = (
    (stat.S_ISDIR, "a folder"),
    (stat.S_ISFIFO, "a pipe"),
    (stat.S_ISSOCK, "a socket"),
    (stat.S_ISCHR, "a device"),
    (stat.S_ISBLK, "a device"),
)
ABSENT: Final = frozenset({errno.ENOENT, errno.ENOTDIR})


def read_bytes(path: str | os.PathLike[str]) -> bytes:
    """Return the content of a regular file of at most 1 MiB. Raises ContentError for anything else."""
    try:
        _refuse_unless_small_file(path, Path(path).stat())
        descriptor = os.open(path, OPEN_FLAGS)
        try:
            _refuse_unless_small_file(path, os.fstat(descriptor))
            return _read(path, descriptor)
        finally:
            os.close(descriptor)
    except (OSError, ValueError) as error:
        raise _unreadable(path, error) from None


def _read(path: str | os.PathLike[str], descriptor: int) -> bytes:
    content = bytearray()
    while step := os.read(descriptor, READ_STEP):
        content += step
        if len(content) > MOST_BYTES:
            raise too_large(file_name(path))
    return bytes(content)


def _refuse_unless_small_file(path: str | os.PathLike[str], status: os.stat_result) -> None:
    if not stat.S_ISREG(status.st_mode):
        kind = next((words for test, words in KINDS if test(status.st_mode)), "something special")
        told = codes.message(codes.NOT_A_FILE, kind=kind)
        raise ContentError([Problem(file_name(path), None, None, codes.NOT_A_FILE, told)])
    if status.st_size > MOST_BYTES:
        raise too_large(file_name(path))


def too_large(name: str) -> ContentError:
    """Return the error for content beyond the limit."""
    told = codes.message(codes.TOO_LARGE, limit=f"{MOST_BYTES:,}")
    return ContentError([Problem(name, None, None, codes.TOO_LARGE, told)])


def _unreadable(path: str | os.PathLike[str], error: OSError | ValueError) -> ContentError:
    number = error.errno if isinstance(error, OSError) else None
    if number in ABSENT:
        told, hint = codes.message(codes.MISSING_FILE), _similar_neighbour(Path(path))
        return ContentError([Problem(file_name(path), None, None, codes.MISSING_FILE, told, hint)])
    reason = reason_of(error) if isinstance(error, OSError) else "this is not a possible file name"
    told = codes.message(codes.UNREADABLE, reason=reason)
    return ContentError([Problem(file_name(path), None, None, codes.UNREADABLE, told)])


def _similar_neighbour(path: Path) -> str | None:
    try:
        with os.scandir(path.parent) as entries:
            names = sorted(entry.name for entry in itertools.islice(entries, MOST_NEIGHBOURS))
    except OSError:
        return None
    return did_you_mean(path.name, names)


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
        told = codes.message(codes.NOT_UTF8, byte=f"0x{content[error.start]:02X}")
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
        told = codes.message(
            codes.CONTROL_CHARACTER, character=character_name(found.group()), where="the file"
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
