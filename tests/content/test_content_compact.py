"""Roles in short: what is left out is derived, what is wrong is told once, and barriers keep to the role."""

from datetime import date
from pathlib import Path

import pytest

from aijri_engine import Interview, Library, result
from aijri_engine.content.library import content_folder
from aijri_engine.content.own_table import OwnRow, role_text
from aijri_engine.lint import check
from aijri_engine.personal.spread import spread_of

TODAY = date(2026, 11, 28)

NURSE = """
id: ward-nurse
title: Ward Nurse
aliases: [ward nurse in short]
family: care
as_of: "2026-11-28"
provenance: own
summary: At the bedside, under a licence.
does: Looks after patients on a ward.
tasks:
  - {id: assess, name: Assessment, share: 40, score: 2, group: check}
  - {id: care, name: Hands-on care, share: 40, score: 1, ai: not_involved, group: care}
  - {id: records, name: Record keeping, share: 20, score: 4, published: follows, scores: [4, 3, 1]}
tell:
  records: {row: Charting and forms, says: [charting], why: Typed by machines., follows: Filling in the form,
    adapts: {act: Writing what others act on, short: writing for others}, originates: Setting up a record}
evidence: {job_postings: [2, Open posts.], company_actions: [1, Kept.], wages: [1, Up.], tool_maturity: [2, Helps.],
  expert_consensus: [2, Shortage.]}
barriers: {regulatory: [2, A licence.], physical: [2, In the bed.], union: [1, Agreements.], liability: [2, In person.],
  cultural: [2, A person.]}
growth: [0, "Age, not AI."]
worry: [At the bedside., At the desk., Hours beside a patient.]
"""

BARE = """
id: bare
title: Bare
tasks:
  - {id: first, name: First, share: 50, score: 2}
  - {id: second, name: Second, share: 50, score: 3}
"""


def library_with(folder: Path, text: str, name: str = "ward-nurse") -> Library:
    (folder / "roles").mkdir(exist_ok=True)
    (folder / "roles" / f"{name}.yaml").write_text(text, encoding="utf-8")
    return Library.open(content_folder(), folder)


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Library:
    return library_with(tmp_path_factory.mktemp("content"), NURSE)


def test_a_role_in_short_is_whole(library: Library) -> None:
    role = library.role("ward-nurse")
    records = role.task("records")
    assert records is not None
    assert records.ladder.scores() == (4, 3, 1)
    assert records.ladder.follows.short == "filling in the form"
    assert role.tasks[0].ladder.scores() == (3, 2, 1)
    assert role.tasks[1].ladder.scores() == (2, 1, 1)
    assert role.expect.index == result(Interview.start(library, "ward-nurse")).assessment.index
    assert role.shifts.level["senior"] == {"care": 1}
    assert [strategy.id for strategy in role.strategies] == ["deeper-assess", "deeper-care", "deeper-records"]
    assert role.category == "Health and care"


def test_what_was_filled_in_is_known(library: Library) -> None:
    file = next(file for file in library.files if file.path.stem == "ward-nurse")
    origins = {one.place: one.origin for one in file.filled}
    assert origins["category"] == "pack care"
    assert origins["tasks.assess.ladder.adapts"] == "group check"
    assert origins["experience"] == "generic"
    assert origins["expect"] == "derived"


def test_it_passes_the_check(tmp_path: Path) -> None:
    library_with(tmp_path, NURSE)
    assert [problem.text() for problem in check([tmp_path / "roles" / "ward-nurse.yaml"], TODAY)] == []


@pytest.mark.case("second role 10")
def test_a_missing_shape_is_told_once(tmp_path: Path) -> None:
    told = [problem.message for problem in library_with(tmp_path, BARE, "bare").broken]
    assert told == [
        'missing keys "aliases", "as_of", "provenance", "summary" and "does"',
        'missing keys "follows", "adapts" and "originates"',
        'missing keys "row" and "why"',
    ]


@pytest.mark.case("second role 1")
def test_not_choosing_one_condition_never_takes_away_another(library: Library) -> None:
    base = result(Interview.start(library, "ward-nurse")).assessment.index
    for chosen in (["onsite_most"], ["union_consulted"], ["customers_most", "onsite_most"]):
        interview = Interview.from_answers(library, "ward-nurse", {"conditions": chosen})
        assert isinstance(interview, Interview)
        assert result(interview).assessment.index == base


@pytest.mark.case("second role 2")
def test_draws_start_from_the_level_of_the_role(library: Library) -> None:
    """Most draws of what is unanswered keep the barriers of the role; they do not fall to those of another."""
    spread = spread_of(Interview.start(library, "ward-nurse"))
    index = result(Interview.start(library, "ward-nurse")).assessment.index
    assert spread.range.low > index - 25
    assert not spread.range.one_sided


WRONG = """
id: pharmacist
title: Community Pharmacist
aliases: chemist
as_of: 28 November 2026
provenance: mine
summary: Medicines, safely.
does: Checks and advises.
family: health
tasks:
  - {id: dispensing, name: Dispensing, share: 35%, score: 3, group: dispensing}
  - {id: advice, name: Advice, share: 65, score: medium, group: advising, ai: none}
evidence: {job_postings: good, company_actions: [0, None.], wages: [0, Flat.], tool_maturity: [0, Some.],
  expert_consensus: [0, None.]}
growth: no
worry: those at the counter
"""


def test_each_mistake_is_told_once_at_its_place_and_with_the_shape_it_wants(tmp_path: Path) -> None:
    told = {
        problem.line: problem.hint or "" for problem in library_with(tmp_path, WRONG, "pharmacist").broken
    }
    wanted = {
        4: "aliases: [", 5: 'as_of: "2026-11-28"', 6: "provenance: own", 9: "known are ai, care", 11: "share: 35",
        12: "coordinate, advise, teach", 13: "[score, why]", 15: "growth: [score, why]", 16: "worry: [who less",
    }  # fmt: skip
    assert set(told) == set(wanted)
    lines = [problem.text() for problem in library_with(tmp_path, WRONG, "pharmacist").broken]
    for line, shape in wanted.items():
        assert any(f"pharmacist.yaml:{line}:" in one and shape in one for one in lines), line
    assert len(lines) == 12
    assert not any("Y131" in one for one in lines if ":13:" not in one)


def test_a_task_without_id_or_acts_is_told_what_it_may_name_and_nothing_that_follows(tmp_path: Path) -> None:
    draft = (
        WRONG.replace("{id: dispensing, ", "{")
        .replace("35%", "35")
        .replace("group: dispensing", "ai: augmented")
    )
    lines = [problem.text() for problem in library_with(tmp_path, draft, "pharmacist").broken]
    assert not any("found nothing" in one for one in lines)
    wanted = "name a `group` (research, check, plan,"
    assert [":11:" in one and "follows" in one for one in lines if wanted in one] == [True]


def test_a_strategy_is_told_how_each_of_its_keys_is_written(tmp_path: Path) -> None:
    draft = WRONG + "strategies:\n  - {id: more, title: More, when: always}\n"
    told = " ".join(problem.text() for problem in library_with(tmp_path, draft, "pharmacist").broken)
    for shape in (
        "trigger: depth.TASK",
        "when: {share: TASK, at_least: 10}",
        "effort: low`, `medium` or `high",
    ):
        assert shape in told


@pytest.mark.parametrize(
    ("written", "instead", "place", "shape"),
    [
        (
            "job_postings: [2, Open posts.]",
            "job_postings: 2",
            17,
            "`[score, why]`, or `{known: false, score: 0",
        ),
        ("wages: [1, Up.], ", "", 17, "`[score, why]`, or `{known: false, score: 0"),
        ("physical: [2, In the bed.]", "physical: [2.5, In the bed.]", 19, "`[score, why]`"),
        ("worry: [", "level: {senior: {all: 1}}\nworry: [", 22, "shifts"),
        ("worry: [", "shifts: {level: {senior: 1}}\nworry: [", 22, "`senior: {all: 1}`"),
    ],
)
def test_what_was_guessed_wrong_is_told_with_the_right_shape(
    tmp_path: Path, written: str, instead: str, place: int, shape: str
) -> None:
    assert NURSE.count(written) == 1
    lines = [problem.text() for problem in library_with(tmp_path, NURSE.replace(written, instead)).broken]
    assert [f"ward-nurse.yaml:{place}:" in one and shape in one for one in lines] == [True], lines


def test_what_nobody_scored_is_told_no_figure_among_the_defaults(tmp_path: Path) -> None:
    rows = [OwnRow(name, 25) for name in ("feeding", "guiding", "cleaning", "paper")]
    found = library_with(tmp_path, role_text("fish", "Fish", rows, "2026-11-28"), "fish")
    filled = next(file for file in found.files if file.path.stem == "fish").filled
    assert filled
    assert not {"expect", "history"} & {one.place for one in filled}
