"""What is typed at a question for words: any words are the answer, but those that say nothing or command."""

import re
from typing import Final

from aijri_engine.interview.understanding import commands
from aijri_engine.interview.understanding.line import Line
from aijri_engine.interview.understanding.reading import Command, Reading, ask
from aijri_engine.interview.understanding.replies import how
from aijri_engine.interview.understanding.words.tokens import (
    FILLER,
    PHRASES,
    holds,
    phrase_list,
    word_set,
    words_of,
)
from aijri_engine.interview.understanding.yes_no import NO
from aijri_engine.interview.values import LONGEST_NOTE
from aijri_engine.text import clean

_CORRECTING: Final = [
    one for one in phrase_list((*PHRASES.corrections, *PHRASES.of_the_last_answer)) if one != ("no",)
]
_SAID_ON_THE_WAY: Final = phrase_list(
    (*PHRASES.on_the_way, *(one for one in PHRASES.retractions if " " in one))
)

_NOTHING: Final = NO | word_set("none nothing na thanks")
"""Words of a line that has nothing to tell."""
_NOTHING_MORE: Final = word_set(
    "really its it is that thats all fine ok okay good right much to add say else i can think of comes mind here at"
)
"""Words beside the first of these: "nothing really, it's fine"."""


def read_words(line: Line) -> Reading:
    """Any words are an answer but "no", a question and, of a name, that it is not known.

    A bare command word is asked back, since commands need a `/` here, and so is what is said on the way to an answer.
    """
    command = commands.find_command(line.typed, line.vocabulary.targets)
    kept = as_note(line)
    nothing = line.words[:1] and line.words[0] in _NOTHING and {*line.words} <= _NOTHING | _NOTHING_MORE
    if nothing and line.asked.question.optional:
        return Reading("command", command=Command("skip"))
    unknown = commands.loosely(line.typed) if line.asked.question.asks_name and command is None else None
    if unknown is not None and unknown.name == "not_sure":
        command = unknown
        if not commands.says_more(line.tokens, unknown.name):
            return Reading("command", command=unknown)
    if unknown is not None and unknown.name == "why" and "?" in line.typed:
        return Reading("command", command=unknown)
    if line.words and command is None and "?" in line.typed:
        return ask(A_QUESTION, *line.offered(kept))
    if command is not None and command.name != "edit":
        name = command.name.replace("_", " ")
        return ask(f"For the command type /{name}. Or are these words your answer?", *line.offered(kept))
    if _on_the_way(line):
        return ask(ON_THE_WAY, *line.offered(kept))
    if line.asked.question.asks_name and _NO_NAME & {*words_of(kept)} and line.taken(kept).kind == "value":
        named = _named_in(kept)
        return ask(IS_A_NAME, *line.offered(*([named] if named else []), kept))
    return line.taken(kept) if line.words else ask(how(line.asked), *line.offered(kept))


def _on_the_way(line: Line) -> bool:
    """Somebody corrects another answer, or tells of a pause, and does not answer."""
    said = line.words
    begun = (one for one in _CORRECTING if tuple(said[: len(one)]) == one)
    parted = (len(one) > 1 or (line.tokens[1:2] != [] and not line.tokens[1][-1].isalnum()) for one in begun)
    return any(parted) or any(holds(said, one) for one in _SAID_ON_THE_WAY)


ON_THE_WAY: Final = (
    "That reads as something said on the way, so it is not kept here. Or are these words your answer?"
)

IS_A_NAME: Final = "Is that what it is called? Else type its name, or `/skip`."
_NO_NAME: Final = word_set(PHRASES.no_name_words)

A_QUESTION: Final = "That reads as a question, so it is not kept. Or are these words your answer?"


def as_note(line: Line) -> str:
    """The words as they are kept."""
    kept = clean(line.typed, LONGEST_NOTE).strip()
    return _without_remarks(kept) if line.asked.question.asks_name else kept


_CALLING: Final = re.compile(
    r".*\b(?:call(?:ed)?(?: it| that)?|it['’]?s|it is|just|officially|formally)\s+(?P<name>.{3,}?)"
    r"(?: i (?:think|believe|suppose|guess))?$",
    re.IGNORECASE,
)
"""Behind what a name stands in a part of a sentence: "just call it the Dentists Act 1984"."""


def _named_in(said: str) -> str:
    """The name within a sentence that tells it, as far as its words show; empty for none."""
    parts = (_CALLING.match(one.strip()) for one in re.split(r"[,.;!?]", said))
    kept = [at["name"] for at in parts if at is not None and not _NO_NAME & {*words_of(at["name"])}]
    return kept[-1] if kept else ""


_BEFORE_A_NAME: Final = re.compile(r"(?P<said>[\w'’ ]+?)\s*[,.;!…]+\s+(?=\S)")
_BEHIND_A_NAME: Final = re.compile(r"\s*[,.;…]+\s*(?P<said>[\w'’ ]+?)\W*$|\s*…+$")
_REMARKS: Final = frozenset((*PHRASES.hedge_phrases, *PHRASES.doubts))


def _without_remarks(name: str) -> str:
    """A name without the small words and doubts that signs part from it: "oh right. the register, I suppose"."""
    before, behind = _BEFORE_A_NAME.match(name), _BEHIND_A_NAME.search(name)
    said = words_of(before["said"]) if before is not None else []
    if before is not None and ({*said} <= FILLER or " ".join(said) in _REMARKS):
        return _without_remarks(name[before.end() :])
    if behind is not None and " ".join(words_of(behind["said"] or "i think")) in _REMARKS:
        return _without_remarks(name[: behind.start()])
    return name
