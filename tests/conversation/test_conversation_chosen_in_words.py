"""What was put is taken, chosen or asked about in a person's own words, and they are no answer to anything else."""

import pytest
from conversation_supervisor import BED, offers, rows, typed

from aijri_engine.conversation import Conversation, say

SENT_BACK = (
    "I sent back three rooms that I didn't want to release, and trained two new girls, and one of mine her mother "
    "died so I sat with her, and of course I make beds with my hands. Harm somebody, no"
)

PRESSED = (
    "Mine. I press inspected on the tablet and it's with my name, before that the reception can't give the room to a "
    "guest. Well, sometimes they do, the cheeky ones, but they shouldn't"
)
MORE = ("Not hardly any, somewhat more please",)


@pytest.mark.parametrize("line", ["Yes, more", "Yes, somewhat", "more, yes", "yes yes, somewhat more"])
def test_a_yes_with_words_of_what_was_put_is_a_yes_and_nothing_else(line: str) -> None:
    after = typed("market", *MORE, line)
    assert rows(after, "market") == {"job_postings": "more"}
    assert not after.told
    assert after.said_beside("growth") is None


@pytest.mark.parametrize(
    ("key", "lines", "line", "value"),
    [
        ("signature", (PRESSED,), "It's mine and it is needed, yes", "mine"),
    ],
)  # fmt: skip
def test_one_thing_put_in_doubt_is_taken_by_a_yes_in_its_words(
    key: str, lines: tuple[str, ...], line: str, value: str
) -> None:
    put = typed(key, *lines)
    assert put.trouble is not None
    assert put.trouble.by_letter
    step = typed(key, *lines, line).interview.path.step(key)
    assert step is not None
    assert step.value == value
    assert typed(key, *lines, "yes").interview.answers.get(key) is None


@pytest.mark.parametrize(
    ("line", "sources"),
    [
        ("The first one is right", "people"),
        ("I mean number one, the trolley and the room", "people"),
        ("No, the second one", "files"),
        ("the second one, that's the both of them", "files"),
    ],
)
def test_what_is_offered_is_chosen_by_its_place_with_words_beside_it(line: str, sources: str) -> None:
    after = typed("rating.hands", BED, line)
    assert rows(after, "rating.hands") == {"steps": "written", "sources": sources}


@pytest.mark.parametrize("line", ["not the first one", "the first one is wrong", "the first or the second"])
def test_a_place_denied_or_doubted_takes_nothing(line: str) -> None:
    assert rows(typed("rating.hands", BED, line), "rating.hands") == {}


def test_the_second_offer_is_taken_whole() -> None:
    told = "Why do you ask it so many times? Anyway here it's the same every time, what the system wants"
    line = "Partly, the second one, because linen I have to count in the cupboard with my own hands"
    after = typed("rating.records", told, line)
    assert rows(after, "rating.records") == {"steps": "written", "sources": "partly"}


def kept_for_later() -> Conversation:
    """Something was kept for a question after this one, and told so."""
    talk = typed("level", "twelve years")
    assert talk.said_beside("years") is not None
    return talk


@pytest.mark.parametrize(
    "line", ["I never said that", "I didn't say twelve years!", "I never mentioned years"]
)
def test_a_protest_drops_what_was_kept(line: str) -> None:
    after = say(kept_for_later(), line).talk
    assert after.said_beside("years") is None
    assert "not kept" in " ".join((*after.reply, *after.told))


def test_what_is_said_behind_the_protest_is_read() -> None:
    after = say(kept_for_later(), "I never said that. b").talk
    assert after.said_beside("years") is None
    step = after.interview.path.step("level")
    assert step is not None
    assert step.value == "mid"


PAY = ("posts b", "employers a", "so the same like everybody I suppose")


def test_a_yes_with_a_question_keeps_what_was_put_and_answers() -> None:
    put, after = typed("market", *PAY), typed("market", *PAY, "Yes but you didn't tell me, prices or wages?")
    assert put.trouble is not None
    assert put.trouble.offers[0][0] == "c) With it"
    assert after.trouble == put.trouble
    assert "pay of all kinds of work" in " ".join(after.reply)
    assert (
        rows(typed("market", *PAY, "Yes but you didn't tell me, prices or wages?", "yes"), "market")["wages"]
        == "with"
    )


def test_what_a_sentence_ends_in_a_no_to_is_not_put() -> None:
    put = typed("duties", SENT_BACK)
    assert put.trouble is not None
    assert put.trouble.offers[0][1] == ["said_no", "stood_by", "taught", "hands_on"]


@pytest.mark.parametrize(
    "line", ["All of them but not the one with the harm", "All of them except the harm one", "all but b"]
)
def test_all_that_was_put_but_one(line: str) -> None:
    told = (
        "I refused things, decided something that could have harmed people, I taught people and sat with her"
    )
    put = typed("duties", told)
    assert put.trouble is not None
    among = put.trouble.offers[0][1]
    assert "could_harm" in among
    assert typed("duties", told, line).trouble.offers[0][1] == [one for one in among if one != "could_harm"]  # type: ignore[union-attr]


def test_one_scrapped_leaves_the_others_that_were_put() -> None:
    told = (
        "I'm in the office three days but only because the council says so, I can reach everything from home; UNISON "
        "has to be consulted before they bring in software, and some of the older school secretaries insist on a person"
    )
    put = typed("conditions", told)
    assert put.trouble is not None
    among = put.trouble.offers[0][1]
    after = typed("conditions", told, "No, scrap the on site one, the other two are right.")
    step = after.interview.path.step("conditions")
    assert step is not None
    assert step.value == tuple(among[1:])


def test_a_line_that_comes_to_a_no_is_no() -> None:
    told = (
        "There is a section 151 officer who has to be a qualified accountant by law, but that's the director of "
        "finance and it's nothing to do with what I do, I'm not registered with anybody, so no."
    )
    assert offers(typed("oversight", told))[0].startswith("a) No")


def test_words_that_were_read_or_say_the_same_twice_are_not_told_as_unused() -> None:
    for key, line in (
        ("rating.hands", BED),
        ("market", "Only the pay, a little above, the rest stays the same"),
    ):
        after = typed(key, line)
        told = " ".join((*after.told, after.trouble.text if after.trouble is not None else ""))
        assert "bed is a bed" not in told
        assert "little above” is not used" not in told


def test_a_block_is_not_said_again_word_for_word() -> None:
    once, twice = typed("rating.hands", BED), typed("rating.hands", BED, "xyzzy")
    assert once.trouble is not None
    assert twice.trouble is not None
    assert twice.trouble.offers == once.trouble.offers
    assert twice.trouble.text != once.trouble.text


def test_a_yes_with_another_option_behind_it_is_asked_back() -> None:
    put = typed("level", "I made it, but Linda had to sign it")
    assert offers(put) == ["b) I decided, someone approved"]
    after = typed("level", "I made it, but Linda had to sign it", "Yes, I decided myself")
    assert after.interview.answers.get("level") is None
    assert offers(after) == ["c) I decided, no approval needed"]


def test_the_block_does_not_grow_by_what_is_not_read() -> None:
    thrice = typed("rating.hands", BED, "xyzzy", "xyzzy", "xyzzy")
    assert thrice.trouble is not None
    assert thrice.trouble.text.count("I could not read that") == 1
