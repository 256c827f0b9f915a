"""A session with a coach, line by line: what the coach reads before the result, how the client wants it, the talk."""

import re

from aijri_engine.interview.understanding.agreeing import goes_on
from aijri_engine.interview.understanding.commands import command_name, is_canonical, slash_command
from aijri_engine.interview.understanding.words.positions import numbered
from aijri_engine.personal.coaching import CoachView, coach_view
from aijri_engine.personal.result import result
from aijri_tui.plain.face import Face, LeftError
from aijri_tui.plain.review import Again

GO_ON = "Enter when the client may look again, or a number to ask that question again:"
BACK = "Enter when the client may look again:"


def quality_panel(face: Face) -> Again | None:
    """What to look at before interpreting; a number leads to the question to be asked again."""
    texts = face.talk.interview.library.wording.coach
    view = coach_view(result(face.talk.interview))
    with face.lines.turned_away(texts.alone):
        face.lines.say(f"{texts.look_at}:")
        for remark in (*view.remarks, *view.reasons):
            face.lines.say(remark, "- ", "  ")
        if view.thin:
            face.lines.say(view.thin)
        return _repair_or_go_on(face, view)


def _repair_or_go_on(face: Face, view: CoachView) -> Again | None:
    if not view.repairs:
        _back(face)
        return None
    face.lines.say(view.repair)
    for number, repair in enumerate(view.repairs, 1):
        face.lines.say(repair.name, f"{number}. ", "   ")
    while True:
        typed = face.lines.ask(GO_ON).strip()
        if not typed or typed.casefold() in ("go on", "next", "yes", "ok") or goes_on(typed):
            return None
        if (place := numbered(typed, len(view.repairs))) is not None:
            face.sitting.talk = face.talk.go_to(view.repairs[place].question)
            return Again.QUESTIONS
        if command_name(typed) == "quit":
            raise LeftError
        face.lines.say(f"Type a number from 1 to {len(view.repairs)}, or press Enter.")


def preview(face: Face) -> None:
    """How the result may be heard, before anybody sees it."""
    view = coach_view(result(face.talk.interview))
    texts = face.talk.interview.library.wording.coach
    with face.lines.turned_away(texts.alone):
        for words in (view.edge, view.blow, *view.doable, texts.closed):
            face.lines.say(words, "- ", "  ")
        _back(face)


def _back(face: Face) -> None:
    if command_name(face.lines.ask(BACK)) == "quit":
        raise LeftError


def talk_prompts(face: Face) -> None:
    """What to ask once the result is seen."""
    face.lines.gap()
    face.lines.say("For the talk:")
    for number, words in enumerate(face.talk.interview.library.wording.coach.talk, 1):
        face.lines.say(words, f"{number}. ", "   ")
    if face.sitting.kept.client and face.sitting.kept.store is not None:
        face.lines.say(
            "Notes are taken here: “note 1” and your words, private; “shared note 1” for one the client has too."
        )


NOTE = re.compile(
    r"(?P<shared>shared\s+)?note(?:\s+(?P<number>\d{1,2}))?\s*[:.]?(?:\s+(?P<words>\S.*))?", re.IGNORECASE
)


def noted(face: Face, typed: str) -> str | None:
    """Write a note of the coach down; what to say of it, or None where the line is none."""
    from aijri_engine.store import StoreError

    kept, found = face.sitting.kept, NOTE.fullmatch(typed)
    if found is None or not kept.client or kept.store is None:
        return None
    asked = face.talk.interview.library.wording.coach.talk
    number = int(found["number"] or 0)
    if found["number"] and not 1 <= number <= len(asked):
        return f"The talk has questions 1 to {len(asked)}."
    words = found["words"] or face.lines.ask("Your note:")
    if not words.strip() or is_canonical(words) or slash_command(words, ()):
        return "Nothing was written."
    body = f"{asked[number - 1]}\n{words}" if number else words
    try:
        made = kept.store.roster.note(
            kept.client, body, private=not found["shared"], session_id=kept.id or None
        )
    except StoreError as refused:
        return str(refused)
    return "Noted, private." if made.private else "Noted, shared with the client."
