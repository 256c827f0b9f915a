"""The typst compiler with our templates and fonts, and charts as PNG through it; nothing is fetched at run time."""

import json
from collections.abc import Sequence
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


RESOLUTION = 200.0
"""Pixels an inch; sharp in print."""


def chart_pictures(charts: Sequence[Chart], accent: str, large: bool = False) -> list[bytes]:
    """One PNG a chart, in order. Characters without a glyph look like empty boxes here; the text beside has them."""
    if not charts:
        return []
    drawings = [drawing_data(one, accent, large) for one in charts]
    data = json.dumps({"drawings": drawings, "fonts": [FAMILY]}, ensure_ascii=False)
    own_fonts = all(ord(character) < FIRST_RARE for character in data)
    made = compiler("charts.typ", own_fonts).compile(format="png", ppi=RESOLUTION, sys_inputs={"data": data})
    return made if isinstance(made, list) else [made]


FIRST_RARE = 0x2E80
"""First code point of the scripts of East Asia and of most symbols, which are looked for in the system's fonts."""
