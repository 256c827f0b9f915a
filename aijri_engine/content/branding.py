"""`branding.yaml`: how a practice's reports look, and the few texts it may word anew.

Figures, limits, the core of the consent, the meaning of the zones and what an AIJRI must not be used for have no key
here, so that no file can change or remove them.
"""

import re
from collections.abc import Mapping
from typing import Annotated, Any, Literal

from pydantic import AfterValidator, Field, model_validator

from aijri_engine.content.base import Model, Text

Colour = Annotated[str, Field(pattern=r"^#[0-9a-fA-F]{6}$")]
"""A colour as `#rrggbb`."""

LEAST_CONTRAST = 4.5
"""Ratio for text of normal size, Web Content Accessibility Guidelines 2.2, level AA."""


def contrast(first: str, second: str) -> float:
    """Contrast ratio of two colours, 1 to 21, as WCAG 2.2 defines it."""
    light, dark = sorted((_luminance(first), _luminance(second)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def _luminance(colour: str) -> float:
    channels = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    linear = [one / 12.92 if one <= 0.04045 else ((one + 0.055) / 1.055) ** 2.4 for one in channels]
    return sum(weight * one for weight, one in zip((0.2126, 0.7152, 0.0722), linear, strict=True))


PAPER = "#ffffff"
"""Ground of a printed report."""

DARK_GROUND = "#15191d"
"""Ground of a report on a dark screen."""

LOCKED: Mapping[str, str] = {
    "limits": "the limits",
    "not_for": "what an AIJRI must not be used for",
    "consent": "the core of the consent",
    "purpose": "the purpose",
    "zones": "the meaning of the zones",
    "scale": "how the scale is read",
    "range": "what the range means",
    "figures": "figures",
    "sources": "the sources",
    "marks": "the marks that keep facts and readings apart",
    "outside_ratings": "why other indices disagree",
}
"""Texts that people try to edit and nobody may."""


def _short(limit: int) -> AfterValidator:
    def check(text: str) -> str:
        if len(text) > limit:
            raise ValueError(f"is {len(text)} characters long; {limit} is the most")
        return text

    return AfterValidator(check)


Name = Annotated[Text, _short(80)]
Footer = Annotated[Text, _short(160)]
OwnText = Annotated[Text, _short(700)]
LOGO_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9_. -]{0,99}\.(png|jpe?g)", re.IGNORECASE)


def _beside(name: str) -> str:
    if not LOGO_NAME.fullmatch(name):
        raise ValueError(
            "must name a PNG or JPEG file beside this one, such as `logo.png`; other pictures can hold more"
        )
    return name


LogoName = Annotated[str, AfterValidator(_beside)]
"""A picture beside the branding file. SVG is not taken, because it can hold more than a picture."""


class OwnTexts(Model):
    """Texts that replace ours; reports mark each of them with the name of the practice."""

    opening: OwnText | None = None
    """What the report is, in a sentence or two."""
    how_to_use: OwnText | None = None
    """How to use the figure."""
    advice: OwnText | None = None
    """Before the recommendations."""
    outlook: OwnText | None = None
    """Before the cases of the outlook."""
    plan: OwnText | None = None
    """Before the plan."""
    closing: OwnText | None = None
    """The last words, such as how the practice can be reached."""

    @model_validator(mode="before")
    @classmethod
    def _leaves_the_core_alone(cls, data: Any) -> Any:
        if isinstance(data, Mapping):
            for name in data:
                if name in LOCKED:
                    raise ValueError(
                        f"`{name}` cannot be edited: {LOCKED[name]} stay as they are in every report"
                    )
        return data


class Colours(Model):
    """Colours of headings that stand out, bars and links."""

    accent: Colour
    accent_dark: Colour | None = None
    """On a dark screen; ours when not given."""

    @model_validator(mode="after")
    def _can_be_read(self) -> "Colours":
        for name, colour, ground in (
            ("accent", self.accent, PAPER),
            ("accent_dark", self.accent_dark, DARK_GROUND),
        ):
            if colour is not None and contrast(colour, ground) < LEAST_CONTRAST:
                raise ValueError(
                    f"`{name}` {colour} has a contrast of {contrast(colour, ground):.1f} to its ground; "
                    f"{LEAST_CONTRAST} is the least that can be read"
                )
        return self


class Branding(Model):
    """A practice's look."""

    name: Name
    """The practice, as reports name it."""
    logo: LogoName | None = None
    colours: Colours | None = None
    footer: Footer | None = None
    texts: OwnTexts | None = None


Paper = Literal["A4", "Letter"]


class Practice(Branding):
    """What a practice keeps once: its look, and what stands in every report and consent."""

    name: Annotated[str, _short(80)] = ""
    contact: Annotated[str, _short(160)] = ""
    """How the practice can be reached, as reports print it."""
    coach: Annotated[str, _short(80)] = ""
    """The name that consents propose."""
    consent_period: Annotated[str, _short(40)] = ""
    """How long things are usually kept, in words: "12 months"."""
    paper: Paper = "A4"
    large_print: bool = False
