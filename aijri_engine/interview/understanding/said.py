"""What a sentence says about shares: amounts, and what each was said of."""

from dataclasses import dataclass

from aijri_engine.interview.understanding.numbers import Amount


@dataclass(frozen=True, slots=True)
class Said:
    """One amount (None: the rest) and the words it was said of, in groups when several were joined."""

    amount: Amount | None
    names: tuple[tuple[str, ...], ...]
    each: bool = False
    even: bool = False


@dataclass(frozen=True, slots=True)
class Sentence:
    """What a sentence says about shares, before anybody knows which tasks its words name."""

    said: tuple[Said, ...] = ()
    loose_amounts: tuple[Amount, ...] = ()
    """Amounts said of nothing."""
    loose_names: tuple[tuple[str, ...], ...] = ()
    """Words of which no amount was said."""
    total: Amount | None = None
    """"a 40-hour week"."""
    everything: bool = False
    """"all", "only", "nothing but"."""
    even: bool = False
    vague: tuple[str, ...] = ()
    """Words such as "most" or "some" in place of an amount."""
    others: tuple[tuple[Said, ...], ...] = ()
    """Other pairings of the same words, to be offered."""
    unclear: str = ""
    """Why it cannot be taken at its word: denied, hedged, relative, a range; "" when it can."""
