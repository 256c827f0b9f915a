"""What of a line its reading leaves out, and the names that stand in it for signs."""

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Any, Final

from aijri_engine.interview.understanding.apart import parts_of, telling
from aijri_engine.interview.understanding.kinds import plainly, read
from aijri_engine.interview.understanding.line import Line
from aijri_engine.interview.understanding.reading import Reading
from aijri_engine.interview.understanding.words.tokens import FILLER, HEDGES, is_number, only_words
from aijri_engine.interview.understanding.yes_no import NO, YES

UNREAD: Final = "What else you said was not read: “{0}”."


def beside_it(line: Line, found: Reading) -> Reading:
    """The reading with those parts of the line told that say nothing of it, where another part alone says it."""
    takes = line.asked.question.takes
    rows = takes.rows and bool(found.known)
    if not (rows or found.kind in ("value", "confirm")) or found.key or found.pending:
        return found
    if not (takes.short or takes.yes_no or takes.rows):
        return found
    said = found.nearest[0][1] if found.kind == "confirm" else found.value
    parts = [part for part in parts_of(line.tokens)[0] if only_words(part)]
    says = [_says(line.said(part), said) for part in parts]
    rest = [part for part, own in zip(parts, says, strict=True) if not own and _tells(line.said(part))]
    if not any(says) or not rest:
        return found
    return replace(found, unread=UNREAD.format(", ".join(_as_typed(line.typed, part) for part in rest)))


def _as_typed(typed: str, part: Sequence[str]) -> str:
    """A part of the line with its apostrophes and capitals; its bare words where it stands there otherwise."""
    words = (r"['’]?".join(map(re.escape, word)) for word in part)
    found = re.search(r"\s*".join(words), typed, re.IGNORECASE)
    return found[0] if found else " ".join(part)


def _says(part: Line, said: Any) -> bool:
    if part.asked.question.takes.rows:
        named = part.vocabulary.table(part.asked).names.spans(part.words)
        row = read(part)
        return bool(named or row.known or row.nearest or row.kind == "value")
    found = read(part) if part.asked.question.takes.yes_no else plainly(part)
    several = found is not None and isinstance(found.value, list) and isinstance(said, list)
    return (
        found is not None
        and found.kind == "value"
        and ({*found.value} <= {*said} if several else found.value == said)
    )


LEAST_TELLING: Final = 2
"""Words beside filling ones by which a part of a line tells something [ours]."""
_EMPHASIS: Final = frozenset(("%", "percent"))
_SAYS_NOTHING: Final = FILLER | HEDGES | NO | YES


def _tells(part: Line) -> bool:
    """Words that tell something, and nothing of the options."""
    words = [word for word in only_words(telling(part.tokens)) if word not in _SAYS_NOTHING and len(word) > 1]
    listed = part.asked.question.takes.listed
    figure = (
        not part.asked.question.takes.number and any(map(is_number, words)) and not _EMPHASIS & {*part.tokens}
    )
    return (figure or len(words) >= LEAST_TELLING) and not (
        listed and part.vocabulary.options(part.asked).likelihood.judge(" ".join(part.tokens)).firm
    )


def named_again(line: Line, found: Reading) -> Reading:
    """The reading with the names of one's own rows where signs stood for them."""
    again = line.vocabulary.unnamed
    pending = (replace(one, value=again(one.value), echo=again(one.echo)) for one in found.pending)
    return replace(
        found, value=again(found.value), echo=again(found.echo), question=again(found.question),
        unread=again(found.unread),
        nearest=again(found.nearest), known=again(found.known), pending=tuple(pending),
    )  # fmt: skip
