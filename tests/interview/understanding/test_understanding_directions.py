"""More and less: an option that goes the other way than a line is never put."""

import pytest

from aijri_engine.content.library import Library
from aijri_engine.interview.form import Form
from aijri_engine.interview.understanding import understand
from aijri_engine.interview.values import role_split

LIBRARY = Library.open()
FORM = Form.of(LIBRARY, "35-1011.00")
UP = {"well_above", "above", "more", "far_more", "much_more"}


@pytest.mark.parametrize(
    ("key", "line"),
    [("market", "the wages stopped rising"), ("market", "fewer posts here"), ("growth", "demand went down"),
     ("market", "fewer people will be needed, they say"), ("growth", "AI gave us less work")],
)  # fmt: skip
def test_what_falls_or_rises_no_more_is_put_as_no_rise(key: str, line: str) -> None:
    asked = FORM.single[key]
    split = role_split({task.id: task.share for task in FORM.role.tasks})
    read = understand(asked, line, FORM, split)
    near = [one for _, one in read.nearest] + [read.value, read.known]
    told = {chosen for one in near if one for chosen in (one.values() if isinstance(one, dict) else [one])}
    assert told
    assert not told & UP
