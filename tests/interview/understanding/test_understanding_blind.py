"""Four figures of phrases of tired people, by kind: at once, after one yes, useless, wrong.

Who wrote which set, what was read of it and what its figures were stands in `blind/README.md`.
"""

import os
from collections import Counter
from collections.abc import Iterable
from functools import cache
from itertools import chain

import pytest
import yaml
from blind_phrases import FOLDER, Outcome, load, outcomes, told

from aijri_engine.content.library import Library
from aijri_engine.interview.form import Form
from aijri_engine.interview.understanding import understand
from aijri_engine.interview.values import role_split

ENGINEER, NURSE, ELECTRICIAN = "deep-learning-engineer", "registered-nurse", "electrician"
TEACHER, CHEF = "primary-school-teacher", "35-1011.00"

MENDED = {
    **dict.fromkeys(("first", "second", "third", "strangers", "self_mended", "self_held"), (ENGINEER, 0.9)),
    "strangers_two": (ENGINEER, 0.82),
    "unseen_deep_learning_engineer": (ENGINEER, 0.9),
    "unseen_registered_nurse": (NURSE, 0.84),
    "unseen_electrician": (ELECTRICIAN, 0.86),
}
"""Sets that were used to mend, each with the job it is about and the part to be taken at once or after one yes."""

MOST_WRONG = 0.005
MOST_LETTERS = 0.03
"""Part of the answers of all used sets for which a denial, a condition or the like asks for a letter, not a yes."""
SEEN_UNDERSTOOD, HELD_UNDERSTOOD, UNREAD_UNDERSTOOD = 0.94, 0.85, 0.85
"""Part of the answers of these sets together that is to be taken at once or after one yes."""
UNREAD_LEAST, UNREAD_WRONG = 0.79, 0.01
"""The same, and the most that may be taken wrongly, of answers of which nobody read a line."""
MOST_OFFERS = 0.05
"""Part of the lines about other things that may draw an offer; small talk is held to less below."""


SEEN = {
    "later_deep_learning_engineer": ENGINEER,
    "later_registered_nurse": NURSE,
    "later_electrician": ELECTRICIAN,
    "night_deep_learning_engineer": ENGINEER,
    "night_registered_nurse": NURSE,
    "night_electrician": ELECTRICIAN,
    "night_primary_school_teacher": TEACHER,
    "night_chef": CHEF,
    "fresh_accountant": "accountant",
    "fresh_customer_service_representative": "customer-service-representative",
    "fresh_translator": "translator",
    "fresh_game_developer": "game-developer",
    "fresh_medical_assistant": "31-9092.00",
}
"""Sets of which single lines or many counts were seen, each with the job it is about."""

HELD = {"held_paralegal": "23-2011.00", "held_hairdresser": "39-5012.00", "held_carpenter": "47-2031.00"}
"""Sets of whoever mended, of which counts were looked at."""

UNREAD = {
    "stranger_backend_api_developer": "backend-api-developer",
    "stranger_marketing_manager": "11-2021.00",
    "stranger_retail_salesperson": "41-2031.00",
}
"""Sets of a stranger that were used to mend last."""

PASSING = {
    "passing_security_engineer": "security-engineer",
    "passing_physical_therapist": "29-1123.00",
    "passing_truck_driver": "53-3032.00",
}
"""Sets of a stranger of which nobody who mends has read a line but the six that were taken wrongly."""


UNMET = {
    "unmet_painter": "47-2141.00",
    "unmet_sales_representative": "41-4012.00",
    "unmet_chemist": "19-2031.00",
    "unmet_childcare_worker": "39-9011.00",
}
"""Sets of two writers of which nobody who mends has read a line."""
UNMET_UNDERSTOOD, UNMET_USELESS, UNMET_OFFERS = 0.94, 0.03, 0.02

SPOKEN = {
    "spoken_firefighter": "33-2011.00",
    "spoken_stocker": "53-7065.00",
    "spoken_devops_engineer": "devops-engineer",
}
"""Sets of three writers with weeks, grids, figures and commands, of which nobody has read more than four lines."""
GRIDS = {"grids_carpenter": "47-2031.00", "grids_social_worker": "21-1021.00", "grids_coach": "27-2022.00"}
"""Sets of three writers with grids, weeks and commands above all, of which nobody has read a line."""
GRIDS_UNDERSTOOD, GRIDS_WRONG, GRIDS_OFFERS = 0.79, 0.008, 0.03
SPOKEN_UNDERSTOOD, SPOKEN_WRONG, SPOKEN_OFFERS = 0.85, 0.01, 0.06


FREE_TEXT = ("oversight_rule", "signature_record", "example", "difference")
"""Questions answered in free words, where hardly a line can be told from an answer."""


def became(found: Iterable[Outcome]) -> Counter[str]:
    return Counter(one.became for one in found if one.line.expected != "-")


ROLES = (
    {name: role for name, (role, _) in MENDED.items()}
    | SEEN
    | HELD
    | UNREAD
    | PASSING
    | UNMET
    | SPOKEN
    | GRIDS
)
FORMS: dict[str, Form] = {}


EVERY = 1 if os.environ.get("AIJRI_EXAMPLES") == "new" else 2
"""Of the large sets that whoever mends has used each second line is read; the others are read whole."""


@cache
def read_of(name: str) -> tuple[Outcome, ...]:
    """What became of the lines of a set, read once for all tests of it."""
    role = ROLES[name]
    if role not in FORMS:
        FORMS[role] = Form.of(Library.open(), role)
    every = EVERY if name in MENDED or name in SEEN else 1
    return tuple(outcomes(FORMS[role], load(f"{name}.yaml")[every - 1 :: every]))


def read_all(*sets: Iterable[str]) -> list[Outcome]:
    """What became of all lines of some sets."""
    return [one for name in chain(*sets) for one in read_of(name)]


@pytest.mark.parametrize("name", MENDED)
def test_answers_are_taken_or_put_to_be_confirmed_and_never_taken_wrongly(name: str) -> None:
    least, found = MENDED[name][1], read_all([name])
    print(told(name, found))
    count = became(found)
    assert (count["at once"] + count["after one yes"] + count["after one letter"]) / count.total() >= least
    assert sum(one.became == "wrong" for one in found) / len(found) <= MOST_WRONG
    assert not [one.line.typed for one in found if one.became == "wrong" and one.line.expected == "-"]


@pytest.mark.parametrize(
    ("sets", "least"), [(SEEN, SEEN_UNDERSTOOD), (HELD, HELD_UNDERSTOOD), (UNREAD, UNREAD_UNDERSTOOD)]
)
def test_hardly_anything_of_the_later_sets_is_taken_for_something_else(
    sets: dict[str, str], least: float
) -> None:
    for name in sets:
        print(told(name, read_all([name])))
    every = read_all(sets)
    assert sum(one.became == "wrong" for one in every) <= max(1, MOST_WRONG * len(every))
    assert not [one.line.typed for one in every if one.became == "wrong" and one.line.expected == "-"]
    count = became(every)
    assert (count["at once"] + count["after one yes"] + count["after one letter"]) / count.total() >= least


def test_hardly_an_answer_needs_a_letter_because_of_what_it_denies_or_tells_of_others() -> None:
    count = became(read_all(MENDED, SEEN, HELD, UNREAD))
    assert count["after one letter"] / count.total() <= MOST_LETTERS


def test_answers_that_nobody_read_are_mostly_taken_or_put_and_seldom_taken_wrongly() -> None:
    every = read_all(PASSING)
    assert not [one.line.typed for one in every if one.became == "wrong" and one.line.expected == "-"]
    count = became(every)
    assert (
        count["at once"] + count["after one yes"] + count["after one letter"]
    ) / count.total() >= UNREAD_LEAST
    assert count["wrong"] / count.total() <= UNREAD_WRONG


def test_answers_at_options_by_people_nobody_met_are_understood_and_their_talk_is_let_pass() -> None:
    every = read_all(UNMET)
    count = became(every)
    good = count["at once"] + count["after one yes"] + count["after one letter"]
    assert good / count.total() >= UNMET_UNDERSTOOD
    assert count["useless"] / count.total() <= UNMET_USELESS
    assert count["wrong"] / count.total() <= MOST_WRONG
    assert not [one.line.typed for one in every if one.became == "wrong" and one.line.expected == "-"]
    talk = [one for one in every if one.line.kind == "talk"]
    assert sum(one.became == "drew an offer" for one in talk) / len(talk) <= UNMET_OFFERS


@pytest.mark.parametrize(
    ("sets", "understood", "wrong", "offers"),
    [
        (SPOKEN, SPOKEN_UNDERSTOOD, SPOKEN_WRONG, SPOKEN_OFFERS),
        (GRIDS, GRIDS_UNDERSTOOD, GRIDS_WRONG, GRIDS_OFFERS),
    ],
)
def test_weeks_grids_and_figures_as_people_say_them_are_mostly_understood(
    sets: dict[str, str], understood: float, wrong: float, offers: float
) -> None:
    every = read_all(sets)
    count = became(every)
    good = count["at once"] + count["after one yes"] + count["after one letter"]
    assert good / count.total() >= understood
    assert count["wrong"] / count.total() <= wrong
    choices = [one for one in every if not one.line.question.startswith(FREE_TEXT)]
    assert not [one.line.typed for one in choices if one.became == "wrong" and one.line.expected == "-"]
    aside = [one for one in every if one.line.kind in ("talk", "question")]
    assert sum(one.became == "drew an offer" for one in aside) / len(aside) <= offers


def test_lines_about_other_things_draw_hardly_an_offer() -> None:
    aside = [one for one in read_all(MENDED) if one.line.kind == "offtopic"]
    assert len(aside) > 100 / EVERY
    assert len([one for one in aside if one.became != "left alone"]) <= MOST_OFFERS * len(aside)


@pytest.mark.parametrize("role", [ENGINEER, NURSE])
def test_small_talk_at_any_question_draws_hardly_an_offer_and_is_never_taken(role: str) -> None:
    """Every line of `aside.yaml` at every third question of one choice or several."""
    form = Form.of(Library.open(), role)
    week = role_split(form.role_shares, given=True)
    said = yaml.safe_load((FOLDER / "aside.yaml").read_text(encoding="utf-8"))
    asked = [one for one in (*form.single.values(), *form.for_task.values()) if one.choices][::3]
    readings = [(one.key, line, understand(one, line, form, week)) for one in asked for line in said]
    assert [(key, line) for key, line, reading in readings if reading.kind == "value"] == []
    assert sum(bool(reading.nearest) for _, _, reading in readings) / len(readings) < 0.02
