"""A yes to the one reading that was offered."""

from aijri_engine.interview.understanding.words import tokens_of
from aijri_engine.interview.understanding.yes_no import read_yes_no

EVENLY = frozenset({"equal", "equally", "evenly", "equal parts", "in equal parts", "half each", "the same"})
"""Words that agree to an offer of equal parts [ours]."""


def agrees(typed: str) -> bool:
    """Whether a line agrees to a single offer, and says nothing else."""
    words = tokens_of(typed)
    return read_yes_no(words, frozenset())[0] is True or " ".join(words) in EVENLY
