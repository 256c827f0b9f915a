"""What is read of the same words again and again, while a line is looked at from many sides, is read once."""

from collections.abc import Callable, Sequence
from functools import wraps
from typing import Any, TypeVar

from aijri_engine.interview.understanding.words.tokens import LINES_KEPT

Read = TypeVar("Read")


def once_a_line(read: Callable[[Any, Sequence[str]], Read]) -> Callable[[Any, Sequence[str]], Read]:
    """A method that reads words, and keeps what it read last with whatever reads them, which never changes."""
    name = f"kept by {read.__name__}"

    @wraps(read)
    def known(reader: Any, words: Sequence[str]) -> Read:
        kept: dict[tuple[str, ...], Read] = vars(reader).setdefault(name, {})
        said = tuple(words)
        found = kept.get(said)
        if found is None:
            found = read(reader, [*said])
            if len(kept) >= LINES_KEPT:
                kept.clear()
            kept[said] = found
        return found

    return known
