"""`aijri whatif`: one person with something changed."""

from pathlib import Path

import click

from aijri_tui.cli.options import FILE, content_option, json_option
from aijri_tui.cli.streams import reading_width, show, show_json


@click.command()
@click.argument("role")
@click.option("--answers", required=True, metavar="FILE", type=FILE, help="The answers file to read.")
@click.option(
    "--set", "changes", multiple=True, required=True, metavar="CHANGE",
    help="level=senior, rung.TASK=originates, share=TASK:TASK:10, growth=1, evidence=4, liability=2, "
    "role.train=4, or any question and its answer. May be given several times.",
)  # fmt: skip
@json_option
@content_option
def whatif(
    role: str, answers: Path, changes: tuple[str, ...], as_json: bool, content: tuple[Path, ...]
) -> None:
    """Compute the index with something changed, through the same engine. The answers file is not touched."""
    from aijri_engine.interview.values import Problem
    from aijri_engine.personal.what_if import what_if
    from aijri_tui.cli.contents import interview_of, open_library, the_role
    from aijri_tui.cli.exits import UnusableError

    library = open_library(content)
    interview = interview_of(library, the_role(library, role).id, answers)
    found = what_if(interview, list(changes))
    if isinstance(found, Problem):
        raise UnusableError(f"aijri: {found.text()}")
    if as_json:
        from aijri_engine.personal.document import what_if_document

        show_json(what_if_document(found))
        return
    from aijri_tui.plain.passages import paragraph, plain_text

    show(plain_text((paragraph(line) for line in found.lines()), reading_width()))
