"""The command line as scripts use it: documents, streams, exit codes, files."""

import json
import os
import subprocess
import sys
from pathlib import Path

import click
import pytest

from aijri_tui.cli.group import COMMANDS
from aijri_tui.cli.group import aijri as group
from tests.cli.cli_driver import JUNIOR, ROOT, aijri, run_here

HEAVY = ("textual", "rich", "pydantic", "yaml", "sqlalchemy", "jinja2", "typst", "numpy")


@pytest.fixture
def junior(tmp_path: Path) -> Path:
    path = tmp_path / "junior.yaml"
    path.write_text(JUNIOR)
    return path


@pytest.mark.parametrize("arguments", [["--help"], ["chat", "--help"], ["assess", "--help"], ["--version"]])
def test_help_is_quick_because_it_imports_nothing_heavy(arguments: list[str]) -> None:
    code = (
        "import sys\nfrom aijri_tui.cli.main import run\n"
        f"code = run({arguments!r})\n"
        f"print(code, [name for name in {HEAVY!r} if name in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, cwd=ROOT, check=True)
    assert done.stdout.rstrip().splitlines()[-1] == "0 []"


def test_help_lists_every_command_with_a_whole_sentence_and_imports_none() -> None:
    code = (
        "import sys\nfrom aijri_tui.cli.main import run\nrun(['--help'])\n"
        f"print([name for name in {sorted(COMMANDS)!r} if f'aijri_tui.cli.{{name}}' in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, cwd=ROOT, check=True)
    *told, imported = done.stdout.rstrip().splitlines()
    assert imported == "[]"
    listed = dict(line.split(maxsplit=1) for line in told[told.index("Commands:") + 1 :])
    assert listed == COMMANDS
    assert all(what.endswith(".") and "..." not in what for what in listed.values())
    assert all(group.get_command(click.Context(group), name) is not None for name in COMMANDS)


@pytest.mark.parametrize("command", ["assess", "score", "roles", "chat"])
def test_no_command_without_a_screen_imports_textual(command: str, junior: Path) -> None:
    arguments = {
        "assess": ["assess", "dl engineer", "--answers", str(junior)],
        "score": ["score", "deep-learning-engineer"],
        "roles": ["roles"],
        "chat": ["chat", "deep-learning-engineer", "--plain"],
    }[command]
    code = (
        "import sys\nfrom aijri_tui.cli.main import run\n"
        f"run({arguments!r})\n"
        "print([name for name in ('textual', 'rich', 'sqlalchemy', 'numpy') if name in sys.modules])"
    )
    done = subprocess.run(
        [sys.executable, "-c", code],
        capture_output=True,
        text=True,
        cwd=ROOT,
        check=True,
        stdin=subprocess.DEVNULL,
    )
    assert done.stdout.rstrip().splitlines()[-1] == "[]"


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
    assert "a second sitting could confirm" in " ".join(ran.out.split())
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


@pytest.mark.parametrize(
    "arguments", [["rolse"], ["assess"], ["assess", "dl"], ["check"], ["roles", "--bogus"], ["whatif", "dl"]]
)
def test_wrong_usage_ends_with_2_and_says_where_help_is(arguments: list[str]) -> None:
    ran = run_here(*arguments)
    assert (ran.code, ran.out) == (2, "")
    assert "--help" in ran.err


def test_a_reader_that_goes_away_is_no_news() -> None:
    command = f"{sys.executable} -m aijri_tui.cli.main roles 'dl engineer' | head -1"
    done = subprocess.run(["sh", "-c", command], capture_output=True, text=True, cwd=ROOT, check=False)
    assert done.stdout == "Deep Learning Engineer\n"
    assert done.stderr == ""


def test_an_unexpected_error_shows_no_answers(monkeypatch: pytest.MonkeyPatch, junior: Path) -> None:
    import aijri_engine.personal.result

    def broken(*arguments: object) -> None:
        raise RuntimeError("split: design 5")

    monkeypatch.setattr(aijri_engine.personal.result, "result", broken)
    ran = run_here("assess", "dl engineer", "--answers", junior)
    assert ran.code == 1
    assert "RuntimeError" in ran.err
    assert "design" not in ran.err
    assert len(ran.err.strip().splitlines()) == 1
    monkeypatch.setenv("AIJRI_DEBUG", "1")
    with pytest.raises(RuntimeError):
        run_here("assess", "dl engineer", "--answers", junior)


def test_without_a_terminal_the_program_explains_itself_and_talks_line_by_line() -> None:
    ran = aijri(typed="dl engineer\n20/25/15/15/15/10\n")
    assert ran.code == 3
    assert "the interview goes on line by line" in ran.err
    assert "What is your job?" in ran.out
    assert "Noted: Design 20" in ran.out


def test_end_of_input_says_that_answers_are_kept_and_how_to_go_on() -> None:
    ran = run_here("chat", "dl engineer", "--plain", typed="20/25/15/15/15/10\n")
    assert ran.code == 3
    assert "Your answers are saved" in ran.out
    assert "aijri" in ran.out.rstrip().splitlines()[-1]


def test_saved_answers_can_be_gone_on_from(tmp_path: Path) -> None:
    path = tmp_path / "my.yaml"
    first = run_here("chat", "dl engineer", "--plain", "--save", path, typed="20/25/15/15/15/10\nquit\n")
    assert first.code == 3
    assert f"--answers {path} --save {path}" in first.out
    refused = run_here("chat", "dl engineer", "--plain", "--save", path)
    assert refused.code == 2
    again = run_here("chat", "dl engineer", "--plain", "--answers", path, "--save", path, typed="c\nquit\n")
    assert again.code == 3
    assert "split_basis: calendar" in path.read_text()
    assert path.stat().st_mode & 0o077 == 0


def test_colour_never_appears_and_an_encoding_without_the_characters_is_no_reason_to_stop(
    junior: Path,
) -> None:
    unlike = {"FORCE_COLOR": "1", "CLICOLOR_FORCE": "1", "PYTHONUTF8": "0", "PYTHONIOENCODING": "ascii"}
    ran = aijri("assess", "dl engineer", "--answers", junior, **unlike)
    assert "\x1b" not in ran.out + ran.err
    assert ran.code == 0
    assert "40.8" in ran.out


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


@pytest.mark.parametrize("name", ["role", "clients", "sessions", "plan", "backup", "erase"])
def test_help_of_a_group_cuts_no_sentence(name: str) -> None:
    found = group.get_command(click.Context(group), name)
    assert isinstance(found, click.Group)
    context = click.Context(found, terminal_width=80, max_content_width=80)
    told = found.get_help(context).partition("Commands:")[2]
    for command in found.commands.values():
        first = " ".join((command.help or "").split("\n\n")[0].split()).partition(". ")[0].removesuffix(".")
        assert first in " ".join(told.split()), command.name
    assert "..." not in told
    assert max(map(len, told.splitlines())) <= 80
