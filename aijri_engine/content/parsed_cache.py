"""Plain data of content files that were read before, kept by the hash of their bytes.

The strict YAML source is pure Python on purpose and takes most of the start-up time. What it made of a file is kept as
JSON in the user's cache folder: validated again at every start, a role must still reproduce its own index, and never
needed (a missing, unreadable or unwritable cache only costs time). Nothing personal is ever put here, tables in
somebody's own words least of all: no erasure reaches it. What others
could have written is not read: the folder and each file must be this user's alone, and a file plain and small.
"""

import json
import os
import shutil
import stat
from contextlib import suppress
from pathlib import Path
from typing import Any

from aijri_engine.files.whole_files import write_whole

FORMAT = "2"
"""Raised whenever the source would make other data of the same bytes."""

SWITCH = "AIJRI_CACHE"
"""Environment variable: a folder to use instead, or `off`."""

KEPT = 2000
"""Files; the oldest beyond these are removed [ours]."""

LARGEST = 8_388_608
"""Bytes of one kept file; content files are at most 1 MiB."""

OPEN_FLAGS = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_NOFOLLOW", 0)
WRITABLE_BY_OTHERS = stat.S_IWGRP | stat.S_IWOTH


def recall(digest: str) -> Any:
    """The data of a file with this hash; None when it is not at hand."""
    folder = _folder()
    if folder is None:
        return None
    with suppress(OSError, ValueError, RecursionError):
        if _is_own(folder.stat()):
            return json.loads(_read(folder / f"{digest}.json"))
    return None


def remember(digest: str, data: Any) -> None:
    """Keep the data of a file with this hash; does nothing where that is not possible."""
    folder = _folder()
    if folder is None:
        return
    with suppress(OSError, ValueError):
        for missing in reversed([place for place in (folder, *folder.parents) if not place.exists()]):
            missing.mkdir(exist_ok=True, mode=0o700)
        if _is_own(folder.stat()):
            write_whole(folder / f"{digest}.json", json.dumps(data, separators=(",", ":")).encode("ascii"))
            _forget_oldest(folder)


def _read(path: Path) -> bytes:
    """The content of a plain, small file of this user. Raises OSError for anything else, and never waits."""
    descriptor = os.open(path, OPEN_FLAGS)
    with os.fdopen(descriptor, "rb") as stream:
        status = os.fstat(descriptor)
        if not (stat.S_ISREG(status.st_mode) and _is_own(status) and status.st_size <= LARGEST):
            raise PermissionError(path)
        return stream.read(LARGEST)


def _is_own(status: os.stat_result) -> bool:
    """This user's, and nobody else may write there; systems without such rights decide by themselves."""
    if not hasattr(os, "geteuid"):
        return True
    return status.st_uid == os.geteuid() and not status.st_mode & WRITABLE_BY_OTHERS


def _forget_oldest(folder: Path) -> None:
    shutil.rmtree(folder.with_name("content-1"), ignore_errors=True)  # it held tables in somebody's own words
    kept = sorted(folder.glob("*.json"), key=lambda path: -path.stat().st_mtime)
    for path in kept[KEPT:]:
        path.unlink(missing_ok=True)


def _folder() -> Path | None:
    wish = os.environ.get(SWITCH, "")
    if wish == "off":
        return None
    if wish:
        return Path(wish) / f"content-{FORMAT}"
    from platformdirs import user_cache_path

    return user_cache_path("aijri", appauthor=False) / f"content-{FORMAT}"
