"""What a person chose about the look, kept beside the store; nothing in it is about them."""

import json
from pathlib import Path

from aijri_engine.text.places import data_folder
from aijri_tui.screen.kit.themes import CHOICES

FILE_NAME = "settings.json"
LONGEST = 10_000
"""Bytes that are read."""


def chosen_colours(folder: Path | None = None) -> str:
    """The theme that was chosen last; empty where none was, or where it cannot be read."""
    try:
        with (data_folder(folder) / FILE_NAME).open("rb") as stream:
            found = json.loads(stream.read(LONGEST))
    except (OSError, ValueError, RuntimeError):
        return ""
    name = found.get("colours", "") if isinstance(found, dict) else ""
    return name if name in CHOICES else ""


def keep_colours(name: str, folder: Path | None = None) -> bool:
    """Keep the choice for the next time; False where the folder does not take it."""
    from aijri_engine.store import StoreError, prepare_folder
    from aijri_engine.text.whole_files import write_whole

    place = data_folder(folder)
    try:
        prepare_folder(place)
        write_whole(place / FILE_NAME, json.dumps({"colours": name}).encode() + b"\n")
    except (OSError, StoreError):
        return False
    return True
