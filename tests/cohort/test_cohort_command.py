"""`aijri cohort` as its user meets it: figures, refused rows with the reason, groups, and tables that are none."""

import csv
import json
from pathlib import Path

import polars
import pytest
from click.testing import CliRunner, Result
from cohort_people import cohort_of, drawn, written

from aijri_engine.cohort.figures import summarise
from aijri_engine.files.whole_files import reason_of
from aijri_tui.cli.cohort import cohort
from aijri_tui.cli.exits import UnusableError

ROLE = "deep-learning-engineer"
GOOD = "id,split_design,level\n"


def run(*arguments: object) -> Result:
    return CliRunner().invoke(cohort, [ROLE, *map(str, arguments)], catch_exceptions=True)


def table(folder: Path, text: str) -> Path:
    path = folder / "people.csv"
    path.write_text(text, encoding="utf-8")
    return path


def rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as stream:
        return list(csv.DictReader(stream))


REFUSED = [
    ("90,mid", "split", "add up to 100"),
    ("x,mid", "split_design", "not a number"),
    ("inf,mid", "split_design", "not a number"),
    ("NaN,mid", "split_design", "not a number"),
    ("-5,mid", "split_design", "outside the range"),
    ("1e400,mid", "split_design", "not a number"),
    ("0,mid", "split", "every row is empty"),
    ("100,boss", "level", "none of junior"),
    ("100,[/red]", "level", "none of junior"),
    ("100,mid,No.", "oversight_rule", "name nothing"),
    ("100,mid,b", "oversight_rule", "name nothing"),
    ("100,mid,--", "oversight_rule", "name nothing"),
]
"""Rows that cannot be read, the column at fault and what is said of it."""


@pytest.mark.parametrize("engine", ["duckdb", "polars"])
def test_rows_that_cannot_be_read_are_refused_with_line_and_reason(engine: str, tmp_path: Path) -> None:
    bad = "".join(
        f"b{number},{row}{',' * (2 - row.count(','))}\n" for number, (row, _, _) in enumerate(REFUSED)
    )
    lines = f'{GOOD.strip()},oversight_rule\n"=HYPERLINK(""x"")",100,senior,the night rule\n{bad}'

    done = run(table(tmp_path, lines), "--to", tmp_path / "out.csv", "--engine", engine, "--json")

    assert json.loads(done.stdout)["computed"] == 1
    refused = {one["id"]: one for one in rows(tmp_path / "out-rejected.csv")}
    assert len(refused) == len(REFUSED)
    for number, (row, column, words) in enumerate(REFUSED):
        told = refused[f"b{number}"]
        assert (told["line"], told["column"]) == (str(number + 3), column), row
        assert words in told["reason"], row
    assert [one["id"] for one in rows(tmp_path / "out.csv")] == ['\'=HYPERLINK("x")'], (
        "nothing that a spreadsheet computes comes out"
    )


def test_rows_keep_their_order_over_many_parts_of_a_table(tmp_path: Path) -> None:
    people = [f"p{number * 7919 % 8_000}" for number in range(8_000)]
    shares, levels = [100.0] * len(people), ["mid"] * len(people)
    shares[7], shares[4_500], levels[7_900] = float("nan"), float("inf"), "boss"
    given = polars.DataFrame({"id": people, "split_design": shares, "level": levels})
    given.write_parquet(tmp_path / "people.parquet", row_group_size=500)

    done = run(tmp_path / "people.parquet", "--to", tmp_path / "out.parquet", "--by", "level")

    assert done.exit_code == 0, done.exception
    bad = (7, 4_500, 7_900)
    told = polars.read_parquet(tmp_path / "out.parquet")["id"].to_list()
    assert told == [name for place, name in enumerate(people) if place not in bad]
    refused = [(one["id"], one["line"]) for one in rows(tmp_path / "out-rejected.csv")]
    assert refused == [(people[place], str(place + 1)) for place in bad]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("name,town\na,b\n", "no column"),
        ("id,levle,split_design\na,mid,100\n", "Did you mean 'level'"),
    ],
)
def test_a_table_that_is_none_is_refused_in_a_sentence(text: str, words: str, tmp_path: Path) -> None:
    done = run(table(tmp_path, text), "--to", tmp_path / "out.csv")

    assert isinstance(done.exception, UnusableError)
    assert words.lower() in " ".join(done.exception.lines).lower()
    assert not (tmp_path / "out.csv").exists()


def test_a_parquet_file_that_is_none_is_refused(tmp_path: Path) -> None:
    (tmp_path / "people.parquet").write_bytes(b"PAR1" + b"\xff" * 64)

    done = run(tmp_path / "people.parquet", "--to", tmp_path / "out.parquet")

    assert isinstance(done.exception, UnusableError)
    assert not list(tmp_path.glob("*out*"))


def test_the_result_overwrites_nothing_unasked_and_says_what_it_is_for(tmp_path: Path) -> None:
    people = table(tmp_path, f"{GOOD}a,100,mid\n")
    words = "not for hiring, promotion, pay or redundancy"

    assert isinstance(run(people, "--to", people, "--force").exception, UnusableError)
    assert words in run(people, "--to", tmp_path / "out.csv").stdout
    assert words in " ".join(run("--help").stdout.split())
    assert isinstance(run(people, "--to", tmp_path / "out.csv").exception, UnusableError)


def test_what_lies_beside_the_result_is_kept_and_old_reasons_are_not(tmp_path: Path) -> None:
    people, reasons = table(tmp_path, f"{GOOD}a,100,mid\n"), tmp_path / "out-rejected.csv"
    (folder := tmp_path / "mine.csv").mkdir()
    (folder / "letter").write_text("mine")
    reasons.write_text("mine")

    assert isinstance(run(people, "--to", folder, "--force").exception, UnusableError)
    assert isinstance(run(people, "--to", tmp_path / "out.csv").exception, UnusableError)
    assert [(folder / "letter").read_text(), reasons.read_text()] == ["mine", "mine"]
    run(people, "--to", tmp_path / "out.csv", "--force")
    assert not reasons.exists()


def test_groups_under_five_are_not_told_nor_found_by_taking_away(tmp_path: Path) -> None:
    lines = [f"{number},100,mid,{team}" for number, team in enumerate("aaaaaabbbbbccc")]
    people = table(tmp_path, "id,split_design,level,team\n" + "\n".join(lines) + "\n")

    done = run(people, "--to", tmp_path / "out.csv", "--by", "team", "--json")

    summary = json.loads(done.stdout)["summary"]
    assert [group["name"] for group in summary["groups"]] == ["a"]
    assert summary["hidden"] == 2


def test_a_row_without_figure_tells_nothing_of_it_and_is_told_in_the_summary(tmp_path: Path) -> None:
    lines = [f"p{number},100,,a" for number in range(5)] + [f"w{number},40,60,b" for number in range(6)]
    people = table(tmp_path, "id,split_design,other_1_share,team\n" + "\n".join(lines) + "\n")

    done = run(people, "--to", tmp_path / "out.csv", "--by", "team")

    found = {row.pop("id"): row for row in rows(tmp_path / "out.csv")}
    assert set(found["w0"].items()) >= {("withheld", "true"), ("role", ROLE), ("team", "b")}
    assert not any(
        found["w0"][name] for name in found["w0"] if name not in ("role", "team", "withheld", "status")
    )
    assert len(found["p0"]["task_resistance"]) < 9
    assert "of 5 people" in done.stdout
    assert "6 more in no mean" in done.stdout


def test_a_whole_of_fewer_than_five_is_not_told() -> None:
    assert not summarise([{"name": "a", "zone": "Green", "people": 4, "points": 200.0}]).told


def test_the_template_is_a_header_that_is_read_back(tmp_path: Path) -> None:
    header = run("--template").stdout.strip()
    shares = {"split_design": "100", "level": "mid"}
    line = ",".join(shares.get(name, "") for name in header.split(","))

    done = run(table(tmp_path, f"{header}\n{line}\n"), "--to", tmp_path / "out.csv", "--json")

    assert json.loads(done.stdout)["computed"] == 1


def test_a_schema_names_every_column(tmp_path: Path) -> None:
    schema = json.loads(run("--template", "schema").stdout)

    assert list(schema["properties"]) == [column.name for column in cohort_of(ROLE).columns]


FEW = 3


def test_ranges_of_a_sample_hold_the_index(tmp_path: Path) -> None:
    people = cohort_of(ROLE)
    path = written(drawn(people, FEW + 1), people, tmp_path / "people.csv")

    done = run(path, "--to", tmp_path / "out.csv", "--draws", FEW, "--json")

    told = {row["id"]: float(row["index"]) for row in rows(tmp_path / "out.csv") if row["index"]}
    ranges = {one["id"]: one for one in json.loads(done.stdout)["ranges"]}
    assert len(ranges) == FEW
    assert set(ranges) & set(told)
    assert all(ranges[one]["low"] <= told[one] <= ranges[one]["high"] for one in set(ranges) & set(told))


def test_an_id_steers_no_terminal(tmp_path: Path) -> None:
    header = run("--template").stdout.strip()
    values = {"id": "\x1b]0;hi\x07\x9bred\u202e", "split_design": "100", "level": "mid"}
    line = ",".join(values.get(name, "") for name in header.split(","))
    path = table(tmp_path, f"{header}\n{line}\n")

    shown = run(path, "--to", tmp_path / "out.csv", "--draws", 1).stdout
    told = run(path, "--to", tmp_path / "again.csv", "--draws", 1, "--json").stdout

    assert "red: " in shown
    assert not [sign for sign in ("\x1b", "\x07", "\x9b", "\u202e") if sign in shown + told]
    assert json.loads(told)["ranges"][0]["id"] == values["id"]


def test_a_full_disk_is_told_as_one() -> None:
    assert "the disk is full" in reason_of(OSError("No space left on device (os error 28)"))
