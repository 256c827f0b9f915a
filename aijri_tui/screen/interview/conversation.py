"""The conversation as an immutable state: the interview, where we are in it, what was last said. No widgets here."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any, Literal

from aijri_engine.interview.events import live_events
from aijri_engine.interview.interview import Interview
from aijri_engine.interview.path import Step
from aijri_engine.interview.telling import answer_text
from aijri_engine.interview.understanding import Reading, understand
from aijri_engine.interview.values import Problem
from aijri_engine.personal.bridge import bridge
from aijri_engine.personal.order import Remaining, next_step, quick_keys, remaining
from aijri_engine.personal.personalise import personalise
from aijri_engine.text import clean

REVIEW_SECTION = "review"
"""Id of the section about the whole, answered while looking the answers over."""

Opened = Literal["", "why", "help"]


@dataclass(frozen=True)
class Trouble:
    """Why something was not taken, and what would be taken instead."""

    text: str
    offers: tuple[tuple[str, Any], ...] = ()


@dataclass(frozen=True)
class Conversation:
    """Everything the interview screen shows."""

    interview: Interview
    quick: bool = False
    wanted: str = ""
    """Key of the question that was asked for, though it may be answered."""
    skipped: tuple[str, ...] = ()
    """Questions left open on purpose, in the order of leaving them."""
    told: tuple[str, ...] = ()
    """What was said after the last answer."""
    about: str = ""
    """Key of the question `told` speaks of."""
    trouble: Trouble | None = None
    opened: Opened = ""
    paused: str = ""
    """A reply instead of the next question, until the person goes on."""

    @property
    def steps(self) -> tuple[Step, ...]:
        """The questions before the review; in quick mode its few."""
        form = self.interview.form
        steps = [
            step for step in self.interview.path.steps
            if form.section_of(step.asked.question.id).id != REVIEW_SECTION
        ]  # fmt: skip
        if not self.quick:
            return tuple(steps)
        keys = quick_keys(self.interview)
        return tuple(step for step in steps if step.key in keys or step.asked.question.check or step.entry)

    @property
    def review_steps(self) -> tuple[Step, ...]:
        """The questions about the whole."""
        form = self.interview.form
        return tuple(
            step for step in self.interview.path.steps
            if form.section_of(step.asked.question.id).id == REVIEW_SECTION
        )  # fmt: skip

    @property
    def step(self) -> Step | None:
        """The open question; None when only the review is left."""
        if self.wanted:
            found = self.interview.path.step(self.wanted)
            if found is not None:
                return found
        return self._next

    @property
    def _next(self) -> Step | None:
        step = next_step(self.interview, self.quick)
        if step is None or not self._left(step):
            return next((one for one in self.steps if not one.settled and one.key not in self.skipped), None)
        return step

    def _left(self, step: Step) -> bool:
        section = self.interview.form.section_of(step.asked.question.id).id
        return step.key not in self.skipped and section != REVIEW_SECTION

    def around(self, step: Step | None) -> tuple[list[Step], list[Step]]:
        """What was said before the open question and what after it, in the order of first being said."""
        first = _first_said(self.interview)
        seen = [one for one in self.steps if one.key in first and one.settled]
        seen += [one for one in self.steps if one.key in self.skipped and not one.settled]
        places = {key: 1_000_000 + number for number, key in enumerate(self.skipped)}
        seen.sort(key=lambda one: first.get(one.key, places.get(one.key, 0)))
        keys = [one.key for one in seen]
        if step is None or step.key not in keys:
            return [one for one in seen if step is None or one.key != step.key], []
        place = keys.index(step.key)
        return seen[:place], seen[place + 1 :]

    def left(self) -> Remaining:
        """What is still open and what it could still do."""
        return remaining(self.interview)

    def quick_progress(self) -> str:
        """How many of the few quick questions are left."""
        count = sum(not one.settled and not one.asked.question.optional for one in self.steps)
        if not count:
            return "Nothing more to ask."
        return "1 more." if count == 1 else f"About {count} more."

    def understood(self, step: Step, typed: str) -> Reading:
        """What a typed line means at this question."""
        return understand(step.asked, typed, self.interview.form, self.interview.path.split)

    # ---------------------------------------------------------------- what can happen

    def answer(
        self, step: Step, value: Any, typed: str = "", seconds: float | None = None, echo: str = ""
    ) -> "Conversation":
        """With one more answer, or with what was wrong with it."""
        found = self.interview.answer(step.key, value, typed, seconds)
        if isinstance(found, Problem):
            return replace(self, trouble=Trouble(found.text(), found.offers))
        return self._went_on(step, found, echo)

    def not_sure(self, step: Step, seconds: float | None = None) -> "Conversation":
        """The person does not know."""
        return self._stated(step, self.interview.not_sure(step.key, seconds=seconds),
                            "It does not move your index; your range may be wider for it.")  # fmt: skip

    def declined(self, step: Step, seconds: float | None = None) -> "Conversation":
        """The person would rather not say."""
        return self._stated(
            step, self.interview.declined(step.key, seconds=seconds), self.interview.library.wording.declined
        )

    def _stated(self, step: Step, found: "Interview | Problem", words: str) -> "Conversation":
        if isinstance(found, Problem):
            return replace(self, trouble=Trouble(found.text()))
        return replace(self._went_on(step, found, ""), told=(words,))

    def _went_on(self, step: Step, after: Interview, echo: str) -> "Conversation":
        told, about = [step.asked.question.moves], step.key
        if step.settled:
            told, about = [_changed_words(step, after.path.step(step.key))], ""
        if after.revealed:
            told.append(moved_text(self.interview, after))
        skipped = tuple(key for key in self.skipped if key != step.key)
        return replace(
            self, interview=after, wanted="", skipped=skipped, told=tuple(told), about=about, trouble=None, opened="",
        )  # fmt: skip

    @property
    def editing(self) -> bool:
        """An answer that was given before is open."""
        step = self.step
        return bool(self.wanted) and step is not None and step.settled

    def leave_as_it_was(self) -> "Conversation":
        """On from an answer that was opened again, without changing it."""
        return replace(self, wanted="", trouble=None, opened="", told=(), about="")

    def skip(self, step: Step) -> "Conversation":
        """Leave it as it is."""
        left = self.skipped if step.settled or step.key in self.skipped else (*self.skipped, step.key)
        return replace(self, skipped=left, wanted="", trouble=None, opened="", told=())

    def back(self, step: Step | None) -> "Conversation":
        """The question before this one becomes the open one."""
        before, _ = self.around(step)
        if not before:
            return replace(self, trouble=Trouble("This is the first question."))
        return self.go_to(before[-1].key)

    def go_to(self, key: str) -> "Conversation":
        """Open the question of that key, its answer ready to be changed."""
        return replace(self, wanted=key, trouble=None, opened="", told=(), paused="")

    def edit(self, wanted: str) -> "Conversation":
        """Open the answer that these words name; without words, the last one."""
        if not wanted.strip():
            return self.back(self.step)
        words = clean(wanted, 80).strip().casefold()
        steps = self.steps
        if words.isascii() and words.isdigit() and 1 <= int(words[:4]) <= len(steps):
            return self.go_to(steps[int(words[:4]) - 1].key)
        matches: tuple[Callable[[Step], bool], ...] = (
            lambda one: words in (one.key, one.asked.question.id, one.asked.name.casefold()),
            lambda one: words in f"{one.asked.name} {one.key} {one.asked.item_name}".casefold(),
            lambda one: set(words.split()) <= set(f"{one.asked.name} {one.key}".casefold().split()),
            lambda one: words in one.asked.ask.casefold(),
        )
        for fits in matches:
            found = next((one for one in steps if fits(one)), None)
            if found is not None:
                return self.go_to(found.key)
        return replace(self, trouble=Trouble("No question of that number or name. F9 lists them all."))

    def undo(self) -> "Conversation":
        """Take back the last answer."""
        after = self.interview.undo()
        if after is self.interview:
            return replace(self, trouble=Trouble("There is nothing to undo."))
        key = self.interview.events[after.events[-1].data["number"]].question
        asked = after.asked(key)
        skipped = tuple(one for one in self.skipped if one != key)
        name = asked.name if asked else key
        return replace(self, interview=after, wanted=key, skipped=skipped, told=(f"Taken back: {name}.",), about="",
                       trouble=None, opened="")  # fmt: skip

    @property
    def result_seen(self) -> bool:
        """The result was opened at some time, not only a score on the way."""
        return any(
            one.kind == "revealed" and one.data.get("where") == "result" for one in self.interview.events
        )

    def revealed(self, where: str) -> "Conversation":
        """The figure is seen from now on, and that is recorded; the result's once more where only a score was seen."""
        if self.interview.revealed and (where != "result" or self.result_seen):
            return self
        return replace(self, interview=self.interview.reveal(where))

    def open(self, what: Opened) -> "Conversation":
        """Show or hide the why or the help of the open question."""
        return replace(self, opened="" if self.opened == what else what, trouble=None)


def begin(interview: Interview, quick: bool, place: str) -> Conversation:
    """A conversation before its first question: how long it takes, and where the answers go."""
    wording = interview.library.wording
    consent = wording.consent.alone.replace("{folder}", place)
    opening = interview.form.file.opening
    return Conversation(interview, quick, paused="\n\n".join((opening, consent, wording.not_for)))


def moved_text(before: Interview, after: Interview) -> str:
    """What a change of answers moved, in points."""
    personal = personalise(after)
    found, now = bridge(personalise(before), personal), personal.assess()
    if not found.rows:
        return f"It did not move your index, which stands at {now.index:.1f}."
    return f"Your index moved by {found.shown_change:+.1f}, to {now.index:.1f}, {now.zone.value}."


def _changed_words(before: Step, now: Step | None) -> str:
    """What became of an answer that was given again."""
    if now is None or now.state != before.state or now.value != before.value:
        told = f", now: {told_answer(now)}" if now is not None else ""
        return f"Changed: {before.asked.name}{told}."
    return f"{before.asked.name}: as it was."


def told_answer(step: Step) -> str:
    """An answer in one line."""
    return answer_text(step)


def _first_said(interview: Interview) -> dict[str, int]:
    """Number of the event that first answered each question."""
    first: dict[str, int] = {}
    for number, event in live_events(interview.events):
        if event.kind in ("answered", "not_sure", "declined"):
            first.setdefault(event.question, number)
    return first
