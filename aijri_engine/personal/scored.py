"""Which questions can move an index, and in which ways each could be answered: read from the rules, never from ids."""

from collections.abc import Iterator, Mapping
from typing import Any

from aijri_engine.content.meanings import EMPLOYER, LEVEL, RATING, SPLIT
from aijri_engine.content.questions import Effects, Question
from aijri_engine.interview.form import Asked, Form

BY_MEANING = frozenset({SPLIT, LEVEL, EMPLOYER, RATING})
"""Meanings that move the index without a rule."""


def moves_the_index(then: Effects) -> bool:
    """The effect is on the index, and not only on what is shown."""
    return bool(then.rung or then.score_at_least or then.barriers)


def scored_keys(form: Form) -> frozenset[str]:
    """Ids of questions whose answer can move the index: those the rules credit with an effect on it."""
    causes = {one.rule.cause for one in form.rules if moves_the_index(one.rule.then)}
    return frozenset(causes | BY_MEANING)


def moving_questions(form: Form) -> frozenset[str]:
    """Ids of questions whose answer can move the index by itself or by what rules read beside it."""
    return form.once("moving questions", lambda: _moving(form))


def _moving(form: Form) -> frozenset[str]:
    rules = [one.rule for one in form.rules if moves_the_index(one.rule.then)]
    read = {leaf.answer for rule in rules for leaf in rule.when.leaves() if leaf.answer is not None}
    return scored_keys(form) | {name.partition(".")[0] for name in read}


def odds_of(question: Question) -> Mapping[str, float]:
    """Odds of the options of a question; where the author gave none all are equally likely [ours]."""
    if question.odds:
        return question.odds
    names = ["yes", "no"] if question.kind == "yes_no" else [option.id for option in question.options]
    return dict.fromkeys(names, 1.0 / len(names)) if names else {}


def choices_of(asked: Asked) -> Iterator[tuple[Any, float]]:
    """Answers that a question could get, as JSON, each with its probability; a number at its ends and middle."""
    question = asked.question
    if question.minimum is not None and question.maximum is not None:
        low, high = question.minimum, question.maximum
        yield from ((value, 1.0 / 3.0) for value in (low, (low + high) / 2, high))
        return
    for name, share in odds_of(question).items():
        if question.kind == "yes_no":
            yield name == "yes", share
        elif question.kind == "grid":
            yield {row.id: name for row in asked.rows}, share
        else:
            yield ([name] if question.kind == "multi" else name), share
