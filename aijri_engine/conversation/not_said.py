"""A protest against what was kept for a later question: "I didn't say anything about AI!"."""

import re
from dataclasses import replace

from aijri_engine.conversation.standing import BESIDE
from aijri_engine.conversation.state import Conversation
from aijri_engine.interview.understanding.last_word import KEPT
from aijri_engine.interview.understanding.words.tokens import (
    FILLER,
    PHRASES,
    holds,
    only_words,
    phrase_list,
    tokens_of,
    words_of,
)

NOT_KEPT = "Then it is not kept for “{0}”."
_SENTENCES = re.compile(r"[.!;]+")
_NOT_SAID = phrase_list(PHRASES.not_said)


def without_what_was_not_said(talk: Conversation, typed: str) -> tuple[Conversation, str, str]:
    """The conversation without what is protested against, the rest of the line, and what is told of it.

    Right after something was kept: what the protest names, or where nothing is put that it may be meant of.
    """
    trouble, drafts = talk.trouble, talk.interview.answers.drafts
    kept = [key for key, said in drafts.items() if key.startswith(BESIDE) and said is not None]
    said = " ".join((*talk.told, trouble.text if trouble is not None else ""))
    first, rest = [*_SENTENCES.split(typed, maxsplit=1), ""][:2]
    words = only_words(tokens_of(first))
    if not kept or KEPT not in said or not any(holds(words, one) for one in _NOT_SAID):
        return talk, typed, ""
    key = kept[-1].removeprefix(BESIDE)
    step, beside = talk.interview.path.step(key), talk.said_beside(key)
    told = words_of(f"{step.asked.name} {beside[0]}") if step is not None and beside is not None else []
    named = {*words} & {*told} - FILLER
    if step is None or not (named or trouble is None or not trouble.stands):
        return talk, typed, ""
    return replace(talk.drop_beside(key), told=()), rest.strip(), NOT_KEPT.format(step.asked.name)
