"""A page for a client and the file it gives, with parts of its letter replaced."""

import json
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pyrage

from aijri_engine import Library
from aijri_engine.store import Store, write_form

ROLE = "deep-learning-engineer"
ANSWERS = f"""role: {ROLE}
answers:
  years: 1
  split:
    train: 60
    design: 40
  level: junior
"""


def page_of(store: Store, library: Library, path: Path, client: str = "W.Q. <b>") -> dict[str, Any]:
    """What a page carries for sealing its file."""
    write_form(store, library, ROLE, path, client)
    island = path.read_text(encoding="utf-8").split('id="data">')[1].split("</script>")[0]
    found: dict[str, Any] = json.loads(island)
    return found


def sealed(page: dict[str, Any], armored: bool = True, **other: Any) -> bytes:
    """The file a page gives, with parts of its letter replaced."""
    client, recipient = page["sealed"]["client"], page["sealed"]["recipient"]
    letter = {"schema": "aijri/form/1", "client": client, "role": ROLE, "answers": ANSWERS} | other
    key = pyrage.x25519.Recipient.from_str(recipient)
    return bytes(pyrage.encrypt(json.dumps(letter).encode(), [key], armored=armored))


def moment(store: Store, **apart: float) -> str:
    return (datetime.fromisoformat(store.now()) + timedelta(**apart)).isoformat()
