"""Reading the bytes of a content file: regular files only, never more than the limit, never waiting."""

import errno
import itertools
import os
import stat
from pathlib import Path
from typing import Final

from aijri_engine.content import codes
from aijri_engine.content.codes import Y_CODES
from aijri_engine.content.problems import ContentError, Problem, did_you_mean, file_name

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
DENIED: Final = frozenset({errno.EACCES, errno.EPERM})


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
        told = Y_CODES[codes.NOT_A_FILE].fill(kind=kind)
        raise ContentError([Problem(file_name(path), None, None, codes.NOT_A_FILE, told)])
    if status.st_size > MOST_BYTES:
        raise too_large(file_name(path))


def too_large(name: str) -> ContentError:
    """Return the error for content beyond the limit."""
    told = Y_CODES[codes.TOO_LARGE].fill(limit=f"{MOST_BYTES:,}")
    return ContentError([Problem(name, None, None, codes.TOO_LARGE, told)])


def _unreadable(path: str | os.PathLike[str], error: OSError | ValueError) -> ContentError:
    number = error.errno if isinstance(error, OSError) else None
    if number in ABSENT:
        told, hint = Y_CODES[codes.MISSING_FILE].fill(), _similar_neighbour(Path(path))
        return ContentError([Problem(file_name(path), None, None, codes.MISSING_FILE, told, hint)])
    if number in DENIED:
        reason = "permission denied"
    else:
        reason = os.strerror(number).lower() if number is not None else "this is not a possible file name"
    told = Y_CODES[codes.UNREADABLE].fill(reason=reason)
    return ContentError([Problem(file_name(path), None, None, codes.UNREADABLE, told)])


def _similar_neighbour(path: Path) -> str | None:
    try:
        with os.scandir(path.parent) as entries:
            names = sorted(entry.name for entry in itertools.islice(entries, MOST_NEIGHBOURS))
    except OSError:
        return None
    return did_you_mean(path.name, names)
