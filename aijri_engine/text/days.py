"""Days in the words people use: "next friday", "in two weeks", "30 June". Read with dateparser, loaded when needed."""

import re
from calendar import monthrange
from datetime import date, datetime, time, timedelta

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
UNREAD = re.compile(
    r"\d\s*:\s*\d|\d\s*h(?:\b|\d)|\b(?:hours?|minutes?|noon|midday|midnight|morning|afternoon|evening|night|tonight)\b"
    r"|\d\s*[ap]\.?m\b|o'clock|(?<=\d)\s*z\b|\bat\s+\d|\bnext\s+next\b",
    re.IGNORECASE,
)
"""What of a time would be dropped without a word, or taken for a day or a year; a time that is read is gone before."""
LENGTH = r"(?:day|week|fortnight|month|year)s?\b"
HALF_READ = re.compile(
    rf"\d\s*(?:[-–—/+]|to|or)\s*\d+\s*{LENGTH}|[-–—+]\s*\d+\s*{LENGTH}|\d[.,]\d+\s*{LENGTH}|\bin\b.*\bago\b",
    re.IGNORECASE,
)
"""Lengths of time of which one part would be taken for the whole: "2-3 weeks", "-3 days", "in 3 weeks ago"."""
LENGTHS = ("year", "month", "fortnight", "week", "day")
END_OF = re.compile(r"^(?:at\s+)?(?:the\s+)?end\s+of\s+(?:the\s+|this\s+)?(?P<what>\S.*)$", re.IGNORECASE)
IN_WEEKS = re.compile(
    rf"^(?P<first>{WEEKDAY.pattern})?,?\s*(?P<weeks>in\s+\w+\s+weeks?)(?:\s+on\s+(?P<last>{WEEKDAY.pattern}))?$",
    re.IGNORECASE,
)
WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
FRIDAY = 4
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
    if words.isdigit() or UNREAD.search(words) or _either_way(words) or _half_read(words):
        return None
    while LEADING.match(words):
        words = LEADING.sub("", words)
    words = re.sub(r"\b(?:a|one)\s+fortnight\b", "two weeks", words, flags=re.IGNORECASE)
    if end := END_OF.match(words):
        return _end_of(end["what"].strip(), today)
    if (weeks := IN_WEEKS.match(words)) and (named := weeks["first"] or weeks["last"]):
        week = read_day(weeks["weeks"], today)
        return week and _weekday_of(week, WEEKDAYS.index(named[:3].casefold()))
    import dateparser  # type: ignore[import-untyped]

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
        if found is not None and YEARS[0] <= found.year < YEARS[1] and _is_named(found.date(), words):
            return found.date()
    return None


def _either_way(words: str) -> bool:
    """`11/12/2026` is of November or of December, by where somebody lives."""
    found = re.match(r"(\d{1,2})[/-](\d{1,2})\b(?!-\d\d?\b)", words)
    return (
        found is not None
        and found[1].lstrip("0") != found[2].lstrip("0")
        and int(found[1]) <= 12 >= int(found[2])
    )


def _half_read(words: str) -> bool:
    """A length of time of which a part would be dropped, or with a longer unit after a shorter one."""
    units = [
        LENGTHS.index(one.casefold())
        for one in re.findall(rf"\b({'|'.join(LENGTHS)})s?\b", words, re.IGNORECASE)
    ]
    return HALF_READ.search(words) is not None or units != sorted(set(units))


def _is_named(day: date, words: str) -> bool:
    """The day is of the weekday that the words name, if any: no "friday 30" where the 30th is a Monday."""
    named = WEEKDAY.search(words)
    return named is None or day.weekday() == WEEKDAYS.index(named[0][:3].casefold())


def _weekday_of(day: date, weekday: int) -> date:
    """That weekday of the day's week, which begins on Monday."""
    return day + timedelta(weekday - day.weekday())


def _end_of(what: str, today: date) -> date | None:
    """The last day of a month or a year that is meant, the Friday of a week; None for what is none of them."""
    words = what.casefold()
    ahead = words.startswith("next ")
    match words.removeprefix("next "):
        case "week":
            friday = _weekday_of(today, FRIDAY)
            return friday + timedelta(7 * (ahead or friday < today))
        case "year":
            return date(today.year + ahead, 12, 31)
        case "month":
            first = today.replace(day=1)
            return _last_of((first + timedelta(31)) if ahead else first)
    first_day = read_day(f"1 {what}", today) if not any(sign.isdigit() for sign in what[:1]) else None
    if first_day is not None and first_day.month == today.month and first_day.year == today.year + 1:
        first_day = first_day.replace(year=today.year) if today.strftime("%Y") not in what else first_day
    return first_day and _last_of(first_day)


def _last_of(day: date) -> date:
    return day.replace(day=monthrange(day.year, day.month)[1])
