"""What a kind of question is to the engine: one object that accepts, keeps, tells and varies its answers."""

from abc import ABC, abstractmethod
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from aijri_engine.interview.form import Asked, Choice, Form
from aijri_engine.interview.values import Problem, Split, number_of
from aijri_engine.text import clean, join_words, nearest

Canonical = Any
"""`str`, `tuple[str, ...]`, `bool`, `float`, `Split`, or a mapping of grid rows, by kind of question."""


@dataclass(frozen=True, slots=True)
class Variant:
    """One value that a part of an answer can have."""

    name: str
    """In a few words."""
    label: str
    """In full."""
    answer: Any
    """What the whole question is answered with, as JSON; None leaves it open."""
    told: bool = True
    """False for the value of a question that is left open."""


@dataclass(frozen=True, slots=True)
class Part:
    """Something of an answer that can be changed by itself: the whole of it, a row of a grid, a line of several."""

    key: str
    name: str
    variants: tuple[Variant, ...]
    before: Any
    """What the whole question is answered with now, as `Variant.answer`; None where it is open."""
    after: Any
    """The same with the changes of a what-if."""


class QuestionKind(ABC):
    """One kind. A new one is a file with a class like this, a line in `kinds.kind_of`, and an editor in the screen."""

    @abstractmethod
    def accept(self, asked: Asked, value: Any, form: Form, split: Split) -> Canonical | Problem:
        """The canonical form of a JSON value, or what is wrong with it."""

    @abstractmethod
    def tell(self, asked: Asked, value: Canonical) -> str:
        """A canonical value in one line, in the words of the question."""

    @property
    @abstractmethod
    def hint(self) -> str:
        """How to answer, in a sentence; `{row}`, `{part}` and `{example}` stand for the question's own rows."""

    nothing_given = "Nothing was typed. Type an answer, or skip, or help."
    """What is said when enter comes without an answer."""

    @abstractmethod
    def answers(self, asked: Asked) -> Iterator[tuple[str, Any]]:
        """Answers that a person could give, as JSON, each under the name that `odds` know it by."""

    @abstractmethod
    def parts(self, asked: Asked, before: Any, after: Any) -> Sequence[Part]:
        """What of an answer can be changed in a what-if; empty where nothing can."""

    def typed(self, value: Any) -> Any:
        """The JSON value of `--set question=VALUE`; `value` is text, a number, or a list of them."""
        return value

    def weighted(self, asked: Asked) -> Iterator[tuple[Any, float]]:
        """Answers with their probability for a person who has not answered: the odds, or all alike [ours]."""
        found = list(self.answers(asked))
        odds = asked.question.odds
        for name, answer in found:
            share = odds.get(name, 0.0) if odds else 1.0 / len(found)
            yield answer, share


def find_choice(choices: Sequence[Choice], value: Any) -> Choice | None:
    """The choice of that id, or with that anchored figure."""
    for choice in choices:
        if value == choice.id and isinstance(value, str):
            return choice
    anchored = number_of(value)
    if anchored is not None:
        return next((choice for choice in choices if choice.value == anchored), None)
    return None


def no_option(key: str, choices: Sequence[Choice], value: Any) -> Problem:
    """There is no such option; the nearest, or all there are."""
    ids = [choice.id for choice in choices]
    shown = clean(as_written(value), 40)
    close = nearest(shown, ids) if isinstance(value, str) else []
    remedy = f"Did you mean {close[0]}?" if close else f"Choose from {join_words(ids)}."
    return Problem(key, f"There is no option {shown!r}.", remedy)


def as_written(value: Any) -> str:
    """A value of a file as its author wrote it, not as the program holds it."""
    if value is None:
        return "nothing"
    if isinstance(value, Mapping):
        return f"{{{', '.join(f'{as_written(key)}: {as_written(one)}' for key, one in value.items())}}}"
    if isinstance(value, list | tuple):
        return f"[{', '.join(map(as_written, value))}]"
    return str(value).lower() if isinstance(value, bool) else str(value)


def choice_name(choices: Sequence[Choice], value: object) -> str:
    """The short form of an option; the id where it is gone."""
    return next((choice.name for choice in choices if choice.id == value), str(value))


def whole(asked: Asked, variants: Sequence[Variant], before: Any, after: Any) -> tuple[Part, ...]:
    """An answer that is changed as a whole."""
    return (Part(asked.key, asked.name, tuple(variants), before, after),)
