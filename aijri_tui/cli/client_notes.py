"""Notes about a client from the command line: written, corrected, removed."""

from collections.abc import Iterable
from contextlib import AbstractContextManager, nullcontext
from pathlib import Path
from typing import TYPE_CHECKING

import click

from aijri_engine.text import iso_day
from aijri_tui.cli import exits
from aijri_tui.cli.contents import open_library
from aijri_tui.cli.options import content_option
from aijri_tui.cli.stores import using_store
from aijri_tui.cli.streams import for_the_coach, show

if TYPE_CHECKING:
    from aijri_engine.store import ConsentRow, FileRow, NoteRow

MARKS = {"private": "PRIVATE", "shared": "shared", "reading": "your reading"}
NOTED_READING = "Noted as your reading; reports print it under its own mark."


@click.command()
@click.argument("client")
@click.argument("words")
@click.option("--shared", is_flag=True, help="Meant for the client too; without it a note is private.")
@click.option(
    "--reading", is_flag=True,
    help="Your own reading of a result: shared, and marked as yours in reports.",
)  # fmt: skip
@click.option(
    "--question", type=int, metavar="NUMBER",
    help="What was said to that question of the talk, as `aijri clients agenda` numbers them once the result is seen.",
)  # fmt: skip
@content_option
def note(
    client: str, words: str, shared: bool, reading: bool, question: int | None, content: tuple[Path, ...]
) -> None:
    """Write a note about a CLIENT down; private unless said otherwise."""
    if question is not None:
        talk = open_library(content).wording.coach.talk
        if not 1 <= question <= len(talk):
            raise exits.UnusableError(
                f"aijri: --question {question}: the talk has questions 1 to {len(talk)}."
            )
        words = f"{talk[question - 1]}\n{words}"
    with using_store() as store:
        kind = store.roster.note(client, words, private=not shared, reading=reading).kind
    show({"private": "Noted, private.", "shared": "Noted, shared with the client."}.get(kind, NOTED_READING))


@click.command()
@click.argument("client")
@click.argument("number", type=int)
@click.argument("words")
def correct(client: str, number: int, words: str) -> None:
    """Put other WORDS in note NUMBER about a CLIENT; who reads it stays as it is."""
    with using_store() as store:
        before = next((one for one in store.roster.card(client).notes if one.id == number), None)
        with private_shown([before] if before else []):
            row = store.roster.rewrite_note(client, number, words, seen=before.version if before else None)
            show("\n".join([*([f"Before: {note_line(before)}"] if before else []), note_line(row)]))


@click.command()
@click.argument("client")
@click.argument("number", type=int)
def drop(client: str, number: int) -> None:
    """Remove note NUMBER about a CLIENT for good; backups made before still hold it."""
    with using_store() as store:
        store.roster.remove_note(client, number)
    show(f"Note {number} is removed. Backups made before still hold it.")


def private_shown(notes: "Iterable[NoteRow]") -> AbstractContextManager[None]:
    """What shows these notes, where one is private, is for the coach alone."""
    if not any(one.private for one in notes):
        return nullcontext()
    return for_the_coach(open_library(()).wording.coach.alone)


def note_line(note: "NoteRow") -> str:
    """One note in one line, with the number it is corrected and removed by."""
    return f"Note {note.id} of {iso_day(note.created)} ({MARKS[note.kind]}): {with_trouble(note.body, note)}"


def with_trouble(words: str, record: "NoteRow | ConsentRow | FileRow") -> str:
    """What is said of a record, and what of it cannot be read."""
    return f"{words}; {record.trouble}" if record.trouble else words
