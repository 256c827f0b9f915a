"""My job is not here: a table of one's own, line by line, kept as a role file, and an honest result of it."""

import json
import re
import stat
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from conversation_own_tables import LIBRARY, WEEK, written

from aijri_engine import Interview, Library, Problem, result, to_json
from aijri_engine.conversation import own_table
from aijri_engine.conversation.own_table_kept import interview_of, keep
from aijri_engine.lint import check
from aijri_engine.personal.spread import spread_of
from aijri_engine.report.building import build
from aijri_engine.report.options import ReportOptions
from aijri_engine.report.parts.first_page import title_of
from aijri_engine.report.renderers.text import text_of

DAY = "2026-11-28"
RATED = {"steps": "chosen", "sources": "people", "judged": "person"}
SEEN = {"job_postings": "more", "company_actions": "kept", "wages": "with"}

WORDS_OF_YAML = ["null", "true", "false", "yes", "no", "on", "off", "y", "~", "1e3", "0x1f", "2026-01-01"]


@pytest.mark.parametrize("word", WORDS_OF_YAML)
def test_a_word_that_a_file_reads_as_something_else_is_a_row_and_a_job(word: str, tmp_path: Path) -> None:
    table = written("x1", "30 % x0, 25 % x1, 25 % x2, 20 % x3", "yes")
    title = word if word.isalpha() else "x1"
    table = replace(table, title=title, rows=(replace(table.rows[0], name=word), *table.rows[1:]))
    library, role_id, path, _ = keep(table, LIBRARY, tmp_path, DAY)
    assert [task.name for task in library.role(role_id).tasks] == [word, "x1", "x2", "x3"]
    assert path is not None
    assert path.exists()


def kept(tmp_path: Path) -> tuple[Library, str, Path]:
    library, role_id, path, words = keep(written(*WEEK), LIBRARY, tmp_path / "library", DAY)
    assert path is not None
    assert f"kept in {path}: a plain file, which no passphrase locks" in words
    assert stat.S_IMODE((tmp_path / "library").stat().st_mode) == 0o700
    return library, role_id, path


def test_the_table_is_a_role_file_that_passes_the_check(tmp_path: Path) -> None:
    library, role_id, path = kept(tmp_path)
    assert path == tmp_path / "library" / "roles" / "owl-whisperer.yaml"
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert [one.text() for one in check([path], date(2026, 11, 28))] == []
    role = library.role(role_id)
    assert (role.provenance, role.provenance_word, role.has_figure) == ("own", "own rating", False)
    assert [(task.name, task.share, task.rated) for task in role.tasks][:1] == [
        ("feeding the owls", 30, False)
    ]


@pytest.mark.parametrize(
    ("title", "role_id"),
    [
        ("Registered Nurse", "registered-nurse-2"), ("../../etc/passwd", "etc-passwd"), ("猫カフェ", "own-job"),
        ("a" * 10_000, "a" * 40), ("x'; DROP TABLE sessions;--", "x-drop-table-sessions"),
        ("29-1141.00 nurse", "own-job"),
    ],
)  # fmt: skip
def test_a_title_never_becomes_a_path_or_another_role(tmp_path: Path, title: str, role_id: str) -> None:
    table = written(title, *WEEK[1:])
    folder = tmp_path / "library"
    library, made, path, _ = keep(table, LIBRARY, folder, DAY)
    assert path is not None
    assert (made, path.parent) == (role_id, folder / "roles")
    assert library.role("registered-nurse").provenance == "own"
    assert library.role(made).own_table
    again, second, *_ = keep(table, library, folder, DAY)
    assert second != made
    assert len(again.roles) == len(LIBRARY.roles) + 2


def test_nothing_is_told_before_it_is_rated_and_every_point_after(tmp_path: Path) -> None:
    library, role_id, _ = kept(tmp_path)
    interview = interview_of(library, role_id)
    document = to_json(result(interview))
    assert document["index"] is document["zone"] is document["label"] is None
    assert document["recommendations"] == document["bridge"] == []
    assert spread_of(interview).range.width > 35
    assert "split" not in [step.key for step in interview.path.steps if not step.settled]
    for task in library.role(role_id).task_ids():
        assert interview.step(f"rating.{task}") is not None
        interview = answered(interview, f"rating.{task}", RATED)
    interview = answered(answered(interview, "market", SEEN), "growth", "nothing")
    document = to_json(result(interview))
    assert document["index"] is not None
    assert round(sum(row["shown"] for row in document["bridge"]), 1) == round(
        document["index"] - document["base"]["index"], 1
    )
    told = " ".join(one["text"] for one in document["sentences"])
    assert "the middle of every scale" in told
    assert "The role's" not in told
    assert "published" not in told.lower().replace("no publication", "")


def answered(interview: Interview, question: str, value: object) -> Interview:
    found = interview.answer(question, value)
    assert not isinstance(found, Problem), found
    return found


def test_somebody_else_with_the_same_table_says_their_own_week(tmp_path: Path) -> None:
    library, role_id, _ = kept(tmp_path)
    step = Interview.start(library, role_id).step("split")
    assert step is not None
    assert step.state == "open"


def test_a_row_nobody_can_rate_is_described_with_one_question(tmp_path: Path) -> None:
    library, role_id, _ = kept(tmp_path)
    interview = interview_of(library, role_id)
    task = library.role(role_id).task_ids()[0]
    assert interview.step(f"depth.{task}") is None
    unsure = interview.not_sure(f"rating.{task}")
    assert not isinstance(unsure, Problem)
    assert unsure.step(f"depth.{task}") is not None


def test_no_part_of_a_result_is_left_unfilled(tmp_path: Path) -> None:
    """Of a table there is no outlook: advice that would quote it is not given, in high figures and in low ones."""
    library, role_id, _ = kept(tmp_path)
    for rated in (RATED, {"steps": "written", "sources": "files", "judged": "automatic"}):
        interview = interview_of(library, role_id)
        for task in library.role(role_id).task_ids():
            interview = answered(interview, f"rating.{task}", rated)
        interview = answered(interview, "market", SEEN)
        told = json.dumps(to_json(result(interview))) + text_of(
            build(result(interview), ReportOptions(date="")).blocks
        )
        assert not re.search(r"\{[a-z_]+\}", told)
        assert not re.search(r"in the role|role \d|[Rr]ole's (time|score|week)|table of a role", told)
        assert title_of(result(interview)).endswith("by your own rating")
        facts = {one.term: one.text for one in build(result(interview), ReportOptions(date="")).facts}
        assert facts["Its figures"].startswith("own rating, of ")


def test_a_table_that_no_folder_takes_goes_on_with_the_interview(tmp_path: Path) -> None:
    """Nothing typed is lost, and the person is told why and what to do."""
    (tmp_path / "file").touch()
    library, role_id, path, words = keep(written(*WEEK), LIBRARY, tmp_path / "file" / "library", DAY)
    assert path is None
    assert "could not be kept as a file" in words
    assert "AIJRI_LIBRARY" in words
    assert interview_of(library, role_id).values()["split"]


@pytest.mark.parametrize("line", ["x/skip", "yes", "no", "hello there", "/nothing", "help"])
def test_where_the_title_is_asked_for_small_words_and_commands_are_none(line: str) -> None:
    assert own_table.said(own_table.begin(), line).stage == "title"


def test_why_at_ones_own_table_says_what_it_is_used_for() -> None:
    assert "the index is worked out" in own_table.said(own_table.begin("Owl keeper"), "why").words


@pytest.mark.parametrize(
    "line", ["delete everything", "quit my job", "is this sent anywhere", "back", "why", "help"]
)
def test_a_command_or_a_question_is_no_name_of_a_job_and_is_answered(line: str) -> None:
    table = own_table.said(own_table.begin(), line)
    assert (table.title, table.stage) == ("", "title")
    assert table.words
    assert "What is your job?" not in table.words
