"""What a question says and nothing would read: conditions of options, and placeholders (Q222 and Q223)."""

from collections.abc import Iterator

from aijri_engine.content.coaching import PLACEHOLDER
from aijri_engine.content.placeholders import SHARE, TASK, fillable
from aijri_engine.content.problems import Problem, did_you_mean, quoted
from aijri_engine.content.questions import InterviewFile, Option, Question
from aijri_engine.lint.content import Content, ContentFile, Place, options_at
from aijri_engine.text import join_words

NEVER_FILLED = ("why", "moves", "help", "footer")
"""Texts of a question that are shown as they stand."""


def ignored_problems(file: ContentFile[InterviewFile], content: Content) -> Iterator[Problem]:
    """Q222 and Q223, question by question in file order."""
    before: list[str] = []
    asked = tuple(question.id for _, _, question in content.placed_questions() if question.for_each is None)
    for place, _, question in content.placed_questions():
        for where, option in options_at(question, place):
            yield from _unread_keys(file, where, question, option)
            yield from _unfilled(file, (*where, "label"), option.label, ())
        for number, row in enumerate(question.rows):
            yield from _unfilled(file, (*place, "rows", number, "label"), row.label, ())
        yield from _unfilled(file, (*place, "ask"), question.ask, fillable(question, before), asked)
        yield from _unfilled(
            file, (*place, "short"), question.short or "", (TASK,) if question.for_each else ()
        )
        for name in NEVER_FILLED:
            yield from _unfilled(file, (*place, name), getattr(question, name) or "", ())
        if question.for_each is None:
            before.append(question.id)


def _unread_keys(
    file: ContentFile[InterviewFile], place: Place, question: Question, option: Option
) -> Iterator[Problem]:
    """Rows of a grid show all their options; only the choice of one option opens questions again."""
    if option.when is not None and (question.takes.rows or "rows" in place):
        told = f"option {quoted(option.id)} has a `when`, but a {question.kind} always shows all its options"
        yield file.problem("Q222", (*place, "when"), told, "put the `when` on the question", "key")
    if option.reopen and not question.takes.option:
        told = f"option {quoted(option.id)} has a `reopen`, which is only read in a choice"
        hint = "put the `reopen` on the question"
        yield file.problem("Q222", (*place, "reopen"), told, hint, "key")


def _unfilled(
    file: ContentFile[InterviewFile],
    place: Place,
    text: str,
    known: tuple[str, ...],
    asked: tuple[str, ...] = (),
) -> Iterator[Problem]:
    for name in dict.fromkeys(PLACEHOLDER.findall(text)):
        if name not in known:
            told = f"nothing fills {{{name}}} in `{place[-1]}` here"
            yield file.problem("Q223", place, told, _remedy(name, str(place[-1]), known, asked))


def _remedy(name: str, key: str, known: tuple[str, ...], asked: tuple[str, ...]) -> str:
    if key in ("ask", "short") and name == TASK:
        return "add `for_each`, or write the name out"
    if key == "ask" and name == SHARE:
        return "it stands for the points of a split with `part_of`"
    if name in asked:
        return f"ask {quoted(name)} earlier"
    return did_you_mean(name, known) or (
        f"it may use {join_words([f'{{{one}}}' for one in known])}" if known else "write it out"
    )
