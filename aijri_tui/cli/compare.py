"""`aijri compare`: two sittings, what moved between them, and whether it is worth believing."""

from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

import click

from aijri_tui.cli import exits
from aijri_tui.cli.contents import content_option, open_library
from aijri_tui.cli.documents import json_text
from aijri_tui.cli.stores import open_store, telling_store_errors
from aijri_tui.cli.streams import show

if TYPE_CHECKING:
    from aijri_engine.personal.bridge import Bridge
    from aijri_engine.personal.comparison import Comparison
    from aijri_engine.personal.content_change import ContentChange


@click.command()
@click.argument("before")
@click.argument("after", required=False)
@click.option("--json", "as_json", is_flag=True, help="One JSON document.")
@content_option
def compare(before: str, after: str | None, as_json: bool, content: tuple[Path, ...]) -> int:
    """Compare session BEFORE with session AFTER; without AFTER, with itself on today's figures."""
    from aijri_engine.store import compare_sessions, content_change_of, moment_of
    from aijri_engine.text import day_words

    library = open_library(content)
    with telling_store_errors(), closing(open_store()) as store:
        if after is None:
            change = content_change_of(store, before, library)
            if as_json:
                show(json_text(_change_document(change)))
            else:
                show("\n".join(_change_lines(change)))
            return exits.DONE
        found = compare_sessions(store, before, after, library)
        rows = [store.session(one).row for one in (before, after)]
    if as_json:
        show(json_text({**_document(found), "client": rows[0].client}))
        return exits.DONE
    whose = rows[0].client or "Taken alone"
    days = " and ".join(f"{row.id} of {day_words(moment_of(row.updated).date())}" for row in rows)
    show("\n".join([f"{whose}: sessions {days}.", *_lines(found)]))
    return exits.DONE


def _lines(found: "Comparison") -> list[str]:
    from aijri_engine.personal.names import cause_name

    lines = [found.sentence]
    if found.rescored:
        lines.append("The sittings used different content; both were computed anew with today's figures.")
    lines += [
        f"  {one.shown:+.1f}  {cause_name(one.cause, found.after.personal)}" for one in found.bridge.groups
    ]
    if found.answers:
        lines.append("Answers that changed: " + ", ".join(one.name for one in found.answers) + ".")
    return lines


def _change_lines(change: "ContentChange | None") -> list[str]:
    from aijri_engine.personal.names import cause_name

    if change is None:
        return ["Nothing this session rests on has changed since."]
    lines = [change.sentence]
    if not change.covered:
        personal = change.today.personal
        lines += [f"  {one.shown:+.1f}  {cause_name(one.cause, personal)}" for one in change.bridge.groups]
    return [*lines, change.asked_sentence]


def _change_document(change: "ContentChange | None") -> dict[str, object]:
    """The figures only where they were seen."""
    document: dict[str, object] = {"schema": "aijri/content-change/1", "changed": []}
    if change is None:
        return document
    document |= {
        "changed": list(change.files),
        "asked_again": list(change.asked_again),
        "sentence": change.sentence,
    }
    if not change.covered:
        document |= {
            "before": change.then.assessment.index,
            "after": change.today.assessment.index,
            "change": change.bridge.shown_change,
            "bridge": _bridge_document(change.bridge),
        }
    return document


def _bridge_document(found: "Bridge") -> list[dict[str, object]]:
    return [
        {"cause": row.cause, "element": row.element, "points": round(row.points, 6), "shown": row.shown}
        for row in found.rows
    ]


def _document(found: "Comparison") -> dict[str, object]:
    return {
        "schema": "aijri/compare/1",
        "before": found.before.assessment.index,
        "after": found.after.assessment.index,
        "change": found.change,
        "smallest_change": round(found.smallest_change, 6),
        "believable": found.believable,
        "rescored": found.rescored,
        "bridge": _bridge_document(found.bridge),
        "answers": [
            {"question": one.question, "before": one.before, "after": one.after} for one in found.answers
        ],
    }
