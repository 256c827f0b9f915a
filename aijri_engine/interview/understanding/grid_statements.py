"""What a line says of which rows: "train drafts, rest by hand".

A line is cut into statements. A part that names rows, or speaks of all or of the rest, begins a statement; a part that
does not goes on with the one before it. Where every row has options of its own, a part is of the row that it says most
for, by its name and by what people say of it and for its options.
"""

import math
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

from aijri_engine.interview.understanding.options import Options
from aijri_engine.interview.understanding.week.table import LINKING, Table
from aijri_engine.interview.understanding.words.clauses import ME, denies
from aijri_engine.interview.understanding.words.positions import NOTHING, Pick
from aijri_engine.interview.understanding.words.tokens import (
    FILLER,
    PHRASES,
    holds,
    only_words,
    phrase_list,
    split_at,
    tokens_of,
    word_set,
    words_of,
)

_JOINING: Final = frozenset(("and", "&", "plus", "+", "n"))
_EXCEPT: Final = phrase_list(PHRASES.excepting)
EXCEPT, AND = "except", "and"
PARTING: Final = (
    frozenset((",", ";", ".", "|", "\n", "!", "?", ":", "while", "though", "although", "whereas", EXCEPT))
    | _JOINING
)
POINTING: Final = word_set(
    "that was were is which and it its thats there one the are for on with i those these they"
)
_REMARKS: Final = frozenset(phrase_list(PHRASES.closing))
_UNSAID: Final = phrase_list(PHRASES.not_said)
REST: Final = phrase_list(PHRASES.the_others)
ALL: Final = phrase_list(PHRASES.every_row)
SAME: Final = word_set("same too also likewise ditto")
DOING: Final = word_set("did do does done doing made")
SMALL: Final = (FILLER | LINKING | POINTING | SAME | {",", "as", "well"}) - {"all", "no", "not"}
_DENIED: Final = frozenset(("not", "never"))
_DEGREES: Final = frozenset(("partly", "mostly"))
_NOBODY: Final = ME | {"nobody", "none", "no one", "no person", "no human", "without us", "without me"}
LETTERS: Final = frozenset("abcdefgh")
_ENDING: Final = PARTING | {"for", "or", "/"}

ROW_LEADS: Final = 2.0
"""By how much a part must say more for one row than for others: log-likelihood ratios [ours]."""

WORD_LEADS: Final = 1.0
"""By how much a word must say more for an option than for a row that it names, or for a row than nothing [ours]."""

LEAST_OF_A_ROW: Final = 11.5
"""How much a part must say for a row that it does not name, and for an option of it: log-likelihood ratio [ours]."""

NAMED: Final = 6.0
"""How much the name of a row says for it, where each has options of its own: a log-likelihood ratio [ours]."""

LEAST_OF_OPTION: Final = 1.0
"""The same for an option, where the statement is known to be about a row [ours]."""

LEAST_DENYING: Final = 8.0
"""The same of a part that denies something, from which the option is what it says by that [ours]."""

MUCH: Final = 3
"""Telling words of which more than a remark is made [ours]."""

LEAST_TOLD: Final = 4.0
"""The same from which no option is looked for in the words beside the statement [ours]."""


@dataclass(slots=True)
class Statement:
    """What is said of some rows; lives for one line."""

    rows: list[str]
    words: list[str]
    """What is said, without the names of the rows."""
    rest: bool = False
    """It speaks of all rows, or of all the others."""
    every: bool = False
    """Of those that were answered before, too."""
    named: bool = True
    """The rows were called by their names."""
    before: str = ","
    """The sign before it, AND or EXCEPT."""
    pick: Pick = NOTHING
    option: str | None = None
    told: bool = False
    """It says enough for the option that no words beside it are needed."""
    clues: tuple[str, ...] = ()
    """Words that sound like a row where none is named."""
    next: tuple[str, ...] = ()
    """Options that are likely beside it, where it is not clear."""

    @property
    def about(self) -> bool:
        return bool(self.rows) or self.rest

    def join(self, other: "Statement") -> None:
        """Go on with what is said next."""
        self.rows = [*dict.fromkeys((*self.rows, *other.rows))]
        self.rest, self.named = self.rest or other.rest, self.named and other.named
        self.every = self.every or other.every
        self.clues += other.clues
        self.words = [*self.words, *([","] if self.words and other.words else []), *other.words]

    def read(self, options: Mapping[str, Options]) -> bool:
        """Find the option that all of the rows have; whether there is one."""
        rows = self.rows or list(options)
        if _DENIED & {*self.words} and {*self.words} <= SMALL | LETTERS | _DENIED:
            self.pick, self.option, self.next, self.told = NOTHING, None, (), False
            return False
        picks = _read_rows(options, rows, self._pick)
        judged = options[rows[0]].likelihood.known(" ".join(self.words), LEAST_OF_OPTION)
        likely = (
            judged.close[0] if len(judged.close) == 1 and self.words and lettered(self.words) < 2 else None
        )
        led = {leading(pick) or likely for pick in picks.values()}
        self.pick, self.option = (picks[rows[0]], led.pop()) if len(led) == 1 else (NOTHING, None)
        own = len(set(map(id, options.values()))) > 1
        called = _by_name(options[rows[0]], self.words) if own and not self.pick.clear else ()
        self.option = called[0] if len(called) == 1 else self.option
        near = () if self.pick.clear else (*(one for ids in self.pick.nearest for one in ids), *judged.near)
        self.next = tuple(one for one in dict.fromkeys(near) if one != self.option)
        said_so = own and options[rows[0]].likelihood.denies_so(self.option or "", " ".join(self.words))
        if not (self.pick.clear or said_so) and self.option and any(map(denies, self.words)):
            self.next = self.next if own else ()  # the likeliest beside a denial is what it denies
            if self._denied(options[rows[0]], self.option, own):
                self.option, self.next = None, ()
        self.told = self.option is not None and (self.pick.clear or judged.ratio >= LEAST_TOLD)
        return self.option is not None

    def _denied(self, options: Options, option: str, own: bool) -> bool:
        """The words deny, and what denies in them is said for another option, or of the verb: "AI never does it"."""
        parts = [part for part in split_at(self.words, (",",)) if any(map(denies, part))]
        plain = own or all(_NOBODY & {part[0], " ".join(part[:2]), " ".join(part[-2:])} for part in parts)
        told = (options.likelihood.known(" ".join(part), LEAST_DENYING).close for part in parts)
        if plain and all(close == (option,) for close in told):
            return False  # "nobody touches it"
        denying = [word for word in self.words if denies(word)]
        text = " ".join(self.words)
        if [one.id for one in options.choices if options.likelihood.denies_so(one.id, text)] == [option]:
            return False  # "nobody uses AI"
        said = [word for word in denying if not word.endswith("nt")]
        return bool(denying) and options.likelihood.known(" ".join(said), -math.inf).close != (option,)

    def _pick(self, options: Options) -> Pick:
        """The option of the parts that are clear, where no other part leads to another; else of the whole."""
        said = [part for part in split_at(self.words, (",",)) if set(part) - POINTING]
        parts = [options.one(_pointed(part)) for part in said]
        clear = [
            pick for part, pick in zip(said, parts, strict=True)
            if pick.clear and (len(said) == 1 or {*part} - SMALL)
        ]  # fmt: skip
        if len({pick.chosen for pick in clear}) > 1 or lettered(self.words) > 1:
            return NOTHING
        if clear and {leading(pick) for pick in parts} <= {clear[0].chosen[0], None}:
            return clear[0]
        spans = options.names.spans(self.words)
        inside = {place for start, end, _ in spans for place in range(start, end)}
        left = {word for place, word in enumerate(self.words) if place not in inside}
        if len({keys for *_, keys in spans}) == 1 and len(spans[0][2]) == 1 and left <= SMALL - ME:
            return Pick(spans[0][2])  # "explaining to patients, we do"
        return options.one(self.words) if self.words else NOTHING

    def turned(self) -> bool:
        """Something is said of its rows that is no option, and keeps the options beside it away: "a and b", "not"."""
        told = {"all", *ME} & {*self.words}
        return lettered(self.words) > 0 or bool(told) or any(map(denies, self.words))

    def muddled(self) -> bool:
        """Much is said of its rows, nothing is denied, and nobody can tell which option it is."""
        said = {*self.words} - SMALL
        return bool(self.rows) and not (self.option or self.turned()) and len(said) >= MUCH

    def tells(self) -> bool:
        """More is said of its rows than small words."""
        return bool(set(self.words) - SMALL) or lettered(self.words) > 0


def _by_name(options: Options, words: Sequence[str]) -> tuple[str, ...]:
    """Options called by their names in several words that nothing denies: "somewhat fewer of us will be needed".

    The degree that is told leads what is called beside it: "partly, partly on the spot".
    """
    degrees = {one.id: begun for one in options.choices if (begun := words_of(one.label)[0]) in _DEGREES}
    told = tuple(key for key, begun in degrees.items() if begun in words)
    if len(told) == 1 < len(degrees) and not any(map(denies, words)):
        return told
    return tuple({
        keys[0]: True
        for start, end, keys in options.names.spans(words)
        if len(keys) == 1
        and end - start > 1
        and not any(map(denies, words[max(0, start - 2) : start]))
    })  # fmt: skip


def lettered(words: Sequence[str]) -> int:
    """How many letters of options stand in these words; "a" before a word is none."""
    ends = [*words[1:], ","]
    return len({one for one, after in zip(words, ends, strict=False) if one in LETTERS
                and (one != "a" or after in _ENDING)})  # fmt: skip


def of_the_others(typed: str) -> bool:
    """Whether a line speaks of the rows that are left."""
    return without(only_words(tokens_of(typed)), REST) is not None


def _read_rows(
    options: Mapping[str, Options], rows: Iterable[str], read: Callable[[Options], Pick]
) -> dict[str, Pick]:
    """What the options of each row make of a line; options that rows share read it once."""
    known: dict[int, Pick] = {}
    found = {}
    for row in rows:
        shared = options[row]
        if id(shared) not in known:
            known[id(shared)] = read(shared)
        found[row] = known[id(shared)]
    return found


def _pointed(words: list[str]) -> list[str]:
    """What is said without the words that point to rows before it, and of a letter it alone: "those are b"."""
    letters = [word for word in words if word in LETTERS]
    if len(letters) == 1 and {*words} <= SMALL | {*letters}:
        return letters
    start = next((place for place, word in enumerate(words) if word not in POINTING), 0)
    return words[start:]


def leading(pick: Pick) -> str | None:
    """The option that is picked, or the one that leads those that come near."""
    if pick.clear:
        return pick.chosen[0]
    leads = pick.led or len(pick.nearest) == 1
    return pick.nearest[0][0] if leads and pick.nearest and len(pick.nearest[0]) == 1 else None


def without(tokens: Sequence[str], phrases: Sequence[tuple[str, ...]]) -> list[str] | None:
    """The tokens without the first of these phrases that stands in them; None when none does."""
    for phrase in phrases:
        for start in range(len(tokens) - len(phrase) + 1):
            if tuple(tokens[start : start + len(phrase)]) == phrase:
                return [*tokens[:start], *tokens[start + len(phrase) :]]
    return None


def parts(tokens: Sequence[str]) -> list[list[str]]:
    """The line between its signs and words that join, each part with what stands before it; AND for any that joins."""
    line = list(tokens)
    for phrase in _EXCEPT:
        for start in range(len(line) - len(phrase), -1, -1):
            if tuple(line[start : start + len(phrase)]) == phrase:
                line[start : start + len(phrase)] = [EXCEPT]
    parts = [[","]]
    for token in line:
        if token in PARTING:
            parts.append([AND if token in _JOINING else token])
        else:
            parts[-1].append(token)
    return [part for part in parts if (words := only_words(part[1:])) and not _tells_what_was_not_said(words)]


def _tells_what_was_not_said(words: Sequence[str]) -> bool:
    """ "I said nothing about pay", "I'm not talking about tools": of the row it says nothing."""
    return any(holds(words, phrase) for phrase in _UNSAID)


def by_row(tokens: Sequence[str], table: Table, options: Mapping[str, Options]) -> list[Statement]:
    """Statements about rows with options of their own, each of the row that it says most for."""
    every = without(tokens, ALL)
    if every is not None and all(
        pick.clear for pick in _read_rows(options, table.ids, lambda one: one.exact(every)).values()
    ):
        return [Statement([row], every) for row in table.ids]
    found: list[Statement] = []
    for part in parts(tokens):
        words = only_words(part[1:])
        if tuple(words) in _REMARKS:
            continue
        one = Statement(*_of_row(words, table, options))
        same = next((other for other in found if other.rows == one.rows), None)
        if same or (found and not one.about):
            (same or found[-1]).join(one)
        elif found and not found[0].about and lettered(words):
            found.append(replace(one, named=False))  # "employers a, pay a": nobody knows of what the first is
        elif found and not found[0].about:
            found[0].join(one)
        else:
            found.append(one)
    return found


def _of_row(
    words: list[str], table: Table, options: Mapping[str, Options]
) -> tuple[list[str], list[str], bool, bool, bool]:
    """The row that words are of, what they say of it, and whether they name it."""
    spans = [span for span in table.names.spans(words) if len(span[2]) == 1]
    named = list(dict.fromkeys(keys[0] for _, _, keys in spans))
    text = " ".join(words)
    about = table.described.about(text)
    most = {
        row: about[row] + options[row].likelihood.judge(text, least=-math.inf).ratio + NAMED * (row in named)
        for row in table.ids
    }
    best, *others = sorted(most, key=lambda row: -most[row])
    leads = not others or most[best] - most[others[0]] >= ROW_LEADS
    heard = any(one.judge(text).close for one in (options[best].likelihood, table.described))
    if best not in named and not (leads and most[best] >= LEAST_OF_A_ROW and heard):
        return [], words, False, False, True
    inside = {place for start, end, keys in spans if keys[0] == best for place in range(start, end)}
    left = [word for place, word in enumerate(words) if place not in inside]
    exact = options[best].one(left).clear
    return [best], left if exact else words, False, False, exact
