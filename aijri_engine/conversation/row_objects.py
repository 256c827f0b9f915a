"""What stands behind the name of a row and says what its work is done to: "teaching the young ones"."""

from collections.abc import Sequence

from aijri_engine.interview.understanding.words.amounts import read_amount
from aijri_engine.interview.understanding.words.names import Names
from aijri_engine.interview.understanding.words.tokens import FILLER, NEGATORS, PHRASES, word_set

_ENDS = {
    said
    for one in ("move", "from", "to", "less", "more", "by", "and", "without", "unclear", "others")
    for said in PHRASES.changes[one]
} | word_set("but instead out")
"""Words and signs before which such words end."""
_BREAKS = NEGATORS | word_set("if unless because when while until though")
"""Words with which they would say more than what the work is done to."""
_ARTICLES = word_set("the my our a an some")
_HOW = "how"


def without_objects(tokens: Sequence[str], names: Names) -> tuple[list[str], tuple[str, ...]] | None:
    """The line without these words, and those that name not the same row; None where none stand there, or they deny."""
    at = [place for place, token in enumerate(tokens) if token[-1].isalnum()]
    spans = names.spans([tokens[place] for place in at])
    rows = {at[start]: (at[end - 1] + 1, keys) for start, end, keys in spans if len(keys) == 1}
    kept, left, place = list[str](), list[str](), 0
    while place < len(tokens):
        end, keys = rows.get(place, (place + 1, ()))
        kept += tokens[place:end]
        behind = _end_of_object(tokens, end) if keys else end
        words, named = (
            tokens[end:behind],
            {start: rows[start] for start in range(end, behind) if start in rows},
        )
        others = {other for _, other in named.values()}
        place = end
        if {*words} - FILLER and (words[0] in _ARTICLES or others <= {keys}):
            if {*words} & _BREAKS:
                return None
            said = {
                at for start, (until, other) in named.items() if other == keys for at in range(start, until)
            }
            foreign = {tokens[at] for at in range(end, behind) if at not in said} - FILLER
            place, left = behind, [*left, " ".join(words) if foreign else ""]
    return (kept, tuple(filter(None, left))) if left else None


def _end_of_object(tokens: Sequence[str], start: int) -> int:
    """Where the words that begin there end: at a sign, an amount, or a word of a change; behind "how" not at "to"."""
    end, how = start, False
    while end < len(tokens) and tokens[end][-1].isalnum():
        how = how or tokens[end] == _HOW
        if (tokens[end] in _ENDS and not (how and tokens[end] == "to")) or read_amount(tokens, end):
            break
        end += 1
    return end
