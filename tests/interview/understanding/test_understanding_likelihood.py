"""What a line most likely means, from what people say for each option."""

import pytest

from aijri_engine.content.library import Library
from aijri_engine.interview.form import Form
from aijri_engine.interview.understanding.vocabulary import vocabulary_of
from aijri_engine.interview.understanding.words.likelihood import Judged, Likelihood, Talk
from aijri_engine.interview.understanding.words.sayings import Said, features

PETS = {
    "dog": [
        "he barks at the postman",
        "walks on a lead",
        "a terrier from the shelter",
        "fetches sticks in the park",
    ],
    "cat": [
        "she purrs on the sofa",
        "catches mice",
        "scratches the sofa",
        "sleeps on the windowsill all day",
    ],
    "none": ["no animals here", "we keep nothing", "allergic to fur"],
}
ASIDES = [
    "nice weather today",
    "what time is it",
    "i am hungry",
    *(f"talk{n} of thing{n} and more{n}" for n in range(400)),
]


@pytest.fixture(scope="module")
def pets() -> Likelihood:
    return Likelihood(PETS, Talk(Said(line for lines in PETS.values() for line in lines), Said(ASIDES)))


@pytest.mark.parametrize(
    ("line", "close"),
    [
        ("it barks and fetches", ("dog",)),
        ("catches mice and sleeps", ("cat",)),
        ("no animals, allergic", ("none",)),
        ("nice weather", ()),
        ("stock exchange", ()),
        ("", ()),
    ],
)
def test_a_line_speaks_for_the_option_whose_sayings_hold_its_words(
    pets: Likelihood, line: str, close: tuple[str, ...]
) -> None:
    assert pets.judge(line).close == close


def test_what_is_denied_does_not_speak_for_an_option(pets: Likelihood) -> None:
    assert "dog" not in pets.judge("it never barks or fetches").close


def test_a_denial_ends_at_a_sign_a_turn_and_where_an_exception_is_made() -> None:
    assert {"!leav", "pen"} <= features("nothing leaves without my pen")
    assert {"!dog", "cat"} <= features("no dog, a cat")
    assert {"!dog", "cat"} <= features("no dog but a cat")


def test_without_sayings_nothing_is_said() -> None:
    assert Likelihood({}, Talk()).judge("anything") == Judged()


@pytest.mark.parametrize("role", ["deep-learning-engineer", "registered-nurse", "electrician"])
def test_hardly_a_saying_speaks_for_another_option_than_its_own(role: str) -> None:
    """A line in the wrong place, or one that fits two options, shows here."""
    form = Form.of(Library.open(), role)
    vocabulary = vocabulary_of(form)
    said, astray = 0, []
    lines = {
        (place, option): lines.splitlines()
        for file in form.sayings()
        for place, options in file.options.items()
        for option, lines in options.items()
    }
    for asked in (*form.single.values(), *form.for_task.values()):
        if not asked.choices or asked.question.options_from is not None:
            continue
        options = vocabulary.options(asked)
        for own in options.said:
            for line in lines.get((asked.question.id, own), ())[::4]:
                said += 1
                close = options.likelihood.judge(line).close
                if close and own not in close:
                    astray.append((asked.key, own, line, close))
    assert len(astray) <= 0.01 * said, astray
