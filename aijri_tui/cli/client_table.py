"""Clients from a table and as a table: shown first, written after a yes."""

from pathlib import Path

import click

from aijri_engine.text import counted
from aijri_tui.cli import exits
from aijri_tui.cli.options import FILE
from aijri_tui.cli.stores import using_store
from aijri_tui.cli.streams import confirmed, diagnose, show


def take_table(path: Path, columns: tuple[str, ...], yes: bool) -> None:
    """Show what a table holds and add the new clients after a yes."""
    from aijri_engine.store import read_roster_table, take_roster_table

    named = dict(one.partition("=")[::2] for one in columns)
    unknown = [name for name in named if name not in ("alias", "next", "time", "note")]
    if unknown:
        raise exits.UnusableError(f"aijri: --column {unknown[0]}: it is alias, next, time or note.")
    with using_store() as store:
        found = read_roster_table(store, path, named)
        diagnose(*found.lines())
        if not found.new:
            diagnose("Nothing is added.")
            return
        if not yes and not confirmed(f"Add {counted(len(found.new), 'client')}?"):
            diagnose("Nothing was added.")
            return
        show(f"Added: {counted(take_roster_table(store, found), 'client')}.")


@click.command()
@click.argument("target", metavar="FILE.csv", type=FILE)
@click.option("--force", is_flag=True, help="Overwrite FILE.")
def export(target: Path, force: bool) -> None:
    """Write the clients whose consent has not ended as a table; no note and no figure is in it."""
    from aijri_engine.store import write_roster_table
    from aijri_tui.cli.outputs import refuse_overwriting

    refuse_overwriting(target, force)
    with using_store() as store:
        number = write_roster_table(store, target)
    diagnose(f"Written: {target}, {counted(number, 'client')}.")
