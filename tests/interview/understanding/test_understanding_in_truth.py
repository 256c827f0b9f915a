"""Of "he says X, but in truth Y" only Y counts, and it is put and never taken at once."""

import pytest
from understanding_corpus import Read


@pytest.mark.parametrize(
    ("key", "typed", "leads"),
    [
        ("level", "he says I decide, but in truth he does", "junior"),
        ("level", "my boss says I decide, but really he does", "junior"),
        ("level", "they say I decide, in fact my boss does", "junior"),
        ("level", "on paper I decide, in practice my lead does", "junior"),
        ("level", "officially I decide, in reality my boss decides", "junior"),
        ("level", "on paper he decides but really I do", "senior"),
        ("level", "they say my boss decides, actually I do", "senior"),
        ("level", "they say it's my decision but the truth is my lead decides", "junior"),
        ("level", "officially a, in truth c", "senior"),
        ("steady", "they say yes, in truth no", False),
        ("oversight", "they say a law requires it, in fact there is none", "none"),
        ("conditions", "officially on site every day, in truth one day a week", ["onsite_some"]),
    ],
)
def test_what_is_so_in_truth_leads(read: Read, key: str, typed: str, leads: object) -> None:
    found = read(key, typed)
    assert found.kind == "confirm"
    assert found.nearest[0][1] == leads


@pytest.mark.parametrize(
    "typed", ["it was actually my lead", "actually, my boss decided", "in the end my lead decided"]
)
def test_without_what_is_said_to_be_so_a_line_counts_as_a_whole(read: Read, typed: str) -> None:
    found = read("level", typed)
    assert (found.value or found.nearest[0][1]) == "junior"
