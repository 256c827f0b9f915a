"""Which options a line names: by number, letter, place, name, alias, unambiguous part, or likeness of words."""

from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from typing import Final

from aijri_engine.interview.understanding.option_names import BARE, OptionNames, agreed, all_of, trimmed
from aijri_engine.interview.understanding.refusals import (
    answered_no,
    is_elsewhere,
    is_plain,
    lost,
    only_denied,
    partly,
    quoted,
    refused_by_name,
    taken_back,
    told_of_others,
    words_turned,
)
from aijri_engine.interview.understanding.words.asides import mostly, told_of_me, turned_round
from aijri_engine.interview.understanding.words.clauses import (
    ME,
    Clause,
    asks,
    clauses_of,
    denies,
    explained,
    turned_away,
    wants_to_know,
)
from aijri_engine.interview.understanding.words.kept import once_a_line
from aijri_engine.interview.understanding.words.likelihood import LEAST, LEAST_DENIED, Judged
from aijri_engine.interview.understanding.words.positions import NOTHING, Pick, unclear
from aijri_engine.interview.understanding.words.tokens import FILLER, hedged, odd, only_words, split_at
from aijri_engine.interview.understanding.words.voice import nearly

MOST_PARTS: Final = 8
"""Parts of a line that are looked at for several options [ours]."""
PART_SAYS: Final = 8.0
"""How much a part of a line must say for an option more: a log-likelihood ratio [ours]."""
_EXCEPTING: Final = frozenset(("except", "without"))
_SEPARATORS: Final = frozenset((",", ";", ".", "&", "+", "and", "plus", "also"))


def _put(pick: Pick) -> Pick:
    """The same to be confirmed."""
    return replace(pick, chosen=(), nearest=(pick.chosen, *pick.nearest)) if pick.clear else pick


def _joined(clauses: Sequence[Clause]) -> list[str]:
    return [word for one in clauses for word in (*one.words, ",")][:-1]


class Options(OptionNames):
    """The options of one question, prepared for reading typed lines."""

    def exact(self, tokens: Sequence[str]) -> Pick:
        """An option by its letter, number or place, or called by exactly its name."""
        return self._unless_turned(self.called(tokens), tokens)

    @once_a_line
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
        if most is None and taken_back(self, clauses_of(tokens)):
            return NOTHING
        found = self._some(tokens, most)
        pick = self._unled(self._unless_turned(found, tokens), tokens)
        if not (pick.clear or pick.nearest or asks(tokens)) and len(found.chosen) > 1:
            pick = _put(self._joined(tokens) or pick)
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
        if turned_round(clauses):
            return replace(_put(pick), led=False) if len(pick.nearest) > 1 else NOTHING
        return self._left_open(pick, clauses, tokens)

    def _left_open(self, pick: Pick, clauses: Sequence[Clause], tokens: Sequence[str]) -> Pick:
        """Of a line that only denies no option leads but one that is called so, and what it denies is not offered."""
        denied = only_denied(self, clauses)
        if denied is None or pick.clear:
            return NOTHING if pick.nearest and answered_no(self, tokens, pick.nearest[0]) else pick
        near = tuple(keys for keys in pick.nearest if not denied & {*keys})
        first, text = near[:1] == pick.nearest[:1], " ".join(only_words(tokens))
        alone = len(near) == 1 and first and self.likelihood.denies_so(near[0][0], text)
        leads = len(near) == 1 or (pick.led and first)
        leads = alone or (leads and all(map(self.says_nothing, *near[:1])))
        leads = leads and not partly(clauses)
        return replace(pick, nearest=near, led=leads) if leads or len(near) > 1 else NOTHING

    def _told_of_me(self, tokens: Sequence[str]) -> list[str] | None:
        """A line without what it tells beside what is asked; None where there is nothing of that."""
        clauses = clauses_of(tokens)
        kept = told_of_me(clauses, partial(told_of_others, self))
        if len(kept) == len(clauses) or self.called(tokens).clear:
            return None
        return _joined(kept)

    def _as_named(self, pick: Pick, tokens: Sequence[str], most: int | None) -> Pick:
        """What is near, told by the letters of a line; beside what a part of it affirms not that nothing applies."""
        signs = [one for token in tokens for one in ((",", token) if token in _EXCEPTING else (token,))]
        parts = [part for part in split_at(signs, (*_SEPARATORS, "but", "then")) if only_words(part)]
        said = [part for part in parts if not any(map(denies, part))]
        kept = {one for part in said for one in self.places.lettered(part)}
        kept -= {one for part in parts if part not in said for one in self.places.lettered(part)}
        if kept and len(self.places.lettered(tokens)) > 1:
            together = self.in_order(kept)
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
        if pick.clear and quoted(tokens):
            return Pick(nearest=(pick.chosen,), confident=False)
        if turned := words_turned(self, pick, words) | lost(self, pick, tokens):
            several = len(pick.chosen or pick.nearest[0]) > 1
            turned = {one for one in turned if not several or self._turned_in_its_part(one, tokens)}
            near = tuple(keys for keys in pick.nearest if not turned & {*keys})
            led = bool(turned & {*pick.chosen, *(pick.nearest[:1] or ((),))[0]})
            pick = NOTHING if led else replace(pick, nearest=near)
        if not pick.clear or (len(pick.chosen) == 1 and self.names.whole(words) == pick.chosen):
            return pick
        own = [span for span in self.names.spans(words) if set(span[2]) & set(pick.chosen)]
        inside = explained(own, words)
        denied = any(clause.denied(inside) for clause in clauses_of(tokens))
        if turned_away(tokens, inside):
            return NOTHING
        if nearly(words, inside, degrees=not self.names_lead):
            return _put(pick)
        return self._spoken(tokens) if denied else pick

    def _turned_in_its_part(self, key: str, tokens: Sequence[str]) -> bool:
        """The part of a line that says most for an option says another thing in its words."""
        parts = [words for part in split_at(tokens, _SEPARATORS) if (words := only_words(part))]
        own = max(parts, key=lambda words: self.likelihood.about(" ".join(words)).get(key, 0.0))
        return bool(words_turned(self, Pick((key,)), own))

    def _one(self, tokens: Sequence[str]) -> Pick:
        found = self.called(tokens)
        return found if found.clear or found.why else self._said(tokens)

    def _said(self, tokens: Sequence[str]) -> Pick:
        """In the person's own words; put where these only speak of the matter."""
        pick, words = self._spoken(tokens), only_words(tokens)
        if not (pick.clear or pick.nearest) or not self.hinted(words):
            return pick
        near = (self.names.whole(trimmed(words)), *_put(pick).nearest)
        return Pick(nearest=tuple(dict.fromkeys(filter(None, near))), confident=False, led=True)

    def _some(self, tokens: Sequence[str], most: int | None) -> Pick:
        found = self.called(tokens)
        if found.clear or found.why:
            return found
        listed = self.places.listed(tokens)
        if listed is None:
            listed = self._joined(tokens)
            listed = None if listed is not None and listed.led and most is not None else listed
        if listed is None:
            return self._with_all_named(self._said(tokens), tokens, most)
        if most is not None and len(listed.chosen) > most:
            return unclear("Only one of these can be chosen." if most == 1 else "More than two were named.",
                           *((one,) for one in listed.chosen))  # fmt: skip
        return listed

    def _with_all_named(self, pick: Pick, tokens: Sequence[str], most: int | None) -> Pick:
        """An unclear pick, with all options that were named offered first."""
        told = self._parts(tokens) if most is None and pick.nearest and not asks(tokens) else []
        parts = told if len(told) > 1 else []
        named = {found[0] for _, _, found in self.names.spans(only_words(tokens)) if len(found) == 1}
        named -= {
            key for part in split_at(tokens, _SEPARATORS) for key in refused_by_name(self, only_words(part))
        }
        together = self.in_order({one.close[0] for one in parts} or named)
        if self.exclusive(together):
            return pick if pick.clear else replace(pick, nearest=tuple((one,) for one in together))
        if pick.clear and most is None:
            return self._with_other_parts(pick, tokens)
        if pick.clear or len(together) < 2 or (most is not None and len(together) > most):
            return pick
        unsure = [part.near for part in parts if len(part.near) > 1]
        others = (self.in_order({*together, near[1]} - {near[0]}) for near in unsure)
        return replace(pick, nearest=(together, *others, *pick.nearest), led=bool(told))

    def _with_other_parts(self, pick: Pick, tokens: Sequence[str]) -> Pick:
        """A clear pick; put with what a part of the line says firmly that is no part of it."""
        parts = [only_words(part) for part in split_at(tokens, _SEPARATORS)]
        told = [
            self.likelihood.judge(" ".join(part)) for part in parts if part and not any(map(denies, part))
        ]
        together = self.in_order({*pick.chosen, *(one.close[0] for one in told if one.firm)})
        if len(together) == len(pick.chosen) or self.exclusive(together) or len(told) < 2:
            return pick
        return Pick(nearest=(together, pick.chosen), confident=False, led=True)

    def _parts(self, tokens: Sequence[str]) -> list[Judged]:
        """What the parts of a line speak for, cut where the likeliest options together are likeliest.

        Of degrees of one thing the surest is kept.
        """
        told = [" ".join(only_words(part)) for part in split_at(tokens, _SEPARATORS) if only_words(part)]
        told = [part for part in told if not refused_by_name(self, part.split())]
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
            if not self.exclusive([one.close[0] for one in (*kept, part)]):
                kept.append(part)
        return kept

    def _joined(self, tokens: Sequence[str]) -> Pick | None:
        """Several options by name, joined by "and" or commas; None when there are not several parts."""
        pieces = [piece for piece in split_at(tokens, _SEPARATORS) if only_words(piece)]
        picks = [self.one(piece) for piece in pieces if len(pieces) > 1]
        hinted = [
            self.hinted(only_words(piece)) and bool(pick.nearest)
            for piece, pick in zip(pieces, picks, strict=False)
        ]
        if not picks or not all(pick.clear or hint for pick, hint in zip(picks, hinted, strict=True)):
            return None
        chosen = self.in_order({key for pick in picks for key in (pick.chosen or pick.nearest[0])})
        if self.exclusive(chosen):
            return unclear("These cannot both be so.", *((one,) for one in chosen))
        if any(hinted):
            return Pick(nearest=(chosen,), confident=False, led=True)
        return Pick(chosen, confident=all(pick.confident for pick in picks))

    @once_a_line
    def _spoken(self, tokens: Sequence[str]) -> Pick:
        """In the person's own words: taken where they say much for one option and nothing speaks against it."""
        guessed = tokens[:-1] if tokens[-1:] == ["?"] else ()
        if wants_to_know(tokens):
            return NOTHING
        if guessed and not asks(guessed):
            return replace(self._spoken([*guessed, "."]), chosen=(), unsure=True)
        clauses = clauses_of(tokens)
        words = only_words(tokens)
        leant = self.places.leant([one.words for one in clauses], hedged(tokens))
        if leant.nearest or set(words) <= BARE:
            return leant if leant.nearest else self.bare(words)
        telling = [word for word in words if denies(word) or word not in FILLER]
        if tokens[-1] == "?" or all(
            denies(word) and word.endswith("nt") for word in telling or [""]
        ):  # "I didn't"
            return leant
        if asks(tokens):
            told = self.likelihood.judge(" ".join(words))
            return Pick(nearest=tuple((key,) for key in told.near), confident=False, led=len(told.close) == 1)
        part = self.part(words)
        if part.clear and not (odd(tokens) or hedged(tokens, words if "or" in words else ())):
            said = not self.likelihood.unsaid(part.chosen[0], " ".join(words))
            return replace(part, confident=said) if part.confident else _put(part)
        spans = self.names.spans(words)
        inside = explained(spans, words)
        texts = [" ".join(one.words) for one in clauses if not is_elsewhere(self, one, inside)]
        mine = any(one.words[0] in ME for one in clauses)
        others = [word for one in clauses for word in one.subject() if not mine]
        denied = any(one.denied(inside) for one in clauses)
        judged = self.likelihood.judge(" , ".join(texts), others, LEAST_DENIED if denied else LEAST)
        each = [self.likelihood.judge(one, others) for one in texts if judged.sure and len(texts) > 1]
        parts = {one.close for one in each if one.firm and len(one.close) == 1}
        doubted = hedged(tokens, [words[place] for place in inside])
        sure = judged.sure and len(parts) < 2 and not (doubted or odd(tokens))
        if sure and is_plain(self, clauses, words, judged.close):
            return Pick(judged.close, confident=False)
        turned = denied or any(one.elsewhere(inside) for one in clauses)
        half = 2 * len(inside) >= len([word for word in words if word not in FILLER])
        named = agreed(spans) if not turned and (judged.near or half) else ()
        lead = self.names_lead and len(named) == 1
        near = dict.fromkeys((*named, *judged.near) if lead else (*judged.near, *named))
        refused = refused_by_name(self, words) - {key for key in judged.close if judged.strong}
        if refused & set(near):
            kept = {keys[0] for *_, keys in spans if len(keys) == 1} - refused
            return Pick(nearest=tuple((key,) for key in (*self.in_order(kept), *near) if key not in refused),
                        confident=False, unsure=doubted, led=len(kept) == 1)  # fmt: skip
        return Pick(
            nearest=tuple((key,) for key in near),
            confident=False,
            unsure=doubted,
            led=lead or len(judged.close) == 1,
        )
