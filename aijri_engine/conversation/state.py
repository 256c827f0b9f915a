"""A conversation as an immutable value: the interview, where we are in it, and what was last said."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any, Literal

from aijri_engine.content.meanings import FROM_CALENDAR
from aijri_engine.interview.accept import accept, json_of
from aijri_engine.interview.duration import opening_words, rows_to_come
from aijri_engine.interview.events import GIVEN, live_events
from aijri_engine.interview.interview import Interview
from aijri_engine.interview.path import Step, answer_text, value_text
from aijri_engine.interview.values import Problem
from aijri_engine.personal.acknowledgement import acknowledgement
from aijri_engine.personal.near_work import near_work
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

Opened = Literal["", "why", "help"]

BESIDE = "beside "
"""Before the key of a question for which something was said beside another answer."""

LEFT_OPEN = "Not answered yet. `edit` brings it back."
UNSAID = {
    "not_sure": "Last time: not sure. Enter says so again, `help` shows the question.",
    "open": "Not answered last time. Enter leaves it so, `help` shows the question.",
}
"""What is said of a question that the sitting before left without an answer, and what enter does about it."""
NOT_SURE = "It does not move your index; your range may be wider for it."
WITH_A_DOUBT = "That you are not sure of it is kept beside the answer."
UNDO_IT = "If that is not what you meant, type undo."


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


@dataclass(frozen=True)
class Conversation:
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
    paused: str = ""
    """A reply instead of the next question, until the person goes on."""
    reply: tuple[str, ...] = ()
    """What was said to a question of the person; the open question stays."""
    at: int = 0
    """Row of a grid from which on rows are asked one by one."""
    unclear: str = ""
    """The last line about a week that was not clear; the next one may complete it. Never stored."""

    # ---------------------------------------------------------------- where we are

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
    def editing(self) -> bool:
        """An answer that was given before is open."""
        step = self.step
        return bool(self.wanted) and step is not None and step.settled

    @property
    def numbered(self) -> bool:
        """What is offered is picked by number; not where a number is an answer, or picks an option of the question."""
        step = self.step
        put = self.trouble is not None and self.trouble.confirm
        return step is not None and not step.asked.question.takes.number and not (put and step.asked.choices)

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
            return "You answered this before. Enter alone keeps that answer."
        return f"Last time: {value_text(step.asked, value)}. Enter confirms it."

    def in_short(self, step: Step) -> bool:
        """An answer of the sitting before stands ready: the question is only named until `help` puts it whole."""
        return bool(self.interview.earlier_session and self.opened != "help" and self.earlier_words(step))

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

    def place(self, step: Step) -> tuple[int, int]:
        """Number of this question in the order of asking, and about how many there are without what is optional."""
        steps = [*self.steps, *(() if self.quick else self.review_steps)]
        before = len(self.around(step)[0])
        asked = [one for one in steps if one.settled or not one.asked.question.optional]
        return before + 1, max(len(asked) + rows_to_come(self.interview), before + 1)

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
        words = clean(wanted, LONGEST_WANTED).strip().casefold()
        steps = self.steps
        if words.isascii() and words.isdigit():
            return steps[int(words[:4]) - 1] if 1 <= int(words[:4]) <= len(steps) else None
        matches: tuple[Callable[[Step], bool], ...] = (
            lambda one: words in (one.key, one.asked.question.id, one.asked.name.casefold()),
            lambda one: words in f"{one.asked.name} {one.key} {one.asked.item_name}".casefold(),
            lambda one: set(words.split()) <= set(f"{one.asked.name} {one.key}".casefold().split()),
            lambda one: words in one.asked.ask.casefold(),
        )
        for fits in matches:
            found = next((one for one in (*steps, *self.interview.path.steps) if fits(one)), None)
            if found is not None:
                return found
        return None

    # ---------------------------------------------------------------- what can happen

    def onward(self, **changes: Any) -> "Conversation":
        """Without what was said at the question that is being left."""
        fresh: dict[str, Any] = {"wanted": "", "noted": "", "told": (), "about": "", "trouble": None, "opened": "",
                                 "paused": "", "reply": (), "at": 0, "unclear": ""}  # fmt: skip
        return replace(self, **(fresh | changes))

    def troubled(
        self, text: str, offers: tuple[tuple[str, Any], ...] = (), confirm: bool = False
    ) -> "Conversation":
        """With a word about why a line was not taken; where letters pick, one reading is put at a time."""
        lettered = confirm and self.step is not None and bool(self.step.asked.choices)
        shown = 1 if lettered else len(offers)
        return replace(self, trouble=Trouble(text, offers[:shown], confirm, offers[shown:]), reply=())

    def answer(
        self,
        step: Step,
        value: Any,
        typed: str = "",
        seconds: float | None = None,
        echo: str = "",
        sure: bool = True,
        unsure: bool = False,
    ) -> "Conversation":
        """With one more answer, or with what was wrong with it; `unsure` where the person said so."""
        after = self.interview.answer(step.key, value, typed, seconds, unsure)
        if isinstance(after, Problem):
            return self.objected(step, after, value if typed else None)
        now = after.path.step(step.key)
        noted = echo.replace(" · ", ", ").strip().rstrip(".") or (
            answer_text(now) if now is not None else "taken"
        )
        told, about = list(acknowledgement(self.interview, after, step.key)), step.key
        if step.settled:
            undo = "" if sure else f" {UNDO_IT}"
            told, about, noted = [_changed_words(step, now) + undo, *told[1:]], "", ""
        elif not sure:
            told, noted = [f"Understood as: {noted or echo}. {UNDO_IT}", *told], ""
        if unsure:
            told.append(WITH_A_DOUBT)
        if (entry := after.answers.get(step.key)) is not None and entry.confirmed:
            told, noted = [], ""
        asked_for = {option.tells for option in step.asked.question.options if option.id == value}
        paused = near_work(after) if "near_work" in asked_for else ""
        return self.onward(interview=after, noted=noted, told=tuple(told), about=about, paused=paused)

    def answer_from_file(self, step: Step, value: Any) -> "Conversation":
        """With a week read from a calendar or time sheet, which then is what its figures rest on."""
        talk = self.answer(step, value)
        basis = talk.interview.path.step(talk.interview.form.key_of("basis"))
        if talk.trouble is None and basis and any(one.id == FROM_CALENDAR for one in basis.asked.choices):
            after = talk.interview.answer(basis.key, FROM_CALENDAR)
            talk = talk if isinstance(after, Problem) else replace(talk, interview=after)
        return talk

    def objected(self, step: Step, problem: Problem, value: Any) -> "Conversation":
        """With an objection to a value; a typed week that does not add up is kept, to be changed row by row."""
        kept = self
        if step.asked.question.takes.shares and isinstance(value, dict):
            kept = replace(self, interview=self.interview.draft(step.key, value))
        return kept.troubled(problem.text(), problem.offers)

    def drafted(self, step: Step, parts: Any) -> "Conversation":
        """With parts of the open question's answer, which then are on disk."""
        return replace(
            self,
            interview=self.interview.draft(step.key, parts),
            wanted=step.key,
            trouble=None,
            reply=(),
            opened="",
        )

    def said_beside(self, key: str) -> tuple[str, Any] | None:
        """Words and value of an answer to this question that stood beside that to another one; never scored."""
        said = self.interview.answers.drafts.get(BESIDE + key)
        return (said["words"], said["value"]) if isinstance(said, Mapping) else None

    def keep_beside(self, key: str, words: str, value: Any) -> "Conversation":
        """Keep what was said of another question until that one comes."""
        return replace(self, interview=self.interview.draft(BESIDE + key, {"words": words, "value": value}))

    def drop_beside(self, key: str) -> "Conversation":
        """What was said of this question beside another one was not meant."""
        said = self.said_beside(key)
        return replace(self, interview=self.interview.draft(BESIDE + key, None)) if said else self

    def not_sure(self, step: Step, seconds: float | None = None) -> "Conversation":
        """The person does not know."""
        return self._stated(step, self.interview.not_sure(step.key, seconds=seconds), "not sure", NOT_SURE)

    def declined(self, step: Step, seconds: float | None = None) -> "Conversation":
        """The person would rather not say."""
        words = self.interview.library.wording.declined
        return self._stated(step, self.interview.declined(step.key, seconds=seconds), "", words)

    def _stated(self, step: Step, after: "Interview | Problem", noted: str, words: str) -> "Conversation":
        if isinstance(after, Problem):
            return self.troubled(after.text())
        told = [words, *acknowledgement(self.interview, after, step.key)[1:]]
        return self.onward(interview=after, noted=noted, told=tuple(told), about=step.key)

    def leave_as_it_was(self) -> "Conversation":
        """On from an answer that was opened again, without changing it."""
        return self.onward()

    def skip(self, step: Step) -> "Conversation":
        """Leave it as it is."""
        if step.settled:
            return self.onward()
        return self.onward(interview=self.interview.skip(step.key), told=(LEFT_OPEN,))

    def skip_section(self, step: Step) -> "Conversation":
        """Leave this question and all that are open beside it in its section."""
        interview = self.interview
        here = [one for one in self.steps if one.asked.section == step.asked.section and not one.settled]
        for one in here:
            interview = interview.skip(one.key)
        return self.onward(
            interview=interview, told=(f"{len(here)} not answered yet. `edit` brings any of them back.",)
        )

    def back(self, step: Step | None) -> "Conversation":
        """The question before this one becomes the open one."""
        before, _ = self.around(step)
        if not before:
            return self.troubled("This is the first question.")
        return self.go_to(before[-1].key)

    def go_to(self, key: str) -> "Conversation":
        """Open the question of that key, its answer ready to be changed."""
        return self.onward(wanted=key)

    def edit(self, wanted: str) -> "Conversation":
        """Open the answer that these words name."""
        step = self.named(wanted)
        if step is None:
            return self.troubled("No question of that number or name. `summary` lists them.")
        return self.go_to(step.key)

    def undo(self) -> "Conversation":
        """Take back the last answer."""
        after = self.interview.undo()
        if after is self.interview:
            return self.troubled("There is nothing to undo.")
        key = self.interview.events[after.events[-1].data["number"]].question
        asked = after.asked(key)
        name = asked.name if asked else clean(key, LONGEST_WANTED)
        return self.onward(interview=after, wanted=key, told=(f"Taken back: {name}.",))

    def start_over(self) -> "Conversation":
        """Every answer is open again; what was said before stays in the log."""
        interview = self.interview
        for key in self.interview.answers.entries:
            interview = interview.clear(key)
        return self.onward(interview=interview, told=("All answers are taken back.",))

    def revealed(self, where: str) -> "Conversation":
        """The figure is seen from now on, and that is recorded; the result's once more where only a score was seen."""
        interview = self.interview
        if interview.revealed and (where != "result" or interview.result_seen):
            return self
        return replace(self, interview=interview.reveal(where))

    def open(self, what: Opened) -> "Conversation":
        """Show or hide the why or the help of the open question; what is put to be confirmed stays."""
        put = self.trouble if self.trouble is not None and self.trouble.confirm else None
        return replace(self, opened="" if self.opened == what else what, trouble=put, reply=())


def begin(interview: Interview, quick: bool = False, place: str = "", server: bool = False) -> Conversation:
    """A conversation before its first question: how long it takes, where the answers go, what it is not for.

    A guided one leaves out where the answers go: consent was asked before.
    """
    wording = interview.library.wording
    consent = "" if interview.guided else wording.consent.alone_text(place, server)
    opening = wording.say("again") if interview.earlier_session else opening_words(interview)
    words = (opening, consent, wording.not_for)
    return Conversation(interview.paced(quick), quick, paused="\n\n".join(one for one in words if one))


def _changed_words(before: Step, now: Step | None) -> str:
    """What became of an answer that was given again."""
    if now is None or now.state != before.state or now.value != before.value:
        told = f", now: {answer_text(now)}" if now is not None else ""
        return f"Changed: {before.asked.name}{told}."
    return f"{before.asked.name}: as it was."


def _first_said(interview: Interview) -> dict[str, int]:
    """Number of the event that first answered each question."""
    first: dict[str, int] = {}
    for number, event in live_events(interview.events):
        if event.kind in (*GIVEN, "not_sure", "declined"):
            first.setdefault(event.question, number)
    return first
