"""Options of every command that writes reports."""

from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from aijri_tui.cli.contents import told

if TYPE_CHECKING:
    from aijri_engine.report.options import ReportOptions

Command = TypeVar("Command", bound=Callable[..., Any])

OPTIONS = (
    click.option("--force", is_flag=True, help="Overwrite files that --to names."),
    click.option("--short", is_flag=True, help="One page only."),
    click.option("--name", "--alias", "person", metavar="WORDS", default="", help="For whom the report is."),
    click.option(
        "--branding", metavar="FILE", type=click.Path(path_type=Path),
        help="Name, logo, colours and wording of a practice.",
    ),
    click.option(
        "--date", "day", metavar="YYYY-MM-DD", type=click.DateTime(["%Y-%m-%d"]),
        help="Date that a report carries; today when not given.",
    ),
)  # fmt: skip


def report_options(command: Command) -> Command:
    """`--force`, `--short`, `--name`, `--branding` and `--date`."""
    for option in reversed(OPTIONS):
        command = option(command)
    return command


def options_of(short: bool, person: str, branding: Path | None, day: datetime | None) -> "ReportOptions":
    """What these options say. Raises UnusableError with every problem of the branding file."""
    from aijri_engine.content.problems import ContentError
    from aijri_engine.report.options import ReportOptions
    from aijri_tui.cli.version import program_version

    date_told = (day.date() if day else date.today()).isoformat()
    options = ReportOptions(date_told, person=person, short=short, program_version=program_version())
    if branding is None:
        return options
    from aijri_engine.report.practice import with_branding

    try:
        return with_branding(options, branding)
    except ContentError as error:
        raise told(error) from None
