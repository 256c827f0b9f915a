"""Dividing the week one row at a time, with what is left to give."""

import re
from dataclasses import dataclass, field
from typing import Any, NoReturn

from aijri_engine.interview.form import Asked, GridRow
from aijri_engine.interview.path import Step
from aijri_engine.interview.understanding.amounts import read_quantity
from aijri_engine.interview.understanding.tokens import tokens_of
from aijri_engine.interview.values import SUM_TOLERANCE
from aijri_engine.personal.asking import points_to_divide
from aijri_tui.plain.commands import do, pause
from aijri_tui.plain.talk import LeftError, Talk

AMOUNT = re.compile(
    r"\s*(?P<number>\d{1,6}(?:[.,]\d{1,6})?)\s*(?P<unit>%|percent|points?|h|hrs?|hours?)?\s*", re.IGNORECASE
)
REST = re.compile(r"\s*(all )?(the )?(rest|remainder|remaining)\s*", re.IGNORECASE)
ROW_AND_AMOUNT = re.compile(
    r"\s*(?P<row>.+?)\s*[:=]?\s*(?P<number>\d{1,6}(?:[.,]\d{1,6})?)\s*(%|h|hours)?\s*"
)

FULL = 100.0
LONGEST_AMOUNT = 40
"""Characters of an amount in words."""


@dataclass
class Draft:
    """Rows as far as they were given."""

    full: float = FULL
    """Points of time that all rows together should have."""
    rows: dict[str, float] = field(default_factory=dict)
    other: list[dict[str, Any]] = field(default_factory=list)
    hours: bool = False
    scaled: bool = False

    @property
    def given(self) -> float:
        """Sum of all rows so far."""
        return sum(self.rows.values()) + sum(float(row["share"]) for row in self.other)

    @property
    def left(self) -> float:
        """Points still to give; meaningless in hours."""
        return self.full - self.given

    def told(self) -> str:
        """What is left, or how many hours there are."""
        return f"{plain(self.given)} hours so far" if self.hours else f"{plain(self.left)} left"

    def value(self) -> dict[str, Any]:
        """The value of the answer."""
        found: dict[str, Any] = {"rows": dict(self.rows)}
        if self.other:
            found["other"] = list(self.other)
        if self.hours:
            found["unit"] = "hours"
        if self.scaled:
            found["scaled"] = True
        return found


def ask_rows(talk: Talk, step: Step) -> Any:
    """The whole split, one row after the other. A line for the whole week is taken as that."""
    rows = step.asked.rows
    draft = Draft(points_to_divide(talk.interview, step.asked))
    talk.lines.say("Enter alone is 0. `rest` gives a row all that is left; `back` goes one row back.")
    place = 0
    while place < len(rows):
        row = rows[place]
        found = _amount(talk, step, f"{row.short}, row {place + 1} of {len(rows)}, {draft.told()}:", draft)
        if isinstance(found, dict) or found == "typical":
            return found
        if found is None:
            place = max(0, place - 1)
            draft.rows.pop(rows[place].id, None)
            continue
        draft.rows[row.id] = found
        place += 1
    if step.asked.question.part_of is None:
        _other_work(talk, step, draft)
        return draft.value()
    return draft.rows


def _amount(talk: Talk, step: Step, prompt: str, draft: Draft) -> Any:
    """The amount typed for one row, None to go one row back, or a value for the whole question."""
    while True:
        typed = talk.lines.ask(prompt)
        if not typed.strip():
            return 0.0
        if REST.fullmatch(typed) and not draft.hours:
            return max(0.0, round(draft.left, 6))
        amount = AMOUNT.fullmatch(typed)
        if amount is not None:
            if _unit_fits(draft, amount["unit"]):
                return float(amount["number"].replace(",", "."))
            talk.lines.say("Problem: Give every row in percent, or every row in hours.")
            continue
        words = read_quantity(tokens_of(typed[:LONGEST_AMOUNT]), "percent", frozenset())
        if words.value is not None and 0 <= words.value <= FULL:
            return float(words.value)
        reading = talk.understood(step.asked, typed)
        if reading.kind == "command" and reading.command is not None:
            if reading.command.name == "back":
                if not draft.rows:
                    do(talk, reading.command, step)
                return None
            do(talk, reading.command, step)
        elif reading.kind == "value" and not draft.rows:
            return reading.value
        elif reading.distress:
            pause(talk)
        else:
            talk.lines.say("Problem: Type a number, `rest`, or Enter for none.")


def _unit_fits(draft: Draft, unit: str | None) -> bool:
    """Take the unit of the first row; later rows may leave it out, and must not contradict it."""
    hours = bool(unit) and str(unit).casefold().startswith("h")
    if not any(draft.rows.values()) and not draft.other:
        draft.hours = hours
        return True
    return unit is None or hours == draft.hours


def _other_work(talk: Talk, step: Step, draft: Draft) -> None:
    """Work that is not in the table, until nothing is left to give or nothing more is named."""
    while draft.hours or draft.left > SUM_TOLERANCE:
        if draft.hours:
            talk.lines.say("Other work that is not listed? A few words for what it is, or Enter for none.")
        else:
            told = f"{plain(draft.left)} left. What other work took it? A few words"
            talk.lines.say(f"{told}; or Enter to spread it over your rows.")
        name = talk.lines.ask("Other work:").strip()
        if name.casefold() in ("back", "quit"):
            _leave(talk, step, name)
        if not name:
            draft.scaled = not draft.hours
            return
        found = _own_amount(talk, draft)
        if found > 0:
            draft.other.append({"name": name, "share": found})


def _leave(talk: Talk, step: Step, typed: str) -> NoReturn:
    """`back` begins the rows again; `quit` quits."""
    if typed.casefold() == "quit":
        raise LeftError
    talk.go_to(step.key)


def _own_amount(talk: Talk, draft: Draft) -> float:
    """How much went to a row of other work."""
    most = f", of {plain(draft.left)} left; Enter gives it all" if not draft.hours else " hours"
    while True:
        typed = talk.lines.ask(f"How much{most}:")
        if not typed.strip():
            return 0.0 if draft.hours else round(draft.left, 6)
        amount = AMOUNT.fullmatch(typed)
        if amount is not None and _unit_fits(draft, amount["unit"]):
            return float(amount["number"].replace(",", "."))
        if REST.fullmatch(typed) and not draft.hours:
            return round(draft.left, 6)
        talk.lines.say("Problem: Type a number.")


def changed_row(asked: Asked, typed: str, draft: Any) -> dict[str, Any] | None:
    """The rows that were not taken, with one of them changed as typed ("training 25"); None for anything else."""
    found = ROW_AND_AMOUNT.fullmatch(typed)
    if found is None or not isinstance(draft, dict) or not isinstance(draft.get("rows"), dict):
        return None
    row = _row_named(asked, found["row"])
    if row is None:
        return None
    rows = {**draft["rows"], row.id: float(found["number"].replace(",", "."))}
    return {**{name: part for name, part in draft.items() if name != "scaled"}, "rows": rows}


def _row_named(asked: Asked, words: str) -> GridRow | None:
    wanted = words.strip().casefold()
    for number, row in enumerate(asked.rows, 1):
        names = {
            str(number),
            row.id,
            row.short.casefold(),
            row.label.casefold(),
            *map(str.casefold, row.aliases),
        }
        if wanted in names:
            return row
    return None


def plain(number: float) -> str:
    """One decimal where it is needed."""
    return f"{number:.1f}".rstrip("0").rstrip(".")
