"""Tables with Spark: on this machine, or where `spark-submit` has opened a session."""

import json
import os
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import narwhals as nw

from aijri_engine.cohort.columns import PLACE, Column, Frame
from aijri_engine.cohort.engine import Engine, beside, sql_cell

ROW = "place_in_the_file"
"""Column with the number of a row."""

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
        cells = beside(present, ROW, "`")
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
