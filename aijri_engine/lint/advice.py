"""Strategies tried on golden people: advice for nobody, and advice that costs (S502, S503)."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from aijri_engine.content.base import Model
from aijri_engine.content.packs import Pack
from aijri_engine.content.problems import Problem, quoted
from aijri_engine.content.role import Role
from aijri_engine.content.strategies import Strategy
from aijri_engine.lint.content import Content, ContentFile, Place
from aijri_engine.lint.people import Person
from aijri_engine.personal.advice import price
from aijri_engine.personal.derived_moves import SMALLEST_SHOWN
from aijri_engine.personal.inputs import Inputs, inputs_of
from aijri_engine.personal.moves import PersonFacts

NO_LOSS: Final = -1e-9
"""Index points; less is what adding floats explains."""


@dataclass(frozen=True, slots=True)
class _Golden:
    """A person with what strategies look at, worked out once."""

    person: Person
    inputs: Inputs
    facts: PersonFacts


def advice_problems(contents: Sequence[Content], people: Mapping[str, Sequence[Person]]) -> Iterator[Problem]:
    """Every strategy of the reported files on the golden people it is for, once; `people` are listed by role id."""
    known = {role: [_golden(person) for person in some] for role, some in people.items()}
    seen: set[tuple[str, Place]] = set()
    for content in contents:
        for file, place, strategy in content.placed_strategies():
            name = (file.source.name, place)
            if not file.reported or name in seen:
                continue
            seen.add(name)
            golden = [one for role in _roles(file.model, contents, known) for one in known.get(role, ())]
            if golden:
                yield from _strategy(file, place, strategy, golden)


def _golden(person: Person) -> _Golden:
    inputs = inputs_of(person.interview)
    return _Golden(person, inputs, PersonFacts(inputs, person.interview.path.facts))


def _roles(model: Model, contents: Sequence[Content], known: Mapping[str, object]) -> list[str]:
    """Ids of the roles whose people get the advice of a file: its own, those of its pack, or all."""
    if isinstance(model, Role):
        return [model.id]
    roles = [role.model for content in contents for role in content.roles]
    return [role.id for role in roles if role.pack == model.id] if isinstance(model, Pack) else list(known)


def _strategy(
    file: ContentFile[Model], place: Place, strategy: Strategy, golden: Sequence[_Golden]
) -> Iterator[Problem]:
    """One strategy; the largest loss is named, the rest of the losses are counted."""
    applies = strategy.when.compiled()
    fitting = [one for one in golden if applies(one.facts) is True]
    if not fitting:
        told = f"strategy {quoted(strategy.id)} applies to none of {len(golden)} golden people"
        yield file.problem("S502", (*place, "when"), told, "check its `when`", "key")
        return
    if not strategy.priced:
        return
    prices = [(price(strategy, one.inputs, one.person.interview.path.facts), one.person) for one in fitting]
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
