"""Which questions can move an index: read from the rules, never from ids."""

from aijri_engine.content.meanings import EMPLOYER, GROWTH, LEVEL, MARKET, RATING, SPLIT
from aijri_engine.content.questions import Effects, InterviewFile
from aijri_engine.interview.form import Form

BY_MEANING = frozenset({SPLIT, LEVEL, EMPLOYER, RATING})
"""Meanings that move the index without a rule."""


def moves_the_index(then: Effects) -> bool:
    """The effect is on the index, and not only on what is shown."""
    return bool(then.rung or then.score_at_least or then.barriers)


def scored_keys(form: Form) -> frozenset[str]:
    """Ids of questions whose answer can move the index: those the rules credit with an effect on it."""
    causes = {one.cause for one in form.file.all_rules() if moves_the_index(one.then)}
    asked = {MARKET} if form.role.asked_signals else set()
    asked |= set() if form.role.growth.known else {GROWTH}
    return frozenset(causes | BY_MEANING | asked)


def moving_questions(form: Form) -> frozenset[str]:
    """Ids of questions whose answer can move the index by itself or by what rules read beside it."""
    return form.once("moving questions", lambda: _moving(form))


def opening_questions(form: Form) -> frozenset[str]:
    """Ids of questions on whose answers it depends whether one is asked that can move the index."""
    return form.once("opening questions", lambda: _opening(form))


def ranging_questions(form: Form) -> frozenset[str]:
    """Ids of questions on whose answers the range of the index hangs."""
    return moving_questions(form) | opening_questions(form) | {form.key_of("basis")}


def _opening(form: Form) -> frozenset[str]:
    later = [
        one for one in form.file.questions() if one.id in moving_questions(form) and one.when is not None
    ]
    read = (leaf.answer for one in later if one.when is not None for leaf in one.when.leaves())
    return frozenset(name.partition(".")[0] for name in read if name is not None)


def _moving(form: Form) -> frozenset[str]:
    return scored_keys(form) | moved_by_rules(form.file)


def moved_by_rules(file: InterviewFile) -> frozenset[str]:
    """Ids of questions that rules with an effect on the index credit or read."""
    rules = [one for one in file.all_rules() if moves_the_index(one.then)]
    read = {leaf.answer for rule in rules for leaf in rule.when.leaves() if leaf.answer is not None}
    return frozenset(rule.cause for rule in rules) | {name.partition(".")[0] for name in read}
