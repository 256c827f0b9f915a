"""Holding an interview line by line: what the command line calls."""

import time
from pathlib import Path

from aijri_engine.content.jobs import MANY, MOST_MATCHES, SAY_NONE, JobMatch, search_jobs
from aijri_engine.content.library import Library
from aijri_engine.content.role_names import NoSuchRole, find_role
from aijri_engine.conversation import Conversation
from aijri_engine.conversation.first_words import (
    FIRST,
    WHAT_JOB,
    beside_a_choice,
    chosen_of,
    first_words,
    no_job,
)
from aijri_engine.conversation.own_table_kept import interview_of
from aijri_engine.files.data_folder import library_folder
from aijri_engine.interview.interview import Interview
from aijri_tui.plain.conversation import converse
from aijri_tui.plain.face import Face, Seconds, Since
from aijri_tui.plain.lines import EndOfInputError, Lines
from aijri_tui.plain.own_table import write_table
from aijri_tui.sittings import AnswersFile, Kept, Sitting


def hold(
    library: Library,
    interview: Interview | None = None,
    quick: bool = False,
    save: Path | None = None,
    lines: Lines | None = None,
    seconds: Seconds = time.monotonic,
    kept: Kept | None = None,
    job: str = "",
    folder: Path | None = None,
    week_file: Path | None = None,
    since: Since | None = None,
) -> bool:
    """Hold the interview; True when its result was shown, False when it was left before.

    Without an interview the person first says what their job is, unless `job` holds it already; a table of their own is
    kept in `folder`. `save` names the file the answers are kept in, `kept` keeps them elsewhere; the week is
    read from `week_file`. `since` says what lies between a result and the sitting before.
    """
    lines = lines if lines is not None else Lines()
    if interview is None:
        interview = _begin(library, lines, job, folder)
        if interview is None:
            lines.say("Nothing was answered yet.")
            return False
    interview = interview.paced(quick or interview.quick)
    sitting = Sitting(Conversation(interview, interview.quick), kept or AnswersFile(save))
    face = Face(lines, sitting, seconds, since, week_file=week_file)
    if interview.values():
        face.sitting.save()
    shown = converse(face)
    lines.flush()
    return shown


def _begin(library: Library, lines: Lines, job: str, folder: Path | None) -> Interview | None:
    """A new interview about the role the person picks or writes; None when they stop instead."""
    try:
        return _pick_role(library, lines, job, folder or library_folder())
    except (EndOfInputError, KeyboardInterrupt):
        return None


def _pick_role(library: Library, lines: Lines, job: str, folder: Path) -> Interview | None:
    """The job the person names, by number where several fit, or writes; None when they stop."""
    offered: tuple[JobMatch, ...] = ()
    called = ""
    if not job:
        lines.say(WHAT_JOB)
    while True:
        typed, job = job or lines.ask("Your answer:").strip(), ""
        titles = [one.title for one in offered]
        if (place := chosen_of(titles, typed)) is not None:
            if told := beside_a_choice(typed):
                lines.say(told)
            return Interview.start(library, offered[place].id)
        said = first_words(typed, titles)
        if said.kind == "quit":
            return None
        if said.kind == "yes" and offered:
            return Interview.start(library, offered[0].id)
        if said.kind == "none":
            return _own_table(library, lines, called, folder)
        if said.kind != "job":
            offered = () if said.kind == "back" else offered
            lines.say(said.words or (WHAT_JOB if said.kind == "yes" else FIRST))
            continue
        if said.told:
            lines.say(said.told)
        called = typed = said.words
        found = find_role(library, typed)
        if not isinstance(found, NoSuchRole):
            return Interview.start(library, found.id)
        jobs = search_jobs(library, typed)
        offered = jobs or offered
        if not jobs:
            lines.say(f"{no_job(typed)} {SAY_NONE}")
            continue
        lines.say(f"{WHICH} {MANY}" if len(offered) == MOST_MATCHES else WHICH)
        for number, match in enumerate(offered, 1):
            lines.say(f"{match.title}: {match.rests_on}", f"{number}. ", "   ")


def _own_table(library: Library, lines: Lines, called: str, folder: Path) -> Interview | None:
    """An interview about a table in the person's own words; None when they stop."""
    written = write_table(library, lines, called, folder)
    if written is None:
        return None
    if not written.words:
        return Interview.start(written.library, written.role_id)
    lines.say(written.words)
    return interview_of(written.library, written.role_id)


WHICH = (
    "Which of these is nearest to your work? Type its number, or another name for your job; or none, and describe it "
    "in your own words."
)
