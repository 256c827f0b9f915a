"""What enter, a letter or a pick means at the open question; pure, no widgets."""

from dataclasses import replace
from typing import Any

from aijri_engine.conversation import Conversation
from aijri_engine.conversation.parts import known_rows
from aijri_engine.conversation.turn import NOTHING_GIVEN
from aijri_engine.interview.path import Step
from aijri_tui.screen.interview.choosing import Choosing
from aijri_tui.screen.interview.split_state import Splitting

PICK_ROW = "Pick with ← and →, or type a letter; `skip` leaves the question open."
PICK_LINE = "Nothing is picked yet: space picks a line, or type its letter."
PICK_OPTION = "Choose with ↑ and ↓, or type a letter or a few words."


def picked_letter(choosing: Choosing | None, typed: str) -> Choosing | None:
    """With the option of the grid row under the cursor that one letter picks, unless it is a number of an offer."""
    letter = typed.strip()
    if choosing is None or choosing.kind != "grid" or len(letter) != 1:
        return None
    return None if choosing.offers and letter.isdigit() else choosing.pick_letter(letter)


def with_picks(talk: Conversation, step: Step, choosing: Choosing | None) -> Conversation:
    """The conversation that knows the grid rows which were picked and not sent yet."""
    if choosing is None or choosing.kind != "grid" or dict(choosing.grid) == known_rows(talk, step):
        return talk
    return replace(talk.drafted(step, dict(choosing.grid)), trouble=talk.trouble, wanted=talk.wanted)


def given(step: Step, choosing: Choosing, splitting: Splitting) -> tuple[Any, str]:
    """What enter without words gives: a value, or None and what is said instead (empty: leave it as it is)."""
    kind = step.asked.question.kind
    if kind == "grid" and choosing.row is not None and choosing.row.id not in choosing.grid:
        return None, PICK_ROW
    if kind == "multi" and not choosing.picked:
        return None, PICK_LINE
    value = splitting.value() if kind == "split" else choosing.value()
    if value is not None or step.settled or kind == "note":
        return value, ""
    return None, NOTHING_GIVEN.get(kind, PICK_OPTION)
