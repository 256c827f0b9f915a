"""Other ways to pair amounts with names, where a sentence leaves it open. They are offered, never taken."""

from collections.abc import Sequence
from typing import Final

from aijri_engine.interview.understanding.numbers import Amount, read_amount
from aijri_engine.interview.understanding.said import Said
from aijri_engine.interview.understanding.tasks import Table, other_work
from aijri_engine.interview.understanding.words import only_words

Item = Amount | str | tuple[str, ...]
"""An amount, "rest", or words."""

_FACTORS: Final = {"twice": 2.0, "double": 2.0, "triple": 3.0, "half": 0.5}


def other_orders(items: Sequence[Item], table: Table) -> list[tuple[Said, ...]]:
    """Pairings with the amount before its name, after it, and beside it; only complete ones."""
    known = [item for item in items if not isinstance(item, tuple) or names_something(item, table)]
    orders = [_amount_first(known), _amount_first(known[::-1])[::-1], _beside(known)]
    return [tuple(order) for order in orders if order and all(one.names for one in order)]


def names_something(words: Sequence[str], table: Table) -> bool:
    """The words hold the name of a row, or are known as other work."""
    return bool(table.names.spans(words)) or other_work(words) is not None


def _amount_first(items: Sequence[Item]) -> list[Said]:
    """Every amount with the words that follow it; none when words come first."""
    found: list[Said] = []
    for item in items:
        if not isinstance(item, tuple):
            found.append(Said(item if isinstance(item, Amount) else None, ()))
        elif not found:
            return []
        else:
            found[-1] = Said(found[-1].amount, (*found[-1].names, item))
    return found


def _beside(items: Sequence[Item]) -> list[Said]:
    """Every amount with the next words, or with those before where the next are taken."""
    found: list[Said] = []
    taken: set[int] = set()
    for place, item in enumerate(items):
        if isinstance(item, tuple):
            continue
        for other in (place - 1, place + 1):
            if 0 <= other < len(items) and other not in taken:
                name = items[other]
                if isinstance(name, tuple):
                    taken.add(other)
                    found.append(Said(item if isinstance(item, Amount) else None, (name,)))
                    break
    return found


def ratio(tokens: Sequence[str], table: Table) -> list[tuple[Said, ...]]:
    """`twice as much training as design`: two shares of the whole week."""
    words = only_words(tokens)
    amount = read_amount(words, 0)
    times = amount is not None and words[amount.end : amount.end + 1] in (["times"], ["x"])
    factor = (
        amount.value
        if amount is not None and times
        else next((_FACTORS[w] for w in words if w in _FACTORS), 0.0)
    )
    compared = "as" in words or "than" in words or "compared" in words
    keys = [(words[start:end], keys) for start, end, keys in table.names.spans(words)]
    if factor <= 0 or not compared or len(keys) != 2 or keys[0][1] == keys[1][1]:
        return []
    first = 100.0 * factor / (1.0 + factor)
    return [
        (
            Said(Amount(first, "fraction", 0), (tuple(keys[0][0]),)),
            Said(Amount(100.0 - first, "fraction", 0), (tuple(keys[1][0]),)),
        )
    ]
