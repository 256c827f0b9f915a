"""`aijri export`: a session as an answers file."""

from contextlib import closing
from pathlib import Path

import click

from aijri_tui.cli import exits
from aijri_tui.cli.contents import content_option, open_library
from aijri_tui.cli.outputs import refuse_overwriting
from aijri_tui.cli.stores import open_store, telling_store_errors
from aijri_tui.cli.streams import diagnose, show


@click.command()
@click.argument("session")
@click.option(
    "--to", "target", metavar="FILE", type=click.Path(path_type=Path), help="File to write; else stdout."
)
@click.option(
    "--given-to", "recipient", metavar="NAME", default="",
    help="Who receives it; shown on a client's card from then on.",
)  # fmt: skip
@content_option
def export(session: str, target: Path | None, recipient: str, content: tuple[Path, ...]) -> int:
    """Write the answers of a SESSION as an answers file, which `aijri assess` reads."""
    from aijri_engine.files.whole_files import write_whole
    from aijri_engine.interview.answers_source import write_answers
    from aijri_engine.store import as_it_stands

    library = open_library(content)
    if target is not None:
        refuse_overwriting(target, force=False)
    with telling_store_errors(), closing(open_store()) as store:
        try:
            found = store.session(session)
            if found.row.client_id is not None:
                store.refuse_ended(found.row.client_id)
            text = write_answers(as_it_stands(store, found.id, library))
        except LookupError as error:
            raise exits.UnusableError(f"aijri: {error}") from None
        if target is None:
            show(text)
            return exits.DONE
        store.record_file("export", target, found.id, recipient=recipient, content=text.encode())
        try:
            write_whole(target, text.encode())
        except OSError as error:
            raise exits.FailedError(f"aijri: {target}: {(error.strerror or 'failed').lower()}.") from None
    diagnose(f"Written: {target}")
    return exits.DONE
