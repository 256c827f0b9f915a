"""Which face an interview opens in: the full screen where it can run, else line by line."""

from contextlib import closing
from functools import partial
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

from aijri_engine.files.whole_files import why_unreadable
from aijri_tui.cli import exits
from aijri_tui.cli.streams import SCREEN_MODULE, diagnose, show, why_no_screen

if TYPE_CHECKING:
    from aijri_engine.store import Autosave


def open_interview(
    role: str | None = None, plain: bool = False, quick: bool = False, answers: Path | None = None,
    save: Path | None = None, content: tuple[Path, ...] = (), week_file: Path | None = None,
    earlier: str | None = None,
) -> int:  # fmt: skip
    """Hold the interview and return the exit code.

    The full screen keeps sessions itself: an answers file becomes one there. A file to save to is for the plain face.
    """
    if week_file is not None and (why := why_unreadable(week_file)):
        raise exits.UnusableError(f"aijri: {week_file} cannot be read: {why}.")
    from_file = answers is not None or save is not None
    if earlier is not None and (role is not None or from_file):
        raise exits.UnusableError(
            "aijri: --from begins from a session: leave out ROLE, --answers and --save."
        )
    both = answers is not None and (quick or week_file is not None)
    by_line = plain or save is not None or both
    reason = None if by_line else why_no_screen()
    if both and not (plain or save):
        diagnose(
            "With --answers and also --quick or a file for the week, the interview goes on line by line."
        )
    if not by_line and reason is None:
        run = import_module(SCREEN_MODULE).run
        if answers is not None:
            return int(run(content=content, session=_taken_in(role, answers, content)))
        return int(run(role=role, quick=quick, content=content, week_file=week_file, earlier=earlier or ""))
    if reason is not None:
        diagnose(
            f"The full screen needs a terminal of its own, and {reason}: the interview goes on line by line."
        )
    if earlier is not None:
        return _again(earlier, quick, content, week_file)
    return _line_by_line(role, quick, answers, save, content, week_file)


def _taken_in(role: str | None, answers: Path, content: tuple[Path, ...]) -> str:
    """Id of the session that holds what an answers file says."""
    from aijri_engine.store import take_in
    from aijri_tui.cli.contents import interview_of, open_library, the_role
    from aijri_tui.cli.stores import using_store

    library = open_library(content)
    interview_of(library, the_role(library, role).id if role is not None else None, answers)
    with using_store() as store:
        return take_in(store, answers, library, own=True).rows[0].id


def _line_by_line(
    role: str | None, quick: bool, answers: Path | None, save: Path | None, content: tuple[Path, ...],
    week_file: Path | None = None,
) -> int:  # fmt: skip
    from aijri_engine.content.library import folder_to_write
    from aijri_engine.content.role_names import NoSuchRole, find_role
    from aijri_engine.interview.interview import Interview
    from aijri_tui.cli.contents import interview_of, open_library, tell_left_out
    from aijri_tui.cli.stores import open_keeping
    from aijri_tui.plain.chat import hold
    from aijri_tui.sittings import Session

    if save is not None:
        _check_target(save, answers)
    library = open_library(content)
    found = find_role(library, role) if role is not None else None
    wanted = None if found is None or isinstance(found, NoSuchRole) else found.id
    job = role if role is not None and wanted is None else ""
    if job:
        tell_left_out(library)
    interview = None
    if answers is not None:
        interview = interview_of(library, wanted, answers)
    elif wanted is not None:
        interview = Interview.start(library, wanted)
    holding = partial(
        hold, library, interview, quick, job=job, folder=folder_to_write(content), week_file=week_file
    )
    if save is not None:
        return exits.DONE if holding(save=save) else exits.UNFINISHED
    keeping, trouble = open_keeping()
    if trouble is not None:
        diagnose(f"aijri: {trouble}")
    if role is None and answers is None and (last := _last_seen(keeping)):
        show(
            f"To begin from your last sitting, each answer confirmed or changed: aijri chat --plain --from {last}"
        )
    with closing(keeping):
        shown = holding(kept=Session(keeping))
    return exits.DONE if shown else exits.UNFINISHED


def _last_seen(keeping: "Autosave") -> str:
    """Id of the newest sitting of one's own whose result was seen; empty where there is none to be read."""
    from aijri_engine.store import StoreError

    try:
        store = keeping.existing()
        rows = store.sessions(alone=True) if store is not None else []
    except StoreError:
        return ""
    return next((row.id for row in rows if row.revealed and row.opens), "")


def _again(earlier: str, quick: bool, content: tuple[Path, ...], week_file: Path | None) -> int:
    from datetime import date

    from aijri_engine.store import Autosave, compared_with_last, own_plan_of, sit_again
    from aijri_tui.cli.contents import open_library
    from aijri_tui.cli.stores import using_store
    from aijri_tui.own_plan import told_plan
    from aijri_tui.plain.chat import hold
    from aijri_tui.sittings import Session

    library = open_library(content)
    with using_store() as store:
        interview = sit_again(store, earlier, library)
        if told := told_plan(own_plan_of(store), date.today()):
            show("\n".join(("Your plan:", *told, "")))
        since = partial(compared_with_last, store, library=library)
        kept = Session(Autosave(store))
        shown = hold(library, interview, quick, kept=kept, since=since, week_file=week_file)
    return exits.DONE if shown else exits.UNFINISHED


def _check_target(save: Path, answers: Path | None) -> None:
    """A file is only written over when the interview came from it."""
    if save.is_dir() or not save.parent.is_dir():
        raise exits.UnusableError(f"aijri: --save {save}: name a file in a folder that exists.")
    if save.exists() and (answers is None or not answers.exists() or not save.samefile(answers)):
        raise exits.UnusableError(
            f"aijri: --save {save} exists already. Go on from it with --answers {save} --save {save}, "
            "or choose another name."
        )
