"""Rows a second of `aijri cohort`, beside the row loop and beside the bare formula in NumPy as the limit."""

import sys
from pathlib import Path
from time import perf_counter

import pytest
from pytest_benchmark.fixture import BenchmarkFixture

sys.path.insert(0, str(Path(__file__).parents[1] / "cohort"))

from cohort_people import by_the_engine, cohort_of, drawn, written

from aijri_engine.cohort.engines import engine_of
from aijri_engine.cohort.score_table import scored
from aijri_engine.cohort.sound_tables import columns_of

ROLE = "deep-learning-engineer"
DRAWN = 1_000


def table_of(rows: int, folder: Path) -> Path:
    """A thousand drawn people, repeated; numbers as numbers, as programs write them."""
    duckdb = pytest.importorskip("duckdb")
    cohort = cohort_of(ROLE)
    people = written(drawn(cohort, min(rows, DRAWN)), cohort, folder / "people.csv")
    table = folder / f"{rows}.parquet"
    numbers = ", ".join(f"CAST({column.name} AS DOUBLE) AS {column.name}" for column in cohort.numbers)
    told = f"SELECT people.* REPLACE ({numbers}) FROM read_csv('{people}', all_varchar = true) people"
    times = f"range({max(1, rows // DRAWN)})"
    duckdb.connect().execute(f"COPY ({told}, {times}) TO '{table}' (FORMAT parquet)")
    return table


def seconds_of(table: Path, folder: Path, contributions: bool) -> float:
    """Reading, scoring and writing, with everything that is worked out before."""
    cohort = cohort_of(ROLE)
    engine = engine_of("duckdb", folder)
    began = perf_counter()
    frame = engine.read(table, cohort.columns, columns_of(table))
    engine.write(scored(frame, cohort, engine, contributions), folder / "out.parquet")
    return perf_counter() - began


@pytest.mark.timeout(1800)
def test_rows_a_second_on_duckdb(benchmark: BenchmarkFixture, tmp_path: Path) -> None:
    for rows in (10**4, 10**5, 10**6, 10**7) if benchmark.enabled else (200,):
        table = table_of(rows, tmp_path)
        for contributions in (False, True):
            taken = seconds_of(table, tmp_path, contributions)
            what = "index and every cause" if contributions else "index"
            print(f"{rows} rows, {what}: {taken:.1f} s, {rows / taken:.0f} rows a second")
    benchmark.pedantic(seconds_of, (table, tmp_path, False), rounds=1)


def test_rows_a_second_of_the_row_loop(benchmark: BenchmarkFixture) -> None:
    cohort = cohort_of(ROLE)
    people = drawn(cohort, 200 if benchmark.enabled else 5)

    benchmark.pedantic(lambda: [by_the_engine(row, cohort) for row in people], rounds=1)


def test_rows_a_second_of_the_bare_formula_in_numpy(benchmark: BenchmarkFixture) -> None:
    """Only the formula, on ready codes of how six tasks are done: no reading, no path, no causes."""
    numpy = pytest.importorskip("numpy")
    random = numpy.random.default_rng(1)
    rows = 10**6 if benchmark.enabled else 10
    rungs, shares = random.integers(0, 3, (6, rows)), random.random((6, rows))
    ladders = numpy.array([[3, 2, 1], [4, 3, 2], [4, 3, 2], [3, 2, 1], [3, 2, 1], [4, 2, 1]], float)

    def indices() -> object:
        scores = numpy.stack([ladder[rung] for ladder, rung in zip(ladders, rungs, strict=True)])
        resistance = 6 - (shares / shares.sum(0) * scores).sum(0)
        return numpy.floor(((resistance * 1.32 * 1.04 * 1.1 - 0.54) / 7.93 * 100 + 1e-9) * 10 + 0.5) / 10

    benchmark(indices)
