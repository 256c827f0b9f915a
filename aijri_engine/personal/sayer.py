"""One result as the sentences about it need it: filled wording, and a few facts that several of them ask for."""

from aijri_engine.content.base import RUNGS, Rung
from aijri_engine.content.wording import Wording
from aijri_engine.personal.figures import Figures, Sentence
from aijri_engine.personal.personalise import Personalisation
from aijri_engine.personal.status import described_share

MOST_OF_WEEK = 50.0
"""Percent of the week from which "most of your week" is said."""


def points(value: float) -> str:
    """Signed, one decimal: `+3.8`, `-17.1`."""
    return f"{value:+z.1f}"


class Sayer:
    """Fills the wording of one result."""

    def __init__(self, result: Figures) -> None:
        self.result = result
        self.personal: Personalisation = result.personal
        self.wording: Wording = result.interview.library.wording

    def say(self, topic: str, name: str, **parts: object) -> Sentence:
        """The sentence of that name in the wording."""
        return Sentence(topic, self.wording.say(name, **parts))

    def text(self, name: str, **parts: object) -> str:
        """The words of that sentence."""
        return self.wording.say(name, **parts)

    @property
    def base(self) -> bool:
        """Nothing personal yet: the sentences speak of the role and never of "your"."""
        return self.result.status.name == "base"

    @property
    def index(self) -> str:
        """The displayed index."""
        return f"{self.result.assessment.index:.1f}"

    @property
    def base_index(self) -> str:
        """The role's displayed index."""
        return f"{self.result.base_assessment.index:.1f}"

    @property
    def start(self) -> str:
        """What a table without a figure of its own starts from, before the figure; empty for a role."""
        role = self.personal.role
        if not role.starting_table:
            return ""
        return self.wording.say("start_derived" if role.derived else "start_own_table")

    def from_the_start(self, name: str, **parts: object) -> str:
        """The words of that sentence about the role, or of its twin about a starting table."""
        start = self.start
        return self.text(f"{name}_table", start=start, **parts) if start else self.text(name, **parts)

    @property
    def described(self) -> float:
        """Percent of the week the person described."""
        return described_share(self.personal.tasks)

    def share_by_rung(self) -> dict[Rung, float]:
        """Percent of the week by how it is done; a task of two rungs counts half for each."""
        found = dict.fromkeys(RUNGS, 0.0)
        for task in self.personal.tasks:
            for rung in task.rungs:
                found[rung] += task.share / len(task.rungs)
        return found
