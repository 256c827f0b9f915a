"""A whole role as the text of a role file: everything filled in, readable, and read again to the same role."""

from typing import Any

from aijri_engine.content.compact import NOT_RATED
from aijri_engine.content.role import Role

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
