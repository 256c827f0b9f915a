"""Aliases and ids of clients: found without case, told apart, and never the one of somebody else."""

import random
from collections.abc import Callable
from pathlib import Path

import pytest
from sqlalchemy import update
from store_clients import CONSENT, LATER, LIBRARY
from store_people import answered

from aijri_engine import Interview
from aijri_engine.store import Store, StoreError, read_roster_table, take_roster_table
from aijri_engine.store.errors import SessionGone, UnknownClient
from aijri_engine.store.identifiers import new_id
from aijri_engine.store.schema import clients


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
