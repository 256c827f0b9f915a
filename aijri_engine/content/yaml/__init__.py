"""The strict YAML source of everything authors write: reading, places for messages, validation.

source = read_yaml("questionnaires/roles/welder.yaml")
role, problems = validate(source, Role)
"""

import os

from aijri_engine.content.problems import ContentError, Problem, file_name
from aijri_engine.content.safe_files import read_bytes, text_of
from aijri_engine.content.yaml.compose import Composer
from aijri_engine.content.yaml.document import Location, Node, Place, YamlFile
from aijri_engine.content.yaml.validate import validate

__all__ = [
    "ContentError",
    "Location",
    "Node",
    "Place",
    "Problem",
    "YamlFile",
    "parse_yaml",
    "read_yaml",
    "validate",
]


def read_yaml(path: str | os.PathLike[str]) -> YamlFile:
    """Return the YAML file at `path`: a regular UTF-8 file of at most 1 MiB.

    Raises ContentError when it cannot be read or is not the strict YAML that `parse_yaml` takes.
    """
    return parse_yaml(read_bytes(path), file_name(path))


def parse_yaml(content: str | bytes, name: str) -> YamlFile:
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
    return YamlFile(shown, tuple(lines), data, root)
