"""A roster under any order of acts: drawn by a machine and compared with what should be there."""

from contextlib import AbstractContextManager, nullcontext

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import Bundle, RuleBasedStateMachine, consumes, invariant, rule
from store_clients import CONSENT, LATER, LIBRARY, Clock
from store_people import answered

from aijri_engine import Interview
from aijri_engine.store import Store
from aijri_engine.store.errors import ConsentNeeded

ROLE = "deep-learning-engineer"


class RosterMachine(RuleBasedStateMachine):
    """Anything a coach does in any order: the store holds exactly what was done, also after a restart."""

    ids = Bundle("ids")

    def __init__(self) -> None:
        super().__init__()
        import tempfile

        self.place = tempfile.TemporaryDirectory()
        self.clock = Clock()
        self.store = Store.open(self.place.name, clock=self.clock)
        self.live: dict[str, dict[str, object]] = {}
        self.hidden: set[str] = set()
        self.number = 0

    @rule(target=ids, words=st.text(min_size=0, max_size=12))
    def add(self, words: str) -> str:
        self.number += 1
        client = self.store.roster.add(f"c{self.number} {words}")
        self.live[client.id] = {"alias": client.alias, "notes": 0, "open": [], "sessions": 0}
        self.live[client.id] |= {"agreed": False, "ended": False}
        return client.id

    @rule(one=ids)
    def agree(self, one: str) -> None:
        if one in self.hidden:
            return
        self.store.roster.agree(one, CONSENT, "goal", "Ada", LATER)
        self.live[one] |= {"agreed": True, "ended": False}

    @rule(one=ids)
    def withdraw(self, one: str) -> None:
        if one in self.hidden:
            return
        self.store.roster.withdraw(one)
        self.live[one] |= {"agreed": False, "ended": True}

    @rule(one=ids)
    def start(self, one: str) -> None:
        if one in self.hidden:
            return
        interview = answered(Interview.start(LIBRARY, ROLE), "level", "mid")
        if self.live[one]["agreed"]:
            self.store.start(interview, client_id=one)
            self.live[one]["sessions"] = int(str(self.live[one]["sessions"])) + 1
        else:
            with pytest.raises(ConsentNeeded):
                self.store.start(interview, client_id=one)

    def kept(self, one: str) -> AbstractContextManager[object]:
        """Nothing more is kept of a client once the consent has ended."""
        return pytest.raises(ConsentNeeded) if self.live[one]["ended"] else nullcontext()

    @rule(one=ids, private=st.booleans())
    def note(self, one: str, private: bool) -> None:
        if one in self.hidden:
            return
        with self.kept(one):
            self.store.roster.note(one, "words", private)
            self.live[one]["notes"] = int(str(self.live[one]["notes"])) + 1

    @rule(one=ids)
    def plan(self, one: str) -> None:
        if one in self.hidden:
            return
        with self.kept(one):
            self.live[one]["open"].append(self.store.roster.plan(one, "act", "me", LATER).id)  # type: ignore[attr-defined]

    @rule(one=ids)
    def settle(self, one: str) -> None:
        if one not in self.hidden and self.live[one]["open"]:
            with self.kept(one):
                self.store.roster.settle(one, self.live[one]["open"][-1], "done")  # type: ignore[index]
                self.live[one]["open"].pop()  # type: ignore[attr-defined]

    @rule(one=ids)
    def delete_or_bring_back(self, one: str) -> None:
        if one in self.hidden:
            self.store.undelete_client(one)
            self.hidden.remove(one)
        else:
            self.store.delete_client(one)
            self.hidden.add(one)

    @rule(one=consumes(ids))
    def erase(self, one: str) -> None:
        told = self.store.erase_client(one)
        assert told.receipt.clients == 1
        assert told.receipt.complete
        del self.live[one]
        self.hidden.discard(one)

    @rule()
    def restart(self) -> None:
        self.store.close()
        self.store = Store.open(self.place.name, clock=self.clock)

    @invariant()
    def the_store_holds_what_was_done(self) -> None:
        rows = {row.id: row for row in self.store.roster.clients()}
        assert set(rows) == set(self.live) - self.hidden
        assert {row.id for row in self.store.roster.clients(deleted=True)} == self.hidden
        for one, row in rows.items():
            known = self.live[one]
            assert (row.alias, row.sessions, row.open_acts) == (
                known["alias"],
                known["sessions"],
                len(known["open"]),
            )  # type: ignore[arg-type]
            assert len(self.store.roster.card(one).notes) == known["notes"]
        shown = sum(int(str(self.live[one]["sessions"])) for one in rows)
        assert len(self.store.sessions()) == shown

    def teardown(self) -> None:
        self.store.close()
        self.place.cleanup()


RosterMachine.TestCase.settings = settings(max_examples=8, stateful_step_count=20, deadline=None)
TestRosterMachine = RosterMachine.TestCase
