"""What a coach writes down of one client, on one day."""

from datetime import UTC, datetime

NOON = datetime(2026, 11, 22, 12, tzinfo=UTC)
ALIAS, GOAL = "Wilhelmina Q", "whether to move to research"
PRIVATE, SHARED = "worried about the merger", "we read the bridge together"
ACT, SIGN = "ask for one reviewed design decision", "the review has my name on it"
