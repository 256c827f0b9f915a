"""One more of several answers, said to come beside what was put or picked: it never replaces that."""

import re

from aijri_engine.conversation.line_reading import DENIED, understood_line
from aijri_engine.conversation.offers import Turn
from aijri_engine.conversation.parts import ALONE
from aijri_engine.conversation.state import Conversation
from aijri_engine.interview.path import Step
from aijri_engine.interview.understanding.agreeing import agreed, tells
from aijri_engine.interview.understanding.reading import sounds_like
from aijri_engine.interview.understanding.replies import echo_of
from aijri_engine.interview.understanding.words.tokens import NEGATORS, only_words, tokens_of
from aijri_engine.interview.understanding.yes_no import YES

ADDING = re.compile(
    r"\b(?:as well(?: as)?|also|in addition(?: to)?|on top(?: of)?|missing|forgot(?:ten)?|left out|add(?:ed|ing)?|plus"
    r"|too(?=\s*(?:$|[,.;!]|and\b|but\b|please\b)))\b",
    re.IGNORECASE,
)
"""Words by which something comes beside what stands already."""
THAT_AND = re.compile(
    r"^\W*(?:yes|yeah|aye|yep)?\W*(?:that|this|those|these|the first)(?: (?:ones?|two|three|answers?))?\W*"
    r"(?:and|plus|&)\s+",
    re.IGNORECASE,
)
"""What was put, and something beside it: "that one and ..."."""
OTHERS = re.compile(
    r"\b(?:the|those|these|my)? ?(?:others?|rest|first|before)(?: (?:one|two|three|four)s?)?\b", re.IGNORECASE
)
"""How what stood before is called."""
PARTS = re.compile(r"[,.;!]")


def added(talk: Conversation, step: Step, typed: str, seconds: float | None) -> Turn | None:
    """The answers that stand with those that a line says come to them; None for any other line.

    They are taken where the line is beyond doubt and what stood was not only put, or is agreed to.
    """
    put, takes = talk.trouble, step.asked.question.takes
    pointed = THAT_AND.match(typed)
    words = {*tokens_of(" ".join(one for one in PARTS.split(typed) if pointed or ADDING.search(one)))}
    if not takes.several or "?" in typed or not words or words & (ALONE | {"instead"}):
        return None
    offered = put.offers[0][1] if put is not None and put.stands and put.offers else None
    offered = offered if isinstance(offered, list) else []
    known = talk.known if isinstance(talk.known, list) else []
    if not (offered or known):
        return None
    agreeing = agreed(typed) is not None or (pointed is not None and bool(put and put.confirm))
    bare = OTHERS.sub(" ", ADDING.sub(" ", typed[pointed.end() :] if pointed else _said(typed)))
    read = understood_line(talk.onward(wanted=step.key), step, bare)
    more = read.value if read.kind == "value" else read.nearest[0][1] if read.nearest and tells(bare) else []
    alone = {one.id for one in step.asked.choices if one.exclusive}
    if not isinstance(more, list) or alone & {*more} or not (more or (agreeing and offered and known)):
        return None
    both = [one.id for one in step.asked.choices if one.id in {*known, *offered, *more} - alone]
    sure = not more or (read.kind == "value" and read.confident and not words & NEGATORS)
    if sure and (agreeing or not offered):
        return Turn(talk.answer(step, both, typed, seconds))
    label = echo_of(step.asked, tuple(both))
    return Turn(talk.troubled(f"{sounds_like(label)} {read.unread}".strip(), ((label, both),), confirm=True))


def _said(typed: str) -> str:
    """What stands behind a yes or no."""
    first, _, rest = typed.strip().partition(" ")
    return rest if rest and {*only_words(tokens_of(first))} <= YES else DENIED.sub("", typed)
