"""Roles of one's own: the folder they lie in, and the library that holds them beside the shipped ones."""

import os
from collections.abc import Sequence
from pathlib import Path

from aijri_engine.content.library import Library, content_folder
from aijri_engine.files.data_folder import library_folder


def open_library(folders: Sequence[Path] = ()) -> Library:
    """The shipped content, roles of one's own, and these folders. Raises `ContentError`."""
    own = library_folder()
    readable = os.access(own, os.R_OK | os.X_OK) and own.is_dir()
    return Library.open(content_folder(), *([own] if readable else []), *folders)


def folder_to_write(folders: Sequence[Path] = ()) -> Path:
    """Where a new role of one's own belongs: the last folder that was named, else one's own."""
    return folders[-1] if folders else library_folder()
