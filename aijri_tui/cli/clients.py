"""`aijri clients`: a coach's clients, what they agreed to, notes, plans and hand-over."""

from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from aijri_engine.text import counted, iso_day
from aijri_tui.cli.client_agenda import calendar, change, export, share, take_table, today, unshare
from aijri_tui.cli.client_notes import correct, drop, note, note_line, private_shown, with_trouble
from aijri_tui.cli.client_sessions import act_line, agenda, interview, prepare, preview
from aijri_tui.cli.contents import open_library, the_role
from aijri_tui.cli.options import (
    DAY,
    EXAMPLES,
    FILE,
    agreed_between,
    consent_options,
    content_option,
    json_option,
)
from aijri_tui.cli.passphrase import chosen_for
from aijri_tui.cli.sessions import session_lines, tried
from aijri_tui.cli.stores import using_store
from aijri_tui.cli.streams import diagnose, one_of, show, show_list
from aijri_tui.cli.usage import Sentences

if TYPE_CHECKING:
    from aijri_engine.store import Card, ClientRow

ANSWERS = ("yes", "today_only", "no")
NOT_AGREED = "Recorded: the day and the no, nothing else. No session begins."
NONE_KEPT = "No clients are kept here yet. `aijri clients add ALIAS` begins."


@click.group(cls=Sentences, invoke_without_command=True)
@click.option("--search", metavar="WORDS", help="Only clients whose alias or goal holds every word.")
@click.option("--due", is_flag=True, help="Those whose consent has ended: nothing of them may be kept.")
@click.option("--deleted", is_flag=True, help="Those who were deleted and can still be brought back.")
@json_option
@click.pass_context
def clients(context: click.Context, search: str | None, due: bool, deleted: bool, as_json: bool) -> None:
    """List the clients, each with the state of consent and sharing."""
    if context.invoked_subcommand is not None:
        return
    with using_store() as store:
        rows = store.roster.due(search) if due else store.roster.clients(search, deleted)
        diagnose(*store.roster.unclaimed())
    document = {"schema": "aijri/clients/1", "clients": [_document(row) for row in rows]}
    none = "No client matches that." if search or due or deleted else NONE_KEPT
    show_list(document if as_json else None, map(_line, rows), none)


for elsewhere in (
    today, calendar, change, interview, preview, prepare, agenda, export, note, correct, drop, share, unshare,
):  # fmt: skip
    clients.add_command(elsewhere)


@clients.command()
@click.argument("alias")
def add(alias: str) -> None:
    """Add a client under an ALIAS; a real name is never needed."""
    with using_store() as store:
        row = store.roster.add(alias)
    show(
        f"{row.alias} is client {row.id}. Next: `aijri clients consent {row.id}`, or `aijri form JOB --for {row.id}`."
    )


@clients.command()
@click.argument("client")
@click.option("--goal", required=True, help="What the client would like to be clearer about.")
@consent_options
@click.option(
    "--answer",
    type=click.Choice(ANSWERS),
    help="What the client said; else it is asked here.",
)
@content_option
def consent(
    client: str, goal: str, coach: str, until: date | None, answer: str | None, content: tuple[Path, ...]
) -> None:
    """Read purpose and consent aloud and record the answer; the first session of a CLIENT needs it."""
    wording = open_library(content).wording.consent
    with using_store() as store:
        coach, until = agreed_between(store, coach, until)
        row = store.roster.find(client)
        show(store.roster.consent_text(wording, goal, coach, until))
        if answer is None:
            answer = one_of(ANSWERS, f"Answer ({', '.join(ANSWERS)})")
        if answer == "no":
            ended = store.roster.decline(row.id)
            show(f"{NOT_AGREED} What was agreed to before has ended." if ended else NOT_AGREED)
            return
        kept = store.roster.agree(row.id, wording, goal, coach, until, answer)
    show(
        f"Recorded: text {kept.version}, kept until {kept.expires}. Next: `aijri clients interview {row.id} ROLE`."
    )


@clients.command()
@click.argument("client")
def withdraw(client: str) -> None:
    """Record that a CLIENT withdrew the consent; no session begins any more."""
    with using_store() as store:
        row = store.roster.withdraw(client)
    show(f"Recorded. `aijri erase client {row.id}` erases everything kept about {row.alias}.")


@clients.command(name="show")
@click.argument("client")
def show_card(client: str) -> None:
    """Show everything kept about a CLIENT; private notes are marked."""
    with using_store() as store:
        card = store.roster.card(client)
        card = replace(card, sessions=tuple(tried(store, card.sessions)))
    with private_shown(card.notes):
        show("\n".join(_card_lines(card)))


@clients.command(name="next")
@click.argument("client")
@click.argument("day", metavar="DAY|none", nargs=-1, required=True)
def next_date(client: str, day: tuple[str, ...]) -> None:
    """Set day and time of the next talk with a CLIENT, or none: "next friday at 10:30"."""
    from aijri_engine.text.days import read_day_and_time

    words = " ".join(day)
    found, time = (None, "") if words.casefold() == "none" else read_day_and_time(words, date.today())
    if found is None and words.casefold() != "none":
        raise click.UsageError(_no_talk(words))
    with using_store() as store:
        row = store.roster.appoint(client, found, time)
    show(f"Next talk with {row.alias}: {row.next_talk or 'no date'}.")


def _no_talk(words: str) -> str:
    """Why words are no day and time: the day, or the time of a day."""
    from aijri_engine.text import clean
    from aijri_engine.text.days import read_day

    day, at, time = words.rpartition(" at ")
    wrong, kind, like = (
        (time, "time", "for example 10:30")
        if at and read_day(day, date.today())
        else (words, "day", EXAMPLES)
    )
    return f"“{clean(wrong, 40)}” is no {kind}; {like}."


@clients.command()
@click.argument("client")
@click.argument("alias")
def rename(client: str, alias: str) -> None:
    """Give a CLIENT another ALIAS."""
    with using_store() as store:
        row = store.roster.rename(client, alias)
    show(f"Client {row.id} is now {row.alias}.")


@clients.command()
@click.argument("client")
@click.argument("act")
@click.option("--owner", required=True, help="Who does it.")
@click.option("--due", required=True, type=DAY, help="By when, for example 2027-01-31 or 'next friday'.")
@click.option("--sign", default="", help="Sign of success.")
def plan(client: str, act: str, owner: str, due: date, sign: str) -> None:
    """Agree on an ACT; it is carried to the next session until it is settled."""
    with using_store() as store:
        row = store.roster.plan(client, act, owner, due, sign)
    show(act_line(row))


@clients.command()
@click.argument("client")
@click.argument("number", type=int)
@click.argument("state", type=click.Choice(["done", "dropped", "open"]))
def settle(client: str, number: int, state: str) -> None:
    """Mark act NUMBER of a CLIENT's plan."""
    with using_store() as store:
        row = store.roster.settle(client, number, state)
    show(act_line(row))


@clients.command(name="hand-over")
@click.argument("client")
@click.argument("target", metavar="FILE", type=FILE)
@click.option("--to", "recipient", required=True, help="Who receives it; shown on the card from then on.")
def hand_over(client: str, target: Path, recipient: str) -> None:
    """Write a CLIENT's sessions, shared notes and plan into one encrypted FILE (age format)."""
    from aijri_engine.store import hand_over as write_file
    from aijri_engine.store import left_out_of

    with using_store() as store:
        row = store.roster.find(client)
        write_file(store, row.id, target, lambda: chosen_for("the file"), recipient)
        diagnose(*left_out_of(store, row.id))
    show(f"Written: {target}. Tell the passphrase by another way than the file.")


@clients.command(name="import")
@click.argument("source", metavar="FILE", type=FILE, required=False)
@click.option("--client", help="Keep it under this client.")
@click.option("--own", is_flag=True, help="Keep it as your own; needless where there are no clients.")
@click.option(
    "--csv", "table", metavar="FILE", type=FILE,
    help="Add clients from a table; what it holds is shown, and nothing is written before a yes.",
)  # fmt: skip
@click.option(
    "--column", "columns", multiple=True, metavar="WHAT=TITLE",
    help="Title of the column for alias, next, time or note, where it is not found by itself.",
)  # fmt: skip
@click.option("--yes", is_flag=True, help="Add the new clients of the table without asking.")
@content_option
def take_over(
    source: Path | None,
    client: str | None,
    own: bool,
    table: Path | None,
    columns: tuple[str, ...],
    yes: bool,
    content: tuple[Path, ...],
) -> None:
    """Take in a FILE, whole and once: a hand-over file, answers (.yaml), or what a client's page gave (.age)."""
    from aijri_engine.store import next_talk, take_in
    from aijri_tui.own_plan import told_talk

    if table is not None:
        take_table(table, columns, yes)
        return
    if source is None:
        raise click.UsageError("name the FILE to import, or a table with --csv FILE.")
    library = open_library(content)
    with using_store() as store:
        found = take_in(store, source, library, lambda: chosen_for("the file", new=False), client, own)
        notes, plan = store.own_card() if found.card and not client else ((), ())
        talk = next_talk(store) if found.card and not client else None
    lines = [*map(session_lines, found.rows), *map(act_line, plan)]
    whose = ("Note, shared with you", "Your coach's reading")
    lines += [f"{whose[note.reading]}, {iso_day(note.created)}: {note.body}" for note in notes]
    lines += [told_talk(talk)] if talk else []
    show("\n".join(lines))
    diagnose(*found.remarks)
    if found.known:
        diagnose(found.added)
    elif found.alias:
        diagnose(f"Kept for {found.alias}, covered. Next: `aijri clients prepare {found.rows[0].client_id}`.")


@clients.command()
@click.argument("role")
@click.option("--search", metavar="WORDS", help="Only sessions whose goal or alias holds every word.")
@content_option
def group(role: str, search: str | None, content: tuple[Path, ...]) -> None:
    """Summarise the clients of one ROLE: means of five people or more, never of fewer."""
    from aijri_engine.store import group_summary

    library = open_library(content)
    with using_store() as store:
        told = group_summary(store, library, the_role(library, role).id, search)
    lines = [told.words]
    lines += [f"  {zone}: {count}" for zone, count in told.zones.items()]
    lines += [f"  {task}: {share:.1f} % of the week" for task, share in told.shares.items()]
    show("\n".join(lines))
    diagnose(*told.left_out)


@clients.command()
@click.argument("client")
@click.option("--undo", is_flag=True, help="Bring a deleted client back.")
def delete(client: str, undo: bool) -> None:
    """Delete a CLIENT with all sessions; for a week it can be brought back."""
    with using_store() as store:
        row = store.undelete_client(client) if undo else store.delete_client(client)
    hint = f"is deleted. `aijri clients delete {row.id} --undo` brings everything back within a week."
    show(f"{row.alias} {'is back.' if undo else hint}")


def _line(row: "ClientRow") -> str:
    if row.trouble:
        return (
            f"{row.id}  {row.alias}; {row.trouble}; `aijri erase client {row.handle}` removes what is kept."
        )
    parts = [
        f"goal: {row.goal}" if row.goal else "no goal yet",
        f"next {row.next_talk}" if row.next_date else "no next date",
        row.sharing,
        row.standing(),
        counted(row.sessions, "session"),
        counted(row.open_acts, "open act"),
    ]
    return f"{row.id}  {row.alias}; {'; '.join(parts)}"


def _card_lines(card: "Card") -> list[str]:
    lines = [_line(card.client), *filter(None, [card.trouble])]
    for one in card.consents:
        if one.trouble:
            lines.append(f"A consent is damaged ({one.trouble}): `aijri clients consent` records a new one.")
            continue
        state = f"withdrawn {iso_day(one.withdrawn)}" if one.withdrawn else f"until {one.expires}"
        if one.answer == "on_page":
            state += ", ticked on the page"
        if one.answer == "no":
            lines.append(f"Asked for consent on {iso_day(one.given)}: the answer was no.")
            continue
        lines.append(f"Consent of {iso_day(one.given)} (text {one.version}), {state}. Goal: {one.goal}")
    lines += [session_lines(row) for row in card.sessions]
    lines += [act_line(act) for act in card.acts]
    lines += [note_line(one) for one in card.notes]
    for file in card.files:
        told = f"File {iso_day(file.created)}, {file.kind}: {file.path}"
        lines.append(with_trouble(told + f", to {file.recipient}" * bool(file.recipient), file))
    return lines


def _document(row: "ClientRow") -> dict[str, object]:
    told = ("id", "alias", "sessions", "open_acts", "goal", "next_date", "next_time")
    return {
        **{name: getattr(row, name) for name in told},
        "consent_until": row.expires,
        "consent_refused": row.refused and row.refused[:10],
        "consent_withdrawn": row.withdrawn and row.withdrawn[:10],
        "shared_with": [*row.coaches, *row.recipients],
        "updated": row.updated,
        "trouble": row.trouble or None,
    }
