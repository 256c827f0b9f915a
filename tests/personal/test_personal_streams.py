"""What is kept gives what a fresh look gives: random streams, a compiled interview, how far what is left could lead."""

from collections.abc import Callable
from random import Random

import pytest

from aijri_engine import Interview, Library, Problem
from aijri_engine.interview.small_rows import WISHED
from aijri_engine.personal import order
from aijri_engine.personal.order import remaining
from aijri_engine.personal.streams import chosen, normals, sums_of_three, uniforms

SEED, NAME, COUNT = 2026, "split.train", 500
ROLE = "deep-learning-engineer"


def fresh() -> Random:
    return Random(f"{SEED}/{NAME}")


def test_a_choice_by_kept_numbers_is_the_choice_of_a_fresh_source() -> None:
    options, weights = ["a", "b", "c", "d"], [0.2, 0.5, 0.25, 0.05]
    assert chosen(SEED, NAME, COUNT, options, weights) == fresh().choices(options, weights, k=COUNT)


@pytest.mark.parametrize(("mean", "sd"), [(0.0, 1.0), (52.5, 8.0), (10.0, 2.5)])
def test_stretched_normal_numbers_are_those_of_a_fresh_source(mean: float, sd: float) -> None:
    source = fresh()
    steps, after = normals(SEED, NAME, COUNT)
    assert [mean + step * sd for step in steps] == [source.gauss(mean, sd) for _ in range(COUNT)]
    assert list(after) == [source.random() for _ in range(COUNT)]


def test_sums_of_three_cover_every_rating() -> None:
    assert set(sums_of_three(SEED, NAME, COUNT)) == set(range(7))


def test_streams_of_two_questions_differ() -> None:
    assert uniforms(SEED, "level", COUNT) != uniforms(SEED, "employer", COUNT)
    assert uniforms(SEED, "level", COUNT) != uniforms(SEED + 1, "level", COUNT)


@pytest.mark.usefixtures("opened_anew")
def test_one_form_serves_every_sitting_of_a_library_and_no_other_library() -> None:
    library = Library.open()
    form = Interview.start(library, ROLE).form
    assert Interview.start(library, ROLE).form is form
    assert Interview.resume(library, ROLE, ()).form is form
    assert Interview.start(Library.open(), ROLE).form is not form


def changed(interview: Interview, question: str, value: object) -> Interview:
    found = interview.answer(question, value)
    assert not isinstance(found, Problem), found
    return found


ACTS: tuple[Callable[[Interview], Interview], ...] = (
    lambda one: changed(one, "level", "mid"),
    lambda one: one.skip("years"),
    lambda one: changed(one, "split", {"rows": {"train": 60, "design": 40}}),
    lambda one: one.draft("practice", {"train": "drafts"}),
    lambda one: changed(one, "depth.train", "follows"),
    lambda one: changed(one, "level", "senior"),
    lambda one: one.undo(),
    lambda one: changed(one, "practice", {"train": "drafts", "design": "by_hand"}),
    lambda one: one.note("that fortnight was odd"),
    lambda one: one.clear("split"),
    lambda one: changed(one, "level", "mid"),
)
"""What a person does one after the other; some of it leaves the answers as they were."""


def test_how_far_what_is_left_could_lead_is_known_for_the_same_answers_and_no_others(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    interview = Interview.start(Library.open(), ROLE)
    told = []
    for act in ACTS:
        interview = act(interview)
        told.append((interview, remaining(interview)))
    for interview, known in told:
        interview.form.once("ends of what is left", dict).clear()
        assert remaining(Interview(interview.form, interview.library, interview.events)) == known
    monkeypatch.setattr(order, "_extreme", lambda *arguments: pytest.fail("worked out again"))
    again = (
        interview.skip("years"),
        interview.note("x"),
        interview.draft("practice", {}),
        interview.reveal(),
    )
    assert {remaining(one) for one in (*again, changed(interview, "years", 3).undo())} == {known}


def test_a_row_that_the_person_wished_to_be_asked_about_counts_with_what_is_left() -> None:
    """It stands among what is kept of a sitting, and is no answer."""
    small = changed(
        Interview.start(Library.open(), "35-1011.00"), "split", {"rows": {"create": 96, "lead": 4}}
    )
    assert [step.key for step in small.path.unasked] == ["rating.lead"]
    points = remaining(small).points
    assert points is not None
    assert (remaining(small.draft(f"{WISHED}rating.lead", True)).points or 0.0) > points
