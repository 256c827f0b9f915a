"""Days in the words people use: "next friday", "in two weeks", "30 June". Read with dateparser, loaded when needed."""

import re
from datetime import date, datetime, time

LONGEST = 60
ISO = re.compile(r"\d{4}-\d{1,2}-\d{1,2}")
LEADING = re.compile(r"^(?:on|by|until|till|the|this|coming)\s+", re.IGNORECASE)
NEXT = re.compile(r"^next\s+", re.IGNORECASE)
WEEKDAY = re.compile(r"\b(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\b", re.IGNORECASE)
YEARS = (1970, 2200)


def read_day(text: str, today: date) -> date | None:
    """The day that is meant, seen from today and in the future where both are possible; None for what is none."""
    words = text.strip()
    if not words or len(words) > LONGEST:
        return None
    if ISO.fullmatch(words):
        try:
            year, month, day = (int(part) for part in words.split("-"))
            return date(year, month, day)
        except ValueError:
            return None
    if words.isdigit():
        return None
    import dateparser  # type: ignore[import-untyped]

    while LEADING.match(words):
        words = LEADING.sub("", words)
    weekday = NEXT.sub("", words) if NEXT.match(words) else words
    settings = {
        "PREFER_DATES_FROM": "future",
        "PREFER_DAY_OF_MONTH": "current",
        "REQUIRE_PARTS": [] if WEEKDAY.search(words) else ["day"],
        "RELATIVE_BASE": datetime.combine(today, time(12)),
        "DATE_ORDER": "DMY",
        "STRICT_PARSING": False,
        "RETURN_AS_TIMEZONE_AWARE": False,
    }
    for wording in dict.fromkeys((words, weekday)):
        found: datetime | None = dateparser.parse(wording, languages=["en"], settings=settings)
        if found is not None and YEARS[0] <= found.year < YEARS[1]:
            return found.date()
    return None
