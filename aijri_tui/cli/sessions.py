"""`aijri sessions`: interviews kept on this machine; list, go on, look back, delete."""

import sys
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

import click

from aijri_tui.cli import exits
from aijri_tui.cli.contents import open_library
from aijri_tui.cli.history import changes, history
from aijri_tui.cli.options import content_option, json_option
from aijri_tui.cli.stores import using_store
from aijri_tui.cli.streams import diagnose, one_of, show, show_list
from aijri_tui.cli.usage import Sentences
from aijri_tui.listed_sessions import MOST_LISTED, minute_of, part_of

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from aijri_engine.content.library import Library
    from aijri_engine.interview.interview import Interview
    from aijri_engine.personal.content_change import Choice, ContentChange
    from aijri_engine.store import Autosave, SessionRow, Store

NONE_KEPT = "No sessions are kept here yet. `aijri chat` begins one."
NONE_FOUND = "No session matches that."
EMERGENCY_ENDING = ".db"
ANSWERS: "Mapping[str, Choice]" = {"1": "as_seen", "a": "as_seen", "2": "today", "b": "today"}
"""What can be typed where the content changed."""


@click.group(cls=Sentences, invoke_without_command=True)
@click.option(
    "--search", metavar="WORDS", help="Only sessions whose id, role, goal or alias holds every word."
)
@click.option("--deleted", is_flag=True, help="Those that were deleted and can still be brought back.")
@json_option
@click.pass_context
def sessions(context: click.Context, search: str | None, deleted: bool, as_json: bool) -> None:
    """List the interviews kept on this machine, the last touched first."""
    if context.invoked_subcommand is not None:
        return
    with using_store() as store:
        rows = store.deleted_sessions() if deleted else tried(store, store.sessions(search))
        waiting, unsigned = store.emergency_files(), store.unsigned_emergency_files()
        lost = store.lost_emergency_files()
    if waiting:
        diagnose("Answers that were written while the store could not be:")
        diagnose(*(f"  aijri sessions resume {path}" for path in waiting))
    if unsigned:
        diagnose("Answers of an earlier aijri, which does not say of which store; take in what is yours:")
        diagnose(*(f"  aijri sessions resume {path}" for path in unsigned))
    diagnose(*lost)
    document = {"schema": "aijri/sessions/1", "sessions": [_document(row) for row in rows]}
    none = NONE_FOUND if search or deleted else NONE_KEPT
    show_list(document if as_json else None, map(session_lines, rows), none)


@sessions.command()
@click.argument("session", metavar="ID|FILE")
@click.option("--plain", is_flag=True, help="Line by line, without the full screen.")
@click.option("--quick", is_flag=True, help="Only the questions a figure needs; line by line.")
@click.option(
    "--as-seen/--today", "as_seen", default=None,
    help="Where the content changed since: go on with what it was then, or with today's figures.",
)  # fmt: skip
@content_option
def resume(session: str, plain: bool, quick: bool, as_seen: bool | None, content: tuple[Path, ...]) -> int:
    """Go on with a session at the question where it stopped: in the full screen where there is a terminal.

    ID may be cut short while it stays unambiguous. FILE is the emergency file an interview went on in while the store
    could not be written; its answers become a session of the store. Where the role or its questions changed since, you
    are asked which content to go on with; without a terminal it goes on with today's. `--as-seen` also returns to the
    earlier content after `--today` was chosen.
    """
    from aijri_tui.cli.streams import SCREEN_MODULE, why_no_screen
    from aijri_tui.plain.chat import hold
    from aijri_tui.sittings import Session

    if (
        not (plain or quick)
        and as_seen is None
        and not session.endswith(EMERGENCY_ENDING)
        and why_no_screen() is None
    ):
        return int(import_module(SCREEN_MODULE).run(content=content, session=session))
    library = open_library(content)
    with using_store() as store:
        keeping, interview = _continued(store, library, session, as_seen)
        shown = hold(library, interview, quick, kept=Session(keeping))
    return exits.DONE if shown else exits.UNFINISHED


@sessions.command()
@click.argument("session", metavar="ID")
@click.option("--undo", is_flag=True, help="Bring a deleted session back.")
def delete(session: str, undo: bool) -> None:
    """Delete a session; for a week it can be brought back."""
    with using_store() as store:
        row = store.undelete(session) if undo else store.delete(session)
    if undo:
        show(f"{row.id} is back.")
    else:
        show(f"{row.id} is deleted. `aijri sessions delete {row.id} --undo` brings it back.")


@sessions.command()
@click.argument("session", metavar="ID")
@content_option
def transcript(session: str, content: tuple[Path, ...]) -> None:
    """Print the conversation of a session as text: every question, answer, undo and later change."""
    from aijri_engine.interview.transcript import transcript as text_of
    from aijri_engine.personal.asking import ask_text
    from aijri_engine.store import as_it_stands

    library = open_library(content)
    with using_store() as store:
        text = text_of(as_it_stands(store, session, library), ask_text)
    show(text.rstrip("\n"))


def _continued(
    store: "Store", library: "Library", words: str, as_seen: bool | None
) -> tuple["Autosave", "Interview"]:
    from aijri_engine.store import Autosave, resume_session, standing_of

    if words.endswith(EMERGENCY_ENDING):
        words = store.take_emergency(Path(words), library)
        diagnose(f"Its answers are in the store now, as session {words}; the file is removed.")
    choice: Choice | None = None if as_seen is None else ("as_seen" if as_seen else "today")
    found = standing_of(store, words, library)
    if found.notice:
        diagnose(found.notice)
    if found.change is not None:
        diagnose(found.change.sentence)
        if choice is None and sys.stdin.isatty():
            choice = _ask(found.change)
    session, interview, change = resume_session(store, found.session.id, library, choice)
    if change is not None:
        if found.change is None:
            diagnose(change.sentence)
        diagnose(*_going_on(change, choice))
    return Autosave(store, session), interview


def _ask(change: "ContentChange") -> "Choice":
    """Which content to go on with; nothing is recorded where the person leaves instead."""
    diagnose(change.asked_sentence, "1 (a) as you saw it, 2 (b) with today's figures; ctrl+c decides later.")
    return ANSWERS[one_of(ANSWERS, "Your answer")]


def _going_on(change: "ContentChange", choice: "Choice | None") -> list[str]:
    if choice == "as_seen":
        return ["It goes on with the content of that time; `--today` goes on with today's figures."]
    told = "It goes on with today's figures; `--as-seen` returns to the content of that time."
    return [told, change.asked_sentence] if change.asked_again else [told]


def tried(store: "Store", rows: "Sequence[SessionRow]") -> "list[SessionRow]":
    """The first of a list each tried, whether it opens; nobody waits for thousands."""
    return [*map(store.tried, rows[:MOST_LISTED]), *rows[MOST_LISTED:]]


def session_lines(row: "SessionRow") -> str:
    """A session as a list shows it."""
    if not row.opens:
        way = (
            f"`aijri sessions delete {row.id}` takes it out of the list"
            if row.id.isalnum()
            else "a backup may hold it"
        )
        return f"{row.id}  {row.trouble}; {way}."
    who = f"{row.client}, " if row.client else ""
    goal = f"\n        goal: {row.goal}" if row.goal else ""
    part = f"\n        {part_of(row)}" if row.trouble else ""
    return f"{row.id}  {minute_of(row.updated)}  {who}{row.role_name}, {row.state}{goal}{part}"


def _document(row: "SessionRow") -> dict[str, object]:
    told = ("id", "role", "client", "goal", "created", "updated", "place", "revealed", "deleted", "versions")
    return {**{name: getattr(row, name) for name in told}, "trouble": row.trouble or None}


sessions.add_command(history)
sessions.add_command(changes)
