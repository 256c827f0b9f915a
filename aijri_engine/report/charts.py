"""What each chart shows, in plain numbers, for every way of drawing it: pictures, documents and text lines alike.

All positions are index points (0-100) or percent; nothing here knows of pixels, characters or colours. Each chart
has a title, and a description that names every value for those who cannot see it.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Literal

from aijri_engine.index import GREEN_FROM, YELLOW_FROM, one_decimal, shown_shares, zone_of
from aijri_engine.report.figures import index_text, points_text
from aijri_engine.text import figure

SCALE_END = 100.0
"""Index points at the right end of every index scale."""

ZONES: tuple[tuple[str, float, float], ...] = (
    ("Red", 0.0, YELLOW_FROM),
    ("Yellow", YELLOW_FROM, GREEN_FROM),
    ("Green", GREEN_FROM, SCALE_END),
)
"""Zone, from, to."""

INDEX_STEP, SHARE_STEP = 10.0, 10.0
"""Scales end at a multiple of these."""

MOST_STEPS = 6
"""Causes drawn one by one; what is left is one bar, and the table has every row."""


@dataclass(frozen=True, slots=True)
class Gauge:
    """The index on its scale, with its range, its wider band, the role's figure and a figure from before."""

    index: float | None
    """None where no figure is given, only its range."""
    low: float
    high: float
    base: float | None = None
    """The role's index."""
    wide: tuple[float, float] | None = None
    """Ends of the band that allows for doubt in the task ratings too."""
    before: float | None = None
    """The index before a change; its mark stays where it was."""
    whose: str = "you"
    """Name of the index: the person's, or the role's while nothing personal is in it."""

    def moved_to(self, index: float) -> "Gauge":
        """The same range around another index, for as long as the new range is not computed."""
        shift = 0.0 if self.index is None else index - self.index
        return replace(self, index=index, low=self.low + shift, high=self.high + shift, wide=None)

    @property
    def title(self) -> str:
        """Heading for those who do not see it."""
        return "The index on its scale"

    @property
    def description(self) -> str:
        """Every value in words."""
        zones = f"Red below {YELLOW_FROM:g}, Yellow from {YELLOW_FROM:g} and Green from {GREEN_FROM:g}"
        parts = [f"A scale from 0 to 100 with {zones}; higher is safer."]
        if self.index is not None:
            parts.append(f"The index stands at {index_text(self.index)}, {zone_of(self.index).value}.")
        parts.append(f"Its range runs from {index_text(self.low)} to {index_text(self.high)}.")
        if self.wide:
            parts.append(
                f"The wider band runs from {index_text(self.wide[0])} to {index_text(self.wide[1])}."
            )
        if self.base is not None:
            parts.append(f"The role's average stands at {index_text(self.base)}.")
        if self.before is not None:
            parts.append(f"Before the change it was {index_text(self.before)}.")
        return " ".join(parts)


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
    """From one index to another, cause by cause; the changes add up as displayed."""

    start: tuple[str, float]
    changes: tuple[tuple[str, float], ...]
    end: tuple[str, float]

    @property
    def title(self) -> str:
        """From where to where."""
        return f"From {index_text(self.start[1])} to {index_text(self.end[1])}"

    @property
    def description(self) -> str:
        """Every step in words."""
        told = ", ".join(f"{name} {points_text(shown)}" for name, shown in self.changes) or "nothing moves it"
        return (
            f"From {index_text(self.start[1])} ({self.start[0]}) to {index_text(self.end[1])} ({self.end[0]}): "
            f"{told}."
        )

    @property
    def steps(self) -> tuple[Step, ...]:
        """Every bar with where it begins and ends."""
        found = [Step(self.start[0], "start", 0.0, self.start[1], self.start[1])]
        level = self.start[1]
        for name, shown in self.changes:
            found.append(Step(name, "change", level, one_decimal(level + shown), shown))
            level = one_decimal(level + shown)
        return (*found, Step(self.end[0], "end", 0.0, self.end[1], self.end[1]))

    @property
    def scale_end(self) -> float:
        """Right end of the scale, index points; it starts at 0."""
        top = max(max(step.before, step.after) for step in self.steps)
        return min(round_up(top, INDEX_STEP), SCALE_END)

    def shortened(self, most: int = MOST_STEPS) -> "Waterfall":
        """The same with at most `most` changes; what is left is one of them."""
        if len(self.changes) <= most:
            return self
        kept, left = self.changes[: most - 1], self.changes[most - 1 :]
        rest = ("everything else", one_decimal(sum(shown for _, shown in left)))
        return Waterfall(self.start, (*kept, rest), self.end)


@dataclass(frozen=True, slots=True)
class ShareBar:
    """One task of a week."""

    name: str
    share: str
    """Percent of the person's week, as displayed; the shares of a week add up to 100."""
    base_share: str
    """Percent of the week it stands beside, as displayed."""
    open: bool | None
    """Scored 3 or more: more open to automation; None where no score is told."""


@dataclass(frozen=True, slots=True)
class WeekBars:
    """Where a week goes, beside another."""

    title: str
    bars: tuple[ShareBar, ...]
    beside: str = "role"
    """Whose week the other one is, in a word; empty where there is none."""

    @property
    def scale_end(self) -> float:
        """Percent at the right end."""
        return round_up(max(max(float(bar.share), float(bar.base_share)) for bar in self.bars), SHARE_STEP)

    @property
    def description(self) -> str:
        """Every bar in words."""
        told = (
            f"{bar.name} {bar.share} %{f' ({self.beside} {bar.base_share} %)' if self.beside else ''}"
            f"{'' if bar.open is None else ', more open to automation' if bar.open else ', resists more'}"
            for bar in self.bars
        )
        return f"Percent of the week by task: {'; '.join(told)}."


@dataclass(frozen=True, slots=True)
class NarrowingBars:
    """What would narrow the range most, the largest first."""

    bars: tuple[tuple[str, float], ...]
    """Question, and percent of the doubt that hangs on it."""

    @property
    def title(self) -> str:
        """Heading for those who do not see it."""
        return "What would narrow the range most"

    @property
    def scale_end(self) -> float:
        """Percent at the right end."""
        return round_up(max(share for _, share in self.bars), SHARE_STEP)

    @property
    def description(self) -> str:
        """Every bar in words."""
        return f"Percent of the doubt by question: {'; '.join(f'{name} {share:.0f} %' for name, share in self.bars)}."


@dataclass(frozen=True, slots=True)
class OutlookBar:
    """One scenario."""

    name: str
    index: float
    points: float


@dataclass(frozen=True, slots=True)
class OutlookBars:
    """Where the index would stand if things changed, beside where it stands now."""

    now: float
    bars: tuple[OutlookBar, ...]

    @property
    def title(self) -> str:
        """Heading for those who do not see it."""
        return "If things change"

    @property
    def description(self) -> str:
        """Every case in words."""
        told = "; ".join(
            f"{bar.name} {index_text(bar.index)} ({points_text(bar.points)})" for bar in self.bars
        )
        return f"The index now, {index_text(self.now)}, and in each case: {told}."


Chart = Gauge | Waterfall | WeekBars | NarrowingBars | OutlookBars


def position(value: float, width: float, end: float = SCALE_END) -> float:
    """Distance of a value from the left end of a scale of this width that runs from 0 to `end`; kept inside it."""
    return width * min(max(value, 0.0), end) / end


def round_up(value: float, step: float) -> float:
    """The next multiple of `step` that is not below `value`; at least one step."""
    steps = int(value // step) + (0 if value % step == 0 else 1)
    return step * max(steps, 1)


def shares_shown(shares: Iterable[float]) -> tuple[str, ...]:
    """Percentages as displayed, at most one decimal, which add up to the displayed sum."""
    return tuple(map(figure, shown_shares(list(shares))))
