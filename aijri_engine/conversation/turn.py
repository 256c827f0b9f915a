"""One turn: a typed line becomes an answer, a command, a word about what is unclear, or a pause."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from aijri_engine.content.library import shipped_answers
from aijri_engine.conversation.commands import carry_out, words_of
from aijri_engine.conversation.parts import (
    as_choice,
    beside_picks,
    changed_row,
    known_rows,
    leaving_out,
    pass_row,
    row_asked,
    row_before,
    row_command,
    with_rows,
)
from aijri_engine.conversation.people_ask import asks, is_known, reply_to
from aijri_engine.conversation.state import Conversation, Trouble
from aijri_engine.interview.accept import json_of
from aijri_engine.interview.form import GridRow
from aijri_engine.interview.interview import Interview
from aijri_engine.interview.kinds import kind_of
from aijri_engine.interview.path import Step
from aijri_engine.interview.understanding import Around, Command, Reading, agrees, understand
from aijri_engine.interview.understanding.commands import find_command, is_canonical, slash_command
from aijri_engine.interview.understanding.positions import numbered
from aijri_engine.interview.understanding.reading import sounds_like
from aijri_engine.interview.understanding.split import SAY_YES
from aijri_engine.interview.understanding.tokens import only_words, tokens_of
from aijri_engine.interview.values import Problem
from aijri_engine.text import join_words

WHAT_IF = re.compile(r"^\W*what\W*if\W*", re.IGNORECASE)
"""The command itself, so that the rest of the line is left as it was typed."""

ALL_ROWS = re.compile(r"\s*all\s*:?\s+(?P<answer>.+)", re.IGNORECASE)

MOST_WORDS_TO_GO_ON = 3
"""Words up to here that answer nothing are taken for "go on" [ours]."""

BEFORE_A_QUESTION = "What you typed came before this question and does not answer it, so it is not kept."

REST = frozenset(("rest", "remainder", "remaining"))
"""Words that speak of what the line before left over."""
ROW_FIGURE = re.compile(r"[a-z].*\d|\d.*[a-z]", re.IGNORECASE)
"""A line with a word and a figure: a row and its amount."""
FIGURE = re.compile(
    r"\W*(?:about |around |roughly )?\d{1,3}(?:[.,]\d)?\s*(?:h|hrs?|hours?)?(?: (?:a|per) week)?\W*",
    re.IGNORECASE,
)
"""A bare figure, as an answer to how many hours a week has."""
HOURS_ASKED = "How many hours"

LONGEST_UNCLEAR = 500
"""Signs of an unclear line that are kept for the next one [ours]."""

ANEW = "Then say it in your own words, please, or by its letter."
NO_ANSWER = "That is not an answer to this question. `why` says why it is asked, `help` what you can type."
SAID_BEFORE = "{name}: you said before: {words}. Is that right?"
SAID_PARTLY = "{name}: you said before: {words}. What is the whole of it?"
START_OVER = "Begin again? Every answer is then taken back; what you said before stays in the log."
AS_IT_WAS = "Nothing was changed."
ERASE_ALL = "Erase every answer of this interview for good? It cannot be undone."
YES_TO_WHAT = "Yes to which one?"
NO_WAY_ON = "`help` says what can be typed here, `skip` leaves this one unanswered."
NOT_CLEAR = "That could be read in several ways."


@dataclass(frozen=True)
class StartOver:
    """Offered where somebody wants to begin again."""


@dataclass(frozen=True)
class EraseAll:
    """Offered where somebody wants all of it gone."""


@dataclass(frozen=True)
class Turn:
    """What a typed line came to."""

    talk: Conversation
    show: Command | None = None
    """What a face is to show: answers, index, what-if, review, the end."""
    kept: str = ""
    """Words typed over a pause that belong to the question below it; not sent yet."""
    erase: bool = False
    """What is kept of this interview is to be erased for good before going on."""


def say(talk: Conversation, typed: str, seconds: float | None = None, row: str = "") -> Turn:
    """One typed line. `row` is the row of a grid that the person is at, where a face asks or points at one."""
    turn = _turn(talk, typed, seconds, row)
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
    picked = _of_offers(talk, step, typed, seconds) or _wished(talk, step, typed)
    if picked is not None:
        return picked
    if step.asked.question.takes.rows:
        return _grid_line(talk, step, typed, seconds, step.asked.row(row))
    if step.asked.question.takes.shares:
        draft = talk.interview.answers.drafts.get(step.key)
        changed = changed_row(step.asked, typed, draft)
        if changed is not None and changed.get("unit") != "hours":
            return Turn(talk.answer(step, changed, typed, seconds))
        reading = leaving_out(step, draft, _completed(talk, step, typed))
        return _read(talk, step, reading, typed, seconds)
    reading = _understood(talk, step, typed, talk.known)
    return _read(talk, step, beside_picks(talk, step, reading, typed), typed, seconds)


def nothing_typed(talk: Conversation, step: Step, seconds: float | None = None) -> Conversation:
    """Enter alone: an earlier answer stays, free words are left out, a row is passed; else a hint."""
    question = step.asked.question
    earlier, unsaid = talk.earlier(step), talk.unsaid(step)
    if unsaid and earlier is None:
        return talk.not_sure(step, seconds) if unsaid == "not_sure" else talk.skip(step)
    if question.takes.rows and (earlier is None or talk.at or step.key in talk.interview.answers.drafts):
        return pass_row(talk, step, seconds)
    if step.settled:
        return replace(talk.leave_as_it_was(), told=("Kept as it was.",))
    if earlier is not None:
        return talk.answer(step, json_of(earlier), "", seconds)
    if question.takes.words:
        return talk.skip(step)
    return talk.troubled(kind_of(question.kind).nothing_given)


def _over_a_pause(talk: Conversation, typed: str) -> Turn:
    """Whatever is typed goes on; a command is carried out, an answer to the question below is kept for it."""
    on = replace(talk, paused="")
    if not typed.strip():
        return Turn(on)
    command = slash_command(f"/{typed}", ()) or find_command(typed)
    if command is not None:
        return Turn(*carry_out(on, command))
    step = on.step
    answers = step is not None and _understood(on, step, typed).kind == "value"
    if answers:
        return Turn(on, kept=typed)
    return Turn(replace(on, reply=(BEFORE_A_QUESTION,)) if len(typed.split()) > MOST_WORDS_TO_GO_ON else on)


def _of_offers(talk: Conversation, step: Step, typed: str, seconds: float | None) -> Turn | None:
    """The offer that a line picks: by its number, or by a yes where the first one was put as a question."""
    trouble = talk.trouble
    if trouble is None or not trouble.offers:
        return None
    place = numbered(typed, len(trouble.offers)) if talk.numbered else None
    if place is not None:
        return take_offer(talk, step, place, typed, seconds)
    if step.asked.question.takes.yes_no:
        return None
    if agrees(typed) and (trouble.confirm or len(trouble.offers) == 1 or SAY_YES in trouble.text):
        return take_offer(talk, step, 0, typed, seconds)
    if agrees(typed) and not step.asked.choices:
        return Turn(replace(talk, trouble=replace(trouble, text="Which one of them?", asked=True)))
    if _denies(typed) and isinstance(trouble.offers[0][1], (StartOver, EraseAll)):
        return Turn(replace(talk, trouble=None, reply=(AS_IT_WAS,)))
    if _denies(typed) and trouble.confirm and len(trouble.offers) > 1:
        left = trouble.offers[1:]
        return Turn(talk.troubled(sounds_like(left[0][0]), left, asked=True, confirm=True))
    if _denies(typed) and trouble.confirm:
        return Turn(talk.drop_beside(step.key).troubled(ANEW, asked=True))
    return None


def _wished(talk: Conversation, step: Step, typed: str) -> Turn | None:
    """All of a section left open, or a fresh start, which is asked back."""
    words = " ".join(only_words(tokens_of(typed)))
    file = shipped_answers()
    if step.asked.question.takes.words:
        return None
    if words in file.skip_all:
        return Turn(talk.skip_section(step))
    if words in file.start_over:
        offers: tuple[tuple[str, Any], ...] = (("begin again", StartOver()),)
        return Turn(talk.troubled(START_OVER, offers, asked=True, confirm=True))
    if words in file.erase_all:
        offers = (("erase this interview", EraseAll()),)
        return Turn(talk.troubled(ERASE_ALL, offers, asked=True, confirm=True))
    return None


def _denies(typed: str) -> bool:
    return typed.strip().rstrip(".!").casefold() in DENIALS


DENIALS = frozenset(("no", "nope", "wrong", "no wrong", "not that", "n", "none of these"))


def take_offer(
    talk: Conversation, step: Step, number: int, typed: str = "", seconds: float | None = None
) -> Turn:
    """The turn that takes what is offered at that place, counted from 0."""
    value = talk.trouble.offers[number][1] if talk.trouble is not None else None
    if isinstance(value, StartOver):
        return Turn(talk.start_over())
    if isinstance(value, EraseAll):
        interview = talk.interview
        return Turn(Conversation(Interview.start(interview.library, interview.role_id)), erase=True)
    if isinstance(value, Command):
        return Turn(*carry_out(replace(talk, trouble=None), value, seconds))
    if step.asked.question.takes.rows and isinstance(value, Mapping):
        return Turn(with_rows(talk, step, value, typed, seconds))
    row = row_asked(talk, step) if step.asked.question.takes.rows else None
    if row is not None:
        return Turn(with_rows(talk, step, {row.id: value}, typed, seconds, True))
    return Turn(talk.answer(step, value, typed, seconds))


def _understood(talk: Conversation, step: Step, typed: str, known: Any = None) -> Reading:
    interview = talk.interview
    trouble = talk.trouble
    put = trouble.offers[0][1] if trouble is not None and trouble.offers else None
    around = replace(interview.once("around", lambda: _said_before(talk)), known=known, put=put)
    return understand(step.asked, typed, interview.form, interview.path.split, around)


def _said_before(talk: Conversation) -> Around:
    """What a line may refer back to."""
    steps = talk.interview.path.steps
    said = [step for step in steps if step.value is not None]
    last = max((step for step in said if step.entry), key=lambda step: step.entry.number, default=None)  # type: ignore[union-attr]
    return Around(
        last=last.key if last is not None else "",
        answers={step.key: json_of(step.value) for step in said},
        questions={step.key: step.asked for step in steps},
    )


def _completed(talk: Conversation, step: Step, typed: str) -> Reading:
    """What a line means; at a week that was not taken it may complete the line before, where it fits to it."""
    reading = _understood(talk, step, typed, talk.known)
    before = talk.unclear.strip(" .")
    if not before or talk.trouble is None:
        return reading
    rest = bool(REST & set(only_words(tokens_of(typed))))
    if reading.kind == "value" and not rest:
        return reading
    joined = ["{0}, {1}"] if rest or ROW_FIGURE.search(typed) else []
    if HOURS_ASKED in talk.trouble.text and FIGURE.fullmatch(typed):
        joined = ["{0} of {1}", "{0} of {1} hours"]
    for form in joined:
        whole = _understood(talk, step, form.format(before, typed.strip()))
        if whole.kind == "value":
            return replace(whole, confident=rest)
    return reading


def _read(talk: Conversation, step: Step, reading: Reading, typed: str, seconds: float | None) -> Turn:
    """What follows from a reading."""
    put = talk.trouble if talk.trouble is not None and talk.trouble.confirm else None
    if not reading.distress and (reply := _reply(talk, step, reading, typed)):
        return Turn(replace(talk, reply=reply, trouble=put, opened=""))
    if reading.distress:
        return Turn(talk.onward(wanted=talk.wanted, paused=talk.interview.library.wording.distress))
    if reading.kind == "command" and reading.command is not None:
        kept = put if reading.command.name in ("why", "help") else None
        return Turn(*carry_out(replace(talk, trouble=kept), _with_its_words(reading.command, typed), seconds))
    if reading.kind == "value":
        return Turn(_answered(talk, step, reading, typed, seconds))
    if reading.kind == "side":
        return Turn(replace(talk, reply=(NO_ANSWER,), trouble=None, opened=""))
    return Turn(_unclear(talk, step, reading, typed))


def _reply(talk: Conversation, step: Step, reading: Reading, typed: str) -> tuple[str, ...]:
    """The answer to a question of the person; a line that answers or commands beyond doubt is none."""
    free = step.asked.question.takes.words
    sure = reading.kind == "value" or (reading.kind == "command" and (reading.confident or free))
    if sure and (free or is_canonical(typed) or not (asks(typed) or is_known(typed))):
        return ()
    return () if free and not typed.startswith("/") else reply_to(talk, typed)


def _answered(
    talk: Conversation, step: Step, reading: Reading, typed: str, seconds: float | None
) -> Conversation:
    """The answer taken; what stood in the same line about other questions waits until they come.

    A correction of an earlier answer leaves the open question open.
    """
    earlier = talk.interview.path.step(reading.key) if reading.key and reading.key != step.key else None
    after = talk.answer(
        earlier or step, reading.value, typed, seconds, reading.echo, reading.confident, reading.unsure
    )
    if earlier is not None and after.trouble is None and not step.settled:
        after = replace(after, wanted=step.key)
    for one in reading.pending:
        after = after.keep_beside(one.key, one.echo, one.value)
    return after


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
        return replace(
            talk, trouble=Trouble(SAID_PARTLY.format(name=step.asked.name, words=words), asked=True)
        )
    text = SAID_BEFORE.format(name=step.asked.name, words=words)
    return replace(talk, trouble=Trouble(text, ((words, value),), asked=True, confirm=True))


def _with_its_words(command: Command, typed: str) -> Command:
    """A what-if in words keeps them as they were typed."""
    if command.name == "what_if" and command.argument and "=" not in command.argument:
        return Command("what_if", WHAT_IF.sub("", typed))
    return command


def _unclear(talk: Conversation, step: Step, reading: Reading, typed: str) -> Conversation:
    """What is unclear, with the nearest readings; a week that does not add up is told by its remedies."""
    takes = step.asked.question.takes
    if takes.shares:
        objected = _does_not_add_up(talk, step, reading, typed)
        if objected is not None:
            return objected
        talk = replace(talk, unclear=unclear_words(typed))
    command = find_command(typed) if takes.words else None
    orders = ((f"the command {words_of(command.name)}", command),) if command is not None else ()
    offers = (*orders, *reading.nearest)
    for said in reading.pending:
        talk = talk.keep_beside(said.key, said.echo, said.value)
    if reading.known is not None:
        talk = talk.drafted(step, reading.known)
    one = reading.kind == "confirm" or (reading.kind == "ask" and len(offers) == 1)
    question = reading.question or NOT_CLEAR
    if not offers and step.asked.choices and agrees(typed):
        question = f"{YES_TO_WHAT} {question}"
    if not offers and talk.trouble is not None and talk.trouble.text == question:
        question = _said_otherwise(step)
    return talk.troubled(question, offers, asked=True, confirm=one)


def _said_otherwise(step: Step) -> str:
    """What to type, where it was said once already and did not help."""
    letters = [f"{one.letter} ({one.name})" for one in step.asked.choices]
    told = f"Type {join_words(letters, 'or')}. " if letters else ""
    return told + NO_WAY_ON


def unclear_words(typed: str) -> str:
    """A line as the next one may complete it."""
    return typed[:LONGEST_UNCLEAR].replace("{", "").replace("}", "")


def _does_not_add_up(talk: Conversation, step: Step, reading: Reading, typed: str) -> Conversation | None:
    hours = [one for one in reading.nearest if isinstance(one[1], dict) and one[1].get("unit") == "hours"]
    scaled = [one for _, one in reading.nearest if isinstance(one, dict) and one.get("scaled")]
    if not scaled:
        return None
    rows = {name: part for name, part in scaled[0].items() if name != "scaled"}
    talk = replace(talk, unclear=unclear_words(typed))
    problem = talk.interview.answer(step.key, rows)
    if not isinstance(problem, Problem):
        return None
    return talk.objected(step, replace(problem, offers=(*problem.offers, *hours)), rows)


def _missing_asked(talk: Conversation, step: Step) -> Conversation:
    """Only what is missing is asked; nothing once the question is answered."""
    words = _missing_words(talk, step)
    return talk.troubled(words, asked=True) if words else talk


def _missing_words(talk: Conversation, step: Step) -> str:
    known = known_rows(talk, step)
    left = [row.short for row in step.asked.rows if row.id not in known]
    return f"And {join_words(left)}?" if left else ""


def _grid_line(
    talk: Conversation, step: Step, typed: str, seconds: float | None, row: GridRow | None
) -> Turn:
    """A line at a grid: an answer to the row at hand, else to several of them, else a command."""
    everywhere = ALL_ROWS.fullmatch(typed)
    shared = len({one.choices for one in step.asked.rows}) == 1
    missing = (
        talk.trouble is not None and talk.trouble.asked and talk.trouble.text == _missing_words(talk, step)
    )
    whole = _understood(talk, step, typed, talk.known if row is None or missing else None)
    if whole.distress or whole.kind == "value":
        if whole.kind == "value" and isinstance(whole.value, dict) and whole.key in ("", step.key):
            return Turn(with_rows(talk, step, whole.value, typed, seconds))
        return _read(talk, step, whole, typed, seconds)
    if whole.known:
        after = with_rows(talk, step, whole.known, typed, seconds)
        return Turn(_missing_asked(after, step))
    command = whole.command if whole.kind == "command" else None
    if command is not None and command.name == "back":
        before = row_before(talk, step)
        return Turn(before) if before is not None else Turn(*carry_out(talk, command, seconds))
    if row is not None and command is not None and row_command(command):
        rows = step.asked.rows[step.asked.rows.index(row) :] if everywhere and shared else (row,)
        return Turn(
            with_rows(talk, step, {one.id: row_command(command) for one in rows}, typed, seconds, True)
        )
    if command is not None:
        return _read(talk, step, whole, typed, seconds)
    if row is None:
        return _read(talk, step, whole, typed, seconds)
    words = everywhere["answer"] if everywhere and shared else typed
    one = understand(as_choice(step.asked, row), words, talk.interview.form, talk.interview.path.split)
    if one.kind == "value":
        here = step.asked.rows[step.asked.rows.index(row) :] if everywhere and shared else (row,)
        return Turn(with_rows(talk, step, {each.id: one.value for each in here}, typed, seconds, True))
    if _reply(talk, step, whole, typed):
        return _read(talk, step, whole, typed, seconds)
    told = whole.nearest[0][1] if whole.nearest else {}
    of_several = isinstance(told, dict) and len(set(told.values())) > 1
    return Turn(_unclear(talk, step, whole if of_several or not one.nearest else one, typed))
