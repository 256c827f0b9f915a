"""A coach's day from the command line: what is due, acts that are moved, clients shared, and taken from a table."""

from dataclasses import asdict
from datetime import date
from pathlib import Path

import click

from aijri_engine.text import counted
from aijri_tui.cli import exits
from aijri_tui.cli.client_sessions import act_line
from aijri_tui.cli.options import DAY, FILE, json_option
from aijri_tui.cli.outputs import check_calendar, refuse_overwriting
from aijri_tui.cli.stores import using_store
from aijri_tui.cli.streams import confirmed, diagnose, show, show_json


@click.command()
@json_option
def today(as_json: bool) -> None:
    """Show what today holds across all clients: talks, acts that are due, unfinished sittings, consents that end."""
    from aijri_engine.store import agenda_of, due_lines

    with using_store() as store:
        found = agenda_of(store)
    if as_json:
        document = {
            "talks": [
                {"client": row.alias, "day": row.next_date, "time": row.next_time} for row in found.talks
            ],
            "acts": [{"client": one.whose, "overdue": one.overdue, **asdict(one.act)} for one in found.acts],
            "unfinished": [{"client": row.client, "session": row.id} for row in found.unfinished],
            "ending": [{"client": row.alias, "consent_until": row.expires} for row in found.ending],
        }
        show_json({"schema": "aijri/today/1", "day": found.day, **document})
    else:
        lines = [
            f"  {one.words}{f' (`aijri sessions resume {one.session_id}`)' * bool(one.session_id)}"
            for one in due_lines(found)
        ]
        show("\n".join([f"{found.day}:", *lines] if lines else [f"{found.day}: nothing is due."]))


@click.command()
@click.argument("target", metavar="FILE.ics", type=FILE)
@click.option("--client", help="Only this client; without it all whose consent holds.")
@click.option(
    "--for-client", metavar="CLIENT", help="The dates of this client for the client's own calendar."
)
@click.option("--force", is_flag=True, help="Overwrite FILE.")
def calendar(target: Path, client: str | None, for_client: str | None, force: bool) -> None:
    """Write next talks and open acts as a calendar FILE that every calendar program reads."""
    from aijri_engine.store import write_calendar

    check_calendar(target, force)
    with using_store() as store:
        write_calendar(store, target, for_client or client, for_client=bool(for_client))
        if not (for_client or client):
            diagnose(*store.roster.troubled())
    diagnose(f"Written: {target}")


@click.command()
@click.argument("client")
@click.argument("number", type=int)
@click.option("--act", metavar="WORDS", help="Other words for it.")
@click.option("--owner", help="Who does it.")
@click.option("--due", type=DAY, help="By when, for example 2027-01-31 or 'next friday'.")
@click.option("--sign", help="Sign of success.")
def change(
    client: str, number: int, act: str | None, owner: str | None, due: date | None, sign: str | None
) -> None:
    """Change act NUMBER of a CLIENT's plan: its words, its owner, its day."""
    with using_store() as store:
        before = next((one for one in store.roster.card(client).acts if one.id == number), None)
        seen = before.version if before else None
        row = store.roster.change_act(client, number, act, owner, due, sign, seen=seen)
    if before is not None:
        diagnose(f"Before: {act_line(before)}")
    show(act_line(row))


WITH = click.option("--with", "coach", required=True, metavar="LOGIN", help="The login of the other coach.")


@click.command()
@click.argument("client")
@WITH
def share(client: str, coach: str) -> None:
    """Let another coach of the practice see a CLIENT and work with them; your private notes stay yours."""
    with using_store() as store:
        row = store.roster.share(client, coach)
    show(f"{row.alias}: {row.sharing}.")
    diagnose("Only with the client's agreement: the consent says that a colleague sees nothing without it.")


@click.command()
@click.argument("client")
@WITH
def unshare(client: str, coach: str) -> None:
    """Take that back: the other coach sees nothing of the CLIENT any more."""
    with using_store() as store:
        row = store.roster.unshare(client, coach)
    show(f"{row.alias}: {row.sharing}.")


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

    refuse_overwriting(target, force)
    with using_store() as store:
        number = write_roster_table(store, target)
        diagnose(*store.roster.troubled())
    diagnose(f"Written: {target}, {counted(number, 'client')}.")
