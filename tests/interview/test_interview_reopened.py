"""A changed answer opens again what depended on it: the rows that came up, with what was said of the others kept."""

from aijri_engine import Interview, Library, Problem, result
from aijri_engine.interview.path import answer_text

ROLE = "deep-learning-engineer"
LIBRARY = Library.open()


def answered(interview: Interview, **answers: object) -> Interview:
    for key, value in answers.items():
        found = interview.answer(key, value)
        assert isinstance(found, Interview), found
        interview = found
    return interview


def week(**rows: float) -> dict[str, object]:
    return {"rows": rows}


FIRST = week(train=40, infra=30, debug=20, collaboration=10)
TOOLS = {"train": "by_hand", "infra": "drafts", "debug": "drafts", "collaboration": "by_hand"}


def test_new_rows_of_a_grid_are_open_and_the_others_kept() -> None:
    before = answered(Interview.start(LIBRARY, ROLE), split=FIRST, practice=TOOLS)
    assert before.path.step("practice").state == "answered"  # type: ignore[union-attr]
    after = answered(before, split=week(design=50, research=30, train=20))
    step = after.path.step("practice")
    assert step is not None
    assert step.state == "open"
    assert [row.id for row in step.asked.rows] == ["design", "train", "research"]
    assert after.path.facts.values["practice"]["train"] == "by_hand"
    assert "practice" in [one.key for one in after.path.steps if not one.settled]
    whole = answered(after, practice={**TOOLS, "design": "drafts", "research": "by_hand"})
    assert whole.path.step("practice").state == "answered"  # type: ignore[union-attr]


def test_rows_off_the_path_are_not_told_and_no_id_stands_for_a_label() -> None:
    interview = answered(Interview.start(LIBRARY, ROLE), split=FIRST, practice=TOOLS)
    interview = answered(interview, split=week(design=50, train=50))
    interview = answered(interview, practice={**TOOLS, "design": "drafts"})
    step = interview.path.step("practice")
    assert step is not None
    told = answer_text(step)
    assert "infra" not in told.lower()
    assert "by_hand" not in told
    assert told.startswith("Design: ")


def test_a_grid_open_for_new_rows_is_written_and_read_with_the_rows_it_has() -> None:
    interview = answered(Interview.start(LIBRARY, ROLE), split=FIRST, practice=TOOLS)
    interview = answered(interview, split=week(design=50, train=50))
    again = Interview.from_answers(LIBRARY, ROLE, interview.values())
    assert not isinstance(again, Problem)
    assert result(again).assessment.index == result(interview).assessment.index
