"""One turn: a typed line becomes an answer, a command, a word about what is unclear, or a pause."""

import re
from dataclasses import replace

from aijri_engine.content.meanings import SPLIT
from aijri_engine.conversation.accepted import accepted
from aijri_engine.conversation.adding import added
from aijri_engine.conversation.commands import carry_out
from aijri_engine.conversation.grid_line import grid_line
from aijri_engine.conversation.kept_part import without_part
from aijri_engine.conversation.line_reading import (
    completed_line,
    instead_of_offer,
    read_on,
    understood_line,
)
from aijri_engine.conversation.not_said import without_what_was_not_said
from aijri_engine.conversation.offers import Turn, of_offers, wished
from aijri_engine.conversation.parts import beside_picks, changed_row, leaving_out, of_called_rows, pass_row
from aijri_engine.conversation.people_ask import asks_again
from aijri_engine.conversation.standing import Trouble
from aijri_engine.conversation.state import Conversation
from aijri_engine.conversation.the_list import KEPT, another_meant
from aijri_engine.conversation.told_anew import (
    EDITS,
    LETTER,
    WISH,
    WRONG,
    of_another_answer,
    said_on_the_way,
    with_its_correction,
)
from aijri_engine.interview.accept import json_of
from aijri_engine.interview.kinds import kind_of
from aijri_engine.interview.path import Step
from aijri_engine.interview.understanding.commands import find_command, slash_command
from aijri_engine.interview.understanding.replies import how
from aijri_engine.interview.understanding.week.draft import Draft
from aijri_engine.interview.understanding.week.split import SAY_YES
from aijri_engine.interview.understanding.week_amended import amended_week
from aijri_engine.interview.understanding.words.amounts import read_amount
from aijri_engine.interview.understanding.words.numbers import ORDINALS
from aijri_engine.interview.understanding.words.tokens import tokens_of, too_much, words_of
from aijri_engine.interview.understanding.yes_no import YES, keeps
from aijri_engine.interview.values import SUM_TOLERANCE

POLITE = re.compile(
    r"(?:\s+(?:in|of|at) (?:the |my )?\w+(?: \w+)?)?[\s,]*(?:please|instead)?\W*$", re.IGNORECASE
)
"""Behind the name of what is to be changed."""

TO = re.compile(r"^\W*to\s+", re.IGNORECASE)
"""Before what the week is changed to."""

CONFIRMING = frozenset(("confirm", "confirmed"))
"""Words that keep an answer of before, and agree to what is put."""

MOST_WORDS_TO_GO_ON = 3
"""Words up to here that answer nothing are taken for "go on" [ours]."""

BEFORE_A_QUESTION = "What you typed came before this question and does not answer it, so it is not kept."

NOTHING_BEFORE = "There is no answer of before that could stay."

SAID_BEFORE = "{name}: you said before: {words}. Is that right?"

SAID_PARTLY = "{name}: you said before: {words}. What is the whole of it?"


def say(talk: Conversation, typed: str, seconds: float | None = None, row: str = "") -> Turn:
    """One typed line. `row` is the row of a grid that the person is at, where a face asks or points at one."""
    if talk.step is not None and not talk.paused and too_much(typed):
        return read_on(talk, talk.step, understood_line(talk, talk.step, typed), typed, seconds)
    talk, typed, dropped = without_what_was_not_said(talk, typed)
    if dropped and not typed:
        return Turn(replace(talk, reply=(dropped,)))
    said = WRONG.sub(r"change \g<name> ", WISH.sub("", typed, count=1), count=1)
    put = talk.trouble is not None and talk.trouble.stands and {*ORDINALS} & {*words_of(typed)}
    wished = EDITS.sub("", said) if EDITS.match(said) and not put else ""  # "the second one is wrong"
    whole = said != typed or (any(map(str.isdigit, wished)) and not wished[0].isdigit())
    turn = (
        _of_the_week(talk, wished if whole else "")
        or another_meant(talk, typed)
        or _turn(talk, typed, seconds, row)
    )
    unused = turn.talk.trouble is not None or LETTER.search(wished)
    if wished and unused and turn.talk.interview is talk.interview:
        turn = of_another_answer(talk, wished) or _of_a_row(talk, wished) or turn
    turn = said_on_the_way(turn.talk, typed) or turn
    if dropped:
        turn = replace(turn, talk=replace(turn.talk, told=(dropped, *turn.talk.told)))
    return replace(turn, talk=_met(turn.talk))


def _turn(talk: Conversation, typed: str, seconds: float | None, row: str) -> Turn:
    if talk.paused:
        return _over_a_pause(talk, typed)
    step = talk.step
    if step is None:
        command = find_command(typed)
        return Turn(*carry_out(talk, command, seconds)) if command is not None else Turn(talk)
    if not typed.strip():
        return Turn(nothing_typed(talk, step, seconds))
    if asks_again(typed) and not step.asked.question.takes.words:
        return Turn(replace(talk, opened="").open("again"))
    picked = (
        as_it_was(talk, step, typed, seconds)
        or without_part(talk, step, typed)
        or added(talk, step, typed, seconds)
        or accepted(talk, step, typed, seconds)
        or of_offers(talk, step, typed, seconds)
        or wished(talk, step, typed)
        or instead_of_offer(talk, step, typed, seconds)
        or with_its_correction(talk, step, typed, seconds)
    )
    if picked is not None:
        return picked
    if step.asked.question.takes.rows:
        return grid_line(talk, step, typed, seconds, step.asked.row(row))
    if step.asked.question.takes.shares:
        draft = talk.interview.answers.drafts.get(step.key)
        changed = changed_row(step.asked, typed, draft)
        if changed is not None and changed.get("unit") != "hours":
            return Turn(talk.answer(step, changed, typed, seconds))
        reading = leaving_out(step, draft, completed_line(talk, step, typed))
        left = of_called_rows(talk, step, reading.command, typed, seconds)
        return Turn(left) if left is not None else read_on(talk, step, reading, typed, seconds)
    earlier = talk.earlier(step) if step.asked.question.takes.number else None
    reading = understood_line(talk, step, typed, json_of(earlier) if earlier is not None else talk.known)
    return read_on(talk, step, beside_picks(talk, step, reading, typed), typed, seconds)


def _of_a_row(talk: Conversation, wished: str) -> Turn | None:
    """The row of an answered grid that is named to be changed."""
    found = talk.row_named(POLITE.sub("", wished)) if not talk.paused else None
    return Turn(talk.go_to_row(found[0].key, found[1])) if found is not None else None


def _of_the_week(talk: Conversation, wished: str) -> Turn | None:
    """The week opened for whoever wishes to correct it, with what is said of it: all of it anew, or some rows."""
    name, _, said = wished.partition(" ")
    open_one, step = talk.step, talk.named(name.strip(" .,:;!")) if name else None
    if (
        open_one is None
        or talk.paused
        or step is None
        or step.key != SPLIT
        or step.value is None
        or open_one.key == SPLIT
    ):
        return None
    there, interview = talk.go_to(step.key), talk.interview
    if not any(map(str.isdigit, said)):
        return Turn(there)
    said = TO.sub("", said)
    before, whole = Draft.of(json_of(step.value)), understood_line(there, step, said)
    near = [one for _, one in whole.nearest] if whole.kind == "confirm" else []
    told = map(Draft.of, (whole.value, *near))
    if not any(one.unit == before.unit and abs(one.total() - before.total()) < SUM_TOLERANCE for one in told):
        form, split = interview.form, interview.path.split
        lines = (f"change {said}", said)
        changed = (amended_week(step.asked, one, form, split, json_of(step.value)) for one in lines)
        whole = next(filter(None, changed), None) or completed_line(there, step, said)
    return read_on(there, step, whole, said, None)


def nothing_typed(talk: Conversation, step: Step, seconds: float | None = None) -> Conversation:
    """Enter alone: an earlier answer stays, free words are left out, a row is passed; else a hint."""
    question = step.asked.question
    earlier, unsaid = talk.earlier(step), talk.unsaid(step)
    if unsaid and earlier is None:
        return talk.not_sure(step, seconds) if unsaid == "not_sure" else talk.skip(step)
    if (
        question.takes.rows
        and not talk.row_alone
        and (earlier is None or talk.at or step.key in talk.interview.answers.drafts)
    ):
        return pass_row(talk, step, seconds)
    if step.settled:
        return replace(talk.leave_as_it_was(), told=(KEPT,))
    if earlier is not None:
        return talk.answer(step, json_of(earlier), "", seconds)
    if question.takes.words:
        return talk.skip(step)
    return talk.troubled(kind_of(question.kind).nothing_given)


def as_it_was(talk: Conversation, step: Step, typed: str, seconds: float | None = None) -> Turn | None:
    """What a line comes to that says that the answer of before stays ("same", "yes"): what Enter alone does.

    Where the question stands there whole, an option of that name is meant, and a mere yes only keeps a week.
    """
    said, takes, put = keeps(_without_the_figure(talk, step, typed)), step.asked.question.takes, talk.trouble
    under_way = takes.rows and (talk.at or step.key in talk.interview.answers.drafts)
    agreed_so = said == "yes" or {*words_of(typed)[:1]} & YES or (put and {*words_of(typed)} & CONFIRMING)
    if not said or under_way or (agreed_so and (put or takes.yes_no)) or (put and SAY_YES in put.text):
        return None
    before = talk.earlier(step) is not None or bool(talk.unsaid(step)) or step.settled
    if before and (talk.in_short(step) or takes.shares):
        return Turn(nothing_typed(talk, step, seconds))
    found = understood_line(talk, step, typed)
    told = found.kind == "command" or (found.kind == "value" and (found.confident or not takes.listed))
    if said == "yes" or takes.words or told:
        return None
    return Turn(
        nothing_typed(talk, step, seconds) if before else talk.troubled(f"{NOTHING_BEFORE} {how(step.asked)}")
    )


def _without_the_figure(talk: Conversation, step: Step, typed: str) -> str:
    """A line without the number that was said before: "twenty-two stays, keep it"."""
    tokens, before = tokens_of(typed), step.value if step.settled else talk.earlier(step)
    for at in range(len(tokens) if step.asked.question.takes.number and before is not None else 0):
        amount = read_amount(tokens, at)
        if amount is not None and amount.value == before and amount.unit in ("bare", "years"):
            return " ".join([*tokens[:at], *tokens[amount.end :]])
    return typed


def _over_a_pause(talk: Conversation, typed: str) -> Turn:
    """Whatever is typed goes on; a command is carried out, an answer to the question below is kept for it."""
    on = replace(talk, paused="")
    if not typed.strip():
        return Turn(on)
    command = slash_command(f"/{typed}", ()) or find_command(typed)
    if command is not None:
        return Turn(*carry_out(on, command))
    step = on.step
    answers = step is not None and understood_line(on, step, typed).kind == "value"
    if answers:
        return Turn(on, kept=typed)
    return Turn(replace(on, reply=(BEFORE_A_QUESTION,)) if len(typed.split()) > MOST_WORDS_TO_GO_ON else on)


def _met(talk: Conversation) -> Conversation:
    """Where the open question was answered beside an earlier one, that is put to be confirmed."""
    step = talk.step
    if step is None or step.entry is not None or talk.trouble is not None or talk.paused:
        return talk
    said = talk.said_beside(step.key)
    if said is None:
        return talk
    words, value = said
    if value is None:
        return replace(talk, trouble=Trouble(SAID_PARTLY.format(name=step.asked.name, words=words)))
    text = SAID_BEFORE.format(name=step.asked.name, words=words)
    return replace(talk, trouble=Trouble(text, ((words, value),), confirm=True))
