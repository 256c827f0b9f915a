"""Lines typed where no question is put: at the list of answers, and before the result."""

import re

from aijri_engine.content.meanings import SPLIT
from aijri_engine.conversation.line_reading import read_on
from aijri_engine.conversation.offers import Turn, wished
from aijri_engine.conversation.state import Conversation
from aijri_engine.conversation.told_anew import EDITS, WISH, WRONG, called, of_another_answer
from aijri_engine.interview.accept import json_of
from aijri_engine.interview.path import Step
from aijri_engine.interview.understanding.commands import find_command
from aijri_engine.interview.understanding.week_amended import amended_week
from aijri_engine.interview.understanding.words.amounts import read_amount
from aijri_engine.interview.understanding.words.tokens import holds, tokens_of, too_much, word_set, words_of

PARTS = re.compile(r"[,.;!]\s*")
SENTENCES = re.compile(r"[.;!]\s+")
NUMBERED = re.compile(r"\b(?:number|question|no\.?) (?P<number>[\w-]+)", re.IGNORECASE)
"""An answer called by its number within a sentence."""
_CHANGING = word_set("change changed correct edit fix redo amend update wrong mistake forgot missing back")
_AROUND_A_NAME = word_set("how is are was done of the your my on in at a and where from part")
"""Words of the name of a question by which alone nobody calls it."""


NOT_NAMED = "I could not read which answer you mean: its number or its name opens it."


def at_the_list(talk: Conversation, typed: str, bare: bool = True) -> Turn | None:
    """What a line at the list of answers changes, or which of them it opens; None where it does neither."""
    if (turn := said_of_all(talk, typed)) is not None:
        return turn
    step = of_the_list(talk, typed, bare) if find_command(typed) is None else None
    return Turn(talk.go_to(step.key)) if step is not None else None


def said_of_all(talk: Conversation, typed: str) -> Turn | None:
    """A line typed where no question is put, which changes an answer or wishes all of it gone; None for any other.

    Where that is to be confirmed, or cannot be, its question is the open one.
    """
    if too_much(typed):
        return None
    step, there = talk.interview.path.step(SPLIT), talk.go_to(SPLIT)
    if step is not None and step.value is not None:
        if wish := wished(there, step, typed):
            return wish
        interview = talk.interview
        read = amended_week(step.asked, typed, interview.form, interview.path.split, json_of(step.value))
        if read is not None:
            return read_on(there, step, read, typed, None)
    said = (typed, *(typed[at.end() :] for at in SENTENCES.finditer(typed)))
    found = (of_another_answer(talk, EDITS.sub("", one), opens=True) for one in said)
    return next(filter(None, found), None)


def of_the_list(talk: Conversation, typed: str, bare: bool = True) -> Step | None:
    """The answer that a line at the list of them wishes to change, by its number or its name; None for none.

    `bare` where the name alone says so."""
    if too_much(typed):
        return None
    for part in (typed, *PARTS.split(typed)):
        said = WRONG.sub(r"change \g<name> ", WISH.sub("", part, count=1), count=1).strip()
        name = called(EDITS.sub("", said))
        counted = read_amount(tokens_of(name), 0)
        if counted is not None and counted.end == len(tokens_of(name)):
            name = f"{counted.value:g}"
        if (EDITS.match(said) or (bare and part == typed)) and (step := talk.named(name)) is not None:
            return step
    return _inside(talk, typed) if bare or _CHANGING & {*words_of(typed)} else None


def _inside(talk: Conversation, typed: str) -> Step | None:
    """The one answer of the list that is called by its number or its name within a sentence."""
    words = words_of(typed)
    numbers = [read_amount(tokens_of(at["number"]), 0) for at in NUMBERED.finditer(typed)]
    steps = [
        step for one in numbers if one is not None and (step := talk.named(f"{one.value:g}")) is not None
    ]
    if not steps:
        called_so = [
            max((len(one) for one in _calls(step) if holds(words, one)), default=0) for step in talk.steps
        ]
        longest = max(called_so, default=0)
        steps = [one for one, length in zip(talk.steps, called_so, strict=True) if length == longest > 0]
    return steps[0] if len({step.key for step in steps}) == 1 else None


def _calls(step: Step) -> list[list[str]]:
    """The words by which a question is called: its name, the telling end of it, what it is about."""
    name = words_of(step.asked.name)
    telling = [word for word in name if word not in _AROUND_A_NAME]
    return [one for one in (name, telling, words_of(step.asked.item_name)) if {*one} - _AROUND_A_NAME]
