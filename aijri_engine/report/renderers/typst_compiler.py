"""The typst compiler with our templates and fonts; nothing is fetched at run time."""

from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any

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
