"""One talk, one act, one entry: whoever writes it, and however often it is moved."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest
from icalendar import Calendar

from aijri_engine.content.library import Library
from aijri_engine.store import (
    Store,
    choose_next_sitting,
    hand_over,
    settle_own,
    take_in,
    write_calendar,
    write_own_calendar,
)

KEY = "four words nobody joins"
TALK, ACT, OWN = "Talk with", "ask two leads", "AIJRI:"


class Diary(dict[str, Any]):
    """A calendar as people keep one: an entry known by its UID is replaced by one that was changed since."""

    def take(self, path: Path) -> None:
        """Import a file as calendars do (RFC 5545, 3.8.7.4)."""
        for entry in Calendar.from_ical(path.read_bytes()).walk("VEVENT"):
            known = self.get(str(entry["UID"]))
            order = (entry["SEQUENCE"], entry["DTSTAMP"].dt)
            if known is None or order >= (known["SEQUENCE"], known["DTSTAMP"].dt):
                self[str(entry["UID"])] = entry

    def days(self, words: str) -> list[str]:
        """The days of the entries that begin so."""
        return sorted(
            str(one["DTSTART"].dt)[:10] for one in self.values() if one["SUMMARY"].startswith(words)
        )


class Both:
    """A coach and a client, and the calendar of the client, who imports whatever either writes."""

    def __init__(self, folder: Path, library: Library) -> None:
        self.folder, self.library, self.diary, self.number = folder, library, Diary(), 0
        self.coach, self.own = Store.open(folder / "coach"), Store.open(folder / "client")
        self.client = self.coach.roster.add("W.Q.").id
        consent = library.wording.consent
        self.coach.roster.agree(self.client, consent, "a lead position", "Rosa Blum", date(2099, 1, 1))
        self.coach.roster.appoint(self.client, date(2098, 12, 1), "10:30")
        self.act = self.coach.roster.plan(self.client, "ask two leads", "W.Q.", date(2098, 12, 9)).id

    def share(self) -> None:
        """The hand-over is taken in, and three calendar files are imported."""
        self.number += 1
        path = self.folder / f"along-{self.number}.age"
        hand_over(self.coach, self.client, path, KEY, "W.Q.")
        take_in(self.own, path, self.library, KEY)
        write_calendar(self.coach, files := self.folder / f"{self.number}.ics", self.client, for_client=True)
        self.diary.take(files)
        write_own_calendar(self.own, files := self.folder / f"own-{self.number}.ics")
        self.diary.take(files)
        write_calendar(self.coach, files := self.folder / f"all-{self.number}.ics")
        self.diary.take(files)


@pytest.fixture
def both(tmp_path: Path, library: Library) -> Any:
    found = Both(tmp_path, library)
    yield found
    found.coach.close()
    found.own.close()


def test_a_talk_and_an_act_stand_once_in_a_calendar_and_move_in_it(both: Both) -> None:
    both.share()
    assert (both.diary.days(TALK), both.diary.days(ACT)) == (["2098-12-01"], ["2098-12-09"])
    both.coach.roster.appoint(both.client, date(2098, 12, 3))
    both.coach.roster.change_act(both.client, both.act, due=date(2098, 12, 11))
    both.share()
    assert (both.diary.days(TALK), both.diary.days(ACT)) == (["2098-12-03"], ["2098-12-11"])
    assert len(both.diary) == 2


def test_an_act_that_moved_is_one_act_in_the_clients_plan_and_what_the_client_did_stays(both: Both) -> None:
    both.share()
    both.coach.roster.change_act(both.client, both.act, "ask three leads", due=date(2098, 12, 11))
    both.share()
    acts = both.own.own_card()[1]
    assert [(act.act, act.due, act.state) for act in acts] == [("ask three leads", "2098-12-11", "open")]
    settle_own(both.own, acts[0].id, "done")
    both.share()
    assert [act.state for act in both.own.own_card()[1]] == ["done"]


def test_acts_of_one_moment_are_two_entries(both: Both, monkeypatch: pytest.MonkeyPatch) -> None:
    moment = both.coach.roster._clock()
    monkeypatch.setattr(both.coach.roster, "_clock", lambda: moment)
    for _ in range(2):
        both.coach.roster.plan(both.client, "write it down", "W.Q.", date(2098, 12, 9))
    both.share()
    assert both.diary.days("write it down") == ["2098-12-09"] * 2


def test_the_next_sitting_moves_too(both: Both) -> None:
    for day in (date(2098, 5, 1), date(2098, 4, 1)):
        choose_next_sitting(both.own, day)
        both.share()
    assert both.diary.days(OWN) == ["2098-04-01"]
