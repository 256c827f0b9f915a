"""`aijri backup`: the whole store as one file, put back, and its passphrase."""

import sys
from datetime import date
from pathlib import Path
from shlex import quote
from typing import TYPE_CHECKING

import click

from aijri_tui.cli import exits
from aijri_tui.cli.options import FILE, json_option
from aijri_tui.cli.passphrase import NEW_VARIABLE, can_type, chosen_for, is_passed, typed
from aijri_tui.cli.stores import using_store, with_passphrase
from aijri_tui.cli.streams import confirmed, diagnose, show, show_list
from aijri_tui.cli.usage import Sentences

if TYPE_CHECKING:
    from aijri_engine.store import Store


@click.group(cls=Sentences, invoke_without_command=True)
@click.option("--to", "target", metavar="FILE", type=FILE, help="Else beside the store.")
@click.pass_context
def backup(context: click.Context, target: Path | None) -> None:
    """Copy everything into one file, encrypted as the store is."""
    if context.invoked_subcommand is not None:
        return
    with using_store() as store:
        path = store.backup(target)
    show(f"Written: {path}")


@backup.command(name="list")
@json_option
def list_backups(as_json: bool) -> None:
    """List the backups beside the store, the newest first, also of one that does not open; not those made with --to."""
    from aijri_engine.store import backups_beside, data_folder, refuse_server

    refuse_server()
    found = backups_beside(data_folder())
    rows = [
        {"file": str(path), "made": made, "bytes": size, "passphrase": key} for path, made, size, key in found
    ]
    lines = (
        f"{made[:16].replace('T', ' ')}  {size / 1000:,.0f} kB, {'with a' if key else 'no'} passphrase  {path}"
        for path, made, size, key in found
    )
    document = {"schema": "aijri/backups/1", "backups": rows}
    show_list(document if as_json else None, lines, "There are no backups beside the store.")


@backup.command()
@click.argument("source", metavar="FILE", type=FILE)
@click.option("--yes", is_flag=True, help="Do not ask.")
def restore(source: Path, yes: bool) -> None:
    """Put the backup FILE in the store's place; what is there now is kept beside the backups."""
    from aijri_engine.files.whole_files import why_unreadable
    from aijri_engine.store import STORE_NAME, data_folder, is_encrypted_here, refuse_server, system_clock
    from aijri_engine.store import restore as put_back

    refuse_server()
    if why := why_unreadable(source):
        raise exits.UnusableError(f"aijri: {source} cannot be read: {why}. Nothing was changed.")
    if not yes and not confirmed(f"Put {source} in the place of the store?"):
        raise exits.FailedError("Nothing was changed.")

    def ask(why: str) -> str | None:
        if not can_type():
            return None
        diagnose(why)
        return typed("Passphrase of the store that is here (Enter: go on without): ")

    left_behind = False

    def tell(words: str) -> None:
        nonlocal left_behind
        left_behind = True
        diagnose(words)
        if not yes and not confirmed("Go on without it?"):
            raise exits.FailedError("Nothing was changed.")

    place = data_folder() / STORE_NAME
    was_encrypted = is_encrypted_here(place)
    kept = with_passphrase(lambda passphrase: put_back(source, None, passphrase, system_clock, ask, tell))
    back = f"; `aijri backup restore {quote(str(kept))}` puts it back" * left_behind
    show(f"Restored. What was there before: {kept}{back}" if kept else "Restored.")
    if was_encrypted and not is_encrypted_here(place):
        diagnose("The backup has no passphrase, nor has the store now: `aijri backup passphrase` sets one.")


STILL_KEPT = (
    "The keyring did not let the passphrase be taken out: it is locked, or does not answer. "
    "Unlock it, then `aijri backup passphrase --forget`."
)


@backup.command()
@click.option("--remove", is_flag=True, help="Remove it: the store can then be read by whoever has the file.")
@click.option(
    "--copies",
    "encrypt",
    is_flag=True,
    help="Encrypt copies made before, too; alone, with the passphrase that is set.",
)
@click.option(
    "--keep-today", is_flag=True, help="Keep it in the system's keyring until midnight; none is set."
)
@click.option("--forget", is_flag=True, help="Take it out of the keyring again; none is set.")
def passphrase(remove: bool, encrypt: bool, keep_today: bool, forget: bool) -> None:
    """Set, change or remove the passphrase; nothing is lost. Older backups keep theirs.

    It is typed at a terminal, or passed by a file descriptor: AIJRI_NEW_PASSPHRASE_FD=3 for the new one,
    AIJRI_PASSPHRASE_FD=4 for the present one. Whoever has lost it can only begin afresh: move the store's file away,
    or put a backup without one in its place.
    """
    from aijri_engine.store import STORE_NAME, data_folder, forget_kept, keep_for_today, strength

    place = data_folder() / STORE_NAME
    if forget:
        if not forget_kept(place):
            raise exits.FailedError(f"aijri: {STILL_KEPT}")
        show("No passphrase is kept in the keyring.")
        return
    with using_store() as store:
        if keep_today:
            if store.passphrase is None:
                raise exits.FailedError("aijri: This store has no passphrase; nothing was kept.")
            keep_for_today(place, store.passphrase, date.today())
            show(
                "The passphrase is in the system's keyring until midnight: whoever uses this account opens the store "
                "without typing it. `aijri backup passphrase --forget` takes it out."
            )
            return
        if encrypt and store.encrypted and not remove and not is_passed(NEW_VARIABLE):
            _encrypt_copies(store, _told_plain(store))
            return
        chosen = None if remove else chosen_for("the store")
        store.set_passphrase(chosen)
        if not forget_kept(place):
            diagnose(f"aijri: {STILL_KEPT}")
        if chosen is None:
            show("The passphrase is removed.")
            return
        show(f"The passphrase is set. Without it nobody can read the store. {strength(chosen).sentence}")
        if plain := _told_plain(store):
            if encrypt or (sys.stdin.isatty() and confirmed("Encrypt them too?", default=True)):
                _encrypt_copies(store, plain)
            else:
                diagnose("`aijri backup passphrase --copies` encrypts them too; or delete them.")
        if tables := store.plain_tables():
            diagnose("Tables in your own words stay plain files:", *(f"  {path}" for path in tables))


def _told_plain(store: "Store") -> list[Path]:
    """Copies that anybody can read, each named."""
    plain = store.plain_copies()
    if plain:
        diagnose(
            "These copies were made before and can be read without it:", *(f"  {path}" for path in plain)
        )
    return plain


def _encrypt_copies(store: "Store", plain: list[Path]) -> None:
    """Give copies that were made before the passphrase of the store. Raises FailedError where one stays as it was."""
    if left := store.encrypt_copies():
        places = "".join(f"\n  {path}" for path in left)
        raise exits.FailedError(
            f"These could not be encrypted; delete them, or close what uses them:{places}"
        )
    show("They are encrypted now." if plain else "No copy made before can be read without the passphrase.")
