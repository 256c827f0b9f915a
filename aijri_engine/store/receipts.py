"""What was erased, in numbers: receipts that lead to nobody."""

import json
from dataclasses import asdict, dataclass, fields
from typing import Any

from sqlalchemy import Connection, select

from aijri_engine.store.schema import receipts
from aijri_engine.store.sound_rows import sound
from aijri_engine.text import counted, iso_day


@dataclass(frozen=True, slots=True)
class Receipt:
    """What was erased, in numbers: nothing in it leads to a person."""

    id: str
    at: str
    clients: int
    sessions: int
    notes: int
    acts: int
    consents: int
    files_removed: int
    files_not_found: int
    """Recorded files that were moved or deleted before."""
    files_left: int
    """Files that were changed since, or could not be removed: to be deleted by hand."""
    backups_cleaned: int
    backups_left: int
    """Backups that could not be opened (another passphrase, or another disk that is not there) and may hold them."""
    complete: bool
    """Nothing was left, and the journal of the store was emptied."""
    on_server: bool = False
    """Erased on a server, which writes over deleted rows in its own time and whose backups are not reached."""
    trouble: str = ""
    """What of the record cannot be read; empty when all is well."""

    @property
    def counts(self) -> str:
        """What was erased, in words."""
        parts = ((self.clients, "client"), (self.sessions, "session"), (self.notes, "note"), (self.acts, "act"),
                 (self.consents, "consent"), (self.files_removed, "file"))  # fmt: skip
        return ", ".join(counted(number, name) for number, name in parts if number)

    def text(self) -> str:
        """The receipt in a few lines, to be handed over."""
        if self.trouble:
            return f"Receipt {self.id or 'without an id'}, {iso_day(self.at)}: {self.trouble}."
        lines = [
            f"Receipt {self.id}, {iso_day(self.at)}: erased.",
            f"Gone: {self.counts or 'nothing, for nothing was kept'}.",
            f"Files: {self.files_not_found} not found, {self.files_left} left.",
            f"Backups: {self.backups_cleaned} cleaned, {self.backups_left} left.",
        ]
        by_hand = "Not complete: what is left has to be deleted by hand."
        windows = "Not complete: another window uses the store. Close it, which empties the journal."
        left = by_hand if self.files_left or self.backups_left else windows
        lines.append("Nothing is left in the store or its journal." if self.complete else left)
        if self.on_server:
            lines.append(
                "Private notes of colleagues went too, uncounted. The server writes over deleted rows in its own time; "
                "backups made of it are not reached."
            )
        lines.append("Documents handed over before cannot be called back.")
        return "\n".join(lines)


def receipts_of(connection: Connection) -> list[Receipt]:
    """Every receipt, the newest first."""
    query = select(receipts.c.id, receipts.c.at, receipts.c.body).order_by(
        receipts.c.at.desc(), receipts.c.id
    )
    return [sound(Receipt, _said(*row)) for row in connection.execute(query)]


def _said(receipt_id: str, at: str, body: str) -> list[Any]:
    """The values of a receipt in their order; None for what its record does not say."""
    try:
        said = {**json.loads(body), "id": receipt_id, "at": at}
    except (TypeError, ValueError):
        said = {"id": receipt_id, "at": at}
    return [said.get(one.name) for one in fields(Receipt) if one.name != "trouble"]


def body_of(receipt: Receipt) -> str:
    said = asdict(receipt)
    return json.dumps({name: said[name] for name in said if name != "trouble"})
