"""Derived roles: a starting table for an occupation without a hand-written role, assembled when asked for.

Shares and scores come from the tables of occupations, words from the activity groups. Market signals and growth are not
known for any of them and are asked of the person; barriers stand at their likeliest level until they are answered.
"""

from collections.abc import Iterable, Mapping
from typing import Any

from aijri_engine.content.compact import expand
from aijri_engine.content.filling import Defaults
from aijri_engine.content.packs import Pack
from aijri_engine.content.role import Role
from aijri_engine.content.role_defaults import RoleDefaults
from aijri_engine.index import EVIDENCE, SCORE_MAX, SCORE_MIN, one_decimal
from aijri_engine.occupations.tables import MADE, OTHER, ActivityRow, Occupation, Odds, Tables

Json = dict[str, Any]

IN_PERSON = ("care", "hands", "operate", "repair")
"""Activity groups that need a person in a place; agrees with an outside measure of telework."""

PHYSICAL_FROM = ((50.0, 2), (27.0, 1))
"""Percent of the listed tasks in these groups -> level of the barrier [ours]."""

LIABILITY_ODDS: Odds = (0.4, 0.4, 0.2)
"""Nothing in the tables speaks of who answers for the work, so it is asked; until then these odds [ours]."""

MOST_NAMED = 3
"""Activities named in the summary."""


def derived_role(tables: Tables, code: str, defaults: Defaults, packs: Mapping[str, Pack]) -> Role | None:
    """The starting table of the occupation of that code as a role; None for a code that is not in the tables."""
    occupation = tables.occupation(code)
    if occupation is None or defaults.generic is None:
        return None
    data = _role_data(occupation, tables, defaults.generic, _pack_of(code, packs.values()))
    data, _ = expand(data, defaults)
    return Role.model_validate(data)


def _pack_of(code: str, packs: Iterable[Pack]) -> str | None:
    """The pack of the family of occupations this code begins with."""
    found = ((len(start), pack.id) for pack in packs for start in pack.occupations if code.startswith(start))
    return max(found, default=(0, None))[1]


def _role_data(occupation: Occupation, tables: Tables, generic: RoleDefaults, pack: str | None) -> Json:
    largest = sorted(occupation.rows, key=lambda row: -row.share)
    named = [tables.groups[row.group].lower() for row in largest if row.group != OTHER][:MOST_NAMED]
    data: Json = {
        "id": occupation.code,
        "title": occupation.title,
        "aliases": [occupation.title.lower()],
        "category": "Starting table",
        "provenance": "derived",
        "codes": [occupation.code],
        "as_of": MADE,
        "summary": "A starting table from public figures: what such jobs are listed to do, until you say what you do.",
        "does": f"Listed most often: {'; '.join(named)}. {THIN if occupation.thin else COUNTED}",
        "tasks": [_task(row, generic) for row in occupation.rows],
        "evidence": {name: {"score": 0.0, "known": False, "why": UNKNOWN_SIGNAL} for name in EVIDENCE},
        "growth": {"score": 0.0, "known": False, "why": UNKNOWN_SIGNAL},
        "barriers": _barriers(occupation),
        "shifts": {
            "level": {},
            "employer": {},
            "why": "A starting table does not say what a position changes.",
        },
        "scenarios": [],
        "outside_ratings": _outside(occupation),
    }
    return data if pack is None else {**data, "pack": pack}


UNKNOWN_SIGNAL = "Not known for this occupation: pay, growth of employment and use of AI do not predict it."

COUNTED = "The list counts tasks, it does not measure hours."
THIN = "Few tasks are listed, or nearly all of one kind: this table says little until you correct it."

CHECKED = (
    "The starting table counts listed tasks, not hours. It was checked on 82 technology roles only, and is right "
    "within about 0.65 points of task resistance."
)


def _task(row: ActivityRow, generic: RoleDefaults) -> Json:
    """One row; a person who describes it on the ladder instead of rating it moves its score by one step at most."""
    steps = [min(SCORE_MAX, row.score + 1.0), row.score, max(SCORE_MIN, row.score - 1.0)]
    task: Json = {"id": row.group, "share": row.share, "score": row.score, "ladder": {"scores": steps}}
    group = generic.group(row.group)
    if group is None:
        return {**task, "name": row.group, "row": row.group, "why": row.group}
    return {**task, "group": group.id, "name": group.name, "short": group.short, "ask": group.ask,
            "aliases": list(group.says) or [group.short]}  # fmt: skip


def _barriers(occupation: Occupation) -> Json:
    in_person = sum(row.share for row in occupation.rows if row.group in IN_PERSON)
    physical = next((level for share, level in PHYSICAL_FROM if in_person >= share), 0)
    told = f"{in_person:.0f} % of the listed tasks need a person in a place. Our own estimate."
    return {
        "regulatory": _odds_figure(occupation.regulatory),
        "union": _odds_figure(occupation.union),
        "cultural": _odds_figure(occupation.cultural),
        "liability": _odds_figure(LIABILITY_ODDS),
        "physical": {"score": physical, "why": told},
    }


def _odds_figure(odds: Odds) -> Json:
    level = max(range(len(odds)), key=odds.__getitem__)
    return {
        "score": level,
        "odds": list(odds),
        "why": "The likeliest level for such occupations; yours is asked.",
    }


def _outside(occupation: Occupation) -> str:
    """Outside measures, dated; they stand beside an index and move nothing."""
    measures = occupation.outside
    found = []
    if measures.ai_applicability is not None:
        found.append(
            f"AI applicability {measures.ai_applicability:.2f} of 1 (Microsoft, use of one assistant, 2024)"
        )
    if measures.employment_growth is not None:
        found.append(
            f"projected US employment {one_decimal(measures.employment_growth):+} % for 2020-30 (BLS)"
        )
    if measures.wage is not None:
        found.append(f"US median pay ${measures.wage:,} a year (BLS, May 2024)")
    if measures.employment is not None:
        found.append(f"{measures.employment:,} employed in the US (BLS, May 2024)")
    listed = "; ".join(found) or "none known for this occupation"
    return f"{CHECKED} Beside the index, moving nothing: {listed}."
