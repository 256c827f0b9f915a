"""People for the tests of the store: they answer, change their minds and take things back."""

import random
import signal
from dataclasses import replace

from aijri_engine import Interview, Problem

SPLIT = {"design": 5, "train": 50, "infra": 15, "debug": 15, "research": 5, "collaboration": 10}
RUNGS = ("follows", "adapts", "originates")
LEVELS = ("junior", "mid", "senior", "principal")


def answered(interview: Interview, question: str, value: object) -> Interview:
    """The interview with that answer, which must be taken."""
    taken = interview.answer(question, value)
    assert not isinstance(taken, Problem), taken
    return taken


def act(interview: Interview, source: random.Random) -> Interview:
    """One more thing a person does: nearly always an answer, at times an undo, a note or a word of doubt."""
    chance = source.random()
    if chance < 0.1:
        return interview.undo()
    if chance < 0.2:
        return interview.note(f"Müller said {source.random()}")
    if chance < 0.3:
        doubtful = interview.not_sure("employer", "hard to say")
        assert not isinstance(doubtful, Problem)
        return doubtful
    if chance < 0.5:
        return answered(interview, "level", source.choice(LEVELS))
    if chance < 0.7:
        return answered(interview, "split", {"rows": SPLIT})
    return answered(interview, f"depth.{source.choice(list(SPLIT))}", source.choice(RUNGS))


def whole(interview: Interview, seed: int, acts: int) -> list[Interview]:
    """The interview after each of that many acts; the same seed gives the same person."""
    source = random.Random(seed)
    steps = []
    for _ in range(acts):
        interview = act(interview, source)
        steps.append(interview)
    return steps


def prefix(interview: Interview, events: int) -> Interview:
    """The interview as it was after that many events."""
    return replace(interview, events=interview.events[:events])


def ended_after(seconds: float) -> None:
    """Let the system end this process so much later, in whatever it then does: like a kill -9, no code of it runs."""
    signal.signal(signal.SIGALRM, signal.SIG_DFL)
    signal.setitimer(signal.ITIMER_REAL, max(seconds, 1e-6))
