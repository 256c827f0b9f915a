"""A job without a hand-written role: a starting table, what the person makes of it, and what is withheld until then."""

import json
from pathlib import Path
from statistics import mean
from typing import Any

import pytest

from aijri_engine import Interview, Library, Problem, result, to_json
from aijri_engine.interview.form import Form
from aijri_engine.interview.understanding import understand
from aijri_engine.interview.values import role_split
from aijri_engine.personal.personalise import personalise
from aijri_engine.personal.spread import spread_of
from aijri_engine.personal.withheld import withheld
from tests.cli.cli_driver import run_here

LIBRARY = Library.open()
CODES = LIBRARY.occupations.codes() if LIBRARY.occupations else ()
SOME = CODES[::37]
"""Twenty-five of the 923; all of them are in the benchmark."""

RATED = {"steps": "chosen", "sources": "partly", "judged": "standard"}
SEEN = {"job_postings": "more", "company_actions": "kept", "wages": "with", "tool_maturity": "not_sure",
        "expert_consensus": "not_sure"}  # fmt: skip
PLUMBER = "47-2152.00"
WEEK = {"hands": 30, "repair": 40, "check": 15, "records": 15}


def of(code: str, **answers: Any) -> Interview:
    found = Interview.from_answers(LIBRARY, code, answers)
    assert not isinstance(found, Problem), found
    return found


def full_sitting(code: str) -> Interview:
    role = LIBRARY.role(code)
    rated = {task.id: RATED for task in role.tasks if task.share >= 10}
    return of(code, split={task.id: task.share for task in role.tasks}, split_basis="thought", rating=rated,
              market={**SEEN, "tool_maturity": "draft", "expert_consensus": "same"}, growth="nothing", level="mid",
              oversight="none", signature="none", conditions=["nothing"])  # fmt: skip


def test_every_occupation_is_there_and_says_where_it_comes_from() -> None:
    assert len(CODES) == 923
    for code in SOME:
        role = LIBRARY.role(code)
        assert (role.id, role.provenance, role.codes) == (code, "derived", (code,))
        assert sum(task.share for task in role.tasks) == pytest.approx(100)
        assert len(role.asked_signals) == 5
        assert not role.growth.known


def test_whoever_rates_what_is_asked_reaches_a_figure() -> None:
    """Also where no rows of a tenth of the week make up three fifths of it: smaller ones are asked for then."""
    small = [code for code in CODES if rated_by_tenths(code) < 60]
    assert len(small) > 40
    for code in small[::3]:
        interview = of(code, split={task.id: task.share for task in LIBRARY.role(code).tasks}, market=SEEN)
        asked = [step.key for step in interview.path.steps if step.key.startswith("rating.")]
        assert len(asked) <= 7
        for key in asked:
            given = interview.answer(key, RATED)
            assert not isinstance(given, Problem)
            interview = given
        assert not withheld(personalise(interview)), code


def rated_by_tenths(code: str) -> float:
    return sum(task.share for task in LIBRARY.role(code).tasks if task.share >= 10)


def test_nothing_known_is_wide_and_no_zone_is_sure() -> None:
    spreads = [spread_of(of(code)) for code in SOME]
    assert mean(one.range.width for one in spreads) >= 50
    assert max(max(one.stability.odds.values()) for one in spreads) < 0.8


def test_a_full_sitting_is_narrow() -> None:
    assert mean(spread_of(full_sitting(code)).range.width for code in SOME) < 25


@pytest.mark.parametrize("answers", [
    {}, {"split": WEEK}, {"split": WEEK, "market": SEEN},
    {"split": WEEK, "rating": {"hands": RATED, "repair": RATED}},
    {"split": WEEK, "rating": {"hands": RATED}, "market": SEEN},
], ids=["nothing", "week", "market", "rated", "half rated"])  # fmt: skip
def test_until_enough_is_said_the_range_alone_is_told(answers: dict[str, Any]) -> None:
    found = result(of(PLUMBER, **answers))
    document = to_json(found)
    assert document["withheld"]
    assert document["index"] is document["zone"] is document["label"] is document["base"] is None
    assert document["recommendations"] == document["outlook"] == document["bridge"] == []
    assert document["fit"]["neighbours"] == []
    told = json.dumps(document["sentences"])
    for word in ("Green", "Yellow", "Red", "Moderate", "Transforming", f"{found.assessment.index}"):
        assert word not in told
    assert document["range"]["low"] < document["range"]["high"]


@pytest.mark.parametrize("command", [["score", PLUMBER], ["whatif", PLUMBER, "--set", "growth=1"]])
def test_no_command_gives_the_figure_of_a_table_alone(command: list[str], tmp_path: Path) -> None:
    answers = tmp_path / "answers.yaml"
    answers.write_text(f"role: {PLUMBER}\nanswers: {{}}\n")
    more = ["--answers", str(answers)] if command[0] == "whatif" else []
    ran = run_here(*command, *more)
    assert (ran.code, ran.out) == (2, "")
    assert "unexpected error" not in ran.err


def test_a_starting_table_is_shown_in_full_without_a_figure() -> None:
    shown = run_here("roles", PLUMBER)
    assert shown.code == 0
    assert "No figure yet" in shown.out
    assert "AIJRI 4" not in shown.out
    document = json.loads(run_here("roles", PLUMBER, "--json").out)
    assert document["score"] is None
    assert "expect" not in document


def test_with_a_rated_week_and_three_signals_the_figure_is_told_with_every_point_explained() -> None:
    found = result(
        of(PLUMBER, split=WEEK, rating={"hands": RATED, "repair": RATED}, market=SEEN, growth="less")
    )
    document = to_json(found)
    assert not document["withheld"]
    assert {"rating.repair", "market.job_postings", "growth"} <= {row["cause"] for row in document["bridge"]}
    shown = round(sum(row["shown"] for row in document["bridge"]), 1)
    assert shown == round(document["index"] - document["base"]["index"], 1)


def test_a_rating_replaces_the_score_of_the_table_and_a_wide_gap_is_asked_about() -> None:
    hands = {"steps": "written", "sources": "files", "judged": "automatic"}
    interview = of(PLUMBER, split=WEEK, rating={"hands": hands})
    rows = {task.id: task.score for task in result(interview).personal.tasks}
    assert rows["hands"] == 5.0
    assert interview.step("rating_gap.hands") is not None
    again = interview.answer("rating_gap.hands", "again")
    assert not isinstance(again, Problem)
    assert [step.state for step in again.path.steps if step.key == "rating.hands"] == ["open"]


def test_answers_about_a_starting_table_come_back_from_a_file() -> None:
    interview = full_sitting(PLUMBER)
    assert of(PLUMBER, **interview.values()).values() == interview.values()


def test_the_credit_stands_where_the_figures_act() -> None:
    told = " ".join(one.text for one in result(of(PLUMBER)).sentences)
    assert "O*NET 30.1" in told
    assert "82 technology roles only" in told


def test_what_a_job_is_called_after_is_no_work_beside_it() -> None:
    form = Form.of(LIBRARY, "11-2021.00")
    week = role_split(dict(form.role_shares), given=True)
    reading = understand(form.single["split"], "half market numbers, half strategy", form, week)
    assert reading.kind == "confirm"
    assert all(value["rows"].get("plan") == 50 for _, value in reading.nearest)
