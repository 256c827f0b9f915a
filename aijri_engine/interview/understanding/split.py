"""Whole-sentence time splits: percent, parts or hours for each task, the rest, and work that is in no row."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any, Final

from aijri_engine.interview.understanding.amounts import HOURS_A_DAY, WORKING_DAYS, Amount
from aijri_engine.interview.understanding.split_pairing import Said, Sentence, names_something
from aijri_engine.interview.understanding.split_sentence import read_sentence
from aijri_engine.interview.understanding.split_table import LONGEST_OWN_NAME, Table
from aijri_engine.interview.understanding.tokens import (
    PHRASES,
    TOTAL_WORDS,
    TOTALS,
    is_number,
    only_words,
)
from aijri_engine.interview.values import SUM_TOLERANCE
from aijri_engine.text import figure, join_words

NEARLY: Final = 0.005
"""Distance from one at which decimals add up to it [ours]."""


SAY_YES: Final = "Say yes for equal parts, or say it anew."
"""Advised where the first reading offered divides the time equally, and nothing else is open."""

WHOLE_WEEK: Final = "Is that the whole week?"

MOST_A_DAY: Final = 12.0
"""Hours of one row up to here may be of a day, where others are [ours]."""

LEAST_TOLD: Final = 3.0
"""Sum of bare amounts below which they are no shares ("two long shifts and one short") [ours]."""


@dataclass(frozen=True, slots=True)
class Measure:
    """How amounts of one sentence compare."""

    unit: str
    total: float | None
    """What everything adds up to, if it is known."""
    whole: float
    hours: float | None
    scale: float = 1.0
    """Points that one percent stands for."""
    bare_scale: float = 1.0
    """Points that a plain figure of 1 stands for."""

    @classmethod
    def of(cls, amounts: list[Amount], stated: Amount | None, whole: float) -> "Measure | None":
        units = {amount.unit for amount in amounts}
        if units & {"years", "other"}:
            return None
        stated_hours = stated.value if stated else None
        timed, parted = units & {"hours", "days"}, units & {"percent", "fraction"}
        if not timed and stated_hours is not None and not parted:
            return cls("hours", stated_hours, whole, stated_hours)
        if not timed:
            scale = whole / 100.0 if "percent" in units else 1.0
            return cls("percent", whole, whole, None, scale, _bare_scale(amounts, whole))
        week = float(WORKING_DAYS * HOURS_A_DAY)
        if parted and stated_hours is None and "hours" in units:
            return None
        if timed == {"days"}:
            return cls("days", stated_hours or week, whole, stated_hours or week)
        return cls("hours", stated_hours, whole, stated_hours)

    def size(self, amount: Amount) -> float:
        """The amount in points of time, or in hours."""
        if self.unit == "percent":
            if amount.unit == "fraction":
                return amount.value * self.whole / 100.0
            return amount.value * (self.scale if amount.unit == "percent" else self.bare_scale)
        if amount.unit == "days" or (amount.unit == "bare" and self.unit == "days"):
            return amount.value * HOURS_A_DAY
        if amount.unit in ("percent", "fraction"):
            return amount.value / 100.0 * (self.hours or 0.0)
        return amount.value


def _bare_scale(amounts: list[Amount], whole: float) -> float:
    """Decimals that add up to one (0.6, 0.4) are parts of the whole."""
    decimals = len(amounts) > 1 and all(one.unit == "bare" and one.value < 1 for one in amounts)
    return whole if decimals and abs(sum(one.value for one in amounts) - 1) < NEARLY else 1.0


DECIMALS: Final = 6
"""Decimals of an amount that are kept."""

TYPICAL: Final = frozenset(PHRASES.typical)


@dataclass(slots=True)
class Draft:
    """Amounts by row while a sentence is worked out; lives for one line."""

    rows: dict[str, float] = field(default_factory=dict)
    own: dict[str, float] = field(default_factory=dict)
    unit: str = "percent"
    confident: bool = True
    loose: bool = False
    """It leaves out something that was said: then it is no answer, and nothing of it is offered."""
    summed: bool = False
    """What the rows add up to was said, too: there is no other work beside them."""
    bare: bool = False
    """Plain figures, which may be percent or hours."""
    guess: tuple[int, int] = (0, 0)
    """Which of the near rows the first and the second unclear name are taken for."""
    unknown: int = 0
    """Unclear names."""
    instead: "list[Draft]" = field(default_factory=list)
    """The same with other rows for the unclear name."""
    questions: list[str] = field(default_factory=list)
    """What keeps it from being taken; empty when nothing does."""

    @classmethod
    def of(cls, value: Any) -> "Draft":
        """A week as JSON, or the parts of one row; empty for anything else."""
        found = value if isinstance(value, Mapping) else {}
        rows = found.get("rows", found)
        numbers = {row: float(amount) for row, amount in rows.items() if isinstance(amount, (int, float))}
        own = {one["name"]: float(one["share"]) for one in found.get("other", ())}
        return cls(numbers, own, found.get("unit", "percent"))

    @property
    def named(self) -> bool:
        """Only names are unclear, and not all of them."""
        return 0 < self.unknown == len(self.questions) and (bool(self.rows) or len(self.own) > 1)

    def total(self) -> float:
        """Sum of all rows."""
        return sum(self.rows.values()) + sum(self.own.values())

    def scale(self, factor: float) -> None:
        """Multiply every amount."""
        self.rows = {row: amount * factor for row, amount in self.rows.items()}
        self.own = {name: amount * factor for name, amount in self.own.items()}

    def json(self) -> Any:
        """The value of a split over the role's tasks."""
        value: dict[str, Any] = {"rows": {row: round(amount, DECIMALS) for row, amount in self.rows.items()}}
        if self.own:
            value["other"] = [
                {"name": name, "share": round(amount, DECIMALS)} for name, amount in self.own.items()
            ]
        if self.unit == "hours":
            value["unit"] = "hours"
        return value

    def parts(self) -> Any:
        """The value of a division of one task's points."""
        return {row: round(amount, DECIMALS) for row, amount in self.rows.items()}


def is_typical(words: list[str]) -> bool:
    """The line asks for the role's mix."""
    return " ".join(words) in TYPICAL


USUAL_HOURS: Final = 40.0
"""Hours of a week, only offered where somebody speaks of "the rest" of unknown hours [ours]."""

MOST_SAID: Final = 24
"""Parts of a sentence that are read [ours]."""

GUESSES: Final = ((0, 0), (1, 0), (0, 1), (2, 0))
"""Near rows that the first and the second unclear name are tried for, in this order [ours]."""


_REASONS: Final[Mapping[str, str]] = {
    "relative": "One amount there depends on another.",
    "denied": "Something there is said not to be so.",
    "range": "One of the amounts is a range or a limit.",
    "hedged": "That did not sound sure.",
    "order": "It is not certain which amount is for what.",
    "slip": "One word there looks mistyped.",
    "total": "One amount is the sum of the others. Is it the total?",
    "daily": "Some hours are said of a day, others not. Which is meant?",
}


def read_split(
    tokens: list[str], table: Table, whole: float = 100.0, own_allowed: bool = True, known: Any = None
) -> Draft | None:
    """The split a sentence tells; None when it tells none. `whole` is what all rows add up to in points of time.

    `known` is a week said before, of which rows hold that this sentence does not name and that it needs.
    Where one name is unclear, `instead` holds the same split with each other row it may mean.
    """
    sentence = _completed(read_sentence(tokens, table), table, only_words(tokens))
    sentence = _without_totals(sentence, table, whole)
    others = [
        _draft(_only(said, sentence), table, whole, own_allowed, GUESSES[0]) for said in sentence.others
    ]
    if not sentence.said or len(sentence.said) > MOST_SAID:
        asked = _only_questions(sentence, table)
        return replace(asked, instead=others) if asked else (others[0] if others else None)
    draft = _draft(sentence, table, whole, own_allowed, GUESSES[0])
    before, kept = Draft.of(known), None
    goes_on = before.total() < whole - SUM_TOLERANCE and any(one.amount is None for one in sentence.said)
    if before.total() and (goes_on or draft.questions or abs(draft.total() - whole) > SUM_TOLERANCE):
        joined = _draft(sentence, table, whole, own_allowed, GUESSES[0], before)
        if joined.unit == before.unit:
            draft, kept = joined, before
            draft.questions += [WHOLE_WEEK] if draft.unit == "hours" and not draft.questions else []
    if draft.unknown:
        guessed = [_draft(sentence, table, whole, own_allowed, other, kept) for other in GUESSES[1:]]
        told = len(draft.rows) + len(draft.own)
        others += [one for one in guessed if len(one.rows) + len(one.own) >= told]  # no two rows in one
    if _REASONS["daily"] in draft.questions:
        daily = replace(sentence, said=tuple(map(_as_daily, sentence.said)))
        others.append(_draft(daily, table, whole, own_allowed, GUESSES[0], kept))
    draft.instead = others
    return draft


def _without_totals(sentence: Sentence, table: Table, whole: float) -> Sentence:
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


def _only(said: tuple[Said, ...], sentence: Sentence) -> Sentence:
    """The sentence with this pairing alone; never taken as it is."""
    return replace(sentence, said=said[:MOST_SAID], loose_amounts=(), loose_names=(), unclear="order")


def _draft(
    sentence: Sentence,
    table: Table,
    whole: float,
    own_allowed: bool,
    guess: tuple[int, int],
    before: Draft | None = None,
) -> Draft:
    """The split, with the unclear name taken for the row of that place among the near ones.

    Rows of a week said `before` stay as they were unless the sentence names them.
    """
    draft = Draft(guess=guess)
    if sentence.unclear:
        draft.questions.append(_REASONS[sentence.unclear])
    draft.summed = sentence.summed
    if sentence.loose_amounts:
        draft.questions.append(_what_for(sentence))
    if sentence.loose_names:
        draft.questions.append(_how_much(sentence))
    named = [
        (one, _named(one, table, own_allowed, draft, _rows_of_others(one, sentence, table)))
        for one in sentence.said
    ]
    if before is not None:
        told = {name.row or name.own for _, names in named for name in names}
        draft.rows = {row: amount for row, amount in before.rows.items() if row not in told}
        draft.own = {name: amount for name, amount in before.own.items() if name not in told}
    _sum_up(named, sentence, whole, draft, table)
    rows_left = any(names_something(name, table) for name in sentence.loose_names)
    short = rows_left and abs(draft.total() - whole) > SUM_TOLERANCE
    draft.loose = bool(sentence.loose_amounts) or short or _figures_left(sentence)
    if sentence.vague and (draft.questions or abs(draft.total() - whole) > SUM_TOLERANCE):
        draft.questions.append(f"How much is “{sentence.vague[0]}”? A number or a part helps.")
    return draft


def _rows_of_others(said: Said, sentence: Sentence, table: Table) -> set[str]:
    """Rows that the other amounts are said of by their names."""
    matches = [table.match(one.names[0]) for one in sentence.said if one != said and len(one.names) == 1]
    return {match.row for match in matches if match.row and match.confident}


def _what_for(sentence: Sentence) -> str:
    loose = [figure(one.value) for one in sentence.loose_amounts]
    return f"What {'is' if len(loose) == 1 else 'are'} the {join_words(loose)} for?"


def _how_much(sentence: Sentence) -> str:
    return f"How much is {join_words([_shown(name) for name in sentence.loose_names[:2]])}?"


def _figures_left(sentence: Sentence) -> bool:
    """Words of which no amount was said hold a figure, which then counts nobody knows what."""
    return any(is_number(word) for name in sentence.loose_names for word in name)


def _completed(sentence: Sentence, table: Table, words: list[str]) -> Sentence:
    """Sentences without paired amounts: bare figures in table order, "all training", "evenly"."""
    if sentence.said:
        return sentence
    amounts, names = sentence.loose_amounts, sentence.loose_names
    if amounts and not names and len(amounts) == len(table.ids):
        said = tuple(Said(amount, ((row,),)) for amount, row in zip(amounts, table.ids, strict=True))
        return replace(sentence, said=said, loose_amounts=())
    full = Amount(100.0, "fraction", 0)
    rows = tuple((row,) for row in table.ids)
    counted = [one.value for one in amounts] == [len(table.ids)]
    alike = bool({"all", "each", "every", "everything"} & set(words)) and names == (("same",),)
    names = () if alike else names
    if (sentence.even or alike) and (not amounts or (counted and not names)):
        every = not names or (
            len(names) == 1 and set(names[0]) <= {"six", "rows", "row", "tasks", "them", "split"}
        )
        groups = rows if every else names
        plausible = every is False or "all" in words or "everything" in words or len(words) <= 4
        return (
            replace(sentence, said=(Said(full, groups, even=True),), loose_names=(), loose_amounts=())
            if plausible
            else sentence
        )
    if not amounts and len(names) == 1 and sentence.everything and not sentence.vague:
        return replace(sentence, said=(Said(full, names),), loose_names=())
    return sentence


def _only_questions(sentence: Sentence, table: Table) -> Draft | None:
    """Nothing to add up; perhaps a task was named without an amount."""
    if _figures_left(sentence):
        return Draft(questions=[_how_much(sentence)], loose=True)
    named = [table.match(name).row for name in sentence.loose_names[:MOST_SAID]]
    rows = [row for row in named if row is not None]
    if sentence.loose_amounts and not rows:
        return Draft(questions=["Which task is each amount for?"])
    if not rows:
        return None
    known = join_words([table.short(row) for row in dict.fromkeys(rows)])
    example = "For example 30 %, a third, or 12 hours."
    loose = [_what_for(sentence)] if sentence.loose_amounts else []
    draft = Draft(questions=[*loose, f"How much of your time is {known}? {example}"])
    if len(rows) == 1 == len(named) and not (sentence.loose_amounts or sentence.vague):
        draft.rows = {rows[0]: 100.0}
    return draft


@dataclass(frozen=True, slots=True)
class _Name:
    """A row of the table, or own work."""

    row: str | None
    own: str = ""


def _named(said: Said, table: Table, own_allowed: bool, draft: Draft, others: set[str]) -> list[_Name]:
    """What the words name; `others` are rows that other amounts are said of by name: no unclear word means these."""
    found = []
    for words in _as_a_whole(said, table, others):
        match = table.match(words)
        if match.row is not None:
            draft.confident = draft.confident and match.confident
            found.append(_Name(match.row))
            continue
        mixed = bool(match.nearest) and bool(table.names.spans(words))
        own = table.other_work(words) if own_allowed and not mixed else None
        if own is not None:
            found.append(_Name(None, own))
            continue
        nearest = tuple(row for row in match.nearest if row not in others)
        closest = (
            join_words([table.short(row) for row in nearest[:2]], "or") or "work that is none of these rows"
        )
        draft.questions.append(f"{_shown(words)} sounds like {closest}.")
        found.append(_meant(words, nearest, own_allowed, draft.guess[min(draft.unknown, 1)]))
        draft.unknown += 1
    return found


def _as_a_whole(said: Said, table: Table, others: set[str]) -> tuple[tuple[str, ...], ...]:
    """Words joined by "and" as one name where not each is clear and together they mean one row."""
    if len(said.names) < 2 or said.each:
        return said.names
    matches = [table.match(words) for words in said.names]
    clear = {match.row for match in matches if match.row and match.confident} - others
    rows = {match.row for match in matches}
    if len(clear) > 1 or not (None in rows or others & rows):
        return said.names
    whole = tuple(word for words in said.names for word in (*words, "and"))[:-1]
    meant = [
        row
        for row in (*clear, table.match(whole).row, *table.match(whole).nearest)
        if row and row not in others
    ]
    unclear = any(table.other_work(words) for words in said.names) or not meant
    return said.names if unclear else (whole,)


def _meant(words: tuple[str, ...], nearest: tuple[str, ...], own_allowed: bool, guess: int) -> _Name:
    """The row of that place among the near ones; own work after the last of them."""
    if guess < len(nearest):
        return _Name(nearest[guess])
    return _Name(None, " ".join(words[:LONGEST_OWN_NAME]) if own_allowed else "")


def _sum_up(
    named: list[tuple[Said, list[_Name]]], sentence: Sentence, whole: float, draft: Draft, table: Table
) -> None:
    """Put amounts into rows in one unit, then give the rest its due."""
    measure = Measure.of([one.amount for one, _ in named if one.amount is not None], sentence.total, whole)
    if measure is None:
        units = {one.amount.unit for one, _ in named if one.amount is not None}
        no_part = "One of the amounts is no part of one week. Say it in percent or hours."
        both = "Percent and hours stand side by side. Which should count?"
        draft.questions.append(no_part if units & {"years", "other"} else both)
        return
    timed = [one.amount for one, _ in named if one.amount is not None]
    if any(one.daily for one in timed):
        draft.confident &= not any(one.unit == "bare" and one.value > MOST_A_DAY for one in timed)
        named = [(_as_daily(one, "bare"), names) for one, names in named]
    amounts = [one.amount for one, _ in named if one.amount is not None and one.amount.unit == "hours"]
    if len({amount.daily for amount in amounts if not amount.weekly}) > 1:
        draft.confident = False
        unsaid = max(amount.value for amount in amounts if not (amount.daily or amount.weekly))
        draft.questions += [_REASONS["daily"]] if unsaid <= MOST_A_DAY else []
    draft.unit = "hours" if measure.unit == "hours" else "percent"
    rests = []
    for said, names in named:
        if said.amount is None:
            rests.append((said, names))
        else:
            _share(draft, names, measure.size(said.amount), said, table)
    if len(rests) > 1:
        draft.questions.append("There can be only one rest.")
        return
    if rests:
        _give_rest(draft, *rests[0], measure, table)
    _check(draft, named, measure)


def _as_daily(said: Said, unit: str = "hours") -> Said:
    """The same with hours, or plain figures beside them, taken as hours of one day."""
    amount = said.amount
    if amount is None or amount.unit != unit or amount.daily or amount.weekly or amount.value > MOST_A_DAY:
        return said
    return replace(said, amount=replace(amount, value=amount.value * WORKING_DAYS, unit="hours", daily=True))


def _share(draft: Draft, names: list[_Name], size: float, said: Said, table: Table) -> None:
    """Give an amount to one name, to each of several, or in equal parts to all of them."""
    if not said.each and len({name.row for name in names}) == 1:
        names = _as_one(names)
    if len(names) > 1 and not (said.each or said.even):
        draft.questions.append(_divided(names, table))
    part = size if said.each and len(names) > 1 else size / max(len(names), 1)
    for name in names:
        if name.row is not None:
            draft.rows[name.row] = draft.rows.get(name.row, 0.0) + part
        elif name.own:
            draft.own[name.own] = draft.own.get(name.own, 0.0) + part


def _divided(names: list[_Name], table: Table) -> str:
    """The question how an amount said of several rows together divides, with their names."""
    shown = [name.own if name.row is None else table.short(name.row) for name in names]
    together = join_words([one for one in dict.fromkeys(shown) if one])
    return f"How does the time for {together} divide? {SAY_YES}"


def _as_one(names: list[_Name]) -> list[_Name]:
    """Names of one row are that row; joined own work ("hiring and interviews") is one row of its own."""
    if names[0].row is not None:
        return names[:1]
    return [_Name(None, join_words([name.own for name in names]))]


def _give_rest(draft: Draft, said: Said, names: list[_Name], measure: Measure, table: Table) -> None:
    total = measure.total
    if total is None:
        draft.questions.append("How many hours has your week? Then the rest is known.")
        total = USUAL_HOURS
    left = total - draft.total()
    if left < -SUM_TOLERANCE:
        draft.questions.append(
            f"The amounts already add up to {figure(draft.total())}; nothing is left for the rest."
        )
        return
    if not names:
        draft.questions.append("What is the rest?")
        return
    _share(draft, names, max(left, 0.0), said, table)


def _check(draft: Draft, named: list[tuple[Said, list[_Name]]], measure: Measure) -> None:
    """Amounts that speak for a part of the week only, or of one row twice."""
    if measure.unit == "days":
        missing = (measure.total or 0.0) - draft.total()
        if (
            abs(missing) > SUM_TOLERANCE
            and abs(draft.total() - 2 * WORKING_DAYS * HOURS_A_DAY) > SUM_TOLERANCE
        ):
            draft.unit = "hours"
            days = figure(draft.total() / HOURS_A_DAY)
            draft.questions.append(f"That makes {days} days. Is that the whole week?")
        else:
            draft.scale(measure.whole / draft.total())
    elif measure.unit == "hours" and abs((measure.total or draft.total()) - draft.total()) > SUM_TOLERANCE:
        draft.questions.append(f"That makes {figure(draft.total())} of {figure(measure.total or 0.0)} hours.")
    elif measure.unit == "hours" and len(draft.rows) + len(draft.own) == 1:
        draft.questions.append(WHOLE_WEEK)
    said_of = [name for _, names in named for name in names]
    words = [" ".join(one) for said, _ in named for one in said.names]
    if len(set(said_of)) < len(said_of) and len(set(words)) < len(words):
        draft.questions.append("One row is named twice.")
    draft.bare = measure.unit == "percent" and all(
        said.amount and said.amount.unit == "bare" for said, _ in named
    )
    if draft.bare and 0 < draft.total() < measure.whole == 100.0 and len(named) > 1:
        draft.questions.append(f"These add up to {figure(draft.total())}. Are they hours?")


def _shown(words: tuple[str, ...]) -> str:
    return f"“{' '.join(words)[:40]}”"
