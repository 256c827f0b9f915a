"""Which clauses of a line tell what is asked: of this time and not the usual, of now and not to come, or its end."""

from collections.abc import Sequence
from itertools import dropwhile
from typing import Final

from aijri_engine.content.phrases import LeadingWord
from aijri_engine.interview.understanding.words.clauses import Clause, clauses_of
from aijri_engine.interview.understanding.words.tokens import FILLER, PHRASES, holds, phrase_at, phrase_list

_SAID: Final = {name: phrase_list(phrases) for name, phrases in PHRASES.leading.items()}
_JOINING: Final = frozenset(PHRASES.leading["joining"])
_NO_END: Final = frozenset(PHRASES.leading["no_end"])
_OUT: Final = frozenset(("out", "off"))
"""How something is left out at the end: "so that one's out"."""
_IFS: Final = frozenset(("if", "unless"))
_SIGNS: Final = frozenset(",.;:-!")


def this_time(tokens: Sequence[str]) -> list[str] | None:
    """What a line tells of this time, where it tells what is usual as well; None where it does not tell them apart."""
    clauses = clauses_of(tokens)
    usual = [_holds(one, "usual") for one in clauses]
    now = [_holds(one, "this_time") and not is_usual for one, is_usual in zip(clauses, usual, strict=True)]
    if not (any(usual) and any(now)):
        return None
    at = now.index(True)
    told = _without(clauses[at].words)
    if FILLER.issuperset(told) and at and not usual[at - 1]:
        told = [*clauses[at - 1].words]  # "me, this time"
    return [*dropwhile(_JOINING.__contains__, told)]


def as_it_is(tokens: Sequence[str]) -> list[str] | None:
    """A line without what may come of it, or was so once; None where nothing of that, or nothing else, is told."""
    clauses = clauses_of(tokens)
    away = {at for at, one in enumerate(clauses) if _holds(one, "coming") or _holds(one, "once")}
    away |= {at for at, one in enumerate(clauses) if one.words[0] in _IFS and {at - 1, at + 1} & away}
    left = [
        one.words for at, one in enumerate(clauses) if at not in away and not _JOINING.issuperset(one.words)
    ]
    kept = [word for words in left for word in (*words, ",")][:-1]
    return kept if away and not FILLER.union(_SIGNS).issuperset(kept) else None


def concluded(tokens: Sequence[str]) -> list[str] | None:
    """What a line comes to at its end ("..., so they disagree"); None where it concludes nothing."""
    for at in range(len(tokens) - 1, 0, -1):
        said = phrase_at(tokens, at, _SAID["concluding"]) if tokens[at - 1] in _SIGNS else ()
        told = [*tokens[at + len(said) :]]
        if said and told[:1] and told[0] not in _NO_END and told[-1] not in _OUT:
            return told
    return None


def _holds(clause: Clause, name: LeadingWord) -> bool:
    return any(holds(clause.words, one) for one in _SAID[name])


def _without(words: Sequence[str]) -> list[str]:
    at = next(at for at in range(len(words)) if phrase_at(words, at, _SAID["this_time"]))
    return [*words[:at], *words[at + len(phrase_at(words, at, _SAID["this_time"])) :]]
