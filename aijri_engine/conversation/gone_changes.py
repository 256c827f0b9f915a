"""A what-if in which something that was said is so no longer: "what if there were no collective agreement"."""

from collections.abc import Sequence
from typing import Any, Final

from aijri_engine.content.library import shipped_answers
from aijri_engine.conversation.meant_changes import TO_TRY_IT, Meant, changeable_questions, told_change
from aijri_engine.conversation.telling import told_so
from aijri_engine.interview.form import Asked
from aijri_engine.interview.interview import Interview
from aijri_engine.interview.understanding.option_names import OptionNames
from aijri_engine.interview.understanding.vocabulary import vocabulary_of
from aijri_engine.interview.understanding.words.tokens import FILLER
from aijri_engine.interview.values import Problem
from aijri_engine.personal.what_if import NewAnswer

SAYS: Final = 8.0
"""How much the words must say for what was said: a log-likelihood ratio [ours]."""


def said_to_be_gone(interview: Interview, words: Sequence[str]) -> Problem | None:
    """The answer without the one line of it that is told to be gone, asked back; None where none is."""
    gone = {*shipped_answers().no_longer}
    left = [word for word in words if word not in gone]
    return without_it(interview, left) if len(left) < len(words) else None


def how_much(interview: Interview, text: str, words: Sequence[str]) -> Meant | None:
    """The answer without the line of it of which somebody asks how much it counts."""
    telling = shipped_answers().about_worth
    if not told_so(text, telling):
        return None
    asking = {word for said in telling for part in said.split() for word in part.split("|")}
    return without_it(interview, [word for word in words if word not in asking])


def without_it(interview: Interview, words: Sequence[str]) -> Meant | None:
    """The answer without the one line of it that the words call, asked back; None where they call none."""
    if not {*words} - FILLER:
        return None
    for asked in (*changeable_questions(interview, in_parts=True), *changeable_questions(interview)):
        step = interview.step(asked.key)
        options = vocabulary_of(interview.form).options(asked)
        if step is None or not asked.choices or (out := _told(options, words, step.value)) is None:
            continue
        if asked.question.takes.several:
            kept: Any = [one for one in step.value if one != out] or [
                one.id for one in asked.choices if one.exclusive
            ]
            without = next(one.name for one in asked.choices if one.id == out)
            told = f"{asked.name} without “{without}”"
        else:
            kept = _nothing(asked, options)
            told = told_change(interview, NewAnswer(asked.key, kept)) if kept else ""
        if kept:
            return Meant("what_if", f"Do you mean {told}?", TO_TRY_IT, changes=(NewAnswer(asked.key, kept),))
    return None


def _told(options: OptionNames, words: Sequence[str], value: Any) -> str | None:
    """The one option that was chosen and that the words name or speak for."""
    chosen = [value] if isinstance(value, str) else [*value] if isinstance(value, (list, tuple)) else []
    named = {one for *_, keys in options.names.spans(words) for one in keys if len(keys) == 1}
    likely = {*options.likelihood.known(" ".join(words), SAYS).close[:1]}
    out = [one for one in chosen if one in (named or likely) and not options.says_nothing(one)]
    return out[0] if len(out) == 1 else None


def _nothing(asked: Asked, options: OptionNames) -> str:
    """The one option that says of all that is asked that it is not so; empty for none."""
    found = [one.id for one in asked.choices if options.says_nothing(one.id)]
    return found[0] if len(found) == 1 else ""
