"""Scales, weights and ids of the published method.

Every figure of the formula is named here once, so that the code elsewhere reads as the method does. Where a
figure comes from is said beside it in one of three marks, see `Provenance`.
"""

from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType
from typing import Final


class Provenance(StrEnum):
    """Where a rule or figure comes from."""

    PUBLISHED = "published"
    """Printed on a published role page, or recomputed exactly from published roles."""
    RECONSTRUCTED = "reconstructed"
    """Fits every published case seen; its wording or exact cut is not printed anywhere we could read."""
    OURS = "ours"
    """A decision of this project."""


class Involvement(StrEnum):
    """What AI does in a task today. Judged apart from the task's score and never part of the index."""

    DISPLACED = "displaced"
    AUGMENTED = "augmented"
    NOT_INVOLVED = "not_involved"


EVIDENCE: Final = ("job_postings", "company_actions", "wages", "tool_maturity", "expert_consensus")
"""Evidence dimensions. High protects; tool maturity is positive while tools do NOT replace. Published."""
BARRIERS: Final = ("regulatory", "physical", "union", "liability", "cultural")
"""Barrier dimensions. High protects. Published."""
PROTECTIVE: Final = ("physicality", "interpersonal", "judgment")
"""Protective principles. High protects, outside the index. Published."""
TOTAL: Final = "total"
"""Key under which a total stands in place of the single dimensions."""

EVIDENCE_LABELS: Final[Mapping[str, str]] = MappingProxyType(
    {
        "job_postings": "Job postings",
        "company_actions": "Company actions",
        "wages": "Wages",
        "tool_maturity": "AI tool maturity",
        "expert_consensus": "Expert consensus",
    }
)
BARRIER_LABELS: Final[Mapping[str, str]] = MappingProxyType(
    {
        "regulatory": "Regulation and licensing",
        "physical": "Physical presence",
        "union": "Union and collective agreements",
        "liability": "Liability and accountability",
        "cultural": "Cultural acceptance",
    }
)
PROTECTIVE_LABELS: Final[Mapping[str, str]] = MappingProxyType(
    {
        "physicality": "Embodied physicality",
        "interpersonal": "Interpersonal connection",
        "judgment": "Goal-setting and moral judgment",
    }
)

SHARE_TOTAL: Final = 100.0
"""Percent of working time that the task shares add up to. Published."""
SHARE_TOLERANCE: Final = 1e-6
"""Percentage points by which a sum of shares may miss 100. Ours."""
SCORE_MIN: Final = 1.0
"""Task score of irreducibly human work. Published."""
SCORE_MAX: Final = 5.0
"""Task score of fully automatable work. Published."""
RESISTANCE_MIN: Final = 1.0
RESISTANCE_MAX: Final = 5.0
RESISTANCE_BASE: Final = 6.0
"""Task resistance = this minus exposure, which turns the 1..5 scale round. Published."""

EVIDENCE_MIN: Final = -2.0
EVIDENCE_MAX: Final = 2.0
EVIDENCE_TOTAL_MIN: Final = -10.0
EVIDENCE_TOTAL_MAX: Final = 10.0
BARRIER_MIN: Final = 0.0
BARRIER_MAX: Final = 2.0
BARRIER_TOTAL_MIN: Final = 0.0
BARRIER_TOTAL_MAX: Final = 10.0
PROTECTIVE_MIN: Final = 0.0
PROTECTIVE_MAX: Final = 3.0
PROTECTIVE_TOTAL_MIN: Final = 0.0
PROTECTIVE_TOTAL_MAX: Final = 9.0
GROWTH_MIN: Final = -2.0
GROWTH_MAX: Final = 2.0
"""At 2, AI adoption itself creates demand for the role. Published."""

EVIDENCE_WEIGHT: Final = 0.04
"""Modifier per point of the evidence total. Published."""
BARRIER_WEIGHT: Final = 0.02
"""Modifier per point of the barrier total. Published."""
GROWTH_WEIGHT: Final = 0.05
"""Modifier per point of AI growth correlation. Published."""
RAW_FLOOR: Final = 0.54
"""The lowest product: 1 x 0.60 x 1.00 x 0.90, so the index starts at exactly 0. Published."""
RAW_SPAN: Final = 7.93
"""5 x 1.40 x 1.10 x 1.10 less the floor: the published divisor takes barriers at 5 of 10. Published."""
INDEX_MIN: Final = 0.0
INDEX_MAX: Final = 100.0
"""Cap of the index; barriers above 5 can carry the formula to 109.7. Ours."""

TOLERANCE: Final = 1e-9
"""Slack on every threshold, so that a binary fraction never decides a label or a rounding. Ours."""
EXPOSED_SCORE: Final = 3.0
"""Tasks at this score or above count as "scored 3+". Published."""
CAP_NOISE: Final = 1e-10
"""Index points below which a difference made by the cap is float noise and counts as 0. Ours."""


class ScorecardError(ValueError):
    """A scorecard that cannot be computed. The message names the place, what is wrong and the remedy."""


def checked_number(value: object, low: float, high: float, place: str) -> float:
    """Return `value` as a float in `low`..`high`, never -0.0.

    Raises ScorecardError for anything that is not an int or a float (a bool is neither here), for NaN and for
    values outside the range, infinities included. `place` starts the message, for example "growth".
    """
    if isinstance(value, bool) or not isinstance(value, int | float):
        raise ScorecardError(
            f"{place}: {_shown(value)} is not a number; give a number from {low:g} to {high:g}"
        )
    if not low <= value <= high:
        raise ScorecardError(
            f"{place}: {_shown(value)} is not on the scale; give a number from {low:g} to {high:g}"
        )
    return float(value) + 0.0


_LONGEST_QUOTE = 40
_LARGEST_QUOTED_BITS = 64


def _shown(value: object) -> str:
    if isinstance(value, int) and value.bit_length() > _LARGEST_QUOTED_BITS:
        return "this huge number"
    quoted = repr(value)
    return quoted if len(quoted) <= _LONGEST_QUOTE else quoted[: _LONGEST_QUOTE - 3] + "..."
