"""What of a line its reading leaves out, and the names that stand in it for signs."""

from dataclasses import replace
from typing import Any, Final

from aijri_engine.interview.understanding.apart import parts_of, telling
from aijri_engine.interview.understanding.kinds import plainly, read
from aijri_engine.interview.understanding.line import Line
from aijri_engine.interview.understanding.reading import Reading
from aijri_engine.interview.understanding.words.tokens import FILLER, HEDGES, only_words
from aijri_engine.interview.understanding.yes_no import NO, YES

UNREAD: Final = "What else you said was not read: “{0}”."


def beside_it(line: Line, found: Reading) -> Reading:
    """The reading with those parts of the line told that say nothing of it, where another part alone says it."""
    takes = line.asked.question.takes
    if (
        found.kind not in ("value", "confirm")
        or found.key
        or found.pending
        or not (takes.short or takes.yes_no)
    ):
        return found
    said = found.value if found.kind == "value" else found.nearest[0][1]
    parts = [part for part in parts_of(line.tokens)[0] if only_words(part)]
    says = [_says(line.said(part), said) for part in parts]
    rest = [part for part, own in zip(parts, says, strict=True) if not own and _tells(line.said(part))]
    if not any(says) or not rest:
        return found
    told = UNREAD.format(", ".join(" ".join(part) for part in rest))
    return replace(found, question=f"{told} {found.question}".strip())


def _says(part: Line, said: Any) -> bool:
    found = read(part) if part.asked.question.takes.yes_no else plainly(part)
    several = found is not None and isinstance(found.value, list) and isinstance(said, list)
    return (
        found is not None
        and found.kind == "value"
        and ({*found.value} <= {*said} if several else found.value == said)
    )


LEAST_TELLING: Final = 2
"""Words beside filling ones by which a part of a line tells something [ours]."""
_SAYS_NOTHING: Final = FILLER | HEDGES | NO | YES


def _tells(part: Line) -> bool:
    """Words that tell something, and nothing of the options."""
    words = [word for word in only_words(telling(part.tokens)) if word not in _SAYS_NOTHING and len(word) > 1]
    listed = part.asked.question.takes.listed
    return len(words) >= LEAST_TELLING and not (
        listed and part.vocabulary.options(part.asked).likelihood.judge(" ".join(part.tokens)).firm
    )


def named_again(line: Line, found: Reading) -> Reading:
    """The reading with the names of one's own rows where signs stood for them."""
    again = line.vocabulary.unnamed
    pending = (replace(one, value=again(one.value), echo=again(one.echo)) for one in found.pending)
    return replace(
        found, value=again(found.value), echo=again(found.echo), question=again(found.question),
        nearest=again(found.nearest), known=again(found.known), pending=tuple(pending),
    )  # fmt: skip
