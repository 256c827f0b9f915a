"""Random streams, one for each question: the same numbers for everyone, so each is drawn once and kept.

What a person answered only moves and stretches these numbers. So the draws of two results, or of one result with a
question held, are paired, and drawing again costs nothing.
"""

from bisect import bisect
from collections.abc import Sequence
from functools import lru_cache
from itertools import accumulate
from random import Random
from typing import TypeVar

Drawn = TypeVar("Drawn")

KEPT = 256
"""Streams kept at once: those of a long interview, at the three lengths in use (some 10 MB)."""


@lru_cache(maxsize=KEPT)
def uniforms(seed: int, name: str, count: int) -> tuple[float, ...]:
    """Numbers from 0 up to 1 of the stream of that name."""
    draw = Random(f"{seed}/{name}").random
    return tuple(draw() for _ in range(count))


@lru_cache(maxsize=KEPT)
def normals(seed: int, name: str, count: int) -> tuple[tuple[float, ...], tuple[float, ...]]:
    """Standard normal numbers of the stream of that name, and as many from 0 up to 1 that follow them."""
    stream = Random(f"{seed}/{name}")
    first = tuple(stream.gauss(0.0, 1.0) for _ in range(count))
    return first, tuple(stream.random() for _ in range(count))


@lru_cache(maxsize=KEPT)
def sums_of_three(seed: int, name: str, count: int) -> tuple[int, ...]:
    """Sums of three numbers, each 0, 1 or 2, of the stream of that name."""
    number = Random(f"{seed}/{name}").randrange
    return tuple(number(3) + number(3) + number(3) for _ in range(count))


def chosen(seed: int, name: str, count: int, of: Sequence[Drawn], weights: Sequence[float]) -> list[Drawn]:
    """One of these for each number of the stream, as often as its weight says; higher numbers take later ones."""
    return [of[place] for place in _places(seed, name, count, tuple(weights))]


@lru_cache(maxsize=KEPT)
def _places(seed: int, name: str, count: int, weights: tuple[float, ...]) -> bytes:
    ends = list(accumulate(weights))
    total, last = ends[-1], len(ends) - 1
    return bytes(bisect(ends, number * total, 0, last) for number in uniforms(seed, name, count))
