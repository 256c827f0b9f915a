"""Denials in the word order of other languages: "union we have not" says "we have no union"."""

from collections.abc import Sequence
from typing import Final

from aijri_engine.interview.understanding.words.tokens import (
    FILLER,
    HEDGES,
    NEGATORS,
    PHRASES,
    VAGUE,
    word_set,
)

_WHO: Final = word_set("i we they he she it there here you one")
_BEING: Final = word_set("am is are was were have has had need needs do does did use used can must")
_HAVING: Final = word_set("have has had need needs use used gives give")
_WORKING: Final = word_set(
    "work works worked sign signs signed decide decides decided teach taught refuse refused"
)
_DOING: Final = word_set("do does did can must")
_SAID_SHORT: Final = {
    "havent": "have", "hasnt": "has", "hadnt": "had", "arent": "are", "isnt": "is", "wasnt": "was", "werent": "were",
    "dont": "do", "doesnt": "does", "didnt": "did",
}  # fmt: skip
_NOT: Final = word_set("not none no never nothing nobody")
_BEHIND: Final = word_set("really here yet now so at all sadly sorry unfortunately luckily us me either")
_SIGNS: Final = frozenset((",", ".", ";", "!", "-", "and", "but"))
_LEADING: Final = _WHO | word_set(
    "if when because as what which who that than where why how since yes or in to my"
)
_TELLING_NOTHING: Final = FILLER | HEDGES | VAGUE | word_set(f"{PHRASES.small_talk} {PHRASES.beside_yes}")
_ARTICLES: Final = word_set("a an any the")
MOST_WORDS: Final = 5
"""Words of what is denied before the denial [ours]."""


def denied_first(tokens: Sequence[str]) -> list[str]:
    """The line with each clause that names first what it then denies in the order of English."""
    found, clause = list[str](), list[str]()
    for token in (*tokens, "."):
        if token not in _SIGNS:
            clause.append(token)
            continue
        found += [*_in_order(clause), token]
        clause = []
    return found[:-1]


def _in_order(clause: list[str]) -> list[str]:
    words = list(clause)
    while words and words[-1] in _BEHIND:
        words.pop()
    words = _with_its_verb(words)
    if words[-1:] and words[-1] in _SAID_SHORT:
        words[-1:] = [_SAID_SHORT[words[-1]], "not"]
    *told, first, second, last = ["", "", "", *words]
    who, being = (first, second) if first in _WHO else (second, first)
    told = [one for one in told if one]
    telling = {*told} - _TELLING_NOTHING
    if (
        last not in _NOT
        or who not in _WHO
        or being not in _BEING | _HAVING | _WORKING
        or not telling
        or len(told) > MOST_WORDS
    ):
        return clause
    if told[0] in _LEADING or {*told} & NEGATORS or not all(one.isalnum() for one in told):
        return clause
    if being in _HAVING and not told[-1].endswith("ed"):
        return [who, being, "no", *(told[1:] if told[0] in _ARTICLES else told)]
    if being in _WORKING:
        return [who, "do", "not", being, *told]
    if being in _DOING and len(told) > 1:
        return [*told[:-1], being, "not", told[-1]]
    return [who, being, "not", *told]


def _with_its_verb(words: list[str]) -> list[str]:
    """ "Union we do not have", with its verb alone: "union we have not"."""
    if words[-1:] and words[-1] in _HAVING and words[-2:-1] and words[-2] in _SAID_SHORT:
        words = [*words[:-2], _SAID_SHORT[words[-2]], "not", words[-1]]
    *told, first, second, no, verb = ["", "", "", "", *words]
    who, doing = (first, second) if first in _WHO else (second, first)
    if no != "not" or verb not in _HAVING or doing not in _DOING or who not in _WHO:
        return words
    return [*filter(None, told), who, verb, "not"]
