"""Plain data of content files that were read before, kept by the hash of their bytes.

The strict YAML source is pure Python on purpose and takes most of the start-up time. What it made of a file is kept as
JSON in the user's cache folder: validated again at every start, never trusted beyond its hash, and never needed (a
missing, unreadable or unwritable cache only costs time). Nothing personal is ever put here.
"""

import json
import os
from contextlib import suppress
from pathlib import Path
from typing import Any

FORMAT = "1"
"""Raised whenever the source would make other data of the same bytes."""

SWITCH = "AIJRI_CACHE"
"""Environment variable: a folder to use instead, or `off`."""

KEPT = 60
"""Files; the oldest beyond these are removed [ours]."""


def recall(digest: str) -> Any:
    """The data of a file with this hash; None when it is not at hand."""
    folder = _folder()
    if folder is None:
        return None
    with suppress(OSError, ValueError, RecursionError):
        return json.loads((folder / f"{digest}.json").read_bytes())
    return None


def remember(digest: str, data: Any) -> None:
    """Keep the data of a file with this hash; does nothing where that is not possible."""
    folder = _folder()
    if folder is None:
        return
    with suppress(OSError, ValueError):
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        waiting = folder / f".{digest}.{os.getpid()}"
        waiting.write_text(json.dumps(data, ensure_ascii=True, separators=(",", ":")), encoding="ascii")
        waiting.replace(folder / f"{digest}.json")
        _forget_oldest(folder)


def _forget_oldest(folder: Path) -> None:
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
