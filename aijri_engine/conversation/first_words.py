"""The words before there is a role: a job, or a greeting, a command, a question of the person."""

import re
from dataclasses import dataclass
from typing import Literal

from aijri_engine.content.library import shipped_answers
from aijri_engine.conversation.people_ask import asks, known_answer, questions_in
from aijri_engine.interview.understanding import agrees
from aijri_engine.interview.understanding.commands import find_command, unknown_command
from aijri_engine.interview.understanding.words.clauses import OTHER_PEOPLE, Clause
from aijri_engine.interview.understanding.words.tokens import only_words, tokens_of

BEFORE_A_JOB = re.compile(
    r"^(?:ok(?:ay)?|well|so|yes|yeah|hi|hello|hey|i am|i['’]?m|i work as|i work in|my job is|my job|it['’]?s|it is|"
    r"as|an?|the|sure|basically|probably|maybe)\b[\s,.!:;-]*",
    re.IGNORECASE,
)
"""Words that may stand before the name of a job and are no part of it."""

AFTER_A_JOB = re.compile(
    r"[\s,.!;-]*\b(?:i (?:guess|think|suppose)|basically|probably|mostly|or so|more or less|please)\W*$",
    re.IGNORECASE,
)
"""Words that may stand behind it."""

PARTS = re.compile(
    r"\s*(?:[,;!?]\s+|[.]\s+(?=[A-Z])|\bbut\b|\band (?=i\b|i['’]m\b|now\b)|\bnow\b)\s*", re.IGNORECASE
)
OF_SOMEBODY = re.compile(
    r"(?:my|our|his|her)\s+(?:\w+\s+)?(\w+)\s+(?:is|was|works|does|drives|has)\b", re.IGNORECASE
)
DENIED = re.compile(
    r"(?:\bnot|n['’]?t|\bnever|\bno)\s+(?:an?|the|my|really|longer|been)\b|^\s*not\s+(?!for\b)", re.IGNORECASE
)
NOT_NOW = re.compile(r"\s*i (?:was|used to|do not|don['’]?t)\b", re.IGNORECASE)
"""A part of a line that is no job where another part is left."""
OTHERS_JOB, NOT_THAT = "That is somebody else's.", "Not that, then."

NONE_OF_THESE = frozenset(
    ["none", "none of these", "none of them", "neither", "0", "something else", "my own", "other", "not here", "no",
     "my job is not here", "mine is not here", "it is not here", "not listed", "in my own words"]
)  # fmt: skip
"""What somebody says whose job is not among those offered."""

HELP = "Say what you do in a few words, as to a friend; quit leaves. Nothing is kept before the first answer."
FIRST = "This is the first question: what is your job?"
WHAT_JOB = 'What is your job? Type what you call it, for example "ward sister" or "backend developer".'
NOTHING_YET = (
    "Nothing of this is kept yet: quit leaves without it. What was kept before is erased from “Your data” on the first "
    "screen, or by `aijri erase everything`."
)
NOT_YET = "There is nothing to do that with yet: first, what is your job?"


@dataclass(frozen=True, slots=True)
class FirstWords:
    """What a line means where a job is asked for."""

    kind: Literal["job", "yes", "none", "back", "quit", "reply"]
    words: str = ""
    """The name of the job, or what is replied."""


def first_words(typed: str) -> FirstWords:
    """What a line means where a job is asked for."""
    line = typed.strip()
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
        return FirstWords("reply", HELP if kind in ("help", "why") else NOT_YET)
    line, left_out = _told_of_oneself(line)
    if not line:
        return FirstWords("reply", f"{left_out} {WHAT_JOB}")
    job = _job_in(line)
    said = [only_words(tokens_of(one)) for one in (line, job)]
    said += questions_in(typed)
    reply = next(filter(None, (known_answer(one) for one in said if one)), "")
    if reply:
        return FirstWords("reply", f"{reply} {WHAT_JOB}")
    if asks(line) and line.endswith("?"):
        return FirstWords("reply", HELP)
    return FirstWords("job", job)


def _told_of_oneself(line: str) -> tuple[str, str]:
    """The parts of a line that are not denied and not of somebody else, or of another time; and why none is left."""
    parts = [part for part in PARTS.split(line) if part.strip()]
    others = [
        part for part in parts if (whose := OF_SOMEBODY.match(part)) and whose[1].casefold() in OTHER_PEOPLE
    ]
    denied = [part for part in parts if DENIED.search(part)]
    kept = [part for part in parts if part not in others and part not in denied]
    past = [
        part for part in kept if NOT_NOW.match(part) or Clause(tuple(only_words(tokens_of(part)))).elsewhere()
    ]
    now = [part for part in kept if part not in past]
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
    return (AFTER_A_JOB.sub("", rest) or rest or line).strip(" .!,")
