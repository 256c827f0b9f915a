"""Outlook: the role file's scenarios on one person's own numbers, and what rests on the market."""

from dataclasses import dataclass, replace

from aijri_engine.content.role_story import Scenario
from aijri_engine.index import BARRIERS, TOTAL, Assessment, one_decimal
from aijri_engine.interview.interview import Interview
from aijri_engine.interview.path import PathFacts
from aijri_engine.personal.inputs import Inputs, base_inputs
from aijri_engine.personal.moves import apply_moves
from aijri_engine.personal.personalise import Personalisation, personalise_inputs


@dataclass(frozen=True, slots=True)
class OutlookRow:
    """One scenario, computed; no scenario says when."""

    scenario: Scenario
    index: float
    """Displayed."""
    zone: str
    label: str | None
    points: float
    """Displayed change against now."""
    base_index: float
    """The role's own index in this scenario."""


@dataclass(frozen=True, slots=True)
class Market:
    """The part of an index that demand, rules and growth carry, and the person's own market as a what-if."""

    points: float
    """Displayed index minus the index with evidence, barriers and growth neutral."""
    neutral: float
    as_of: str
    own_signals: float | None
    """Evidence points the person's own market signals add up to; None when not given."""
    own_index: float | None
    """Index with these instead of the general signals of the same kind."""


def outlook_of(personal: Personalisation, facts: PathFacts | None) -> tuple[OutlookRow, ...]:
    """Every scenario of the role, in file order."""
    role = personal.role
    now = personal.assess().index
    rows = []
    for scenario in role.scenarios:
        then = _assessed(apply_moves(personal.inputs, scenario.moves, facts))
        base = _assessed(apply_moves(base_inputs(role), scenario.moves))
        points = one_decimal(then.index - now)
        rows.append(OutlookRow(scenario, then.index, then.zone.value, then.label, points, base.index))
    return tuple(rows)


def _assessed(inputs: Inputs) -> Assessment:
    return personalise_inputs(inputs).assess()


def market_of(interview: Interview, personal: Personalisation) -> Market:
    """What rests on the market, dated."""
    now = personal.assess().index
    neutral = _assessed(
        replace(
            personal.inputs, evidence={TOTAL: 0.0}, growth=0.0, moved_barriers=dict.fromkeys(BARRIERS, 0.0)
        )
    ).index
    signals = own_signals(interview)
    index = None
    if signals is not None:
        total = sum(getattr(personal.role.evidence, name).score for name in MARKET_SIGNALS)
        evidence = max(-10.0, min(10.0, total + signals))
        index = _assessed(replace(personal.inputs, evidence={TOTAL: evidence})).index
    as_of = personal.role.evidence.as_of
    return Market(one_decimal(now - neutral), neutral, as_of, signals, index)


MARKET_SIGNALS = ("job_postings", "company_actions", "wages", "tool_maturity", "expert_consensus")


def own_signals(interview: Interview) -> float | None:
    """Sum of the person's own market signals, one point of evidence a line; None when none was given."""
    given = interview.path.facts.values.get("market")
    question = interview.form.question("market")
    if not isinstance(given, dict) or question is None or interview.form.role.asked_signals:
        return None
    total, known = 0.0, False
    for row in question.rows:
        option = next((option for option in row.options if option.id == given.get(row.id)), None)
        if option is not None and option.value is not None:
            total, known = total + option.value, True
    return total if known else None
