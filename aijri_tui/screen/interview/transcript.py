"""What stands around the open question, as rows: what was said, the panel, and how much is left."""

from collections.abc import Sequence
from functools import lru_cache
from itertools import zip_longest

from aijri_engine.conversation import Conversation
from aijri_engine.interview.path import Step, answer_text
from aijri_engine.text import pad, shorten, wrap
from aijri_tui.screen.kit.gauge import GaugeView, gauge_rows
from aijri_tui.screen.kit.header_footer import Note
from aijri_tui.screen.kit.rows import EMPTY, READING_WIDTH, Row, Span, hung, mark, say

STATE_MARKS = {"answered": "✓", "borrowed": "≈", "not_sure": "?", "declined": "–", "stale": "!", "open": "·"}
"""One sign per state, for outlines; explained where they stand."""


@lru_cache(maxsize=2048)
def block_rows(key: str, name: str, told: str, width: int) -> tuple[Row, ...]:
    """A question and its answer, receding."""
    link = f"edit:{key}"
    return (*say(name, width, "muted", "  ", link), *say(told, width, "text", "  ", link), EMPTY)


NAME_WIDTH = 26
"""Cells for what a question is about [ours]."""


def answer_rows(step: Step, width: int, role: str) -> list[Row]:
    """What was said, beside the name of its question; either takes as many rows as it needs."""
    link = f"edit:{step.key}"
    names, told = wrap(step.asked.name, NAME_WIDTH), wrap(answer_text(step), width - NAME_WIDTH - 6)
    rows: list[Row] = []
    for name, words in zip_longest(names, told, fillvalue=""):
        sign = "  " if rows else f"{STATE_MARKS[step.state]} "
        head = Span("  ") if rows else mark(link)
        rows.append((head, Span(f"{sign}{pad(name, NAME_WIDTH)}  ", "muted", link), Span(words, role, link)))
    return rows


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
        sign = "›" if here else STATE_MARKS[step.state]
        role = "strong" if here else "muted" if not step.settled else "text"
        rows.append((Span(shorten(f"{sign} {step.asked.name}", width), role, f"edit:{step.key}"),))
    return rows


MARKS = "✓ answered  ≈ borrowed  ? not sure  – not said  · not answered yet"


def before_rows(talk: Conversation, steps: Sequence[Step], notice: str, width: int, wide: bool) -> list[Row]:
    """What was said so far; in a narrow window with what the last answer came to; `notice` is about the saving."""
    told = (
        say(notice, min(width, READING_WIDTH), "problem", "  ")
        if notice and notice not in talk.paused
        else []
    )
    return [EMPTY, *past_rows(talk, steps, width, with_told=not wide), *told]


def after_rows(talk: Conversation, steps: Sequence[Step], width: int, wide: bool, below: int) -> list[Row]:
    """Answers that were given after the open question; `below` empty rows let it stand high in the window."""
    rows: list[Row] = [EMPTY, *past_rows(talk, steps, width, with_told=False)]
    if not talk.interview.revealed and not wide:
        rows += say(talk.interview.covered_words, min(width, READING_WIDTH), "muted", "  ")
    return rows + [EMPTY] * max(0, below)


def panel_rows(talk: Conversation, gauge: GaugeView | None, width: int) -> list[Row]:
    """The index or why it is covered, what the last answer came to, and every question with its mark."""
    step = talk.step
    rows: list[Row] = []
    if talk.interview.revealed:
        rows += gauge_rows(gauge, width)
    else:
        rows += say(talk.interview.covered_words, width, "muted")
    rows.append(EMPTY)
    for text in talk.told:
        rows += say(text, width, "text")
    if talk.told:
        rows.append(EMPTY)
    rows += outline_rows(talk, step.key if step else "", width)
    return [*rows, EMPTY, *say(MARKS, width, "muted")]


def progress_note(talk: Conversation) -> Note:
    """What is still open and could still move; where that is enough, the offer to stop."""
    left = talk.left
    sentence, shorter = left.in_full, left.sentence
    if left.enough:
        told = f"{left.enough} F5 goes to the review"
        short = f"{left.enough.partition(';')[0].rstrip('.')}; F5: review"
        return Note((f"{shorter} {told}", told, short), "accent", "screen.say('review')")
    return Note((sentence, shorter, sentence.partition(";")[0]))
