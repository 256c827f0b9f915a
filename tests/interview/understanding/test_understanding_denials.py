"""A denial, a question, a wish and somebody else's doing are never taken for the option whose words they hold."""

import random
from collections.abc import Iterator, Sequence
from functools import cache

import pytest
from understanding_corpus import asked_for

from aijri_engine.content.library import Library
from aijri_engine.conversation.parts import as_choice
from aijri_engine.interview.form import Asked, Form
from aijri_engine.interview.understanding import Reading, understand
from aijri_engine.interview.understanding.words.clauses import asks, denies
from aijri_engine.interview.understanding.words.tokens import tokens_of, words_of
from aijri_engine.interview.values import role_split

OTHERS = (
    "my boss would say {}", "for my colleague it is {}", "my boss: {}", "{} is what the other team does",
    "my predecessor said {}", "she would pick {}",
)  # fmt: skip
"""Of somebody else; an option that means somebody else may be meant by these."""

DENIALS = (
    "not {}", "it is not {}", "it wasn't {}", "never {}", "definitely not {}", "no, not {}", "i wouldn't say {}",
    "neither {} nor anything else", "i don't think it's {}", "we don't have {}", "anything but {}", "hardly {}",
    "it is not so {}", "isn't so {}", "not really {}", "not exactly {}", "not only {}", "not necessarily {}",
    "{} it is not", "{}, not really", "not yet {}", "all but {}",
)  # fmt: skip
"""Ways to deny an option; of a name that denies itself they say nothing clear."""

WRONG = ("wrong: {}", "{} is wrong")
"""The same, but for options that wish something changed."""
ALMOST = "almost {}"
ROUND = ("all", "everything", "only", "always", "every", "somewhat", "more", "broadly")
"""Words of a thing that is about the same where it is almost so."""

FRAMES = (
    *DENIALS,
    *WRONG, ALMOST,
    "what does {} mean", "{}?", "is it {}?", "do you mean {}", "what about {}", "is {} better than the others?",
    'what is meant by "{}"', "how is {} different from the rest",
    *OTHERS,
    "i used to say {}", "last year it was {}", "i wish it was {}", "one day maybe {}", "more like {} than anything",
    "i would like it to be {}", "less {} than before", "instead of {}",
    "{}, as if", "{} my foot", "people think {}", "i doubt {}", "if only {}",
)  # fmt: skip
"""Ways to deny an option, to ask about it, and to hand it to somebody or to another time."""

LESS = (
    "rarely", "seldom", "zero", "once", "quite", "close", "wrong", "far", "apart", "partly", "but", "nope", "nah",
    "false", "incorrect",
)  # fmt: skip
"""Words that make less of a thing, and with a denial say it again ("not once in a blue moon")."""

LIBRARY = Library.open()
ROLES = (*LIBRARY.roles, "39-5012.00")
"""Every role, and one job by a derived table."""

QUESTIONS = 6
"""Questions of each role that are tried in every run."""
SAMPLED = 16
"""Lines at each of them that tell something,"""
ASKED = 4
"""and that ask."""


def questions(form: Form) -> Iterator[Asked]:
    """Every question with options, and every row of a grid as one of its own."""
    for asked in (*form.single.values(), *form.for_task.values()):
        yield asked
        yield from (as_choice(asked, row) for row in asked.rows if row.choices)


def lines(asked: Asked) -> Iterator[tuple[str, str]]:
    """Every name of every option in every frame: id of the option and the line."""
    for choice in asked.choices:
        others = any("boss" in alias or "someone" in alias for alias in choice.aliases)
        for name in dict.fromkeys((choice.label, choice.name, *choice.aliases)):
            for frame in FRAMES:
                if not (others and frame in OTHERS) and not means_it(frame, words_of(name), asked):
                    yield choice.id, frame.format(name)


def means_it(frame: str, name: Sequence[str], asked: Asked) -> bool:
    """In this frame the name may still say what it says: it denies itself, is a rough one, or wishes a change."""
    wished = frame in WRONG and bool(asked.question.check)
    rough = frame == ALMOST and any(word in ROUND for word in name) and "else" not in name
    twice = frame in (*DENIALS, *WRONG, ALMOST) and any(denies(word) or word in LESS for word in name)
    return wished or rough or twice


def accepted(reading: Reading, option: str) -> bool:
    """The option that the line denies is taken; a whole line that is another name of it would mean it."""
    chosen = reading.value if isinstance(reading.value, list) else [reading.value]
    return reading.kind == "value" and option in chosen


@cache
def sample() -> list[tuple[str, str, str, Reading]]:
    """Role, option, line and what it was read as: a fair sample of every role and pack; the whole is a soak."""
    found = []
    for number, role in enumerate(ROLES):
        form, chance = Form.of(LIBRARY, role), random.Random(number)
        week = role_split(form.role_shares, given=True)
        for asked in chance.sample([asked for asked in questions(form) if asked.choices], QUESTIONS):
            told, put_as_question = [], []
            for one in lines(asked):
                (put_as_question if asks(tokens_of(one[1])) else told).append(one)
            some = [*chance.sample(told, SAMPLED), *chance.sample(put_as_question, ASKED)]
            found += [(role, option, line, understand(asked, line, form, week)) for option, line in some]
    return found


def test_no_denied_option_is_taken() -> None:
    assert [(role, line) for role, option, line, reading in sample() if accepted(reading, option)] == []


MOST_PUT = 0.12
"""Part of the lines that deny an option, or hand it to others or another time, of which a yes may take that option."""


def test_a_yes_takes_hardly_an_option_that_is_denied_or_of_others() -> None:
    put = read = 0
    for _, option, line, reading in sample():
        if not asks(tokens_of(line)):
            first = reading.nearest[0][1] if reading.kind == "confirm" else None
            put += option in first if isinstance(first, list) else option == first
            read += 1
    assert read == SAMPLED * QUESTIONS * len(ROLES)
    assert put / read <= MOST_PUT


def read(role: str, key: str, line: str) -> Reading:
    form = Form.of(LIBRARY, role)
    asked = asked_for(form, key)
    return understand(asked, line, form, role_split(form.role_shares, given=True))


@pytest.mark.parametrize(
    "line",
    ["almost everything else that belongs to the job", "nearly everything else that belongs to the job"],
)
def test_the_name_of_a_row_of_work_is_no_degree_that_may_be_almost_so(line: str) -> None:
    assert read("39-5012.00", "day_recall", line).kind != "value"


def led(reading: Reading) -> object:
    """What a bare yes would store."""
    return reading.nearest[0][1] if reading.kind == "confirm" else None


@pytest.mark.parametrize(
    ("role", "key", "line", "denied"),
    [
        ("17-2051.00", "growth", "it really did not stay the same", "nothing"),
        ("17-2051.00", "growth", "nobody can say that it changed nothing", "nothing"),
        ("17-2051.00", "growth", "it's not that nothing changed here", "nothing"),
        ("17-2051.00", "growth", "not much of it was taken away", "nothing"),
        ("17-2051.00", "level", "it is certainly not my boss", "principal"),
        ("17-2051.00", "level", "not me who sets limits for others", "principal"),
        ("17-2051.00", "signature", "it's not that nobody signs", "none"),
        ("17-2051.00", "signature", "not my name alone", "mine"),
        ("17-2051.00", "sounds_like", "I'd not say that is a plain yes", "yes"),
        ("17-2051.00", "level_check", "my years are not wrong", "change_years"),
        ("17-2051.00", "day_recall", "anything but writing", "write"),
        ("17-2051.00", "stepped_in.plan", "mostly? no, not that", "mostly"),
        ("17-2051.00", "stepped_in.plan", "it isn't the case that we mostly corrected it", "mostly"),
    ],
)  # fmt: skip
def test_a_line_that_only_denies_puts_what_it_leaves_open_and_not_what_it_denies(
    role: str, key: str, line: str, denied: str
) -> None:
    reading = read(role, key, line)
    assert reading.kind != "value"
    assert led(reading) is None
    assert denied not in [value for _, value in reading.nearest] or reading.kind == "choose"


@pytest.mark.parametrize(
    ("role", "key", "line", "meant"),
    [
        ("17-2051.00", "signature", "my name is not on anything", "none"),
        ("17-2051.00", "signature", "without my stamp nothing goes out", "mine"),
        ("17-2051.00", "growth", "it made no difference at all to us", "nothing"),
        ("17-2051.00", "level_check", "nothing to change, both are true", "yes"),
        ("17-2051.00", "oversight", "there is no law that asks for anybody in my work", "none"),
    ],
)  # fmt: skip
def test_a_denial_that_is_an_option_is_put_as_that_option(role: str, key: str, line: str, meant: str) -> None:
    reading = read(role, key, line)
    assert meant in (reading.value, led(reading))


@pytest.mark.parametrize(
    ("role", "key", "line"),
    [
        ("deep-learning-engineer", "level", "had my say, lost"),
        ("deep-learning-engineer", "level", "my boss trusts me"),
        ("deep-learning-engineer", "level", "nobody asks me"),
        ("deep-learning-engineer", "depth.train", "no new recipe, unfortunately"),
        ("deep-learning-engineer", "depth.train", "we wanted to change the loss but ran the old one"),
        ("accountant", "depth.tax", "all returns except two were the usual"),
        ("accountant", "depth.tax", "every return excluding one was the usual"),
        ("electrician", "depth.install", "old house, but for once the drawing fitted"),
        ("electrician", "conditions", "on the site every day but always the same hall"),
    ],
)  # fmt: skip
def test_no_yes_stores_what_a_line_turns_round(role: str, key: str, line: str) -> None:
    reading = read(role, key, line)
    assert reading.kind != "value"
    assert led(reading) is None


def test_an_exception_beside_several_options_is_left_out_and_the_others_are_put() -> None:
    role = "deep-learning-engineer"
    assert led(read(role, "conditions", "onsite every day, except the union thing")) == ["onsite_most"]
    line = "on site most days and customers insist on a person, except for the union"
    assert led(read(role, "conditions", line)) == ["onsite_most", "customers_people"]
    assert led(read(role, "conditions", "nothing except a works council")) != ["nothing"]


@pytest.mark.parametrize(
    ("key", "line"),
    [
        ("signature", "does a stamp count as a signature?"), ("employer", "is a joint venture private or what"),
        ("duties", "is coaching meant by supervising?"), ("steady", "do sick days matter for the three months?"),
        ("conditions", "what's a works council"), ("level", "in my first job the boss decided everything"),
    ],
)  # fmt: skip
def test_what_is_asked_or_told_of_another_time_draws_no_offer(key: str, line: str) -> None:
    assert read("17-2051.00", key, line).nearest == ()


@pytest.mark.soak
def test_no_denied_option_is_taken_of_all() -> None:
    """All 190,000 lines: four minutes on an idle core."""
    seen: set[tuple[str, str, str, tuple[str, ...]]] = set()
    taken = []
    for role in ROLES:
        form = Form.of(LIBRARY, role)
        for asked in questions(form):
            for option, line in lines(asked):
                one = (asked.question.id, option, line, tuple(choice.label for choice in asked.choices))
                if one not in seen:
                    seen.add(one)
                    reading = understand(asked, line, form, role_split(form.role_shares, given=True))
                    taken += [(role, line)] if accepted(reading, option) else []
    assert len(seen) > 150_000
    assert taken == []


@pytest.mark.parametrize(
    ("key", "line"),
    [("conditions", "a but not in the last three months"), ("duties", "d but not in these two weeks"),
     ("conditions", "a and c but not this week, in the last two"), ("duties", "b but not for two years")],
)  # fmt: skip
def test_what_was_not_so_lately_is_not_taken(key: str, line: str) -> None:
    found = read("deep-learning-engineer", key, line)
    assert found.kind != "value", found.value
