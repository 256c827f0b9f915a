"""Bridges between any two roles, and ways on: higher, near, half of the week shared, never priced."""

import pytest

from aijri_engine import Interview, Library, Problem, result, to_json
from aijri_engine.personal.role_change import points_by_kind, role_difference
from aijri_engine.personal.ways_on import LEAST_HIGHER, crossing, everyday_words, week_of
from aijri_engine.report.building import sections
from aijri_engine.report.options import ReportOptions
from aijri_engine.report.renderers.text import text_of

LIBRARY = Library.open()
ROLES = tuple(LIBRARY.roles)
EVERYDAY = everyday_words(LIBRARY)


def of(role: str, **answers: object) -> Interview:
    found = Interview.from_answers(LIBRARY, role, {"level": "mid", **answers})
    assert not isinstance(found, Problem), found
    return found


@pytest.mark.parametrize("first", ROLES)
def test_the_bridge_between_any_two_roles_adds_up(first: str) -> None:
    for second in ROLES:
        one, other = LIBRARY.role(first), LIBRARY.role(second)
        found = role_difference(one, other)
        assert found.before is not None
        assert found.after is not None
        told = round(sum(shown for _, shown in points_by_kind(found)), 1)
        assert told == round(found.after.index - found.before.index, 1)
        met = crossing(week_of(LIBRARY.cards[first]), week_of(LIBRARY.cards[second]), EVERYDAY)
        assert 0 <= met.known <= 100 + 1e-9
        assert 0 <= met.share <= 100 + 1e-9
        assert len(met.carried) + len(met.new) == len(other.tasks)
        assert first != second or (
            met.share == pytest.approx(met.known) == pytest.approx(100) and not met.new and not met.left
        )


@pytest.mark.parametrize("role", ROLES)
def test_ways_on_stand_higher_share_tasks_and_are_for_yellow_and_red(role: str) -> None:
    found = result(of(role))
    ways = found.ways_on
    assert not ways or found.assessment.index < 48
    for way in ways:
        assert way.index >= found.assessment.index + LEAST_HIGHER
        assert way.difference or way.share == sum(one.share for one in way.carried if one.known) > 0
    document = to_json(found)
    assert [one["title"] for one in document["ways_on"]] == [one.title for one in ways]
    assert all("points" not in one for one in document["ways_on"])


@pytest.mark.case("second role 6")
def test_a_person_in_red_reads_what_carries_over_and_what_is_new() -> None:
    found = result(of("devops-engineer"))
    assert [way.title for way in found.ways_on][:1] == ["Systems Software Developer"]
    part = next(one for one in sections(found, ReportOptions(date="")) if one.id == "ways_on")
    assert "Systems Software Developer (51.7)" in part.gist
    lever = " ".join(one.text for one in found.sentences if one.topic == "lever")
    assert ("reaches Yellow by more than" in lever) is (found.next_zone is None)


@pytest.mark.case("second role 6")
@pytest.mark.parametrize("market", [{"endings": "ended"}, {"openings": "stopped"}, {"pay": "same"}])
def test_who_is_in_red_is_told_to_talk_with_two_people_whatever_happened_to_posts(
    market: dict[str, str],
) -> None:
    split = {task.id: task.share for task in LIBRARY.role("devops-engineer").tasks}
    found = of("devops-engineer", years=5, split=split, depth=dict.fromkeys(split, "follows"), market=market)
    steps = result(found).advice.steps
    told = " ".join(f"{one.strategy.title} {one.strategy.caution}".lower() for one in steps)
    assert "two people" in told
    assert "hard to undo" in told


def test_where_no_way_on_is_written_down_that_is_said_and_not_hidden() -> None:
    found = result(of("translator"))
    assert found.ways_on == ()
    part = next(one for one in sections(found, ReportOptions(date="")) if one.id == "ways_on")
    assert part.gist == "none is written down here"
    assert found.first_view.way_on == "None among the few jobs written down here."


def test_nothing_is_named_before_anything_was_said_or_while_a_figure_is_withheld() -> None:
    assert result(Interview.start(LIBRARY, "devops-engineer")).ways_on == ()
    assert result(of("15-1244.00")).ways_on == ()


def test_a_kind_of_activity_that_is_in_every_job_is_no_bridge() -> None:
    assert "accountant" not in [way.id for way in result(of("translator")).ways_on]


def test_a_percent_of_a_way_on_is_the_sum_of_the_tasks_that_are_told() -> None:
    """Kernel work is software like services, and nothing that a developer of services does already."""
    found = result(
        of(
            "backend-api-developer",
            depth=dict.fromkeys(LIBRARY.role("backend-api-developer").task_ids(), "follows"),
        )
    )
    way = next(one for one in found.ways_on if one.id == "systems-software-developer")
    part = next(one for one in sections(found, ReportOptions(date="")) if one.id == "ways_on")
    told = text_of(part.blocks, 500)

    assert way.share == 25
    assert "25 % of its week: faults and speed (15 %) and tests and builds (10 %)" in told
    assert "compilers and tools (20 %)" in told.partition("Alike, to be learned")[2]
    document = next(one for one in to_json(found)["ways_on"] if one["role"] == way.id)
    assert sum(row["share"] for row in document["carried"] if row["known"]) == document["share_carried"] == 25
    assert "Systems Software Developer (25 %; 51.7, Green)" in found.first_view.way_on
