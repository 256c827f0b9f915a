"""Lines typed where no question is put: at the list of answers, and before the result."""

import re
from collections.abc import Mapping
from dataclasses import replace
from itertools import pairwise
from typing import Any, Literal

from aijri_engine.content.library import shipped_answers
from aijri_engine.content.meanings import DEPTH, RATING, SPLIT
from aijri_engine.conversation.kept_part import without_part
from aijri_engine.conversation.line_reading import completed_line, read_on, understood_line
from aijri_engine.conversation.named_tasks import tasks_named
from aijri_engine.conversation.offers import Turn, wished
from aijri_engine.conversation.parts import with_rows
from aijri_engine.conversation.people_ask import asks
from aijri_engine.conversation.state import Conversation
from aijri_engine.conversation.telling import told_by
from aijri_engine.conversation.told_anew import (
    CALLED_WRONG,
    EDITS,
    WISH,
    WRONG,
    called,
    of_another_answer,
)
from aijri_engine.conversation.what_if_lines import as_one_move, supposes, what_if_in
from aijri_engine.interview.accept import json_of
from aijri_engine.interview.path import Step
from aijri_engine.interview.understanding import Command
from aijri_engine.interview.understanding.agreeing import goes_on, tells
from aijri_engine.interview.understanding.commands import find_command
from aijri_engine.interview.understanding.reading import sounds_like
from aijri_engine.interview.understanding.replies import echo_of
from aijri_engine.interview.understanding.week_amended import amended_week
from aijri_engine.interview.understanding.words.amounts import read_amount
from aijri_engine.interview.understanding.words.tokens import (
    NEGATORS,
    holds,
    is_number,
    tokens_of,
    too_much,
    word_set,
    words_of,
)
from aijri_engine.interview.understanding.yes_no import NO

PARTS = re.compile(r"[,.;!?]\s*")
SENTENCES = re.compile(r"[.;!]\s+")
NUMBERED = re.compile(r"\b(?:number|question|no\.?) (?P<number>[\w-]+)", re.IGNORECASE)
"""An answer called by its number within a sentence."""
_CHANGING = word_set("change changed correct edit fix redo amend update wrong mistake forgot missing back")
_SHOULD = re.compile(r"\bshould (?:have been|be|say|read)\b", re.IGNORECASE)
_TO_THE_WISH = re.compile(
    r"^.*?\b(?:change|correct|fix|amend|redo|edit)\b"
    r"(?:[\s,:;]+(?:my|the|one|of|an?|answers?|things?|about|on|for|in|please)\b)*[\s,:;]*",
    re.IGNORECASE,
)
"""A line up to what is to be changed: "oh wait, I must correct one thing, the pay"."""
_WISH_BEHIND = re.compile(
    r"[\s,.;!]+(?:(?:and|so|please|(?:can|could|will|would) you|i want to)\s+)*"
    r"(?:change|correct|fix) (?:that|it|this)(?: please)?\W*$",
    re.IGNORECASE,
)
_MEANT = re.compile(r"\bi (?:mean|meant|wanted|was after)\b(?P<what>.*)", re.IGNORECASE | re.DOTALL)
_NOT_THIS = re.compile(
    r"\bnot (?:that|this)(?: one| question| answer)(?! (?:but|time|is|was))\b"
    r"|\b(?:that|this)(?:['’]?s| is| was) (?:the wrong|not the(?: right)?) (?:one|question|answer)\b"
    r"|\bleave (?:that|this|it)(?: one| question| answer)?(?: alone| be| as (?:it|that) (?:was|is)| as is)\b",
    re.IGNORECASE,
)
"""The answer that was opened is not the one to be changed."""
MOST_BESIDE = 1
"""Words beside these that say no more than they do: "please" [ours]."""
_ENDED = word_set("everything all nothing done result results")
"""Of these one stands in a line that wants nothing more of an answer that was opened: "that's everything, go on"."""
KEPT = "Kept as it was."
_CALLED = re.compile(r"^(?:the |my )?(?P<name>[\w ]{1,60}?) should be called (?:just )?", re.IGNORECASE)
_AGAIN = word_set("result results figure")
_SHOWING = word_set("show see back take go")
_AROUND_A_NAME = word_set("how is are was done of the your my on in at a and where from part")
"""Words of the name of a question by which alone nobody calls it."""


_ANY = word_set("something anything one thing an another answer it that else please")
"""Words that call no question: "can I change something"."""
_BELONGING = re.compile(r"['’]s\b", re.IGNORECASE)
LONGEST_CALL = 8
"""Words by which a question is called, at most [ours]."""
LEAST_ROWS = 2
"""Rows of the week from which on a line with a figure is about it, and not about how one of them is done [ours]."""
AT_THE_RESULT = "That is a what-if, and changes no answer. Go on to the result: there it is tried."
NOT_NAMED = "I could not read which answer you mean: its number or its name opens it."


def command_at_the_list(typed: str) -> Command | None:
    """The command that a line at the list is; a what-if is one behind any lead."""
    return find_command(what_if_in(typed) if supposes(typed) else typed)


def not_taken(talk: Conversation, typed: str) -> str:
    """Why a line at the list changes nothing; empty where it may be the words that a question there waits for."""
    if supposes(typed):
        return AT_THE_RESULT
    return NOT_NAMED if typed and all(one.asked.choices for one in talk.review_steps) else ""


def at_the_list(talk: Conversation, typed: str, bare: bool = True) -> Turn | None:
    """What a line at the list of answers changes, or which of them it opens; None where it does neither."""
    if supposes(typed):
        return None
    turn = said_of_all(talk, typed) or _rows_with_figures(talk, typed)
    if turn is not None:
        return turn
    step = of_the_list(talk, typed, bare) if find_command(typed) is None else None
    step = step or wished_to_be_asked(talk, typed)
    if step is None or step.asked.question.takes.several:
        open_ones = [step] if step is not None else [one for one in talk.steps if one.settled]
        turns = [turn for one in open_ones if (turn := without_part(talk.go_to(one.key), one, typed))]
        if len(turns) == 1:
            return turns[0]
    return _with_what_is_told(talk, step, typed) if step is not None else None


def _rows_with_figures(talk: Conversation, typed: str) -> Turn | None:
    """Two rows of the week or more with a figure, or one with hours or a share, read as at the week.

    So are "by hand 57 not 60, leading 15 not 12" and "care was only 20 hours".
    """
    step, words = talk.interview.path.step(SPLIT), words_of(typed)
    if too_much(typed) or step is None or step.value is None or NUMBERED.search(typed) or "?" in typed:
        return None
    if find_command(typed) is not None:
        return None
    tokens = tokens_of(typed)
    amounts = (read_amount(tokens, at) for at in range(len(tokens)))
    least = 1 if any(one is not None and one.unit in ("hours", "percent") for one in amounts) else LEAST_ROWS
    told = any(map(is_number, words)) or least == 1
    if not told or len(tasks_named(talk.interview, words)) < least:
        return None
    there = talk.go_to(SPLIT)
    return read_on(there, step, completed_line(there, step, typed), typed, None)


def wished_to_be_asked(talk: Conversation, typed: str) -> Step | None:
    """The question that a line wishes to be asked, by its name or by its row: "ask me about the paperwork"."""
    if too_much(typed) or told_by(typed, (shipped_answers().ask_me,)) is None:
        return None
    rows = {task.id for task in tasks_named(talk.interview, words_of(typed))}
    of_rows = [one for one in _askable(talk) if _of_how(one) and one.asked.item in rows]
    return _inside(talk, typed) or (of_rows[0] if len(of_rows) == 1 else None)


def _askable(talk: Conversation) -> tuple[Step, ...]:
    """The questions of the list, and those of rows that are too small to be asked about unless that is wished."""
    return (*talk.steps, *talk.interview.path.unasked)


def _of_how(step: Step) -> bool:
    return step.asked.question.meaning in (RATING, DEPTH)


def late_change(talk: Conversation, typed: str) -> Literal["", "wished", "told"]:
    """Whether a line typed at the result wishes an answer changed, or tells what it should be, and asks nothing."""
    if asks(typed) and not (WISH.match(typed) or WRONG.match(typed) or _WISH_BEHIND.search(typed)):
        return ""
    wished = bool(_CHANGING & {*words_of(typed)})
    if not (wished or _SHOULD.search(typed)) or at_the_list(talk, typed) is None:
        return ""
    return "wished" if wished else "told"


def leads_on(talk: Conversation, typed: str) -> bool:
    """Whether a line at the list goes on to the result; not one that answers what stands open there."""
    if not (goes_on(typed) or back_to_the_result(typed)):
        return False
    step = _inside(talk, typed)
    turn = _with_what_is_told(talk, step, typed) if step is not None and not step.settled else None
    return turn is None or (turn.talk.interview is talk.interview and turn.talk.trouble is None)


def back_to_the_result(typed: str) -> bool:
    """Whether a line at the list asks for the result again, whatever it says before that."""
    last = PARTS.split(typed.strip(" .!"))[-1]
    words = {*words_of(last)}
    return bool(words & _AGAIN and words & _SHOWING) and not words & NEGATORS and "?" not in typed


def _with_what_is_told(talk: Conversation, step: Step, typed: str) -> Turn:
    """The answer opened, and what the line tells of it taken or put, as if it was said there."""
    there, takes = _opened(talk, step, typed), step.asked.question.takes
    if not (takes.rows or takes.short or takes.yes_no):
        return Turn(there)
    said = NUMBERED.sub("", _WISH_BEHIND.sub("", _SHOULD.sub("was", typed)))
    said = re.sub(rf"\b{re.escape(step.asked.name)}\b(?: one\b)?", "", said, flags=re.IGNORECASE)
    parts = [_TO_THE_WISH.sub("", said), *(said[at.end() :] for at in PARTS.finditer(said))]
    names = {word for row in step.asked.rows for word in words_of(row.short)}
    for part in dict.fromkeys(parts):
        if not tells(" ".join(word for word in words_of(part) if word not in names)):
            continue
        read = understood_line(there, step, part, there.known if takes.rows else None)
        told = [read.value] if read.kind == "value" else [one for _, one in read.nearest] or [read.known]
        anew = [_of_other_value(there.known, one) for one in told]
        if not all(anew) or read.by_letter or read.key not in ("", step.key):
            continue
        sure = read.kind == "value" and read.confident
        if takes.rows and sure:
            return Turn(with_rows(there, step, anew[0], typed, None))
        if sure and not step.settled and not (read.pending or read.unsure):
            taken = there.answer(step, anew[0], typed)
            return Turn(replace(taken, noted=f"{step.asked.name}: {taken.noted}") if taken.noted else taken)
        offers = tuple((echo_of(step.asked, tuple(one) if takes.several else one), one) for one in anew)
        told_so = f"{sounds_like(offers[0][0])} {read.unread}".strip()
        return Turn(there.troubled(told_so, offers, confirm=True))
    return Turn(there)


def _opened(talk: Conversation, step: Step, typed: str) -> Conversation:
    """The answer opened; of an answered grid the one row that the line names."""
    words = words_of(typed)
    rows = [at for at, row in enumerate(step.asked.rows) if holds(words, words_of(row.short))]
    alone = step.settled and step.asked.question.takes.rows and len(rows) == 1
    return talk.go_to_row(step.key, rows[0]) if alone else talk.go_to(step.key)


def _of_other_value(before: Any, told: Any) -> Any:
    """What is told that was not said before; of a grid its rows."""
    if isinstance(told, Mapping):
        return {row: option for row, option in told.items() if (before or {}).get(row) != option}
    return told if told != before else None


def said_of_all(talk: Conversation, typed: str) -> Turn | None:
    """A line typed where no question is put, which changes an answer or wishes all of it gone; None for any other.

    Where that is to be confirmed, or cannot be, its question is the open one.
    """
    if too_much(typed):
        return None
    step, there = talk.interview.path.step(SPLIT), talk.go_to(SPLIT)
    if step is not None and step.value is not None:
        if of_all := wished(there, step, typed):
            return of_all
        interview = talk.interview
        told = as_one_move(_behind_the_wish(typed))
        read = amended_week(step.asked, told, interview.form, interview.path.split, json_of(step.value))
        if read is not None:
            return read_on(there, step, read, told, None)
    wish = _CALLED.sub(r"name of the \g<name>: ", WISH.sub("", _WISH_BEHIND.sub("", typed), count=1))
    said = (typed, wish, *(typed[at.end() :] for at in SENTENCES.finditer(typed)))
    found = (of_another_answer(talk, EDITS.sub("", one), opens=True) for one in dict.fromkeys(said))
    return next(filter(None, found), None)


def _behind_the_wish(typed: str) -> str:
    """A line without the part before it that only says that something is wrong: "I got it wrong, checking was 18"."""
    at = PARTS.search(typed)
    before = words_of(typed[: at.start()]) if at is not None else []
    alone = at is not None and (_CHANGING | CALLED_WRONG) & {*before} and not any(map(is_number, before))
    return f"change {typed[at.end() :]}" if at is not None and alone else typed


def another_meant(talk: Conversation, typed: str) -> Turn | None:
    """The answer that was meant instead of the one that was opened ("no, I meant my week"), which stays as it was.

    "Not that one" alone closes what was opened. None for any other line.
    """
    step, not_this = talk.step, _NOT_THIS.search(typed)
    meant = _MEANT.search(typed)
    if step is None or step.key != talk.wanted or (talk.trouble and talk.trouble.offers):
        return None
    ended = bool(_ENDED & {*words_of(typed)}) and goes_on(typed)
    if ended and step.settled and not step.asked.question.takes.words:
        return Turn(replace(talk.leave_as_it_was(), told=(KEPT,)))
    if not (not_this and step.settled) and (meant is None or step.asked.question.takes.words):
        return None
    rest = _NOT_THIS.sub("", typed)
    closes = not_this and len({*words_of(rest)} - NO) <= MOST_BESIDE
    read = understood_line(talk, step, typed if closes else rest)
    if read.kind == "value" and read.confident and not step.asked.question.takes.words:
        return None
    other = _inside(talk, rest if not_this or meant is None else meant["what"])
    if other is not None:
        return Turn(talk.go_to(other.key)) if other.key != step.key else None
    return Turn(replace(talk.leave_as_it_was(), told=(KEPT,))) if closes else None


def of_the_list(talk: Conversation, typed: str, bare: bool = True) -> Step | None:
    """The answer that a line at the list of them wishes to change, by its number or its name; None for none.

    `bare` where the name alone says so."""
    if too_much(typed):
        return None
    for part in (typed, *PARTS.split(typed)):
        said = WRONG.sub(r"change \g<name> ", WISH.sub("", part, count=1), count=1).strip()
        name = called(EDITS.sub("", said))
        counted = read_amount(tokens_of(name), 0)
        if counted is not None and counted.end == len(tokens_of(name)):
            name = f"{counted.value:g}"
        short = len(words_of(name)) <= LONGEST_CALL and not {*words_of(name)} <= _ANY
        if (
            short
            and (EDITS.match(said) or (bare and part == typed))
            and (step := talk.named(name)) is not None
        ):
            return step
    return _inside(talk, typed) if bare or _CHANGING & {*words_of(typed)} else None


def _inside(talk: Conversation, typed: str) -> Step | None:
    """The one answer of the list that is called by its number or its name within a sentence."""
    words = words_of(_BELONGING.sub("", typed))
    numbers = [read_amount(tokens_of(at["number"]), 0) for at in NUMBERED.finditer(typed)]
    steps = [
        step for one in numbers if one is not None and (step := talk.named(f"{one.value:g}")) is not None
    ]
    if not steps:
        called_so = [
            max((len(one) for one in _calls(step) if holds(words, one)), default=0) for step in _askable(talk)
        ]
        longest = max(called_so, default=0)
        steps = [one for one, length in zip(_askable(talk), called_so, strict=True) if length == longest > 0]
        steps = [one for one in steps if _of_how(one)] or steps
    return steps[0] if len({step.key for step in steps}) == 1 else None


def _calls(step: Step) -> list[list[str]]:
    """The words by which a question is called: its name, telling parts of it, what it is about, its own rows."""
    name, own = words_of(step.asked.name), step.asked.question.rows_from != "task"
    telling = [word for word in name if word not in _AROUND_A_NAME]
    rows = [words_of(row.short) for row in step.asked.rows if own]
    pairs = [[*pair] for pair in pairwise(name) if not {*pair} & _AROUND_A_NAME]
    return [
        one
        for one in (name, telling, words_of(step.asked.item_name), *rows, *pairs)
        if {*one} - _AROUND_A_NAME
    ]
