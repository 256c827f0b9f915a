"""What was typed and fits no command, in our own words: the place, what is wrong there, and what to type instead."""

import re

import click

from aijri_engine.text import clean, nearest

LONGEST = 40
"""Characters repeated of what was typed [ours]."""


class Sentences(click.Group):
    """A group that lists each command with the whole first sentence of its help, and tells which it does not have."""

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """List the commands."""
        with formatter.section("Commands"):
            formatter.write_dl(self.sentences(ctx))

    def sentences(self, ctx: click.Context) -> list[tuple[str, str]]:
        """Each command, and what it is for."""
        return [(name, self.commands[name].get_short_help_str(400)) for name in self.list_commands(ctx)]

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """As click does it, with the nearest name for a command that is not known."""
        if args and self.get_command(ctx, args[0]) is None and not args[0].startswith("-"):
            near = nearest(clean(args[0], LONGEST), self.list_commands(ctx))
            meant = f" Did you mean `{near[0]}`?" if near else ""
            raise click.UsageError(f"there is no command {_shown(args[0])} here.{meant}", ctx)
        return super().resolve_command(ctx, args)


def told(error: click.ClickException) -> str:
    """An error of the command line in a sentence or two; what we raised ourselves is told as it is."""
    if isinstance(error, click.NoSuchOption):
        near = nearest(error.option_name, error.possibilities or ())
        meant = f" Did you mean `{near[0]}`?" if near else ""
        return f"there is no option {_shown(error.option_name)} here.{meant}"
    if isinstance(error, click.BadOptionUsage):
        alone = "does not take" in error.message
        return (
            f"`{error.option_name}` {'takes no value: leave it out' if alone else 'needs a value after it'}."
        )
    if isinstance(error, click.MissingParameter) and error.param is not None:
        help_text = getattr(error.param, "help", None)
        return f"{_place(error.param)} is missing{f': {help_text}' if help_text else '.'}"
    if isinstance(error, click.BadParameter) and error.param is not None:
        typed, wanted = re.match(r"(?s)(.*?) is not ", error.message), _wanted(error.param.type)
        if typed and wanted:
            return f"{_place(error.param)}: {_shown(typed[1].strip(chr(39) + chr(34)))} is not {wanted}."
        return f"{_place(error.param)}: {error.message}"
    if more := re.match(r"(?s)Got unexpected extra arguments? \((.*)\)", error.format_message()):
        return (
            f"{_shown(more[1])} is more than this command takes. Words that belong together stand in quotes."
        )
    return error.format_message()


def _shown(typed: str) -> str:
    return f"“{clean(typed, LONGEST)}”"


def _place(param: click.Parameter) -> str:
    if isinstance(param, click.Option):
        return f"`{max(param.opts, key=len)}`"
    return param.metavar or (param.name or "").upper()


def _wanted(kind: "click.ParamType[object]") -> str:
    """What a parameter takes, in words; empty for the types of our own, which say it themselves."""
    if isinstance(kind, click.Choice):
        return f"one of: {', '.join(map(str, kind.choices))}"
    if isinstance(kind, click.IntRange):
        least = f" from {kind.min}" if kind.min is not None else ""
        return f"a whole number{least}{f' to {kind.max}' if kind.max is not None else ' up' if least else ''}"
    return "a whole number" if kind is click.INT else ""
