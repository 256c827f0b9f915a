"""The user's store, as commands open it: asks for a passphrase where one is set, and tells errors as sentences."""

from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from datetime import date
from typing import TYPE_CHECKING, TypeVar

from aijri_tui.cli.passphrase import NEEDED, can_type, from_descriptor, new_one, typed
from aijri_tui.cli.streams import diagnose

if TYPE_CHECKING:
    from aijri_engine.store import Autosave, Store

ATTEMPTS = 3
"""Times a passphrase may be typed."""

Opened = TypeVar("Opened")


def open_store() -> "Store":
    """The store of this user, without what was deleted more than a week ago. Raises `StoreError`."""
    from aijri_engine.store import Store

    store = with_passphrase(lambda passphrase: Store.open(passphrase=passphrase))
    if (overdue := store.erase_overdue()) is not None:
        diagnose("What was deleted more than a week ago is now erased.", overdue.receipt.text())
    return store


@contextmanager
def using_store() -> Iterator["Store"]:
    """The store of this user as long as a command uses it.

    One that the command had to make, and that holds nothing when it fails, goes again.
    """
    from aijri_engine.store import STORE_NAME, data_folder, may_lie, passphrase_was_set

    place = data_folder() / STORE_NAME
    new, marked = not may_lie(place), passphrase_was_set(place)
    with closing(open_store()) as store:
        try:
            if words := store.missed():
                diagnose(words)
            yield store
        except BaseException:
            if new:
                store.discard(marked)
            raise


def open_keeping() -> tuple["Autosave", str | None]:
    """Where an interview can keep its answers, and what to tell the person when that is not the store."""
    from aijri_engine.store import Autosave

    return with_passphrase(lambda passphrase: Autosave.open(passphrase=passphrase))


def with_passphrase(opening: Callable[[str | None], Opened]) -> Opened:
    """What `opening` gives for the passphrase: none, of the descriptor, kept for today by choice, or typed."""
    from aijri_engine.store import (
        STORE_NAME,
        LockedOrDamaged,
        MissingStore,
        PassphraseNeeded,
        WrongPassphrase,
        data_folder,
        forget_kept,
        kept_for_today,
    )

    given = from_descriptor()
    if given is not None:
        return opening(given)
    try:
        return opening(None)
    except PassphraseNeeded as error:
        unsure = str(error) if isinstance(error, LockedOrDamaged) else ""
        if isinstance(error, MissingStore):
            diagnose(*([unsure] if can_type() else []))
            return opening(new_one("a new store", f"aijri: {unsure}"))
    place = data_folder() / STORE_NAME
    if (kept := kept_for_today(place, date.today())) is not None:
        try:
            return opening(kept)
        except (WrongPassphrase, PassphraseNeeded):
            forget_kept(place)
    if unsure and can_type():
        diagnose(unsure)
    for attempt in range(1, ATTEMPTS + 1):
        try:
            return opening(typed(nobody=f"aijri: {unsure}" if unsure else NEEDED))
        except (WrongPassphrase, PassphraseNeeded) as error:
            if attempt == ATTEMPTS:
                raise
            diagnose(str(error))
    raise AssertionError("every attempt returns or raises")
