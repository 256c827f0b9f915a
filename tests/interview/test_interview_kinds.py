"""What a kind of question needs; a new kind in `content.questions.Kind` is told here what it lacks."""

import re
from pathlib import Path
from typing import get_args

import pytest

import aijri_engine.form
from aijri_engine import Interview, Library, Problem
from aijri_engine.content.kinds import Kind
from aijri_engine.interview.accept import accept, json_of
from aijri_engine.interview.form import Asked
from aijri_engine.interview.kinds import QuestionKind, kind_of
from aijri_tui.plain.showing import KIND_HINTS
from aijri_tui.screen.interview.editors import editor_for

KINDS = get_args(Kind)
SAID_BY_THE_QUESTION = ("choice", "number", "scale", "note")
"""Kinds that are asked line by line without a sentence on how to answer."""
PAGE = Path(aijri_engine.form.__file__).with_name("assets") / "page.js"


@pytest.mark.parametrize("kind", KINDS)
def test_a_kind_has_everything_it_needs(kind: Kind) -> None:
    lacks = []
    if not isinstance(kind_of(kind), QuestionKind):
        lacks.append("an object in aijri_engine/interview/kinds")
    page = PAGE.read_text(encoding="utf-8")
    for table in ("CARDS", "READERS"):
        body = page[page.index(f"const {table} = {{") :]
        if not re.search(rf"\b{kind}[:(]", body[: body.index("\n  };")]):
            lacks.append(f"a line in {table} of aijri_engine/form/assets/page.js")
    if kind not in (*KIND_HINTS, *SAID_BY_THE_QUESTION):
        lacks.append("a sentence on how to answer it in KIND_HINTS of aijri_tui/plain/showing.py")
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
