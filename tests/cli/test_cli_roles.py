"""`aijri roles`, `score` and `check`: what a role rests on, the bare figure, and content with mistakes."""

import json
import os
from pathlib import Path

import pytest

from tests.cli.cli_driver import ROOT, run_here


def test_score_takes_a_role_or_a_file(tmp_path: Path) -> None:
    assert "AIJRI 64.6, Green (Accelerated)." in run_here("score", "deep-learning-engineer").out
    path = tmp_path / "card.yaml"
    path.write_text("task_resistance: 3.75\nevidence: 8\nbarriers: 2\ngrowth: 2\n")
    document = json.loads(run_here("score", path, "--json").out)
    assert (document["schema"], document["index"], document["taken_as_zero"]) == (
        "aijri/score/1",
        64.6,
        ["protective"],
    )
    path.write_text("tasks: [{share: 100, score: 5}]\nevidence: -10\nprotective: 0\ngrowth: -2\n")
    ran = run_here("score", path)
    assert "AIJRI 0.0" in ran.out
    assert "Barriers are not given and counted as 0." in " ".join(ran.out.split())


def test_scenario_24_at_the_edge_the_displayed_figure_decides(tmp_path: Path) -> None:
    path = tmp_path / "card.yaml"
    path.write_text("task_resistance: 2.878\nevidence: 8\nbarriers: 2\nprotective: 2\ngrowth: 2\n")
    assert "AIJRI 48.0, Green" in run_here("score", path).out


def test_the_best_possible_scorecard_shows_the_cap(tmp_path: Path) -> None:
    path = tmp_path / "card.yaml"
    path.write_text("task_resistance: 5\nevidence: 10\nbarriers: 10\nprotective: 9\ngrowth: 2\n")
    ran = run_here("score", path)
    assert "AIJRI 100.0" in ran.out
    assert "109.7" in ran.out
    assert "9.7 beyond it do not count" in ran.out


def test_roles_lists_and_shows_every_section() -> None:
    assert "\ndeep-learning-engineer: Deep Learning Engineer, AIJRI 64.6" in run_here("roles").out
    shown = run_here("roles", "dl engineer").out
    for heading in (
        "What it is", "What it is not", "Tasks", "Evidence from the market", "Barriers", "Protective principles",
        "AI growth correlation", "Quick screen", "Level and employer", "Score against reality",
        "What the figures do not capture", "Who should worry", "Strategies", "The role in 2028", "Outlook scenarios",
        "Neighbours", "Sources", "Resources", "History",
    ):  # fmt: skip
        assert f"\n{heading}" in shown
    listed = {role["id"]: role for role in json.loads(run_here("roles", "--json").out)["roles"]}
    assert listed["deep-learning-engineer"]["index"] == 64.6
    assert json.loads(run_here("roles", "dl engineer", "--json").out)["schema"] == "aijri/role/1"


@pytest.mark.parametrize(
    "words", ["Deep Learning Engineer", "dl engineer", "DEEP_LEARNING", "neural network"]
)
def test_a_role_is_found_by_title_alias_or_part(words: str) -> None:
    assert run_here("score", words).code == 0


def test_an_unknown_role_names_the_nearest() -> None:
    ran = run_here("score", "deep-lerning-enginer")
    assert (ran.code, ran.out) == (2, "")
    assert "deep-learning-engineer" in ran.err


def test_check_tells_errors_and_ends_with_2(tmp_path: Path) -> None:
    assert run_here("check", ROOT / "questionnaires" / "questions_people_ask.yaml").code == 0
    bad = tmp_path / "roles" / "bad.yaml"
    bad.parent.mkdir()
    bad.write_text("id: [\n")
    ran = run_here("check", bad)
    assert ran.code == 2
    assert "bad.yaml:" in ran.out
    assert json.loads(run_here("check", bad, "--format", "json").out)["problems"]


def test_more_content_can_be_named(tmp_path: Path) -> None:
    folder = tmp_path / "mine" / "roles"
    folder.mkdir(parents=True)
    text = (ROOT / "questionnaires/roles/deep-learning-engineer.yaml").read_text()
    text = text.replace("id: deep-learning-engineer", "id: deep-learning-tester", 1)
    text = text.replace("title: Deep Learning Engineer", "title: Deep Learning Tester", 1)
    start, end = text.index("aliases:"), text.index("seniority:")
    (folder / "tester.yaml").write_text(text[:start] + "aliases: [dl tester]\n" + text[end:])
    listed = run_here("roles", "--content", folder.parent)
    assert "deep-learning-tester" in listed.out
    assert run_here("score", "deep learning", "--content", folder.parent).code == 2
    assert run_here("roles", "--content", os.devnull).code == 2


def test_the_list_of_roles_says_where_each_figure_is_from() -> None:
    listed = {line.partition(":")[0]: line for line in run_here("roles").out.splitlines()}
    roles = json.loads(run_here("roles", "--json").out)["roles"]

    assert {role["provenance"] for role in roles} >= {"published", "own", "reconstructed"}
    for role in roles:
        assert listed[role["id"]].partition(" · ")[2].startswith(f"{role['provenance']}, {role['as_of']} (")


@pytest.mark.parametrize(
    ("role", "whose"),
    [
        ("deep-learning-engineer", "the published score"),
        ("registered-nurse", "the role's score"),
        ("backend-api-developer", "the role's score"),
        ("29-1141.00", "the role's score"),
    ],
)
def test_only_a_published_role_has_published_scores(role: str, whose: str) -> None:
    told = " ".join(run_here("roles", role).out.split())

    assert f", {whose})" in told
    if whose != "the published score":
        assert not [one for one in ("the published score", "published way", "as published") if one in told]
