"""A grid told in sentences: which rows each clause is about, and which one option it has for them."""

from collections.abc import Callable
from functools import cache

import pytest
from understanding_corpus import asked_for

from aijri_engine.content.library import Library
from aijri_engine.interview.form import Form
from aijri_engine.interview.understanding import Reading, understand
from aijri_engine.interview.values import role_split

LIBRARY = Library.open()
TEACHER, CLERK, MATHEMATICIAN, MACHINIST, REPORTER = (
    "25-2021.00",
    "43-3031.00",
    "15-1211.00",
    "51-4041.00",
    "27-3023.00",
)
OPTIONS = {"h": "by_hand", "d": "drafts", "w": "end_to_end"}


@cache
def form_of(role: str) -> Form:
    return Form.of(LIBRARY, role)


def read(role: str, typed: str, grid: str = "practice") -> Reading:
    form = form_of(role)
    return understand(asked_for(form, grid), typed, form, role_split(form.role_shares, given=True))


def rows(told: str) -> dict[str, str]:
    """ "teach h, write d" as options by row."""
    return {row: OPTIONS[letter] for row, letter in (part.split() for part in told.split(", "))}


def understood(reading: Reading) -> object:
    """What is taken, kept while the rest is asked, or put first."""
    return reading.value or reading.known or (reading.nearest and reading.nearest[0][1]) or None


@pytest.mark.parametrize(
    ("role", "typed", "told"),
    [
        # rows that share what is said before or after them
        (TEACHER, "Teaching and leading, both by people", "lead h, teach h"),
        (TEACHER, "letters and payments the bot does alone, start to finish", "records w, write w"),
        (CLERK, "customers and audits are people only", "check h, serve h"),
        (REPORTER, "driving and customers, that's us and nobody else", "operate h, serve h"),
        (MACHINIST, "repairs, cleaning and forklift by us people", "hands h, operate h, repair h"),
        (MACHINIST, "research and design both get bits from AI which I alter", "create d, research d"),
        (
            REPORTER,
            "Articles and research: pieces from Claude that we rewrite. Leading: people.",
            "lead h, research d, write d",
        ),
        (
            CLERK,
            "research and coding with copilot, it makes parts that we mend; the others are done by humans",
            "check h, records h, research d, serve h, software d",
        ),
        # an exception with its own option after it
        (
            CLERK,
            "everything by hand except orders, these the system does alone",
            "check h, records w, research h, serve h, software h",
        ),
        (
            CLERK,
            "AI drafts all of it but serving, serving is just us",
            "check d, records d, research d, serve h, software d",
        ),
        (
            TEACHER,
            "AI makes parts of everything, but not the coordination and not the leading, those two are only us",
            "coordinate h, lead h, records d, teach d, write d, other d",
        ),
        # a clause that names no row goes on with the one before it
        (TEACHER, "chatgpt writes the first draft of the letters, I fix it", "write d"),
        (CLERK, "the scripts get written by an agent, whole, we don't touch them", "software w"),
        (MATHEMATICIAN, "AI does parts of the research and we join them", "research d"),
        (REPORTER, "leading people is me face to face, no machine in that", "lead h"),
        (TEACHER, "letters, there the AI does all of it", "write w"),
        # who does it is no row
        (CLERK, "Invoices? The system does those from start to finish.", "records w"),
        (CLERK, "customers, no AI tool anywhere in it", "serve h"),
        (MACHINIST, "cooking we do with our own hands, and driving", "hands h, operate h"),
        # people who do it, and what belongs to a name
        (
            "31-9092.00",
            "records by an agent whole, explaining to patients we do",
            "advise h, records w",
        ),
        # a row that is called after the rest
        (MATHEMATICIAN, "other tasks: AI does all of it", "other w"),
    ],
)
def test_each_clause_gives_its_rows_their_option(role: str, typed: str, told: str) -> None:
    assert understood(read(role, typed)) == rows(told)


@pytest.mark.parametrize(
    ("role", "typed"),
    [
        (TEACHER, "what counts as AI in writing"),
        (REPORTER, "should I count the driving as by hand"),
        (CLERK, "my brother says AI does all the bookkeeping nowadays"),
        (CLERK, "not everything by hand"),
        (TEACHER, "we tried AI for the records and threw it out"),
    ],
)
def test_of_a_question_or_of_what_is_not_so_no_grid_is_offered(role: str, typed: str) -> None:
    assert not read(role, typed).nearest
    assert not understood(read(role, typed))


@pytest.mark.parametrize(
    ("role", "typed", "never"),
    [
        # the row before a full stop is not of the option after it
        (TEACHER, "Teaching. The letters are done by people.", "teach"),
        # a row beside another one of which nobody can tell
        (CLERK, "when I help the sisters to choose a system it is only me", "software"),
        # said not to be so: nobody knows what it is instead
        (TEACHER, "Writing by copilot in parts, leading not", "lead"),
    ],
)
def test_a_row_of_which_no_option_is_told_is_never_taken(role: str, typed: str, never: str) -> None:
    reading = read(role, typed)
    assert never not in (reading.value or reading.known or {})


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ("adverts are rather fewer, full stop", {"job_postings": "fewer"}),
        ("the programs help with bits of it, no more than that", {"tool_maturity": "parts"}),
        ("wages have dropped, and the experts cannot agree", {"wages": "fell", "expert_consensus": "same"}),
    ],
)
def test_a_remark_is_about_no_row_of_the_market(typed: str, told: dict[str, str]) -> None:
    form = form_of(CLERK)
    week = role_split(form.role_shares, given=True)
    assert understood(understand(asked_for(form, "market"), typed, form, week)) == told


@pytest.mark.parametrize(
    ("typed", "every"),
    [
        ("every last one of them, busy times", True),
        ("all five of them", True),
        ("all of them, except the last", False),
        ("the lot, though not the interns", False),
    ],
)
def test_all_of_the_lines_is_put_unless_one_is_left_out(typed: str, every: bool) -> None:
    form = form_of(CLERK)
    asked = asked_for(form, "duties")
    reading = understand(asked, typed, form, role_split(form.role_shares, given=True))
    whole = [one.id for one in asked.choices if not one.exclusive]
    assert ([value for _, value in reading.nearest] == [whole]) is every


@pytest.mark.parametrize(
    "typed",
    [
        "design and training the software makes bits and I change them. rest by people",
        "for debugging and for training it makes parts that we rework, and everything else is us",
    ],
)
def test_a_row_called_beside_another_is_not_of_the_rest(read: Callable[..., Reading], typed: str) -> None:
    reading = read("practice", typed)
    put = [reading.value, reading.known, *(value for _, value in reading.nearest[:1])]
    assert all((one or {}).get("train") != "by_hand" for one in put)


@pytest.mark.parametrize(
    ("role", "typed", "wanted"),
    [
        ("35-2014.00", "chatgpt sketches our menus and I rework them until they taste like us", {"create": "drafts"}),
        ("35-2014.00", "New dishes are invented completely by chatgpt these days but us lot still cook em by hand",
         {"create": "end_to_end", "hands": "by_hand"}),
        ("43-6014.00", "With forms the AI prefills some fields and I mend and complete the rest",
         {"records": "drafts"}),
        ("13-1071.00", "apart from records, which the AI handles completely, it is all human work",
         {"records": "end_to_end", "...": "by_hand"}),
        # of several names in one part it is about the row that it says most of
        ("35-2014.00", "the new dishes? ChatGPT makes a rough one and I rework it", {"create": "drafts"}),
        ("43-6014.00", "I lug the paper boxes myself, the bookings the AI does from start to end",
         {"hands": "by_hand", "records": "end_to_end"}),
        ("35-2014.00", "Invoices, all robot, whole way through.", {"records": "end_to_end"}),
        ("35-2014.00", "Tasting the sauce and probing the meat? A person, always a person.", {"check": "by_hand"}),
        ("13-1071.00", "For pay comparisons AI collects figures I correct, but explaining perks to staff is me only",
         {"research": "drafts", "advise": "by_hand"}),
        ("35-2014.00", "Cooking the food and looking over the fridges, both of them only humans",
         {"hands": "by_hand", "check": "by_hand"}),
    ],
)  # fmt: skip
def test_a_line_that_is_not_plain_is_put_as_it_is_likeliest(
    role: str, typed: str, wanted: dict[str, str]
) -> None:
    reading = read(role, typed)
    assert reading.kind == "confirm"
    put = dict(reading.nearest[0][1])
    rest = wanted.get("...")
    assert {row: option for row, option in put.items() if row in wanted or rest is None} == {
        row: option for row, option in wanted.items() if row != "..."
    }
    assert rest is None or {option for row, option in put.items() if row not in wanted} == {rest}


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ("pay is above the rise, no sorry I read it wrong, it's below", {"wages": "below"}),
        ("wages above, no wait, wages fell", {"wages": "fell"}),
    ],
)
def test_nothing_that_is_taken_back_is_kept_of_a_grid(typed: str, told: dict[str, str]) -> None:
    reading = read("43-6014.00", typed, "market")
    kept = reading.value or reading.known or (reading.nearest[0][1] if reading.nearest else {})
    assert dict(kept) in (told, {})


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ("Fewer, I look now and then out of nerves, less than last year, and pay's gone up about like inflation",
         {"job_postings": "fewer", "wages": "with"}),
        ("I'm not talking about tools. Pay went up the same as the general rise, with it.", {"wages": "with"}),
        ("I said nothing about tools, pay fell", {"wages": "fell"}),
    ],
)  # fmt: skip
def test_a_row_that_nobody_spoke_of_has_no_option(typed: str, told: dict[str, str]) -> None:
    reading = read("23-2011.00", typed, "market")
    assert dict(reading.value or reading.known or reading.nearest[0][1]) == told


@pytest.mark.parametrize(
    ("typed", "put"),
    [("employers a, pay a", {"pay": "above"}), ("employers a, pay b", {"pay": "same"}),
     ("foo c, pay a, openings b", {"openings": "neither", "pay": "above"})],
)  # fmt: skip
def test_a_letter_of_no_row_of_the_market_leaves_the_other_rows_as_told(
    typed: str, put: dict[str, str]
) -> None:
    assert [one for _, one in read("deep-learning-engineer", typed, "market").nearest] == [put]


@pytest.mark.parametrize(
    ("role", "typed", "told"),
    [
        ("13-1071.00", "neither leading people nor coordinating has seen any AI", "lead h, coordinate h"),
        ("13-1071.00", "Neither supervising nor serving customers is done by an AI", "lead h, serve h"),
        ("43-6014.00", "No AI at all for the checks nor for serving the public", "check h, serve h"),
    ],
)
def test_neither_nor_denies_both_rows(role: str, typed: str, told: str) -> None:
    assert understood(read(role, typed)) == rows(told)


@pytest.mark.parametrize(
    "typed",
    [
        "Folks do the lot except the xylophone bits, there the AI makes pieces and I stitch them together",
        "everything in pieces by AI that we join, apart from the xylophones",
    ],
)
def test_all_but_a_row_that_nobody_knows_is_never_taken_as_all(typed: str) -> None:
    reading = read("35-2014.00", typed)
    assert reading.kind != "value"
    assert not reading.known


def test_what_a_row_is_done_with_is_no_row_beside_it() -> None:
    reading = read("43-6014.00", "for checking of the data the AI flags parts, I amend its list and add mine")
    assert "research" not in (reading.known or {})


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ("people from the guild think somewhat fewer of us will be needed", {"expert_consensus": "fewer"}),
        ("the experts say far fewer of us will be needed", {"expert_consensus": "far_fewer"}),
    ],
)
def test_an_option_of_the_market_called_by_its_name_is_never_put_as_its_opposite(
    typed: str, told: dict[str, str]
) -> None:
    assert understood(read("13-1071.00", typed, "market")) == told
