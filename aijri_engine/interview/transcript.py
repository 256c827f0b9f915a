"""The conversation as text, from the event log alone: the same log always gives the same transcript."""

from collections.abc import Callable, Iterator

from aijri_engine.interview.accept import accept
from aijri_engine.interview.duration import opening_words
from aijri_engine.interview.events import GIVEN, Event
from aijri_engine.interview.form import Asked
from aijri_engine.interview.interview import Interview
from aijri_engine.interview.path import value_text
from aijri_engine.interview.values import Problem

AGAIN = " (again)"
STATES = {"not_sure": "not sure", "declined": "rather not say"}
UNFIT = "an answer that its question does not take"
CHOICES = {"as_seen": "as you saw it", "today": "with today's figures"}
"""What can be chosen where the content changed."""


def transcript(interview: Interview, put: Callable[[Interview, Asked], str]) -> str:
    """Every question as it was `put` and every answer as it was given, in order, with undos and later changes."""
    return "\n".join(_lines(interview, put)) + "\n"


def _lines(interview: Interview, put: Callable[[Interview, Asked], str]) -> Iterator[str]:
    role = interview.form.role
    yield f"AIJRI interview, {role.title}, role as of {role.as_of}"
    yield opening_words(Interview.resume(interview.library, role.id, interview.events[:1], interview.seed))
    told: set[str] = set()
    for number, event in enumerate(interview.events):
        sofar = Interview.resume(interview.library, role.id, interview.events[:number], interview.seed)
        if event.kind in (*GIVEN, "not_sure", "declined"):
            yield ""
            asked = sofar.asked(event.question)
            yield f"Q: {put(sofar, asked) if asked else event.question}{AGAIN if event.question in told else ''}"
            yield from _reply(sofar, event, asked)
            told.add(event.question)
        else:
            yield from _remark(sofar, event)


def _reply(sofar: Interview, event: Event, asked: Asked | None) -> Iterator[str]:
    words = event.typed
    if event.kind in STATES:
        yield f"A: {words or STATES[event.kind]}"
        if words:
            yield f"   understood as: {STATES[event.kind]}"
        return
    value = accept(asked, event.value, sofar.form, sofar.path.split) if asked else None
    if asked is None or isinstance(value, Problem):
        meaning = UNFIT if isinstance(event.value, dict) else str(event.value)
    else:
        meaning = value_text(asked, value)
    if event.kind == "confirmed":
        meaning = f"{meaning} (confirmed, as in the sitting before)"
    yield f"A: {words or meaning}"
    if words and words != meaning:
        yield f"   understood as: {meaning}"


def _remark(sofar: Interview, event: Event) -> Iterator[str]:
    if event.kind == "undone":
        yield ""
        yield f"   (taken back: {_name(sofar, sofar.events[event.data['number']].question)})"
    elif event.kind == "cleared":
        yield f"   (to be answered again: {_name(sofar, event.question)})"
    elif event.kind == "skipped":
        yield f"   (not answered yet: {_name(sofar, event.question)})"
    elif event.kind == "noted":
        yield f"   (note: {event.value})"
    elif event.kind == "revealed":
        yield "   (the figure was shown)"
    elif event.kind == "content_changed":
        yield f"   (the content changed; chosen: {CHOICES.get(str(event.data.get('choice')), 'nothing')})"


def _name(sofar: Interview, key: str) -> str:
    """What a question is about, as summaries call it."""
    asked = sofar.asked(key)
    return asked.name if asked else key
