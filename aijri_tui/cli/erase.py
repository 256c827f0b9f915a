"""`aijri erase`: gone for good, with a receipt that leads to nobody."""

from dataclasses import asdict
from typing import TYPE_CHECKING

import click

from aijri_tui.cli import exits
from aijri_tui.cli.options import json_option
from aijri_tui.cli.stores import using_store
from aijri_tui.cli.streams import confirmed, diagnose, show, show_list
from aijri_tui.cli.usage import Sentences

if TYPE_CHECKING:
    from aijri_engine.store import Erased


@click.group(cls=Sentences)
def erase() -> None:
    """Erase for good: from the store, from files made of it on this machine, and from its backups."""


YES = click.option("--yes", is_flag=True, help="Do not ask.")


@erase.command(name="session")
@click.argument("session")
@YES
def erase_session(session: str, yes: bool) -> int:
    """Erase one SESSION."""
    with using_store() as store:
        scope = store.scope_of_session(session)
        _ask(f"Erase session {session} for good?", yes)
        return _tell(store.erase(scope))


@erase.command(name="client")
@click.argument("client")
@YES
def erase_client(client: str, yes: bool) -> int:
    """Erase everything kept about a CLIENT."""
    with using_store() as store:
        scope = store.scope_of_client(client)
        _ask(f"Erase everything kept about {client} for good?", yes)
        return _tell(store.erase(scope))


@erase.command(name="everything")
@YES
def erase_everything(yes: bool) -> int:
    """Erase every session and every client."""
    from aijri_engine.store import UNSIGNED_GOING

    with using_store() as store:
        if unsigned := store.unsigned_emergency_files():
            diagnose(UNSIGNED_GOING, *map(str, unsigned))
        _ask("Erase every session and every client for good?", yes)
        return _tell(store.erase_everything())


@erase.command(name="overdue")
@YES
def erase_overdue(yes: bool) -> int:
    """Erase what was deleted more than a week ago."""
    with using_store() as store:
        scope = store.overdue()
        if scope is None:
            diagnose("Nothing was deleted more than a week ago.")
            return exits.DONE
        _ask("Erase what was deleted more than a week ago for good?", yes)
        return _tell(store.erase(scope))


@erase.command()
@json_option
def receipts(as_json: bool) -> None:
    """List the receipts of what was erased; nothing in them leads to a person."""
    with using_store() as store:
        found = store.receipts()
    document = {"schema": "aijri/receipts/1", "receipts": [asdict(one) for one in found]}
    lines = (f"{one.text().rstrip()}\n" for one in found)
    show_list(document if as_json else None, lines, "Nothing was erased from this store.")


def _ask(question: str, yes: bool) -> None:
    if not yes and not confirmed(question):
        raise exits.FailedError("Nothing was erased.")


def _tell(told: "Erased") -> int:
    show(told.receipt.text())
    if told.began:
        diagnose(
            "A later sitting had begun from it: answers confirmed there stay as answers of that sitting; what was "
            "copied of the others is gone."
        )
    if told.left:
        diagnose("Left, to be deleted by hand:", *(str(path) for path in told.left))
    diagnose(*told.places)
    return exits.DONE if told.receipt.complete else exits.FAILURE
