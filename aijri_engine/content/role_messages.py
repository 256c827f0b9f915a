"""What the author of a role file is told beyond its form: the shape a key wants, packs and groups that are."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING, Any, Final

from aijri_engine.content.codes import (
    MISSING_KEY,
    NOT_A_CHOICE,
    OUT_OF_RANGE,
    REJECTED,
    WRONG_FORM,
    WRONG_TYPE,
)
from aijri_engine.content.filling import Defaults
from aijri_engine.content.problems import Problem, known_names
from aijri_engine.content.role import Role
from aijri_engine.content.short_forms import SHORT_NAMES
from aijri_engine.index import BARRIERS, EVIDENCE, PROTECTIVE
from aijri_engine.text import join_words

if TYPE_CHECKING:
    from aijri_engine.content.yaml.document import Node, YamlFile

LADDER_SHAPE: Final = (
    "name a `group` (%s), or write follows, adapts and originates, each as `{act: ..., short: ...}`"
)
"""What a task without acts may say instead."""

FIGURE: Final = "[score, why]"

SHAPES: Final[Mapping[str, str]] = {
    "id": "`id: hyphened-words`",
    "title": "`title: what the job is called`",
    "aliases": "`aliases: [another name, what people say]`",
    "as_of": '`as_of: "2026-11-28"`, the day of the figures',
    "provenance": "`provenance: own`",
    "summary": "`summary:` one sentence, what protects or exposes this work",
    "does": "`does:` one sentence, what a person in it does",
    "tasks": "`tasks:` four or more, each with `id`, `name`, `share`, `score` and `group`",
    "name": "`name: Checking prescriptions`",
    "share": "`share: 35`, percent of the week, the number alone",
    "score": "`score: 2`, from 1 (resists most) to 5 (software could run it whole), or `not_rated`",
    "involvement": "`ai: augmented`, `displaced` or `not_involved`",
    "ai": "`ai: augmented`, `displaced` or `not_involved`",
    "row": "`row:` what counts as this task",
    "why": "`why:` a sentence",
    "evidence": f"`evidence:` each of the five signals as `{FIGURE}`, -2 to 2; without the key they are asked",
    "barriers": f"`barriers:` those that stand, as `{FIGURE}`, 0 to 2",
    "protective": f"`protective:` those that hold, as `{FIGURE}`, 0 to 3",
    "growth": f"`growth: {FIGURE}`, -2 to 2; without the key it is asked",
    "shifts": "`shifts: {level: {senior: {all: 1}}}`, in steps of the ladder, by task or `all`",
    "level": "`level: {senior: {all: 1}}`, in steps of the ladder, by task or `all`",
    "kind": "`kind: study`, `statistics`, `index`, `news`, `law` or `resource`",
    "accessed": '`accessed: "2026-11-28"`, the day it was read',
    "who_should_worry": "`worry: [who less, who more, the single biggest factor]`",
    "worry": "`worry: [who less, who more, the single biggest factor]`",
    "because": "`because:` why it fits this person; `{task}` and `{share}` stand for the task of its trigger",
    "trigger": "`trigger: depth.TASK`, the answer it comes from",
    "when": "`when: {share: TASK, at_least: 10}`, of whom it is true",
    "effort": "`effort: low`, `medium` or `high`",
    "horizon": "`horizon: three months`",
    "first_step": "`first_step:` what is done in under two hours",
    "worked": "`worked:` how one sees that it worked",
    "caution": "`caution:` what speaks against it",
}
"""Key -> how it is written."""

FIGURE_SHAPE: Final = f"`{FIGURE}`, or `{FIGURE.removesuffix(']')}, [source]]`"
UNKNOWN_SHAPE: Final = f"`{FIGURE}`, or `{{known: false, score: 0, why: ...}}` where it has to be asked"
NAMED: Final = "|".join((*EVIDENCE, *BARRIERS, *PROTECTIVE))
FIGURES: Final = re.compile(rf"\b({NAMED}|growth):\s*$")
SIGNAL: Final = re.compile(rf'"({"|".join(EVIDENCE)})"|\b({"|".join(EVIDENCE)}):\s*$')

SHAPED: Final = frozenset({WRONG_TYPE, NOT_A_CHOICE, OUT_OF_RANGE, WRONG_FORM, REJECTED})
KEY: Final = re.compile(r"(\w+):\s*[\"'\[{]?$")
QUOTED: Final = re.compile(r'"(\w+)"')


def with_the_shape(problem: Problem, defaults: Defaults) -> Problem:
    """The problem, with how the keys it speaks of are written."""
    if problem.code == MISSING_KEY:
        acts = [LADDER_SHAPE % join_words(_kinds_of_activity(defaults), "or")]
        told = acts if '"originates"' in problem.message else []
        told += _figure_shape(problem)
        told += [SHAPES[key] for key in QUOTED.findall(problem.message) if key in SHAPES and not told]
    elif problem.code in SHAPED and problem.excerpt is not None:
        key = KEY.search(_before(problem))
        told = [SHAPES[key[1]]] if key is not None and key[1] in SHAPES else _figure_shape(problem)
        if key is not None and defaults.generic is not None and key[1] in defaults.generic.level_shifts:
            told = [f"`{key[1]}: {{all: 1}}`, in steps of the ladder, by task or `all`"]
    else:
        return problem
    own = [problem.hint] if problem.hint and not (told and problem.code == WRONG_FORM) else []
    hint = "; ".join([*told, *own])
    return replace(problem, hint=hint or None)


def _before(problem: Problem) -> str:
    """What stands in the line before the place."""
    at = max((problem.column or 1) - 1, 0) if problem.caret is None else problem.caret
    return (problem.excerpt or "")[:at]


def _figure_shape(problem: Problem) -> list[str]:
    """How a signal, a barrier or a principle is written, where one is spoken of."""
    before = _before(problem)
    if SIGNAL.search(problem.message) or SIGNAL.search(before):
        return [UNKNOWN_SHAPE]
    return [FIGURE_SHAPE] if FIGURES.search(before) else []


def by_long_names(root: "Node") -> "Node":
    """The nodes of a role file, what has a short name also under the key it stands for."""
    tasks = root.children.get("tasks")
    if tasks is not None:
        each = {number: _renamed(task) for number, task in tasks.children.items()}
        root = replace(root, children={**root.children, "tasks": replace(tasks, children=each)})
    return _renamed(root)


def _renamed(node: "Node") -> "Node":
    children: dict[str | int, Node] = {
        long: node.children[short] for short, long in SHORT_NAMES.items() if short in node.children
    }
    keys = {long: node.keys[short] for short, long in SHORT_NAMES.items() if short in node.keys}
    return replace(node, children={**children, **node.children}, keys={**keys, **node.keys})


def names_problems(source: "YamlFile", defaults: Defaults) -> Iterator[Problem]:
    """P415 a pack, P418 kinds of activity that are not there."""
    for key in ("pack", "family"):
        pack = source.data.get(key) if isinstance(source.data, Mapping) else None
        if isinstance(pack, str) and pack not in defaults.packs:
            yield source.problem(
                "P415", (key,), f"there is no pack {pack!r}", known_names(pack, _kinds_of_work(defaults))
            )
    generic = defaults.generic
    known = _kinds_of_activity(defaults)
    for number, group in _groups(source.data):
        if generic is not None and group not in known:
            told = f"there is no kind of activity {str(group)[:60]!r}"
            yield source.problem("P418", ("tasks", number, "group"), told, f"known are {join_words(known)}")


def _kinds_of_activity(defaults: Defaults) -> list[str]:
    return [group.id for group in defaults.generic.groups] if defaults.generic is not None else []


def _kinds_of_work(defaults: Defaults) -> list[str]:
    return [pack.id for pack in defaults.packs.values() if pack.laid_where is None]


def _groups(data: Any) -> Iterator[tuple[int, Any]]:
    tasks = data.get("tasks") if isinstance(data, Mapping) else None
    for number, task in enumerate(tasks if isinstance(tasks, list) else []):
        if isinstance(task, Mapping) and "group" in task:
            yield number, task["group"]


def no_pack(role: Role, defaults: Defaults) -> bool:
    """The role names a pack that is not there."""
    return role.pack is not None and role.pack not in defaults.packs


def no_group(data: Any, defaults: Defaults) -> bool:
    """A task names a kind of activity that is not there."""
    generic = defaults.generic
    return generic is not None and any(generic.group(group) is None for _, group in _groups(data))
