"""A yes to the one reading that was offered."""

from collections.abc import Sequence
from itertools import dropwhile
from typing import Final, Literal

from aijri_engine.interview.understanding.words.clauses import Clause
from aijri_engine.interview.understanding.words.tokens import (
    FILLER,
    PHRASES,
    Mender,
    hedged,
    odd,
    only_words,
    opening,
    split_at,
    tokens_of,
    word_set,
)

YES: Final = word_set(PHRASES.yes)
NO: Final = word_set(PHRASES.no)
YES_PHRASES: Final = frozenset(PHRASES.yes_phrases)
NO_PHRASES: Final = frozenset(PHRASES.no_phrases)
LEANING_YES: Final = frozenset(PHRASES.leaning_yes)
LEANING_NO: Final = frozenset(PHRASES.leaning_no)

_STRENGTHENING: Final = word_set(PHRASES.beside_yes)
_GOING_ON: Final = word_set(
    "that it its this these those they there theres i im we usually always normally every"
)
"""Words that begin a remark of its own after a yes or no."""

_PARTING: Final = frozenset((",", ".", ";", "-", "!"))
_TURNING: Final = word_set("but though although however except unless not dont never")


_SLIPS: Final = Mender(
    ("yes", "yeah", "yep", "yup", "nope", "correct", "true", "false", "definitely", "absolutely"), FILLER
)


def read_yes_no(
    tokens: Sequence[str], beside: frozenset[str], told: bool | None = None
) -> tuple[bool | None, bool | None]:
    """(what was said, what is near): the first None when it is not clear, the second when nothing comes near.

    `beside` are words of the question, which may follow a yes or no; `told` is what the whole line says without one.
    """
    words = only_words(tokens)
    line = " ".join(words)
    if line in LEANING_YES or line in LEANING_NO:
        return None, line in LEANING_YES
    said = _said(line, words, beside)
    if said is not None and not hedged(tokens):
        return said, said
    if said is not None:
        return None, said
    first = opening(tokens)
    if len(first) < len(tokens):
        opened = read_yes_no(first, beside)
        if opened != (None, None):
            parts = [{*part} - _STRENGTHENING - FILLER for part in split_at(tokens, _PARTING)]
            alone = [part <= YES for part in parts if part and (part <= YES or part <= NO)]
            return None, alone[-1] if alone else opened[0] if opened[0] is not None else opened[1]
    if told is not None:
        return None, told
    return None, _leaning(_SLIPS.mend(words))


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


def _leaning(words: list[str]) -> bool | None:
    """One side was named, whatever else was."""
    yes, no = any(word in YES for word in words), any(word in NO for word in words)
    return yes if yes != no else None


_KEEPING: Final = frozenset(PHRASES.keeping)
_AROUND_KEEPING: Final = word_set(PHRASES.beside_keeping)


def keeps(typed: str) -> Literal["", "yes", "same"]:
    """Whether a line says no more than that what was said before stays: by a mere yes or ok, or as it was."""
    tokens = tokens_of(typed)
    words = only_words(tokens)
    told = " ".join(word for word in words if word not in YES | _AROUND_KEEPING)
    if odd(tokens) or (not told and not {*words} & (YES | {"ok", "okay"})):
        return ""
    if told in _KEEPING or " ".join(words) in _KEEPING:
        return "same"
    parts = [
        " ".join(dropwhile(_TURNED_DOWN.__contains__, only_words(part)))
        for part in split_at(tokens, _PARTING)
    ]
    said = [part for part in parts if {*part.split()} - YES - _AROUND_KEEPING]
    same = said and all(part in _KEEPING and (" " in part or len(said) > 1) for part in said)
    return "same" if same else "" if told else "yes"


_TURNED_DOWN: Final = frozenset(("no", "nope", "nah"))
"""Before what stays: "no, leave it"."""


MYSELF: Final = word_set("me myself mine")
"""Behind a yes to what is put of somebody else they may as well deny it: "yes, me"."""
EVENLY: Final = frozenset(PHRASES.agreeing_to_equal_parts)
"""Words that agree to an offer of equal parts [ours]."""


def agrees(typed: str) -> bool:
    """Whether a line agrees to a single offer, and says nothing else: nor that it was so at another time."""
    words = tokens_of(typed)
    if {*only_words(words)} - YES and {*only_words(words)} - YES <= MYSELF:
        return False
    yes = read_yes_no(words, frozenset())[0] is True and not Clause(tuple(only_words(words))).elsewhere()
    return yes or " ".join(words) in EVENLY
