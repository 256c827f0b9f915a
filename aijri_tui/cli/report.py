"""`aijri report`: the report of a session kept on this machine."""

from contextlib import closing
from pathlib import Path

import click

from aijri_tui.cli.contents import content_option
from aijri_tui.cli.exits import UnusableError
from aijri_tui.cli.report_options import Asked, report_options
from aijri_tui.cli.streams import diagnose

AS_SEEN = "The report is as it was seen; with today's figures after"


@click.command()
@click.argument("session", metavar="SESSION")
@click.option(
    "--to", "targets", multiple=True, required=True, metavar="OUT", type=click.Path(path_type=Path),
    help="File to write; its ending says the format. May be given several times.",
)  # fmt: skip
@report_options
@click.option(
    "--given-to", "recipient", metavar="NAME", default="",
    help="Who receives it; shown on a client's card from then on.",
)  # fmt: skip
@click.option(
    "--unseen",
    is_flag=True,
    help="Also where the figure was not seen yet; the report is then the first to show it.",
)
@content_option
def report(
    session: str,
    targets: tuple[Path, ...],
    asked: Asked,
    recipient: str,
    unseen: bool,
    content: tuple[Path, ...],
) -> None:
    """Write the report of a session that `aijri sessions` lists.

    SESSION may be cut short while it stays unambiguous. Formats: .pdf, .html, .docx, .md, .txt, .json, and .csv,
    which gives OUT.tasks.csv and OUT.bridge.csv.
    """
    from aijri_engine.personal.result import result
    from aijri_engine.store import refuse_covered, standing_of, with_session
    from aijri_tui.cli.contents import open_library
    from aijri_tui.cli.outputs import check_targets, refuse_overwriting, write_results
    from aijri_tui.cli.stores import open_store, telling_store_errors

    check_targets(targets)
    for target in targets:
        refuse_overwriting(target, asked.force)
    library = open_library(content)
    with telling_store_errors(), closing(open_store()) as store:
        try:
            standing = standing_of(store, session, library)
        except LookupError as error:
            raise UnusableError(f"aijri: {error}") from None
        found, interview = standing.session, standing.interview
        if standing.change is not None:
            diagnose(standing.change.sentence, f"{AS_SEEN} `aijri sessions resume {found.id} --today`.")
        row = found.row
        if not unseen:
            refuse_covered(row)
        options = asked.printed(with_session(store, row, asked.options()))

        def record(path: Path, content: bytes) -> None:
            store.record_file("report", path, found.id, recipient=recipient, content=content)

        written = write_results(result(interview), targets, options, asked.force, record)
    diagnose(*(f"Written: {path}" for path in written))
