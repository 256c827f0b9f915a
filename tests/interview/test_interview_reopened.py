"""A changed answer opens again what depended on it: the rows that came up, with what was said of the others kept."""

import pytest

from aijri_engine import Interview, Library, Problem, result
from aijri_engine.interview.path import answer_text
from aijri_engine.personal.asking import ask_text

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


@pytest.mark.case("public 3")
def test_new_rows_of_a_grid_are_open_and_the_others_kept() -> None:
    before = answered(Interview.start(LIBRARY, ROLE), split=FIRST, practice=TOOLS)
    assert before.path.step("practice").state == "answered"  # type: ignore[union-attr]
    after = answered(before, split=week(design=50, research=30, train=20))
    step = after.path.step("practice")
    assert step is not None
    assert step.state == "open"
    assert [row.id for row in step.asked.rows] == ["design", "train", "research"]
    assert after.path.facts.values["practice"]["train"] == "by_hand"
    assert answer_text(step) == "Training: by people; Design: not answered yet; Research: not answered yet"
    assert "practice" in [one.key for one in after.path.steps if not one.settled]
    whole = answered(after, practice={**TOOLS, "design": "drafts", "research": "by_hand"})
    assert whole.path.step("practice").state == "answered"  # type: ignore[union-attr]


@pytest.mark.case("public 4")
def test_a_whole_grid_that_nobody_was_sure_of_is_open_for_the_rows_that_came_up() -> None:
    unsure = answered(Interview.start(LIBRARY, ROLE), split=FIRST).not_sure("practice")
    assert isinstance(unsure, Interview)
    assert state_of(unsure, "practice") == "not_sure"
    assert state_of(answered(unsure, split=week(train=100)), "practice") == "not_sure"
    after = answered(unsure, split=week(design=50, train=50))
    assert state_of(after, "practice") == "open"
    again = Interview.resume(LIBRARY, ROLE, after.events)
    assert again.path.step("practice").value["train"] == "not_sure"  # type: ignore[union-attr]
    assert result(again).assessment.index == result(after).assessment.index
    said = answered(again, practice={"train": "not_sure", "design": "drafts"})
    assert state_of(said, "practice") == "answered"
    copied = Interview.from_answers(LIBRARY, ROLE, after.values())
    assert isinstance(copied, Interview)
    assert result(copied).assessment.index == result(after).assessment.index


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


DEPENDENT = {
    "practice",
    "collaboration_parts",
    "level_check",
    "outside_role",
    "rating",
    "depth",
    "day_recall",
}
"""Questions whose rows, options, parts or words depend on an earlier answer; each has its test in this file.

The options of `depth` and `day_recall` come from the role, which no answer changes.
"""


def test_every_question_that_depends_on_an_earlier_answer_is_known_here() -> None:
    found = set()
    for role in LIBRARY.roles:
        form = Interview.start(LIBRARY, role).form
        for asked in (*form.single.values(), *form.for_task.values()):
            question = asked.question
            words = [
                name for name in ("years", "level", "outside", "neighbour") if f"{{{name}}}" in question.ask
            ]
            given = any(choice.when for choice in asked.choices) or question.for_each == "own_row"
            if words or given or asked.row_when or question.part_of or question.options_from:
                found.add(question.id)
    assert found <= DEPENDENT, found - DEPENDENT


def state_of(interview: Interview, key: str) -> str:
    step = interview.path.step(key)
    return "off the path" if step is None else step.state


def test_what_was_confirmed_in_other_words_is_asked_again() -> None:
    """Kind 3: "You wrote 1 year, and: I decide" was confirmed, not "2 years"."""
    sure = answered(Interview.start(LIBRARY, ROLE), split=FIRST, level="senior", years=1, level_check="yes")
    assert state_of(sure, "level_check") == "answered"
    assert state_of(answered(sure, years=1), "level_check") == "answered"
    assert state_of(answered(sure, years=2), "level_check") == "open"
    assert answered(sure, years=2).earlier_value("level_check") == "yes"
    away = answered(sure, level="mid")
    assert state_of(away, "level_check") == "off the path"
    assert state_of(answered(away, level="principal"), "level_check") == "open"
    assert state_of(answered(sure, years=2).undo(), "level_check") == "answered"


def test_work_outside_the_role_is_confirmed_for_as_much_as_was_said() -> None:
    def outside(share: float) -> dict[str, object]:
        return {"rows": {"design": 100 - share}, "other": [{"name": "ward rounds", "share": share}]}

    sure = answered(Interview.start(LIBRARY, ROLE), split=outside(40), outside_role="go_on")
    assert state_of(answered(sure, split=outside(80)), "outside_role") == "open"
    assert state_of(answered(sure, split=outside(40)), "outside_role") == "answered"


def test_parts_that_no_longer_add_up_are_open_and_offered_as_they_were() -> None:
    parts = {"agreeing": 10, "people": 20, "administration": 0}
    before = answered(
        Interview.start(LIBRARY, ROLE), split=week(train=70, collaboration=30), collaboration_parts=parts
    )
    assert state_of(before, "collaboration_parts") == "answered"
    after = answered(before, split=week(train=50, collaboration=50))
    step = after.path.step("collaboration_parts")
    assert step is not None
    assert not step.settled
    assert after.earlier_value("collaboration_parts")["people"] == 20
    assert result(after).personal is not None
    back = answered(after, split=week(design=70, collaboration=30))
    assert state_of(back, "collaboration_parts") == "answered"


def test_another_row_of_other_work_is_open_and_the_rated_one_kept() -> None:
    rating = {"steps": "written", "sources": "files", "judged": "automatic"}
    rows = {"rows": {"design": 80}, "other": [{"name": "audits", "share": 20}]}
    before = answered(answered(Interview.start(LIBRARY, ROLE), split=rows), **{"rating.+audits": rating})
    more = {
        "rows": {"design": 60},
        "other": [{"name": "audits", "share": 20}, {"name": "teaching", "share": 20}],
    }
    after = answered(before, split=more)
    assert (state_of(after, "rating.+audits"), state_of(after, "rating.+teaching")) == ("answered", "open")


def test_a_week_asked_for_again_says_for_which_time() -> None:
    before = answered(Interview.start(LIBRARY, ROLE), split=week(train=80, infra=20))
    after = answered(before, steady=False)
    step = after.path.step("split")
    assert step is not None
    assert step.state == "open"
    assert "last three months" in ask_text(after, step.asked)
    assert "two normal weeks" in ask_text(answered(after, split=FIRST), step.asked)


LARGE = week(train=90, infra=10)


def test_what_was_said_about_a_week_is_asked_again_of_another_one() -> None:
    before = answered(
        Interview.start(LIBRARY, ROLE), split=LARGE, steady=True, split_basis="calendar", years=4
    )
    after = answered(before, split=week(design=90, train=10))
    assert (state_of(after, "steady"), state_of(after, "split_basis")) == ("open", "open")
    assert (after.earlier_value("steady"), after.earlier_value("split_basis")) == (True, "calendar")
    assert state_of(after, "years") == "answered"
    assert state_of(after.undo(), "split_basis") == "answered"
    assert after.undo().values() == before.values()


def test_what_was_said_about_a_week_stays_for_the_same_and_where_nobody_would_say() -> None:
    told = answered(Interview.start(LIBRARY, ROLE), split=LARGE, steady=True)
    declined = told.declined("split_basis")
    assert isinstance(declined, Interview)
    same = answered(declined, split=LARGE)
    assert (state_of(same, "steady"), state_of(same, "split_basis")) == ("answered", "declined")
    assert state_of(answered(declined, split=week(design=70, train=30)), "split_basis") == "declined"


def test_an_answer_that_sent_the_person_back_stays_for_what_they_then_say() -> None:
    before = answered(Interview.start(LIBRARY, ROLE), split=LARGE, split_basis="calendar")
    after = answered(before, steady=False, split=week(train=70, infra=30))
    assert (state_of(after, "steady"), state_of(after, "split_basis")) == ("answered", "open")


def test_every_question_about_another_names_one_that_is_asked() -> None:
    asked = {question.id: question for question in LIBRARY.interview.questions()}
    about = {one.id: one.about for one in asked.values() if one.about}
    assert about
    assert all({*names} <= {*asked} for names in about.values())
