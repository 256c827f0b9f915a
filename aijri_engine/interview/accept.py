"""Does a value fit a question? One function per kind; the only place that decides it."""

from collections.abc import Callable, Mapping
from typing import Any

from aijri_engine.interview.form import Asked, Choice, Form
from aijri_engine.interview.values import (
    LONGEST_NOTE,
    UNKNOWN,
    Problem,
    Split,
    accept_split,
    number_of,
)
from aijri_engine.text import clean, join_words, nearest

Canonical = Any
"""`str`, `tuple[str, ...]`, `bool`, `float`, `Split`, or a mapping of grid rows, by kind of question."""


def accept(asked: Asked, value: Any, form: Form, split: Split) -> Canonical | Problem:
    """The canonical form of a JSON value for this question, or what is wrong with it."""
    return KINDS[asked.question.kind](asked, value, form, split)


def json_of(value: Canonical) -> Any:
    """The JSON form of a canonical value, as it is kept in the log."""
    if isinstance(value, Split):
        return value.json()
    if isinstance(value, tuple):
        return list(value)
    return dict(value) if isinstance(value, Mapping) else value


def _choice(asked: Asked, value: Any, form: Form, split: Split) -> Canonical | Problem:
    if isinstance(value, (list, tuple)):
        return _two(asked, value)
    found = _find(asked.choices, value)
    return found.id if found else _no_option(asked.key, asked.choices, value)


def _two(asked: Asked, value: Any) -> Canonical | Problem:
    ids = []
    for one in value:
        found = _find(asked.choices, one)
        if found is None:
            return _no_option(asked.key, asked.choices, one)
        if found.id not in ids:
            ids.append(found.id)
    if len(ids) == 1:
        return ids[0]
    if not asked.question.two:
        return Problem(asked.key, "Only one of these can be chosen.", "Choose the one that fits best.")
    if len(ids) != 2:
        return Problem(asked.key, f"{len(ids)} were chosen.", "Choose one, or two that took about the same.")
    return tuple(sorted(ids, key=[choice.id for choice in asked.choices].index))


def _find(choices: tuple[Choice, ...], value: Any) -> Choice | None:
    for choice in choices:
        if value == choice.id and isinstance(value, str):
            return choice
    anchored = number_of(value)
    if anchored is not None:
        return next((choice for choice in choices if choice.value == anchored), None)
    return None


def _no_option(key: str, choices: tuple[Choice, ...], value: Any) -> Problem:
    ids = [choice.id for choice in choices]
    shown = clean(str(value), 40)
    close = nearest(shown, ids)
    remedy = f"Did you mean {close[0]}?" if close else f"Choose from {join_words(ids)}."
    return Problem(key, f"There is no option {shown!r}.", remedy)


def _multi(asked: Asked, value: Any, form: Form, split: Split) -> Canonical | Problem:
    if not isinstance(value, (list, tuple)):
        value = [value]
    if not value:
        return Problem(
            asked.key, "Nothing was chosen.", "Choose one or more, or the line that says none of these."
        )
    chosen = []
    for one in value:
        found = _find(asked.choices, one)
        if found is None:
            return _no_option(asked.key, asked.choices, one)
        chosen.append(found)
    alone = [choice for choice in chosen if choice.exclusive]
    if alone and any(choice.id != alone[0].id for choice in chosen):
        return Problem(
            asked.key, f"“{alone[0].label}” cannot stand with another line.", "Choose one or the other."
        )
    ids = {choice.id for choice in chosen}
    return tuple(choice.id for choice in asked.choices if choice.id in ids)


def _yes_no(asked: Asked, value: Any, form: Form, split: Split) -> Canonical | Problem:
    if isinstance(value, bool):
        return value
    if value in ("yes", "no"):
        return value == "yes"
    return Problem(asked.key, f"{clean(str(value), 40)!r} is neither yes nor no.", "Answer yes or no.")


def _number(asked: Asked, value: Any, form: Form, split: Split) -> Canonical | Problem:
    number = number_of(value)
    low, high = asked.question.minimum or 0.0, asked.question.maximum or 0.0
    remedy = f"Give a number from {low:g} to {high:g}."
    if number is None:
        return Problem(asked.key, f"{clean(str(value), 40)!r} is not a number.", remedy)
    if not low <= number <= high:
        return Problem(asked.key, f"{number:g} is outside the range.", remedy)
    return number


def _split(asked: Asked, value: Any, form: Form, split: Split) -> Canonical | Problem:
    if asked.question.part_of is None:
        names = {row.id: row.short for row in asked.rows}
        return accept_split(asked.key, value, form.role_shares, names)
    return _parts(asked, value, split)


def _parts(asked: Asked, value: Any, split: Split) -> Canonical | Problem:
    """How the points of one task divide; the rows must add up to that task's points."""
    if not isinstance(value, Mapping):
        return Problem(asked.key, "Give points of time for each row.")
    amounts = {row.id: 0.0 for row in asked.rows}
    for name, given in value.items():
        number = number_of(given)
        if name not in amounts or number is None or number < 0:
            return Problem(asked.key, f"{clean(str(name), 40)!r} is not a row with a number of 0 or more.")
        amounts[name] = number
    task = asked.question.part_of or ""
    wanted, total = split.shares.get(task, 0.0), sum(amounts.values())
    if total <= 0:
        return Problem(
            asked.key, "All rows are empty.", f"They should add up to {wanted:g}.", remainder=wanted
        )
    if abs(total - wanted) > 0.5:
        scaled = {name: round(amount * wanted / total, 6) for name, amount in amounts.items()}
        offer = (f"scale every row to {wanted:g}", scaled)
        return Problem(
            asked.key, f"Your rows add up to {total:g}, not {wanted:g}.", "Change a row, or scale every row.",
            remainder=wanted - total, offers=(offer,),
        )  # fmt: skip
    return amounts


def _grid(asked: Asked, value: Any, form: Form, split: Split) -> Canonical | Problem:
    if not isinstance(value, Mapping):
        return Problem(asked.key, "Give an answer for each row.")
    chosen: dict[str, str] = {}
    for name, given in value.items():
        row = asked.row(str(name))
        if row is None:
            ids = [row.id for row in asked.rows]
            close = nearest(str(name), ids)
            remedy = f"Did you mean {close[0]}?" if close else f"The rows are {join_words(ids)}."
            return Problem(asked.key, f"There is no row {clean(str(name), 40)!r}.", remedy)
        found = _find(row.choices, given)
        if found is None and given not in UNKNOWN:
            return _no_option(f"{asked.key}.{row.id}", row.choices, given)
        chosen[row.id] = found.id if found else str(given)
    if not chosen:
        return Problem(asked.key, "No row was answered.", "Answer at least one row.")
    return chosen


def _text(asked: Asked, value: Any, form: Form, split: Split) -> Canonical | Problem:
    if not isinstance(value, str):
        return Problem(asked.key, "Words are expected here.", "A few words are enough.")
    kept = clean(value, LONGEST_NOTE).strip()
    return kept or Problem(asked.key, "Nothing was written.", "A few words, or skip.")


KINDS: Mapping[str, Callable[[Asked, Any, Form, Split], Canonical | Problem]] = {
    "choice": _choice,
    "multi": _multi,
    "yes_no": _yes_no,
    "number": _number,
    "scale": _number,
    "split": _split,
    "grid": _grid,
    "text": _text,
    "note": _text,
}
