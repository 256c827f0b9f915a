"""The typst compiler with our templates and fonts, and charts as PNG through it; nothing is fetched at run time."""

import json
import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any

from aijri_engine.report.charts import Chart
from aijri_engine.report.renderers.typst_data import drawing_data

TEMPLATES = Path(__file__).parents[1] / "templates"
FAMILY = "Source Sans 3"


@cache
def compiler(template: str, own_fonts: bool) -> Any:
    """A compiler of one template; it knows the fonts that come with the program, or the system's as well."""
    import typst

    fonts = str(files("fontpkg_source_sans_3"))
    return typst.Compiler(
        str(TEMPLATES / template), root=str(TEMPLATES), font_paths=[fonts], ignore_system_fonts=own_fonts
    )


MISSING = re.compile(r'the text `"(.+?)"` could not be displayed')
ESCAPED = re.compile(r"\\u\{([0-9a-f]+)\}|\\(.)")

MOST_ATTEMPTS = 5
"""Compilations after which giving up is better than going on; each one finds every character still missing."""


@dataclass(frozen=True, slots=True)
class Made:
    """A file, and what it was made from."""

    content: bytes
    data: dict[str, Any]
    """With names or numbers for what no font has."""
    own_fonts: bool
    replaced: bool


def as_pdf(template: str, data: dict[str, Any], standard: str, notice: str = "") -> Made:
    """The data as a PDF of this standard; the notice stands in it where a character is in no font.

    Letters that the embedded fonts lack are looked for in the fonts of the system; what no font has is printed by
    name or number.
    """
    import typst

    replaced: dict[str, str] = {}
    own_fonts, said = True, data
    for _ in range(MOST_ATTEMPTS):
        try:
            made = _compiled(template, said, own_fonts, format="pdf", pdf_standards=standard)
            return Made(made, said, own_fonts, bool(replaced))
        except typst.TypstError as error:
            missing = _missing(f"{error.message}\n{error.diagnostic}")
            if not missing:
                raise
            if not own_fonts:
                replaced |= {character: _told(character) for character in missing}
                said = _translated(data, str.maketrans(replaced)) | {"notice": notice}
            own_fonts = False
    raise RuntimeError("the report holds text that cannot be set")


def _compiled(template: str, data: dict[str, Any], own_fonts: bool, **options: Any) -> Any:
    inputs = {"data": json.dumps(data, ensure_ascii=False)}
    return compiler(template, own_fonts).compile(sys_inputs=inputs, **options)


def _missing(diagnostic: str) -> set[str]:
    """Every character a font was missing for; none when the failure has another cause."""
    return {character for text in MISSING.findall(diagnostic) for character in ESCAPED.sub(_unescaped, text)}


def _unescaped(found: re.Match[str]) -> str:
    return chr(int(found[1], 16)) if found[1] else found[2]


VARIATIONS = range(0xFE00, 0xFE10)
"""Selectors that say how the sign before them is drawn."""


def _told(character: str) -> str:
    """A symbol by its name, `[fire]`; a letter by its number, `[U+674E]`; what only joins or varies not at all."""
    name = unicodedata.name(character, "")
    kind = unicodedata.category(character)
    if kind == "Cf" or ord(character) in VARIATIONS:
        return ""
    return f"[{name.lower()}]" if kind.startswith("S") and name else f"[U+{ord(character):04X}]"


def _translated(part: Any, told: dict[int, str]) -> Any:
    match part:
        case str():
            return part.translate(told)
        case list():
            return [_translated(one, told) for one in part]
        case dict():
            return {name: _translated(one, told) for name, one in part.items()}
        case _:
            return part


RESOLUTION = 200.0
"""Pixels an inch; sharp in print."""

PICTURE_STANDARD = "a-2b"
"""What tells of every character without a glyph, which a picture would have as an empty box."""


def chart_pictures(charts: Sequence[Chart], accent: str, large: bool = False) -> tuple[list[bytes], bool]:
    """One PNG a chart, in order, and whether characters that no font has are named in them."""
    if not charts:
        return [], False
    drawings = [drawing_data(one, accent, large) for one in charts]
    found = as_pdf("charts.typ", {"drawings": drawings, "fonts": [FAMILY]}, PICTURE_STANDARD)
    made = _compiled("charts.typ", found.data, found.own_fonts, format="png", ppi=RESOLUTION)
    return made if isinstance(made, list) else [made], found.replaced
