"""What an answer would do by the rules: the levels a question can give, and how often a task would be lifted.

Nothing here knows a question by name: rules say which question moves what (`cause`), conditions which answers they look
at. A rule whose effect cannot be worked out from the answers to its own questions is refused by the lint (R309).
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal, assert_never

from aijri_engine.content.base import Rung
from aijri_engine.content.conditions import ITEM
from aijri_engine.content.meanings import DEPTH
from aijri_engine.content.questions import Question
from aijri_engine.index import BARRIERS
from aijri_engine.interview.form import CompiledRule, Form
from aijri_engine.interview.values import UNKNOWN

Held = Callable[[str], bool]
"""Says of a question, by key, whether it is held at what was answered or expected, and not redrawn."""

HIGHEST = 2
"""Highest level of a barrier."""


class Supposed:
    """Facts of a person who gave these answers and no others."""

    __slots__ = ("_answers", "_named")

    def __init__(self, answers: Mapping[str, Any], named: bool = False) -> None:
        self._answers = answers
        self._named = named

    def value(self, source: str, name: str) -> Any:
        """The supposed answer; of a grid also that of one row."""
        found = self._answers.get(name) if source == "answer" else None
        return None if isinstance(found, str) and found in UNKNOWN else found

    def state(self, name: str) -> Literal["answered", "not_sure", "other"]:
        """Answered where an answer is supposed; with `named` every question that is not supposed counts as answered."""
        return "answered" if name in self._answers or self._named else "other"


@dataclass(frozen=True, slots=True)
class BarrierQuestion:
    """A question that sets barriers of the person's own."""

    key: str
    several: bool
    """Several options can be chosen."""
    full: Mapping[str, Mapping[str, int]]
    """Option -> barrier -> level, where everything that is asked beside it was named."""
    plain: Mapping[str, Mapping[str, int]]
    """The same where nothing was named beside it."""

    @property
    def names(self) -> tuple[str, ...]:
        """Barriers it can set, in the order of the method."""
        found = {name for levels in self.full.values() for name in levels}
        return tuple(name for name in BARRIERS if name in found)

    def weights(self, name: str, odds: Mapping[str, float], own: float) -> list[float]:
        """Probability of the levels 0, 1 and 2 of a barrier for a person of a role that stands at `own`.

        A choice of several names what differs: the rest is the role's own. Of a choice of one the likeliest level is
        taken to be the role's own, the others follow by nearness: `odds` describe a person of the role they were
        written for.
        """
        found = [0.0] * (HIGHEST + 1)
        for option, share in odds.items():
            level = self.full.get(option, {}).get(name)
            if level is not None:
                found[level] += share
        rest = max(0.0, 1.0 - sum(found))
        mine = round(own)
        if self.several:
            found[mine] += rest
            return found
        likeliest = found.index(max(found))
        if likeliest != mine:
            others = sorted((share for place, share in enumerate(found) if place != likeliest), reverse=True)
            near = sorted(
                (place for place in range(HIGHEST + 1) if place != mine), key=lambda place: abs(place - mine)
            )
            moved = {mine: found[likeliest], **dict(zip(near, others, strict=True))}
            found = [moved[place] for place in range(HIGHEST + 1)]
        found[mine] += rest
        return found

    def unnamed(self, value: Any) -> dict[str, float]:
        """Barriers that would stand higher if what is asked beside this answer were named, with the higher level."""
        chosen = value if isinstance(value, (tuple, list)) else (value,)
        found: dict[str, float] = {}
        for option in chosen:
            full, plain = self.full.get(option, {}), self.plain.get(option, {})
            for name, level in full.items():
                if level > plain.get(name, -1):
                    found[name] = max(found.get(name, 0.0), float(level))
        return found


def barrier_questions(form: Form) -> Mapping[str, BarrierQuestion]:
    """Questions that set barriers, by key, in the order of asking."""
    return form.once("barrier questions", lambda: dict(_barrier_questions(form)))


def _barrier_questions(form: Form) -> Iterator[tuple[str, BarrierQuestion]]:
    for question in form.file.questions():
        rules = [one for one in form.rules if one.rule.cause == question.id and one.rule.then.barriers]
        if rules:
            full = {option: _levels(rules, given, True) for option, given in suppositions(question)}
            plain = {option: _levels(rules, given, False) for option, given in suppositions(question)}
            yield question.id, BarrierQuestion(question.id, question.takes.several, full, plain)


def suppositions(question: Question) -> Iterator[tuple[str, dict[str, Any]]]:
    """Each single choice of a question: its name in `odds`, and the answer it stands for."""
    names = ("yes", "no") if question.takes.yes_no else tuple(option.id for option in question.options)
    for name in names:
        yield name, {question.id: _given(question, name)}
    for row in question.rows:
        for option in row.options or question.options:
            yield f"{row.id}.{option.id}", {f"{question.id}.{row.id}": option.id}


def _given(question: Question, option: str) -> Any:
    """What conditions see of an option that `odds` name."""
    shape = question.takes.shape
    match shape:
        case "yes_no":
            return option == "yes"
        case "several":
            return (option,)
        case "option" | "rows" | "number" | "shares" | "words":
            return option
        case _:
            assert_never(shape)


def _levels(rules: Sequence[CompiledRule], given: Mapping[str, Any], named: bool) -> dict[str, int]:
    facts = Supposed(given, named)
    found: dict[str, int] = {}
    for one in rules:
        if one.applies(facts) is True:
            for name, level in one.rule.then.barriers.items():
                found[name] = max(found.get(name, 0), level)
    return found


Lift = tuple[float, float, float]
"""Probability, score that a task has at least, and the part of the way that counts."""

Odds = Mapping[str, Mapping[str, float]]
"""Key of an open question (of a grid: with its row) -> option -> probability."""


def lifts(
    form: Form, task: str, known: Mapping[str, Any], rungs: tuple[Rung, ...], odds: Odds, held: Held
) -> tuple[Lift, ...]:
    """How likely rules are to lift a task's score, over everything they look at that was not answered.

    `known` are answers by key, `rungs` how the task is done or expected to be; questions that are `held` are not
    supposed to be answered at all.
    """
    rules = [one for one in form.rules if one.task == task and one.rule.then.score_at_least is not None]
    keys = _looked_at(rules, task)
    given = {key: known[key] for key in keys if key in known} | {form.key_of(DEPTH, task): rungs}
    unknown = tuple(key for key in keys if key not in given and not held(key.partition(".")[0]))
    open_now = {key: odds[key] for key in unknown if key in odds}
    if not open_now:
        return ()
    return form.once(
        f"lifts {task} {sorted(given.items())} {unknown} {sorted(open_now)}",
        lambda: tuple(_lifts(form, task, rules, list(_worlds(form, task, unknown, given, open_now)))),
    )


def _looked_at(rules: Sequence[CompiledRule], task: str) -> list[str]:
    leaves = (leaf.answer for one in rules for leaf in one.rule.when.leaves() if leaf.answer is not None)
    return list(dict.fromkeys(name.replace(ITEM, task) for name in leaves))


def _lifts(
    form: Form, task: str, rules: Sequence[CompiledRule], worlds: Sequence[tuple[float, dict[str, Any]]]
) -> Iterator[Lift]:
    found: dict[tuple[float, float], float] = {}
    for weight, answers in worlds:
        lifted = [one.rule.then for one in rules if one.applies(Supposed(answers)) is True]
        if lifted:
            place = (lifted[-1].score_at_least or 0.0, lifted[-1].part)
            found[place] = found.get(place, 0.0) + weight
    for (score, part), weight in sorted(found.items(), key=lambda one: -one[0][1]):
        yield weight, score, part


def _worlds(
    form: Form, task: str, unknown: tuple[str, ...], given: dict[str, Any], odds: Odds
) -> Iterator[tuple[float, dict[str, Any]]]:
    """Every way the open questions could be answered, with its probability; what would not be asked stays unknown."""
    if not unknown:
        yield 1.0, given
        return
    key, rest = unknown[0], unknown[1:]
    options = odds.get(key) or _follows(form, key, task, given)
    if not options:
        yield from _worlds(form, task, rest, given, odds)
    question = form.question(key.partition(".")[0])
    for option, share in options.items():
        said = option if question is None else _given(question, option)
        for weight, answers in _worlds(form, task, rest, {**given, key: said}, odds):
            yield share * weight, answers


def _follows(form: Form, key: str, task: str, given: dict[str, Any]) -> Mapping[str, float]:
    """Odds of a question that these answers would bring up; empty where they do not."""
    name, _, item = key.partition(".")
    asked = form.for_task.get((name, task)) if item else form.single.get(name)
    if asked is None or asked.when is None or asked.when(Supposed(given)) is not True:
        return {}
    return asked.question.odds
