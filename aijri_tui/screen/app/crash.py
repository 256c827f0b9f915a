"""How the full screen ends when something goes wrong: nothing of a person's answers in a report, never exit code 0."""

import os
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
