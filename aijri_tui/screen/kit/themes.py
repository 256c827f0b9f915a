"""Colours: dark, light and 16 colours. Text has at least 4.5:1 on its background; nothing is said by colour alone."""

import os
from collections.abc import Mapping

from rich.style import Style
from textual.color import Color
from textual.theme import BUILTIN_THEMES, Theme

DARK: Mapping[str, str] = {
    "background": "#16181d", "selected": "#28303f", "text": "#dfe2e8", "strong": "#ffffff", "muted": "#9ba3b0",
    "accent": "#86b8ff", "loud": "#ffb468", "rule": "#3d4552", "up": "#86b8ff", "down": "#f2a75f",
    "green": "#85d3a0", "yellow": "#e6c86a", "red": "#f5938b", "mark": "#86b8ff", "problem": "#ffb468",
}  # fmt: skip
LIGHT: Mapping[str, str] = {
    "background": "#fbfaf7", "selected": "#e2eaf6", "text": "#24272d", "strong": "#000000", "muted": "#59606c",
    "accent": "#1d56ad", "loud": "#8f3d06", "rule": "#c6cad1", "up": "#1d56ad", "down": "#8f3d06",
    "green": "#17613a", "yellow": "#6b4f00", "red": "#a5221b", "mark": "#1d56ad", "problem": "#8f3d06",
}  # fmt: skip
ANSI: Mapping[str, str] = dict.fromkeys(
    ("background", "selected", "text", "strong", "muted", "rule"), "ansi_default"
) | {
    "accent": "ansi_cyan", "loud": "ansi_default", "up": "ansi_cyan", "down": "ansi_default", "mark": "ansi_cyan",
    "green": "ansi_green", "yellow": "ansi_default", "red": "ansi_red", "problem": "ansi_default",
}  # fmt: skip
"""In 16 colours the terminal's own text colour carries nearly everything: it is readable on its own background."""

BOLD = frozenset({"strong", "loud", "problem"})
NOT_TEXT = frozenset({"rule", "background", "selected"})
"""Lines and surfaces, to which the contrast of text does not apply."""


def theme(name: str, palette: Mapping[str, str], dark: bool, ansi: bool = False) -> Theme:
    """A theme of Textual from one of the palettes."""
    variables = {f"aijri-{role}": colour for role, colour in palette.items()}
    if ansi:
        variables |= BUILTIN_THEMES["ansi-dark"].variables
        variables |= {"input-cursor-text-style": "reverse", "input-cursor-background": "ansi_default",
                      "input-cursor-foreground": "ansi_default", "block-cursor-text-style": "reverse",
                      "block-cursor-foreground": "ansi_default", "block-cursor-background": "ansi_default"}  # fmt: skip
    return Theme(
        name=name, primary=palette["accent"], secondary=palette["accent"], accent=palette["accent"],
        foreground=palette["text"], background=palette["background"], surface=palette["background"],
        panel=palette["selected"], warning=palette["loud"], error=palette["loud"], success=palette["green"],
        dark=dark, ansi=ansi, variables=variables,
    )  # fmt: skip


THEMES = (
    theme("aijri-dark", DARK, dark=True),
    theme("aijri-light", LIGHT, dark=False),
    theme("aijri-16", ANSI, dark=True, ansi=True),
)


CHOICES = ("aijri-light", "aijri-dark", "aijri-16")
"""Themes that a person can choose."""


def few_colours(color_system: str | None, no_color: bool) -> bool:
    """A terminal with 16 colours or none, where only its own can be read for certain."""
    return no_color or color_system in (None, "standard", "windows")


def theme_for(color_system: str | None, no_color: bool, chosen: str = "", light: bool | None = None) -> str:
    """The theme that fits a terminal: its own colours where it has 16 or none, then the one that was chosen.

    Else light or dark as the terminal answered (`light`); where it did not, as the environment says, else dark.
    """
    if few_colours(color_system, no_color):
        return "aijri-16"
    if light is None:
        light = os.environ.get("COLORFGBG", "").rpartition(";")[2] in ("7", "15")
    return chosen or ("aijri-light" if light else "aijri-dark")


def role_style(role: str, variables: Mapping[str, str], selected: bool, native: bool) -> Style:
    """The look of a role, from the variables of the theme; `native` where the terminal's own 16 colours are used."""
    colour = variables.get(f"aijri-{role}")
    found = Style(
        color=Color.parse(colour).rich_color if colour else None, bold=role in BOLD or selected or None
    )
    if not selected:
        return found
    if native:
        return Style(bold=True, reverse=True)
    surface = variables.get("aijri-selected")
    return found + Style(bgcolor=Color.parse(surface).rich_color if surface else None)
