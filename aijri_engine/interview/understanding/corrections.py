"""The last word holds: "60, no wait, make that 50", "not sure, I think b"."""

import re
from collections.abc import Sequence
from itertools import dropwhile
from typing import Final, Literal

from aijri_engine.interview.understanding.commands import command_name
from aijri_engine.interview.understanding.words.amounts import read_amount
from aijri_engine.interview.understanding.words.clauses import denies
from aijri_engine.interview.understanding.words.numbers import ORDINALS
from aijri_engine.interview.understanding.words.tokens import (
    FILLER,
    HEDGES,
    PHRASES,
    holds,
    is_number,
    only_words,
    phrase_list,
    word_set,
)
from aijri_engine.interview.understanding.yes_no import NO

_MARKS: Final = phrase_list(PHRASES.corrections)
_BEGINNINGS: Final = frozenset(mark[0] for mark in _MARKS)
DOUBT_ENDS: Final = frozenset((",", ".", ";", "-", "!"))
SHORT_LEAN: Final = 12
"""Words up to which what follows a doubt and a sign is what the person leans to [ours]."""

_DENYING: Final = frozenset(phrase_list(PHRASES.retracting_denials))
_RETRACTIONS: Final = phrase_list((*PHRASES.retractions, *PHRASES.retracting_denials))
_BESIDE: Final = word_set(PHRASES.beside_retractions)
_BEFORE_A_RETRACTION: Final = frozenset(",.;:-!?(|")
LONGEST_RETRACTION: Final = 10
"""Words and signs of an end of a line that takes it back [ours]."""

_DENIAL: Final = ("no",)
_BEFORE_A_MARK: Final = word_set(", . ; - ! oh ah ach aw argh haha ha hm hmm uh um er")
_ANEW: Final = word_set("actually rather instead")
"""Words after a sign that begin an amount of a week anew."""
_CALLED: Final = word_set("call it its")
_BEFORE_ANEW: Final = _CALLED | word_set("more like say about rather just only")
"""Words before an amount that replaces another one: "no wait, call it 8"."""
_TO_THE_LAST: Final = phrase_list(PHRASES.of_the_last_answer)
_DOUBTS: Final = phrase_list(PHRASES.doubts)
_LEANS: Final = phrase_list(PHRASES.leans)
_REMEMBERING: Final = frozenset(("if", "as"))
"""How doubts begin that need no sign behind them: "if memory serves it was b"."""
_LEADS_ON: Final = word_set("so its it is really then but id ill i say go with and , . ; - : well")
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


def corrected(
    tokens: Sequence[str], no_counts: bool = True, week: bool = False
) -> tuple[list[str], list[str]] | None:
    """What was said first and what replaces it; None where nothing is taken back. `no_counts`: by a mere "no", too.

    In a `week` a word such as "actually" after a sign does it as well.
    """
    for start in range(len(tokens) - 1, 0, -1):
        goes_on = len(tokens[start - 1]) > 1 and tokens[start - 1] in FILLER  # "we have no council"
        anew = week and tokens[start - 1] in DOUBT_ENDS and tokens[start] in _ANEW
        marks = _MARKS if tokens[start] in _BEGINNINGS else ()
        for mark in (*marks, (tokens[start],)) if anew else marks:
            found = _mark_at(tokens, start, mark)
            if found is None or (mark == _DENIAL and (goes_on or not no_counts)):
                continue
            head, tail = list(tokens[:start]), without_marks(tokens, found)
            while head and (head[-1] in _BEFORE_A_MARK or (head[-1],) in _MARKS):
                head.pop()
            if only_words(head) and only_words(tail):
                return head, tail
    return None


def retracted(tokens: Sequence[str]) -> tuple[list[str], bool] | None:
    """What stands before an end of the line that only takes back, whatever sign parts them; None without such an end.

    A mere word ("wait", "no") needs a sign before it; a denial after a denial only says it again. Whether it is more
    than a word or a denial, which may belong to what stands before.
    """
    for start in range(max(1, len(tokens) - LONGEST_RETRACTION), len(tokens)):
        head, tail = tokens[:start], only_words(tokens[start:])
        parted = tokens[start - 1] in _BEFORE_A_RETRACTION
        if not tail or not only_words(head) or not tokens[start][-1].isalnum():
            continue
        found = _only_takes_back(tail)
        again = found == "denies" and any(denies(one) or one in NO for one in only_words(head))
        if found and not again and (parted or len(tail) > 1 or command_name(tail[0]) == "undo"):
            while not head[-1][-1].isalnum():
                head = head[:-1]
            return list(head), found == "takes back" and (len(tail) > 1 or command_name(tail[0]) == "undo")
    return None


def _only_takes_back(words: Sequence[str]) -> Literal["", "denies", "takes back"]:
    """Whether all of these words take back, by a denial alone or by more; empty where some do not."""
    found: Literal["", "denies", "takes back"] = ""
    left = tuple(words)
    while left:
        if command_name(" ".join(left)) == "undo":
            return "takes back"
        mark = next((one for one in _RETRACTIONS if left[: len(one)] == one), None)
        if mark is None and left[0] not in _BESIDE:
            return ""
        if mark is not None:
            found = "takes back" if mark not in _DENYING else found or "denies"
        left = left[len(mark or left[:1]) :]
    return found


def tells_what_is_not(tokens: Sequence[str], tail: Sequence[str]) -> bool:
    """ "a guess, no calendar": a no before a name, and no sign between them, denies it; "a, no b" corrects."""
    before = tokens[: len(tokens) - len(tail)][-2:]
    named = len(tail[0]) > 1 and tail[0] not in FILLER | ORDINALS.keys() and not is_number(tail[0])
    return named and len(before) == 2 and before[0] in DOUBT_ENDS and before[1] == "no"


def after_what_is_over(tokens: Sequence[str]) -> list[str] | None:
    """What follows a part that says of what stands before it that it is over: "at a school, used to be. Now ..."."""
    parts = [(found[0].split(), found.end()) for found in _PARTS.finditer(" ".join(tokens))]
    for words, end in parts[1:-1]:
        if len(words) <= LONGEST_OVER and _OVER.fullmatch(" ".join(words)):
            return without_marks(" ".join(tokens)[end:].split(), 0)
    return None


def of_the_last_answer(tokens: Sequence[str]) -> list[str] | None:
    """`I meant b`: what the answer before should have been; None where the line says no such thing."""
    for mark in _TO_THE_LAST:
        found = _mark_at(tokens, 0, mark)
        if found is not None and only_words(tokens[found:]):
            return without_marks(tokens, found)
    return None


def amount_replaced(head: Sequence[str], tail: Sequence[str], more: bool = False) -> list[str] | None:
    """`60 training`, then `50, rest design`: the last amount of the head replaced.

    None where the tail says more at once, but for a name and its amount after it where `more` may be said.
    """
    left = [*dropwhile((_BEFORE_ANEW | HEDGES).__contains__, tail)]
    doubt = ["maybe"] if {*tail[: len(tail) - len(left)]} - _CALLED else []
    tail = left
    new = read_amount(tail, 0)
    goes_on = new is not None and {*tail[new.end : new.end + 1]} <= _GOING_ON
    if new is None or not (goes_on or more):
        return None
    tail = tail if goes_on else [*tail[: new.end], ",", *tail[new.end :]]
    for start in range(len(head) - 1, -1, -1):
        old = read_amount(head, start)
        if old is not None and (start == 0 or read_amount(head, start - 1) is None):
            return [*head[:start], *doubt, *tail[: new.end], *head[old.end :], *tail[new.end :]]
    return None


def figures_replaced(head: Sequence[str], tail: Sequence[str]) -> list[str] | None:
    """`60 training, 40 design`, then `70 and 30`: each amount replaced in its order; None where they do not pair."""
    old, new = _amounts(head), _amounts(tail)
    inside = {place for start, end in new for place in range(start, end)}
    beside = {token for place, token in enumerate(tail) if place not in inside and token[-1].isalnum()}
    if len(old) != len(new) or len(new) < 2 or not beside <= FILLER:
        return None
    left = list(head)
    for (start, end), (first, last) in zip(reversed(old), reversed(new), strict=True):
        left[start:end] = tail[first:last]
    return left


def _amounts(tokens: Sequence[str]) -> list[tuple[int, int]]:
    """From where to where the amounts of a line stand."""
    found: list[tuple[int, int]] = []
    for place in range(len(tokens)):
        amount = read_amount(tokens, place) if not found or place >= found[-1][1] else None
        found += [(place, amount.end)] if amount is not None else []
    return found


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


def without_marks(tokens: Sequence[str], place: int = 0) -> list[str]:
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
    led = tokens[0] in _REMEMBERING
    if not (after_a_sign or led) and not any(holds(left, lean) for lean in _LEANS):
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
        if found and aside and aside.end() < found.start()  # "not so right" puts nothing aside
        else None
    )
