"""An interview: a form, a log of events, and what follows from them. Immutable: every act gives a new one."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any, Literal

from aijri_engine.content.library import Library
from aijri_engine.content.once import Once
from aijri_engine.interview.accept import accept, json_of
from aijri_engine.interview.answers_file import entries_of
from aijri_engine.interview.answers_mapping import mapping_of
from aijri_engine.interview.events import GIVEN, Answers, Event, fold, last_undoable, live_events
from aijri_engine.interview.form import Asked, Form
from aijri_engine.interview.path import Path, Step, walk, with_all_rows
from aijri_engine.interview.reopened import opened_again
from aijri_engine.interview.values import Problem
from aijri_engine.text import clean

LONGEST_TYPED = 500
"""Characters of typed words kept in the log [ours]."""

QUICK = "quick"
"""Under which it is kept that only the questions which say most are wanted."""

DEFAULT_SEED = 2026
"""Constant, so that the same answers always give the same range [ours]."""


@dataclass(frozen=True, slots=True)
class OutlineRow:
    """One line of the outline: a question and what is known of it."""

    section: str
    key: str
    ask: str
    state: str
    value: Any
    """JSON value; None when there is none."""


@dataclass(frozen=True)
class Interview(Once):
    """One person's interview about one role."""

    form: Form
    library: Library
    events: tuple[Event, ...] = ()
    seed: int = DEFAULT_SEED

    def __repr__(self) -> str:
        return f"<Interview about {self.form.role.id}, {len(self.events)} events>"

    @classmethod
    def start(
        cls, library: Library, role: str, seed: int = DEFAULT_SEED, guided: bool = False, covered: bool = True
    ) -> "Interview":
        """A new interview. Raises `LookupError` for a role the library does not have.

        A `guided` one is held with a coach, who keeps the index `covered` unless they chose otherwise.
        """
        form = Form.of(library, role)
        data = {"role": role, "versions": library.versions(role), "seed": seed}
        if guided:
            data["guided"] = "covered" if covered else "open"
        return cls(form, library, (Event("started", data=data),), seed)

    def again(self, session: str, library: Library | None = None) -> "Interview":
        """A new sitting about the same role, in which each answer of this one (kept as `session`) can be confirmed.

        What was not sure, or still open when the index was seen, can be left so in the same way. What the person would
        rather not say is not asked again, nor what they skipped: it can be said in the review.
        Raises `LookupError` for a role that is gone.
        """
        begun = Interview.start(library or self.library, self.role_id, self.seed)
        entries = self.answers.entries
        said = {key: one.value for key, one in entries.items() if one.state == "answered"}
        first = begun.events[0]
        left = [step.key for step in self.path.steps if step.state == "open" and step.asked.question.optional]
        left += self.answers.skipped
        unsaid = {
            step.key: step.state
            for step in self.path.steps
            if step.state == "not_sure" or (step.state == "open" and self.revealed and step.key not in left)
        }
        earlier = {"session": session, "answers": said, "left": left, "unsaid": unsaid}
        first = replace(first, data={**first.data, "earlier": earlier})
        silent = [Event("declined", key) for key, one in entries.items() if one.state == "declined"]
        return replace(begun, events=(first, *silent))

    @classmethod
    def resume(
        cls, library: Library, role: str, events: Iterable[Event], seed: int = DEFAULT_SEED
    ) -> "Interview":
        """The interview that a stored log stands for."""
        return cls(Form.of(library, role), library, tuple(events), seed)

    @classmethod
    def from_answers(
        cls, library: Library, role: str, answers: Mapping[str, Any], seed: int = DEFAULT_SEED
    ) -> "Interview | Problem":
        """An interview filled from the `answers` mapping of an answers file, or the first problem in it."""
        interview = cls.start(library, role, seed)
        entries = entries_of(interview.form, answers)
        if not isinstance(entries, list):
            return entries.problem
        return replace(interview, events=interview.events + tuple(entries))

    @cached_property
    def answers(self) -> Answers:
        """The answers as they stand."""
        return fold(self.events)

    @cached_property
    def path(self) -> Path:
        """What is asked, and the state of each answer."""
        return walk(self.form, self.answers)

    @property
    def role_id(self) -> str:
        """Id of the base role."""
        return self.form.role.id

    def step(self, key: str) -> Step | None:
        """The step of that key; None off the path."""
        return self.path.step(key)

    def asked(self, key: str) -> Asked | None:
        """The question of that key, on the path or not (rows of other work only while they exist)."""
        step = self.path.step(key)
        if step is not None:
            return step.asked
        question_id, _, item = key.partition(".")
        return self.form.single.get(key) or self.form.for_task.get((question_id, item))

    def answer(
        self, question: str, value: Any, typed: str = "", seconds: float | None = None, unsure: bool = False
    ) -> "Interview | Problem":
        """This interview with one more answer (JSON or canonical value), or why it was not taken.

        `unsure` records that the person said so; it is told with what the index rests on, and moves no figure.
        """
        asked = self.asked(question)
        if asked is None:
            return Problem(question, f"There is no question {clean(question, 60)!r} here.")
        canonical = accept(
            with_all_rows(asked, self.form), json_of(value), self.form, self._split_before(question)
        )
        if isinstance(canonical, Problem):
            return canonical
        data: dict[str, Any] = {"fingerprint": asked.fingerprint()} | ({"unsure": True} if unsure else {})
        words = clean(typed, LONGEST_TYPED)
        event = Event("answered", question, json_of(canonical), words, seconds, data)
        if self._confirms(asked, event):
            event = Event("confirmed", question, event.value, data={**data, "from": self.earlier_session})
        by = {"by": len(self.events)}
        again = opened_again(asked, canonical, self.answers, self.path, self.asked)
        return self._with(event, *(Event("cleared", key, data=by) for key in again))

    def not_sure(self, question: str, typed: str = "", seconds: float | None = None) -> "Interview | Problem":
        """The person does not know; the range grows, the index does not move for it."""
        return self._state("not_sure", question, typed, seconds)

    def declined(self, question: str, typed: str = "", seconds: float | None = None) -> "Interview | Problem":
        """The person would rather not say; it is not asked again."""
        return self._state("declined", question, typed, seconds)

    def skip(self, question: str) -> "Interview":
        """Leave a question open on purpose; it is asked last, or not again."""
        return self._with(Event("skipped", question))

    def draft(self, question: str, parts: Any) -> "Interview":
        """Keep the parts of an answer said so far (JSON of that kind of question); never scored."""
        return self._with(Event("drafted", question, parts))

    def clear(self, question: str) -> "Interview":
        """Take an answer back: the question is open again, its earlier values stay in the log."""
        return self._with(Event("cleared", question))

    def undo(self) -> "Interview":
        """Take back the last change of an answer, with what it brought about; unchanged when there is none."""
        number = last_undoable(self.events)
        return self if number is None else self._with(Event("undone", data={"number": number}))

    def note(self, words: str) -> "Interview":
        """Keep a remark of the person; never scored."""
        return self._with(Event("noted", value=clean(words, LONGEST_TYPED, lines=True)))

    def reveal(self, where: str = "") -> "Interview":
        """Record that the figure was seen."""
        return self._with(Event("revealed", data={"where": where} if where else {}))

    @property
    def revealed(self) -> bool:
        """The figure was seen at some time."""
        return self.answers.revealed

    @property
    def quick(self) -> bool:
        """Only the questions that say most are wanted so far."""
        return bool(self.answers.drafts.get(QUICK, self.events[0].data.get(QUICK)))

    def paced(self, quick: bool) -> "Interview":
        """With how far the person wants to go; with the first event, where nothing was said yet."""
        if quick == self.quick:
            return self
        first, *others = self.events
        if others:
            return self.draft(QUICK, quick)
        return replace(self, events=(replace(first, data={**first.data, QUICK: quick}),))

    @property
    def guided(self) -> bool:
        """A coach guides this interview."""
        return bool(self._guidance)

    @property
    def _guidance(self) -> str:
        found = (event.data.get("guided") for event in self.events if event.kind == "started")
        return str(next(found, None) or "")

    @property
    def coach_prepares(self) -> bool:
        """Before the result is seen, the coach looks at quality panel and preview."""
        return self.guided and not self.result_seen

    @property
    def result_seen(self) -> bool:
        """The result was opened at some time, not only a score on the way."""
        return any(event.kind == "revealed" and event.data.get("where") == "result" for event in self.events)

    @property
    def kept_covered(self) -> str:
        """Why the figure must not be shown on request yet, in a sentence; empty where it may be."""
        kept = self._guidance == "covered" and not self.result_seen
        return self.library.wording.coach.covered if kept else ""

    @property
    def covered_words(self) -> str:
        """Until when the index stays covered, for a person whose figure was not shown yet."""
        return self.kept_covered or self.form.file.covered

    def outline(self) -> tuple[OutlineRow, ...]:
        """Every question on the path, with its state and value."""
        return tuple(
            OutlineRow(
                step.asked.section, step.key, step.asked.ask, step.state,
                json_of(step.value) if step.value is not None else None,
            )
            for step in self.path.steps
        )  # fmt: skip

    def earlier_value(self, question: str) -> Any:
        """The last value in the log, also of a question that was reopened, else that of the sitting before.

        To be offered again. None if never given.
        """
        for _, event in reversed(live_events(self.events)):
            if event.kind in GIVEN and event.question == question:
                return event.value
        return self._earlier_answers.get(question)

    @property
    def left_before(self) -> tuple[str, ...]:
        """Keys that were left open in the sitting this one was begun from."""
        found = self._earlier.get("left")
        return tuple(map(str, found)) if isinstance(found, list) else ()

    def unsaid_before(self, question: str) -> str:
        """`not_sure` or `open` where that is how the sitting this one was begun from left it; else empty."""
        found = self._earlier.get("unsaid")
        return str(found.get(question, "")) if isinstance(found, Mapping) else ""

    @property
    def earlier_session(self) -> str:
        """Id of the sitting whose answers are confirmed in this one; empty for a first one."""
        return str(self._earlier.get("session") or "")

    @property
    def _earlier(self) -> Mapping[str, Any]:
        found = self.events[0].data.get("earlier") if self.events else None
        return found if isinstance(found, Mapping) else {}

    @property
    def _earlier_answers(self) -> Mapping[str, Any]:
        found = self._earlier.get("answers")
        return found if isinstance(found, Mapping) else {}

    def _confirms(self, asked: Asked, event: Event) -> bool:
        """The first answer to a question is that of the sitting before, taken as it was shown."""
        before = self._earlier_answers.get(asked.key)
        if before is None or self.answers.get(asked.key) is not None:
            return False
        shown = f"{before:g}" if isinstance(before, float) else str(before)
        return event.typed.strip() in ("", shown) and event.value == before

    def values(self) -> dict[str, Any]:
        """What counts as an `answers` mapping; an answers file holds this and answers kept off the path."""
        return mapping_of(self.form, self.path)

    def _state(
        self, kind: Literal["not_sure", "declined"], question: str, typed: str, seconds: float | None
    ) -> "Interview | Problem":
        if self.asked(question) is None:
            return Problem(question, f"There is no question {clean(question, 60)!r} here.")
        step = self.path.step(question)
        rows = [row.id for row in step.asked.rows] if step is not None and step.asked.row_when else []
        data = {"rows": rows} if rows else {}
        return self._with(
            Event(kind, question, typed=clean(typed, LONGEST_TYPED), seconds=seconds, data=data)
        )

    def _split_before(self, question: str) -> Any:
        """The week as it stood before a question that divides it further."""
        asked = self.asked(question)
        if asked is not None and asked.question.part_of is not None:
            without = replace(self, events=(*self.events, Event("cleared", question)))
            return without.path.split
        return self.path.split

    def _with(self, *events: Event) -> "Interview":
        return replace(self, events=self.events + events)
