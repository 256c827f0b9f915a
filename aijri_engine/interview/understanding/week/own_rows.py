"""Rows of work in a person's own words, each with its part of the week: "30 % feeding, guiding visitors 10h"."""

import re
from dataclasses import dataclass, replace
from typing import Final, Literal

from aijri_engine.interview.understanding.week.table import LINKING
from aijri_engine.interview.understanding.words.amounts import HOURS_A_DAY, UNITS, WORKING_DAYS, read_amount
from aijri_engine.interview.understanding.words.tokens import (
    COUNTED,
    FILLER,
    SPAN,
    TOTAL_WORDS,
    TOTALS,
    fold,
    in_hours,
    is_number,
    only_words,
    tokens_of,
    words_of,
)
from aijri_engine.interview.values import MOST_HOURS, SUM_TOLERANCE, own_name
from aijri_engine.text import clean

LONGEST_TYPED: Final = 2000
"""Characters of what was typed that are read [ours]."""

_NEARLY: Final = frozenset(("ish",))
_UNIT_WORDS: Final = frozenset((*UNITS, "of", "the"))
MOST_DAILY: Final = 24.0 * WORKING_DAYS
"""Hours of a week that are told by the day."""

_COUNTS: Final = re.compile(rf"(?:{'|'.join(COUNTED)}) \w|\w+s (?:in|on|at|with|per|a|to)\b", re.IGNORECASE)
"""Words after a plain figure that tell what it counts: "patients in feeding"."""

WHOLE_WEEK: Final = 100.0
"""Percent."""

Unit = Literal["percent", "hours"]

_BETWEEN: Final = re.compile(
    r"[;\n\r]+|,(?!\d)\s*|\s+(?:and|plus)\s+(?=(?:about\s+|around\s+)?[\d½¼¾⅓⅔])", re.IGNORECASE
)
_AND: Final = re.compile(r"\s+(?:and|plus|&)\s+", re.IGNORECASE)
_FIGURE: Final = re.compile(r"(?<![^\W\d_])\d")
_OPENING: Final = re.compile(
    r"[\W_]*(?:about|around|roughly|some)?\s*(?:\d|half|a (?:third|quarter|fifth|tenth))", re.IGNORECASE
)
_REST: Final = re.compile(r"\b(?:the )?(?:rest|remainder|remaining|what is left)\b", re.IGNORECASE)
_REST_OF: Final = re.compile(rf"{_REST.pattern} of(?: (?:the|my|an?|about))*$", re.IGNORECASE)
_GLUED: Final = re.compile(r"\d[^\s\d.,:/%½¼¾⅓⅔]+\d(?!0\b|5\b)|\d%\d|\d%\+|\d[.,]\d{3}\b|^\d+ \d|^minus\b")
"""A figure glued to another one, of which only a part would be read; `8h30` is none."""

_TIMES: Final = re.compile(
    r"\d\s*(?:x|times|min|minutes)\b|\b(?:twice|thrice)\b|\|\s*(?:x|times)\b|\|\W*\d+\W*$", re.IGNORECASE
)
"""An amount beside it is not all that takes the time."""

_OPEN: Final = re.compile(
    r"(?<![^\W\d_])\d|\b(?:twice|thrice|double|triple|times|half) (?:that|as)\b|^each$", re.IGNORECASE
)
"""Words beside no amount that hold one all the same: "three times that"."""
_NO_NAME: Final = re.compile(
    r"(?:not|rather|actually|instead|better|but|isnt|isn['’]t|no|each)", re.IGNORECASE
)
"""Words of which alone no row is called."""
_UNIT: Final = r"\d+(?:[.,]\d+)?\s*(?:%|h|hours?|percent)?"
_DENIED: Final = re.compile(rf"not {_UNIT}", re.IGNORECASE)
_EACH: Final = re.compile(rf"(?P<names>\D+?)[\s,:;]+(?P<amount>{_UNIT})\s+each\W*", re.IGNORECASE)
"""`feeding, guiding and mail, 25 each`."""
_WEEKS: Final = re.compile(
    r"(?:/|\b(?:in|per|every|over|each|a))\s*(?:(?:a|the|last|past)\s+)*"
    r"(?:(?:\d|two|three|four|both|other)\s*weeks?|months?|fortnights?)\b",
    re.IGNORECASE,
)
"""Said of more than one week."""

_TOTAL: Final = re.compile(r"\b(?:in )?(?:total|overall|sum|altogether|all together)\b", re.IGNORECASE)
_OF_THE_WEEK: Final = re.compile(
    r"^(?:(?:of|per|a|each|every|in|on)\s+)*(?:(?:my|the)\s+)?(?:weeks?|weekly|time|total)\b|^min(?:utes?)?\b",
    re.IGNORECASE,
)

_AROUND: Final = re.compile(
    r"^(?:[-–—*•:=~]|(?:and|then|also|about|around|roughly|some|nearly|almost|of|my|the|on|for|with|is|goes|to|"
    r"time|week|i|spend|doing|takes?|in)(?=\s|$))\s*|"
    r"\s*(?:[-–—*•:=~(]|\b(?:is|are|takes?|about|around|roughly|approx(?:imately)?|circa|ca|goes|to|for|some|nearly|almost|of|maybe))$",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class TypedRow:
    """A row as it was typed: a name, and an amount where one was said."""

    name: str
    amount: float | None
    unit: Unit = "percent"
    rest: bool = False
    """It takes what is left of the week; the amount, where one was said, is then that of the whole week."""
    total: bool = False
    """What the others add up to, or the hours of the week: no row."""


def read_own_rows(typed: str) -> list[TypedRow]:
    """Rows in the order typed; words without an amount beside one that has it belong to its name."""
    line = typed[:LONGEST_TYPED]
    if alike := _EACH.fullmatch(line.strip()):
        names = re.split(r"[,;]|\band\b", alike["names"], flags=re.IGNORECASE)
        line = ", ".join(f"{name} {alike['amount']}" for name in names if name.strip())
    head, colon, behind = line.partition(":")
    line = f"{head}, {behind}" if colon and _is_total(head) and not SPAN.search(line) else line
    parts = [
        one
        for part in _BETWEEN.split(line if SPAN.search(line) else in_hours(line))
        for one in _each_figure(part)
    ]
    found = [one for part in parts if (one := _piece(part)) is not None]
    pieces = _without_totals(found, bare="%" not in line)
    if not any(piece.amount is not None for piece in pieces):
        return [piece for piece in pieces if piece.name]
    first_has_name = bool(pieces) and (pieces[0].amount is None or not _OPENING.match(typed))
    return _joined(pieces, name_first=first_has_name)


def _without_totals(pieces: list[TypedRow], bare: bool) -> list[TypedRow]:
    """Without totals that the others add up to; of plain figures (`bare`) one in hours tells the unit."""
    totals, rows = [one for one in pieces if one.total], [one for one in pieces if not one.total]
    amounts = [one.amount for one in rows if one.amount is not None and not one.rest]
    for one in totals:
        fits = one.amount is None or abs(sum(amounts) - one.amount) <= SUM_TOLERANCE
        rest = any(row.rest for row in rows)
        if (fits or rest) and one.unit == "hours" and bare:
            rows = [replace(row, unit="hours") for row in rows]
        if rest and {row.unit for row in rows if not row.rest} <= {one.unit}:
            whole = replace(one, rest=True, total=False)
            rows = [replace(whole, name=row.name) if row.rest and not row.amount else row for row in rows]
        week = abs(sum(amounts) - WHOLE_WEEK) <= SUM_TOLERANCE
        if not (fits or rest) and amounts and (one.unit == rows[0].unit or (bare and not week)):
            rows.append(TypedRow(one.name, None))
    return rows


def _is_total(text: str) -> bool:
    """Words for a total, or for the size of a job, with its figure; or the hours of a week alone."""
    words = [word for word in words_of(text) if not is_number(word) and word not in UNITS]
    told = {word for word in words if word not in FILLER and word not in LINKING} | ({*words} & TOTAL_WORDS)
    hours = any(one.unit == "hours" for one in _amounts(clean(text).split()))
    return told <= TOTALS | TOTAL_WORDS and (bool(told) or hours) and bool(_FIGURE.search(text))


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
            found.append(TypedRow(own_name(name), piece.amount, piece.unit))
            waiting = ""
        elif found and _DENIED.fullmatch(piece.name):
            continue
        elif _OPEN.search(piece.name):
            found.append(piece)
        elif found and not name_first:
            last = found[-1]
            found[-1] = TypedRow(own_name(f"{last.name}, {piece.name}".strip(", ")), last.amount, last.unit)
        else:
            waiting = f"{waiting}, {piece.name}".strip(", ")
    return [*found, TypedRow(own_name(waiting), None)] if waiting else found


def _piece(text: str) -> TypedRow | None:
    """One row; without an amount where a figure is only half understood, or may count something else."""
    words = clean(text).split()
    of_rest = _name(_REST.sub(" ", text), "") if _REST.search(text) else ""
    if of_rest and not _amounts(of_rest.split()):
        return TypedRow(of_rest, None, rest=True)
    plain = _name(" ".join(words), "")
    if not plain:
        return None
    found = _the_share(words, _amounts(words))
    if _is_total(text):
        return TypedRow(plain, found.value if found else None, found.unit if found else "percent", total=True)
    if found is None:
        return TypedRow(plain, None)
    before, after = " ".join(words[: found.start]), _after(words, found)
    if not found.cut and (of_whole := _REST_OF.search(before)):
        return TypedRow(_name(before[: of_whole.start()], after), found.value, found.unit, rest=True)
    people = bool(after) and not before and {*words_of(after)} <= COUNTED
    counts = found.bare and (bool(before and after) or people or _COUNTS.match(after))
    unit_left = bool(after) and {*words_of(after)} <= _UNIT_WORDS
    whole = " ".join(words[max(0, found.start - 1) : found.end])
    others = f"{before} | {after}"
    summed = bool(_FIGURE.search(others)) and bool(_TOTAL.search(others))
    most = WHOLE_WEEK if found.unit == "percent" else MOST_HOURS
    half = counts or unit_left or summed or found.cut or not 0 <= found.value <= most
    half = half or bool(_NO_NAME.fullmatch(_name(before, after)))
    signs = ((SPAN, text), (_GLUED, whole), (_TIMES, others), (_WEEKS, text * (found.unit == "hours")))
    if half or any(sign.search(said) for sign, said in signs):
        return TypedRow(plain, None)
    named = _name(_REST.sub(" ", before), _REST.sub(" ", after))
    return TypedRow(named or _name(before, after), found.value, found.unit)


def _the_share(words: list[str], found: list["_Found"]) -> "_Found | None":
    """Of several amounts the only one in percent, or the last where one before it is a bare figure of the name.

    Two bare figures may as well be two rows ("feeding 20 watching 30"), but for one that is more than a week.
    """
    percents = [one for one in found if one.unit == "percent" and not one.bare]
    if len(found) == 1 or len(percents) == 1:
        return found[0] if len(found) == 1 else percents[0]
    if not found:
        return None
    *named, last = found
    if len(named) != 1 or _after(words, last) or not named[0].bare:
        return None
    return last if not last.bare or named[0].value > WHOLE_WEEK else None


@dataclass(frozen=True, slots=True)
class _Found:
    """An amount among the words of a row."""

    start: int
    end: int
    value: float
    unit: Unit
    bare: bool
    """A figure without a unit."""
    cut: bool
    """More of it stands in the same word ("24/7", "3O"), it may be a part of one ("0.3"), or it is a range."""


def _amounts(words: list[str]) -> list[_Found]:
    """Every amount among the words, from left to right."""
    found: list[_Found] = []
    read = 0
    for start in range(len(words)):
        rest = " ".join(words[start:])
        if start < read or not fold(rest)[:1].isalnum():
            continue
        amount = read_amount(tokens_of(rest), 0)
        if amount is not None and amount.unit == "other":
            end = start + _words_until(words[start:], amount.end)
            read = end + 2 * (words[end : end + 1] in (["a"], ["per"], ["each"], ["every"]))
        bare = amount is not None and amount.unit == "bare"
        if (
            amount is None
            or amount.unit in ("years", "other")
            or (bare and not (amount.bound or _is_figure(words[start])))
        ):
            continue
        end = start + _words_until(words[start:], amount.end)
        value = amount.value * (HOURS_A_DAY if amount.unit == "days" else 1.0)
        unit: Unit = "hours" if amount.unit in ("hours", "days") else "percent"
        left = tokens_of(" ".join(words[start:end]))[amount.end :]
        cut = "°" in left or bool({*only_words(left)} - _NEARLY) or (bare and 0 < value < 1)
        cut = cut or amount.bound or amount.upper is not None or (amount.daily and value > MOST_DAILY)
        found.append(_Found(start, end, value, unit, bare, cut))
        read = end
    return found


def _after(words: list[str], found: _Found) -> str:
    """What follows an amount, without words that only say of what it is a part."""
    return _OF_THE_WEEK.sub("", " ".join(words[found.end :])).strip()


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
    name = own_name(_paired(name.strip(" .,:;-–—")))
    return name if any(map(str.isalnum, name)) else ""


def _paired(text: str) -> str:
    """Without brackets at the ends that lost their other half to an amount."""
    if text.count("(") != text.count(")"):
        return text.strip(" ()" if "(" in text[1:] or ")" in text[:-1] else " ").strip("()")
    return text


def _bare(text: str) -> str:
    """Without the small words that tie an amount to a name."""
    text = text.strip(" .,:;")
    while (rest := _AROUND.sub("", text).strip(" .,:;")) != text:
        text = rest
    return text
