"""Questions that an answer opens again: those it names, checks that led to it, those whose words it changes or that
are about it."""

from collections.abc import Callable, Iterator
from typing import Any

from aijri_engine.content.meanings import SPLIT
from aijri_engine.content.placeholders import OUTSIDE
from aijri_engine.interview.accept import json_of
from aijri_engine.interview.events import Answers
from aijri_engine.interview.form import Asked
from aijri_engine.interview.path import Path
from aijri_engine.interview.values import Split


def opened_again(
    asked: Asked, value: Any, answers: Answers, path: Path, find: Callable[[str], Asked | None]
) -> list[str]:
    """Keys of answered questions to be asked anew after this answer; `find` gives a question by its key."""
    keys = (
        *_named_by(asked, value, answers),
        *_checks_of(asked, path),
        *_worded_by(asked, value, answers, path, find),
        *_about(asked, value, answers, path, find),
    )
    return [key for key in dict.fromkeys(keys) if answers.get(key) is not None]


def _named_by(asked: Asked, value: Any, answers: Answers) -> Iterator[str]:
    for name in _reopens(asked, value):
        for key in answers.entries:
            if key == name or (key.startswith(f"{name}.") and asked.item in (None, key.partition(".")[2])):
                yield key


def _reopens(asked: Asked, value: Any) -> tuple[str, ...]:
    """Ids of the questions that this answer sends the person back to."""
    chosen = asked.choice(value) if isinstance(value, str) else None
    names = asked.question.reopen if not asked.question.takes.yes_no or value is False else ()
    return (*names, *(chosen.reopen if chosen else ()))


LITTLE = 5.0
"""Percent of a week; whoever moves no more of it says nothing else about it [ours]."""


def _about(
    asked: Asked, value: Any, answers: Answers, path: Path, find: Callable[[str], Asked | None]
) -> Iterator[str]:
    """Answers that are about another value of this one, but the one that sent the person back to it."""
    before = answers.get(asked.key)
    if before is not None and before.state == "answered" and before.value == json_of(value):
        return
    if isinstance(value, Split) and path.split.given and value.moved_from(path.split) <= LITTLE:
        return
    for key, said in answers.entries.items():
        other = find(key) if said.state != "declined" and key != asked.key else None
        about = other is not None and asked.question.id in other.question.about
        if other is not None and about and asked.question.id not in _reopens(other, said.value):
            yield key


def _checks_of(asked: Asked, path: Path) -> Iterator[str]:
    """Answered checks that sent the person back to this question; asked anew unless they are `once`."""
    for step in path.steps:
        if step.asked.question.once or step.state != "answered" or step.key == asked.key:
            continue
        chosen = step.asked.choice(step.value) if isinstance(step.value, str) else None
        if chosen and asked.question.id in chosen.reopen:
            yield step.key


def _worded_by(
    asked: Asked, value: Any, answers: Answers, path: Path, find: Callable[[str], Asked | None]
) -> Iterator[str]:
    """Answered questions that were put with another value of this one in their words."""
    before = answers.get(asked.key)
    if before is None or (before.state == "answered" and before.value == json_of(value)):
        return
    if asked.key == SPLIT and path.split.outside == value.outside:
        return
    word = f"{{{OUTSIDE if asked.key == SPLIT else asked.key}}}"
    for key in answers.entries:
        if key != asked.key and (other := find(key)) is not None and word in other.question.ask:
            yield key
