"""What a line picks of what was offered, and what somebody wishes for all of it: left out, begun anew, erased."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from aijri_engine.content.library import shipped_answers
from aijri_engine.conversation.commands import carry_out
from aijri_engine.conversation.parts import (
    row_asked,
    with_rows,
)
from aijri_engine.conversation.state import Conversation
from aijri_engine.interview.interview import Interview
from aijri_engine.interview.path import Step
from aijri_engine.interview.understanding import Command, agrees
from aijri_engine.interview.understanding.reading import sounds_like
from aijri_engine.interview.understanding.replies import how
from aijri_engine.interview.understanding.week.split import SAY_YES
from aijri_engine.interview.understanding.words.positions import numbered
from aijri_engine.interview.understanding.words.tokens import only_words, tokens_of
from aijri_engine.text import join_words

WHICH = "Which one of them?"

LETTER = re.compile(r"(?:^| · | and )([a-z])\) ")
"""The letter of an option in the words of an offer."""

ANEW = "Then say it in your own words, please"
BY_LETTER = ", or by its letter"

START_OVER = "Begin again? Every answer is then taken back; what you said before stays in the log."

AS_IT_WAS = "Nothing was changed."

ERASE_ALL = "Erase every answer of this interview for good? It cannot be undone."


@dataclass(frozen=True)
class StartOver:
    """Offered where somebody wants to begin again."""


@dataclass(frozen=True)
class EraseAll:
    """Offered where somebody wants all of it gone."""


@dataclass(frozen=True)
class Turn:
    """What a typed line came to."""

    talk: Conversation
    show: Command | None = None
    """What a face is to show: answers, index, what-if, review, the end."""
    kept: str = ""
    """Words typed over a pause that belong to the question below it; not sent yet."""
    erase: bool = False
    """What is kept of this interview is to be erased for good before going on."""


def of_offers(
    talk: Conversation, step: Step, typed: str, seconds: float | None, yes: bool = False
) -> Turn | None:
    """The offer that a line picks: by its number, or by a yes where the first one was put as a question.

    `yes` where the line is known to say one, whatever else stands in it.
    """
    trouble = talk.trouble
    if trouble is None or not trouble.offers:
        return None
    place = numbered(typed, len(trouble.offers)) if talk.numbered else None
    if place is not None:
        return take_offer(talk, step, place, typed, seconds)
    yes = yes or agrees(typed)
    ordered = isinstance(trouble.offers[0][1], (StartOver, EraseAll, Command))
    if step.asked.question.takes.yes_no and not ordered:
        return _of_yes_or_no(talk, step, typed, seconds, yes)
    if yes and trouble.by_letter:
        letters = join_words(letters_of(trouble.offers), "or")
        if {*only_words(tokens_of(typed))} & {*letters_of(trouble.offers)}:
            return None
        if len(trouble.offers) == 1:
            return Turn(talk.troubled(sounds_like(trouble.offers[0][0]), trouble.offers, confirm=True))
        told = talk.interview.library.wording.say("letter_please", letters=letters) if letters else WHICH
        return Turn(replace(talk, trouble=replace(trouble, text=told)))
    if yes and (trouble.confirm or len(trouble.offers) == 1 or SAY_YES in trouble.text):
        return take_offer(talk, step, 0, typed, seconds)
    if yes:
        return Turn(replace(talk, trouble=replace(trouble, text=WHICH)))
    if denies_it(typed) and ordered:
        return Turn(replace(talk, trouble=None, reply=(AS_IT_WAS,)))
    left = trouble.offers[1:] or trouble.next
    if denies_it(typed) and trouble.confirm and left:
        return Turn(talk.troubled(sounds_like(left[0][0]), left, confirm=True))
    if denies_it(typed) and trouble.stands:
        return Turn(talk.drop_beside(step.key).troubled(f"{ANEW}{BY_LETTER if step.asked.choices else ''}."))
    return None


def letters_of(offers: Sequence[tuple[str, Any]]) -> list[str]:
    """The letters of all options that are put, in order."""
    return sorted({letter for label, _ in offers for letter in LETTER.findall(label)})


def _of_yes_or_no(
    talk: Conversation, step: Step, typed: str, seconds: float | None, yes: bool
) -> Turn | None:
    """What was put at a yes or no taken by a yes; a no to a no that was put is asked again."""
    trouble = talk.trouble
    if trouble is None or not trouble.confirm:
        return None
    label, put = trouble.offers[0]
    if yes:
        return Turn(talk.answer(step, put, typed, seconds, label))
    return Turn(talk.troubled(how(step.asked))) if put is False and denies_it(typed) else None


def wished(talk: Conversation, step: Step, typed: str) -> Turn | None:
    """All of a section left open, or a fresh start, which is asked back."""
    words = " ".join(only_words(tokens_of(typed)))
    file = shipped_answers()
    if words in file.skip_all and not step.asked.question.takes.words:
        return Turn(talk.skip_section(step))
    if words in file.start_over:
        offers: tuple[tuple[str, Any], ...] = (("begin again", StartOver()),)
        return Turn(talk.troubled(START_OVER, offers, confirm=True))
    if words in file.erase_all:
        offers = (("erase this interview", EraseAll()),)
        return Turn(talk.troubled(ERASE_ALL, offers, confirm=True))
    return None


def denies_it(typed: str) -> bool:
    """Whether a line says no to what stands there, and nothing else."""
    return bool(DENIAL.fullmatch(" ".join(only_words(tokens_of(typed)))))


DENIAL = re.compile(
    r"(?:(?:no|nope|nah|oh) )*(?:no|nope|nah|n|wrong|none of (?:these|those|them|it)"
    r"|neither(?: of (?:them|these|those))?"
    r"|(?:thats |that is |its |it is )?not (?:that|those|this|these|it|quite|really|right|so|at all)"
    r"(?: one| ones| words?| name| either)?|(?:thats |that is )?(?:the )?wrong(?: one| words?| name)?"
    r"|(?:thats|that is) not (?:it|right|so|true|what (?:i said|i meant|its called|it is called)))"
    r"(?: (?:sorry|thanks|thank you|please|im afraid))*"
)
"""A no to what is put, and nothing else."""


def take_offer(
    talk: Conversation, step: Step, number: int, typed: str = "", seconds: float | None = None
) -> Turn:
    """The turn that takes what is offered at that place, counted from 0."""
    value = talk.trouble.offers[number][1] if talk.trouble is not None else None
    if isinstance(value, StartOver):
        return Turn(talk.start_over())
    if isinstance(value, EraseAll):
        interview = talk.interview
        fresh = Interview.start(interview.library, interview.role_id)
        return Turn(Conversation(fresh, today=talk.today), erase=True)
    if isinstance(value, Command):
        return Turn(*carry_out(replace(talk, trouble=None), value, seconds))
    if step.asked.question.takes.rows and isinstance(value, Mapping):
        return Turn(with_rows(talk, step, value, typed, seconds))
    row = row_asked(talk, step) if step.asked.question.takes.rows else None
    if row is not None:
        return Turn(with_rows(talk, step, {row.id: value}, typed, seconds, True))
    return Turn(talk.answer(step, value, typed, seconds))
