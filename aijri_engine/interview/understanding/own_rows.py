"""Rows of work in a person's own words, each with its part of the week: "30 % feeding, guiding visitors 10h"."""

import re
from dataclasses import dataclass
from typing import Final, Literal

from aijri_engine.interview.understanding.amounts import HOURS_A_DAY, read_amount
from aijri_engine.interview.understanding.tokens import fold, tokens_of
from aijri_engine.interview.values import LONGEST_NAME, MOST_HOURS
from aijri_engine.text import clean

LONGEST_TYPED: Final = 2000
"""Characters of what was typed that are read [ours]."""

Unit = Literal["percent", "hours"]

_BETWEEN: Final = re.compile(
    r"[;\n\r]+|,(?!\d)\s*|\s+(?:and|plus)\s+(?=(?:about\s+|around\s+)?[\d½¼¾⅓⅔])", re.IGNORECASE
)
_AND: Final = re.compile(r"\s+(?:and|plus|&)\s+", re.IGNORECASE)
_FIGURE: Final = re.compile(r"(?<![^\W\d_])\d")
_REST: Final = re.compile(r"\b(?:the )?(?:rest|remainder|remaining|what is left)\b", re.IGNORECASE)
_AROUND: Final = re.compile(
    r"^(?:[-–—*•:=~]|(?:and|then|also|about|around|roughly|some|nearly|almost|of|my|the|on|for|with|is|goes|to|"
    r"time|week|it|i|spend|doing|takes?|in)\b)\s*|"
    r"\s*(?:[-–—*•:=~(]|\b(?:is|are|takes?|about|around|roughly|goes|to|for|some|nearly|almost|of|maybe))$",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class TypedRow:
    """A row as it was typed: a name, and an amount where one was said."""

    name: str
    amount: float | None
    unit: Unit = "percent"
    rest: bool = False
    """It takes what is left of the week."""


def read_own_rows(typed: str) -> list[TypedRow]:
    """Rows in the order typed; words without an amount beside one that has it belong to its name."""
    parts = [one for part in _BETWEEN.split(typed[:LONGEST_TYPED]) for one in _each_figure(part)]
    pieces = [one for part in parts if (one := _piece(part)) is not None]
    if not any(piece.amount is not None for piece in pieces):
        return [piece for piece in pieces if piece.name]
    first_has_name = bool(pieces) and (pieces[0].amount is None or not _starts_with_amount(typed))
    return _joined(pieces, name_first=first_has_name)


def _each_figure(part: str) -> list[str]:
    """`cages 20 and paperwork 20` is two parts; `cages and paperwork 20` is one."""
    halves = _AND.split(part)
    return halves if len(halves) > 1 and all(_FIGURE.search(half) for half in halves) else [part]


def _joined(pieces: list[TypedRow], name_first: bool) -> list[TypedRow]:
    found: list[TypedRow] = []
    waiting = ""
    for piece in pieces:
        if piece.rest:
            found.append(piece)
        elif piece.amount is not None:
            name = ", ".join(part for part in (waiting, piece.name) if part)
            found.append(TypedRow(name[:LONGEST_NAME].strip(), piece.amount, piece.unit))
            waiting = ""
        elif found and not name_first:
            last = found[-1]
            found[-1] = TypedRow(
                f"{last.name}, {piece.name}".strip(", ")[:LONGEST_NAME].strip(), last.amount, last.unit
            )
        else:
            waiting = f"{waiting}, {piece.name}".strip(", ")
    return [*found, TypedRow(waiting[:LONGEST_NAME], None)] if waiting else found


def _starts_with_amount(typed: str) -> bool:
    return bool(
        re.match(
            r"^[\W_]*(?:about|around|roughly|some)?\s*(?:\d|half|a (?:third|quarter|fifth|tenth))",
            typed,
            re.I,
        )
    )


def _piece(text: str) -> TypedRow | None:
    words = clean(text).split()
    if _REST.search(text) and (name := _name(_REST.sub(" ", text), "")):
        return TypedRow(name, None, rest=True)
    for start in range(len(words)):
        rest = " ".join(words[start:])
        if not fold(rest)[:1].isalnum():
            continue
        found = read_amount(tokens_of(rest), 0)
        if (
            found is None
            or found.unit in ("years", "other")
            or (found.unit == "bare" and not _is_figure(words[start]))
        ):
            continue
        end = _words_until(words[start:], found.end)
        name = _name(" ".join(words[:start]), " ".join(words[start + end :]))
        value = found.value if found.upper is None else (found.value + found.upper) / 2
        if found.unit == "days":
            value *= HOURS_A_DAY
        unit: Unit = "hours" if found.unit in ("hours", "days") else "percent"
        return TypedRow(name, value if 0 <= value <= MOST_HOURS else None, unit)
    name = _name(" ".join(words), "")
    return TypedRow(name, None) if name else None


def _is_figure(word: str) -> bool:
    """A bare number counts as percent where it is written in digits: "two owls" is no amount."""
    return any(character.isdigit() for character in word)


def _words_until(words: list[str], end: int) -> int:
    """How many words hold the first `end` tokens."""
    return next(
        (count for count in range(1, len(words) + 1) if len(tokens_of(" ".join(words[:count]))) >= end),
        len(words),
    )


def _name(before: str, after: str) -> str:
    name = " ".join(part for part in (_bare(before), _bare(after)) if part)
    name = clean(name.strip(" .,:;()-–—"), LONGEST_NAME).strip()
    return name if any(map(str.isalnum, name)) else ""


def _bare(text: str) -> str:
    """Without the small words that tie an amount to a name."""
    text = text.strip(" .,:;)")
    while (rest := _AROUND.sub("", text).strip(" .,:;)")) != text:
        text = rest
    return text
