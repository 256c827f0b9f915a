"""References of conditions, unused questions, odds, and what a question needs (Q202, Q204-Q208, Q212-Q226)."""

import re
from collections.abc import Iterator
from typing import Final

from aijri_engine.content.base import RUNGS
from aijri_engine.content.meanings import FIXED, KIND_OF, NEEDED
from aijri_engine.content.problems import Problem, did_you_mean, known_names, quoted
from aijri_engine.content.questions import LETTERS, InterviewFile, Question
from aijri_engine.lint.content import Content, ContentFile, Place, option_lists
from aijri_engine.lint.placed import Placed, leaves_at
from aijri_engine.lint.references import Scope, misuses_at
from aijri_engine.personal.scored import moved_by_rules
from aijri_engine.text import join_words

SAYS_NO_EFFECT: Final = re.compile(r"\b(nothing|not scored|does not move)\b")
"""How `moves` says that an answer moves nothing."""

ODDS_TOLERANCE: Final = 1e-6


def reference_problems(
    file: ContentFile[InterviewFile], content: Content, conditions: list[Placed]
) -> Iterator[Problem]:
    """Q204-Q208 and R306: what conditions refer to, and empty groups."""
    roles = tuple(one.model.id for one in content.roles)
    for placed in conditions:
        scope = Scope(
            content.questions, placed.before, content.tasks, roles, placed.name, placed.item, placed.in_turn
        )
        for _, place, misuse in misuses_at(placed.condition, placed.place, scope):
            code = "Q207" if misuse.code == "R306" and placed.kind != "rule" else misuse.code
            yield file.problem(code, (*place, *misuse.part), misuse.message, misuse.hint, misuse.of)
    yield from _name_problems(file, content)


def _name_problems(file: ContentFile[InterviewFile], content: Content) -> Iterator[Problem]:
    """Names of questions and tasks outside conditions."""
    ids = tuple(content.questions)
    for number, rule in enumerate(file.model.rules):
        yield from _known_question(file, ("rules", number, "cause"), rule.cause, ids)
    for place, _, question in content.placed_questions():
        for number, name in enumerate(question.reopen):
            yield from _known_question(file, (*place, "reopen", number), name, ids)
        for number, name in enumerate(question.about):
            yield from _known_question(file, (*place, "about", number), name, ids)
        for number, option in enumerate(question.options):
            for position, name in enumerate(option.reopen):
                where = (*place, "options", number, "reopen", position)
                yield from _known_question(file, where, name, ids)
        if question.part_of is not None and question.part_of not in content.tasks:
            told = f"unknown task {quoted(question.part_of)} in part_of"
            hint = known_names(question.part_of, content.tasks)
            yield file.problem("Q204", (*place, "part_of"), told, hint)


def _known_question(
    file: ContentFile[InterviewFile], place: Place, name: str, ids: tuple[str, ...]
) -> Iterator[Problem]:
    if name not in ids:
        key = next(step for step in reversed(place) if isinstance(step, str))
        yield file.problem(
            "Q204", place, f"unknown question {quoted(name)} in {key}", did_you_mean(name, ids)
        )


def question_problems(
    file: ContentFile[InterviewFile], content: Content, conditions: list[Placed]
) -> Iterator[Problem]:
    """Q202, Q212, Q215-Q217, Q219, Q221, Q225 and Q226."""
    used, moved = _used(file.model, content, conditions), moved_by_rules(file.model)
    yield from _meanings(file, content)
    for place, _, question in content.placed_questions():
        if question.id not in used and question.scored and not SAYS_NO_EFFECT.search(question.moves):
            told = f"nothing reads the answer to {quoted(question.id)}"
            hint = "say in `moves` that it moves nothing, or give it a rule"
            yield file.problem("Q202", (*place, "id"), told, hint)
        yield from _exclusive(file, place, question)
        yield from _empty(file, place, question)
        yield from _odds(file, place, question, content)
        yield from _plainer(file, place, question)
        if question.id in moved and question.has_options and not (question.odds or question.meaning):
            told = f"{quoted(question.id)} moves the index, and every answer to it is taken as equally likely"
            yield file.problem("Q225", (*place, "id"), told, "give it `odds`")
    for placed in conditions:
        yield from _skipped(file, placed, content)


def _plainer(file: ContentFile[InterviewFile], place: Place, question: Question) -> Iterator[Problem]:
    """Q226: whoever asks to have it explained reads the same words again."""
    bare = [] if question.plainly else ["the question"]
    bare += [quoted(option.id) for option in question.all_options() if not option.plainly]
    if bare:
        told = f"no plainer words in {quoted(question.id)} for {join_words(bare)}"
        yield file.problem("Q226", (*place, "id"), told, "give each a `plainly`")


def _meanings(file: ContentFile[InterviewFile], content: Content) -> Iterator[Problem]:
    """Q221: one question for each meaning, of the kind that can carry it; none that is needed is missing."""
    meant: dict[str, str] = {}
    for place, _, question in content.placed_questions():
        if question.meaning is None:
            continue
        kind = KIND_OF[question.meaning]
        if question.kind != kind:
            told = f"{quoted(question.id)} is read as a {kind}, but is a {question.kind}"
            yield file.problem("Q221", (*place, "kind"), told, "give the question another id")
        if question.meaning in FIXED and question.id != question.meaning:
            told = f"answers files call the question that means {quoted(question.meaning)} by that name"
            yield file.problem("Q221", (*place, "id"), told, f"write `id: {question.meaning}`")
        first = meant.setdefault(question.meaning, question.id)
        if first != question.id:
            told = f"{quoted(first)} and {quoted(question.id)} both mean {quoted(question.meaning)}"
            yield file.problem("Q221", (*place, "id"), told, "one question carries one meaning")
    for meaning in NEEDED:
        if meaning not in meant:
            told = f"no question means {quoted(meaning)}"
            yield file.problem("Q221", ("sections",), told, f"give one `means: {meaning}`", "key")


def _used(model: InterviewFile, content: Content, conditions: list[Placed]) -> set[str]:
    used = {rule.cause for rule in model.all_rules()}
    used |= {question.id for question in model.questions() if question.meaning is not None}
    trees = [placed.condition for placed in conditions]
    for _, _, strategy in content.placed_strategies():
        used.add(strategy.trigger.partition(".")[0])
        trees += [strategy.when, *(move.when for move in strategy.moves if move.when is not None)]
    for tree in trees:
        used |= {leaf.answer.partition(".")[0] for leaf in tree.leaves() if leaf.answer is not None}
    for question in model.questions():
        if question.check or question.reopen or question.part_of:
            used.add(question.id)
        if any(option.reopen for option in question.all_options()):
            used.add(question.id)
    return used


def _exclusive(file: ContentFile[InterviewFile], place: Place, question: Question) -> Iterator[Problem]:
    """Q212: `exclusive` says "not together with others", which needs others, and a choice of several."""
    for where, options in option_lists(question, place):
        for number, option in enumerate(options):
            if not option.exclusive:
                continue
            if not question.takes.several:
                told = f"option {quoted(option.id)} is exclusive, but of a {question.kind} only one can be chosen"
                yield file.problem("Q212", (*where, number, "exclusive"), told, "remove `exclusive`", "key")
            elif all(one.exclusive for one in options):
                told = "every option is exclusive, so this is a choice of one"
                yield file.problem("Q212", (*where, number, "exclusive"), told, "write `kind: choice`", "key")
                return


def _empty(file: ContentFile[InterviewFile], place: Place, question: Question) -> Iterator[Problem]:
    """Q216 and Q219: nothing to choose from or fill in, or more than letters can name."""
    if question.takes.shares and question.part_of is not None and not question.rows:
        told = "this split has no rows to fill in"
        yield file.problem("Q216", (*place, "part_of"), told, "give it `rows`", "key")
    if question.options_from == "ladder" and question.for_each != "task":
        told = "a ladder belongs to a task, but this question is about none"
        yield file.problem("Q216", (*place, "options_from"), told, "add `for_each: task`", "key")
    for name in ("options_from", "rows_from"):
        if question.for_each == "own_row" and getattr(question, name) == "task":
            told = "a question about other work cannot offer the tasks of the role"
            yield file.problem("Q216", (*place, name), told, f"write them out instead of `{name}`", "key")
    for number, row in enumerate(question.rows):
        if question.takes.rows and not row.options and not question.options:
            told = f"row {quoted(row.id)} has no options"
            yield file.problem(
                "Q216", (*place, "rows", number, "id"), told, "give the row or the question `options`"
            )
    for where, options in option_lists(question, place):
        if len(options) > len(LETTERS):
            told = f"{len(options)} options are more than there are letters"
            yield file.problem("Q219", where, told, f"keep to {len(LETTERS)}", "key")


def _odds(
    file: ContentFile[InterviewFile], place: Place, question: Question, content: Content
) -> Iterator[Problem]:
    """Q217: odds of a choice or of each row of a grid sum to 1; in a choice of several each stands alone."""
    if not question.odds:
        return
    where = (*place, "odds")
    groups = _odds_groups(question, content)
    known = tuple(dict.fromkeys(name for group in groups for name in group))
    for name, share in question.odds.items():
        if name not in known:
            hint = known_names(name, known) or "it has no options"
            yield file.problem(
                "Q217", (*where, name), f"odds name an unknown option {quoted(name)}", hint, "key"
            )
        elif not 0.0 <= share <= 1.0:
            told = f"the odds of {quoted(name)} are {share:g}"
            yield file.problem("Q217", (*where, name), told, "a probability lies between 0 and 1")
    if question.takes.several:
        return
    for group in groups:
        total = sum(question.odds.get(name, 0.0) for name in group)
        if abs(total - 1.0) > ODDS_TOLERANCE and set(question.odds) <= set(known):
            yield file.problem(
                "Q217", where, f"the odds add up to {total:g}, not 1", "change one of them", "key"
            )
            return


def _odds_groups(question: Question, content: Content) -> list[tuple[str, ...]]:
    if question.options_from == "ladder":
        return [RUNGS]
    if question.options_from == "task":
        return [content.tasks]
    if question.takes.yes_no:
        return [("yes", "no")]
    own = [tuple(option.id for option in row.options) for row in question.rows if row.options]
    shared = [tuple(option.id for option in question.options)] if question.options else []
    return own + shared


def _skipped(file: ContentFile[InterviewFile], placed: Placed, content: Content) -> Iterator[Problem]:
    """Q215: "not X" reads as true when X was skipped, but it is unknown."""
    tested = {leaf.answer for leaf in placed.condition.leaves() if leaf.answered is not None}
    for leaf, place in leaves_at(placed.condition, placed.place):
        name = leaf.answer or ""
        question = content.questions.get(name.partition(".")[0])
        negated = "none" in place[len(placed.place) :]
        if (
            question is None
            or not question.optional
            or not negated
            or leaf.test[0] in ("answered", "not_sure")
        ):
            continue
        if name not in tested and question.id not in tested:
            told = f"this goes unknown when the optional question {quoted(question.id)} is skipped"
            hint = f"add `answer: {name}` with `answered: false` beside it, if skipping should count as not"
            yield file.problem("Q215", (*place, "answer"), told, hint)
