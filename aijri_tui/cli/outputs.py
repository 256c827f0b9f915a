"""Formats a result can be written in, by the ending of the file name."""

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from aijri_tui.cli.documents import json_text
from aijri_tui.cli.exits import UnusableError

if TYPE_CHECKING:
    from aijri_engine.personal.result import Result

Renderer = Callable[["Result"], bytes]


def _json(found: "Result") -> bytes:
    from aijri_engine.personal.result import to_json

    return json_text(to_json(found)).encode()


def _text(found: "Result") -> bytes:
    from aijri_tui.plain.passages import plain_text
    from aijri_tui.plain.result_text import result_passages

    return plain_text(result_passages(found)).encode()


def _markdown(found: "Result") -> bytes:
    from aijri_tui.plain.passages import markdown
    from aijri_tui.plain.result_text import result_passages

    return markdown(result_passages(found)).encode()


RENDERERS: Mapping[str, Renderer] = {".json": _json, ".md": _markdown, ".txt": _text}


def renderer_for(path: Path) -> Renderer:
    """The renderer of a file name. Raises UnusableError that lists the formats there are."""
    found = RENDERERS.get(path.suffix.casefold())
    if found is None:
        raise UnusableError(f"aijri: {path}: a result can be written as {', '.join(sorted(RENDERERS))}.")
    return found
