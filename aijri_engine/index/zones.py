"""Zones and labels of the index, each rule with the mark of where it comes from."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from aijri_engine.index.rounding import one_decimal
from aijri_engine.index.scales import GROWTH_MAX, TOLERANCE, Provenance


class Zone(StrEnum):
    """The three zones; their text is what the product shows."""

    GREEN = "Green"
    YELLOW = "Yellow"
    RED = "Red"


GREEN_FROM: Final = 48.0
"""Displayed index from which the zone is Green. Published."""
YELLOW_FROM: Final = 25.0
"""Displayed index from which the zone is Yellow. Published."""
ACCELERATED_GROWTH: Final = GROWTH_MAX
"""AI growth correlation at which Green is Accelerated. Published."""
TRANSFORMING_FROM: Final = 20.0
"""Percent of time on tasks scored 3+ from which Green is Transforming. Reconstructed."""
URGENT_FROM: Final = 40.0
"""Percent of time on tasks scored 3+ from which Yellow is Urgent. Reconstructed."""
IMMINENT_RESISTANCE_BELOW: Final = 1.8
"""Task resistance below which Red can be Imminent. Reconstructed."""
IMMINENT_EVIDENCE_AT_MOST: Final = -6.0
"""Evidence total at or below which Red can be Imminent. Reconstructed."""
IMMINENT_BARRIERS_AT_MOST: Final = 2.0
"""Barrier total at or below which Red can be Imminent. Reconstructed."""


@dataclass(frozen=True, slots=True)
class ZoneRule:
    """One rule as a reader sees it: the label it gives, its condition in words, and its mark."""

    zone: Zone
    label: str
    condition: str
    provenance: Provenance


_GREEN = ZoneRule(Zone.GREEN, "Green", f"the index shows {GREEN_FROM:.1f} or more", Provenance.PUBLISHED)
_ACCELERATED = ZoneRule(
    Zone.GREEN,
    "Green (Accelerated)",
    f"Green, and AI growth correlation is {ACCELERATED_GROWTH:g}; goes before the other Green labels",
    Provenance.PUBLISHED,
)
_TRANSFORMING = ZoneRule(
    Zone.GREEN,
    "Green (Transforming)",
    f"Green, and at least {TRANSFORMING_FROM:g} % of time is on tasks scored 3 or more",
    Provenance.RECONSTRUCTED,
)
_STABLE = ZoneRule(
    Zone.GREEN,
    "Green (Stable)",
    f"Green, and less than {TRANSFORMING_FROM:g} % of time is on tasks scored 3 or more",
    Provenance.RECONSTRUCTED,
)
_YELLOW = ZoneRule(
    Zone.YELLOW,
    "Yellow",
    f"the index shows {YELLOW_FROM:.1f} or more, below {GREEN_FROM:.1f}",
    Provenance.PUBLISHED,
)
_URGENT = ZoneRule(
    Zone.YELLOW,
    "Yellow (Urgent)",
    f"Yellow, and at least {URGENT_FROM:g} % of time is on tasks scored 3 or more",
    Provenance.RECONSTRUCTED,
)
_MODERATE = ZoneRule(
    Zone.YELLOW,
    "Yellow (Moderate)",
    f"Yellow, and less than {URGENT_FROM:g} % of time is on tasks scored 3 or more",
    Provenance.RECONSTRUCTED,
)
_IMMINENT = ZoneRule(
    Zone.RED,
    "Red (Imminent)",
    f"Red, and task resistance is below {IMMINENT_RESISTANCE_BELOW:g}, evidence at most "
    f"{IMMINENT_EVIDENCE_AT_MOST:g} and barriers at most {IMMINENT_BARRIERS_AT_MOST:g}",
    Provenance.RECONSTRUCTED,
)
_RED = ZoneRule(
    Zone.RED,
    "Red",
    f"the index shows less than {YELLOW_FROM:.1f}; no sub-label unless it is Imminent",
    Provenance.PUBLISHED,
)
_ON_DISPLAY = (
    "Zones are decided on the index as displayed, with one decimal, so that nobody reads 48.0 and Yellow."
)

RULES: Final[tuple[ZoneRule, ...]] = (
    _GREEN,
    _ACCELERATED,
    _TRANSFORMING,
    _STABLE,
    _YELLOW,
    _URGENT,
    _MODERATE,
    _RED,
    _IMMINENT,
)
"""Every rule, zone by zone, for faces that show the rules with their marks."""
DISPLAY_RULE: Final[tuple[str, Provenance]] = (_ON_DISPLAY, Provenance.OURS)
"""The rule that the displayed figure decides, with its mark."""


def zone_of(displayed_index: float) -> Zone:
    """Return the zone of an index 0..100, decided on its one-decimal display: 47.995 shows 48.0, Green."""
    shown = one_decimal(displayed_index)
    if shown >= GREEN_FROM:
        return Zone.GREEN
    return Zone.YELLOW if shown >= YELLOW_FROM else Zone.RED


def nearest_line(displayed_index: float) -> tuple[float, Zone]:
    """Return the line between two zones that lies nearest to an index, and the zone beyond it."""
    line = min((YELLOW_FROM, GREEN_FROM), key=lambda one: abs(one - displayed_index))
    return line, zone_of(line if displayed_index < line else line - 0.1)


def label_of(
    displayed_index: float,
    growth: float,
    share_scored_3_plus: float | None,
    task_resistance: float,
    evidence_total: float,
    barrier_total: float,
) -> tuple[str | None, Provenance]:
    """Return the label, such as "Green (Accelerated)", and the mark of the rule behind it.

    The label is None where it hangs on the share of time on tasks scored 3+ (percent) and that is None; the
    mark is then that of the rules which would decide. Red and Green (Accelerated) are always known.
    """
    zone = zone_of(displayed_index)
    if zone is Zone.GREEN:
        if growth >= ACCELERATED_GROWTH - TOLERANCE:
            return _named(_ACCELERATED)
        return _by_share(share_scored_3_plus, TRANSFORMING_FROM, _TRANSFORMING, _STABLE)
    if zone is Zone.YELLOW:
        return _by_share(share_scored_3_plus, URGENT_FROM, _URGENT, _MODERATE)
    imminent = (
        task_resistance < IMMINENT_RESISTANCE_BELOW - TOLERANCE
        and evidence_total <= IMMINENT_EVIDENCE_AT_MOST + TOLERANCE
        and barrier_total <= IMMINENT_BARRIERS_AT_MOST + TOLERANCE
    )
    return _named(_IMMINENT if imminent else _RED)


def _by_share(
    share: float | None, threshold: float, at_least: ZoneRule, below: ZoneRule
) -> tuple[str | None, Provenance]:
    if share is None:
        return None, at_least.provenance
    return _named(at_least if share >= threshold - TOLERANCE else below)


def _named(rule: ZoneRule) -> tuple[str, Provenance]:
    return rule.label, rule.provenance
