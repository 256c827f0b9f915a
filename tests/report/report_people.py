"""Four people and a coached session, as reports are made for them."""

import re
from typing import Any

from aijri_engine import Interview, Library, Result, result
from aijri_engine.report import Agreement, Document, PlannedAct, ReportOptions, SharedNote, build, render

ROLE = "deep-learning-engineer"
TASKS = ("design", "train", "infra", "debug", "research", "collaboration")
FOLLOWS, ADAPTS, ORIGINATES = "follows", "adapts", "originates"


def split(*shares: float) -> dict[str, float]:
    """Percent of the week in the order of the task table."""
    return dict(zip(TASKS, shares, strict=True))


PEOPLE: dict[str, dict[str, Any]] = {
    "typical": {
        "years": 5,
        "domain": "business",
        "split_basis": "thought",
        "level": "mid",
        "employer": "product",
        "split": split(20, 25, 15, 15, 15, 10),
        "depth": {**dict.fromkeys(TASKS, ADAPTS), "research": ORIGINATES},
        "practice": dict.fromkeys(TASKS, "drafts"),
        "oversight": "part",
        "signature": "part",
        "conditions": ["nothing"],
    },
    "junior": {
        "years": 1,
        "level": "junior",
        "employer": "not_sure",
        "domain": "consumer",
        "split": split(5, 50, 15, 15, 5, 10),
        "split_basis": "thought",
        "depth": {**dict.fromkeys(TASKS, FOLLOWS), "research": ADAPTS, "collaboration": ADAPTS},
        "sounds_like": "mostly",
        "difference": "I also answer for the nightly runs.",
    },
    "fine-tuner": {
        "level": "mid",
        "employer": "enterprise",
        "split": split(5, 60, 10, 10, 5, 10),
        "split_basis": "thought",
        "depth": {"train": FOLLOWS, "design": FOLLOWS},
    },
    "architect": {
        "years": 9,
        "level": "senior",
        "employer": "frontier",
        "split": split(40, 10, 5, 15, 25, 5),
        "split_basis": "thought",
        "depth": {"design": ORIGINATES, "research": ORIGINATES},
    },
}
"""Wording section 5."""

DATE = "2026-11-22"

COACHED = ReportOptions(
    date=DATE,
    person="R.",
    coach="M. Lindqvist",
    goal="Which of my tasks should I grow?",
    agreement=Agreement(
        "The text was read aloud and agreed to.", "2026-11-20", version="2026-11-22", until="2027-11-20"
    ),
    readings=(SharedNote("Speaks of the nightly runs with pride.", "M. Lindqvist", DATE),),
    notes=(SharedNote("We looked at design first.", "M. Lindqvist", DATE),),
    plan=(
        PlannedAct(
            "Ask for one open design question", "R.", "2026-12-04", "It is on the list of the next talk"
        ),
    ),
    next_date="2027-01-15",
)


def interview_of(library: Library, answers: dict[str, Any]) -> Interview:
    """The interview these answers stand for."""
    found = Interview.from_answers(library, ROLE, answers)
    assert isinstance(found, Interview), found
    return found


RESULTS: dict[tuple[int, str], Result] = {}


def result_of(library: Library, person: str) -> Result:
    """The result of one of the four people, worked out once with each library."""
    key = (id(library), person)
    if key not in RESULTS:
        RESULTS[key] = result(interview_of(library, PEOPLE[person]))
    return RESULTS[key]


def report_of(library: Library, person: str, options: ReportOptions | None = None) -> Document:
    """The full report of one of the four people."""
    return build(result_of(library, person), options or ReportOptions(DATE))


def words_of(document: Document) -> list[str]:
    return [word for word in render(document, ".txt").decode().split() if re.search(r"\w", word)]
