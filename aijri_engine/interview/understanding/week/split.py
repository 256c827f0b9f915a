"""Whole-sentence time splits: percent, parts or hours for each task, the rest, and work that is in no row."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any, Final

from aijri_engine.interview.understanding.week.daily import MOST_A_DAY, as_daily, hours_of_a_day
from aijri_engine.interview.understanding.week.draft import Draft, Measure
from aijri_engine.interview.understanding.week.pairing import Said, Sentence, names_something
from aijri_engine.interview.understanding.week.rows import Name, as_one, named_rows, rows_of_others, shown
from aijri_engine.interview.understanding.week.sentence import read_sentence
from aijri_engine.interview.understanding.week.table import Table
from aijri_engine.interview.understanding.week.totals import without_totals
from aijri_engine.interview.understanding.words.amounts import HOURS_A_DAY, WORKING_DAYS, Amount
from aijri_engine.interview.understanding.words.tokens import PHRASES, is_number, only_words, stem, words_of
from aijri_engine.interview.values import SUM_TOLERANCE
from aijri_engine.text import figure, join_words

SAY_YES: Final = "Say yes for equal parts, or say it anew."
"""Advised where the first reading offered divides the time equally, and nothing else is open."""


WHOLE_WEEK: Final = "Is that the whole week?"


LEAST_TOLD: Final = 3.0
"""Sum of bare amounts below which they are no shares ("two long shifts and one short") [ours]."""


TYPICAL: Final = frozenset(PHRASES.typical)


def is_typical(words: list[str]) -> bool:
    """The line asks for the role's mix."""
    return " ".join(words) in TYPICAL


BOTH_UNITS: Final = "Percent and hours stand side by side. Which should count?"

MOST_MIXED: Final = 60.0
"""Hours of a week up to which figures without a unit beside hours are hours, too [ours]."""

USUAL_HOURS: Final = 40.0
"""Hours of a week, only offered where somebody speaks of "the rest" of unknown hours [ours]."""


MOST_SAID: Final = 24
"""Parts of a sentence that are read [ours]."""


GUESSES: Final = ((0, 0), (1, 0), (0, 1), (2, 0))
"""Near rows that the first and the second unclear name are tried for, in this order [ours]."""


TAKEN_BACK: Final = "Something there is taken back. Say the week once more, as it is now."

TWICE: Final = "One row is named twice. Say each once, please."

_REASONS: Final[Mapping[str, str]] = {
    "relative": "One amount there depends on another.",
    "whole": "One amount there is what others are parts of. Say each row by itself, please.",
    "part": "One amount there is a part of another one, or of the rest. Say each row by itself, please.",
    "denied": "You say that something is not so, and I may have read it wrongly. How is the week divided?",
    "elsewhere": "Is that your own week, as it was in the last two?",
    "weekdays": "Days by name stand beside the amounts. Are these the amounts of a whole week?",
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
    sentence = without_totals(_figures_apart(sentence), table, whole)
    if _denies_no_row(sentence, table):
        return None
    others: list[Draft] = []
    if not sentence.said or len(sentence.said) > MOST_SAID:
        return _only_questions(sentence, table)
    draft = _draft(sentence, table, whole, own_allowed, GUESSES[0])
    before, kept = Draft.of(known), None
    goes_on = before.total() < whole - SUM_TOLERANCE and any(one.amount is None for one in sentence.said)
    if before.total() and (goes_on or not _is_all(draft, before, whole)):
        joined = _draft(sentence, table, whole, own_allowed, GUESSES[0], before)
        if joined.unit == before.unit:
            draft, kept = joined, before
            draft.questions += [WHOLE_WEEK] if draft.unit == "hours" and not draft.questions else []
    if draft.unknown:
        guessed = [_draft(sentence, table, whole, own_allowed, other, kept) for other in GUESSES[1:]]
        told = len(draft.rows) + len(draft.own)
        others += [one for one in guessed if len(one.rows) + len(one.own) >= told]  # no two rows in one
    if _REASONS["daily"] in draft.questions:
        daily = replace(sentence, said=tuple(map(as_daily, sentence.said)))
        others.append(_draft(daily, table, whole, own_allowed, GUESSES[0], kept))
    draft.instead = others
    return draft


def _is_all(draft: Draft, before: Draft, whole: float) -> bool:
    """The rows are a week of their own: they add up to the whole, in hours to those of the week before."""
    several = all(sum(map(bool, (*one.rows.values(), *one.own.values()))) > 1 for one in (draft, before))
    in_hours = several and draft.unit == before.unit == "hours"
    return abs(draft.total() - (before.total() if in_hours else whole)) <= SUM_TOLERANCE


def _denies_no_row(sentence: Sentence, table: Table) -> bool:
    """Nothing but a no, and not of a row by what it is called: "no change", "no problem"."""
    called = {row: {*map(stem, words_of(table.short(row)))} for row in table.ids}
    names = [name for one in sentence.said for name in one.names]
    denied = bool(names) and not any(one.amount is None or one.amount.value for one in sentence.said)
    return denied and not any(
        called.get(table.match(name).row or "", set()) & {*map(stem, name)} for name in names
    )


def _figures_apart(sentence: Sentence) -> Sentence:
    """Words that begin with a figure are no name of a rest: "20 owls, rest as it was"."""
    left = [name for one in sentence.said if one.amount is None for name in one.names if is_number(name[0])]
    said = tuple(
        replace(one, names=tuple(name for name in one.names if name not in left))
        if one.amount is None
        else one
        for one in sentence.said
    )
    return replace(sentence, said=said, loose_names=(*sentence.loose_names, *left)) if left else sentence


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
    draft = Draft(guess=guess, confident=not sentence.counted)
    if sentence.unclear == "part":
        return Draft(questions=[_REASONS["part"]], loose=True)
    draft.unclear = sentence.unclear
    draft.loose |= sentence.unclear == "whole"
    if sentence.unclear:
        draft.questions.append(_REASONS[sentence.unclear])
    draft.summed = sentence.summed
    if sentence.loose_amounts:
        draft.questions.append(_what_for(sentence))
    if sentence.loose_names:
        draft.questions.append(_how_much(sentence))
    named = [
        (one, named_rows(one, table, own_allowed, draft, rows_of_others(one, sentence, table)))
        for one in sentence.said
    ]
    if before is not None:
        told = {name.row or name.own for _, names in named for name in names}
        draft.rows = {row: amount for row, amount in before.rows.items() if row not in told}
        draft.own = {name: amount for name, amount in before.own.items() if name not in told}
    _sum_up(named, sentence, whole, draft, table)
    rows_left = any(names_something(name, table) for name in sentence.loose_names)
    short = rows_left and abs(draft.total() - whole) > SUM_TOLERANCE
    draft.loose |= bool(sentence.loose_amounts) or short or figures_left(sentence)
    if sentence.vague and (draft.questions or abs(draft.total() - whole) > SUM_TOLERANCE):
        draft.questions.append(f"How much is “{sentence.vague[0]}”? A number or a part helps.")
    return draft


def _what_for(sentence: Sentence) -> str:
    loose = [
        f"{figure(one.value * 60)} minutes" if one.unit == "hours" and one.value < 1 else figure(one.value)
        for one in sentence.loose_amounts
    ]
    one = len(loose) == 1 and not loose[0].endswith("minutes")
    return f"What {'is' if one else 'are'} the {join_words(loose)} for?"


def _how_much(sentence: Sentence) -> str:
    return f"How much is {join_words([shown(name) for name in sentence.loose_names[:2]])}?"


def figures_left(sentence: Sentence) -> bool:
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
    if figures_left(sentence):
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


def _sum_up(
    named: list[tuple[Said, list[Name]]], sentence: Sentence, whole: float, draft: Draft, table: Table
) -> None:
    """Put amounts into rows in one unit, then give the rest its due."""
    named = hours_of_a_day(named, draft)
    measure = Measure.of([one.amount for one, _ in named if one.amount is not None], sentence.total, whole)
    if measure is None:
        units = {one.amount.unit for one, _ in named if one.amount is not None}
        no_part = "One of the amounts is no part of one week. Say it in percent or hours."
        draft.questions.append(no_part if units & {"years", "other"} else BOTH_UNITS)
        return
    timed = [one.amount for one, _ in named if one.amount is not None]
    if measure.unit == "hours" and {"bare", "hours"} <= {one.unit for one in timed}:
        told = sum(one.value for one in timed)
        draft.questions += [BOTH_UNITS] if told > MOST_MIXED and not sentence.total else []
    if any(one.daily for one in timed):
        draft.confident &= not any(one.unit == "bare" and one.value > MOST_A_DAY for one in timed)
        named = [(as_daily(one, "bare"), names) for one, names in named]
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


def _share(draft: Draft, names: list[Name], size: float, said: Said, table: Table) -> None:
    """Give an amount to one name, to each of several, or in equal parts to all of them."""
    if not said.each and len({name.row for name in names}) == 1:
        names = as_one(names)
    if len(names) > 1 and not (said.each or said.even):
        draft.questions.append(divided(names, table))
    part = size if said.each and len(names) > 1 else size / max(len(names), 1)
    for name in names:
        if name.row is not None:
            draft.rows[name.row] = draft.rows.get(name.row, 0.0) + part
        elif name.own:
            draft.own[name.own] = draft.own.get(name.own, 0.0) + part


def divided(names: list[Name], table: Table) -> str:
    """The question how an amount said of several rows together divides, with their names."""
    shown = [name.own if name.row is None else table.short(name.row) for name in names]
    together = join_words([one for one in dict.fromkeys(shown) if one])
    return f"How does the time for {together} divide? {SAY_YES}"


def _give_rest(draft: Draft, said: Said, names: list[Name], measure: Measure, table: Table) -> None:
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


def _check(draft: Draft, named: list[tuple[Said, list[Name]]], measure: Measure) -> None:
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
        draft.questions.append(TWICE)
        draft.loose = True
    draft.bare = measure.unit == "percent" and all(
        said.amount and said.amount.unit == "bare" for said, _ in named
    )
    one_thing = draft.bare and not draft.misread and not draft.questions  # a yes answers one question
    if one_thing and 0 < draft.total() < measure.whole == 100.0 and len(named) > 1:
        draft.questions.append(f"These add up to {figure(draft.total())}. Are they hours?")
