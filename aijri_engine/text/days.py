"""Days in the words people use: "next friday", "in two weeks", "30 June". Read with dateparser, loaded when needed."""

import re
from datetime import date, datetime, time

LONGEST = 60
ISO = re.compile(r"\d{4}-\d{1,2}-\d{1,2}")
LEADING = re.compile(r"^(?:on|by|until|till|the|this|coming)\s+", re.IGNORECASE)
NEXT = re.compile(r"^next\s+", re.IGNORECASE)
WEEKDAY = re.compile(r"\b(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\b", re.IGNORECASE)
YEARS = (1970, 2200)
TIME = re.compile(
    r"[,\s]*(?<![\d.])\b(?:at\s+)?(?:(?P<hour>[01]?\d|2[0-4])(?:[:.h](?P<minute>[0-5]\d)(?:\s*(?P<half>[ap])\.?m\.?)?"
    r"|\s*(?P<only>[ap])\.?m\.?|\s*o'clock)|(?P<noon>noon|midday))(?:\s*h|\s*o'clock)?\s*$",
    re.IGNORECASE,
)
BARE_HOUR = re.compile(r"[,\s]+at\s+(?P<hour>[01]?\d|2[0-3])\s*$", re.IGNORECASE)


def read_day_and_time(text: str, today: date) -> tuple[date | None, str]:
    """The day that is meant, and the time of day as HH:MM, empty where none is said: "next friday at 10:30"."""
    words = re.sub(r"(?<=\d)T(?=\d)", " ", text.strip())
    found = BARE_HOUR.search(words) or TIME.search(words)
    hour = _time_of(found) if found is not None else ""
    if found is None or not hour:
        return read_day(words, today), ""
    return read_day(words[: found.start()], today), hour


def _time_of(found: re.Match[str]) -> str:
    """HH:MM; empty for what is no time of day."""
    parts = found.groupdict()
    if parts.get("noon"):
        return "12:00"
    hour, minute = int(parts["hour"]), int(parts.get("minute") or 0)
    half = (parts.get("half") or parts.get("only") or "").lower()
    if half:
        if not 1 <= hour <= 12:
            return ""
        hour = hour % 12 + (12 if half == "p" else 0)
    return f"{hour:02}:{minute:02}" if hour < 24 else ""


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
