"""What a report of any role says: its own provenance and sources, nothing that is true of another kind of work only."""

import re

import pytest

from aijri_engine import Interview, Library, Problem, result
from aijri_engine.report.building import build
from aijri_engine.report.options import ReportOptions
from aijri_engine.report.renderers.text import text_of
from aijri_engine.text import a_or_an

LIBRARY = Library.open()
OTHERS = tuple(role for role in LIBRARY.cards if role != "deep-learning-engineer")
WAYS_ON = re.compile(r"WAYS ON\n=+.*?\n\n\n", re.DOTALL)


def told(role: str, **answers: object) -> str:
    interview = Interview.from_answers(LIBRARY, role, answers)
    assert not isinstance(interview, Problem)
    whole = text_of(build(result(interview), ReportOptions(date="")).blocks)
    return WAYS_ON.sub("", whole.split("\nSOURCES\n")[0])


@pytest.mark.case("second role 3")
@pytest.mark.parametrize("role", OTHERS)
def test_a_figure_is_called_what_it_is_and_no_other_roles_page_is_its_source(role: str) -> None:
    interview = Interview.from_answers(LIBRARY, role, {"level": "mid"})
    assert not isinstance(interview, Problem)
    document = build(result(interview), ReportOptions(date=""))
    card = LIBRARY.cards[role]
    assert next(fact.text for fact in document.facts if fact.term == "Its figures").startswith(
        card.provenance_word
    )
    whole = text_of(document.blocks)
    if card.pack != "ai":
        assert not re.search(r"AI Act|Regulation \(EU\) 2024/1689", whole)
    assert "deep-learning-engineer" not in whole
    if card.provenance == "own":
        assert "published" not in told(role, level="mid")


@pytest.mark.case("second role 5")
@pytest.mark.parametrize("role", OTHERS)
@pytest.mark.parametrize("years", [1, 20])
def test_who_starts_is_told_nothing_that_is_true_of_another_field(role: str, years: int) -> None:
    text = told(role, level="junior", years=years)
    assert not re.search(r"22 to 25|usual in the first years|other methods|GPU|neural", text)


@pytest.mark.case("second role 10 figures")
@pytest.mark.parametrize("role", OTHERS)
def test_what_a_role_says_of_itself_agrees_with_its_figures(role: str) -> None:
    """The check refuses a quick screen or a history of other figures; the shipped ones hold it."""
    found = LIBRARY.role(role)
    assert found.history[-1].index == found.expect.index
    assert found.quick_screen.growth == found.growth.score


def test_a_title_has_its_article() -> None:
    told = ["Electrician (buildings)", "Registered Nurse", "ML/AI Engineer", "Undertaker", "HR Manager"]
    assert [a_or_an(title).partition(" ")[0] for title in told] == ["an", "a", "an", "an", "an"]
