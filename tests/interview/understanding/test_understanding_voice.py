"""An option's own words that are turned round (done to me, nearly done, of another unit) are neither taken nor put."""

from collections.abc import Iterator

import pytest

from aijri_engine.content.library import Library
from aijri_engine.interview.form import Form
from aijri_engine.interview.understanding import Reading, understand
from aijri_engine.interview.understanding.words.tokens import words_of
from aijri_engine.interview.values import role_split

LIBRARY = Library.open()
FORMS = {role: Form.of(LIBRARY, role) for role in ("registered-nurse", "deep-learning-engineer")}
ROUND = (
    "I was {}",
    "we were {}",
    "I am being {}",
    "I got {}",
    "I have been {}",
    "I almost {}",
    "I nearly {}",
)


def read(role: str, key: str, line: str) -> Reading:
    form = FORMS[role]
    return understand(form.single[key], line, form, role_split(form.role_shares, given=True))


def meant(reading: Reading) -> list[str]:
    """Options that are taken or put."""
    values = [reading.value, *(value for _, value in reading.nearest)]
    return [
        one
        for value in values
        if value is not None
        for one in (value if isinstance(value, list) else [value])
    ]


def done() -> Iterator[tuple[str, str, str, str]]:
    """Role, question, option and what it is called, for each name that begins with what the person did."""
    for role, form in FORMS.items():
        for key, asked in form.single.items():
            for choice in asked.choices:
                for name in (choice.label, choice.name, *choice.aliases):
                    first, *rest = words_of(name) or [""]
                    if first.endswith("ed") and "by" not in rest and first in _ACTIVE:
                        yield role, key, choice.id, name


_ACTIVE = (
    "stopped",
    "refused",
    "vetoed",
    "decided",
    "supervised",
    "mentored",
    "coached",
    "trained",
    "comforted",
    "worked",
)


def test_what_was_done_to_me_or_nearly_is_not_what_i_did() -> None:
    wrong, tried = [], 0
    for role, key, option, name in done():
        for frame in ROUND:
            reading = read(role, key, frame.format(name))
            tried += 1
            wrong += [(key, frame.format(name))] if option in meant(reading) else []
    assert tried > 100
    assert wrong == []


@pytest.mark.parametrize(
    ("key", "line", "option"),
    [
        ("duties", "I was taught", "taught"), ("duties", "they taught me", "taught"),
        ("duties", "I was supervised by a colleague", "taught"), ("duties", "I had to be supervised", "taught"),
        ("duties", "my boss stopped me", "said_no"), ("duties", "decided something harmless", "could_harm"),
        ("level", "approved by me", "mid"), ("level", "signed off by me", "mid"),
        ("level", "the limits are set for me", "principal"), ("level", "others set limits for me", "principal"),
        ("conditions", "most patients accept a robot", "customers_most"),
    ],
)  # fmt: skip
def test_who_does_it_to_whom_is_not_turned_round(key: str, line: str, option: str) -> None:
    assert option not in meant(read("registered-nurse", key, line))


@pytest.mark.parametrize(
    "count",
    [
        "3 hours a week", "2 hours a day", "1 day a month", "twice a month", "once a year", "5 minutes a day",
        "every other week", "every third week", "rarely", "seldom",
    ],
)  # fmt: skip
def test_a_figure_of_another_unit_picks_no_option_that_counts_days_a_week(count: str) -> None:
    assert meant(read("registered-nurse", "conditions", f"on site {count}")) == []


@pytest.mark.parametrize(
    ("key", "line", "option"),
    [
        ("duties", "I taught a class", "taught"), ("duties", "I stopped something", "said_no"),
        ("duties", "I refused", "said_no"), ("duties", "supervised a student", "taught"),
        ("level", "approved by my lead", "mid"), ("level", "it was decided by the doctor", "junior"),
        ("level", "it was decided for me", "junior"), ("level", "I set the limits", "principal"),
        ("oversight", "yes, I'm registered", "named"), ("conditions", "on site 3 days a week", "onsite_most"),
        ("conditions", "on site every day", "onsite_most"), ("conditions", "on site 1 day a week", "onsite_some"),
        ("conditions", "patients accept only a person", "customers_most"),
    ],
)  # fmt: skip
def test_the_same_words_the_right_way_round_are_taken(key: str, line: str, option: str) -> None:
    reading = read("registered-nurse", key, line)
    assert reading.kind == "value"
    assert option in meant(reading)
