"""The gauge of an index for the screens: at once without its range, then with it."""

from dataclasses import dataclass, replace

from aijri_engine.interview.interview import Interview
from aijri_engine.personal.fit import role_fit
from aijri_engine.personal.personalise import Personalisation, base_personalisation, personalise
from aijri_engine.personal.spread import shown_band, spread_of
from aijri_engine.personal.withheld import withheld
from aijri_engine.report.charts import Gauge
from aijri_engine.report.charts_text import chart_lines
from aijri_tui.screen.kit.rows import Row, from_chart, say


@dataclass(frozen=True, slots=True)
class GaugeView:
    """What a gauge shows, with the words beside it."""

    marks: Gauge | None
    """None where the figure is withheld."""
    zone: str
    """Empty where none is told."""
    words: str
    """How stable the zone is; empty while that is being computed. Where the figure is withheld, why."""


def quick_view(interview: Interview, before: GaugeView | None = None) -> GaugeView:
    """The index at once; the range moves along until it is computed."""
    personal = personalise(interview)
    if reasons := withheld(personal):
        return GaugeView(None, "", " ".join(reasons))
    index = personal.assess().index
    marks = before.marks if before is not None else None
    moved = marks.moved_to(index) if marks is not None else _marks(personal, index, index)
    return GaugeView(moved, _zone(personal), "")


def full_view(interview: Interview, personal: Personalisation | None = None) -> GaugeView:
    """Index, range and stability."""
    personal = personal or personalise(interview)
    if reasons := withheld(personal):
        return GaugeView(None, "", " ".join(reasons))
    spread, zone = spread_of(interview, personal.inputs), _zone(personal)
    low, high = shown_band(spread.range)
    stability = spread.stability
    words = (
        f"{stability.zone.value} {stability.word}: {stability.in_100} of 100 recalculations" if zone else ""
    )
    return GaugeView(_marks(personal, low, high), zone, words)


def _zone(personal: Personalisation) -> str:
    return "" if role_fit(personal).withheld else personal.assess().zone.value


def _marks(personal: Personalisation, low: float, high: float) -> Gauge:
    base = base_personalisation(personal.role).assess().index if personal.role.has_figure else None
    return Gauge(personal.assess().index, low, high, base)


def gauge_rows(view: GaugeView | None, width: int, before: float | None = None) -> list[Row]:
    """The gauge and, below it, its words."""
    if view is None:
        return say("working it out ...", width, "muted")
    if view.marks is None:
        return say(view.words, width, "muted")
    marks = replace(view.marks, before=before) if before is not None else view.marks
    rows = from_chart(chart_lines(marks, width))
    span = f"range {marks.low:.1f} to {marks.high:.1f}" if marks.high > marks.low else ""
    words = "; ".join(part for part in (span, view.words) if part)
    return [*rows, *say(words, width, "muted")]
