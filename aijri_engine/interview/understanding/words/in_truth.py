""" "He says I decide, but in truth he does": what is so in truth counts, not what is said to be so."""

from collections.abc import Sequence
from itertools import chain
from typing import Final

from aijri_engine.interview.understanding.words.clauses import clauses_of
from aijri_engine.interview.understanding.words.tokens import holds, phrase_at, phrase_list, word_set

_SAID: Final = phrase_list(
    ("says", "say", "said", "claims", "claim", "claimed", "thinks", "pretends", "pretend", "on paper", "officially",
     "in theory", "formally", "nominally", "supposedly", "by contract", "people think", "they think", "according to",
     "told")
)  # fmt: skip
_TRULY: Final = phrase_list(
    (
        "in truth",
        "in fact",
        "in reality",
        "in practice",
        "really",
        "actually",
        "truth is",
        "fact is",
        "in the end",
    )
)
_BEFORE: Final = word_set("but though although yet however and the well while whereas")
_OF_WHOM: Final = word_set("my our the his her their")
_DOES: Final = word_set("do does did")


def in_truth(tokens: Sequence[str]) -> list[str] | None:
    """What a line says to be so in truth, where it first tells what is only said to be so; None where it does not."""
    clauses = [list(one.words) for one in clauses_of(tokens)]
    for at, words in enumerate(clauses):
        start = next((place for place, word in enumerate(words) if word not in _BEFORE), 0)
        truly = phrase_at(words, start, _TRULY)
        before = [*chain.from_iterable(clauses[:at])]
        if truly and (said := next((one for one in _SAID if holds(before, one)), None)):
            rest = [words[start + len(truly) :], *clauses[at + 1 :]]
            told = [word for one in rest for word in (*one, ",")][:-1]
            return _in_full(told, before[_behind(before, said) :]) or None
    return None


def _in_full(told: list[str], said: Sequence[str]) -> list[str]:
    """ "He does" with what it stands for: "he decides"."""
    who, does = _subject(told), told[-1:]
    if not does or does[0] not in _DOES or len(told) > who + 1:
        return told
    return [*told[:-1], *said[_subject(said) :]]


def _subject(words: Sequence[str]) -> int:
    return 1 + bool(_OF_WHOM & {*words[:1]})


def _behind(words: Sequence[str], phrase: tuple[str, ...]) -> int:
    return next(at for at in range(len(words)) if phrase_at(words, at, (phrase,))) + len(phrase)
