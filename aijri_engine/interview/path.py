"""The path: which questions are asked, in one forward pass over the form, with the state of each."""

from collections.abc import Container, Hashable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any, Literal

from aijri_engine.content.conditions import GAP, LARGER
from aijri_engine.content.meanings import RATING
from aijri_engine.content.meanings import SPLIT as SPLIT
from aijri_engine.content.questions import Question
from aijri_engine.interview.accept import accept
from aijri_engine.interview.events import Answers, Entry
from aijri_engine.interview.form import Asked, Form, with_rows
from aijri_engine.interview.kinds import Canonical, kind_of
from aijri_engine.interview.rating import rated_score
from aijri_engine.interview.small_rows import is_wished, too_small_to_be_asked, wishes
from aijri_engine.interview.values import (
    STATE_WORDS,
    UNKNOWN,
    OwnRow,
    Problem,
    Split,
    own_row_id,
    part_row_id,
    role_split,
)

State = Literal["off_path", "open", "answered", "not_sure", "declined", "borrowed", "stale"]
"""Computed, never stored."""


GAP_OF_RATING = f"{RATING}.{GAP}."
"""What a condition calls the gap between a rating and the table, before the row."""


@dataclass(frozen=True, slots=True)
class Step:
    """A question on the path with the state of its answer."""

    asked: Asked
    state: State
    entry: Entry | None = None
    value: Canonical = None
    """Canonical; None unless answered or borrowed, or open only for rows that came up since."""

    def __repr__(self) -> str:
        return f"<Step {self.key}, {self.state}>"

    @property
    def key(self) -> str:
        """Key of the question."""
        return self.asked.key

    @property
    def confirmed(self) -> bool:
        """Answered as in the sitting before, and nothing of it is open."""
        return self.settled and self.entry is not None and self.entry.confirmed

    @property
    def settled(self) -> bool:
        """Needs no asking: answered, borrowed, not sure or declined."""
        return self.state not in ("open", "stale")


@dataclass(frozen=True, slots=True)
class Path:
    """Every question that applies, in order, and what the answers say."""

    steps: tuple[Step, ...]
    facts: "PathFacts"
    parked: tuple[str, ...]
    """Keys with an answer that is off the path: kept, not read."""
    unasked: tuple[Step, ...] = ()
    """Questions about rows that are too small to be asked about unless that is wished."""

    def __repr__(self) -> str:
        return f"<Path of {len(self.steps)} steps>"

    @property
    def split(self) -> Split:
        """The week as it counts: the role's mix while nothing was said."""
        return self.facts.split

    def step(self, key: str) -> Step | None:
        """The step of that key; None off the path."""
        return next((step for step in self.steps if step.key == key), None)

    def next_open(self) -> Step | None:
        """The first question that still wants an answer."""
        return next((step for step in self.steps if not step.settled), None)


class PathFacts:
    """What conditions may look at: answers on the path so far, and figures of the role."""

    __slots__ = ("_form", "collections", "split", "states", "values")

    def __init__(self, form: Form) -> None:
        self._form = form
        self.values: dict[str, Canonical] = {}
        self.states: dict[str, str] = {}
        self.collections: dict[str, tuple[str, ...]] = {}
        self.split: Split = role_split(form.role_shares)

    def value(self, source: str, name: str) -> Any:
        """Value of an answer or of a figure of the role; None when unknown."""
        if source == "role":
            return self._form.role.id if name == "id" else self._form.role.growth.score
        if name.startswith(GAP_OF_RATING):
            return self._rating_gap(name.removeprefix(GAP_OF_RATING))
        if name.startswith("split."):
            return self._split_value(name[6:])
        found = self.values.get(name)
        if found is None:
            return self.collections.get(name) or self._row_value(name)
        return found

    def _rating_gap(self, item: str) -> float | None:
        """How far the rating of a row lies from its score in the table, in score steps."""
        task = self._form.role.task(item)
        score = rated_score(self._form.question(RATING), self.values.get(f"{RATING}.{item}"))
        return None if task is None or score is None else abs(score - task.score)

    def _row_value(self, name: str) -> Any:
        question, _, row = name.partition(".")
        grid = self.values.get(question)
        chosen = grid.get(row) if row and isinstance(grid, Mapping) else None
        return None if chosen in UNKNOWN else chosen

    def _split_value(self, name: str) -> float | None:
        if not self.split.given:
            return None
        if name == "@largest":
            return self.split.largest
        if name == "@spread":
            return self.split.spread
        if name == "@outside":
            return self.split.outside
        shares = self.split.shares
        if name.startswith(f"{LARGER}."):
            return _larger(shares, name.removeprefix(f"{LARGER}."))
        return shares[name] if name in shares else self.split.own_shares.get(name)

    def state(self, name: str) -> Literal["answered", "not_sure", "other"]:
        """State of an answer for the tests `answered` and `not_sure`."""
        found = self.states.get(name)
        if found is None and (name in self.collections or self._row_value(name) is not None):
            return "answered"
        if found in ("answered", "borrowed"):
            return "answered"
        return "not_sure" if found == "not_sure" else "other"

    def learn(self, step: Step) -> None:
        """Take in an answer on the path."""
        self.states[step.key] = step.state
        if step.state not in ("answered", "borrowed") and step.value is None:
            return
        self.values[step.key] = step.value
        question = step.asked.question
        if question.for_each is not None and isinstance(step.value, (str, tuple)):
            known = self.collections.get(question.id, ())
            new = (step.value,) if isinstance(step.value, str) else step.value
            self.collections[question.id] = known + tuple(one for one in new if one not in known)
        if step.key == SPLIT:
            self.split = step.value
        elif question.part_of is not None:
            self.split = _divided(self.split, step.asked, step.value)


def _larger(shares: Mapping[str, float], row: str) -> float | None:
    """Percent of the week in rows larger than this one; of equal rows the first counts as larger."""
    ranked = sorted(shares, key=lambda name: -shares[name])
    return sum(shares[name] for name in ranked[: ranked.index(row)]) if row in shares else None


def _divided(split: Split, asked: Asked, amounts: Mapping[str, float]) -> Split:
    """The week with one task's points divided: `own` rows become other work (percent)."""
    task = asked.question.part_of or ""
    stays = sum(amount for row, amount in amounts.items() if not _own(asked, row))
    rows = tuple((name, stays if name == task else share) for name, share in split.shares.items())
    own = [OwnRow(row.id, row.name, split.own_shares[row.id]) for row in split.own]
    typed = {own_row_id(row.name) for row in own}
    own += [
        OwnRow(part_row_id(asked.question.id, row.id), _part_name(row.label, typed), amounts[row.id])
        for row in asked.rows
        if row.own and amounts.get(row.id, 0) > 0
    ]
    return replace(split, rows=rows, own=tuple(own), unit="percent", scaled=True)


def _part_name(label: str, typed: Container[str]) -> str:
    """What a part is called among other work, apart from a row that somebody called so: names tell rows in a file."""
    return label if own_row_id(label) not in typed else _part_name(f"{label} (part)", typed)


def _own(asked: Asked, row_id: str) -> bool:
    row = asked.row(row_id)
    return bool(row and row.own)


def walk(form: Form, answers: Answers) -> Path:
    """One forward pass: what is asked, and the state of each answer. Depends on nothing but its arguments."""
    facts = PathFacts(form)
    steps: list[Step] = []
    unasked: list[Step] = []
    for block in form.blocks:
        for asked in _instances(form, block, facts):
            small = too_small_to_be_asked(asked, facts)
            if small and not is_wished(asked.key, answers):
                unasked.append(Step(asked, "open"))
                continue
            step = _step(asked, form, facts, answers, wished=small)
            if step is None:
                continue
            steps.append(step)
            facts.learn(step)
    _learn_always_read(form, facts, answers)
    on_path = {step.key for step in steps}
    parked = tuple(key for key in answers.entries if key not in on_path)
    return Path(tuple(steps), facts, parked, tuple(unasked))


def hangs_on(answers: Answers) -> Iterator[Hashable]:
    """All that `walk` reads of the answers: where it is the same, so is the path and what follows from it."""
    for key, entry in answers.entries.items():
        yield key, entry.state, repr(entry.value), entry.rows, entry.from_file
    yield from wishes(answers)


def _instances(form: Form, block: tuple[Question, ...], facts: PathFacts) -> Iterable[Asked]:
    section = form.section_of(block[0].id)
    if section.when is not None and section.when.compiled()(facts) is not True:
        return
    if block[0].for_each is None:
        yield form.single[block[0].id]
    elif block[0].for_each == "task":
        for task_id in asking_order(form, facts.split):
            for question in block:
                yield form.for_task[question.id, task_id]
    else:
        for task_id in asking_order(form, facts.split) if form.role.starting_table else ():
            for question in block:
                yield form.for_task[question.id, task_id]
        for row in facts.split.own:
            for question in block:
                yield form.for_own_row(question, section, row.id, row.name)


def asking_order(form: Form, split: Split) -> list[str]:
    """Tasks by share times ladder span, the largest first; ties in table order."""
    shares = split.shares
    return sorted(
        form.role_shares,
        key=lambda task_id: -round(shares[task_id] * form.role.task(task_id).ladder.span, 9),  # type: ignore[union-attr]
    )


def _step(asked: Asked, form: Form, facts: PathFacts, answers: Answers, wished: bool = False) -> Step | None:
    if not wished and asked.when is not None and asked.when(facts) is not True:
        return None
    if asked.row_when:
        shown = {
            row.id for row, when in zip(asked.rows, asked.row_when, strict=True) if when(facts) is not False
        }
        if not shown:
            return None
        asked = with_rows(asked, shown)
    if any(choice.when is not None for choice in asked.choices):
        choices = tuple(c for c in asked.choices if c.when is None or c.when(facts) is True)
        asked = replace(asked, choices=choices)
    entry = answers.get(asked.key)
    if entry is None:
        return Step(asked, "open")
    if entry.state != "answered":
        said = dict.fromkeys(entry.rows, entry.state)
        if said and _lacks_rows(asked, said):
            return Step(asked, "open", entry, said)
        return Step(asked, entry.state, entry)
    value = accept(with_all_rows(asked, form), entry.value, form, facts.split)
    if isinstance(value, Problem):
        return Step(asked, "stale", entry)
    if _lacks_rows(asked, value):
        return Step(asked, "open", entry, value)
    borrowed = isinstance(value, Split) and value.typical
    return Step(asked, "borrowed" if borrowed else "answered", entry, value)


def _lacks_rows(asked: Asked, value: Canonical) -> bool:
    """Rows came up since this was answered: it is open for them, and what was said of the others counts on."""
    return (
        bool(asked.row_when) and isinstance(value, Mapping) and any(row.id not in value for row in asked.rows)
    )


def with_all_rows(asked: Asked, form: Form) -> Asked:
    """The question as it takes answers: rows that dropped out of a grid keep theirs, they are only not shown."""
    return form.single[asked.question.id] if asked.row_when else asked


def _learn_always_read(form: Form, facts: PathFacts, answers: Answers) -> None:
    """How a task is done is read from an answers file even where the path would not ask it."""
    for key, entry in answers.entries.items():
        if key in facts.states or not entry.from_file or entry.state != "answered":
            continue
        asked = _always_read(form, facts.split, key)
        if asked is None:
            continue
        value = accept(asked, entry.value, form, facts.split)
        if not isinstance(value, Problem):
            facts.learn(Step(asked, "answered", entry, value))


def _always_read(form: Form, split: Split, key: str) -> Asked | None:
    question_id, _, item = key.partition(".")
    asked = form.for_task.get((question_id, item))
    if asked is not None:
        return asked if asked.question.options_from == "ladder" else None
    question = form.question(question_id)
    row = next((row for row in split.own if row.id == item), None)
    if question is None or question.for_each != "own_row" or row is None:
        return None
    return form.for_own_row(question, form.section_of(question_id), row.id, row.name)


def answer_text(step: Step) -> str:
    """The answer of a step, or the word for its state, in one line; of a grid open for some rows, both."""
    told = "" if step.value is None else value_text(step.asked, step.value)
    if step.state == "answered":
        return told
    if step.state == "borrowed":
        return f"{told} (borrowed from the role)"
    if not told:
        return STATE_WORDS[step.state]
    left = (row.short.removesuffix("?") for row in step.asked.rows if row.id not in step.value)
    return "; ".join((told, *(f"{name}: {STATE_WORDS[step.state]}" for name in left)))


def value_text(asked: Asked, value: Canonical) -> str:
    """A canonical value of this question, in one line."""
    return kind_of(asked.question.kind).tell(asked, value)
