"""Made-up people: a junior, an architect, random answers for hypothesis, random values for any question, true weeks."""

from random import Random
from typing import Any

from hypothesis import strategies as st

from aijri_engine import Interview, Library, Problem
from aijri_engine.content.base import RUNGS
from aijri_engine.interview.form import Asked
from aijri_engine.interview.kinds import kind_of
from aijri_engine.personal.inputs import inputs_of
from aijri_engine.personal.quick_index import quick_index

ROLE = "deep-learning-engineer"
LIBRARY = Library.open()
TASKS = LIBRARY.role(ROLE).task_ids()
JUNIOR: dict[str, Any] = {
    "split": dict(zip(TASKS, (5, 50, 15, 15, 5, 10), strict=True)),
    "depth": {**dict.fromkeys(TASKS, "follows"), "research": "adapts", "collaboration": "adapts"},
    "level": "junior",
}
ARCHITECT: dict[str, Any] = {
    "split": dict(zip(TASKS, (40, 10, 5, 15, 25, 5), strict=True)),
    "depth": {"design": "originates", "research": "originates"},
    "level": "senior",
    "employer": "frontier",
}
LEVELS = ("junior", "mid", "senior", "principal")
EMPLOYERS = ("frontier", "product", "enterprise", "agency", "academia", "own")
DOMAINS = (
    "consumer",
    "business",
    "health",
    "vehicles",
    "money",
    "public",
    "science",
    "industry",
    "general",
    "else",
)
CONDITIONS = (
    "onsite_some", "onsite_most", "union_consulted", "union_limits", "customers_people", "contract_forbids",
)  # fmt: skip


def person(answers: dict[str, Any], library: Library = LIBRARY) -> Interview:
    """The interview of an answers mapping that is known to be usable."""
    found = Interview.from_answers(library, ROLE, answers)
    assert isinstance(found, Interview), found
    return found


@st.composite
def weeks(draw: st.DrawFn) -> dict[str, int]:
    """Whole percent over the six tasks, adding up to 100; some rows are 0."""
    cuts = sorted(draw(st.lists(st.integers(0, 100), min_size=5, max_size=5)))
    ends = [0, *cuts, 100]
    return {task: ends[place + 1] - ends[place] for place, task in enumerate(TASKS)}


rungs = st.one_of(
    st.sampled_from(RUNGS),
    st.sampled_from([["follows", "adapts"], ["adapts", "originates"]]),
    st.just("not_sure"),
)
ratings = st.fixed_dictionaries(
    {
        "steps": st.sampled_from(["written", "chosen", "unknown"]),
        "sources": st.sampled_from(["files", "partly", "people"]),
        "judged": st.sampled_from(["automatic", "standard", "person"]),
    }
)
other_work = st.lists(
    st.fixed_dictionaries({"name": st.sampled_from(["hiring", "data work", "serving"]), "share": st.integers(5, 15)},
                          optional={"rating": ratings}),
    min_size=1, max_size=2, unique_by=lambda row: row["name"],
)  # fmt: skip

people = st.fixed_dictionaries(
    {},
    optional={
        "years": st.integers(0, 30),
        "split": weeks(),
        "split_basis": st.sampled_from(["guess", "thought", "calendar"]),
        "depth": st.dictionaries(st.sampled_from(TASKS), rungs, max_size=6),
        "practice": st.dictionaries(
            st.sampled_from(TASKS),
            st.sampled_from(["by_hand", "drafts", "end_to_end"]),
            min_size=1,
            max_size=6,
        ),
        "stepped_in": st.dictionaries(
            st.sampled_from(TASKS), st.sampled_from(["never", "half", "mostly"]), max_size=6
        ),
        "tool_and_new": st.dictionaries(
            st.sampled_from(TASKS), st.sampled_from(["new", "tool", "equal"]), max_size=3
        ),
        "level": st.sampled_from([*LEVELS, "not_sure", "declined"]),
        "employer": st.sampled_from([*EMPLOYERS, "not_sure"]),
        "domain": st.sampled_from(DOMAINS),
        "oversight": st.sampled_from(["none", "part", "named"]),
        "oversight_rule": st.just("UN R157"),
        "signature": st.sampled_from(["none", "part", "mine"]),
        "signature_record": st.just("release note"),
        "conditions": st.one_of(
            st.just(["nothing"]), st.lists(st.sampled_from(CONDITIONS), min_size=1, max_size=4, unique=True)
        ),
    },
)
"""Answers mappings; every one of them is usable."""

people_with_other_work = st.builds(
    lambda answers, other: {
        **{key: value for key, value in answers.items() if key != "split"},
        "other": other,
    },
    people,
    other_work,
)
"""As `people`, without an own split and with rows of other work beside the role's."""

anybody = st.one_of(people, people_with_other_work)


def random_value(asked: Asked, interview: Interview, random: Random) -> Any:
    """A usable JSON answer to any question."""
    kind = asked.question.kind
    if kind == "choice":
        ids = [choice.id for choice in asked.choices]
        if asked.question.two and random.random() < 0.15:
            return random.sample(ids, 2)
        return random.choice(ids)
    if kind == "multi":
        alone = [choice.id for choice in asked.choices if choice.exclusive]
        others = [choice.id for choice in asked.choices if not choice.exclusive]
        return (
            [random.choice(alone)]
            if alone and random.random() < 0.3
            else random.sample(others, random.randint(1, 3))
        )
    if kind == "yes_no":
        return random.random() < 0.5
    if kind in ("number", "scale"):
        return random.choice([0, 0.5, 2, 5, 9, 30])
    if kind == "grid":
        rows = [row for row in asked.rows if random.random() < 0.7] or list(asked.rows[:1])
        return {row.id: random.choice([*(choice.id for choice in row.choices), "not_sure"]) for row in rows}
    if kind == "split":
        return _parts(asked, interview, random) if asked.question.part_of else _week(random)
    if kind in ("text", "note"):
        return "a few words"
    return random.choice([answer for _, answer in kind_of(kind).answers(asked)])


def _week(random: Random) -> Any:
    if random.random() < 0.15:
        return "typical"
    amounts = [random.choice([0, 5, 10, 20, 40]) for _ in TASKS]
    amounts[random.randrange(len(amounts))] += 5
    value: dict[str, Any] = {"rows": dict(zip(TASKS, amounts, strict=True)), "scaled": True}
    if random.random() < 0.3:
        value["other"] = [
            {"name": random.choice(["hiring", "data work"]), "share": random.choice([5, 20, 60])}
        ]
    if random.random() < 0.2:
        value = {"rows": value["rows"], "unit": "hours"}
    return value


def _parts(asked: Asked, interview: Interview, random: Random) -> Any:
    whole = interview.clear(asked.key).path.split.shares[asked.question.part_of or ""]
    weights = [random.random() for _ in asked.rows]
    return {row.id: whole * weight / sum(weights) for row, weight in zip(asked.rows, weights, strict=True)}


def rest_answered(interview: Interview) -> Interview:
    """Whatever else is asked is answered as moves the index least, so that only what a test leaves open is open."""
    for step in interview.path.steps:
        if step.state != "open" or step.asked.question.optional or not step.asked.choices:
            continue
        before = quick_index(inputs_of(interview))
        ways = [
            taken(interview.answer(step.key, way))
            for _, way in kind_of(step.asked.question.kind).answers(step.asked)
        ]
        interview = min(ways, key=lambda one: abs(quick_index(inputs_of(one)) - before))
    return interview


def taken(found: Interview | Problem) -> Interview:
    """The interview, where an answer had to be usable."""
    assert isinstance(found, Interview), found
    return found
