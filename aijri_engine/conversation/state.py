"""A conversation as an immutable value, and what can happen in it: every act gives the next one."""

from dataclasses import dataclass, replace
from typing import Any

from aijri_engine.content.meanings import FROM_CALENDAR
from aijri_engine.conversation.standing import BESIDE, LONGEST_WANTED, Opened, Standing, Trouble
from aijri_engine.interview.duration import opening_words
from aijri_engine.interview.interview import Interview
from aijri_engine.interview.path import Step, answer_text
from aijri_engine.interview.small_rows import WISHED
from aijri_engine.interview.understanding.replies import how
from aijri_engine.interview.values import Problem
from aijri_engine.personal.acknowledgement import acknowledgement
from aijri_engine.personal.near_work import near_work
from aijri_engine.personal.order import quick_keys
from aijri_engine.personal.scored import ranging_questions
from aijri_engine.text import clean, ended, join_words

LEFT_OPEN = "Not answered yet. `edit` brings it back."
SAID_BEFORE_UNUSED = "Not answered yet: what you said of it before is not used. `edit` brings it back."
NOT_SURE = "It does not move your index."
NOT_SURE_OF_WHAT_MOVES = "It does not move your index; your range may be wider for it."
WITH_A_DOUBT = "That you are not sure of it is kept beside the answer."
LAST_ANSWER = frozenset(
    ("last", "previous", "before", "last one", "previous one", "one before", "the one before", "the last one")
)
"""What the answer before is called where answers are told by their names."""
ASKED_AGAIN = "What you said of {0} was about the answer before this change, so that is asked again."
NO_LONGER_ASKED = "With this change nobody asks for {0} any more, and what you said of that does not count."
UNDO_IT = "If that is not what you meant, type undo."


@dataclass(frozen=True)
class Conversation(Standing):
    """An interview being held; each act leaves this one as it is and gives the next."""

    def onward(self, **changes: Any) -> "Conversation":
        """Without what was said at the question that is being left."""
        fresh: dict[str, Any] = {"wanted": "", "noted": "", "told": (), "about": "", "trouble": None, "opened": "",
                                 "paused": "", "reply": (), "at": 0, "row_alone": False, "unclear": ""}  # fmt: skip
        return replace(self, **(fresh | changes))

    def troubled(
        self, text: str, offers: tuple[tuple[str, Any], ...] = (), confirm: bool = False
    ) -> "Conversation":
        """With a word about why a line was not taken; where letters pick, one reading is put at a time."""
        lettered = self.step is not None and bool(self.step.asked.choices)
        shown = 1 if confirm and (lettered or Trouble(text, offers).lettered) else len(offers)
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
            beside = _other_answers(self, self.onward(interview=after))
            told, about, noted = [_changed_words(step, now) + undo, *beside, *told[1:]], "", ""
        elif not sure:
            told, noted = [f"Understood as: {noted or echo}. {UNDO_IT}", *told], ""
        if unsure:
            told.append(WITH_A_DOUBT)
        if (entry := after.answers.get(step.key)) is not None and entry.confirmed:
            told, noted = [], ""
        asked_for = {option.tells for option in step.asked.question.options if option.id == value}
        paused = near_work(after) if "near_work" in asked_for else ""
        return self.on_with(after, noted=noted, told=tuple(told), about=about, paused=paused)

    def on_with(self, interview: Interview, **changes: Any) -> "Conversation":
        """On after an answer: first to what is to be asked again."""
        talk = self.onward(interview=interview, **changes)
        return replace(talk, wanted=next((one.key for one in talk.asked_again), ""))

    def answer_from_file(self, step: Step, value: Any) -> "Conversation":
        """With a week read from a calendar or time sheet, which then is what its figures rest on."""
        talk = self.answer(step, value)
        basis = talk.interview.path.step(talk.interview.form.key_of("basis"))
        if talk.trouble is None and basis and any(one.id == FROM_CALENDAR for one in basis.asked.choices):
            after = talk.interview.answer(basis.key, FROM_CALENDAR)
            if not isinstance(after, Problem):
                known = _other_answers(self, talk)
                now = talk.on_with(after, noted=talk.noted, about=talk.about, paused=talk.paused)
                told = *(one for one in talk.told if one not in known), *_other_answers(self, now)
                return replace(now, told=told)
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

    def keep_beside(self, key: str, words: str, value: Any) -> "Conversation":
        """Keep what was said of another question until that one comes."""
        return replace(self, interview=self.interview.draft(BESIDE + key, {"words": words, "value": value}))

    def drop_beside(self, key: str) -> "Conversation":
        """What was said of this question beside another one was not meant."""
        said = self.said_beside(key)
        return replace(self, interview=self.interview.draft(BESIDE + key, None)) if said else self

    def not_sure(self, step: Step, seconds: float | None = None) -> "Conversation":
        """The person does not know."""
        wider = step.asked.question.id in ranging_questions(self.interview.form)
        words = NOT_SURE_OF_WHAT_MOVES if wider else NOT_SURE
        return self._stated(step, self.interview.not_sure(step.key, seconds=seconds), "not sure", words)

    def declined(self, step: Step, seconds: float | None = None) -> "Conversation":
        """The person would rather not say."""
        words = self.interview.library.wording.declined
        return self._stated(step, self.interview.declined(step.key, seconds=seconds), "", words)

    def _stated(self, step: Step, after: "Interview | Problem", noted: str, words: str) -> "Conversation":
        if isinstance(after, Problem):
            return self.troubled(after.text())
        told = [words, *acknowledgement(self.interview, after, step.key)[1:]]
        return self.on_with(after, noted=noted, told=tuple(told), about=step.key)

    def leave_as_it_was(self) -> "Conversation":
        """On from an answer that was opened again, without changing it."""
        return self.onward()

    def skip(self, step: Step) -> "Conversation":
        """Leave it as it is."""
        if step.settled:
            return self.onward()
        told = LEFT_OPEN if self.earlier(step) is None else SAID_BEFORE_UNUSED
        return self.on_with(self.interview.skip(step.key), told=(told,))

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
        """Open the question of that key, its answer ready to be changed; that of a small row is asked from now on."""
        wished = any(one.key == key for one in self.interview.path.unasked)
        interview = self.interview.draft(f"{WISHED}{key}", True) if wished else self.interview
        return self.onward(interview=interview, wanted=key)

    def go_to_row(self, key: str, at: int) -> "Conversation":
        """Open one row of an answered grid."""
        return replace(self.go_to(key), at=at, row_alone=True)

    def edit(self, wanted: str) -> "Conversation":
        """Open the answer that these words name."""
        if wanted.strip().casefold() in LAST_ANSWER:
            return self.back(self.step)
        step, words = self.named(wanted), wanted.split()
        if step is None and (row := self.row_named(wanted)) is not None:
            return self.go_to_row(row[0].key, row[1])
        for end in range(len(words) - 1, 0, -1) if step is None else ():
            if (named := self.named(" ".join(words[:end]))) is not None:
                told = f"“{clean(' '.join(words[end:]), LONGEST_WANTED)}” cannot be used here. {how(named.asked)}"
                return self.go_to(named.key).troubled(told)
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
        put = self.trouble if self.trouble is not None and self.trouble.stands else None
        return replace(self, opened="" if self.opened == what else what, trouble=put, reply=())


def opening_of(interview: Interview, quick: bool) -> str:
    """What an interview begins with: what it is for, and how long it takes; of one held again what stays."""
    if interview.earlier_session:
        return interview.library.wording.say("again")
    return opening_words(interview, quick_keys(interview) if quick else ())


def begin(interview: Interview, quick: bool = False, place: str = "", server: bool = False) -> Conversation:
    """A conversation before its first question: how long it takes, where the answers go, what it is not for.

    A guided one leaves out where the answers go: consent was asked before.
    """
    wording = interview.library.wording
    consent = "" if interview.guided else wording.consent.alone_text(place, server)
    words = (opening_of(interview, quick), consent, wording.not_for)
    return Conversation(interview.paced(quick), quick, paused="\n\n".join(one for one in words if one))


def _changed_words(before: Step, now: Step | None) -> str:
    """What became of an answer that was given again."""
    if now is None or now.state != before.state or now.value != before.value:
        told = f", now: {answer_text(now)}" if now is not None else ""
        return ended(f"Changed: {before.asked.name}{told}")
    return f"{before.asked.name}: as it was."


def _other_answers(before: Standing, now: Standing) -> list[str]:
    """Which other answers a change opens again, and which of them it leaves without a question."""
    asked = {one.key for one in now.steps}
    again = [one for one in now.asked_again if one not in before.asked_again]
    gone = [one for one in before.steps if one.value is not None and one.key not in asked]
    told = ((ASKED_AGAIN, again), (NO_LONGER_ASKED, gone))
    return [
        words.format(join_words([f"“{one.asked.name}”" for one in found])) for words, found in told if found
    ]
