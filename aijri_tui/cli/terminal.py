"""Can the full screen run here? Checked before anything of it is imported."""

import os
import sys
from importlib.util import find_spec

SCREEN_MODULE = "aijri_tui.screen.app.app"


def why_no_screen() -> str | None:
    """Why the full screen cannot be used, in a few words; None when it can."""
    for stream, name in ((sys.stdin, "input"), (sys.stdout, "output"), (sys.stderr, "error output")):
        if stream is None or not stream.isatty():
            return f"there is no terminal ({name} is a file or a pipe)"
    term = os.environ.get("TERM", "")
    if os.name != "nt" and term in ("", "dumb"):
        return f"this terminal cannot place text (TERM is {term or 'not set'})"
    encoding = (sys.stdout.encoding or "").replace("-", "").casefold()
    if encoding != "utf8":
        return "this terminal does not use UTF-8"
    if find_spec(SCREEN_MODULE) is None:
        return "this version has no full screen yet"
    return None
