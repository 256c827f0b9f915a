"""A session with a coach, line by line: what the coach reads before the result, how the client wants it, the talk."""

from aijri_engine.personal.coaching import CoachView, coach_view
from aijri_engine.personal.result import result
from aijri_tui.plain.talk import Talk

GO_ON = "Enter to go on, or a number to ask that question again:"
TURNED = "Enter when the client may look again:"


def quality_panel(talk: Talk) -> None:
    """What to look at before interpreting; a number leads to the question to be asked again (`MovedError`)."""
    texts = talk.interview.library.wording.coach
    view = coach_view(result(talk.interview))
    _for_the_coach(talk)
    talk.lines.say(f"{texts.look_at}:")
    for remark in view.look_at or (texts.nothing,):
        talk.lines.say(remark, "- ", "  ")
    for reason in view.reasons:
        talk.lines.say(reason, "- ", "  ")
    if view.thin:
        talk.lines.say(view.thin)
    _repair_or_go_on(talk, view)
    talk.lines.gap()


def _repair_or_go_on(talk: Talk, view: CoachView) -> None:
    if not view.repairs:
        talk.lines.ask(TURNED)
        return
    talk.lines.say(view.repair)
    for number, repair in enumerate(view.repairs, 1):
        talk.lines.say(repair.name, f"{number}. ", "   ")
    while True:
        typed = talk.lines.ask(GO_ON).strip()
        if not typed or typed.casefold() in ("go on", "next", "yes", "ok"):
            return
        if typed.isascii() and typed.isdigit() and 1 <= int(typed[:4]) <= len(view.repairs):
            talk.go_to(view.repairs[int(typed) - 1].question)
        talk.lines.say(f"Problem: Type a number from 1 to {len(view.repairs)}, or press Enter.")


def preview(talk: Talk) -> None:
    """How the result may be heard, before anybody sees it."""
    view = coach_view(result(talk.interview))
    _for_the_coach(talk)
    for words in (view.edge, view.blow, *view.doable, talk.interview.library.wording.coach.closed):
        talk.lines.say(words, "- ", "  ")
    talk.lines.ask(TURNED)


def talk_prompts(talk: Talk) -> None:
    """What to ask once the result is seen."""
    talk.lines.gap()
    talk.lines.say("For the talk:")
    for number, words in enumerate(talk.interview.library.wording.coach.talk, 1):
        talk.lines.say(words, f"{number}. ", "   ")


def _for_the_coach(talk: Talk) -> None:
    talk.lines.gap()
    talk.lines.say(talk.interview.library.wording.coach.alone)
