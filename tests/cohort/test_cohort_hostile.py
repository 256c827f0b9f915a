"""Tables that are broken, or made to harm: the same sentence and exit code whatever computes them."""

import csv
import shutil
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from aijri_tui.cli.cohort import cohort
from aijri_tui.cli.exits import UNUSABLE, UnusableError

pyarrow = pytest.importorskip("pyarrow")
parquet = pytest.importorskip("pyarrow.parquet")

ROLE = "deep-learning-engineer"
HEADER = b"id,split_design,level\n"
GOOD = HEADER + b"a,100,mid\n"
DECLARED = 10 << 30

ENGINES = ("duckdb", "polars", pytest.param("spark", marks=pytest.mark.soak))


def computed(table: Path, engine: str, *more: str) -> Result:
    """The command on a table; figures go to `out.csv` beside it."""
    if engine == "spark" and (shutil.which("java") is None or not _there("pyspark")):
        pytest.skip("Spark needs Java and pyspark, which are not installed")
    to = str(table.with_name("out.csv"))
    return CliRunner().invoke(cohort, [ROLE, str(table), "--to", to, "--engine", engine, *more])


def _there(name: str) -> bool:
    from importlib.util import find_spec

    return find_spec(name) is not None


def told(path: Path) -> list[dict[str, str]]:
    """The rows of a CSV result, one file or a folder of parts."""
    files = sorted(path.glob("part*")) if path.is_dir() else [path]
    return [row for one in files for row in csv.DictReader(one.read_text("utf-8").splitlines(keepends=True))]


BROKEN = {
    "two columns of one name": (
        b"id,split_design,level,Level\na,100,mid,senior\n",
        "'Level' stands there twice",
    ),
    "semicolons": (GOOD.replace(b",", b";"), "kept apart by semicolons"),
    "nothing": (b"", "does not name every column"),
    "titles alone": (b"id,split_design,level\n", "holds no row"),
    "blank lines": (b"\n\n\n", "does not name every column"),
    "a column without a name": (b"id,,level\na,100,mid\n", "does not name every column"),
    "NUL": (GOOD + b"b\0c,100,mid\n", "NUL"),
    "UTF-16": (GOOD.decode().encode("utf-16"), "no line of text in UTF-8"),
    "an open quotation mark": (GOOD + b'"b,100,mid\nc,100,mid\n', "opened before line 4 and not closed"),
}


@pytest.mark.parametrize("engine", ENGINES)
def test_a_broken_csv_table_is_refused_with_its_line(engine: str, tmp_path: Path) -> None:
    for what, (content, words) in BROKEN.items():
        (tmp_path / "people.csv").write_bytes(content)
        done = computed(tmp_path / "people.csv", engine)
        assert isinstance(done.exception, UnusableError), (what, done.output, done.exception)
        assert done.exception.code == UNUSABLE
        assert words in " ".join(done.exception.lines), (what, done.exception.lines)
        assert [path.name for path in tmp_path.iterdir()] == ["people.csv"], what


@pytest.mark.parametrize("engine", ENGINES)
def test_odd_but_whole_csv_tables_are_read(engine: str, tmp_path: Path) -> None:
    content = b"\xef\xbb\xbf" + HEADER + b'"a ""x""\nb",100,mid\n"=1+1",100,mid\n"\t@x",100,mid\n,100,mid\n'
    (tmp_path / "people.csv").write_bytes(content.replace(b"\n", b"\r\n"))

    done = computed(tmp_path / "people.csv", engine)

    assert done.exit_code == 0, done.exception
    ids = {row["id"].strip() for row in told(tmp_path / "out.csv")}
    assert "'=1+1" in ids
    assert "=1+1" not in ids
    assert any(one.startswith("'") and one.endswith("@x") for one in ids)


SPELLED = (
    b" 100 ",
    b"1e2",
    b"+100.0",
    b"1_00",
    b"100d",
    b"0x64",
    b"1e309",
    b'"1,00"',
    b"\xef\xbc\x91",
    b"nan",
)
"""Numbers as they are written; the first three are 100, the rest is none."""


@pytest.mark.parametrize("engine", ENGINES)
def test_a_line_that_is_no_row_is_refused_and_hides_no_other(engine: str, tmp_path: Path) -> None:
    lines = (b'"a\nb",100,mid', b"b,100,mid,more", b"c\xe9,100,mid", b"", b"d,100,mid", b"e,100", b'f,100,"mid"x',
             b"g,x,mid", b'"h\n\n",100,mid', b"i,90,mid", b"k\r,100,mid", b"j,100,mid")  # fmt: skip
    numbers = tuple(b"r%d,%s,mid" % (number, cell) for number, cell in enumerate(SPELLED))
    (tmp_path / "people.csv").write_bytes(HEADER + b"\n".join((*lines, *numbers)))

    done = computed(tmp_path / "people.csv", engine)

    assert done.exit_code == 0, done.exception
    found = {row["id"].split("\n")[0]: row for row in told(tmp_path / "out.csv")}
    assert sorted(found) == ["a", "d", "h", "j", "r0", "r1", "r2"], (
        "a number is spelled alike for every engine"
    )
    assert "-0.0" not in found["r0"].values()
    refused = {
        (row["id"][:1], row["line"], row["column"]): row["reason"]
        for row in told(tmp_path / "out-rejected.csv")
    }
    assert list(refused) == [("b", "4", ""), ("c", "5", ""), ("e", "8", ""), ("", "9", ""),
                             ("g", "10", "split_design"), ("i", "14", "split"), ("", "15", ""),
                             *(("r", str(line), "split_design") for line in range(20, 27))]  # fmt: skip
    assert "4 cells, and the first line has 3" in refused["b", "4", ""]
    assert "UTF-8" in refused["c", "5", ""]
    assert "quotation mark" in refused["", "9", ""]
    assert "a line break (a carriage return) stands in the middle of a cell" in refused["", "15", ""]


def typed(folder: Path, **columns: list[Any]) -> Path:
    path = folder / "people.parquet"
    parquet.write_table(pyarrow.table(columns), path)
    return path


@pytest.mark.parametrize("engine", ENGINES)
def test_numbers_that_are_none_and_wrong_types_are_refused_row_by_row(engine: str, tmp_path: Path) -> None:
    shares = [100.0, float("nan"), float("inf"), None, -1.0]
    table = typed(tmp_path, id=["a", "b", "c", "d", "e"], split_design=shares, level=["mid"] * 5)

    assert computed(table, engine).exit_code == 0
    assert sorted(row["id"] for row in told(tmp_path / "out.csv")) == ["a", "d"]
    refused = told(tmp_path / "out-rejected.csv")
    assert sorted((row["id"], row["line"], row["column"]) for row in refused) == [
        ("b", "2", "split_design"), ("c", "3", "split_design"), ("e", "5", "split_design"),
    ]  # fmt: skip
    table = typed(tmp_path, id=[1, 2], split_design=[True, False], level=[1, 2])
    assert computed(table, engine, "--force").exit_code == 0
    assert told(tmp_path / "out.csv") == []
    assert len(told(tmp_path / "out-rejected.csv")) == 2


def _varint(number: int) -> bytes:
    """A number as the end of a Parquet file holds it (Thrift, compact)."""
    number, found = number << 1, b""
    while number > 0x7F:
        found += bytes([number & 0x7F | 0x80])
        number >>= 7
    return found + bytes([number])


def declaring(path: Path, what: str) -> Path:
    """A small Parquet file whose end tells of ten billion rows, or of chunks of 10 GB."""
    rows = 999
    parquet.write_table(
        pyarrow.table(
            {"id": list(map(str, range(rows))), "split_design": [100.0] * rows, "level": ["mid"] * rows}
        ),
        path,
    )
    group = parquet.read_metadata(path).row_group(0)
    numbers = {rows} if what == "rows" else {group.column(place).total_compressed_size for place in range(3)}
    content = path.read_bytes()
    length = int.from_bytes(content[-8:-4], "little")
    end = content[-8 - length : -8]
    for number in numbers:
        end = end.replace(_varint(number), _varint(DECLARED))
    path.write_bytes(content[: -8 - length] + end + len(end).to_bytes(4, "little") + b"PAR1")
    return path


@pytest.mark.parametrize("engine", ENGINES)
@pytest.mark.parametrize("what", ["rows", "bytes"])
def test_ten_gigabytes_that_are_only_declared_are_refused(what: str, engine: str, tmp_path: Path) -> None:
    done = computed(declaring(tmp_path / "people.parquet", what), engine)

    assert isinstance(done.exception, UnusableError), done.exception
    assert "declares more than a file of its size holds" in done.exception.lines[0]
    assert not (tmp_path / "out.csv").exists()


@pytest.mark.parametrize("engine", ENGINES)
def test_a_parquet_table_no_row_of_which_is_a_person_is_refused(engine: str, tmp_path: Path) -> None:
    path = tmp_path / "people.parquet"
    for table, words in (
        (
            pyarrow.Table.from_arrays([pyarrow.array(["a"])] * 2, names=["level", "level"]),
            "stands there twice",
        ),
        (pyarrow.table({"id": ["a"], "level": [["mid"]]}), "holds lists or tables"),
        (pyarrow.table({"id": ["a"], "split_design": [{"x": 1}]}), "holds lists or tables"),
        (None, "no whole Parquet file"),
    ):
        if table is None:
            path.write_bytes(path.read_bytes()[:-40])
        else:
            parquet.write_table(table, path)
        done = computed(path, engine)
        assert isinstance(done.exception, UnusableError), words
        assert words in " ".join(done.exception.lines)
    folder = tmp_path / "folder.csv"
    folder.mkdir()
    assert "no regular file" in str(computed(folder, engine).exception)


def test_names_of_groups_are_inert_and_never_those_of_the_result(tmp_path: Path) -> None:
    rows = b"".join(b"%d,100,mid,\x1b[31m=red\n" % number for number in range(6))
    (tmp_path / "people.csv").write_bytes(HEADER.strip() + b",team\n" + rows)

    done = computed(tmp_path / "people.csv", "polars", "--by", "team")

    assert "red: 69.4, 6 people" in done.output
    assert "\x1b" not in done.output
    assert "\x1b" not in (tmp_path / "out.csv").read_text("utf-8")
    assert "column of the result" in str(
        computed(tmp_path / "people.csv", "polars", "--by", "id", "--force").exception
    )


@pytest.mark.parametrize("engine", ENGINES)
def test_groups_of_nobody_are_told_as_such(tmp_path: Path, engine: str) -> None:
    rows = b"a,100,boss,\nb,10,mid,90\n"
    (tmp_path / "people.csv").write_bytes(HEADER.strip() + b",other_1_share\n" + rows)
    done = computed(tmp_path / "people.csv", engine, "--by", "level")
    assert done.exit_code == 0, done.exception
    assert "1 refused" in done.output
    assert "1 more in no mean" in done.output


@pytest.mark.parametrize("engine", ["duckdb", "polars"])
def test_a_table_called_as_the_refused_rows_would_be_is_not_written_over(engine: str, tmp_path: Path) -> None:
    """The only table of answers was removed, with `--force`, before it was read a second time."""
    table = tmp_path / "out-rejected.csv"
    table.write_bytes(GOOD + b"b,100,nobody\n")
    done = computed(table, engine, "--force")
    assert isinstance(done.exception, UnusableError), done.output
    assert "written over the answers" in " ".join(done.exception.lines)
    assert table.read_bytes() == GOOD + b"b,100,nobody\n"
    assert [path.name for path in tmp_path.iterdir()] == ["out-rejected.csv"]
