"""What was picked or typed at a question and not yet sent, kept until the question is opened again or answered."""

from dataclasses import dataclass

from aijri_engine.conversation import Conversation
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
