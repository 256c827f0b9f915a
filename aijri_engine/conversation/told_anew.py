"""An answer given before, told anew by its name: alone, or beside the answer to the open question."""

import re
from dataclasses import replace

from aijri_engine.conversation.adding import added
from aijri_engine.conversation.grid_line import grid_line
from aijri_engine.conversation.line_reading import asked_back, read_on, understood_line
from aijri_engine.conversation.offers import Turn
from aijri_engine.conversation.standing import LONGEST_WANTED
from aijri_engine.conversation.state import LAST_ANSWER, Conversation
from aijri_engine.interview.path import Step
from aijri_engine.interview.understanding import Reading
from aijri_engine.interview.understanding.agreeing import tells
from aijri_engine.interview.understanding.apart import MOST_PARTS
from aijri_engine.interview.understanding.beside import UNREAD
from aijri_engine.interview.understanding.free_words import ON_THE_WAY
from aijri_engine.interview.understanding.reading import sounds_like
from aijri_engine.interview.understanding.replies import echo_of
from aijri_engine.interview.understanding.words.clauses import ME, OTHER_PEOPLE, Clause
from aijri_engine.interview.understanding.words.numbers import ONES, ORDINALS
from aijri_engine.interview.understanding.words.positions import numbered
from aijri_engine.interview.understanding.words.tokens import is_number, word_set, words_of

EDITS = re.compile(r"\s*(?:edit|change|correct|fix|set|make)\s+(?:my |the )?", re.IGNORECASE)
"""How a line begins that changes an answer."""
WISH = re.compile(
    r"\s*(?:(?:i (?:need|want|have|would like) to|i'?d like to|let me|can i|could i|may i|please|sorry)[\s,]+)+",
    re.IGNORECASE,
)
"""Words before these."""
WRONG = re.compile(
    r"\s*(?:(?:hang on|wait|hold on|no|hey|sorry|oh)[\s,.!]+)*"
    r"(?:the |my |(?P<not>(?:that|this|it)(?:['’]?s| is| was) not (?:my|the) (?:whole |real |right |full |actual )?))?"
    r"(?P<name>[\w ]{1,80}?)"
    r"(?(not)(?=[\s,.!;:]|$)| (?:is|are|was|were|is all|was all) (?:wrong|not right)\b)[\s,.:;-]*",
    re.IGNORECASE,
)
"""How a line begins that calls an answer wrong."""
SPLITS = re.compile(
    r"\s*(?:\bto\b|\bshould (?:just |also |really )?(?:have been|be)\b|\b(?:is|was|are)\b|[:=]|\s)\s*",
    re.IGNORECASE,
)
"""What stands between the name of a question and its answer."""
JOINS = re.compile(r"\s*(?:[,.;]\s*(?:(?:and|but)\b\s*)?|\b(?:and|but)\b\s*)(?:also\b\s*)?", re.IGNORECASE)
"""What stands between an answer and a correction of another one."""
HERE = re.compile(
    r"^\W*(?:for )?this (?:one|question)\W*(?:is|it'?s)?\W*|\W*\b(?:here|(?:for )?this one)\W*$",
    re.IGNORECASE,
)
"""Words that point at the open question."""
_AGO = frozenset(("ago", "back", "later", "old", "past", "before"))
POINTING = word_set("one answer question bit part thing please now then too")
"""Words behind the name of a question that are no answer to it: "change the years one"."""
CALLED_WRONG = word_set("wrong not right incorrect missing off")
OF_ROWS = re.compile(r"\s*(?:of|for|in|at)\s+", re.IGNORECASE)
"""Between a question and the row of it that is told anew ("practice of training to a")."""
LETTER = re.compile(r"(?:^|\W)[a-z](?:\W+(?:please|now|instead|then|thanks))?\W*$", re.IGNORECASE)
"""A letter that ends what is told, where it may be an article elsewhere ("change level to a")."""
FIGURE_ALONE = re.compile(
    r"(?:(?:it'?s|it is|make it|make that|no|now|so|really|actually)\W+)*(?P<figure>\w+)\W*(?:now)?\W*",
    re.IGNORECASE,
)
"""A figure behind what was said before: "I said 3 years, it's 4"."""
ENDS = re.compile(r",| (?:and )?not ", re.IGNORECASE)
"""What ends an answer told anew ("14 not 12")."""
SENTENCES = re.compile(r"[.,;!?]+")
AT_THE_NAME = re.compile(r"^(?:for|at|in|on|of|my|the) |,? it$", re.IGNORECASE)
"""Words around the name of a question ("for advising it was c")."""


def of_another_answer(talk: Conversation, typed: str, opens: bool = False) -> Turn | None:
    """An answer told with the name or the number of its question ("years should be 3", "1: 3"); None for any other.

    Where what is told is none, the question is asked (`opens`).
    """
    opened: Turn | None = None
    for at in SPLITS.finditer(typed, 0, LONGEST_WANTED):
        name, said = AT_THE_NAME.sub("", typed[: at.start()]), typed[at.end() :]
        step = talk.named(called(name)) if not _so_many(name, at[0], said) else None
        if step is None:
            continue
        there, takes = talk.go_to(step.key), step.asked.question.takes
        if points_only(at[0], said):
            return Turn(there) if opens else None
        if opens and takes.words and not at[0].isspace():
            return Turn(there.troubled(sounds_like(f"“{said}”"), ((f"“{said}”", said),), confirm=True))
        if takes.rows and not (opens or _goes_on(talk, step, typed, at)):
            row = grid_line(there, step, OF_ROWS.sub("", said), None, None)
            if row.talk.interview is not talk.interview or LETTER.match(said):
                return row
        if not takes.short:
            continue
        more = added(there, step, f"also {said}" if "also" in at[0] else said, None)
        read = understood_line(there, step, said)
        if more is not None and (opens or more.talk.trouble is None):
            return replace(more, talk=_telling(more.talk, _left_over(there, step, said)))
        if read.kind == "value" and (both := _beside_the_others(there, step, read.value, said)) is not None:
            return both
        if read.kind == "value" and read.key in ("", step.key):
            return read_on(talk, talk.step or step, replace(read, key=step.key), typed, None)
        opened = opened or (Turn(asked_back(there, step, read, said)) if at[0].strip() else None)
    return opened if opens else None


def _so_many(name: str, sign: str, said: str) -> bool:
    """A place and a number behind it count, and name no answer: "the first two"."""
    counted = [one for one in words_of(said)[:1] if is_number(one) or one in ONES]
    return sign.isspace() and {*words_of(name)} <= {*ORDINALS, "last"} and bool(counted)


def _beside_the_others(there: Conversation, step: Step, told: object, said: str) -> Turn | None:
    """What is told of several put with those of before that it does not touch; None where it is the whole answer."""
    before, options = step.value, {one.id: one for one in step.asked.question.options}
    if not (isinstance(told, list) and isinstance(before, tuple)) or LETTER.search(said):
        return None
    if any(options[one].exclusive for one in (*told, *before) if one in options):
        return None
    of_told = {name for one in told if one in options for name in options[one].sets}
    kept = [one for one in before if one not in told and not of_told & {*options[one].sets}]
    both = [one for one in options if one in kept or one in told]
    if not kept:
        return None
    offers = tuple((echo_of(step.asked, tuple(one)), one) for one in (both, told))
    return Turn(there.troubled(sounds_like(offers[0][0]), offers, confirm=True))


def _goes_on(talk: Conversation, step: Step, typed: str, at: re.Match[str]) -> bool:
    """The name of the question is longer: "part of AI tools"."""
    behind = (one for one in SPLITS.finditer(typed, at.end(), LONGEST_WANTED))
    names = (talk.named(typed[: one.start()]) for one in behind)
    return any(one is not None and one.key == step.key for one in names)


def said_on_the_way(talk: Conversation, typed: str) -> Turn | None:
    """An answer of before told anew in a part of a line that is none to the words asked for; None for any other."""
    if talk.trouble is None or talk.trouble.text != ON_THE_WAY:
        return None
    parts = (EDITS.sub("", part.strip()) for part in SENTENCES.split(typed))
    return next(filter(None, (of_another_answer(talk, part, opens=True) for part in parts)), None)


def called(words: str) -> str:
    """The name of a question without the words that only point at it ("number 7", "the years one")."""
    return NAMING.sub("", words).strip() or words


def points_only(sign: str, said: str) -> bool:
    """Behind a name, words that only call it wrong or, with nothing between them, only point at it.

    A letter is an answer.
    """
    return not LETTER.match(said) and {*words_of(said)} <= (POINTING if sign.isspace() else CALLED_WRONG)


def _left_over(there: Conversation, step: Step, said: str) -> str:
    """What is told of those parts of a line that say nothing to the question it names."""
    parts = [part.strip() for part in JOINS.split(said) if part and tells(part)]
    reads = [understood_line(there, step, part) for part in parts]
    left = [
        part
        for part, read in zip(parts, reads, strict=True)
        if not (read.kind == "value" or read.nearest or read.pending)
    ]
    return UNREAD.format(", ".join(left)) if len(left) < len(parts) and left else ""


def _telling(talk: Conversation, told: str) -> Conversation:
    if talk.trouble is None:
        return replace(talk, told=(*talk.told, *filter(None, [told])))
    text = talk.trouble.text
    return replace(talk, trouble=replace(talk.trouble, text=text if told in text else f"{told} {text}"))


NAMING = re.compile(r"\b(?:number|answers?|one|question|about)\b", re.IGNORECASE)
"""Words around the name of an answer in the list of them."""
MOST_NUMBERED = 99
"""Numbers and places up to here that may pick an option as well as a question [ours]."""


def with_its_correction(talk: Conversation, step: Step, typed: str, seconds: float | None) -> Turn | None:
    """The open question answered, and beside it an earlier answer told anew by its name; None for any other line.

    Both are taken where both are beyond doubt; what is changed is told.
    """
    takes = step.asked.question.takes
    if not (takes.short or takes.rows) or "?" in typed or talk.trouble is not None:
        return None
    figure = _in_its_unit(talk, step, typed) if step.asked.question.check else None
    if figure is not None and figure[1] != figure[0].value:
        return Turn(talk.answer(*figure, typed, seconds))
    joins = [*JOINS.finditer(typed)]
    for at in joins if len(joins) < MOST_PARTS else ():
        parts = typed[: at.start()], typed[at.end() :]
        for own, rest in (parts, parts[::-1]):
            if not own.strip() or not rest.strip() or not (found := _told_anew(talk, step, rest)):
                continue
            if found[0].value == found[1] and (alone := FIGURE_ALONE.fullmatch(own.strip())):
                other = _anew(talk, step, found[0], alone["figure"])
                return Turn(talk.answer(*other, typed, seconds)) if other is not None else None
            here = understood_line(talk, step, HERE.sub("", own))
            if _sure(here) and here.key in ("", step.key):
                earlier, value = found
                if takes.rows and not earlier.asked.question.takes.number:
                    continue  # the name is of a row of this question
                changed = talk.answer(earlier, value, typed, seconds)
                if changed.trouble is not None or changed.paused:
                    return None
                after = changed.answer(step, here.value, typed, seconds, here.echo)
                return Turn(replace(after, told=(*changed.told[:1], *after.told)))
    return None


def _told_anew(talk: Conversation, step: Step, said: str) -> tuple[Step, object] | None:
    """An answer given before and its new value, where the words name its question, or a number has its unit."""
    line = EDITS.sub("", said)
    for at in SPLITS.finditer(line, 0, LONGEST_WANTED):
        name = AT_THE_NAME.sub("", AT_THE_NAME.sub("", line[: at.start()].strip())).strip(" ,:")
        named = talk.named(name) if name and numbered(name, MOST_NUMBERED) is None else None
        if name.casefold() in LAST_ANSWER:
            named = next(iter(reversed(talk.around(step)[0])), None)
        rest = line[at.end() :]
        told = None if points_only(at[0], rest) else _anew(talk, step, named, rest)
        if told is not None:
            return told
    return _in_its_unit(talk, step, said) if words_of(said)[:1] and words_of(said)[0] in ME else None


def _in_its_unit(talk: Conversation, step: Step, said: str) -> tuple[Step, object] | None:
    """A number given before and its new value, where the words have a figure with its unit, of me and of now."""
    words = words_of(said)
    if Clause(tuple(words)).elsewhere() or {*words} & (_AGO | OTHER_PEOPLE):
        return None
    for one in talk.steps:
        unit = one.asked.question.unit or ""
        if one.asked.question.takes.number and unit in words[1:] and is_number(words[words.index(unit) - 1]):
            return _anew(talk, step, one, " ".join(words[words.index(unit) - 1 :][:2]))
    return None


def _anew(talk: Conversation, step: Step, named: Step | None, said: str) -> tuple[Step, object] | None:
    if named is None or named.key == step.key or named.entry is None or not named.asked.question.takes.short:
        return None
    there = talk.go_to(named.key)
    for words in (said, ENDS.split(said)[0]):
        read = understood_line(there, named, words)
        if _sure(read) and read.key in ("", named.key):
            return named, read.value
    return None


def _sure(read: Reading) -> bool:
    return read.kind == "value" and read.confident and not (read.pending or read.unread or read.unsure)
