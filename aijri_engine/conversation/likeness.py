"""Which of the questions that people ask a line is most like, by the words that both share; rare words weigh more."""

from collections import Counter
from collections.abc import Sequence
from functools import cache
from math import log
from typing import TypeVar

from aijri_engine.content.library import shipped_answers
from aijri_engine.content.people_ask import Answered
from aijri_engine.interview.understanding.words.tokens import PHRASES, only_words, tokens_of

Known = TypeVar("Known", bound=Answered)

ROUNDING = 1e-9

LONGEST_ASKED = 16
"""Words of a line that is still looked at as a question [ours]."""


def best_of_any(lines: Sequence[Sequence[str]], questions: Sequence[Known], floor: float) -> Known | None:
    """The question in the words of one of the lines, else the one that is most like the first that is near."""
    short = [line for line in lines if line and len(line) <= LONGEST_ASKED]
    ranked = [_most_like(line, questions) for line in short]
    found = (one for least in (1.0, floor) for one, likeness in ranked if likeness >= least - ROUNDING)
    return next(found, None)


def best_of(words: Sequence[str], questions: Sequence[Known], floor: float) -> Known | None:
    """The question that is most like these words, at `floor` or above; 1 is for the same words."""
    best, likeness = _most_like(words, questions)
    return best if likeness >= floor - ROUNDING else None


def _most_like(words: Sequence[str], questions: Sequence[Known]) -> tuple[Known, float]:
    typed, beside = spelt_out(words), frozenset(shipped_answers().beside)
    told = _weight(typed - beside)

    likeness = [max(_likeness(typed, told, asked, beside) for asked in one.asked) for one in questions]
    most = max(likeness)
    return questions[likeness.index(most)], most


def _likeness(typed: frozenset[str], told: float, asked: str, beside: frozenset[str]) -> float:
    """Weight of the words that two lines share, of the weight of all their words; rare words weigh more.

    `told` is the weight of what is typed without words that only stand `beside` a question.
    """
    words, weight = _weighed(asked)
    shared = typed & words
    return 2 * _weight(shared) / (told + _weight(shared & beside) + weight) if shared else 0.0


@cache
def _weighed(asked: str) -> tuple[frozenset[str], float]:
    words = _words_of(asked)
    return words, _weight(words)


def _weight(words: frozenset[str]) -> float:
    weights, rarest = _weights(), _rarest()
    return sum(weights.get(word, rarest) for word in words)


@cache
def _words_of(asked: str) -> frozenset[str]:
    return spelt_out(only_words(tokens_of(asked)))


def spelt_out(words: Sequence[str]) -> frozenset[str]:
    """The words, with "what's" as "what is", and one word for all that mean the same here."""
    spelt = (one for word in words for one in PHRASES.contractions.get(word, word).split())
    return frozenset(_alike_words().get(one, one) for one in spelt)


@cache
def _alike_words() -> dict[str, str]:
    return {word: name for name, words in shipped_answers().alike.items() for word in words}


@cache
def _weights() -> dict[str, float]:
    """Weight of each word: the rarer in what people ask, the more."""
    file = shipped_answers()
    known = [asked for one in (*file.answers, *file.small_talk, *file.about_results) for asked in one.asked]
    counts = Counter(word for asked in known for word in _words_of(asked))
    return {word: log(1 + len(known) / count) for word, count in counts.items()}


@cache
def _rarest() -> float:
    return max(_weights().values())
