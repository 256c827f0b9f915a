"""The command group: names first, modules only when a command runs."""

from importlib import import_module

import click

from aijri_tui.cli import exits

COMMANDS = {
    "chat": "aijri_tui.cli.chat:chat",
    "assess": "aijri_tui.cli.assess:assess",
    "whatif": "aijri_tui.cli.whatif:whatif",
    "score": "aijri_tui.cli.score:score",
    "roles": "aijri_tui.cli.roles:roles",
    "role": "aijri_tui.cli.role:role",
    "check": "aijri_tui.cli.check:check",
    "report": "aijri_tui.cli.report:report",
    "sessions": "aijri_tui.cli.sessions:sessions",
    "plan": "aijri_tui.cli.plan:plan",
    "clients": "aijri_tui.cli.clients:clients",
    "form": "aijri_tui.cli.form:form",
    "practice": "aijri_tui.cli.practice:practice",
    "cohort": "aijri_tui.cli.cohort:cohort",
    "compare": "aijri_tui.cli.compare:compare",
    "export": "aijri_tui.cli.export:export",
    "erase": "aijri_tui.cli.erase:erase",
    "backup": "aijri_tui.cli.backup:backup",
}
"""Name of each command and where it is written, in the order in which help lists them."""


class LazyGroup(click.Group):
    """A group that imports a command when it is first asked for."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Every command, in the order of the table above."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command of that name; None when there is none."""
        if cmd_name not in COMMANDS:
            return None
        module, _, name = COMMANDS[cmd_name].partition(":")
        found = getattr(import_module(module), name)
        assert isinstance(found, click.Command)
        return found

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """As click does it, with the nearest name for a command that is not known."""
        from aijri_engine.text import clean, nearest

        if args and self.get_command(ctx, args[0]) is None and not args[0].startswith("-"):
            word = clean(args[0], 40)
            near = nearest(word, COMMANDS)
            hint = f" Did you mean `{near[0]}`?" if near else ""
            raise click.UsageError(f"there is no command {word!r}.{hint}", ctx)
        return super().resolve_command(ctx, args)


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
