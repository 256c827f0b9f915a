"""A whole day of two coaches on one server, at an act a minute, with clients and the server killed in the middle."""

import json
import os
import random
import signal
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import TextIO

import pytest
from postgres_cluster import Cluster
from store_people import ended_after, whole

from aijri_engine import Interview, Library
from aijri_engine.store import Store, StoreConflict, StoreError

LATER = date(2099, 12, 31)
COACHES = ("ada", "bo")
Said = dict[str, str | int]


class Day:
    """What was acknowledged to either coach, and what the server must therefore hold."""

    def __init__(
        self, cluster: Cluster, name: str, folder: Path, library: Library, interview: Interview
    ) -> None:
        self.cluster, self.name, self.folder = cluster, name, folder
        self.library, self.interview = library, interview
        self.said: list[Said] = []

    def store(self, coach: str) -> Store:
        return Store.open(self.folder / coach, address=self.cluster.address(coach, self.name))

    def hour(self, number: int, acts: int, killed: str) -> None:
        """Both coaches at work; one of their programs or the server is killed at some moment."""
        source = random.Random(number)
        children = [self._begin(coach, number, acts, killed == coach) for coach in COACHES]
        if killed == "server":
            for _ in range(source.randrange(1, acts)):
                self._heard(children[0][1].readline())
            os.kill(self.cluster.process(), signal.SIGKILL)
        for child, lines in children:
            with lines:
                for line in lines:
                    self._heard(line)
            os.waitpid(child, 0)
        if killed == "server":
            self.cluster.start()

    def _heard(self, line: str) -> None:
        if line.endswith("\n"):
            self.said.append(json.loads(line))

    def _begin(self, coach: str, hour: int, acts: int, dies: bool) -> tuple[int, TextIO]:
        reading, writing = os.pipe()
        child = os.fork()
        if child == 0:
            try:
                source = random.Random(f"{coach}{hour}")
                if dies:
                    ended_after(0.2 + source.random())
                with self.store(coach) as store:
                    for said in self._acts(store, coach, hour, acts, source):
                        os.write(writing, f"{json.dumps(said)}\n".encode())
            except StoreError:
                os.write(writing, b'{"kind": "gone"}\n')
            finally:
                os._exit(0)
        os.close(writing)
        return child, os.fdopen(reading)

    def _acts(self, store: Store, coach: str, hour: int, acts: int, source: random.Random) -> Iterator[Said]:
        """One thing after the other, each told only when the store had taken it."""
        roster, shared = store.roster, "Shared of ada"
        alias = f"{coach} {hour}"
        client = roster.add(alias).id
        yield {"kind": "client", "coach": coach, "client": client, "alias": alias}
        roster.agree(client, self.library.wording.consent, "see clearer", coach, LATER)
        session = store.start(self.interview, client_id=client)
        steps = iter(whole(self.interview, hour, acts))
        for number in range(acts):
            what = source.choice(("answer", "answer", "answer", "note", "plan", "rewrite"))
            words = f"{coach} {hour} {number}"
            if what == "answer":
                step = next(steps)
                session.save(step)
                yield {
                    "kind": what,
                    "coach": coach,
                    "session": session.id,
                    "events": len(step.events),
                    "hour": hour,
                }
            elif what == "note":
                roster.note(client, words, private=False)
                yield {"kind": what, "coach": coach, "client": client, "words": words}
            elif what == "plan":
                act = roster.plan(client, words, coach, LATER)
                roster.settle(client, act.id, "done", seen=act.version)
                yield {"kind": what, "coach": coach, "client": client, "words": words}
            else:
                note = roster.card(shared).notes[0]
                try:
                    roster.rewrite_note(shared, note.id, words, seen=note.version)
                except StoreConflict:
                    yield {"kind": "conflict", "coach": coach}
                else:
                    yield {"kind": what, "coach": coach, "seen": note.version, "words": words}

    def check(self, acts: int) -> None:
        """Everything that was told to be kept is there; no rewrite replaced what its writer had not seen."""
        ends = {hour: whole(self.interview, hour, acts)[-1].events for hour in range(-1, 9)}
        for coach in COACHES:
            with self.store(coach) as store:
                mine = [one for one in self.said if one.get("coach") == coach]
                for one in mine:
                    if one["kind"] == "client":
                        assert store.roster.find(str(one["client"])).alias == one["alias"]
                    if one["kind"] == "answer":
                        found = store.resume(str(one["session"]), self.library).events
                        assert len(found) >= int(one["events"])
                        assert found == ends[int(one["hour"])][: len(found)]
                    if one["kind"] in ("note", "plan"):
                        card = store.roster.card(str(one["client"]))
                        kept = {note.body for note in card.notes}
                        kept |= {act.act for act in card.acts if act.state == "done"}
                        assert one["words"] in kept
        rewrites = [one for one in self.said if one["kind"] == "rewrite"]
        versions = [int(one["seen"]) for one in rewrites]
        assert len(set(versions)) == len(versions)
        with self.store("ada") as store:
            note = store.roster.card("Shared of ada").notes[0]
        last = max(rewrites, key=lambda one: int(one["seen"]))
        assert note.body == last["words"] or note.version > int(last["seen"]) + 1


def lived(day: Day, hours: int, acts: int) -> None:
    with day.store("ada") as ada:
        client = ada.roster.add("Shared of ada").id
        ada.roster.agree(client, day.library.wording.consent, "see clearer", "Ada", LATER)
        ada.roster.note(client, "begun", private=False)
        ada.roster.share(client, "bo")
    for hour in range(hours):
        day.hour(hour, acts, ("server", "bo", "nobody", "ada")[hour % 4])
        day.check(acts)
    assert {one["kind"] for one in day.said} >= {"client", "answer", "note", "plan", "rewrite"}


@pytest.fixture
def day(cluster: Cluster, practice: str, tmp_path: Path, library: Library, interview: Interview) -> Day:
    return Day(cluster, practice, tmp_path, library, interview)


def test_an_hour_of_two_coaches_loses_nothing_acknowledged(day: Day) -> None:
    lived(day, 1, 15)


@pytest.mark.soak
def test_a_day_of_two_coaches_loses_nothing_acknowledged(day: Day) -> None:
    lived(day, 8, 60)
