"""`aijri backup`: the whole store as one file, put back, and its passphrase."""

from contextlib import closing
from pathlib import Path

import click

from aijri_tui.cli import exits
from aijri_tui.cli.passphrase import chosen_for
from aijri_tui.cli.stores import open_store, telling_store_errors, with_passphrase
from aijri_tui.cli.streams import show


@click.group(invoke_without_command=True)
@click.option(
    "--to", "target", metavar="FILE", type=click.Path(path_type=Path), help="Else beside the store."
)
@click.pass_context
def backup(context: click.Context, target: Path | None) -> int | None:
    """Copy everything into one file, encrypted as the store is."""
    if context.invoked_subcommand is not None:
        return None
    with telling_store_errors(), closing(open_store()) as store:
        path = store.backup(target)
    show(f"Written: {path}")
    return exits.DONE


@backup.command()
@click.argument("source", metavar="FILE", type=click.Path(path_type=Path))
@click.option("--yes", is_flag=True, help="Do not ask.")
def restore(source: Path, yes: bool) -> int:
    """Put the backup FILE in the store's place; what is there now is kept beside the backups."""
    from aijri_engine.store import restore as put_back
    from aijri_engine.store import system_clock

    if not yes and not click.confirm(f"Put {source} in the place of the store?", err=True):
        raise exits.FailedError("Nothing was changed.")
    kept = with_passphrase(lambda passphrase: put_back(source, None, passphrase, system_clock))
    show(f"Restored. What was there before: {kept}" if kept else "Restored.")
    return exits.DONE


@backup.command()
@click.option("--remove", is_flag=True, help="Remove it: the store can then be read by whoever has the file.")
def passphrase(remove: bool) -> int:
    """Set, change or remove the passphrase; nothing is lost. Older backups keep theirs."""
    with telling_store_errors(), closing(open_store()) as store:
        store.set_passphrase(None if remove else chosen_for("the store"))
    show(
        "The passphrase is removed."
        if remove
        else "The passphrase is set. Without it nobody can read the store."
    )
    return exits.DONE
