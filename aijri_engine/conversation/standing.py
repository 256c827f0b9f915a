"""Where a conversation stands: the interview, the open question, what was said of it before, and what was last said."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any, Literal

from aijri_engine.content.meanings import SPLIT
from aijri_engine.interview.accept import accept, json_of
from aijri_engine.interview.duration import rows_to_come
from aijri_engine.interview.events import GIVEN, live_events
from aijri_engine.interview.interview import Interview
from aijri_engine.interview.path import Step, value_text
from aijri_engine.interview.understanding.words.positions import numbered
from aijri_engine.interview.understanding.words.tokens import FILLER, holds, words_of
from aijri_engine.interview.understanding.yes_no import NO, YES
from aijri_engine.interview.values import Problem
from aijri_engine.personal.order import (
    NOTHING_TO_MOVE,
    Remaining,
    asked_steps,
    next_step,
    of_review,
    remaining,
)
from aijri_engine.personal.worth import worth_of
from aijri_engine.text import clean, counted

LONGEST_WANTED = 80
"""Signs of the words that name a question [ours]."""

Opened = Literal["", "why", "help", "again"]

BESIDE = "beside "
"""Before the key of a question for which something was said beside another answer."""

UNSAID = {
    "not_sure": "Last time: not sure. Enter says so again, `help` shows the question.",
    "open": "Not answered last time. Enter leaves it so, `help` shows the question.",
}
"""What is said of a question that the sitting before left without an answer, and what enter does about it."""


@dataclass(frozen=True)
class Trouble:
    """Why a line was not taken, and what would be taken instead."""

    text: str
    offers: tuple[tuple[str, Any], ...] = ()
    """Label and value; a value may be a `Command`."""
    confirm: bool = False
    """A yes takes the first offer, a no drops it."""
    next: tuple[tuple[str, Any], ...] = ()
    """Offers that are put after a no, not before: the options of the question stand there with their letters."""
    by_letter: bool = False
    """A yes might take the opposite of what was said: an offer is taken by its letter, or its number, alone."""

    @property
    def lettered(self) -> bool:
        """What is put are options, each with its letter."""
        return all(label[1:3] == ") " for label, _ in self.offers)

    @property
    def stands(self) -> bool:
        """What is put stays where something else is asked meanwhile."""
        return self.confirm or self.by_letter


@dataclass(frozen=True)
class Standing:
    """Everything a face shows of an interview being held."""

    interview: Interview
    quick: bool = False
    wanted: str = ""
    """Key of the question that was asked for, though it may be answered."""
    noted: str = ""
    """What was understood of the last answer, in a few words."""
    told: tuple[str, ...] = ()
    """What was said after the last answer."""
    about: str = ""
    """Key of the question `told` speaks of."""
    trouble: Trouble | None = None
    opened: Opened = ""
    """What is shown of the open question: its why, its help, or all of it again."""
    paused: str = ""
    """A reply instead of the next question, until the person goes on."""
    reply: tuple[str, ...] = ()
    """What was said to a question of the person; the open question stays."""
    at: int = 0
    """Row of a grid from which on rows are asked one by one."""
    row_alone: bool = False
    """The row at hand was named to be changed: the others stay."""
    unclear: str = ""
    """The last line about a week that was not clear; the next one may complete it. Never stored."""
    today: date | None = None
    """The day of the sitting, from which a time told by its date is worked out. Never stored."""

    @cached_property
    def steps(self) -> tuple[Step, ...]:
        """The questions before the review; in quick mode its few."""
        return asked_steps(self.interview, self.quick)

    @cached_property
    def review_steps(self) -> tuple[Step, ...]:
        """The questions about the whole."""
        return tuple(step for step in self.interview.path.steps if of_review(self.interview, step))

    @property
    def skipped(self) -> tuple[str, ...]:
        """Questions left open on purpose, in the order of leaving them."""
        return self.interview.answers.skipped

    @cached_property
    def step(self) -> Step | None:
        """The open question; None when only the review is left."""
        asked_for = self.interview.path.step(self.wanted) if self.wanted else None
        return asked_for or self._next

    @property
    def _next(self) -> Step | None:
        """The open question that matters most and was not skipped; worked out once for an interview."""
        left_out = frozenset(
            (*self.skipped, *self.interview.left_before, *(step.key for step in self.review_steps))
        )
        return self.interview.once(
            f"next:{self.quick}", lambda: next_step(self.interview, self.quick, left_out)
        )

    @property
    def asked_again(self) -> tuple[Step, ...]:
        """Open questions that were answered until another answer changed what they are about, or a week their rows."""
        answers, week = self.interview.answers, self.interview.answers.get(SPLIT)
        left = [one for one in self.steps if not one.settled and one.key not in self.skipped]
        rows = {one.key for one in left if one.entry and week and one.entry.number < week.number}
        return tuple(one for one in left if one.key in answers.opened_again | rows)

    @property
    def editing(self) -> bool:
        """An answer that was given before is open."""
        step = self.step
        return bool(self.wanted) and step is not None and step.settled

    @property
    def numbered(self) -> bool:
        """What is offered is picked by number; not where a number is an answer, or picks an option of the question."""
        step = self.step
        trouble = self.trouble
        put = (
            trouble is not None and trouble.stands and (bool(step and step.asked.choices) or trouble.lettered)
        )
        return step is not None and not step.asked.question.takes.number and not put

    @property
    def known(self) -> Any:
        """Parts of the open question's answer that were said so far, else the answer that is being changed; JSON."""
        step = self.step
        if step is None:
            return None
        draft = self.interview.answers.drafts.get(step.key)
        return draft if draft is not None else json_of(step.value) if step.value is not None else None

    def earlier(self, step: Step) -> Any:
        """What this question was answered before, in this sitting or the one before, where it still fits; else None.

        Enter alone keeps it, or confirms it.
        """
        if step.entry is not None or self.interview.answers.get(step.key) is not None:
            return None
        before = self.interview.earlier_value(step.key)
        found = (
            None
            if before is None
            else accept(step.asked, before, self.interview.form, self.interview.path.split)
        )
        return None if isinstance(found, Problem) else found

    def earlier_words(self, step: Step) -> str:
        """The same in words, and what enter does about it; empty where there is none."""
        value = self.earlier(step)
        if value is None:
            return UNSAID.get(self.unsaid(step), "")
        if not self.interview.earlier_session:
            return f"You said before: {value_text(step.asked, value)}. Enter alone says so again."
        return f"Last time: {value_text(step.asked, value)}. Enter confirms it."

    def in_short(self, step: Step) -> bool:
        """An answer of the sitting before stands ready: the question is only named until `help` puts it whole."""
        return bool(
            self.interview.earlier_session
            and self.opened not in ("help", "again")
            and self.earlier_words(step)
        )

    def unsaid(self, step: Step) -> str:
        """How the sitting before left this question, as long as nothing is said of it in this one."""
        touched = step.entry is not None or step.key in self.interview.answers.drafts or self.at
        return "" if touched else self.interview.unsaid_before(step.key)

    def around(self, step: Step | None) -> tuple[list[Step], list[Step]]:
        """What was said before the open question and what after it, in the order of first being said."""
        first = _first_said(self.interview)
        seen = [one for one in self.steps if one.key in first and one.settled]
        seen += [one for one in self.steps if one.key in self.skipped and not one.settled]
        late = {key: len(self.interview.events) + number for number, key in enumerate(self.skipped)}
        seen.sort(key=lambda one: first.get(one.key, late.get(one.key, 0)))
        keys = [one.key for one in seen]
        if step is None or step.key not in keys:
            return [one for one in seen if step is None or one.key != step.key], []
        place = keys.index(step.key)
        return seen[:place], seen[place + 1 :]

    def place_words(self, step: Step) -> str:
        """Which question this is, in the order of asking, and about how many come after it.

        The number never goes back: one that was said before is called by its name. What is optional is not counted.
        """
        said = {*_first_said(self.interview), *self.skipped}
        if step.key in said:
            return f"{step.asked.name}, once more{self.worth_words(step)}."
        left = [one for one in self.steps if not one.settled and one.key not in (step.key, *self.skipped)]
        to_come = sum(not one.asked.question.optional for one in left) + rows_to_come(self.interview)
        after = f", about {to_come} more" if to_come > 0 else ""
        return f"Question {len(said) + 1}{after}{self.worth_words(step)}."

    def worth_words(self, step: Step) -> str:
        """Of a question that may be left open, that it may, and what it could move; empty where it is needed."""
        if self.quick or not (step.asked.question.optional or self.left.whole) or step.settled:
            return ""
        worth = worth_of(self.interview, step.key)
        points = max(-worth.lowest, worth.highest)
        told = (
            f"up to {counted(round(points), 'point')}" if points >= 10 * NOTHING_TO_MOVE else "moves little"
        )
        return f" (optional; {told if points >= NOTHING_TO_MOVE else 'moves nothing'})"

    @property
    def left(self) -> Remaining:
        """What is still open and what it could still do."""
        return remaining(self.interview, self.quick)

    def named(self, wanted: str) -> Step | None:
        """The question meant by a number of the list, or by words of its name; in quick mode of any on the path."""
        words = clean(wanted, LONGEST_WANTED).strip().casefold().removeprefix("the ").removeprefix("my ")
        said = [word for word in words_of(words) if word not in ("the", "my")]
        if (place := numbered(words, len(self.steps))) is not None:
            return self.steps[place]
        matches: tuple[Callable[[_Called], bool], ...] = (
            lambda one: words in one.names,
            lambda one: _begin(said, one.words),
            lambda one: set(said) <= set(one.named),
            lambda one: holds(one.ask, said),
        )
        if not any(len(word) > 1 and word not in FILLER | NO | YES for word in said):
            matches = matches[:1]
        for fits in matches:
            found = next((one.step for one in self._called if fits(one)), None)
            if found is not None:
                return found
        return None

    def row_named(self, wanted: str) -> tuple[Step, int] | None:
        """The answered grid with a row of its own of that name, and the place of the row; None for none, or two."""
        said = [word for word in words_of(clean(wanted, LONGEST_WANTED)) if word not in ("the", "my")]
        found = [
            (step, at)
            for step in self.steps
            if step.settled and step.asked.question.rows_from is None
            for at, row in enumerate(step.asked.rows)
            if words_of(row.short) == said
        ]
        return found[0] if len(found) == 1 else None

    @cached_property
    def _called(self) -> tuple["_Called", ...]:
        path = self.interview.path
        return tuple(map(_Called.of, (*self.steps, *path.steps, *path.unasked)))

    def said_beside(self, key: str) -> tuple[str, Any] | None:
        """Words and value of an answer to this question that stood beside that to another one; never scored."""
        said = self.interview.answers.drafts.get(BESIDE + key)
        return (said["words"], said["value"]) if isinstance(said, Mapping) else None


@dataclass(frozen=True)
class _Called:
    """A question and the words it may be called by."""

    step: Step
    names: frozenset[str]
    words: Sequence[str]
    named: Sequence[str]
    ask: Sequence[str]

    @classmethod
    def of(cls, step: Step) -> "_Called":
        asked, name = step.asked, step.asked.name.casefold()
        return cls(
            step,
            frozenset((step.key, asked.question.id, name, name.removeprefix("your "))),
            words_of(f"{name} {step.key} {asked.item_name}"),
            words_of(f"{name} {step.key}"),
            words_of(asked.ask),
        )


def _begin(said: Sequence[str], words: Sequence[str]) -> bool:
    """What was said stands in the words, in order, the last of it perhaps begun only."""
    starts = range(len(words) - len(said) + 1)
    return any(
        list(words[at : at + len(said) - 1]) == list(said[:-1])
        and words[at + len(said) - 1].startswith(said[-1])
        for at in starts
    )


def _first_said(interview: Interview) -> dict[str, int]:
    """Number of the event that first answered each question."""
    first: dict[str, int] = {}
    for number, event in live_events(interview.events):
        if event.kind in (*GIVEN, "not_sure", "declined"):
            first.setdefault(event.question, number)
    return first
