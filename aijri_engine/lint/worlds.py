"""Can a condition be true, can it be anything else? Proven by going through the answers it depends on.

Only answers that matter are gone through, and of each only the values that conditions can tell apart (`domains`).
The search asks for an answer when the condition looks at it, so a branch ends as soon as the condition is decided.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, Final, Literal

from aijri_engine.content.conditions import GAP, ITEM, Compiled, Condition
from aijri_engine.content.questions import Question, Section
from aijri_engine.lint.content import Content
from aijri_engine.lint.domains import (
    OPEN,
    WHOLE_WEEK,
    Given,
    answer_domain,
    numbers_domain,
    others_domain,
    row_domain,
)
from aijri_engine.lint.placed import Item

WIDEST_GAP: Final = 4.0
"""Of a rating and a score, both 1-5."""

MOST_COMBINATIONS: Final = 200_000
"""Combinations after which a proof is given up and "not proven" is reported [ours]."""

MOST_LOOKS: Final = 1_000_000
"""Looks at one leaf for all conditions of a file: a few seconds, however large and tangled the file is [ours]."""

OTHERS: Final = "*"
"""Stands for all tasks that no condition names, in the answers about all tasks together."""

LOOSE: Final = 1e-9


@dataclass(frozen=True, slots=True)
class Verdict:
    """Whether a condition can be true, whether it can be false or unknown, and whether that is proven."""

    can_hold: bool
    can_fail: bool
    proven: bool
    combinations: int
    witness: Mapping[str, Given] = field(default_factory=dict)
    """Answers under which it is true."""


class _NeededError(Exception):
    """The condition looks at an answer that the search has not fixed yet."""

    def __init__(self, key: str) -> None:
        self.key = key


class Worlds:
    """All the people an interview can meet, as far as conditions can tell them apart."""

    def __init__(self, content: Content) -> None:
        self.content = content
        self.questions = content.questions
        self.sections: dict[str, Section] = {}
        for _, section, question in content.placed_questions():
            self.sections.setdefault(question.id, section)
        self._compiled: dict[tuple[int, str], Compiled] = {}
        self._left = MOST_LOOKS

    def verdict(
        self,
        conditions: Iterable[Condition],
        item: Item = None,
        test: Compiled | None = None,
        described: bool = False,
    ) -> Verdict:
        """Whether all `conditions` can be true together (or `test`, which looks at nothing beyond them).

        `described`: how a task is done is read although the question is off the path, as rules do.
        """
        targets = list(conditions)
        cone = self._cone(targets)
        named = sorted({part for names in cone.named.values() for part in names}) if item == "task" else []
        found = [self._search(targets, cone, item, name, test, described) for name in (ITEM, *named)]
        witness = next((one.witness for one in found if one.can_hold), {})
        return Verdict(
            any(one.can_hold for one in found),
            any(one.can_fail for one in found),
            all(one.proven for one in found),
            sum(one.combinations for one in found),
            witness,
        )

    def compiled(self, condition: Condition, item: str) -> Compiled:
        """The condition as a function, kept for the next time."""
        key = (id(condition), item)
        if key not in self._compiled:
            self._compiled[key] = condition.compiled(item)
        return self._compiled[key]

    def _search(
        self,
        targets: list[Condition],
        cone: "_Cone",
        item: Item,
        name: str,
        test: Compiled | None,
        described: bool,
    ) -> Verdict:
        tests = [test] if test else [self.compiled(condition, name) for condition in targets]
        holds = fails = False
        witness: Mapping[str, Given] = {}
        waiting: list[Iterator[dict[str, Given]]] = [iter(({},))]
        count = 0
        most = min(MOST_COMBINATIONS, self._left // cone.leaves)
        while waiting and not (holds and fails) and count < most:
            fixed = next(waiting[-1], None)
            if fixed is None:
                waiting.pop()
                continue
            count += 1
            facts = _Facts(self, cone, fixed, item, name, described)
            try:
                true = all(one(facts) is True for one in tests)
            except _NeededError as needed:
                waiting.append(self._branches(cone, fixed, needed.key, item))
                continue
            if true and not holds:
                holds, witness = True, fixed
            fails = fails or not true
        self._left -= count * cone.leaves
        return Verdict(holds, fails, not waiting or (holds and fails), count, witness)

    def _branches(
        self, cone: "_Cone", fixed: Mapping[str, Given], key: str, item: Item
    ) -> Iterator[dict[str, Given]]:
        """Every way to go on from `fixed` once `key` is decided."""
        for one in self._domain(cone, key):
            more = {**fixed, key: one}
            if not key.startswith("split/") or _possible(more, item):
                yield more

    def _domain(self, cone: "_Cone", key: str) -> tuple[Given, ...]:
        found = cone.domains.get(key)
        if found is None:
            found = cone.domains[key] = self._domain_of(cone, key)
        return found

    def _domain_of(self, cone: "_Cone", key: str) -> tuple[Given, ...]:
        tasks = self.content.tasks
        if key == "role":
            return tuple(Given("answered", file.model) for file in self.content.roles) or (OPEN,)
        if key == GAP:
            return Given("answered", 0.0), Given("answered", WIDEST_GAP)
        head, _, part = key.partition("/")
        if not part:
            head, _, part = key.partition(".")
            question = self.questions[head]
            mentioned = cone.mentioned.get(head, ())
            if part == OTHERS:
                return others_domain(question, mentioned, tasks)
            return answer_domain(question, mentioned, tasks)
        question, mentioned = self.questions[head], cone.mentioned.get(head, ())
        if question.takes.shares:
            return numbers_domain(mentioned, 0.0, WHOLE_WEEK)
        return row_domain(question, part, mentioned, tasks)

    def _cone(self, targets: Iterable[Condition]) -> "_Cone":
        """Everything the targets depend on, directly or through the conditions of the questions they look at."""
        cone = _Cone()
        waiting = list(targets)
        seen: set[str] = set()
        while waiting:
            for leaf in waiting.pop().leaves():
                source, name = leaf.source or ("", "")
                if source != "answer":
                    continue
                head, _, part = name.partition(".")
                question = self.questions.get(head)
                if question is None:
                    continue
                cone.mention(head, part, leaf)
                if head not in seen:
                    seen.add(head)
                    whens = (self.sections[head].when, question.when, question.row_when)
                    waiting += [when for when in whens if when is not None]
        return cone


class _Cone:
    """What is mentioned of each question in the conditions at hand."""

    def __init__(self) -> None:
        self.mentioned: dict[str, tuple[Any, ...]] = {}
        self.named: dict[str, set[str]] = {}
        self.domains: dict[str, tuple[Given, ...]] = {}
        self.leaves = 1

    def mention(self, head: str, part: str, leaf: Condition) -> None:
        """Note the values and the task a leaf speaks of."""
        self.leaves += 1
        test, operand = leaf.test
        values = (
            () if test in ("answered", "not_sure") else operand if isinstance(operand, tuple) else (operand,)
        )
        self.mentioned[head] = (*self.mentioned.get(head, ()), *values)
        if part and part != ITEM and not part.startswith("@"):
            self.named.setdefault(head, set()).add(part)


class _Facts:
    """One person, as far as fixed; raises `_NeededError` for the next answer to fix."""

    __slots__ = ("cone", "described", "fixed", "item", "name", "worlds")

    def __init__(
        self, worlds: Worlds, cone: _Cone, fixed: Mapping[str, Given], item: Item, name: str, described: bool
    ) -> None:
        self.worlds = worlds
        self.cone = cone
        self.fixed = fixed
        self.item = item
        self.name = name
        self.described = described

    def value(self, source: str, name: str) -> Any:
        """The value of an answer or figure of the role; None when unknown."""
        if source != "answer":
            role = self._get("role").value if source == "role" else None
            return None if role is None else role.id if name == "id" else role.growth.score
        return self._get(GAP).value if f".{GAP}." in f"{name}." else self._given(name).value

    def state(self, name: str) -> Literal["answered", "not_sure", "other"]:
        """State of an answer."""
        head, _, part = name.partition(".")
        question = self.worlds.questions.get(head)
        if question is not None and question.takes.shares and part:
            return "other"
        return self._given(name).state

    def _given(self, name: str) -> Given:
        head, _, part = name.partition(".")
        question = self.worlds.questions.get(head)
        if question is None:
            return OPEN
        if question.for_each == "task" and not part:
            return self._together(question)
        if question.for_each is not None or not part:
            return self._answer(question, part)
        whole = self._answer(question, "")
        if whole.state != "answered":
            return OPEN
        if question.row_when is not None and not self._row_shown(question, part):
            return OPEN
        return self._get(f"{head}/{part}")

    def _answer(self, question: Question, part: str) -> Given:
        read_anyway = self.described and question.options_from == "ladder"
        if not read_anyway and not self._on_path(question, part):
            return OPEN
        return self._get(f"{question.id}.{part}" if part else question.id)

    def _together(self, question: Question) -> Given:
        """The answers about all tasks as one set."""
        parts = sorted(self.cone.named.get(question.id, ()))
        if self.item == "task" and self.name not in parts:
            parts.append(self.name)
        chosen = set(self._get(f"{question.id}.{OTHERS}").value)
        for part in parts:
            value = self._answer(question, part).value
            chosen |= set(value) if isinstance(value, tuple) else {value} if isinstance(value, str) else set()
        return Given("answered", tuple(sorted(chosen))) if chosen else OPEN

    def _on_path(self, question: Question, part: str) -> bool:
        then = (
            _Facts(self.worlds, self.cone, self.fixed, self.item, self.name, False)
            if self.described
            else self
        )
        whens = (self.worlds.sections[question.id].when, question.when)
        return all(when is None or self.worlds.compiled(when, part or ITEM)(then) is True for when in whens)

    def _row_shown(self, question: Question, row: str) -> bool:
        when = question.row_when
        return when is None or self.worlds.compiled(when, row)(self) is not False

    def _get(self, key: str) -> Given:
        found = self.fixed.get(key)
        if found is None:
            raise _NeededError(key)
        return found


def _possible(fixed: Mapping[str, Given], item: Item) -> bool:
    """Shares of one week fit together: at most 100 in all, none above the largest."""
    parts = {key.partition("/")[2]: given for key, given in fixed.items() if key.startswith("split/")}
    if not parts:
        return True
    outside = parts.get("@outside")
    largest, spread = parts.get("@largest"), parts.get("@spread")
    own = parts.get(ITEM) if item == "own_row" else None
    tasks = [given for name, given in parts.items() if not name.startswith("@")]
    tasks += [parts[ITEM]] if item == "task" and ITEM in parts else []
    rest = outside.low if outside else 0.0
    if own is not None:
        rest = max(rest, own.low)
        if outside is not None and own.low > outside.high + LOOSE:
            return False
    if sum(given.low for given in tasks) + rest > WHOLE_WEEK + LOOSE:
        return False
    if largest is None:
        return True
    lows = [given.low for given in (*tasks, *((own,) if own else ()), *((spread,) if spread else ()))]
    return all(low <= largest.high + LOOSE for low in lows)


def satisfying(verdict: Verdict) -> Iterator[tuple[str, Any]]:
    """The answers of a witness, by key, without those left open."""
    for key, given in verdict.witness.items():
        if given.state == "answered" and key != "role":
            yield key, given.value
