"""What a conversation knows at any moment."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any, NoReturn

from aijri_engine.interview.form import Asked
from aijri_engine.interview.interview import Interview
from aijri_engine.interview.path import Step
from aijri_engine.interview.understanding import Reading, agrees, understand
from aijri_engine.interview.values import Problem
from aijri_engine.personal.order import next_step, quick_keys
from aijri_tui.plain.keeping import Keeper
from aijri_tui.plain.lines import Lines

REVIEW_SECTION = "review"
"""Id of the section that is asked after the answers were looked over."""

Seconds = Callable[[], float]


class MovedError(Exception):
    """The question at hand was left: by a command, or because it was answered in another way."""


class LeftError(Exception):
    """The person wants to stop."""


@dataclass
class Talk:
    """The interview as it stands, and where in the conversation we are."""

    lines: Lines
    interview: Interview
    keeper: Keeper
    seconds: Seconds
    quick: bool = False
    skipped: set[str] = field(default_factory=set)
    trail: list[str] = field(default_factory=list)
    """Keys of the questions that were put, in order; `back` follows it."""
    wanted: str | None = None
    """Key of the question to put next, although it may be answered."""
    reviewing: bool = False
    """The answers have been reached that are looked over before the result."""
    told: set[str] = field(default_factory=set)
    """Hints that were given; each is given once."""
    section: str | None = None
    """Title of the section the last question stood in."""
    offers: tuple[tuple[str, Any], ...] = ()
    """Readings or remedies listed by number; the next line may pick one."""
    draft: Any = None
    """A split that was not taken as it stood; single rows of it can be changed."""
    unclear: str = ""
    """The last line about several rows that was not clear; the next one may complete it."""
    stop_offered: bool = False
    """It was said that what is still open cannot change the zone."""

    def main_steps(self) -> list[Step]:
        """The questions before the review, in path order."""
        return [step for step in self.interview.path.steps if not self._of_review(step)]

    def review_steps(self) -> list[Step]:
        """The questions about the whole, asked after the answers were looked over."""
        return [step for step in self.interview.path.steps if self._of_review(step)]

    def _of_review(self, step: Step) -> bool:
        return self.interview.form.section_of(step.asked.question.id).id == REVIEW_SECTION

    def next_step(self) -> Step | None:
        """The question that was asked for, else the open one that matters most and was not skipped."""
        wanted, self.wanted = self.wanted, None
        step = self.interview.path.step(wanted) if wanted else None
        if step is not None:
            return step
        left_out = self.skipped | {step.key for step in self.review_steps()}
        return next_step(self.interview, self.quick, left_out)

    def place(self, step: Step) -> tuple[int, int]:
        """Number of this question in the order of asking, and about how many there are."""
        steps = self.main_steps()
        if self.quick:
            keys = quick_keys(self.interview)
            steps = [one for one in steps if one.key in keys or one.key == step.key]
        steps += [] if self.quick else self.review_steps()
        before = [one for one in steps if (one.settled or one.key in self.skipped) and one.key != step.key]
        if step.settled:
            asked = [key for key in self.trail if any(one.key == key for one in steps)]
            if step.key in asked:
                return asked.index(step.key) + 1, len(steps)
        return len(before) + 1, max(len(steps), len(before) + 1)

    def understood(self, asked: Asked, typed: str) -> Reading:
        """What a typed line means at this question."""
        return understand(asked, typed, self.interview.form, self.interview.path.split)

    def picked(self, typed: str) -> tuple[bool, Any]:
        """Whether this line picks one of the listed offers, by number or a yes to the only one, and its value."""
        number = typed.strip().rstrip(".")
        if self.offers and number.isascii() and number.isdigit() and 1 <= int(number[:4]) <= len(self.offers):
            return True, self.offers[int(number[:4]) - 1][1]
        if len(self.offers) == 1 and agrees(typed):
            return True, self.offers[0][1]
        return False, None

    def offer(self, offers: tuple[tuple[str, Any], ...]) -> None:
        """List readings or remedies by number; the next line may pick one of them."""
        self.offers = offers
        for number, (label, _) in enumerate(offers, 1):
            self.lines.say(label, f"{number}. ", "   ")
        if offers:
            self.lines.say("Type one of these numbers, or answer anew.")

    def problem(self, problem: Problem) -> None:
        """Say why something was not taken, and what would be taken instead."""
        self.lines.say(f"Problem: {problem.text()}")
        self.offer(problem.offers)

    def changed(self, interview: Interview) -> None:
        """Take over the interview after a change, and put it on disk before anything else is asked."""
        self.interview = interview
        if trouble := self.keeper.keep(interview):
            self.lines.say(f"Problem: {trouble}")

    def go_to(self, key: str) -> NoReturn:
        """Leave the question at hand for another one."""
        self.wanted = key
        raise MovedError
