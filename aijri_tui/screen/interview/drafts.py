"""What was picked or typed at a question: what enter means with it, and where it is kept until it is sent."""

from dataclasses import dataclass, replace
from typing import Any

from aijri_engine.conversation import Conversation
from aijri_engine.conversation.parts import known_rows
from aijri_engine.conversation.turn import NOTHING_GIVEN
from aijri_engine.interview.path import Step
from aijri_tui.screen.interview.choosing import Choosing
from aijri_tui.screen.interview.split_state import Splitting


@dataclass(frozen=True)
class Draft:
    """What stands at an open question, with the step it was begun at."""

    step: Step
    choosing: Choosing | None
    splitting: Splitting
    words: str

    def differs(self, begun: "Draft") -> bool:
        """Something was picked or filled in since."""
        kind = self.step.asked.question.kind
        if kind == "split":
            return self.splitting.parts != begun.splitting.parts or bool(self.splitting.typing)
        if kind == "text":
            return self.words != begun.words
        now, then = self.choosing, begun.choosing
        return now is not None and then is not None and (now.picked, now.grid) != (then.picked, then.grid)


class Drafts:
    """Drafts by question."""

    def __init__(self) -> None:
        self._kept: dict[str, Draft] = {}

    def keep(self, draft: Draft, talk: Conversation) -> None:
        """Keep it, unless its question was answered or is no longer asked."""
        now = talk.interview.path.step(draft.step.key)
        if now is not None and same(draft.step, now):
            self._kept[draft.step.key] = draft

    def take(self, step: Step) -> Draft | None:
        """What was begun at this question, if it still stands as it did then."""
        draft = self._kept.pop(step.key, None)
        return draft if draft is not None and same(draft.step, step) else None


def same(before: Step, step: Step) -> bool:
    """The same question with the same answer: what was typed at it still holds."""
    told = (before.key, before.state, before.entry, before.asked.fingerprint())
    return told == (step.key, step.state, step.entry, step.asked.fingerprint())


def first_value(talk: Conversation, step: Step) -> object:
    """The answer to begin with: the one given, or the one a reopened question had where it still fits."""
    if step.value is not None:
        return step.value
    return talk.earlier(step)


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
