"""Strategies tried on golden people: advice for nobody, and advice that costs (S502, S503)."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from aijri_engine.content.base import Model
from aijri_engine.content.problems import Problem, quoted
from aijri_engine.content.role import Role
from aijri_engine.content.strategies import Strategy
from aijri_engine.lint.content import Content, ContentFile, Place
from aijri_engine.lint.people import Person
from aijri_engine.personal.advice import SMALLEST_SHOWN, applies, price
from aijri_engine.personal.inputs import Inputs, inputs_of

NO_LOSS: Final = -1e-9
"""Index points; less is what adding floats explains."""


def advice_problems(content: Content, people: Mapping[str, Sequence[Person]]) -> Iterator[Problem]:
    """Every strategy of the reported files on every golden person; `people` are listed by role id."""
    known = {
        role: [(person, inputs_of(person.interview)) for person in some] for role, some in people.items()
    }
    for file, place, strategy in content.placed_strategies():
        if not file.reported:
            continue
        roles = [file.model.id] if isinstance(file.model, Role) else list(known)
        golden = [pair for role in roles for pair in known.get(role, ())]
        if golden:
            yield from _strategy(file, place, strategy, golden)


def _strategy(
    file: ContentFile[Model], place: Place, strategy: Strategy, golden: Sequence[tuple[Person, Inputs]]
) -> Iterator[Problem]:
    """One strategy; the largest loss is named, the rest of the losses are counted."""
    fitting = [
        (person, inputs)
        for person, inputs in golden
        if applies(strategy, inputs, person.interview.path.facts)
    ]
    if not fitting:
        told = f"strategy {quoted(strategy.id)} applies to none of {len(golden)} golden people"
        yield file.problem("S502", (*place, "when"), told, "check its `when`", "key")
        return
    if not strategy.priced:
        return
    prices = [(price(strategy, inputs, person.interview.path.facts), person) for person, inputs in fitting]
    lowest, loser = min(prices, key=lambda pair: pair[0])
    if lowest < NO_LOSS:
        count = sum(points < NO_LOSS for points, _ in prices)
        told = (
            f"strategy {quoted(strategy.id)} lowers the index of {count} golden people,"
            f" by {-lowest:.1f} for {quoted(loser.name)}"
        )
        hint = "narrow its `when`, or leave a move out with `if_gain`"
        yield file.problem("S503", (*place, "moves"), told, hint, "key")
    elif max(points for points, _ in prices) < SMALLEST_SHOWN:
        told = f"strategy {quoted(strategy.id)} gains nothing for any of {len(fitting)} golden people it applies to"
        yield file.problem("S503", (*place, "moves"), told, "check its moves", "key")
