"""The conversation as text, from the event log alone: the same log always gives the same transcript."""

from collections.abc import Iterator

from aijri_engine.interview.accept import accept
from aijri_engine.interview.events import Event
from aijri_engine.interview.interview import Interview
from aijri_engine.interview.telling import value_text
from aijri_engine.interview.values import Problem

STATES = {"not_sure": "not sure", "declined": "rather not say"}
CHOICES = {"as_seen": "as you saw it", "today": "with today's figures"}
"""What can be chosen where the content changed."""


def transcript(interview: Interview) -> str:
    """Every question as it was put and every answer as it was given, in order, with undos and later changes."""
    return "\n".join(_lines(interview)) + "\n"


def _lines(interview: Interview) -> Iterator[str]:
    role = interview.form.role
    yield f"AIJRI interview, {role.title}, role as of {role.as_of}"
    yield interview.form.file.opening
    told: set[str] = set()
    for number, event in enumerate(interview.events):
        sofar = Interview.resume(interview.library, role.id, interview.events[:number], interview.seed)
        if event.kind in ("answered", "not_sure", "declined"):
            yield ""
            yield from _exchange(sofar, event, again=event.question in told)
            told.add(event.question)
        else:
            yield from _remark(interview, event)


def _exchange(sofar: Interview, event: Event, again: bool) -> Iterator[str]:
    asked = sofar.asked(event.question)
    yield f"Q: {asked.ask if asked else event.question}" + (" (again)" if again else "")
    words = event.typed
    if event.kind in STATES:
        yield f"A: {words or STATES[event.kind]}"
        if words:
            yield f"   understood as: {STATES[event.kind]}"
        return
    value = accept(asked, event.value, sofar.form, sofar.path.split) if asked else None
    meaning = str(event.value) if asked is None or isinstance(value, Problem) else value_text(asked, value)
    yield f"A: {words or meaning}"
    if words and words != meaning:
        yield f"   understood as: {meaning}"


def _remark(interview: Interview, event: Event) -> Iterator[str]:
    if event.kind == "undone":
        undone = interview.events[event.data["number"]]
        yield ""
        yield f"   (taken back: {undone.question})"
    elif event.kind == "cleared":
        yield f"   (open again: {event.question})"
    elif event.kind == "skipped":
        yield f"   (left open: {event.question})"
    elif event.kind == "noted":
        yield f"   (note: {event.value})"
    elif event.kind == "revealed":
        yield "   (the figure was shown)"
    elif event.kind == "content_changed":
        yield f"   (the content changed; chosen: {CHOICES.get(str(event.data.get('choice')), 'nothing')})"
