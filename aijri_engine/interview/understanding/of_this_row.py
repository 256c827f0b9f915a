"""What a line says of the work that its question is about: not what it says of other work, nor that work's name."""

import re
from collections.abc import Iterator
from typing import Final

from aijri_engine.interview.form import Asked, Form
from aijri_engine.interview.understanding.words.tokens import fold, words_of

_PARTS: Final = re.compile(r"(?<=[,.;!?])\s+")
_ENDS: Final = (".", ";", "!", "?")
_ABOUT: Final = r"\babout (?:the |my |our )?"
_BEFORE_A_NAME: Final = (
    r"^((?:and |but |so |no |now |well )*)(?:the |my |our |this |for (?:the )?|with (?:the )?)?"
)
_BEHIND_A_NAME: Final = r"(?= (?:is|was|are|were|has|had|goes|went|follows|theres|there)\b|[,:])"
_SAID_BEFORE: Final = re.compile(
    r"(?:and |but )?(?:i|ive) (?:have |had )?(?:said|told|put|answered|chose|gave)\b"
)
_DENIED: Final = re.compile(r"\bnot\b|nt\b")


def of_this_row(typed: str, asked: Asked, form: Form) -> str:
    """The line without parts about other work, and "it" for the name of the work itself; "" where nothing is left.

    A name that begins a part tells no option, though an option may be called alike ("the checking is a list").
    """
    if not asked.item:
        return typed
    own = _called(asked.item_name)
    others = "|".join(_called(task.short) for task in form.role.tasks if task.id != asked.item)
    parts = _PARTS.split(typed)
    kept = [*_of_it(parts, re.compile(rf"{_ABOUT}{own}\b"), re.compile(rf"{_ABOUT}(?:{others})\b"))]
    if not kept and not any(_SAID_BEFORE.match(fold(part)) for part in parts):
        kept = parts  # a mere question
    name = re.compile(_BEFORE_A_NAME + own + _BEHIND_A_NAME, re.IGNORECASE)
    said = [name.sub(r"\1it", part) for part in kept]
    return " ".join(said) if said != parts else typed


def _called(name: str) -> str:
    return r"\W+".join(map(re.escape, words_of(name)))


def _of_it(parts: list[str], own: re.Pattern[str], others: re.Pattern[str]) -> Iterator[str]:
    """The parts but those about others, what was said of these before, and what denies to be about it."""
    away = saying = False
    for part in parts:
        told = fold(part)
        saying = saying or (away and bool(_SAID_BEFORE.match(told)))
        away = saying or bool(others.search(told))
        if not away and not (own.search(told) and _DENIED.search(told)):
            yield part
        saying = saying and not part.endswith(_ENDS)
