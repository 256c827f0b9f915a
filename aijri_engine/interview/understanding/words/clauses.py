"""A line as clauses, each with what keeps it from being an answer: denied, asked, said of somebody or sometime else."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from aijri_engine.interview.understanding.words.tokens import (
    PHRASES,
    holds,
    is_number,
    only_words,
    phrase_list,
    plural,
    word_set,
)

_ENDS: Final = frozenset((",", ";", ".", "!", "|", ":", "(", ")", "-"))
_TURNS: Final = word_set(
    "but though although because so however whereas while since except apart and when if"
)
_RELATIVE: Final = word_set("that which who nobody nothing until before or")
_SPEAKERS: Final = word_set("i im ive we weve they he she")
_OPENING: Final = word_set("no nope nah yes yeah yep well so ok okay honestly sure")
ME: Final = word_set("i im ive id we weve were wed")
_SUBJECTS: Final = word_set(
    "i im ive id ill we were weve my our they hes shes he she it its the a an there not no"
)
_DENYING: Final = word_set(PHRASES.negators) - {"but"}
_AUXILIARIES: Final = word_set(
    "do does did is are was were have has had ca wo could would should ai must need"
)
_ASKING: Final = word_set("what whats who whos whose where when which why how")
_BEFORE_A_QUESTION: Final = _OPENING | _TURNS | word_set("or please sorry hm hmm then")
_TURNED: Final = word_set("is are was were do does did can could should would will shall may am has have had")
OTHER_PEOPLE: Final = word_set(PHRASES.other_people)
_ELSEWHERE: Final = phrase_list(PHRASES.elsewhere)
_COMPARING: Final = phrase_list(PHRASES.comparing)
_QUESTIONS: Final = phrase_list(PHRASES.question_phrases)
_QUESTION_OPENINGS: Final = phrase_list(PHRASES.question_openings)
_DISTRESS: Final = phrase_list(PHRASES.distress)
_DISTRESS_ALONE: Final = phrase_list(PHRASES.distress_alone)
_TELLERS: Final = word_set("i ive we weve they")
_NOW: Final = word_set("is are does can could should would will shall")
_PRONOUNS: Final = word_set("i we they he she it you this that these any mine yours")
"""Whom a line asks about that begins with "had" or "were"; before another word they tell ("had an intern")."""

_RATES: Final = (("a",), ("per",), ("each",), ("every",))
"""Words after "one day" that tell how often and not when."""

_OF_WHOM: Final = word_set("my our the a an another one some")

FIRST_WORDS: Final = 3
"""Words in which a clause names whom it tells of [ours]."""

LEAST_BEFORE: Final = 2
"""Words that stand before "that" or "which" where these begin a clause of their own [ours]."""


@dataclass(frozen=True, slots=True)
class Clause:
    """A part of a line that says one thing; `start` is the place of its first word among the words of the line."""

    words: tuple[str, ...]
    start: int = 0

    def denied(self, explained: frozenset[int] = frozenset()) -> bool:
        """A word denies, other than at the places that a name explains ("no approval")."""
        places = enumerate(self.words, self.start)
        return any(denies(word) for place, word in places if place not in explained)

    def persons(self, explained: frozenset[int] = frozenset()) -> list[str]:
        """Words for somebody else, other than at the places that a name explains."""
        places = enumerate(self.words, self.start)
        return [word for place, word in places if place not in explained and word in OTHER_PEOPLE]

    def subject(self) -> list[str]:
        """Words for somebody else of whom the clause tells ("my old colleague stopped it")."""
        first = self.words[: FIRST_WORDS if self.words[0] in _OF_WHOM else 1]
        return [word for word in first if word in OTHER_PEOPLE - _SPEAKERS]

    def elsewhere(self, explained: frozenset[int] = frozenset()) -> tuple[str, ...]:
        """What in it speaks of another time, or of a wish; () where nothing does."""
        return self._held(_ELSEWHERE, explained)

    def turned(self, explained: frozenset[int] = frozenset()) -> bool:
        """It does so, or compares."""
        return bool(self._held(_ELSEWHERE + _COMPARING, explained))

    def _held(self, phrases: Sequence[tuple[str, ...]], explained: frozenset[int]) -> tuple[str, ...]:
        words = set(self.words)
        found = (
            phrase
            for phrase in phrases
            if phrase[0] in words
            for place in range(len(self.words) - len(phrase) + 1)
            if self.words[place : place + len(phrase)] == phrase
            and not explained.issuperset(range(self.start + place, self.start + place + len(phrase)))
            and not self._means_now(phrase, self.words[:place], self.words[place + len(phrase) :][:1])
        )
        return next(found, ())

    @staticmethod
    def _means_now(phrase: tuple[str, ...], before: tuple[str, ...], after: tuple[str, ...]) -> bool:
        """ "one day a week", "since last year", "my old customers", "nobody takes anything but us"."""
        if phrase[-1] == "day":
            return after in _RATES
        if phrase[-1] == "old":
            return any(plural(word) and word not in OTHER_PEOPLE for word in after)
        return before[-1:] == ("since",) or (phrase == ("anything", "but") and any(map(denies, before)))


def denies(word: str) -> bool:
    """The word denies what stands beside it."""
    return word in _DENYING or (word.endswith("nt") and word[:-2] in _AUXILIARIES)


def explained(spans: Sequence[tuple[int, int, tuple[str, ...]]], words: Sequence[str]) -> frozenset[int]:
    """Places of words in names; a name that only denies ("none") leaves the words beside it denied."""
    no_more = all(map(denies, words))
    return frozenset(
        place
        for start, end, _ in spans
        if no_more or not all(map(denies, words[start:end]))
        for place in range(start, end)
    )


def clauses_of(tokens: Sequence[str]) -> list[Clause]:
    """The clauses of a line in their order; signs part them, and so do turns such as "but" before a new subject."""
    return [Clause(tuple(words), start) for words, start in _parted(tokens) if words]


def _parted(tokens: Sequence[str]) -> Iterator[tuple[list[str], int]]:
    words: list[str] = []
    start = place = 0
    for number, token in enumerate(tokens):
        is_word = token[-1].isalnum()
        follows = tokens[number + 1] if number + 1 < len(tokens) else ""
        turns = token in _TURNS and (token != "and" or follows in _SUBJECTS)
        turns = turns or (token in _RELATIVE and len(words) > LEAST_BEFORE)
        turns = turns or (token in _SPEAKERS and len(words) > LEAST_BEFORE + 1)
        turns = turns or (len(words) == 1 and words[0] in _OPENING and token in _SUBJECTS | {"lets", "let"})
        joined = token == "-" and number > 0 and follows and not is_number(tokens[number - 1])  # "sign-off"
        if (token in _ENDS and not joined) or turns:
            yield words, start
            words, start = [], place
        if is_word:
            words.append(token)
            place += 1
    yield words, start


def asks(tokens: Sequence[str]) -> bool:
    """The line is a question of the person."""
    words = [token for token in tokens if token[-1].isalnum()]
    if not words:
        return False
    if tokens[-1] != "?" and _tells_what(words):
        return False
    if tokens[-1] == "?" or words[0] in _ASKING or any(holds(words, phrase) for phrase in _QUESTIONS):
        return True
    if any(_opens(tokens, phrase) for phrase in _QUESTION_OPENINGS):
        return True
    subjects = _SUBJECTS | _PRONOUNS if words[0] in _NOW else _PRONOUNS
    return words[0] in _TURNED and len(words) > 2 and words[1] in subjects


def wants_to_know(tokens: Sequence[str]) -> bool:
    """It asks what something is, or whether it counts ("do initials count?"), and guesses no answer."""
    words = only_words(tokens)
    if len(words) <= LEAST_BEFORE:
        return False
    either = words[0] in _NOW and tuple(words[-2:]) == ("or", "what")
    asked = words[0] in ("whats", "whos") or (words[0] in _ASKING and words[1] in _NOW | {"do", "am"})
    return asked or either or (tokens[-1] == "?" and words[0] in _NOW | {"do"})


def _tells_what(words: Sequence[str]) -> bool:
    """ "what I came up with": what somebody did, and no question."""
    return len(words) > 3 and words[0] == "what" and words[1] in _TELLERS and words[2] not in _TURNED


def _opens(tokens: Sequence[str], phrase: tuple[str, ...]) -> bool:
    """The phrase begins the line or a part of it."""
    return phrase[0] in tokens and any(
        tuple(tokens[place : place + len(phrase)]) == phrase
        and (place == 0 or not tokens[place - 1][-1].isalnum() or tokens[place - 1] in _BEFORE_A_QUESTION)
        for place in range(len(tokens) - len(phrase) + 1)
    )


def turned_away(tokens: Sequence[str], explained: frozenset[int] = frozenset()) -> bool:
    """The line is a question, or speaks of another time, of a wish, compares, or says that it is wrong."""
    return asks(tokens) or Clause(tuple(token for token in tokens if token[-1].isalnum())).turned(explained)


def in_distress(tokens: Sequence[str]) -> bool:
    """A line speaks of despair about one's own life.

    The phrases are few, whole and literal: a false alarm in a talk about failing runs would be a fault, too.
    """
    words = only_words(tokens)
    return tuple(words) in _DISTRESS_ALONE or any(holds(words, phrase) for phrase in _DISTRESS)
