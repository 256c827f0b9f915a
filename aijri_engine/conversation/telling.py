"""Words by which a longer line is known: telling words near each other, and the term whose meaning is asked for."""

import re
from collections.abc import Container, Sequence
from typing import TypeVar

from aijri_engine.content.people_ask import AboutResult, Answered, ResultPage
from aijri_engine.interview.understanding.words.tokens import PHRASES, holds, only_words, tokens_of

Known = TypeVar("Known", bound=Answered)
Told = TypeVar("Told", Answered, AboutResult, ResultPage)

MOST_BETWEEN = 4
"""Words between two of the telling words of a question, at most [ours]."""
_MEANING = re.compile(
    r"\b(?:what (?:is|are|was) (?:meant by )?|what do you (?:mean|call)(?: by| with)? |explain |define "
    r"|(?:meaning|definition) of |(?:do not|can not|dont) (?:understand|get|follow|know) )"
    r"(?:(?:a|an|the|this|that|these|my|your|word|term|it|what|is|are|to me|me) )*"
    r"(?P<behind>(?!(?:good|bad|best|worst|safest)\b)\w.*)$|\bwhat\b.*\bmeans?\b"
)
"""How the meaning of a term is asked for, and where the term stands."""
LONGEST_TERM = 4
"""Words behind such a beginning among which the term stands [ours]."""


def told_by(text: str, known: Sequence[Told]) -> Told | None:
    """The first of these whose telling words stand in the line near each other and in their order."""
    words = _spelt(text)
    return next((one for one in known if any(_in_order(words, said.split()) for said in one.telling)), None)


def told_so(text: str, telling: Sequence[str]) -> bool:
    """Some of these telling words stand in the line, near each other and in their order."""
    words = _spelt(text)
    return any(_in_order(words, said.split()) for said in telling)


def stated_by(text: str, known: Sequence[Known], beside: Container[str]) -> Known | None:
    """The first of these that a line states in words that follow each other, but for words `beside` them."""
    words = [word for word in _spelt(text) if word not in beside]
    return next((one for one in known if any(_in_order(words, said.split(), 0) for said in one.stated)), None)


def _spelt(text: str) -> list[str]:
    spelt = [PHRASES.contractions.get(one, one) for one in only_words(tokens_of(text))]
    return " ".join(spelt).split()


def explained(text: str, known: Sequence[Known]) -> Known | None:
    """The one that explains the term whose meaning the line asks for; of several terms the longest that is known."""
    words = _spelt(text)
    asked = _MEANING.search(" ".join(words))
    if asked is None:
        return None
    about = asked["behind"].split()[:LONGEST_TERM] if asked["behind"] is not None else words
    found = [(len(term.split()), one) for one in known for term in one.terms if holds(about, term.split())]
    return max(found, key=lambda pair: pair[0])[1] if found else None


def _in_order(words: Sequence[str], pattern: Sequence[str], between: int = MOST_BETWEEN) -> bool:
    """Each part of the pattern has one of its words in the line, near the one before; `^` begins the line."""
    at_the_start, first = pattern[0].startswith("^"), pattern[0].removeprefix("^").split("|")
    places = [at for at, word in enumerate(words[: 1 if at_the_start else None]) if word in first]
    for part in pattern[1:]:
        near = ((at, range(at + 1, min(at + 2 + between, len(words)))) for at in places)
        places = [next_at for _, reach in near for next_at in reach if words[next_at] in part.split("|")]
    return bool(places)
