"""A session with a coach, line by line: what the coach reads before the result, how the client wants it, the talk."""

import shlex

from aijri_engine.personal.coaching import CoachView, coach_view
from aijri_engine.personal.result import result
from aijri_tui.plain.face import Face
from aijri_tui.plain.review import Again

TURNED = "Enter when the screen is turned away:"
GO_ON = "Enter when the client may look again, or a number to ask that question again:"
BACK = "Enter when the client may look again:"


def quality_panel(face: Face) -> Again | None:
    """What to look at before interpreting; a number leads to the question to be asked again."""
    texts = face.talk.interview.library.wording.coach
    view = coach_view(result(face.talk.interview))
    _cover(face)
    face.lines.say(f"{texts.look_at}:")
    for remark in view.remarks:
        face.lines.say(remark, "- ", "  ")
    for reason in view.reasons:
        face.lines.say(reason, "- ", "  ")
    if view.thin:
        face.lines.say(view.thin)
    again = _repair_or_go_on(face, view)
    face.lines.clear()
    return again


def _repair_or_go_on(face: Face, view: CoachView) -> Again | None:
    if not view.repairs:
        face.lines.ask(BACK)
        return None
    face.lines.say(view.repair)
    for number, repair in enumerate(view.repairs, 1):
        face.lines.say(repair.name, f"{number}. ", "   ")
    while True:
        typed = face.lines.ask(GO_ON).strip()
        if not typed or typed.casefold() in ("go on", "next", "yes", "ok"):
            return None
        if typed.isascii() and typed.isdigit() and 1 <= int(typed[:4]) <= len(view.repairs):
            face.sitting.talk = face.talk.go_to(view.repairs[int(typed) - 1].question)
            return Again.QUESTIONS
        face.lines.say(f"Problem: Type a number from 1 to {len(view.repairs)}, or press Enter.")


def preview(face: Face) -> None:
    """How the result may be heard, before anybody sees it."""
    view = coach_view(result(face.talk.interview))
    _cover(face)
    for words in (view.edge, view.blow, *view.doable, face.talk.interview.library.wording.coach.closed):
        face.lines.say(words, "- ", "  ")
    face.lines.ask(BACK)
    face.lines.clear()


def talk_prompts(face: Face) -> None:
    """What to ask once the result is seen."""
    face.lines.gap()
    face.lines.say("For the talk:")
    for number, words in enumerate(face.talk.interview.library.wording.coach.talk, 1):
        face.lines.say(words, f"{number}. ", "   ")
    if face.sitting.kept.client:
        face.lines.say("A note to one of them, private unless you add --shared:")
        face.lines.raw(f"aijri clients note {shlex.quote(face.sitting.kept.client)} --question 1 '...'")


def _cover(face: Face) -> None:
    """Nothing for the coach alone is written before the screen is turned away."""
    face.lines.gap()
    face.lines.say(face.talk.interview.library.wording.coach.alone)
    face.lines.ask(TURNED)
