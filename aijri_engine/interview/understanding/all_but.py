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
_SIGNS: Final = frozenset((",", ";", "|", "-", "(", "so", "but", "though"))
_ENDS: Final = _SIGNS | {"and"}


def all_but(line: Line) -> Reading | None:
    """The others to choose from, or how to answer; None where a line does not name what it leaves out."""
    takes, told = line.asked.question.takes, _left_out(line.tokens)
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
    left = {*options.places.lettered(named)} or {*pick.chosen}
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


def _left_out(tokens: list[str]) -> list[tuple[list[str], list[str]]]:
    """Where the line speaks of all but something: the words before with "all", and those behind."""
    found = []
    for at, token in enumerate(tokens):
        behind = at + 1 + len(phrase_at(tokens, at + 1, _THEM))
        end = behind + len(phrase_at(tokens, behind, _EXCEPT))
        if token in _EVERY and behind < end < len(tokens) and not any(map(denies, tokens[:at])):
            found.append((only_words(tokens[: at + 1]), tokens[end:]))
    return found


def _first(tail: list[str], ends: frozenset[str]) -> list[str]:
    return list(takewhile(lambda token: token not in ends, tail))
