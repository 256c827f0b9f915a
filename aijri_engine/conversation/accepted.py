"""A standing offer taken by a yes with something behind it: what names no other option and denies nothing."""

import re
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from aijri_engine.conversation.commands import explained
from aijri_engine.conversation.echoes import all_of_it, as_rows, pointed_at, repeats, the_same_for_others
from aijri_engine.conversation.kept_part import kept_part
from aijri_engine.conversation.line_reading import understood_line
from aijri_engine.conversation.offers import EraseAll, StartOver, Turn, letters_of, of_offers, take_offer
from aijri_engine.conversation.parts import known_rows, with_rows
from aijri_engine.conversation.people_ask import explained_here, reply_to
from aijri_engine.conversation.standing import Trouble
from aijri_engine.conversation.state import Conversation
from aijri_engine.interview.path import Step
from aijri_engine.interview.understanding import Reading, agrees
from aijri_engine.interview.understanding.agreeing import agreed, tells, without_yes, yes_alone
from aijri_engine.interview.understanding.beside import UNREAD, tells_of_its_own
from aijri_engine.interview.understanding.reading import sounds_like
from aijri_engine.interview.understanding.replies import echo_of
from aijri_engine.interview.understanding.words.amounts import read_amount
from aijri_engine.interview.understanding.words.numbers import ORDINALS
from aijri_engine.interview.understanding.words.positions import numbered
from aijri_engine.interview.understanding.words.tokens import (
    FILLER,
    NEGATORS,
    only_words,
    tokens_of,
    word_set,
)
from aijri_engine.interview.understanding.yes_no import NO, YES

ALL = word_set("all both")
MEANT = re.compile(
    r"\bwhat (?:i|we) (?:mean|meant|said)\b|\bi said\b|\bthat(?:['’]?s| is) (?:it|the one)\b|\bthat one\b",
    re.IGNORECASE,
)
"""How a reading that was doubted is confirmed."""
MEANS = re.compile(
    r"(?<!what )\bi (?:mean|meant)(?: to (?:say|write))?\b[\s,:]*(?P<told>.*)", re.IGNORECASE | re.DOTALL
)
LIKELY = ("ask", "confirm", "choose")
"""Readings that are none beyond doubt."""
LETTER_ENDS = word_set("then please that one it thats for is")
NO_REPLY = (
    "Your answer is noted; what you asked beside it I cannot answer. `help` explains the question at hand."
)
TURNING = re.compile(r"^\W*(?:(?:but|so|still|anyway|though|right)\b\W*)+", re.IGNORECASE)
"""Words before a yes behind a question by which it is none to that question."""
PLACE_FIRST = re.compile(
    rf"\W*(?:(?:no|nope|yes|yeah|ok|okay|oh|sorry|well|actually)\b[\s,.]*)*(?:it['’]?s )?"
    rf"(?:the )?(?P<place>{'|'.join(ORDINALS)})(?: one)?\s*[:,;.–-]\s*(?=\w)",
    re.IGNORECASE,
)
"""How a line begins that calls an offer by its place, and goes on with its words."""
TURNED = word_set("but though although however except unless if instead rather only")
POLITE = word_set("please thanks thank you then so")
NOT_FIGURES = frozenset((*ORDINALS, "one"))
OF_THESE = FILLER | YES | word_set("two three four these those them ones fit apply")


def accepted(talk: Conversation, step: Step, typed: str, seconds: float | None) -> Turn | None:
    """The turn by which a yes takes what was put, and what is told of the words behind it; None for any other line."""
    put, typed = talk.trouble, yes_alone(_yes_first(typed))
    if put is None or not put.offers or isinstance(put.offers[0][1], (StartOver, EraseAll)):
        return None
    if (called := _called_by_place(talk, step, typed, seconds)) is not None:
        return called
    if (part := kept_part(talk, step, typed, seconds)) is not None:
        return part
    if (meant := _meant_otherwise(talk, step, typed)) is not None:
        return meant
    place = _pointed(talk, typed)
    place = _named_so(put, typed) if place is None else place
    place = _figured(talk, step, typed) if place is None else place
    place = _lettered(talk, step, typed) if place is None else place
    several = step.asked.question.takes.several or step.asked.question.takes.rows
    place = 0 if place is None and several and all_of_it(put.offers[0][0], typed) else place
    again = _says_it_again(talk, step, typed, put.offers[0][1]) or _reads_the_same(talk, step, typed)
    place = 0 if place is None and again else place
    if place is not None:
        picked, rows = (
            take_offer(talk, step, place, typed, seconds),
            as_rows(talk, step, put.offers[place][1]),
        )
        return _with_other_rows(picked, step, Reading("ask"), rows, typed) or picked
    tail = agreed(typed)
    if tail is None:
        return _asked_with_a_yes(talk, put, typed)
    if not tail and (other := _another_said(talk, step, typed, put.offers[0][1])) is not None:
        return other
    if _ends_in_another(step, tail, put.offers[0][0]):
        return Turn(replace(talk, trouble=_with_unread(put, tail), reply=()))
    beside = understood_line(replace(talk, trouble=None), step, tail) if tail else None
    told = as_rows(talk, step, put.offers[0][1])
    if beside is not None and _says_another(beside, step, told):
        likely = beside.kind in LIKELY and not (beside.known or beside.by_letter)
        if not agrees(typed) and not likely:
            return None
        if not step.asked.question.takes.number:
            return Turn(replace(talk, trouble=_with_unread(put, tail), reply=()))
    if put.by_letter and len(put.offers) == 1 and MEANT.search(typed):
        return take_offer(talk, step, 0, typed, seconds)
    turn = of_offers(talk, step, typed, seconds, yes=True)
    taken = turn is not None and turn.talk.interview is not talk.interview
    if turn is None or beside is None or not taken:
        return turn
    after = _with_other_rows(turn, step, beside, told, tail)
    return _with_the_rest(talk, turn, step, beside, tail) if after is None else after


def _meant_otherwise(talk: Conversation, step: Step, typed: str) -> Turn | None:
    """A yes with what was meant: put for a yes of its own, where it is not what was put; None for any other line."""
    put, said, words = talk.trouble, MEANS.search(typed), only_words(tokens_of(typed))
    told = without_yes(said["told"]) if said else ""
    yes = {*words[:1], *words[-1:]} & YES
    if put is None or not tells(told) or not yes or "?" in typed or step.asked.question.takes.shares:
        return None
    value = as_rows(talk, step, put.offers[0][1])
    row = step.asked.row(*value) if isinstance(value, Mapping) and len(value) == 1 else None
    read = understood_line(replace(talk, trouble=None), step, f"{row.short}: {told}" if row else told)
    told_so = ((echo_of(step.asked, read.known), read.known),) if read.known else ()
    near = read.nearest[:1] or told_so or (((read.echo, read.value),) if read.kind == "value" else ())
    if read.key or not near:
        return Turn(replace(talk, trouble=_with_unread(put, told), reply=()))
    if _within(near[0][1], value):
        return None
    return Turn(talk.troubled(sounds_like(near[0][0]), near, confirm=True))


def _yes_first(typed: str) -> str:
    """A yes behind a question stands before it: "does it ever come out exactly? but yes, that's right"."""
    question, ends, last = typed.rpartition("?")
    turned = TURNING.match(last)
    yes = last[turned.end() :].strip(" .!,") if turned and ends else ""
    return f"{yes}. {question.strip()}?" if yes and agreed(yes) == "" else typed


def _asked_with_a_yes(talk: Conversation, put: Trouble, typed: str) -> Turn | None:
    """A yes with a question that may turn it: what was put stays, and the question is answered."""
    words = only_words(tokens_of(typed))
    if not put.stands or not {*words[:1]} & YES or not typed.rstrip().endswith("?"):
        return None
    why = tuple(explained(replace(talk, opened="why"))) if "why" in words else ()
    reply = reply_to(talk, typed) or why or explained_here(talk)
    return Turn(replace(talk, reply=reply, opened=""))


def _says_it_again(talk: Conversation, step: Step, typed: str, value: Any) -> bool:
    """A yes in words of what was put, by which no other option is said as well."""
    if not repeats(talk, step, typed):
        return False
    said = " ".join(word for word in only_words(tokens_of(typed)) if word not in YES)
    read = understood_line(replace(talk, trouble=None), step, said)
    first = replace(read, nearest=read.nearest[:1])
    return read.kind == "command" or not _says_another(first, step, as_rows(talk, step, value))


def _reads_the_same(talk: Conversation, step: Step, typed: str) -> bool:
    """A yes beside words that are read as the very answer put first ("yes, that's what I mean, nothing changed")."""
    put, rest = talk.trouble, without_yes(typed)
    sure = put is not None and (put.confirm or len(put.offers) == 1)
    if put is None or not sure or "?" in typed or not tells(rest) or len(rest) >= len(typed.strip(" .,!;")):
        return False
    words = {*only_words(tokens_of(rest))}
    read = understood_line(replace(talk, trouble=None), step, rest)
    near = [one for _, one in read.nearest] if read.kind == "confirm" or read.by_letter else []
    said = read.value if read.kind == "value" else near[0] if len(near) == 1 else None
    same = said is not None and as_rows(talk, step, said) == as_rows(talk, step, put.offers[0][1])
    return same and not read.key and not read.pending and not words & TURNED


def _named_so(put: Trouble, typed: str) -> int | None:
    """The place of the offer by letter that is called exactly so, as an option called "Yes" is; a no denies them."""
    said = [word for word in only_words(tokens_of(typed)) if word not in POLITE]
    names = [only_words(tokens_of(label.partition(") ")[2])) for label, _ in put.offers]
    return names.index(said) if put.by_letter and names.count(said) == 1 and not {*said} <= NO else None


def _figured(talk: Conversation, step: Step, typed: str) -> int | None:
    """Which of several numbers is called by its place, and by no other figure beside it ("the first, 22 years")."""
    put = talk.trouble
    place = pointed_at(typed, len(put.offers)) if put and step.asked.question.takes.number else None
    if put is None or place is None:
        return None
    figures = [read_amount([word], 0) for word in only_words(tokens_of(typed)) if word not in NOT_FIGURES]
    said = {one.value for one in figures if one is not None}
    return place if said <= {put.offers[place][1]} else None


def _another_said(talk: Conversation, step: Step, typed: str, value: Any) -> Turn | None:
    """A yes after which one other option is said, and not what was put, is asked back ("yes, I decided myself")."""
    said = " ".join(word for word in only_words(tokens_of(typed)) if word not in YES)
    if not said or not step.asked.question.takes.option:
        return None
    read = understood_line(replace(talk, trouble=None), step, said)
    near = [one for _, one in read.nearest] or [read.value]
    if len(near) != 1 or near[0] in (None, value) or read.kind not in ("value", "confirm") or read.key:
        return None
    offers = read.nearest or ((read.echo, read.value),)
    return Turn(talk.troubled(sounds_like(offers[0][0]), offers, confirm=True))


def _ends_in_another(step: Step, tail: str, label: str) -> bool:
    """The words behind the yes end in the letter of an option that was not put ("what I do is a")."""
    last = only_words(tokens_of(tail))[-1:]
    letters = {one.letter for one in step.asked.choices} - {*letters_of([(label, None)])}
    return "?" not in tail and bool({*last} & letters)


def _with_unread(put: Trouble, tail: str) -> Trouble:
    told = UNREAD.format(tail.rstrip(" .!"))
    return put if put.text.endswith(told) else replace(put, text=f"{sounds_like(put.offers[0][0])} {told}")


def _pointed(talk: Conversation, typed: str) -> int | None:
    """The place of an offer called by it beside a yes ("yes the first"), or of the one that is all of them."""
    put, words = talk.trouble, only_words(tokens_of(typed))
    if put is None or (put.by_letter and letters_of(put.offers)):
        return None
    lists = [one for _, one in put.offers if isinstance(one, list)]
    if len(lists) > 1 and {*words} & ALL and {*words} <= OF_THESE | ALL:
        whole = {key for one in lists for key in one}
        return next((at for at, (_, one) in enumerate(put.offers) if {*one} == whole), None)
    bare = [word for word in words if word not in YES and word != "ones"]
    if not talk.numbered:
        return None
    place = numbered(" ".join(bare), len(put.offers)) if len(bare) < len(words) else None
    return pointed_at(typed, len(put.offers)) if place is None else place


def _called_by_place(talk: Conversation, step: Step, typed: str, seconds: float | None) -> Turn | None:
    """The offer called by its place before other words: taken where these are its own ("the second one: partly there").

    Else it is put alone. None for any other line.
    """
    put, opened = talk.trouble, PLACE_FIRST.match(typed)
    place = numbered(opened["place"], len(put.offers)) if put and opened and talk.numbered else None
    if put is None or opened is None or place is None or put.by_letter:
        return None
    read = understood_line(replace(talk, trouble=None), step, typed[opened.end() :])
    said = read.known or read.value or next((one for _, one in read.nearest), None)
    if said and not read.key and _within(said, as_rows(talk, step, put.offers[place][1])):
        return take_offer(talk, step, place, typed, seconds)
    if not {"the", "one"} & {*only_words(tokens_of(opened[0]))}:
        return None
    return Turn(talk.troubled(sounds_like(put.offers[place][0]), (put.offers[place],), confirm=True))


def _lettered(talk: Conversation, step: Step, typed: str) -> int | None:
    """The place of the offer whose letter was asked for and is given, whatever agrees beside it ("okay, b then")."""
    put, words = talk.trouble, only_words(tokens_of(typed))
    if put is None or not put.by_letter or {*words} & (NO | NEGATORS | {"or"}):
        return None
    bare = [word for word in words if word not in YES | {"ok", "okay"}]
    letters = [word for word in words if len(word) == 1 and word != "i"]
    at = [place for place, (label, _) in enumerate(put.offers) if letters_of([(label, None)]) == letters]
    if len(letters) != 1 or bare[:1] != letters or len(at) != 1:
        return None
    if letters == ["a"] and bare[1:2] and not {*bare[1:2]} & LETTER_ENDS:
        return None
    rest = [word for word in bare[1:] if word not in FILLER | LETTER_ENDS]
    beside = understood_line(replace(talk, trouble=None), step, " ".join(rest)) if rest else None
    if beside is not None:
        beside = replace(beside, nearest=beside.nearest[:1])
    return (
        at[0]
        if beside is None or not _says_another(beside, step, as_rows(talk, step, put.offers[at[0]][1]))
        else None
    )


def _says_another(read: Reading, step: Step, put: Any) -> bool:
    """The words behind the yes command something, or name what was not put."""
    if read.kind == "command" and read.command is not None and read.command.name in ("why", "help"):
        return False
    if read.kind == "command" or read.distress:
        return read.confident or read.distress
    here = read.key in ("", step.key)
    rows = step.asked.question.takes.rows
    near = read.nearest[:1] if rows else read.nearest
    said = [*(one for _, one in near), read.known, read.value if here else None]
    return any(one not in (None, {}, []) and not _within(one, put) for one in said)


def _within(said: Any, put: Any) -> bool:
    if isinstance(said, Mapping) and isinstance(put, Mapping):
        same = said.items() <= put.items()
        return same or (
            "rows" not in put and all(put.get(row, option) == option for row, option in said.items())
        )
    if isinstance(put, list):
        return {*said} <= {*put} if isinstance(said, list) else said in put
    return bool(said == put)


def _with_other_rows(turn: Turn, step: Step, read: Reading, put: Any, tail: str) -> Turn | None:
    """Rows told of behind the yes: taken where they are clear, else put for a yes of their own; None for none."""
    talk = turn.talk
    if not isinstance(put, Mapping) or talk.step is None or talk.step.key != step.key or talk.trouble:
        return None
    known, sure = known_rows(talk, step), read.known or (read.value if read.kind == "value" else None)
    rows = sure or (read.nearest[0][1] if read.nearest else None)
    shared = len({one.choices for one in step.asked.rows}) == 1 == len({*put.values()})
    if shared and not rows and the_same_for_others(tail):
        rows = dict.fromkeys((one.id for one in step.asked.rows), *put.values())
    left = (
        {row: option for row, option in rows.items() if row not in known} if isinstance(rows, Mapping) else {}
    )
    if not left:
        return None
    if sure:
        return replace(turn, talk=with_rows(talk, step, left, tail, None))
    label = echo_of(step.asked, left)
    return replace(turn, talk=talk.troubled(sounds_like(label), ((label, left),), confirm=True))


def _with_the_rest(before: Conversation, turn: Turn, step: Step, read: Reading, tail: str) -> Turn:
    """What stood behind the yes kept for its own question, replied to, or told as not used where it tells something."""
    talk = turn.talk
    for one in read.pending:
        talk = talk.keep_beside(one.key, one.echo, one.value)
    asked = read.command if read.kind == "command" else None
    reply = () if read.pending or talk.paused else reply_to(before, tail)
    if asked is not None and not (reply or talk.paused):
        reply = tuple(explained(replace(before, opened="why" if asked.name == "why" else "help")))
    if reply:
        return replace(turn, talk=replace(talk, reply=reply))
    form, split = talk.interview.form, talk.interview.path.split
    unread = not read.pending and tells_of_its_own(step.asked, tail, form, split)
    told = (
        (UNREAD.format(tail.rstrip(" .!")),)
        if unread
        else (NO_REPLY,)
        if "?" in tail and not talk.paused
        else ()
    )
    told = (read.question,) if read.pending and read.question else told
    return replace(turn, talk=replace(talk, told=(*talk.told, *told)))
