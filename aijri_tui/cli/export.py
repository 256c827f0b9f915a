"""`aijri export`: a session as an answers file."""

from pathlib import Path

import click

from aijri_engine.files.whole_files import reason_of
from aijri_tui.cli import exits
from aijri_tui.cli.contents import open_library
from aijri_tui.cli.options import FILE, content_option, given_to_option
from aijri_tui.cli.outputs import refuse_overwriting
from aijri_tui.cli.stores import using_store
from aijri_tui.cli.streams import diagnose, show_data

COVERED = "The figure was not seen yet. The file holds answers alone; whoever assesses it sees the figure."


@click.command()
@click.argument("session")
@click.option("--to", "target", metavar="FILE", type=FILE, help="File to write; else stdout.")
@given_to_option
@content_option
def export(session: str, target: Path | None, recipient: str, content: tuple[Path, ...]) -> None:
    """Write the answers of a SESSION as an answers file, which `aijri assess` reads.

    The answers belong to whoever gave them and can be taken along while the figure is still covered: the file holds no
    figure, but `aijri assess` computes it without the preview.
    """
    from aijri_engine.files.whole_files import write_whole
    from aijri_engine.interview.answers_source import write_answers
    from aijri_engine.store import as_it_stands

    library = open_library(content)
    if target is not None:
        refuse_overwriting(target, force=False)
    with using_store() as store:
        text = write_answers(as_it_stands(store, session, library))
        row = store.session(session).row
        if row.client and not row.revealed:
            diagnose(COVERED)
        if target is None:
            show_data(text)
            return
        store.record_file("export", target, row.id, content=text.encode())
        try:
            write_whole(target, text.encode())
        except OSError as error:
            raise exits.FailedError(f"aijri: {target}: {reason_of(error)}.") from None
        store.hand_out([target], recipient)
    diagnose(f"Written: {target}")
