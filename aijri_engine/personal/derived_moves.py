"""Changes the engine finds by itself: one rung deeper, ten points of time, and what of these reaches the next zone."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations, product

from aijri_engine.content.base import RUNGS
from aijri_engine.content.moves import Move, RungMove, ShareMove
from aijri_engine.index import GREEN_FROM, YELLOW_FROM, one_decimal
from aijri_engine.personal.inputs import Inputs
from aijri_engine.personal.moves import apply_move
from aijri_engine.personal.personalise import Personalisation, personalise_inputs

SMALLEST_SHOWN = 0.05
"""Index points; a gain below this displays as 0.0 and is no priced advice."""

DERIVED_POINTS = 10.0
"""Points of time that a derived move shifts (issue text)."""

BEST_SINGLES = 12
"""Derived moves that are combined into pairs: the strongest ones [ours]."""


@dataclass(frozen=True, slots=True)
class DerivedMove:
    """A change the engine found by itself."""

    id: str
    title: str
    moves: tuple[Move, ...]
    points: float
    shown: float
    index_then: float


def derived_moves(personal: Personalisation) -> tuple[DerivedMove, ...]:
    """One rung deeper on a task, and ten points of time from one task to another; only those that gain."""
    found = [_derived(personal, *one) for one in (*_rung_steps(personal), *_time_steps(personal))]
    gains = [move for move in found if move.points >= SMALLEST_SHOWN]
    return tuple(sorted(gains, key=lambda move: -round(move.points, 9)))


def _rung_steps(personal: Personalisation) -> Iterator[tuple[str, str, tuple[Move, ...]]]:
    for task in personal.tasks:
        role_task = personal.role.task(task.id)
        if role_task is not None and task.share > 0 and task.rungs != (RUNGS[-1],):
            move = Move(rung=RungMove(task=task.id, up=1))
            yield f"rung.{task.id}", f"{role_task.ask}, one step deeper", (move,)


def _time_steps(personal: Personalisation) -> Iterator[tuple[str, str, tuple[Move, ...]]]:
    for source, target in product(personal.tasks, repeat=2):
        if source.share > 0 and target.score < source.score - 1e-9 and not target.own:
            points = min(DERIVED_POINTS, source.share)
            share = ShareMove.model_validate({"from": source.id, "to": target.id, "points": points})
            title = f"{points:.0f} points of time from {source.short} to {target.short}"
            yield f"share.{source.id}.{target.id}", title, (Move(share=share),)


def _derived(personal: Personalisation, name: str, title: str, moves: tuple[Move, ...]) -> DerivedMove:
    inputs = personal.inputs
    for move in moves:
        inputs = apply_move(inputs, move)
    before, after = personal.assess(), personalise_inputs(inputs).assess()
    shown = one_decimal(after.index - before.index)
    return DerivedMove(name, title, moves, after.index_exact - before.index_exact, shown, after.index)


def next_zone_of(
    personal: Personalisation, derived: Sequence[DerivedMove], smallest_change: float
) -> DerivedMove | None:
    """The cheapest single step, else pair, that reaches the next zone and that a second sitting could confirm."""
    index = personal.assess().index
    needed = GREEN_FROM if index >= YELLOW_FROM else YELLOW_FROM
    if index >= GREEN_FROM:
        return None
    reaching = _confirmable(derived, needed, smallest_change)
    if not reaching:
        pairs = [
            _derived(
                personal, f"{one.id}+{two.id}", f"{one.title}, and {two.title}", (*one.moves, *two.moves)
            )
            for one, two in combinations(derived[:BEST_SINGLES], 2)
            if one.points + two.points >= needed - index - PAIR_SLACK
        ]
        reaching = _confirmable(pairs, needed, smallest_change)
    return min(reaching, key=lambda move: (move.points, move.id)) if reaching else None


def _confirmable(moves: Sequence[DerivedMove], needed: float, smallest_change: float) -> list[DerivedMove]:
    return [move for move in moves if move.index_then >= needed and move.points > smallest_change]


PAIR_SLACK = 10.0
"""Index points; two moves together can do more than their sum, but hardly by this much [ours]."""


def best_reachable(inputs: Inputs) -> float:
    """Displayed index with every task worked out new and the hours as they are; for the what-if view only."""
    for task in inputs.role.tasks:
        inputs = apply_move(inputs, Move(rung=RungMove(task=task.id, to="originates")))
    return personalise_inputs(inputs).assess().index
