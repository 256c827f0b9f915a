"""Phrases of despair. Few, whole and literal: a false alarm in a talk about failing runs would be a fault, too."""

from collections.abc import Sequence
from typing import Final

from aijri_engine.interview.understanding.tokens import PHRASES, holds, only_words, phrase_list

_ANYWHERE: Final = phrase_list(PHRASES.distress)
_ALONE: Final = phrase_list(PHRASES.distress_alone)


def in_distress(tokens: Sequence[str]) -> bool:
    """Whether a line speaks of despair about one's own life."""
    words = only_words(tokens)
    return tuple(words) in _ALONE or any(holds(words, phrase) for phrase in _ANYWHERE)
