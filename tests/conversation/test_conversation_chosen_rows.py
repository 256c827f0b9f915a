"""At a row of a grid: a yes, a no or a choice in words is of the row that is meant, and leaves the others alone."""

import pytest
from conversation_supervisor import ALWAYS, LIBRARY, NOBODY, offers, rows, typed

from aijri_engine.conversation import Conversation, say
from aijri_engine.conversation.parts import row_asked
from aijri_engine.interview.interview import Interview


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


def test_what_is_asked_beside_the_answer_at_a_row_is_answered_and_the_answer_put() -> None:
    line = "General rise of what, prices or wages? Mine went up, so the same like everybody I suppose"
    after = typed("market", "posts b", "employers a", line)
    assert offers(after) == ["c) With it"]
    assert "pay of all kinds of work" in " ".join(after.reply)


def test_no_row_that_is_not_called_is_taken_beside_the_one_at_hand() -> None:
    talk = say(Conversation(Interview.start(LIBRARY, "primary-school-teacher")), "").talk.go_to("market")
    for line in (ALWAYS, NOBODY):
        assert talk.step is not None
        row = row_asked(talk, talk.step)
        talk = say(talk, line, row=row.id if row is not None else "").talk
    assert "wages" not in rows(talk, "market")


def test_the_name_of_the_work_tells_no_option_and_what_is_of_other_work_is_not_read() -> None:
    """ "The checking" was read as an automatic check, and what was said of the leading as said of the checking."""
    line = "No, that was about the leading, not about the checking. The checking is a list, the steps are written down"
    after = typed("rating.check", line)
    assert rows(after, "rating.check") == {"steps": "written"}
    line = "can I go back and check what I said about the leading? I said known steps, that's fine, keep it."
    after = typed("rating.check", line)
    assert (rows(after, "rating.check"), offers(after)) == ({}, [])
    assert rows(typed("rating.check", "the check is automatic"), "rating.check") == {"judged": "automatic"}


def test_a_degree_leads_the_name_of_another_beside_it() -> None:
    after = typed("rating.check", "written down, partly partly on the spot, a person judged")
    assert "What was needed: Partly there" in offers(after)[0]
