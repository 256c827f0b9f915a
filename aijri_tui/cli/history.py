"""`aijri sessions history` and `aijri sessions changes`: the way of an index, and roles that changed meanwhile."""

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from aijri_tui.cli.contents import open_library, the_role
from aijri_tui.cli.options import content_option, json_option
from aijri_tui.cli.stores import using_store
from aijri_tui.cli.streams import show_list
from aijri_tui.listed_sessions import minute_of, part_of

if TYPE_CHECKING:
    from aijri_engine.personal.content_change import RoleChange
    from aijri_engine.store import Sitting, Step

NO_SITTINGS = "No sittings are kept here yet. `aijri chat` begins one."
ONLY_OTHERS = (
    "No sittings of your own are kept here; --client ALIAS shows those of a client of `aijri clients`."
)
NONE_FOUND = "No sitting matches that."
UNCHANGED = "No role has changed since the last sitting about it."
NOT_SEEN = "figure not seen yet"


@click.command()
@click.option("--client", metavar="ALIAS", help="The sittings of this client; without it those taken alone.")
@click.option("--role", metavar="ROLE", help="Only sittings about this role.")
@json_option
@content_option
def history(client: str | None, role: str | None, as_json: bool, content: tuple[Path, ...]) -> None:
    """Show the sittings, the oldest first: index and range as they were seen, and what lies between them.

    The figure of a sitting is told only where it was seen. A change between two sittings on different content is
    computed for both with today's figures.
    """
    from aijri_engine.store import history as history_of
    from aijri_engine.store import steps_between

    library = open_library(content)
    wanted = the_role(library, role).id if role else None
    with using_store() as store:
        alias = store.roster.find(client).alias if client else None
        found = history_of(store, library, client, wanted)
        begun = ONLY_OTHERS if store.sessions(limit=1) else NO_SITTINGS
    steps = steps_between(found, library)
    sittings = [_sitting_document(one, steps) for one in found]
    document = {"schema": "aijri/history/1", "client": alias, "sittings": sittings}
    show_list(document if as_json else None, _lines(found, steps), NONE_FOUND if client or role else begun)


@click.command()
@click.option("--client", metavar="ALIAS", help="Since this client's sittings; without it those taken alone.")
@json_option
@content_option
def changes(client: str | None, as_json: bool, content: tuple[Path, ...]) -> None:
    """Show the roles that changed since the last sitting about them, and by how much."""
    from aijri_engine.store import changed_roles, unread_roles

    library = open_library(content)
    with using_store() as store:
        found, unread = changed_roles(store, library, client), unread_roles(store, library, client)
        own = client or store.sessions(limit=1, alone=True) or not store.sessions(limit=1)
    document = {
        "schema": "aijri/role-changes/1",
        "roles": [_change_document(one) for one in found],
        "not_read": unread,
    }
    lines = [*(one.sentence for one in found), *unread]
    show_list(document if as_json else None, lines, UNCHANGED if own else ONLY_OTHERS)


def _lines(found: "list[Sitting]", steps: "Mapping[str, Step]") -> list[str]:
    lines: list[str] = []
    for role in dict.fromkeys(one.session.role for one in found):
        own = [one for one in found if one.session.role == role]
        lines.append(own[0].session.role_name)
        above = ""
        for one in own:
            step = steps.get(one.session.id)
            if step is not None:
                since = "" if step.before.id == above else f"since {step.before.id} "
                lines.append(f"          {since}{step.comparison.in_short}")
            lines.append(f"  {one.session.id}  {minute_of(one.session.updated)}  {_told(one)}")
            if one.session.trouble and not one.trouble:
                lines.append(f"            {part_of(one.session)}")
            above = one.session.id
    return lines


def _told(one: "Sitting") -> str:
    if one.trouble:
        return one.trouble
    if one.index is None and one.low is not None:
        return f"range {one.low:.1f} to {one.high:.1f}, too little is known for one figure"
    if one.index is None:
        return f"{one.session.state}, {NOT_SEEN}"
    status = "" if one.status == "complete" else f", {one.status}"
    return f"{one.index:.1f} {one.zone_words}, range {one.low:.1f} to {one.high:.1f}{status}"


def _sitting_document(one: "Sitting", steps: "Mapping[str, Step]") -> dict[str, Any]:
    step = steps.get(one.session.id)
    return {
        **{name: getattr(one.session, name) for name in ("id", "role", "created", "updated")},
        "seen": one.session.revealed,
        "status": None if one.trouble else one.status,
        "index": one.index,
        "range": None if one.low is None else {"low": one.low, "high": one.high},
        "zone": one.zone,
        "trouble": one.trouble or one.session.trouble or None,
        "versions": one.session.versions,
        "since_previous": step and {
            "session": step.before.id,
            "smallest_change": round(step.comparison.smallest_change, 6),
            **{name: getattr(step.comparison, name) for name in ("change", "believable", "rescored")},
        },
    }  # fmt: skip


def _change_document(one: "RoleChange") -> dict[str, Any]:
    told = {name: getattr(one, name) for name in ("role", "title", "session", "before", "after", "sentence")}
    return {**told, "since": one.since.isoformat(), "change": one.points}
