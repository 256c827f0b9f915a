"""What a what-if can change: every scored answer, in values that the engine takes, with what each would do."""

from typing import Any

from made_up_people import person

from aijri_engine import Interview, Problem, what_if
from aijri_engine.personal.changeable import ChangeableLine, changeable_lines, reach
from aijri_engine.personal.what_if import NewAnswer, WhatIf, answered

MUCH: dict[str, Any] = {
    "split": {"design": 5, "train": 45, "infra": 10, "debug": 10, "research": 5, "collaboration": 5},
    "other": [
        {"name": "status calls", "share": 15, "rating": {"steps": "written", "sources": "files", "judged": "standard"}},
        {"name": "hiring", "share": 5},
    ],
    "split_basis": "thought", "years": 3, "level": "junior", "employer": "enterprise", "domain": "health",
    "depth": {"design": "follows", "train": "adapts", "infra": "adapts", "debug": ["follows", "adapts"]},
    "practice": {"design": "by_hand", "train": "drafts", "infra": "end_to_end"}, "stepped_in": {"infra": "never"},
    "oversight": "named", "oversight_rule": "Article 14", "conditions": ["onsite_some"], "duties": ["taught"],
}  # fmt: skip


def lines_of(interview: Interview) -> dict[str, ChangeableLine]:
    return {line.key: line for line in changeable_lines(interview, interview)}


def tried(interview: Interview, *changes: NewAnswer | str) -> WhatIf:
    found = what_if(interview, list(changes))
    assert not isinstance(found, Problem), found
    return found


def test_every_scored_answer_is_among_the_lines_and_nothing_that_is_not_scored() -> None:
    lines = lines_of(person(MUCH))
    questions = {line.question for line in lines.values()}

    assert {"level", "employer", "oversight", "oversight_rule", "signature", "conditions", "practice",
            "stepped_in.infra", "rating.+status-calls", "depth.research"} <= questions  # fmt: skip
    assert not questions & {
        "split",
        "split_basis",
        "years",
        "domain",
        "duties",
        "market",
        "steady",
        "sounds_like",
    }
    assert lines["conditions.onsite_some"].value.name == "yes"
    assert lines["conditions.union_limits"].value.name == "no"
    assert [value.name for value in lines["depth.debug"].values] == [
        "as given", "as given or changed to fit", "changed to fit", "worked out new",
    ]  # fmt: skip
    assert not lines["depth.research"].value.told


def test_the_value_a_line_has_changes_nothing_and_every_other_is_taken() -> None:
    interview = person(MUCH)
    now = tried(interview).index_now.index_exact

    for line in lines_of(interview).values():
        assert not line.changed
        same = tried(interview, NewAnswer(line.question, line.value.answer))
        assert same.index_then.index_exact == now, line.key
        for value in line.values:
            changed = answered(interview, line.question, value.answer)
            assert not isinstance(changed, Problem), (line.key, value)
            after = {one.key: one for one in changeable_lines(interview, changed)}[line.key]
            assert after.value.name == value.name
            assert after.values[after.before].name == line.value.name


def test_reach_is_what_the_values_do() -> None:
    interview = person(MUCH)
    lines = lines_of(interview)
    found = reach(interview, lines.values())
    now = tried(interview).index_now.index

    for line in lines.values():
        indices = [
            tried(interview, NewAnswer(line.question, one.answer)).index_then.index for one in line.values
        ]
        assert found[line.key].lowest == round(min(indices) - now, 1), line.key
        assert found[line.key].highest == round(max(indices) - now, 1), line.key
    assert found["level"].highest > 0
    assert found["stepped_in.infra"].highest > 0
    assert found["practice.train"].still
    assert found["practice.train"].leads_on
    assert found["signature"].leads_on


def test_described_tasks_leave_level_nothing_and_that_can_be_told() -> None:
    described = dict.fromkeys(("design", "train", "infra", "debug", "research", "collaboration"), "adapts")
    interview = person({"depth": described, "level": "mid"})
    found = reach(interview, changeable_lines(interview, interview))

    assert found["level"].still
    assert not found["level"].leads_on
    assert found["depth.train"].highest > 0


def test_what_is_expected_follows_level_where_a_task_is_not_described() -> None:
    interview = person({"level": "mid"})
    changed = answered(interview, "level", "principal")
    assert not isinstance(changed, Problem)
    (design,) = [one for one in changeable_lines(interview, changed) if one.key == "depth.design"]

    assert design.value.name == "worked out new"
    assert not design.value.told
    assert not design.changed


def test_a_row_of_a_grid_is_set_by_words_also_beside_rows_that_are_not_asked() -> None:
    interview = person(MUCH)

    assert tried(interview, "rating.status-calls.steps=unknown").points > 0
    assert tried(interview, "practice.train=end_to_end", "stepped_in.train=never").points < 0


def test_the_sentence_of_a_change_that_does_nothing_says_so() -> None:
    found = tried(person(MUCH), "domain=money")

    assert found.sentence == "This does not move the index."
