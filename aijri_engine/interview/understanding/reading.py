"""What was understood of one typed line."""

from dataclasses import dataclass
from typing import Any, Literal

CommandName = Literal[
    "back", "edit", "why", "help", "skip", "not_sure", "rather_not_say", "summary", "score", "what_if", "review",
    "undo", "quit",
]  # fmt: skip

Kind = Literal["value", "ask", "command", "side"]
"""`value`: take it; `ask`: not clear, put `question`; `command`: do it; `side`: a question or remark of the person
that is no answer and no command: reply, then ask again."""

MOST_NEAREST = 4
"""Readings offered to pick from [ours]."""


@dataclass(frozen=True, slots=True)
class Command:
    """A command, the same words in every face; `argument` is what was typed with it ("" for none)."""

    name: CommandName
    argument: str = ""


@dataclass(frozen=True, slots=True)
class Reading:
    """One typed line as understood. Immutable; `value` is JSON that `Interview.answer` takes."""

    kind: Kind
    value: Any = None
    echo: str = ""
    """One line: what was understood."""
    command: Command | None = None
    question: str = ""
    """What is missing or unclear, in one sentence or two."""
    nearest: tuple[tuple[str, Any], ...] = ()
    """Readings to pick from, best first, as label and value."""
    distress: bool = False
    """The line speaks of despair: nothing of it may be stored, and the interview pauses."""
    confident: bool = True
    """False where the reading rests on likeness of words and not on an exact name."""


def value(found: Any, echo: str, confident: bool = True) -> Reading:
    """An answer."""
    return Reading("value", value=found, echo=echo, confident=confident)


def ask(question: str, *nearest: tuple[str, Any]) -> Reading:
    """A question back, with the nearest readings; the same value is offered once."""
    kept: list[tuple[str, Any]] = []
    for label, found in nearest:
        if all(found != other for _, other in kept):
            kept.append((label, found))
    return Reading("ask", question=question, nearest=tuple(kept[:MOST_NEAREST]), confident=False)
