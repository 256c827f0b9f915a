"""Colours of reports, each with its role; text colours keep a contrast of at least 4.5 to 1 on their ground."""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Palette:
    """One set of colours as `#rrggbb`."""

    accent: str
    ink: str
    soft: str
    """Secondary text."""
    line: str
    ground: str
    panel: str
    """Ground of what stands out."""
    gain: str
    loss: str
    red: str
    yellow: str
    green: str
    """Grounds of the zones; their names stand on them in ink."""


LIGHT = Palette(
    accent="#1d4f7a", ink="#1c2126", soft="#56606b", line="#b9c1c9", ground="#ffffff", panel="#f3f5f7",
    gain="#1f6f5c", loss="#9a4a2f", red="#f3d8d2", yellow="#f4e8c3", green="#d3e7da",
)  # fmt: skip

DARK = Palette(
    accent="#8fc1ea", ink="#e6e9ec", soft="#a9b3bd", line="#4a545e", ground="#15191d", panel="#1f252b",
    gain="#6fc2ac", loss="#e0987c", red="#5b2f29", yellow="#574a1d", green="#25473a",
)  # fmt: skip


def fills(palette: Palette) -> Mapping[str, str]:
    """Name of a shape's class -> its colour."""
    return {
        "ink": palette.ink, "soft": palette.soft, "rule": palette.line, "accent": palette.accent, "gain": palette.gain,
        "loss": palette.loss, "red": palette.red, "yellow": palette.yellow, "green": palette.green,
        "ground": palette.ground, "muted": palette.soft,
    }  # fmt: skip


def css_variables(colours: Mapping[str, str]) -> str:
    """The same for a style sheet, in the order of their names."""
    return " ".join(f"--{name}: {colour};" for name, colour in sorted(colours.items()))
