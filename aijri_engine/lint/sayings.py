"""Sayings for questions and options that do not exist: nobody would ever be understood by them."""

from collections.abc import Iterable, Iterator

from aijri_engine.content.base import RUNGS
from aijri_engine.content.phrases import ANY_WORK, DONE, YES_OR_NO, Sayings
from aijri_engine.content.problems import Problem, did_you_mean, quoted
from aijri_engine.lint.content import Content, ContentFile


def sayings_problems(
    files: Iterable[ContentFile[Sayings]], views: Iterable[Content], groups: Iterable[str]
) -> Iterator[Problem]:
    """References of files of sayings to what no interview of these views has."""
    known = _options(views) | {place: {*RUNGS, DONE} for place in (*groups, ANY_WORK)}
    for file in files:
        for place, options in file.model.options.items():
            if place not in known:
                told, hint = f"there is no question {quoted(place)}", did_you_mean(place, known)
                yield file.problem("Q204", ("options", place), told, hint, "key")
                continue
            for option in set(options) - known[place]:
                told = f"the question {quoted(place)} has no option {quoted(option)}"
                yield file.problem(
                    "Q204", ("options", place, option), told, did_you_mean(option, known[place]), "key"
                )


def _options(views: Iterable[Content]) -> dict[str, set[str]]:
    """Option ids by question, by row of a question, and by task of a ladder."""
    found: dict[str, set[str]] = {}
    for view in views:
        for question in view.questions.values():
            known = found.setdefault(question.id, set())
            known.update(YES_OR_NO if question.takes.yes_no else (option.id for option in question.options))
            for row in question.rows:
                options = row.options or question.options
                found.setdefault(f"{question.id}.{row.id}", set()).update(option.id for option in options)
            if question.options_from == "ladder":
                found.update({f"{question.id}.{task}": {*RUNGS, DONE} for task in view.tasks})
    return found
