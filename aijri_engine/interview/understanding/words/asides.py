"""What a line tells beside what its writer does: another's doing, what is over, still to come or untrue."""

import re
from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise
from typing import Final

from aijri_engine.interview.understanding.words.clauses import (
    FIRST_WORDS,
    ME,
    OTHER_PEOPLE,
    Clause,
    clauses_of,
    denies,
)
from aijri_engine.interview.understanding.words.tokens import (
    PHRASES,
    holds,
    is_number,
    phrase_at,
    phrase_list,
    tokens_of,
    word_set,
)

_DOERS: Final = OTHER_PEOPLE | word_set(PHRASES.other_doers)
_OF_WHOM: Final = word_set("my our the a an another one some this that")
_ANYBODY: Final = word_set("they he she hes shes someone somebody guy")
"""Who may be those whom the work is for."""
_ASKED: Final = word_set("me us")
_JOINING: Final = word_set("but and so though although while whereas because when if")
_REFUSING: Final = ME | word_set("not no me us mine ours my our do did never")
_ENDED: Final = phrase_list(PHRASES.ended)
_UNTRUE: Final = phrase_list(PHRASES.untrue)
_DOING_IT: Final = ME | {"never", "nothing", "not"}
_EVERY: Final = word_set("everything all")
_EXCEPT: Final = phrase_list(PHRASES.excepting)
_UNLIKE: Final = phrase_list(PHRASES.turning_round)
"""Words that turn round what stands after or before them ("did none of it")."""
_LEFT_OPEN: Final = word_set("i if lying")
_GOING_ON: Final = word_set("that nothing nobody")
_SELDOM: Final = phrase_list(PHRASES.seldom)
_MOSTLY: Final = word_set(PHRASES.mostly)


def told_of_me(clauses: Sequence[Clause], of_others: Callable[[Clause, Sequence[str]], bool]) -> list[Clause]:
    """The clauses without those that tell of somebody else beside me, of what is over or to come, and what is untrue.

    `of_others` tells whether a clause says something that is an answer because others do it.
    """
    mine = any(ME & {*_begun(one)[:1]} for one in clauses)
    dropped: set[int] = set()
    for at, one in enumerate(clauses):
        before = clauses[at - 1] if at else one
        others = _doers(one) if mine else []
        if refuses(one):
            named = [word for word in before.words if word in _DOERS - ME]
            dropped |= {at - 1, at} if named and not of_others(before, named) else set()
        elif any(holds(one.words, phrase) for phrase in _ENDED):
            dropped |= {at - 1, at}
        elif others and not _ASKED & {*one.words} and not of_others(one, others):
            dropped.add(at)
        elif any(holds(one.words, phrase) for phrase in _UNTRUE):
            dropped |= {at, *_gone_on_with(clauses, at)}
    return [one for at, one in enumerate(clauses) if at not in dropped]


def _gone_on_with(clauses: Sequence[Clause], at: int) -> Iterator[int]:
    """Places of the clauses that go on with what this one says is not so."""
    last = clauses[at].words[-1]
    for place in range(at + 1, len(clauses)):
        if clauses[place].words[0] not in _GOING_ON and not (last in _LEFT_OPEN and place == at + 1):
            return
        yield place


def _begun(clause: Clause) -> tuple[str, ...]:
    return clause.words[1:] if clause.words[0] in _JOINING else clause.words


def _doers(clause: Clause) -> list[str]:
    """Those of whom it tells, who are not me."""
    words = _begun(clause)
    first = words[: FIRST_WORDS + 1 if words[:1] and words[0] in _OF_WHOM else 1]
    return [word for word in first if word in _DOERS - ME - _ANYBODY]


def refuses(clause: Clause) -> bool:
    """ "not me", "I don't": what stands before is another's."""
    words = {*_begun(clause)}
    return (
        len(words) > 1
        and any(map(denies, words))
        and all(denies(word) or word in _REFUSING for word in words)
    )


def _only(clause: Clause, after: Clause) -> bool:
    """ "never did anything but", "nothing but": what stands after it is all there is."""
    but = clause.words[0] in _DOING_IT and after.words[0] in ("but", "except")
    return but and clause.words[-1] in ("anything", "nothing") and len(clause.words) > 1


def mostly(clauses: Sequence[Clause]) -> list[Clause]:
    """The clauses without those of what is so now and then, where another tells what is so mostly."""
    seldom = (
        at for at, one in enumerate(clauses) if at and any(holds(one.words, phrase) for phrase in _SELDOM)
    )
    kept = list(clauses[: next(seldom, len(clauses))])
    return kept if any(_MOSTLY & {*one.words} for one in kept) else list(clauses)


def ended(clauses: Sequence[Clause]) -> bool:
    """ "but threw it out": what it tells is over."""
    return any(holds(one.words, phrase) for one in clauses for phrase in _ENDED)


def turned_round(clauses: Sequence[Clause]) -> bool:
    """ "everything except", "never anything but", "stopped doing it, now": words of it stand for what is not so."""
    words = [word for one in clauses for word in one.words]
    excepted = any(holds(words, (every, *phrase)) for every in _EVERY for phrase in _EXCEPT)
    only = any(_only(one, after) for one, after in pairwise(clauses))
    unlike = any(holds(words, phrase) for phrase in _UNLIKE)
    return excepted or only or unlike or ("now" in words and any(map(_stopped, clauses)))


def _stopped(clause: Clause) -> bool:
    words = _begun(clause)[_begun(clause)[:1] in (("i",), ("we",), ("ive",)) :]
    return words[:1] == ("stopped",) and words[1:2] != () and words[1].endswith("ing")


def all_but(words: Sequence[str]) -> bool:
    """ "all of it except charting", "all serving apart from an hour"."""
    return bool(words) and words[0] in _EVERY and any(holds(words, phrase) for phrase in _EXCEPT)


_NORMS: Final = phrase_list(PHRASES.weeks["norms"])
_TELLING: Final = word_set(PHRASES.telling)
_OF_THEM: Final = re.compile(
    r"\b(?:that|it|they)(?:['’]s|['’]re| is| are) (?:the |my |our )?\w+['’]s?(?:$|[ ,.;]*$)"
    r"|\bwhat (?:my|our|the) \w+ (?:does|do|did)\b",
    re.IGNORECASE,
)
"""At the end "but that's Joe's", and anywhere "is what my team does"."""


_BRACKETS: Final = re.compile(r"[(\[]([^)\]]*)[)\]]")
LEAST_OF_OTHERS: Final = 3
"""Words in brackets that tell what somebody does ("my wife writes them") [ours]."""


def in_brackets_of_others(typed: str) -> bool:
    """What somebody else does stands in brackets beside a row: "30 poems (my wife writes them)"."""
    inside = (one for said in _BRACKETS.findall(typed) for one in clauses_of(tokens_of(said)))
    return any(len(one.words) >= LEAST_OF_OTHERS and bool(_doers(one)) for one in inside)


def _is_norm(tokens: Sequence[str], place: int) -> bool:
    """What such a week should be stands there; not how long it is ("my contract says 40 hours")."""
    norm = phrase_at(tokens, place, _NORMS)
    return bool(norm) and not any(map(is_number, tokens[place + len(norm) :][:1]))


def of_another_week(tokens: Sequence[str], typed: str) -> bool:
    """ "10 last year", "10 on paper": an amount of another time, of others, or of what only should be."""
    return of_others(tokens, typed) or any(one.elsewhere() for one in clauses_of(tokens))


def of_others(tokens: Sequence[str], typed: str) -> bool:
    """Shares that somebody else has or tells stand in the line ("everyone else does 50 charting")."""
    if any(map(is_number, tokens)) and any(_is_norm(tokens, place) for place in range(len(tokens))):
        return True
    for one in clauses_of(tokens):
        words = [word for word in _begun(one) if word != "else"][: FIRST_WORDS + 3]
        acting = any(word in _DOERS - ME - _ANYBODY and after in _TELLING for word, after in pairwise(words))
        if acting and any(map(is_number, one.words)):
            return True
    return bool(_OF_THEM.search(typed)) and any(map(is_number, tokens))
