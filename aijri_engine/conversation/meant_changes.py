"""Which answer a what-if may mean, asked back: the one told, the one that is likely, or the two among which it is."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from aijri_engine.content.meanings import DEPTH
from aijri_engine.interview.accept import json_of
from aijri_engine.interview.form import Asked
from aijri_engine.interview.interview import Interview
from aijri_engine.interview.path import value_text
from aijri_engine.interview.understanding import understand
from aijri_engine.interview.understanding.vocabulary import vocabulary_of
from aijri_engine.interview.values import Problem
from aijri_engine.personal.changeable import changeable_lines
from aijri_engine.personal.what_if import Change, NewAnswer
from aijri_engine.text import join_words

TO_TRY_IT = "Type yes to try it, or say it otherwise."
FIRST_OR_ANEW = "Type yes to try the first, or say it otherwise."
MOST_PUT = 2
"""Questions, and options of one, among which what may be meant is still put [ours]."""


@dataclass(frozen=True, slots=True)
class Meant(Problem):
    """The one change that only may be meant: it is asked back, and a yes tries it."""

    changes: tuple[Change, ...] = ()


def only_likely(interview: Interview, words: Sequence[str]) -> Problem | None:
    """The one or two questions but of ways of working to which the words sound like an answer; to be asked back."""
    likely, few, text = dict[str, NewAnswer](), dict[str, NewAnswer](), " ".join(words)
    for asked in (one for one in changeable_questions(interview) if one.question.id != DEPTH):
        read = understand(asked, text, interview.form, interview.path.split)
        if read.kind == "confirm" and not read.by_letter:
            likely[asked.key] = NewAnswer(asked.key, read.nearest[0][1])
            said = asked.question.takes.option and isinstance(read.nearest[0][1], str)
            options = vocabulary_of(interview.form).options(asked) if said else None
            loose = options is not None and options.likelihood.loose(read.nearest[0][1], text)
            few |= {asked.key: likely[asked.key]} if not loose and len(read.nearest) <= MOST_PUT else {}
    put = likely if len(likely) == 1 else few
    anew = [one for one in put.values() if not _as_it_is(interview, one)]
    if len(anew) == MOST_PUT:
        first, second = (told_change(interview, one) for one in anew)
        return Meant("what_if", f"Do you mean {first}; or {second}?", FIRST_OR_ANEW, changes=(anew[0],))
    return asked_back(interview, {one.question: one for one in anew}) if len(anew) == 1 else None


def one_of(interview: Interview, found: Mapping[str, NewAnswer]) -> tuple[Change, ...] | Problem | None:
    """The answer that is told, by its question; of several none is taken, and two called the same are put whole."""
    if len(found) > 1:
        several = [one for one in map(interview.asked, found) if one is not None]
        distinct = len({one.name for one in several}) == len(several)
        names = join_words([one.name if distinct else one.ask for one in several], "or")
        return Problem("what_if", f"That could be {names}.", "Say which one.")
    return tuple(found.values()) or None


def asked_back(interview: Interview, found: Mapping[str, NewAnswer]) -> Problem | None:
    """Whether the one is meant that only may be; which one, of several."""
    anew = {key: one for key, one in found.items() if not _as_it_is(interview, one)}
    several = one_of(interview, anew)
    if isinstance(several, Problem) or several is None:
        return several
    told = told_change(interview, one := next(iter(anew.values())))
    return Meant("what_if", f"Do you mean {told}?", TO_TRY_IT, changes=(one,))


def _as_it_is(interview: Interview, one: NewAnswer) -> bool:
    """It is what the person has answered: nobody means that by a what-if."""
    step = interview.step(one.question)
    return step is not None and json_of(step.value) == json_of(one.value)


def told_change(interview: Interview, one: NewAnswer) -> str:
    """Another answer by the name of its question; the rows and ticks alone that would change."""
    asked = interview.asked(one.question)
    step = interview.step(one.question)
    if asked is None:
        return ""
    value, before = one.value, (step.value if step is not None else None) or {}
    if asked.question.takes.rows:
        value = {row: option for row, option in value.items() if before.get(row) != option} or value
    elif asked.question.takes.several:
        value = [tick for tick in value if tick not in before] or value
    return f"{asked.name}: {value_text(asked, value)}"


def changeable_questions(interview: Interview, in_parts: bool = False) -> Iterator[Asked]:
    """Questions that a what-if can answer otherwise: those of one choice, or those of which a part is told."""
    for key in dict.fromkeys(one.question for one in changeable_lines(interview, interview)):
        asked = interview.asked(key)
        takes = asked.question.takes if asked is not None else None
        if asked is None or takes is None:
            continue
        if (takes.rows or takes.several) if in_parts else (takes.option or takes.yes_no):
            yield asked
