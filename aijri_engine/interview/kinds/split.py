"""How time divides: the week over tasks and other work, or the points of one task over its parts."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from aijri_engine.index import shown_shares
from aijri_engine.interview.form import Asked, Form
from aijri_engine.interview.kinds.kind import Canonical, Part, QuestionKind
from aijri_engine.interview.values import Problem, Split, accept_split, figure_of, number_of
from aijri_engine.text import clean, figure


class SplitKind(QuestionKind):
    """`Split`; of one task a mapping of its parts to points of time."""

    hint = "How much goes to each {part}? For example “{example}”."

    def accept(self, asked: Asked, value: Any, form: Form, split: Split) -> Canonical | Problem:
        if asked.question.part_of is not None:
            return _parts(asked, value, split)
        names = {row.id: row.short for row in asked.rows}
        return accept_split(asked.key, value, form.role_shares, names)

    def tell(self, asked: Asked, value: Canonical) -> str:
        names = {row.id: row.short.removesuffix("?") for row in asked.rows}
        if not isinstance(value, Split):
            return "; ".join(f"{names.get(row, row)}: {figure(one)}" for row, one in value.items())
        shares = [(names.get(task, task), share) for task, share in value.shares.items()]
        shares += [(row.name, value.own_shares[row.id]) for row in value.own]
        shares = [(name, share) for name, share in shares if share > 0]
        shown = shown_shares([share for _, share in shares])
        told = ", ".join(f"{name} {figure(one)}" for (name, _), one in zip(shares, shown, strict=True))
        return f"{told} (of {figure(value.total)} hours)" if value.unit == "hours" else told

    def answers(self, asked: Asked) -> Iterator[tuple[str, Any]]:
        """A week cannot be listed; what is borrowed is the one answer everybody can give."""
        if asked.question.part_of is None:
            yield "typical", "typical"

    def parts(self, asked: Asked, before: Any, after: Any) -> Sequence[Part]:
        """Time moves between rows, which is a move of its own."""
        return ()

    def typed(self, value: Any) -> Any:
        """`typical`, or `design:20,train:40,...` in percent."""
        if value == "typical":
            return value
        rows: dict[str, Any] = {}
        for part in value if isinstance(value, list) else [value]:
            name, _, amount = str(part).partition(":")
            rows[name.strip()] = _figure(amount)
        return {"rows": rows}


def _figure(text: str) -> Any:
    try:
        return float(text)
    except ValueError:
        return text


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
            asked.key, f"Your rows add up to {figure_of(total)}, not {wanted:g}.", "Change a row, or scale every row.",
            remainder=wanted - total, offers=(offer,),
        )  # fmt: skip
    return amounts
