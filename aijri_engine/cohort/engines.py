"""Reading and writing tables with DuckDB, Polars or Spark; the expressions between are the same for all."""

from collections.abc import Mapping, Sequence
from functools import reduce
from operator import add
from pathlib import Path
from typing import Any, Literal

import narwhals as nw

from aijri_engine.cohort.columns import Column, Frame
from aijri_engine.cohort.engine import PLACED, Engine, beside, sql_cell
from aijri_engine.cohort.sound_tables import TableError, parts_of, read_csv
from aijri_engine.cohort.spark import Spark

MEMORY = "640MB"
"""What DuckDB may hold before it writes to disk, so that a whole process stays under one GiB [ours]."""

EngineName = Literal["duckdb", "polars", "spark"]


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
        cells = beside(present, line, '"')
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
