"""A draft of a role from an occupation of an O*NET folder: shares from its ratings, every score not rated yet."""

import re

from aijri_engine.content.own_table import OwnRow, role_text
from aijri_engine.occupations.onet_folder import CREDIT, OnetOccupation

MOST_TASKS = 12
"""Tasks of a draft; the weight of the others goes into one row."""

LONGEST_NAME = 60

OTHERS = "Other listed tasks"


def onet_draft(role_id: str, occupation: OnetOccupation, day: str) -> str:
    """The role file. `day` is today, YYYY-MM-DD."""
    first, rest = occupation.tasks[:MOST_TASKS], occupation.tasks[MOST_TASKS:]
    rows = [OwnRow(_short(task.text), task.weight, task.text) for task in first]
    if rest:
        rows.append(OwnRow(OTHERS, sum(task.weight for task in rest), f"{len(rest)} tasks that weigh less."))
    named: dict[str, OwnRow] = {}
    for number, row in enumerate(rows, 1):
        name = row.name if row.name.casefold() not in named else f"{row.name[: LONGEST_NAME - 4]} {number}"
        named[name.casefold()] = OwnRow(name, row.share, row.counts)
    return role_text(
        role_id,
        occupation.title,
        list(named.values()),
        day,
        note=(
            f"A draft from {occupation.code} of an O*NET folder. Shares count importance times frequency, they are not "
            f"measured hours; no score is rated yet. {CREDIT}"
        ),
        aliases=occupation.titles,
        codes=(occupation.code,),
    )


def _short(task: str) -> str:
    """The beginning of a task statement, up to where it starts to enumerate."""
    first = re.split(r"[,;:.(]| such as | including | to ensure | using ", task.strip(), maxsplit=1)[
        0
    ].strip()
    words = first if first else task.strip()
    return words if len(words) <= LONGEST_NAME else words[:LONGEST_NAME].rsplit(" ", 1)[0]
