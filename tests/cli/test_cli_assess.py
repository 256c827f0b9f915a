"""`aijri assess` and `whatif`: the result as text and document, files written whole, changes tried."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.cli_driver import ROOT, run_here


def test_assess_prints_the_result_in_order_of_importance(junior: Path) -> None:
    ran = run_here("assess", "deep-learning-engineer", "--answers", junior)
    assert (ran.code, ran.err) == (0, "")
    assert (
        ran.out.index("mostly of known training recipes") < ran.out.index("40.8") < ran.out.index("This week")
    )
    assert len(ran.out.splitlines()) <= 40
    full = run_here("assess", "deep-learning-engineer", "--answers", junior, "--full").out
    steps, bridge, role = (
        full.index(one) for one in ("WHAT YOU COULD DO", "TO YOUR 40.8", "WHO THIS RESEMBLES")
    )
    assert full.index("This week") < steps < bridge < role
    lines = [line for line in (ran.out + full).splitlines() if "https://" not in line]
    assert max(map(len, lines)) <= 80


@pytest.mark.parametrize("ending", [".md", ".txt", ".json", ".html", ".yaml", ".docx", ".pdf", ".csv"])
@pytest.mark.case("promise 8")
def test_the_command_line_and_the_screen_write_the_same_bytes(
    junior: Path, tmp_path: Path, ending: str
) -> None:
    from datetime import date

    from aijri_engine import Library, result
    from aijri_engine.interview.answers_source import read_answers
    from aijri_engine.report import ReportOptions
    from aijri_tui.cli.version import program_version
    from aijri_tui.report_files import write

    target = tmp_path / f"out{ending}"
    ran = run_here("assess", "deep-learning-engineer", "--answers", junior, "--to", target)
    assert ran.code == 0, ran.err
    _, interview = read_answers(junior, Library.open())
    day = f"{date.today():%Y-%m-%d}"
    options = ReportOptions(day, program_version=program_version())
    written = write(
        result(interview), ending.removeprefix("."), tmp_path, lambda _: options, "screen", lambda *_: None
    )
    typed = sorted(tmp_path.glob(f"out*{ending}"))
    assert len(typed) == len(written) == (2 if ending == ".csv" else 1)
    assert [one.read_bytes() for one in sorted(written)] == [one.read_bytes() for one in typed]


def test_the_assessment_document_has_the_promised_keys(junior: Path) -> None:
    ran = run_here("assess", "deep-learning-engineer", "--answers", junior, "--json")
    document = json.loads(ran.out)
    promised = [
        *(
            "schema",
            "role",
            "status",
            "reasons",
            "index",
            "zone",
            "label",
            "task_resistance",
            "modifiers",
            "raw",
        ),
        *(
            "share_scored_3_plus",
            "split",
            "base",
            "bridge",
            "range",
            "rating_range",
            "zone_odds",
            "stability",
        ),
        *(
            "smallest_change",
            "narrowing",
            "recommendations",
            "outlook",
            "fit",
            "quality",
            "sentences",
            "borrowed",
        ),
        "versions",
    ]
    assert set(promised) <= set(document)
    assert document["schema"] == "aijri/assessment/1"
    assert document["index"] == 40.8
    shown = round(sum(row["shown"] for row in document["bridge"]), 1)
    assert shown == round(document["index"] - document["base"]["index"], 1)
    assert run_here("assess", "deep-learning-engineer", "--answers", junior, "--json").out == ran.out


@pytest.mark.case("promise 1")
def test_a_partial_file_is_provisional_and_no_answers_are_the_role(tmp_path: Path) -> None:
    path = tmp_path / "a.yaml"
    path.write_text("role: deep-learning-engineer\nanswers: {level: junior}\n")
    document = json.loads(run_here("assess", "deep-learning-engineer", "--answers", path, "--json").out)
    assert (document["index"], document["status"]) == (43.7, "provisional")
    path.write_text("role: deep-learning-engineer\nanswers: {}\n")
    document = json.loads(run_here("assess", "deep-learning-engineer", "--answers", path, "--json").out)
    assert (document["index"], document["status"], document["bridge"]) == (64.6, "base", [])


def test_results_are_written_whole_and_never_over_something_by_accident(junior: Path, tmp_path: Path) -> None:
    targets = [tmp_path / f"out.{ending}" for ending in ("json", "md", "txt", "html")]
    asked = [part for target in targets for part in ("--to", target)]
    first = run_here("assess", "dl engineer", "--answers", junior, *asked)
    assert (first.code, first.out) == (0, "")
    assert json.loads(targets[0].read_text())["index"] == 40.8
    assert "40.8" in targets[1].read_text()
    again = run_here("assess", "dl engineer", "--answers", junior, *asked)
    assert again.code == 2
    assert "exists already; --force overwrites it" in again.err
    assert run_here("assess", "dl engineer", "--answers", junior, *asked, "--force").code == 0
    names = sorted(path.name for path in tmp_path.iterdir())
    assert names == ["junior.yaml", "out.html", "out.json", "out.md", "out.txt"]


@pytest.mark.parametrize(
    ("name", "said"),
    [("out.exe", "can be written as"), ("no/such/out.json", "no such folder"), ("no-ending", "written as")],
)
def test_unusable_targets_are_refused_before_anything_is_computed(name: str, said: str, junior: Path) -> None:
    ran = run_here("assess", "dl engineer", "--answers", junior, "--to", junior.parent / name)
    assert (ran.code, ran.out) == (2, "")
    assert said in ran.err


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no full device here")
def test_a_full_disk_is_a_failure_and_not_a_traceback(junior: Path) -> None:
    with Path("/dev/full").open("w") as full:
        done = subprocess.run(
            [sys.executable, "-m", "aijri_tui.cli.main", "assess", "dl engineer", "--answers", str(junior)],
            stdout=full, stderr=subprocess.PIPE, cwd=ROOT, check=False,
        )  # fmt: skip
    assert done.returncode == 1
    assert b"Traceback" not in done.stderr


def test_whatif_says_what_moves_and_how_firm_that_is(junior: Path) -> None:
    ran = run_here("whatif", "dl engineer", "--answers", junior, "--set", "rung.train=adapts")
    assert ran.code == 0
    assert "From 40.8, Yellow, to 50.3, Green." in ran.out
    assert "two sittings of one week can differ" in " ".join(ran.out.split())
    document = json.loads(
        run_here("whatif", "dl engineer", "--answers", junior, "--set", "share=train:design:10", "--json").out
    )
    assert document["schema"] == "aijri/what-if/1"
    wrong = run_here("whatif", "dl engineer", "--answers", junior, "--set", "rung.trian=adapts")
    assert (wrong.code, wrong.out) == (2, "")


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ("rung.train=5", "There is no option '5'."),
        ("level=3", "There is no option '3'."),
        ("split=7", "There is no task '7' in this role."),
        ("years=5e7", "50000000 is outside the range."),
        ("evidence=4 evidence=2", "'evidence' has two values, 4 and 2."),
        ("evidence=4 dimension.evidence=2", "has two values, 4 and 2."),
        ("rung.train=adapts depth.train=originates", "has two values, adapts and originates."),
    ],
)
def test_a_change_is_refused_as_it_was_typed(junior: Path, changes: str, said: str) -> None:
    sets = [part for change in changes.split() for part in ("--set", change)]
    ran = run_here("whatif", "dl engineer", "--answers", junior, *sets)
    assert (ran.code, said in ran.err) == (2, True), ran.err


STEMS = {
    "deep-learning-engineer": "From the role's average 64.6 (published).",
    "registered-nurse": "(our own estimate).",
    "backend-api-developer": "(reconstructed).",
    "29-1141.00": "From a table of public figures, no published score.",
}


@pytest.mark.parametrize("role", STEMS)
def test_a_result_says_what_its_role_rests_on(role: str, tmp_path: Path) -> None:
    answers = tmp_path / "answers.yaml"
    answers.write_text(f"role: {role}\nanswers: {{level: mid}}\n")

    ran = run_here("assess", role, "--answers", answers)
    summary = json.loads(run_here("assess", role, "--answers", answers, "--json").out)["summary"]

    assert STEMS[role] in " ".join(ran.out.split())
    assert STEMS[role] in summary["origin"]


def test_a_starting_table_is_no_job_of_one_person_in_the_title(tmp_path: Path) -> None:
    answers = tmp_path / "answers.yaml"
    answers.write_text("role: 29-1141.00\nanswers: {level: mid}\n")

    told = tmp_path / "report.md"

    ran = run_here("assess", "29-1141.00", "--answers", answers)
    run_here("assess", "29-1141.00", "--answers", answers, "--to", told)

    title, _, _ = ran.out.partition("\n\n")
    assert " ".join(title.split()) == ("How well your work resists AI, starting table: Registered Nurses")
    assert "a Registered Nurses" not in ran.out + told.read_text(encoding="utf-8")
