"""One small bad file for each code of the linter, with the exact message and its place."""

import os
from datetime import date
from pathlib import Path

import pytest
from lint_bad_ignored import BAD_IGNORED
from lint_bad_questions import BAD_QUESTIONS
from lint_bad_references import BAD_REFERENCES
from lint_bad_roles import BAD_ROLES
from lint_bad_rules import BAD_RULES
from lint_bad_strategies import BAD_STRATEGIES
from lint_examples import INTERVIEW, ROLE, STRATEGIES, TODAY, Bad, found_in, told_of, write_templates

from aijri_engine.content.codes import CODES
from aijri_engine.lint import check, worlds

BAD = (*BAD_REFERENCES, *BAD_QUESTIONS, *BAD_IGNORED, *BAD_RULES, *BAD_ROLES, *BAD_STRATEGIES)


def test_templates_are_clean(tmp_path: Path) -> None:
    write_templates(tmp_path)
    assert check([tmp_path], TODAY) == []


@pytest.mark.parametrize("bad", BAD, ids=[f"{number}-{bad.code}" for number, bad in enumerate(BAD)])
def test_bad_file(bad: Bad, tmp_path: Path) -> None:
    """What is found, word for word; each problem has the severity of its code, and the line it is about."""
    write_templates(tmp_path, bad.file, bad.old, bad.new)
    problems = check([tmp_path], TODAY)
    assert told_of(problems, tmp_path) == bad.found
    assert any(f": {bad.code} " in told for told in bad.found)
    for problem in problems:
        assert problem.severity == CODES[problem.code].severity
        assert problem.excerpt is not None


def test_too_many_combinations_are_not_proven(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(worlds, "MOST_COMBINATIONS", 3)
    write_templates(tmp_path)
    assert found_in(tmp_path)[0] == (
        "interview.yaml:34:9: Q218 `when` was not proven to be true for anyone in 3 combinations; "
        "make it depend on fewer questions"
    )


def test_folder_without_content(tmp_path: Path) -> None:
    assert found_in(tmp_path) == [
        ".: L101 this folder holds no content; name a file, or a folder with `roles/` or `interview.yaml`"
    ]


def test_every_code_has_a_bad_file() -> None:
    by_hand = {"Q218", "L101"}
    of_branding = {"P414"}
    elsewhere = {code for code in CODES if code[0] in "YA"}
    assert {bad.code for bad in BAD} | by_hand | of_branding | elsewhere == set(CODES)


def test_codes_are_in_order_and_say_what_they_mean() -> None:
    groups = [code[0] for code in CODES]
    assert groups == sorted(groups, key="YALQRPS".index)
    for group in set(groups):
        codes = [code for code in CODES if code[0] == group]
        assert codes == sorted(codes)
    assert all(code.meaning and code.code == name for name, code in CODES.items())


def test_unused_and_missing_parts_of_the_shipped_content_stand_in(tmp_path: Path) -> None:
    """A role alone is checked against the shipped interview and landscape, which are not reported."""
    write_templates(tmp_path)
    for name in (INTERVIEW, STRATEGIES, "landscape.yaml"):
        (tmp_path / name).unlink()
    assert found_in(tmp_path) == [
        'roles/welder.yaml:93:13: P411 the landscape has no role "Fitter"; add it there, or list it under `not_this`'
    ]


def test_a_file_that_cannot_be_read_hides_what_depends_on_it(tmp_path: Path) -> None:
    write_templates(tmp_path, INTERVIEW, "kind: text", "kind: txet")
    assert [line[:24] for line in found_in(tmp_path)] == ["interview.yaml:72:15: Y1"]
    write_templates(tmp_path, ROLE, "id: welder", "id: [welder]")
    assert [line[:26] for line in found_in(tmp_path)] == ["roles/welder.yaml:1:5: Y13"]


PACK = """\
id: metal
title: Work with metal
version: "2026-11-22"
review_by: "2027-05-22"
questions:
  - id: noise
    section: position
    kind: yes_no
    ask: Is it loud?
    plainly: Is it loud?
    why: It is a made-up question.
    moves: It sets a barrier.
    odds: {"yes": 0.5, "no": 0.5}
rules:
  - id: noise-yes
    cause: noise
    when: {answer: noise, is: true}
    then: {barriers: {cultural: 1}}
    why: The level is ours.
"""


@pytest.mark.parametrize(
    ("old", "new", "found"),
    [
        ("kind: yes_no", "kind: yes-no", ["packs/metal.yaml:8:11: Y133"]),
        ("    section: position\n", "", ["packs/metal.yaml:6:9: Q224 "]),
        ("    why: It is", "    wy: It is", ["packs/metal.yaml:11:5: Y130"]),
    ],
)
def test_what_refers_to_a_pack_or_question_that_is_wrong_is_not_told_beside_it(
    tmp_path: Path, old: str, new: str, found: list[str]
) -> None:
    write_templates(tmp_path, ROLE, "id: welder\n", "id: welder\npack: metal\n")
    (tmp_path / "packs").mkdir()
    (tmp_path / "packs" / "metal.yaml").write_text(PACK.replace(old, new), encoding="utf-8")
    assert [line[: len(found[0])] for line in found_in(tmp_path)] == found


def test_today_is_given_and_not_read(tmp_path: Path) -> None:
    write_templates(tmp_path)
    codes = {problem.code for problem in check([tmp_path], date(2031, 1, 1))}
    assert codes == {"P407", "P408"}


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes in this system's folders")
def test_no_path_makes_it_fail(tmp_path: Path) -> None:
    (tmp_path / "roles").mkdir()
    os.mkfifo(tmp_path / "roles" / "pipe.yaml")
    (tmp_path / "roles" / "folder.yaml").mkdir()
    (tmp_path / "roles" / "junk.yaml").write_bytes(bytes(range(256)))
    (tmp_path / "interview.yaml").symlink_to("interview.yaml")
    (tmp_path / "loop").symlink_to(".")
    odd = [
        tmp_path,
        tmp_path / "none.yaml",
        Path("\0"),
        Path("x" * 5000),
        Path("/dev/zero"),
        tmp_path / "loop",
    ]
    assert {problem.code for problem in check(odd, TODAY)} == {"Y101", "Y102", "Y103", "Y105"}
