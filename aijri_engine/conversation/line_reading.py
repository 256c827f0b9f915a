"""What a line means at the open question, and what follows: an answer, a reply, a question back."""

import re
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from aijri_engine.conversation.commands import carry_out, explained, words_of
from aijri_engine.conversation.offers import EraseAll, StartOver, Turn, denies_it, letters_of
from aijri_engine.conversation.people_ask import (
    apart_from_questions,
    asks,
    instead_of_words,
    is_known,
    reply_to,
)
from aijri_engine.conversation.standing import Trouble
from aijri_engine.conversation.state import Conversation
from aijri_engine.conversation.what_if_lines import as_one_move
from aijri_engine.interview.accept import json_of
from aijri_engine.interview.path import Step
from aijri_engine.interview.understanding import Around, Command, Reading, agrees, understand
from aijri_engine.interview.understanding.agreeing import tells
from aijri_engine.interview.understanding.beside import UNREAD
from aijri_engine.interview.understanding.commands import find_command, is_called_so, is_canonical
from aijri_engine.interview.understanding.reading import sounds_like
from aijri_engine.interview.understanding.replies import how
from aijri_engine.interview.understanding.week.split import TAKEN_BACK
from aijri_engine.interview.understanding.words.tokens import FILLER, NEGATORS, only_words, tokens_of
from aijri_engine.interview.understanding.yes_no import NO, YES, read_yes_no
from aijri_engine.interview.values import Problem
from aijri_engine.text import join_words

WHAT_IF = re.compile(r"^\W*what\W*if\W*", re.IGNORECASE)
"""The command itself, so that the rest of the line is left as it was typed."""

REST = frozenset(("rest", "remainder", "remaining"))
"""Words that speak of what the line before left over."""

ROW_FIGURE = re.compile(r"[a-z].*\d|\d.*[a-z]", re.IGNORECASE)
"""A line with a word and a figure: a row and its amount."""

FIGURE = re.compile(
    r"\W*(?:about |around |roughly )?\d{1,3}(?:[.,]\d)?\s*(?:h|hrs?|hours?)?(?: (?:a|per) week)?\W*",
    re.IGNORECASE,
)
"""A bare figure, as an answer to how many hours a week has."""

DENIED = re.compile(
    r"\s*(?:no|nope|nah|wrong|not that)\b(?:\s*[,.;:!-]+\s*(?=\S)|\s+(?=[a-z0-9]\W*$))", re.IGNORECASE
)
"""A no before what is right instead; not that of "no known steps"."""

ANSWERED = re.compile(
    rf"{DENIED.pattern}|\s*(?:yes|yeah|yep|ok|okay|right)\b[\s,.;:!-]+(?=[a-z]\W*$)", re.IGNORECASE
)
"""The same, or a yes before the letter that was asked for."""

HOURS_ASKED = "How many hours"

LONGEST_UNCLEAR = 500
"""Signs of an unclear line that are kept for the next one [ours]."""

NO_ANSWER = "That is not an answer to this question. `why` says why it is asked, `help` what you can type."

YES_TO_WHAT = "Yes to which one?"

UNDO_THAT = "If you mean “{0}”, type undo: it is then asked again."

ENTER_KEEPS = "Enter alone keeps what was said before. "

NO_WAY_ON = "`help` says what can be typed here, `skip` leaves this one unanswered."

NOT_CLEAR = "That could be read in several ways."

NOT_READ = "I could not read that as a yes, a no or another answer."
TOLD_UNREAD = re.compile(r" ?“[^”]*” is not used here\.")

STILL_PUT = "I could not read that as an answer. Which of these is it, or what instead?"


def understood_line(talk: Conversation, step: Step, typed: str, known: Any = None) -> Reading:
    interview = talk.interview
    trouble = talk.trouble
    put = trouble.offers[0][1] if trouble is not None and trouble.offers else None
    around = replace(said_before(talk), known=known, put=put, today=talk.today)
    return understand(step.asked, typed, interview.form, interview.path.split, around)


def instead_of_offer(talk: Conversation, step: Step, typed: str, seconds: float | None) -> Turn | None:
    """A no to what was put, with the answer itself after it: "no, b"."""
    trouble = talk.trouble
    answered = ANSWERED if trouble is not None and trouble.by_letter else DENIED
    denied = answered.match(typed) if trouble is not None and trouble.stands else None
    if denied is None:
        return None
    reading = understood_line(replace(talk, trouble=None), step, typed[denied.end() :], talk.known)
    sure = reading.kind == "value" and reading.confident and reading.key in ("", step.key)
    return Turn(_answered(talk, step, reading, typed, seconds)) if sure else None


UNDO_IS_OF_THE_LAST = (
    "Undo takes back the last answer alone, and that is another one. Here is {0}, to be changed."
)


def _named_behind(talk: Conversation, typed: str) -> Step | None:
    """The answer, not the last one given, that is named behind a word that takes back ("undo the week")."""
    last = said_before(talk).last
    words = typed.split()
    found = (talk.named(" ".join(words[start:])) for start in range(1, len(words)))
    named = next((one for one in found if one is not None), None)
    return named if named is not None and named.entry is not None and named.key != last else None


def said_before(talk: Conversation) -> Around:
    """What a line may refer back to."""
    return talk.interview.once("around", lambda: _said_before(talk))


def _said_before(talk: Conversation) -> Around:
    steps = talk.interview.path.steps
    said = [step for step in steps if step.value is not None]
    last = max((step for step in said if step.entry), key=lambda step: step.entry.number, default=None)  # type: ignore[union-attr]
    return Around(
        last=last.key if last is not None else "",
        answers={step.key: json_of(step.value) for step in said},
        questions={step.key: step.asked for step in steps},
    )


def completed_line(talk: Conversation, step: Step, typed: str) -> Reading:
    """What a line means; at a week that was not taken it may complete the line before, where it fits to it."""
    earlier = talk.earlier(step)
    known = talk.known if talk.known is not None or earlier is None else json_of(earlier)
    reading = understood_line(talk, step, as_one_move(typed) if step.settled else typed, known)
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
        whole = understood_line(talk, step, form.format(before, typed.strip()))
        if whole.kind == "value":
            return replace(whole, confident=rest)
    return reading


def read_on(talk: Conversation, step: Step, reading: Reading, typed: str, seconds: float | None) -> Turn:
    """What follows from a reading."""
    standing = talk.trouble
    put = standing if standing is not None and (standing.stands or _still_put(talk, typed)) else None
    if (both := _both_heard(talk, step, reading, typed, seconds)) is not None:
        return both
    if not reading.distress and (reply := reply_of(talk, step, reading, typed)):
        return Turn(replace(talk, reply=reply, trouble=put, opened=""))
    if reading.distress:
        return Turn(talk.onward(wanted=talk.wanted, paused=talk.interview.library.wording.distress))
    if reading.kind == "command" and reading.command is not None:
        kept = put if reading.command.name in ("why", "help") else None
        if reading.command.name == "undo" and (other := _named_behind(talk, typed)) is not None:
            return Turn(replace(talk.go_to(other.key), told=(UNDO_IS_OF_THE_LAST.format(other.asked.name),)))
        return Turn(*carry_out(replace(talk, trouble=kept), _with_its_words(reading.command, typed), seconds))
    if reading.kind == "value":
        return Turn(_answered(talk, step, reading, typed, seconds))
    if reading.kind == "side":
        kept = put if _still_put(talk, typed) else None
        return Turn(replace(talk, reply=(NO_ANSWER,), trouble=kept, opened=""))
    return Turn(asked_back(talk, step, reading, typed))


def _both_heard(
    talk: Conversation, step: Step, reading: Reading, typed: str, seconds: float | None
) -> Turn | None:
    """An answer and a question in one line: the answer taken or put, the question answered; None for any other line."""
    said, put = apart_from_questions(typed)
    words = {*only_words(tokens_of(said))}
    if reading.distress or step.asked.question.takes.words or not put or not words - (FILLER | YES | NO):
        return None
    there = understood_line(talk, step, said, talk.known)
    told = there.kind in ("value", "confirm") or there.known
    if not told or there.key not in ("", step.key):
        return None
    why = any((one := find_command(part)) is not None and one.name == "why" for part in put)
    reply = tuple(explained(talk.open("why"))) if why else reply_to(talk, " ".join(put))
    if not reply:
        return None
    turn = read_on(talk, step, there, said, seconds)
    return replace(turn, talk=replace(turn.talk, reply=reply))


def reply_of(talk: Conversation, step: Step, reading: Reading, typed: str) -> tuple[str, ...]:
    """The answer to a question of the person; a line that answers or commands beyond doubt is none."""
    free = step.asked.question.takes.words
    sure = reading.kind == "value" or (reading.kind == "command" and (reading.confident or free))
    known = is_known(typed)
    if free and not typed.startswith("/"):
        if reading.command is not None and reading.command.name == "why" and not known:
            return ()
        return instead_of_words(talk, typed) if asks(typed) else ()
    if sure and (free or is_canonical(typed) or not (asks(typed) or known)):
        return ()
    if reading.kind == "command" and is_called_so(typed) and not known:
        return ()
    return reply_to(talk, typed, within=not (sure or reading.known or reading.nearest) or "?" in typed)


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
    later = [one for one in reading.pending if after.step is None or one.key != after.step.key]
    told = (*after.told, *([reading.question] if later else []), *filter(None, [reading.unread]))
    return replace(after, told=told)


def _with_its_words(command: Command, typed: str) -> Command:
    """A what-if in words keeps them as they were typed."""
    if command.name == "what_if" and command.argument and "=" not in command.argument:
        return Command("what_if", WHAT_IF.sub("", typed))
    return command


def asked_back(talk: Conversation, step: Step, reading: Reading, typed: str) -> Conversation:
    """What is unclear, with the nearest readings; a week that does not add up is told by its remedies.

    Where it is of an earlier answer, that is opened.
    """
    other = talk.interview.path.step(reading.key) if reading.key not in ("", step.key) else None
    if other is not None and reading.kind == "confirm":
        talk, step = talk.go_to(other.key), other
    takes = step.asked.question.takes
    still = talk.trouble if _still_put(talk, typed) else None
    if takes.shares:
        objected = _does_not_add_up(talk, step, reading, typed)
        if objected is not None:
            return objected
        over = bool(reading.pending) or reading.question == TAKEN_BACK
        talk = replace(talk, unclear="" if over else unclear_words(typed))
    command = find_command(typed) if takes.words else None
    orders = ((f"the command {words_of(command.name)}", command),) if command is not None else ()
    offers = (*orders, *reading.nearest)
    for said in reading.pending:
        talk = talk.keep_beside(said.key, said.echo, said.value)
    if reading.known:
        talk = talk.drafted(step, reading.known)
    one = reading.kind == "confirm" or (reading.kind == "ask" and len(offers) == 1)
    if reading.by_letter:
        return _asked_by_letter(talk, step, reading)
    question = reading.question or NOT_CLEAR
    if not offers and step.asked.choices and agrees(typed):
        question = f"{YES_TO_WHAT} {question}"
    nothing = bool(step.asked.choices) and still is None and not offers
    last = talk.interview.path.step(said_before(talk).last) if nothing else None
    if last is not None and last.key != step.key and denies_it(typed):
        question = f"{UNDO_THAT.format(last.asked.name)} {how(step.asked)}"
    if still is not None and not (offers or reading.known):
        again = sounds_like(still.offers[0][0]) if still.confirm else STILL_PUT
        bare = TOLD_UNREAD.sub("", still.text).removeprefix(f"{NOT_READ} ").removesuffix(f" {NO_WAY_ON}")
        again = bare if still.by_letter else again
        if again == bare and not reading.unread:
            told = again == STILL_PUT or still.text.startswith(NOT_READ)
            again = f"{again} {NO_WAY_ON}" if told else f"{NOT_READ} {again}"
        question = question if reading.pending else again
        first, _, behind = typed.strip().partition(" ")
        yes = {*only_words(tokens_of(first))} & YES and tells(behind)
        unread = reading.unread or (UNREAD.format(behind.strip(" .!")) if yes else "")
        return replace(talk, trouble=replace(still, text=f"{question} {unread}".strip()), reply=())
    if not offers and talk.trouble is not None and talk.trouble.text == question:
        question = _said_otherwise(step, talk.earlier(step) is not None or step.settled)
    return talk.troubled(f"{question} {reading.unread}".strip(), offers, confirm=one)


def _asked_by_letter(talk: Conversation, step: Step, reading: Reading) -> Conversation:
    """The likely readings, to be picked by their letters and by no yes."""
    takes, letters = step.asked.question.takes, letters_of(reading.nearest)
    name = "by_one_letter" if len(letters) == 1 else "by_letters" if takes.several else "by_letter"
    name = "yes_or_no" if takes.yes_no else name if letters else "by_number"
    told = talk.interview.library.wording.say(name, letters=join_words(letters, "or"))
    put = Trouble(f"{told} {reading.unread}".strip(), () if takes.yes_no else reading.nearest, by_letter=True)
    return replace(talk, trouble=put, reply=())


def _still_put(talk: Conversation, typed: str) -> bool:
    """Whether what was put stands: a line that is neither one of it nor a no leaves it so."""
    put, words = talk.trouble, {*only_words(tokens_of(typed))}
    if put is None or not put.offers or isinstance(put.offers[0][1], (StartOver, EraseAll)):
        return False
    of_rows = talk.numbered and any(isinstance(one, Mapping) for _, one in put.offers)
    return read_yes_no(tokens_of(typed), frozenset())[1] is not False and (
        of_rows or not words & (NO | NEGATORS)
    )


def _said_otherwise(step: Step, before: bool) -> str:
    """What to type, where it was said once already and did not help."""
    letters = [f"{one.letter} ({one.name})" for one in step.asked.choices]
    told = f"Type {join_words(letters, 'or')}. " if letters else ""
    return f"{told}{ENTER_KEEPS if before else ''}{NO_WAY_ON}"


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
