"""Grids told in short: ranges of rows, and nothing but rows and marks of options ("b: training, design; c: rest")."""

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise, takewhile
from typing import Final

from aijri_engine.interview.understanding.grid_statements import ALL, LETTERS, REST, leading, without
from aijri_engine.interview.understanding.options import Options
from aijri_engine.interview.understanding.week.table import Table
from aijri_engine.interview.understanding.words.tokens import (
    only_words,
    phrase_at,
    stem,
    tokens_of,
    word_set,
    words_of,
)

_NUMBERED: Final = word_set("row rows line lines number numbers task tasks item items question questions")
"""Words before the numbers of rows."""
_TO: Final = frozenset(("to", "-", "through", "thru", "till", "until"))
_ALL_TO: Final = word_set("through thru till until up down")
"""Between two rows these mean all from the one to the other."""
_IN_A_RANGE: Final = _TO | _ALL_TO | word_set("the all way right and including") | {".", ">"}
_HALF_OPEN: Final = _ALL_TO | word_set("between before after above below past")
"""Before one row, nobody knows which others these mean."""
_EACH: Final = word_set("all everything every each those ones rows tasks")
_ONWARDS: Final = word_set("on onwards onward down downwards")
_ORDINALS: Final = {"first": "1", "second": "2", "third": "3", "fourth": "4", "fifth": "5", "sixth": "6"}
_HEADS: Final = frozenset((":", "=", ")"))
"""Signs after an option behind which its rows stand."""
_BREAKS: Final = frozenset((";", ".", "\n"))
_SIGNS: Final = _HEADS | _BREAKS | frozenset((",", "-", ">", "~", "(", "/", "|", "&", "+"))
_PASSED: Final = word_set("and for in on the is are was were to with of set make change option options then")
_MARK, _ROW, _REST, _EVERY = "mark", "row", "rest", "every"


def spelled(tokens: Sequence[str], table: Table) -> list[str] | None:
    """The line with its ranges and numbered rows as names; None where nobody knows which rows they are."""
    if LETTERS & {*tokens}:
        tokens = [
            part
            for token in tokens
            for part in (re.findall(r"\d|,", token) if _LIST.fullmatch(token) else [token])
        ]
    line = _numbered(tokens, table)
    return _ranged(line, table) if line is not None else None


_LIST: Final = re.compile(r"\d(?:,\d)+")


def _numbered(tokens: Sequence[str], table: Table) -> list[str] | None:
    """ "rows 1 to 3", "first to third" by their names."""
    found: list[str] = []
    place = 0
    while place < len(tokens):
        end = place + 1
        ordinals = [_ORDINALS.get(token, token) for token in tokens[place : place + 3]]
        if tokens[place] in _ORDINALS and _between(ordinals, 1) and ordinals[1] in _TO:
            end, said = place + 3, ordinals
        elif tokens[place] in _NUMBERED and tokens[end : end + 1] and tokens[end].isdigit():
            while end < len(tokens) and (tokens[end].isdigit() or _between(tokens, end)):
                end += 1
            end = end if tokens[place][-1] == "s" or {*tokens[place + 2 : end]} & _TO else place + 2
            said = [*tokens[place + 1 : end]]
        else:
            found.append(tokens[place])
            place = end
            continue
        rows = _by_number(said, table)
        if rows is None:
            return None
        found, place = [*found, *called(table, rows)], end
    return found


def _between(tokens: Sequence[str], at: int) -> bool:
    """Something that joins two numbers stands there."""
    joins = tokens[at : at + 1] and tokens[at] in _TO | {",", "and", "&", "/"}
    return bool(joins) and tokens[at + 1 : at + 2] != [] and tokens[at + 1].isdigit()


def _by_number(tokens: Sequence[str], table: Table) -> list[str] | None:
    """Rows by numbers and ranges of them; None where there is no such row."""
    numbers: list[int] = []
    for at, token in enumerate(tokens):
        if token.isdigit() and at and tokens[at - 1] in _TO:
            numbers += range(numbers[-1] + 1, int(token[:3]) + 1) if int(token[:3]) > numbers[-1] else [0]
        elif token.isdigit():
            numbers.append(int(token[:3]))
    right = all(1 <= one <= len(table.ids) for one in numbers)
    return [table.ids[one - 1] for one in numbers] if right else None


def _ranged(tokens: list[str], table: Table) -> list[str] | None:
    """ "from design to debugging" by all the names."""
    at = [place for place, token in enumerate(tokens) if token[-1].isalnum()]
    words = [tokens[place] for place in at]
    spans = [(at[start], at[end - 1] + 1, keys[0]) for start, end, keys in table.names.spans(words)
             if len(keys) == 1]  # fmt: skip
    last = 0
    for start, end, _ in spans:
        before = [
            *takewhile(lambda one: one in _IN_A_RANGE | _HALF_OPEN | _EACH, reversed(tokens[last:start]))
        ]
        if _half_open(before, tokens[: start - len(before)]) and not (last and len(before) == start - last):
            return None
        if "from" in tokens[max(0, start - 2) : start] and {*tokens[end : end + 1]} & _ONWARDS:
            return None
        last = end
    for one, two in reversed([*pairwise(spans)]):
        between = tokens[one[1] : two[0]]
        dots = between and {*between} <= {"."} and len(between) > 1
        if not dots and not ({*between} <= _IN_A_RANGE and {*between} & (_TO | {">"})):
            continue
        begins = tokens[max(0, one[0] - 1) : one[0]]
        sure = dots or begins == ["from"] or {*between} & _ALL_TO
        if not sure and not all(_is_short(tokens[start:end], row, table) for start, end, row in (one, two)):
            if LETTERS & {*tokens}:
                return None
            continue
        first, final = table.ids.index(one[2]), table.ids.index(two[2])
        if first >= final or tokens[two[1] : two[1] + 1] == ["to"]:
            return None
        start = one[0] - (begins == ["from"])
        tokens = [*tokens[:start], *called(table, table.ids[first : final + 1]), *tokens[two[1] :]]
    return tokens


def _half_open(before: Sequence[str], ahead: Sequence[str]) -> bool:
    """Words right before a name, the nearest first, mean others, too: "up to debugging", "all after design"."""
    begins = not ahead or not ahead[-1][-1].isalnum() or ahead[-1] in LETTERS | {"for"}
    said = {*before}
    up = said & {"till", "until"} or (said & {"up", "down"} and "to" in said)
    return bool(
        up or (begins and said & {"through", "thru", "between"}) or (said & _EACH and said & _HALF_OPEN)
    )


def _is_short(words: Sequence[str], row: str, table: Table) -> bool:
    """These words are the name of the row as it is painted, or its beginning."""
    painted = [*map(stem, words_of(table.short(row)))]
    return [*map(stem, words)] == painted or (len(words) == 1 and painted[0].startswith(words[0]))


def called(table: Table, ids: Collection[str]) -> list[str]:
    """These rows by their names, joined by "and"."""
    names = [tokens_of(one.names[0]) for one in table.names.things if one.key in ids and one.names]
    return [token for number, name in enumerate(names) for token in (*(["and"] if number else []), *name)]


@dataclass(frozen=True, slots=True)
class _Piece:
    kind: str
    words: tuple[str, ...] = ()
    """Of a mark how the option is called; of a row its key."""
    sign: str = ""
    """The sign behind it."""


def opens_with_a_head(tokens: Sequence[str], options: Mapping[str, Options]) -> bool:
    """An option and a sign begin the line, and what stands behind them are its rows: "b: training"."""
    shared = next(iter(options.values()))
    end = next((place for place, token in enumerate(tokens) if token in _HEADS), 0)
    return end > 0 and shared.exact(tokens[:end]).clear


def marked(
    tokens: Sequence[str], table: Table, options: Mapping[str, Options], done: Collection[str]
) -> dict[str, str] | None:
    """Options by row of a line that holds nothing but rows and marks; {} where it contradicts itself; None of others.

    Either each option follows its rows or each stands before them.
    """
    pieces = _pieces(tokens, table, next(iter(options.values())))
    kinds = [one.kind == _MARK for one in pieces or ()]
    if not pieces or kinds[0] == kinds[-1]:
        return None
    runs = [[*run] for _, run in groupby(pieces, lambda one: one.kind == _MARK)]
    pairs = [*zip(runs[::2], runs[1::2], strict=True)]
    told = pairs if kinds[0] else [(marks, rows) for rows, marks in pairs]
    if not kinds[0] and any(len(marks) > 1 for marks, _ in told):
        return None  # "infra a and b" leaves the rows before it
    breaks = _BREAKS | {","} if kinds[0] else _BREAKS
    parted = [marks[:1] if kinds[0] else rows for marks, rows in told]
    unclear = any(len(marks) > 1 for marks, _ in told) or any(
        one.sign in breaks for said in parted for one in said
    )
    return {} if unclear else _filled(told, table, options, done)


def _filled(
    told: Sequence[tuple[Sequence[_Piece], Sequence[_Piece]]],
    table: Table,
    options: Mapping[str, Options],
    done: Collection[str],
) -> dict[str, str]:
    each: dict[str, Sequence[str]] = {}
    others: dict[str, Sequence[str]] = {}
    named = {one.words[0] for _, rows in told for one in rows if one.kind == _ROW}
    for marks, rows in told:
        for one in rows:
            left = (row for row in table.ids if row not in named and (one.kind == _EVERY or row not in done))
            told_of, ids = (each, one.words) if one.kind == _ROW else (others, tuple(left))
            if any(told_of.get(row, marks[0].words) != marks[0].words for row in ids):
                return {}
            told_of.update(dict.fromkeys(ids, marks[0].words))
    picks = {row: leading(options[row].exact(said)) for row, said in {**others, **each}.items()}
    found = {row: option for row, option in picks.items() if option}
    return {row: found[row] for row in table.ids if row in found} if len(found) == len(picks) else {}


def _pieces(tokens: Sequence[str], table: Table, shared: Options) -> list[_Piece] | None:
    """The line as rows and marks; None where it says anything else."""
    at = [place for place, token in enumerate(tokens) if token[-1].isalnum()]
    words = only_words(tokens)
    names = {at[start]: (at[end - 1] + 1, keys[0]) for start, end, keys in table.names.spans(words)
             if len(keys) == 1 and without(words[start:end], REST) is None}  # fmt: skip
    numbers = bool(LETTERS & {*words}) and any(map(str.isdigit, words))
    found: list[_Piece] = []
    place = 0
    while place < len(tokens):
        token = tokens[place]
        rest, every = (phrase_at(tokens, place, phrases) for phrases in (REST, ALL))
        head = next((end for end in range(place + 1, len(tokens)) if not tokens[end][-1].isalnum()), place)
        end = place + 1
        if place in names:
            end, row = names[place]
            found.append(_Piece(_ROW, (row,)))
        elif rest or every:
            end = place + len(rest or every)
            found.append(_Piece(_REST if rest else _EVERY))
        elif numbers and token.isdigit():
            while end < len(tokens) and tokens[end] in _TO and _between(tokens, end):
                end += 2
            rows = _by_number(tokens[place:end], table)
            if rows is None:
                return None
            found += [_Piece(_ROW, (one,)) for one in rows]
            end += tokens[end : end + 1] == ["."]
        elif token in LETTERS or (len(token) == 1 and token.isdigit()):
            found.append(_Piece(_MARK, (token,)))
        elif {*tokens[head : head + 1]} & _HEADS and shared.exact(tokens[place:head]).clear:
            end = head
            found.append(_Piece(_MARK, tuple(tokens[place:head])))
        elif token in _SIGNS and found:
            found[-1] = _Piece(found[-1].kind, found[-1].words, found[-1].sign or token)
        elif token not in _PASSED | _SIGNS:
            return None
        place = end
    while found and found[-1].sign in _BREAKS | {","}:
        found[-1] = _Piece(found[-1].kind, found[-1].words)
    return found
