"""Looking over the answers before the result, and what the person says about the whole."""

import re
from collections.abc import Sequence
from enum import Enum

from aijri_engine.conversation.people_ask import reply_to
from aijri_engine.conversation.the_list import NOT_NAMED, at_the_list, command_at_the_list, leads_on
from aijri_engine.interview.understanding import Command
from aijri_engine.interview.understanding.agreeing import goes_on
from aijri_engine.interview.understanding.commands import find_command, unknown_command
from aijri_engine.interview.understanding.words.clauses import asks, denies
from aijri_engine.interview.understanding.words.positions import numbered
from aijri_engine.interview.understanding.words.tokens import (
    FILLER,
    NEGATORS,
    hedged,
    only_words,
    tokens_of,
    word_set,
)
from aijri_engine.interview.understanding.yes_no import NO, YES
from aijri_tui.plain.acts import commanded, list_answers
from aijri_tui.plain.face import Face
from aijri_tui.plain.questions import put

READY = ("show it", "show the words without the figure", "save for another day")
SHOW, WORDS, LATER = range(3)

CHANGED = "What changed among your answers; `review` lists them all."

GO_ON = ("", "go on", "next", "skip", "done")
AGREEING = YES | word_set("sure ok okay show ready ahead")
CALLING = word_set("show see figure result number index")
PUT_OFF = NO | word_set("later save tomorrow not")
LATER_WORDS = PUT_OFF | (FILLER - {"a"}) | word_set("now yet another day other time today for ready")
BESIDE = (FILLER - NEGATORS) | word_set("see figure result number index it lets let all")
"""Words that may stand beside a yes or a no to the result."""


class Again(Enum):
    """The way back from the review."""

    QUESTIONS = "a question was asked for"


def review(face: Face) -> Again | None:
    """List every question but those just confirmed; a number changes one. None when the person goes on.

    Whoever comes back from a change is told what changed.
    """
    face.section = None
    late = face.sitting.said_late()
    if late and (turn := at_the_list(face.talk, late)) is not None:
        face.take(turn.talk)
        return Again.QUESTIONS
    face.lines.gap()
    face.lines.say(CHANGED if face.listed else "Your answers.")
    listed = list_answers(face, also_confirmed=False, but=face.listed)
    if listed == face.listed:
        face.lines.say("Nothing; they are as they were.")
    confirmed = sum(step.confirmed for step in face.talk.steps)
    if confirmed and not face.listed:
        face.lines.say(f"{confirmed} as you confirmed them; `review` lists them all.")
    face.listed = listed
    if face.talk.left.left_open:
        face.lines.say(face.talk.left.left_open)
    while True:
        typed = face.lines.ask("Type a number to change that answer, or press Enter to go on:").strip()
        if typed.casefold() in GO_ON or leads_on(face.talk, typed):
            return None
        command = command_at_the_list(typed)
        if (turn := at_the_list(face.talk, typed)) is not None:
            face.take(turn.talk)
            return Again.QUESTIONS
        if command is not None and command.name == "review":
            list_answers(face)
        elif command is None and agrees(typed):
            return None
        elif command is None:
            told = " ".join(reply_to(face.talk, typed)) or unknown_command(typed) or NOT_NAMED
            face.lines.say(f"{told} Enter goes on to the result.")
        elif commanded(face, command) or face.talk.wanted:
            return Again.QUESTIONS


def agrees(typed: str) -> bool:
    """Whether a line says yes to going on, in whatever words, and nothing that takes it back or puts it off."""
    tokens = tokens_of(typed)
    words = {*only_words(tokens)}
    plain = not hedged(tokens) and not asks(tokens)
    return not words or bool(words & AGREEING and words <= AGREEING | BESIDE and plain)


def way_of(typed: str, labels: Sequence[str], guided: bool) -> int | None:
    """Which way to the result a line picks; None where it says no such thing, or denies one.

    In a session with a coach no empty line and no mere yes opens it: it must be called.
    """
    said = re.sub(r"^(?:no|nope|nah)[\s,]+(?=.)", "", typed)
    first, _, rest = said.partition(",")
    plain = not rest.strip() or agrees(rest)
    if plain and not guided and (named := numbered(first, len(labels))) is not None:
        return named
    for place, label in enumerate(labels):
        if said in (str(place + 1), "abc"[place], label.casefold()):
            return place
    words = {*only_words(tokens_of(typed))}
    if words & {"without", "words"} and not any(map(denies, words - {"without"})):
        return WORDS
    once_more = re.sub(r"\bagain\b", "", typed)
    if (agrees(once_more) or goes_on(once_more)) and (words & CALLING or not guided):
        return SHOW
    return LATER if words & PUT_OFF and words <= LATER_WORDS else None


def about_the_whole(face: Face) -> Again | None:
    """ "Does this sound like your week?" and room for dissent."""
    while True:
        left = [one for one in face.talk.review_steps if not one.settled and one.key not in face.talk.skipped]
        if not left:
            return None
        face.sitting.talk = face.talk.go_to(left[0].key)
        put(face, left[0])
        wanted = face.talk.wanted
        here = face.talk.interview.path.step(left[0].key)
        back = not wanted and here is not None and not here.settled and here.key not in face.talk.skipped
        if back or (wanted and all(one.key != wanted for one in face.talk.review_steps)):
            return Again.QUESTIONS


def _uncovers(face: Face, command: Command) -> bool:
    """A what-if tells the figure that may just be heard without; with a coach no command opens it here."""
    interview = face.talk.interview
    return bool(interview.kept_covered and command.name == "score") or (
        command.name == "what_if" and (bool(interview.kept_covered) or not interview.revealed)
    )


def ready(face: Face) -> int | Again:
    """How the result should be shown: `SHOW`, `WORDS` or `LATER`; or back to a question."""
    face.lines.gap()
    question, labels = "Ready to see the result?", READY
    if face.talk.interview.guided:
        texts = face.talk.interview.library.wording.coach
        question, labels = texts.ask, (texts.ways.now, texts.ways.words, texts.ways.later)
    face.lines.say(question)
    for number, label in enumerate(labels, 1):
        face.lines.say(label, f"{number} ({'abc'[number - 1]}) ", "      ")
    while True:
        typed = face.lines.ask("Your answer:").strip().casefold().rstrip(".!")
        if (way := way_of(typed, labels, face.talk.interview.guided)) is not None:
            return way
        if (turn := at_the_list(face.talk, typed, bare=False)) is not None:
            face.take(turn.talk)
            return Again.QUESTIONS
        command = find_command(typed)
        if command is not None and command.name in ("back", "review"):
            return Again.QUESTIONS
        if command is None or _uncovers(face, command):
            told = (*reply_to(face.talk, typed), unknown_command(typed), "Type 1, 2 or 3.")
            face.lines.say(" ".join(filter(None, told)))
        elif commanded(face, command) or face.talk.wanted:
            return Again.QUESTIONS
