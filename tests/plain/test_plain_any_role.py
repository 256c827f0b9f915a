"""The whole product on a role of random words: no id of a task, employer or field of today stands in the code."""

import json
import re
from datetime import date
from pathlib import Path

import pytest

from aijri_engine import Interview, Library, Problem, result, what_if
from aijri_engine.content.library import content_folder
from aijri_engine.interview.kinds import kind_of
from aijri_engine.lint import check
from aijri_engine.personal.changeable import changeable_lines
from tests.cli.cli_driver import run_here

WORDS = ("walnut", "zebra", "pebble", "lantern", "umbrella", "violin")
ROLE = "quokka-turner"

PACK = """
id: marmot
title: Marmot
version: "2026-11-28"
review_by: "2027-05-28"
questions:
  - id: employer
    options:
      - {id: hedge, label: A hedge, plainly: A low one}
      - {id: thicket, label: A thicket of brambles, plainly: A high one}
      - {id: own}
    odds: {hedge: 0.5, thicket: 0.4, own: 0.1}
  - id: brook
    section: position
    kind: choice
    means: field
    ask: Which brook is it for?
    plainly: Which water?
    why: Brooks differ.
    moves: It moves nothing by itself; it decides which advice fits.
    options:
      - {id: upper, label: The upper one, plainly: Up the hill}
      - {id: lower, label: The lower one, plainly: Down the hill}
"""

FILE = """
id: quokka-turner
title: Quokka Turner
aliases: [quokka turner]
pack: marmot
as_of: "2026-11-28"
provenance: own
summary: Turns quokkas.
does: Turns quokkas all day.
tasks:
  - {id: walnut, name: Walnut work, share: 30, score: 2, group: create}
  - {id: zebra, name: Zebra work, share: 25, score: 3, group: records}
  - {id: pebble, name: Pebble work, share: 20, score: 4, group: write, published: follows}
  - {id: lantern, name: Lantern work, share: 15, score: 1, group: care}
  - {id: umbrella, name: Umbrella work, share: 5, score: 3, group: lead}
  - {id: violin, name: Violin work, share: 5, score: 2}
tell:
  violin:
    row: Bowing
    why: Bows are soft.
    follows: As bowed before
    adapts: Bowing otherwise
    originates: Bowing what nobody bowed
evidence: {job_postings: [1, Some.], company_actions: [0, None.], wages: [0, Flat.], tool_maturity: [-1, Tools.],
  expert_consensus: [0, None.]}
barriers: {physical: [2, By hand.], cultural: [1, Liked.]}
growth: [0, None.]
shifts:
  employer: {hedge: {walnut: 1}, thicket: {zebra: -1}}
"""

OF_TODAY = re.compile(r"\b(design|train|infra|debug|GPUs?|frontier|consumer|neural|deep learning)\b")


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    place = tmp_path_factory.mktemp("content")
    for kind, name, text in (("packs", "marmot", PACK), ("roles", ROLE, FILE)):
        (place / kind).mkdir()
        (place / kind / f"{name}.yaml").write_text(text, encoding="utf-8")
    return place


@pytest.fixture(scope="module")
def library(folder: Path) -> Library:
    found = Library.open(content_folder(), folder)
    assert found.broken == ()
    return found


def test_its_content_is_clean(folder: Path) -> None:
    files = [folder / "packs" / "marmot.yaml", folder / "roles" / f"{ROLE}.yaml"]
    assert [problem.text() for problem in check(files, date(2026, 11, 28))] == []


@pytest.mark.case("second role 7", "second role 11")
def test_every_question_is_answered_and_everything_said_of_the_result(library: Library) -> None:
    interview = Interview.start(library, ROLE)
    words = [asked.ask for asked in interview.form.single.values()]
    for _ in range(60):
        step = interview.path.next_open()
        if step is None:
            break
        answers = [answer for _, answer in kind_of(step.asked.question.kind).answers(step.asked)]
        changed = interview.answer(step.key, answers[len(answers) // 2])
        interview = interview.clear(step.key) if isinstance(changed, Problem) else changed
        interview = interview.declined(step.key) if isinstance(changed, Problem) else interview
        assert isinstance(interview, Interview)
    assert interview.path.next_open() is None
    found = result(interview)
    told = " ".join([*words, *(one.text for one in found.sentences), *(one.text for one in found.borrowed)])
    assert OF_TODAY.findall(told) == []
    for line in changeable_lines(interview, interview):
        assert line.values
    for change in ("level=senior", "employer=hedge", "rung.zebra=originates", "share=pebble:walnut:5"):
        assert not isinstance(what_if(interview, [change]), Problem)


def run(folder: Path, *args: str, typed: str = "") -> str:
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("AIJRI_DATA", str(folder / "data"))
        ran = run_here(*args, "--content", folder, typed=typed)
    assert "unexpected error" not in ran.err, ran.err
    assert ran.code in (0, 3), ran.err
    return ran.out


@pytest.mark.case("second role 8")
@pytest.mark.case("hostile 17")
def test_a_broken_role_hides_no_other(tmp_path: Path) -> None:
    (tmp_path / "roles").mkdir()
    (tmp_path / "roles" / "broken.yaml").write_text("id: broken\ntitle: Broken\n", encoding="utf-8")
    library = Library.open(content_folder(), tmp_path)
    assert "deep-learning-engineer" in library.roles
    assert "broken" not in library.roles
    assert {problem.file for problem in library.broken} == {str(tmp_path / "roles" / "broken.yaml")}
    assert any(problem.severity == "error" for problem in check([tmp_path], date(2026, 11, 28)))
    told = run(tmp_path, "score", "deep-learning-engineer")
    assert "64.6" in told


def test_every_face_works_on_it(folder: Path, tmp_path: Path) -> None:
    answers = tmp_path / "me.yaml"
    answers.write_text(
        f"role: {ROLE}\nanswers:\n  split: {{walnut: 40, zebra: 60}}\n  level: senior\n  employer: thicket\n"
        "  brook: upper\n  depth: {walnut: originates, zebra: follows}\n",
        encoding="utf-8",
    )
    document = json.loads(run(folder, "assess", ROLE, "--answers", str(answers), "--json"))
    assert document["role"] == ROLE
    told = run(folder, "assess", ROLE, "--answers", str(answers))
    chat = run(folder, "chat", ROLE, "--plain", typed="walnut 50, zebra 50\na\nscore\nquit\n")
    tried = run(folder, "whatif", ROLE, "--answers", str(answers), "--set", "rung.zebra=originates")
    for words in (told, chat, tried):
        assert [line for line in words.splitlines() if OF_TODAY.search(line)] == []


def test_a_job_that_is_not_here_is_described_and_kept(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Typed only: the job, none, the week in one's own words; then the interview about it."""
    lines = [
        "owl whisperer",
        "none",
        "30% feeding the owls, 25 guiding visitors",
        "25 cleaning, 20 paperwork",
        "yes",
    ]
    monkeypatch.setenv("AIJRI_DATA", str(tmp_path))
    first = run_here("chat", "--plain", typed="\n".join(lines))
    assert first.code == 3, first.err
    assert "At least 4 kinds of work" in " ".join(first.out.split())
    assert "AIJRI interview, owl whisperer." in first.out
    assert (tmp_path / "library" / "roles" / "owl-whisperer.yaml").exists()
    assert "owl-whisperer: owl whisperer, no figure yet" in run_here("roles").out
    session = json.loads(run_here("sessions", "--json").out)["sessions"][0]["id"]
    again = run_here("sessions", "resume", session, "--plain", typed="back\n")
    assert "owl whisperer" in again.out
    assert "unexpected error" not in again.err


def test_a_role_may_name_a_shipped_pack_beside_a_pack_of_its_folder(tmp_path: Path) -> None:
    for kind, name, text in (
        ("packs", "marmot", PACK),
        ("roles", "turner", FILE.replace("pack: marmot", "pack: trades")),
    ):
        (tmp_path / kind).mkdir()
        (tmp_path / kind / f"{name}.yaml").write_text(
            text.replace(f"id: {ROLE}", "id: turner").replace(
                "  employer: {hedge: {walnut: 1}, thicket: {zebra: -1}}", "  employer: {}"
            )
        )
    assert [problem.text() for problem in check([tmp_path], date(2026, 11, 28))] == []
