"""How long one typed answer takes to understand; meant to stay under 10 ms."""

from typing import Any

import pytest

from aijri_engine.content.library import Library
from aijri_engine.interview.interview import Interview
from aijri_engine.interview.understanding import understand
from aijri_engine.interview.values import role_split

LINES = [
    ("years", "six and a half years"),
    ("split", "about half my time is training models, a fifth design, the rest meetings"),
    ("split", "training and cleaning and hiring and planning, roughly a bit of everything, " * 3),
    ("practice", "training and infra with copilot, the rest by hand"),
    ("employer", "the bank was closed so I went home"),
    ("depth.train", "we ran published recipes and only changed the learning rate"),
]


@pytest.mark.parametrize(("key", "typed"), LINES)
def test_understanding_one_line(benchmark: Any, key: str, typed: str) -> None:
    form = Interview.start(Library.open(), "deep-learning-engineer").form
    question, _, item = key.partition(".")
    asked = form.single.get(key) or form.for_task[question, item]
    week = role_split(form.role_shares, given=True)
    understand(asked, typed, form, week)
    benchmark(understand, asked, typed, form, week)


def test_understanding_first_line_of_a_form(benchmark: Any) -> None:
    library = Library.open()

    def first() -> None:
        form = Interview.start(library, "deep-learning-engineer").form
        understand(form.single["split"], "half training, half design", form, role_split(form.role_shares))

    benchmark(first)
