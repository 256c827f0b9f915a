"""`aijri role`: writing, printing and comparing role files of one's own."""

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from aijri_engine.files.whole_files import reason_of
from aijri_tui.cli import exits
from aijri_tui.cli.contents import open_library, the_role
from aijri_tui.cli.options import FILE, content_option, json_option
from aijri_tui.cli.streams import diagnose, show, show_data, show_json
from aijri_tui.cli.usage import Sentences

if TYPE_CHECKING:
    from aijri_engine.content.library import Library
    from aijri_engine.content.role import Role
    from aijri_engine.personal.role_change import RoleDifference


@click.group(cls=Sentences)
def role() -> None:
    """Write, print and compare role files. Those of your own lie in AIJRI_LIBRARY, else beside the store."""


@role.command()
@click.argument("title", required=False, default="")
@content_option
def new(title: str, content: tuple[Path, ...]) -> int:
    """Write a table of your own: a title, then four to ten kinds of work with their part of the week.

    Lines come from the terminal or from standard input. The file can be edited, shared and checked; `aijri chat` then
    has that job. With --library it is written into the last folder that is named.
    """
    from aijri_engine.content.library import folder_to_write
    from aijri_tui.plain.lines import EndOfInputError, Lines
    from aijri_tui.plain.own_table import write_table

    for folder in content:
        folder.mkdir(parents=True, exist_ok=True)
    library = open_library(content)
    try:
        written = write_table(library, Lines(), title, folder_to_write(content))
    except EndOfInputError:
        written = None
    if written is None:
        diagnose("Nothing was written.")
        return exits.UNFINISHED
    begins = f"`aijri chat {written.role_id}` begins an interview about it."
    if written.path is None:
        diagnose(written.words or begins)
        return exits.FAILURE if written.words else exits.DONE
    show(f"{written.path}\n`aijri check {written.path}` checks it; {begins}")
    return exits.DONE


@role.command(name="print")
@click.argument("role", metavar="ROLE|FILE")
@content_option
def print_role(role: str, content: tuple[Path, ...]) -> None:
    """Print the whole role as a role file, with everything that defaults filled in: to read, or to begin one from."""
    from aijri_engine.content.role_file import whole_text

    show_data(whole_text(_role_of(open_library(content), role)))


@role.command()
@click.argument("old", metavar="OLD")
@click.argument("new", metavar="NEW")
@json_option
@content_option
def diff(old: str, new: str, as_json: bool, content: tuple[Path, ...]) -> None:
    """Compare two roles, each an id or a file: tasks and figures that differ, and what that does to the index."""
    from aijri_engine.personal.role_change import role_difference

    library = open_library(content)
    found = role_difference(_role_of(library, old), _role_of(library, new))
    show_json(_difference_document(found)) if as_json else show(_difference_text(found))


@role.command(name="import-onet")
@click.argument("folder", type=FILE)
@click.argument("code")
@content_option
def import_onet(folder: Path, code: str, content: tuple[Path, ...]) -> None:
    """Draft a role from FOLDER with the text files of an O*NET release, for the occupation CODE (29-1141.00).

    Shares come from importance and frequency; no score is set: whoever does the work rates it.
    """
    from datetime import date

    from aijri_engine.content.library import folder_to_write
    from aijri_engine.content.own_table import NO_LATIN, free_id, save_role
    from aijri_engine.content.role_file import onet_draft
    from aijri_engine.occupations.onet_folder import CREDIT, OnetFolderError, read_onet_folder

    library = open_library(content)
    target = folder_to_write(content)
    try:
        tables = library.occupations
        named = tables.name(code) if tables is not None and tables.occupation(code) is not None else ""
        occupation = read_onet_folder(folder, code, named)
        role_id = free_id(
            occupation.title,
            NO_LATIN,
            lambda name: library.knows(name) or (target / "roles" / f"{name}.yaml").exists(),
        )
        draft = onet_draft(role_id, occupation, date.today().isoformat())
        _refuse_unusable(role_id, draft)
        path = save_role(target, role_id, draft)
    except OnetFolderError as error:
        raise exits.UnusableError(f"aijri: {error}") from None
    except OSError as error:
        raise exits.FailedError(f"aijri: {target} cannot be written: {reason_of(error)}.") from None
    without = sum(not task.rated for task in occupation.tasks)
    counted = f"{len(occupation.tasks)} tasks of {occupation.title}, {without} of them without both ratings."
    show(f"{path}\n{counted}\n{CREDIT}")


def _refuse_unusable(role_id: str, text: str) -> None:
    """A draft that no list would take is not written. Raises UnusableError."""
    from datetime import date
    from tempfile import TemporaryDirectory

    from aijri_engine.lint.check import check

    with TemporaryDirectory(prefix="aijri-draft-") as folder:
        path = Path(folder) / "roles" / f"{role_id}.yaml"
        path.parent.mkdir()
        path.write_text(text, encoding="utf-8")
        errors = [one for one in check((path,), date.today()) if one.severity == "error"]
    if errors:
        raise exits.UnusableError(f"aijri: no role can be made of these files: {errors[0].message}.")


def _role_of(library: "Library", words: str) -> "Role":
    """A role by what it is called, or of a file. Raises UnusableError."""
    from aijri_tui.cli.score import names_a_file

    if not names_a_file(words):
        return the_role(library, words)
    return library.role_of_file(Path(words))


def _difference_document(found: "RoleDifference") -> dict[str, Any]:
    from aijri_engine.index import six

    return {
        "schema": "aijri/role-difference/1",
        "old": found.old.id,
        "new": found.new.id,
        "differences": [{"what": one.what, "before": one.before, "after": one.after} for one in found.differences],
        "index": {
            name: one.index if one else None for name, one in (("before", found.before), ("after", found.after))
        },
        "points": [
            {"element": row.element, "from": six(row.before), "to": six(row.after), "points": six(row.points),
             "shown": row.shown}
            for row in found.rows
        ],
    }  # fmt: skip


def _difference_text(found: "RoleDifference") -> str:
    lines = [f"{found.old.title} ({found.old.id}) beside {found.new.title} ({found.new.id})"]
    for one in found.differences:
        if one.before is None or one.after is None:
            lines.append(
                f"- {one.what}: {'only in the old one' if one.after is None else 'new'}: {one.before or one.after}"
            )
        else:
            lines.append(f"- {one.what}: {one.before} -> {one.after}")
    if not found.differences:
        lines.append("No task and no figure differs.")
    if found.before is not None and found.after is not None:
        change = found.after.index - found.before.index
        lines.append(
            f"Index {found.before.index:.1f} -> {found.after.index:.1f} ({change:+.1f}), {found.after.zone.value}"
        )
        lines += [f"- {row.element}: {row.before:g} -> {row.after:g}, {row.shown:+.1f}" for row in found.rows]
    else:
        lines.append("No index is compared: a table that nobody has rated has none.")
    return "\n".join(lines)
