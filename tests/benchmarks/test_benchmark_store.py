"""Speed of the store with 10,000 sessions (budgets of the brief: 50 ms a list, 5 ms a durable answer)."""

import itertools
import random
from collections.abc import Iterator
from pathlib import Path

import pytest
from pytest_benchmark.fixture import BenchmarkFixture
from sqlalchemy import insert

from aijri_engine import Interview, Library
from aijri_engine.store import Store
from aijri_engine.store.answers import told_of
from aijri_engine.store.contents import keep_contents
from aijri_engine.store.schema import clients, events, session_contents, sessions
from aijri_engine.store.seals import seal_all
from aijri_engine.store.sessions import folded, to_text

ROLE = "deep-learning-engineer"
MANY, FEW = 10_000, 200
"""Sessions of the store that is measured, and of the one that shows whether the measurements still run."""

ANSWERS = {"level": "mid", "years": 3, "employer": "product", "split": "typical"}


@pytest.fixture(scope="module")
def library() -> Library:
    return Library.open()


@pytest.fixture(scope="module")
def sitting(library: Library) -> Interview:
    found = Interview.from_answers(library, ROLE, ANSWERS)
    assert isinstance(found, Interview)
    return found


@pytest.fixture(scope="module", params=[None, "words"], ids=["plain", "encrypted"])
def store(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory, sitting: Interview
) -> Iterator[Store]:
    """A store with 10,000 sessions of 500 clients; with few sessions where nothing is measured."""
    measured = request.config.getoption("benchmark_enable") or request.config.getoption("benchmark_only")
    many = MANY if measured else FEW
    opened = Store.open(tmp_path_factory.mktemp("store"), request.param)
    bodies = [to_text(event.as_dict()) for event in sitting.events]
    versions = to_text(sitting.library.versions(ROLE))
    people = [(f"c{number:05}", f"Client {number}") for number in range(500)]
    with opened.writing() as connection:
        connection.execute(
            insert(clients),
            [
                {
                    "id": one,
                    "answers": told_of(one),
                    "alias": alias,
                    "folded": alias.casefold(),
                    "created": "2026",
                }
                for one, alias in people
            ],
        )
        rows, logs, used = [], [], []
        for number in range(many):
            name, goal = f"{number:06}", f"goal {number % 97}"
            rows.append(
                {"id": name, "client_id": people[number % 500][0], "role": ROLE, "role_name": "Deep Learning Engineer",
                 "versions": versions, "seed": 2026, "created": f"2026-{number:06}", "updated": f"2026-{number:06}",
                 "events": len(bodies), "place": None, "revealed": False, "goal": goal,
                 "folded": folded(name, ROLE, goal)}
            )  # fmt: skip
            logs += [
                {"session_id": name, "number": place, "body": body, "at": "2026"}
                for place, body in enumerate(bodies)
            ]
        connection.execute(insert(sessions), rows)
        connection.execute(insert(events), logs)
        seal_all(connection, ("sessions", "contents"))
        keep_contents(connection, "000000", sitting)
        used = [row.digest for row in connection.execute(session_contents.select())]
        links = itertools.product((row["id"] for row in rows[1:]), used)
        connection.execute(
            insert(session_contents), [{"session_id": one, "digest": digest} for one, digest in links]
        )
    yield opened
    opened.close()


def test_open(benchmark: BenchmarkFixture, store: Store) -> None:
    passphrase = store._database.passphrase

    def open_and_close() -> Path:
        with Store.open(store.folder, passphrase) as opened:
            return opened.path

    assert benchmark(open_and_close) == store.path


def test_list_all(benchmark: BenchmarkFixture, store: Store) -> None:
    assert len(benchmark(store.sessions)) >= (MANY if benchmark.enabled else FEW)


def test_list_a_screenful(benchmark: BenchmarkFixture, store: Store) -> None:
    assert len(benchmark(store.sessions, limit=50)) == 50


def test_search(benchmark: BenchmarkFixture, store: Store) -> None:
    assert len(benchmark(store.sessions, "CLIENT 123 goal")) >= (20 if benchmark.enabled else 1)


def test_resume(benchmark: BenchmarkFixture, store: Store, library: Library) -> None:
    numbers, many = random.Random(1), MANY if benchmark.enabled else FEW

    def resume() -> Interview:
        return store.resume(f"{numbers.randrange(many):06}", library)

    assert benchmark(resume).path.next_open() is not None


def test_roster(benchmark: BenchmarkFixture, store: Store) -> None:
    assert len(benchmark(store.roster.clients)) == 500


def test_save_an_answer(benchmark: BenchmarkFixture, store: Store, sitting: Interview) -> None:
    session = store.start(sitting)
    state = [sitting]

    def one_more() -> tuple[tuple[Interview], dict[str, object]]:
        state[0] = state[0].note("x")
        assert state[0].path.steps
        return (state[0],), {}

    benchmark.pedantic(session.save, setup=one_more, rounds=100)
    assert len(session.events) > len(sitting.events)
