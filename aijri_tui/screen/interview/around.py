"""What stands around the open question: what was said before and after it, the panel, and how much is left."""

from collections.abc import Sequence

from aijri_engine.conversation import Conversation
from aijri_engine.interview.path import Step
from aijri_tui.screen.interview.transcript import outline_rows, past_rows
from aijri_tui.screen.kit.gauge import GaugeView, gauge_rows
from aijri_tui.screen.kit.header_footer import Note
from aijri_tui.screen.kit.rows import EMPTY, READING_WIDTH, Row, say

MARKS = "✓ answered  ≈ borrowed  ? not sure  – not said  · open"


def before_rows(talk: Conversation, steps: Sequence[Step], notice: str, width: int, wide: bool) -> list[Row]:
    """What was said so far; in a narrow window with what the last answer came to; `notice` is about the saving."""
    told = say(notice, min(width, READING_WIDTH), "problem", "  ") if notice else []
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


STOP = "What is still open cannot change the zone; F5 goes to the review"
STOP_SHORT = "What is open cannot change the zone; F5: review"


def progress_note(talk: Conversation) -> Note:
    """What is still open and could still move; where it cannot change the zone, the offer to stop."""
    left, sentence = talk.left(), talk.progress()
    if left.settled and left.count:
        return Note((f"{sentence} {STOP}", STOP, STOP_SHORT), "accent", "screen.say('review')")
    return Note((sentence, sentence.partition(";")[0]))
