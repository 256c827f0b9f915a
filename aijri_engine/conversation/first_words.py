"""The words before there is a role: a job, or a greeting, a command, a question of the person."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal

from aijri_engine.content.jobs import MAYBE_NOT_ENGLISH, NO_JOB, NOT_ENGLISH
from aijri_engine.content.library import shipped_answers
from aijri_engine.conversation.people_ask import AT_A_JOB, asks, known_answer, questions_in
from aijri_engine.interview.understanding import agrees
from aijri_engine.interview.understanding.agreeing import agreed, tells, without_yes
from aijri_engine.interview.understanding.beside import UNREAD
from aijri_engine.interview.understanding.commands import find_command, unknown_command
from aijri_engine.interview.understanding.replies import TOO_MUCH
from aijri_engine.interview.understanding.words.clauses import OTHER_PEOPLE, Clause
from aijri_engine.interview.understanding.words.numbers import ORDINALS
from aijri_engine.interview.understanding.words.positions import numbered
from aijri_engine.interview.understanding.words.tokens import (
    FILLER,
    HEDGES,
    NEGATORS,
    holds,
    only_words,
    stem,
    tokens_of,
    too_much,
    word_set,
    words_of,
)
from aijri_engine.interview.understanding.yes_no import NO, YES

BEFORE_A_JOB = re.compile(
    r"^(?:ok(?:ay)?|well|so|yes|yeah|hi|hello|hey|(?:good )?(?:morning|evening|afternoon)(?=\W)|"
    r"i am|i['’]?m|i work as|i work in|my job is|my job|it['’]?s|it is|"
    r"as|an?|the|sure|basically|probably|maybe)\b[\s,.!:;-]*",
    re.IGNORECASE,
)
"""Words that may stand before the name of a job and are no part of it."""

AFTER_A_JOB = re.compile(
    r"[\s,.!;-]*\b(?:i (?:guess|think|suppose)|basically|probably|mostly|or so|more or less|please)\W*$",
    re.IGNORECASE,
)
"""Words that may stand behind it."""

REASON = re.compile(
    r"[\s,]+(?:so|because|cos)\s+(?:i|we)\b(?!\s+(?:suppose|guess|think|would say)\b).*$", re.IGNORECASE
)
"""What follows of a job, told behind its name."""

PARTS = re.compile(
    r"\s*(?:[,;!?]\s+|[.]\s+(?=[A-Z])|\bbut\b|\band (?=i\b|i['’]m\b|now\b)|\bnow\b)\s*", re.IGNORECASE
)
OF_SOMEBODY = re.compile(
    r"(?:my|our|his|her)\s+(?:\w+\s+)?(\w+)\s+(?:is|was|works|does|drives|has)\b", re.IGNORECASE
)
DENIED = re.compile(
    r"(?:\bnot|n['’]?t|\bnever|\bno)\s+(?:an?|the|my|really|longer|been)\b|^\s*not\s+(?!for\b)"
    r"|\b(?:i am|i['’]?m|am|is|it['’]?s) no \w|^\W*(?:neither|none of)\b",
    re.IGNORECASE,
)
NOT_NOW = re.compile(r"\s*i (?:was|used to|do not|don['’]?t)\b", re.IGNORECASE)
"""A part of a line that is no job where another part is left."""
OTHERS_JOB, NOT_THAT = "That is somebody else's.", "Not that, then."

QUESTION = re.compile(r"[^.!?]*\?")
CLAUSES = re.compile(r"[,.;!]")
BUT = re.compile(r"[,.;!]|\b(?:although|though|but|because)\b", re.IGNORECASE)
CALLING = frozenset(
    (
        "one",
        "its",
        "it",
        "is",
        "the",
        "anyway",
        "then",
        "mean",
        "meant",
        "would",
        "be",
        "that",
        "i",
        "itd",
        "thatd",
        "id",
    )
)
LAST_PLACE = -1
LAST = {"top": 1, "last": LAST_PLACE, "bottom": LAST_PLACE}
"""Words for the ends of a list."""
AROUND_A_CALL = CALLING | word_set(
    "one only there now here on of list lot down suits suit fits fit works grand fine okay ok good best nearest closest"
    " right me guess suppose say take pick choose want go with please thanks them these those number job my id ill do"
    " will so well yes yeah i think well"
)
"""Words beside the place of a job in a list, by which it is taken and nothing else told."""
SAYS_A_JOB = re.compile(r"\b(?:i am|i['’]?m|i work|my job)\b", re.IGNORECASE)
SAID = frozenset(("said", "told", "ok", "okay", "please"))
"""Words by which somebody takes a job of a list, other than a yes."""
MOST_LISTED = 9
"""Places of a list that somebody may call, though there are fewer [ours]."""
FEW_WORDS = 2
"""Words up to which a line does not show its language ("retired nurse") [ours]."""
LEAST_ENGLISH = 4
"""A line of which one word in fewer than so many is a small English one seems to be English [ours]."""

NONE_OF_THESE = frozenset(
    ["none", "none of these", "none of them", "neither", "0", "something else", "my own", "other", "not here", "no",
     "my job is not here", "mine is not here", "it is not here", "not listed", "in my own words"]
)  # fmt: skip
"""What somebody says whose job is not among those offered."""

_NO_JOB = (
    FILLER
    | YES
    | NO
    | NEGATORS
    | HEDGES
    | {*ORDINALS, *LAST}
    | word_set(
        "which know idea tell sure fits fit nearest closest or one ones am me difference between mean means them these"
    )
)
"""Words that name no job, also not several of them."""

HELP = "Say what you do in a few words, as to a friend; quit leaves. Nothing is kept before the first answer."
FIRST = "This is the first question: what is your job?"
WHAT_JOB = 'What is your job? Type what you call it, for example "ward sister" or "backend developer".'
NOTHING_YET = (
    "Nothing of this is kept yet: quit leaves without it. What was kept before is erased from “Your data” on the first "
    "screen, or by `aijri erase everything`."
)
MAY_I = re.compile(r"^\W*(?:can|could|may) i (?:have|take|get|choose|pick|go with)\b", re.IGNORECASE)
"""How the job of a list is asked for by those who are polite."""
LIST_STANDS = "The list above stands: type a number of it, or another name for your job."
NOT_YET = "There is nothing to do that with yet: first, what is your job?"


@dataclass(frozen=True, slots=True)
class FirstWords:
    """What a line means where a job is asked for."""

    kind: Literal["job", "yes", "none", "back", "quit", "reply"]
    words: str = ""
    """The name of the job, or what is replied."""
    told: str = ""
    """The answer to what was asked beside the job."""


def first_words(typed: str, titles: Sequence[str] = ()) -> FirstWords:
    """What a line means where a job is asked for; `titles` are those that stand there to be chosen from."""
    found = _first_words(typed, bool(titles))
    if not titles or found.kind != "reply":
        return found
    return replace(found, words=f"{found.words.removesuffix(WHAT_JOB)}".strip() + f" {LIST_STANDS}")


def _first_words(typed: str, listed: bool) -> FirstWords:
    if too_much(typed):
        return FirstWords("reply", f"{TOO_MUCH} {WHAT_JOB}")
    line = typed.strip()
    asked, rest = QUESTION.findall(line), QUESTION.sub("", line)
    if asked and (says := SAYS_A_JOB.search(rest)) and (told := answered(line)):
        return replace(_first_words(rest[says.start() :], listed), told=told)
    words = only_words(tokens_of(line))
    if not words:
        return FirstWords("reply", HELP)
    if unknown := unknown_command(line):
        return FirstWords("reply", f"{unknown} {HELP}")
    if " ".join(words) in (*shipped_answers().erase_all, *shipped_answers().start_over):
        return FirstWords("reply", f"{NOTHING_YET} {WHAT_JOB}")
    if says_none(line):
        return FirstWords("none")
    if agrees(line):
        return FirstWords("yes")
    command = find_command(line)
    if command is not None:
        kind = command.name
        if kind in ("quit", "back"):
            return FirstWords("quit" if kind == "quit" else "back")
        known = known_answer(words, at=AT_A_JOB)
        return FirstWords(
            "reply", f"{known} {WHAT_JOB}" if known else HELP if kind in ("help", "why") else NOT_YET
        )
    line, left_out = _told_of_oneself(line)
    if not line:
        return FirstWords("reply", f"{left_out} {WHAT_JOB}")
    job = _job_in(line)
    said = [only_words(tokens_of(one)) for one in (line, job)]
    reply = next(filter(None, (known_answer(one, at=AT_A_JOB) for one in said if one)), "") or answered(typed)
    if reply:
        return FirstWords("reply", f"{reply} {WHAT_JOB}")
    questions = any(map(asks, asked))
    if (
        (asks(line) and (listed or line.endswith("?")))
        or _names_none(job)
        or (questions and _names_none(rest))
    ):
        return FirstWords("reply", HELP)
    return FirstWords("job", job)


def _names_none(line: str) -> bool:
    """Nothing but small words, places of a list and not knowing which ("no, I don't know which one is me")."""
    words = {*only_words(tokens_of(line))}
    return words <= (_NO_JOB if len(words) > 1 else YES | NO | NEGATORS)


def answered(typed: str) -> str:
    """The answer to the first known question within a line; empty for none."""
    lines = [only_words(tokens_of(typed)), *questions_in(typed)]
    return next(filter(None, (known_answer(one, at=AT_A_JOB) for one in lines if one)), "")


def beside_a_choice(typed: str) -> str:
    """What is told of a question that stands beside the choice of a job: its answer, or that it was not read."""
    asked = " ".join(QUESTION.findall(typed)).strip()
    return (answered(asked) or UNREAD.format(asked)) if asked else ""


def chosen_of(titles: Sequence[str], typed: str) -> int | None:
    """Which job of a list a line takes: by its number, or by a yes with its place or name; None for none or two."""
    if too_much(typed):
        return None
    typed = MAY_I.sub("", typed)
    if (place := numbered(typed, len(titles))) is not None:
        return place
    main = QUESTION.sub("", typed)
    parts = [part for part in BUT.split(main) if part.strip() and not _denies(part)]
    if (place := _one_called(titles, parts)) is not None:
        return place
    words, rest = only_words(tokens_of(main)), without_yes(main)
    takes = {*words} & (YES | SAID) or len(rest) < len(main.strip(" .,;!"))
    if not titles or not takes or any(map(_denies, CLAUSES.split(main))):
        return None
    bare = [
        " ".join(word for word in words_of(part) if word not in YES | SAID) for part in CLAUSES.split(main)
    ]
    stems = [*map(stem, words)]
    found = {place for part in bare if (place := numbered(part, len(titles))) is not None}
    found = found or {at for at, title in enumerate(titles) if holds(stems, [*map(stem, words_of(title))])}
    found = found or _named(titles, words_of(rest))
    tail = agreed(main)
    other = any(numbered(part, MOST_LISTED) is not None for part in bare)
    if not (found or other) and len(titles) == 1 and tail is not None and not tells(tail):
        return 0
    return found.pop() if len(found) == 1 else None


def _denies(part: str) -> bool:
    return bool({*only_words(tokens_of(part))} & (NO | NEGATORS))


def _one_called(titles: Sequence[str], parts: Sequence[str]) -> int | None:
    """The job that a part of the line calls by its place, or "the ... one" by words of no other title."""
    found = set[int]()
    for part in parts:
        words = only_words(tokens_of(part))
        places = {place for word in words if (place := {**ORDINALS, **LAST}.get(word))}
        places = {len(titles) if place == LAST_PLACE else place for place in places}
        alone = len(titles) == 1 and not places and not asks(part)
        places |= {1} if alone and {"only", "one"} & {*words} else set()
        if len(places) == 1 and {*words} <= AROUND_A_CALL | {*LAST, *ORDINALS} | FILLER:
            found |= places
        elif "one" in words:
            found |= {at + 1 for at in _named(titles, [word for word in words if word not in CALLING])}
    return found.pop() - 1 if len(found) == 1 and found <= {*range(1, len(titles) + 1)} else None


def _named(titles: Sequence[str], words: Sequence[str]) -> set[int]:
    """The one job whose title has all of these words; none where several have."""
    told = {stem(word) for word in words if word not in FILLER}
    named = {at for at, title in enumerate(titles) if told and told <= {*map(stem, words_of(title))}}
    return named if len(named) == 1 else set()


def no_job(typed: str) -> str:
    """What is said where no job fits; that only English is understood, where the line seems to be none."""
    words = only_words(tokens_of(typed))
    english = sum(word in FILLER | YES | NO | HEDGES | NEGATORS for word in words)
    if len(words) < LEAST_ENGLISH * english:
        return NO_JOB
    return f"{NOT_ENGLISH if len(words) > FEW_WORDS else MAYBE_NOT_ENGLISH} {NO_JOB}"


def _told_of_oneself(line: str) -> tuple[str, str]:
    """The parts of a line that are not denied and not of somebody else, or of another time; and why none is left."""
    parts = [part for part in PARTS.split(line) if part.strip()]
    parts = [part for part in parts if not known_answer(only_words(tokens_of(part)))] or parts
    others = [
        part for part in parts if (whose := OF_SOMEBODY.match(part)) and whose[1].casefold() in OTHER_PEOPLE
    ]
    denied = [part for part in parts if DENIED.search(part)]
    kept = [part for part in parts if part not in others and part not in denied]
    past = [
        part for part in kept if NOT_NOW.match(part) or Clause(tuple(only_words(tokens_of(part)))).elsewhere()
    ]
    now = [part for part in kept if part not in past]
    if not any({*only_words(tokens_of(part))} - FILLER - YES - NO for part in kept) and denied:
        return "", OTHERS_JOB if others else NOT_THAT
    if len(kept) == len(parts) and len(now) in (0, len(parts)):
        return line, ""
    return ", ".join(now or kept), OTHERS_JOB if others else NOT_THAT


def says_none(typed: str) -> bool:
    """None of what was offered is meant."""
    return " ".join(only_words(tokens_of(typed))) in NONE_OF_THESE


def _job_in(line: str) -> str:
    """Without the words around the name of a job."""
    rest = BEFORE_A_JOB.sub("", line)
    while rest and rest != line:
        line, rest = rest, BEFORE_A_JOB.sub("", rest)
    rest = REASON.sub("", rest)
    return (AFTER_A_JOB.sub("", rest) or rest or line).strip(" .!,")
