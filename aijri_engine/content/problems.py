"""What is wrong in a file, where, and what to do: the one form in which content errors are told."""

import os
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from aijri_engine.content.codes import AND_MORE, Severity, message
from aijri_engine.text import ELLIPSIS, cell_width, clean, join_words, nearest, shorten

MOST_PROBLEMS: Final = 50
"""Problems listed at once; the rest are counted."""

LONGEST_MESSAGE: Final = 500
LONGEST_QUOTE: Final = 60
LONGEST_EXCERPT: Final = 100
EXCERPT_BEFORE: Final = 60
"""Characters of a long line shown before the place in question, of `LONGEST_EXCERPT` in all."""


@dataclass(frozen=True, slots=True)
class Problem:
    """One problem of one file.

    `line` and `column` count from 1. `hint` is the remedy, such as `did you mean "years"?`. `excerpt` is
    the quoted line, made harmless and cut when long; `caret` is the character of it that is meant, from 0.
    """

    file: str
    line: int | None
    column: int | None
    code: str
    message: str
    hint: str | None = None
    excerpt: str | None = None
    severity: Severity = "error"
    caret: int | None = None

    def text(self) -> str:
        """Return `file:line:column: CODE message; hint` on one line, without the parts that are missing."""
        place = [self.file, *(str(part) for part in (self.line, self.column) if part is not None)]
        told = f"{':'.join(place)}: {self.code} {self.message}"
        return clean(f"{told}; {self.hint}" if self.hint else told, len(self.file) + LONGEST_MESSAGE)

    def block(self) -> str:
        """Return `text()` followed, when the line is known, by the quoted line and a caret below it."""
        if self.excerpt is None or self.line is None:
            return self.text()
        margin = f"{self.line:>6} | "
        below = " " * (len(margin) - 2) + "| "
        caret = max((self.column or 1) - 1, 0) if self.caret is None else self.caret
        return "\n".join(
            (
                self.text(),
                (margin + self.excerpt).rstrip(),
                below + " " * cell_width(self.excerpt[:caret]) + "^",
            )
        )

    def as_dict(self) -> dict[str, object]:
        """Return the parts under their names, for JSON."""
        told = {name: getattr(self, name) for name in ("file", "line", "column", "code", "severity")}
        told["message"] = clean(self.message, LONGEST_MESSAGE)
        told["hint"] = None if self.hint is None else clean(self.hint, LONGEST_MESSAGE)
        return told | {"excerpt": self.excerpt}

    def sort_key(self) -> tuple[str, bool, int, int, str, str]:
        """Return the key that orders problems by file, line and column; a count of the rest comes last."""
        return (self.file, self.code == AND_MORE, self.line or 0, self.column or 0, self.code, self.message)


class ContentError(Exception):
    """A file that cannot be used; `problems` holds everything found, sorted and at most 51 long."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems: tuple[Problem, ...] = gathered(problems)
        super().__init__("\n".join(problem.text() for problem in self.problems))


def gathered(problems: Iterable[Problem], left_out: int = 0) -> tuple[Problem, ...]:
    """Return `problems` sorted, at most 50, with one more that counts the rest and the `left_out`."""
    ordered = sorted(problems, key=Problem.sort_key)
    more = max(len(ordered) - MOST_PROBLEMS, 0) + left_out
    shown = tuple(ordered[:MOST_PROBLEMS])
    if not more or not shown or (len(ordered) == MOST_PROBLEMS + 1 and ordered[-1].code == AND_MORE):
        return tuple(ordered)
    told = message(AND_MORE, count=more)
    return (*shown, Problem(shown[-1].file, None, None, AND_MORE, told, severity=shown[-1].severity))


def problem_at(
    file: str,
    lines: Sequence[str],
    place: tuple[int, int],
    code: str,
    message: str,
    hint: str | None = None,
    severity: Severity = "error",
) -> Problem:
    """Return a problem at `place` (line and column from 1) with its line quoted from `lines`."""
    line, column = place
    if not 1 <= line <= len(lines):
        return Problem(file, line, column, code, message, hint, None, severity)
    excerpt, caret = _excerpt(lines[line - 1], column - 1)
    return Problem(file, line, column, code, message, hint, excerpt, severity, caret)


def quoted(value: object, width: int = LONGEST_QUOTE) -> str:
    """Return `value` in double quotes as a message may carry it: cleaned and at most `width` cells."""
    return f'"{shorten(clean(str(value)), width)}"'


def did_you_mean(word: str, candidates: Iterable[str]) -> str | None:
    """Return `did you mean "x"?` for the candidate most like `word`, or None when none is near."""
    found = nearest(word, candidates)
    return f"did you mean {quoted(found[0])}?" if found else None


def known_names(word: str, names: Iterable[str]) -> str | None:
    """The remedy for an unknown name: the one most like it, else all of them; None where there are none."""
    known = list(names)
    return did_you_mean(word, known) or (f"known are {join_words(known)}" if known else None)


def file_name(path: str | os.PathLike[str]) -> str:
    """Return `path` as messages name it."""
    return clean(os.fspath(path)) or "."


def _excerpt(line: str, caret: int) -> tuple[str, int]:
    """Cut a window around the caret; an unseen character becomes one that is seen, so columns hold."""
    start = max(caret - EXCERPT_BEFORE, 0) if len(line) > LONGEST_EXCERPT else 0
    window = line[start : start + LONGEST_EXCERPT]
    shown = "".join(
        character if _is_seen(character) else (" " if character == "\t" else "�") for character in window
    )
    before = ELLIPSIS if start else ""
    after = ELLIPSIS if start + LONGEST_EXCERPT < len(line) else ""
    return before + shown + after, len(before) + caret - start


def _is_seen(character: str) -> bool:
    return character != "\t" and clean(character, lines=True) not in ("", "\n")
