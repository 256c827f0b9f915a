"""What a report of any role says: its own provenance and sources, nothing that is true of another kind of work only."""

import re
from collections.abc import Iterator
from pathlib import Path
from random import Random
from typing import Any

import pytest
import yaml

from aijri_engine import Interview, Library, Problem, Result, result
from aijri_engine.content.library import content_folder
from aijri_engine.interview.transcript import transcript
from aijri_engine.personal.asking import ask_text
from aijri_engine.personal.coaching import coach_view
from aijri_engine.personal.comparison import compare
from aijri_engine.report.building import build
from aijri_engine.report.comparing import compared
from aijri_engine.report.options import ReportOptions
from aijri_engine.report.parts.first_page import subtitle_of
from aijri_engine.report.renderers.text import text_of
from aijri_engine.text import a_or_an
from aijri_tui.plain.result_text import whole
from tests.personal.made_up_people import random_value

LIBRARY = Library.open()
OTHERS = tuple(role for role in LIBRARY.cards if role != "deep-learning-engineer")
WAYS_ON = re.compile(r"WAYS ON\n=+.*?\n\n\n", re.DOTALL)


def told(role: str, **answers: object) -> str:
    interview = Interview.from_answers(LIBRARY, role, answers)
    assert not isinstance(interview, Problem)
    whole = text_of(build(result(interview), ReportOptions(date="")).blocks)
    return WAYS_ON.sub("", whole.split("\nSOURCES\n")[0])


@pytest.mark.case("second role 3")
@pytest.mark.parametrize("role", OTHERS)
def test_a_figure_is_called_what_it_is_and_no_other_roles_page_is_its_source(role: str) -> None:
    interview = Interview.from_answers(LIBRARY, role, {"level": "mid"})
    assert not isinstance(interview, Problem)
    document = build(result(interview), ReportOptions(date=""))
    card = LIBRARY.cards[role]
    assert next(fact.text for fact in document.facts if fact.term == "Its figures").startswith(
        card.provenance_word
    )
    whole = text_of(document.blocks)
    if card.pack != "ai":
        assert not re.search(r"AI Act|Regulation \(EU\) 2024/1689", whole)
    assert "deep-learning-engineer" not in whole
    if card.provenance == "own":
        assert "published" not in told(role, level="mid")


@pytest.mark.case("second role 5")
@pytest.mark.parametrize("role", OTHERS)
@pytest.mark.parametrize("years", [1, 20])
def test_who_starts_is_told_nothing_that_is_true_of_another_field(role: str, years: int) -> None:
    text = told(role, level="junior", years=years)
    assert not re.search(r"22 to 25|usual in the first years|other methods|GPU|neural", text)


@pytest.mark.case("second role 10 figures")
@pytest.mark.parametrize("role", OTHERS)
def test_what_a_role_says_of_itself_agrees_with_its_figures(role: str) -> None:
    """The check refuses a quick screen or a history of other figures; the shipped ones hold it."""
    found = LIBRARY.role(role)
    assert found.history[-1].index == found.expect.index
    assert found.quick_screen.growth == found.growth.score


def test_a_title_has_its_article() -> None:
    told = ["Electrician (buildings)", "Registered Nurse", "ML/AI Engineer", "Undertaker", "HR Manager"]
    assert [a_or_an(title).partition(" ")[0] for title in told] == ["an", "a", "an", "an", "an"]


def with_gaps(role: str, random: Random) -> tuple[Interview, Interview]:
    """A drawn person who leaves much open, and the same after other answers, once the figure was seen."""
    found = Interview.start(LIBRARY, role)
    for _ in range(40):
        step = found.path.next_open()
        if step is None:
            break
        drawn = random.random()
        given = found.skip(step.key) if drawn < 0.3 else found.not_sure(step.key)
        if drawn < 0.6:
            answered = found.answer(step.key, random_value(step.asked, found, random))
            given = found.skip(step.key) if isinstance(answered, Problem) else answered
        if isinstance(given, Problem):
            break
        found = given
    before = found = found.reveal("result")
    for step in random.sample(list(found.path.steps), 4):
        again = found.answer(step.key, random_value(step.asked, found, random))
        found = found if isinstance(again, Problem) else again
    return before, found


WORDS_TOO = ("again", "wages")
"""Ids that a transcript, or the name of a market dimension, has as words in brackets."""


def ids_in(interview: Interview) -> re.Pattern[str]:
    """Every id of the questions, in the shapes in which no word stands; one that is its own label is a word."""
    form = interview.form
    asked = [*form.single.values(), *form.for_task.values()]
    labels = {one.question.id: one.name for one in asked} | {
        row.id: row.short for one in asked for row in one.rows
    }
    labels |= {one.key: one.name for one in asked}
    options = [one.choices for one in asked] + [row.choices for one in asked for row in one.rows]
    labels |= {choice.id: choice.label for choices in options for choice in choices}
    ids = [re.escape(one) for one, label in labels.items() if one not in (label.casefold(), *WORDS_TOO)]
    told = [rf"(?<![\w/.-]){one}(?![\w-])" for one in ids if "_" in one or "\\." in one]
    told += [rf"[(`“\"']{one}[)`”\"']" for one in ids]
    return re.compile("|".join(told))


def texts_of(before: Interview, found: Result) -> Iterator[str]:
    """Everything that is said of a result, in words."""
    view = coach_view(found)
    yield text_of(build(found, ReportOptions(date="2026-11-29")).blocks)
    yield whole(found, 80)
    yield from found.status.reasons
    yield from (f"{flag.person} {flag.coach} {flag.ask}" for flag in found.quality)
    yield from map(
        str, (*view.remarks, *view.reasons, view.thin, view.repair, view.edge, view.blow, *view.doable)
    )
    yield transcript(found.interview, ask_text)
    days = ("2026-11-01", "2026-11-29")
    yield text_of(compared(compare(result(before), found), days, ReportOptions(date=days[1])).blocks)


@pytest.mark.parametrize(
    "role",
    ["deep-learning-engineer", "registered-nurse", pytest.param("electrician", marks=pytest.mark.soak)],
)
def test_no_id_stands_for_a_label(role: str) -> None:
    for seed in range(2):
        before, after = with_gaps(role, Random(seed))
        found, ids = result(after), ids_in(after)
        for text in texts_of(before, found):
            seen = ids.search(text)
            assert seen is None, (seed, text[max(0, seen.start() - 60) : seen.end() + 20])


def test_what_changed_after_the_figure_is_told_in_words() -> None:
    begun = Interview.from_answers(LIBRARY, "deep-learning-engineer", {"level": "mid"})
    assert isinstance(begun, Interview)
    changed = begun.reveal("result").answer("level", "senior")
    assert isinstance(changed, Interview)
    (flag,) = [one for one in result(changed).quality if one.id == "after_figure"]
    assert "the first was I decided, someone approved, now I decided" in flag.coach


CORE = ("wording", "interview", "role_defaults", "strategies/general", "strategies/about-you")
SHARED = (*(f"{one}.yaml" for one in CORE),
          *(f"packs/{one}.yaml" for one in LIBRARY.packs if one not in ("ai", "software")))  # fmt: skip
"""What a chef or a nurse may be asked or told; packs for software and AI speak of their own work."""

SEARCHED = {"aliases", "says", "own", "id", "sources", "other_work", "software"}
"""Keys of what is recognised when somebody types it, or of work on software itself."""

OF_ONE_TRADE = re.compile(
    r"\b(GPUs?|ship(s|ped|ping)?|pipelines?|deploy\w*|repos?|repositor\w+|merg(e|ed|ing)|sprints?|benchmark\w*"
    r"|prototyp\w*|in the model|tokens?|backlogs?|stakeholders?|releases?|engineers?|developers?|scripts?"
    r"|project phase|phase of a project)\b",
    re.IGNORECASE,
)


def sayings(value: Any, name: str = "") -> Iterator[str]:
    """Every text a person could read in a content file."""
    if isinstance(value, dict):
        for key, one in value.items():
            if key not in SEARCHED:
                yield from sayings(one, key)
    elif isinstance(value, list):
        for one in value:
            if not (isinstance(one, dict) and one.get("id") in SEARCHED):
                yield from sayings(one, name)
    elif isinstance(value, str):
        yield value


@pytest.mark.parametrize("name", SHARED)
def test_what_everybody_is_told_holds_no_word_of_one_trade(name: str) -> None:
    found = yaml.safe_load(Path(content_folder() / name).read_text("utf-8"))
    assert [text for text in sayings(found) if OF_ONE_TRADE.search(text)] == []


@pytest.mark.parametrize("code", ["35-1011.00", "11-9013.00", "registered-nurse"])
def test_market_signals_are_told_in_the_words_they_were_asked_in(code: str) -> None:
    seen = {"job_postings": "more", "company_actions": "added", "wages": "fell", "tool_maturity": "most_whole",
            "expert_consensus": "fewer"}  # fmt: skip
    role = LIBRARY.role(code)
    asked = {name: seen[name] for name in role.asked_signals}
    interview = Interview.from_answers(
        LIBRARY,
        code,
        {
            "split": {task.id: task.share for task in role.tasks},
            "market": asked,
            "rating": {
                task.id: {"steps": "chosen", "sources": "partly", "judged": "standard"} for task in role.tasks
            },
        }
        if role.starting_table
        else {"market": asked},
    )
    assert not isinstance(interview, Problem), interview
    whole = text_of(build(result(interview), ReportOptions(date="")).blocks)
    assert "your market (" in whole
    assert not re.search(r"tool maturity|company actions|expert consensus|job postings", whole)


def test_a_report_says_whose_score_it_is_as_one_sentence() -> None:
    interview = Interview.from_answers(LIBRARY, "35-1011.00", {})
    assert not isinstance(interview, Problem)
    assert subtitle_of(result(interview)).startswith("Your score, starting table: Chefs and Head Cooks: ")


def test_a_row_that_is_cleaned_by_hand_gets_no_advice_about_data() -> None:
    found = told("35-1011.00", split={"lead": 50, "hands": 30}, other=[{"name": "cleaning", "share": 20}])
    assert "data" not in found


def test_the_longest_beginning_of_a_code_names_the_kind_of_work() -> None:
    """A farmer is listed among managers, and works with animals, weather and machines."""
    codes = ("11-9013.00", "11-9081.00", "11-3031.00", "51-3011.00", "37-2011.00")
    assert [LIBRARY.role(code).pack for code in codes] == ["trades", "service", "office", "trades", None]
