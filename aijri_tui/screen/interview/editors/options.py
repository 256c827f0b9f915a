"""Questions with options: one of them, any number of them, yes or no."""

from dataclasses import dataclass, replace
from typing import Any, ClassVar, Self

from aijri_engine.interview.form import Asked, Choice
from aijri_tui.screen.interview.editors.editor import Editor
from aijri_tui.screen.kit.rows import Row, hung

YES_NO = (Choice("yes", "Yes", "yes", "a"), Choice("no", "No", "no", "b"))

PICK_LINE = "Nothing is picked yet: space picks a line, or type its letter."
PICK_OPTION = "Choose with ↑ and ↓, or type a letter or a few words."


@dataclass(frozen=True)
class ChoiceEditor(Editor):
    """One option."""

    prompt: ClassVar[str] = "or in your own words"
    picked: frozenset[str] = frozenset()
    """The answer it had; of several, the options that are picked."""

    hint: ClassVar[str] = "↑↓ and enter, a letter, or your own words"
    has_options: ClassVar[bool] = True

    @classmethod
    def begin(cls, asked: Asked, value: Any) -> Self:
        ids = [choice.id for choice in asked.choices]
        known = isinstance(value, str) and value in ids
        if isinstance(value, (list, tuple)):
            return cls(asked, picked=frozenset(map(str, value)))
        return cls(asked, place=ids.index(value), picked=frozenset({value})) if known else cls(asked)

    @property
    def choices(self) -> tuple[Choice, ...]:
        return self.asked.choices

    def own_link(self) -> str:
        return f"option:{self.choices[self.place].id}" if self.place < len(self.choices) else ""

    def given(self) -> Any:
        return self.choices[self.place].id if 0 <= self.place < len(self.choices) else None

    def click_answer(self, option: str) -> Any:
        return option

    def picks(self) -> object:
        return self.picked

    def nothing(self) -> str:
        return PICK_OPTION

    def own_rows(self, width: int) -> list[Row]:
        rows: list[Row] = []
        for place, choice in enumerate(self.choices):
            here = place == self.place and self.offer is None
            head = f"{'› ' if here else '  '}{choice.letter}  {self._box(choice)}"
            role = "strong" if here else "text"
            rows += hung(head, self._label(choice), width, role, f"option:{choice.id}")
        return rows

    def _box(self, choice: Choice) -> str:
        return ""

    def _label(self, choice: Choice) -> str:
        return f"{choice.label}  (your answer)" if choice.id in self.picked else choice.label


@dataclass(frozen=True)
class YesNoEditor(ChoiceEditor):
    """Yes or no."""

    prompt: ClassVar[str] = "or type it"
    hint: ClassVar[str] = "↑↓ and enter, or yes, no"

    @classmethod
    def begin(cls, asked: Asked, value: Any) -> Self:
        return cls(asked, place=0 if value else 1) if isinstance(value, bool) else cls(asked)

    @property
    def choices(self) -> tuple[Choice, ...]:
        return YES_NO

    def given(self) -> Any:
        return self.choices[self.place].id == "yes" if 0 <= self.place < len(self.choices) else None

    def click_answer(self, option: str) -> Any:
        return option == "yes"


@dataclass(frozen=True)
class MultiEditor(ChoiceEditor):
    """Any number of options, or one that stands alone."""

    hint: ClassVar[str] = "space picks, enter goes on; or your own words"
    put_together: ClassVar[bool] = True

    @classmethod
    def begin(cls, asked: Asked, value: Any) -> Self:
        if not isinstance(value, (list, tuple)):
            return cls(asked)
        ids = [choice.id for choice in asked.choices]
        first = next((ids.index(one) for one in value if one in ids), -1)
        return cls(asked, place=first, picked=frozenset(map(str, value)))

    def given(self) -> Any:
        return self.parts() or None

    def refusal(self) -> str:
        return "" if self.picked else PICK_LINE

    def parts(self) -> list[str]:
        return [choice.id for choice in self.choices if choice.id in self.picked]

    def with_parts(self, said: Any) -> Self:
        return replace(self, picked=frozenset(said))

    def key(self, key: str) -> Self | None:
        return self.toggle() if key == "space" and self.offer is None else None

    def clicked(self, link: str) -> Self | None:
        kind, _, option = link.partition(":")
        return self.toggle(option) if kind == "option" else None

    def click_answer(self, option: str) -> Any:
        return None

    def toggle(self, option: str | None = None) -> Self:
        """Pick or drop an option; one that stands alone drops the others."""
        if option is None and not 0 <= self.place < len(self.choices):
            return self.move(1)
        chosen = (
            self.choices[self.place] if option is None else next(c for c in self.choices if c.id == option)
        )
        if chosen.id in self.picked:
            return replace(self, picked=self.picked - {chosen.id})
        if chosen.exclusive:
            return replace(self, picked=frozenset({chosen.id}))
        alone = {choice.id for choice in self.choices if choice.exclusive}
        return replace(self, picked=(self.picked - alone) | {chosen.id})

    def _box(self, choice: Choice) -> str:
        return "[x] " if choice.id in self.picked else "[ ] "

    def _label(self, choice: Choice) -> str:
        return choice.label
