"""Charts as PNG pictures, for formats that cannot hold drawings."""

import json
from collections.abc import Sequence

from aijri_engine.report.charts import Chart
from aijri_engine.report.renderers.typst_compiler import FAMILY, compiler
from aijri_engine.report.renderers.typst_data import drawing_data

RESOLUTION = 200.0
"""Pixels an inch; sharp in print."""


def chart_pictures(charts: Sequence[Chart], accent: str) -> list[bytes]:
    """One PNG a chart, in order. Characters without a glyph look like empty boxes here; the text beside has them."""
    if not charts:
        return []
    drawings = [drawing_data(one, accent) for one in charts]
    data = json.dumps({"drawings": drawings, "fonts": [FAMILY]}, ensure_ascii=False)
    own_fonts = all(ord(character) < FIRST_RARE for character in data)
    made = compiler("charts.typ", own_fonts).compile(format="png", ppi=RESOLUTION, sys_inputs={"data": data})
    return made if isinstance(made, list) else [made]


FIRST_RARE = 0x2E80
"""First code point of the scripts of East Asia and of most symbols, which are looked for in the system's fonts."""
