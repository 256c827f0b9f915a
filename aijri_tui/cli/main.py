"""The `aijri` command: every way of ending in one place, so that no answer ever shows in a traceback."""

import errno
import gc
import os
import sys
from collections.abc import Sequence

import click

from aijri_engine.files.whole_files import reason_of
from aijri_tui.cli import exits
from aijri_tui.cli.group import aijri
from aijri_tui.cli.streams import diagnose, leave_quietly, prepare
from aijri_tui.cli.usage import told

BAD_NAMES = (errno.ENAMETOOLONG, errno.ENOENT, errno.ENOTDIR, errno.EISDIR, errno.ELOOP)

COLLECTED_AFTER = 100_000
"""Objects between two collections of garbage: most of a short command is imports, whose objects all stay [ours]."""

DEBUG_VARIABLE = "AIJRI_DEBUG"
"""Set to 1, an unexpected error is shown with its traceback, which may contain answers."""


def main(arguments: Sequence[str] | None = None) -> None:
    """Run the command line and end the process with its exit code."""
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")
    gc.set_threshold(COLLECTED_AFTER, 10, 10)
    prepare()
    code = run(arguments)
    try:
        sys.stdout.flush()
    except BrokenPipeError:
        leave_quietly()
    except OSError as error:
        leave_quietly(sys.stdout)
        code = _refused(error)
    sys.exit(code)


def run(arguments: Sequence[str] | None = None) -> int:
    """Run the command line and return its exit code."""
    try:
        code = aijri.main(args=arguments, prog_name="aijri", standalone_mode=False)
        return code if isinstance(code, int) else exits.DONE
    except click.exceptions.Exit as end:
        return end.exit_code
    except (click.exceptions.Abort, KeyboardInterrupt):
        return _interrupted()
    except click.ClickException as error:
        return _wrong_usage(error)
    except BrokenPipeError:
        leave_quietly()
        return exits.FAILURE
    except OSError as error:
        return _refused(error)
    except Exception as error:
        return _unexpected(error)


def _wrong_usage(error: click.ClickException) -> int:
    context = getattr(error, "ctx", None)
    if isinstance(error, click.exceptions.NoArgsIsHelpError):
        diagnose(error.format_message())
        return exits.UNUSABLE
    diagnose(f"aijri: {told(error)}")
    if isinstance(context, click.Context):
        diagnose(f"`{context.command_path} --help` shows how it is used.")
    return exits.UNUSABLE


def _refused(error: OSError) -> int:
    """What the system did not let the command do: a name nobody can use is the input's fault, all else a failure."""
    place = f"{error.filename}" if error.filename is not None else "the result could not be written"
    diagnose(f"aijri: {place}: {reason_of(error)}.")
    return exits.UNUSABLE if error.errno in BAD_NAMES else exits.FAILURE


def _interrupted() -> int:
    diagnose("", "Interrupted.")
    return exits.FAILURE


def _unexpected(error: Exception) -> int:
    if (known := exits.told(error)) is not None:
        diagnose(*known[0])
        return known[1]
    if isinstance(error.__cause__ or error.__context__, KeyboardInterrupt):
        return _interrupted()  # a class that was just being built turns ctrl+c into an error of its own
    if os.environ.get(DEBUG_VARIABLE) == "1":
        raise error
    kind = type(error).__name__
    diagnose(
        f"aijri: an unexpected error ({kind}) ended this command; your files are as they were. "
        f"{DEBUG_VARIABLE}=1 shows the details, which may contain answers."
    )
    return exits.FAILURE


if __name__ == "__main__":
    main()
