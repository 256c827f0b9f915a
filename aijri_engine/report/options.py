"""What a report needs besides a result, and how the settings of a practice become that: plain data, no store."""

import os
from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from aijri_engine.content.branding import Branding, Practice
from aijri_engine.content.branding_files import LogoFile, read_branding
from aijri_engine.report.blocks import Appearance, Logo


@dataclass(frozen=True, slots=True)
class Agreement:
    """What the person agreed to, and when; without a text and a date the person works alone."""

    text: str = ""
    """The consent text as it was read, without its closing question."""
    date: str = ""
    """YYYY-MM-DD of the agreement; empty when the person works alone."""
    version: str = ""
    """Version of the consent text."""
    until: str = ""
    """YYYY-MM-DD to which things are kept; empty when nothing was agreed."""
    on_server: bool = False
    """Answered alone, the answers lie on the server of a practice."""


@dataclass(frozen=True, slots=True)
class SharedNote:
    """A note that the person and the coach agreed to put into the report. Private notes never come here."""

    text: str
    by: str
    date: str = ""


@dataclass(frozen=True, slots=True)
class PlannedAct:
    """One act of the action plan."""

    act: str
    owner: str
    date: str
    """YYYY-MM-DD by when."""
    sign_of_success: str = ""
    done: bool = False


@dataclass(frozen=True, slots=True)
class ReportOptions:
    """Everything about a report that is not in the result."""

    date: str
    """YYYY-MM-DD of the report."""
    person: str = ""
    """Name or alias; empty for neither."""
    coach: str = ""
    goal: str = ""
    """What the person wanted to be clearer about."""
    agreement: Agreement | None = None
    readings: tuple[SharedNote, ...] = ()
    """What a coach interprets: printed under its own mark, never mixed with what the person said."""
    notes: tuple[SharedNote, ...] = ()
    plan: tuple[PlannedAct, ...] = ()
    next_date: str = ""
    """YYYY-MM-DD of the next talk."""
    next_time: str = ""
    """HH:MM of it; empty where none was said."""
    appearance: Appearance = field(default_factory=Appearance)
    texts: Mapping[str, str] = field(default_factory=dict)
    """Wording of the practice by name of the text, see `editable` of the reports' texts; other names are ignored."""
    short: bool = False
    """One page only."""
    program_version: str = ""


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
