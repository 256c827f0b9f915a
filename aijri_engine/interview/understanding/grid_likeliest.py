"""What a line about rows that share their options most likely means, where its words do not tell it plainly.

Its parts are put together to runs, each of which says one option of some rows; of all ways to do so the one counts for
which the words speak most. What is found here is put, and never taken.
"""

import math
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from itertools import takewhile
from typing import Final

from aijri_engine.interview.understanding.corrections import corrected
from aijri_engine.interview.understanding.grid_by_name import names_an_option, tells_options_alone
from aijri_engine.interview.understanding.grid_statements import (
    ALL,
    AND,
    EXCEPT,
    REST,
    SMALL,
    WORD_LEADS,
    parts,
    without,
)
from aijri_engine.interview.understanding.options import Options
from aijri_engine.interview.understanding.week.table import LINKING, Table
from aijri_engine.interview.understanding.words.clauses import denies
from aijri_engine.interview.understanding.words.tokens import FILLER, only_words

MOST_PARTS: Final = 12
"""Parts of a line that are put together [ours]."""

RUN_COSTS: Final = 5.0
"""What one run more must say for its options: a log-likelihood ratio [tried on three writers: 3 to 8 alike]."""

LEAST_OF_OPTION: Final = 1.0
"""How much a run must say for its option [tried with it]."""

TELLS: Final = 3.0
"""How much a part says that tells the option; before it stands what the run is about [ours]."""

SAYS_LITTLE: Final = 2.0
"""How little a part says behind it that is one more thing the run is about [ours]."""

TELLING: Final = 1.0
"""How much a word says for an option that what denies it is looked at [ours]."""

NAMED: Final = 3.0
"""What its name says for a row [ours]."""

LEAST_LIKE: Final = 4.0
"""How much a part must say for the row that it is about,"""

LEADS: Final = 1.0
"""and by how much more than for any other [tried with it]."""

FIRMLY_LIKE: Final = 10.0
"""The same for a part behind the one that tells the option,"""

FIRMLY_LEADS: Final = 4.0
"""and by how much more than for any other [tried with it]."""

SENTENCE_COSTS: Final = 2.0
"""The same for a run that begins a sentence [tried with it]."""

UNKNOWN_COSTS: Final = 4.0
"""What it costs that a sentence is of no row that anybody knows [ours]."""

OPENING: Final = SMALL | FILLER | LINKING
_ENDS: Final = frozenset((".", ";", "!", "\n"))
_NEW: Final = _ENDS | {"?", "while", "whereas", "though"}

_OTHERS: Final = ["others"]
"""Alone it means the rows that are left, and not the one that is called "other tasks"."""

_TOO: Final = frozenset(("too", "also", "likewise"))
"""What is told of others as well, and no word for any option: "by people, the stove too"."""
_NONE_OF: Final = frozenset(("no", "any", "without"))
"""Before a name that is denied: "no machine in it"."""


@dataclass(frozen=True, slots=True)
class _Part:
    words: tuple[str, ...]
    row: str
    """The row that it is about, "" for none."""
    firm: bool
    """It says much for this row."""
    of_all: bool
    """It speaks of all rows, or of the others."""
    of_left: bool
    """It speaks of the others alone."""
    before: str
    """The sign before it, AND or EXCEPT."""
    says: float
    """How much it says for an option."""


@dataclass(frozen=True, slots=True)
class _Run:
    rows: tuple[str, ...]
    """None where it is of all others."""
    option: str
    """"" for rows that are excepted, of which no option is told."""
    of_left: bool


def likeliest(tokens: Sequence[str], table: Table, shared: Options, done: Collection[str]) -> dict[str, str]:
    """The rows that a line tells of, each with its option; where it corrects itself, by its last words. {} for none."""
    halves = corrected(tokens, no_counts=False)
    if halves is None:
        return _told(tokens, table, shared, done)
    first, last = (_told(half, table, shared, done) for half in halves)
    if not first or not last:
        option, says = shared.likelihood.most(" ".join(only_words(halves[1])))
        return last or (dict.fromkeys(first, option) if says >= TELLS else {})
    return {**first, **last} if len(last) < len(table.ids) else dict(zip(first, last.values(), strict=False))


def _told(tokens: Sequence[str], table: Table, shared: Options, done: Collection[str]) -> dict[str, str]:
    line = [AND if one in ("or", "/") else one for one in tokens if one not in _TOO]
    parted = parts(line)[:MOST_PARTS]
    told = [_part(part, table, shared, not at and len(parted) > 1) for at, part in enumerate(parted)]
    runs = _runs(told, table, shared)
    named = {row: run.option for run in runs for row in run.rows}
    found = {
        row: run.option
        for run in runs
        if run.option and not run.rows
        for row in table.ids
        if not (run.of_left and row in done)
    } | named
    return {row: found[row] for row in table.ids if found.get(row)}


def _part(part: Sequence[str], table: Table, shared: Options, first: bool) -> _Part:
    """What a part names; the `first` of several that tells an option and nothing else is of all not named after it."""
    words = only_words(part[1:])
    called = [words[start:end] for start, end, keys in table.names.spans(words) if len(keys) == 1]
    rest = without(words, REST)
    others = rest if all(one == _OTHERS or without(one, REST) is None for one in called) else None
    left = words if others is None else others
    every = None if _all_of_one(left, table) else without(left, ALL)
    left = left if every is None else every
    names = {
        place
        for start, end, keys in table.names.spans(words)
        if len(keys) == 1
        for place in range(start, end)
    }
    says = shared.likelihood.most(" ".join(word for at, word in enumerate(words) if at not in names))[1]
    alone = first and says >= TELLS and tells_options_alone(words, shared)
    of_all = others is not None or every is not None or alone
    row, firm = ("", False) if others is not None else _row_of(left, table, shared)
    row = row if every is None or firm else ""
    words = words if {*left} - OPENING else left  # nothing but "all of it"
    before = part[0] if part[0] != EXCEPT or (row and says < TELLS) else ","  # "..., but I do it myself"
    return _Part(tuple(words), row, firm, of_all, of_all and every is None, before, says)


def _all_of_one(words: Sequence[str], table: Table) -> bool:
    """ "all the charting" is of one row."""
    starts = {start for start, _, keys in table.names.spans(words) if len(keys) == 1}
    after = words.index("all") + 1 if "all" in words else len(words)
    return after + (words[after : after + 1] in (["the"], ["my"], ["our"])) in starts


def _row_of(words: Sequence[str], table: Table, shared: Options) -> tuple[str, bool]:
    """The one row that a part is about, by its name and by what people say of it, and whether it says much for it."""
    spans = [
        (start, keys[0])
        for start, end, keys in table.names.spans(words)
        if len(keys) == 1
        and not names_an_option(shared, words, start, end)
        and not _NONE_OF & {*words[:start][-1:]}
        and any(
            table.described.worth(one) > shared.likelihood.worth(one) - WORD_LEADS for one in words[start:end]
        )
    ]
    named = {row for _, row in spans}
    like = table.described.alike(" ".join(words), shared.likelihood)
    ranked = sorted(((said + NAMED * (row in named), row) for row, said in like.items()), reverse=True)
    (most, row), (next_most, _) = ranked[:2]
    if most < LEAST_LIKE or most - next_most < LEADS:
        return "", False
    opens = any(one == row and OPENING.issuperset(words[:start]) for start, one in spans)
    return row, opens or (most >= FIRMLY_LIKE and most - next_most >= FIRMLY_LEADS)


def _runs(told: Sequence[_Part], table: Table, shared: Options) -> tuple[_Run, ...]:
    """The parts as runs; () where there is no way to read them so."""
    best: dict[int, tuple[float, tuple[_Run, ...]]] = {0: (0.0, ())}
    for end in range(1, len(told) + 1):
        for start in [*best]:
            parted = told[start:end]
            run = None if any(one.before == EXCEPT for one in parted[1:]) else _run(parted, table, shared)
            if run is None or _says_again(run[1], best[start][1]):
                continue
            says = best[start][0] + run[0] - (SENTENCE_COSTS if parted[0].before in _NEW else RUN_COSTS)
            if says > best.get(end, (-math.inf,))[0]:
                best[end] = (says, (*best[start][1], run[1]))
    return best.get(len(told), (0.0, ()))[1]


def _says_again(run: _Run, before: Sequence[_Run]) -> bool:
    """It says of all what was just said of some: "tasting the sauce? A person, always a person"."""
    alike = not run.rows and not run.of_left and bool(run.option)
    return alike and any(one.rows and one.option == run.option for one in before[-1:])


def _run(parted: Sequence[_Part], table: Table, shared: Options) -> tuple[float, _Run] | None:
    """How much these parts say for one option of the rows they are about; None where they are about none."""
    text = " , ".join(" ".join(one.words) for one in parted)
    option, says = shared.likelihood.most(text)
    rows = _rows_of(parted)
    of_all = any(one.of_all for one in parted)
    if parted[0].before == EXCEPT and rows and all(one.says < TELLS for one in parted):
        return RUN_COSTS, _Run(rows, "", False)  # of which nothing is told yet
    opening = takewhile(lambda one: not one.row, parted)
    if any(one.row for one in parted) and any(one.of_all and one.says >= TELLS for one in opening):
        return None  # "all by hand, though the records ..."
    denied = any(denies(word) for one in parted for word in one.words)
    of_options = (
        word
        for one in parted
        for word in one.words
        if denies(word) or shared.likelihood.worth(word) > TELLING
    )
    turned = denied and not shared.likelihood.denies_so(option, " ".join(of_options))
    points = parted[0].words[:1] == ("which",)
    if says < LEAST_OF_OPTION or turned or points:
        return None
    if not (rows or of_all):
        return (says - UNKNOWN_COSTS, _Run((), "", True)) if parted[0].before in _ENDS else None
    return says, _Run(rows, option, not any(one.of_all and not one.of_left for one in parted))


def _rows_of(parted: Sequence[_Part]) -> tuple[str, ...]:
    """Rows that the parts of a run are about; behind the one that tells the option, those which say much for one."""
    rows, telling = list[str](), False
    for one in parted:
        rows += [one.row] if one.row and (one.firm or not telling) else []
        telling = telling or one.says >= TELLS
    return tuple(dict.fromkeys(rows))
