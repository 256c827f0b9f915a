"""An answers file named on the command line: read, checked against the role, and spoken about."""

from pathlib import Path
from typing import TYPE_CHECKING

from aijri_tui.cli.contents import told
from aijri_tui.cli.streams import diagnose

if TYPE_CHECKING:
    from aijri_engine.content.library import Library
    from aijri_engine.interview.interview import Interview


def interview_of(library: "Library", role: str | None, path: Path) -> "Interview":
    """The interview an answers file stands for, about the role of that id where one is named.

    Raises UnusableError with every problem of the file.
    """
    from aijri_engine.content.problems import ContentError
    from aijri_engine.interview.answers_source import read_answers, remarks

    try:
        _, interview = read_answers(path, library, role)
    except ContentError as error:
        raise told(error) from None
    for remark in remarks(interview):
        diagnose(f"{path}: {remark}")
    return interview
