"""What was picked or typed at a question: what enter means with it, and where it is kept until it is sent."""

from dataclasses import dataclass, replace
from typing import Any

from aijri_engine.conversation import Conversation
from aijri_engine.conversation.parts import known_rows
from aijri_engine.interview.path import Step
from aijri_tui.screen.interview.editors import Editor
from aijri_tui.screen.interview.editors.split_state import Splitting


@dataclass(frozen=True)
class Draft:
    """What stands at an open question, with the step it was begun at."""

    step: Step
    editor: Editor
    splitting: Splitting
    words: str

    def differs(self, begun: "Draft") -> bool:
        """Something was picked or filled in since."""
        if self.words != begun.words:
            return True
        if self.editor.divides:
            return self.splitting.parts != begun.splitting.parts or bool(self.splitting.typing)
        return self.editor.picks() != begun.editor.picks()


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
    return talk.earlier(step) if step.value is None else step.value


def with_picks(talk: Conversation, step: Step, editor: Editor, splitting: Splitting) -> Conversation:
    """The conversation that knows the parts of an answer which were picked or divided and not sent yet."""
    parts = splitting.filled_in() if editor.divides else editor.parts()
    if parts is None or parts in (known_rows(talk, step), talk.known) or not (parts or talk.known):
        return talk
    return replace(talk.drafted(step, parts), trouble=talk.trouble, wanted=talk.wanted)


def given(step: Step, editor: Editor, splitting: Splitting) -> tuple[Any, str]:
    """What enter without words gives: a value, or None and what is said instead (empty: leave it as it is)."""
    if refusal := editor.refusal() or (splitting.trouble if editor.divides else ""):
        return None, refusal
    value = splitting.value() if editor.divides else editor.value()
    return value, "" if value is not None or step.settled else editor.nothing()
