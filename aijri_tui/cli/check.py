"""`aijri check`: is content valid, and does it make sense?"""

from pathlib import Path

import click

from aijri_engine.text import counted
from aijri_tui.cli import exits
from aijri_tui.cli.options import FILE
from aijri_tui.cli.streams import diagnose, show, show_json


@click.command()
@click.argument("paths", metavar="PATH...", nargs=-1, required=True, type=FILE)
@click.option(
    "--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True,
    help="Text with the quoted lines, or one JSON document.",
)  # fmt: skip
@click.option(
    "--defaults", is_flag=True, help="Also print what role files left out and what was filled in for it."
)
def check(paths: tuple[Path, ...], form: str, defaults: bool) -> int:
    """Check and lint content files, or whole folders of them.

    Every problem is told with its place. Exit 0: no errors (there may be warnings); 2: errors.
    """
    from datetime import date

    from aijri_engine.lint.check import check as check_content

    if defaults and form == "text":
        _show_defaults(paths)
    problems = tuple(check_content(paths, date.today()))
    errors = sum(problem.severity == "error" for problem in problems)
    if form == "json":
        show_json({"schema": "aijri/check/1", "problems": [problem.as_dict() for problem in problems]})
    else:
        for problem in problems:
            show(problem.block())
    warnings = len(problems) - errors
    diagnose(f"{counted(errors, 'error')}, {counted(warnings, 'warning')}.")
    return exits.UNUSABLE if errors else exits.DONE


def _show_defaults(paths: tuple[Path, ...]) -> None:
    """What was filled in, role by role: where it would stand, what it is, and where it comes from."""
    from aijri_engine.lint.gather import gather
    from aijri_engine.text import shorten

    for file in gather(paths).files:
        if file.filled:
            show(f"{file.source.name}: {len(file.filled)} things are left to defaults")
        for one in file.filled:
            show(f"  {one.place}: {shorten(one.value, LONGEST_SHOWN)} ({one.origin})")


LONGEST_SHOWN = 80
"""Columns of a value that was filled in."""
