"""What a kind of question needs; a new kind in `content.questions.Kind` is told here what it lacks."""

from typing import get_args

import pytest

from aijri_engine import Interview, Library, Problem
from aijri_engine.content.questions import Kind
from aijri_engine.interview.accept import accept, json_of
from aijri_engine.interview.form import Asked
from aijri_engine.interview.kinds import QuestionKind, kind_of
from aijri_engine.interview.understanding.understand import READERS
from aijri_tui.screen.interview.editors import editor_for

KINDS = get_args(Kind)
WORDS = ("text", "note")
"""Kinds whose answers are the words as they are: nothing reads them."""


@pytest.mark.parametrize("kind", KINDS)
def test_a_kind_has_everything_it_needs(kind: Kind) -> None:
    lacks = []
    if not isinstance(kind_of(kind), QuestionKind):
        lacks.append("an object in aijri_engine/interview/kinds")
    if kind not in READERS and kind not in WORDS:
        lacks.append("a reader of typed words in interview/understanding/understand.py")
    assert not lacks, f"the kind {kind} lacks {'; '.join(lacks)}"


def every_question() -> list[Asked]:
    interview = Interview.start(Library.open(), "deep-learning-engineer")
    return [*interview.form.single.values(), *interview.form.for_task.values()]


@pytest.mark.parametrize("asked", every_question(), ids=lambda asked: asked.key)
def test_answers_of_a_kind_are_accepted_kept_and_told(asked: Asked) -> None:
    interview = Interview.start(Library.open(), "deep-learning-engineer")
    kind = kind_of(asked.question.kind)
    for answer, share in kind.weighted(asked):
        taken = accept(asked, answer, interview.form, interview.path.split)
        assert not isinstance(taken, Problem), taken
        again = accept(asked, json_of(taken), interview.form, interview.path.split)
        assert again == taken
        assert kind.tell(asked, taken)
        assert 0.0 <= share <= 1.0
    assert kind.hint
    assert kind.nothing_given
    editor = editor_for(asked, None)
    assert editor.prompt
    assert editor.has_options or editor.divides or not editor.own_size
    for part in kind.parts(asked, None, None):
        assert part.variants
