"""The course of a sitting by lines: opening, questions, review, result."""

from aijri_engine.conversation.state import opening_of
from aijri_engine.interview.path import Step
from aijri_engine.interview.understanding.agreeing import goes_on
from aijri_engine.interview.understanding.commands import find_command
from aijri_engine.interview.understanding.words.tokens import only_words, tokens_of
from aijri_engine.personal.result import result
from aijri_engine.personal.status import own_answers
from aijri_tui.plain.acts import commanded
from aijri_tui.plain.ending import keep_in_file, leave
from aijri_tui.plain.face import Face, LeftError
from aijri_tui.plain.guiding import preview, quality_panel
from aijri_tui.plain.lines import EndOfInputError
from aijri_tui.plain.questions import put
from aijri_tui.plain.result_text import in_words
from aijri_tui.plain.review import CALLING, LATER, SHOW, Again, about_the_whole, ready, review
from aijri_tui.plain.showing import ALSO
from aijri_tui.plain.talking import talk_about


def converse(face: Face) -> bool:
    """Hold the interview to its end; True when the result was shown, False when it was left before."""
    try:
        _open(face)
        while not _one_round(face):
            pass
        _after(face)
    except LeftError:
        if not face.shown:
            leave(face, can_ask=True)
    except (EndOfInputError, KeyboardInterrupt):
        if not face.shown:
            leave(face, can_ask=False)
        else:
            _after(face, can_ask=False)
    return face.shown


def _open(face: Face) -> None:
    face.lines.say(f"AIJRI interview, {face.talk.interview.form.role.title}.")
    face.lines.say(opening_of(face.talk.interview, face.talk.quick))
    face.lines.say(face.sitting.kept.promise)
    if not face.talk.interview.revealed:
        face.lines.say(face.talk.interview.covered_words)
    if not face.talk.interview.earlier_session:
        face.lines.say(ALSO)


def _one_round(face: Face) -> bool:
    """Ask what is open, look over the answers, show the result; False where the person went back."""
    while (step := _next(face)) is not None:
        _offer_to_stop(face, step)
        put(face, step)
    if face.talk.quick and not face.reviewing and _wants_more(face):
        face.take(face.talk.onward(quick=False, interview=face.talk.interview.paced(quick=False)))
        return False
    face.reviewing = True
    if face.talk.interview.coach_prepares and quality_panel(face) is Again.QUESTIONS:
        return False
    if review(face) is Again.QUESTIONS or about_the_whole(face) is Again.QUESTIONS:
        return False
    return _show_result(face)


def _next(face: Face) -> Step | None:
    """The open question; while the answers are looked over, only one that was asked for."""
    talk = face.talk
    if not face.reviewing:
        return talk.step
    return talk.interview.path.step(talk.wanted) if talk.wanted else None


def _offer_to_stop(face: Face, step: Step) -> None:
    """Say once that the result could be looked at: what is open cannot change the zone, or nothing needed is open.

    Where any words are an answer, a command is one with its slash alone.
    """
    talk = face.talk
    if face.stop_offered or face.reviewing or talk.quick or not own_answers(talk.interview):
        return
    left = talk.left
    if left.count > 1 and left.enough:
        face.stop_offered = True
        face.lines.gap()
        typed = "/review" if step.asked.question.takes.words else "review"
        face.lines.say(f"{left.sentence} {left.enough} Type {typed} to finish now, or go on.")


def _wants_more(face: Face) -> bool:
    """After the quick questions: on to the others, or to the result?"""
    face.lines.gap()
    face.lines.say("That was the quick round. The other questions would make its range narrower.")
    while True:
        typed = face.lines.ask("1 (a) go on with the other questions, 2 (b) look at the result now:")
        words = typed.strip().casefold()
        if words in ("1", "a", "go on", "yes"):
            return True
        if words in ("", "2", "b", "no", "result"):
            return False
        if goes_on(typed):
            return not CALLING & {*only_words(tokens_of(typed))}
        command = find_command(typed)
        if command is None:
            face.lines.say("Type 1 or 2.")
        elif commanded(face, command) or face.talk.wanted:
            return command.name != "review"


def _show_result(face: Face) -> bool:
    """Show the result in the way the person wants it; in a coach's session after the preview."""
    face.sitting.check()
    face.about_keeping()
    if face.talk.interview.coach_prepares:
        preview(face)
    while True:
        choice = ready(face) if not face.shown or face.talk.interview.guided else SHOW
        if choice is Again.QUESTIONS:
            return False
        if choice == LATER:
            if face.talk.interview.guided:
                face.lines.say(face.talk.interview.library.wording.coach.later)
            raise LeftError
        if choice == SHOW:
            break
        face.lines.gap()
        face.lines.raw(in_words(result(face.talk.interview), face.lines.width))
    face.take(face.talk.revealed("result"))
    face.shown = True
    return talk_about(face) is None


def _after(face: Face, can_ask: bool = True) -> None:
    """The answers are kept, or offered to be kept."""
    face.lines.gap()
    if face.sitting.kept.safe:
        kept = face.sitting.kept
        face.lines.say(kept.use)
        if face.shown and kept.id and not kept.client:
            face.lines.say(f"A report to keep or print: aijri report {kept.id} --to report.pdf")
    elif can_ask and face.lines.person and not face.sitting.kept.refused:
        keep_in_file(face)
