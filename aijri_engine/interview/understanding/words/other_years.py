"""Years that are none of the work somebody is asked about: an age, somebody else's, or how long ago it was over."""

import re
from collections.abc import Sequence
from typing import Final

from aijri_engine.interview.understanding.words.amounts import amounts_in, read_amount
from aijri_engine.interview.understanding.words.clauses import ME, OTHER_PEOPLE, Clause, clauses_of, denies
from aijri_engine.interview.understanding.words.spans import YEARS, begins
from aijri_engine.interview.understanding.words.tokens import PHRASES, holds, phrase_at, phrase_list, word_set

_OLD: Final = phrase_list(("old", "of age", "yo", "years of age"))
_AGED: Final = word_set("aged age turned turn turning")
_OVER: Final = phrase_list(
    ("ago", "hence", "from now", "out of it", "without a job", "since i quit", "since i left", "since i stopped",
     "to pension", "till pension", "until pension", "till retirement", "until retirement")
)  # fmt: skip
_WAS: Final = word_set("am im was")
_WHEN: Final = word_set("when then")
_WHOSE: Final = word_set("my our his her their the")
_WHO: Final = OTHER_PEOPLE | word_set(PHRASES.other_doers)
_THEY: Final = word_set(
    "he hes she shes his her they their everyone everybody others colleagues wife husband mum mom dad mother father "
    "brother sister son daughter uncle aunt cousin"
)
"""Who begins to tell of somebody else; one's own title may begin what one tells of oneself ("lead for 3 years")."""
_SEASONS: Final = word_set(PHRASES.units["season"])
_COUNTED_BY: Final = ("week", "wk", "shift", "night", "class", "team")
_NO_SPAN: Final = frozenset(
    (*((rate, of) for rate in ("a", "per", "each", "every") for of in _COUNTED_BY),
     *(("of", who) for who in ("us", "you", "people", "my", "our")), ("weekly",))
)  # fmt: skip
LAST_CENTURY: Final = "50"
"""Years of two figures from which they are of the last century [ours]."""
_SHORT_YEAR: Final = re.compile(r"(?<![\w'’‘])['’‘](\d\d)(?![\w'’‘])")
_MINE: Final = ME | word_set("me us")


def of_me(tokens: Sequence[str]) -> list[str]:
    """The line without the clauses that tell how long others have done it ("my husband has 10 years, I have 5")."""
    clauses = clauses_of(tokens)
    kept = [one for one in clauses if not _of_others(one)]
    if len(kept) == len(clauses):
        return list(tokens)
    return [word for one in kept for word in (*one.words, ",")][:-1]


def _of_others(clause: Clause) -> bool:
    first = clause.words[1:3] if clause.words[0] in _WHOSE else ()
    others = clause.words[0] in _THEY or bool(_WHO & {*first})
    return others and not _MINE & {*clause.words} and bool(amounts_in(clause.words))


def is_age(tokens: Sequence[str]) -> bool:
    """The only amount of the line is how old somebody or something is ("I'm 45", "aged 45", "25 when I started")."""
    found = _only(tokens)
    if found is None:
        return False
    start, end = found
    before, after = tokens[start - 1 : start], tokens[end : end + 1]
    bare = end == start + 1
    told = bare and bool(_WAS & {*before}) and (not after or not after[0].isalnum() or after[0] in _WHEN)
    aged = bool(_AGED & {*before}) or (before == ["of"] and "age" in tokens[:start])
    aged = aged or (bare and before == ["at"] and not _WAS & {*tokens[:start]})  # "at 45", and no "I'm at 12"
    return bool(phrase_at(tokens, end, _OLD)) or aged or told


def is_over(tokens: Sequence[str]) -> bool:
    """So long ago something was, and no beginning of the work ("I stopped 5 years ago", "10 years since I quit").

    So is how long it was not done ("haven't taught for 10 years").
    """
    found = _only(tokens)
    if found is None:
        return False
    before = tokens[: found[0]]
    undone = [*before[-1:]] in (["for"], ["in"]) and "," not in before and any(map(denies, before))
    over = any(holds(tokens, one) for one in _OVER if len(one) > 1)
    return undone or over or (bool(phrase_at(tokens, found[1], _OVER)) and not begins(tokens))


def is_no_span(tokens: Sequence[str]) -> bool:
    """How often or how many there are of something ("5 a week", "5 of us"), and no time."""
    return any(
        tuple(tokens[place : place + 2]) in _NO_SPAN or tuple(tokens[place : place + 1]) in _NO_SPAN
        for place in (one.end for one in amounts_in(tokens) if one.unit == "bare")
    )


def is_part(tokens: Sequence[str]) -> bool:
    """A part of something, and no time ("half my career", "3 of 5")."""
    units = {one.unit for one in amounts_in(tokens)}
    return units == {"fraction"} and YEARS not in tokens


def is_ahead(tokens: Sequence[str]) -> bool:
    """It may as well be still to come ("in three years")."""
    found = _only(tokens)
    return found is not None and tokens[found[0] - 1 : found[0]] == ["in"] and YEARS in tokens[slice(*found)]


def in_seasons(tokens: Sequence[str]) -> bool:
    """Told in seasons, of which some last months ("two summers")."""
    return bool(_SEASONS & {*tokens}) and YEARS not in tokens


def in_full(typed: str) -> str:
    """The line with years of two figures in full: "since '19" is since 2019."""
    return _SHORT_YEAR.sub(lambda found: f"{20 if found[1] < LAST_CENTURY else 19}{found[1]}", typed)


def _only(tokens: Sequence[str]) -> tuple[int, int] | None:
    """From where to where the one amount of the line goes; None where there are more."""
    at, spans = 0, []
    while at < len(tokens):
        amount = read_amount(tokens, at)
        if amount is not None:
            spans.append((at, amount.end))
        at = amount.end if amount is not None else at + 1
    return spans[0] if len(spans) == 1 else None
