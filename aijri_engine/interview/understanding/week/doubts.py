"""Why a sentence about shares is not taken at its word, though its amounts pair up."""

from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from aijri_engine.interview.understanding.week.part_amounts import is_a_part, refers_back
from aijri_engine.interview.understanding.week.table import Table
from aijri_engine.interview.understanding.words.clauses import OTHER_PEOPLE, asks, clauses_of, explained
from aijri_engine.interview.understanding.words.tokens import (
    COUNTED,
    PHRASES,
    hedged,
    holds,
    only_words,
    phrase_list,
    word_set,
)

DENYING: Final = frozenset(PHRASES.weeks["denying"])
_RELATIVE: Final = phrase_list(PHRASES.weeks["relative"])


def why_unclear(tokens: Sequence[str], table: Table, ranges: bool, turned: str) -> str:
    """The reason, "" where there is none. `ranges`: an amount is one; `turned`: what stands beside the amounts."""
    words = only_words(tokens)
    if is_a_part(tokens):
        return "part"
    if ranges:
        return "range"
    if any(holds(words, phrase) for phrase in _RELATIVE) or refers_back(tokens):
        return "relative"
    if turned or any(word in DENYING for word in words):
        return turned or "denied"
    return "elsewhere" if _of_another(tokens, words, table) else "hedged" if hedged(tokens) else ""


def _of_another(tokens: Sequence[str], words: list[str], table: Table) -> bool:
    """The line asks, or somebody else says it, or it is of another time: "they say ...", "... last year"."""
    names = explained(table.names.spans(words), words)
    told = enumerate(pairwise([*words, ""]))
    others = any(one in _TELLERS and (not place or after in _SAYING) for place, (one, after) in told)
    times = [{*one.elsewhere(names)} for one in clauses_of(tokens)]
    asked = bool({*words[:1]} & _TURNED) and asks(tokens)
    return asked or others or any(time and not time & _OF_WORK for time in times)


_TURNED: Final = word_set("is are am was were do does did can could should would will shall may")
_TELLERS: Final = word_set("they he hes she shes")
_SAYING: Final = word_set("say says said think thinks reckon reckons want wants")
_OF_WORK: Final = OTHER_PEOPLE | COUNTED | word_set("going thinking try trying tried day")
"""Words of phrases for another time or other people that a week has for its work, too: "syncing with other teams"."""
