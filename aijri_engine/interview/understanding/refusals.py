"""What forbids to take an option that a line names, or to put it: turned round, denied, of others, taken back."""

from collections.abc import Sequence
from typing import Final

from aijri_engine.interview.understanding.option_names import OptionNames, agreed
from aijri_engine.interview.understanding.words.clauses import Clause, denies, explained
from aijri_engine.interview.understanding.words.likelihood import Judged
from aijri_engine.interview.understanding.words.positions import Pick
from aijri_engine.interview.understanding.words.sayings import REACH
from aijri_engine.interview.understanding.words.tokens import FILLER, is_number, only_words, stem, word_set
from aijri_engine.interview.understanding.words.voice import said_otherwise

_OF_IT: Final = word_set("it they nobody noone")
FIRST_SAID: Final = 3
"""Words in which a clause names what it tells of [ours]."""
_ARTICLES: Final = frozenset(("a", "an", "the", "my", "from"))
_LEADING_TO: Final = frozenset(("with", "by", "in", "at"))
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


def only_denies(options: OptionNames, clauses: Sequence[Clause], pick: Pick) -> bool:
    """All that the line does is to deny another option than it picks."""
    if not all(any(map(denies, one.words[:FIRST_SAID])) for one in clauses):
        return False
    said = " ".join(word for one in clauses for word in one.words if not denies(word))
    close = options.likelihood.judge(said).close
    return len(close) == 1 and close not in (pick.chosen, *pick.nearest[:1])


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
