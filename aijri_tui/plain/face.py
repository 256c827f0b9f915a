"""The line by line face of a sitting: it says what the conversation says, and reads what is typed."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from pathlib import Path

from aijri_engine.conversation import COMMANDS, Conversation
from aijri_engine.conversation.commands import explained, words_of
from aijri_engine.personal.asking import ask_text
from aijri_engine.personal.result import Result
from aijri_engine.text import ended
from aijri_tui.plain.lines import Lines
from aijri_tui.plain.showing import say_once, show_question
from aijri_tui.sittings import Sitting

Seconds = Callable[[], float]
Since = Callable[[Result], str]

PICK = "Type one of these numbers, or answer anew."
ANEW = "Type one of these, or answer anew."
YES_OR = "Type yes for the first, one of these numbers, or answer anew."
YES = "Type yes, or answer anew."
PAUSED = "The interview waits. Press Enter to go on, or type quit:"


class LeftError(Exception):
    """The person wants to stop."""


@dataclass
class Face:
    """A sitting held by lines, and what of it was said already."""

    lines: Lines
    sitting: Sitting
    seconds: Seconds
    since: Since | None = None
    """What lies between a result and the sitting before, in a sentence; None where there is none."""
    reviewing: bool = False
    """The answers have been reached that are looked over before the result."""
    listed: list[str] = field(default_factory=list)
    """The answers as they were listed last, to be looked over."""
    shown: bool = False
    """The result was shown."""
    hints: set[str] = field(default_factory=set)
    """Hints that were given; each is given once."""
    section: str | None = None
    """Title of the section the last question stood in."""
    rows_of: str = ""
    """Key of the question whose rows are asked one by one."""
    naming: str = ""
    """A row of other work that was named and has no amount yet."""
    week_file: Path | None = None
    """A calendar or time sheet that the week is to be read from."""
    stop_offered: bool = False
    """It was said that what is still open cannot change the zone."""
    _complained: str = ""

    @property
    def talk(self) -> Conversation:
        """The conversation as it stands."""
        return self.sitting.talk

    def take(self, talk: Conversation) -> None:
        """Another state: on disk first, then what it has to say; what was explained once is not said again."""
        before = self.talk
        self.sitting.take(talk)
        self.about_keeping()
        if talk is not before:
            self._tell(before, talk)
        self.sitting.talk = replace(talk, opened="", noted="", told=(), reply=())

    def about_keeping(self) -> None:
        """Say what is new about it. Raises `LeftError` where nothing of the sitting may be kept or shown any more."""
        notice = self.sitting.kept.notice
        if notice and notice != self._complained:
            self.lines.say(f"Problem: {notice}")
        self._complained = notice
        if self.sitting.kept.refused:
            self.lines.say(self.sitting.lost_words)
            raise LeftError

    def _whole(self, before: Conversation, again: bool) -> None:
        """The question whole, where only its name was shown or it is wished `again`."""
        step = before.step
        if step is not None and (again or before.in_short(step)):
            show_question(
                self.lines, ask_text(before.interview, step.asked), step, step.asked.section, None, set()
            )

    def _tell(self, before: Conversation, talk: Conversation) -> None:
        if talk.noted:
            put = before.trouble is not None and talk.noted in before.trouble.text
            self.lines.say("Noted." if put else ended(f"Noted: {talk.noted}"))
        moves = before.step.asked.question.moves if before.step is not None else ""
        for words in (*talk.told, *talk.reply, *explained(talk)):
            if words != moves:
                self.lines.say(words)
            else:
                say_once(self.lines, words, self.hints)
        if talk.opened in ("help", "again"):
            self._whole(before, talk.opened == "again")
        if talk.opened == "help":
            self.lines.say("You can also type:")
            for name, what in COMMANDS.items():
                self.lines.say(f"{words_of(name)}: {what}.", "- ", "  ")
        if (talk.step and talk.step.key) == (before.step and before.step.key):
            self.tell_trouble(before)

    def tell_trouble(self, before: Conversation | None = None) -> None:
        """What is unclear about the open question, with what can be picked; not what was told `before`."""
        talk = self.talk
        trouble = talk.trouble
        if trouble is None or (before is not None and trouble is before.trouble):
            return
        self.lines.say(trouble.text)
        names = [label.partition(") ")[2] or label for label, _ in trouble.offers]
        if len(names) == 1 and names[0].rstrip(".") in trouble.text:
            self.lines.say(YES)
            return
        for number, (label, _) in enumerate(trouble.offers, 1):
            self.lines.say(label, f"{number}. " if talk.numbered else "- ", "   ")
        if trouble.offers and not trouble.by_letter:
            self.lines.say(ANEW if not talk.numbered else YES_OR if trouble.confirm else PICK)
