"""The page's interpreter against the engine: conditions, the path, and the answers file, run by node."""

from random import Random
from typing import Any

import pytest
from form_people import (
    filled_in,
    form,
    library,
    needs_node,
    node,
    page_answers,
    page_key,
    read_back,
)

from aijri_engine.content.conditions import LARGER, Condition
from aijri_engine.content.yaml import parse_yaml
from aijri_engine.form.export import left_to_the_program, tree_of
from aijri_engine.interview.answers_source import answers_of, write_answers
from aijri_engine.lint.references import SPLIT_FIGURES
from aijri_engine.text import clean

pytestmark = needs_node

NAMES = (
    "level",
    "depth",
    "depth.@item",
    "split.@item",
    "years",
    "practice.train",
    "rating.@gap",
    "split.@larger",
    "missing",
)
VALUES = ("a", "b", "3", 0, 1, 2.5, 10, 10 + 5e-10, True, False, ["a"], ["a", "b"], ["b"], {"row": "a"}, None)
STATES = ("answered", "not_sure", "other")
WALKED = ("deep-learning-engineer", "registered-nurse", "29-1141.00", "43-3031.00")


class Table:
    """Facts from two tables."""

    def __init__(self, values: dict[str, Any], states: dict[str, str]) -> None:
        self.values, self.states = values, states

    def value(self, source: str, name: str) -> Any:
        return self.values.get(f"{source}:{name}")

    def state(self, name: str) -> Any:
        return self.states.get(name, "other")


def drawn_tree(random: Random, depth: int = 0) -> dict[str, Any]:
    if depth < 4 and random.random() < 0.55:
        group = random.choice(["all", "any", "none"])
        return {group: [drawn_tree(random, depth + 1) for _ in range(random.randint(1, 4))]}
    number = random.choice([0, 1, 2, 2.5, 10, 10.5])
    operands = {
        "is": random.choice(["a", "b", "3", 1, 2.5, True, False]),
        "in": random.choice([["a", "b"], ["b", 1], [10, 0]]),
        "includes": random.choice(["a", "b"]),
        "at_least": number,
        "at_most": number,
        "between": [number, number + random.choice([0, 1, 9])],
        "answered": random.random() < 0.5,
        "not_sure": random.random() < 0.5,
    }
    test = random.choice(list(operands))
    if test not in ("answered", "not_sure") and random.random() < 0.15:
        return {"role": "growth", test: operands[test]}
    return {"answer": random.choice(NAMES), test: operands[test]}


def drawn_facts(random: Random) -> Table:
    names = [name.replace("@item", "train") for name in NAMES] + [
        "rating.@gap.train",
        "split.@larger.train",
        "depth.design",
    ]
    values = {f"answer:{name}": random.choice(VALUES) for name in names}
    values["role:growth"] = random.choice([None, -1, 0, 2])
    return Table(values, {name: random.choice(STATES) for name in names})


TREES = 6000


def test_thousands_of_random_conditions_are_judged_as_the_engine_judges_them() -> None:
    random = Random(2026)
    cases, wanted = [], []
    for _ in range(TREES):
        condition = Condition.model_validate(drawn_tree(random))
        facts = drawn_facts(random)
        item = random.choice(["train", "design"])
        wanted.append(condition.compiled(item)(facts))
        cases.append([tree_of(condition), facts.values, facts.states, item])
    found = node(
        """return data.map(([tree, values, states, item]) => aijri.truth(tree, {
             value: (source, name) => values[`${source}:${name}`] ?? null,
             state: (name) => states[name] ?? "other" }, item));""",
        cases,
    )
    assert {True, False, None} <= set(wanted)
    differ = [case for case, mine, theirs in zip(cases, wanted, found, strict=True) if mine is not theirs]
    assert not differ, differ[0]


def test_words_are_cleaned_as_the_engine_cleans_them() -> None:
    typed = [
        "می\u200cخواهم",
        "क्\u200dष 5",
        "👩\u200d👩\u200d👧",
        "a\u200cb\u200dc",
        "م\u200b\u200c\u200dم\u200c",
        "\u200d\u202ex\n y",
    ]
    assert node("return data.map((one) => aijri.clean(one, 60));", typed) == [
        clean(one, 60).strip() for one in typed
    ]


def agree(role: str, seeds: range) -> None:
    people = [filled_in(role, Random(seed)) for seed in seeds]
    found = node(
        """return data.people.map((answers) => { const map = new Map(Object.entries(answers));
             return [aijri.walk(data.form, map).steps.map((step) => [step.key, step.state, step.name]),
                     aijri.answersFile(data.form, map)]; });""",
        {"form": form(role), "people": [page_answers(one) for one in people]},
    )
    for seed, interview, (steps, text) in zip(seeds, people, found, strict=True):
        asked = [step for step in interview.path.steps if not left_to_the_program(step.asked.question)]
        assert [(key, state) for key, state, _ in steps] == [(page_key(s), s.state) for s in asked], seed
        assert [name for *_, name in steps] == [step.asked.name for step in asked], seed
        read, again = answers_of(parse_yaml(text, "answers.yaml"), library())
        assert read == role
        assert text == write_answers(interview), seed
        assert again.values() == read_back(interview).values(), seed


@pytest.mark.parametrize("role", WALKED)
def test_every_figure_of_the_week_that_content_may_look_at_is_the_engines(role: str) -> None:
    tasks = [task["id"] for task in form(role)["tasks"]]
    names = [f"split.{name}" for name in (*SPLIT_FIGURES, *tasks, *(f"{LARGER}.{task}" for task in tasks))]
    people = [filled_in(role, Random(seed)) for seed in range(12)]
    found = node(
        """return data.people.map((answers) => {
             const { facts } = aijri.walk(data.form, new Map(Object.entries(answers)));
             return data.names.map((name) => facts.value("answer", name)); });""",
        {"form": form(role), "people": [page_answers(one) for one in people], "names": names},
    )
    for interview, theirs in zip(people, found, strict=True):
        mine = [interview.path.facts.value("answer", name) for name in names]
        assert theirs == [one if one is None else pytest.approx(one, abs=1e-9) for one in mine]


@pytest.mark.parametrize("role", WALKED)
def test_path_and_file_are_those_of_the_engine(role: str) -> None:
    agree(role, range(40))


@pytest.mark.soak
@pytest.mark.parametrize("role", sorted(library().roles))
def test_path_and_file_are_those_of_the_engine_for_every_role(role: str) -> None:
    agree(role, range(300))
