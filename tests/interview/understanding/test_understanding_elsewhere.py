"""A line that is far likelier an answer to another question draws no option of the open one."""

from itertools import cycle

import pytest
from blind_phrases import asked_for, load

from aijri_engine.content.library import Library
from aijri_engine.conversation import Conversation, say
from aijri_engine.interview.form import Form
from aijri_engine.interview.interview import Interview
from aijri_engine.interview.understanding import understand
from aijri_engine.interview.values import role_split

MOST_OFFERS, MOST_TAKEN = 0.4, 0.015
"""Part of the answers to one question that may draw an offer at another, or be taken there (7 and 2 of 10 before)."""


@pytest.mark.parametrize(
    ("typed", "belongs"),
    [
        ("i'm in the gym with patients every day, and the union is not asked about software", "Conditions"),
        ("i taught students and i once stopped a treatment that would have hurt someone", "Duties"),
        ("my name stands under every treatment note", "Name on the record"),
    ],
)
def test_it_is_told_where_it_sounds_at_home(typed: str, belongs: str) -> None:
    talk = say(Conversation(Interview.start(Library.open(), "29-1123.00")), "care 50, records 50").talk.go_to(
        "split_basis"
    )
    found = say(talk, typed).talk
    assert found.trouble is not None
    assert not found.trouble.offers
    assert f"another question ({belongs})" in found.trouble.text, found.trouble.text


def test_answers_typed_at_another_question_seldom_draw_an_offer_and_are_hardly_ever_taken() -> None:
    form = Form.of(Library.open(), "11-2021.00")
    week = role_split(form.role_shares, given=True)
    asked = [one for one in (*form.single.values(), *form.for_task.values()) if one.choices]
    lines = [
        line for line in load("stranger_marketing_manager.yaml") if line.kind in ("choice", "depth", "multi")
    ]
    drew = taken = 0
    places = [cycle(asked[start::7]) for start in range(7)]
    for line, at in ((line, at) for at in places for line in lines):
        own = asked_for(form, line.question)
        other = next(one for one in at if one.question.id != own.question.id)
        found = understand(other, line.typed, form, week)
        drew += bool(found.nearest)
        taken += found.kind == "value" and not found.key
    assert drew <= MOST_OFFERS * len(lines) * len(places)
    assert taken <= MOST_TAKEN * len(lines) * len(places)


def test_an_option_that_is_quoted_with_a_remark_is_not_taken() -> None:
    form = Form.of(Library.open(), "security-engineer")
    week = role_split(form.role_shares, given=True)
    level = form.single["level"]
    quoted = f'"{level.choices[3].label}"'
    assert understand(level, quoted, form, week).kind == "value"
    for line in (f"{quoted}, who talks like that", f"who says {quoted}"):
        assert understand(level, line, form, week).kind != "value", line
