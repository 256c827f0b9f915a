"""The week in which what was deleted can be brought back, counted in time the store has seen pass.

A clock that was set wrong for a day must not end it: from one look to the next at most half of it goes by.
"""

import json
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Connection, insert, select, update

from aijri_engine.store.clock import moment_of, stamp
from aijri_engine.store.schema import settings

UNDO_WINDOW = timedelta(days=7)
"""What was deleted can be brought back for a week, and is then erased [ours]."""

MOST_AT_ONCE = UNDO_WINDOW / 2
"""However long the store was not looked at: two looks at least lie between a deletion and the end [ours]."""

NAME = "time seen"


def time_seen(connection: Connection, now: datetime) -> int:
    """Seconds the store has seen pass until `now`, which is remembered; a clock set back adds nothing."""
    mine = settings.c.name == NAME
    known = connection.execute(select(settings.c.value).where(mine)).scalar()
    before: dict[str, Any] = json.loads(known) if known else {"at": stamp(now), "seconds": 0}
    passed = min(max(now - moment_of(before["at"]), timedelta()), MOST_AT_ONCE)
    seconds = int(before["seconds"] + passed.total_seconds())
    value = json.dumps({"at": stamp(now), "seconds": seconds})
    if known is None:
        connection.execute(insert(settings).values(name=NAME, value=value))
    else:
        connection.execute(update(settings).where(mine).values(value=value))
    return seconds
