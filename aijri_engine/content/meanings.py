"""What the engine reads an answer as. A question declares it with `means`; its id and its words are content.

Answers without a meaning still move the index through rules; a meaning is only for what no rule can say.
"""

from collections.abc import Mapping
from typing import Final, Literal, get_args

Meaning = Literal[
    "split", "basis", "steady", "rating", "depth", "example", "practice", "experience", "level", "employer",
    "field", "market", "growth", "agreement", "difference",
]  # fmt: skip
"""`split` divides the week, `basis` says where its figures come from, `steady` whether the mix lasts; `rating` rates a
row of other work; `depth` says how a task is done, `example` names a piece of it, `practice` how far tools do it;
`experience` years, `level` who decides, `employer` the kind of place, `field` what the work is for; `market` signals
around the person, `growth` what AI brings to demand; `agreement` whether the review fits, `difference` what not."""

SPLIT: Final = "split"
RATING: Final = "rating"
DEPTH: Final = "depth"
PRACTICE: Final = "practice"
LEVEL: Final = "level"
EMPLOYER: Final = "employer"
MARKET: Final = "market"
GROWTH: Final = "growth"

FIXED: Final[tuple[Meaning, ...]] = (SPLIT, RATING, DEPTH, PRACTICE, LEVEL, EMPLOYER, MARKET, GROWTH)
"""Meanings that answers files and results name: the question that carries one has it as its id."""

MEANINGS: Final[tuple[Meaning, ...]] = get_args(Meaning)
NAMED_SO: Final[Mapping[str, Meaning]] = {one: one for one in MEANINGS}
"""Meaning of a question that has it as its id."""

KIND_OF: Final[Mapping[Meaning, str]] = {
    "split": "split",
    "basis": "choice",
    "steady": "yes_no",
    "rating": "grid",
    "depth": "choice",
    "example": "text",
    "practice": "grid",
    "experience": "number",
    "level": "choice",
    "employer": "choice",
    "field": "choice",
    "market": "grid",
    "growth": "choice",
    "agreement": "choice",
    "difference": "text",
}
"""Kind of question that can carry a meaning."""

FROM_CALENDAR: Final = "calendar"
"""The option of `basis` that says the figures were read from a calendar, time sheet or log."""

NEEDED: Final[tuple[Meaning, ...]] = ("split",)
"""Meanings without which there is no interview."""
