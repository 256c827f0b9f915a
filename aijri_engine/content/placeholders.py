"""The placeholders that questions and strategies may hold: what fills them, and what they need."""

from collections.abc import Iterable
from typing import Final

from aijri_engine.content.questions import Question

TASK: Final = "task"
"""How the role file asks for the task at hand, or the name of the row of other work; needs `for_each`."""
SHARE: Final = "share"
"""Points of time that a split of one task divides; needs `part_of`."""
OUTSIDE: Final = "outside"
"""Percent of the week outside the role."""

OF_A_TASK: Final = ("task", "share", "rung")
"""In `because` of a strategy whose `trigger` names a task: the task, its percent of the week, how it is done."""

OF_THE_WEEK: Final = ("takes",)
"""In `because` of a strategy whose condition looks at shares: "Training (40 %) and research (20 %) take 60 %"."""

OF_A_KIND: Final = {
    "keep": ("task", "share", "tools", "then", "instead", "keeps"),
    "ways": ("near", "nearest", "carried", "firmest", "firmest_share", "reach"),
}
"""In the words of strategies of a kind. `keep`: the task AI comes closest to, its percent of the week, whether tools
make part of it, the figure one step on and with some of its time elsewhere, the step of its kind of activity. `ways`:
one or two kinds of near work in a safer zone, the nearest, tasks of that one one does, the own task that resists best,
its percent, where own steps lead."""


def fillable(question: Question, before: Iterable[str]) -> tuple[str, ...]:
    """Names that `ask` of this question may use: these, and the ids of questions asked earlier, for their answers."""
    found = [TASK] if question.for_each is not None else []
    found += [SHARE] if question.part_of is not None else []
    return (*found, OUTSIDE, *before)
