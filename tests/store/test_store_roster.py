"""Clients: consent before the first question, notes that stay private, plans that are carried on."""

from datetime import date, timedelta
from pathlib import Path

import pytest
from store_clients import CONSENT, LATER, Clock

from aijri_engine import Interview
from aijri_engine.store import Store, StoreError
from aijri_engine.store.errors import ConsentNeeded


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
