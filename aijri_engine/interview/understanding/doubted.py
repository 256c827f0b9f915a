"""Words around an answer that leave open whose it is, when, or whether it is so: the answer is put and not taken.

They are fillers elsewhere ("they say", "would have"), so an option called by its name would be taken with them.
"""

import re
from collections.abc import Collection, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import Final

from aijri_engine.interview.understanding.line import Line
from aijri_engine.interview.understanding.meant import Meant, meant_by
from aijri_engine.interview.understanding.reading import Reading, ask, put
from aijri_engine.interview.understanding.replies import how
from aijri_engine.interview.understanding.week.not_so import hardly_a_week, not_that_week
from aijri_engine.interview.understanding.words.tokens import (
    FILLER,
    PHRASES,
    only_words,
    phrase_list,
    split_at,
    word_set,
    words_of,
)

_DOUBTED: Final = phrase_list(PHRASES.doubted)
_ELSEWHERE: Final = phrase_list((*PHRASES.elsewhere, *PHRASES.once))
_DOERS: Final = phrase_list(PHRASES.doubted_doers)
_AMOUNTS: Final = phrase_list(PHRASES.doubted_amounts)
_PAST: Final = word_set(PHRASES.past)
_OF_THE_PAST: Final = _PAST | {"last"}
_NOT_YET: Final = word_set(PHRASES.not_yet)
_SMALL: Final = word_set(PHRASES.changing_a_name)
_SHARED: Final = re.compile(r"\band (?:the|my|our|his|her|their|a) [\w ]{1,30}['’]s?(?!\w)")
"""It is somebody else's, too: "my name and the doctor's"."""
_SAYING: Final = word_set("say rather guess think pick choose call")
"""Behind "I'd", where somebody answers so."""
_SIGNS: Final = frozenset(",;.-")
_FOR_OTHERS: Final = re.compile(
    rf"\b(?:by|for) (?:an?|the|my|our|his|her) (?:{'|'.join(PHRASES.other_people.split())})(?!\w)"
)
"""Work that is somebody else's: "half admin by my colleague"."""
SHORT: Final = 8
"""Words of a line whose few telling ones must all be said for what is taken: "travel agency" [ours]."""
_AT_THE_END: Final = frozenset(("then",))
"""A word of another time, where no more follows it."""


def doubted(line: Line, found: Reading) -> Reading:
    """The reading; one that would be taken, or kept in part, is put where words around it leave it open."""
    takes = line.asked.question.takes
    if takes.shares and (found.nearest or found.confident) and not_that_week(line.words, line.typed):
        return ask(f"{NOT_SO} {how(line.asked)}")
    if takes.shares and found.kind == "value" and hardly_a_week(line.typed, found.value):
        return _put(line, found)
    if takes.words or found.key or not (found.kind == "value" or (takes.rows and found.known)):
        return found
    parts = takes.rows or takes.shares
    phrases = [*_DOUBTED, *(() if parts else _ELSEWHERE), *(_DOERS if takes.listed else ())]
    if found.confident and not (takes.number or takes.yes_no):
        phrases += _AMOUNTS
    if takes.listed and found.kind == "value" and _otherwise(line, found):
        return _put(line, found)
    line = line.named()
    words, inside, names = line.words, *_named(line)
    phrases = [one for one in phrases if len(one) > 1 or one[0] not in names]
    near = takes.rows and any((one,) in _AMOUNTS and len(two) == 1 for one, two in pairwise(words))
    others = _FOR_OTHERS if takes.shares else _SHARED
    shared = (takes.option or takes.shares) and others.search(line.typed.casefold())
    near = near or (not takes.listed and words[-1] in _AT_THE_END)
    if not (near or shared or any(_stands(words, one, inside) for one in phrases)):
        return found
    if found.kind != "value":
        return ask(how(line.asked))
    return _put(line, found)


NOT_SO: Final = "That may not be so, or not be your own week as it is now. Say that one alone, please."


def _put(line: Line, found: Reading) -> Reading:
    """The same to be confirmed; what the line says of other questions is kept."""
    asked = put(how(line.asked), [(found.echo, found.value)])
    return replace(asked, question=f"{found.question} {asked.question}".strip(), pending=found.pending)


def _otherwise(line: Line, found: Reading) -> bool:
    """Small words around what is taken say that it was so once, will be, is for others, or is so in part.

    They change only a name that stands by itself; what is not yet so changes all that is told of.
    """
    meant, words = meant_by(line, found.value), line.words
    if line.vocabulary.options(line.asked).names.whole(words):
        return False
    short = len(words) <= SHORT and not (found.confident or found.pending)
    if short and meant.loose(line.tokens):
        return True
    parts = [part for one in split_at(line.tokens, _SIGNS) if (part := only_words(one))]
    return any(_changed(part, meant, _OF_THE_PAST & {*words_of(line.asked.ask)}) for part in parts)


def _changed(words: Sequence[str], meant: Meant, of_the_past: Collection[str]) -> bool:
    inside = meant.places(words)
    left = [at for at in range(len(words)) if at not in inside]
    by_name = bool(inside) and all(words[at] in FILLER for at in left)
    changing = _NOT_YET | (_SMALL if by_name else frozenset()) | (frozenset() if of_the_past else _PAST)
    behind = {at: [word for word in words[at + 1 :] if word not in FILLER][:1] for at in left}
    return any(
        words[at] in changing
        and not _SAYING & {*words[at + 1 : at + 2]}
        and not meant.says(words[at], *behind[at])
        for at in left
    )


def _stands(words: Sequence[str], phrase: tuple[str, ...], inside: set[int]) -> bool:
    """The words hold the phrase where it is not wholly inside the name of an option."""
    size = len(phrase)
    return any(
        tuple(words[at : at + size]) == phrase and not inside >= {*range(at, at + size)}
        for at in range(len(words))
    )


def _named(line: Line) -> tuple[set[int], set[str]]:
    """The places of words inside names of options that are more than a word; names of one word."""
    asked, words = line.asked, line.words
    rows = asked.rows if asked.question.takes.rows else ()
    options = [line.vocabulary.row_options(asked, row) for row in rows]
    options += [line.vocabulary.options(asked)] if asked.question.takes.listed else []
    spans = [(start, end) for one in options for start, end, _ in one.names.spans(words)]
    inside = {at for start, end in spans for at in range(start, end) if end - start > 1}
    return inside, {words[start] for start, end in spans if end - start == 1}
