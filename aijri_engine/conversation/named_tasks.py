"""Tasks and own rows by what a person calls them."""

from collections.abc import Container, Sequence

from aijri_engine.content.library import shipped_answers
from aijri_engine.content.meanings import SPLIT
from aijri_engine.interview.interview import Interview
from aijri_engine.interview.understanding import vocabulary_of
from aijri_engine.interview.understanding.words.names import Named, Names, prepared_names
from aijri_engine.interview.understanding.words.tokens import FILLER, stem, words_of
from aijri_engine.personal.personalise import PersonalTask, personalise

TELLING_LETTERS = 6
"""Letters from which one word of the name of an own row names it [ours]."""


def tasks_named(interview: Interview, words: Sequence[str]) -> tuple[PersonalTask, ...]:
    """Tasks and own rows that the words name, each once."""
    found = {one.id: one for one in tasks_in(interview, personalise(interview).tasks, words)}
    return tuple(found.values())


def names_of(interview: Interview, tasks: Sequence[PersonalTask]) -> Names:
    """What tasks and own rows are called."""
    split = interview.asked(SPLIT)
    things = vocabulary_of(interview.form).table(split).names.things if split is not None else ()
    known = {task.id for task in tasks}
    taken = {
        stem(word) for one in things if one.key in known for name in one.names for word in words_of(name)
    }
    own = (Named(task.id, (task.name, task.short, *_alone(task, tasks, taken))) for task in tasks if task.own)
    return prepared_names(*(one for one in things if one.key in known), *own)


def _alone(task: PersonalTask, tasks: Sequence[PersonalTask], taken: Container[str]) -> list[str]:
    """Words of the name of an own row that stand in no other name: "mentoring" of "mentoring trainees"."""
    others = {word for one in tasks if one.own and one.id != task.id for word in words_of(one.name)}
    return [
        word
        for word in words_of(task.name)
        if word not in others | FILLER and stem(word) not in taken and len(word) >= TELLING_LETTERS
    ]


def tasks_in(interview: Interview, tasks: Sequence[PersonalTask], words: Sequence[str]) -> list[PersonalTask]:
    """Tasks and own rows that the words name, in order; a word that mostly means something else names none alone."""
    by_id, none = {task.id: task for task in tasks}, {*shipped_answers().no_row}
    spans = names_of(interview, tasks).spans(words)
    named = (keys for start, end, keys in spans if not (end - start == 1 and words[start] in none))
    return [by_id[keys[0]] for keys in named if len(keys) == 1]
