"""Several processes on one store at once: nothing is lost, nothing overwritten."""

import os
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path

from store_people import answered, whole

from aijri_engine import Interview, Library
from aijri_engine.store import Store, StoreConflict


def in_processes(*works: Callable[[], None]) -> None:
    """Run each in a process of its own, at once; all must end well."""
    children = []
    for work in works:
        child = os.fork()
        if child == 0:
            code = 1
            try:
                work()
                code = 0
            finally:
                os._exit(code)
        children.append(child)
    assert [os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) for child in children] == [0] * len(works)


def test_two_processes_write_their_own_sessions(
    tmp_path: Path, library: Library, interview: Interview, passphrase: str | None
) -> None:
    people = [whole(interview, seed, acts=60) for seed in range(3)]
    with Store.open(tmp_path, passphrase) as store:
        ids = [store.start(interview).id for _ in people]

    def writer(number: int) -> Callable[[], None]:
        def work() -> None:
            with Store.open(tmp_path, passphrase) as store:
                session = store.session(ids[number])
                for step in people[number]:
                    session.save(step)

        return work

    in_processes(*(writer(number) for number in range(3)))
    with Store.open(tmp_path, passphrase) as store:
        for session_id, steps in zip(ids, people, strict=True):
            assert store.resume(session_id, library).events == steps[-1].events


def test_two_processes_on_one_session_never_mix_their_answers(
    tmp_path: Path, library: Library, interview: Interview, passphrase: str | None
) -> None:
    """Each writes only its own level; a log that holds both has lost somebody's view."""
    with Store.open(tmp_path, passphrase) as store:
        session_id = store.start(interview).id

    def writer(level: str) -> Callable[[], None]:
        def work() -> None:
            with Store.open(tmp_path, passphrase) as store:
                session = store.session(session_id)
                mine = session.resume(library)
                for _ in range(40):
                    mine = answered(mine, "level", level)
                    try:
                        session.save(mine)
                    except StoreConflict:
                        return

        return work

    in_processes(writer("junior"), writer("senior"))
    with Store.open(tmp_path, passphrase) as store:
        events = store.resume(session_id, library).events
    levels = [event.value for event in events[1:]]
    changes = sum(one != two for one, two in pairwise(levels))
    assert levels
    assert changes <= 1, "after a conflict a window stops; it may only have begun after the other ended"
