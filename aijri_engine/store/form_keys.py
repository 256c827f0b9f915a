"""The key of a store for what clients' pages give: pages are made with it, sealed files opened, consents proved."""

import base64
import binascii
import hmac
import json
import re
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any

from aijri_engine.files.whole_files import read_bounded
from aijri_engine.form.export import SCHEMA
from aijri_engine.store.errors import StoreError, read_named
from aijri_engine.store.handover_file import MOST_BYTES as LARGEST_HAND_OVER
from aijri_engine.store.handover_file import refuse_other_version
from aijri_engine.store.schema import FORM_KEY
from aijri_engine.store.settings import is_kept, keep_setting, setting

if TYPE_CHECKING:
    from aijri_engine.store.store import Store

MOST_BYTES = 1_048_576
BINARY = b"age-encryption.org/v1\n-> X25519 "
ARMOUR = re.compile(
    rb"-----BEGIN AGE ENCRYPTED FILE-----\s+([A-Za-z0-9+/=\s]+?)\s*-----END AGE ENCRYPTED FILE-----"
)
ARMOUR_MARK = b"-----BEGIN AGE ENCRYPTED FILE-----"
KEY_DAMAGED = (
    "The key that opens what clients' pages send is damaged: files from pages of before open no more."
)
NEW_KEY = "Do it again: a new key was made. Whoever has a page of before needs a new one."
AGAIN = "Ask the client to finish the page again and to send the new file; nothing was taken in."


def _identity(store: "Store") -> Any:
    """The store's own key; None where there is none yet, or it is damaged: the next page gets a new one."""
    from pyrage import IdentityError, x25519  # type: ignore[import-untyped]

    with store.reading() as connection:
        found = setting(connection, FORM_KEY)
    with suppress(IdentityError):
        return x25519.Identity.from_str(found)
    return None


def public_key(store: "Store") -> str:
    """What pages seal answers with. Raises `StoreError` once where the key was damaged and is new."""
    from pyrage import x25519

    identity = _identity(store)
    if identity is None:
        identity = x25519.Identity.generate()
        with store.writing() as connection:
            damaged = is_kept(connection, FORM_KEY)
            keep_setting(connection, FORM_KEY, str(identity))
        if damaged:
            raise StoreError(KEY_DAMAGED, NEW_KEY)
    return str(identity.to_public())


def mark_of(store: "Store", client: str, offer: str) -> str:
    """Proves that this store asked that client for this consent; 64 hexadecimal digits, as a digest of a text."""
    return hmac.digest(str(_identity(store)).encode(), f"{client} {offer}".encode(), "sha256").hex()


def asked_by(store: "Store", client: str, consent: str) -> dict[str, str] | None:
    """What a page of ours asked for; None for a consent that is named by its digest alone, and for a foreign one."""
    mark, offer = consent[:MARK], consent[MARK:]
    if not offer or not hmac.compare_digest(mark_of(store, client, offer).encode(), mark.encode()):
        return None
    found: dict[str, str] = json.loads(offer)
    return found


MARK = 64
"""Characters of a mark."""


def is_sealed(path: Path) -> bool:
    """What lies there begins as a file of a client's page does."""
    try:
        content = read_bounded(path, LARGEST_HAND_OVER)
    except OSError:
        return False
    return content.startswith(BINARY) or ARMOUR_MARK in content


def opened(store: "Store", path: Path) -> dict[str, str]:
    """What is in a sealed file. Raises `StoreError` with what is wrong with it."""
    from pyrage import DecryptError, decrypt

    identity = _identity(store)
    if identity is None:
        raise StoreError(
            f"{path} is from a page that was not made here, or its key was damaged: this store has no key for it.",
            "Open it where the page was made, or put back a backup; nothing was taken in.",
        )
    try:
        found = json.loads(decrypt(_binary(path), [identity]))
    except DecryptError as error:
        if "No matching keys" in str(error):
            raise StoreError(
                f"{path} was sealed for another coach, or with a key that was erased or damaged since.",
                "Make a new page for the client; nothing was taken in.",
            ) from None
        raise StoreError(f"{path} does not open: it was changed or cut short on its way.", AGAIN) from None
    except (ValueError, RecursionError):
        raise StoreError(f"{path} holds no answers of a page.", AGAIN) from None
    refuse_other_version(path, found, SCHEMA)
    names = ("client", "role", "answers")
    ours = isinstance(found, dict) and found.get("schema") == SCHEMA
    if not ours or not all(isinstance(found.get(name), str) for name in names):
        raise StoreError(f"{path} holds no answers of a page.", AGAIN)
    beside = ("agreed", "consent")
    return {name: found[name] for name in (*names, *beside) if isinstance(found.get(name), str)}


def _binary(path: Path) -> bytes:
    """The bytes of the file, out of the text that mail carries it in. Raises `StoreError`."""
    content = read_named(path, MOST_BYTES, AGAIN)
    if content.startswith(BINARY):
        return content
    armour = ARMOUR.search(content)
    try:
        return base64.b64decode(b"".join(armour[1].split()) if armour else b"!", validate=True)
    except binascii.Error:
        raise StoreError(f"{path} does not open: it was changed or cut short on its way.", AGAIN) from None
