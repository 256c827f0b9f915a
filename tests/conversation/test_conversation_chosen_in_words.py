"""What was put is taken, chosen or asked about in a person's own words, and they are no answer to anything else."""

from functools import cache

import pytest

from aijri_engine.content.library import Library
from aijri_engine.conversation import Conversation, say
from aijri_engine.conversation.parts import known_rows, row_asked
from aijri_engine.interview.interview import Interview

LIBRARY = Library.open()
SUPERVISOR = "37-1011.00"
WEEK = (
    "checking 16 h, work by hand 8 h, planning 3 h, records 5 h, leading 3 h, teaching 2 h, coordination 3 h"
)
SENT_BACK = (
    "I sent back three rooms that I didn't want to release, and trained two new girls, and one of mine her mother "
    "died so I sat with her, and of course I make beds with my hands. Harm somebody, no"
)
BED = (
    "Ach, bed is a bed, always the same, corners and so on, and it's all there in the room on the trolley, "
    "no computer needed"
)


@cache
def begun() -> Conversation:
    talk = say(Conversation(Interview.start(LIBRARY, SUPERVISOR)), WEEK).talk
    return say(talk, "yes").talk if talk.trouble is not None else talk


def typed(key: str, *lines: str) -> Conversation:
    """The lines from this question on, each at the row that is asked there, as line by line."""
    talk = begun().go_to(key)
    for line in lines:
        assert talk.step is not None
        row = row_asked(talk, talk.step)
        talk = say(talk, line, row=row.id if row is not None else "").talk
    return talk


def rows(talk: Conversation, key: str) -> dict[str, str]:
    """What is kept of a grid, answered or in part."""
    step = talk.interview.path.step(key)
    assert step is not None
    entry = talk.interview.answers.get(key)
    return dict(entry.value) if entry is not None else known_rows(talk.go_to(key), step)


def offers(talk: Conversation) -> list[str]:
    return [label for label, _ in talk.trouble.offers] if talk.trouble is not None else []


PRESSED = (
    "Mine. I press inspected on the tablet and it's with my name, before that the reception can't give the room to a "
    "guest. Well, sometimes they do, the cheeky ones, but they shouldn't"
)
MORE = ("Not hardly any, somewhat more please",)
WITH = ("posts b", "employers a", "With it then, the same as everybody")


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
    ("line", "kept"),
    [("Yes that, parts only", {"tool_maturity": "parts"}), ("Yes that is it", {"tool_maturity": "parts"})],
)
def test_one_thing_put_in_doubt_at_a_row_too(line: str, kept: dict[str, str]) -> None:
    told = ("Program sorts the rooms by checkout by itself now, so it helps with a part. The robot hoover, we tried, "
            "got stuck on the carpet, so nothing there.")  # fmt: skip
    asked = ("posts b", "employers a", "pay c", told)
    assert typed("market", *asked).trouble.by_letter  # type: ignore[union-attr]
    assert kept.items() <= rows(typed("market", *asked, line), "market").items()


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


PEOPLE = "By people, by me and my poor knee, is there some AI which can look under the bed?"


@pytest.mark.parametrize(
    "line", ["Yes by people!", "Yes. And the beds also all by people", "Yes, by me and my knee"]
)
def test_a_yes_takes_the_row_and_the_rest_is_of_other_rows(line: str) -> None:
    after = typed("practice", PEOPLE, line)
    assert rows(after, "practice")["check"] == "by_hand"
    assert not any("A tool did all" in one or "Tools made" in one for one in offers(after))
    assert "b" not in rows(after, "practice").values()


def test_what_a_yes_tells_of_other_rows_is_put() -> None:
    after = typed("practice", PEOPLE, "Yes. And the beds also all by people", "yes")
    assert set(rows(after, "practice").values()) == {"by_hand"}
    assert len(rows(after, "practice")) > 1


def test_the_other_rows_as_well_are_put_by_what_was_taken() -> None:
    after = typed("practice", PEOPLE, "Yes, and for the other two rows as well.")
    assert rows(after, "practice") == {"check": "by_hand"}
    assert offers(after) == ["Work by hand: By people · Records: By people"]


def test_a_yes_and_what_it_says_again_in_other_words_needs_no_third_turn() -> None:
    told = ("There is a brand sheet with 60 points but honestly nobody does all of them, I pick what to look at "
            "depending which girl did the room")  # fmt: skip
    after = typed("rating.check", told, "Yes that is it, I choose from them")
    assert rows(after, "rating.check") == {"steps": "chosen", "judged": "standard"}


def test_a_no_before_words_of_an_option_is_read_with_them() -> None:
    """ "No known steps" was read as a no, and "known steps" instead."""
    told = ("There is a brand sheet with 60 points but honestly nobody does all of them, I pick what to look at "
            "depending which girl did the room")  # fmt: skip
    assert rows(typed("rating.check", told, "No known steps"), "rating.check").get("steps") != "chosen"


ALWAYS = (
    "Oh always they look for people. This year I would say a bit more than last one, since some girls went home "
    "to Poland"
)
NOBODY = "No! Nobody ended any posts. Only the posts, somewhat more, that's all what I said"
FOUR = ("posts b", "employers a", "pay c", "tools b")


def test_no_row_that_nobody_spoke_of_is_put() -> None:
    put = typed("market", ALWAYS)
    assert put.trouble is not None
    assert "Employers" not in put.trouble.text
    assert offers(put) in (["Posts: Somewhat more"], ["b) Somewhat more"])
    again = typed("market", ALWAYS, NOBODY)
    assert offers(again)[0].endswith("Somewhat more")
    assert rows(typed("market", ALWAYS, NOBODY, "yes"), "market") == {"job_postings": "more"}


@pytest.mark.parametrize(
    "line",
    [
        "Linda says they always need somebody on the floors, the hotel doesn't get smaller. About the same I think.",
        "About as many", "About the same I think",
    ],
)  # fmt: skip
def test_what_is_said_at_the_open_row_never_overwrites_another(line: str) -> None:
    asked = typed("market", *FOUR, line)
    after = asked if asked.interview.answers.get("market") else typed("market", *FOUR, line, "yes")
    assert rows(after, "market")["job_postings"] == "more"
    assert rows(after, "market")["expert_consensus"] == "same"


def test_a_row_named_only_to_be_left_alone_is_left_alone() -> None:
    told = ("That doesn't tell me anything, but going by AI it's just Copilot for letters and an anomaly thing on "
            "trial, so they help with bits of it and nothing more.")  # fmt: skip
    put = typed("market", "posts d", "employers d", "pay c", told)
    assert not any("Posts" in one for one in offers(put))
    again = "Neither of those, don't touch the posts, the tools help with parts and that's the end of it."
    after = typed("market", "posts d", "employers d", "pay c", told, again, "yes")
    assert rows(after, "market")["job_postings"] == "fewer"
    assert rows(after, "market")["tool_maturity"] == "parts"


def test_an_option_called_by_its_name_beside_a_no_is_never_another() -> None:
    for lines in (
        ("No, by people, all three rows.",),
        ("By people, by me", "No, by people, all three rows."),
    ):
        put = offers(typed("practice", *lines))
        assert put
        assert all("By people" in one and "A tool" not in one for one in put)


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


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("What does it mean, the general rise?", "pay of all kinds of work"),
        ("what does b mean?", "A little above it"),
    ],
)
def test_what_is_asked_at_a_row_is_of_that_row(line: str, told: str) -> None:
    reply = " ".join(typed("market", "posts b", "employers a", line).reply)
    assert told in reply
    assert "Far more places" not in reply


def test_one_thing_put_by_its_letter_is_asked_for_by_nothing_else() -> None:
    told = ("Program sorts the rooms by checkout by itself now, so it helps with a part. The robot hoover, we tried, "
            "got stuck on the carpet, so nothing there.")  # fmt: skip
    put = typed("market", "posts b", "employers a", "pay c", told)
    assert put.trouble is not None
    assert "type the letter b" in put.trouble.text
    assert not put.numbered
    assert (
        rows(typed("market", "posts b", "employers a", "pay c", told, "b"), "market")["tool_maturity"]
        == "parts"
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
    assert after.trouble is not None
    assert after.trouble.offers[0][1] == among[1:]


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


def test_what_is_asked_beside_the_answer_at_a_row_is_answered_and_the_answer_put() -> None:
    line = "General rise of what, prices or wages? Mine went up, so the same like everybody I suppose"
    after = typed("market", "posts b", "employers a", line)
    assert offers(after) == ["c) With it"]
    assert "pay of all kinds of work" in " ".join(after.reply)


def test_a_yes_with_another_option_behind_it_is_asked_back() -> None:
    put = typed("level", "I made it, but Linda had to sign it")
    assert offers(put) == ["b) I decided, someone approved"]
    after = typed("level", "I made it, but Linda had to sign it", "Yes, I decided myself")
    assert after.interview.answers.get("level") is None
    assert offers(after) == ["c) I decided, no approval needed"]


def test_the_block_does_not_grow_by_what_is_not_read() -> None:
    thrice = typed("rating.hands", BED, "xyzzy", "xyzzy", "xyzzy")
    assert thrice.trouble is not None
    assert thrice.trouble.text.count("I could not read that.") == 1


def test_no_row_that_is_not_called_is_taken_beside_the_one_at_hand() -> None:
    talk = say(Conversation(Interview.start(LIBRARY, "primary-school-teacher")), "").talk.go_to("market")
    for line in (ALWAYS, NOBODY):
        assert talk.step is not None
        row = row_asked(talk, talk.step)
        talk = say(talk, line, row=row.id if row is not None else "").talk
    assert "wages" not in rows(talk, "market")
