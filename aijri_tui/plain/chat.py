"""Holding an interview line by line: what the command line calls."""

import time
from pathlib import Path

from aijri_engine.content.jobs import NO_JOB, JobMatch, search_jobs
from aijri_engine.content.library import Library
from aijri_engine.content.role_names import NoSuchRole, find_role
from aijri_engine.conversation import Conversation
from aijri_engine.conversation.first_words import FIRST, first_words
from aijri_engine.interview.interview import Interview
from aijri_tui.plain.conversation import converse
from aijri_tui.plain.face import Face, Seconds
from aijri_tui.plain.lines import EndOfInputError, Lines
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
) -> bool:
    """Hold the interview; True when its result was shown, False when it was left before.

    Without an interview the person first says what their job is, unless `job` holds it already.

    `save` names the file the answers are kept in, `kept` keeps
    them elsewhere.
    """
    lines = lines if lines is not None else Lines()
    if interview is None:
        interview = _begin(library, lines, job)
        if interview is None:
            lines.say("Nothing was answered yet.")
            return False
    face = Face(lines, Sitting(Conversation(interview, quick), kept or AnswersFile(save)), seconds)
    if interview.values():
        face.sitting.save()
    shown = converse(face)
    lines.flush()
    return shown


def _begin(library: Library, lines: Lines, job: str) -> Interview | None:
    """A new interview about the role the person picks; None when they stop instead."""
    try:
        picked = _pick_role(library, lines, job)
    except (EndOfInputError, KeyboardInterrupt):
        return None
    return Interview.start(library, picked) if picked is not None else None


def _pick_role(library: Library, lines: Lines, job: str) -> str | None:
    """The job the person names, by number where several fit; None when they stop."""
    offered: tuple[JobMatch, ...] = ()
    if not job:
        lines.say(WHAT_JOB)
    while True:
        typed, job = job or lines.ask("Your answer:").strip(), ""
        if typed.isascii() and typed.isdigit() and 1 <= int(typed[:4]) <= len(offered):
            return offered[int(typed) - 1].id
        said = first_words(typed)
        if said.kind == "quit":
            return None
        if said.kind == "yes" and offered:
            return offered[0].id
        if said.kind != "job":
            offered = () if said.kind == "back" else offered
            lines.say(said.words or (WHAT_JOB if said.kind == "yes" else FIRST))
            continue
        typed = said.words
        found = find_role(library, typed)
        if not isinstance(found, NoSuchRole):
            return found.id
        offered = search_jobs(library, typed)
        if not offered:
            lines.say(NO_JOB)
            continue
        lines.say("Which of these is nearest to your work? Type its number, or another name for your job.")
        for number, match in enumerate(offered, 1):
            lines.say(f"{match.title}: {match.rests_on}", f"{number}. ", "   ")


WHAT_JOB = 'What is your job? Type what you call it, for example "ward sister" or "backend developer".'
