"""What lists show, as plain frozen records without a database behind them."""

import json
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class SessionRow:
    """One session as a list shows it. Times are ISO 8601 in UTC."""

    id: str
    role: str
    role_name: str
    created: str
    updated: str
    events: int
    """Events stored."""
    place: str | None
    """Key of the question the interview stands at; None when nothing is open."""
    revealed: bool
    """The figure was seen."""
    goal: str
    client_id: str | None
    client: str | None
    """Alias of the client; None for a session taken alone."""
    deleted: str | None
    """When it was deleted; it can be brought back until the undo window closes."""
    versions_json: str

    @property
    def versions(self) -> dict[str, Any]:
        """Content versions and digests the session was started with."""
        found = json.loads(self.versions_json)
        return dict(found)
