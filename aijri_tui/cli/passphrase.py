"""A passphrase, from a file descriptor or typed unseen: never in arguments, in the environment or on the screen."""

import contextlib
import getpass
import os
import sys

from aijri_tui.cli.exits import UnusableError

VARIABLE = "AIJRI_PASSPHRASE_FD"
"""Environment variable: number of an open file descriptor whose first line is the passphrase."""

LONGEST = 10_000
"""Bytes read from the descriptor."""

NEEDED = f"aijri: the store is encrypted; run this at a terminal, or pass the passphrase by {VARIABLE}."


def from_descriptor() -> str | None:
    """The passphrase of the descriptor; None when none is named. Raises UnusableError for one that cannot be read."""
    named = os.environ.pop(VARIABLE, None)
    if named is None:
        return None
    content = b""
    with contextlib.suppress(OSError, ValueError):
        descriptor = int(named)
        while len(content) < LONGEST and b"\n" not in content and (part := os.read(descriptor, LONGEST)):
            content += part
        os.close(descriptor)
    found = content.split(b"\n")[0].rstrip(b"\r").decode(errors="replace")
    if not found:
        raise UnusableError(f"aijri: {VARIABLE}: no passphrase could be read from there.")
    return found


def typed(prompt: str = "Passphrase: ") -> str:
    """What is typed unseen. Raises UnusableError where nobody can type."""
    if not (sys.stdin and sys.stdin.isatty()):
        raise UnusableError(NEEDED)
    with contextlib.suppress(EOFError):
        return getpass.getpass(prompt, stream=sys.stderr)
    raise UnusableError(NEEDED)
