"""What forbids to take an option that a line names, or to put it: turned round, denied, of others, taken back."""

import re
from collections.abc import Sequence
from typing import Final

from aijri_engine.interview.understanding.option_names import OptionNames, agreed
from aijri_engine.interview.understanding.words.clauses import Clause, clauses_of, denies, explained
from aijri_engine.interview.understanding.words.likelihood import Judged
from aijri_engine.interview.understanding.words.positions import Pick
from aijri_engine.interview.understanding.words.sayings import REACH
from aijri_engine.interview.understanding.words.tokens import (
    FILLER,
    PHRASES,
    holds,
    is_number,
    only_words,
    phrase_at,
    phrase_list,
    stem,
    word_set,
)
from aijri_engine.interview.understanding.words.voice import said_otherwise

_OF_IT: Final = word_set("it they nobody noone")
FIRST_SAID: Final = 3
"""Words in which a clause names what it tells of [ours]."""
_ARTICLES: Final = frozenset(("a", "an", "the", "my", "from"))
_LEADING_TO: Final = frozenset(("with", "by", "in", "at"))
_BESIDE: Final = (FILLER | word_set("no nope nah know tell can far certain sure course think")) - word_set(
    "true both fits fit"
)
_PART: Final = word_set("much lot all alone whole entire entirely purely wholly always every fully")
_BEING: Final = word_set("is was are were has had")
_RELATIVE: Final = word_set("that which who")
_HARMLESS: Final = phrase_list(PHRASES.harmless)
_BUT_FOR: Final = phrase_list(
    (*{*PHRASES.excepting} - {"besides", "but", "unless"}, "without", "save", "leaving out")
)
_QUANTIFIERS: Final = word_set("all every everything any anything each")
LEAST_SAID: Final = 4.0
"""How much the words around an exception must say for options: a log-likelihood ratio [ours]."""
_LOSING: Final = re.compile(
    r"(?:(?:but|and|so|i|we|im|ive|weve|were|am|have|had|just|still|been) )*"
    r"(lost|lose|losing|awaiting|waiting(?= (?:for|on)))\b"
)
"""How a clause begins that tells of what somebody has no more, or not yet ("lost his trust", "waiting for my card")."""
_UNLESS: Final = word_set("without unless until til till except but")
_NOT: Final = frozenset(("not", "no", "never", "without"))


def quoted(tokens: Sequence[str]) -> bool:
    """Words stand in quotation marks, and something else is said of them."""
    marks = [place for place, token in enumerate(tokens) if token == '"']
    beside = [*tokens[: marks[0]], *tokens[marks[-1] :]] if marks else []
    return bool(set(only_words(beside)) - FILLER)


def words_turned(options: OptionNames, pick: Pick, words: Sequence[str]) -> set[str]:
    """Those options picked or near of which the line says another thing in their own words."""
    near = {key for keys in (pick.chosen, *pick.nearest) for key in keys}
    left, text = (key for key in near if options.names.whole(words) != (key,)), " ".join(words)
    return {one for one in left
            if said_otherwise(words, options.name_words[one]) or options.likelihood.denies(one, text)}  # fmt: skip


def lost(options: OptionNames, pick: Pick, tokens: Sequence[str]) -> set[str]:
    """Those options picked or near that a line only tells to be lost or not there yet, where none is said so."""
    clauses = [" ".join(one.words) for one in clauses_of(tokens)]
    losing = {one: found[1] for one in clauses if (found := _LOSING.match(one))}
    if not losing:
        return set()
    rest = " , ".join(one for one in clauses if one not in losing)
    near = {key for keys in (pick.chosen, *pick.nearest) for key in keys}
    near -= {*options.likelihood.known(rest, LEAST_SAID).close} if rest else set()
    said = [(verb, word) for one, verb in losing.items() for word in {*one.split()} - FILLER]
    return {key for key in near if not any(options.likelihood.says(key, pair) for pair in said)}


def only_denied(options: OptionNames, clauses: Sequence[Clause]) -> set[str] | None:
    """The options that a line turns down which does nothing but deny; None where it says something as well.

    One denial within another, as in "without me nothing leaves", says something.
    """
    told = [one for one in _with_relatives(clauses) if not {*one.words} <= _BESIDE]
    text = " , ".join(" ".join(one.words) for one in told)
    if not told or not all(map(_denies_early, told)) or _UNLESS & {*text.split()}:
        return None
    if any(holds(text.split(), one) for one in _HARMLESS) and not partly(told):
        return None
    whole = options.likelihood.judge(text)
    said = options.likelihood.judge(" ".join(word for word in text.split() if not denies(word)))
    if len(said.close) != 1:
        return set()
    turned = said.ratio > whole.ratio or options.likelihood.turns_down(said.close[0], text)
    return {*said.close} if said.close != whole.close or turned else set()


def _with_relatives(clauses: Sequence[Clause]) -> list[Clause]:
    """Each clause that denies with what tells of the thing that it denies ("no template that I followed")."""
    joined: list[Clause] = []
    for one in clauses:
        relative = one.words[0] in _RELATIVE and one.words[1:2] and one.words[1] not in _BEING
        if joined and relative and joined[-1].denied():
            joined[-1] = Clause(joined[-1].words + one.words, joined[-1].start)
        else:
            joined.append(one)
    return joined


def _denies_early(clause: Clause) -> bool:
    """It denies what it tells of, and does not first say something."""
    at = next((at for at, word in enumerate(clause.words) if denies(word)), len(clause.words))
    before = [word for word in clause.words[:at] if word not in FILLER]
    return at < len(clause.words) and (at + 1 == len(clause.words) or len(before) < FIRST_SAID)


def answered_no(options: OptionNames, tokens: Sequence[str], found: tuple[str, ...]) -> bool:
    """ "mostly? no, not that": what the line asks, it denies itself."""
    if "?" not in tokens[:-1]:
        return False
    end = len(tokens) - tokens[::-1].index("?")
    said = only_words(tokens[end:])
    only = all(denies(word) or word in FILLER for word in said) and any(map(denies, said))
    return only and options.likelihood.judge(" ".join(tokens[: end - 1])).close == found


def but_for(options: OptionNames, tokens: Sequence[str]) -> list[str] | None:
    """What stands before an exception of several options ("on site, except the union thing"); None where there is none.

    Of "everything except" and "nothing except" it is the exception that counts.
    """
    found = ((at, phrase_at(tokens, at, _BUT_FOR)) for at in range(len(tokens)))
    at, except_ = next((one for one in found if one[1]), (0, ()))
    head, tail = only_words(tokens[:at]), only_words(tokens[at:])
    if not head or head[0] in _QUANTIFIERS or any(map(denies, head)):
        return None
    kept, left = (_told(options, one) for one in (head, tail[len(except_) :]))
    return list(tokens[:at]) if kept and left and not kept & left else None


def _told(options: OptionNames, words: Sequence[str]) -> set[str]:
    """Options that words call by letter, by exactly their name, or by what is said for them."""
    called = options.places.lettered(words) or options.called(words).chosen
    return {*(called or options.likelihood.known(" ".join(words), LEAST_SAID).close)}


def partly(clauses: Sequence[Clause]) -> bool:
    """ "not much of it", "not mine alone": how much of it is so stays open."""
    return any(
        denies(word) and _PART & {*one.words[at + 1 :]} and not holds(one.words, ("at", "all"))
        for one in clauses
        for at, word in enumerate(one.words)
    )


def told_of_others(options: OptionNames, clause: Clause, others: Sequence[str]) -> bool:
    """It is an answer because others do it; no way of doing a task is."""
    close = options.likelihood.judge(" ".join(clause.words), others).close
    after = [(one, clause.words[at + 1 : at + 1 + REACH]) for at, one in enumerate(clause.words)]
    pairs = [(one, word) for one, words in after if one in others for word in words]
    if not any(one.exclusive for one in options.choices):
        return not options.ladder and bool(close)
    return any(options.likelihood.says(key, pair) for key in close for pair in pairs)


_NOBODY: Final = frozenset(("nobody", "noone", "nothing", "none"))
"""Words right after a name that turn it round ("taught nobody")."""


def refused_by_name(options: OptionNames, words: Sequence[str]) -> set[str]:
    """Options that are named with a no right before or after ("not a log", "no union", "agreement no")."""
    kept = [word for word in words if word not in _ARTICLES | _LEADING_TO]
    spans = [span for span in options.names.spans(kept) if len(span[2]) == 1]
    named = {
        keys[0]
        for start, end, keys in spans
        if {*kept[max(0, start - 1) : start]} & _NOT
        or kept[max(0, start - 2) : start] == ["anything", "but"]
        or kept[end:] == ["no"]
        or {*kept[end : end + 1]} & _NOBODY
    }
    whole = set(map(stem, kept[1:])) if kept[:1] and kept[0] in _NOT else set()
    return named | {key for key, label in options.label_stems if whole and whole <= {*label}}


def taken_back(options: OptionNames, clauses: Sequence[Clause]) -> bool:
    """ "there is a union, but it does nothing": what is told of it last says that it does not count."""
    about = (at for at, one in enumerate(clauses) if at and _OF_IT & {*one.words[:FIRST_SAID]})
    last = clauses[next(about, len(clauses)) :]
    said = " ".join(word for one in last for word in one.words)
    return any(one.denied() for one in last) and not options.likelihood.judge(said).firm


def is_elsewhere(options: OptionNames, clause: Clause, inside: frozenset[int]) -> bool:
    """It speaks of another time or of others, in words that nobody says for the option it speaks for."""
    phrase = clause.elsewhere(inside)
    judged = options.likelihood.judge(" ".join(clause.words)) if phrase else Judged()
    return bool(phrase) and not (judged.strong and options.likelihood.says(judged.close[0], phrase))


def is_plain(
    options: OptionNames, clauses: Sequence[Clause], words: Sequence[str], found: tuple[str, ...]
) -> bool:
    """Nothing names another option, and nothing but names denies, compares, speaks of others or counts."""
    spans = options.names.spans(words)
    inside, named = explained(spans, words), agreed(spans)
    if not set(named) <= set(found):
        return False
    if any(one.denied(inside) or one.turned(inside) or one.persons(inside) for one in clauses):
        return False
    outside = [word for place, word in enumerate(words) if place not in inside]
    either = "or" in outside and not len(named) == 1 < len(spans)
    return not either and not (options.places.bands and any(map(is_number, outside)))
