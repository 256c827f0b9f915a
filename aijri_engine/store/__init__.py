"""Sessions, clients, consent and plans on disk: one file, every answer durable before the next question.

The names below are loaded when first used. `Store` and `Session` bring in the database library (about a third of a
second); errors, `FileLog` and `SafeKeeping` do not until they need it.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from aijri_engine.store.errors import (
        PassphraseNeeded,
        StoreConflict,
        StoreError,
        UnknownSession,
        WrongPassphrase,
    )
    from aijri_engine.store.file_log import FileLog
    from aijri_engine.store.folder import data_folder
    from aijri_engine.store.keeping import SafeKeeping
    from aijri_engine.store.rows import SessionRow
    from aijri_engine.store.sessions import Session
    from aijri_engine.store.store import Store

_PLACES = {
    "FileLog": "file_log",
    "PassphraseNeeded": "errors",
    "SafeKeeping": "keeping",
    "Session": "sessions",
    "SessionRow": "rows",
    "Store": "store",
    "StoreConflict": "errors",
    "StoreError": "errors",
    "UnknownSession": "errors",
    "WrongPassphrase": "errors",
    "data_folder": "folder",
}

__all__ = [
    "FileLog",
    "PassphraseNeeded",
    "SafeKeeping",
    "Session",
    "SessionRow",
    "Store",
    "StoreConflict",
    "StoreError",
    "UnknownSession",
    "WrongPassphrase",
    "data_folder",
]


def __getattr__(name: str) -> Any:
    if name not in _PLACES:
        raise AttributeError(f"aijri_engine.store has no {name!r}; it offers {', '.join(__all__)}")
    return getattr(import_module(f"aijri_engine.store.{_PLACES[name]}"), name)
