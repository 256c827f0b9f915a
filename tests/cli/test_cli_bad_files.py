"""Every malformed answers or scorecard file: exit 2, a clear message, no traceback, no hang."""

import json
import os
import random
from collections.abc import Callable
from pathlib import Path

import pytest

from aijri_engine.content.library import Library
from aijri_engine.content.problems import ContentError
from aijri_engine.content.yaml import parse_yaml
from aijri_engine.interview.answers_source import answers_of
from tests.cli.cli_driver import JUNIOR, Ran, aijri, run_here

SCORECARD = (
    "tasks:\n  - {share: 60, score: 2}\n  - {share: 40, score: 3}\nevidence: 8\nbarriers: 2\ngrowth: 2\n"
)

ALIAS_BOMB = "a: &a [x, x]\n" + "".join(
    f"{chr(98 + n)}: &{chr(98 + n)} [*{chr(97 + n)}, *{chr(97 + n)}]\n" for n in range(20)
)

TEXTS = {
    "brackets": "[" * 100_000,
    "braces": "{a: " * 50_000,
    "alias bomb": ALIAS_BOMB,
    "duplicate keys": "role: x\nrole: y\nanswers: {}\ntasks: []\ntasks: []\n",
    "a list": "- 1\n- 2\n",
    "a number": "12\n",
    "text": "hello\n",
    "empty": "",
    "blank": "  \n\n# nothing\n",
    "tag": "role: !!python/object/apply:os.system ['true']\nanswers: {}\n",
    "two documents": "role: x\n---\nrole: y\n",
    "tabs": "role:\tx\nanswers:\n\t- 1\n",
    "unknown keys": "role: deep-learning-engineer\nanswers: {}\ncolour: red\n",
    "nul": "role: deep-learning-engineer\x00\nanswers: {}\n",
    "escape": "role: \x1b[31mred\nanswers: {}\n",
    "null answers": "role: deep-learning-engineer\nanswers:\n",
    "wrong types": "role: [1]\nanswers: 3\ntasks: 7\nevidence: [1]\n",
}


def files(tmp_path: Path) -> dict[str, Path]:
    found = {}
    for name, text in TEXTS.items():
        path = tmp_path / f"{name.replace(' ', '-')}.yaml"
        path.write_bytes(text.encode())
        found[name] = path
    binary = tmp_path / "binary.yaml"
    binary.write_bytes(bytes(range(256)) * 10)
    large = tmp_path / "large.yaml"
    with large.open("wb") as stream:
        stream.truncate(50 * 1024 * 1024)
    pipe = tmp_path / "pipe.yaml"
    os.mkfifo(pipe)
    folder = tmp_path / "folder.yaml"
    folder.mkdir()
    return {
        **found,
        "binary": binary,
        "50 MB": large,
        "pipe": pipe,
        "folder": folder,
        "missing": tmp_path / "no.yaml",
    }


def refused(ran: Ran, name: str) -> None:
    assert ran.code == 2, (name, ran.err[-300:])
    assert ran.out == ""
    assert "Traceback" not in ran.err
    assert "unexpected" not in ran.err
    assert "\x1b" not in ran.err
    assert len(ran.err) < 20_000


COMMANDS: list[tuple[str, Callable[[Path], list[str | Path]]]] = [
    ("assess", lambda path: ["assess", "dl engineer", "--answers", path]),
    ("whatif", lambda path: ["whatif", "dl engineer", "--answers", path, "--set", "level=senior"]),
    ("chat", lambda path: ["chat", "dl engineer", "--plain", "--answers", path]),
    ("score", lambda path: ["score", path]),
]


@pytest.mark.parametrize(("command", "arguments"), COMMANDS, ids=[name for name, _ in COMMANDS])
def test_unusable_files_end_with_2(
    command: str, arguments: Callable[[Path], list[str | Path]], tmp_path: Path
) -> None:
    for name, path in files(tmp_path).items():
        refused(run_here(*arguments(path)), f"{command} {name}")


@pytest.mark.parametrize("name", ["pipe", "brackets", "50 MB", "/dev/zero", "/dev/stdin"])
def test_no_file_makes_a_process_hang(name: str, tmp_path: Path) -> None:
    path = Path(name) if name.startswith("/") else files(tmp_path)[name]
    refused(aijri("assess", "dl engineer", "--answers", path), name)


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="the superuser may read everything")
def test_a_file_without_permission_is_named(tmp_path: Path) -> None:
    path = tmp_path / "secret.yaml"
    path.write_text(JUNIOR)
    path.chmod(0)
    ran = run_here("assess", "dl engineer", "--answers", path)
    refused(ran, "permission")
    assert "you have no permission" in ran.err


def test_every_mistake_is_told_at_its_place_all_at_once(tmp_path: Path) -> None:
    path = tmp_path / "a.yaml"
    path.write_text(
        "role: deep-learning-engineer\nanswers:\n"
        "  split: {design: 5, trian: 50, infra: lots}\n"
        "  levl: junior\n"
        "  years: -5\n"
        "  depth: {train: falls}\n"
        "  practice: {design: by_hnd}\n"
    )
    ran = run_here("assess", "dl engineer", "--answers", path)
    refused(ran, "mistakes")
    for line in (
        "a.yaml:3:22: A501 there is no row 'trian' here; did you mean train?",
        "a.yaml:3:40: A502 the amount for infra is not a number",
        "a.yaml:4:3: A501 unknown answer 'levl'; did you mean level?",
        "a.yaml:5:10: A502 -5 is outside the range; give a number from 0 to 60",
        "a.yaml:6:18: A502 there is no option 'falls'; did you mean follows?",
        "a.yaml:7:22: A502 there is no option 'by_hnd'; did you mean by_hand?",
    ):
        assert line in ran.err
    assert "6 problems. Nothing was computed." in ran.err


def test_a_split_that_misses_100_names_the_remainder_and_a_near_one_is_normalised(tmp_path: Path) -> None:
    path = tmp_path / "a.yaml"
    path.write_text("role: deep-learning-engineer\nanswers:\n  split: {design: 20, train: 90}\n")
    ran = run_here("assess", "dl engineer", "--answers", path)
    refused(ran, "110")
    assert "10 too much" in ran.err
    path.write_text("role: deep-learning-engineer\nanswers:\n  split: {design: 20, train: 79.7}\n")
    ran = run_here("assess", "dl engineer", "--answers", path)
    assert ran.code == 0
    assert "the split adds up to 99.7; it was brought to 100 in proportion" in ran.err


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("role: data-scientist\nanswers: {}\n", "A503"),
        ("role: 7\nanswers: {}\n", "A503"),
        ("answer: {}\n", "A504"),
        ("role: deep-learning-engineer\n", "A504"),
        ("role: deep-learning-engineer\nanswers: [1]\n", "A504"),
        ("- role\n", "A504"),
        ("role: deep-learning-engineer\nanswers: {}\nanswer: 1\n", "A501"),
    ],
)
def test_what_is_no_answers_file_has_its_own_code(text: str, code: str, tmp_path: Path) -> None:
    path = tmp_path / "a.yaml"
    path.write_text(text)
    ran = run_here("assess", "dl engineer", "--answers", path)
    refused(ran, text)
    assert f" {code} " in ran.err


def test_nasty_text_in_a_file_is_inert_in_the_result(tmp_path: Path) -> None:
    path = tmp_path / "a.yaml"
    nasty = "[red] [/ =HYPERLINK(1) ../ <b> \\u202E 😀"
    path.write_text(
        "role: deep-learning-engineer\nanswers:\n"
        "  split: {design: 10, train: 75}\n"
        f'  other: [{{name: "{nasty}", share: 15}}]\n'
        f'  sounds_like: mostly\n  difference: "{nasty}"\n'
    )
    for ending in ("txt", "md", "json"):
        target = tmp_path / f"out.{ending}"
        ran = run_here("assess", "dl engineer", "--answers", path, "--to", target)
        assert ran.code == 0, ran.err
        text = target.read_text()
        assert not set(text) & {"\x1b", "\u202e", "\x07"}
        assert "=HYPERLINK" in text


def mutated(text: str, dice: random.Random) -> str:
    """The text with a few characters, lines or pieces changed."""
    for _ in range(dice.randint(1, 4)):
        place = dice.randrange(len(text) + 1)
        other = dice.randrange(len(text) + 1)
        low, high = sorted((place, min(len(text), place + dice.randint(0, 12))))
        way = dice.randrange(6)
        if way == 0:
            text = text[:low] + text[high:]
        elif way == 1:
            text = text[:place] + dice.choice("{}[]:,#&*!|>'\"%@`-? \t\n\x00\x85\u2028é😀9.eE") + text[place:]
        elif way == 2:
            text = text[:place] + text[low:high] * dice.randint(2, 4) + text[place:]
        elif way == 3:
            text = text[:other] + text[low:high] + text[other:]
        elif way == 4:
            lines = text.split("\n")
            dice.shuffle(lines)
            text = "\n".join(lines)
        else:
            words = [
                "not_sure",
                "typical",
                "1e400",
                "-1",
                "null",
                "[]",
                "{}",
                "true",
                "010",
                "1:30",
                "other",
                "~",
                "follows",
            ]
            text = text[:low] + dice.choice(words) + text[high:]
    return text


RICH = JUNIOR + (
    "  other: [{name: hiring, share: 0, rating: {steps: written, sources: files, judged: person}}]\n"
    "  practice: {train: end_to_end, design: drafts}\n  stepped_in: {train: never}\n  conditions: [onsite_some]\n"
    "  market: {openings: opened, endings: none, pay: -1}\n  duties: [taught]\n  seconds: {years: 3.5}\n"
)


def read_mutated(seed: int, count: int) -> None:
    library, dice = Library.open(), random.Random(seed)
    refusals = 0
    codes: set[str] = set()
    for _ in range(count):
        text = mutated(RICH, dice)
        try:
            _, interview = answers_of(parse_yaml(text.encode("utf-8", "surrogatepass"), "a.yaml"), library)
            assert interview.path.steps
        except ContentError as error:
            refusals += 1
            codes |= {problem.code[0] for problem in error.problems}
    assert 0 < refusals < count
    assert codes <= {"Y", "A"}


@pytest.mark.parametrize("seed", range(4))
def test_mutated_answers_files_are_read_or_refused_and_never_raise(seed: int) -> None:
    read_mutated(seed, 300)


@pytest.mark.soak
@pytest.mark.parametrize("seed", range(4, 12))
def test_thousands_of_mutated_answers_files_are_read_or_refused(seed: int) -> None:
    read_mutated(seed, 2000)


def test_a_file_that_names_no_role_is_about_the_role_that_was_asked_for(tmp_path: Path) -> None:
    path = tmp_path / "answers.yaml"
    path.write_text("answers: {}\n", encoding="utf-8")
    ran = run_here("assess", "deep-learning-engineer", "--answers", path, "--json")
    assert ran.code == 0, ran.err
    assert json.loads(ran.out)["index"] == 64.6


@pytest.mark.parametrize(
    ("written", "told"),
    [
        ("{a: 1}", "'{a: 1}'"),
        ("[[1, true]]", "'[1, true]'"),
        ("{a: [b, null]}", "'{a: [b, nothing]}'"),
    ],
)
def test_an_answer_is_told_back_as_it_was_written(tmp_path: Path, written: str, told: str) -> None:
    """In the form of the file, never in that of the language the program is written in."""
    path = tmp_path / "me.yaml"
    path.write_text(f"role: deep-learning-engineer\nanswers:\n  level: {written}\n")
    ran = run_here("assess", "deep-learning-engineer", "--answers", path)
    assert ran.code == 2
    assert f"there is no option {told}" in ran.err


@pytest.mark.parametrize(
    "command", [("chat", "--plain", "--calendar"), ("chat", "--plain", "--timesheet"), ("backup", "restore")]
)
def test_a_folder_is_called_a_folder(command: tuple[str, ...], tmp_path: Path) -> None:
    found = run_here(*command, tmp_path)
    assert (found.code, "this is a folder" in found.err) == (2, True)


def test_two_rows_of_other_work_under_one_name_are_not_one(tmp_path: Path) -> None:
    rows = "".join(
        f"  - {{name: {name}, share: 15, rating: {{steps: {steps}, sources: files, judged: person}}}}\n"
        for name, steps in (("Project  X", "unknown"), ("project x", "written"))
    )
    path = tmp_path / "twins.yaml"
    path.write_text(f"role: deep-learning-engineer\nanswers:\n  split: {{train: 70}}\n  other:\n{rows}")
    found = run_here("assess", "deep-learning-engineer", "--answers", path)
    assert (found.code, "two rows of other work of one name are rated differently" in found.err) == (2, True)


def test_of_two_moves_of_time_none_is_cut(tmp_path: Path) -> None:
    path = tmp_path / "week.yaml"
    path.write_text(
        "role: deep-learning-engineer\nanswers:\n  split: {train: 60, design: 40}\n  level: mid\n"
    )
    moves = ("--set", "share=train:design:40", "--set", "share=train:debug:40")
    found = run_here("whatif", "deep-learning-engineer", "--answers", path, *moves)
    assert found.code == 2
    assert "Training takes 20 % of the week: 40 cannot be taken from it." in " ".join(found.err.split())
