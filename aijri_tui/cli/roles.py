"""`aijri roles`: the roles there are, or one of them in full."""

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from aijri_tui.cli.contents import content_option, open_library, the_role
from aijri_tui.cli.documents import json_text
from aijri_tui.cli.streams import show

if TYPE_CHECKING:
    from aijri_engine.content.library import Library
    from aijri_engine.content.role import Role


@click.command()
@click.argument("role", required=False)
@click.option("--search", metavar="TEXT", help="The roles that fit what you call your job.")
@click.option("--json", "as_json", is_flag=True, help="One JSON document.")
@content_option
def roles(role: str | None, search: str | None, as_json: bool, content: tuple[Path, ...]) -> None:
    """List every role, or show ROLE in full: tasks, figures, reasons, strategies, outlook and sources.

    ROLE is an id, a title, an alias, or a part of one that fits a single role.
    """
    library = open_library(content)
    if search is not None:
        show(json_text(_search_document(library, search)) if as_json else _search_text(library, search))
        return
    if role is None:
        show(json_text(_list_document(library)) if as_json else _list_text(library))
        return
    found = the_role(library, role)
    show(json_text(_role_document(found)) if as_json else _role_text(library, found))


def _search_document(library: "Library", text: str) -> dict[str, Any]:
    from dataclasses import asdict

    from aijri_engine.content.jobs import LONGEST_QUERY, search_jobs
    from aijri_engine.text import clean

    matches = [asdict(match) for match in search_jobs(library, text)]
    return {"schema": "aijri/job-matches/1", "query": clean(text, LONGEST_QUERY), "matches": matches}


def _search_text(library: "Library", text: str) -> str:
    from aijri_engine.content.jobs import NO_JOB, search_jobs

    lines = []
    for match in search_jobs(library, text):
        index = "" if match.index is None else f", AIJRI {match.index:.1f}"
        lines.append(f"{match.id}: {match.title}{index}. {match.rests_on}")
    return "\n".join(lines) or NO_JOB


def _list_text(library: "Library") -> str:
    lines = []
    for role in library.roles.values():
        line = _line(role)
        figure = (
            f"AIJRI {line['index']:.1f}, {line['label'] or line['zone']}"
            if role.has_figure
            else "no figure yet"
        )
        lines.append(f"{line['id']}: {line['title']}, {figure} · {role.provenance_word}, {line['as_of']}")
    return "\n".join(lines)


def _line(role: "Role") -> dict[str, Any]:
    from aijri_engine.content.published import base_scorecard
    from aijri_engine.index import assess

    found = assess(base_scorecard(role))
    return {
        "id": role.id,
        "title": role.title,
        "aliases": list(role.aliases),
        "seniority": role.seniority,
        "category": role.category,
        "index": found.index if role.has_figure else None,
        "zone": found.zone.value if role.has_figure else None,
        "label": found.label if role.has_figure else None,
        "provenance": role.provenance,
        "as_of": role.as_of,
        "version": role.version,
    }


def _list_document(library: "Library") -> dict[str, Any]:
    return {"schema": "aijri/roles/1", "roles": [_line(role) for role in library.roles.values()]}


def _role_document(role: "Role") -> dict[str, Any]:
    from aijri_engine.content.published import base_scorecard
    from aijri_tui.cli.score import score_document

    figures = {"expect", "history", "quick_screen"} if not role.has_figure else set()
    content = role.model_dump(mode="json", by_alias=True, exclude_none=True, exclude=figures)
    if not role.has_figure:
        return {"schema": "aijri/role/1", **content, "score": None}
    return {
        "schema": "aijri/role/1",
        **content,
        "score": score_document(role.title, base_scorecard(role), ()),
    }


def _role_text(library: "Library", role: "Role") -> str:
    from aijri_engine.content.published import base_scorecard
    from aijri_engine.index import assess
    from aijri_tui.plain.passages import plain_text
    from aijri_tui.plain.role_text import role_passages

    return plain_text(role_passages(role, assess(base_scorecard(role)), library.interview.rung_names))
