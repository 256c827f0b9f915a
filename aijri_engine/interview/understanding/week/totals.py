"""Amounts that tell what the others add up to."""

from dataclasses import replace

from aijri_engine.interview.understanding.week.pairing import Said, Sentence
from aijri_engine.interview.understanding.week.table import Table
from aijri_engine.interview.understanding.words.tokens import TOTAL_WORDS, TOTALS
from aijri_engine.interview.values import SUM_TOLERANCE


def without_totals(sentence: Sentence, table: Table, whole: float) -> Sentence:
    """Without amounts that tell what the others add up to; such an amount is no row, whatever it is called.

    Said of a word for a total, or of words that name no row where the others are its sum, or the whole week. Hours
    are then those of the week; any other amount that is not the sum is left loose.
    """
    told = [
        one for one in sentence.said if one.amount and any(_names_total(name, table) for name in one.names)
    ]
    by_sum = [one for one in sentence.said if not told and _sums_up(one, sentence, table, whole)][:1]
    sums = [one.amount for one in (*told, *by_sum) if one.amount]
    rows = tuple(one for one in sentence.said if one not in told and one not in by_sum)
    total = sum(one.amount.value for one in rows if one.amount)
    rest = any(one.amount is None for one in rows)
    if not total or (len(rows) < 2 and not sums):
        return sentence
    loose, hours, full = [], sentence.total, abs(total - whole) <= SUM_TOLERANCE
    for amount in (*sums, *sentence.loose_amounts):
        if amount in sums and amount.unit == "hours":
            hours = amount if rest or not full else hours
        elif rest or len(rows) < 2 or abs(amount.value - total) > SUM_TOLERANCE:
            loose.append(amount)
    return replace(
        sentence, said=rows, loose_amounts=tuple(loose), total=hours,
        loose_names=tuple(name for name in sentence.loose_names if not {*name} <= TOTALS),
        summed=len(loose) < len(sums) + len(sentence.loose_amounts),
        unclear=sentence.unclear or ("total" if by_sum and not full else ""),
    )  # fmt: skip


def _names_total(words: tuple[str, ...], table: Table) -> bool:
    unknown = not (table.match(words).row or table.other_work(words))
    return {*words} <= TOTALS or (unknown and bool(TOTAL_WORDS & {*words}))


def _sums_up(one: Said, sentence: Sentence, table: Table, whole: float) -> bool:
    """Said first or last, of words that are like no row, where the others are a whole week, or add up to it."""
    like = any(table.match(name).row or table.other_work(name) or table.like(name) for name in one.names)
    others = [other.amount.value if other.amount else None for other in sentence.said if other is not one]
    if like or not one.amount or not one.amount.value or None in others or len(others) < 2:
        return False
    total = sum(amount for amount in others if amount)
    summed = abs(total - one.amount.value) <= SUM_TOLERANCE and abs(2 * total - whole) > SUM_TOLERANCE
    return one in (sentence.said[0], sentence.said[-1]) and (summed or abs(total - whole) <= SUM_TOLERANCE)
