"""A denial, a question, a wish and somebody else's doing are never taken for the option whose words they hold."""

import random
from collections.abc import Iterator, Sequence

import pytest

from aijri_engine.content.library import Library
from aijri_engine.conversation.parts import as_choice
from aijri_engine.interview.form import Asked, Form
from aijri_engine.interview.understanding import understand
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
ROUND = ("all", "only", "always", "every", "somewhat", "more", "broadly")
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
"""Lines at each of them."""


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
    rough = frame == ALMOST and any(word in ROUND for word in name)
    twice = frame in (*DENIALS, *WRONG, ALMOST) and any(denies(word) or word in LESS for word in name)
    return wished or rough or twice


def accepted(form: Form, asked: Asked, option: str, line: str) -> bool:
    """The option that the line denies is taken; a whole line that is another name of it would mean it."""
    reading = understand(asked, line, form, role_split(form.role_shares, given=True))
    chosen = reading.value if isinstance(reading.value, list) else [reading.value]
    return reading.kind == "value" and option in chosen


def test_no_denied_option_is_taken() -> None:
    """A fair sample of every role and pack; the whole is a soak."""
    taken = []
    for number, role in enumerate(ROLES):
        form, chance = Form.of(LIBRARY, role), random.Random(number)
        with_options = [asked for asked in questions(form) if asked.choices]
        for asked in chance.sample(with_options, QUESTIONS):
            some = chance.sample(list(lines(asked)), SAMPLED)
            taken += [(role, line) for option, line in some if accepted(form, asked, option, line)]
    assert taken == []


MOST_PUT = 0.12
"""Part of the lines that deny an option, or hand it to others or another time, of which a yes may take that option."""


def test_a_yes_takes_hardly_an_option_that_is_denied_or_of_others() -> None:
    put = read = 0
    for number, role in enumerate(ROLES):
        form, chance = Form.of(LIBRARY, role), random.Random(number)
        with_options = [asked for asked in questions(form) if asked.choices]
        for asked in chance.sample(with_options, QUESTIONS):
            told = [(option, line) for option, line in lines(asked) if not asks(tokens_of(line))]
            for option, line in chance.sample(told, SAMPLED):
                reading = understand(asked, line, form, role_split(form.role_shares, given=True))
                first = reading.nearest[0][1] if reading.kind == "confirm" else None
                put += option in first if isinstance(first, list) else option == first
                read += 1
    assert put / read <= MOST_PUT


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
                    taken += [(role, line)] if accepted(form, asked, option, line) else []
    assert len(seen) > 150_000
    assert taken == []
