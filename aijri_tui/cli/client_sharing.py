"""`aijri clients share` and `unshare`: which other coaches of a practice see a client."""

from typing import TYPE_CHECKING

import click

from aijri_tui.cli.stores import using_store
from aijri_tui.cli.streams import diagnose, show

if TYPE_CHECKING:
    from collections.abc import Callable

    from aijri_engine.store import ClientRow, Store

AGREED = "Only with the client's agreement: the consent says that a colleague sees nothing without it."
WITH = click.option("--with", "coach", required=True, metavar="LOGIN", help="The login of the other coach.")


@click.command()
@click.argument("client")
@WITH
def share(client: str, coach: str) -> None:
    """Let another coach of the practice see a CLIENT and work with them; your private notes stay yours."""
    _change(lambda store: store.roster.share(client, coach))
    diagnose(AGREED)


@click.command()
@click.argument("client")
@WITH
def unshare(client: str, coach: str) -> None:
    """Take that back: the other coach sees nothing of the CLIENT any more."""
    _change(lambda store: store.roster.unshare(client, coach))


def _change(act: "Callable[[Store], ClientRow]") -> None:
    with using_store() as store:
        row = act(store)
    show(f"{row.alias}: {row.sharing}.")
