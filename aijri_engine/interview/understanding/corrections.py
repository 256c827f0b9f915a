"""The last word holds: "60, no wait, make that 50", "not sure, I think b", "move 10 from debugging to research"."""

import re
from collections.abc import Mapping, Sequence
from typing import Any, Final

from aijri_engine.interview.understanding.amounts import read_amount
from aijri_engine.interview.understanding.split_table import Table
from aijri_engine.interview.understanding.tokens import (
    HEDGES,
    PHRASES,
    holds,
    only_words,
    phrase_list,
    word_set,
)

_MARKS: Final = phrase_list(PHRASES.corrections)
_TO_THE_LAST: Final = phrase_list(PHRASES.of_the_last_answer)
_DOUBTS: Final = phrase_list(PHRASES.doubts)
_LEANS: Final = phrase_list(PHRASES.leans)
_LEADS_ON: Final = word_set("so its it is then but id ill i say go with and , . ; - : well")
_MOVE: Final = re.compile(r"\b(?:move|shift|take)\b.*\bfrom\b.*\b(?:to|into)\b")
_INSTEAD: Final = re.compile(
    r"(?:(?: so|, its|, it is|, then|, but|, id say|, ill say|, ill take) (?P<said>[a-z0-9][a-z0-9 ]*)"
    r"|, (?P<letter>[a-z0-9]))$"
)
_ADD: Final = ("add",)
_SET: Final = ("make", "set", "change", "put")
_SHOULD_BE: Final = ("should", "be")


def corrected(tokens: Sequence[str]) -> tuple[list[str], list[str]] | None:
    """What was said first and what replaces it; None where nothing is taken back."""
    for start in range(len(tokens) - 1, 0, -1):
        for mark in _MARKS:
            found = _mark_at(tokens, start, mark)
            if found is None:
                continue
            head, tail = list(tokens[:start]), _after(tokens, found)
            while head and (head[-1] in (",", ".", ";", "-", "!") or (head[-1],) in _MARKS):
                head.pop()
            if only_words(head) and only_words(tail):
                return head, tail
    return None


def of_the_last_answer(tokens: Sequence[str]) -> list[str] | None:
    """`I meant b`: what the answer before should have been; None where the line says no such thing."""
    for mark in _TO_THE_LAST:
        found = _mark_at(tokens, 0, mark)
        if found is not None and only_words(tokens[found:]):
            return _after(tokens, found)
    return None


def amount_replaced(head: Sequence[str], tail: Sequence[str]) -> list[str] | None:
    """`60 training`, then `50, rest design`: the last amount of the head replaced; None where the tail says more."""
    new = read_amount(tail, 0)
    if new is None or tail[new.end : new.end + 1] not in (
        [],
        [","],
        [";"],
        ["."],
        ["and"],
        ["the"],
        ["rest"],
    ):
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
    if len(left) == len(tokens) or not any(holds(left, lean) for lean in _LEANS):
        return None
    for lean in _LEANS:
        left = f" {' '.join(left)} ".replace(f" {' '.join(lean)} ", " ").split()
    while left and (left[0] in _LEADS_ON or left[0] in HEDGES):
        left = left[1:]
    return left or None


def _without_doubts(tokens: Sequence[str]) -> list[str]:
    left = list(tokens)
    while (
        found := next((doubt for doubt in _DOUBTS if tuple(left[: len(doubt)]) == doubt), None)
    ) is not None:
        left = left[len(found) :]
        while left and left[0] in (",", ".", ";", "-"):
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


def amended(tokens: Sequence[str], table: Table, split: Any) -> tuple[dict[str, Any], bool] | None:
    """A week with one amount changed as said, and whether it follows without doubt; None for any other line."""
    if not isinstance(split, Mapping) or not isinstance(split.get("rows"), Mapping):
        return None
    words = only_words(tokens)
    rows = {row: float(amount) for row, amount in split["rows"].items()}
    own = [dict(one) for one in split.get("other", ())]
    amount = next((found for found in (read_amount(words, at) for at in range(len(words))) if found), None)
    spans = [(words[start:end], keys[0]) for start, end, keys in table.names.spans(words) if len(keys) == 1]
    if amount is None or amount.upper is not None or amount.bound:
        return None
    size = amount.value
    if _MOVE.search(" ".join(words)) and len(spans) == 2 and size <= rows.get(spans[0][1], 0.0):
        rows[spans[0][1]] -= size
        rows[spans[1][1]] = rows.get(spans[1][1], 0.0) + size
        return {**split, "rows": rows, **({"other": own} if own else {})}, True
    total = sum(rows.values()) + sum(float(one["share"]) for one in own)
    if (
        len(spans) == 1
        and total > size
        and (
            (words[0] in _SET and "instead" in words) or holds(words, _SHOULD_BE) or words[-1:] == ["instead"]
        )
    ):
        return _rest_scaled({**split, "rows": rows}, own, spans[0][1], "", size, total), False
    if words[0] in _ADD and total > size:
        name = " ".join(word for word in words[amount.end :] if word not in ("of", "for", "percent"))
        row = spans[0][1] if spans else None
        return (
            (_rest_scaled({**split, "rows": rows}, own, row, name, size, total), False)
            if row or name
            else None
        )
    return None


def _rest_scaled(
    split: dict[str, Any], own: list[dict[str, Any]], row: str | None, name: str, size: float, total: float
) -> dict[str, Any]:
    """One row at its new size, all others smaller or larger in proportion."""
    rows = split["rows"]
    others = total - (rows.get(row, 0.0) if row else 0.0)
    factor = (total - size) / others if others > 0 else 0.0
    scaled = {one: round(size if one == row else amount * factor, 6) for one, amount in rows.items()}
    if row is not None:
        scaled.setdefault(row, size)
    other = [{**one, "share": round(float(one["share"]) * factor, 6)} for one in own]
    if row is None:
        other.append({"name": name, "share": size})
    return {**split, "rows": scaled, **({"other": other} if other else {})}
