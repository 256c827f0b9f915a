"""Clients from a table and as a table: every program's CSV, nothing written before a yes, no row hides another."""

import csv
import io
from datetime import UTC, datetime
from pathlib import Path

import pytest

from aijri_engine.store import Store, StoreError, read_roster_table, take_roster_table, write_roster_table

NOON = datetime(2026, 11, 22, 12, tzinfo=UTC)


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return Store.open(tmp_path / "data", clock=lambda: NOON)


def table(tmp_path: Path, text: str, encoding: str = "utf-8") -> Path:
    path = tmp_path / "clients.csv"
    path.write_bytes(text.encode(encoding))
    return path


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
@pytest.mark.parametrize("end", ["\r\n", "\n", "\r"])
def test_every_programs_table_is_read(
    store: Store, tmp_path: Path, encoding: str, delimiter: str, end: str
) -> None:
    text = delimiter.join(("Kürzel", "Termin", "Notiz", "Phone")) + "\r\n"
    text += delimiter.join(("Müller", "1.12.2026 10:30", '"two\r\nlines"', "1")) + "\r\n"
    found = read_roster_table(store, table(tmp_path, text.replace("\r\n", end), encoding))
    assert found.left_out == ("Phone",)
    assert [(row.alias, row.day, row.time, row.note) for row in found.new] == [
        ("Müller", "2026-12-01", "10:30", "two\nlines")
    ]
    assert not store.roster.clients()


def test_bad_rows_hide_no_good_ones(store: Store, tmp_path: Path) -> None:
    store.roster.add("Ana")
    rows = [
        "alias,next",
        "ana,",
        "Bo,",
        "BO,",
        ",2027-01-01",
        f"{'x' * 81},",
        "Cy,some day",
        '=cmd|"/c calc",',
        "Di,",
    ]
    found = read_roster_table(store, table(tmp_path, "\n".join(rows)))
    assert [row.alias for row in found.new] == ["Bo", '=cmd|"/c calc"', "Di"]
    told = {row.line: row.trouble for row in found.troubled}
    assert "client 'Ana'" in told[2]
    assert "line 3 of this table" in told[4]
    assert told[5] == "no alias"
    assert "at most 80" in told[6]
    assert "is no day" in told[7]
    assert take_roster_table(store, found) == 3
    assert take_roster_table(store, found) == 0


def test_a_table_that_was_written_is_read_again_and_runs_no_formula(store: Store, tmp_path: Path) -> None:
    for alias in ("=1+1", "-Bo", "'Cy", "plain"):
        store.roster.add(alias)
    target = tmp_path / "out.csv"
    assert write_roster_table(store, target) == 4
    cells = [row[0] for row in csv.reader(io.StringIO(target.read_text(encoding="utf-8-sig")))][1:]
    assert not [cell for cell in cells if cell.startswith(("=", "-"))]
    with Store.open(tmp_path / "other", clock=lambda: NOON) as other:
        take_roster_table(other, read_roster_table(other, target))
        assert sorted(row.alias for row in other.roster.clients()) == ["'Cy", "-Bo", "=1+1", "plain"]


def test_ten_thousand_rows_are_one_act(store: Store, tmp_path: Path) -> None:
    text = "alias,next\n" + "".join(f"C{number},2027-03-01 9:00\n" for number in range(10_000))
    assert take_roster_table(store, read_roster_table(store, table(tmp_path, text))) == 10_000
    assert store.roster.count() == 10_000


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "no titles"),
        ("a,b\n1,2\n", "no column for the alias; its columns are: a, b"),
        ("alias\0", "no CSV file"),
        ("\n\nalias\n", "no titles"),
    ],
)
def test_what_is_no_table_is_refused_in_a_sentence(
    store: Store, tmp_path: Path, text: str, said: str
) -> None:
    with pytest.raises(StoreError, match=said):
        read_roster_table(store, table(tmp_path, text))


def test_a_column_can_be_named(store: Store, tmp_path: Path) -> None:
    path = table(tmp_path, "who,when\nAna,2027-01-01\n")
    found = read_roster_table(store, path, {"alias": "Who", "next": "when"})
    assert [(row.alias, row.day) for row in found.new] == [("Ana", "2027-01-01")]
    with pytest.raises(StoreError, match="no column 'whom'"):
        read_roster_table(store, path, {"alias": "whom"})


def test_a_row_that_would_be_cut_or_put_together_is_left_out_and_told(store: Store, tmp_path: Path) -> None:
    """A comma outside quotation marks cut the note; an open quotation mark took the next line along."""
    rows = [
        "alias,next,note", "Kay,,Prefers mornings, not fridays", "Koy,5 December, 2026,words", "Ana,,fine,,",
        'Bo,,"said ""no"" twice, then\nyes"', 'Di,,"never closed', "Ed,,taken along", 'Flo,,ends" here', "Gus,,fine",
    ]  # fmt: skip
    found = read_roster_table(store, table(tmp_path, "\n".join(rows)))
    told = {row.alias: row.trouble for row in found.troubled}
    assert "4 cells, and the first line has 3" in told["Kay"]
    assert "4 cells, and the first line has 3" in told["Koy"]
    assert "a quotation mark is opened and not closed" in told["Di"]
    assert [(row.alias, row.note) for row in found.new] == [
        ("Ana", "fine"), ("Bo", 'said "no" twice, then\nyes'), ("Gus", "fine"),
    ]  # fmt: skip
