"""A kind whose answers are kept as they are typed: typed answers are what it accepts."""

import pytest

from aijri_engine import Interview, Library
from aijri_engine.interview.kinds.choice import ChoiceKind
from aijri_engine.interview.understanding import kinds, understand
from aijri_engine.interview.understanding import understand as package
from aijri_engine.interview.values import Problem

ROLE = "deep-learning-engineer"


def test_what_is_kept_as_typed_takes_what_it_accepts(monkeypatch: pytest.MonkeyPatch) -> None:
    import importlib

    reading = importlib.import_module(f"{package.__module__}")
    start = Interview.start(Library.open(), ROLE)
    level = start.form.single["level"]
    monkeypatch.setattr(kinds, "_reader", lambda shape: kinds._as_typed)
    monkeypatch.setattr(reading, "exactly", lambda line: None)
    taken = understand(level, "senior", start.form, start.path.split)
    refused = understand(level, "blue", start.form, start.path.split)
    assert (taken.kind, taken.value) == ("value", "senior")
    assert (refused.kind, refused.question) == ("ask", ChoiceKind().hint)
    assert not isinstance(start.answer("level", taken.value), Problem)
    for line in ("senior, 5 years", "not junior, senior", "30 % design and 12 years", "no, senior"):
        assert understand(level, line, start.form, start.path.split).kind in (
            "value",
            "ask",
            "confirm",
            "command",
        )
