"""Reports as one HTML file: nothing loaded from anywhere, no script, readable by headings, in print and in the dark."""

import base64
import hashlib
from dataclasses import asdict, replace
from functools import cache
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined, Template
from markupsafe import Markup

from aijri_engine.report.blocks import SIGNS, Document, Figure
from aijri_engine.report.drawing import NARROW
from aijri_engine.report.figures import set_type
from aijri_engine.report.palette import DARK, LIGHT, Palette, css_variables, fills
from aijri_engine.report.renderers.typst_data import LARGE
from aijri_engine.report.svg import svg

TEMPLATES = Path(__file__).parents[1] / "templates"


def render(document: Document) -> bytes:
    """The whole report."""
    template, style = _files()
    style = f"{_colours(document)}\n{style}\n{_print(document)}"
    page = template.render(
        document=document,
        summary=_named(document.summary, 1),
        body=_named(document.body, len(document.summary) + 1),
        style=Markup(style),
        policy=_policy(style),
        logo=_logo(document),
        picture=_picture,
        sign=SIGNS.__getitem__,
    )
    return page.encode()


@cache
def _files() -> tuple[Template, str]:
    environment = Environment(
        loader=FileSystemLoader(TEMPLATES), autoescape=True, undefined=StrictUndefined, trim_blocks=True,
        lstrip_blocks=True, keep_trailing_newline=True,
    )  # fmt: skip
    environment.filters["type"] = set_type
    return environment.get_template("report.html.jinja"), (TEMPLATES / "report.css").read_text(
        encoding="utf-8"
    )


def _named(blocks: tuple[Any, ...], first: int) -> list[tuple[str, str, Any]]:
    """Each block with its kind and an id that is its own on the page."""
    return [(type(block).__name__, f"b{place}", block) for place, block in enumerate(blocks, start=first)]


def _picture(figure: Figure) -> Markup:
    """For a window or paper, and with words that are large beside its bars for a telephone; one of them shows."""
    return Markup(svg(figure.chart) + svg(figure.chart, width=NARROW))


def _policy(style: str) -> str:
    """Only this very style sheet and pictures inside the file; no script, no connection."""
    digest = base64.b64encode(hashlib.sha256(f"\n{style}\n".encode()).digest()).decode()
    return (
        f"default-src 'none'; style-src 'sha256-{digest}'; img-src data:; base-uri 'none'; form-action 'none'"
    )


def _logo(document: Document) -> str:
    logo = document.appearance.logo
    if logo is None:
        return ""
    return f"data:{logo.media_type};base64,{base64.b64encode(logo.content).decode()}"


def _colours(document: Document) -> str:
    light = replace(LIGHT, accent=document.appearance.accent)
    dark = replace(DARK, accent=document.appearance.accent_dark)
    shapes = "\n".join(
        f".f-{role} {{ fill: var(--{role}); }} .o-{role} {{ stroke: var(--{role}); }}"
        for role in fills(LIGHT)
    )
    return (
        f":root {{ color-scheme: light dark; {_variables(light)} }}\n"
        f"@media screen and (prefers-color-scheme: dark) {{ :root {{ {_variables(dark)} }} }}\n{shapes}"
    )


def _print(document: Document) -> str:
    """Paper, and large type where it is wanted."""
    look = document.appearance
    large = f"body {{ font-size: {17 * LARGE:.0f}px; }} @media print {{ body {{ font-size: {9.5 * LARGE:.1f}pt; }} }}"
    return f"@page {{ size: {look.paper}; }}" + (f"\n{large}" if look.large_print else "")


def _variables(palette: Palette) -> str:
    return css_variables({**asdict(palette), **fills(palette)})
