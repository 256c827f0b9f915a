"""The end when the terminal is gone: the thread that paints may then wait for ever, with the store in its hands."""

import contextlib
import os
import select
import sys
import threading

GRACE_SECONDS = 2.0
"""Time to end in good order, which SIGHUP begins; every answer is on disk by then [ours]."""


def end_when_the_terminal_goes(code: int) -> None:
    """Watch the terminal from a thread of its own, and end the process hard some moments after it was closed."""
    if not hasattr(select, "poll"):
        return
    with contextlib.suppress(OSError, ValueError):
        descriptor = sys.__stdin__.fileno() if sys.__stdin__ else -1
        if os.isatty(descriptor):
            threading.Thread(target=_watch, args=(descriptor, code), name="hangup", daemon=True).start()


def _watch(descriptor: int, code: int) -> None:
    waiting = select.poll()
    waiting.register(descriptor, 0)  # told without asking: hang-up and error, nothing else
    with contextlib.suppress(OSError):
        waiting.poll()
        threading.Event().wait(GRACE_SECONDS)
        os._exit(code)
