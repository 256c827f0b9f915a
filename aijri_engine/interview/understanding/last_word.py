"""Lines that take something back, lean to an answer, change an earlier one, or answer two questions."""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import Final

from aijri_engine.interview.form import Asked
from aijri_engine.interview.understanding.apart import PARTING, Read, all_elsewhere, told_apart, two_things
from aijri_engine.interview.understanding.beside import UNREAD
from aijri_engine.interview.understanding.corrections import (
    after_what_is_over,
    corrected,
    doubted,
    of_the_last_answer,
    set_aside,
    tells_what_is_not,
    without_marks,
)
from aijri_engine.interview.understanding.kinds import exactly, plainly, read
from aijri_engine.interview.understanding.line import Line
from aijri_engine.interview.understanding.reading import ALONE, Pending, Reading, ask, put, taken_only
from aijri_engine.interview.understanding.replies import echo_of, how
from aijri_engine.interview.understanding.week.draft import Draft
from aijri_engine.interview.understanding.week_amended import amended, week_anew, with_its_change
from aijri_engine.interview.understanding.week_reading import read_week
from aijri_engine.interview.understanding.words.amounts import read_amount
from aijri_engine.interview.understanding.words.asides import turned_round
from aijri_engine.interview.understanding.words.clauses import clauses_of, denies
from aijri_engine.interview.understanding.words.tokens import is_number, only_words, word_set, words_of
from aijri_engine.interview.understanding.yes_no import NO, YES
from aijri_engine.text import join_words


def taken_back(line: Line) -> Reading | None:
    """The last word of somebody who takes something back, or who leans to an answer without being sure of it."""
    takes = line.asked.question.takes
    leaned = doubted(line.tokens)
    if leaned is not None:
        found = plainly(line.said(leaned)) or _put_only(line.said(leaned))
        return replace(found, unsure=True) if found is not None else None
    put_aside = set_aside(line.tokens) if takes.listed else None
    if put_aside is not None:
        found = exactly(line.said(put_aside))
        names = line.vocabulary.options(line.asked).names.spans(only_words(line.tokens[: -len(put_aside)]))
        return found if found and all(found.value not in keys for *_, keys in names) else None
    over = after_what_is_over(line.tokens)
    if over is not None:
        return plainly(line.said(over)) or _put_only(line.said(over))
    if takes.shares and (changed_in_line := with_its_change(line)) is not None:
        return changed_in_line
    parted = corrected(line.tokens, not (takes.several or takes.rows), takes.shares)
    if parted is None:
        return None
    head, tail = (line.said(part) for part in parted)
    if takes.listed and tells_what_is_not(line.tokens, tail.tokens):
        return plainly(head)
    if takes.shares:
        return week_anew(line, head, tail)
    if takes.rows:
        return _row_anew(line, head, tail)
    if not takes.short:
        return None
    found = plainly(tail) or two_answers(tail, ask(""))
    if found is None or found.kind != "value":
        return _instead(line)
    return found if plainly(head) is not None else put(how(line.asked), [(found.echo, found.value)])


def _row_anew(line: Line, head: Line, tail: Line) -> Reading | None:
    """What is said of the one row that was named, after something else was taken back; nothing of it is kept else."""
    names = line.vocabulary.table(line.asked).names
    spans = names.spans(head.words)
    if len(spans) != 1 or names.spans(tail.words):
        return None
    start, end, _ = spans[0]
    return read(line.said([*head.words[start:end], *tail.tokens]))


def _instead(line: Line) -> Reading | None:
    """What is said in other words after something was taken back: a number by a mere "no", too; a yes by its no."""
    takes = line.asked.question.takes
    parted = corrected(
        line.tokens, no_counts=takes.number or (takes.yes_no and len(line.words) < len(line.tokens))
    )
    if parted is None:
        return None
    before, after = (_put_only(line.said(part)) for part in parted)
    if takes.yes_no and before and not (after and YES & set(only_words(parted[1]))):
        return put(how(line.asked), line.offered(False)) if NO & set(line.words) else None
    if before and after is None and takes.listed and not any(map(denies, parted[1])):
        likely = line.vocabulary.options(line.asked).likelihood.known(" ".join(parted[1]), 0.0).near
        return put(
            how(line.asked), line.offered(*(one for one in likely if one != before.nearest[0][1])), led=True
        )
    return after if before else None


def _put_only(line: Line) -> Reading | None:
    """What the line says in other words, put to be confirmed; None where that is nothing."""
    if not line.asked.question.takes.short:
        return None
    found = read(line)
    if found.kind == "value":
        return put(how(line.asked), [(found.echo, found.value)])
    return found if found.nearest else None


def of_another_question(line: Line) -> Reading | None:
    """A line that corrects an earlier answer, not the open question."""
    around = line.around
    said = of_the_last_answer(line.tokens)
    last = around.questions.get(around.last)
    if said is not None and last is not None and last.key != line.asked.key and last.question.takes.short:
        return _told_anew(line, last, said)
    weeks = [key for key, asked in around.questions.items() if asked.question.takes.shares
             and asked.question.part_of is None]  # fmt: skip
    if line.asked.question.takes.shares and line.asked.question.part_of is None:
        told = isinstance(around.known, Mapping) and any(Draft.of(around.known).rows.values())
        return amended(line, around.known if told else around.put, True)
    if len(weeks) == 1 and weeks[0] in around.answers:
        week = replace(line.named(), asked=around.questions[weeks[0]])
        options = [len(line.vocabulary.row_options(line.asked, row).choices) for row in line.asked.rows]
        most = max(options, default=len(line.asked.choices))
        found = amended(week, around.answers[weeks[0]], False, bool(options), most)
        if found is None and sum(map(is_number, line.words)) > 1:
            found = taken_only(read_week(week.said(week.tokens)))
        if found is not None and {*Draft.of(found.value).rows} == {line.asked.question.part_of}:
            return None
        if found is not None and found.nearest:
            found = week.taken(found.nearest[0][1], confident=False)
        return None if found is None else replace(found, key=weeks[0]) if found.kind == "value" else found
    return None


_OF_THIS: Final = word_set("here this one now for question")


def _told_anew(line: Line, asked: Asked, said: list[str]) -> Reading | None:
    """Another answer told anew; what stands behind it is kept for the open question, or told not to be read."""
    amount = read_amount(said, 0) if asked.question.takes.number else None
    ends = (
        place for place, token in enumerate(said) if token in PARTING and (not amount or place >= amount.end)
    )
    for end in (*ends, len(said)):
        head, tail = said[:end], without_marks(said, end)
        tail = tail[1:] if tail[:1] in (["and"], ["but"]) else tail
        found = plainly(replace(line.said(head), asked=asked, around=ALONE)) if only_words(head) else None
        if found is not None:
            own = [token for token in tail if token not in _OF_THIS] or tail
            here = plainly(line.said(own)) if only_words(own) and line.asked.question.takes.short else None
            kept = (Pending(line.asked.key, here.value, here.echo),) if here is not None else ()
            told = UNREAD.format(" ".join(tail)) if only_words(tail) and here is None else ""
            if {*only_words(head)} <= NO and not asked.question.takes.yes_no:
                told = f"{asked.name}: {found.echo} instead of what you said?"
                return replace(ask(told, (found.echo, found.value)), kind="confirm", key=asked.key)
            return replace(found, key=asked.key, pending=kept, unread=told)
    return None


OF_WHICH_ROW: Final = "Of which row is that? Say it with its figure, as in “{0} 30”."
INSTEAD: Final = "{0}: {1} instead of {2}?"
LIKELY_TIMES: Final = 5
"""A figure that is so many times another one, or a part of it so small, is rarely its correction [ours]."""
_FIGURES: Final = re.compile(r"(?:(?:[0-9.][0-9.,]*|%|percent|hours?|h|and|,|\.) ?)+")


def of_the_answer_before(line: Line) -> Reading | None:
    """Figures alone that take something back ("make that 60"), and a name with its answer ("years 6").

    Such a figure is of the answer before; where the open question would take it, too, or it is far from what was
    said, it is put. "also c" goes with what was picked of several.
    """
    around, said = line.around, without_marks(line.tokens)
    last, bare = around.questions.get(around.last), line.said(said)
    marks = only_words(line.tokens[: len(line.tokens) - len(said)])
    if line.tokens[0] in _ALSO and (more := _also(line, last)) is not None:
        return more
    if (
        last is None
        or last.key == line.asked.key
        or around.put is not None
        or line.asked.question.takes.shares
    ):
        return None
    if not any(map(str.isalpha, marks)) or not (any(map(is_number, said)) and _FIGURES.fullmatch(bare.typed)):
        return _of_its_name(line)
    here = plainly(bare) if line.asked.question.takes.short else None
    if here is not None:
        return put(how(line.asked), [(here.echo, here.value)])
    if last.question.takes.shares and not around.known:
        return ask(OF_WHICH_ROW.format(last.rows[0].short.lower()))
    there = plainly(replace(bare, asked=last, around=ALONE)) if last.question.takes.short else None
    if there is None or line.asked.question.takes.rows:
        return None if line.asked.question.takes.rows else ask(how(line.asked))
    before = around.answers[last.key]
    if last.question.takes.number and not _near(before, there.value):
        told = INSTEAD.format(last.name, there.echo, echo_of(last, before))
        return replace(ask(told, (there.echo, there.value)), kind="confirm", key=last.key)
    return replace(there, key=last.key)


_ALSO: Final = frozenset(("also", "and", "plus", "add"))


def _also(line: Line, last: Asked | None) -> Reading | None:
    """One more of several options, beside those that were picked at this question or at the one before."""
    own = line.asked.question.takes.several
    asked = line.asked if own else last
    if asked is None or not asked.question.takes.several:
        return None
    if not own and (
        (line.tokens[0] == "and" and "too" not in line.tokens) or any(map(is_number, line.words))
    ):
        return None  # "and b" may as well go on with the open question
    rest = [token for token in line.tokens[1:] if token not in ("also", "too")]
    more = exactly(replace(line.said(rest), asked=asked)) if rest else None
    before = line.around.known if own else line.around.answers.get(asked.key)
    if more is None or more.kind != "value":
        return more
    both = [one.id for one in asked.choices if one.id in (*(before or ()), *more.value)]
    found = replace(line, asked=asked).taken(both)
    return replace(found, key="" if own else asked.key) if found.kind == "value" else ask(found.question)


def _near(one: float, other: float) -> bool:
    return max(one, other) <= LIKELY_TIMES * max(min(one, other), 1.0)


def _of_its_name(line: Line) -> Reading | None:
    """Another answer, told anew by the name of its question."""
    if line.asked.question.takes.rows or line.asked.question.takes.shares:
        return None
    for key, asked in line.around.questions.items():
        named = words_of(asked.name)
        led = line.words[: len(named)] == named and len(line.words) > len(named)
        if led and key in line.around.answers and key != line.asked.key and asked.question.takes.short:
            rest = line.tokens[line.tokens.index(named[-1]) + 1 :]
            return _told_anew(line, asked, without_marks(rest))
    return None


def two_answers(line: Line, whole: Reading) -> Reading | None:
    """The line where another question is answered beside the open one."""
    if not told_apart(line.asked) or turned_round(clauses_of(line.tokens)):  # "all but this and that"
        return None
    found = two_things(
        line.asked,
        line.tokens,
        line.form,
        line.around,
        *_at_others(line),
        line.vocabulary.options,
        whole,
    )
    told = _kept(line, found.pending, BESIDE_IT) if found is not None else ""
    return replace(found, question=f"{told} {found.question}".strip()) if found is not None else None


KEPT: Final = "is kept and put to you then."
BELONGS: Final = f"That answers a later question, {{0}}. It {KEPT}"
BESIDE_IT: Final = f"It also answers a later question, {{0}}. That {KEPT}"


def of_others_alone(line: Line) -> Reading | None:
    """The line that says nothing to the open question: a new word on the last answer, or an answer to later ones."""
    if set(line.words) <= YES | NO:
        return None
    said, asked, around = without_marks(line.tokens), line.asked, line.around
    last = around.questions.get(around.last)
    marks = line.tokens[: len(line.tokens) - len(said)]
    denied = marks == ["no"] and len(said[0]) > 1  # "no hands"
    if any(map(str.isalpha, "".join(marks))) and not denied:  # not the sign of "-1"
        here = plainly(line.said(said)) if asked.question.takes.short else None
        if here is not None:
            return here if around.put is not None else put(how(asked), [(here.echo, here.value)])
        if last is not None and last.key != asked.key and last.question.takes.short:
            found = _told_anew(line, last, said)
            if found is not None:
                return found
    kept = all_elsewhere(asked, said, line.form, around, *_at_others(line), line.vocabulary.options)
    if not kept:
        return None
    return replace(ask(f"{_kept(line, kept, BELONGS)} {how(asked)}"), pending=kept)


def _kept(line: Line, kept: Sequence[Pending], told: str) -> str:
    known = {**line.form.single, **line.around.questions}
    return told.format(join_words([f"{known[one.key].name} ({one.echo.rstrip('.')})" for one in kept]))


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
