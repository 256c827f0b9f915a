"""What is changed in a what-if: pure state, turned into the changes that the engine understands."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from aijri_engine.content.base import RUNGS
from aijri_engine.content.moves import Move, ShareMove
from aijri_engine.interview.interview import Interview
from aijri_engine.interview.telling import value_text
from aijri_engine.personal.personalise import Personalisation, personalise
from aijri_engine.personal.what_if import Change

SHARE_STEP = 5.0
"""Points of time per press [ours]."""

NEARLY_NOTHING = 1e-9
"""Points of time; smaller is what adding floats explains."""

SINGLE = ("employer", "level", "oversight", "signature")
"""Questions with one answer that can move the index, in the order of the page."""

FIGURES = (
    ("growth", "AI growth of the role", -2.0, 2.0),
    ("evidence", "market evidence of the role", -10.0, 10.0),
)
"""Figures of the role that a person may vary: id, words, lowest, highest."""


@dataclass(frozen=True)
class Changes:
    """Changes to one person's numbers. Empty is exactly the person as they are."""

    interview: Interview
    shares: Mapping[str, float] = field(default_factory=dict)
    """Task or own row to points more (negative: fewer) than now; they sum to nothing."""
    rungs: Mapping[str, str] = field(default_factory=dict)
    answers: Mapping[str, str] = field(default_factory=dict)
    """Question (or grid row `practice.train`) to option."""
    figures: Mapping[str, float] = field(default_factory=dict)
    partner: str = ""
    """The row that gives and takes time; empty: the largest other one."""
    strategy: str = ""
    """A recommendation that is tried as it stands."""

    @property
    def personal(self) -> Personalisation:
        """The person as they are."""
        return personalise(self.interview)

    @property
    def empty(self) -> bool:
        """Nothing is changed."""
        return not (self.shares or self.rungs or self.answers or self.figures or self.strategy)

    def reset(self) -> "Changes":
        """Exactly as before."""
        return Changes(self.interview)

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
        points = min(SHARE_STEP, self.share(source))
        if points <= 0:
            return self
        moved = {**self.shares}
        moved[source] = moved.get(source, 0.0) - points
        moved[target] = moved.get(target, 0.0) + points
        return replace(
            self,
            shares={name: change for name, change in moved.items() if abs(change) > NEARLY_NOTHING},
            partner=partner,
        )

    def rung(self, task: str) -> str:
        """The rung of a task with the changes (of two, the deeper)."""
        if task in self.rungs:
            return self.rungs[task]
        found = next(one for one in self.personal.tasks if one.id == task)
        return found.rungs[-1]

    def deeper(self, task: str, step: int) -> "Changes":
        """Another rung."""
        place = RUNGS.index(self.rung(task)) + step
        wanted = RUNGS[max(0, min(len(RUNGS) - 1, place))]
        now = next(one for one in self.personal.tasks if one.id == task).rungs
        rungs = {**self.rungs, task: wanted}
        if now == (wanted,):
            del rungs[task]
        return replace(self, rungs=rungs)

    def options(self, key: str) -> list[tuple[str, str]]:
        """Options of a question or grid row: id and words."""
        question, _, row_id = key.partition(".")
        asked = self.interview.asked(question)
        if asked is None:
            return []
        row = asked.row(row_id) if row_id else None
        return [(one.id, one.name) for one in (row.choices if row else asked.choices)]

    def answer(self, key: str) -> str:
        """The option a question has with the changes; empty while it has none."""
        if key in self.answers:
            return self.answers[key]
        return answered(self.interview, key)

    def other_answer(self, key: str, step: int) -> "Changes":
        """The next or the previous option."""
        ids = [one for one, _ in self.options(key)]
        now = self.answer(key)
        place = ids.index(now) + step if now in ids else (0 if step > 0 else len(ids) - 1)
        wanted = ids[max(0, min(len(ids) - 1, place))]
        answers = {**self.answers, key: wanted}
        if wanted == answered(self.interview, key):
            del answers[key]
        return replace(self, answers=answers)

    def figure(self, name: str) -> float:
        """A figure of the role with the changes."""
        if name in self.figures:
            return self.figures[name]
        card = self.personal.scorecard
        return card.growth if name == "growth" else card.evidence_total

    def other_figure(self, name: str, step: int) -> "Changes":
        """One point more or less."""
        low, high = next((low, high) for one, _, low, high in FIGURES if one == name)
        wanted = max(low, min(high, self.figure(name) + step))
        figures = {**self.figures, name: wanted}
        card = self.personal.scorecard
        if wanted == (card.growth if name == "growth" else card.evidence_total):
            del figures[name]
        return replace(self, figures=figures)

    def as_list(self) -> list[Change]:
        """The changes in the words of the engine."""
        found: list[Change] = [f"{key}={value}" for key, value in self.answers.items()]
        found += [f"rung.{task}={rung}" for task, rung in self.rungs.items()]
        found += share_moves(self.shares)
        found += [f"{name}={value:g}" for name, value in self.figures.items()]
        if self.strategy:
            strategies = self.interview.library.strategies(self.interview.role_id)
            found += next((list(one.moves) for one in strategies if one.id == self.strategy), [])
        return found


def answered(interview: Interview, key: str) -> str:
    """The option a question or grid row has; empty where there is none."""
    question, _, row = key.partition(".")
    step = interview.step(key if interview.step(key) else question)
    value = step.value if step is not None else None
    if isinstance(value, Mapping):
        value = value.get(row)
    return value if isinstance(value, str) else ""


def share_moves(changes: Mapping[str, float]) -> list[Move]:
    """Moves of time that bring these changes about: givers and takers paired in order."""
    give = {name: -points for name, points in changes.items() if points < 0}
    take = {name: points for name, points in changes.items() if points > 0}
    moves: list[Move] = []
    for source in give:
        for target in take:
            points = min(give[source], take[target])
            if points <= NEARLY_NOTHING:
                continue
            parts = {"from": source, "to": target, "points": points}
            moves.append(Move(share=ShareMove.model_validate(parts)))
            give[source] -= points
            take[target] -= points
    return moves


def words_of(interview: Interview, key: str, option: str) -> str:
    """An option in words."""
    question, _, row_id = key.partition(".")
    asked = interview.asked(question)
    if asked is None or not option:
        return "not answered"
    row = asked.row(row_id) if row_id else None
    if row is not None:
        return next((one.name for one in row.choices if one.id == option), option)
    return value_text(asked, option)
