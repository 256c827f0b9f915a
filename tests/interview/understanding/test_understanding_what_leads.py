"""What leads in a line: this time and not the usual, now and not what may come, its end; nothing that is lost."""

import pytest

from aijri_engine import Interview, Library
from aijri_engine.conversation import say
from aijri_engine.conversation.state import Conversation
from aijri_engine.interview.understanding import Reading, understand

LIBRARY = Library.open()
FORMS = {role: Interview.start(LIBRARY, role) for role in ("electrician", "35-1011.00")}


def read(question: str, typed: str, role: str = "electrician") -> Reading:
    start = FORMS[role]
    return understand(start.form.single[question], typed, start.form, start.path.split)


def put(reading: Reading) -> tuple[str, list[object]]:
    return reading.kind, [value for _, value in reading.nearest]


@pytest.mark.parametrize(
    ("typed", "near"),
    [
        ("usually my boss decides, the last one I decided myself", "senior"),
        ("I usually decide, this time the boss did", "junior"),
        ("this time the owner had the last word, usually I do", "junior"),
    ],
)
def test_of_the_last_time_this_time_leads_the_usual(typed: str, near: str) -> None:
    kind, offered = put(read("level", typed))
    assert (kind, offered[0]) == ("confirm", near)


@pytest.mark.parametrize(
    "typed",
    ["someone else usually, this time me", "me, this time; normally the boss", "mostly my boss, this one me"],
)
def test_who_decides_usually_is_not_put_for_this_time(typed: str) -> None:
    assert "junior" not in put(read("level", typed))[1]


@pytest.mark.parametrize(
    ("typed", "near", "role"),
    [
        ("The county pays me, it's a public hospital, though if the manager gets his way it'll be an outsourcer.",
         "public", "35-1011.00"),
        ("a small firm, though next year it will be a big contractor", "small", "electrician"),
        ("used to be a big firm, now a small one", "small", "electrician"),
    ],
)  # fmt: skip
def test_what_may_come_or_was_once_is_not_put_for_now(typed: str, near: str, role: str) -> None:
    kind, offered = put(read("employer", typed, role))
    assert (kind, offered[0]) == ("confirm", near)


def test_what_a_line_comes_to_leads() -> None:
    kind, offered = put(read("level", "he wanted a, I wanted b, in the end he decided"))
    assert (kind, offered[0]) == ("confirm", "junior")
    market = Conversation(FORMS["35-1011.00"]).go_to("market")
    said = "the chamber says more cooks are needed, the union says fewer, so they disagree"
    trouble = say(market, said, row="expert_consensus").talk.trouble
    assert trouble is not None
    assert trouble.text.endswith("That sounds like c, About as many, or they disagree. Right?")


@pytest.mark.parametrize(
    ("question", "typed"),
    [
        ("duties", "lost somebody's trust"),
        ("duties", "we lost a colleague"),
        ("signature", "waiting for my card"),
        ("conditions", "we lost the union"),
        ("conditions", "was on site before the accident"),
        ("conditions", "not a"),
        ("conditions", "neither a nor b"),
        ("conditions", "any of them"),
        ("conditions", "most of them"),
    ],
)
def test_what_is_lost_over_or_only_refused_is_no_answer(question: str, typed: str) -> None:
    assert put(read(question, typed)) == ("ask", [])


@pytest.mark.parametrize(
    ("question", "typed", "first"),
    [
        ("duties", "lost a colleague and comforted his wife", ["stood_by"]),
        ("signature", "not me, I'm waiting for my card", "none"),
        ("conditions", "on site daily, but waiting for a desk job", ["onsite_most"]),
    ],
)
def test_what_else_is_told_beside_a_loss_stays(question: str, typed: str, first: object) -> None:
    assert put(read(question, typed))[1][0] == first


def test_what_an_option_itself_tells_to_be_before_something_stays() -> None:
    assert read("conditions", "the union was consulted before the new software").value == ["union_consulted"]


def test_out_of_my_hands_is_no_decision_of_mine() -> None:
    assert read("level", "it's out of my hands").value == "junior"


@pytest.mark.parametrize("typed", ["my boss would know", "I don't know, I need to ask my boss"])
def test_who_sends_to_others_is_asked_whether_that_is_not_sure(typed: str) -> None:
    found = read("level", typed)
    assert (found.kind, [one.name for _, one in found.nearest]) == ("confirm", ["not_sure"])


def test_nobody_knows_is_not_sure() -> None:
    command = read("signature", "nobody knows").command
    assert command is not None
    assert command.name == "not_sure"
