"""The course of an interview: opening, questions, review, result."""

from aijri_engine.personal.order import remaining
from aijri_engine.personal.result import result
from aijri_engine.personal.status import own_answers
from aijri_tui.plain.ending import keep_in_file, leave
from aijri_tui.plain.guiding import preview, quality_panel, talk_prompts
from aijri_tui.plain.lines import EndOfInputError
from aijri_tui.plain.passages import plain_text
from aijri_tui.plain.questions import put
from aijri_tui.plain.result_text import result_passages, words_passages
from aijri_tui.plain.review import LATER, SHOW, ready, review
from aijri_tui.plain.showing import ALSO
from aijri_tui.plain.talk import LeftError, MovedError, Talk


def converse(talk: Talk) -> bool:
    """Hold the interview to its end; True when the result was shown, False when it was left before."""
    shown = False
    try:
        _open(talk)
        while not shown:
            shown = _one_round(talk)
        _after(talk)
    except LeftError:
        if not shown:
            leave(talk, can_ask=True)
    except (EndOfInputError, KeyboardInterrupt):
        if not shown:
            leave(talk, can_ask=False)
    return shown


def _open(talk: Talk) -> None:
    file = talk.interview.form.file
    talk.lines.say(f"AIJRI interview, {talk.interview.form.role.title}.")
    talk.lines.say(file.opening)
    talk.lines.say(talk.keeper.promise)
    if not talk.interview.revealed:
        talk.lines.say(talk.interview.covered_words)
    talk.lines.say(ALSO)


def _one_round(talk: Talk) -> bool:
    """Ask what is open, look over the answers, show the result; False where the person went back."""
    try:
        while True:
            step = None if talk.reviewing and talk.wanted is None else talk.next_step()
            if step is None:
                break
            _offer_to_stop(talk)
            try:
                put(talk, step)
            except MovedError:
                continue
        if talk.quick and not talk.reviewing and _wants_more(talk):
            talk.quick = False
            return False
        talk.reviewing = True
        if talk.interview.coach_prepares:
            quality_panel(talk)
        review(talk)
        return _show_result(talk)
    except MovedError:
        if talk.wanted is None:
            talk.reviewing = True
        return False


def _offer_to_stop(talk: Talk) -> None:
    """Say once that what is still open cannot change the zone."""
    if talk.stop_offered or talk.quick or not own_answers(talk.interview):
        return
    left = remaining(talk.interview)
    if left.settled and left.count > 1:
        talk.stop_offered = True
        talk.lines.gap()
        talk.lines.say(
            f"{left.sentence} None of them can change your zone. Type review to finish now, or go on."
        )


def _wants_more(talk: Talk) -> bool:
    """After the quick questions: on to the others, or to the result?"""
    talk.lines.gap()
    talk.lines.say("That was the quick round. The other questions would make its range narrower.")
    while True:
        typed = (
            talk.lines.ask("1 (a) go on with the other questions, 2 (b) look at the result now:")
            .strip()
            .casefold()
        )
        if typed in ("1", "a", "go on", "yes"):
            return True
        if typed in ("", "2", "b", "no", "result"):
            return False
        if typed in ("quit", "stop"):
            raise LeftError
        talk.lines.say("Problem: Type 1 or 2.")


def _show_result(talk: Talk) -> bool:
    """Show the result in the way the person wants it; in a coach's session after the preview."""
    if talk.interview.coach_prepares:
        preview(talk)
    while True:
        choice = ready(talk)
        if choice == LATER:
            if talk.interview.guided:
                talk.lines.say(talk.interview.library.wording.coach.later)
            raise LeftError
        if choice == SHOW:
            break
        talk.lines.gap()
        talk.lines.raw(plain_text(words_passages(result(talk.interview)), talk.lines.width))
    if not talk.interview.result_seen:
        talk.changed(talk.interview.reveal("result"))
    talk.lines.gap()
    talk.lines.raw(plain_text(result_passages(result(talk.interview)), talk.lines.width))
    if talk.interview.guided:
        talk_prompts(talk)
    return True


def _after(talk: Talk) -> None:
    """The answers are kept, or offered to be kept."""
    talk.lines.gap()
    if talk.keeper.safe:
        talk.lines.say(talk.keeper.use)
    elif talk.lines.person:
        keep_in_file(talk)
