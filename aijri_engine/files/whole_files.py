"""Files read within a limit, and written so that they are there whole or not at all, even when the power fails."""

import contextlib
import errno
import glob
import os
import re
import stat
import tempfile
from pathlib import Path

LONGEST_STEM = 40
"""Characters of the target's name that the temporary name repeats."""


READING = (
    os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_CLOEXEC", 0) | getattr(os, "O_BINARY", 0)
)


FULL = "the disk is full; free some space, or choose another place"

OURS = {
    errno.ENOENT: "there is no such file or folder",
    errno.ENOTDIR: "there is no such folder",
    errno.EISDIR: "this is a folder",
    errno.ENAMETOOLONG: "the name is too long; choose a shorter one",
    errno.ENOSPC: FULL,
    errno.EDQUOT: FULL,
    errno.EACCES: "you have no permission for it; give yourself permission, or choose another",
    errno.EPERM: "this is not allowed there; choose another",
    errno.EROFS: "nothing can be written on this disk; choose another place",
    errno.EIO: "the disk did not do it; check the disk, or choose another place",
    errno.EBUSY: "another program is using it; close that first",
    errno.ELOOP: "it is a link that leads in a circle; choose another place",
    errno.EXDEV: "it cannot be moved to another disk; choose a place on this one",
}
"""The system's reasons in words for anybody, each with what can be done where it is not plain."""


_OS_ERROR = re.compile(r"\(os error (\d+)\)")
"""How libraries in Rust put the system's number into their words."""


def reason_of(error: OSError) -> str:
    """Why a file cannot be used, as it stands after a colon: in our words; in the system's where nobody met them."""
    told = _OS_ERROR.search(str(error))
    said = (
        OURS.get(error.errno or (int(told[1]) if told else 0)) or error.strerror or "the name cannot be used"
    )
    return said[:1].lower() + said[1:]


def read_bounded(path: Path, limit: int) -> bytes:
    """The content of a regular file of at most `limit` bytes; never waits for a pipe or a device. Raises OSError."""
    try:
        descriptor = os.open(path, READING)
    except ValueError:
        raise OSError(errno.EINVAL, "not a file name") from None
    with os.fdopen(descriptor, "rb") as stream:
        mode = os.fstat(descriptor).st_mode
        if stat.S_ISDIR(mode):
            raise OSError(errno.EISDIR, OURS[errno.EISDIR])
        if not stat.S_ISREG(mode):
            raise OSError(errno.EINVAL, "not a regular file")
        content = stream.read(limit + 1)
    if len(content) > limit:
        raise OSError(errno.EFBIG, f"larger than {limit // 1_048_576} MiB")
    return content


def why_unreadable(path: Path) -> str:
    """Why `read_bounded` cannot begin with a file; empty where it can."""
    try:
        read_bounded(path, 0)
    except OSError as error:
        return "" if error.errno == errno.EFBIG else reason_of(error)
    return ""


LONGEST_NUMBER = 10
"""Digits that the number of a file descriptor never has [ours]."""


def first_line_of(named: str, limit: int = 10_000) -> tuple[str, str]:
    """The first line from the open descriptor of that number, at most `limit` bytes; where it gives none, why.

    The descriptor is closed.
    """
    if not (named.isascii() and named.isdigit() and len(named) < LONGEST_NUMBER):
        return "", "its value is not the number of an open file descriptor"
    try:
        with os.fdopen(int(named), "rb") as stream:
            line = stream.readline(limit).rstrip(b"\r\n").decode()
    except UnicodeDecodeError:
        return "", "what is passed there is not text in UTF-8"
    except OSError as error:
        closed = error.errno == errno.EBADF
        return "", f"file descriptor {named} {'is not open for reading' if closed else 'cannot be read from'}"
    return line, "" if line else f"file descriptor {named} gives no line, or an empty one"


def write_whole(path: Path, content: bytes) -> None:
    """Write beside the target, force it to disk, then move it into place.

    The file is readable by its owner only. Raises OSError, and then leaves the target as it was.
    """
    part = part_beside(path, content)
    try:
        put_in_place(part, path)
    except BaseException:
        part.unlink(missing_ok=True)
        raise


def part_beside(path: Path, content: bytes) -> Path:
    """The content in a new file beside its target, forced to disk and readable by its owner only. Raises OSError."""
    target = path.resolve()
    handle, name = tempfile.mkstemp(
        dir=target.parent, prefix=f".{target.name[:LONGEST_STEM]}.", suffix=".part"
    )
    part = Path(name)
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.write(content)
            stream.flush()
            os.fsync(stream.fileno())
    except BaseException:
        part.unlink(missing_ok=True)
        raise
    return part


def parts_of(path: Path) -> list[Path]:
    """What killed programs left half written beside this target; a `*` for its name is all targets of a folder."""
    with contextlib.suppress(OSError, RuntimeError, ValueError):
        target = path.resolve()
        name = "*" if target.name == "*" else glob.escape(target.name[:LONGEST_STEM])
        found = target.parent.glob(f".{name}.????????.part")
        return [part for part in found if part.is_file() and not part.is_symlink()]
    return []


def put_in_place(part: Path, path: Path) -> None:
    """Move a file that `part_beside` made over its target, durably where the system can. Raises OSError."""
    target = path.resolve()
    part.replace(target)
    force_folder_to_disk(target.parent)


def force_folder_to_disk(folder: Path) -> None:
    """The names in a folder survive a power failure, where the system can do that."""
    with contextlib.suppress(OSError):
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
