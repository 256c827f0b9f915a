"""Paths as people type them: whatever stands there is a path or the name of nothing, and never an error."""

import os
from pathlib import Path


def typed_path(words: str | Path) -> Path:
    """The path that was typed, `~` being the home folder; of somebody unknown it stays as typed."""
    return Path(os.path.expanduser(str(words).strip().replace("\0", "")))  # noqa: PTH111 - Path.expanduser raises


def is_folder(path: Path) -> bool:
    """There is such a folder; a name that no folder can have is none."""
    return os.path.isdir(path)  # noqa: PTH112 - Path.is_dir raises for long names


def lies_there(path: Path) -> bool:
    """Something has this name, be it a link to nothing."""
    return os.path.lexists(path)
