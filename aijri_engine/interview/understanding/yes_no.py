"""A yes to the one reading that was offered."""

from collections.abc import Sequence
from itertools import dropwhile, takewhile
from typing import Final

from aijri_engine.interview.understanding.tokens import (
    FILLER,
    PHRASES,
    Mender,
    hedged,
    only_words,
    tokens_of,
    word_set,
)

YES: Final = word_set(PHRASES.yes)
NO: Final = word_set(PHRASES.no)
YES_PHRASES: Final = frozenset(PHRASES.yes_phrases)
NO_PHRASES: Final = frozenset(PHRASES.no_phrases)
THINKING_YES: Final = frozenset(PHRASES.thinking_yes)
THINKING_NO: Final = frozenset(PHRASES.thinking_no)
ALIKE: Final = word_set(
    "similar alike identical typical usual always stable consistent representative normal unchanged"
)
OPPOSITES: Final = {
    "same": word_set(
        "different differs differ differed differently changed changes unlike another unusual "
        "atypical exceptional weird exception odd special crunch busier busy exceptionally "
        "unusually quieter more less varies vary"
    )
}
"""Word of a question -> words that deny it."""

LEANING_YES: Final = frozenset(PHRASES.leaning_yes)
LEANING_NO: Final = frozenset(PHRASES.leaning_no)

_STRENGTHENING: Final = word_set(
    "quite just exactly well oh actually really honestly hm hmm hah ha so indeed"
)
_GOING_ON: Final = word_set(
    "that it its this these those they there theres i im we usually always normally every"
)
"""Words that begin a remark of its own after a yes or no."""

_TURNING: Final = word_set("but though although however except unless not dont never")


_SLIPS: Final = Mender(
    ("yes", "yeah", "yep", "yup", "nope", "correct", "true", "false", "definitely", "absolutely"), FILLER
)


def read_yes_no(tokens: Sequence[str], beside: frozenset[str]) -> tuple[bool | None, bool | None]:
    """(what was said, what is near): the first None when it is not clear, the second when nothing comes near.

    `beside` are words of the question, which may follow a yes or no.
    """
    words = only_words(tokens)
    line = " ".join(words)
    if line in THINKING_YES or line in THINKING_NO:
        return None, line in THINKING_YES
    if line in LEANING_YES or line in LEANING_NO:
        return None, line in LEANING_YES
    said = _said(line, words, beside)
    if said is not None and not hedged(tokens):
        return said, said
    if said is not None:
        return None, said
    first = list(takewhile(lambda token: token[-1].isalnum(), tokens))
    if len(first) < len(tokens):
        opening = read_yes_no(first, beside)
        if opening != (None, None):
            return None, opening[0] if opening[0] is not None else opening[1]
    leaning = _leaning(_SLIPS.mend(words))
    return None, _echoed(words, beside) if leaning is None else leaning


def _said(line: str, words: list[str], beside: frozenset[str]) -> bool | None:
    bare = " ".join(dropwhile(_STRENGTHENING.__contains__, words))
    for one in (line, bare):
        if one in YES_PHRASES or one in NO_PHRASES:
            return one in YES_PHRASES
    head = words[0] if words else ""
    if head not in YES | NO:
        return None
    rest = words[1:]
    tail = " ".join(rest)
    positive = head in YES
    if tail in NO_PHRASES:
        return False if not positive else None
    if tail in YES_PHRASES:
        return True if positive else None
    opposite = (
        NO
        if positive
        else YES - {"right", "sure", "exactly", "definitely", "absolutely", "totally", "certainly"}
    )
    if any(word in opposite for word in rest) or (positive and any(word in _TURNING for word in rest)):
        return None
    if rest and rest[0] in _GOING_ON and not any(word in _TURNING for word in rest):
        return positive
    if "but" in rest or not all(word in FILLER or word in beside or word in YES | NO for word in rest):
        return None
    return positive


def _echoed(words: list[str], beside: frozenset[str]) -> bool | None:
    """The question's own words or their opposite said back ("the same mix",
    "it was different"): near, not certain."""
    denied = any(word in _TURNING or word in ("no", "nothing") for word in words)
    for word, opposites in OPPOSITES.items():
        if word in beside and any(one in opposites for one in words):
            return denied
        if word in beside and any(one == word or one in ALIKE for one in words):
            return not denied
    return None


def _leaning(words: list[str]) -> bool | None:
    """One side was named, whatever else was."""
    yes, no = any(word in YES for word in words), any(word in NO for word in words)
    return yes if yes != no else None


EVENLY = frozenset({"equal", "equally", "evenly", "equal parts", "in equal parts", "half each", "the same"})
"""Words that agree to an offer of equal parts [ours]."""


def agrees(typed: str) -> bool:
    """Whether a line agrees to a single offer, and says nothing else."""
    words = tokens_of(typed)
    return read_yes_no(words, frozenset())[0] is True or " ".join(words) in EVENLY
