""" "Anything but a", "all except the union": what is left out is never what is offered."""

from itertools import takewhile
from typing import Final

from aijri_engine.content.phrases import YES_OR_NO
from aijri_engine.interview.understanding.line import Line
from aijri_engine.interview.understanding.reading import MOST_NEAREST, Reading, ask, put
from aijri_engine.interview.understanding.replies import how
from aijri_engine.interview.understanding.words.clauses import denies
from aijri_engine.interview.understanding.words.numbers import ONES
from aijri_engine.interview.understanding.words.tokens import (
    FILLER,
    PHRASES,
    holds,
    only_words,
    phrase_at,
    phrase_list,
    word_set,
)

MOST_WORDS: Final = 3
"""Words of what is left out that is not called by its name; more say something by themselves [ours]."""

_ANY: Final = word_set("any anything anyone")
_EVERY: Final = _ANY | word_set("all everything every each")
_THEM: Final = phrase_list(
    ("of them", "of these", "of those", "of it", "one", "ones", "the others", "others", "row")
)
_EXCEPT: Final = phrase_list((*PHRASES.excepting, "save", "aside", "apart", "without", "minus"))
_OTHERS: Final = phrase_list(
    (
        "the other",
        "the others",
        "the other two",
        "the other three",
        "the rest",
        "all the others",
        "all others",
    )
)
_SCRAPPED: Final = word_set("scrap drop forget remove delete strike not without minus")
_SIGNS: Final = frozenset((",", ";", "|", "-", "(", "so", "but", "though"))
_ENDS: Final = _SIGNS | {"and"}


def all_but(line: Line) -> Reading | None:
    """The others to choose from, or how to answer; None where a line does not name what it leaves out."""
    takes, told = line.asked.question.takes, _left_out(line.tokens)
    if takes.several and (kept := _of_what_was_put(line, told)):
        return put(how(line.asked), line.offered(kept))
    if takes.rows:
        rows = [line.vocabulary.row_options(line.asked, row) for row in line.asked.rows]
        names = line.vocabulary.table(line.asked).names
        tails = (_first(tail, _ENDS) for _, tail in told)
        unnamed = (tail for tail in tails if not names.spans(only_words(tail)))
        return ask(how(line.asked)) if any(one.one(tail).clear for tail in unnamed for one in rows) else None
    if not told or not (takes.listed or takes.yes_no) or not (FILLER | _EVERY).issuperset(told[0][0]):
        return None
    (*_, every), tail = told[0]
    options, named = line.vocabulary.options(line.asked), _first(tail, _SIGNS)
    pick = options.some(named) if takes.several else options.one(named)
    left = {*options.places.lettered(named)} or {*(pick.chosen or options.names.whole(only_words(named)))}
    rest = [one.id for one in options.choices if one.id not in left and not (takes.several and one.exclusive)]
    if tail[0] in ONES or not (left or (pick.nearest and len(named) <= MOST_WORDS)):
        return None
    unclear = every in _ANY or options.exclusive(rest) if takes.several else len(rest) > MOST_NEAREST
    if unclear or not left or len(named) < len(tail):
        return ask(how(line.asked))
    if takes.several:
        return put(how(line.asked), line.offered(rest))
    said = [one == YES_OR_NO[0] for one in rest] if takes.yes_no else rest
    return put(how(line.asked), line.offered(*said))


def _of_what_was_put(line: Line, told: list[tuple[list[str], list[str]]]) -> list[str]:
    """Those of several that were put which a line leaves: "all of them but not b", "scrap b, the others are right"."""
    among = line.around.put if isinstance(line.around.put, list) else []
    taken_out = [tail for _, tail in told]
    if not taken_out and any(holds(line.words, one) for one in _OTHERS):
        places = (at for at, token in enumerate(line.tokens) if token in _SCRAPPED)
        taken_out = [line.tokens[at + 1 :] for at in places]
    options = line.vocabulary.options(line.asked)
    out = set[str]()
    for tail in taken_out:
        named = _first(tail, _SIGNS | {"."})
        pick, near = options.some(named), options.likelihood.known(" ".join(named), 0.0).near
        out |= {*(options.places.lettered(named) or pick.chosen or (*pick.nearest, near[:1])[0])}
    return [one for one in among if one not in out] if out and len(among) > 1 else []


def _left_out(tokens: list[str]) -> list[tuple[list[str], list[str]]]:
    """Where the line speaks of all but something: the words before with "all", and those behind."""
    found = []
    for at, token in enumerate(tokens):
        behind = at + 1 + len(phrase_at(tokens, at + 1, _THEM))
        end = behind + len(phrase_at(tokens, behind, _EXCEPT))
        end += behind < end < len(tokens) and tokens[end] == "not"
        if token in _EVERY and behind < end < len(tokens) and not any(map(denies, tokens[:at])):
            found.append((only_words(tokens[: at + 1]), tokens[end:]))
    return found


def _first(tail: list[str], ends: frozenset[str]) -> list[str]:
    return list(takewhile(lambda token: token not in ends, tail))


def without_refused(tokens: list[str]) -> list[str]:
    """The line without what its sentences answer with a no at their end ("harm somebody, no"); all of it else."""
    kept, sentence = list[str](), list[str]()
    for token in (*tokens, "."):
        sentence.append(token)
        if token not in _ENDINGS:
            continue
        told = [one for one in sentence if one not in _ENDINGS]
        if token != "?" and told[-1:] and told[-1] in _NAY:
            sentence = [*_before_what_is_refused(told, bool(kept)), token]
        kept += sentence
        sentence = []
    left = kept if tokens[-1:] == ["."] else kept[:-1]
    return left if only_words(left) else tokens


def _before_what_is_refused(told: list[str], later: bool) -> list[str]:
    """What a sentence says before the last part of it, which a no refuses; all of it where that may be taken back.

    Behind a sign a no is of a sentence of its own, and not of the first, which it may take back.
    """
    parted = told[-2:-1] == [","]
    bare = told[: -2 if parted else -1]
    cut = max((at for at, one in enumerate(bare) if one in (",", "and", "but")), default=-1)
    telling = [one for one in bare[cut + 1 :] if one not in FILLER and len(one) > 1]
    if len(telling) < LEAST_REFUSED or (parted and (cut >= 0 or not later)):
        return told
    return bare[: max(cut, 0)]


LEAST_REFUSED: Final = 2
"""Telling words of what a no behind them refuses; fewer may be a word by which all is taken back [ours]."""
_ENDINGS: Final = frozenset((".", "!", "?", ";"))
_NAY: Final = frozenset(("no", "nope", "never"))
