"""The command group: names first, modules only when a command runs."""

from importlib import import_module

import click

from aijri_tui.cli import exits
from aijri_tui.cli.usage import Sentences

COMMANDS = {
    "chat": "Hold the interview: in the full screen, or line by line.",
    "assess": "A person's own index from an answers file, every point explained.",
    "whatif": "The index with something changed.",
    "score": "The index of a role or of a scorecard file, without an interview.",
    "roles": "List, search and show roles, or set two beside each other.",
    "role": "Write, print and compare role files.",
    "check": "Check content files, or whole folders of them.",
    "report": "Write the report of a session.",
    "sessions": "The interviews kept here: list, go on, history, delete.",
    "plan": "Your own plan: steps you took up, their days, the next sitting.",
    "clients": "The clients of a coach: consent, sessions, agenda, notes.",
    "form": "Write the interview as one page to fill in anywhere.",
    "practice": "What your practice keeps once: reports and branding.",
    "cohort": "The index of every row of a table of answers.",
    "compare": "Compare two sessions, point by point.",
    "export": "Write the answers of a session as an answers file.",
    "erase": "Erase for good, with every file made of it.",
    "backup": "Copy everything into one file, or bring it back.",
}
"""Each command, in a file of its name, and what it is for: in the order and the words in which help lists them."""


class LazyGroup(Sentences):
    """A group that imports a command when it is first asked for."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Every command, in the order of the table above."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command of that name; None when there is none."""
        if cmd_name not in COMMANDS:
            return None
        found = getattr(import_module(f"aijri_tui.cli.{cmd_name}"), cmd_name)
        assert isinstance(found, click.Command)
        return found

    def sentences(self, ctx: click.Context) -> list[tuple[str, str]]:
        """Each command and what it is for, without importing one."""
        return list(COMMANDS.items())


def _show_version(context: click.Context, option: click.Parameter, wanted: bool) -> None:
    if wanted and not context.resilient_parsing:
        from aijri_tui.cli.version import program_version

        click.echo(f"aijri {program_version()}")
        context.exit()


@click.group(
    cls=LazyGroup, invoke_without_command=True, context_settings={"help_option_names": ["-h", "--help"]}
)
@click.option("--version", is_flag=True, callback=_show_version, expose_value=False, is_eager=True,
              help="Show the version and exit.")  # fmt: skip
@click.pass_context
def aijri(context: click.Context) -> int | None:
    """Work out your own AIJRI, an index of how far your kind of work resists automation.

    Without a command the interview opens in the full screen. It runs on this machine, needs no account and
    sends nothing anywhere.

    A practice keeps everything on a PostgreSQL server instead: AIJRI_STORE=postgresql+psycopg://LOGIN@HOST/DATABASE,
    without a password in it. That comes from ~/.pgpass (PGPASSFILE), or from the open file descriptor whose number
    is in AIJRI_STORE_PASSWORD_FD. Connections to another machine are always encrypted.

    Exit codes: 0 done, 1 failure, 2 unusable input, 3 unfinished interview.
    """
    if context.invoked_subcommand is not None:
        return None
    from aijri_tui.cli.opening import open_interview

    return open_interview() or exits.DONE
