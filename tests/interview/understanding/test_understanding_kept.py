"""What was read before changes no reading: words are kept prepared, and lines read in any order mean the same."""

import sys
from collections.abc import Sequence
from typing import Any

import pytest

from aijri_engine import Interview, Library
from aijri_engine.interview.form import Form
from aijri_engine.interview.understanding import prepare, understand
from aijri_engine.interview.understanding.words.kept import once_a_line
from aijri_engine.interview.understanding.words.tokens import LINES_KEPT

READING = sys.modules["aijri_engine.interview.understanding.understand"]

LINES = (
    "b", "not b", "I decided, no approval needed", "they decided, not me", "a and c, not b", "all b but the first c",
    "train 30, the rest design", "half training, half debugging", "no training and no infra", "six years and a half",
    "what does b mean?", "somebody else decided, I think, or was it me", "a tool did the first draft of it",
    "it is never checked by anybody", "none of these", "rather not say", "no wait, c", "training b, the rest a",
)  # fmt: skip


@pytest.fixture
def form(monkeypatch: pytest.MonkeyPatch) -> Form:
    """A form that nothing was read for yet."""
    interview = Interview.start(Library.open(), "deep-learning-engineer")
    monkeypatch.setitem(vars(interview.form), "_made", {})
    return interview.form


@pytest.mark.parametrize("key", ["split", "level", "practice"])
def test_lines_mean_the_same_in_any_order(form: Form, key: str) -> None:
    asked, week = form.single[key], Interview.start(Library.open(), "deep-learning-engineer").path.split

    def read(lines: Sequence[str]) -> dict[str, Any]:
        form._made.clear()
        return {line: understand(asked, line, form, week) for line in lines}

    assert read(LINES) == read(LINES[::-1])


def test_the_words_of_a_question_are_made_ready_once(form: Form, monkeypatch: pytest.MonkeyPatch) -> None:
    asked, week = form.single["level"], Interview.start(Library.open(), "deep-learning-engineer").path.split
    prepare(asked, form, week)
    monkeypatch.setattr(READING, "understand", lambda *arguments: pytest.fail("read again"))
    prepare(asked, form, week)
    with pytest.raises(pytest.fail.Exception, match="read again"):
        prepare(form.single["years"], form, week)


def test_words_are_read_once_a_line_and_never_changed_for_whoever_asks() -> None:
    class Reader:
        read = 0

        @once_a_line
        def said(self, words: Sequence[str]) -> tuple[str, ...]:
            self.read += 1
            found = tuple(words)
            if isinstance(words, list):
                words.clear()
            return found

    one, other, typed = Reader(), Reader(), ["a", "yes"]
    assert one.said(typed) == one.said(("a", "yes")) == other.said(typed) == ("a", "yes")
    assert (one.read, other.read, typed) == (1, 1, ["a", "yes"])
    for number in range(LINES_KEPT + 1):
        one.said([str(number)])
    assert one.said(["0"]) == ("0",)
