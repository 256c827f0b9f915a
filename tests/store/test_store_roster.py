"""Clients: consent before the first question, notes that stay private, plans that are carried on."""

import random
from collections.abc import Callable
from contextlib import AbstractContextManager, nullcontext
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import Bundle, RuleBasedStateMachine, consumes, invariant, rule
from sqlalchemy import update
from store_people import answered

from aijri_engine import Interview, Library
from aijri_engine.store import Store, StoreError, read_roster_table, take_roster_table
from aijri_engine.store.errors import ConsentNeeded, SessionGone, UnknownClient
from aijri_engine.store.identifiers import new_id
from aijri_engine.store.schema import clients

LIBRARY = Library.open()
CONSENT = LIBRARY.wording.consent
ROLE = "deep-learning-engineer"
LATER = date(2030, 1, 31)


class Clock:
    """A clock that a test can set."""

    def __init__(self) -> None:
        self.moment = datetime(2026, 11, 22, 9, 0, tzinfo=UTC)

    def __call__(self) -> datetime:
        self.moment += timedelta(seconds=1)
        return self.moment


def test_no_session_of_a_client_begins_without_consent(store: Store, interview: Interview) -> None:
    client = store.roster.add("M.")
    with pytest.raises(ConsentNeeded, match="Read the purpose aloud"):
        store.start(interview, client_id=client.id)
    with pytest.raises(StoreError, match="Without a yes"):
        store.roster.agree("M.", CONSENT, "a next step", "Ada", LATER, answer="no")
    agreed = store.roster.agree("M.", CONSENT, "a next step {goal}", "Ada", LATER)
    assert agreed.version == str(CONSENT.version)
    assert "for this goal: a next step {goal}." in agreed.text
    place = (
        "the server of Ada's practice (a colleague sees them only if you agree)"
        if store.server
        else "Ada's machine"
    )
    assert f"on {place}, until 2030-01-31" in agreed.text
    session = store.start(interview, client_id=client.id)
    assert session.row.goal == "a next step {goal}"
    assert session.row.client == "M."
    store.roster.withdraw("M.")
    with pytest.raises(ConsentNeeded):
        store.start(interview, client_id=client.id)
    assert [one.alias for one in store.roster.due()] == ["M."]


def test_consent_ends_on_its_last_day(tmp_path: Path, interview: Interview) -> None:
    clock = Clock()
    with Store.open(tmp_path, clock=clock) as store:
        client = store.roster.add("M.")
        store.roster.agree("M.", CONSENT, "a next step", "Ada", LATER, answer="today_only")
        store.start(interview, client_id=client.id)
        assert store.roster.due() == []
        clock.moment += timedelta(days=1)
        with pytest.raises(ConsentNeeded):
            store.start(interview, client_id=client.id)
        assert [one.alias for one in store.roster.due()] == ["M."]
        with pytest.raises(StoreError, match="past"):
            store.roster.agree("M.", CONSENT, "a next step", "Ada", date(2026, 11, 1))


def test_a_card_shows_everything_of_one_client_and_nothing_of_another(
    store: Store, interview: Interview
) -> None:
    for alias in ("Ana", "Bo"):
        client = store.roster.add(alias)
        store.roster.agree(alias, CONSENT, f"goal of {alias}", "Ada", LATER)
        session = store.start(interview, client_id=client.id)
        store.roster.note(alias, f"about {alias}", session_id=session.id)
        store.roster.plan(alias, f"act of {alias}", alias, LATER, "done", session.id)
    card = store.roster.card("ana")
    assert [row.client for row in card.sessions] == ["Ana"]
    assert [note.body for note in card.notes] == ["about Ana"]
    assert card.notes[0].private
    assert [act.act for act in card.acts] == ["act of Ana"]
    assert card.consents[0].goal == "goal of Ana"
    assert card.client.sharing == "shared with nobody"
    assert card.client.open_acts == 1
    assert [row.client for row in store.sessions("bo")] == ["Bo"]


def test_a_roster_line_has_goal_next_date_and_who_has_something(store: Store, tmp_path: Path) -> None:
    store.roster.add("M.")
    row = store.roster.find("M.")
    assert (row.goal, row.next_date, row.sharing) == (None, None, "shared with nobody")
    for goal in ("first", "second"):
        store.roster.agree("M.", CONSENT, goal, "Ada", LATER)
    store.roster.appoint("M.", LATER)
    made = tmp_path / "made"
    made.write_text("x")
    for name in ("M.", "Ada, for M.", "M."):
        store.record_file("report", made, client_id=row.id, recipient=name)
    store.record_file("report", made, client_id=row.id)
    (row,) = store.roster.clients("m")
    assert (row.goal, row.next_date) == ("second", "2030-01-31")
    assert row.recipients == ("M.", "Ada, for M.")
    with pytest.raises(StoreError, match="2020-01-01 is past"):
        store.roster.appoint("M.", date(2020, 1, 1))
    assert store.roster.appoint("M.", None).next_date is None
    erased = store.erase_client("M.")
    assert store.receipts() == [erased.receipt]


def test_open_acts_are_carried_to_the_next_session(store: Store) -> None:
    store.roster.add("Ana")
    late = store.roster.plan("Ana", "ask for the design task", "Ana", date(2027, 2, 1), "asked")
    soon = store.roster.plan("Ana", "read the paper", "Ada", date(2027, 1, 1))
    assert [act.id for act in store.roster.carried("Ana")] == [soon.id, late.id]
    store.roster.settle("Ana", soon.id, "done")
    assert [act.id for act in store.roster.carried("Ana")] == [late.id]
    store.roster.add("Bo")
    with pytest.raises(StoreError, match="no act"):
        store.roster.settle("Bo", late.id, "done")
    with pytest.raises(StoreError, match="no state"):
        store.roster.settle("Ana", late.id, "forgotten")


def test_a_note_is_corrected_and_removed_without_a_trace(tmp_path: Path, passphrase: str | None) -> None:
    first, better, other = "worried about the merger", "glad about the merger", "asks for the bridge"
    with Store.open(tmp_path, passphrase) as store:
        roster = store.roster
        roster.add("Ana")
        roster.add("Bo")
        note = roster.note("Ana", first * 100, private=False)
        kept = roster.note("Ana", other, reading=True)
        again = roster.rewrite_note("Ana", note.id, f"  {better}\x1b[31m\nand calm ")
        assert again.body.splitlines()[-1] == "and calm"
        assert again.body.startswith(better)
        assert "\x1b" not in again.body
        assert (again.kind, again.created) == ("shared", note.created)
        assert [one.body for one in roster.card("Ana").notes] == [again.body, other]
        for number in (note.id, 99):
            with pytest.raises(StoreError, match=f"no note {number} about Bo") as refused:
                roster.rewrite_note("Bo", number, "x")
            assert "The card of the client lists them." in str(refused.value)
            with pytest.raises(StoreError, match=f"no note {number} about Bo"):
                roster.remove_note("Bo", number)
        with pytest.raises(StoreError, match="Nothing was written"):
            roster.rewrite_note("Ana", note.id, " \x00 ")
    assert (left(tmp_path, first), left(tmp_path, better)) == ([], [] if passphrase else ["aijri.db"])
    with Store.open(tmp_path, passphrase) as store:
        assert store.roster.remove_note("Ana", note.id).body == again.body
        assert [(one.id, one.kind) for one in store.roster.card("Ana").notes] == [(kept.id, "reading")]
        with pytest.raises(StoreError, match="no note"):
            store.roster.remove_note("Ana", note.id)
    assert (left(tmp_path, better), left(tmp_path, other)) == ([], [] if passphrase else ["aijri.db"])


def left(folder: Path, words: str) -> list[str]:
    """Names of the files that hold these words as bytes."""
    files = [path for path in folder.rglob("*") if path.is_file()]
    return [path.name for path in files if words.encode() in path.read_bytes()]


def test_names_are_found_without_case_and_told_apart(store: Store) -> None:
    store.roster.add("Ünsal A")
    store.roster.add("Ünsal B")
    assert store.roster.find("üNSAL a").alias == "Ünsal A"
    with pytest.raises(UnknownClient, match="Several"):
        store.roster.find("ünsal")
    with pytest.raises(StoreError, match="already"):
        store.roster.add("ÜNSAL B")
    for words in ("", "  ", "%", "nobody", "\x1b[31m"):
        with pytest.raises((UnknownClient, StoreError)):
            store.roster.find(words)
    assert [row.alias for row in store.roster.clients("b")] == ["Ünsal B"] or len(
        store.roster.clients("b")
    ) == 2


@pytest.mark.parametrize("spelt", [str, str.upper, lambda one: f"{one[:3]}-{one[3:]}"])
@pytest.mark.parametrize("by", ["add", "rename", "table"])
def test_an_alias_is_never_the_id_of_a_client(
    store: Store, tmp_path: Path, by: str, spelt: Callable[[str], str]
) -> None:
    first, gone = store.roster.add("Bob"), store.roster.add("Gone")
    store.delete_client("Gone")
    other = store.roster.add("Other")
    for alias in (spelt(first.id), spelt(gone.id)):
        if by == "table":
            (tmp_path / "clients.csv").write_text(f"alias\n{alias}\n", "utf-8")
            table = read_roster_table(store, tmp_path / "clients.csv")
            assert "is the id of client" in "\n".join(table.lines())
            assert take_roster_table(store, table) == 0
            continue
        with pytest.raises(StoreError, match="is the id of a client here"):
            store.roster.add(alias) if by == "add" else store.roster.rename("Other", alias)
    assert [row.alias for row in store.roster.clients()] == ["Bob", "Other"]
    assert store.roster.find(other.id).alias == "Other"


@pytest.mark.parametrize("by", ["add", "table"])
def test_a_new_id_is_never_the_alias_of_a_client(tmp_path: Path, by: str) -> None:
    coming = random.Random(5)
    alias = new_id(coming)
    with Store.open(tmp_path / "data") as store:
        store.roster.add(alias)
    with Store.open(tmp_path / "data", source=random.Random(5)) as store:
        if by == "table":
            (tmp_path / "clients.csv").write_text("alias\nBob\n", "utf-8")
            table = read_roster_table(store, tmp_path / "clients.csv")
            assert take_roster_table(store, table, random.Random(5)) == 1
        else:
            store.roster.add("Bob")
        assert store.roster.find(alias).alias == alias
        assert store.roster.find("Bob").id == new_id(coming)


def test_an_id_wins_over_an_alias_that_an_earlier_program_let_be_spelt_like_it(store: Store) -> None:
    first, second = store.roster.add("Bob"), store.roster.add("Ana")
    with store.writing() as connection:
        values = {"alias": first.id, "folded": first.id}
        connection.execute(update(clients).where(clients.c.id == second.id).values(values))
    assert store.roster.find(first.id).alias == "Bob"
    assert store.roster.find(second.id).alias == first.id


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


def test_who_is_gone_is_told_in_words_and_never_by_an_id(store: Store, interview: Interview) -> None:
    """As another window tells it, which knows the client by the id alone."""
    mina = store.roster.add("Mina")
    store.roster.agree("Mina", CONSENT, "a next step", "Ada", LATER)
    open_elsewhere = store.start(answered(interview, "level", "mid"), client_id=mina.id)
    acts = (
        lambda: store.roster.card(mina.id),
        lambda: store.roster.note(mina.id, "words"),
        lambda: store.start(interview, client_id=mina.id),
        lambda: store.session(open_elsewhere.id),
        lambda: open_elsewhere.save(answered(open_elsewhere.resume(LIBRARY), "years", 4)),
    )
    store.delete_client(mina.id)
    for act in acts[:3]:
        with pytest.raises(UnknownClient, match=r"^Mina was deleted\. .*--undo"):
            act()
    with pytest.raises(SessionGone, match=f"^Mina was deleted meanwhile. .*clients delete {mina.id} --undo"):
        acts[-1]()
    store.erase_client(mina.id)
    for act in acts:
        with pytest.raises(StoreError, match="erased") as told:
            act()
        assert mina.id not in str(told.value), act
        assert open_elsewhere.id not in str(told.value), act
    if not store.server:
        assert str(told.value).startswith("The session of Mina was erased in another window.")


def test_a_short_alias_never_means_the_id_of_somebody_else(store: Store) -> None:
    """Two letters of an alias that is not kept here were the beginning of another client's id."""
    known = store.roster.add("Oli").id  # no id holds an "o"
    for letters in (1, 2, 3):
        with pytest.raises(UnknownClient):
            store.roster.find(known[:letters])
    assert store.roster.find(known[:4]).alias == store.roster.find(known).alias == "Oli"
