"""What answers say, as numbers: the inputs a scorecard is computed from. Moves and draws change these, nothing else."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from aijri_engine.content.base import RUNGS, Rung
from aijri_engine.content.meanings import EMPLOYER, GROWTH, LEVEL, MARKET, PRACTICE, RATING
from aijri_engine.content.once import Once
from aijri_engine.content.questions import Effects
from aijri_engine.content.role import Role
from aijri_engine.index import EVIDENCE
from aijri_engine.interview.form import CompiledRule
from aijri_engine.interview.interview import Interview
from aijri_engine.interview.rating import anchored, rated_score


@dataclass(frozen=True, slots=True)
class Floor:
    """A task scores at least `score`; `part` of the way counts."""

    score: float
    part: float = 1.0
    cause: str = PRACTICE
    """The question that says so."""


@dataclass(frozen=True, slots=True)
class OwnWork:
    """A row of other work."""

    id: str
    name: str
    rating: float | None
    """Score 1-5 from the three anchored questions; None when not rated."""


@dataclass(frozen=True)
class Inputs(Once):
    """Everything personal that enters an index, in the units of the method.

    Shares are percent of the week by task and own row and add up to 100. A task without an entry in `rungs` was not
    described. `barriers` and `protective` hold only what the person set; `causes` says by which question.
    """

    role: Role
    shares: Mapping[str, float]
    rungs: Mapping[str, tuple[Rung, ...]]
    level: str | None = None
    employer: str | None = None
    floors: Mapping[str, Floor] = field(default_factory=dict)
    involvement: Mapping[str, str] = field(default_factory=dict)
    own: tuple[OwnWork, ...] = ()
    barriers: Mapping[str, float] = field(default_factory=dict)
    protective: Mapping[str, float] = field(default_factory=dict)
    causes: Mapping[str, str] = field(default_factory=dict)
    """Barrier or principle -> question that set it."""
    moved_barriers: Mapping[str, float] = field(default_factory=dict)
    """Barriers of a what-if, on top of the person's own."""
    evidence: Mapping[str, float] = field(default_factory=dict)
    """Market figures of a what-if; empty: the role's."""
    growth: float | None = None
    """Growth of a what-if; None: the role's."""
    published: Mapping[str, float] = field(default_factory=dict)
    """Published task scores of a what-if; the ladder moves with them."""
    ratings: Mapping[str, float] = field(default_factory=dict)
    """Rows of a starting table that the person rated -> score, 1-5; in place of the table's."""
    seen: Mapping[str, float] = field(default_factory=dict)
    """Market signals that no dated source says -> what the person saw, -2..2."""
    seen_growth: float | None = None
    """What the person saw AI do to the demand for such work, -2..2, where the role does not know."""
    notes: tuple[str, ...] = ()
    says: Mapping[str, str] = field(default_factory=dict)
    """Question -> what its answer is called inside a sentence."""

    def shift(self, task_id: str) -> float:
        """Score steps by which a what-if moves the ladder of a task."""
        if task_id not in self.published:
            return 0.0
        task = self.role.task(task_id)
        return self.published[task_id] - task.score if task else 0.0

    @property
    def growth_now(self) -> float:
        """Growth of the what-if, else what the person saw, else the role's."""
        if self.growth is not None:
            return self.growth
        return self.role.growth.score if self.seen_growth is None else self.seen_growth

    def barrier(self, name: str) -> float:
        """Level of a barrier: of the what-if, else the person's own, else the role's."""
        if name in self.moved_barriers:
            return float(self.moved_barriers[name])
        return float(self.barriers.get(name, getattr(self.role.barriers, name).score))

    def effective_rungs(self, task_id: str) -> tuple[Rung, ...]:
        """How a task is done: as described, else as expected from level and employer."""
        described = self.rungs.get(task_id)
        if described:
            return described
        task = self.role.task(task_id)
        return (self.role.expected_rung(task, self.level, self.employer),) if task else ()


def base_inputs(role: Role) -> Inputs:
    """Nothing answered."""
    return Inputs(role, {task.id: task.share for task in role.tasks}, {})


def _apart(name: str, role: Role) -> str:
    """The name of a row of other work, marked where a task of the role is called so as well."""
    alike = {said.casefold() for task in role.tasks for said in (task.id, task.short, task.ask)}
    return f"{name} (own row)" if name.casefold() in alike else name


def inputs_of(interview: Interview) -> Inputs:
    """What the answers on the path say. Parked, stale, not-sure and declined answers say nothing."""
    facts = interview.path.facts
    effects = fired(interview)
    split = facts.split
    return Inputs(
        role=interview.form.role,
        shares={**split.shares, **split.own_shares},
        rungs=_rungs(effects),
        level=_text(facts.values.get(LEVEL)),
        employer=_text(facts.values.get(EMPLOYER)),
        floors=_floors(effects),
        involvement={rule.task: then.involvement for rule, then in effects if rule.task and then.involvement},
        own=tuple(
            OwnWork(row.id, _apart(row.name, interview.form.role), _rating(interview, row.id))
            for row in split.own
            if row.amount > 0
        ),
        barriers=_highest(effects, "barriers"),
        protective=_highest(effects, "protective"),
        causes=_causes(effects),
        ratings=_ratings(interview),
        seen=_seen(interview),
        seen_growth=_seen_growth(interview),
        notes=tuple(then.note for _, then in effects if then.note),
        says=interview.form.says,
    )


def fired(interview: Interview) -> list[tuple[CompiledRule, Effects]]:
    """The rules that apply, in file order. Unknown never applies a rule."""
    facts = interview.path.facts
    return [(rule, rule.rule.then) for rule in interview.form.rules if rule.applies(facts) is True]


def _text(value: object) -> str | None:
    return value if isinstance(value, str) else None


def _rungs(effects: list[tuple[CompiledRule, Effects]]) -> dict[str, tuple[Rung, ...]]:
    found: dict[str, tuple[Rung, ...]] = {}
    for rule, then in effects:
        if rule.task is not None and then.rung is not None and then.rung not in found.get(rule.task, ()):
            found[rule.task] = (*found.get(rule.task, ()), then.rung)
    return {task: tuple(sorted(rungs, key=RUNGS.index)) for task, rungs in found.items()}


def _floors(effects: list[tuple[CompiledRule, Effects]]) -> dict[str, Floor]:
    return {
        rule.task: Floor(then.score_at_least, then.part, rule.rule.cause)
        for rule, then in effects
        if rule.task is not None and then.score_at_least is not None
    }


def _highest(effects: list[tuple[CompiledRule, Effects]], group: str) -> dict[str, float]:
    """Level by dimension; of several rules the highest."""
    found: dict[str, float] = {}
    for _, then in effects:
        for name, level in getattr(then, group).items():
            found[name] = max(found.get(name, 0), level)
    return found


def _causes(effects: list[tuple[CompiledRule, Effects]]) -> dict[str, str]:
    return {name: rule.rule.cause for rule, then in effects for name in (*then.barriers, *then.protective)}


def _rating(interview: Interview, row_id: str) -> float | None:
    given = interview.path.facts.values.get(f"{RATING}.{row_id}")
    return rated_score(interview.form.question(RATING), given)


def _ratings(interview: Interview) -> dict[str, float]:
    if not interview.form.role.starting_table:
        return {}
    rated = {task_id: _rating(interview, task_id) for task_id in interview.form.role.task_ids()}
    return {task_id: score for task_id, score in rated.items() if score is not None}


def _seen(interview: Interview) -> dict[str, float]:
    asked = interview.form.role.asked_signals
    question = interview.form.meant(MARKET)
    given = interview.path.facts.values.get(question.id) if asked and question else None
    if question is None or not isinstance(given, Mapping):
        return {}
    values = {row.id: anchored(row.options, given.get(row.id)) for row in question.rows if row.id in asked}
    return {name: float(value) for name, value in values.items() if value is not None}


def _seen_growth(interview: Interview) -> float | None:
    question = interview.form.meant(GROWTH)
    if question is None or interview.form.role.growth.known:
        return None
    value = anchored(question.options, interview.path.facts.values.get(question.id))
    return None if value is None else float(value)


def evidence_of(inputs: Inputs) -> dict[str, float]:
    """Evidence by dimension (or its total): of a what-if, else what the person saw, else the role's."""
    figures = {name: inputs.seen.get(name, getattr(inputs.role.evidence, name).score) for name in EVIDENCE}
    if "total" in inputs.evidence:
        return {"total": inputs.evidence["total"]}
    return {**figures, **inputs.evidence}
