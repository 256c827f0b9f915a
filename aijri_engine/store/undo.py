"""The week in which what was deleted can be brought back, counted in time the store has seen pass.

A clock that was set wrong for a day must not end it: from one look to the next at most half of it goes by.
"""

import json
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Connection

from aijri_engine.store.clock import moment_of, stamp
from aijri_engine.store.settings import keep_setting, setting

UNDO_WINDOW = timedelta(days=7)
"""What was deleted can be brought back for a week, and is then erased [ours]."""

MOST_SECONDS = 1e12
"""More than any store sees pass; a larger figure is a spoiled one."""

MOST_AT_ONCE = UNDO_WINDOW / 2
"""However long the store was not looked at: two looks at least lie between a deletion and the end [ours]."""

NAME = "time seen"


def _remembered(value: Any) -> tuple[datetime, float] | None:
    """When the store was looked at last, and the seconds seen until then; None where that cannot be read."""
    try:
        found = json.loads(value)
        at, seconds = moment_of(found["at"]), float(found["seconds"])
        return (at, seconds) if at.tzinfo and 0 <= seconds < MOST_SECONDS else None
    except (LookupError, TypeError, ValueError):
        return None


def time_seen(connection: Connection, now: datetime) -> int:
    """Seconds the store has seen pass until `now`, which is remembered; a clock set back adds nothing."""
    at, before = _remembered(setting(connection, NAME)) or (now, 0)
    passed = min(max(now - at, timedelta()), MOST_AT_ONCE)
    seconds = int(before + passed.total_seconds())
    keep_setting(connection, NAME, json.dumps({"at": stamp(now), "seconds": seconds}))
    return seconds
