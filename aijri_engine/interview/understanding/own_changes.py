"""What corrects a row of one's own words: "feeding should be 30", "no, feeding is 30", "make feeding 50"."""

import re
from collections.abc import Sequence
from dataclasses import replace

from aijri_engine.interview.understanding.names import Named, Names
from aijri_engine.interview.understanding.own_rows import TypedRow, read_own_rows
from aijri_engine.interview.understanding.tokens import FILLER, words_of

_MARK = (
    r"(?:(?:no wait|wait no|no|nope|actually|i mean|or rather)(?=[\s,.:;!])|(?:wait|sorry|oops|make it|make that|"
    r"correction|scratch that|hold on)(?=\s*[,.:;!]|\s+\d))[\s,.:;!]*"
)
_LEAD = re.compile(rf"(?:{_MARK}|(?:yes|but|well|ok)(?=[\s,.:;!])[\s,.:;!]*)+", re.IGNORECASE)
_UNREAD = re.compile(
    rf".*[,;.!–—]\s*{_MARK}|(?:move|shift|take)\b.*\bfrom\b|(?:remove|delete|drop|erase|rename|change)\b\D*$"
    r"|(?:remove|delete|drop|erase)(?:row|and|[\s\d,])*$", re.IGNORECASE,
)  # fmt: skip
_SET = re.compile(r"\b(?:make|set|change|put|instead|should|now|be|is|to|at)\b", re.IGNORECASE)
_OF_A_CHANGE = re.compile(
    rf"{_SET.pattern}|\b(?:as|and|much|more|less|fewer|extra|another|by|up|down|add|reduce|increase|raise|lower|cut|"
    r"remove|delete|drop|from)\b", re.IGNORECASE,
)  # fmt: skip


def row_named(said: str, rows: Sequence[TypedRow]) -> TypedRow | None:
    """The row of this number or name, or of a word that no other one has."""
    told = [[word for word in {*words_of(row.name)} - FILLER if word.isalpha()] for row in rows]
    own = [[word for word in words if sum(word in one for one in told) == 1] for words in told]
    named = (Named(row.name, (row.name, str(place + 1), *own[place])) for place, row in enumerate(rows))
    keys = Names(tuple(named)).whole(words_of(said))
    return next((row for row in rows if [row.name] == [*keys]), None)


def corrected_rows(line: str, rows: Sequence[TypedRow], full: bool) -> list[TypedRow]:
    """Rows of work, one that is there under its name; none where a change of these is not read whole.

    Of a `full` week, and after a no, a word that one row alone has is that row.
    """
    lead = _LEAD.match(line)
    typed = line[lead.end() if lead else 0 :]
    found: list[TypedRow] = []
    for one in [] if _UNREAD.match(typed) else read_own_rows(typed):
        plain = _SET.sub(" ", one.name)
        row = row_named(plain, rows) if lead or full or plain != one.name else None
        left = words_of(_OF_A_CHANGE.sub(" ", one.name))
        exact = one.name.casefold() in [row.name.casefold() for row in rows]
        told = len(left) < len(words_of(one.name)) or len(left) > 1
        if told and left and not (exact or row or one.rest) and all(row_named(word, rows) for word in left):
            return []
        found.append(
            replace(one, name=row.name if row and not exact else re.sub("^add | should be$", "", one.name))
        )
    return found
