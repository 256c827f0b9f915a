"""Options by number, letter, place, name, alias, unambiguous part, or likeness of words."""

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Final

from aijri_engine.content.phrases import YES_OR_NO
from aijri_engine.interview.form import Choice
from aijri_engine.interview.understanding.words.asides import mostly, told_of_me, turned_round
from aijri_engine.interview.understanding.words.clauses import (
    ME,
    OTHER_PEOPLE,
    Clause,
    asks,
    clauses_of,
    denies,
    explained,
    turned_away,
)
from aijri_engine.interview.understanding.words.likelihood import (
    LEAST,
    LEAST_DENIED,
    REACH,
    Counted,
    Judged,
    Likelihood,
    Said,
    Talk,
)
from aijri_engine.interview.understanding.words.names import Named, Names, is_negated
from aijri_engine.interview.understanding.words.positions import NOTHING, Pick, Places, pointed, unclear
from aijri_engine.interview.understanding.words.tokens import (
    FILLER,
    NEGATORS,
    PHRASES,
    hedged,
    holds,
    is_number,
    odd,
    only_words,
    split_at,
    stem,
    word_set,
    words_of,
)
from aijri_engine.interview.understanding.words.voice import said_otherwise

_ALL: Final = frozenset(PHRASES.all_of)
_NONE: Final = frozenset(PHRASES.none_of)
_OF_IT: Final = word_set("it they nobody noone")
FIRST_SAID: Final = 3
"""Words in which a clause names what it tells of [ours]."""
_YES: Final = word_set(PHRASES.yes)
_NO: Final = word_set(PHRASES.no)
_BARE: Final = _YES | _NO
"""A yes or no alone, which names no option."""


def agreed(spans: Sequence[tuple[int, int, tuple[str, ...]]]) -> tuple[str, ...]:
    """Options that names in a line mean: one alone where a name of it stands beside others that may mean it, too."""
    single = {keys for _, _, keys in spans if len(keys) == 1}
    if len(single) == 1 and all(next(iter(single))[0] in keys for _, _, keys in spans):
        return next(iter(single))
    return tuple(dict.fromkeys(key for _, _, keys in spans for key in keys))


def _quoted(tokens: Sequence[str]) -> bool:
    """Words stand in quotation marks, and something else is said of them."""
    marks = [place for place, token in enumerate(tokens) if token == '"']
    beside = [*tokens[: marks[0]], *tokens[marks[-1] :]] if marks else []
    return bool(set(only_words(beside)) - FILLER)


def all_of(words: Sequence[str]) -> bool:
    """ "all of them"."""
    return " ".join(words) in _ALL


def none_of(words: Sequence[str]) -> bool:
    """ "none of the above"."""
    return " ".join(words) in _NONE


def trimmed(words: Sequence[str]) -> list[str]:
    """Without the filling words at both ends; words that deny stay."""
    start, end = 0, len(words)
    while start < end and words[start] in FILLER and words[start] not in NEGATORS:
        start += 1
    while end > start and words[end - 1] in FILLER and words[end - 1] not in NEGATORS:
        end -= 1
    return list(words[start:end])


def _put(pick: Pick) -> Pick:
    """The same to be confirmed."""
    return replace(pick, chosen=(), nearest=(pick.chosen, *pick.nearest)) if pick.clear else pick


def _joined(clauses: Sequence[Clause]) -> list[str]:
    return [word for one in clauses for word in (*one.words, ",")][:-1]


MOST_PARTS: Final = 8
"""Parts of a line that are looked at for several options [ours]."""

PART_SAYS: Final = 8.0
"""How much a part of a line must say for an option more: a log-likelihood ratio [ours]."""

SAME_START: Final = 2
"""Words that begin the labels of two options when these are degrees of one thing [ours]."""

_ARTICLES: Final = frozenset(("a", "an", "the", "my", "from"))
_LEADING_TO: Final = frozenset(("with", "by", "in", "at"))
_NOT: Final = frozenset(("not", "no", "never", "without"))
_EXCEPTING: Final = frozenset(("except", "without"))
_SEPARATORS: Final = frozenset((",", ";", ".", "&", "+", "and", "plus", "also"))


@dataclass(frozen=True)
class Options:
    """The options of one question, prepared for reading typed lines."""

    choices: tuple[Choice, ...]
    beside: frozenset[str] = frozenset()
    """Words of the question itself, which may surround an answer."""
    said: Counted = field(default_factory=dict)
    """Counts of what people say for an option, by id, beside its own names."""
    talk: Talk = field(default_factory=Talk)
    """What is said of anything."""
    task: Said | None = None
    """What is said of the task whose ways the options are."""
    names_lead: bool = False
    """The options are rows of work: who calls one by its name means it, whatever else is told of it."""

    @cached_property
    def names(self) -> Names:
        """Ids, but for titles that somebody else may hold ("principal"), labels, short forms and aliases."""
        told = {one.id: "" if one.id in OTHER_PEOPLE else one.id.replace("_", " ") for one in self.choices}
        first = {one.id: re.split("[,;]", one.label, maxsplit=1)[0] for one in self.choices}
        return Names(
            tuple(
                Named(one.id, (told[one.id], one.label, first[one.id], one.name, *one.aliases))
                for one in self.choices
            )
        )

    @cached_property
    def places(self) -> Places:
        """The same options by letter, number and place."""
        return Places(self.choices, self.beside)

    @cached_property
    def _label_stems(self) -> tuple[tuple[str, tuple[str, ...]], ...]:
        pairs = [(one.id, one.label) for one in self.choices] + [(one.id, one.name) for one in self.choices]
        return tuple((key, tuple(map(stem, words_of(label)))) for key, label in pairs)

    def exact(self, tokens: Sequence[str]) -> Pick:
        """An option by its letter, number or place, or called by exactly its name."""
        return self._unless_turned(self._exactly(tokens), tokens)

    def one(self, tokens: Sequence[str]) -> Pick:
        """One option, by any way of naming it."""
        told = self._told_of_me(tokens)
        if told is not None:
            return _put(self.one(told)) if told else NOTHING
        return self._unled(self._unless_turned(self._one(tokens), tokens), tokens)

    def some(self, tokens: Sequence[str], most: int | None = None) -> Pick:
        """One option or several joined ("a and c", "a and c, not b"); at most `most` when given."""
        listed = self.places.listed(tokens) if most is None and "not" in tokens else None
        if listed is not None and listed.clear and not hedged(tokens):
            return listed
        told = self._told_of_me(tokens)
        if told is not None:
            return _put(self.some(told, most)) if told else NOTHING
        if most is None and self._taken_back(clauses_of(tokens)):
            return NOTHING
        pick = self._unled(self._unless_turned(self._some(tokens, most), tokens), tokens)
        return pick if pick.clear or pick.why else self._as_named(pick, tokens, most)

    def _unled(self, pick: Pick, tokens: Sequence[str]) -> Pick:
        """What is mostly so leads what is so now and then; of all but an exception, and of a mere denial, none does."""
        clauses = clauses_of(tokens)
        if not (pick.clear or pick.nearest) or self.names.whole(only_words(tokens)):
            return pick
        kept = mostly(clauses)
        if len(kept) < len(clauses):
            first, pick = _put(self.one(_joined(kept))), _put(pick)
            near = tuple(dict.fromkeys((*first.nearest, *pick.nearest)))
            return replace(pick, nearest=near, led=first.led or len(first.nearest) == 1)
        if turned_round(clauses) or (self.task is not None and self._only_denied(clauses, pick)):
            return replace(_put(pick), led=False) if len(pick.nearest) > 1 else NOTHING
        return pick

    def _only_denied(self, clauses: Sequence[Clause], pick: Pick) -> bool:
        """All that the line does is to deny another option than it picks."""
        if not all(any(map(denies, one.words[:FIRST_SAID])) for one in clauses):
            return False
        said = " ".join(word for one in clauses for word in one.words if not denies(word))
        close = self.likelihood.judge(said).close
        return len(close) == 1 and close not in (pick.chosen, *pick.nearest[:1])

    def _told_of_me(self, tokens: Sequence[str]) -> list[str] | None:
        """A line without what it tells beside what is asked; None where there is nothing of that."""
        clauses = clauses_of(tokens)
        kept = told_of_me(clauses, self._of_others)
        if len(kept) == len(clauses) or self._exactly(tokens).clear:
            return None
        return _joined(kept)

    def _of_others(self, clause: Clause, others: Sequence[str]) -> bool:
        """It is an answer because others do it; no way of doing a task is."""
        close = self.likelihood.judge(" ".join(clause.words), others).close
        after = [(one, clause.words[at + 1 : at + 1 + REACH]) for at, one in enumerate(clause.words)]
        pairs = [(one, word) for one, words in after if one in others for word in words]
        if not any(one.exclusive for one in self.choices):
            return self.task is None and bool(close)
        return any(self.likelihood.says(key, pair) for key in close for pair in pairs)

    def _as_named(self, pick: Pick, tokens: Sequence[str], most: int | None) -> Pick:
        """What is near, told by the letters of a line; beside what a part of it affirms not that nothing applies."""
        signs = [one for token in tokens for one in ((",", token) if token in _EXCEPTING else (token,))]
        parts = [part for part in split_at(signs, (*_SEPARATORS, "but", "then")) if only_words(part)]
        said = [part for part in parts if not any(map(denies, part))]
        kept = {one for part in said for one in self.places.lettered(part)}
        kept -= {one for part in parts if part not in said for one in self.places.lettered(part)}
        if kept and len(self.places.lettered(tokens)) > 1:
            together = self._in_order(kept)
            whole = most is None or len(together) == 1
            return replace(
                pick, nearest=(together,) if whole else tuple((one,) for one in together), led=False
            )
        alone = {one.id for one in self.choices if one.exclusive}
        if not alone & {*(pick.nearest[:1] or ((),))[0]}:
            return pick
        told = [" ".join(only_words(part)) for part in said]
        near = {key for words in told for key in self.likelihood.judge(words).near}
        if not near or near & alone or parts[0] not in said:
            return NOTHING if any(all_of(words.split()) for words in told) else pick
        return replace(pick, nearest=tuple(keys for keys in pick.nearest if near >= {*keys}), led=False)

    def _unless_turned(self, pick: Pick, tokens: Sequence[str]) -> Pick:
        """Nothing in place of a pick from a line that denies, asks, wishes, compares, or speaks of another time.

        Neither is an option offered whose own words the line turns round.
        """
        words = only_words(tokens)
        if pick.clear and _quoted(tokens):
            return Pick(nearest=(pick.chosen,), confident=False)
        if turned := self._turned_round(pick, words):
            near = tuple(keys for keys in pick.nearest if not turned & {*keys})
            led = bool(turned & {*pick.chosen, *(pick.nearest[:1] or ((),))[0]})
            pick = NOTHING if led else replace(pick, nearest=near)
        if not pick.clear or (len(pick.chosen) == 1 and self.names.whole(words) == pick.chosen):
            return pick
        own = [span for span in self.names.spans(words) if set(span[2]) & set(pick.chosen)]
        inside = explained(own, words)
        denied = any(clause.denied(inside) for clause in clauses_of(tokens))
        if turned_away(tokens):
            return NOTHING
        return self._spoken(tokens) if denied else pick

    def _turned_round(self, pick: Pick, words: Sequence[str]) -> set[str]:
        """Those options picked or near of which the line says another thing in their own words."""
        near = {key for keys in (pick.chosen, *pick.nearest) for key in keys}
        left = (key for key in near if self.names.whole(words) != (key,))
        text = " ".join(words)
        return {
            one for one in left if said_otherwise(words, self._told[one]) or self.likelihood.denies(one, text)
        }

    @cached_property
    def _told(self) -> Mapping[str, tuple[tuple[str, ...], ...]]:
        """The names of each option, as words."""
        return {one.key: tuple(tuple(words_of(name)) for name in one.names) for one in self.names.things}

    def _exactly(self, tokens: Sequence[str]) -> Pick:
        words = only_words(tokens)
        if odd(tokens) or not words:
            return NOTHING
        named = self._named(words, turned_away(tokens))
        if named.clear and hedged(tokens, trimmed(words)):
            return unclear("That did not sound sure.", named.chosen)
        placed = self.places.placed(tokens)
        if named.clear and placed.clear and named.chosen != placed.chosen:
            return unclear(
                "That is the name of one option and the number of another.", named.chosen, placed.chosen
            )
        banded = self.places.banded(tokens)
        if banded and not named.clear:
            if placed.clear and placed.chosen != banded and not pointed(words):
                return unclear("That can be the amount or the number of an option.", banded, placed.chosen)
            if not placed.clear:
                return Pick(banded)
        return named if named.clear or named.why else placed

    def _one(self, tokens: Sequence[str]) -> Pick:
        found = self._exactly(tokens)
        if found.clear or found.why:
            return found
        return self._spoken(tokens)

    def _some(self, tokens: Sequence[str], most: int | None) -> Pick:
        found = self._exactly(tokens)
        if found.clear or found.why:
            return found
        listed = self.places.listed(tokens)
        if listed is None:
            listed = self._joined(tokens)
        if listed is None:
            return self._with_all_named(self._spoken(tokens), tokens, most)
        if most is not None and len(listed.chosen) > most:
            return unclear("Only one of these can be chosen." if most == 1 else "More than two were named.",
                           *((one,) for one in listed.chosen))  # fmt: skip
        return listed

    def _with_all_named(self, pick: Pick, tokens: Sequence[str], most: int | None) -> Pick:
        """An unclear pick, with all options that were named offered first."""
        told = self._parts(tokens) if most is None and pick.nearest and not asks(tokens) else []
        parts = told if len(told) > 1 else []
        named = {found[0] for _, _, found in self.names.spans(only_words(tokens)) if len(found) == 1}
        named -= {key for part in split_at(tokens, _SEPARATORS) for key in self._refused(only_words(part))}
        together = self._in_order({one.close[0] for one in parts} or named)
        if self._exclusive(together):
            return pick if pick.clear else replace(pick, nearest=tuple((one,) for one in together))
        if pick.clear or len(together) < 2 or (most is not None and len(together) > most):
            return pick
        unsure = [part.near for part in parts if len(part.near) > 1]
        others = (self._in_order({*together, near[1]} - {near[0]}) for near in unsure)
        return replace(pick, nearest=(together, *others, *pick.nearest), led=bool(told))

    def _in_order(self, keys: Collection[str]) -> tuple[str, ...]:
        return tuple(one.id for one in self.choices if one.id in keys)

    def _parts(self, tokens: Sequence[str]) -> list[Judged]:
        """What the parts of a line speak for, cut where the likeliest options together are likeliest.

        Of degrees of one thing the surest is kept.
        """
        told = [" ".join(only_words(part)) for part in split_at(tokens, _SEPARATORS) if only_words(part)]
        told = [part for part in told if not self._refused(part.split())]
        parts = [part for part in told if not Clause(tuple(part.split())).elsewhere()][:MOST_PARTS]
        best: list[tuple[float, tuple[Judged, ...]]] = [(0.0, ())]
        for end in range(1, len(parts) + 1):
            ways = [best[-1]]
            for start in range(end):
                one = self.likelihood.known(" , ".join(parts[start:end]), PART_SAYS)
                if one.close:
                    ratio, found = best[start]
                    ways.append((ratio + one.ratio - PART_SAYS, (*found, one)))
            best.append(max(ways, key=lambda way: way[0]))
        kept: list[Judged] = []
        for part in sorted(best[-1][1], key=lambda one: -one.ratio):
            if not self._exclusive([one.close[0] for one in (*kept, part)]):
                kept.append(part)
        return kept

    def _named(self, words: Sequence[str], whole: bool) -> Pick:
        """By a name alone, or, unless only the `whole` line counts, with filling words around it."""
        for line in (words,) if whole else (words, trimmed(words)):
            keys = self.names.whole(line) if line else ()
            if not keys:
                continue
            stems = tuple(map(stem, line))
            begun = tuple(
                key for key, label in self._label_stems if label[: len(stems)] == stems and key not in keys
            )
            own = any(key in keys and label == stems for key, label in self._label_stems)
            beside = set(agreed(self.names.spans(words))) - set(keys) if len(line) < len(words) else set()
            if len(keys) > 1 or beside or (begun and not own):
                return unclear("That fits more than one option.", *((key,) for key in (*keys, *begun)))
            return Pick(keys)
        return NOTHING

    def _joined(self, tokens: Sequence[str]) -> Pick | None:
        """Several options by name, joined by "and" or commas; None when there are not several parts."""
        pieces = [piece for piece in split_at(tokens, _SEPARATORS) if only_words(piece)]
        picks = [self.one(piece) for piece in pieces if len(pieces) > 1]
        if not picks or not all(pick.clear for pick in picks):
            return None
        chosen = self._in_order({key for pick in picks for key in pick.chosen})
        if self._exclusive(chosen):
            return unclear("These cannot both be so.", *((one,) for one in chosen))
        return Pick(chosen, confident=all(pick.confident for pick in picks))

    def _exclusive(self, chosen: Sequence[str]) -> bool:
        """Two of them are degrees of one thing: their labels begin with the same words."""
        labels = [one.label for one in self.choices if one.id in chosen]
        return len({tuple(map(stem, words_of(label)[:SAME_START])) for label in labels}) < len(labels)

    def _part(self, words: Sequence[str]) -> Pick:
        """Several telling words that stand so, in the same order, in what one option alone is called."""
        line = trimmed(words)
        stems = tuple(map(stem, line))
        found = {key: is_negated(label) for key, label in self._label_stems if holds(label, stems)}
        enough = len([word for word in line if word not in FILLER]) > 1
        return Pick(tuple(found)) if enough and list(found.values()) == [is_negated(line)] else NOTHING

    def _spoken(self, tokens: Sequence[str]) -> Pick:
        """In the person's own words: taken where they say much for one option and nothing speaks against it."""
        guessed = tokens[:-1] if tokens[-1:] == ["?"] else ()
        if guessed and not asks(guessed):
            return replace(self._spoken([*guessed, "."]), chosen=(), unsure=True)
        clauses = clauses_of(tokens)
        words = only_words(tokens)
        leant = self.places.leant([one.words for one in clauses], hedged(tokens))
        if leant.nearest or set(words) <= _BARE:
            return leant if leant.nearest else self._bare(words)
        telling = [word for word in words if denies(word) or word not in FILLER]
        if tokens[-1] == "?" or all(
            denies(word) and word.endswith("nt") for word in telling or [""]
        ):  # "I didn't"
            return leant
        if asks(tokens):
            told = self.likelihood.judge(" ".join(words))
            return Pick(nearest=tuple((key,) for key in told.near), confident=False, led=len(told.close) == 1)
        part = self._part(words)
        if part.clear and not (odd(tokens) or hedged(tokens, words if "or" in words else ())):
            return part
        spans = self.names.spans(words)
        inside = explained(spans, words)
        texts = [" ".join(one.words) for one in clauses if not self._elsewhere(one, inside)]
        mine = any(one.words[0] in ME for one in clauses)
        others = [word for one in clauses for word in one.subject() if not mine]
        denied = any(one.denied(inside) for one in clauses)
        judged = self.likelihood.judge(" , ".join(texts), others, LEAST_DENIED if denied else LEAST)
        each = [self.likelihood.judge(one, others) for one in texts if judged.sure and len(texts) > 1]
        parts = {one.close for one in each if one.firm and len(one.close) == 1}
        doubted = hedged(tokens, [words[place] for place in inside])
        sure = judged.sure and len(parts) < 2 and not (doubted or odd(tokens))
        if sure and self._plain(clauses, words, judged.close):
            return Pick(judged.close, confident=False)
        turned = denied or any(one.elsewhere(inside) for one in clauses)
        half = 2 * len(inside) >= len([word for word in words if word not in FILLER])
        named = agreed(spans) if not turned and (judged.near or half) else ()
        lead = self.names_lead and len(named) == 1
        near = dict.fromkeys((*named, *judged.near) if lead else (*judged.near, *named))
        refused = self._refused(words) - {key for key in judged.close if judged.strong}
        if refused & set(near):
            kept = {keys[0] for *_, keys in spans if len(keys) == 1} - refused
            return Pick(nearest=tuple((key,) for key in (*self._in_order(kept), *near) if key not in refused),
                        confident=False, unsure=doubted, led=len(kept) == 1)  # fmt: skip
        return Pick(
            nearest=tuple((key,) for key in near),
            confident=False,
            unsure=doubted,
            led=lead or len(judged.close) == 1,
        )

    def _taken_back(self, clauses: Sequence[Clause]) -> bool:
        """ "there is a union, but it does nothing": what is told of it last says that it does not count."""
        about = (at for at, one in enumerate(clauses) if at and _OF_IT & {*one.words[:FIRST_SAID]})
        last = clauses[next(about, len(clauses)) :]
        said = " ".join(word for one in last for word in one.words)
        return any(one.denied() for one in last) and not self.likelihood.judge(said).firm

    def _bare(self, words: Sequence[str]) -> Pick:
        """A yes or no in several words, where an option is called so."""
        yes, no = YES_OR_NO
        said = yes if {*words} <= _YES else no if {*words} <= _NO else None
        return Pick(tuple(one.id for one in self.choices if one.id == said), confident=False)

    def _refused(self, words: Sequence[str]) -> set[str]:
        """Options that are named with a no right before or after ("not a log", "no union", "agreement no")."""
        kept = [word for word in words if word not in _ARTICLES | _LEADING_TO]
        spans = [span for span in self.names.spans(kept) if len(span[2]) == 1]
        named = {keys[0] for start, end, keys in spans
                 if (kept[start - 1 : start] and kept[start - 1] in _NOT) or kept[end:] == ["no"]}  # fmt: skip
        whole = set(map(stem, kept[1:])) if kept[:1] and kept[0] in _NOT else set()
        return named | {key for key, label in self._label_stems if whole and whole <= {*label}}

    def _elsewhere(self, clause: Clause, inside: frozenset[int]) -> bool:
        """It speaks of another time or of others, in words that nobody says for the option it speaks for."""
        phrase = clause.elsewhere(inside)
        judged = self.likelihood.judge(" ".join(clause.words)) if phrase else Judged()
        return bool(phrase) and not (judged.strong and self.likelihood.says(judged.close[0], phrase))

    def _plain(self, clauses: Sequence[Clause], words: Sequence[str], found: tuple[str, ...]) -> bool:
        """Nothing names another option, and nothing but names denies, compares, speaks of others or counts."""
        spans = self.names.spans(words)
        inside = explained(spans, words)
        if not set(agreed(spans)) <= set(found):
            return False
        if any(one.denied(inside) or one.turned(inside) or one.persons(inside) for one in clauses):
            return False
        outside = [word for place, word in enumerate(words) if place not in inside]
        either = "or" in outside and not (len(agreed(spans)) == 1 and len(spans) > 1)
        return not either and not (self.places.bands and any(map(is_number, outside)))

    @cached_property
    def likelihood(self) -> Likelihood:
        """What is said for each option: its names, and how people put it."""
        names = {one.id: (one.label, one.name, one.plainly, *one.aliases) for one in self.choices}
        return Likelihood(names, self.talk, self.said, self.task)
