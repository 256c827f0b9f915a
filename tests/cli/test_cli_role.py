"""`aijri role`: written from lines, printed whole, compared, and drafted from a folder of official text files."""

import json
from pathlib import Path

import pytest
from cli_driver import run_here

from aijri_engine import Library
from aijri_engine.content.library import content_folder
from aijri_engine.content.own_table import save_role
from aijri_engine.content.role_file import whole_text

WEEK = "30% feeding the owls, 25 guiding visitors, 25 cleaning cages\n20 paperwork\nyes\nno\n"
CODE = "99-1234.00"


@pytest.fixture(autouse=True)
def mine(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("AIJRI_LIBRARY", str(tmp_path / "mine"))
    return tmp_path / "mine"


def test_a_role_is_written_from_lines_checked_shown_and_searched(
    mine: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = run_here("role", "new", "Owl keeper", typed=WEEK)
    path = mine / "roles" / "owl-keeper.yaml"
    assert (made.code, path.exists()) == (0, True), made.err
    assert str(path) in made.out
    assert run_here("check", path).code == 0
    monkeypatch.chdir(path.parent)
    for inside in (path.name, f"./{path.name}", f"../{path.parent.name}/{path.name}"):
        assert run_here("check", inside).code == 0, inside
    shown = run_here("roles", "owl-keeper").out
    assert "not rated yet" in shown
    assert "No figure yet: whoever does this work rates its rows." in shown
    found = json.loads(run_here("roles", "--search", "owl keeper", "--json").out)["matches"][0]
    assert (found["id"], found["provenance"], found["index"]) == ("owl-keeper", "own", None)
    assert run_here("score", "owl-keeper").code == 2


def test_what_is_not_finished_is_not_written(mine: Path) -> None:
    left = run_here("role", "new", "Owl keeper", typed="30% feeding\n")
    assert (left.code, mine.exists()) == (3, False)


def test_a_named_library_takes_the_role_and_is_read_again(mine: Path, tmp_path: Path) -> None:
    other = tmp_path / "other"
    assert run_here("role", "new", "Owl keeper", "--library", other, typed=WEEK).code == 0
    assert not mine.exists()
    assert "owl-keeper" in run_here("roles", "--library", other).out
    assert "owl-keeper" not in run_here("roles").out


@pytest.mark.parametrize(
    "role_id", ["deep-learning-engineer", "registered-nurse", "devops-engineer", "29-1141.00"]
)
def test_what_is_printed_is_the_whole_role_again(role_id: str, mine: Path) -> None:
    library = Library.open()
    printed = run_here("role", "print", role_id).out
    text = printed.replace(f"id: {role_id}", "id: printed-again", 1)
    again = library.role_of_file(save_role(mine, "printed-again", text))
    before = library.role(role_id)
    assert again.tasks == before.tasks
    assert (again.evidence, again.barriers, again.growth) == (before.evidence, before.barriers, before.growth)
    assert whole_text(again).replace("id: printed-again", f"id: {role_id}", 1).strip() == printed.strip()
    assert ("expect:" in printed) is before.has_figure


def test_two_versions_differ_in_what_was_changed_and_every_point_is_told(mine: Path) -> None:
    text = (content_folder() / "roles" / "electrician.yaml").read_text("utf-8")
    changed = text.replace("share: 32\n    score: 1", "share: 30\n    score: 1").replace(
        "share: 20", "share: 22", 1
    )
    path = save_role(mine, "changed", changed.replace("physical: [2,", "physical: [1,"))
    told = run_here("role", "diff", "electrician", path)
    assert told.code == 0
    lines = told.out.splitlines()
    assert [line for line in lines if line.startswith("- task")] == [
        "- task install: Installing: 32 %, scored 1 (ways 2/1/1) -> Installing: 30 %, scored 1 (ways 2/1/1)",
        "- task faults: Fault finding: 20 %, scored 1 (ways 2/1/1) -> Fault finding: 22 %, scored 1 (ways 2/1/1)",
    ]
    assert "- Physical presence: 2 of 2 -> 1 of 2" in lines
    document = json.loads(run_here("role", "diff", "electrician", path, "--json").out)
    change = round(document["index"]["after"] - document["index"]["before"], 1)
    assert change < 0
    assert round(sum(row["shown"] for row in document["points"]), 1) == change
    same = run_here("role", "diff", "electrician", "electrician").out
    assert "No task and no figure differs." in same


@pytest.mark.parametrize("words", ["no-such-role", "missing.yaml", "/dev/null"])
def test_what_cannot_be_compared_is_told(words: str) -> None:
    told = run_here("role", "diff", "electrician", words)
    assert (told.code, told.out) == (2, "")
    assert told.err


def onet_folder(folder: Path, **other: str) -> Path:
    """A small folder in the form of the official files; the sentences are made up."""
    head = "O*NET-SOC Code"
    tasks = {"1": "Feed owls, mice or \"guests\" by the plan.", "2": "Guide visitors through the house.",
             "3": "Clean cages.", "4": "Count feathers."}  # fmt: skip
    files = {
        "Occupation Data.txt": [f"{head}\tTitle\tDescription", f"{CODE}\tOwl Keepers\tKeep owls.", "11-0000.00\tX\tY"],
        "Task Statements.txt": [
            f"{head}\tTask ID\tTask\tTask Type\tIncumbents Responding\tDate\tDomain Source",
            *(f"{CODE}\t{number}\t{text}\tCore\t50\t08/2024\tIncumbent" for number, text in tasks.items()),
            "11-0000.00\t9\tSomething else.\tCore\t1\t08/2024\tIncumbent",
        ],
        "Task Ratings.txt": [
            f"{head}\tTask ID\tScale ID\tCategory\tData Value\tN\tStandard Error",
            *(f"{CODE}\t{task}\tIM\tn/a\t{value}\t50\t0.1" for task, value in (("1", 5), ("2", 4), ("3", 2))),
            *(f"{CODE}\t{task}\tFT\t{category}\t{value}\t50\t0.1"
              for task, category, value in (("1", 6, 100), ("2", 4, 50), ("2", 6, 50), ("3", 5, 100))),
        ],
        "Alternate Titles.txt": [f"{head}\tAlternate Title\tShort Title\tSource(s)", f"{CODE}\tOwl Carer\t\t04"],
    }  # fmt: skip
    folder.mkdir()
    for name, lines in files.items():
        text = other.get(name.split(".", maxsplit=1)[0].replace(" ", "_"), "\n".join(lines) + "\n")
        (folder / name).write_text(text, encoding="utf-8")
    return folder


def test_an_occupation_of_a_folder_becomes_a_draft(mine: Path, tmp_path: Path) -> None:
    done = run_here("role", "import-onet", onet_folder(tmp_path / "db"), CODE)
    assert done.code == 0, done.err
    path = mine / "roles" / "owl-keepers.yaml"
    assert "CC BY 4.0" in done.out
    assert "1 of them without both ratings" in done.out
    assert "CC BY 4.0" in path.read_text("utf-8")
    assert run_here("check", path).code == 0
    role = Library.open().role_of_file(path)
    assert [task.name for task in role.tasks] == [
        "Feed owls",
        "Guide visitors through the house",
        "Count feathers",
        "Clean cages",
    ]
    weights = [5 * 6, 4 * 5, 3 * 4, 2 * 5]
    assert [task.share for task in role.tasks] == pytest.approx(
        [100 * one / sum(weights) for one in weights], abs=0.1
    )
    assert not any(task.rated for task in role.tasks)
    assert role.tasks[0].row == 'Feed owls, mice or "guests" by the plan.'
    assert (role.codes, role.aliases) == ((CODE,), ("owl keepers", "Owl Carer"))


@pytest.mark.parametrize(
    ("code", "title"),
    [(CODE, "Owl Carer"), ("29-2061.00", "Licensed Practical and Licensed Vocational Nurses")],
)
def test_the_three_files_of_tasks_ratings_and_titles_are_enough(
    code: str, title: str, mine: Path, tmp_path: Path
) -> None:
    folder = onet_folder(tmp_path / "db")
    (folder / "Occupation Data.txt").unlink()
    for path in folder.iterdir():
        path.write_text(path.read_text("utf-8").replace(CODE, code), encoding="utf-8")
    done = run_here("role", "import-onet", folder, code)
    assert done.code == 0, done.err
    (path,) = (mine / "roles").iterdir()
    assert Library.open().role_of_file(path).title == title


@pytest.mark.parametrize(
    ("broken", "told"),
    [
        ({"Task_Ratings": "nothing\n"}, "has no column"), ({"Task_Statements": ""}, "has no column"),
        ({"Occupation_Data": "O*NET-SOC Code\tTitle\n"}, "has no occupation"),
        ({"Occupation_Data": "\0\xff\n" * 9}, "has no column"),
    ],
)  # fmt: skip
def test_a_folder_of_another_form_is_refused(
    broken: dict[str, str], told: str, mine: Path, tmp_path: Path
) -> None:
    done = run_here("role", "import-onet", onet_folder(tmp_path / "db", **broken), CODE)
    assert (done.code, done.out, mine.exists()) == (2, "", False)
    assert told in done.err


def edited(folder: Path, name: str, before: str, after: str) -> Path:
    path = folder / name
    text = path.read_text("utf-8")
    assert before in text
    path.write_text(text.replace(before, after), encoding="utf-8")
    return folder


@pytest.mark.parametrize(
    ("name", "before", "after", "told"),
    [
        ("Task Ratings.txt", "IM\tn/a\t5", "IM\tn/a\t0", "rates task 1 0 on IM, which goes from 1 to 5"),
        ("Task Ratings.txt", "FT\t6\t100", "FT\t6\t300", "300 on FT, which goes from 0 to 100"),
        ("Occupation Data.txt", "Owl Keepers", "Owl Keepers " * 15, "expected at most 120"),
        ("Task Statements.txt", "Clean cages.", "undo", '"undo" is a command'),
    ],
)
def test_what_no_list_would_take_is_not_written(
    name: str, before: str, after: str, told: str, mine: Path, tmp_path: Path
) -> None:
    done = run_here("role", "import-onet", edited(onet_folder(tmp_path / "db"), name, before, after), CODE)
    assert (done.code, done.out, mine.exists()) == (2, "", False)
    assert told in done.err


def test_a_statement_that_stands_twice_is_one_task(mine: Path, tmp_path: Path) -> None:
    folder = onet_folder(tmp_path / "db")
    edited(folder, "Task Statements.txt", "Count feathers.", "Guide visitors through the house.")
    assert run_here("role", "import-onet", folder, CODE).code == 0
    (path,) = (mine / "roles").iterdir()
    assert len(Library.open().role_of_file(path).tasks) == 3


@pytest.mark.parametrize("code", ["../../x", "29-1141.00", "", "x" * 10_000])
def test_a_code_that_is_not_there_is_refused(code: str, mine: Path, tmp_path: Path) -> None:
    done = run_here("role", "import-onet", onet_folder(tmp_path / "db"), code)
    assert (done.code, mine.exists()) == (2, False)
    assert run_here("role", "import-onet", tmp_path / "nowhere", CODE).code == 2


def test_two_roles_stand_side_by_side(mine: Path) -> None:
    told = run_here("roles", "translator", "--beside", "accountant").out
    assert "From Translator (18.5, Red; own" in told
    assert "New there: Budgets and forecasts and Guiding others." in told
    document = json.loads(run_here("roles", "translator", "--beside", "accountant", "--json").out)
    change = document["to"]["index"] - document["from"]["index"]
    assert round(sum(one["shown"] for one in document["points"]), 1) == round(change, 1)
    table = json.loads(run_here("roles", "29-1141.00", "--beside", "registered-nurse", "--json").out)
    assert table["points"] == []
    assert table["from"]["index"] is None
    assert run_here("roles", "--beside", "accountant").code == 2


def test_nine_hundred_tables_stay_readable(mine: Path) -> None:
    listed = run_here("roles").out.splitlines()
    assert len(listed) < 40
    assert listed[-1].startswith("And 923 starting tables")
    assert any("translator: Translator, AIJRI 18.5, Red · own, 2026-11-28 (" in line for line in listed)
    page = run_here("roles", "--family", "29-").out.splitlines()
    assert page[0] == "Health professions (29-, starting tables):"
    assert len(page) <= 41
    assert "until you rate it · derived" in page[1]
    assert page[-1].startswith("Page 1 of")
    every = json.loads(run_here("roles", "--occupations", "--json").out)["families"]
    assert sum(len(one["roles"]) for one in every if "code" in one) == 923
    assert run_here("roles", "--family", "xqzv").out == "No family holds 'xqzv'.\n"


def test_a_row_somebody_typed_is_no_task_of_a_role_for_the_word_they_share(mine: Path) -> None:
    """An own row called "research" is not the task of that id; of two own tables it is the same row."""
    for title in ("Owl keeper", "Owl guide"):
        week = "30% research, 25 guiding visitors, 25 cleaning cages\n20 paperwork\nyes\nno\n"
        assert run_here("role", "new", title, typed=week).code == 0
    said = run_here("role", "diff", "owl-keeper", "deep-learning-engineer").out
    assert "task research: only in the old one: research: 30 %" in said
    assert "task research: new: Research & prototype" in said
    assert "task research" not in run_here("role", "diff", "owl-keeper", "owl-guide").out


@pytest.mark.parametrize("folder", ["nowhere", "a-file"])
def test_a_folder_of_roles_that_is_none_is_told(
    folder: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "a-file").write_text("")
    monkeypatch.setenv("AIJRI_LIBRARY", str(tmp_path / folder))
    for command in (("score", "owl-keeper"), ("roles",)):
        assert f"AIJRI_LIBRARY names {tmp_path / folder}" in run_here(*command).err


def test_an_occupation_opens_by_its_title() -> None:
    assert run_here("roles", "craft artists").out.startswith("Craft Artists\n")


def test_a_role_beside_itself_is_told_as_the_same() -> None:
    assert "Both are the same role" in run_here("roles", "translator", "--beside", "translator").out
