"""The published method: pure numbers in, numbers out.

No files, no questions, no third-party package. Build a `Scorecard`, `assess` it, and `attribute` the
difference between two of them.
"""

from aijri_engine.index.assess import Assessment, assess, composition, figures_of
from aijri_engine.index.attribution import Attribution, attribute
from aijri_engine.index.formula import (
    POINTS_PER_RAW,
    barrier_modifier,
    capped,
    evidence_modifier,
    growth_modifier,
    index_value,
)
from aijri_engine.index.quick_screen import ScreenVerdict, quick_screen
from aijri_engine.index.rounding import one_decimal, shown_change, shown_rows, shown_shares, six, two_decimals
from aijri_engine.index.scales import (
    BARRIER_LABELS,
    BARRIERS,
    EVIDENCE,
    EVIDENCE_LABELS,
    EVIDENCE_TOTAL_MAX,
    EVIDENCE_TOTAL_MIN,
    PROTECTIVE,
    PROTECTIVE_LABELS,
    PROTECTIVE_MAX,
    RAW_FLOOR,
    RESISTANCE_BASE,
    SCORE_MAX,
    SCORE_MIN,
    SHARE_TOTAL,
    TOTAL,
    Involvement,
    Provenance,
    ScorecardError,
)
from aijri_engine.index.scorecard import Scorecard, TaskScore
from aijri_engine.index.zones import (
    DISPLAY_RULE,
    GREEN_FROM,
    RULES,
    YELLOW_FROM,
    Zone,
    label_of,
    nearest_line,
    zone_of,
)
