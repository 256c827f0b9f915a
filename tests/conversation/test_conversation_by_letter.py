"""A yes takes nothing of a line that denies, excepts, supposes or tells of others: a letter is asked for."""

import pytest

from aijri_engine.content.library import Library
from aijri_engine.conversation import Conversation, say
from aijri_engine.interview.interview import Interview

LIBRARY = Library.open()
WEEKS = {
    "accountant": "30 closing, 20 tax returns, 30 advising, 20 budgets",
    "electrician": "50 installing, 20 testing, 20 faults, 10 quoting",
    "registered-nurse": "50 hands-on care, 25 medicines, 25 assessment",
    "deep-learning-engineer": "40 training, 20 debugging, 20 research, 20 design",
}
ACCOUNTANT, ELECTRICIAN, NURSE, ENGINEER = WEEKS


def at(role: str, key: str) -> Conversation:
    talk = Conversation(Interview.start(LIBRARY, role))
    for line in (WEEKS[role], "b", "12"):
        talk = say(talk, line).talk
    return talk.go_to(key)


def stored(talk: Conversation, key: str) -> object:
    step = talk.interview.path.step(key)
    return step.value if step is not None else None


TURNED = [
    (ELECTRICIAN, "signature", "not mine until I pass the test in June"),
    (ELECTRICIAN, "signature", "I refuse to sign"),
    (ELECTRICIAN, "depth.testing", "they'd fire me if I refused a sign-off"),
    (ELECTRICIAN, "depth.testing", "the inspector refuses things, I just measure"),
    (ELECTRICIAN, "depth.testing", "I leave the tests to the others"),
    (ELECTRICIAN, "conditions", "three days on site, but nothing there needs me"),
    (ELECTRICIAN, "conditions", "on site every day but only because my boss wants it"),
    (ELECTRICIAN, "conditions", "the union folded"),
    (ELECTRICIAN, "oversight", "anyone may do it? certainly not"),
    (ELECTRICIAN, "oversight", "yes but nobody checks"),
    (NURSE, "duties", "I taught nobody"),
    (ACCOUNTANT, "conditions", "the union is gone"),
    (ACCOUNTANT, "depth.advice", "I refuse to work through their decisions"),
    (ACCOUNTANT, "depth.advice", "they'd fire me if I talked them out of it"),
    (ACCOUNTANT, "duties", "none of these, except d"),
    (
        ACCOUNTANT,
        "depth.advice",
        "until last month I worked through decisions with them, now it's figures only",
    ),
    (ACCOUNTANT, "signature", "I'd sign if they let me"),
    (ACCOUNTANT, "oversight", "I failed the exam, so no licence"),
    (ACCOUNTANT, "level", "I would decide if my boss were away"),
    (ELECTRICIAN, "employer", "my dad's firm, not mine"),
    (ELECTRICIAN, "conditions", "I could do it from home if they let me"),
    (ELECTRICIAN, "depth.testing", "judging whether it may go live my foot"),
    (NURSE, "depth.medicines", "changing doses is above my grade"),
    (ENGINEER, "employer", "before this I was at a university"),
    (ENGINEER, "depth.train", "people think training without a recipe"),
    (ACCOUNTANT, "level", "I was promoted"),
    (NURSE, "depth.medicines", "the doctor changes the dose, not me"),
    (NURSE, "depth.medicines", "the pharmacist does the working out"),
    (NURSE, "depth.assess", "had I spotted it we'd have acted"),
    (NURSE, "level", "if it were up to me I'd decide"),
    (NURSE, "level", "I'd get fired if I decided myself"),
    (NURSE, "level", "I set limits for nobody"),
    (ENGINEER, "employer", "my wife freelances"),
    (ENGINEER, "level", "at my last company i chose everything myself"),
    (ENGINEER, "level", "in my last job i made the rules for all teams, here it is not like that"),
    (ENGINEER, "duties", "my colleague stopped a release"),
    (ENGINEER, "duties", "allowed a release on my own judgement"),
    (ENGINEER, "duties", "I will teach someone"),
    (ENGINEER, "conditions", "a contract allows AI tools"),
    (ENGINEER, "conditions", "the contract permits AI"),
    (ENGINEER, "conditions", "a contract would forbid AI tools"),
    (ENGINEER, "conditions", "a contract forbids remote work"),
    (ENGINEER, "conditions", "contract forbids AI for some of it"),
    (ENGINEER, "conditions", "the contract with my landlord forbids AI"),
    (ENGINEER, "conditions", "the union at my wife's company must be consulted"),
    (ENGINEER, "conditions", "the union will have to be consulted"),
    (ENGINEER, "conditions", "union must be consulted before holidays"),
    (ENGINEER, "conditions", "a collective agreement is being negotiated"),
    (ENGINEER, "conditions", "we hope for a collective agreement"),
    (ENGINEER, "conditions", "a collective agreement limits working hours"),
    (ENGINEER, "conditions", "a customer asked in writing for a discount"),
    (NURSE, "conditions", "my part cannot be done from anywhere"),
    (NURSE, "conditions", "some families insist on a robot"),
]


@pytest.mark.parametrize(("role", "key", "typed"), TURNED)
def test_a_yes_takes_nothing_of_a_line_that_may_mean_the_opposite(role: str, key: str, typed: str) -> None:
    asked = say(at(role, key), typed).talk
    after = say(asked, "yes").talk
    assert stored(asked, key) is None
    assert stored(after, key) is None
    assert after.interview.answers.drafts.get(key) is None
    assert after.trouble is not None
    assert asked.trouble is not None
    assert "Right?" not in asked.trouble.text


@pytest.mark.parametrize(
    "typed", ["none of these and a", "none of these really, well a", "a, none of these", "nothing, and a"]
)
def test_a_name_beside_the_letter_of_another_option_is_not_taken(typed: str) -> None:
    for key in ("conditions", "duties"):
        asked = say(at(ENGINEER, key), typed).talk
        assert stored(asked, key) is None
        assert stored(say(asked, "yes").talk, key) is None


def test_a_word_too_many_in_a_long_line_is_put() -> None:
    typed = "supervised a trainee, also got my hands dirty with the cone test rig"
    asked = say(at(ELECTRICIAN, "duties"), typed).talk
    assert stored(asked, "duties") is None
    assert stored(say(asked, "yes").talk, "duties") == ("taught", "hands_on")


def test_the_letter_takes_it_and_a_bare_yes_is_answered_by_asking_for_the_letter() -> None:
    asked = say(at(NURSE, "depth.medicines"), "the doctor changes the dose, not me").talk
    assert asked.trouble is not None
    assert asked.trouble.text == "I am not sure which of these you mean: a or b. Please type its letter."
    assert not asked.numbered
    again = say(asked, "yes").talk
    assert again.trouble is not None
    assert again.trouble.text == "A letter, please, so that nothing you did not say is kept: a or b?"
    assert again.trouble.offers == asked.trouble.offers
    assert stored(say(again, "a").talk, "depth.medicines") == "follows"
    assert stored(say(asked, "a").talk, "depth.medicines") == "follows"


@pytest.mark.parametrize(
    ("typed", "value"),
    [
        ("yes, a", "follows"),
        ("yeah b", "adapts"),
        ("no, b", "adapts"),
        ("not b, a", "follows"),
        ("1", "follows"),
    ],
)
def test_the_letter_beside_a_yes_or_a_no_is_what_is_meant(typed: str, value: str) -> None:
    asked = say(at(NURSE, "depth.medicines"), "the doctor changes the dose, not me").talk
    assert stored(say(asked, typed).talk, "depth.medicines") == value


@pytest.mark.parametrize("typed", ["why", "help", "is my data sent anywhere?"])
def test_what_was_named_stays_while_something_is_asked(typed: str) -> None:
    asked = say(at(NURSE, "depth.medicines"), "the doctor changes the dose, not me").talk
    after = say(asked, typed).talk
    assert after.trouble == asked.trouble
    assert stored(say(after, "yes").talk, "depth.medicines") is None


def test_a_no_to_what_was_named_is_no_answer() -> None:
    asked = say(at(ELECTRICIAN, "oversight"), "yes but nobody checks").talk
    after = say(asked, "no").talk
    assert stored(after, "oversight") is None
    assert after.trouble is not None
    assert after.trouble.text == "Then say it in your own words, please, or by its letter."


@pytest.mark.parametrize(
    ("role", "key", "typed", "value"),
    [
        (NURSE, "duties", "nothing of the sort", ("nothing",)),
        (NURSE, "conditions", "none of that, I sit at home with the cat", ("nothing",)),
        (ENGINEER, "level", "my project, nobody else gets a say on that", "senior"),
        (ENGINEER, "depth.train", "nobody had ever trained that, we had to find out how", "originates"),
        (ENGINEER, "signature", "without my name on it it doesn't ship", "mine"),
        (ENGINEER, "level", "not sure but I think my lead made the call", "junior"),
        (ENGINEER, "level", "I picked it but my manager had to sign it off", "mid"),
        (
            ENGINEER,
            "depth.debug",
            "the normal checks found nothing so I made small tests for that one crash",
            "adapts",
        ),
    ],
)
def test_an_option_said_with_that_denial_or_by_the_rest_of_the_line_is_taken_by_a_yes(
    role: str, key: str, typed: str, value: object
) -> None:
    asked = say(at(role, key), typed).talk
    assert stored(asked if stored(asked, key) else say(asked, "yes").talk, key) == value


def test_one_letter_of_several_is_not_asked_for_as_if_there_were_more() -> None:
    asked = say(at(ENGINEER, "duties"), "my colleague stopped a release").talk
    assert asked.trouble is not None
    assert asked.trouble.by_letter
    assert len(asked.trouble.offers) == 1
    assert "If this is what you mean, type the letter a;" in asked.trouble.text


@pytest.mark.parametrize(
    "typed", ["Tom did and I had to approve it", "I had to approve", "I must approve", "I need to approve it"]
)
def test_who_has_to_approve_is_not_the_one_who_was_approved(typed: str) -> None:
    asked = say(at(ENGINEER, "level"), typed).talk
    assert asked.trouble is not None
    assert not asked.trouble.offers


@pytest.mark.parametrize("typed", ["same as before", "same as last time"])
def test_nothing_of_before_is_taken_where_nothing_was_said(typed: str) -> None:
    asked = say(at(ENGINEER, "depth.train"), typed).talk
    assert stored(asked, "depth.train") is None
    assert asked.trouble is not None
    assert "There is no answer of before" in asked.trouble.text
