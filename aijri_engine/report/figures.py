"""Small helpers that turn figures and texts into what stands in a report."""

import re
from datetime import date

from aijri_engine.text import clean, day_words, figure

LONGEST_WORDS = 2000
"""Characters of one text of a person that a report prints."""

LONGEST_NAME = 80
"""Characters of a name."""

DATE = re.compile(r"\b\d{4}-\d{2}-\d{2}\b")


def index_text(value: float) -> str:
    """An index with one decimal: `40.8`."""
    return f"{value:.1f}"


def points_text(value: float) -> str:
    """Signed points with one decimal: `+9.5`, `-17.1`, `0.0`."""
    return "0.0" if abs(value) < 0.05 else f"{value:+.1f}"


def exact_text(value: float) -> str:
    """A figure with up to six decimals, for a spreadsheet."""
    return figure(value, 6)


def day_text(day: str) -> str:
    """A date as people write it, `22 November 2026`; anything that is not a date stays as it is."""
    try:
        return day_words(date.fromisoformat(day))
    except ValueError:
        return name_text(day)


def dated(text: str) -> str:
    """The text with dates like `2026-11-22` as people write them."""
    return DATE.sub(lambda found: day_text(found[0]), text)


def name_text(name: str) -> str:
    """A name of a person or a practice, made harmless."""
    return clean(name, LONGEST_NAME).strip()


def words_text(words: str) -> str:
    """Words of a person, made harmless; line ends become spaces, nothing readable is dropped."""
    return clean(words, LONGEST_WORDS).strip()


def sentence(text: str) -> str:
    """The text with a capital at its beginning and a full stop at its end."""
    text = text.strip()
    if not text:
        return ""
    ended = text if text[-1] == ":" or text.rstrip(")”")[-1:] in tuple(".!?…") else f"{text}."
    return ended[0].upper() + ended[1:]


MINUS = re.compile(r"(?<![\w.\-])-(?=\d)")
APOSTROPHE = re.compile(r"(?<=\w)'(?=\w)|(?<=s)'(?=\s|$)")
QUOTED = re.compile(r'"([^"]*)"')
HELD_SPACE = "\u00a0"
"""A space at which no line ends."""

UNIT = re.compile(r"(?<=\d) (?=%)")


def set_type(text: str) -> str:
    """`-7.1` with a minus sign, `role's` and `"keep"` with curved marks, `5 %` on one line."""
    text = QUOTED.sub("“\\1”", APOSTROPHE.sub("’", MINUS.sub("−", text)))
    return held(text)


def held(text: str) -> str:
    """`5 %` kept on one line."""
    return UNIT.sub(HELD_SPACE, text)
