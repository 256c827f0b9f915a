"""Of several things put at once some kept and others not: "the first bit is right, but I never said pay was above"."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Any

from aijri_engine.conversation.offers import Turn
from aijri_engine.conversation.parts import with_rows
from aijri_engine.conversation.standing import Trouble
from aijri_engine.conversation.state import Conversation
from aijri_engine.interview.path import Step
from aijri_engine.interview.understanding.agreeing import tells
from aijri_engine.interview.understanding.beside import UNREAD
from aijri_engine.interview.understanding.reading import sounds_like
from aijri_engine.interview.understanding.replies import echo_of
from aijri_engine.interview.understanding.words.clauses import denies
from aijri_engine.interview.understanding.words.numbers import ONES, ORDINALS
from aijri_engine.interview.understanding.words.tokens import (
    FILLER,
    NEGATORS,
    only_words,
    stem,
    tokens_of,
    word_set,
    words_of,
)
from aijri_engine.interview.understanding.yes_no import NO, YES

_CLAUSES = re.compile(r"[,.;!]+|(?<=\?)|\b(?:but|and|though|while)\b", re.IGNORECASE)
_DENYING = NO | NEGATORS | word_set("drop without scrap remove forget leave delete untick wrong")
_ONLY = word_set("only just")
_AFFIRMING = YES | _ONLY | word_set("fine ok okay good keep stays stay")
_SAYING = word_set("said say mention mentioned told")
_OTHERS = word_set("other others rest remaining")
_PART = word_set("part bit half row one")
_POINTING = (
    _PART
    | _OTHERS
    | frozenset(ORDINALS)
    | word_set("last said say mean meant mentioned mention is was about out")
)


@dataclass(frozen=True, slots=True)
class _Clause:
    """A part of the line: which parts of what is put it names, and what it says of them."""

    typed: str
    named: frozenset[Any]
    denies: bool
    affirms: bool
    only: bool
    others: bool

    @property
    def neutral(self) -> bool:
        """It tells something that is neither a yes nor a no to what is put."""
        return not (self.denies or self.affirms or self.others or "?" in self.typed) and tells(self.typed)

    @property
    def unsaid(self) -> bool:
        """It denies to have said something, and calls it by no name."""
        return self.denies and not self.named and bool({*words_of(self.typed)} & _SAYING)


def kept_part(talk: Conversation, step: Step, typed: str, seconds: float | None) -> Turn | None:
    """The turn by which some of what is put is kept, and the rest dropped; None for any other line.

    Where it is not said of those kept that they are right, they are put to be confirmed.
    """
    put, takes = talk.trouble, step.asked.question.takes
    value = put.offers[0][1] if put is not None and put.offers else None
    parts = _words_of_parts(step, value)
    if put is None or len(parts) < 2 or not (takes.rows or takes.several):
        return None
    found = [*_clauses(typed, step, parts, alone=len(put.offers) == 1)]
    denied = {part for one in found for part in one.named if one.denies}
    affirmed = {part for one in found for part in one.named if one.affirms}
    rest = {*parts} - denied - affirmed
    for one in found:
        if (one.others and not one.named) or (one.unsaid and affirmed and len(rest) == 1):
            denied, affirmed = (denied | rest, affirmed) if one.denies else (denied, affirmed | rest)
    if not denied and any(one.only for one in found) and all(one.named <= affirmed for one in found):
        denied = {*parts} - affirmed
    unclear = denied & affirmed or any(
        one.denies and (one.only or not (one.named or one.others or one.unsaid)) for one in found
    )
    kept = [part for part in parts if part not in denied]
    if unclear or not denied or not kept:
        return None
    chosen = {part: value[part] for part in kept} if isinstance(value, Mapping) else kept
    if not {*kept} <= affirmed:
        label = echo_of(step.asked, chosen if isinstance(chosen, Mapping) else tuple(chosen))
        return Turn(talk.troubled(sounds_like(label), ((label, chosen),), confirm=True))
    clear = replace(talk, trouble=None)
    after = (
        with_rows(clear, step, chosen, typed, seconds)
        if isinstance(chosen, Mapping)
        else clear.answer(step, chosen, typed, seconds)
    )
    told = [one.typed for one in found if one.neutral and not (one.named and one.named <= {*kept})]
    return Turn(replace(after, told=(*after.told, *(UNREAD.format(one) for one in told))))


def without_part(talk: Conversation, step: Step, typed: str) -> Turn | None:
    """The answer of several without what a line takes out of it, put to be confirmed; None for any other line."""
    before = talk.known
    if not (step.asked.question.takes.several and step.settled and isinstance(before, list)) or talk.trouble:
        return None
    named = {one.letter: one.name for one in step.asked.choices}
    line = _TAKING_OUT.sub(" remove ", f" {typed}")
    line = _BY_LETTER.sub(lambda at: f"{at['verb']} {named.get(at['letter'].lower(), '')}", line)
    parts = _words_of_parts(step, before)
    found = [*_clauses(line, step, parts, alone=True)]
    if not any(one.denies and one.named for one in found) or any(one.neutral for one in found):
        return None
    standing = Trouble("", ((echo_of(step.asked, tuple(before)), before),), confirm=True)
    return kept_part(replace(talk, trouble=standing), step, line, None)


_TAKING_OUT = re.compile(
    r"\b(?:take|taking)\b(?=.*\b(?:out|off|away)\b)|\b(?:untick|uncheck|exclude|get rid of)\b", re.IGNORECASE
)
_BY_LETTER = re.compile(
    r"\b(?P<verb>remove|drop|delete|without|scrap|leave out|not) (?P<letter>[a-z])\b(?=\W*$)", re.IGNORECASE
)


def _words_of_parts(step: Step, value: Any) -> dict[Any, set[str]]:
    """The rows or options of what is put with the words that name each of them and none of the others."""
    asked, said = step.asked, dict[Any, set[str]]()
    if isinstance(value, Mapping) and "rows" not in value:
        rows = [row for row in asked.rows if row.id in value]
        chosen = {row.id: [one for one in row.choices if one.id == value[row.id]] for row in rows}
        texts = {
            row.id: " ".join((row.short, row.label, *(one.label for one in chosen[row.id]))) for row in rows
        }
    else:
        listed = value if isinstance(value, list) else []
        texts = {one.id: f"{one.name} {one.label}" for one in asked.choices if one.id in listed}
    for part, text in texts.items():
        said[part] = {*map(stem, words_of(text))} - {*map(stem, FILLER | _DENYING | _AFFIRMING | _POINTING)}
    return {
        part: own - {word for other in said if other != part for word in said[other]}
        for part, own in said.items()
    }


def _clauses(typed: str, step: Step, parts: Mapping[Any, set[str]], alone: bool) -> Iterator[_Clause]:
    letters = {one.letter: one.id for one in step.asked.choices if one.id in parts and one.letter != "i"}
    for clause in _CLAUSES.split(typed):
        words = only_words(tokens_of(clause))
        if not words or {*words} <= NO:
            continue
        said = "?" not in clause
        denied = bool({*words} & _DENYING) or any(map(denies, words))
        affirms = said and not denied and bool({*words} & _AFFIRMING)
        told = [word for word in words if word not in _DENYING | _AFFIRMING]
        lettered = frozenset(
            letters[word] for word in told if word in letters and (word != "a" or len(told) == 1)
        )
        named = lettered or _named(words, parts, alone)
        only = said and bool({*words} & _ONLY)
        yield _Clause(clause.strip(), named, said and denied, affirms, only, bool({*words} & _OTHERS))


def _named(words: Sequence[str], parts: Mapping[Any, set[str]], alone: bool) -> frozenset[Any]:
    """The parts that a clause names by words of them alone, or by their place where no list of offers has places."""
    stems, ids = {*map(stem, words)}, [*parts]
    placing = alone or {*words} & _PART - {"one"}
    for before, count in pairwise(words) if alone else ():
        if before in ("first", "last") and (many := _counted(count)):
            return frozenset(ids[:many] if before == "first" else ids[-many:])
    places = [ORDINALS[word] for word in words if word in ORDINALS and placing]
    placed = {ids[place - 1] for place in places if 0 < place <= len(ids)}
    placed |= {ids[-1]} if "last" in words and alone else set()
    return frozenset(placed or {part for part, own in parts.items() if own & stems})


def _counted(word: str) -> int:
    """How many are meant by "the first two"; 0 for a word that is no number."""
    return int(word) if word.isdecimal() else ONES.get(word, 0)
