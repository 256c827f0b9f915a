"""Lines that take something back, lean to an answer, change an earlier one, or answer two questions."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import Any, Final

from aijri_engine.interview.form import Asked
from aijri_engine.interview.understanding.apart import Read, all_elsewhere, told_apart, two_things
from aijri_engine.interview.understanding.corrections import (
    TooMuch,
    after_what_is_over,
    amended,
    amount_replaced,
    corrected,
    doubted,
    of_the_last_answer,
    set_aside,
    unfit_amount,
    without_marks,
)
from aijri_engine.interview.understanding.kinds import exactly, read
from aijri_engine.interview.understanding.line import MINUS, Line
from aijri_engine.interview.understanding.reading import ALONE, Reading, ask, put
from aijri_engine.interview.understanding.replies import how
from aijri_engine.interview.understanding.split_draft import Draft
from aijri_engine.interview.understanding.tokens import fold, half_share, is_number, only_words
from aijri_engine.interview.understanding.week_reading import draft_of, read_week
from aijri_engine.interview.understanding.yes_no import NO, YES
from aijri_engine.text import join_words


def taken_back(line: Line) -> Reading | None:
    """The last word of somebody who takes something back, or who leans to an answer without being sure of it."""
    takes = line.asked.question.takes
    leaned = doubted(line.tokens)
    if leaned is not None:
        found = _plainly(line.said(leaned)) or _put_only(line.said(leaned))
        return replace(found, unsure=True) if found is not None else None
    put_aside = set_aside(line.tokens) if takes.listed else None
    if put_aside is not None:
        return exactly(line.said(put_aside))
    over = after_what_is_over(line.tokens)
    if over is not None:
        return _plainly(line.said(over)) or _put_only(line.said(over))
    parted = corrected(line.tokens)
    if parted is None:
        return None
    head, tail = (line.said(part) for part in parted)
    if takes.shares:
        replaced = amount_replaced(head.tokens, tail.tokens)
        if replaced is not None:
            return read_week(line.said(replaced))
        before = draft_of(head)
        known = before.json() if before is not None else None
        return _taken_only(read_week(replace(tail, around=replace(line.around, known=known))))
    if not takes.short:
        return None
    found = _plainly(tail) or two_answers(tail, ask(""))
    if found is None:
        return _instead(line)
    return found if _plainly(head) is not None else put(how(line.asked), [(found.echo, found.value)])


def _instead(line: Line) -> Reading | None:
    """What is said in other words after something was taken back: a number by a mere "no", too; a yes by its no."""
    takes = line.asked.question.takes
    parted = corrected(line.tokens, no_counts=takes.number or takes.yes_no)
    if parted is None:
        return None
    before, after = (_put_only(line.said(part)) for part in parted)
    if takes.yes_no and before and not (after and YES & set(only_words(parted[1]))):
        return put(how(line.asked), line.offered(False)) if NO & set(line.words) else None
    return after if before else None


def _put_only(line: Line) -> Reading | None:
    """What the line says in other words, put to be confirmed; None where that is nothing."""
    if not line.asked.question.takes.short:
        return None
    found = read(line)
    if found.kind == "value":
        return put(how(line.asked), [(found.echo, found.value)])
    return found if found.nearest else None


def _plainly(line: Line) -> Reading | None:
    """The line as an option called by its name, or as a number; None where it is not."""
    if line.asked.question.takes.listed:
        return exactly(line)
    return _taken_only(read(line))


def _taken_only(found: Reading) -> Reading | None:
    return found if found.kind == "value" else None


def of_another_question(line: Line) -> Reading | None:
    """A line that corrects an earlier answer, not the open question."""
    around = line.around
    said = of_the_last_answer(line.tokens)
    last = around.questions.get(around.last)
    if said is not None and last is not None and last.key != line.asked.key and last.question.takes.short:
        found = _plainly(replace(line.said(said), asked=last, around=ALONE))
        return replace(found, key=last.key) if found is not None else None
    weeks = [key for key, asked in around.questions.items() if asked.question.takes.shares
             and asked.question.part_of is None]  # fmt: skip
    if line.asked.question.takes.shares and line.asked.question.part_of is None:
        told = isinstance(around.known, Mapping) and any(Draft.of(around.known).rows.values())
        return _amended(line, around.known if told else around.put)
    if len(weeks) == 1 and weeks[0] in around.answers:
        week = replace(line.named(), asked=around.questions[weeks[0]])
        found = _amended(week, around.answers[weeks[0]])
        if found is None and sum(map(is_number, line.words)) > 1:
            found = _taken_only(read_week(week.said(week.tokens)))
        if found is not None and {*Draft.of(found.value).rows} == {line.asked.question.part_of}:
            return None
        if found is not None and found.nearest:
            found = week.taken(found.nearest[0][1], confident=False)
        return None if found is None else replace(found, key=weeks[0]) if found.kind == "value" else found
    return None


NO_CHANGE: Final = (
    "“{0}” does not fit: this week is told in {1}, a change too, as in “move 10 from one task to another”."
)
TOO_MUCH: Final = "{0} has {1:g} of this week. Take at most {1:g}."


def _amended(line: Line, week: Any) -> Reading | None:
    """The week with one amount changed: taken where it follows, else put with the other rows in proportion."""
    table = line.vocabulary.table(line.asked)
    changed = amended(line.tokens, table, week)
    if changed is None:
        return None
    unit = week.get("unit", "percent")
    below = MINUS.search(fold(line.typed))
    if (
        half := (below and below[0].strip())
        or half_share(line.typed)
        or unfit_amount(line.tokens, table, unit)
    ):
        return ask(NO_CHANGE.format(half, unit))
    if isinstance(changed, TooMuch):
        row = line.asked.row(changed.row)
        return ask(TOO_MUCH.format(row.short if row else changed.row, changed.has))
    value, follows = changed
    return line.taken(value) if follows else put(how(line.asked), line.offered(value))


def two_answers(line: Line, whole: Reading) -> Reading | None:
    """The line where another question is answered beside the open one."""
    if not told_apart(line.asked):
        return None
    return two_things(
        line.asked,
        line.tokens,
        line.form,
        line.around,
        *_at_others(line),
        line.vocabulary.options,
        whole,
    )


BELONGS: Final = "That answers a later question, {0}. It is kept and put to you then."


def of_others_alone(line: Line) -> Reading | None:
    """The line that says nothing to the open question: a new word on the last answer, or an answer to later ones."""
    if set(line.words) <= YES | NO:
        return None
    said = without_marks(line.tokens)
    last = line.around.questions.get(line.around.last)
    if said != line.tokens and last is not None and last.key != line.asked.key and last.question.takes.short:
        found = _plainly(replace(line.said(said), asked=last, around=ALONE))
        if found is not None:
            return replace(found, key=last.key)
    kept = all_elsewhere(line.asked, said, line.form, line.around, *_at_others(line))
    if not kept:
        return None
    asked = {**line.form.single, **line.around.questions}
    names = join_words([f"{asked[one.key].name} ({one.echo.rstrip('.')})" for one in kept])
    return replace(ask(f"{BELONGS.format(names)} {how(line.asked)}"), pending=kept)


def _at_others(line: Line) -> tuple[Read, Callable[[Sequence[str]], bool]]:
    """How words are read at another question, and whether they name a row of the week."""
    weeks = [
        one for one in line.form.single.values() if one.question.takes.shares and not one.question.part_of
    ]
    tables = [line.vocabulary.table(week).names for week in weeks]

    def read_at(asked: Asked, tokens: list[str]) -> Reading:
        return read(replace(line.said(tokens), asked=asked, around=ALONE))

    def rows(words: Sequence[str]) -> bool:
        return any(names.spans(only_words(words)) for names in tables)

    return read_at, rows
