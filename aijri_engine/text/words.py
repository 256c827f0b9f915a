"""Small helpers for words: near matches, lists in a sentence, names for files and rows."""

import difflib
import re
import unicodedata
from collections.abc import Iterable, Sequence
from datetime import date
from typing import Final

from aijri_engine.text.cleaning import clean

CLOSE_ENOUGH: Final = 0.6
"""Least similarity, 0 to 1, at which a word is offered as "did you mean": the default of difflib."""

LONGEST_COMPARED: Final = 100
"""Characters of a word that are compared; the cost grows with their square."""

LONGEST_SLUG: Final = 40
EMPTY_SLUG: Final = "row"
SLUG_CATEGORIES: Final = "LNM"

MONTHS: Final = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip


def nearest(word: str, candidates: Iterable[str], limit: int = 1) -> list[str]:
    """Return up to `limit` of `candidates` most like `word`, best first, ignoring case; maybe none."""
    if limit <= 0:
        return []
    by_folded: dict[str, str] = {}
    for candidate in candidates:
        by_folded.setdefault(candidate.casefold()[:LONGEST_COMPARED], candidate)
    wanted = word.strip().casefold()[:LONGEST_COMPARED]
    return [by_folded[match] for match in difflib.get_close_matches(wanted, by_folded, limit, CLOSE_ENOUGH)]


def join_words(words: Sequence[str], last: str = "and") -> str:
    """Return `words` as a sentence lists them: "", "a", "a and b", "a, b and c"."""
    if len(words) < 2:
        return "".join(words)
    return f"{', '.join(words[:-1])} {last} {words[-1]}"


def ended(words: str) -> str:
    """The words as a sentence: with a full stop, unless they end with a sign of their own ("... in Ireland.”")."""
    return words if words.rstrip("”’\"')")[-1:] in (".", "!", "?", "…") else f"{words}."


def a_or_an(words: str) -> str:
    """The words with their article: a nurse, an electrician; an ML/AI engineer is spelt out."""
    first = words.partition(" ")[0].partition("/")[0]
    if len(first) > 1 and first.isupper():
        vowel = first[0] in "AEFHILMNORSX"
    else:
        vowel = bool(re.match(r"[aeio]|u(?!ni|se)", first.casefold()))
    return f"{'an' if vowel else 'a'} {words}"


def is_or_are(words: str) -> str:
    """The verb that goes with these words: medicines are, revising drafts is, work with clients is."""
    head = re.split(r" (?:with|of|for|in|on|to|from|at) ", words.casefold(), maxsplit=1)[0]
    first, last = head.partition(" ")[0], head.rpartition(" ")[2]
    if first.endswith("ing"):
        return "is"
    several = " and " in head or (last.endswith("s") and not last.endswith(("ss", "us", "is", "ics")))
    return "are" if several else "is"


def counted(number: int, word: str) -> str:
    """Return so many of something whose plural ends in s: `1 client`, `2 clients`."""
    return f"{number} {word}{'' if number == 1 else 's'}"


NO_DAY = date(1970, 1, 1)
"""Stands, in whatever time zone, for a day that is kept and cannot be read."""


UNREAD_DAY = "a day that cannot be read"


def iso_day(moment: str) -> str:
    """The day of a moment as it is kept, `2026-11-28`; what stands for one that cannot be read says so."""
    return UNREAD_DAY if moment[:10] <= NO_DAY.isoformat() else moment[:10]


def day_words(day: date) -> str:
    """Return a day as people write it, whatever the locale: `22 November 2026`."""
    if day <= NO_DAY:
        return UNREAD_DAY
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def slug(text: str, empty: str = EMPTY_SLUG) -> str:
    """Return a name for ids and files made from `text`: case folded, letters and digits of any script
    kept, everything else one `-`; at most 40 characters, and `empty` when nothing is left."""
    folded = unicodedata.normalize("NFC", clean(text).casefold())
    spaced = "".join(
        character if unicodedata.category(character)[0] in SLUG_CATEGORIES else " " for character in folded
    )
    return "-".join(spaced.split())[:LONGEST_SLUG].strip("-") or empty


def lowered(words: str) -> str:
    """As it stands inside a line: with a small letter, unless it begins with a name such as AI."""
    return words[:1].lower() + words[1:] if words[1:2].islower() or words[1:2] == " " else words


def figure(number: float, decimals: int = 1) -> str:
    """A figure for a sentence: so many decimals at most, none when it is whole."""
    return f"{round(number, decimals) + 0.0:.{decimals}f}".rstrip("0").rstrip(".")
