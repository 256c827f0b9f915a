"""A week whose time stands in a wrong row: "the hour isn't planning, it's work by hand", "notes is the records one"."""

from collections.abc import Container, Mapping, Sequence
from typing import Final

from aijri_engine.interview.understanding.words.clauses import denies
from aijri_engine.interview.understanding.words.names import Names
from aijri_engine.interview.understanding.words.tokens import only_words, split_at, word_set

_SENTENCE_ENDS: Final = frozenset(".;!")
_IS: Final = word_set("is are was were goes go belongs belong means under")
NEAR: Final = 2
"""Words between a denial and the row that it denies [ours]."""


def relabelled(
    tokens: Sequence[str], names: Names, rows: Mapping[str, float], own: Container[str]
) -> dict[str, float] | None:
    """The rows with the time of each that is said to be another moved there; None where no sentence says so.

    Only a row of one's `own` is joined to one that has time already.
    """
    after = dict(rows)
    for sentence in split_at(tokens, _SENTENCE_ENDS):
        move = _move(only_words(sentence), names, after, own)
        if move is not None:
            one, other = move
            after[other] = after.get(other, 0.0) + after[one]
            after[one] = 0.0
    return after if after != dict(rows) else None


def _move(
    words: Sequence[str], names: Names, rows: Mapping[str, float], own: Container[str]
) -> tuple[str, str] | None:
    """From which row to which, where a sentence names two and says that the first is not, or is, the other."""
    spans = [(start, end, keys[0]) for start, end, keys in names.spans(words) if len(keys) == 1]
    last = {key: start for start, _, key in spans}
    denied = [key for start, _, key in spans if any(map(denies, words[max(0, start - NEAR) : start]))]
    spans = [one for one in spans if one[2] not in denied]
    wrong, told = {one for one in denied if rows.get(one)}, {key for *_, key in spans}
    if len(wrong) == len(told) == 1:
        [one], [other] = wrong, told
        return (
            (one, other) if last[one] < last[other] or not rows.get(other) else None
        )  # "care is not planning"
    if wrong or len(spans) != 2 or len(told) != 2:
        return None
    (_, end, one), (start, _, other) = spans
    free = one in own or not rows.get(other)
    return (one, other) if _IS & {*words[end:start]} and rows.get(one) and free else None
