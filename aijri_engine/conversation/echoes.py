"""Words that say again what was put, or point at one of it: "yes, more", "the second one, because linen I count"."""

import re
from collections.abc import Mapping
from typing import Any

from aijri_engine.conversation.parts import row_asked
from aijri_engine.conversation.state import Conversation
from aijri_engine.interview.path import Step
from aijri_engine.interview.understanding.agreeing import without_yes
from aijri_engine.interview.understanding.replies import BETWEEN
from aijri_engine.interview.understanding.words.numbers import ORDINALS
from aijri_engine.interview.understanding.words.positions import numbered
from aijri_engine.interview.understanding.words.tokens import (
    FILLER,
    NEGATORS,
    holds,
    only_words,
    stem,
    tokens_of,
    word_set,
    words_of,
)
from aijri_engine.interview.understanding.yes_no import NO, YES

_EMPHASIS = word_set("just only exactly said say told so")
_PARTS = re.compile(r"[,.;:!]+|\b(?:because|cause|cos|since)\b", re.IGNORECASE)
_MEANT = re.compile(r"\bi (?:mean|meant|said|take|choose|want)\b", re.IGNORECASE)
_OTHERS_TOO = re.compile(
    r"\b(?:others?|rest|remaining)\b[^.!?;]*\b(?:too|as well|also|same)\b"
    r"|\b(?:too|also|same)\b[^.!?;]*\b(?:others?|rest|remaining)\b",
    re.IGNORECASE,
)
_NOTHING = word_set("nothing none nobody nowhere")
"""Negators that are what an option says."""
_POINTING = frozenset((*ORDINALS, "last", "number", "option"))
_HOW_MANY = {"both": 2, "two": 2, "three": 3, "four": 4, "five": 5}
_OF_ALL = word_set("both all of them these those thats for rows lines ones")
"""Words beside a count by which it is no number of an offer."""
_ONE_OF = word_set("one either only just")
_AMONG = word_set("of those these them then is was it right") | YES
_TURNING = (NO | NEGATORS | word_set("but though although however unless if except or")) - YES


def as_rows(talk: Conversation, step: Step, value: Any) -> Any:
    """What is put at a row of a grid as that row's answer; anything else as it is."""
    row = row_asked(talk, step) if step.asked.question.takes.rows and isinstance(value, str) else None
    return {row.id: value} if row is not None else value


def repeats(talk: Conversation, step: Step, typed: str) -> bool:
    """Whether a line begins or ends with a yes and says nothing else but words of what was put first."""
    put, takes, words = talk.trouble, step.asked.question.takes, only_words(tokens_of(typed))
    sure = put is not None and (put.confirm or len(put.offers) == 1)
    if put is None or not sure or "?" in typed or not (takes.listed or takes.rows):
        return False
    rest = only_words(tokens_of(without_yes(typed)))
    if not ({*words[:1], *words[-1:]} & YES or len(rest) < len(words)):
        return False
    label, value = put.offers[0]
    left, said = [word for word in rest if word not in YES], _words_put(talk, step, label, value)
    if {*left} & (NO | NEGATORS):
        named = [word for word in left if word not in FILLER or word in NEGATORS]
        return holds(said, left) or (bool(named) and {*named} <= _NOTHING & {*said})
    told = {*map(stem, left)} - {*map(stem, FILLER | _EMPHASIS)}
    return bool(told) and told <= {*map(stem, said)}


def _words_put(talk: Conversation, step: Step, label: str, value: Any) -> list[str]:
    """The words of an offer: of its label, and of the options that it picks as they are written."""
    asked, value = step.asked, as_rows(talk, step, value)
    if isinstance(value, Mapping):
        picked = [(row.choices, value[row.id]) for row in asked.rows if row.id in value]
    else:
        picked = [(asked.choices, one) for one in (value if isinstance(value, list) else [value])]
    chosen = [choice for choices, key in picked for choice in choices if choice.id == key]
    return words_of(" ".join((label, *(one.label for one in chosen))))


def pointed_at(typed: str, count: int) -> int | None:
    """Which of `count` offers a part of the line calls by its place, where nothing else in it denies or excepts."""
    found, rest = set[int](), list[str]()
    for part in _PARTS.split(_MEANT.sub("", typed)):
        words = only_words(tokens_of(part))
        bare = " ".join(word for word in words if word not in _AMONG)
        place = numbered(bare, count) if _POINTING & {*words} else None
        if place is not None:
            found.add(place)
        elif not {*words} <= NO:
            rest += words
    return found.pop() if len(found) == 1 and "?" not in typed and not {*rest} & _TURNING else None


def all_of_it(label: str, typed: str) -> bool:
    """Whether a line says only that all parts of what is put are meant, as many as there are ("both of them")."""
    words, parts = only_words(tokens_of(typed)), label.count(BETWEEN) + 1
    counts = [_HOW_MANY[word] for word in words if word in _HOW_MANY]
    rest = {*words} - {*_HOW_MANY} - FILLER - YES - _OF_ALL
    lettered = any(len(word) == 1 for word in words)
    denied = {*words} & (NO | NEGATORS | _ONE_OF) or "?" in typed or lettered or not {*words} & _OF_ALL
    return parts > 1 and {*counts} == {parts} and not rest and not denied


def the_same_for_others(typed: str) -> bool:
    """Whether a line says the same of the rows that are left ("and for the other two as well")."""
    return bool(_OTHERS_TOO.search(typed)) and not {*only_words(tokens_of(typed))} & _TURNING
