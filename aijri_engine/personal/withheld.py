"""What a result does not say yet, and why: while it is withheld no face, list, file or sentence has it.

Withheld are zone, label, rank, priced advice and neighbours; of the index only its range is told. Of a group nothing is
told that is about fewer than five.
"""

from collections.abc import Mapping

from aijri_engine.content.role_figures import SIGNALS_NEEDED
from aijri_engine.index import EVIDENCE
from aijri_engine.personal.fit import OUTSIDE_LIMIT
from aijri_engine.personal.personalise import Personalisation

RATED_SHARE = 60.0
"""Percent of the week that the person must have rated or described before a starting table gives a figure [ours]."""

FEWEST = 5
"""People a figure of a group must be about (design promise 9)."""


def zones_told(zones: Mapping[str, int]) -> dict[str, int]:
    """People of a group by zone: none where one zone holds fewer than five, or where all share one."""
    return dict(sorted(zones.items())) if len(zones) > 1 and min(zones.values()) >= FEWEST else {}


def beyond_answers(personal: Personalisation) -> bool:
    """Too much of the week lies outside the role: but for the week itself, no answer brings a figure."""
    outside = sum(task.share for task in personal.tasks if task.own)
    return not personal.role.starting_table and outside > OUTSIDE_LIMIT + 1e-9


def withheld(personal: Personalisation) -> tuple[str, ...]:
    """Why the figure is withheld, each reason a sentence; empty where it is told."""
    inputs, role = personal.inputs, personal.role
    reasons = []
    if role.starting_table:
        rated = sum(task.share for task in personal.tasks if task.described)
        if rated < RATED_SHARE - 1e-9:
            why = TABLES if role.derived else ROWS
            reasons.append(f"You have rated {rated:.0f} % of your week; {RATED_SHARE:.0f} % is needed. {why}")
    if role.starting_table or role.market_unknown:
        known = len(EVIDENCE) - len(role.asked_signals) + len(inputs.seen)
        if known < SIGNALS_NEEDED:
            reasons.append(
                f"{known} of five market signals are answered; {SIGNALS_NEEDED} are needed. Nobody has written them "
                "down for this job."
            )
    if beyond_answers(personal):
        outside = sum(task.share for task in personal.tasks if task.own)
        reasons.append(
            f"{outside:.0f} % of your week lies outside this role; its figure says too little about you."
        )
    return tuple(reasons)


ROWS = "Nobody else has scored these rows."
TABLES = "The starting table alone cannot tell the zones apart."
