"""What several decide or sign together is no option of its own: a letter picks one, and no yes does."""

import pytest
from understanding_corpus import Read


@pytest.mark.parametrize(
    ("key", "typed"),
    [
        *(("level", typed) for typed in (
            "we decide together", "we both decide", "my boss and I decide together", "it's a shared decision",
            "it was a joint decision", "half me half my boss", "me and my lead make the call together",
            "we decide by consensus", "my colleague and I agreed on it", "I decided together with my boss",
            "I decide with my boss", "it was up to both of us", "we agreed on it", "decided jointly")),
        ("signature", "we both sign"),
        ("signature", "we sign jointly"),
    ],
)  # fmt: skip
def test_no_yes_takes_what_is_shared(read: Read, key: str, typed: str) -> None:
    found = read(key, typed)
    assert found.kind in ("choose", "ask")
    assert found.kind == "ask" or len(found.nearest) > 1


@pytest.mark.parametrize(
    ("key", "typed", "leads"),
    [
        ("level", "I propose and my boss approves", "mid"),
        ("level", "I decide all alone", "senior"),
        ("level", "my boss decided", "junior"),
        ("depth.train", "we decided together to adapt the recipe", "adapts"),
    ],
)
def test_what_one_decides_and_what_was_done_together_leads(
    read: Read, key: str, typed: str, leads: str
) -> None:
    found = read(key, typed)
    assert found.kind in ("value", "confirm")
    assert (found.value or found.nearest[0][1]) == leads
