"""What was said, as rows: a picture of the conversation on both sides of the open question."""

from collections.abc import Sequence
from functools import lru_cache

from aijri_engine.conversation import Conversation
from aijri_engine.interview.path import Step
from aijri_engine.interview.telling import answer_text
from aijri_tui.screen.kit.rows import EMPTY, READING_WIDTH, Row, Span, hung, say

STATE_MARKS = {"answered": "✓", "borrowed": "≈", "not_sure": "?", "declined": "–", "stale": "!", "open": "·"}
"""One sign per state, for outlines; explained where they stand."""


@lru_cache(maxsize=2048)
def block_rows(key: str, name: str, told: str, width: int) -> tuple[Row, ...]:
    """A question and its answer, receding."""
    link = f"edit:{key}"
    return (
        *say(name, width, "muted", "  ", link),
        *say(told, width, "text", "  ", link),
        EMPTY,
    )


def past_rows(talk: Conversation, steps: Sequence[Step], width: int, with_told: bool = True) -> list[Row]:
    """Answered questions; a click on one opens it again."""
    room = min(width, READING_WIDTH)
    rows: list[Row] = []
    for step in steps:
        rows += block_rows(step.key, step.asked.name, answer_text(step), room)
        if with_told and step.key == talk.about and talk.told:
            rows.pop()
            for text in talk.told:
                rows += hung("  → ", text, room, "muted")
            rows.append(EMPTY)
    if with_told and talk.told and not talk.about:
        rows += [row for text in talk.told for row in hung("  → ", text, room, "muted")]
        rows.append(EMPTY)
    return rows


def outline_rows(talk: Conversation, open_key: str, width: int) -> list[Row]:
    """Sections with a mark per question."""
    rows: list[Row] = []
    section = ""
    for step in (*talk.steps, *talk.review_steps):
        if step.asked.section != section:
            section = step.asked.section
            rows += [*([EMPTY] if rows else []), *say(section, width, "muted")]
        here = step.key == open_key
        mark = "›" if here else STATE_MARKS[step.state]
        role = "strong" if here else "muted" if not step.settled else "text"
        rows += _one_line(f"{mark} {step.asked.name}", width, role, f"edit:{step.key}")
    return rows


def _one_line(text: str, width: int, role: str, link: str) -> list[Row]:
    from aijri_engine.text import shorten

    return [(Span(shorten(text, width), role, link),)]
