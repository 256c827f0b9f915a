"""What rules do: one question for each barrier, a named judge, a task where the effect needs one (R302, R304, R305)."""

import re
from collections.abc import Iterator
from typing import Final

from aijri_engine.content.checks.files import ContentFile
from aijri_engine.content.problems import Problem, quoted
from aijri_engine.content.questions import Effects, InterviewFile

NAMES_A_JUDGE: Final = re.compile(r"\b(ours?|published)\b", re.IGNORECASE)
"""`why` says that a figure is our own, or the published one."""

TASK_EFFECTS: Final = ("rung", "score_at_least", "involvement")


def rule_problems(file: ContentFile[InterviewFile]) -> Iterator[Problem]:
    """Everything about rules that needs no reasoning about answers."""
    setter: dict[str, str] = {}
    for number, rule in enumerate(file.model.rules):
        for name in rule.then.barriers:
            first = setter.setdefault(name, rule.cause)
            if first != rule.cause:
                told = (
                    f"questions {quoted(first)} and {quoted(rule.cause)} both set the barrier {quoted(name)}"
                )
                hint = "one question sets one barrier"
                yield file.problem("R302", ("rules", number, "then", "barriers", name), told, hint, "key")
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
