"""Session ids: short, typable, without characters that look alike."""

import hashlib
import random

ALPHABET = "23456789abcdefghjkmnpqrstvwxyz"
"""No 0/o, 1/i/l, and no u, which makes words."""

LENGTH = 6
"""Characters; some 700 million ids, so that ten thousand sessions seldom meet and are then drawn anew [ours]."""


def new_id(source: random.Random) -> str:
    """A random id; the caller makes sure that it is free."""
    return "".join(source.choices(ALPHABET, k=LENGTH))


def typed_id(words: str) -> str:
    """What a person typed as an id, as it is stored: lower case, without blanks and dashes."""
    return words.strip().replace("-", "").replace(" ", "").casefold()


def is_id(text: str) -> bool:
    """It can be typed as an id and means itself; what is no such text was put there by something else."""
    return text.isascii() and text.isalnum() and typed_id(text) == text


def id_digest(identifier: str) -> str:
    """A hash of a random id: recognises what was erased without naming it."""
    return hashlib.sha256(f"aijri erased {identifier}".encode()).hexdigest()
