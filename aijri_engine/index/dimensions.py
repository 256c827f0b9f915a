"""Evidence, barriers and protective principles: named dimensions with a total."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from math import fsum

from aijri_engine.index.scales import (
    BARRIER_MAX,
    BARRIER_MIN,
    BARRIER_TOTAL_MAX,
    BARRIER_TOTAL_MIN,
    BARRIERS,
    EVIDENCE,
    EVIDENCE_MAX,
    EVIDENCE_MIN,
    EVIDENCE_TOTAL_MAX,
    EVIDENCE_TOTAL_MIN,
    PROTECTIVE,
    PROTECTIVE_MAX,
    PROTECTIVE_MIN,
    PROTECTIVE_TOTAL_MAX,
    PROTECTIVE_TOTAL_MIN,
    TOTAL,
    ScorecardError,
    checked_number,
)


@dataclass(frozen=True, slots=True)
class DimensionScale:
    """The dimensions one mapping must hold, the range of each, and the range of their total."""

    name: str
    dimensions: tuple[str, ...]
    low: float
    high: float
    total_low: float
    total_high: float


EVIDENCE_SCALE = DimensionScale(
    "evidence", EVIDENCE, EVIDENCE_MIN, EVIDENCE_MAX, EVIDENCE_TOTAL_MIN, EVIDENCE_TOTAL_MAX
)
BARRIER_SCALE = DimensionScale(
    "barriers", BARRIERS, BARRIER_MIN, BARRIER_MAX, BARRIER_TOTAL_MIN, BARRIER_TOTAL_MAX
)
PROTECTIVE_SCALE = DimensionScale(
    "protective", PROTECTIVE, PROTECTIVE_MIN, PROTECTIVE_MAX, PROTECTIVE_TOTAL_MIN, PROTECTIVE_TOTAL_MAX
)


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Dimensions(Mapping[str, float]):
    """An immutable, hashable mapping of dimension id to value, always in the order of its scale.

    Equal to any mapping with the same items, whatever their order. Holds either every dimension of the scale,
    or the single key "total" where only a total is known.
    """

    scale: DimensionScale
    names: tuple[str, ...]
    numbers: tuple[float, ...]

    @property
    def total(self) -> float:
        """Sum of the dimensions, or the total itself where only that is known."""
        return fsum(self.numbers)

    def __getitem__(self, name: str) -> float:
        try:
            return self.numbers[self.names.index(name)]
        except ValueError:
            raise KeyError(name) from None

    def __iter__(self) -> Iterator[str]:
        return iter(self.names)

    def __len__(self) -> int:
        return len(self.names)

    def __eq__(self, other: object) -> bool:
        if isinstance(other, Dimensions):
            return self.names == other.names and self.numbers == other.numbers
        return isinstance(other, Mapping) and dict(self) == dict(other)

    def __hash__(self) -> int:
        return hash((self.names, self.numbers))

    def __repr__(self) -> str:
        return repr(dict(self))


def checked_dimensions(given: Mapping[str, float], scale: DimensionScale) -> Dimensions:
    """Return `given` as Dimensions of `scale`.

    Raises ScorecardError where a dimension is unknown or missing, where "total" stands beside dimensions, or
    where a number is off its scale. Nothing is filled in: a missing dimension is not a 0.
    """
    if isinstance(given, Dimensions) and given.scale is scale:
        return given
    if not isinstance(given, Mapping):
        raise ScorecardError(
            f"{scale.name}: not a mapping; give {_listed(scale.dimensions)}, or only '{TOTAL}'"
        )
    if TOTAL in given:
        if len(given) > 1:
            raise ScorecardError(
                f"{scale.name}: '{TOTAL}' stands beside dimensions; give one or the other, not both"
            )
        number = checked_number(given[TOTAL], scale.total_low, scale.total_high, f"{scale.name} total")
        return Dimensions(scale, (TOTAL,), (number,))
    unknown = [name for name in given if name not in scale.dimensions]
    if unknown:
        raise ScorecardError(
            f"{scale.name}: unknown dimension {unknown[0]!r}; the dimensions are {_listed(scale.dimensions)}"
        )
    missing = [name for name in scale.dimensions if name not in given]
    if missing:
        raise ScorecardError(
            f"{scale.name}: {_listed(missing)} missing; give every dimension, or only '{TOTAL}'"
        )
    numbers = tuple(
        checked_number(given[name], scale.low, scale.high, f"{scale.name} {name}")
        for name in scale.dimensions
    )
    return Dimensions(scale, scale.dimensions, numbers)


def _listed(names: tuple[str, ...] | list[str]) -> str:
    return ", ".join(names)
