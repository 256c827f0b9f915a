"""Words that speak of an option and do not say it, and words beside its own that may make it another thing."""

import pytest

from aijri_engine.content.library import Library
from aijri_engine.interview.form import Form
from aijri_engine.interview.understanding import Reading, understand
from aijri_engine.interview.understanding.vocabulary import vocabulary_of
from aijri_engine.interview.values import Split

LIBRARY = Library.open()
ENGINEER, NURSE = "deep-learning-engineer", "registered-nurse"
FORMS = {role: Form.of(LIBRARY, role) for role in (ENGINEER, NURSE, "electrician", "translator")}


def read(role: str, key: str, typed: str) -> Reading:
    return understand(FORMS[role].single[key], typed, FORMS[role], Split({}))


def hinted(role: str) -> list[tuple[str, str, str]]:
    singles = FORMS[role].single.values()
    return [(one.key, option.id, hint) for one in singles for option in one.choices for hint in option.hints]


@pytest.mark.parametrize("role", FORMS)
def test_a_hint_is_asked_about_and_never_taken(role: str) -> None:
    assert hinted(role)
    for key, option, hint in hinted(role):
        for said in (hint, f"we have {hint}", f"there is {hint}", f"I have a {hint} here"):
            found = read(role, key, said)
            assert found.kind != "value", (key, said, found.value)
            assert option in [
                one for _, near in found.nearest[:2] for one in ([near] if isinstance(near, str) else near)
            ]


@pytest.mark.parametrize(
    ("key", "typed", "option"),
    [("conditions", "the union must be consulted", "union_consulted"),
     ("conditions", "a collective agreement limits it", "union_limits"),
     ("conditions", "a contract forbids AI tools", "contract_forbids"),
     ("duties", "with my hands", "hands_on")],
)  # fmt: skip
def test_what_says_the_option_is_taken(key: str, typed: str, option: str) -> None:
    assert read(ENGINEER, key, typed).value == [option]


@pytest.mark.parametrize(
    ("role", "key", "typed"),
    [(NURSE, "conditions", "there is a collective agreement on pay"),
     (NURSE, "conditions", "collective agreement limits my pay"),
     (NURSE, "conditions", "patients insist on private rooms"),
     (NURSE, "conditions", "my records could be done from anywhere"),
     (NURSE, "conditions", "part of my work could be done from anywhere"),
     (NURSE, "employer", "work from home"), (NURSE, "employer", "I am at home today"),
     (ENGINEER, "conditions", "contract may forbid ai"), (ENGINEER, "signature", "someone else releases"),
     (ENGINEER, "conditions", "the union negotiates our pay")],
)  # fmt: skip
def test_other_words_beside_those_of_an_option_are_asked_about(role: str, key: str, typed: str) -> None:
    assert read(role, key, typed).kind != "value"


def test_a_hint_beside_an_option_is_put_with_it() -> None:
    assert ["onsite_some", "union_consulted"] in [
        near for _, near in read(ENGINEER, "conditions", "a, union").nearest
    ]


@pytest.mark.parametrize("key", ["level", "duties", "conditions", "employer", "scale"])
@pytest.mark.parametrize("sign", ["½", "a½", "⅔", "½ b"])
def test_a_sign_of_a_part_calls_no_options(key: str, sign: str) -> None:
    found = read(ENGINEER, key, sign)
    assert (found.kind, found.nearest) == ("ask", ())


@pytest.mark.parametrize("role", FORMS)
def test_every_hint_stands_in_what_is_said_for_its_option(role: str) -> None:
    for key, option, hint in hinted(role):
        options = vocabulary_of(FORMS[role]).options(FORMS[role].single[key])
        assert options.likelihood.about(hint)[option] > 0
