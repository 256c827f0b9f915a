"""The bridge: the difference between two scorecards, one row per cause and element, exact and as displayed."""

from dataclasses import dataclass

from aijri_engine.index import TOTAL, attribute, one_decimal, shown_rows
from aijri_engine.personal.personalise import LIMIT, ROLE, SPLIT, ElementName, Personalisation

NOISE = 1e-12
"""Index points and element units; smaller is what adding floats explains."""


@dataclass(frozen=True, slots=True)
class BridgeRow:
    """What one cause did to one element, in index points."""

    cause: str
    kind: str
    """score, share, evidence, barrier, growth or limit."""
    key: str
    """Task, dimension, `growth` or `cap`."""
    before: float
    after: float
    """The element where this cause finds it and where it leaves it, in its own unit: each of several causes goes on
    from where the one before it stopped."""
    points: float
    shown: float
    """One decimal; all rows together sum to the displayed change."""

    @property
    def element(self) -> str:
        """For example `score.train`."""
        return f"{self.kind}.{self.key}"


@dataclass(frozen=True, slots=True)
class BridgeGroup:
    """All rows of one cause."""

    cause: str
    points: float
    shown: float
    rows: tuple[BridgeRow, ...]


@dataclass(frozen=True, slots=True)
class Bridge:
    """From one index to another. Rows sum to `change` within 1e-9, `shown` values to the displayed change."""

    start: float
    end: float
    rows: tuple[BridgeRow, ...]

    @property
    def change(self) -> float:
        """Unrounded index points."""
        return self.end - self.start

    @property
    def shown_change(self) -> float:
        """Displayed end minus displayed start."""
        return one_decimal(one_decimal(self.end) - one_decimal(self.start))

    @property
    def groups(self) -> tuple[BridgeGroup, ...]:
        """Rows by cause, the largest effect first; ties in order of appearance."""
        causes = list(dict.fromkeys(row.cause for row in self.rows))
        groups = []
        for cause in causes:
            rows = tuple(row for row in self.rows if row.cause == cause)
            shown = one_decimal(sum(row.shown for row in rows))
            groups.append(BridgeGroup(cause, sum(row.points for row in rows), shown, rows))
        return tuple(sorted(groups, key=lambda group: -abs(group.points)))

    def points(self, cause: str) -> float:
        """Unrounded points of one cause; 0 when it moved nothing."""
        return sum(row.points for row in self.rows if row.cause == cause)


def bridge(before: Personalisation, after: Personalisation) -> Bridge:
    """Every point between two personal scorecards.

    A cause gets the difference of its contributions on the two sides. What they leave over is a published value that
    differs between two role versions (cause `role`), or a rating of own work (cause `rating.<row>`).
    """
    attribution = attribute(before.scorecard, after.scorecard)
    old, new = _deltas(before), _deltas(after)
    rows: list[tuple[str, str, str, float, float, float]] = []
    for element in attribution.elements:
        name: ElementName = (element.kind, element.key)  # type: ignore[assignment]
        if element.kind == "limit":
            rows.append((LIMIT, element.kind, element.key, element.before, element.after, element.points))
            continue
        change = element.after - element.before
        per_unit = attribution.per_unit(element.kind, element.key)
        left, reached = change, element.before
        for cause in dict.fromkeys([*old.get(name, {}), *new.get(name, {})]):
            delta = new.get(name, {}).get(cause, 0.0) - old.get(name, {}).get(cause, 0.0)
            if abs(delta) > NOISE:
                left = left - delta if abs(left - delta) > NOISE else 0.0
                start, reached = reached, element.after - left
                rows.append((cause, element.kind, element.key, start, reached, per_unit * delta))
        if abs(left) > 1e-9:
            rows.append((_left_over(element.kind, element.key, before, after), element.kind, element.key,
                         reached, element.after, per_unit * left))  # fmt: skip
    start, end = before.assess().index_exact, after.assess().index_exact
    change_shown = one_decimal(one_decimal(end) - one_decimal(start))
    shown = shown_rows([row[5] for row in rows], change_shown)
    return Bridge(start, end, tuple(BridgeRow(*row, shown=one) for row, one in zip(rows, shown, strict=True)))


def _deltas(side: Personalisation) -> dict[ElementName, dict[str, float]]:
    found: dict[ElementName, dict[str, float]] = {}
    for one in side.contributions:
        causes = found.setdefault(one.element, {})
        causes[one.cause] = causes.get(one.cause, 0.0) + one.delta
    if TOTAL in side.scorecard.evidence:
        _join_total(found)
    return found


def _join_total(found: dict[ElementName, dict[str, float]]) -> None:
    """Contributions to single market signals count toward the total when only the total is compared."""
    total = found.setdefault(("evidence", TOTAL), {})
    for element in [name for name in found if name[0] == "evidence" and name[1] != TOTAL]:
        for cause, delta in found.pop(element).items():
            total[cause] = total.get(cause, 0.0) + delta


def _left_over(kind: str, key: str, before: Personalisation, after: Personalisation) -> str:
    own = {row.id for side in (before, after) for row in side.tasks if row.own}
    if key not in own:
        return ROLE
    return f"rating.{key}" if kind == "score" else SPLIT
