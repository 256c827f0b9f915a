"""A week of one's own rows: what nobody rated has no score anywhere, and ratings are no ways of working."""

import re
from pathlib import Path
from typing import Any

import pytest

from aijri_engine import Interview, Library, Result, result, to_json
from aijri_engine.content.own_table import OwnRow, role_text, save_role
from aijri_engine.conversation.result_talk import answer_about
from aijri_engine.report.building import build
from aijri_engine.report.options import ReportOptions
from aijri_engine.report.parts.figure import bridge_table, task_table
from aijri_engine.report.parts.pictures import week
from aijri_engine.report.renderers import markdown
from aijri_engine.report.renderers.text import text_of

ROWS = {"feeding": 50, "guiding": 50, "paper": 0, "cleaning": 0}
SETTLED = {"steps": "written", "sources": "files", "judged": "automatic"}


@pytest.fixture(scope="module")
def fish(library: Library, tmp_path_factory: pytest.TempPathFactory) -> Library:
    folder: Path = tmp_path_factory.mktemp("own")
    rows = [OwnRow(name, 25) for name in ROWS]
    return library.with_role(save_role(folder, "fish", role_text("fish", "Fish", rows, "2026-11-28")))


def answered(library: Library, **answers: Any) -> Result:
    interview = Interview.from_answers(library, "fish", {"split": ROWS, **answers})
    assert isinstance(interview, Interview), interview
    return result(interview)


def test_a_row_nobody_rated_has_no_score_in_any_format(fish: Library) -> None:
    found = answered(fish)
    assert found.withheld
    document = build(found, ReportOptions(date=""))
    whole = text_of(document.blocks)
    assert "3.00" not in whole
    assert not re.search(r"^mean", whole, re.MULTILINE)
    assert "changing it to fit" not in whole
    assert document.tasks.rows[0] == ("feeding", "50", "25", "", "", "not rated", "")
    told = to_json(found)
    assert {one["score"] for one in told["tasks"]} == {None}
    assert {one["base_score"] for one in told["tasks"]} == {None}
    assert set(told["split"].values()) == {None}
    assert "changing it to fit" not in str(told)
    assert "more open" not in week(found).chart.description
    assert "score is" not in " ".join(answer_about(found, "what about feeding?").words)


def test_rated_rows_mix_no_ways_of_working_and_a_zero_has_no_sign(fish: Library) -> None:
    first = answered(fish)
    market = next(step.asked for step in first.interview.path.steps if step.key == "market")
    seen = {"market": {row.id: row.choices[0].id for row in market.rows}}
    rated = {f"rating.{name}": SETTLED for name in ("feeding", "guiding")}
    interview = first.interview
    for key, value in {**rated, **seen}.items():
        after = interview.answer(key, value)
        assert isinstance(after, Interview), after
        interview = after
    found = result(interview)
    assert not found.withheld
    assert not [one.text for one in found.sentences if one.topic == "meaning"]
    assert "mixes" not in text_of(build(found, ReportOptions(date="")).blocks)
    told = [cell for row in bridge_table(found, exact=True).rows for cell in row]
    assert "0" in told
    assert not {"-0", "-0.0"} & set(told)
    assert task_table(found).rows[2][3:] == ("3.00", "3.00", "not rated", "○\u00a0assumed")
    assert "rated by you" in " ".join(answer_about(found, "what about feeding?").words)


def test_parts_of_equal_time_are_named_together(fish: Library) -> None:
    assert (
        week(answered(fish)).sentence
        == "The largest parts of your week are feeding and guiding with 50 % each."
    )
    three = answered(fish, split={"feeding": 60, "guiding": 40, "paper": 0, "cleaning": 0})
    assert week(three).sentence == "The largest part of your week is feeding with 60 %."


def test_a_row_in_own_words_stands_everywhere_as_it_was_typed(tmp_path: Path) -> None:
    """No small letter is made of a name: not of SUM(A1), not of Maria."""
    rows = [OwnRow("SUM(A1)", 30), OwnRow("Maria calls", 25), OwnRow("UX work", 25), OwnRow("```code```", 20)]
    library = Library.open()
    library = library.with_role(save_role(tmp_path, "fish", role_text("fish", "Fish", rows, "2026-11-28")))
    interview = Interview.from_answers(
        library, "fish", {"split": {"sum-a1": 60, "maria-calls": 40}, "level": "mid"}
    )
    assert isinstance(interview, Interview)
    text = str(build(result(interview), ReportOptions("2026-11-29")))
    assert "Maria calls" in text
    page = markdown.render(build(result(interview), ReportOptions("2026-11-29"))).decode()
    chart = page.partition("````text\n")[2].partition("\n````\n")[0]
    assert "```code```" in chart
    assert "'''code" not in page
    assert not [name for name in ("sUM(A1)", "maria calls", "uX work") if name in text]
