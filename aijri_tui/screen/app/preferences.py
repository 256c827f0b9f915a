"""What a person chose about look and keys, kept beside the store as `settings.json`; nothing in it is about them.

    {"colours": "aijri-dark", "keys": {"ctrl+e": "f5"}}

`keys` says what is pressed and which key of the program it stands for.
"""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from aijri_engine.files.data_folder import data_folder
from aijri_engine.text import join_words
from aijri_tui.screen.kit.themes import CHOICES

FILE_NAME = "settings.json"
LONGEST = 10_000
"""Bytes that are read."""


NEEDED = ("enter", "escape", "tab", "space", "backspace", "up", "down", "left", "right")
"""Keys without which nothing can be chosen or left: they stay what they are."""


def _read(folder: Path | None) -> dict[str, Any] | None:
    """Everything in the file; nothing where there is none, None where it cannot be read."""
    try:
        with (data_folder(folder) / FILE_NAME).open("rb") as stream:
            found = json.loads(stream.read(LONGEST))
    except FileNotFoundError:
        return {}
    except (OSError, ValueError, RuntimeError):
        return None
    return found if isinstance(found, dict) else None


def _settings(folder: Path | None) -> dict[str, Any]:
    return _read(folder) or {}


def preferences_trouble(folder: Path | None = None) -> str:
    """What of the file does not count, and what to do about it; empty when all is well."""
    found = _read(folder)
    if found is None:
        place = data_folder(folder) / FILE_NAME
        return f"{FILE_NAME} cannot be read, so colours and keys are as usual: mend or remove {place}."
    kept = join_words([own for own in _keys(found) if own in NEEDED])
    return (
        f"{FILE_NAME} gives {kept} another meaning; they are needed as they are, and stay so." if kept else ""
    )


def _keys(found: dict[str, Any]) -> dict[str, Any]:
    keys = found.get("keys", {})
    return keys if isinstance(keys, dict) else {}


def chosen_colours(folder: Path | None = None) -> str:
    """The theme that was chosen last; empty where none was."""
    name = _settings(folder).get("colours", "")
    return name if name in CHOICES else ""


def own_keys(folder: Path | None = None) -> Mapping[str, str]:
    """Keys as they are pressed, each with the key that it stands for; what is no name of a key is left out."""
    pairs = _keys(_settings(folder)).items()
    return {own: meant for own, meant in pairs if isinstance(meant, str) and own not in (meant, *NEEDED)}


def keep_colours(name: str, folder: Path | None = None) -> bool:
    """Keep the choice for the next time; False where the folder does not take it, or what is there cannot be read."""
    from aijri_engine.files.whole_files import write_whole
    from aijri_engine.store import StoreError, prepare_folder

    place, found = data_folder(folder), _read(folder)
    try:
        prepare_folder(place)
        if found is not None:
            write_whole(place / FILE_NAME, json.dumps({**found, "colours": name}).encode() + b"\n")
    except (OSError, StoreError):
        return False
    return found is not None
