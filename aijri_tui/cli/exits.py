"""How a command ends: the exit codes other programs rely on, and the exceptions that lead to them."""

from typing import Final

DONE: Final = 0
"""The command did what it was asked to do."""

FAILURE: Final = 1
"""Something went wrong that the input is not to blame for."""

UNUSABLE: Final = 2
"""What was typed, or a file that was named, cannot be used."""

UNFINISHED: Final = 3
"""The interview was left before its result was shown."""


class CommandError(Exception):
    """A command that cannot go on: the lines for stderr and the exit code."""

    code: int = FAILURE

    def __init__(self, *lines: str) -> None:
        self.lines = lines
        super().__init__("\n".join(lines))


class FailedError(CommandError):
    """For example a file that cannot be written."""


class UnusableError(CommandError):
    """Input that cannot be used; the message says what to do instead."""

    code = UNUSABLE


def told(error: Exception) -> tuple[list[str], int] | None:
    """The lines and the exit code of what a person can act on; None for what nobody expected."""
    from aijri_engine import store
    from aijri_engine.content.problems import ContentError
    from aijri_engine.text import counted

    if isinstance(error, CommandError):
        return list(error.lines), error.code
    if isinstance(error, ContentError):
        problems = [problem.block() for problem in error.problems]
        return [*problems, f"{counted(len(problems), 'problem')}. Nothing was computed."], UNUSABLE
    typed = (store.UnknownSession, store.UnknownClient, store.UnusableStore, store.WrongPassphrase)
    code = UNUSABLE if isinstance(error, (*typed, store.PassphraseNeeded)) else FAILURE
    return ([f"aijri: {error}"], code) if isinstance(error, store.StoreError) else None
