"""`aijri form`: the interview as one page that anybody can fill in, on a phone too."""

from contextlib import closing
from datetime import date
from pathlib import Path

import click

from aijri_tui.cli import exits
from aijri_tui.cli.contents import open_library, the_role
from aijri_tui.cli.options import FILE, agreed_between, consent_options, content_option
from aijri_tui.cli.outputs import refuse_overwriting
from aijri_tui.cli.stores import open_store
from aijri_tui.cli.streams import diagnose


@click.command()
@click.argument("role")
@click.option(
    "--to", "target", required=True, metavar="FILE.html", type=FILE,
    help="Where the page goes; its name ends in .html.",
)  # fmt: skip
@click.option("--for", "client", metavar="ALIAS", help="A client; only you can open their file.")
@click.option(
    "--goal", metavar="WORDS",
    help="With --for: what the client would like to be clearer about; the page then asks for the consent.",
)  # fmt: skip
@consent_options
@click.option("--force", is_flag=True, help="Overwrite the file that --to names.")
@content_option
def form(
    role: str,
    target: Path,
    client: str | None,
    goal: str | None,
    coach: str,
    until: date | None,
    force: bool,
    content: tuple[Path, ...],
) -> None:
    """Write the interview about ROLE as one page to fill in anywhere: in a browser, without a network.

    The page works out no figure. It gives an answers file for `aijri chat --answers`; with --for one that only this
    store opens, with `aijri clients import`. Where no consent is recorded yet, --goal lets the page ask for it: the
    client agrees there, and importing the file records it; after a no nothing is kept.
    """
    from aijri_engine.store import write_form

    if target.suffix.casefold() not in (".html", ".htm"):
        raise exits.UnusableError(f"aijri: --to {target}: the page is a web page; end its name in .html.")
    if client is None and (goal or coach or until):
        raise exits.UnusableError("aijri: --goal, --coach and --until are of a client: add --for ALIAS.")
    refuse_overwriting(target, force)
    library = open_library(content)
    found = the_role(library, role).id
    if client is None:
        write_form(None, library, found, target)
        diagnose(f"Written: {target}. It gives answers for `aijri chat --answers FILE`.")
    else:
        with closing(open_store()) as store:
            words, roster = library.wording.consent, store.roster
            asked = roster.asked(words, goal, *agreed_between(store, coach, until)) if goal else None
            write_form(store, library, found, target, client, asked)
        diagnose(f"Written: {target}, for {client} alone. What it gives: `aijri clients import FILE`.")
