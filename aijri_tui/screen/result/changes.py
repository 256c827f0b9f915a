"""What is changed in a what-if: pure state, turned into the changes that the engine understands."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Any

from aijri_engine.content.moves import DimensionMove, Move
from aijri_engine.interview.accept import json_of
from aijri_engine.interview.interview import Interview
from aijri_engine.interview.values import Problem
from aijri_engine.personal.personalise import Personalisation, PersonalTask, personalise
from aijri_engine.personal.what_if import NEARLY_NOTHING, Change, NewAnswer, answered, share_moves

SHARE_STEP = 5.0
"""Points of time per press [ours]."""

FIGURES = (
    ("growth", "AI growth of this work", -2.0, 2.0),
    ("evidence", "Market evidence of this work", -10.0, 10.0),
)
"""Figures of the role that a person may vary: id, words, lowest, highest."""


@dataclass(frozen=True)
class Changes:
    """Changes to one person's numbers. Empty is exactly the person as they are."""

    interview: Interview
    answers: Mapping[str, Any] = field(default_factory=dict)
    """Question to another answer, as JSON; None where it is left open."""
    shares: Mapping[str, float] = field(default_factory=dict)
    """Task or own row to points more (negative: fewer) than now; they sum to nothing."""
    figures: Mapping[str, float] = field(default_factory=dict)
    partner: str = ""
    """The row that gives and takes time; empty: the largest other one."""
    strategy: str = ""
    """A recommendation that is tried as it stands."""
    beyond: Mapping[str, Move] = field(default_factory=dict)
    """Moves that no line of the page stands for, by the words they came in."""

    @cached_property
    def personal(self) -> Personalisation:
        """The person as they are."""
        return personalise(self.interview)

    @property
    def empty(self) -> bool:
        """Nothing is changed."""
        return not (self.answers or self.shares or self.figures or self.strategy or self.beyond)

    def reset(self) -> "Changes":
        """Exactly as before."""
        return Changes(self.interview)

    def with_answer(self, question: str, value: Any) -> "Changes":
        """A question answered otherwise; the person's own answer is no change, and what is not read is dropped."""
        answers = {key: one for key, one in self.answers.items() if key != question}
        if value != _own(self.interview, question):
            answers[question] = value
        changed = replace(self, answers=answers).changed
        read = changed.path.facts.values
        return replace(self, answers={key: one for key, one in answers.items() if one is None or key in read})

    @cached_property
    def changed(self) -> Interview:
        """The interview with the changed answers, as far as they are taken."""
        interview = self.interview
        for question, value in self.answers.items():
            found = answered(interview, question, value)
            interview = interview if isinstance(found, Problem) else found
        return interview

    @property
    def tasks(self) -> list[PersonalTask]:
        """The person's tasks with the time they have after the changes."""
        return [replace(task, share=self.share(task.id)) for task in self.personal.tasks]

    def share(self, task: str) -> float:
        """Points of time of a row with the changes."""
        now = next(one.share for one in self.personal.tasks if one.id == task)
        return now + self.shares.get(task, 0.0)

    def partner_of(self, task: str) -> str:
        """The row that gives time to this one, or takes it."""
        if self.partner and self.partner != task:
            return self.partner
        others = [one for one in self.personal.tasks if one.id != task]
        return max(others, key=lambda one: (self.share(one.id), one.share)).id

    def more_time(self, task: str, step: int) -> "Changes":
        """Points of time from the partner row to this one, or back; as far as there is any."""
        partner = self.partner_of(task)
        source, target = (partner, task) if step > 0 else (task, partner)
        return replace(self, partner=partner).moved(source, target, SHARE_STEP)

    def moved(self, source: str, target: str, points: float) -> "Changes":
        """Points of time from one row to another, as far as the first one has any."""
        points = min(points, self.share(source))
        if points <= 0:
            return self
        moved = {**self.shares}
        moved[source] = moved.get(source, 0.0) - points
        moved[target] = moved.get(target, 0.0) + points
        shares = {name: change for name, change in moved.items() if abs(change) > NEARLY_NOTHING}
        return replace(self, shares=shares, partner=self.partner or source)

    def figure(self, name: str) -> float:
        """A figure of the role with the changes."""
        return self.figures[name] if name in self.figures else self._published(name)

    def other_figure(self, name: str, step: int) -> "Changes":
        """One point more or less."""
        low, high = next((low, high) for one, _, low, high in FIGURES if one == name)
        wanted = max(low, min(high, self.figure(name) + step))
        figures = {one: value for one, value in self.figures.items() if one != name}
        if wanted != self._published(name):
            figures[name] = wanted
        return replace(self, figures=figures)

    def _published(self, name: str) -> float:
        card = self.personal.scorecard
        return card.growth if name == "growth" else card.evidence_total

    def moves(self) -> list[Move]:
        """What is moved beside the answers, in the order in which it acts."""
        figures = [
            Move(growth=value)
            if name == "growth"
            else Move(dimension=DimensionMove(name="evidence", to=value))
            for name, value in self.figures.items()
        ]
        found = [*share_moves(self.shares), *figures, *self.beyond.values()]
        strategies = self.interview.library.strategies(self.interview.role_id)
        return found + next((list(one.moves) for one in strategies if one.id == self.strategy), [])

    def as_list(self) -> list[Change]:
        """The changes in the words of the engine."""
        return [*(NewAnswer(question, value) for question, value in self.answers.items()), *self.moves()]


def _own(interview: Interview, question: str) -> Any:
    """The person's own answer as JSON; None where there is none."""
    value = interview.path.facts.values.get(question)
    return None if value is None else json_of(value)
