"""From answers to the numbers of the method, for all rows at once: the score rule of `aijri_engine/README.md`."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import product
from typing import Any

import narwhals as nw

from aijri_engine.cohort.answers import Lookup
from aijri_engine.cohort.columns import OTHERS, POSITION, flat
from aijri_engine.cohort.conditions import holds
from aijri_engine.cohort.units import Unit, Units
from aijri_engine.cohort.week import share, total
from aijri_engine.content.base import RUNGS
from aijri_engine.content.meanings import MARKET, RATING
from aijri_engine.content.role_tasks import Task
from aijri_engine.index import BARRIERS, SCORE_MAX, SCORE_MIN
from aijri_engine.interview.rating import RATING_SCORES, UNSURE_POINTS
from aijri_engine.interview.values import UNKNOWN
from aijri_engine.personal.inputs import base_inputs
from aijri_engine.personal.personalise import LIMIT, personalise_inputs

Stage = list[nw.Expr]

DEPTH = "depth"
"""Cause of a described way of doing a task."""


def score(row: str) -> nw.Expr:
    """The person's score of a task, 1-5, or of a row of other work; an unrated one has the mean of what is known."""
    return nw.col(f"score_{row}")


def rating(row: str) -> nw.Expr:
    """Score of a rated row of other work that has time, else 0.0."""
    return nw.col(f"rating_{row}")


def described(row: str) -> nw.Expr:
    """1.0 where the person said how they do the task, or rated the row of other work, else 0.0."""
    return as_number(rating(row) > 0) if row in OTHERS else nw.col(f"described_{row}")


def as_number(truth: nw.Expr) -> nw.Expr:
    """1.0 or 0.0, by which engines multiply faster than they choose."""
    return truth.cast(nw.Float64)


def within(value: nw.Expr, low: float, high: float) -> nw.Expr:
    """The value or the end of the range it lies beyond; it is never null, for which `clip` would look."""
    return nw.max_horizontal(nw.min_horizontal(value, nw.lit(float(high))), nw.lit(float(low)))


@dataclass(frozen=True, slots=True)
class Delta:
    """A cause moves the score of a task by the figure in a column."""

    cause: str
    task: str
    column: str


class Scores:
    """What the rules make of the answers, and the arithmetic from there to the scores of a row."""

    def __init__(self, units: Units) -> None:
        self.units, self.form = units, units.form
        self.positions = [name for name in POSITION if name in units.cells]
        self.barrier_causes = {
            name: rule.cause
            for rule in self.form.file.all_rules()
            for name in rule.then.barriers
            if name in BARRIERS
        }

    def unit_columns(self, unit: Unit, looker: Lookup) -> Iterator[nw.Expr]:
        """Of a task: is it described, its move and its floor. Of other answers: barriers and expectations."""
        task = next((task for task in self.form.role.tasks if task.id == unit.item), None)
        if task is not None:
            yield from self._described(task, unit, looker)
            yield from self._floor(task, unit, looker)
        else:
            yield from self._barriers(unit, looker)
            yield from self._seen(unit, looker)
            if any(cell.key in self.positions for cell in unit.cells):
                yield from self._positions()

    def _seen(self, unit: Unit, looker: Lookup) -> Iterator[nw.Expr]:
        """Of market signals that no dated source says: what the person saw, less the role's figure."""
        for cell in unit.cells:
            for row in cell.asked.question.rows if cell.asked.question.meaning == MARKET else ():
                if cell.key != f"{cell.asked.key}.{row.id}":
                    continue
                known, found = looker.look("answer", cell.key), nw.lit(0.0)
                role = float(getattr(self.form.role.evidence, row.id).score)
                for option in row.options:
                    if option.value is not None:
                        found = nw.when(known.value == option.id).then(option.value - role).otherwise(found)
                yield nw.when(known.answered).then(found).otherwise(0.0).alias(f"seen_{row.id}")

    def stages(self) -> Iterator[Stage]:
        """Columns to add to the rows, stage by stage."""
        yield [self._unrated()]
        yield [(rating(n) + (1.0 - described(n)) * nw.col("unrated")).alias(f"score_{n}") for n in OTHERS]

    def inputs(self, task: Task) -> list[str]:
        """Columns of a task's unit that its score comes from."""
        parts = [f"part_{cause}_{task.id}" for cause in self._lifting(task)]
        return [f"said_{task.id}", f"floor_{task.id}", f"move_{task.id}", *parts]

    @property
    def expected(self) -> list[str]:
        """Columns of the unit of level and employer that scores come from."""
        causes = ("", *(f"{cause}_" for cause in self.positions))
        return [f"expected_{cause}{task}" for cause in causes for task in self.form.role.task_ids()]

    def score_stages(self, task: Task) -> Iterator[Stage]:
        """From those to the score of a task, and to what each cause moves it by.

        A task is scored as described; else as level and employer expect where it has time; else as published.
        """
        said, timed, before, lifted = map(
            nw.col, (f"said_{task.id}", f"has_time_{task.id}", "before", "lifted")
        )
        published = nw.lit(float(task.score))
        other = nw.when(timed).then(nw.col(f"expected_{task.id}")).otherwise(published)
        yield [nw.when(said > 0).then(said).otherwise(other if self.positions else published).alias("before")]
        missing = nw.max_horizontal(nw.col(f"floor_{task.id}") - before, nw.lit(0.0))
        lifts = {cause: nw.col(f"part_{cause}_{task.id}") * missing for cause in self._lifting(task)}
        yield [total([before, *lifts.values()]).alias("lifted")]
        yield [lifted.clip(SCORE_MIN, SCORE_MAX).alias(f"score_{task.id}")]
        moved = {f"{cause}.{task.id}": lift for cause, lift in lifts.items()}
        for cause in self.positions:
            expected = nw.col(f"expected_{cause}_{task.id}")
            moved[cause] = nw.when((said == 0) & timed).then(expected).otherwise(0.0)
        moved[LIMIT] = score(task.id) - lifted
        yield [move.alias(_column(cause, task)) for cause, move in moved.items()]

    @property
    def deltas(self) -> list[Delta]:
        """What moves the score of a task, in the order of one person's."""
        found = []
        for task in self.form.role.tasks:
            found += [Delta(cause, task.id, _column(cause, task)) for cause in self.positions]
            found.append(Delta(f"{DEPTH}.{task.id}", task.id, f"move_{task.id}"))
        for task in self.form.role.tasks:
            causes = [f"{cause}.{task.id}" for cause in self._lifting(task)]
            found += [Delta(cause, task.id, _column(cause, task)) for cause in causes]
        return found + [Delta(LIMIT, task.id, _column(LIMIT, task)) for task in self.form.role.tasks]

    def _described(self, task: Task, unit: Unit, looker: Lookup) -> Iterator[nw.Expr]:
        """Whether a rung was named, the mean ladder score of those named, and what it is above the published one."""
        points, count = nw.lit(0.0), nw.lit(0.0)
        for rung in RUNGS:
            named = [rule for rule in unit.rules if rule.rule.then.rung == rung]
            rules = [holds(rule.rule.when, looker.ask, rule.task) for rule in named]
            flag = nw.any_horizontal(nw.lit(False), *rules, ignore_nulls=False)
            points = points + nw.when(flag).then(float(task.ladder.rung(rung).score)).otherwise(0.0)
            count = count + nw.when(flag).then(1.0).otherwise(0.0)
        move = points / count - task.score
        yield as_number(count > 0).alias(f"described_{task.id}")
        yield nw.when(count > 0).then(task.score + move).otherwise(0.0).alias(f"said_{task.id}")
        yield nw.when(count > 0).then(move).otherwise(0.0).alias(f"move_{task.id}")

    def _floor(self, task: Task, unit: Unit, looker: Lookup) -> Iterator[nw.Expr]:
        """The score a task has at least, and the part of the way that counts, by cause; of several rules the last."""
        floor, parts = nw.lit(0.0), {cause: nw.lit(0.0) for cause in self._lifting(task)}
        for rule in unit.rules:
            then = rule.rule.then
            if then.score_at_least is not None:
                applies = holds(rule.rule.when, looker.ask, rule.task)
                floor = nw.when(applies).then(float(then.score_at_least)).otherwise(floor)
                for cause, part in parts.items():
                    counts = float(then.part) if cause == rule.rule.cause else 0.0
                    parts[cause] = nw.when(applies).then(counts).otherwise(part)
        yield floor.alias(f"floor_{task.id}")
        for cause, part in parts.items():
            yield part.alias(f"part_{cause}_{task.id}")

    def _lifting(self, task: Task) -> tuple[str, ...]:
        """Causes that lift the score of a task to a floor."""
        rules = (rule.rule for rule in self.form.rules if rule.task == task.id)
        return tuple(dict.fromkeys(rule.cause for rule in rules if rule.then.score_at_least is not None))

    def _barriers(self, unit: Unit, looker: Lookup) -> Iterator[nw.Expr]:
        """The highest level that applies, else the role's."""
        for name in dict.fromkeys(name for rule in unit.rules for name in rule.rule.then.barriers):
            found = nw.lit(-1.0)
            for rule in unit.rules:
                if name in rule.rule.then.barriers:
                    level = float(rule.rule.then.barriers[name])
                    applies = holds(rule.rule.when, looker.ask)
                    found = nw.max_horizontal(found, nw.when(applies).then(level).otherwise(-1.0))
            published = float(getattr(self.form.role.barriers, name).score)
            yield nw.when(found >= 0).then(found).otherwise(published).alias(f"barrier_{name}")

    def _positions(self) -> Iterator[nw.Expr]:
        """What level and employer expect of an undescribed task, as for one person who said nothing else."""
        moves = {(cause, task): nw.lit(0.0) for cause in self.positions for task in self.form.role.task_ids()}
        options = [
            (None, *(choice.id for choice in self.units.cells[name].asked.choices)) for name in self.positions
        ]
        for said in product(*options):
            known: dict[str, Any] = dict(zip(self.positions, said, strict=True))
            chosen = [nw.col(f"value_{name}").fill_null("") == (one or "") for name, one in known.items()]
            here = nw.all_horizontal(*chosen, ignore_nulls=False)
            inputs = replace(base_inputs(self.form.role), **known)
            for one in personalise_inputs(inputs).contributions:
                name = one.cause, one.element[1]
                if name in moves:
                    moves[name] = nw.when(here).then(one.delta).otherwise(moves[name])
        for task in self.form.role.tasks:
            expected = [moves[cause, task.id] for cause in self.positions]
            yield total([nw.lit(float(task.score)), *expected]).alias(f"expected_{task.id}")
        yield from (move.alias(f"expected_{cause}_{task}") for (cause, task), move in moves.items())

    def barrier(self, name: str) -> nw.Expr:
        """Level of a barrier: the person's own, else the role's."""
        published = float(getattr(self.form.role.barriers, name).score)
        return nw.col(f"barrier_{name}") if name in self.barrier_causes else nw.lit(published)

    def _unrated(self) -> nw.Expr:
        """Score of a row of other work that was not rated: the mean of what is known, weighted by time."""
        tasks = self.form.role.tasks
        known = total([share(one.id) for one in tasks])
        weighted = total([share(one.id) * score(one.id) for one in tasks])
        for name in OTHERS:
            known = known + described(name) * share(name)
            weighted = weighted + rating(name) * share(name)
        published = sum(one.share * one.score for one in tasks) / sum(one.share for one in tasks)
        mean = nw.when(known > 0).then(weighted / known).otherwise(published)
        return within(mean, SCORE_MIN, SCORE_MAX).alias("unrated")

    def points_of_rating(self, name: str) -> nw.Expr:
        """Sum of the anchored answers, 0-6; null where no cell of the rating is filled in."""
        question = self.form.question(RATING)
        points, said = nw.lit(0), nw.lit(False)
        for row in question.rows if question else ():
            cell = nw.col(f"{name}_{row.id}")
            found = nw.lit(UNSURE_POINTS)
            for option in row.options:
                if option.value is not None and option.id not in UNKNOWN:
                    found = nw.when(cell == option.id).then(option.value).otherwise(found)
            points, said = points + found, said | (cell != "")
        return nw.when(said).then(points).alias(f"points_{name}")

    def said_rating(self, name: str) -> nw.Expr:
        """Score 1-5 of a rated row, from those points; it counts where the row has time."""
        rated = nw.lit(0.0)
        for points, one in enumerate(RATING_SCORES):
            rated = nw.when(nw.col(f"points_{name}") == points).then(float(one)).otherwise(rated)
        return nw.when(nw.col(f"has_time_{name}")).then(rated).otherwise(0.0).alias(f"rating_{name}")


def _column(cause: str, task: Task) -> str:
    return f"delta_{flat(cause)}__{task.id}"
