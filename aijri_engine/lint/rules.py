"""Rules: one question for each barrier, a judge, a task where needed, what is derived (R302, R304, R305, R309)."""

import re
from collections.abc import Iterator
from typing import Final

from aijri_engine.content.library import Library
from aijri_engine.content.problems import Problem, quoted
from aijri_engine.content.questions import BARRIER_NAMES, Effects, InterviewFile
from aijri_engine.interview.form import Form
from aijri_engine.lint.content import Content, ContentFile, Place, questions_at
from aijri_engine.personal.rule_levels import Supposed, suppositions

NAMES_A_JUDGE: Final = re.compile(r"\b(ours?|published)\b", re.IGNORECASE)
"""`why` says that a figure is our own, or the published one."""

TASK_EFFECTS: Final = ("rung", "score_at_least", "involvement")


def _two_setters(file: ContentFile[InterviewFile]) -> Iterator[Problem]:
    """R302: each barrier is set by the rules and options of one question; both are told, either may be the new one."""
    setter: dict[str, tuple[str, Place]] = {}
    for place, name, question in _setters(file.model):
        where = (*place, name)
        first, there = setter.setdefault(name, (question, where))
        if first != question:
            told = f"questions {quoted(first)} and {quoted(question)} both set the barrier {quoted(name)}"
            hint = f"one question sets one barrier; {quoted(first)} does in {file.line(there, where)}"
            yield file.problem("R302", where, told, hint, "key")


def _setters(model: InterviewFile) -> Iterator[tuple[Place, str, str]]:
    """Place, barrier and question of everything that sets a barrier."""
    for number, rule in enumerate(model.rules):
        for barrier in rule.then.barriers:
            yield ("rules", number, "then", "barriers"), barrier, rule.cause
    for place, _, question in questions_at(model):
        for number, option in enumerate(question.options):
            for name in option.sets:
                if name in BARRIER_NAMES:
                    yield (*place, "options", number, "sets"), str(name), question.id


def rule_problems(file: ContentFile[InterviewFile]) -> Iterator[Problem]:
    """Everything about rules that needs no reasoning about answers."""
    yield from _two_setters(file)
    for number, rule in enumerate(file.model.rules):
        if _moves_the_index(rule.then) and not rule.sources and not NAMES_A_JUDGE.search(rule.why):
            told = f"rule {quoted(rule.id)} moves the index without saying whose judgement it is"
            hint = 'name a source, or say in `why` that it is "ours"'
            yield file.problem("R304", ("rules", number, "why"), told, hint)
        if rule.for_each is None:
            for effect in TASK_EFFECTS:
                if getattr(rule.then, effect) is not None:
                    told = f"`{effect}` is an effect on a task, but rule {quoted(rule.id)} is about no task"
                    yield file.problem(
                        "R305", ("rules", number, "then", effect), told, "add `for_each: task`", "key"
                    )


def _moves_the_index(then: Effects) -> bool:
    return then.rung is not None or then.score_at_least is not None or bool(then.barriers)


def derived_problems(content: Content, library: Library) -> Iterator[Problem]:
    """R309: a rule sets a barrier in a way that no single answer to its question shows.

    Worth, doubt and typical answers of a question come from what each of its options would set; a rule that also needs
    the option of another question would move the index and be told to move nothing.
    """
    file = content.interview
    if file is None or not content.roles:
        return
    form = Form.of(library, content.roles[0].model.id)
    for number, rule in enumerate(file.model.rules):
        question = form.question(rule.cause)
        if question is None or not rule.then.barriers:
            continue
        applies = rule.when.compiled()
        given = [facts for _, facts in suppositions(question)]
        if not any(applies(Supposed(facts, named=True)) is True for facts in given):
            told = f"no single answer to {quoted(rule.cause)} makes rule {quoted(rule.id)} set its barrier"
            hint = "let `when` look at options of that question, and of others only whether they are answered"
            yield file.problem("R309", ("rules", number, "when"), told, hint, "key")
