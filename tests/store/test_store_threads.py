"""Stores that are made at the same moment by several threads of one program."""

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Barrier

from aijri_engine.store import Store

THREADS = 6


def test_stores_made_at_once_are_each_made(tmp_path: Path) -> None:
    together = Barrier(THREADS)

    def make(number: int) -> int:
        together.wait()
        with Store.open(tmp_path / str(number)) as store:
            return len(store.sessions())

    with ThreadPoolExecutor(THREADS) as threads:
        assert list(threads.map(make, range(THREADS))) == [0] * THREADS
