"""How a practice's reports look: its settings, or a branding file, as options of a report."""

import os
from dataclasses import replace

from aijri_engine.content.branding import Branding, Practice
from aijri_engine.content.branding_files import LogoFile, read_branding
from aijri_engine.report.blocks import Logo
from aijri_engine.report.options import ReportOptions


def with_branding(options: ReportOptions, path: str | os.PathLike[str]) -> ReportOptions:
    """These options with the look and the wording of a branding file.

    Raises `ContentError` with everything that is wrong with the file or its logo.
    """
    return with_look(options, *read_branding(path))


def with_look(options: ReportOptions, branding: Branding, picture: LogoFile | None) -> ReportOptions:
    """These options with what a practice says of itself; paper and print only where it keeps them."""
    look = replace(options.appearance, practice=branding.name, footer=branding.footer or "")
    if branding.colours is not None:
        dark = branding.colours.accent_dark or look.accent_dark
        look = replace(look, accent=branding.colours.accent.lower(), accent_dark=dark.lower())
    if picture is not None:
        look = replace(look, logo=Logo(picture.content, picture.media_type, picture.width, picture.height))
    if isinstance(branding, Practice):
        look = replace(look, contact=branding.contact, paper=branding.paper, large_print=branding.large_print)
    texts = branding.texts.model_dump(exclude_none=True) if branding.texts else {}
    return replace(options, appearance=look, texts=texts)
