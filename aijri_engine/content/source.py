"""The strict YAML source of everything authors write: reading, places for messages, validation.

source = read_source("questionnaires/roles/welder.yaml")
role, problems = validate(source, Role)
"""

import os

from aijri_engine.content.problems import ContentError, Problem, file_name
from aijri_engine.content.validation import validate
from aijri_engine.content.yaml_compose import Composer
from aijri_engine.content.yaml_document import Location, Node, Place, Source
from aijri_engine.content.yaml_files import read_bytes
from aijri_engine.content.yaml_text import text_of

__all__ = [
    "ContentError",
    "Location",
    "Node",
    "Place",
    "Problem",
    "Source",
    "parse_source",
    "read_source",
    "validate",
]


def read_source(path: str | os.PathLike[str]) -> Source:
    """Return the YAML file at `path`: a regular UTF-8 file of at most 1 MiB.

    Raises ContentError when it cannot be read or is not the strict YAML that `parse_source` takes.
    """
    return parse_source(read_bytes(path), file_name(path))


def parse_source(content: str | bytes, name: str) -> Source:
    """Return YAML `content`, called `name` in messages, as plain data with the place of every part.

    Plain scalars are text except null, true, false and decimal numbers. Raises ContentError, with
    every problem found, for anything that is not YAML and for aliases, anchors, tags, directives, a
    second document, duplicate or non-text keys, control characters, numbers of more than 30 digits,
    more than 1 MiB, 40 levels or 50,000 nodes, and for an empty file.
    """
    shown = file_name(name)
    text = text_of(content, shown)
    lines = text.split("\n")
    data, root = Composer(shown, lines).compose(text)
    return Source(shown, tuple(lines), data, root)
