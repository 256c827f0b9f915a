"""Reports as PDF/UA-1: tagged, with embedded fonts, the same bytes for the same report on the same machine."""

import json
import re
import unicodedata
from typing import Any

from aijri_engine.report.blocks import Document
from aijri_engine.report.renderers.typst_compiler import FAMILY, compiler
from aijri_engine.report.renderers.typst_data import page_data

STANDARD = "ua-1"

MISSING = re.compile(r'the text `"(.+?)"` could not be displayed')
ESCAPED = re.compile(r"\\u\{([0-9a-f]+)\}|\\(.)")

NOTICE = (
    "Some characters are in no font of this machine. They are printed in square brackets, by name or by number; the "
    "web page and the plain text of this report hold them as they were written."
)

MOST_ATTEMPTS = 5
"""Compilations after which giving up is better than going on; each one finds every character still missing."""


def render(document: Document) -> bytes:
    """The whole report.

    Letters that the embedded fonts lack are looked for in the fonts of the system; what no font has is printed by
    name or number, and the page says so. Nothing is dropped.
    """
    import typst

    data = page_data(document, [FAMILY])
    replaced: dict[str, str] = {}
    own_fonts = True
    for _ in range(MOST_ATTEMPTS):
        try:
            return _compile(data, replaced, own_fonts)
        except typst.TypstError as error:
            missing = _missing(f"{error.message}\n{error.diagnostic}")
            if not missing:
                raise
            if not own_fonts:
                replaced |= {character: _told(character) for character in missing}
            own_fonts = False
    raise RuntimeError("the report holds text that cannot be set")


def _compile(data: dict[str, Any], replaced: dict[str, str], own_fonts: bool) -> bytes:
    if replaced:
        told = str.maketrans(replaced)
        data = {name: _translated(part, told) for name, part in data.items()} | {"notice": NOTICE}
    inputs = {"data": json.dumps(data, ensure_ascii=False)}
    made: bytes = compiler("report.typ", own_fonts).compile(
        format="pdf", sys_inputs=inputs, pdf_standards=STANDARD
    )
    return made


def _missing(diagnostic: str) -> set[str]:
    """Every character a font was missing for; none when the failure has another cause."""
    return {character for text in MISSING.findall(diagnostic) for character in ESCAPED.sub(_unescaped, text)}


def _unescaped(found: re.Match[str]) -> str:
    return chr(int(found[1], 16)) if found[1] else found[2]


def _told(character: str) -> str:
    """A symbol by its name, `[fire]`; a letter by its number, `[U+674E]`; a joiner not at all."""
    name = unicodedata.name(character, "")
    kind = unicodedata.category(character)
    if kind == "Cf":
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
