"""The same index for many as for one: a row of a table gets what `personalise` and `assess` give that person."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from cohort_people import by_the_engine, cohort_of, drawn, written

from aijri_engine.cohort.engines import EngineName, engine_of
from aijri_engine.cohort.score_table import scored
from aijri_engine.cohort.sound_tables import columns_of

NEAR = 1e-9
ROLES = ("deep-learning-engineer", "electrician", "accountant", "registered-nurse")
"""The last three ask each person for one, two and two signals of the market."""


def assert_equal_to_the_engine(role: str, engine_name: EngineName, count: int, folder: Path) -> None:
    cohort = cohort_of(role)
    rows = drawn(cohort, count)
    table = written(rows, cohort, folder / "people.csv")
    engine = engine_of(engine_name, folder)
    frame = engine.read(table, cohort.columns, columns_of(table))
    found = {row["id"]: row for row in engine.rows(scored(frame, cohort, engine))}
    assert len(found) == count
    for row in rows:
        wanted, got = by_the_engine(row, cohort), found[row["id"]]
        causes = {name for name in {*wanted, *got} if name.startswith("contribution_")}
        for name in causes:
            assert (got[name] or 0.0) == pytest.approx(wanted.get(name, 0.0), abs=NEAR), (row, name)
        for name in ("index", "zone", "label", "status", "withheld"):
            assert got[name] == wanted[name], (row, name)
        for name in ("task_resistance", "share_scored_3_plus"):
            assert got[name] == pytest.approx(wanted[name], abs=NEAR), (row, name)


@pytest.mark.parametrize("role", ROLES[:2])
def test_duckdb_gives_every_person_the_index_of_the_engine(role: str, tmp_path: Path) -> None:
    assert_equal_to_the_engine(role, "duckdb", 40, tmp_path)


def test_polars_gives_the_same(tmp_path: Path) -> None:
    assert_equal_to_the_engine(ROLES[0], "polars", 40, tmp_path)


@pytest.mark.soak
@pytest.mark.parametrize("role", ROLES)
@pytest.mark.parametrize("engine_name", ["duckdb", "polars", "spark"])
def test_ten_thousand_people_of_each_role(role: str, engine_name: EngineName, tmp_path: Path) -> None:
    if engine_name == "spark":
        needs_spark()
    assert_equal_to_the_engine(role, engine_name, 10_000, tmp_path)


def needs_spark() -> None:
    pytest.importorskip("pyspark")
    if shutil.which("java") is None:
        pytest.skip("Spark needs Java, which is not installed")


SUBMITTED = """
import sys
from pathlib import Path
from aijri_engine.cohort.engines import engine_of
engine = engine_of("spark", Path(sys.argv[1]))
print(engine.session.sparkContext.master)
engine.close()
"""


@pytest.mark.soak
def test_spark_runs_where_spark_submit_says(tmp_path: Path) -> None:
    needs_spark()
    (script := tmp_path / "submitted.py").write_text(SUBMITTED)
    submit = str(Path(sys.executable).with_name("spark-submit"))
    where = {"SPARK_LOCAL_IP": "127.0.0.1", "PYSPARK_PYTHON": sys.executable}
    command = [submit, "--master", "local[1]", str(script), str(tmp_path)]

    done = subprocess.run(command, env=os.environ | where, capture_output=True, text=True, timeout=300)

    assert done.stdout.split() == ["local[1]"], done.stderr[-2000:]
