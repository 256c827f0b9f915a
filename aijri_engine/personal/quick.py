"""Quick mode: the few questions that say most about an index (design section 6)."""

from aijri_engine.interview.interview import Interview
from aijri_engine.interview.path import SPLIT, asking_order

QUICK_TASKS = 3
"""Tasks whose way of doing is asked in quick mode."""


def quick_keys(interview: Interview) -> tuple[str, ...]:
    """The split, how the three tasks with the largest share times ladder span are done, and the level."""
    tasks = [
        task for task in asking_order(interview.form, interview.path.split)
        if interview.path.step(f"depth.{task}") is not None
    ]  # fmt: skip
    return (SPLIT, *(f"depth.{task}" for task in tasks[:QUICK_TASKS]), "level")
