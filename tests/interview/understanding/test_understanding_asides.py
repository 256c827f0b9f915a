"""What somebody else does, what is over, to come, untrue or the exception is not what a yes would take."""

from functools import cache

import pytest
from understanding_corpus import asked_for

from aijri_engine.content.library import Library
from aijri_engine.conversation.parts import as_choice
from aijri_engine.interview.form import Form
from aijri_engine.interview.understanding import Reading, understand
from aijri_engine.interview.values import role_split

LIBRARY = Library.open()
TRAIN, ADVICE, INSTALL = (
    ("deep-learning-engineer", "depth.train"),
    ("accountant", "depth.advice"),
    ("electrician", "depth.install"),
)


@cache
def form_of(role: str) -> Form:
    return Form.of(LIBRARY, role)


def read(place: tuple[str, str], typed: str) -> Reading:
    form = form_of(place[0])
    return understand(asked_for(form, place[1]), typed, form, role_split(form.role_shares, given=True))


def taken_by_a_yes(reading: Reading) -> object:
    """What is stored at once, or by a bare yes; None where nothing is."""
    if reading.kind == "confirm":
        return reading.nearest[0][1]
    return reading.value if reading.kind == "value" else None


@pytest.mark.parametrize(
    ("place", "typed", "never"),
    [
        (INSTALL, "the apprentice does the standard stuff, I do what's odd", "follows"),
        (INSTALL, "my assistant does the standard stuff, but I do what's odd", "follows"),
        (INSTALL, "I'd be lying if I said I just follow the drawing", "follows"),
        (TRAIN, "known recipes are for juniors, not me", "follows"),
        (TRAIN, "my PhD student changes the recipe and I watch", "adapts"),
        (ADVICE, "My partner gets them to change their minds, I only explain the figures", "originates"),
        (ADVICE, "the software sends them the figures, I don't", "follows"),
        (("accountant", "signature"), "I was chartered but let it lapse", "mine"),
        (
            ("accountant", "conditions"),
            "the sister company has a works council, we don't",
            ["union_consulted"],
        ),
        (("accountant", "duties"), "a colleague stood by a client, I just watched", ["stood_by"]),
        (
            ("accountant", "employer"),
            "it was my own business until I sold it to Deloitte, where I work now",
            "own",
        ),
    ],
)
def test_what_is_not_told_of_me_now_is_no_answer(place: tuple[str, str], typed: str, never: object) -> None:
    assert read(place, typed).kind != "value"
    assert taken_by_a_yes(read(place, typed)) != never


def test_what_others_do_beside_me_leaves_what_i_do() -> None:
    reading = read(ADVICE, "My partner gets them to change their minds, I only explain the figures")
    assert taken_by_a_yes(reading) == "follows"


def test_what_others_do_is_kept_where_it_is_the_answer() -> None:
    reading = read(("accountant", "signature"), "my manager's name is on it, not mine")
    assert taken_by_a_yes(reading) == "none"


@pytest.mark.parametrize(
    ("place", "typed", "never"),
    [
        (ADVICE, "I can't say I only send figures", "follows"),
        (INSTALL, "never done anything but pull cable", "originates"),
        (TRAIN, "I do not change the recipe itself", "originates"),
        (TRAIN, "stopped changing the recipe, now it's known ones", "adapts"),
        (TRAIN, "less than half is recipes changes", "adapts"),
        (("accountant", "signature"), "I'm studying for it, exam in May", "part"),
        (("accountant", "signature"), "I sign everything except the year-end accounts", "none"),
        (("accountant", "employer"), "from January I'll be self-employed", "own"),
    ],
)
def test_what_is_denied_excepted_or_to_come_does_not_lead(
    place: tuple[str, str], typed: str, never: object
) -> None:
    assert read(place, typed).kind in ("ask", "choose")
    assert taken_by_a_yes(read(place, typed)) != never


@pytest.mark.parametrize("typed", ["i can't say", "can't say i remember", "can't say i know"])
def test_who_cannot_say_is_not_sure(typed: str) -> None:
    command = read(ADVICE, typed).command
    assert command is not None
    assert command.name == "not_sure"


@pytest.mark.parametrize(
    ("place", "typed", "first"),
    [
        (ADVICE, "mostly a, though last week there was one case where I talked them out of it", "follows"),
        (INSTALL, "boxes and cables mostly; now and then an old house where nothing fits", "follows"),
    ],
)
def test_what_is_mostly_so_leads_what_is_so_now_and_then(
    place: tuple[str, str], typed: str, first: str
) -> None:
    reading = read(place, typed)
    assert reading.kind == "confirm"
    assert reading.nearest[0][1] == first
    assert "originates" in [value for _, value in reading.nearest]


@pytest.mark.parametrize(
    ("role", "typed"),
    [
        ("registered-nurse", "All of it except charting"),
        ("registered-nurse", "everything but the charting"),
        ("registered-nurse", "all hands-on care apart from an hour of charting per night"),
        ("registered-nurse", "Everyone else does 50 charting, I do 50 hands-on and 50 meds"),
        ("registered-nurse", "my manager says 50 charting but really it's 20, rest hands-on care"),
        ("registered-nurse", "hands-on 25h, 5h charting; the meds 10h but that's Joe's"),
        ("registered-nurse", "60 hands on, 40 charting but half of the charting is really handover"),
    ],
)
def test_no_week_is_offered_of_an_exception_or_of_what_others_do(role: str, typed: str) -> None:
    reading = read((role, "split"), typed)
    assert reading.kind == "ask"
    assert not reading.nearest


def test_waiting_around_is_not_waiting_tables() -> None:
    reading = read(
        ("registered-nurse", "split"), "55 hours: 45 hands-on, 5 meds, 3 waiting around, 2 charting"
    )
    assert reading.kind == "confirm"
    assert "waiting" in reading.question


PRACTICE, MARKET = ("accountant", "practice"), ("accountant", "market")


@pytest.mark.parametrize(
    ("place", "typed"),
    [
        (PRACTICE, "AI did none of it"),
        (PRACTICE, "We tried AI for tax returns but threw it all out"),
        (MARKET, "now AI drafts everything except advising"),
        (MARKET, "couldn't be better"),
    ],
)
def test_no_grid_is_offered_of_what_is_over_or_excepted(place: tuple[str, str], typed: str) -> None:
    assert not read(place, typed).nearest


@pytest.mark.parametrize("typed", ["AI did none of it", "the tool did nothing of it"])
def test_a_row_whose_all_is_denied_has_no_lead(typed: str) -> None:
    form = form_of("accountant")
    grid = asked_for(form, "practice")
    week = role_split(form.role_shares, given=True)
    assert understand(as_choice(grid, grid.rows[0]), typed, form, week).kind in ("choose", "ask")


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        ("all a, budgets c, no wait budgets b", {"planning": "drafts", "close": "by_hand"}),
        ("tax returns a, rest b, no sorry tax returns c", {"tax": "end_to_end", "planning": "drafts"}),
    ],
)
def test_a_correction_at_the_end_of_a_grid_is_the_last_word(typed: str, first: dict[str, str]) -> None:
    reading = read(PRACTICE, typed)
    assert reading.kind == "confirm"
    assert first.items() <= reading.nearest[0][1].items()


@pytest.mark.parametrize(
    ("typed", "first"), [("twice as many ads as last year", "many_more"), ("half as many ads", "fewer")]
)
def test_how_many_times_as_many_leads_where_it_says(typed: str, first: str) -> None:
    form = form_of("accountant")
    grid = asked_for(form, "market")
    reading = understand(as_choice(grid, grid.rows[0]), typed, form, role_split(form.role_shares, given=True))
    assert taken_by_a_yes(reading) in (first, None)


@pytest.mark.parametrize(
    "typed", ["everything but writing and changing parts", "all but advising and writing kernels"]
)
def test_an_exception_is_not_parted_at_an_and(typed: str) -> None:
    form = form_of("systems-software-developer")
    reading = understand(asked_for(form, "day_recall"), typed, form, role_split(form.role_shares, given=True))
    assert reading.kind != "value"
    assert not reading.pending
