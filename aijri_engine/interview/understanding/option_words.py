"""Helpers for reading options: all and none of them, pieces of a line, words at its ends, names that begin others."""

import re
from collections.abc import Iterable, Sequence
from typing import Final

from aijri_engine.interview.understanding.words import FILLER, NEGATORS, stem

_ALL: Final = (
    "all", "all of them", "all of these", "all of the above", "everything", "every one", "every one of them",
    "each of them",
    "all of those", "all the above", "the whole list", "all apply", "all of them apply", "they all apply",
    "all true",
)  # fmt: skip
_NONE: Final = (
    "none of the above", "none of them", "none of those", "none at all", "not one", "not any of them",
    "none applied",
    "none apply", "none of these apply", "none of them apply", "none of it", "nothing of that", "nope none",
    "no none",
    "none of that", "nope", "nah", "no to all", "no to all of them", "none applies", "nothing applies", "none fit",

    "none fits", "none whatsoever", "nothing of the kind", "nothing like that", "zilch", "no none", "none here",
    "nothing at all", "neither", "not a single one", "no none of them", "nope none of them",
    "none really",
)  # fmt: skip


def agreed(spans: Sequence[tuple[int, int, tuple[str, ...]]]) -> tuple[str, ...]:
    """Options that names in a line mean: one alone where a name of it stands beside others that may mean it, too."""
    single = {keys for _, _, keys in spans if len(keys) == 1}
    if len(single) == 1 and all(next(iter(single))[0] in keys for _, _, keys in spans):
        return next(iter(single))
    return tuple(dict.fromkeys(key for _, _, keys in spans for key in keys))


def all_of(words: Sequence[str]) -> bool:
    """ "all of them"."""
    return " ".join(words) in _ALL


def none_of(words: Sequence[str]) -> bool:
    """ "none of the above"."""
    return " ".join(words) in _NONE


def split_at(tokens: Sequence[str], separators: Iterable[str]) -> list[list[str]]:
    """Pieces between the separators."""
    pieces: list[list[str]] = [[]]
    for token in tokens:
        if token in separators:
            pieces.append([])
        else:
            pieces[-1].append(token)
    return pieces


def first_clause(label: str) -> str:
    """What stands before the first comma or semicolon."""
    return re.split("[,;]", label, maxsplit=1)[0]


def trimmed(words: Sequence[str]) -> list[str]:
    """Without the filling words at both ends; words that deny stay."""
    start, end = 0, len(words)
    while start < end and words[start] in FILLER and words[start] not in NEGATORS:
        start += 1
    while end > start and words[end - 1] in FILLER and words[end - 1] not in NEGATORS:
        end -= 1
    return list(words[start:end])


def begun(
    labels: tuple[tuple[str, tuple[str, ...]], ...],
    spans: list[tuple[int, int, tuple[str, ...]]],
    words: Sequence[str],
    key: str,
) -> bool:
    """The only name found also begins the label of another option ("yes" of "yes, ...")."""
    texts = [tuple(map(stem, words[start:end])) for start, end, _ in spans]
    own = {label for one, label in labels if one == key}
    return all(
        text not in own and any(label[: len(text)] == text for one, label in labels if one != key)
        for text in texts
    )
