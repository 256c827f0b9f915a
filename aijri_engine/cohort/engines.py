"""Reading and writing tables with DuckDB, Polars or Spark; the expressions between are the same for all.

Texts come as they stand, an empty cell as an empty text; where a number is wanted, a text that is none comes as minus
infinity. Lines count from 2 in a CSV file, where the header is line 1, and from 1 in Parquet.
"""

import json
import os
from abc import ABC, abstractmethod
from collections.abc import Mapping, Sequence
from functools import reduce
from itertools import starmap
from operator import add
from pathlib import Path
from typing import Any, Literal

import narwhals as nw

from aijri_engine.cohort.columns import LINE, PLACE, UNREAD, Column, Frame
from aijri_engine.cohort.sound_tables import TableError, parts_of, read_csv

MEMORY = "640MB"
"""What DuckDB may hold before it writes to disk, so that a whole process stays under one GiB [ours]."""

Places = Mapping[str, Mapping[str, int]]
"""By column: whole numbers that stand for the texts it may hold."""

PLACED = ("option", "options", "yes_no")
"""Kinds of columns whose texts are known."""

EngineName = Literal["duckdb", "polars", "spark"]


ROW = "place_in_the_file"
"""Column with the number of a row."""


class Engine(ABC):
    """What runs the expressions."""

    @abstractmethod
    def read(self, path: Path, columns: Sequence[Column], present: Sequence[str]) -> Frame:
        """The table with every column; those that are not present are empty."""

    @abstractmethod
    def _number(self, name: str, places: Mapping[str, int]) -> str:
        """SQL of the number that stands for a text without the blanks around it; null for another text."""

    @abstractmethod
    def _projected(self, table: Any, cells: Sequence[str]) -> Frame:
        """A table of the library with those cells of SQL."""

    def placed(self, frame: Frame, places: Mapping[str, Places]) -> Frame:
        """Adds columns: the sum of the numbers of some texts; null where one has none."""
        sums = {name: " + ".join(starmap(self._number, parts.items())) for name, parts in places.items()}
        return self._projected(
            frame.to_native(), ["*", *(f"{said} AS {name}" for name, said in sums.items())]
        )

    def stream(self, frame: Frame) -> Frame:
        """A frame of numbers for arithmetic, which may be worked out once."""
        return frame

    @abstractmethod
    def kept(self, tables: Mapping[str, Any]) -> Mapping[str, Any]:
        """Small tables of Polars, held for `joined`; each is found by the column of its name."""

    @abstractmethod
    def joined(self, frame: Frame, kept: Mapping[str, Any], names: Sequence[str]) -> Frame:
        """The rows that stand in every small table of those names, with what it says."""

    @abstractmethod
    def write(self, frame: Frame, path: Path) -> None:
        """Write a frame to Parquet or CSV by the ending of its name."""

    @abstractmethod
    def scan(self, path: Path) -> Frame:
        """A table that this engine wrote, as it stands there."""

    @abstractmethod
    def rows(self, frame: Frame) -> list[dict[str, Any]]:
        """A small frame as rows."""

    def close(self) -> None:
        """Let go of what was opened for this run."""
        return


def engine_of(name: EngineName, scratch: Path) -> Engine:
    """The engine of that name; what it must set aside goes into `scratch`. Raises `TableError`."""
    try:
        return {"duckdb": DuckDB, "polars": Polars, "spark": Spark}[name](scratch)
    except ImportError as error:
        extra = "spark" if name == "spark" else "cohort"
        raise TableError(
            f"{name} is not installed.", f"Install it with: pip install 'aijri[{extra}]'"
        ) from error


class DuckDB(Engine):
    """Streams tables larger than memory on one machine."""

    def __init__(self, scratch: Path) -> None:
        import duckdb

        self.connection, self.scratch = duckdb.connect(), scratch
        self.connection.execute(f"SET memory_limit = '{MEMORY}'")
        self.connection.execute("SET temp_directory = $folder", {"folder": str(scratch)})
        self.connection.execute("SET enable_progress_bar = false")
        self.connection.execute("SET produce_arrow_string_view = true")  # as Polars keeps texts

    def _scan(self, path: Path) -> Any:
        if path.suffix == ".csv":
            return read_csv(self.connection, path)
        return self.connection.read_parquet(parts_of(path), file_row_number=True)

    def read(self, path: Path, columns: Sequence[Column], present: Sequence[str]) -> Frame:
        line = "row_number() OVER () + 1" if path.suffix == ".csv" else "file_row_number + 1"
        table = self._scan(path)
        types = dict(zip(table.columns, map(str, table.types), strict=True))
        cells = _beside(present, line, '"')
        for column in columns:
            filled = "{}" if column.kind in PLACED else "concat({})"
            cells.append(sql_cell(column, types.get(column.name), '"', filled, "isfinite({})"))
        return self._projected(table, cells)

    def _projected(self, table: Any, cells: Sequence[str]) -> Frame:
        frame: Frame = nw.from_native(table.project(", ".join(cells)))
        return frame

    def _number(self, name: str, places: Mapping[str, int]) -> str:
        """By lists, which DuckDB looks a text up in once for all rows of a part that hold it."""
        texts = ["'" + text.replace("'", "''") + "'" for text in places]
        numbers = [*places.values()]
        if "" in places:  # a cell of no value too
            texts, numbers = ["NULL", *texts], [places[""], *numbers]
        place = f"list_position([{', '.join(texts)}], trim(\"{name}\", E' \\t\\n\\r\\x0B\\x0C'))"
        return f"{numbers}[{place}]"

    def kept(self, tables: Mapping[str, Any]) -> Mapping[str, Any]:
        """As lists in one row: joins would not keep the order of the rows, and each costs planning."""
        lists, found = [], {}
        for name, table in tables.items():
            made = found[name] = [column for column in table.columns if column != name]
            table.write_parquet(path := self.scratch / f"{name}.parquet")
            packed = ", ".join(f"{column} := {column}" for column in made)
            each = made[0] if len(made) == 1 else f"struct_pack({packed})"
            lists.append(f"(SELECT list({each} ORDER BY {name}) FROM '{path}') AS {name}")
        self.connection.execute(f"CREATE TABLE lists AS SELECT {', '.join(lists)}")
        return found

    def joined(self, frame: Frame, kept: Mapping[str, Any], names: Sequence[str]) -> Frame:
        left, known, cells = ", ".join(names), " + ".join(f"frame.{name}" for name in names), []
        looked_up = [f"lists.{name}[frame.{name} + 1] AS {name}" for name in names]
        for name in names:
            one = len(kept[name]) == 1
            cells += [f"frame.{name}{'' if one else f'.{column}'} AS {column}" for column in kept[name]]
        found = f"SELECT frame.* EXCLUDE ({left}), {', '.join(looked_up)} FROM frame, lists WHERE {known} IS NOT NULL"
        query = f"SELECT frame.* EXCLUDE ({left}), {', '.join(cells)} FROM ({found}) AS frame"
        joined: Frame = nw.from_native(frame.to_native().query("frame", query))
        return joined

    def write(self, frame: Frame, path: Path) -> None:
        getattr(frame.to_native(), f"write_{path.suffix[1:]}")(str(path))

    def scan(self, path: Path) -> Frame:
        frame: Frame = nw.from_native(getattr(self.connection, f"read_{path.suffix[1:]}")(parts_of(path)))
        return frame

    def rows(self, frame: Frame) -> list[dict[str, Any]]:
        relation = frame.to_native()
        return [dict(zip(relation.columns, row, strict=True)) for row in relation.fetchall()]

    def close(self) -> None:
        self.connection.close()


class Polars(DuckDB):
    """The default: DuckDB reads, and turns texts to numbers; Polars computes with them, part by part.

    DuckDB looks up each text once for a part of a column, Polars does arithmetic in a third of its time [measured].
    """

    def stream(self, frame: Frame) -> Frame:
        import polars

        numbers: Frame = nw.from_native(polars.scan_arrow_c_stream(frame.to_native()))
        return numbers

    def kept(self, tables: Mapping[str, Any]) -> Mapping[str, Any]:
        """As lists of what stands at a number; texts are numbered too, and written in half the time [measured]."""
        from polars import Categorical, String, col

        texts = col(String).cast(Categorical)
        return {
            name: table.sort(name).drop(name).with_columns(texts).to_struct(name)
            for name, table in tables.items()
        }

    def joined(self, frame: Frame, kept: Mapping[str, Any], names: Sequence[str]) -> Frame:
        from polars import col

        known = frame.filter(~reduce(add, map(nw.col, names)).is_null()).to_native()
        lists = [(name, kept[name]) for name in names]
        found = [col(name).map_batches(said.gather, said.dtype, is_elementwise=True) for name, said in lists]
        joined: Frame = nw.from_native(known.with_columns(found).unnest(names))
        return joined

    def write(self, frame: Frame, path: Path) -> None:
        if frame.implementation.is_duckdb():
            super().write(frame, path)
        else:
            getattr(frame.to_native(), f"sink_{path.suffix[1:]}")(path)

    def rows(self, frame: Frame) -> list[dict[str, Any]]:
        if frame.implementation.is_duckdb():
            return super().rows(frame)
        found: list[dict[str, Any]] = frame.to_native().collect().to_dicts()
        return found


SUBMITTED = "PYSPARK_GATEWAY_PORT"
"""Is there where `spark-submit` started the program; it says where Spark runs."""

LOCAL = {
    "spark.master": "local[2]",
    "spark.driver.host": "127.0.0.1",
    "spark.driver.bindAddress": "127.0.0.1",
    "spark.ui.enabled": "false",
    "spark.ui.showConsoleProgress": "false",
    "spark.sql.shuffle.partitions": "4",
    "spark.log.level": "ERROR",
}
"""Spark on this machine alone."""


class Spark(Engine):
    """Spark on this machine, bound to the loopback address, or the session that `spark-submit` has opened."""

    def __init__(self, scratch: Path) -> None:
        from pyspark.sql import SparkSession

        found = SparkSession.getActiveSession()
        self._own = found is None
        os.environ.setdefault("SPARK_LOCAL_IP", "127.0.0.1")
        folders = {"spark.local.dir": str(scratch), "spark.sql.warehouse.dir": str(scratch)}
        how = {} if SUBMITTED in os.environ else LOCAL | folders
        self.session = found or SparkSession.builder.config(map=how).getOrCreate()
        for what in ("constraintPropagation.enabled", "codegen.wholeStage"):
            self.session.conf.set(f"spark.sql.{what}", "false")  # a row's formula is more than they hold

    def read(self, path: Path, columns: Sequence[Column], present: Sequence[str]) -> Frame:
        first = 2 if path.suffix == ".csv" else 1
        how = {"header": True, "quote": '"', "escape": '"', "multiLine": True}
        table = self.session.read.load(str(path), format=path.suffix[1:], **how)
        cells = _beside(present, ROW, "`")
        types = {name: kind.upper() for name, kind in table.dtypes}
        text, finite = "COALESCE({}, '')", "({0} - {0} = 0)"
        cells += [sql_cell(column, types.get(column.name), "`", text, finite) for column in columns]
        return self._projected(self._numbered(table, first), cells)

    def _projected(self, table: Any, cells: Sequence[str]) -> Frame:
        frame: Frame = nw.from_native(table.selectExpr(*cells))
        return frame

    def _numbered(self, table: Any, first: int) -> Any:
        """Lines in the order of the file: places inside a partition, and how many rows stand in those before it."""
        from pyspark.sql import functions as sql

        marked = table.withColumn(ROW, sql.monotonically_increasing_id())
        part = sql.shiftright(ROW, 33)
        counts = {row["part"]: row["count"] for row in marked.groupBy(part.alias("part")).count().collect()}
        starts, start = [], first
        for number in sorted(counts):
            starts += [sql.lit(number), sql.lit(start)]
            start += counts[number]
        before = sql.create_map(*starts)[part.cast("int")] if starts else sql.lit(first)
        return marked.withColumn(ROW, before + (sql.col(ROW) - sql.shiftleft(part, 33)))

    def _number(self, name: str, places: Mapping[str, int]) -> str:
        text = f"TRIM(BOTH ' \\t\\n\\r\\u000B\\u000C' FROM `{name}`)"
        place = f"array_position({_list([*places])}, {text})"
        return f"get({_list([*places.values()])}, CAST({place} AS INT) - 1)"

    def kept(self, tables: Mapping[str, Any]) -> Mapping[str, Any]:
        """As lists in the plan: each join would copy every row."""
        sorted_ = ((name, table.sort(name).drop(name)) for name, table in tables.items())
        return {name: {said.name: _list(said.to_list()) for said in table} for name, table in sorted_}

    def joined(self, frame: Frame, kept: Mapping[str, Any], names: Sequence[str]) -> Frame:
        """The mark keeps the filter there: where all that it hangs on is put in its place, a plan has no end."""
        table, known, mark = frame.to_native(), f"{PLACE}known", f"{PLACE}mark"
        left = [f"`{name}`" for name in table.columns if name not in names]
        marks = [f"{' + '.join(names)} AS {known}", f"monotonically_increasing_id() AS {mark}"]
        usable = table.selectExpr("*", *marks).filter(f"{known} IS NOT NULL AND {mark} >= 0")
        found = [f"get({said}, {name}) AS {column}" for name in names for column, said in kept[name].items()]
        return self._projected(usable, [*left, *found])

    def write(self, frame: Frame, path: Path) -> None:
        """A folder of parts, as Spark writes."""
        frame.to_native().write.mode("overwrite").save(str(path), format=path.suffix[1:], header=True)

    def scan(self, path: Path) -> Frame:
        table = self.session.read.load(str(path), format=path.suffix[1:], header=True, inferSchema=True)
        frame: Frame = nw.from_native(table)
        return frame

    def rows(self, frame: Frame) -> list[dict[str, Any]]:
        return [row.asDict() for row in frame.to_native().collect()]

    def close(self) -> None:
        """A session that was there before stays; one's own cannot be used without its scratch folder."""
        if self._own:
            self.session.stop()


def _list(values: Sequence[Any]) -> str:
    """Spark SQL of a list, which is made once for a plan."""
    kinds = {str: "STRING", float: "DOUBLE", bool: "BOOLEAN", int: "INT"}
    kind = kinds[type(next(one for one in values if one is not None))]
    text = json.dumps(values).replace("\\", "\\\\").replace("'", "\\'")
    return f"from_json('{text}', 'ARRAY<{kind}>')"


WHOLE = ("DOUBLE", "TINYINT", "SMALLINT", "INTEGER", "INT", "BIGINT")
"""Types of numbers that are read as they are; a single-precision one means what it prints."""


def _beside(present: Sequence[str], line: str, quote: str) -> list[str]:
    """SQL of the columns beside the answers, which a copy of a table has and another has not."""
    why = "''"
    if LINE in present:
        line, why = f"CAST({quote}{LINE}{quote} AS BIGINT)", f"COALESCE({quote}{UNREAD}{quote}, '')"
    return [f"{line} AS {quote}{LINE}{quote}", f"{why} AS {quote}{UNREAD}{quote}"]


def sql_cell(column: Column, kind: str | None, quote: str, filled: str, finite: str) -> str:
    """A column of that type (None: absent) as SQL: its text, or its number.

    Underscores and suffixes (`1_00`, `100d`) make a number for some engines and not for others, so for none. `filled`
    makes an empty text of no value, by a function: DuckDB works those out once for each text, not each row.
    """
    name = f"{quote}{column.name}{quote}"
    text = "''" if kind is None else filled.format(f"CAST({name} AS STRING)")
    if column.kind == "number":
        if kind is None:
            return f"CAST(NULL AS DOUBLE) AS {name}"
        if kind in WHOLE:
            return f"CAST({name} AS DOUBLE) AS {name}"
        number = f"TRY_CAST(TRANSLATE(TRIM({text}), '_dDfF', '?????') AS DOUBLE)"
        there = f"TRIM({text}) <> ''"
        none = "CAST('-Infinity' AS DOUBLE)"
        return f"CASE WHEN {finite.format(number)} THEN {number} WHEN {there} THEN {none} END AS {name}"
    return f"{text} AS {name}"
