"""`aijri assess`: a result from an answers file."""

import sys
from functools import partial
from pathlib import Path

import click

from aijri_tui.cli import exits
from aijri_tui.cli.options import FILE, Asked, content_option, json_option, report_options, targets_option
from aijri_tui.cli.several import ENDINGS, folder_of, one_after_the_other
from aijri_tui.cli.streams import diagnose, show, show_data


@click.command()
@click.argument("role", metavar="ROLE|FOLDER")
@click.option("--answers", metavar="FILE", type=FILE, help="The answers file to read.")
@json_option
@click.option("--full", is_flag=True, help="The whole result, not only its first view.")
@targets_option("Write the result to a file", " A folder for a FOLDER.")
@click.option(
    "--format", "ending", type=click.Choice(ENDINGS), default="pdf", help="Format of reports of a FOLDER."
)
@report_options
@content_option
def assess(
    role: str, answers: Path | None, as_json: bool, full: bool, targets: tuple[Path, ...], ending: str,
    asked: Asked, content: tuple[Path, ...],
) -> int:  # fmt: skip
    """Compute a person's own index from an answers file, with every point of the difference explained.

    Questions the file does not answer stay unanswered, and the result says that it is provisional. With a FOLDER of
    answers files, a report of each goes to the folder that --to names; one that cannot be used stops no other.
    """
    from aijri_tui.cli.contents import interview_of, open_library, the_role
    from aijri_tui.cli.outputs import check_targets, document_text, plain_result, write_results

    if answers is None:
        return _folder(Path(role), targets, ending, asked, content)
    check_targets(targets, asked.force)
    options = asked.options() if targets else None
    library = open_library(content)
    interview = interview_of(library, the_role(library, role).id, answers)
    from aijri_engine.personal.result import result

    found = result(interview)
    if options is not None:
        written = write_results(found, targets, options, asked.force)
        diagnose(*(f"Written: {path}" for path in written))
    if as_json:
        show_data(document_text(found))
    elif not targets:
        show(plain_result(found, full))
        if not full and sys.stdout.isatty():
            diagnose("Everything else, point by point: add --full.")
    return exits.DONE


def _folder(
    folder: Path, targets: tuple[Path, ...], ending: str, asked: Asked, content: tuple[Path, ...]
) -> int:
    """A report of every answers file of a folder."""
    from aijri_engine.interview.answers_source import ANSWERS_ENDINGS
    from aijri_engine.personal.result import result
    from aijri_tui.cli.contents import interview_of, open_library
    from aijri_tui.cli.outputs import write_results

    if not folder.is_dir():
        raise click.UsageError(_no_folder(folder))
    if len(targets) != 1:
        raise exits.UnusableError("aijri: --to names the one folder that the reports go to.")
    found = sorted(path for path in folder.iterdir() if path.suffix.casefold() in ANSWERS_ENDINGS)
    if not found:
        raise exits.UnusableError(f"aijri: {folder} holds no answers file (.yaml).")
    target, library, options = folder_of(targets[0]), open_library(content), asked.options()

    names: dict[str, Path] = {}
    for path in found:  # two files of one stem get names of their own
        stems = (path.stem, path.name, *(f"{path.name}-{number}" for number in range(2, len(found) + 2)))
        names[next(stem for stem in stems if stem.casefold() not in map(str.casefold, names))] = path

    def made(stem: str, path: Path) -> tuple[Path, ...]:
        one = result(interview_of(library, None, path))
        return write_results(one, (target / f"{stem}.{ending}",), options, asked.force)

    return one_after_the_other([(path.name, partial(made, stem, path)) for stem, path in names.items()])


def _no_folder(given: Path) -> str:
    if given.is_file():
        return f"{given} is a file: name its role, then --answers {given}."
    a_path = bool(given.suffix) or len(given.parts) > 1
    return (
        f"there is no folder {given}."
        if a_path
        else "name --answers FILE for a role, or a folder of answers files."
    )
