"""What a person types at the lines of a file: where some of them go, or hours that stand in no file."""

import re
from dataclasses import replace
from pathlib import Path
from typing import Final

from aijri_engine.interview.form import Asked, Form
from aijri_engine.interview.understanding import vocabulary_of
from aijri_engine.interview.understanding.week.doubts import why_unclear
from aijri_engine.interview.understanding.words.amounts import Amount, read_amount
from aijri_engine.interview.understanding.words.tokens import HALF_READ, half_share, tokens_of, words_of
from aijri_engine.interview.values import MOST_HOURS
from aijri_engine.text import clean, figure
from aijri_engine.week_file.lines import NOT_WORK, OWN, Line, WeekLines

NO_WORK: Final = frozenset(("no", "none", "no work", "not work", "private", "not mine", "leave out", "out"))

NUMBERS: Final = re.compile(r"((?:\d{1,2}(?!\w)(?:[ ,.:;)+&]|\band\b)*)+)(\D.{0,80})", re.IGNORECASE)
BEFORE: Final = frozenset(("and", "plus", "+"))
COUNTS: Final = (
    "“{0}” tells no hours and no line. Type hours, as `2 hours` and a row, or the number of a line and a row."
)
REST: Final = re.compile(
    r"(?:the )?(?:rest|others|all others|everything else)[ :,]+(?:is |are |to )?(.{1,80})", re.IGNORECASE
)
OTHER: Final = re.compile(r"(?:is |to )?(?:other|own)(?: work| row)?[ :,]*(.*)", re.IGNORECASE)

FILE: Final = re.compile(
    r"""\s*/?(?:from )?(?:an? |my )?(?:file|calendar|time ?sheet)"""
    r"""(?:[ :]+["']?(?P<path>[^\s"'].*\.(?:ics|csv|tsv|txt))["']?)?\s*""",
    re.IGNORECASE,
)

HOW: Final = (
    "Type the number of a line and where it goes, for example `2 {row}`, `3 no` for no paid work, "
    "`4 other` for work in a row of its own, `rest no`, or `6 hours {row}` for hours that stand in no entry."
)


def file_named(typed: str) -> Path | None:
    """The file a line at the week names, without a name where it only says that there is one; None for other lines."""
    found = FILE.fullmatch(typed)
    return Path(found["path"] or "") if found else None


def typed_change(week: WeekLines, typed: str, form: Form, asked: Asked) -> WeekLines | str:
    """The lines after what was typed, or a sentence that says why not."""
    words = clean(typed, 200).strip()
    how = HOW.replace("{row}", asked.rows[0].short.casefold())
    tokens = tokens_of(words)
    tokens = tokens[1:] if tokens[:1] and tokens[0] in BEFORE else tokens
    amount = read_amount(tokens, 0) if tokens else None
    if amount is not None and amount.unit != "bare":
        return _more(week, amount, tokens, words, form, asked) or f"Not understood: “{words}”. {how}"
    if found := REST.fullmatch(words):
        places, where = week.open, found[1]
        if not places:
            return "Every line goes somewhere already. Change one by its number."
    elif found := NUMBERS.fullmatch(words):
        places, where = tuple(int(one) - 1 for one in re.findall(r"\d+", found[1])), found[2]
        if vocabulary_of(form).table(asked).counted(words_of(where)):
            return COUNTS.format(words)
    elif half := half_share(words):
        return HALF_READ.format(half, how)
    elif len(week.open) == 1:
        places, where = week.open, words
    else:
        return f"Not understood: “{words}”. {how}"
    if beyond := [place + 1 for place in places if not 0 <= place < len(week.lines)]:
        return f"There is no line {beyond[0]}; the lines are 1 to {len(week.lines)}."
    for place in places:
        goes = goes_to(where, week.lines[place], form, asked)
        if goes is None:
            rows = ", ".join(row.short for row in asked.rows)
            return (
                f"There is no row “{clean(where, 60).strip()}”. The rows are: {rows}; or type other, or no."
            )
        week = week.put(place, goes)
    return week


def goes_to(words: str, line: Line, form: Form, asked: Asked) -> str | None:
    """Where these words put a line; None where they name no row."""
    said = words.strip().strip(".").casefold()
    if said in NO_WORK:
        return NOT_WORK
    if found := OTHER.fullmatch(words.strip()):
        return OWN + (found[1].strip() or line.title)
    table, tokens = vocabulary_of(form).table(asked), tokens_of(words)
    return None if why_unclear(tokens, table, ranges=False, turned="") else table.match(words_of(words)).row


def _more(
    week: WeekLines, amount: Amount, tokens: list[str], words: str, form: Form, asked: Asked
) -> WeekLines | str | None:
    """With hours that stand in no entry; in words what is wrong with the amount, None where no row is named."""
    if half := half_share(words):
        return HALF_READ.format(half, "Type hours as 8.5 or 8h30.")
    if amount.unit != "hours" or amount.upper is not None or amount.bound:
        return COUNTS.format(words)
    what = re.sub("^(?:of|for) ", "", " ".join(tokens[amount.end :])).strip()
    if week.hours + amount.value > MOST_HOURS / 2:
        return (
            f"{figure(week.hours + amount.value)} hours are more than a week has; the hours here are of one."
        )
    line = Line(what, round(amount.value, 4))
    goes = goes_to(what, line, form, asked)
    if not amount.value or not what or goes in (None, NOT_WORK):
        return None
    return replace(week, lines=(*week.lines, replace(line, goes=goes or "")))
