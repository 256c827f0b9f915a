"""Twenty sittings at once on one PostgreSQL server: an answer is durable within 20 ms (median)."""

import statistics
import sys
import threading
from pathlib import Path
from time import perf_counter

import pytest
from pytest_benchmark.fixture import BenchmarkFixture

sys.path.insert(0, str(Path(__file__).parents[1] / "store"))

from postgres_cluster import COACHES, Cluster, program_folder
from store_people import whole

from aijri_engine import Interview, Library
from aijri_engine.store import Store

SITTINGS, ANSWERS = 20, 30
PAUSE = 0.1
"""Seconds between two answers of one person: far less than anybody needs, so that all are busy together."""


def test_an_answer_is_durable_while_twenty_sit(benchmark: BenchmarkFixture, tmp_path: Path) -> None:
    pytest.importorskip("psycopg")
    programs = program_folder()
    if programs is None:
        pytest.skip("PostgreSQL (initdb) is not installed")
    interview = Interview.start(Library.open(), "deep-learning-engineer")
    cluster = Cluster(programs, safe=True)
    taken: list[float] = []
    sittings, answers, pause = (SITTINGS, ANSWERS, PAUSE) if benchmark.enabled else (2, 2, 0.0)
    people = [whole(interview, number, answers) for number in range(sittings)]
    name = cluster.practice()

    def sit(number: int) -> None:
        address = cluster.address(COACHES[number % len(COACHES)], name)
        with Store.open(tmp_path / str(number), address=address) as store:
            session = store.start(interview)
            for step in people[number]:
                threading.Event().wait(pause)
                began = perf_counter()
                session.save(step)
                taken.append(perf_counter() - began)

    def together() -> None:
        threads = [threading.Thread(target=sit, args=(number,)) for number in range(sittings)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()

    try:
        benchmark.pedantic(together, rounds=1)
    finally:
        cluster.remove()
    assert len(taken) == sittings * answers
    middle, late = statistics.median(taken), statistics.quantiles(taken, n=20)[-1]
    print(
        f"\n{len(taken)} answers, {sittings} at once: median {middle * 1000:.1f} ms, 95 % in {late * 1000:.1f} ms"
    )
