"""What a line tells beside what its writer does: another's doing, what is over, still to come or untrue."""

from collections.abc import Callable, Sequence
from typing import Final

from aijri_engine.interview.understanding.words.clauses import FIRST_WORDS, ME, OTHER_PEOPLE, Clause, denies
from aijri_engine.interview.understanding.words.tokens import PHRASES, holds, phrase_list, word_set

_DOERS: Final = OTHER_PEOPLE | word_set(PHRASES.other_doers)
_OF_WHOM: Final = word_set("my our the a an another one some this that")
_ANYBODY: Final = word_set("they he she hes shes someone somebody guy")
"""Who may be those whom the work is for."""
_ASKED: Final = word_set("me us")
_JOINING: Final = word_set("but and so though although while whereas because when if")
_REFUSING: Final = ME | word_set("not no me us mine ours my our do did never")
_ENDED: Final = phrase_list(PHRASES.ended)
_UNTRUE: Final = phrase_list(PHRASES.untrue)


def told_of_me(clauses: Sequence[Clause], of_others: Callable[[Clause, Sequence[str]], bool]) -> list[Clause]:
    """The clauses without those that tell of somebody else beside me, of what is over or to come, and what is untrue.

    `of_others` tells whether a clause says something that is an answer because others do it.
    """
    mine = any(ME & {*_begun(one)[:1]} for one in clauses)
    dropped: set[int] = set()
    for at, one in enumerate(clauses):
        before = clauses[at - 1] if at else one
        others = _doers(one) if mine else []
        if _refuses(one):
            named = [word for word in before.words if word in _DOERS - ME]
            dropped |= {at - 1, at} if named and not of_others(before, named) else set()
        elif any(holds(one.words, phrase) for phrase in _ENDED):
            dropped |= {at - 1, at}
        elif others and not _ASKED & {*one.words} and not of_others(one, others):
            dropped.add(at)
        elif any(holds(one.words, phrase) for phrase in _UNTRUE):
            dropped |= {at, at + 1}
    return [one for at, one in enumerate(clauses) if at not in dropped]


def _begun(clause: Clause) -> tuple[str, ...]:
    return clause.words[1:] if clause.words[0] in _JOINING else clause.words


def _doers(clause: Clause) -> list[str]:
    """Those of whom it tells, who are not me."""
    words = _begun(clause)
    first = words[: FIRST_WORDS + 1 if words[:1] and words[0] in _OF_WHOM else 1]
    return [word for word in first if word in _DOERS - ME - _ANYBODY]


def _refuses(clause: Clause) -> bool:
    """ "not me", "I don't": what stands before is another's."""
    words = {*_begun(clause)}
    return (
        len(words) > 1
        and any(map(denies, words))
        and all(denies(word) or word in _REFUSING for word in words)
    )
