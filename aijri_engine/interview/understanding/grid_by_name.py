"""Rows that share their options: which of them each part of a line is about, by name or by what is said of them."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import Final

from aijri_engine.interview.understanding.grid_statements import (
    ALL,
    AND,
    DOING,
    EXCEPT,
    REST,
    SAME,
    SMALL,
    WORD_LEADS,
    Statement,
    lettered,
    parts,
    without,
)
from aijri_engine.interview.understanding.options import Options
from aijri_engine.interview.understanding.week.table import LINKING, Table
from aijri_engine.interview.understanding.words.clauses import ME, denies
from aijri_engine.interview.understanding.words.tokens import FILLER, only_words, stem, word_set

_POINTS_BACK: Final = word_set(
    "it its that thats this them em those these they theyre theyve both there which"
)
"""Words for rows that were told before."""

LEAST_CLUES: Final = 2
"""Words that sound like a row, from which a part after a statement is about it [ours]."""

_BOTH: Final = 2
_NEW: Final = frozenset((".", ";", "\n"))
"""Signs after which a sentence begins."""
_TOPICS: Final = word_set("for in on with when as")
_ARTICLES: Final = word_set("the a an my our")
"""These and topics stand before what a new statement is about."""
_OF_A_NAME: Final = word_set("to of with about for in on from")
"""Between a name and what belongs to it: "explaining to patients"."""
_OR: Final = word_set("or nor")
"""Between two names that a part may hold; else it is about one of them: "checking of the data"."""
_DOERS: Final = ME | word_set("they it")
_BETWEEN: Final = word_set("then just only also")
_MAKES: Final = DOING | word_set("makes writes handles runs drafts gives takes prepares")
"""Who does is no row, and what is done after one of the doers is none."""


def by_name(tokens: Sequence[str], table: Table, shared: Options) -> list[Statement]:
    """Statements about rows that share their options: each begins where rows are named, or all the others are meant."""
    options = dict.fromkeys(table.ids, shared)
    found = [Statement([], [])]
    for part in parts(tokens):
        last = found[-1]
        says = last.read(options) and last.told
        one = _about(part, table, shared)
        if last.about and _goes_on(one, part, last, says, shared.label_words):
            last.named = last.named and not (last.rest and one.clues)
            one = Statement([], only_words(part[1:]), before=one.before)
        if EXCEPT in (one.before, last.before) and one.words[:1] == ["not"]:
            one.words = one.words[1:]
        if one.before == EXCEPT and one.rows and not one.tells():
            last.rest = last.rest or not last.rows
            found.append(one)
        elif one.rows and last.about and says and SAME & {*one.words} and not one.tells():
            last.rows += one.rows
        elif one.before == EXCEPT and one.rows and one.tells() and last.rest and not (says or last.rows):
            last.words += one.words
            found.append(replace(one, words=[]))
        elif (
            one.about
            and (last.about or one.read(options))
            and (says or one.rest or last.tells() or one.before in _NEW or (one.read(options) and one.told))
        ):
            found.append(one)
        else:
            strange = says and one.tells() and not _POINTS_BACK & {*one.words} and _unknown(one, shared)
            last.join(one)
            last.named = last.named and not strange
            if len(last.clues) > len(one.clues) > 0 and not last.named:
                last.rows = [*_likely(table, last.clues)] or last.rows
    found = _led_on(found, options)
    first = found[0]
    if not first.about and first.read(options):
        if _unknown(first, shared) or (len(first.words) > 1 and any(one.rest for one in found)):
            found = [replace(one, named=False) for one in found]  # of rows that nobody can tell
        elif first.pick.clear and not any(one.rest for one in found):
            first.rest, first.named = len(found) > 1, False
    return found


def _unknown(one: Statement, shared: Options) -> bool:
    """Some word tells of no option: it may tell of a row that nobody named so before."""
    return not tells_options_alone(one.words, shared)


def tells_options_alone(words: Sequence[str], shared: Options) -> bool:
    """Each word that is not a small one is said for options."""
    strange = (word for word in words if word not in SMALL and stem(word) not in shared.label_words)
    return all(shared.likelihood.worth(word) > WORD_LEADS for word in strange)


def _goes_on(
    one: Statement, part: Sequence[str], last: Statement, says: bool, labels: Collection[str]
) -> bool:
    """A part that names no row points back to those before it: "those two are us", "and I mend it"."""
    words = only_words(part[1:])
    if one.rows and one.named:
        return "to" in words and (words[0] == "from" or stem(words[0]) in labels)
    if one.every and last.rows and last.named and not says and _MAKES & {*words}:
        return True
    if one.rest and not (one.every and _POINTS_BACK & {*one.words}):
        return words[0] in _POINTS_BACK and (words[0] != "both" or len(last.rows) == _BOTH)
    if one.rows and (one.before == ":" or words[0] in _TOPICS):
        return one.before == ":"
    opens = words[words[0] in _ARTICLES :][:1]
    faint = says and 0 < len(one.clues) < LEAST_CLUES and not {*opens} & {*one.clues}
    doing = words[0] not in _ARTICLES and not words[0].endswith("ing")
    return faint or bool(_POINTS_BACK & {*words}) or (one.before == AND and doing)


def _led_on(found: list[Statement], options: Mapping[str, Options]) -> list[Statement]:
    """Rows of which no option is told take that of their neighbour: "planning and hiring, that's us".

    Between two it is the one that an "and" joins; where both or neither are so joined, it is put.
    """
    for at in range(len(found) - 1, -1, -1):
        one = found[at]
        if not one.rows or one.rest or (one.read(options) and one.told) or one.turned():
            continue
        back = found[at - 1] if at and one.before in (AND, ",") else None
        if back and not (back.about and back.read(options)):
            back = None
        ahead = found[at + 1] if at + 1 < len(found) else None
        joins = (AND,) if one.before == EXCEPT else (AND, ",")
        if ahead and not (ahead.rows and ahead.before in joins):
            ahead = None
        if back and ahead and one.before != ahead.before:
            back, ahead = (back, None) if one.before == AND else (None, ahead)
        near = ahead or back
        if near is None:
            continue
        doubted = one.tells() or one.before == EXCEPT or (back and ahead)
        near.named = near.named and one.named and not doubted
        near.rows = [*dict.fromkeys((*one.rows, *near.rows))]
        if near is ahead:
            near.before = one.before
        found[at : at + 1] = []
    return found


def _about(part: Sequence[str], table: Table, shared: Options) -> Statement:
    """Which rows a part is about, by their names or by what people say of them, and its other words."""
    words = only_words(part[1:])
    called = [words[start:end] for start, end, keys in table.names.spans(words) if len(keys) == 1]
    rest = without(words, REST) if all(without(one, REST) is None for one in called) else None
    left = words if rest is None else rest
    worth = {word: (table.described.worth(word), shared.likelihood.worth(word)) for word in left}
    spans = [
        (start, end, keys)
        for start, end, keys in table.names.spans(left)
        if any(row > option - WORD_LEADS for row, option in (worth[word] for word in left[start:end]))
        and not names_an_option(shared, left, start, end)
        and (part[0] in _NEW or left[end:] not in (["it"], ["them"]))
        and not _told_of(left[:start])
    ]
    spans = [one for one in spans if one is spans[0] or left[one[0] - 1] not in _OF_A_NAME]
    rows = [keys[0] for _, _, keys in spans if len(keys) == 1]
    inside = {place for start, end, _ in spans for place in range(start, end)}
    known = (
        {word for word in left if worth[word][1] > WORD_LEADS or denies(word) or len(word) == 1}
        | FILLER
        | LINKING
    )
    alone = all(start - 1 not in inside and _begins(left, start) for start, *_ in spans)
    joined = all(_OR.issuperset(left[one[1] : two[0]]) for one, two in pairwise(spans))
    named = alone and joined and len(rows) == len(spans)
    plain = [
        word for before, word in zip(["", *words], words, strict=False) if (before, word) != ("at", "all")
    ]
    did_all = {*words[-2:-1]} & DOING and (words[-1],) in ALL
    every = without(plain, ALL) if rest is None and not (rows or did_all) else None
    telling = [word for word in left if not (len(word) == 1 or word in FILLER | _MAKES or denies(word))]
    of_rows = {word for word in telling if worth[word][0] > max(WORD_LEADS, worth[word][1])}
    clues: tuple[str, ...] = ()
    if rest is None and every is None and not (rows and named):
        if len({*rows}) != 1:
            clues = tuple(word for word in left if word in of_rows)
            rows = [*_likely(table, clues)] or rows[-1:]
        named = not rows
    said = [word for place, word in enumerate(left) if place not in inside] if every is None else every
    named = named and not (lettered(said) and of_rows & {*said})  # "in theory" beside a letter
    said = [word for word in said if not rows or word not in of_rows]
    named = named and all(known.issuperset(left[:start]) for start, *_ in spans[:1])
    about_all = rest is not None or every is not None
    return Statement(rows, said, about_all, every is not None, named, part[0], clues=clues)


def _likely(table: Table, clues: Sequence[str]) -> tuple[str, ...]:
    """The row that words sound like which do not name it; () for none."""
    row, like = table.match(clues).row, table.like(clues)
    return (row,) if row else like if len(like) == 1 else ()


def _told_of(before: Sequence[str]) -> bool:
    """What follows is what somebody does: "which I then edit"."""
    said = before[:-1] if before[-1:] and before[-1] in _BETWEEN else before
    return bool(_DOERS & {*said[-1:]})


def names_an_option(shared: Options, words: Sequence[str], start: int, end: int) -> bool:
    """It tells of people or tools: "a tool", "by hand", "the system writes it"."""
    if shared.label_words.issuperset(map(stem, words[start:end])):
        return True
    if _ARTICLES & {*words[start - 1 : start]} and _MAKES & {*words[end : end + 1]}:
        return True
    spans = shared.names.spans(words)
    return any(one <= start and end <= last and last - one > end - start for one, last, _ in spans)


def _begins(words: Sequence[str], start: int) -> bool:
    """A name may begin here: nothing that tells of it stands before."""
    return start == 0 or words[start - 1] in FILLER | LINKING
