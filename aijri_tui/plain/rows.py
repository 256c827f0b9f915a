"""Grids and weeks asked one row at a time: the prompt of the next row, and what a line does to it."""

import re
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from aijri_engine.conversation import Conversation
from aijri_engine.conversation.parts import as_choice, changed_row, known_rows, row_asked
from aijri_engine.interview.form import GridRow
from aijri_engine.interview.path import Step, value_text
from aijri_engine.interview.understanding import understand
from aijri_engine.interview.understanding.commands import command_name, unknown_command
from aijri_engine.interview.understanding.words.amounts import read_alone
from aijri_engine.interview.understanding.words.asides import of_another_week
from aijri_engine.interview.understanding.words.quantities import read_quantity
from aijri_engine.interview.understanding.words.tokens import MINUS, fold, half_share, tokens_of
from aijri_engine.interview.values import MOST_HOURS, SUM_TOLERANCE
from aijri_engine.personal.asking import points_to_divide
from aijri_engine.text import clean, figure
from aijri_tui.plain.face import Face
from aijri_tui.plain.showing import shared_choices, show_choices

REST = re.compile(r"\s*(all )?(the )?(rest|remainder|remaining)\s*", re.IGNORECASE)
LONGEST_AMOUNT = 40
"""Signs of an amount in words [ours]."""

ALSO_WORK = ("edit", "review", "score", "summary", "what_if", "why")
"""Commands whose words may name a kind of work; with a slash they command."""

ROW_BY_ROW = "Enter alone is 0. `rest` gives a row all that is left; `back` goes one row back."
WHOLE_WEEK = ("not_sure", "rather_not_say")
"""Commands that answer a week whole, and none of its rows."""
OF_ALL_ROWS = (
    "That can be said of the whole week, not of one row: a rough figure will do. `skip` leaves it unanswered."
)
ONE_UNIT = "Give every row in percent, or every row in hours."
NO_FIGURE = "“{1}” is no figure for {0}. Give one in percent or hours, or a row and its figure."
PLAIN_PROMPT = "Your answer:"


def grid_prompt(face: Face, step: Step) -> str:
    """The next row of a grid; where rows have options of their own, those are shown first."""
    row = row_asked(face.talk, step)
    if row is None:
        return PLAIN_PROMPT
    if not shared_choices(step.asked):
        if face.talk.trouble is not None and face.talk.trouble.confirm:
            return PLAIN_PROMPT
        face.lines.say(row.label)
        show_choices(face.lines, row.choices)
        return PLAIN_PROMPT
    known = known_rows(face.talk, step)
    kept = f", now {value_text(as_choice(step.asked, row), known[row.id])}" if row.id in known else ""
    number = step.asked.rows.index(row) + 1
    return f"{row.short} (row {number} of {len(step.asked.rows)}{kept}):"


def begin_rows(face: Face, step: Step) -> None:
    """From now on the rows of this week are asked one by one."""
    face.rows_of, face.naming = step.key, ""
    face.lines.say(ROW_BY_ROW)


def half_done(face: Face, step: Step) -> bool:
    """Some rows of this week were typed one by one in a sitting that ended before the last."""
    given = _draft(face.talk, step)["rows"]
    return (
        step.asked.question.takes.shares
        and step.asked.rows[0].id in given
        and len(given) < len(step.asked.rows)
    )


def week_prompt(face: Face, step: Step) -> str:
    """The next row without an amount, with what is left; then other work, its name and its amount."""
    draft = _draft(face.talk, step)
    left = _left(face.talk, step, draft)
    hours = draft.get("unit") == "hours"
    given = f"{figure(_sum(draft))} hours so far" if hours else f"{figure(left)} left"
    row = _next_row(step, draft)
    if row is not None:
        return f"{row.short}, row {step.asked.rows.index(row) + 1} of {len(step.asked.rows)}, {given}:"
    if face.naming:
        return "How much hours:" if hours else f"How much, of {figure(left)} left; Enter gives it all:"
    if hours:
        face.lines.say("Other work that is not listed? A few words for what it is, or Enter for none.")
    else:
        face.lines.say(
            f"{figure(left)} left. What other work took it? A few words; or Enter to spread it over your rows."
        )
    return "Other work:"


def week_line(face: Face, step: Step, typed: str) -> Conversation | None:
    """The conversation after a line at a row of the week; None where the line is no amount and no name."""
    talk, draft = face.talk, _draft(face.talk, step)
    row = _next_row(step, draft)
    command = command_name(typed)
    if command == "back" and (draft["rows"] or draft.get("other")):
        return talk.drafted(step, _without_last(face, draft))
    if command == "undo" and (draft["rows"] or draft.get("other")):
        last = face.naming or _last_name(step, draft)
        return replace(talk.drafted(step, _without_last(face, draft)), reply=(f"Taken back: {last}.",))
    if command in WHOLE_WEEK and draft["rows"]:
        return talk.troubled(OF_ALL_ROWS)
    if row is not None:
        amount = _amount(talk, step, draft, typed, 0.0)
        if amount == "":
            return _named_row(face, step, row, draft, typed)
        if not isinstance(amount, float):
            return talk.troubled(amount)
        rows = {**draft["rows"], row.id: amount}
        return _on(face, step, {**draft, "rows": rows, **_unit(typed, draft)})
    if not face.naming:
        return _named(face, step, draft, typed)
    if command:
        return None
    amount = _amount(talk, step, draft, typed, max(0.0, _left(talk, step, draft)))
    if not isinstance(amount, float):
        return talk.troubled(amount or "Type a number.")
    other = [*draft.get("other", ()), *([{"name": face.naming, "share": amount}] if amount > 0 else [])]
    face.naming = ""
    return _on(face, step, {**draft, "other": other, **_unit(typed, draft)})


def _named_row(
    face: Face, step: Step, row: GridRow, draft: dict[str, Any], typed: str
) -> Conversation | None:
    """A line of words at a row: the row it names set as well; None where it is a command or a question."""
    talk = face.talk
    other = of_another_week(tokens_of(typed), typed)
    after = None if other else changed_row(step.asked, typed, draft)
    if after is not None:
        over = _over(talk, step, _sum(after), after.get("unit") == "hours")
        return talk.troubled(over) if over else _on(face, step, after)
    found = understand(step.asked, typed, talk.interview.form, talk.interview.clear(step.key).path.split)
    if found.kind in ("command", "side") or found.value == "typical" or typed.rstrip().endswith("?"):
        return None
    no_figure = NO_FIGURE.format(row.short, clean(typed, LONGEST_AMOUNT).strip())
    return talk.troubled(found.question if half_share(typed) or unknown_command(typed) else no_figure)


def _over(talk: Conversation, step: Step, total: float, hours: bool) -> str:
    """What is wrong with more than there is; empty where nothing is."""
    over = total - (MOST_HOURS if hours else points_to_divide(talk.interview, step.asked))
    return (
        f"That is {figure(over)} more than is left. `back` goes one row back." if over > SUM_TOLERANCE else ""
    )


def _named(face: Face, step: Step, draft: dict[str, Any], typed: str) -> Conversation | None:
    words = typed.strip()
    command = command_name(words)
    if command and (words.startswith("/") or command not in ALSO_WORK):
        return None
    if unknown := unknown_command(words):
        return face.talk.troubled(unknown)
    if words and (read_alone(words) or not any(map(str.isalpha, words))):
        return face.talk.troubled(
            f"“{clean(words, LONGEST_AMOUNT)}” is a figure. What was it spent on? A few words."
        )
    if words:
        face.naming = words
        return replace(face.talk)
    return _answered(face, step, draft if draft.get("unit") == "hours" else {**draft, "scaled": True})


def _on(face: Face, step: Step, draft: dict[str, Any]) -> Conversation:
    """With one more amount on disk; the week is answered once nothing is left to ask."""
    if _next_row(step, draft) is not None:
        return face.talk.drafted(step, draft)
    if step.asked.question.part_of is not None:
        return _answered(face, step, draft)
    if draft.get("unit") == "hours" or _left(face.talk, step, draft) > SUM_TOLERANCE:
        return face.talk.drafted(step, draft)
    return _answered(face, step, draft)


def _answered(face: Face, step: Step, draft: dict[str, Any]) -> Conversation:
    face.rows_of = ""
    if step.asked.question.part_of is not None:
        return face.talk.answer(step, draft["rows"])
    return face.talk.answer(step, {name: part for name, part in draft.items() if part})


def _draft(talk: Conversation, step: Step) -> dict[str, Any]:
    """The rows given so far, in the order they were given in."""
    known = talk.interview.answers.drafts.get(step.key)
    if not isinstance(known, Mapping) or not isinstance(known.get("rows"), Mapping):
        return {"rows": {}}
    ids = {row.id for row in step.asked.rows}
    return {**known, "rows": {row: amount for row, amount in known["rows"].items() if row in ids}}


def _next_row(step: Step, draft: dict[str, Any]) -> GridRow | None:
    """The first row without an amount."""
    return next((row for row in step.asked.rows if row.id not in draft["rows"]), None)


def _without_last(face: Face, draft: dict[str, Any]) -> dict[str, Any]:
    if face.naming:
        face.naming = ""
        return draft
    if draft.get("other"):
        return {**draft, "other": draft["other"][:-1]}
    return {**draft, "rows": dict(list(draft["rows"].items())[:-1])}


def _last_name(step: Step, draft: dict[str, Any]) -> str:
    if draft.get("other"):
        return str(draft["other"][-1]["name"])
    row = step.asked.row(list(draft["rows"])[-1])
    return row.short if row is not None else ""


def _sum(draft: dict[str, Any]) -> float:
    return float(sum(draft["rows"].values()) + sum(row["share"] for row in draft.get("other", ())))


def _left(talk: Conversation, step: Step, draft: dict[str, Any]) -> float:
    return round(points_to_divide(talk.interview, step.asked) - _sum(draft), 6)


def _amount(talk: Conversation, step: Step, draft: dict[str, Any], typed: str, empty: float) -> float | str:
    """The amount in a line; in words what is wrong with it, empty where it is no amount at all."""
    if not typed.strip():
        return empty
    if MINUS.search(fold(typed)):
        return ""
    hours = draft.get("unit") == "hours"
    if REST.fullmatch(typed) and not hours:
        return max(0.0, _left(talk, step, draft))
    found = read_alone(typed)
    if found is None and (half_share(typed) or changed_row(step.asked, typed, draft) is not None):
        return ""
    number = found.value if found else read_quantity(tokens_of(typed), "percent", frozenset()).value
    if number is None or of_another_week(tokens_of(typed), typed):
        return ""
    unit = found.unit if found else "bare"
    if unit != "bare" and _sum(draft) and (unit == "hours") != hours:
        return ONE_UNIT
    return _over(talk, step, _sum(draft) + number, hours or unit == "hours") or float(number)


def _unit(typed: str, draft: dict[str, Any]) -> dict[str, str]:
    """The unit of the first row; later rows may leave it out."""
    found = read_alone(typed)
    return {"unit": "hours"} if found is not None and found.unit == "hours" and not _sum(draft) else {}
