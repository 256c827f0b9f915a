"""Words around an answer that leave open whose it is, when, or whether it is so: the answer is put and not taken.

They are fillers elsewhere ("they say", "would have"), so an option called by its name would be taken with them.
"""

import re
from itertools import pairwise
from typing import Final

from aijri_engine.interview.understanding.line import Line
from aijri_engine.interview.understanding.reading import Reading, ask, put
from aijri_engine.interview.understanding.replies import how
from aijri_engine.interview.understanding.words.tokens import PHRASES, holds, phrase_list

_DOUBTED: Final = phrase_list(PHRASES.doubted)
_ELSEWHERE: Final = phrase_list((*PHRASES.elsewhere, *PHRASES.once))
_DOERS: Final = phrase_list(PHRASES.doubted_doers)
_TENSES: Final = phrase_list(PHRASES.doubted_tenses)
_AMOUNTS: Final = phrase_list(PHRASES.doubted_amounts)
_SHARED: Final = re.compile(r"\band (?:the|my|our|his|her|their|a) [\w ]{1,30}['’]s?(?!\w)")
"""It is somebody else's, too: "my name and the doctor's"."""


def doubted(line: Line, found: Reading) -> Reading:
    """The reading; one that would be taken, or kept in part, is put where words around it leave it open."""
    takes = line.asked.question.takes
    if takes.words or found.key or not (found.kind == "value" or (takes.rows and found.known)):
        return found
    parts = takes.rows or takes.shares
    phrases = [*_DOUBTED, *(() if parts else _ELSEWHERE), *(_DOERS if takes.listed else ())]
    if found.confident and not (takes.number or takes.yes_no):
        phrases += [*_AMOUNTS, *(_TENSES if takes.listed else ())]
    words, names = _around(line.named())
    called = bool(names) or "," in words
    phrases = [one for one in phrases if len(one) > 1 or one[0] not in names]
    phrases = [one for one in phrases if called or one not in _TENSES]
    near = takes.rows and any((one,) in _AMOUNTS and len(two) == 1 for one, two in pairwise(words))
    shared = takes.option and _SHARED.search(line.typed.casefold())
    if not (near or shared or any(holds(words, one) for one in phrases)):
        return found
    if found.kind != "value":
        return ask(how(line.asked))
    return put(how(line.asked), [(found.echo, found.value)])


def _around(line: Line) -> tuple[list[str], set[str]]:
    """The words of the line with a sign in place of names of options that are more than a word; names of one word."""
    asked, words = line.asked, line.words
    rows = asked.rows if asked.question.takes.rows else ()
    options = [line.vocabulary.row_options(asked, row) for row in rows]
    options += [line.vocabulary.options(asked)] if asked.question.takes.listed else []
    spans = [(start, end) for one in options for start, end, _ in one.names.spans(words)]
    inside = {at for start, end in spans for at in range(start, end) if end - start > 1}
    left = ["," if at in inside else word for at, word in enumerate(words)]
    return left, {words[start] for start, end in spans if end - start == 1}
