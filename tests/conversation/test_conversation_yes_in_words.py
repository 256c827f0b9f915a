"""A yes in other words, with the option or the place said again, or for both; and what only looks like one."""

import pytest
from conversation_put import put, stored

from aijri_engine.conversation import say

GROWTH = ("growth", "nobody round here's taken it up, not in kitchens, so it's done nothing")
DOUBTED = (
    "growth",
    "I honestly haven't seen it change anything, nobody needs fewer cooks or more of them because of it",
)
STEADY = ("steady", "It would be more or less the same mix, yes")
YEARS = ("years", "twenty years, no wait, twenty two, started in a pub at 24")
PRACTICE = ("practice", "by me and the lads, no AI anywhere near it")
CONDITIONS = (
    "conditions",
    "I'm on site six days, no union, and yeah some guests insist on a chef, I wouldn't say most",
)
SOUNDS = ("sounds_like", "It sounds like my week well enough, mostly, though it says nothing about the kids")
THREE = ("row_way", "nah go on then, if I'm doing it I'll do it proper, the three questions")


@pytest.mark.parametrize(
    ("where", "line", "value"),
    [(GROWTH, "yes, that's it, nothing", "nothing"), (GROWTH, "that's it, nothing", "nothing"),
     (GROWTH, "Yes, that's what I mean, it did nothing", "nothing"), (GROWTH, "That would be it, thanks", "nothing"),
     (GROWTH, "that'd be right", "nothing"), (GROWTH, "that'll be it then, cheers", "nothing"),
     (GROWTH, "That's right, yeah", "nothing"), (GROWTH, "spot on, thanks, that's it", "nothing"),
     (GROWTH, "yes, that's what I mean, nothing changed", "nothing"),
     (DOUBTED, "Yes, that's what I mean, it did nothing", "nothing"), (DOUBTED, "that's it, it did nothing", "nothing"),
     (STEADY, "That's right, yeah", True), (STEADY, "that would be it", True),
     (YEARS, "the first, 22 years", 22), (YEARS, "yes, 22", 22), (YEARS, "22 years, yes", 22),
     (YEARS, "the first one", 22), (YEARS, "the second one, 24", 24),
     (PRACTICE, "both of them", {"hands": "by_hand", "lead": "by_hand"}),
     (PRACTICE, "for both", {"hands": "by_hand", "lead": "by_hand"}),
     (CONDITIONS, "That's both of them, yes, thank you", ("onsite_most", "customers_people")),
     (CONDITIONS, "that's the two of them", ("onsite_most", "customers_people")),
     (SOUNDS, "Yes", "yes"), (SOUNDS, "yes please", "yes"), (SOUNDS, "mostly", "mostly"),
     (THREE, "yes, that's what I mean, the three", "three")],
)  # fmt: skip
def test_a_yes_in_other_words_takes_what_is_put(where: tuple[str, str], line: str, value: object) -> None:
    after = say(put(*where), line).talk
    assert stored(after, where[0]) == value
    assert "not used here" not in " ".join(after.told)


@pytest.mark.parametrize(
    ("where", "line"),
    [(GROWTH, "that would not be it"), (GROWTH, "thanks"), (GROWTH, "that would be wrong"), (GROWTH, "yes, not that"),
     (GROWTH, "that'd be it, unless you count the booking system"), (GROWTH, "that would be it?"),
     (GROWTH, "yes, but it took some away"), (GROWTH, "thanks but no"), (DOUBTED, "no, it took some away"),
     (STEADY, "that wouldn't be it"), (YEARS, "the first, 24 years"), (YEARS, "the second, 22 years"),
     (YEARS, "neither of the first two"), (PRACTICE, "not both of them"), (PRACTICE, "both of them?"),
     (CONDITIONS, "that's not both of them"), (CONDITIONS, "all three of them"),
     (SOUNDS, "no"), (THREE, "not the three")],
)  # fmt: skip
def test_what_denies_doubts_or_contradicts_it_takes_nothing(where: tuple[str, str], line: str) -> None:
    assert stored(say(put(*where), line).talk, where[0]) is None


def test_words_of_the_question_beside_a_yes_are_not_told_as_unused() -> None:
    trouble = put(*STEADY).trouble
    assert trouble is not None
    assert trouble.text == "That sounds like Yes. Right?"
    figures = put(
        "years", "I started at 25 and I'm 34 now, so nine years", "The nine, the others are ages"
    ).trouble
    assert figures is not None
    assert figures.text == "That sounds like 9 years. Right?"


MARKET = ("market", "b", "they compete for people and pay more to keep em")
RATING = (
    "rating.lead",
    "every lad is different, there's no steps for it, and it's all talking to them face to face, not on a computer",
)
DUTIES = (
    "duties",
    "I sent a box of hake back, taught the commis all week, sat with the sous when his mum died, used my hands",
)


@pytest.mark.parametrize(
    ("where", "line", "kept"),
    [(MARKET, "the compete bit is right, but I never said pay was above anything, above what?", {"company_actions"}),
     (MARKET, "only the first part, they compete for people", {"company_actions"}),
     (MARKET, "just the employers one, not pay", {"company_actions"}),
     (MARKET, "yes to the employers, leave the pay out", {"company_actions"}),
     (MARKET, "no, the pay is wrong, the rest is right", {"company_actions"}),
     (MARKET, "right about the employers, wrong about the pay", {"company_actions"}),
     (RATING, "only the first", {"steps"}),
     (RATING, "the next step bit is right, I didn't say what was needed", {"steps"}),
     (RATING, "the first is right but I never said anything about where", {"steps"}),
     (RATING, "the first is wrong, the second is right", {"sources"})],
)  # fmt: skip
def test_of_rows_that_are_put_what_is_right_is_kept_and_what_was_not_said_dropped(
    where: tuple[str, ...], line: str, kept: set[str]
) -> None:
    after = say(put(*where), line).talk
    draft = after.interview.answers.drafts[where[0]]
    assert {*draft} - {"job_postings"} == kept
    assert after.trouble is None


@pytest.mark.parametrize(
    ("where", "line", "left", "gone"),
    [(MARKET, "drop the pay one", "competed", "Pay"), (MARKET, "not the employers one", "Pay", "Employers"),
     (RATING, "the second one is wrong", "Next step", "needed"),
     (DUTIES, "not the refusing one", "Taught", "refused"),
     (DUTIES, "the first, but I never taught anyone", "hands", "Taught")],
)  # fmt: skip
def test_where_only_a_denial_names_a_part_the_others_are_put(
    where: tuple[str, ...], line: str, left: str, gone: str
) -> None:
    after = say(put(*where), line).talk
    assert after.trouble is not None
    assert after.trouble.confirm
    assert left in after.trouble.offers[0][0]
    assert gone not in after.trouble.offers[0][0]


@pytest.mark.parametrize(
    ("where", "line", "value"),
    [(CONDITIONS, "on site is right, but I never said customers insist", ("onsite_most",)),
     (CONDITIONS, "only the first of them", ("onsite_most",)),
     (CONDITIONS, "the first yes, the second no", ("onsite_most",))],
)  # fmt: skip
def test_of_several_options_the_one_is_kept(where: tuple[str, str], line: str, value: object) -> None:
    assert stored(say(put(*where), line).talk, where[0]) == value


@pytest.mark.parametrize(
    "line", ["no to both", "the compete bit is not right", "not sure about the pay", "neither"]
)
def test_a_denial_of_what_is_put_keeps_nothing(line: str) -> None:
    draft = say(put(*MARKET), line).talk.interview.answers.drafts.get("market", {})
    assert "company_actions" not in draft
    assert "wages" not in draft


@pytest.mark.parametrize("line", ["two", "2", "just the second one", "no, just the second one"])
def test_a_number_of_an_offer_is_no_count_and_its_place_no_part(line: str) -> None:
    draft = say(put(*MARKET), line).talk.interview.answers.drafts["market"]
    assert (draft["company_actions"], draft["wages"]) == ("compete", "with")


@pytest.mark.parametrize(
    "line", ["one of the two", "either of the two", "the two?", "yes the second one, not the first"]
)
def test_what_does_not_say_which_takes_neither(line: str) -> None:
    assert "wages" not in say(put(*MARKET), line).talk.interview.answers.drafts.get("market", {})


@pytest.mark.parametrize(
    "line",
    [
        "it is more like a",
        "they would have had more openings",
        "they would pay less",
        "both a",
        "it does differ",
    ],
)
@pytest.mark.parametrize("where", [MARKET, RATING])
def test_what_only_begins_like_a_yes_takes_nothing_of_what_is_put(where: tuple[str, ...], line: str) -> None:
    draft = say(put(*where), line).talk.interview.answers.drafts.get(where[0], {})
    assert not {"company_actions", "steps", "sources"} & {*draft}
