"""Answers in words: how every face and report names what a person said."""

from collections.abc import Mapping

from aijri_engine.interview.form import Asked
from aijri_engine.interview.path import Step
from aijri_engine.interview.values import UNKNOWN, Split
from aijri_engine.text import join_words

STATE_WORDS: Mapping[str, str] = {
    "open": "left open",
    "stale": "to be answered again, because the question has changed",
    "not_sure": "not sure",
    "declined": "rather not say",
    "off_path": "not asked",
}


def answer_text(step: Step) -> str:
    """The answer of a step, or the word for its state, in one line."""
    if step.state not in ("answered", "borrowed"):
        return STATE_WORDS[step.state]
    told = value_text(step.asked, step.value)
    return f"{told} (borrowed from the role)" if step.state == "borrowed" else told


def value_text(asked: Asked, value: object) -> str:
    """A canonical value of this question, in one line."""
    if isinstance(value, Split):
        return split_text(asked, value)
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, (int, float)):
        unit = asked.question.unit or ""
        return f"{value:g} {unit.removesuffix('s') if value == 1 else unit}".strip()
    if isinstance(value, Mapping):
        return "; ".join(_row_text(asked, str(row), one) for row, one in value.items())
    if isinstance(value, (tuple, list)):
        joiner = "and" if asked.question.two else ""
        names = [_choice_text(asked, str(one)) for one in value]
        return join_words(names, joiner) if joiner else "; ".join(names)
    return _choice_text(asked, str(value)) if asked.choices else str(value)


def split_text(asked: Asked, split: Split) -> str:
    """Percent of each row with time, and hours where the person gave hours."""
    names = {row.id: row.short for row in asked.rows}
    shares = [(names.get(task, task), share) for task, share in split.shares.items()]
    shares += [(row.name, split.own_shares[row.id]) for row in split.own]
    told = ", ".join(f"{name} {_points(share)}" for name, share in shares if share > 0)
    return f"{told} (of {_points(split.total)} hours)" if split.unit == "hours" else told


def _row_text(asked: Asked, row_id: str, value: object) -> str:
    row = asked.row(row_id)
    if row is None:
        return f"{row_id} {value}"
    name = row.short.removesuffix("?")
    if value in UNKNOWN:
        return f"{name}: {STATE_WORDS[str(value)]}"
    if isinstance(value, (int, float)):
        return f"{name}: {_points(float(value))}"
    chosen = next((choice for choice in row.choices if choice.id == value), None)
    return f"{name}: {_lowered(chosen.name if chosen else str(value))}"


def _choice_text(asked: Asked, value: str) -> str:
    chosen = asked.choice(value)
    return chosen.name if chosen else value


def _lowered(words: str) -> str:
    """A label inside a line begins with a small letter, unless it begins with a name such as AI."""
    return words[:1].lower() + words[1:] if words[1:2].islower() or words[1:2] == " " else words


def _points(share: float) -> str:
    return f"{share:.1f}".rstrip("0").rstrip(".")
