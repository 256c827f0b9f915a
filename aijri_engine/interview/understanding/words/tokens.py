"""Typed text as small words: folding, tokens, stems, slips, and the short lists of words that carry no answer."""

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache
from itertools import takewhile
from typing import Final

from rapidfuzz.distance import OSA

from aijri_engine.content.library import shipped_phrases
from aijri_engine.text import clean, figure

LONGEST_READ: Final = 1000
"""Characters of typed text that are read; the rest is dropped before anything looks at it [ours]."""

MOST_TOKENS: Final = 100
"""Words and signs that are read as an answer; longer text is asked back [ours]."""

MOST_STEMS: Final = 8192
"""Words whose stem is remembered [ours]."""

LINES_KEPT: Final = 256
"""Folded texts kept at once: a line, its parts and names beside it are looked at from many sides [ours]."""

SHORTEST = 3
"""Letters of a word that may be a slip of a longer one [ours]."""

SHORTEST_TYPO: Final = 5
"""Letters a word needs before one wrong letter is forgiven [ours]."""

_TOKEN: Final = re.compile(
    r"[0-9]+(?:[.,][0-9]+)*|(?<![0-9\w])[.][0-9]+|[^\W\d_]+(?:[0-9]+[^\W\d_]*)?|[^\s\w]|\d|_"
)
_SPACES: Final = re.compile(r"\s+")

_WRITTEN_PARTS: Final = ("1/2", "1/4", "3/4", "1/3", "2/3", "1/5", "2/5", "3/5", "4/5")
_FOLDED: Final = str.maketrans(
    {
        **{chr(wide): chr(wide - 0xFEE0) for wide in range(0xFF01, 0xFF5F)},
        **dict.fromkeys("'’‘ʼ`´", ""),
        **dict.fromkeys("–—‐‑‒−", "-"),
        **dict.fromkeys("≈∼", "~"),
        "_": " ",
        **{sign: f" {part} " for sign, part in zip("½¼¾⅓⅔⅕⅖⅗⅘", _WRITTEN_PARTS, strict=True)},
        "⁄": "/",
        "“": '"',
        "”": '"',
    }
)


def word_set(words: str) -> frozenset[str]:
    """The words of a list written as one line."""
    return frozenset(words.split())


def phrase_list(phrases: Iterable[str]) -> tuple[tuple[str, ...], ...]:
    """Phrases as their words, the longest first."""
    return tuple(sorted((tuple(phrase.split()) for phrase in phrases), key=len, reverse=True))


PHRASES: Final = shipped_phrases()

FILLER: Final = word_set(PHRASES.filler)
"""Words that surround an answer and are no answer themselves."""

HEDGES: Final = word_set(PHRASES.hedges)
"""Words of somebody who is not sure."""


NEGATORS: Final = word_set(PHRASES.negators)
"""Words that may turn an answer round."""

_OPENINGS: Final = phrase_list(PHRASES.opening)
_BEFORE_AN_OPENING: Final = word_set("hm hmm well so ok okay um uh oh ah er , . - ; ! :")

VAGUE: Final = word_set(PHRASES.vague)
"""Words for an amount that name none."""


ODD_SIGNS: Final = frozenset("?{}$\\|^@#<")
"""Signs of questions and of code."""


_HOURS: Final = re.compile(
    r"(?<![\w.,])(?P<hours>\d{1,3})(?:h(?P<glued>[0-5]\d)(?:\s*(?:m|mins?|minutes?)\b)?"
    r"|\s*(?:h|hrs?|hours?)\s+(?P<alone>[0-5]\d)(?=\s*(?:$|[,;.)]))"
    r"|\s*(?:h|hrs?|hours?)\s*(?:and\s+)?(?P<minutes>[0-5]?\d)\s*(?:m|mins?|minutes?)\b)"
    r"(?![\w:]|[.,]\d|\s*(?:%|percent\b|h\b|hrs?\b|hours?\b|d\b|days?\b))",
    re.IGNORECASE,
)
"""Without a word for minutes they are glued to the `h`, or end the part: "of 30 hours 15 serving" has a total."""

_CLOCK: Final = re.compile(
    r"(?<![\w.,:])(?P<hours>[0-5]?\d):(?P<minutes>00|15|30|45)(?:\s*(?:h|hrs?|hours?)\b)?(?![\w:])",
    re.IGNORECASE,
)
"""Of any other minutes the first figure may as well be the number of a row."""


def in_hours(typed: str) -> str:
    """`8h30`, `8:30` and `8 h 30 min` as 8.5 h."""
    return _HOURS.sub(_in_hours, _CLOCK.sub(_in_hours, typed))


def _in_hours(found: "re.Match[str]") -> str:
    parts = found.groupdict()
    hours = int(parts["hours"]) + int(next(filter(None, map(parts.get, ("glued", "alone", "minutes"))))) / 60
    return f"{figure(hours, 4)} h"


_HALF_READ: Final = re.compile(
    r"(?<!\w)(?:0x[\da-f]+|\d+(?:[.,]\d+)?(?!x[^\W\d_])[^\W\d_]+\d\w*|\d+['’]\d+|\d+[.,]{2,}\d+"
    r"|\d+(?:[.,]\d+){2,})(?![\w.,:]*\d)|(?<![\w.,])[1-9]\d{0,2}[.]\d{3}(?![\w.,])"
    r"|(?<![\w.,])\d+(?:[.,]\d+)?(?!(?:h|hrs?|hours?|hs|m|mins?|minutes?|d|days?|w|wks?|weeks?|y|yrs?|years?|mos?"
    r"|months?|pct|pc|perc|percent|pts?|k|x|s|th|st|nd|rd|ish)(?!\w))[a-z]+(?!\w)"
)
"""A figure glued to something else, or to letters that are no unit: `5o`, `2x12h`, `8'30`, `1e3`, `8..5`, `0x1e`."""

HALF_READ: Final = "“{0}” is only half a figure here. {1}"


MINUS: Final = re.compile(r"(?:^|[\s:=,(])-[0-9][0-9.,]*|\bminus\b")


def half_read(typed: str) -> str:
    """A figure of which only the first part would be understood; empty where there is none."""
    folded = in_hours(clean(typed, LONGEST_READ).casefold())
    found = _HALF_READ.search(folded)
    return found[0] if found and ("." in found[0] or not _GROUPED.fullmatch(found[0])) else ""


SPAN: Final = re.compile(r"\d{1,2}:\d\d\s*(?:-|–|—|to|till|until)\s*\d{1,2}:\d\d")
"""From one time of day to another, on nobody knows how many days."""

_GROUPED: Final = re.compile(r"\d{1,3}(?:[.,]\d{3})+")
"""A large number in groups of three."""


_PART_SIGNS: Final = frozenset("½¼¾⅓⅔⅕⅖⅗⅘")


def signed_part(typed: str) -> bool:
    """A line of signs like ½, with figures and letters but without words."""
    return bool(_PART_SIGNS & {*typed}) and not re.search("[a-z]{2}", typed.casefold())


def half_share(typed: str) -> str:
    """The same where parts of a whole are told: there no figure is so large, and none goes on after its sign."""
    hours = r"\d+\s*(?i:h|hrs?|hours?)"
    weeks = rf"{hours}\s*(?i:/|in|per|every|over|each)\s*(?i:\d|two|three|four)\s*(?i:wks?|weeks?)"
    days = rf"\d+\s*(?i:d|days?)\s+(?i:and\s+)?{hours}(?!\w)"
    goes_on = rf"\d+\s*(?:%\+|°)|\d+\+(?![\w%])|\d+\s*[x×*]\s*\d+|±\s*\d+|{hours}(?:\s*/\s*\d+|\+(?!\s*\w))"
    found = re.search(rf"{SPAN.pattern}|{weeks}|{days}|{_GROUPED.pattern}(?!\d)|{goes_on}", typed)
    return half_read(typed) or (found[0] if found else "")


_ABBREVIATED: Final = {
    short: meant for meant, words in PHRASES.abbreviated.items() for short in words.split()
}
_DOTTED: Final = re.compile(rf"(?<![\w.])(?<!\d )({'|'.join(_ABBREVIATED)})\.\s*(?=\d)")
"""Not the unit of a figure: "30 min. 5 h"."""


@lru_cache(maxsize=LINES_KEPT)
def fold(typed: str) -> str:
    """Clean text in small letters, with quotes, dashes and fractions in one form each, on one line."""
    folded = clean(typed, LONGEST_READ).casefold().translate(_FOLDED)
    folded = _DOTTED.sub(lambda found: f"{_ABBREVIATED[found[1]]} ", in_hours(folded))
    return _SPACES.sub(" ", folded).strip()


_NOT_APPLICABLE: Final = re.compile(r"(?<![\w.])n(?:\s?/\s?a|\.\s?a\.?)(?!\w)")
"""Whose "a" is no letter of an option."""


def tokens_of(typed: str) -> list[str]:
    """Words, numbers and signs of a text, in order; apostrophes are dropped, hyphens stand alone."""
    return [*_tokens_of(typed)]


@lru_cache(maxsize=LINES_KEPT)
def _tokens_of(typed: str) -> tuple[str, ...]:
    return tuple(_TOKEN.findall(_NOT_APPLICABLE.sub("na", fold(typed))))


def words_of(typed: str) -> list[str]:
    """Words and numbers of a text without signs."""
    return only_words(tokens_of(typed))


def as_typed(name: str, typed: str) -> str:
    """A name with the capitals and apostrophes that it was typed with; of a line in capitals as it is."""
    loose = r"[\s-]+".join("['’]?".join(map(re.escape, word)) for word in name.split())
    found = re.search(rf"(?<!\w){loose}(?!\w)", typed, re.IGNORECASE) if loose else None
    return name if found is None or typed.isupper() else found[0]


def too_much(typed: str) -> bool:
    """More than is read as one answer."""
    return len(typed) > LONGEST_READ or len(tokens_of(typed)) > MOST_TOKENS


def without_opening(tokens: list[str]) -> list[str]:
    """The line without remarks before its answer ("hm, let me see."); the line itself where it says no more."""
    start = next((place for place, one in enumerate(tokens) if one not in _BEFORE_AN_OPENING), 0)
    found = phrase_at(tokens, start, _OPENINGS)
    left = tokens[start + len(found) :] if found else []
    while left and not left[0].isalnum():
        left = left[1:]
    return without_opening(left) if left else tokens


def only_words(tokens: Iterable[str]) -> list[str]:
    """Tokens that are words or numbers."""
    return [token for token in tokens if token[-1].isalnum()]


def opening(tokens: Iterable[str]) -> list[str]:
    """Words before the first sign."""
    return list(takewhile(lambda token: token[-1].isalnum(), tokens))


def split_at(tokens: Sequence[str], separators: Iterable[str]) -> list[list[str]]:
    """Pieces between the separators."""
    pieces: list[list[str]] = [[]]
    for token in tokens:
        if token in separators:
            pieces.append([])
        else:
            pieces[-1].append(token)
    return pieces


def phrase_at(tokens: Sequence[str], place: int, phrases: Iterable[tuple[str, ...]]) -> tuple[str, ...]:
    """The first of these phrases that begins at this place; () where none does."""
    return next((one for one in phrases if tuple(tokens[place : place + len(one)]) == one), ())


def is_number(token: str) -> bool:
    """Made of ASCII digits, perhaps with a point or commas."""
    return token[0] in "0123456789" or (token[0] == "." and token != ".")


TOTALS: Final = word_set(PHRASES.totals)
"""Words of which a total is called."""

TOTAL_WORDS: Final = TOTALS - word_set("all in is says whole week grand together") | word_set(
    PHRASES.sizes_of_a_job
)
"""Words that make what they stand in a total, or the size of a job."""

COUNTED: Final = word_set(PHRASES.counted)
"""What is counted, where a number is no share."""


def plural(word: str) -> bool:
    """A noun of several, as far as its ending tells: what a figure before it may count."""
    ending = len(word) > SHORTEST and word.endswith("s") and not word.endswith(("ss", "us", "is"))
    return word in COUNTED or (ending and word not in FILLER | HEDGES | VAGUE)


UNCUT: Final = word_set("evening")
"""Words that only look as if they had an ending: "evening" makes nothing even."""


@lru_cache(maxsize=MOST_STEMS)
def stem(word: str) -> str:
    """A word without its common English endings; only used to compare with other stems.

    No ending is cut where a word that denies would be left ("notes").
    """
    cut = _without_ending(word)
    return word if word in UNCUT or (cut in NEGATORS and word not in NEGATORS) else cut


def _without_ending(word: str) -> str:
    if len(word) > 4 and word.endswith("ies"):
        return word[:-3] + "y"
    if len(word) > 3 and word.endswith("s") and not word.endswith(("ss", "us", "is")):
        word = word[:-1]
    if len(word) > 5 and word.endswith("ing"):
        return _single(word[:-3])
    if len(word) > 4 and word.endswith("ed"):
        return _single(word[:-2])
    return word[:-1] if len(word) > 3 and word.endswith("e") else word


def _single(word: str) -> str:
    """`debugg` -> `debug`; `tun` stays."""
    if len(word) > 3 and word[-1] == word[-2]:
        return word[:-1]
    return word[:-1] if len(word) > 3 and word.endswith("e") else word


def slips(word: str, words: Iterable[str]) -> list[str]:
    """Those words that one letter missing, added, changed, or swapped with its neighbour parts from this one."""
    alike = [one for one in words if one[0] == word[0] and not is_number(word)]
    return [one for one in alike if OSA.distance(word, one, score_cutoff=1) <= 1]


def holds(words: Sequence[str], phrase: Sequence[str]) -> bool:
    """The phrase stands in the words, whole and in order."""
    return bool(phrase) and phrase[0] in words and f" {' '.join(phrase)} " in f" {' '.join(words)} "


_HEDGE_WORDS: Final = phrase_list(PHRASES.hedge_phrases)


def odd(tokens: Iterable[str]) -> bool:
    """Signs that no plain answer carries: a question mark, brackets of code, and the like."""
    return any(token in ODD_SIGNS for token in tokens)


def hedged(tokens: Sequence[str], explained: Iterable[str] = ()) -> bool:
    """The person is not sure, or asks back; words that an option uses itself (`explained`) do not count."""
    words = only_words(tokens)
    allowed = set(explained)
    if odd(tokens) or any(word in HEDGES and word not in allowed for word in words):
        return True
    return any(holds(words, phrase) and not set(phrase) <= allowed for phrase in _HEDGE_WORDS)


SHORTEST_MEANT = 4
"""Letters of a word that a slip is mended to [ours]."""


class Mender:
    """Mends words that are one slip away from exactly one of a list."""

    def __init__(self, meant: Iterable[str], left: Iterable[str] = ()) -> None:
        """`meant` are the words to mend to; `left` are other words that are right as they are."""
        self._meant = {word for word in meant if len(word) >= SHORTEST_MEANT}
        self._right = {*self._meant, *left}

    def mend(self, words: Sequence[str]) -> list[str]:
        """The words, each slip mended."""
        return [self._mended(word) for word in words]

    def _mended(self, word: str) -> str:
        if word in self._right or len(word) < SHORTEST or is_number(word) or not word.isalpha():
            return word
        close = slips(word, self._meant)
        return close[0] if len(close) == 1 else word
