"""A test that waits for an app never looks before what a thread found is known to it."""

import threading

from screen_quiet import CountingExecutor


def test_work_is_under_way_until_all_who_wait_for_it_were_told() -> None:
    threads, go, counted = CountingExecutor(), threading.Event(), list[int]()
    work = threads.submit(go.wait, 5)
    work.add_done_callback(lambda _: counted.append(len(threads.under_way)))
    go.set()
    threads.shutdown()
    assert counted == [1]
    assert not threads.under_way


def test_work_that_fails_or_is_called_off_is_not_waited_for() -> None:
    threads = CountingExecutor()
    failing = threads.submit(int, "x")
    called_off = [threads.submit(threading.Event().wait, 0.001) for _ in range(20)]
    for work in called_off:
        work.cancel()
    threads.shutdown()
    assert isinstance(failing.exception(), ValueError)
    assert not threads.under_way
