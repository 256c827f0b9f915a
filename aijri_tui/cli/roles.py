"""`aijri roles`: the roles there are, or one of them in full."""

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from aijri_tui.cli.contents import OWN_TABLE, open_library, tell_left_out, the_role
from aijri_tui.cli.exits import UnusableError
from aijri_tui.cli.options import content_option, json_option
from aijri_tui.cli.streams import json_text, reading_width, show, show_data

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import date

    from aijri_engine.content.library import Library
    from aijri_engine.content.role import Role
    from aijri_engine.content.role_index import RoleCard


A_PAGE = 40
"""Lines of one page of a long list."""


@click.command()
@click.argument("role", required=False)
@click.option("--search", metavar="TEXT", help="The roles that fit what you call your job.")
@click.option(
    "--beside", metavar="ROLE", help="Another role: what differs, what carries over, what is new there."
)
@click.option("--occupations", is_flag=True, help="Also the starting tables, by family of occupations.")
@click.option("--family", metavar="WORD", help="Only families whose name or code holds this word.")
@click.option("--page", type=click.IntRange(min=1), help=f"Of a long list one page of {A_PAGE} lines.")
@json_option
@content_option
def roles(
    role: str | None, search: str | None, beside: str | None, occupations: bool, family: str | None,
    page: int | None, as_json: bool, content: tuple[Path, ...],
) -> None:  # fmt: skip
    """List every role, or show ROLE in full: tasks, figures, reasons, strategies, outlook and sources.

    ROLE is an id, a title, an alias, or a part of one that fits a single role.
    """
    library, said = open_library(content), show_data if as_json else show
    if beside is not None:
        if role is None:
            raise UnusableError("aijri: --beside needs two roles: `aijri roles ROLE --beside ROLE`.")
        said(_beside(library, the_role(library, role), the_role(library, beside), as_json))
        return
    if role is None:
        tell_left_out(library)
    if search is None and role is None and (occupations or family is not None or page is not None):
        said(_families(library, occupations, family, page, as_json))
        return
    if search is not None:
        said(_search(library, search, as_json))
        return
    if role is None:
        document = {"schema": "aijri/roles/1", "roles": [_line(role) for role in library.cards.values()]}
        said(json_text(document) if as_json else _list_text(library))
        return
    found = the_role(library, role)
    said(json_text(_role_document(found)) if as_json else _role_text(library, found))


def _search(library: "Library", text: str, as_json: bool) -> str:
    from dataclasses import asdict

    from aijri_engine.content.jobs import LONGEST_QUERY, NO_JOB, search_jobs
    from aijri_engine.text import clean

    found, lines = search_jobs(library, text), []
    if as_json:
        matches = [asdict(match) for match in found]
        return json_text(
            {"schema": "aijri/job-matches/1", "query": clean(text, LONGEST_QUERY), "matches": matches}
        )
    for match in found:
        index = "" if match.index is None else f", AIJRI {match.index:.1f}"
        lines.append(f"{match.id}: {match.title}{index}. {match.rests_on}")
    return "\n".join(lines) or f"{NO_JOB} {OWN_TABLE}"


def _list_text(library: "Library") -> str:
    from datetime import date

    from aijri_engine.content.role_lists import families

    today = date.today()
    lines = []
    for family in families(library):
        lines += [f"{family.title}:", *_role_lines(family.roles, today), ""]
    if library.occupations is not None:
        count = len(library.occupations.codes())
        lines.append(
            f"And {count} starting tables: --search TEXT finds one, --occupations lists them by family."
        )
    return "\n".join(lines)


def _role_lines(roles: "Iterable[RoleCard]", today: "date") -> "Iterator[str]":
    from aijri_engine.content.role_lists import age

    for role in roles:
        figure = (
            "no figure yet" if role.index is None else f"AIJRI {role.index:.1f}, {role.label or role.zone}"
        )
        yield f"{role.id}: {role.title}, {figure} · {role.provenance_word}, {age(role, today)}{role.last_change}"


def _families(
    library: "Library", occupations: bool, word: str | None, page: int | None, as_json: bool
) -> str:
    """Families of roles, and of occupations where they are wanted, one page at a time."""
    from datetime import date

    from aijri_engine.content.role_lists import families, occupation_families

    wanted = (word or "").casefold()
    written = [one for one in families(library) if wanted in one.title.casefold()]
    every = occupation_families(library) if occupations or wanted else ()
    tables = [one for one in every if wanted in f"{one.code} {one.title}".casefold()]
    if as_json:
        found: list[dict[str, Any]] = [
            {"family": one.title, "roles": [_line(role) for role in one.roles]} for one in written
        ]
        found += [
            {"family": one.title, "code": one.code,
             "roles": [{"id": code, "title": title, "provenance": "derived"} for code, title in one.tables]}
            for one in tables
        ]  # fmt: skip
        return json_text({"schema": "aijri/role-families/1", "families": found})
    lines: list[str | tuple[str, str]] = []
    for family in written:
        lines += [f"{family.title}:", *_role_lines(family.roles, date.today()), ""]
    for table in tables:
        lines += [f"{table.title} ({table.code}, starting tables):", *table.tables, ""]
    if not lines:
        return f"No family holds {word!r}."
    pages = -(-len(lines) // A_PAGE)
    number = min(page or 1, pages)
    shown = [
        line if isinstance(line, str) else _table_line(library, *line)
        for line in lines[(number - 1) * A_PAGE : number * A_PAGE]
    ]
    more = f"Page {number} of {pages}; --page {number + 1} goes on." if number < pages else ""
    return "\n".join([*shown, *([more] if more else [])])


def _table_line(library: "Library", code: str, title: str) -> str:
    """A starting table with its range: its own figure is never told."""
    from aijri_engine.interview.interview import Interview
    from aijri_engine.personal.spread import shown_band, spread_of

    low, high = shown_band(spread_of(Interview.start(library, code)).range)
    return f"{code}: {title}, {low:.0f} to {high:.0f} until you rate it · derived"


NO_BRIDGE = "No bridge in points: a table that is rated by each person has no figure of its own."

THE_SAME = "Both are the same role: there is nothing between them."


def _beside(library: "Library", first: "Role", second: "Role", as_json: bool) -> str:
    """The bridge between two roles, and what of the first one's week is found again in the second."""
    from aijri_engine.content.role_index import card_of
    from aijri_engine.index import six
    from aijri_engine.personal.role_change import points_by_kind, role_difference
    from aijri_engine.personal.ways_on import crossing, everyday_words, week_of
    from aijri_engine.text import join_words

    here, there = card_of(first), card_of(second)
    found, met = (
        role_difference(first, second),
        crossing(week_of(here), week_of(there), everyday_words(library)),
    )
    kinds = points_by_kind(found)
    if as_json:
        carried = [
            {"task": one.there, "share": one.share, "from": one.here, "known": one.known}
            for one in met.carried
        ]
        points = [{"part": part, "shown": shown} for part, shown in kinds]
        document: dict[str, Any] = {"schema": "aijri/roles-beside/1", "from": _line(here), "to": _line(there)}
        document |= {"points": points, "share_carried": six(met.known), "carried": carried}
        document |= {"new": met.new, "left": met.left}
        return json_text(document)
    lines = [f"From {_in_short(here)}", f"to {_in_short(there)}", ""]
    alike = first.id == second.id
    lines += [f"{part}: {shown:+.1f}" for part, shown in kinds] or [THE_SAME if alike else NO_BRIDGE]
    for known, told in (
        (True, "is done here already"),
        (False, "is of one broad kind with work here, and has to be learned"),
    ):
        rows = [one for one in met.carried if one.known is known]
        lines += ["", f"{sum(one.share for one in rows):g} % of the week there {told}{':' if rows else '.'}"]
        kin = "as in" if known else "of one kind with"
        lines += [f"- {one.there} ({one.share:g} %), {kin} {join_words(one.here)}" for one in rows]
    lines.append(f"New there: {join_words(met.new) if met.new else 'nothing of another kind'}.")
    lines.append(f"Left behind: {join_words(met.left) if met.left else 'nothing'}.")
    lines.append(
        "Done already means that people use one word of its subject for both; of one kind, that both are the same "
        "broad activity, such as checking or advising, and not the same skill."
    )
    return "\n".join(lines)


def _in_short(role: "RoleCard") -> str:
    figure = "no figure yet" if role.index is None else f"{role.index:.1f}, {role.zone}"
    return f"{role.title} ({figure}; {role.provenance_word}, figures of {role.as_of})"


def _line(role: "RoleCard") -> dict[str, Any]:
    return {name: getattr(role, name) for name in TOLD}


TOLD = (
    "id",
    "title",
    "aliases",
    "seniority",
    "category",
    "index",
    "zone",
    "label",
    "provenance",
    "as_of",
    "version",
)


def _role_document(role: "Role") -> dict[str, Any]:
    from aijri_engine.content.published import base_scorecard
    from aijri_tui.cli.score import score_document

    figures = {"expect", "history", "quick_screen"} if not role.has_figure else set()
    content = role.model_dump(mode="json", by_alias=True, exclude_none=True, exclude=figures)
    score = score_document(role.title, base_scorecard(role), ()) if role.has_figure else None
    return {"schema": "aijri/role/1", **content, "score": score}


def _role_text(library: "Library", role: "Role") -> str:
    from aijri_engine.content.published import base_scorecard
    from aijri_engine.index import assess
    from aijri_tui.plain.passages import plain_text
    from aijri_tui.plain.role_text import role_passages

    return plain_text(
        role_passages(role, assess(base_scorecard(role)), library.interview.rung_names), reading_width()
    )
