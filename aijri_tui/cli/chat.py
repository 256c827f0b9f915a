"""`aijri chat`: the interview."""

from pathlib import Path

import click

from aijri_tui.cli.options import FILE, content_option


@click.command()
@click.argument("role", required=False)
@click.option("--plain", is_flag=True, help="Line by line, without the full screen.")
@click.option(
    "--quick",
    is_flag=True,
    help="Only the questions a figure needs, five for most written jobs; can be deepened.",
)
@click.option("--answers", metavar="FILE", type=FILE, help="Go on from an answers file.")
@click.option("--save", metavar="FILE", type=FILE, help="Keep the answers in this file, line by line.")
@click.option(
    "--calendar",
    metavar="FILE",
    type=FILE,
    help="Read the week from a calendar file (.ics), line by line confirmed; titles are not kept.",
)
@click.option(
    "--timesheet", metavar="FILE", type=FILE,
    help="Read the week from a time sheet (.csv), in the same way.",
)  # fmt: skip
@click.option("--from", "earlier", metavar="SESSION",
              help="Sit again: each answer of an earlier session is confirmed or changed.")  # fmt: skip
@content_option
def chat(
    role: str | None, plain: bool, quick: bool, answers: Path | None, save: Path | None,
    calendar: Path | None, timesheet: Path | None, earlier: str | None, content: tuple[Path, ...],
) -> int:  # fmt: skip
    """Hold the interview about ROLE: in the full screen where there is a terminal, else line by line.

    The week is asked for, or read from a calendar or time sheet of the last weeks.

    Exit 0 once the result was shown, 3 when the interview was left before.
    """
    from aijri_tui.cli.opening import open_interview

    return open_interview(role, plain, quick, answers, save, content, calendar or timesheet, earlier)
