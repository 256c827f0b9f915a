"""A whole role as the text of a role file, read again to the same role; and a draft of one from an O*NET folder."""

import re
from typing import Any

from aijri_engine.content.filled_tasks import NOT_RATED
from aijri_engine.content.own_table import OwnRow, role_text
from aijri_engine.content.role import Role
from aijri_engine.occupations.onet_folder import CREDIT, OnetOccupation

WIDTH = 110
"""Columns of the text."""


def whole_text(role: Role) -> str:
    """Every figure and word of a role as YAML: what defaults gave stands in it as if the author had written it."""
    import yaml

    class Plain(yaml.SafeDumper):
        """Without anchors, which role files may not have."""

        def ignore_aliases(self, data: Any) -> bool:
            return True

    figures = set() if role.has_figure else {"expect", "history", "quick_screen"}
    said = role.model_dump(mode="json", by_alias=True, exclude_unset=True, exclude=figures)
    for task in said["tasks"]:
        if not task.get("rated", True):
            task["score"] = NOT_RATED
    return yaml.dump(said, Dumper=Plain, sort_keys=False, allow_unicode=True, width=WIDTH)


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
