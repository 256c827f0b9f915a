"""From answers to the numbers of the method, for all rows at once: the score rule of `aijri_engine/README.md`."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import product
from typing import Any

import narwhals as nw

from aijri_engine.cohort.answers import Lookup
from aijri_engine.cohort.columns import POSITION, flat, other_column
from aijri_engine.cohort.conditions import holds
from aijri_engine.cohort.units import Unit, Units
from aijri_engine.cohort.week import OTHERS, other_share, share, total
from aijri_engine.content.base import RUNGS
from aijri_engine.content.meanings import MARKET, RATING
from aijri_engine.content.role import Task
from aijri_engine.index import BARRIERS, SCORE_MAX, SCORE_MIN
from aijri_engine.interview.values import RATING_SCORES, UNKNOWN, UNSURE_POINTS
from aijri_engine.personal.inputs import base_inputs
from aijri_engine.personal.personalise import LIMIT, personalise_inputs

Stage = list[nw.Expr]

DEPTH = "depth"
"""Cause of a described way of doing a task."""


def score(task_id: str) -> nw.Expr:
    """The person's score of a task, 1-5."""
    return nw.col(f"score_{task_id}")


def described(task_id: str) -> nw.Expr:
    """The person said how they do the task."""
    return nw.col(f"described_{task_id}")


def other_score(number: int) -> nw.Expr:
    """Score of a row of other work; an unrated one has the weighted mean of what is known."""
    return nw.col(f"score_other_{number}")


def other_rated(number: int) -> nw.Expr:
    """The person rated the row."""
    return nw.col(f"rated_other_{number}")


def barrier(name: str) -> nw.Expr:
    """Level of a barrier: the person's own, else the role's."""
    return nw.col(f"barrier_{name}")


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
        self.deltas: list[Delta] = []
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
            if any(cell.key in POSITION for cell in unit.cells):
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
        yield self._untouched()
        yield self._moves()
        yield self._lifts()
        yield self._clamped()
        yield [
            nw.when(other_share(number) > 0).then(nw.col(_said_rating(number))).alias(f"rating_{number}")
            for number in OTHERS
        ]
        yield [self._unrated()]
        yield list(self._others())

    def _described(self, task: Task, unit: Unit, looker: Lookup) -> Iterator[nw.Expr]:
        """Whether a rung was named, and the mean ladder score of those named less the published score."""
        points, count = nw.lit(0.0), nw.lit(0.0)
        for rung in RUNGS:
            rules = [
                holds(rule.rule.when, looker.ask, rule.task)
                for rule in unit.rules
                if rule.rule.then.rung == rung
            ]
            flag = nw.any_horizontal(nw.lit(False), *rules, ignore_nulls=False)
            points = points + nw.when(flag).then(float(task.ladder.rung(rung).score)).otherwise(0.0)
            count = count + nw.when(flag).then(1.0).otherwise(0.0)
        yield (count > 0).alias(f"described_{task.id}")
        yield nw.when(count > 0).then(points / count - task.score).otherwise(0.0).alias(f"move_{task.id}")

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
        asked = [question for question in POSITION if question in self.units.cells]
        moves = {
            f"expected_{cause}_{task}": nw.lit(0.0)
            for cause in POSITION
            for task in self.form.role.task_ids()
        }
        options = [(None, *(choice.id for choice in self.units.cells[name].asked.choices)) for name in asked]
        for said in product(*options):
            here = nw.all_horizontal(*map(_is, asked, said), ignore_nulls=False)
            known: dict[str, Any] = dict(zip(asked, said, strict=True))
            inputs = replace(base_inputs(self.form.role), **known)
            for one in personalise_inputs(inputs).contributions:
                name = f"expected_{one.cause}_{one.element[1]}"
                if one.cause in POSITION:
                    moves[name] = nw.when(here).then(one.delta).otherwise(moves[name])
        yield from (move.alias(name) for name, move in moves.items())

    def _untouched(self) -> Stage:
        """Barriers that no question sets."""
        barriers = self.form.role.barriers
        return [
            nw.lit(float(getattr(barriers, name).score)).alias(f"barrier_{name}")
            for name in BARRIERS if name not in self.barrier_causes
        ]  # fmt: skip

    def _moves(self) -> Stage:
        found = []
        positions = POSITION if set(POSITION) & set(self.units.cells) else ()
        for task in self.form.role.tasks:
            for name in positions:
                expected = nw.col(f"expected_{name}_{task.id}")
                counts = ~described(task.id) & (share(task.id) > 0)
                found.append(nw.when(counts).then(expected).otherwise(0.0).alias(self._delta(name, task)))
            self.deltas.append(Delta(f"{DEPTH}.{task.id}", task.id, f"move_{task.id}"))
        return found

    def _lifts(self) -> Stage:
        found, made = [], []
        for task in self.form.role.tasks:
            missing = nw.max_horizontal(nw.col(f"floor_{task.id}") - self._so_far(task), nw.lit(0.0))
            for cause in self._lifting(task):
                one = Delta(f"{cause}.{task.id}", task.id, _column(f"{cause}.{task.id}", task))
                found.append((nw.col(f"part_{cause}_{task.id}") * missing).alias(one.column))
                made.append(one)
        self.deltas += made
        return found

    def _clamped(self) -> Stage:
        found = []
        for task in self.form.role.tasks:
            before = self._so_far(task)
            clamped = before.clip(SCORE_MIN, SCORE_MAX)
            found += [(clamped - before).alias(self._delta(LIMIT, task)), clamped.alias(f"score_{task.id}")]
        return found

    def _so_far(self, task: Task) -> nw.Expr:
        return total(
            [nw.lit(float(task.score)), *(nw.col(one.column) for one in self.deltas if one.task == task.id)]
        )

    def _delta(self, cause: str, task: Task) -> str:
        self.deltas.append(Delta(cause, task.id, _column(cause, task)))
        return _column(cause, task)

    def _unrated(self) -> nw.Expr:
        """Score of a row of other work that was not rated: the mean of what is known, weighted by time."""
        tasks = self.form.role.tasks
        known, weighted = (
            total([share(one.id) for one in tasks]),
            total([share(one.id) * score(one.id) for one in tasks]),
        )
        for number in OTHERS:
            known = known + nw.when(_rated(number)).then(other_share(number)).otherwise(0.0)
            weighted = weighted + (nw.col(f"rating_{number}") * other_share(number)).fill_null(0.0)
        published = sum(one.share * one.score for one in tasks) / sum(one.share for one in tasks)
        return nw.when(known > 0).then(weighted / known).otherwise(published).alias("unrated")

    def _others(self) -> Iterator[nw.Expr]:
        for number in OTHERS:
            found = nw.when(_rated(number)).then(nw.col(f"rating_{number}")).otherwise(nw.col("unrated"))
            yield found.clip(SCORE_MIN, SCORE_MAX).alias(f"score_other_{number}")
            yield _rated(number).alias(f"rated_other_{number}")

    def points_of_rating(self, number: int) -> nw.Expr:
        """Sum of the anchored answers, 0-6; null where no cell of the rating is filled in."""
        question = self.form.question(RATING)
        points, said = nw.lit(0), nw.lit(False)
        for row in question.rows if question else ():
            cell = nw.col(other_column(number, row.id))
            found = nw.lit(UNSURE_POINTS)
            for option in row.options:
                if option.value is not None and option.id not in UNKNOWN:
                    found = nw.when(cell == option.id).then(option.value).otherwise(found)
            points, said = points + found, said | (cell != "")
        return nw.when(said).then(points).alias(f"points_{number}")

    def said_rating(self, number: int) -> nw.Expr:
        """Score 1-5 of a rated row, from those points; it counts where the row has time."""
        rated = nw.lit(None, dtype=nw.Float64)
        for points, rating in enumerate(RATING_SCORES):
            rated = nw.when(nw.col(f"points_{number}") == points).then(float(rating)).otherwise(rated)
        return rated.alias(_said_rating(number))


def _column(cause: str, task: Task) -> str:
    return f"delta_{flat(cause)}__{task.id}"


def _is(question: str, option: str | None) -> nw.Expr:
    chosen = (nw.col(f"state_{question}") == "answered") & (nw.col(question) == (option or ""))
    return chosen if option is not None else nw.col(f"state_{question}") != "answered"


def _said_rating(number: int) -> str:
    return f"said_rating_{number}"


def _rated(number: int) -> nw.Expr:
    return ~nw.col(f"rating_{number}").is_null()
