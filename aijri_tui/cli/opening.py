"""Which face an interview opens in: the full screen where it can run, else line by line."""

from importlib import import_module
from pathlib import Path

from aijri_tui.cli.streams import diagnose
from aijri_tui.cli.terminal import SCREEN_MODULE, why_no_screen


def open_interview(
    role: str | None = None,
    plain: bool = False,
    quick: bool = False,
    answers: Path | None = None,
    save: Path | None = None,
    content: tuple[Path, ...] = (),
) -> int:
    """Hold the interview and return the exit code.

    The full screen keeps sessions itself; an answers file to start from or to save to is for the plain face.
    """
    from_file = answers is not None or save is not None
    reason = None if plain or from_file else why_no_screen()
    if not plain and not from_file and reason is None:
        run = import_module(SCREEN_MODULE).run
        return int(run(role=role, quick=quick))
    if reason is not None:
        diagnose(f"The full screen needs a terminal of its own, and {reason}: the interview goes on line by line.")
    from aijri_tui.cli.contents import open_library
    from aijri_tui.plain.chat import hold

    return hold(open_library(content), role, quick, answers, save)
