"""`aijri compare`: two sittings, what moved between them, and whether it is worth believing."""

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import click

from aijri_tui.cli import exits
from aijri_tui.cli.contents import open_library
from aijri_tui.cli.options import (
    Asked,
    content_option,
    given_to_option,
    json_option,
    report_options,
    targets_option,
)
from aijri_tui.cli.stores import using_store
from aijri_tui.cli.streams import diagnose, show, show_json

if TYPE_CHECKING:
    from aijri_engine.personal.comparison import Comparison
    from aijri_engine.personal.content_change import ContentChange


@click.command()
@click.argument("before")
@click.argument("after", required=False)
@json_option
@targets_option("Write before and after to a file")
@report_options
@given_to_option
@content_option
def compare(
    before: str, after: str | None, as_json: bool, targets: tuple[Path, ...], asked: Asked, recipient: str,
    content: tuple[Path, ...],
) -> None:  # fmt: skip
    """Compare session BEFORE with session AFTER; without AFTER, with itself on today's figures."""
    from aijri_engine.report.comparing import compared, data_of
    from aijri_engine.store import compare_sessions, content_change_of, moment_of, with_session
    from aijri_engine.text import day_words
    from aijri_tui.cli.outputs import check_targets, write_document

    check_targets(targets, asked.force)
    library = open_library(content)
    with using_store() as store:
        if after is None:
            if targets:
                raise exits.UnusableError("aijri: --to needs two sessions, the one before and the one after.")
            change = content_change_of(store, before, library)
            if as_json:
                show_json(_change_document(change))
            else:
                show("\n".join(_change_lines(change)))
            return
        found = compare_sessions(store, before, after, library)
        rows = [store.session(one).row for one in (before, after)]
        days = [moment_of(row.updated).date() for row in rows]
        if targets:
            options = asked.printed(with_session(store, rows[1], asked.options()))
            document = compared(found, (days[0].isoformat(), days[1].isoformat()), options)
            record = partial(store.record_file, "comparison", session_id=rows[1].id, recipient=recipient)
            written = write_document(document, targets, asked.force, record)
            diagnose(*(f"Written: {path}" for path in written))
            return
    if as_json:
        show_json({**data_of(found), "client": rows[0].client})
        return
    whose = rows[0].client or "Taken alone"
    told = " and ".join(f"{row.id} of {day_words(day)}" for row, day in zip(rows, days, strict=True))
    show("\n".join([f"{whose}: sessions {told}.", *_lines(found)]))


def _lines(found: "Comparison") -> list[str]:
    from aijri_engine.personal.comparison import RESCORED
    from aijri_engine.personal.names import cause_name

    lines = [found.sentence]
    if found.rescored:
        lines.append(RESCORED)
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
    from aijri_engine.report.comparing import bridge_data

    document: dict[str, object] = {"schema": "aijri/content-change/1", "changed": []}
    if change is None:
        return document
    document |= {"changed": change.files, "asked_again": change.asked_again, "sentence": change.sentence}
    if not change.covered:
        document |= {"before": change.then.assessment.index, "after": change.today.assessment.index}
        document |= {"change": change.bridge.shown_change, "bridge": bridge_data(change.bridge)}
    return document
