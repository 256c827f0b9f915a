"""What a coach reads before a result: edges, blows, repairs and steps, on real answers."""

import pytest
from made_up_people import JUNIOR

from aijri_engine import Interview, Library, result
from aijri_engine.interview.path import answer_text
from aijri_engine.personal.asking import ask_text
from aijri_engine.personal.coaching import CoachView, coach_view

LIBRARY = Library.open()
ROLE = "deep-learning-engineer"
TECHNICAL = ("design", "train", "infra", "debug")


def view_of(answers: dict[str, object]) -> CoachView:
    interview = Interview.from_answers(LIBRARY, ROLE, answers)
    assert isinstance(interview, Interview)
    return coach_view(result(interview))


def test_a_figure_far_below_the_roles_is_told_as_a_blow() -> None:
    view = view_of(JUNIOR)
    assert "-23.8 points from the role's figure, Yellow where the role is Green" in view.blow
    assert "Speak of the range before the zone: the line to Green, at 48, is 7.2 points away" in view.edge
    assert (view.thin, view.repairs, view.repair) == ("", (), "")


def test_a_lower_figure_in_the_same_zone_is_told_as_such() -> None:
    view = view_of(
        {
            "level": "mid",
            "depth": {"train": "follows"},
            "split": {**JUNIOR["split"], "design": 15, "train": 40},
        }
    )
    assert "though in the same zone (Green)" in view.blow


def test_nothing_alarms_where_the_figure_is_the_roles() -> None:
    view = view_of({"level": "senior", "depth": dict.fromkeys(TECHNICAL, "originates")})
    assert view.blow == LIBRARY.wording.coach.no_blow
    assert view.edge.startswith("The zone can be named: the line to Yellow, at 48")


@pytest.mark.parametrize("declined", ["level", "split"])
def test_what_was_declined_is_not_asked_again(declined: str) -> None:
    view = view_of({declined: "declined"})
    assert view.thin.startswith("Too thin")
    assert len(view.repairs) == 2
    assert declined not in [one.question for one in view.repairs]
    assert all(one.name in view.repair for one in view.repairs)


def test_a_flag_is_told_to_the_coach_in_words_of_their_own() -> None:
    even = {"design": 17, "train": 17, "infra": 17, "debug": 17, "research": 16, "collaboration": 16}
    view = view_of({"split": even})
    assert "Rows nearly equal; the shares say little." in view.look_at
    assert view.thin
    assert not any("your picture would sharpen" in reason for reason in view.reasons)


def test_a_contradiction_is_repaired_first() -> None:
    answers = JUNIOR | {"level": "principal", "years": 1}
    interview = Interview.from_answers(LIBRARY, ROLE, answers)
    assert isinstance(interview, Interview)
    view = coach_view(result(interview))
    assert view.repairs[0].question == "level_check"


@pytest.mark.parametrize(("years", "told"), [(1, "1 year"), (2, "2 years"), (0.5, "0.5 years")])
def test_few_years_are_told_in_plain_english(years: float, told: str) -> None:
    interview = Interview.from_answers(LIBRARY, ROLE, JUNIOR | {"level": "principal", "years": years})
    assert isinstance(interview, Interview)
    level = interview.path.step("level")
    assert level is not None
    decides = answer_text(level)
    step = interview.path.step("level_check")
    assert step is not None
    assert ask_text(interview, step.asked).startswith(f"You wrote {told}, and on the final choice: ")
    flags = {flag.id: flag.coach for flag in result(interview).quality}
    assert flags["years_level"] == f"{told}; who decides: {decides}; confirmed: no."


def test_a_guided_interview_keeps_its_figure_until_the_result() -> None:
    begun = Interview.start(LIBRARY, ROLE, guided=True)
    assert begun.kept_covered == begun.covered_words == LIBRARY.wording.coach.covered
    assert begun.reveal("score").kept_covered
    assert begun.reveal("result").kept_covered == ""
    opened = Interview.start(LIBRARY, ROLE, guided=True, covered=False)
    assert (opened.kept_covered, opened.coach_prepares) == ("", True)
    assert not Interview.start(LIBRARY, ROLE).coach_prepares
    resumed = Interview.resume(LIBRARY, ROLE, begun.events)
    assert resumed.kept_covered


@pytest.mark.case("coaching 15 pace")
def test_no_pace_is_told_of_answers_that_came_without_their_time() -> None:
    texts = LIBRARY.wording.coach
    assert view_of(JUNIOR).remarks == (texts.nothing_untimed,)
    assert view_of(JUNIOR | {"seconds": {"level": 9.0}}).remarks == (texts.nothing,)
