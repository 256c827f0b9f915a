"""Points in time as the store writes them. The clock itself is passed in."""

from collections.abc import Callable
from datetime import UTC, date, datetime

Clock = Callable[[], datetime]


def system_clock() -> datetime:
    """Now, in UTC."""
    return datetime.now(UTC)


def today(clock: Clock) -> date:
    """The day on this machine's calendar: what "today" means to a coach, in the evening too."""
    return clock().astimezone().date()


def stamp(moment: datetime) -> str:
    """ISO 8601 in UTC with microseconds: always the same length, so that text order is time order."""
    return moment.astimezone(UTC).isoformat(timespec="microseconds")


def moment_of(text: str) -> datetime:
    """The moment of a stamp."""
    return datetime.fromisoformat(text)
