"""Days in the words people use: "next friday", "in two weeks", "30 June". A word that is left over makes it no day."""

import re
from calendar import monthrange
from datetime import date, timedelta

LONGEST = 60
LAST_YEAR = 2199
"""A length of time that leads further is none."""
LEADING = re.compile(r"(?:(?:on|by|until|till|the|this|coming)\s+)*")
NAMED = {"today": 0, "tomorrow": 1, "yesterday": -1, "day after tomorrow": 2}
WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
WEEKDAY = r"(?P<weekday>mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?\b\.?"
MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
MONTH = (
    r"(?P<month>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?"
    r"|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\b\.?"
)
NTH = r"(?P<day>\d{1,2})(?:st|nd|rd|th|\.)?"
DATES = tuple(
    re.compile(form)
    for form in (
        rf"{NTH}[\s-]*(?:of\s+)?{MONTH}(?:[\s-]*(?P<year>\d{{4}}))?",
        rf"{MONTH}\s*(?:the\s+)?{NTH}(?:\s+(?P<year>\d{{4}}))?",
        r"(?P<year>\d{4})([-./])(?P<month>\d{1,2})\2(?P<day>\d{1,2})",
        r"(?P<day>\d{1,2})(?P<sign>[-./])(?P<month>\d{1,2})(?P=sign)(?P<year>\d{4})",
    )
)
OF_A_MONTH = re.compile(r"(?P<day>\d{1,2})(?:st|nd|rd|th)(?:\s+of\s+(?P<which>next|this|the)\s+month)?")
END_OF = re.compile(
    r"(?:at\s+the\s+|at\s+)?end\s+of\s+(?:(?:the|this|(?P<next>next))\s+)?"
    rf"(?:(?P<unit>week|month|year)|{MONTH}(?:\s+(?P<year>\d{{4}}))?)"
)
SMALL = (
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
    "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
)  # fmt: skip
TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
NUMBERS = dict(zip(SMALL, range(20), strict=True)) | {
    f"{ten}-{SMALL[one]}" if one else ten: 10 * place + one
    for place, ten in enumerate(TENS, start=2)
    for one in range(10)
}
NUMBER = rf"\d{{1,4}}|(?:{'|'.join(sorted(NUMBERS, reverse=True))})\b"
UNITS = {"y": (12, 0), "m": (1, 0), "f": (0, 14), "w": (0, 7), "d": (0, 1)}
"""Months and days of a unit, by its first letter; longer ones stand before shorter ones, here and in what is typed."""
PART = re.compile(
    rf"(?P<number>{NUMBER}|an?\b)\s*(?P<unit>y(?:(?:ea)?rs?)?|mo(?:nth)?s?|fortnights?|w(?:(?:ee)?ks?)?|d(?:ays?)?)\b"
    r"(?:\s+and(?=\s))?\s*"
)
HALF_YEARS = re.compile(
    rf"(?:(?P<number>{NUMBER})\s*(?:½|and\s+a\s+half)|(?:an?\s+)?(?:½|half)(?:\s+an?)?)\s*years?"
    rf"|(?P<whole>{NUMBER}|an?)\s*years?\s+and\s+a\s+half"
)
LENGTHS = tuple(
    re.compile(form)
    for form in (
        r"(?:in|within|after)\s+(?P<length>.+?)(?:[’']?\s+time)?",
        r"(?P<length>.+?)(?:\s+from\s+now|\s+later|\s+(?P<back>ago))?",
        r"next\s+(?P<unit>week|month|year)",
        r"(?P<length>.+?)\s+(?:after|from|(?P<back>before))\s+(?P<day>.+)",
        r"(?P<length>.+)\s+(?P<day>today|tomorrow)",
        rf"(?P<day>today|tomorrow|{WEEKDAY})\s+(?P<unit>week)",
    )
)
OF_A_WEEK = (
    re.compile(rf"{WEEKDAY}\s+(?P<week>in\s+\S+\s+(?:weeks?|fortnights?)|next\s+week)"),
    re.compile(rf"(?P<week>in\s+\S+\s+(?:weeks?|fortnights?))\s+on\s+{WEEKDAY}"),
)
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
    words = " ".join(text.casefold().replace(",", " ").split())
    if len(words) > LONGEST:
        return None
    words = LEADING.sub("", words, count=1)
    try:
        readers = (_named, _dated, _of_a_month, _end_of, _weekday, _length)
        return next((day for reader in readers if (day := reader(words, today)) is not None), None)
    except (OverflowError, ValueError):
        return None


def _named(words: str, today: date) -> date | None:
    return today + timedelta(NAMED[words]) if words in NAMED else None


def _dated(words: str, today: date) -> date | None:
    """A day of the calendar, the next one where no year is said; none is `11/12/2026`, which is two days."""
    found = next(filter(None, (form.fullmatch(words) for form in DATES)), None)
    if found is None:
        return None
    sign, day, month = found.groupdict().get("sign"), int(found["day"]), _month_of(found["month"])
    if sign in ("-", "/") and day != month:
        if max(day, month) <= len(MONTHS):
            return None
        day, month = max(day, month), min(day, month)
    if found["year"]:
        return date(int(found["year"]), month, day)
    firsts = (date(year, month, 1) for year in range(today.year, today.year + 9))
    days = (first.replace(day=day) for first in firsts if day <= _last_of(first).day)
    return next((there for there in days if there >= today), None)


def _of_a_month(words: str, today: date) -> date | None:
    """ "The 15th", which is to come, and "the 1st of next month"."""
    found = OF_A_MONTH.fullmatch(words)
    if found is None:
        return None
    day = int(found["day"])
    return _later(
        today.replace(day=1), months=found["which"] == "next" or (not found["which"] and day < today.day)
    ).replace(day=day)


def _end_of(words: str, today: date) -> date | None:
    """The last day of a month or a year that is meant, the Friday of a week."""
    found = END_OF.fullmatch(words)
    if found is None:
        return None
    ahead = bool(found["next"])
    match found["unit"]:
        case "week":
            friday = _weekday_of(today, "fri")
            return friday + timedelta(7 * (ahead or friday < today))
        case "year":
            return date(today.year + ahead, 12, 31)
        case "month":
            return _last_of(_later(today.replace(day=1), months=ahead))
    month = _month_of(found["month"])
    year = int(found["year"]) if found["year"] else today.year + (month < today.month)
    return None if ahead else _last_of(date(year, month, 1))


def _weekday(words: str, today: date) -> date | None:
    """The weekday to come, or of a week; with a date only where it is that day: no "friday 30" which is a Monday."""
    if found := next(filter(None, (form.fullmatch(words) for form in OF_A_WEEK)), None):
        week = _length(found["week"], today)
        return week and _weekday_of(week, found["weekday"])
    found = re.fullmatch(rf"(?:next\s+)?{WEEKDAY}(?:\s+(?P<date>.+))?", words)
    if found is None:
        return None
    if found["date"]:
        day = _dated(LEADING.sub("", found["date"], count=1), today)
        return day if day is not None and day == _weekday_of(day, found["weekday"]) else None
    coming = _weekday_of(today, found["weekday"])
    return coming + timedelta(7 * (coming <= today))


def _length(words: str, today: date) -> date | None:
    """A length of time from today or another day: "in 2 weeks", "3 days ago", "2 weeks after 1 May", "friday week"."""
    for form in LENGTHS:
        parts = dict.fromkeys(("length", "unit", "day", "back"))
        parts |= found.groupdict() if (found := form.fullmatch(words)) else {}
        length = _months_and_days(parts["length"] or f"a {parts['unit']}")
        begin = read_day(parts["day"] or "today", today) if length else None
        if length and begin:
            way = -1 if parts["back"] else 1
            reached = _later(begin, way * length[0], way * length[1])
            return reached if reached.year <= LAST_YEAR else None
    return None


def _months_and_days(length: str) -> tuple[int, int] | None:
    """What a length of time adds up to; None where a part of it is none, or a longer unit follows a shorter one."""
    if half := HALF_YEARS.fullmatch(length):
        return 12 * _number(half["number"] or half["whole"] or "0") + 6, 0
    months = days = place = 0
    units = list(UNITS)
    while place < len(length):
        part = PART.match(length, place)
        if part is None or part["unit"][0] not in units:
            return None
        del units[: units.index(part["unit"][0]) + 1]
        number, (of_months, of_days) = _number(part["number"]), UNITS[part["unit"][0]]
        months, days, place = months + number * of_months, days + number * of_days, part.end()
    return months, days


def _number(words: str) -> int:
    return int(words) if words.isdigit() else NUMBERS.get(words, 1)


def _month_of(words: str) -> int:
    return int(words) if words.isdigit() else MONTHS.index(words[:3]) + 1


def _weekday_of(day: date, weekday: str) -> date:
    """That weekday of the day's week, which begins on Monday."""
    return day + timedelta(WEEKDAYS.index(weekday[:3]) - day.weekday())


def _later(day: date, months: int, days: int = 0) -> date:
    """So much later; the last day of a month that is too short."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    first = date(year, month + 1, 1)
    return first.replace(day=min(day.day, _last_of(first).day)) + timedelta(days)


def _last_of(day: date) -> date:
    return day.replace(day=monthrange(day.year, day.month)[1])
