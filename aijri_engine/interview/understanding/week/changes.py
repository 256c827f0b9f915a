"""Changes of a week in words, read whole or not at all: "move 10 from debugging to research", "drop infra"."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Final, Literal, NamedTuple, get_args

from aijri_engine.content.phrases import ChangeWord
from aijri_engine.interview.understanding.words.amounts import Amount, multiple, read_amount
from aijri_engine.interview.understanding.words.names import Names
from aijri_engine.interview.understanding.words.tokens import (
    FILLER,
    MINUS,
    PHRASES,
    fold,
    half_share,
    plural,
    word_set,
)
from aijri_engine.interview.values import Problem

Kind = Literal["move", "swap", "set", "drop", "add", "take", "scale", "rest", "rename", "deeper"]


@dataclass(frozen=True, slots=True)
class Change:
    """A row that gives to another one or swaps with it, is set, dropped, renamed, or gets more, less, the rest."""

    kind: Kind
    row: str
    """Key of a row; of a new one its name."""
    amount: Amount | None = None
    """None where it was not said. Of `scale` the part of what the row has, of `deeper` the steps."""
    to: str = ""
    """The row that gets what is moved."""
    said: str = ""
    """The words of the amount."""
    marked: bool = True
    """A word says that something is changed: "training 30" alone may as well be an answer."""


ROW_ADDED: Final = re.compile(
    r"\badd (?:an?|one|another)(?: (?:new|own|more))? row\b(?: (?:called|named|for|of|with))?[\s:,-]*",
    re.IGNORECASE,
)
"""Words that are no part of the row's name: "add a row: driving 10"."""
WHOLE_FIGURE: Final = "Say it in percent or hours of a week, such as 10 % or 8h30."
ONE: Final = "Say one, such as: move 10 % from one task to another."
SO: Final = "Say it so: move 10 % from one task to another."
MOST_QUOTED: Final = 4
"""Words that are quoted as not understood; more of them are no name [ours]."""
_WHY: Final = {
    "half": ("“{}” is only half a figure here.", WHOLE_FIGURE),
    "amount": ("“{}” is no part of a week.", WHOLE_FIGURE),
    "row": ("“{}” is none of your tasks.", "They are: {}."),
    "unsaid": ("It is not said how much.", "Say it, such as: move 10 points, half or all of it."),
    "words": ("“{}” was not understood.", SO),
    "besides": ("“{}” was not understood, and one change at a time can be computed.", ONE),
    "single": ("That is no single figure.", "Say one, such as 10 %."),
    "part": ("“{}” may be of the task, or of the week.", "Say half of it, or points of the week: 10 points."),
    "several": ("It is not clear what that changes; one change at a time can be computed.", ONE),
    "unclear": ("It is not clear what that changes.", SO),
}

_VERBS: Final = frozenset("MPLDSQ½23")
_SIGNS: Final = dict(zip(get_args(ChangeWord), "MFTSPLDdBEOINQW½2314XZ", strict=True))
"""Signs of the classes of words; R is a row, A an amount, U any other word."""
_LISTED: Final = {
    tuple(words.split()): _SIGNS[one] for one, listed in PHRASES.changes.items() for words in listed
}
_LONGEST: Final = max(map(len, _LISTED))
_FILLING: Final = FILLER - word_set(
    "each both year years weeks days day last two one ones first number letter option best closest true case most "
    "some nearly almost mostly largely pretty much very quite"
)
_MORE_OF_A_UNIT: Final = re.compile(r" (more|less|fewer) (hours?|h|days?|minutes?|percent|%|points?)(?!\S)")
"""As in "one more day"."""
_NO_BOUND: Final = word_set("from up down less more")
"""Words that begin no amount here: "up to 25" is where it goes."""
_BEFORE_ONE: Final = word_set("only just is are was were about")
_SPENT: Final = ("take", "took")
"""Words that take away, but behind a row, which then is what takes the time."""
_PARTS: Final = {"½": 50.0, "2": 200.0, "3": 300.0, "1": 1.0, "4": 2.0}
"""Percent of what a row has, and steps."""
_ALL: Final = Amount(100.0, "fraction", 0)
_OF_A_ROW: Final = word_set("of my the our")
_OF_WHAT: Final = re.compile("[PL].*B|A[PL]|[PL]R?A$|R[PL]+A")
"""Forms in which percent may be of the row or of the week: "training 10 % less", "by 10 %"."""

_FORMS: Final[tuple[tuple[Kind, str], ...]] = (
    ("move", "[MPLDSW]*a?F?rT+t|[MPLDS]*F?raT+t|[MPLDS]*a?T+tF+r|[MPLDS]*eF?rT+t|a?tIr|IrN?a?t"),
    ("add", "[MPLS]*aF?OT+r"), ("take", "[MLS]*aF?rT+O"),
    ("set", "[SPLDM]*rS*[PL]*T+a|S*rS*aS*|S*arS*|[SPLDM]*rFa|[SPLDM]*rFATa"), ("drop", "[Dd]E?r"),
    ("rename", "QrT.+"), ("swap", "WrN*t|rNtW"), ("scale", "hr|L?rh"), ("rest", "S*OS*T*r|rO"), ("deeper", "rg|gr"),
    ("take", "[LD]aF?r|[ML]?aFr|S*aL+[FT]?r|[MS]*raL|[LD]rBa|r[LD]+B?a|LT*r"),
    ("add", "P+aP*T*r|[SM]*aP+T*r|[SM]*raP|PrB?a|rP+B?a|P+T*r|[MP]?aT+r|P+aT?u|P+ua"),
)  # fmt: skip
"""Forms over classes: `r` is the row, `t` the one that gets its time, `a` its amount, `e` all of it, `u` a new row."""
_DEEPER_AFTER_A_SIGN: Final = ("RN1", "RN4")
"""As a step is told: "training, one step deeper"."""
_GROUPS: Final = {"r": "R", "t": "R", "a": "A", "e": "E", "h": "[½23]", "g": "[14]", "u": "U"}


def _compiled(kind: Kind, forms: str) -> list[tuple[Kind, re.Pattern[str]]]:
    named = re.sub("[rtaehgu]", lambda one: f"(?P<{one[0]}>{_GROUPS[one[0]]})", forms)
    return [(kind, re.compile(form)) for form in named.split("|")]


_CHANGES: Final = [one for kind, forms in _FORMS for one in _compiled(kind, forms)]
_NEW_ROWS: Final = _compiled("set", "au|uS*a")


class _Item(NamedTuple):
    """A piece of a line by its class: the key of a row, or an amount, and its words."""

    sign: str
    words: str = ""
    row: str = ""
    """Of an amount the row of which it is a part: "half of training"."""
    amount: Amount | None = None


def read_changes(
    typed: str, tokens: Sequence[str], names: Names, rows: str, supposed: bool = False, own: bool = False
) -> tuple[Change, ...] | Problem | None:  # fmt: skip
    """The changes that a line tells, or why none of it is taken; None where it may be another kind of line.

    In a line that is known to be a change (`supposed`) an amount may be missing, and "no training" takes all of it.
    Of rows of one's `own` a new name with an amount is a new one. `rows` is told to somebody who names none of them;
    of what was `typed` the `tokens` are read.
    """
    below = MINUS.search(fold(typed))
    tokens = _MORE_OF_A_UNIT.sub(r" \2 \1", " ".join(tokens)).split()
    items = _items(tokens, names)
    items = items[2:] if [one.sign for one in items[:2]] == ["d", "N"] else items  # "no, training 30"
    around = zip([_Item("-"), *items], items, [*items[1:], _Item("-")], strict=False)
    items = [
        one for last, one, after in around if f"{last.sign}{one.sign}{after.sign}" not in _DEEPER_AFTER_A_SIGN
    ]
    code = "".join(one.sign for one in items).rstrip("N")
    denied = code.endswith("UA") and items[len(code) - 2].words in ("not", "and not")  # "training 40, not 50"
    code = code[:-2].rstrip("N") if denied else code
    items, said = items[: len(code)], {*code}
    half = below[0].strip(" :=,(") if below else half_share(typed)
    if half or not said & {*"RUX"} or said <= {*"RUN"}:
        sure = supposed or ("R" in said and (own or bool(said & _VERBS)))
        return _refused("half", half, rows) if half and sure else None
    whole = _change(items, supposed, own)
    clauses = [whole] if whole else [_change(one, supposed, own) for one in _clauses(items)]
    found = tuple(one for one in clauses if one is not None)
    if len(found) == len(clauses) and not _hang_together(found):
        told = tuple(replace(one, marked=one.marked or denied) for one in found)
        return told if any(one.kind != "rest" for one in found) else None
    if supposed:
        sure = "U" not in said or bool(said & {*"14"}) or ("A" in said and bool(said & {*"RMPL"}))
    elif own:
        sure = "R" in said and "O" not in said and ("U" not in said or code[0] in "MLDQ½23")
    else:
        moves = {*"RMT"} <= said and "U" not in said and code.count("R") > 1
        verb = code[0] in _VERBS or ("U" not in said and bool(said & _VERBS))
        sure = moves or code.startswith(("WRN", "WRT")) or ({"R", "A"} <= said and verb)
    return _refused(*_in_the_way(items), rows) if sure else None


def _refused(why: str, words: str, rows: str) -> Problem:
    message, remedy = _WHY[why]
    return Problem("what_if", message.format(words), remedy.format(rows))


def _items(tokens: Sequence[str], names: Names) -> list[_Item]:
    """The line in pieces, without what only fills it; unknown words stand together."""
    at = [place for place, token in enumerate(tokens) if token[-1].isalnum()]
    rows = {
        at[start]: (_Item("R", "", keys[0]), at[end - 1] + 1)
        for start, end, keys in names.spans([tokens[place] for place in at])
        if len(keys) == 1
    }
    found: list[_Item] = []
    place = 0
    while place < len(tokens):
        one, end = rows.get(place) or _item(tokens, place)
        words, last = " ".join(tokens[place:end]), found[-1] if found else _Item("-")
        if one.sign == "R" and found[1:] and last.words[:2] == "of" and {*last.words.split()} <= _OF_A_ROW:
            found[-2] = _part_of(one.row, found[-2])
        if one.sign == "L" and last.sign == "R" and words in _SPENT:
            one = _Item("Z")  # "records took three hours"
        if one.sign in "ZU" and last.sign in "ZU":
            found[-1] = _Item(max(one.sign, last.sign, key="ZU".index), f"{last.words} {words}")
        else:
            found.append(one._replace(words=words))
        if [[item.sign, item.row] for item in found[-3:]] == [["R", one.row], ["N", ""], ["R", one.row]]:
            del found[-2:]  # "the ordering and the invoices" of one row
        place = end
    found = [one for one in found if one.sign != "Z"]
    after = zip(found, [*found[1:], _Item("-")], strict=False)
    return [one for one, behind in after if f"{one.sign}{behind.sign}" != "BR"]  # "by hand 57"


def _part_of(row: str, said: _Item) -> _Item:
    """ "50 % of training" is a part of what training has; "10 points of training" are of the week."""
    if said.amount is None or said.amount.unit not in ("percent", "fraction"):
        return said
    return said._replace(row=row, amount=replace(said.amount, unit="fraction"))


def _item(tokens: Sequence[str], place: int) -> tuple[_Item, int]:
    for length in range(_LONGEST, 1, -1):
        if sign := _LISTED.get(tuple(tokens[place : place + length])):
            return _Item(sign), place + length
    token = tokens[place]
    if times := multiple(tokens, place):
        back = bool({"that", "this", "it"} & {*tokens[place : times[1]]})
        return _Item("X" if back else "½", amount=Amount(100 * times[0], "fraction", 0)), times[1]
    amount = read_amount(tokens, place) if token not in _NO_BOUND else None
    alone = token == "one" and amount is not None and amount.end == place + 1
    if amount is not None and not (alone and not _told_alone(tokens, place)):
        return _Item("A", amount=amount), amount.end
    return _Item(_LISTED.get((token,)) or ("Z" if token in _FILLING else "U")), place + 1


def _told_alone(tokens: Sequence[str], place: int) -> bool:
    """ "One" by itself is how much something is: "the odds and ends are only one"."""
    ends = place + 1 == len(tokens) or not tokens[place + 1][-1].isalnum()
    return ends and tokens[place - 1 : place] != [] and tokens[place - 1] in _BEFORE_ONE


def _clauses(items: Sequence[_Item]) -> list[list[_Item]]:
    """Each change by itself; of "drop infra and debugging" the second one, too."""
    pairs = re.fullmatch("(AR)+|(RA)+", "".join(one.sign for one in items))
    clauses: list[list[_Item]] = [[]]
    for number, one in enumerate(items):
        if one.sign == "N" or (pairs and number % 2 == 0):
            clauses.append([])
        if one.sign != "N":
            clauses[-1].append(one)
    clauses = [one for one in clauses if one]
    for before, clause in pairwise(clauses):
        if [one.sign for one in clause] == ["R"] and [one.sign for one in before] in (["D", "R"], ["d", "R"]):
            clause.insert(0, before[0])
    return clauses


def _change(items: Sequence[_Item], supposed: bool, new: bool) -> Change | None:
    """The change that these pieces are, all of them; None where they are none."""
    code = "".join(one.sign for one in items)
    for kind, form in (*_CHANGES, *(_NEW_ROWS if new else ())):
        if (supposed or not {*code} & {*"dI"}) and (matched := form.fullmatch(code)):
            at = {name: items[matched.start(name)] for name, found in matched.groupdict().items() if found}
            return _made(kind, at, code, supposed, items[0].words)
    return None


def _made(kind: Kind, at: Mapping[str, _Item], code: str, supposed: bool, first: str) -> Change | None:
    amount = at["a"].amount if "a" in at else _ALL if "e" in at else None
    if amount is not None and amount.upper is not None and "FA" in code and kind == "set":
        amount = replace(amount, value=amount.upper, upper=None)
    part = at.get("h") or at.get("g")
    amount = part.amount or Amount(_PARTS[part.sign], "fraction", 0) if part else amount
    kind = "scale" if supposed and kind == "set" and at["a"].row else kind
    unclear = amount is not None and amount.unit == "percent" and _OF_WHAT.search(code)
    if (kind == "set" and at["a"].row) or (kind in ("add", "take") and unclear):
        return None
    if amount is None and (
        kind == "move" or (kind not in ("rest", "drop", "rename", "swap") and not supposed)
    ):
        return None
    if amount is not None and (amount.upper is not None or amount.bound):
        return None
    new = at["u"].words if "u" in at else ""
    counts = "AU" in code and amount is not None and amount.unit == "bare" and plural(new.split()[0])
    if new and (
        supposed or amount is None or counts or (kind == "add" and first not in ("add", "added", "adding"))
    ):
        return None
    to, said = (at[one] if one in at else _Item("") for one in "ta")
    return Change(kind, new or at["r"].row, amount, to.row, said.words, bool({*code} & (_VERBS | {*"14dW"})))


def _hang_together(changes: Sequence[Change]) -> bool:
    """One of several changes depends on another one, or leaves open by how much."""
    if len(changes) < 2:
        return False
    kinds, rows = {one.kind for one in changes}, [one.row for one in changes]
    unsaid = any(one.amount is None and one.kind not in ("rest", "drop", "swap") for one in changes)
    parts = any(one.amount is not None and one.amount.unit == "fraction" for one in changes)
    again = len({*rows}) < len(rows) and (kinds != {"move"} or parts)
    between = {*rows} & {one.to for one in changes}
    return bool(unsaid or again or between or (kinds & {"move", "deeper"} and len(kinds) > 1))


def _in_the_way(items: Sequence[_Item]) -> tuple[str, str]:
    """Why the line is not read whole, and the words."""
    code = "".join(one.sign for one in items)
    for before, one in pairwise((_Item(""), *items)):
        if one.amount is not None and (one.amount.bound or one.amount.upper is not None):
            return "single", ""
        if one.amount is not None and one.amount.unit in ("years", "other"):
            return "amount", one.words
        if one.sign == "U":
            first = one.words.split()[0]
            if before.amount is not None and before.amount.unit == "bare" and plural(first):
                return "amount", f"{before.words} {first}"
            if before.sign in ("F", "T"):
                return "row", one.words
            besides = any([one] == clause for clause in _clauses(items))
            quoted = besides or len(one.words.split()) <= MOST_QUOTED
            return ("besides" if besides else "words" if quoted else "unclear"), one.words
    part = next((one for one in items if one.amount is not None and one.amount.unit == "percent"), None)
    if part is not None and _OF_WHAT.search(code):
        return "part", part.words
    if "A" not in code and any(form.fullmatch(code) for kind, form in _CHANGES if kind == "move"):
        return "unsaid", ""
    return ("several" if {"N", "AA"} & {one.sign for one in items} else "unclear"), ""
