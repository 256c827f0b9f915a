"""What each chart shows, in plain numbers, for every way of drawing it: pictures, documents and text lines alike.

All positions are index points (0-100) or percent; nothing here knows of pixels, characters or colours.
"""

from dataclasses import dataclass
from typing import Literal

from aijri_engine.index import GREEN_FROM, YELLOW_FROM

SCALE_END = 100.0
"""Index points at the right end of every index scale."""

ZONES: tuple[tuple[str, float, float], ...] = (
    ("Red", 0.0, YELLOW_FROM),
    ("Yellow", YELLOW_FROM, GREEN_FROM),
    ("Green", GREEN_FROM, SCALE_END),
)
"""Zone, from, to."""


@dataclass(frozen=True, slots=True)
class Gauge:
    """The index on its scale, with its range, its wider band and the role's figure."""

    title: str
    description: str
    index: float
    low: float
    high: float
    wide_low: float
    wide_high: float
    base: float
    whose: str = "you"
    """Name of the index: the person's, or the role's while nothing personal is in it."""


@dataclass(frozen=True, slots=True)
class Step:
    """One bar of a waterfall. It runs from `before` to `after`, totals from 0 to `after`."""

    name: str
    kind: Literal["start", "change", "end"]
    before: float
    after: float
    shown: float
    """The figure beside it: an index for start and end, signed points for a change."""


@dataclass(frozen=True, slots=True)
class Waterfall:
    """From the role's index to the person's, cause by cause."""

    title: str
    description: str
    steps: tuple[Step, ...]
    scale_end: float
    """Right end of the scale, index points; it starts at 0."""


@dataclass(frozen=True, slots=True)
class ShareBar:
    """One task of a week."""

    name: str
    share: float
    """Percent of the person's week."""
    base_share: float
    """Percent of the role's week."""
    open: bool
    """Scored 3 or more: more open to automation."""


@dataclass(frozen=True, slots=True)
class WeekBars:
    """Where a week goes, beside the role's."""

    title: str
    description: str
    bars: tuple[ShareBar, ...]
    scale_end: float
    """Percent at the right end."""


@dataclass(frozen=True, slots=True)
class NarrowingBar:
    """One question that is still in doubt."""

    name: str
    share: float
    """Percent of the doubt that hangs on it."""


@dataclass(frozen=True, slots=True)
class NarrowingBars:
    """What would narrow the range most, the largest first."""

    title: str
    description: str
    bars: tuple[NarrowingBar, ...]
    scale_end: float


@dataclass(frozen=True, slots=True)
class OutlookBar:
    """One scenario."""

    name: str
    index: float
    points: float


@dataclass(frozen=True, slots=True)
class OutlookBars:
    """Where the index would stand if things changed, beside where it stands now."""

    title: str
    description: str
    now: float
    bars: tuple[OutlookBar, ...]


Chart = Gauge | Waterfall | WeekBars | NarrowingBars | OutlookBars


def position(value: float, width: float, end: float = SCALE_END) -> float:
    """Distance of a value from the left end of a scale of this width that runs from 0 to `end`; kept inside it."""
    return width * min(max(value, 0.0), end) / end


def round_up(value: float, step: float) -> float:
    """The next multiple of `step` that is not below `value`; at least one step."""
    steps = int(value // step) + (0 if value % step == 0 else 1)
    return step * max(steps, 1)
