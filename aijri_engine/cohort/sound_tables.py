"""What is looked at before an engine computes a table: a file of the kind its name says, whole, each column once.

The libraries differ in what they make of a broken one (a row taken for the header, cells made up or left out, an end
without a word), so that none of them is trusted with it.
"""

import csv
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, BinaryIO

from aijri_engine.cohort.columns import LINE, UNREAD
from aijri_engine.text import clean

FORMATS = (".parquet", ".csv")

LONGEST_HEADER = 1_000_000
"""Bytes of the first line of a CSV table [ours]."""

LONGEST_CELL = 1_000_000
"""Characters [ours]."""

SEPARATORS = {";": "semicolons", "\t": "tabs", "|": "bars"}

ROWS_A_BYTE = 100
"""More rows than that in a byte of Parquet are declared, not held: a person's row takes about one [measured]."""

ANEW = "Write it once more, as Parquet or as CSV in UTF-8."


class TableError(Exception):
    """A table that cannot be read or written: what is wrong, and the remedy."""

    def __init__(self, message: str, remedy: str) -> None:
        super().__init__(f"{message} {remedy}")
        self.message, self.remedy = message, remedy


def refuse_paths(table: Path, to: Path) -> None:
    """Raises `TableError` for places that hold no table, or take none. A Parquet table may be a folder of parts."""
    for path in (table, to):
        if path.suffix not in FORMATS:
            raise TableError(
                f"{clean(str(path), 80)} is no Parquet or CSV table.",
                "Give a name that ends in .parquet or .csv.",
            )
    if not table.exists():
        raise TableError(f"{table} is not there.", "Look at the path.")
    if not (table.is_file() or (table.is_dir() and table.suffix == ".parquet")):
        raise TableError(f"{table} is no regular file.", "Write the table to a file first.")
    if table.resolve() == to.resolve():
        raise TableError("The result would overwrite the answers.", "Give --to another name.")
    if to.is_dir() and not (to / "_SUCCESS").exists():
        raise TableError(f"{to} is a folder, and no table that Spark wrote.", "Give --to another name.")
    if not to.parent.is_dir():
        raise TableError(f"There is no folder {to.parent}.", "Make it first, or give another path.")


def columns_of(table: Path) -> list[str]:
    """The columns of a table, each once, whichever engine reads it. Raises `TableError`."""
    names = _csv_names(table) if table.suffix == ".csv" else _parquet_names(table)
    seen: set[str] = set()
    for name in names:
        if name.casefold() in seen:
            raise TableError(f"The column {clean(name, 40)!r} stands there twice.", "Keep one of them.")
        seen.add(name.casefold())
    return names


def _csv_names(table: Path) -> list[str]:
    try:
        names = next(csv.reader([_first_line(table).decode("utf-8-sig")], strict=True), [])
    except (UnicodeDecodeError, csv.Error):
        raise _no_table(table, "its first line is no line of text in UTF-8") from None
    apart = [word for sign, word in SEPARATORS.items() if len(names) == 1 and sign in names[0]]
    if apart:
        raise TableError(f"The cells of {table.name} are kept apart by {apart[0]}.", "Save it with commas.")
    if not all(names) or not names:
        raise _no_table(table, "its first line does not name every column")
    return names


def _first_line(table: Path) -> bytes:
    with table.open("rb") as stream:
        return stream.readline(LONGEST_HEADER)


def parts_of(table: Path) -> str:
    """A file, or every part in a folder, as Spark writes."""
    return str(table / "*.parquet") if table.is_dir() else str(table)


def _parquet_names(table: Path) -> list[str]:
    """Raises `TableError` where the end of a file tells of more than there is."""
    import duckdb

    found: list[str] = []
    for file in sorted(table.glob("*.parquet")) if table.is_dir() else [table]:
        size = file.stat().st_size
        try:
            tree = duckdb.execute("SELECT name, num_children FROM parquet_schema(?)", [str(file)]).fetchall()
            told = duckdb.execute(
                "SELECT count(*), max(total_compressed_size), max(data_page_offset), min(total_compressed_size), "
                "max(num_values) FROM parquet_metadata(?)", [str(file)],
            ).fetchall()[0]  # fmt: skip
            rows = duckdb.execute("SELECT num_rows FROM parquet_file_metadata(?)", [str(file)]).fetchall()[0][
                0
            ]
        except duckdb.Error:
            raise _no_table(table, "it is no whole Parquet file") from None
        chunks, longest, last, shortest, most = (int(number or 0) for number in told)
        beyond = chunks and (longest > size or last > size or shortest < 0)
        if beyond or max(rows, most) > ROWS_A_BYTE * size or rows < 0:
            raise TableError(f"{table.name} declares more than a file of its size holds.", ANEW)
        nested = next((name for name, children in tree[1:] if children), None)
        if nested is not None:
            told_name = clean(nested, 40)
            raise TableError(
                f"The column {told_name!r} holds lists or tables.", "Give each cell one text or number."
            )
        found = found or [str(name) for name, _ in tree[1:]]
    if not found:
        raise _no_table(table, "it holds no column")
    return found


def read_csv(connection: Any, table: Path) -> Any:
    """A CSV table as texts, to the letter: told the columns, DuckDB takes no later line for the first one."""
    return connection.read_csv(
        str(table), auto_detect=False, header=True, columns=dict.fromkeys(_csv_names(table), "VARCHAR"), sep=",",
        quotechar='"', escapechar='"', lineterminator="\\r\\n" if _first_line(table).endswith(b"\r\n") else "\\n",
    )  # fmt: skip


def whole(table: Path, folder: Path) -> Path:
    """The table; of a CSV table with lines that are no rows, or cells of several lines, a copy that says so.

    In the copy every row has its line in the table, and what is wrong with it. Raises `TableError` where no row can
    be told from another.
    """
    import duckdb

    if table.suffix != ".csv":
        return table
    lines = _lines_of(table)
    try:
        if read_csv(duckdb, table).aggregate("count(*)").fetchall()[0][0] == lines - 1:
            return table
    except duckdb.Error:
        pass
    copy = folder / "lines.csv"
    with table.open("rb") as stream, copy.open("w", newline="", encoding="utf-8") as rows:
        csv.writer(rows, lineterminator="\n").writerows(_rows_of(stream, table))
    return copy


def _lines_of(table: Path) -> int:
    """Raises `TableError` for NUL in it, which each engine reads in its own way."""
    lines, part = 1, b""
    with table.open("rb") as stream:
        while part := stream.read(1 << 20):
            if b"\0" in part:
                raise _no_table(table, "it holds bytes that are no text (NUL)")
            lines, last = lines + part.count(b"\n"), part
    return lines - last.endswith(b"\n")


BROKEN = {
    "expected after": "a quotation mark stands in the middle of a cell; write it twice, and quote the cell",
    "new-line character": "a line break (a carriage return) stands in the middle of a cell; take it out",
}
"""What the library says of a line that is no row, and what is told; all after such a line are read."""


def _rows_of(stream: BinaryIO, table: Path) -> Iterator[list[object]]:
    """The header, and every row with its line and what is wrong with it."""
    csv.field_size_limit(LONGEST_CELL)
    lines = csv.reader((line.decode("utf-8-sig", "surrogateescape") for line in stream), strict=True)
    names = next(lines)
    yield [*names, LINE, UNREAD]
    place = names.index("id") if "id" in names else len(names)
    while True:
        line, cells, why = lines.line_num + 1, [], ""
        try:
            cells = next(lines)
            why = _wrong(cells, len(names))
        except StopIteration:
            return
        except csv.Error as error:
            known = next((words for sign, words in BROKEN.items() if sign in str(error)), "")
            if not known:
                found = (
                    f"{table.name} cannot be read: a quotation mark is opened before line {lines.line_num}"
                )
                raise TableError(
                    f"{found} and not closed, or a cell is too long.", "Mend that line; nothing was computed."
                ) from None
            why = known
        if why:
            name = cells[place].encode("utf-8", "replace").decode() if place < len(cells) else ""
            cells = [name if number == place else "" for number in range(len(names))]
        if cells:
            yield [*cells, line, why]


def _wrong(cells: Sequence[str], width: int) -> str:
    if cells and len(cells) != width:
        return f"{len(cells)} cells, and the first line has {width}"
    try:
        "".join(cells).encode()
    except UnicodeEncodeError:
        return "not in UTF-8"
    return ""


def unread(table: Path) -> TableError:
    """What is said of a table that an engine could not read, or write."""
    return TableError(
        f"{table.name} cannot be read as a table, or the result cannot be written.",
        "Is it a whole Parquet or CSV file in UTF-8, and is there room?",
    )


def _no_table(table: Path, why: str) -> TableError:
    return TableError(f"{table.name} cannot be read as a table: {why}.", ANEW)
