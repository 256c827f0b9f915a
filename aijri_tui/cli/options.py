"""Options that several commands share: files, roles of one's own, and how a report is written."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from functools import wraps
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, Literal, TypeVar

import click

from aijri_tui.cli import exits

if TYPE_CHECKING:
    from aijri_engine.report.options import ReportOptions
    from aijri_engine.store import Store

Command = TypeVar("Command", bound=Callable[..., Any])

FILE: Final = click.Path(path_type=Path)
"""A file or folder; whether it is there is told by whoever opens it."""

EXAMPLES = "for example 2027-06-30, 'next friday' or 'in two weeks'"


class Day(click.ParamType[date]):
    """A day: YYYY-MM-DD, or in the words people use."""

    name = "day"

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> date:
        """The day. Raises UsageError with an example."""
        if isinstance(value, date):
            return value
        from aijri_engine.text import clean
        from aijri_engine.text.days import read_day

        found = read_day(str(value), date.today())
        if found is None:
            self.fail(f"“{clean(str(value), 40)}” is no day; {EXAMPLES}.", param, ctx)
        return found


DAY = Day()

json_option = click.option("--json", "as_json", is_flag=True, help="One JSON document.")

given_to_option = click.option(
    "--given-to", "recipient", metavar="NAME", default="",
    help="Who receives it; shown on a client's card from then on.",
)  # fmt: skip


def consent_options(command: Command) -> Command:
    """`--coach` and `--until`, see `agreed_between`."""
    usual = "; by `aijri practice` when not given."
    for option in (
        click.option(
            "--until", type=DAY, help=f"Last day on which things are kept, such as 'in a year'{usual}"
        ),
        click.option("--coach", default="", help=f"Your name, as the client knows it{usual}"),
    ):
        command = option(command)
    return command


def agreed_between(store: "Store", coach: str, until: date | None) -> tuple[str, date]:
    """The coach and the last day of a consent, from the practice where not given. Raises UnusableError."""
    from aijri_engine.store import consent_until, practice_of

    own, _ = practice_of(store)
    coach, until = coach or own.coach, until or consent_until(own, date.today())
    if not coach or until is None:
        raise exits.UnusableError(NO_PRACTICE)
    return coach, until


NO_PRACTICE = (
    "aijri: say --coach and --until, or keep them once: "
    "`aijri practice --coach NAME --consent-period '12 months'`."
)

OPTIONS = (
    click.option("--force", is_flag=True, help="Overwrite files that --to names."),
    click.option("--short", is_flag=True, help="One page only; in large print two."),
    click.option("--name", "--alias", "person", metavar="WORDS", default="", help="For whom the report is."),
    click.option(
        "--branding", metavar="FILE", type=FILE,
        help="Name, logo, colours and wording of a practice, not those of `aijri practice` (`assess` reads none).",
    ),
    click.option(
        "--paper", type=click.Choice(["A4", "Letter"], case_sensitive=False),
        help="Paper of PDF, Word and printed web page.",
    ),
    click.option("--large-print", is_flag=True, default=None, help="Set in large type."),
    click.option(
        "--date", "day", metavar="YYYY-MM-DD", type=DAY,
        help="Date that a report carries; today when not given.",
    ),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Asked:
    """What these options say."""

    force: bool
    short: bool
    person: str
    branding: Path | None
    paper: Literal["A4", "Letter"] | None
    large_print: bool | None
    day: date | None

    def options(self) -> "ReportOptions":
        """As options of a report. Raises ContentError with every problem of the branding file."""
        from aijri_engine.report.options import ReportOptions, with_branding
        from aijri_tui.cli.version import program_version

        day = (self.day or date.today()).isoformat()
        options = ReportOptions(day, person=self.person, short=self.short, program_version=program_version())
        if self.branding is None:
            return self.printed(options)
        return self.printed(with_branding(options, self.branding))

    def printed(self, options: "ReportOptions") -> "ReportOptions":
        """Paper and type as they were asked for, else as the practice keeps them."""
        look = options.appearance
        if self.paper is not None:
            look = replace(look, paper=self.paper)
        if self.large_print is not None:
            look = replace(look, large_print=self.large_print)
        return replace(options, appearance=look)


def report_options(command: Command) -> Command:
    """`--force`, `--short`, `--name`, `--branding`, `--paper`, `--large-print` and `--date`, as one `asked`."""

    @wraps(command)
    def with_asked(**given: Any) -> Any:
        mine = {name: given.pop(name) for name in Asked.__slots__}
        return command(asked=Asked(**mine), **given)

    for option in reversed(OPTIONS):
        with_asked = option(with_asked)
    return with_asked  # type: ignore[return-value]


def targets_option(words: str, beside: str = "", required: bool = False) -> Callable[[Command], Command]:
    """`--to OUT`, once or several times."""
    told = f"{words}; its ending says the format. May be given several times.{beside}"
    return click.option(
        "--to", "targets", multiple=True, required=required, metavar="OUT", type=FILE, help=told
    )


def content_option(command: Command) -> Command:
    """`--library FOLDER` (also `--content`), for every command that looks at roles."""
    return click.option(
        "--library", "--content", "content", multiple=True, metavar="FOLDER", type=FILE,
        help="A folder with more roles, beside those of your own (AIJRI_LIBRARY); may be given several times.",
    )(command)  # fmt: skip
