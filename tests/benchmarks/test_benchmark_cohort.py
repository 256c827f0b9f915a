"""Rows a second of `aijri cohort`, beside the row loop and beside the bare formula in NumPy as the limit."""

import sys
from pathlib import Path
from time import perf_counter, process_time
from typing import Any

import pytest
from pytest_benchmark.fixture import BenchmarkFixture

sys.path.insert(0, str(Path(__file__).parents[1] / "cohort"))
from cohort_people import by_the_engine, cohort_of, drawn, written

from aijri_engine.cohort.columns import OTHERS
from aijri_engine.cohort.combinations import Combinations
from aijri_engine.cohort.engines import engine_of
from aijri_engine.cohort.figures import Figures
from aijri_engine.cohort.score_table import Small, SmallTables, coded, scored
from aijri_engine.cohort.sound_tables import columns_of
from aijri_engine.cohort.units import Units
from aijri_engine.index import BARRIERS, index_value

numpy = pytest.importorskip("numpy")
polars = pytest.importorskip("polars")

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


def times_of(table: Path, folder: Path, contributions: bool = False) -> tuple[float, float]:
    """Reading, scoring and writing, with everything that is worked out before: by the clock, and of the processor."""
    cohort = cohort_of(ROLE)
    engine = engine_of("polars", folder)
    began, worked = perf_counter(), process_time()
    frame = engine.read(table, cohort.columns, columns_of(table))
    engine.write(scored(frame, cohort, engine, contributions), folder / "out.parquet")
    engine.close()
    return perf_counter() - began, process_time() - worked


def told(what: str, rows: int, fixed: tuple[float, float], whole: tuple[float, float]) -> str:
    """A line of the growth table; `fixed` is what a table of ten rows takes."""
    clock, processor = (one - before for one, before in zip(whole, fixed, strict=True))
    if min(clock, processor) <= 0:
        return f"{rows} rows, {what}: {whole[0]:.1f} s, no longer than the fixed {fixed[0]:.1f} s"
    beyond = f"beyond the fixed {fixed[0]:.1f} s {rows / clock:.0f} rows a second by the clock"
    return (
        f"{rows} rows, {what}: {whole[0]:.1f} s; {beyond}, {rows / processor:.0f} a second of processor time"
    )


@pytest.mark.timeout(3600)
def test_rows_a_second(benchmark: BenchmarkFixture, tmp_path: Path) -> None:
    small = table_of(10, tmp_path)
    for contributions in (False, True) if benchmark.enabled else ():
        what = "index and every cause" if contributions else "index"
        times_of(small, tmp_path, contributions)
        fixed = times_of(small, tmp_path, contributions)
        for rows in (10**4, 10**5, 10**6, 10**7):
            print(told(what, rows, fixed, times_of(table_of(rows, tmp_path), tmp_path, contributions)))
    benchmark.pedantic(times_of, (small, tmp_path), rounds=1)


def test_rows_a_second_of_the_row_loop(benchmark: BenchmarkFixture) -> None:
    cohort = cohort_of(ROLE)
    people = drawn(cohort, 200 if benchmark.enabled else 5)

    benchmark.pedantic(lambda: [by_the_engine(row, cohort) for row in people], rounds=1)


BLOCK = 8_192
"""Rows that NumPy takes at a time, so that they stay in the processor's cache."""


class InNumPy:
    """The formula alone in NumPy: on ready codes of the same rows, with the same small tables."""

    def __init__(self, table: Path, folder: Path) -> None:
        self.cohort = cohort_of(ROLE)
        self.tasks = self.cohort.form.role.tasks
        engine = engine_of("duckdb", folder)
        frame = engine.read(table, self.cohort.columns, columns_of(table))
        self.units = Units(self.cohort)
        self.figures = Figures(self.units)
        self.combinations = Combinations(self.units, frame, engine)
        self.small = SmallTables(self.units, self.figures, self.combinations, contributions=False)
        found = coded(frame, self.small, engine, ()).to_native().fetchnumpy()
        self.rows = {name: numpy.ascontiguousarray(found[name]) for name in found if name != "id"}
        self.known = {code: {name: made.sort(code)[name].to_numpy() for name in made.columns if name != code}
                      for code, made in self.small.tables.items()}  # fmt: skip
        engine.close()

    def indices(self) -> Any:
        """The index of every row."""
        count = len(self.rows["week_outside"])
        parts = [self._block(slice(start, start + BLOCK)) for start in range(0, count, BLOCK)]
        return numpy.concatenate(parts)

    def _number(self, small: Small, rows: dict[str, Any]) -> Any:
        found = rows.get(f"place_{small.code}", 0)
        for name, stride in self.combinations.strides(small.keys):
            if name in rows:
                found = found + (rows[name] + (1 if name.startswith("test_") else 0)) * stride
        return found

    def _block(self, part: slice) -> Any:
        rows = {name: values[part] for name, values in self.rows.items()}
        for small in self.small.by_answers:
            rows |= {name: values[rows[small.code]] for name, values in self.known[small.code].items()}
        rows["collected"] = sum(rows[f"collected_task_{task.id}"] for task in self.tasks)
        for small in self.small.by_outcomes:
            number = self._number(small, rows)
            rows |= {name: values[number] for name, values in self.known[small.code].items()}
        share = {name: rows[f"share_{name}"] for name in (*self.cohort.form.role.task_ids(), *OTHERS)}
        rated = {name: rows[f"rating_{name}"] > 0 for name in OTHERS}
        score = {task.id: rows[f"score_{task.id}"] for task in self.tasks}
        known = sum(share[task.id] for task in self.tasks) + sum(rated[n] * share[n] for n in OTHERS)
        weighted = sum(share[task.id] * score[task.id] for task in self.tasks)
        weighted = weighted + sum(rows[f"rating_{n}"] * share[n] for n in OTHERS)
        unrated = numpy.clip(weighted / known, 1, 5)
        score |= {n: rows[f"rating_{n}"] + (1 - rated[n]) * unrated for n in OTHERS}
        resistance = 6 - sum(share[n] * score[n] for n in share) / 100
        exposed = sum((score[n] >= 3 - 1e-9) * share[n] for n in share)
        role = self.cohort.form.role
        barriers = sum(rows.get(f"barrier_{name}", getattr(role.barriers, name).score) for name in BARRIERS)
        base = self.figures.base
        index = numpy.clip(index_value(resistance, base.evidence_total, barriers, base.growth), 0, 100)
        shown = numpy.floor((index + 1e-9) * 10 + 0.5) / 10
        standing = sum(rows[f"standing_{unit.name}"] for unit in (*self.units.units, self.units.late))
        told = sum(rows[f"described_{task.id}"] * share[task.id] for task in self.tasks)
        told = told + sum(rated[n] * share[n] for n in OTHERS)
        spread = numpy.maximum.reduce([share[task.id] for task in self.tasks])
        spread = spread - numpy.minimum.reduce([share[task.id] for task in self.tasks])
        opens = numpy.floor(standing / 1_000)
        tests = ((shown >= 25), (shown >= 48), (exposed >= 20 - 1e-9), (exposed >= 40 - 1e-9),
                 (rows["week_own_split"] | (standing > opens * 1_000)),
                 ((told >= 60 - 1e-9) & (spread > 2) & rows["level_given"] & (opens == 0)))  # fmt: skip
        number = sum(test * 2**place for place, test in enumerate(tests))
        return numpy.where((rows["week_outside"] <= 100 / 3 + 1e-9) & (number >= 0), shown, numpy.nan)


def test_rows_a_second_of_the_same_formula_in_numpy(benchmark: BenchmarkFixture, tmp_path: Path) -> None:
    """No reading, no checks, no texts, no writing: the limit."""
    rows = 10**6 if benchmark.enabled else 200
    table = table_of(rows, tmp_path)
    formula = InNumPy(table, tmp_path)
    times_of(table, tmp_path)
    wanted = polars.read_parquet(tmp_path / "out.parquet")["index"].to_numpy()

    found = benchmark(formula.indices)

    assert numpy.allclose(found, wanted, rtol=0, atol=1e-9, equal_nan=True)
