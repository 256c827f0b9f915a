"""A consent that is gone is missed where it was: answers are counted, also after a backup is put back."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from sqlalchemy import delete, update

from aijri_engine import Library
from aijri_engine.store import Store
from aijri_engine.store.backups import restore
from aijri_engine.store.clock import system_clock
from aijri_engine.store.database import Database
from aijri_engine.store.errors import ConsentNeeded
from aijri_engine.store.migrate import migrate
from aijri_engine.store.schema import clients, consents


def agreed(store: Store, library: Library, alias: str) -> str:
    client = store.roster.add(alias)
    store.roster.agree(alias, library.wording.consent, "a next step", "Ada", date(2099, 1, 1))
    return client.id


TAKEN: dict[str, Callable[[str, str], object]] = {
    "the no removed": lambda ana, bo: delete(consents).where(
        consents.c.client_id == ana, consents.c.answer == "no"
    ),
    "all removed": lambda ana, bo: delete(consents).where(consents.c.client_id == ana),
    "the no moved": lambda ana, bo: (
        update(consents).where(consents.c.client_id == ana, consents.c.answer == "no").values(client_id=bo)
    ),
    "the list altered": lambda ana, bo: update(clients).where(clients.c.id == ana).values(answers="1:x"),
    "the list emptied": lambda ana, bo: update(clients).where(clients.c.id == ana).values(answers=""),
}


@pytest.mark.parametrize("take", TAKEN.values(), ids=TAKEN)
def test_a_consent_that_is_gone_is_missed_where_it_was_until_a_new_answer(
    store: Store, library: Library, take: Callable[[str, str], object]
) -> None:
    ana, bo, cleo = (agreed(store, library, alias) for alias in ("Ana", "Bo", "Cleo"))
    store.roster.decline("Ana")
    with store.writing() as connection:
        connection.execute(take(ana, bo))  # type: ignore[call-overload]
    card = store.roster.card("Ana")
    assert card.consents[0].trouble == "an answer that was recorded is missing"
    assert "the consent is damaged" in card.client.trouble
    assert card.client.standing() == "its consent is damaged"
    with pytest.raises(
        ConsentNeeded, match=r"Ana has a consent that is damaged \(an answer that was recorded is miss"
    ):
        store.refuse_ended(ana)
    assert "Ana" in [row.alias for row in store.roster.due()]
    assert "Cleo" not in [row.alias for row in store.roster.due()]
    store.refuse_ended(cleo)
    store.roster.agree("Ana", library.wording.consent, "a next step", "Ada", date(2099, 1, 1))
    store.refuse_ended(ana)
    assert not store.roster.card("Ana").client.trouble


def test_answers_of_before_are_counted_as_they_stand(store: Store, library: Library) -> None:
    ana = agreed(store, library, "Ana")
    store.roster.add("Bo")
    with store.writing() as connection:
        migrate(connection, "0004", up=False)
        migrate(connection)
    assert not any(row.trouble for row in store.roster.clients())
    with store.writing() as connection:
        connection.execute(delete(consents))
    with pytest.raises(ConsentNeeded, match="is missing"):
        store.refuse_ended(ana)


@pytest.mark.parametrize("where", ["here", "backup"])
def test_a_missing_consent_is_missed_after_a_backup_is_put_back(
    tmp_path: Path, library: Library, passphrase: str | None, where: str
) -> None:
    """Taken away here it stays missed; taken away in the backup alone, the answers known here count."""
    with Store.open(tmp_path, passphrase) as store:
        agreed(store, library, "Ana")
        backup = store.backup()
        store.roster.decline("Ana")
        if where == "here":
            with store.writing() as connection:
                connection.execute(delete(consents).where(consents.c.answer == "no"))
    if where == "backup":
        old = Database(backup, passphrase)
        with old.writing() as connection:
            connection.execute(delete(consents))
        old.close()
    restore(backup, tmp_path, passphrase, system_clock)
    with Store.open(tmp_path, passphrase) as store:
        told = store.roster.card("Ana").client
        assert told.standing().startswith("its consent is damaged" if where == "here" else "said no on")


def test_a_backup_of_before_counts_its_answers_when_it_is_put_back(
    tmp_path: Path, library: Library, passphrase: str | None
) -> None:
    with Store.open(tmp_path, passphrase) as store:
        agreed(store, library, "Ana")
        backup = store.backup()
    old = Database(backup, passphrase)
    with old.writing() as connection:
        migrate(connection, "0003", up=False)
    old.close()
    restore(backup, tmp_path, passphrase, system_clock)
    with Store.open(tmp_path, passphrase) as store:
        assert store.roster.card("Ana").client.standing().startswith("consent until")
