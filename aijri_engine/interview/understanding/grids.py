"""Several rows in one line: "train drafts, rest by hand", "all by hand except infra", "b b a"."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Final

from aijri_engine.interview.understanding.corrections import corrected
from aijri_engine.interview.understanding.grid_by_name import by_name
from aijri_engine.interview.understanding.grid_likeliest import likeliest
from aijri_engine.interview.understanding.grid_marks import called, marked, opens_with_a_head, spelled
from aijri_engine.interview.understanding.grid_statements import (
    ALL,
    DOING,
    EXCEPT,
    LETTERS,
    PARTING,
    POINTING,
    REST,
    Statement,
    by_row,
    leading,
    lettered,
    parts,
    without,
)
from aijri_engine.interview.understanding.options import Options
from aijri_engine.interview.understanding.refusals import is_elsewhere
from aijri_engine.interview.understanding.week.table import Table
from aijri_engine.interview.understanding.words.asides import ended, turned_round
from aijri_engine.interview.understanding.words.clauses import asks, clauses_of
from aijri_engine.interview.understanding.words.tokens import (
    FILLER,
    PHRASES,
    hedged,
    holds,
    only_words,
    phrase_list,
    stem,
    word_set,
)

_SIGNS: Final = frozenset((":", "=", "-", ">", "~"))
_TELLING_WHEN: Final = frozenset(("when", "where"))
"""Words that begin a question or what is told of: "when I write letters, ..."."""
_ARTICLES: Final = word_set("a an")
_ONCE: Final = phrase_list(
    (*PHRASES.once, "had been", "will be", "would be", "used to", "from now on", "from next")
)
_TURNED: Final = word_set("is are was were does can could should would")
_THEY: Final = word_set("they he she")
_ROWS_TOO: Final = frozenset(word for one in REST for word in one) | POINTING | FILLER
"""Words for others that may as well be rows: "others a"."""
_NOW: Final = phrase_list(PHRASES.nowadays)
_JOINING: Final = frozenset(("and", "for", "in", "on", "of", "the", "with"))


@dataclass(frozen=True, slots=True)
class Filled:
    """Options by row, as far as they are told."""

    rows: Mapping[str, str]
    clear: bool
    """What is said of these rows is clear, whether or not others are missing."""
    confident: bool = True
    unnamed: bool = False
    """An option was said, and of no row."""
    others: tuple[Mapping[str, str], ...] = ()
    """The same with what is likely next for one of the things that are not clear."""


LEAST_HEARD: Final = 9.0
"""How much a line must say for an option, of which nothing else was read: a log-likelihood ratio [tried on talk and
answers of nine writers]."""

SHORT: Final = 6
"""Words of a line up to which it is taken as it reads, where no reading is the likeliest [ours]."""

_BOTH: Final = 2

MOST_APART: Final = 1
"""Rows told apart from all the others up to which "all the others" may be misread [ours]."""

NO_ROW: Final = Filled({}, False)


def read_grid(
    tokens: Sequence[str], table: Table, options: Mapping[str, Options], done: Collection[str] = ()
) -> Filled | None:
    """The rows that a line fills, none where it names some and nothing clear; None when it speaks of none.

    Who speaks of the rest leaves the rows that are `done` alone.
    """
    line = spelled(tokens, table)
    if line is None or tokens[0] in _TURNED or only_words(tokens)[-2:] == ["as", "above"]:
        return NO_ROW
    if "both" in line:
        kept = [one for one in line if one != "both"]
        if not _two_called(only_words(line), table):
            found = read_grid(kept, table, options, done) if kept else None
            two = found and len(found.rows) == _BOTH and len({*found.rows.values()}) == 1
            return replace(found, clear=False, others=()) if found and two else NO_ROW
        line = kept if len(table.ids) > _BOTH else line
    if (told := marked(line, table, options, done)) is not None:
        return Filled(told, True) if told else NO_ROW
    signs = ["," if token in ("(", ")") else token for token in line]
    shared = options[table.ids[0]]
    if opens_with_a_head(line, options) and table.names.spans(only_words(line)):
        return Filled(likeliest(signs, table, shared, done), False)
    own = len(table.ids) < 2 or any(one is not shared for one in options.values())
    signs = signs if own else _neither(signs, shared)
    found = _plainly(signs, table, options, done)
    letters = any(lettered(only_words(part[1:])) for part in parts(signs))
    if own or letters or asks(tokens) or ended(clauses_of(signs)):
        return found
    short = len(only_words(signs)) <= SHORT
    return _beside_likeliest(
        found, likeliest(signs, table, shared, done), table, _heard(signs, shared), short
    )


def _neither(tokens: Sequence[str], shared: Options) -> list[str]:
    """ "neither writing nor records see any AI": "nor" as "and", and one no before what is said of both."""
    line = ["and" if one == "nor" else one for one in tokens]
    if "neither" not in tokens or "nor" not in tokens:
        return line
    last = len(line) - 1 - tokens[::-1].index("nor")
    told = (
        at for at in range(last + 1, len(line)) if line[at] == "any" or stem(line[at]) in shared.label_words
    )
    at = next(told, len(line))
    line[at - (line[at - 1] in _ARTICLES) : at + (line[at : at + 1] == ["any"])] = ["no"]
    return [one for one in line if one != "neither"]


def _beside_likeliest(
    found: Filled | None, like: Mapping[str, str], table: Table, heard: bool, short: bool
) -> Filled | None:
    """What was read, with what is likeliest where that is something else: the two are put."""
    if found is None or not found.rows:
        return Filled(like, False) if like and heard else found
    if found.rows == like or (not like and (found.unnamed or short)):
        return found
    if not like:
        return replace(found, clear=False)
    apart = len(found.rows) - max(map([*found.rows.values()].count, found.rows.values()))
    wide = len(found.rows) == len(table.ids) > len(like) and apart <= MOST_APART
    leads = wide or (not found.clear and like.keys() != found.rows.keys())
    first, second = (like, found.rows) if leads else (found.rows, like)
    return Filled(first, False, found.confident, others=(second, *found.others))


def _heard(tokens: Sequence[str], shared: Options) -> bool:
    """The line speaks for an option, and not of others or of another time from its beginning."""
    first = clauses_of(tokens)[:1]
    judged = shared.likelihood.judge(" ".join(only_words(tokens)))
    return judged.ratio >= LEAST_HEARD and not any(one.subject() or one.elsewhere() for one in first)


def _plainly(
    signs: Sequence[str], table: Table, options: Mapping[str, Options], done: Collection[str]
) -> Filled | None:
    """The rows by their names and by what is said of each."""
    if (mended := _mended(signs, table, options, done)) is not None:
        return mended
    tokens = signs
    kept = _by_ordinal([token for token in signs if token not in _SIGNS], table)
    by_place = _by_place(kept, table, options)
    if by_place is not None:
        return Filled(by_place, not hedged(tokens))
    if len(only_words(kept)) > 1 and set(only_words(kept)) <= LETTERS:
        return NO_ROW
    own = len(set(map(id, options.values()))) == len(options)
    clauses = clauses_of(kept)
    if not own and asks(tokens) and tokens[0] not in _TELLING_WHEN:
        return None
    if ended(clauses) or (own and turned_round(clauses)):
        return None
    parted = _by_ordinal([token for token in signs if token not in _SIGNS - {":"}], table)
    told = by_row(kept, table, options) if own else by_name(parted, table, options[table.ids[0]])
    if len(told) == 1 and not told[0].about:
        one = told[0]
        option = leading(one.pick) if one.read(options) else None
        return Filled(dict.fromkeys(table.ids, option), one.pick.clear, unnamed=True) if option else None
    told = [one for one in told if one.about and (one.read(options) or one.rows)]
    away = set[str]() if own else _away(kept, table, options[table.ids[0]])
    if away is None:
        return NO_ROW
    unsaid = _joined(kept, table) - {row for one in told for row in one.rows}
    rows = _rows(told, table, done)
    lost = unsaid & rows.keys() if not own else set[str]()
    rows = {row: option for row, option in rows.items() if row not in lost | away}
    others = tuple(
        _rows([replace(one, option=instead) if one is it else one for one in told], table, done)
        for it in told
        for instead in it.next[:1]
    )
    left = [one for one in told if not one.rows or {*one.rows} - away]
    clear = not (
        hedged(tokens) or any(one.muddled() or (one.before == EXCEPT and one.clues) for one in left)
    ) and all(one.pick.clear and one.named for one in left if one.option)
    clear = (
        clear
        and not lost
        and not (_excepts(kept) and len(rows) == len(table.ids) and len({*rows.values()}) == 1)
    )
    heard = any(one.pick.clear or one.pick.nearest or (one.told and one.named) for one in told)
    confident = all(one.pick.confident for one in told if one.option)
    named = any(one.rows and one.named and one.tells() for one in told)
    return Filled(rows, clear, confident, others=others) if rows and heard else NO_ROW if named else None


def _excepts(tokens: Sequence[str]) -> bool:
    """ "people do the lot except the specials, ...": some row is apart, whether or not anybody knows which."""
    return any(part[0] == EXCEPT for part in parts([one for one in tokens if one != "but"]))


def _mended(
    tokens: Sequence[str], table: Table, options: Mapping[str, Options], done: Collection[str]
) -> Filled | None:
    """ "all a, budgets c, no wait budgets b", "pay above it, no sorry, below": the last word is put, none before it."""
    halves = corrected(tokens, no_counts=False)
    if halves is None:
        return None
    first, last = (read_grid(half, table, options, done) for half in halves)
    before = first.rows if first is not None else {}
    if last is None or not last.rows or (last.unnamed and before):
        picks = {row: leading(options[row].one(halves[1])) for row in [*before][-1:]}
        rows = {row: option for row, option in picks.items() if option}
    else:
        rows = dict(last.rows)
    return Filled({**before, **rows}, False) if rows else NO_ROW


def _two_called(words: Sequence[str], table: Table) -> bool:
    """ "both" means two rows that are called, or all that there are."""
    called = {keys[0] for *_, keys in table.names.spans(words) if len(keys) == 1}
    return len(table.ids) == _BOTH or len(called) == _BOTH


def _away(tokens: Sequence[str], table: Table, shared: Options) -> set[str] | None:
    """Rows that the line tells of another time or, beside a letter, of others; None where it may be all of them."""
    words, short = only_words(tokens), lettered(only_words(tokens))
    if not short and any(holds(words, one) for one in _NOW):
        return set()
    spans = [one for one in table.names.spans(words) if len(one[2]) == 1]
    inside = frozenset(place for start, end, _ in spans for place in range(start, end))
    found, last, open_yet = set[str](), set[str](), False
    for one in clauses_of(tokens):
        called = {keys[0] for start, _, keys in spans if one.start <= start < one.start + len(one.words)}
        is_away = is_elsewhere(shared, one, inside) or any(holds(one.words, phrase) for phrase in _ONCE)
        is_away = is_away or (short > 0 and bool({*one.persons(inside)} - _ROWS_TOO))
        is_away = is_away or any(pair[0] in _THEY and pair[1] in DOING for pair in pairwise(one.words))
        if called and LETTERS & {*one.words[-3:-2]} and one.words[-2:] == ("for", "others"):
            return None
        all_left = not called and any(without(one.words, phrases) is not None for phrases in (REST, ALL))
        open_yet = not called and (open_yet or (is_away and (all_left or not last)))
        last = set() if all_left else called or last
        found |= last if is_away or open_yet else set()
    return None if open_yet else found


def _joined(tokens: Sequence[str], table: Table) -> set[str]:
    """Rows that the line calls side by side ("plan and records"): none of them is meant by "the rest"."""
    words = only_words(tokens)
    spans = [one for one in table.names.spans(words) if len(one[2]) == 1]
    pairs = [(one, two) for one, two in pairwise(spans)
             if words[one[1] : one[1] + 1] == ["and"] and {*words[one[1] : two[0]]} <= _JOINING]  # fmt: skip
    return {span[2][0] for pair in pairs for span in pair}


def _rows(told: Sequence[Statement], table: Table, done: Collection[str]) -> dict[str, str]:
    """The option of each row; what is said of a row by itself counts more than what is said of all."""
    named = {row for one in told for row in one.rows}
    base = {row: one.option for one in told if one.rest for row in table.ids
            if row not in named and (one.every or row not in done)}  # fmt: skip
    each = {row: one.option for one in told for row in one.rows}
    return {row: option for row in table.ids if (option := (base | each).get(row))}


_ORDINALS: Final = {"first": 0, "second": 1, "third": 2, "fourth": 3, "last": -1}
_AFTER_AN_ORDINAL: Final = LETTERS | PARTING | word_set("row rows one ones task tasks is are was were or of")
"""Not as in "my last job"."""
_HOW_MANY: Final = {"two": 2, "2": 2, "three": 3, "3": 3, "four": 4, "4": 4}


def _by_ordinal(tokens: Sequence[str], table: Table) -> list[str]:
    """Beside letters of options the row "the first two", "last" means, by its name."""
    ends = [*tokens[1:], ","]
    lettered = any(
        len(one) == 1 and one.isalpha() and after in PARTING | {"for"}
        for one, after in pairwise((*tokens, ","))
    )
    found: list[str] = []
    place = 0
    while place < len(tokens):
        after = ends[place]
        called_so = not after.isalpha() or after in _AFTER_AN_ORDINAL or after in _HOW_MANY
        at = _ORDINALS.get(tokens[place]) if lettered and called_so else None
        if at is None:
            found.append(tokens[place])
        else:
            many = _HOW_MANY.get(tokens[place + 1], 0) if place + 1 < len(tokens) and at in (0, -1) else 0
            ids = table.ids[-many:] if many and at else table.ids[:many] if many else table.ids[at:][:1]
            found = [*(found[:-1] if found[-1:] == ["the"] else found), *called(table, ids)]
            place += bool(many)
        place += 1
    return found


def _by_place(tokens: Sequence[str], table: Table, options: Mapping[str, Options]) -> dict[str, str] | None:
    """As many letters or numbers as rows, in their order; one option when there is one row."""
    if len(table.ids) == 1:
        pick = options[table.ids[0]].one(tokens)
        return {table.ids[0]: pick.chosen[0]} if pick.clear else None
    places = [token for token in tokens if token not in (",", ";", "/", "and", ".")]
    mixed = any(map(str.isdigit, places)) and not all(map(str.isdigit, places))
    if len(places) != len(table.ids) or mixed or not all(len(token) == 1 for token in places):
        return None
    picks = [options[row].exact([token]) for row, token in zip(table.ids, places, strict=True)]
    if not all(pick.clear for pick in picks):
        return None
    return {row: pick.chosen[0] for row, pick in zip(table.ids, picks, strict=True)}
