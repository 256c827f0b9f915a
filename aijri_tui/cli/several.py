"""Many reports by one command: progress is told, one that fails stops no other, and the failures are summed up."""

from collections.abc import Callable, Sequence
from pathlib import Path

from aijri_engine.files.whole_files import reason_of
from aijri_tui.cli import exits
from aijri_tui.cli.streams import diagnose, show

Work = tuple[str, Callable[[], tuple[Path, ...]]]
"""Name of a piece of work, and what makes its files."""

ENDINGS = ("pdf", "docx", "html", "md", "txt", "json", "csv")


def folder_of(path: Path) -> Path:
    """The folder that reports go to. Raises UnusableError for what is none."""
    if path.exists() and not path.is_dir():
        raise exits.UnusableError(f"aijri: {path} is no folder; --to names one here.")
    try:
        path.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        why = reason_of(error)
        raise exits.UnusableError(f"aijri: {path} cannot be made: {why}.") from None
    return path


def one_after_the_other(works: Sequence[Work]) -> int:
    """Do them all; 0 where all went well, 1 where one failed, 2 where what could not be done was unusable input."""
    failed: list[tuple[str, str, int]] = []
    for number, (name, make) in enumerate(works, 1):
        try:
            written = make()
        except Exception as error:  # whatever is wrong with one of them, the others are made
            (first, *_), code = exits.told(error) or (["it cannot be computed"], exits.FAILURE)
            failed.append((name, first.split("\n")[0].removeprefix("aijri: "), code))
        else:
            diagnose(f"{number} of {len(works)}: {name}: {', '.join(path.name for path in written)}")
            continue
        diagnose(f"{number} of {len(works)}: {name}: FAILED")
    show(f"{len(works) - len(failed)} of {len(works)} written.")
    if failed:
        diagnose("Not written:", *(f"  {name}: {why}" for name, why, _ in failed))
    codes = [code for _, _, code in failed]
    return exits.DONE if not codes else exits.FAILURE if exits.FAILURE in codes else exits.UNUSABLE
