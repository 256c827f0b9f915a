"""What is in doubt about a person's inputs, and how much: one column of draws for each question.

Each question draws from its own random stream, named by seed and question. So an answer changes only its own draws,
and two results are compared draw by draw.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from aijri_engine.content.base import RUNGS
from aijri_engine.content.meanings import FROM_CALENDAR, SPLIT
from aijri_engine.interview.form import Asked, Form
from aijri_engine.interview.interview import Interview
from aijri_engine.interview.kinds import kind_of
from aijri_engine.interview.values import UNKNOWN, Split
from aijri_engine.personal.doubt_settings import SETTINGS, DoubtSettings
from aijri_engine.personal.inputs import Inputs, inputs_of
from aijri_engine.personal.rule_levels import barrier_questions
from aijri_engine.personal.scored import moving_questions
from aijri_engine.personal.streams import Drawn, chosen, uniforms


@dataclass(frozen=True, slots=True)
class Doubt:
    """Inputs and what is known about how sure each of them is."""

    inputs: Inputs
    seed: int
    sd: float
    """Points of time a row."""
    rounded: bool
    """Every row is a multiple of five and the basis is not a calendar."""
    odds: Mapping[str, Mapping[str, float]]
    """Question (of a grid: question.row) -> option -> probability, for what is on the path without an answer."""
    unnamed: Mapping[str, float]
    """Barriers whose answer came without the rule or record that is asked for, and the level with it."""
    form: Form
    values: Mapping[str, Any]
    """Answers on the path, by key."""
    settings: DoubtSettings = SETTINGS

    def uniforms(self, name: str, count: int) -> Sequence[float]:
        """Numbers from 0 up to 1 of the random stream of one question."""
        return uniforms(self.seed, name, count)

    def chosen(self, name: str, of: Sequence[Drawn], weights: Sequence[float], count: int) -> list[Drawn]:
        """Draws of one of these by the random stream of one question, each as often as its weight says."""
        return chosen(self.seed, name, count, of, weights)


def doubt_of(interview: Interview, inputs: Inputs | None = None, settings: DoubtSettings = SETTINGS) -> Doubt:
    """What is in doubt about this interview's answers."""
    split_step = interview.path.step(SPLIT)
    own_split = split_step is not None and split_step.state == "answered"
    form, values = interview.form, interview.path.facts.values
    basis = values.get(form.key_of("basis"))
    spreads = {FROM_CALENDAR: settings.sd_calendar, "thought": settings.sd_thought}
    sd = spreads.get(str(basis), settings.sd_guess) if own_split else settings.sd_borrowed
    found = inputs or inputs_of(interview)
    return Doubt(
        inputs=found,
        seed=interview.seed,
        sd=sd,
        rounded=own_split
        and basis != FROM_CALENDAR
        and _in_steps(interview.path.split, settings.rounding_step),
        odds=_open_odds(interview),
        unnamed=_unnamed(interview, found),
        form=form,
        values=values,
        settings=settings,
    )


def _in_steps(split: Split, step: float) -> bool:
    return all(abs(share / step - round(share / step)) < 1e-9 for share in split.shares.values())


def _open_odds(interview: Interview) -> dict[str, Mapping[str, float]]:
    values = interview.path.facts.values
    found: dict[str, Mapping[str, float]] = {}
    for step in interview.path.steps:
        odds = _odds(interview.form, step.asked)
        if odds and step.asked.question.takes.rows:
            given = values.get(step.key) or {}
            found |= {
                f"{step.key}.{row.id}": odds
                for row in step.asked.rows
                if given.get(row.id, UNKNOWN[0]) in UNKNOWN
            }
        elif odds and step.key not in values:
            found[step.key] = odds
    return found


def _odds(form: Form, asked: Asked) -> Mapping[str, float]:
    """Odds of the options as written; of a scored question without any, all alike [ours]."""
    question = asked.question
    if question.odds or question.meaning is not None or question.id not in moving_questions(form):
        return question.odds
    names = [name for name, _ in kind_of(question.kind).answers(asked)] if question.has_options else []
    return dict.fromkeys(names, 1.0 / len(names)) if names else {}


def _unnamed(interview: Interview, inputs: Inputs) -> dict[str, float]:
    """Barriers whose answer would stand higher with something named beside it, and that level."""
    values = interview.path.facts.values
    found: dict[str, float] = {}
    for key, question in barrier_questions(interview.form).items():
        if key in values:
            higher = question.unnamed(values[key])
            found |= {
                name: level for name, level in higher.items() if inputs.barriers.get(name, level) < level
            }
    return found


@dataclass(frozen=True, slots=True)
class Columns:
    """One list of `count` values for each thing in doubt; a plain number where there is no doubt."""

    count: int
    scores: Mapping[str, Sequence[float] | float]
    shares: Mapping[str, Sequence[float]]
    """Percent, normalised, row by row; empty when shares are held."""
    barriers: Sequence[float] | float
    """Total."""
    market: Sequence[float] | float
    """Evidence modifier times growth modifier."""


def described_odds(
    own: Sequence[int], ladder: Sequence[float], settings: DoubtSettings
) -> tuple[list[float], list[float]]:
    """Scores and probabilities of a described rung: kept, or a neighbouring rung. Of two rungs: halfway, or one.

    In the order of the ladder, so that in paired draws a deeper rung never comes out less deep.
    """
    kept, rest = settings.described_kept, 1.0 - settings.described_kept
    if len(own) > 1:
        low, high = ladder[min(own)], ladder[max(own)]
        return [low, (low + high) / 2, high], [rest / 2, kept, rest / 2]
    places = [place for place in (own[0] - 1, own[0], own[0] + 1) if 0 <= place < len(ladder)]
    beside = rest / (len(places) - 1)
    return [ladder[place] for place in places], [kept if place == own[0] else beside for place in places]


def expected_odds(expected: int, settings: DoubtSettings) -> list[float]:
    """Probability of each rung for a task nobody described."""
    neighbours = [place for place in (expected - 1, expected + 1) if 0 <= place < len(RUNGS)]
    kept = settings.expected_kept if len(neighbours) > 1 else settings.expected_kept_at_end
    odds = [0.0] * len(RUNGS)
    odds[expected] = kept
    for place in neighbours:
        odds[place] = (1.0 - kept) / len(neighbours)
    return odds
