"""`aijri report`: the report of a session kept on this machine."""

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import click

from aijri_tui.cli.contents import open_library
from aijri_tui.cli.exits import DONE, UnusableError
from aijri_tui.cli.options import Asked, content_option, given_to_option, report_options, targets_option
from aijri_tui.cli.outputs import check_targets, write_results
from aijri_tui.cli.several import ENDINGS, folder_of, one_after_the_other
from aijri_tui.cli.stores import using_store
from aijri_tui.cli.streams import diagnose

if TYPE_CHECKING:
    from aijri_engine.content.library import Library
    from aijri_engine.store import SessionRow, Store

AS_SEEN = "The report is as it was seen; with today's figures after"


@click.command()
@click.argument("session", metavar="SESSION", required=False)
@click.option(
    "--all-due", is_flag=True, help="Of every client whose latest result was seen and has no report since."
)
@targets_option("File to write", " A folder with --all-due.", required=True)
@click.option("--format", "ending", type=click.Choice(ENDINGS), default="pdf", help="Format with --all-due.")
@report_options
@given_to_option
@click.option(
    "--unseen",
    is_flag=True,
    help="Also where the figure was not seen yet; the report is then the first to show it.",
)
@content_option
def report(
    session: str | None, all_due: bool, targets: tuple[Path, ...], ending: str, asked: Asked, recipient: str,
    unseen: bool, content: tuple[Path, ...],
) -> int:  # fmt: skip
    """Write the report of a session that `aijri sessions` lists.

    SESSION may be cut short while it stays unambiguous. Formats: .pdf, .html, .docx, .md, .txt, .json, and .csv,
    which gives OUT.tasks.csv and OUT.bridge.csv.
    """
    if all_due == (session is not None):
        raise UnusableError(
            "aijri: name a SESSION (`aijri sessions` lists them), or all that are due with --all-due."
        )
    library = open_library(content)
    if session is None:
        return _all_due(targets, ending, asked, library)
    check_targets(targets, asked.force)
    with using_store() as store:
        written = _written(store, session, targets, asked, library, recipient, unseen)
    diagnose(*(f"Written: {path}" for path in written))
    return DONE


def _written(
    store: "Store", session: str, targets: tuple[Path, ...], asked: Asked, library: "Library",
    recipient: str = "", unseen: bool = False,
) -> tuple[Path, ...]:  # fmt: skip
    from aijri_engine.personal.result import result
    from aijri_engine.store import refuse_covered, standing_of, with_session

    standing = standing_of(store, session, library)
    found, interview = standing.session, standing.interview
    if standing.change is not None:
        diagnose(standing.change.sentence, f"{AS_SEEN} `aijri sessions resume {found.id} --today`.")
    if not unseen:
        refuse_covered(found.row)
    options = asked.printed(with_session(store, found.row, asked.options()))
    record = partial(store.record_file, "report", session_id=found.id)
    written = write_results(result(interview), targets, options, asked.force, record)
    store.hand_out(written, recipient)
    return written


def _all_due(targets: tuple[Path, ...], ending: str, asked: Asked, library: "Library") -> int:
    """A report for every client to whom one is due."""
    from aijri_engine.store import reports_due
    from aijri_engine.text import slug

    if len(targets) != 1:
        raise UnusableError("aijri: --to names the one folder that the reports go to.")
    with using_store() as store:
        due = reports_due(store)
        if not due:
            diagnose("No report is due.")
            return DONE
        folder, day = folder_of(targets[0]), asked.options().date

        def made(row: "SessionRow") -> tuple[Path, ...]:
            name = f"aijri-{slug(row.client or '', 'client')[:24].strip('-')}-{row.id}-{day}.{ending}"
            return _written(store, row.id, (folder / name,), asked, library)

        return one_after_the_other([(row.client or row.id, partial(made, row)) for row in due])
