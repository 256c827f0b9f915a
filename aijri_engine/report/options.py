"""What a report needs besides a result: plain data, so that reports know nothing of how sessions are kept."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from aijri_engine.report.blocks import Appearance


@dataclass(frozen=True, slots=True)
class Agreement:
    """What the person agreed to, and when."""

    text: str
    """The consent text as it was read, without its closing question."""
    date: str = ""
    """YYYY-MM-DD of the agreement; empty when the person works alone."""
    version: str = ""
    """Version of the consent text."""
    until: str = ""
    """YYYY-MM-DD to which things are kept; empty when nothing was agreed."""


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
    """Wording of the practice by name of the text; other names than those of `texts.EDITABLE` are ignored."""
    short: bool = False
    """One page only."""
    program_version: str = ""
