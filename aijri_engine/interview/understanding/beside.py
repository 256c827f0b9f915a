"""What of a line its reading leaves out, and the names that stand in it for signs."""

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Any, Final

from aijri_engine.interview.form import Asked, Form
from aijri_engine.interview.understanding.apart import parts_of, telling
from aijri_engine.interview.understanding.kinds import plainly, read
from aijri_engine.interview.understanding.line import Line
from aijri_engine.interview.understanding.reading import Reading
from aijri_engine.interview.understanding.vocabulary import vocabulary_of
from aijri_engine.interview.understanding.words.tokens import (
    FILLER,
    HEDGES,
    only_words,
    tokens_of,
    word_set,
    words_of,
)
from aijri_engine.interview.understanding.yes_no import NO, YES
from aijri_engine.interview.values import Split

UNREAD: Final = "“{0}” is not used here."


def beside_it(line: Line, found: Reading) -> Reading:
    """The reading with those parts of the line told that say nothing of it, where another part alone says it."""
    takes = line.asked.question.takes
    rows = takes.rows and bool(found.known)
    if not (rows or found.kind in ("value", "confirm")) or found.key or found.pending:
        return found
    if not (takes.short or takes.yes_no or takes.rows):
        return found
    said = found.nearest[0][1] if found.kind == "confirm" else found.known if rows else found.value
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
        row, told = read(part), said if isinstance(said, dict) else {}
        rows = (one for one in part.asked.rows if one.id in told)
        called = any(part.vocabulary.row_options(part.asked, one).one(part.tokens).clear for one in rows)
        return bool(called or named or row.known or row.nearest or row.kind == "value")
    found = read(part) if part.asked.question.takes.yes_no else plainly(part)
    several = found is not None and isinstance(found.value, list) and isinstance(said, list)
    return (
        found is not None
        and found.kind == "value"
        and ({*found.value} <= {*said} if several else found.value == said)
    )


LEAST_TELLING: Final = 2
"""Words beside filling ones by which a part of a line tells something [ours]."""
_OTHER_FIGURES: Final = word_set("other others rest")
_EMPHASIS: Final = frozenset(("%", "percent"))
_SAYS_NOTHING: Final = FILLER | HEDGES | NO | YES


def tells_of_its_own(asked: Asked, typed: str, form: Form, split: Split) -> bool:
    """Whether words beside an answer to this question tell what another one asks, and are no remark and no question."""
    line = Line(asked, typed, tokens_of(typed), form, split, vocabulary_of(form))
    return _figure(line) or _tells(line)


def _tells(part: Line) -> bool:
    """A figure, a row or an answer to another question, and nothing of the options here."""
    words, listed = only_words(telling(part.tokens)), part.asked.question.takes.listed
    said = [word for word in words if word not in _SAYS_NOTHING and len(word) > 1]
    text, again = " ".join(part.tokens), {*said} & {*words_of(part.asked.ask)}
    takes = part.asked.question.takes
    if takes.yes_no and len(again) >= LEAST_TELLING:  # "it would be the same mix, yes"
        return False
    if takes.number and _OTHER_FIGURES & {*words}:  # "nine, the others are ages"
        return False
    if "?" in part.tokens or (listed and part.vocabulary.options(part.asked).likelihood.judge(text).firm):
        return False
    if _figure(part) and not part.asked.question.takes.number:
        return True
    others = [
        one for one in part.form.single.values() if one.key != part.asked.key and not one.question.part_of
    ]
    rows = (part.vocabulary.table(one).names for one in others if one.rows and one.question.takes.rows)
    weeks = (part.vocabulary.table(one).names for one in others if one.question.takes.shares)
    firm = (part.vocabulary.options(one).likelihood.judge(text).firm for one in others if one.choices)
    return len({*said}) >= LEAST_TELLING and (any(one.spans(words) for one in (*weeks, *rows)) or any(firm))


def _figure(part: Line) -> bool:
    said = any(word[0].isdigit() for word in part.words)
    return said and not {*_EMPHASIS, "?"} & {*part.tokens}


def named_again(line: Line, found: Reading) -> Reading:
    """The reading with the names of one's own rows where signs stood for them."""
    again = line.vocabulary.unnamed
    pending = (replace(one, value=again(one.value), echo=again(one.echo)) for one in found.pending)
    return replace(
        found, value=again(found.value), echo=again(found.echo), question=again(found.question),
        unread=again(found.unread),
        nearest=again(found.nearest), known=again(found.known), pending=tuple(pending),
    )  # fmt: skip
