"""Several rows in one line: "train drafts, rest by hand", "all by hand", "b b a"."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from aijri_engine.interview.understanding.options import Options, split_at
from aijri_engine.interview.understanding.positions import Pick
from aijri_engine.interview.understanding.split_table import Table
from aijri_engine.interview.understanding.tokens import PHRASES, hedged, only_words, phrase_list, words_of

_SEPARATORS: Final = (",", ";", ".", "|", "\n", "!")
_AND: Final = ("and", "&", "plus", "+", "while", "but")
_REST: Final = phrase_list(PHRASES.the_others)
_ALL: Final = phrase_list(PHRASES.every_row)
_EXCEPT: Final = phrase_list(
    ("apart from", "other than", "but for", "except for", "except", "besides", "excluding")
)
_POINTING: Final = frozenset(
    ("that", "was", "were", "is", "which", "and", "it", "its", "thats", "there", "one")
)
_SIGNS: Final = frozenset((":", "=", "-", ">", "(", ")", "~"))
ROW_LEADS: Final = 2.0
"""By how much a line must say more for an option of one row than for those of others: log-likelihood ratios [ours]."""

_TURNING: Final = frozenset(("except", "but", "not", "apart", "besides", "unless"))


@dataclass(frozen=True, slots=True)
class Filled:
    """Options by row, and what is missing."""

    rows: Mapping[str, str]
    missing: tuple[str, ...]
    clear: bool
    confident: bool = True
    understood: bool = True
    """What was said of these rows is clear, whether or not some are missing."""


def read_grid(tokens: Sequence[str], table: Table, options: Mapping[str, Options]) -> Filled | None:
    """The rows that a line fills; None when it names none."""
    kept = [token for token in tokens if token not in _SIGNS]
    clear = not hedged(tokens)
    by_place = _by_place(kept, table, options)
    if by_place is not None:
        return Filled(by_place, (), clear)
    one_for_all = _for_all(kept, table, options)
    if one_for_all is not None:
        return Filled(one_for_all, (), clear)
    excepted = _except(kept, table, options)
    if excepted is not None:
        return excepted
    filling = _Filling(table, options)
    for piece in split_at(kept, _SEPARATORS):
        filling.take(piece)
    if not filling.rows and filling.rest is None:
        return None
    rows = filling.completed()
    missing = tuple(row for row in table.ids if row not in rows)
    good = clear and filling.clear and not missing and not filling.waiting
    ordered = {row: rows[row] for row in table.ids if row in rows}
    understood = clear and filling.clear and not filling.waiting
    return Filled(ordered, missing, good, filling.confident, understood)


def read_rows(
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


def by_what_is_said(tokens: Sequence[str], options: Mapping[str, Options]) -> dict[str, str]:
    """Rows with options of their own, each by the part of the line that says most for one of these."""
    found: dict[str, str] = {}
    for part in split_at(tokens, (*_SEPARATORS, *_AND)):
        text = " ".join(only_words(part))
        judged = {row: one.likelihood.judge(text) for row, one in options.items()}
        ranked = sorted(((-one.ratio, row) for row, one in judged.items() if one.firm))
        if ranked and (len(ranked) == 1 or ranked[1][0] - ranked[0][0] >= ROW_LEADS):
            found.setdefault(ranked[0][1], judged[ranked[0][1]].close[0])
    whole = " ".join(only_words(tokens))
    judged = {row: one.likelihood.judge(whole) for row, one in options.items() if row not in found}
    return found | {row: one.close[0] for row, one in judged.items() if one.strong}


def leading(pick: Pick) -> str | None:
    """The option that is picked, or the one that leads those that come near."""
    if pick.clear:
        return pick.chosen[0]
    leads = pick.led or len(pick.nearest) == 1
    return pick.nearest[0][0] if leads and pick.nearest and len(pick.nearest[0]) == 1 else None


def without_every_row(tokens: Sequence[str]) -> list[str]:
    """The tokens without a word for all rows ("everything")."""
    left = _without(tokens, _ALL)
    return list(tokens) if left is None else left


def _by_place(tokens: Sequence[str], table: Table, options: Mapping[str, Options]) -> dict[str, str] | None:
    """As many letters or numbers as rows, in their order; one option when there is one row."""
    if len(table.ids) == 1:
        pick = options[table.ids[0]].one(tokens)
        return {table.ids[0]: pick.chosen[0]} if pick.clear else None
    places = [token for token in tokens if token not in (",", ";", "/", "and", ".")]
    if len(places) != len(table.ids) or not all(len(token) == 1 for token in places):
        return None
    picks = [options[row].exact([token]) for row, token in zip(table.ids, places, strict=True)]
    if not all(pick.clear for pick in picks):
        return None
    return {row: pick.chosen[0] for row, pick in zip(table.ids, picks, strict=True)}


def _without(tokens: Sequence[str], phrases: Sequence[tuple[str, ...]]) -> list[str] | None:
    """The tokens without the first of these phrases that stands in them; None when none does."""
    for phrase in phrases:
        for start in range(len(tokens) - len(phrase) + 1):
            if tuple(tokens[start : start + len(phrase)]) == phrase:
                return [*tokens[:start], *tokens[start + len(phrase) :]]
    return None


def _for_all(tokens: Sequence[str], table: Table, options: Mapping[str, Options]) -> dict[str, str] | None:
    """ "all by hand": one option that every row has."""
    if any(token in _TURNING for token in tokens) or _without(tokens, _REST) is not None:
        return None
    exact = read_rows(options, table.ids, lambda one: one.exact(tokens)).values()
    left = _without(tokens, _ALL)
    if left is None or any(pick.clear for pick in exact):
        return None
    picks = read_rows(options, table.ids, lambda one: one.one(left))
    if not all(pick.clear for pick in picks.values()):
        return None
    return {row: pick.chosen[0] for row, pick in picks.items()}


def _except(tokens: Sequence[str], table: Table, options: Mapping[str, Options]) -> Filled | None:
    """ "all by hand except infra, that was copilot": one option for all rows but those named after it."""
    place, length = next(
        ((at, len(phrase)) for phrase in _EXCEPT for at in range(len(tokens))
         if tuple(tokens[at : at + len(phrase)]) == phrase), (0, 0),
    )  # fmt: skip
    before, after = [token for token in tokens[:place] if token != ","], only_words(tokens[place + length :])
    spans = [span for span in table.names.spans(after) if len(span[2]) == 1]
    left = _without(before, _ALL)
    if not spans or left is None:
        return None
    picks = read_rows(options, table.ids, lambda one: one.one(left))
    named = [keys[0] for _, _, keys in spans]
    rows = {row: option for row, pick in picks.items() if row not in named and (option := leading(pick))}
    if len(rows) + len(set(named)) < len(table.ids):
        return None
    said = [word for word in after[spans[-1][1] :] if word not in _POINTING]
    others = read_rows(options, named, lambda one: one.one(said)) if said else {}
    rows |= {row: option for row, pick in others.items() if (option := leading(pick))}
    missing = tuple(row for row in table.ids if row not in rows)
    confident = all(pick.confident for pick in others.values())
    clear = all(pick.clear for pick in (*picks.values(), *others.values()))
    ordered = {row: rows[row] for row in table.ids if row in rows}
    return Filled(ordered, missing, clear and not missing, confident, clear)


class _Filling:
    """Rows filled piece by piece; lives for one line."""

    def __init__(self, table: Table, options: Mapping[str, Options]) -> None:
        self.table = table
        self.options = options
        self.rows: dict[str, str] = {}
        self.rest: str | None = None
        self.waiting: list[str] = []
        self.clear = True
        self.confident = True

    def take(self, piece: Sequence[str]) -> None:
        """Read one piece; in parts where "and" joins two statements."""
        if not only_words(piece):
            return
        if any(token in _TURNING - {"but"} for token in piece) and not self._alone(piece):
            self.clear = False
        parts = [part for part in split_at(piece, _AND) if only_words(part)]
        if len(parts) > 1 and all(self._statement(part) for part in parts[-2:]):
            for part in parts:
                self._take_one(part)
        else:
            self._take_one(piece)

    def completed(self) -> dict[str, str]:
        """All rows, the rest filled in."""
        if self.rest is None:
            return self.rows
        return {row: self.rows.get(row, self.rest) for row in self.table.ids}

    def _statement(self, part: Sequence[str]) -> bool:
        """The part names rows and an option, or fills a row by itself."""
        if self._alone(part):
            return True
        named, rest, left = self._rows_in(part)
        return bool(named or rest) and bool(only_words(left)) and self._option(named, left).clear

    def _take_one(self, part: Sequence[str]) -> None:
        alone = self._alone(part)
        if alone and not self.waiting:
            self._set([alone[0]], alone[1])
            return
        named, rest, left = self._rows_in(part)
        everything = None if named or rest else _without(left, _ALL)
        rest, left = rest or everything is not None, left if everything is None else everything
        words = [
            word
            for word in only_words(left)
            if word not in ("and", "the", "is", "was", "were", "are", "for", "on")
        ]
        if not words:
            self.waiting += named
            self.clear = self.clear and bool(named)
            return
        targets = [*self.waiting, *named]
        pick = self._option(targets, left)
        option = leading(pick)
        self.clear = self.clear and pick.clear and bool(targets or rest)
        if option is None:
            return
        self.confident = self.confident and pick.confident
        if rest:
            self.rest = option
        self._set(targets, option)
        self.waiting = []

    def _alone(self, part: Sequence[str]) -> tuple[str, str] | None:
        """An option that only one row has, called exactly so; else named beside words that count or sum up."""
        if self.table.names.whole(only_words(part)):
            return None
        found = self._found(part, lambda one: one.exact(part))
        if len(found) > 1:
            label = only_words(part)
            found = [one for one in found if words_of(self.options[one[0]].label(one[1])) == label] or found
        single = len(only_words(part)) > 1 or all(
            len(word) > 1 and not word[0].isdigit() for word in only_words(part)
        )
        return found[0] if len(found) == 1 and single else None

    def _found(self, part: Sequence[str], read: Callable[[Options], Pick]) -> list[tuple[str, str]]:
        picks = read_rows(self.options, self.table.ids, read)
        return [(row, pick.chosen[0]) for row, pick in picks.items() if pick.clear]

    def _rows_in(self, part: Sequence[str]) -> tuple[list[str], bool, list[str]]:
        """Rows named in the part, whether it speaks of the rest, and the other words."""
        words = list(part)
        left = _without(words, _REST)
        rest = left is not None
        words = words if left is None else left
        spans = [span for span in self.table.names.spans(words) if len(span[2]) == 1]
        inside = {place for start, end, _ in spans for place in range(start, end)}
        named = list(dict.fromkeys(keys[0] for _, _, keys in spans))
        return (
            named,
            rest,
            [word for place, word in enumerate(words) if place not in inside and word != "and"],
        )

    def _option(self, rows: Sequence[str], words: Sequence[str]) -> Pick:
        """The option that the words name for all of these rows."""
        wanted = list(rows) or list(self.table.ids)
        picks = list(read_rows(self.options, wanted, lambda one: one.one(words)).values())
        return picks[0] if len({leading(pick) for pick in picks}) == 1 else Pick()

    def _set(self, rows: Sequence[str], option: str) -> None:
        for row in rows:
            if self.rows.get(row, option) != option:
                self.clear = False
            self.rows[row] = option
