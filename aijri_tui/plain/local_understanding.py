"""A minimal reader of typed lines; stands in until the engine's own is there."""

import re
from typing import Any

from aijri_engine.interview.form import Asked, Form
from aijri_engine.interview.understanding.commands import find_command
from aijri_engine.interview.understanding.reading import Command, Reading, ask, value
from aijri_engine.interview.values import Split


def understand(asked: Asked, typed: str, form: Form, split: Split) -> Reading:
    """What a line means: numbers, letters, labels, and a split as numbers in table order."""
    line = typed.strip()
    kind = asked.question.kind
    if kind in ("text", "note"):
        command = find_command(line[1:]) if line.startswith("/") else None
        return Reading("command", command=command) if command else value(line, line)
    command = find_command(line)
    if command is not None and not any(line.casefold() == one.id for one in asked.choices):
        return Reading("command", command=Command(command.name, command.argument))
    if kind in ("choice", "multi"):
        return _choices(asked, line)
    if kind == "yes_no":
        found = {"yes": True, "y": True, "no": False, "n": False}.get(line.casefold())
        return ask("Yes or no?") if found is None else value(found, line)
    if kind in ("number", "scale"):
        number = re.match(r"(-?\d+(?:[.,]\d+)?)", line)
        return value(float(number[1].replace(",", ".")), line) if number else ask("Which number?")
    if kind == "split":
        return _split(asked, line)
    return ask("I could not make sense of that.")


def _choices(asked: Asked, line: str) -> Reading:
    chosen = []
    for part in re.split(r"\s*(?:,|\band\b)\s*", line.casefold()):
        found = [
            choice.id
            for number, choice in enumerate(asked.choices, 1)
            if part
            in (str(number), choice.letter, choice.id, choice.label.casefold(), choice.name.casefold())
        ]
        if len(found) != 1:
            return ask("Which of them?", *((choice.label, choice.id) for choice in asked.choices[:4]))
        chosen += found
    found_value: Any = chosen if asked.question.kind == "multi" or len(chosen) > 1 else chosen[0]
    names = " and ".join(choice.name for choice in asked.choices if choice.id in chosen)
    return value(found_value, names)


def _split(asked: Asked, line: str) -> Reading:
    if line == "typical":
        return value("typical", "the role's typical mix")
    numbers = re.findall(r"\d+(?:\.\d+)?", line)
    if len(numbers) != len(asked.rows):
        return ask(f"Give {len(asked.rows)} numbers.")
    rows = {row.id: float(number) for row, number in zip(asked.rows, numbers, strict=True)}
    if "h" in line:
        return value({"rows": rows, "unit": "hours"}, line)
    return value({"rows": rows} if asked.question.part_of is None else rows, line)
