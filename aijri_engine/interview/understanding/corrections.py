"""The last word holds: "60, no wait, make that 50", "not sure, I think b", "move 10 from debugging to research"."""

import re
from collections.abc import Container, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from aijri_engine.interview.understanding.amounts import Amount, read_amount
from aijri_engine.interview.understanding.names import Named, Names
from aijri_engine.interview.understanding.split_table import Table
from aijri_engine.interview.understanding.tokens import (
    FILLER,
    HEDGES,
    PHRASES,
    holds,
    only_words,
    phrase_list,
    word_set,
)
from aijri_engine.interview.values import SUM_TOLERANCE

_MARKS: Final = phrase_list(PHRASES.corrections)
DOUBT_ENDS: Final = frozenset((",", ".", ";", "-", "!"))
SHORT_LEAN: Final = 12
"""Words up to which what follows a doubt and a sign is what the person leans to [ours]."""

_DENIAL: Final = ("no",)
_TO_THE_LAST: Final = phrase_list(PHRASES.of_the_last_answer)
_DOUBTS: Final = phrase_list(PHRASES.doubts)
_LEANS: Final = phrase_list(PHRASES.leans)
_LEADS_ON: Final = word_set("so its it is really then but id ill i say go with and , . ; - : well")
_MOVE: Final = re.compile(r"\b(?:move|shift|take)\b.*\bfrom\b.*\b(?:to|into)\b")
_FROM_ONE: Final = re.compile(r"\bfrom\b.*\b(?:to|into)\b")
_ASKED: Final = re.compile(
    r"(?:what|how|if|suppose|supposing|imagine)\b|(?:should|could|would|can|do) (?:i|it|we)\b"
)
"""Asked or supposed, not told: "what if I move 20 from training to research", "should I move"."""
_PARTS: Final = re.compile(r"[^,.;!-]+")
_OVER: Final = re.compile(
    r"(?:(?:no|but|oh|and|hang on|hold on|wait) )*"
    r"(?:(?:that|thats|this|it|its)(?: is| was)? (?:the |my )?(?:old|last|previous|former|before)\b.*|used to be)"
)
"""A part of a line that says of what stands before it that it is over."""

LONGEST_OVER: Final = 8
"""Words of such a part [ours]."""

_INSTEAD: Final = re.compile(
    r"(?:(?: so|, its|, it is|, then|, but|, id say|, ill say|, ill take) (?P<said>[a-z0-9][a-z0-9 ]*)"
    r"|, (?P<letter>[a-z0-9]))$"
)
_GOING_ON: Final = word_set(", ; . and the rest")
_OF_THE_REST: Final = word_set("rest remainder remaining")
_AFTER_AN_AMOUNT: Final = (
    FILLER
    | _OF_THE_REST
    | word_set("from to into of for in on and or instead more less please as at off out the")
)
_ADD: Final = ("add",)
_MORE, _LESS = word_set("more another extra additional"), word_set("less fewer")
_BEFORE_A_NAME: Final = word_set("of for percent more another extra additional to")
_SET: Final = ("make", "set", "change", "put")
_SHOULD_BE: Final = ("should", "be")


def corrected(tokens: Sequence[str], no_counts: bool = True) -> tuple[list[str], list[str]] | None:
    """What was said first and what replaces it; None where nothing is taken back. `no_counts`: by a mere "no", too."""
    for start in range(len(tokens) - 1, 0, -1):
        goes_on = len(tokens[start - 1]) > 1 and tokens[start - 1] in FILLER  # "we have no council"
        for mark in _MARKS:
            found = _mark_at(tokens, start, mark)
            if found is None or (mark == _DENIAL and (goes_on or not no_counts)):
                continue
            head, tail = list(tokens[:start]), _after(tokens, found)
            while head and (head[-1] in (",", ".", ";", "-", "!") or (head[-1],) in _MARKS):
                head.pop()
            if only_words(head) and only_words(tail):
                return head, tail
    return None


def after_what_is_over(tokens: Sequence[str]) -> list[str] | None:
    """What follows a part that says of what stands before it that it is over: "at a school, used to be. Now ..."."""
    parts = [(found[0].split(), found.end()) for found in _PARTS.finditer(" ".join(tokens))]
    for words, end in parts[1:-1]:
        if len(words) <= LONGEST_OVER and _OVER.fullmatch(" ".join(words)):
            return _after(" ".join(tokens)[end:].split(), 0)
    return None


def of_the_last_answer(tokens: Sequence[str]) -> list[str] | None:
    """`I meant b`: what the answer before should have been; None where the line says no such thing."""
    for mark in _TO_THE_LAST:
        found = _mark_at(tokens, 0, mark)
        if found is not None and only_words(tokens[found:]):
            return _after(tokens, found)
    return None


def without_marks(tokens: Sequence[str]) -> list[str]:
    """The line without the words at its beginning that take something back: "no wait, nine years"."""
    return _after(tokens, 0)


def amount_replaced(head: Sequence[str], tail: Sequence[str]) -> list[str] | None:
    """`60 training`, then `50, rest design`: the last amount of the head replaced; None where the tail says more."""
    new = read_amount(tail, 0)
    if new is None or not {*tail[new.end : new.end + 1]} <= _GOING_ON:
        return None
    for start in range(len(head) - 1, -1, -1):
        old = read_amount(head, start)
        if old is not None and (start == 0 or read_amount(head, start - 1) is None):
            return [*head[:start], *tail[: new.end], *head[old.end :], *tail[new.end :]]
    return None


def _mark_at(tokens: Sequence[str], start: int, mark: tuple[str, ...]) -> int | None:
    """The place after a mark that begins here, signs between its words passed over; None when it does not."""
    place = start
    for word in mark:
        while place < len(tokens) and tokens[place] in (",", ".", "-") and place > start:
            place += 1
        if place >= len(tokens) or tokens[place] != word:
            return None
        place += 1
    return place


def _after(tokens: Sequence[str], place: int) -> list[str]:
    """The tokens from here, without marks and signs before them."""
    left = list(tokens[place:])
    while left:
        mark = next((one for one in _MARKS if tuple(left[: len(one)]) == one and len(left) > len(one)), None)
        if left[0] in (",", ".", ";", "-", "!", ":"):
            left = left[1:]
        elif mark is not None:
            left = left[len(mark) :]
        else:
            break
    return left


def doubted(tokens: Sequence[str]) -> list[str] | None:
    """`not sure, I think b`: what the person leans to, said with a doubt; None where no doubt is put aside."""
    left = _without_doubts(tokens)
    if len(left) == len(tokens):
        before = _before_a_doubt(tokens)
        return _leant_to(before) if before else None
    after_a_sign = tokens[len(tokens) - len(left) - 1] in DOUBT_ENDS and len(left) <= SHORT_LEAN
    if not after_a_sign and not any(holds(left, lean) for lean in _LEANS):
        return None
    left = left[:-1] if left[-1:] == ["?"] else left
    return _leant_to(left)


def _leant_to(left: list[str]) -> list[str] | None:
    """What is said without the words that only lean to it."""
    for lean in _LEANS:
        left = f" {' '.join(left)} ".replace(f" {' '.join(lean)} ", " ").split()
    while left and (left[0] in _LEADS_ON or left[0] in HEDGES):
        left = left[1:]
    return left or None


def _before_a_doubt(tokens: Sequence[str]) -> list[str] | None:
    """`b, but I'm not certain`: what stands before the doubt."""
    for doubt in _DOUBTS:
        place = len(tokens) - len(doubt)
        if (
            place > 1
            and tuple(tokens[place:]) == doubt
            and tokens[place - 1] in DOUBT_ENDS | {"but", "though"}
        ):
            left = list(tokens[:place])
            while left and left[-1] in DOUBT_ENDS | {"but", "though"}:
                left.pop()
            return left or None
    return None


def _without_doubts(tokens: Sequence[str]) -> list[str]:
    left = list(tokens)
    while (
        found := next((doubt for doubt in _DOUBTS if tuple(left[: len(doubt)]) == doubt), None)
    ) is not None:
        left = left[len(found) :]
        while left and left[0] in DOUBT_ENDS:
            left = left[1:]
    return left


def set_aside(tokens: Sequence[str]) -> list[str] | None:
    """`I'd rather not say a, so b`, `skip the first, it's b`: the answer after another was put aside."""
    text = " ".join(tokens)
    found = _INSTEAD.search(text)
    aside = re.search(r"\b(?:not|skip|never|forget|instead of|rather than|isnt|without)\b", text)
    return (
        (found["said"] or found["letter"]).split()
        if found and aside and aside.start() < found.start()
        else None
    )


@dataclass(frozen=True)
class TooMuch:
    """More is taken from a row than it `has`, in the unit of the week."""

    row: str
    has: float


def amended(tokens: Sequence[str], table: Table, split: Any) -> tuple[dict[str, Any], bool] | TooMuch | None:
    """A week with amounts changed as said, and whether it follows without doubt; None for any other line."""
    if not isinstance(split, Mapping) or not isinstance(split.get("rows"), Mapping):
        return None
    words = only_words(_after(tokens, 0))
    rows = dict.fromkeys(table.ids, 0.0) | {row: float(amount) for row, amount in split["rows"].items()}
    own = [dict(one) for one in split.get("other", ())]
    named = Names((*table.names.things, *(Named(one["name"], (one["name"],)) for one in own)))
    spans = [(start, end, keys[0]) for start, end, keys in named.spans(words) if len(keys) == 1]
    amounts = _amounts(words)
    if not amounts or _ASKED.match(" ".join(words)):
        return None
    rest = next((place for place, word in enumerate(words) if word in _OF_THE_REST), len(words))
    taker = table.match(words[rest + 1 :]).row if rest < len(words) else None
    spans = [one for one in spans if one[0] < rest]
    size = amounts[0].value
    moves = _MOVE.search(" ".join(words)) or (words[0] in _ADD and _FROM_ONE.search(" ".join(words)))
    if moves and len(spans) == 2 and len(amounts) == 1:
        part = size / 100 * _size_of(rows, own, spans[0][2]) if amounts[0].unit == "fraction" else size
        return _moved(split, rows, own, spans[0][2], spans[1][2], part)
    total = sum(rows.values()) + sum(float(one["share"]) for one in own)
    by = _relative(words)
    if by is not None and len(spans) <= 1 == len(amounts):
        name = spans[0][2] if spans else _name_after(words, amounts[0])
        wanted = (has := _size_of(rows, own, name)) + by * size
        if name and has and wanted < 0:
            return TooMuch(name, has)
        return _at_size(split, rows, own, {name: wanted}, total) if name and 0 <= wanted < total else None
    if words[0] in _SET and "by" in words:
        return None
    setting = words[0] in _SET or holds(words, _SHOULD_BE) or words[-1:] == ["instead"]
    if setting and spans and len(spans) == len(amounts):
        new = {name: amount.value for (_, _, name), amount in zip(spans, amounts, strict=True)}
        if taker and taker not in new:
            freed = sum(_size_of(rows, own, name) - size for name, size in new.items())
            new[taker] = max(0.0, rows[taker] + freed)
        elif rest < len(words):
            return None
        return _at_size(split, rows, own, new, total)
    return None


def _relative(words: Sequence[str]) -> int | None:
    """1 where time is added to a row, -1 where it is taken from it; None where a row is set to an amount."""
    changes = words[0] in (*_ADD, *_SET)
    if changes and {*words} & _LESS:
        return -1
    return 1 if words[0] in _ADD or (changes and {*words} & _MORE) else None


def _name_after(words: Sequence[str], amount: Amount) -> str:
    """The name of other work that follows an amount."""
    return " ".join(word for word in words[amount.end :] if word not in _BEFORE_A_NAME)


def unfit_amount(tokens: Sequence[str], table: Table, unit: str) -> str:
    """The amount of a change that is none of a week in this `unit`: "20 patients", "2 h" of percent; else empty."""
    words = only_words(_after(tokens, 0))
    if unit == "hours" and "%" in tokens:
        return " ".join(tokens[max(0, list(tokens).index("%") - 1) : list(tokens).index("%") + 1])
    starts = {start for start, _, _ in table.names.spans(words)}
    place = 0
    while place < len(words):
        found = read_amount(words, place)
        if found is None:
            place += 1
            continue
        if found.unit not in ("bare", unit) and not (found.unit == "fraction" and unit == "percent"):
            return " ".join(words[place : found.end])
        if counts_things(words, found, starts) and words[0] not in _ADD:
            return " ".join(words[place : found.end + 1])
        place = found.end
    return ""


def counts_things(words: Sequence[str], amount: Amount, starts: Container[int]) -> bool:
    """The amount is how many there are of something: "20 patients". `starts`: where names of tasks begin."""
    after = {*words[amount.end : amount.end + 1]}
    return amount.unit == "bare" and amount.end not in starts and not after <= _AFTER_AN_AMOUNT


def _amounts(words: Sequence[str]) -> list[Amount]:
    """The amounts of a line in order; none where one is a span or a bound."""
    found: list[Amount] = []
    place = 0
    while place < len(words):
        amount = read_amount(words, place)
        if amount is not None:
            found.append(amount)
        place = amount.end if amount is not None else place + 1
    return [] if any(one.upper is not None or one.bound for one in found) else found


def _moved(
    split: Mapping[str, Any], rows: dict[str, float], own: list[dict[str, Any]], source: str, target: str, size: float
) -> tuple[dict[str, Any], bool] | TooMuch | None:  # fmt: skip
    """An amount from one row to another one, where the first has as much."""
    has = _size_of(rows, own, source)
    if source == target:
        return None
    if size > has:
        return TooMuch(source, has)
    new = {source: has - size, target: _size_of(rows, own, target) + size}
    return _put_together(split, rows, own, new, 1.0), True


def _at_size(
    split: Mapping[str, Any], rows: dict[str, float], own: list[dict[str, Any]], new: Mapping[str, float], total: float
) -> tuple[dict[str, Any], bool] | None:  # fmt: skip
    """Rows at their new sizes, all others smaller or larger in proportion; it follows where these need not move."""
    before = sum(_size_of(rows, own, name) for name in new)
    left, rest = total - sum(new.values()), total - before
    if left < 0 or (rest <= 0 < left):
        return None
    factor = left / rest if rest > 0 else 1.0
    return _put_together(split, rows, own, new, factor), abs(left - rest) < SUM_TOLERANCE


def _size_of(rows: Mapping[str, float], own: Sequence[Mapping[str, Any]], name: str) -> float:
    return rows.get(name, 0.0) or next((float(one["share"]) for one in own if one["name"] == name), 0.0)


def _put_together(
    split: Mapping[str, Any], rows: Mapping[str, float], own: Sequence[Mapping[str, Any]],
    new: Mapping[str, float], factor: float,
) -> dict[str, Any]:  # fmt: skip
    """The week with new sizes, the other rows times a factor; a name that is no row is a row of one's own."""
    told = {row: round(new.get(row, amount * factor), 6) for row, amount in rows.items()}
    other = [{**one, "share": round(new.get(one["name"], float(one["share"]) * factor), 6)} for one in own]
    known = {*told, *(one["name"] for one in own)}
    for name, size in new.items():
        if name not in known:
            other.append({"name": name, "share": size})
    return {**split, "rows": told, **({"other": [one for one in other if one["share"]]} if other else {})}
