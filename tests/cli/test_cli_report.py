"""Reports from the command line: every format, one page, a practice's look, and sessions."""

from datetime import date
from pathlib import Path

import pytest
from cli_driver import JUNIOR, Ran, run_here

from aijri_engine import Interview, Library
from aijri_engine.store import Store, take_up
from aijri_engine.store.own_plan import settle_own

DAY = ("--date", "2026-11-22")


@pytest.fixture
def answers(tmp_path: Path) -> Path:
    path = tmp_path / "answers.yaml"
    path.write_text(JUNIOR, encoding="utf-8")
    return path


@pytest.fixture
def made(tmp_path: Path) -> Path:
    folder = tmp_path / "made"
    folder.mkdir()
    return folder


def assess(answers: Path, *arguments: str | Path) -> Ran:
    return run_here("assess", "deep-learning-engineer", "--answers", answers, *DAY, *arguments)


def test_several_formats_are_written_in_one_run(answers: Path, made: Path) -> None:
    targets = [made / f"r{ending}" for ending in (".pdf", ".html", ".docx", ".md", ".txt", ".json", ".csv")]
    ran = assess(answers, *(part for target in targets for part in ("--to", target)))
    assert (ran.code, ran.out) == (0, "")
    names = sorted(path.name for path in made.iterdir())
    assert names == ["r.bridge.csv", "r.docx", "r.html", "r.json", "r.md", "r.pdf", "r.tasks.csv", "r.txt"]
    assert ran.err.count("Written:") == 8


def test_nothing_is_overwritten_without_force(answers: Path, made: Path) -> None:
    assert assess(answers, "--to", made / "r.csv").code == 0
    ran = assess(answers, "--to", made / "r.csv")
    assert ran.code == 2
    assert "--force overwrites it" in ran.err
    assert assess(answers, "--to", made / "r.csv", "--force").code == 0


def test_one_page_for_a_named_person(answers: Path, made: Path) -> None:
    assert assess(answers, "--to", made / "r.md", "--short", "--alias", "R. *Example*").code == 0
    text = (made / "r.md").read_text(encoding="utf-8")
    assert "**For:** R. \\*Example\\*" in text
    assert "How to compute it again" not in text
    assert "must not be used for them" in text


def test_a_practices_file_is_used_or_its_mistake_told(answers: Path, made: Path, tmp_path: Path) -> None:
    practice = tmp_path / "practice.yaml"
    practice.write_text("name: Lindqvist & Partner\ntexts: {advice: Choose with care.}\n", encoding="utf-8")
    assert assess(answers, "--to", made / "r.txt", "--branding", practice).code == 0
    text = " ".join((made / "r.txt").read_text(encoding="utf-8").split())
    assert "Choose with care. (wording by Lindqvist & Partner)" in text
    practice.write_text("name: X\ntexts: {limits: none}\n", encoding="utf-8")
    ran = assess(answers, "--to", made / "s.txt", "--branding", practice)
    assert ran.code == 2
    assert "practice.yaml:2:8: Y137 `limits` cannot be edited" in ran.err
    assert not (made / "s.txt").exists()


def test_the_same_command_twice_makes_the_same_files(answers: Path, made: Path) -> None:
    for name in ("one", "two"):
        ran = assess(
            answers, *(part for kind in ("pdf", "docx", "html") for part in ("--to", made / f"{name}.{kind}"))
        )
        assert ran.code == 0
    for kind in ("pdf", "docx", "html"):
        assert (made / f"one.{kind}").read_bytes() == (made / f"two.{kind}").read_bytes()


def test_a_session_becomes_a_report_with_its_goal(made: Path) -> None:
    interview = Interview.start(Library.open(), "deep-learning-engineer").answer("level", "junior")
    assert isinstance(interview, Interview)
    with Store.open() as store:
        session = store.start(interview, goal="Which task should I grow?")
    closed = run_here("report", session.id, "--to", made / "r.txt", *DAY)
    assert closed.code == 1
    assert "was not seen yet" in closed.err
    ran = run_here("report", session.id, "--to", made / "r.txt", "--unseen", *DAY)
    assert ran.code == 0, ran.err
    text = (made / "r.txt").read_text(encoding="utf-8")
    assert "Goal of the conversation: Which task should I grow?" in text
    assert "answered alone, shared with nobody" in text


def test_an_unknown_session_is_told(made: Path) -> None:
    ran = run_here("report", "nothing-like-it", "--to", made / "r.txt")
    assert ran.code == 2
    assert "There is no session" in ran.err
    assert list(made.iterdir()) == []


def test_the_plan_taken_up_from_a_sitting_stands_in_its_report_and_in_no_other(
    data_folder: Path, made: Path
) -> None:
    answers = {"split": {"train": 60, "design": 40}, "level": "junior"}
    with Store.open(data_folder) as store:
        sittings = []
        for _ in range(2):
            interview = Interview.from_answers(Library.open(), "deep-learning-engineer", answers)
            assert isinstance(interview, Interview)
            sittings.append(store.start(interview.reveal("result")).id)
        take_up(store, "watch three people", date(2099, 1, 1), "three pages", sittings[0])
        dropped = take_up(store, "something else", date(2099, 1, 1), "", sittings[0])
        settle_own(store, dropped.id, "dropped")
    told = []
    for place, sitting in enumerate(sittings):
        assert run_here("report", sitting, "--to", made / f"{place}.txt").code == 0
        told.append((made / f"{place}.txt").read_text(encoding="utf-8"))
    assert "watch three people" in told[0]
    assert "1 January 2099" in told[0]
    assert "something else" not in told[0]
    assert "watch three people" not in told[1]
