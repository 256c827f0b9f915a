"""What was understood of one typed line."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any, Final, Literal

from aijri_engine.content.phrases import CommandName
from aijri_engine.interview.form import Asked

Kind = Literal["value", "confirm", "choose", "ask", "command", "side"]
"""`value`: take it; `confirm`: one reading leads, put `question`, a yes takes it; `choose`: two or three are close;
`ask`: not understood, or a part is missing: put `question`, nothing is offered; `command`: do it; `side`: a question
or remark of the person that is no answer and no command: reply, then ask again."""

MORE_THAN_ONE: Final = "That could be more than one."

MOST_NEAREST = 4
"""Readings offered to pick from [ours]."""


@dataclass(frozen=True, slots=True)
class Command:
    """A command, the same words in every face; `argument` is what was typed with it ("" for none)."""

    name: CommandName
    argument: str = ""


@dataclass(frozen=True, slots=True)
class Pending:
    """An answer to another question that stood in the same line; to be confirmed when that question comes."""

    key: str
    value: Any
    """None where only a part of an answer was said."""
    echo: str


@dataclass(frozen=True, slots=True)
class Around:
    """What was said before a line; all of it may be left out."""

    known: Any = None
    """Parts of this question's answer understood so far, or the answer that is being changed; JSON."""
    put: Any = None
    """A reading of this question that was put to be confirmed; a line may amend it."""
    last: str = ""
    """Key of the question answered last."""
    answers: Mapping[str, Any] = field(default_factory=dict)
    """Answers given so far as JSON, by key."""
    questions: Mapping[str, Asked] = field(default_factory=dict)
    """Questions on the path, by key."""
    today: date | None = None
    """The day on which it is typed; without it no time is worked out from a date."""


ALONE: Final = Around()


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
    key: str = ""
    """Key of the earlier question that this line answers in place of the open one: a correction; else ""."""
    unsure: bool = False
    """The answer was given by somebody who said that they are not sure of it."""
    known: Any = None
    """Parts of the answer understood so far, where one is missing; hand it back in `Around`."""
    unread: str = ""
    """What is told of words beside the answer that were not read."""
    by_letter: bool = False
    """What leads may be the opposite of what was said: a letter picks one of `nearest`, and no yes does."""
    pending: tuple[Pending, ...] = ()
    """Answers to other questions in the same line; never scored unless confirmed."""


def value(found: Any, echo: str, confident: bool = True) -> Reading:
    """An answer."""
    return Reading("value", value=found, echo=echo, confident=confident)


def taken_only(found: Reading) -> Reading | None:
    """A reading that is taken as it stands; None for any other."""
    return found if found.kind == "value" else None


def ask(question: str, *nearest: tuple[str, Any]) -> Reading:
    """A question back, with the nearest readings; the same value is offered once."""
    kept: list[tuple[str, Any]] = []
    for label, found in nearest:
        if all(found != other for _, other in kept):
            kept.append((label, found))
    return Reading("ask", question=question, nearest=tuple(kept[:MOST_NEAREST]), confident=False)


def put(
    how: str, nearest: Sequence[tuple[str, Any]], why: str = "", unsure: bool = False, led: bool = False
) -> Reading:
    """One reading to be confirmed, two or three to choose from, or without any what an answer looks like.

    Where the first of several leads (`led`), it is put to be confirmed and the others stand beside it.
    """
    kept = ask("", *nearest).nearest
    if not kept:
        return ask(f"{why} {how}".strip())
    if len(kept) == 1 or led:
        told = sounds_like(kept[0][0])
        return Reading("confirm", question=told, nearest=kept, confident=False, unsure=unsure)
    return Reading("choose", question=why or MORE_THAN_ONE, nearest=kept, confident=False, unsure=unsure)


def sounds_like(label: str) -> str:
    """The question that puts one reading: `That sounds like b, changing the recipe itself. Right?`"""
    letter, parted, name = label.partition(") ")
    one = parted and len(letter) == 1 and ") " not in name
    said = f"{letter}, {name}" if one else label
    return f"That sounds like {said.rstrip('.')}. Right?"
