"""Steps are about this person: for people of every kind of work, drawn anew, they rest on what was said."""

import re
from functools import cache
from random import Random
from typing import Any

import pytest

from aijri_engine import Interview, Library, Result, result
from aijri_engine.content.base import RUNGS
from aijri_engine.content.strategies import Strategy
from aijri_engine.interview.form import Form
from aijri_engine.personal.advice import EVERYONE, KEEP, WORTH_A_STEP, applies, price
from aijri_engine.personal.derived_moves import SMALLEST_SHOWN
from aijri_engine.personal.inputs import inputs_of
from aijri_engine.personal.moves import apply_moves
from aijri_engine.report.parts import first_page
from aijri_tui.plain.result_text import first_view, whole
from aijri_tui.screen.result.rows import first_rows

pytestmark = pytest.mark.usefixtures("few_draws")
"""What is said of a range has to fit the range that was drawn, however often."""

LIBRARY = Library.open()
DERIVED = (
    "11-3121.00", "15-1252.00", "25-2021.00", "27-3042.00", "29-1141.00", "31-1131.00", "35-2014.00", "41-2031.00",
    "43-4051.00", "53-3032.00",
)  # fmt: skip
"""Ten occupations whose tables are put together from public figures, of every pack."""

ROLES = (*sorted(LIBRARY.roles), *DERIVED)
DRAWN = 8
"""People drawn for each role."""

MOST_WORDS, MOST_LINES = 240, 40
"""Of a first view: one minute of reading."""

WINDOW = (75, 20)
"""Columns and rows that a terminal of 80x24 has for the result."""

OWN_WORK = (
    "managing my team",
    "teaching others",
    "talking with clients",
    "compliance",
    "admin",
    "hiring",
    "data",
)


@pytest.fixture(autouse=True)
def _no_ranges(monkeypatch: pytest.MonkeyPatch) -> None:
    """Ranges of prices take most of the time, and nothing here looks at them."""
    monkeypatch.setattr("aijri_engine.personal.advice._Paired.range_of", lambda self, then: (0.0, 0.0))


def drawn(role: str, random: Random) -> dict[str, Any]:
    """Answers of somebody: a week, a way for each task, a place, a field, rules and perhaps work of their own."""
    form = Form.of(LIBRARY, role)
    tasks = LIBRARY.role(role).task_ids()
    shares = [random.randint(1, 9) for _ in tasks]
    own = random.choice(OWN_WORK) if random.random() < 0.5 else ""
    whole = 85.0 if own else 100.0
    answers: dict[str, Any] = {
        "split": {task: whole * share / sum(shares) for task, share in zip(tasks, shares, strict=True)},
        "split_basis": random.choice(("guess", "thought", "calendar")),
        "depth": {task: random.choice(RUNGS) for task in tasks},
    }
    if own:
        answers["other"] = [{"name": own, "share": 15.0}]
    for key in ("level", "employer", "domain", "oversight", "signature"):
        asked = form.single.get(key)
        if asked is not None and random.random() < 0.8:
            answers[key] = random.choice([choice.id for choice in asked.choices])
    duties, market = form.question("duties"), form.question("market")
    if duties is not None and random.random() < 0.5:
        answers["duties"] = [random.choice([one.id for one in duties.options][:-1])]
    if market is not None and random.random() < 0.5:
        answers["market"] = {
            row.id: random.choice(row.options).id
            for row in market.rows
            if row.id in (form.role.asked_signals or (row.id,))
        }
    return answers


@cache
def people(role: str) -> list[tuple[dict[str, Any], Interview, Result]]:
    """People of this role, each with the answers and what comes of them."""
    random = Random(f"steps of {role}")
    found = []
    for _ in range(DRAWN):
        answers = drawn(role, random)
        interview = Interview.from_answers(LIBRARY, role, answers)
        assert isinstance(interview, Interview), interview
        found.append((answers, interview, result(interview)))
    return found


@pytest.mark.parametrize("role", ROLES)
def test_steps_of_drawn_people_rest_on_what_they_said(role: str) -> None:
    known = LIBRARY.strategies(role)
    for answers, interview, found in people(role):
        steps = found.advice.steps
        kinds = [one.strategy.sort for one in steps if one.strategy.sort != EVERYONE]
        chosen = {one.strategy.id for one in steps}

        assert len(steps) == 3, answers
        assert len(kinds) == len(set(kinds)), answers
        if "domain" in answers:
            assert any(answers["domain"] in one.strategy.domains for one in steps), (answers, chosen)
        elif "employer" in answers and any(
            answers["employer"] in str(one.when) for one in known if one.kind == "place"
        ):
            said = [one for one in steps if one.priced is None and one.strategy.sort != EVERYONE]
            assert said, (answers, chosen)
        for one in steps:
            assert "{" not in f"{one.because}{one.strategy.first_step}"
            if one.priced is not None:
                assert one.priced.points >= SMALLEST_SHOWN
            question, _, task = one.strategy.trigger.partition(".")
            if question == "depth":
                assert answers["depth"][task] != RUNGS[-1] or len(one.strategy.moves) > 1, (
                    answers,
                    one.strategy.id,
                )
        for one in (*steps, *found.advice.recommendations):
            asks_for_a_change(one.strategy, interview)
        for one in steps:
            if one.priced is None and one.strategy.sort not in (EVERYONE, KEEP):
                assert rests_on_an_answer(one.strategy, answers, interview), (answers, one.strategy.id)
        if answers["split_basis"] == "calendar":
            assert "keep-a-record" not in chosen
        if any(one.strategy.sort == KEEP for one in steps):
            gains = [one for one in found.advice.recommendations if one.points >= WORTH_A_STEP]
            assert found.assessment.zone.value == "Green" or not gains
            assert_one_step_closer(found)
        if not found.withheld:
            names_a_task_of_theirs(found)
        says_once_how_sure_it_is(found)
        told = first_view(found)
        window = first_rows(first_page.blocks(found), found, WINDOW[0])
        assert len(told.split()) <= MOST_WORDS, told
        assert len(told.splitlines()) <= MOST_LINES, told
        assert len(window) <= WINDOW[1], told


@pytest.mark.parametrize("role", ROLES)
def test_with_answers_missing_the_first_view_stands_in_one_window_but_for_a_line(role: str) -> None:
    random = Random(f"gaps of {role}")
    for answers, *_ in people(role)[:2]:
        less = {
            key: value for key, value in answers.items() if key in ("split", "other") or random.random() < 0.7
        }
        unsure = dict.fromkeys(("level", "employer", "years"), "not_sure")
        interview = Interview.from_answers(LIBRARY, role, {**less, **unsure})
        assert isinstance(interview, Interview), interview
        found = result(interview)
        window = first_rows(first_page.blocks(found), found, WINDOW[0])
        assert len(window) <= WINDOW[1] + 1, f"{len(window)} {first_view(found)}"
        assert len(first_view(found).split()) <= MOST_WORDS


def says_once_how_sure_it_is(found: Result) -> None:
    """ "Clearly" is never said beside an end in another zone; "fairly sure" always is."""
    view = found.first_view
    if view.index and not found.fit.withheld:
        told = view.zone.partition(", ")[2]
        assert told in ("clearly", "fairly sure") or told.startswith("close to "), view
        assert told != "clearly" or "(" not in view.doubt, view
        assert told != "fairly sure" or "(" in view.doubt, view


WATCHING = re.compile(r"\b(?:watch|wait|keep an eye|whether you see)\b", re.IGNORECASE)


def names_a_task_of_theirs(found: Result) -> None:
    """The first step is an act about a named task of their own week; in Red perhaps about work nearby."""
    step, role = found.advice.steps[0], found.interview.form.role
    told = f"{step.strategy.first_step} {step.because}".lower()
    own = {
        name.lower()
        for task in found.personal.tasks
        if task.share > 0
        for name in ([task.name] if task.own else [role.task(task.id).ask, task.short])  # type: ignore[union-attr]
    }
    assert not WATCHING.search(step.strategy.first_step), told
    assert any(name in told for name in own) or any(one.title.lower() in told for one in found.ways_on), told


def assert_one_step_closer(found: Result) -> None:
    """The figure a step to keep names is the published formula with that task scored one step higher."""
    card = found.personal.scorecard
    told = next(one for one in found.advice.steps if one.strategy.sort == KEEP).because
    figure = float(re.search(r"you would be at (\d+\.\d)", told)[1])  # type: ignore[index]

    def index(exposure: float) -> float:
        market = (1 + 0.04 * card.evidence_total) * (1 + 0.02 * card.barrier_total) * (1 + 0.05 * card.growth)
        return ((6 - exposure) * market - 0.54) / 7.93 * 100

    now = sum(task.share * task.score for task in card.tasks) / 100
    closer = [
        index(now + task.share / 100 * (min(5.0, task.score + 1) - task.score))
        for task in card.tasks
        if f"{task.share:.0f} % of your week" in told
    ]
    assert any(abs(min(100.0, one) - figure) < 0.06 for one in closer), told


MEANT_AS_EXPOSED = re.compile(r"\bopen\b(?! (?:to|a|source)\b)", re.IGNORECASE)


@pytest.mark.parametrize("role", ROLES)
def test_open_means_within_reach_of_ai_and_never_unanswered(role: str) -> None:
    for _, _, found in people(role)[:2]:
        told = " ".join(whole(found, pictures=False).split())
        assert [told[word.start() - 40 : word.end() + 20] for word in MEANT_AS_EXPOSED.finditer(told)] == []


MOST_ROUNDS = 40
"""Times a step is followed until nothing of it is left: five points of time a round empty any week."""


def asks_for_a_change(strategy: Strategy, interview: Interview) -> None:
    """What has a price changes the inputs, in the way of working it speaks of; once it is done it is asked no more."""
    inputs, facts = inputs_of(interview), interview.path.facts
    if not strategy.priced:
        return
    question, _, task = strategy.trigger.partition(".")
    then = apply_moves(inputs, strategy.moves, facts)
    assert then != inputs, strategy.id
    spoken_of = {task, *(move.rung.task for move in strategy.moves if move.rung is not None)}
    if question == "depth":
        assert any(inputs.effective_rungs(one) != then.effective_rungs(one) for one in spoken_of), strategy.id
    for _ in range(MOST_ROUNDS):
        if not applies(strategy, then, facts) or price(strategy, then, facts) < SMALLEST_SHOWN:
            return
        then = apply_moves(then, strategy.moves, facts)
    raise AssertionError(f"{strategy.id} is asked for without end")


def rests_on_an_answer(strategy: Strategy, answers: dict[str, Any], interview: Interview) -> bool:
    """Taken back, one of the answers it looks at takes the step away: it is about this person and nobody else."""
    named = [leaf.answer.partition(".")[0] if leaf.answer else "split" for leaf in strategy.when.leaves()]
    named += ["domain"] if strategy.domains else []
    for key in {one for one in named if one in answers}:
        less = interview.clear(key)
        if not applies(strategy, inputs_of(less), less.path.facts):
            return True
    return False


@pytest.mark.parametrize("role", ROLES)
def test_every_place_a_pack_offers_has_a_step_or_one_of_the_core(role: str) -> None:
    asked = Form.of(LIBRARY, role).single.get("employer")
    assert asked is not None
    tasks = LIBRARY.role(role).task_ids()
    for choice in asked.choices:
        answers = {"employer": choice.id, "depth": dict.fromkeys(tasks, "follows"), "split_basis": "calendar"}
        interview = Interview.from_answers(LIBRARY, role, answers)
        assert isinstance(interview, Interview), interview
        steps = result(interview).advice.steps
        named = [one for one in steps if choice.id in str(one.strategy.when) and one.priced is None]
        if LIBRARY.role(role).pack != "ai":
            assert named, (role, choice.id, [one.strategy.id for one in steps])


@pytest.mark.parametrize("role", ROLES)
def test_every_kind_of_other_work_a_pack_names_has_a_step(role: str) -> None:
    """Own rows by the words that are proposed for them; each is about that work, not one that stands for everybody."""
    tasks = LIBRARY.role(role).task_ids()
    own = [one for one in LIBRARY.strategies(role) if any(leaf.own for leaf in one.when.leaves())]
    for words in LIBRARY.role(role).other_work:
        shares = dict.fromkeys(tasks, 85.0 / len(tasks))
        interview = Interview.from_answers(
            LIBRARY, role, {"split": shares, "other": [{"name": words, "share": 15}]}
        )
        assert isinstance(interview, Interview), interview
        inputs, facts = inputs_of(interview), interview.path.facts
        assert any(applies(one, inputs, facts) for one in own), words


@pytest.mark.parametrize("oversight", ["part", "named"])
def test_whoever_the_rules_name_finds_a_step_about_them(oversight: str) -> None:
    for role in ROLES:
        interview = Interview.from_answers(LIBRARY, role, {"oversight": oversight, "split_basis": "calendar"})
        assert isinstance(interview, Interview), interview
        assert "rules" in {one.strategy.sort for one in result(interview).advice.steps}, role


ALREADY_DONE = {
    r"\b(?:stopped|refused|delayed)\b": r"\b(?:refuse|say no|stop something)\b",
    r"\btaught or supervised\b": r"\b(?:teach somebody|show somebody how|take on somebody)\b",
    r"\btalked with someone affected\b": r"\b(?:talk|speak) with (?:one |a )?(?:person|somebody|someone) affected\b",
    r"\bmine\b.*\bsign|\bsign.*\bmine\b": r"\bask to (?:sign|be named)\b",
}
"""What the words of an option say that somebody does, and the words of a step that would ask for just that."""


@pytest.mark.parametrize("role", ROLES)
def test_no_step_asks_for_what_an_answer_says_is_done(role: str) -> None:
    """In every pack, whatever its options are called: who stopped a release has refused, too."""
    form = Form.of(LIBRARY, role)
    signature = [one.id for one in form.single["signature"].choices] if "signature" in form.single else []
    duties = form.single["duties"].choices
    for option in duties:
        asked = [
            words for does, words in ALREADY_DONE.items() if re.search(does, option.label, re.IGNORECASE)
        ]
        for signed in signature if asked else ():
            answers = {"duties": [option.id], "signature": signed, "split_basis": "calendar"}
            interview = Interview.from_answers(LIBRARY, role, answers)
            assert isinstance(interview, Interview), interview
            inputs, facts = inputs_of(interview), interview.path.facts
            for one in LIBRARY.strategies(role):
                told = f"{one.title} {one.first_step}"
                if any(re.search(words, told, re.IGNORECASE) for words in asked):
                    assert not applies(one, inputs, facts), (option.id, one.id)


def test_the_words_of_what_is_done_are_found_in_every_pack() -> None:
    """Else the test above would look at nothing: each role has an option that says somebody refused."""
    does, asks_for = next(iter(ALREADY_DONE.items()))
    for role in ROLES:
        labels = [one.label for one in Form.of(LIBRARY, role).single["duties"].choices]
        assert any(re.search(does, one, re.IGNORECASE) for one in labels), role
    told = {one.id: f"{one.title} {one.first_step}" for role in ROLES for one in LIBRARY.strategies(role)}
    found = [name for name, words in told.items() if re.search(asks_for, words, re.IGNORECASE)]
    assert found == ["keep-the-signature-worth"]
