"""Which words open a result: in a session with a coach only those that call it."""

import pytest

from aijri_tui.plain.review import LATER, SHOW, WORDS, way_of

LABELS = ("Show it now", "In words first, without the figure", "Leave it for next time")


@pytest.mark.parametrize("guided", [True, False])
@pytest.mark.parametrize(
    ("typed", "way"),
    [
        ("1", SHOW), ("a", SHOW), ("show it now", SHOW), ("show me the figure", SHOW), ("ok let me see it, show", SHOW),
        ("2", WORDS), ("in words first", WORDS), ("without the figure", WORDS), ("3", LATER), ("not now", LATER),
        ("how sure is this", None), ("how sure is it?", None), ("is that ok", None), ("don't show it", None),
        ("not 1", None), ("how far am i from green", None),
    ],
)  # fmt: skip
def test_a_result_is_opened_by_words_that_call_it(typed: str, way: int | None, guided: bool) -> None:
    assert way_of(typed, LABELS, guided) == way


@pytest.mark.parametrize("typed", ["", "yes", "ok", "sure", "yes please", "ready", "go ahead"])
def test_with_a_coach_no_empty_line_and_no_mere_yes_opens_a_result(typed: str) -> None:
    assert way_of(typed, LABELS, guided=True) is None
    assert way_of(typed, LABELS, guided=False) == SHOW


@pytest.mark.parametrize("guided", [True, False])
@pytest.mark.parametrize(
    ("typed", "way"),
    [("yes i am a bit nervous but show me", SHOW), ("no, that's everything right now, show me the result please", SHOW),
     ("let me see, i am a bit afraid", None), ("show me, but change the years first", None)],
)  # fmt: skip
def test_a_sentence_that_calls_it_opens_it_and_one_that_thinks_aloud_does_not(
    typed: str, way: int | None, guided: bool
) -> None:
    assert way_of(typed, LABELS, guided) == way


@pytest.mark.parametrize(
    ("typed", "way"),
    [("show it again, please", SHOW), ("the first, show it", SHOW), ("let's see it again", SHOW),
     ("the second one", WORDS), ("the third", LATER), ("not the first", None), ("1, but later", None),
     ("do not show it again", None)],
)  # fmt: skip
def test_a_way_is_called_by_its_place_or_once_more(typed: str, way: int | None) -> None:
    assert way_of(typed, LABELS, guided=False) == way
