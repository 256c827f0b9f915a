"""How the full screen ends when something goes wrong, or the terminal goes: no answers told, no exit code 0."""

import contextlib
import os
import select
import sys
import threading
import traceback
from pathlib import Path

DEBUG_VARIABLE = "AIJRI_DEBUG"
TERMINATED = 143
"""128 and the number of SIGTERM, as shells report it."""
CRASHED = 1

MOST_FRAMES = 6
"""Places in the code that a report names [ours]."""


def scrubbed(error: BaseException) -> str:
    """The kind of error and where it happened: no message, no values, both of which may hold answers."""
    error = _within(error)
    frames = traceback.extract_tb(error.__traceback__)
    ours = [frame for frame in frames if "aijri" in frame.filename] or list(frames)
    places = [f"{Path(frame.filename).name}:{frame.lineno} in {frame.name}" for frame in ours[-MOST_FRAMES:]]
    return "\n".join([f"{type(error).__name__} at", *(f"  {place}" for place in places)])


def _within(error: BaseException) -> BaseException:
    """The error itself, where it happened in a worker and comes wrapped without a place."""
    inner = getattr(error, "error", None)
    return inner if isinstance(inner, BaseException) else error


def crash_message(error: BaseException, resume_words: str) -> str:
    """What a person reads after a crash; `resume_words` say where the answers are and how to go on."""
    if os.environ.get(DEBUG_VARIABLE) == "1":
        return "".join(traceback.format_exception(error))
    saved = resume_words or "No interview was open."
    return (
        f"aijri: something went wrong and the screen had to close. {saved}\n"
        f"For a report of the error (it holds none of your answers):\n{scrubbed(error)}\n"
        f"{DEBUG_VARIABLE}=1 shows all details, which may contain answers."
    )


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
