"""What is withheld in one place is withheld in every command: figure, zone, label, price, neighbour (kind 9)."""

import io
import re
import shutil
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from cli_driver import run_here

from aijri_engine import Interview, Library, result
from aijri_engine.content.library import content_folder
from aijri_engine.content.own_table import OwnRow, role_text
from aijri_engine.interview.answers_source import write_answers
from aijri_engine.store import Store
from aijri_tui.cli.group import COMMANDS
from aijri_tui.plain.chat import hold
from aijri_tui.plain.lines import Lines

pytestmark = pytest.mark.usefixtures("few_draws")

ROLE, TABLE = "deep-learning-engineer", "15-1253.00"
OUTSIDE = {
    "level": "mid", "split": {"design": 20, "train": 30}, "depth": {"design": "follows", "train": "follows"},
    "other": [{"name": "ward rounds", "share": 50, "rating": {"steps": "written", "sources": "files",
                                                              "judged": "automatic"}}],
}  # fmt: skip
SCALE = re.compile(r"Green, 48|Yellow, 25|Red, 0|Red +25 +Yellow +48 +Green|<title|role=.img")
"""Lines that say where the zones lie, and nothing about a person."""
TOLD = re.compile(
    r"\b(Green|Yellow|Red|Accelerated|Transforming|Urgent|Imminent|Moderate|resembles|worth believing)\b|[+-]\d+\.\d\b"
)
QUESTIONS = (
    "why so low", "what would help", "what if level=senior", "how sure is that", "which zone am I in",
    "what if I move 20 percent from training to research", "compare me with others", "what should I do first",
)  # fmt: skip
TALK = "\n".join((*QUESTIONS, "review", "", "1", *QUESTIONS, "", ""))
"""Asked about the result, in the words of people."""
NOT_ABOUT_A_SITTING = {"check", "roles", "score", "chat", "cohort", "erase", "backup", "practice",
                        "role"}  # fmt: skip
"""The others' silence is a test of their own: `chat` in tests/plain, `cohort` in tests/cohort."""


def commands(before: str, after: str, role: str, answers: Path, out: Path) -> Iterator[list[str | Path]]:
    for line in (
        f"assess {role} --answers ANSWERS", f"assess {role} --answers ANSWERS --full",
        f"assess {role} --answers ANSWERS --json", f"whatif {role} --answers ANSWERS --set level=senior",
        f"whatif {role} --answers ANSWERS --set level=senior --json", "sessions", "sessions --json",
        "sessions history", "sessions history --json", "sessions history --client Ana", "sessions changes",
        f"sessions transcript {before}", f"compare {before} {after}", f"compare {before} {after} --json",
        f"compare {before}", "plan", "clients show Ana", "clients today", "clients", "clients prepare Ana",
        "clients prepare Ana --with-figure",
        "clients agenda Ana", f"clients preview {before}",
        f"clients preview {before} --json", f"export {before}",
    ):  # fmt: skip
        yield [answers if word == "ANSWERS" else word for word in line.split()]
    for ending in ("txt", "md", "html", "json", "tasks.csv"):
        yield ["report", before, "--to", out / f"{before}.{ending.removeprefix('tasks.')}"]
        yield ["compare", before, after, "--to", out / f"{before}-compared.{ending.removeprefix('tasks.')}"]
    yield ["report", before, "--short", "--to", out / f"short-{before}.txt"]
    yield ["report", "--all-due", "--format", "txt", "--to", out / f"due-{before}"]
    yield ["plan", "calendar", out / f"{before}-plan.ics"]
    yield ["clients", "calendar", out / f"{before}-talks.ics"]
    yield ["clients", "prepare", "Ana", "--with-figure", "--to", out / f"{before}-page.txt"]
    yield ["clients", "agenda", "Ana", "--to", out / f"{before}-sheet.txt"]
    yield ["form", role, "--for", "Ana", "--to", out / f"{before}-form.html"]
    yield ["sessions", "resume", before, "--plain"]


@pytest.fixture(scope="module")
def library() -> Library:
    return Library.open()


@pytest.mark.parametrize(("role", "answers"), [(ROLE, OUTSIDE), (TABLE, {"level": "mid"})])
@pytest.mark.case("walk 4")
def test_no_command_tells_what_is_withheld(
    role: str, answers: dict[str, object], library: Library, data_folder: Path, tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    monkeypatch.setattr(Library, "open", classmethod(lambda cls, *folders: library))
    first = Interview.from_answers(library, role, answers)
    second = Interview.from_answers(library, role, answers | {"level": "senior"})
    assert isinstance(first, Interview)
    assert isinstance(second, Interview)
    found = result(first)
    assert found.withheld
    figure = re.compile(rf"(?<![\d.]){re.escape(f'{found.assessment.index:.1f}')}(?!\d)")
    (tmp_path / "me.yaml").write_text(write_answers(first))
    used = set()
    with Store.open(data_folder) as store:
        client = store.roster.add("Ana").id
        store.roster.agree("Ana", library.wording.consent, "a step", "Ada", date(2099, 1, 1))
        kept = [
            store.start(one.reveal("result"), client_id=whose).id
            for whose in (None, client) for one in (first, second)
        ]  # fmt: skip
    for before, after in (kept[:2], kept[2:]):
        for command in commands(before, after, role, tmp_path / "me.yaml", tmp_path):
            ran = run_here(*command, typed=TALK if "resume" in command else "")
            assert "unexpected error" not in ran.err
            used.add(command[0])
            files = [one for path in tmp_path.glob(f"*{before}*") for one in [path, *path.glob("*")]]
            written = [path.read_text() for path in files if path.is_file() and "form" not in path.name]
            for line in "\n".join([ran.out, ran.err, *written]).splitlines():
                told = TOLD.search(line) or figure.search(line)
                assert not told or SCALE.search(line) or f'"{role}"' in line, (command, line)
            for path in tmp_path.glob(f"*{before}*"):
                shutil.rmtree(path) if path.is_dir() else path.unlink()
    assert used | NOT_ABOUT_A_SITTING >= set(COMMANDS)


OWN_TABLE = "owl-whisperer"


@pytest.fixture
def own_table(tmp_path: Path) -> Path:
    """A folder with a table in somebody's own words."""
    folder = tmp_path / "own"
    (folder / "roles").mkdir(parents=True)
    rows = [OwnRow("Calming owls", 60.0, ""), OwnRow("Cleaning cages", 40.0, "")]
    (folder / "roles" / f"{OWN_TABLE}.yaml").write_text(
        role_text(OWN_TABLE, "Owl whisperer", rows, "2026-11-28")
    )
    return folder


@pytest.mark.parametrize("role", [TABLE, OWN_TABLE])
@pytest.mark.usefixtures("data_folder")
def test_no_door_to_a_role_tells_what_nobody_answered(role: str, own_table: Path, tmp_path: Path) -> None:
    library = Library.open(content_folder(), own_table)
    index = result(Interview.start(library, role)).base_assessment.index
    figure = re.compile(rf"(?<![\d.]){re.escape(f'{index:.1f}')}(?!\d)")
    people = tmp_path / "people.csv"
    people.write_text("level\nmid\nsenior\n")
    page, table = tmp_path / "page.html", tmp_path / "figures.csv"
    for line in (
        f"score {role}", f"score {role} --json", f"roles {role}", f"roles {role} --json", "roles", "roles --json",
        "roles --search owl", f"roles {role} --beside translator", f"roles translator --beside {role}",
        f"role print {role}", f"role diff {role} translator", f"form {role} --to {page}",
        f"cohort {role} {people} --to {table}",
    ):  # fmt: skip
        ran = run_here(*line.split(), "--library", own_table)
        assert "unexpected error" not in ran.err
        for told in (ran.out + ran.err).splitlines():
            of_another = "translator" in told.casefold() or not (role in told or "owl" in told.casefold())
            assert not figure.search(told) or of_another, (line, told)
            assert not TOLD.search(told) or of_another or SCALE.search(told), (line, told)
    assert not figure.search(page.read_text())
    assert not table.exists()


@pytest.mark.parametrize("role", [TABLE, OWN_TABLE])
def test_an_interview_by_lines_tells_the_range_alone_to_its_end(role: str, own_table: Path) -> None:
    library = Library.open(content_folder(), own_table)
    start = Interview.start(library, role)
    written = io.StringIO()
    typed = [
        "score",
        "why",
        "typical",
        "mid",
        *["skip"] * 40,
        "",
        "1",
        "all",
        "what if senior",
        "which step first",
        "",
    ]
    lines = Lines(io.StringIO("".join(f"{line}\n" for line in typed)), written)
    hold(library, start, lines=lines)
    said = " ".join(written.getvalue().split())
    index = result(start).base_assessment.index
    assert re.search(r"ould be \d", said)
    assert not re.search(rf"(?<![\d.]){re.escape(f'{index:.1f}')}(?!\d)", said)
    said = re.sub(r"could still move your index by -\d+\.\d to \+\d+\.\d points", "", said)
    told = re.search(r"\d\.\d (?:Green|Yellow|Red)|[+-]\d+\.\d\b|Urgent|Accelerated|Your index is", said)
    assert not told, told
