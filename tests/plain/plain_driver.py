"""Holding plain interviews in tests: a person who answers whichever question is asked."""

import io
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from aijri_engine.content.library import Library
from aijri_engine.interview.answers_source import read_answers
from aijri_engine.interview.interview import Interview
from aijri_engine.personal.personalise import personalise
from aijri_tui.plain.chat import hold
from aijri_tui.plain.lines import Lines

LIBRARY = Library.open()
ROLE = "deep-learning-engineer"
SPLIT = "20/25/15/15/15/10"

MOST_LINES = 400
"""Typed lines after which a conversation is taken to go in circles."""

BRACES = re.compile(r"\{[a-z_]+\}")


def flat(text: str) -> str:
    """Text without line ends, for looking up wrapped sentences."""
    return " ".join(text.split())


def known_questions() -> dict[str, str]:
    """The text each question is asked with (its longest part without placeholders), by key."""
    form = Interview.start(LIBRARY, ROLE).form
    asked = {**form.single, **{one.key: one for one in form.for_task.values()}}
    return {key: max(BRACES.split(flat(one.ask)), key=len).strip() for key, one in asked.items()}


FREE_WORDS = ("example", "oversight_rule", "signature_record", "difference")

QUESTIONS = known_questions()


@dataclass
class Person:
    """Types what belongs to the question that was put last; `answers` by question key, several lines one by one."""

    answers: Mapping[str, str | list[str]]
    written: io.StringIO = field(default_factory=io.StringIO)
    otherwise: str = "skip"
    typed: list[str] = field(default_factory=list)
    used: dict[str, int] = field(default_factory=dict)
    talked: int = 0
    """Lines typed at a result; the first one asks for all of it."""

    def isatty(self) -> bool:
        """No terminal."""
        return False

    def readline(self, limit: int = -1, /) -> str:
        """The next line."""
        assert len(self.typed) < MOST_LINES, "the conversation goes in circles"
        line = self._line()
        self.typed.append(line)
        return f"{line}\n"

    def _line(self) -> str:
        said = flat(self.written.getvalue())
        if said.endswith("or Enter to finish:"):
            self.talked += 1
            return (
                ("all", "")[min(self.talked, 2) - 1] if "talk" not in self.answers else self._next("talk", "")
            )
        if said.endswith("press Enter to go on:"):
            return self._next("review", "")
        if said.rfind("Ready to see the result?") > max(said.rfind("Question "), said.rfind(", once more")):
            return self._next("ready", "1")
        places = {key: said.rfind(ask) for key, ask in QUESTIONS.items()}
        key = max(places, key=lambda one: places[one])
        if said.rfind("Enter confirms it.") > places[key]:
            return ""
        words = "/" if key.partition(".")[0] in FREE_WORDS else ""
        return self._next(key, f"{words}{self.otherwise}")

    def _next(self, key: str, otherwise: str) -> str:
        lines = self.answers.get(key, otherwise)
        if isinstance(lines, str):
            return lines
        place = self.used.get(key, 0)
        self.used[key] = place + 1
        return lines[place] if place < len(lines) else "quit"


@dataclass(frozen=True)
class Held:
    """A conversation that is over."""

    shown: bool
    text: str
    typed: tuple[str, ...]

    @property
    def said(self) -> str:
        """Everything written, without line ends."""
        return flat(self.text)


def interview_with(
    answers: Mapping[str, str | list[str]],
    otherwise: str = "skip",
    save: Path | None = None,
    quick: bool = False,
    start: Interview | None = None,
) -> Held:
    """Hold an interview with a person who answers so."""
    person = Person(answers, otherwise=otherwise)
    lines = Lines(person, person.written)
    shown = hold(LIBRARY, start or Interview.start(LIBRARY, ROLE), quick, save, lines)
    return Held(shown, person.written.getvalue(), tuple(person.typed))


def type_lines(
    *typed: str, save: Path | None = None, quick: bool = False, start: Interview | None = None
) -> Held:
    """Hold an interview with these lines as the whole input."""
    written = io.StringIO()
    lines = Lines(io.StringIO("".join(f"{line}\n" for line in typed)), written)
    shown = hold(LIBRARY, start or Interview.start(LIBRARY, ROLE), quick, save, lines)
    return Held(shown, written.getvalue(), typed)


def index_in(path: Path) -> float:
    """The displayed index of an answers file."""
    _, interview = read_answers(path, LIBRARY)
    return personalise(interview).assess().index


class Typed(io.StringIO):
    """Lines of somebody at a terminal."""

    def isatty(self) -> bool:
        return True
