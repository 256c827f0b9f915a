"""The page itself: one file with its script and style inside, that asks, keeps and hands over, and nothing else."""

import base64
import hashlib
import json
from dataclasses import asdict, dataclass, replace
from functools import cache
from importlib.resources import files
from typing import Any, Final

from aijri_engine.content.library import Library
from aijri_engine.content.wording import fill
from aijri_engine.form.export import SCHEMA, exported
from aijri_engine.interview.form import Form
from aijri_engine.report.palette import DARK, LIGHT, Palette, css_variables
from aijri_engine.text import a_or_an, slug

LARGEST: Final = 300_000
"""Bytes of a page without the library that seals the file."""


@dataclass(frozen=True, slots=True)
class Sealed:
    """For whom a page is made, and who alone can open the file it gives."""

    client: str
    """Id in the coach's store."""
    alias: str
    coach: str
    recipient: str
    """The coach's public key, `age1...`."""
    agreed: str
    """The consent as it is read on the page."""
    consent: str = ""
    """That consent and a mark of the coach's store, by which it is known again."""
    contact: str = ""
    """How the coach is reached; empty where that is not kept."""
    talk: str = ""
    """Day and time of the next talk in words; empty for none."""


def form_page(library: Library, role: str, sealed: Sealed | None = None) -> bytes:
    """The page of a role: its file is an answers file, or one sealed for a coach.

    Raises `LookupError` for a role the library does not have.
    """
    form = Form.of(library, role)
    title = form.role.title
    consent = library.wording.consent
    data: dict[str, Any] = exported(form) | {
        "terms": library.interview.terms,
        "file": _file_name(role, sealed),
    }
    if sealed is None:
        words = fill(consent.form, role=a_or_an(title))
    else:
        words = fill(consent.form_for_coach, role=a_or_an(title), coach=sealed.coach, alias=sealed.alias)
        data["sealed"] = {
            "client": sealed.client, "coach": sealed.coach, "recipient": sealed.recipient, "consent": sealed.consent,
            "contact": sealed.contact,
        }  # fmt: skip
    template, parts = _assets()
    style = f"{_colours()}\n{parts['form.css']}"
    scripts = [parts["interview.js"], parts["page.js"]]
    if sealed is not None:
        scripts.insert(0, parts["age.js"])
    from markupsafe import Markup

    page: str = template.render(
        title=title, sealed=sealed, consent=words, not_for=library.wording.not_for, policy=_policy(scripts, style),
        style=Markup(style), scripts=[Markup(script) for script in scripts], data=Markup(_island(data)),
        schema=SCHEMA,
    )  # fmt: skip
    return page.encode()


def _file_name(role: str, sealed: Sealed | None) -> dict[str, str]:
    """Before and after the day; an alias is shortened to what every system takes."""
    if sealed is None:
        return {"before": f"aijri-answers-{slug(role)}-", "after": ".yaml"}
    return {"before": f"aijri-form-{slug(sealed.alias, sealed.client)[:30]}-", "after": ".age"}


def _island(data: dict[str, Any]) -> str:
    """JSON that no text in it can end."""
    return json.dumps(data, ensure_ascii=False, separators=(",", ":")).replace("<", "\\u003c")


@cache
def _assets() -> tuple[Any, dict[str, str]]:
    from jinja2 import Environment, StrictUndefined

    folder = files("aijri_engine.form").joinpath("assets")
    names = ("form.css", "interview.js", "page.js", "age.js", "form.html.jinja")
    parts = {name: folder.joinpath(name).read_text(encoding="utf-8") for name in names}
    environment = Environment(
        autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )
    return environment.from_string(parts["form.html.jinja"]), parts


def _policy(scripts: list[str], style: str) -> str:
    """Only these very scripts and this style; no connection, no picture, no frame, no form that is sent."""
    allowed = " ".join(_digest(script) for script in scripts)
    return (
        f"default-src 'none'; script-src {allowed}; style-src {_digest(style)}; base-uri 'none'; form-action 'none'; "
        "require-trusted-types-for 'script'"
    )


def _digest(text: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"


def _colours() -> str:
    light, dark = _variables(LIGHT), _variables(replace(DARK, line="#8b95a0"))
    return (
        f":root {{ color-scheme: light dark; {light} }}\n"
        f"@media screen and (prefers-color-scheme: dark) {{ :root {{ {dark} }} }}"
    )


def _variables(palette: Palette) -> str:
    names = ("accent", "ink", "soft", "ground", "panel", "loss", "gain")
    colours = {name: colour for name, colour in asdict(palette).items() if name in names}
    colours["line"] = "#737d88" if palette is LIGHT else palette.line
    return css_variables(colours)
