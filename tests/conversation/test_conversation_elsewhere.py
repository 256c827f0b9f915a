"""Lines that say nothing to the open question: remarks, a new word on the last answer, answers to later questions."""

import pytest

from aijri_engine.content.library import Library
from aijri_engine.conversation import Conversation, say
from aijri_engine.interview.interview import Interview

LIBRARY = Library.open()
WEEK = "50 assessment 30 medicines 20 care"


def held(*lines: str) -> Conversation:
    talk = Conversation(Interview.start(LIBRARY, "registered-nurse"))
    for line in lines:
        talk = say(talk, line).talk
    return talk


@pytest.mark.parametrize(
    ("line", "key", "name"),
    [
        ("eight years, and I guessed", "years", "8 years"),
        ("about eight years", "years", "8 years"),
        ("sorry, I only guessed", "split_basis", "A quick guess"),
    ],
)
def test_an_answer_to_a_later_question_is_kept_told_and_put_when_that_comes(
    line: str, key: str, name: str
) -> None:
    talk = held(line)
    assert talk.step is not None
    assert talk.step.key == "split"
    assert talk.trouble is not None
    assert name in talk.trouble.text
    asked = say(talk, WEEK).talk.go_to(key)
    asked = say(asked, "what does that mean?").talk if asked.trouble is None else asked
    said = asked.said_beside(key)
    assert said is not None
    assert name in said[0]


@pytest.mark.parametrize(
    ("at", "line"),
    [
        ("split", f"{WEEK}, full stop"), ("split", "half the rest"), ("depth.assess", "5 years was wrong, it's 6"),
        ("split_basis", "a nope"), ("level", "I proposed, the doctor chose"), ("split", f"{WEEK}, nope"),
        ("split", f"{WEEK}, my customer did"),
    ],
)  # fmt: skip
def test_what_no_question_would_take_at_its_own_is_kept_for_none(at: str, line: str) -> None:
    talk = say(held(WEEK).go_to(at), line).talk
    assert [key for key in talk.interview.answers.drafts if key.startswith("beside")] == []
    assert "later question" not in (talk.trouble.text if talk.trouble else " ".join(talk.told))


@pytest.mark.parametrize("line", [f"{WEEK}, I guessed", f"{WEEK}. I only guessed, eight years"])
def test_what_is_kept_beside_an_answer_is_told_and_put_in_ones_own_words(line: str) -> None:
    talk = say(held().go_to("split"), line).talk
    told = " ".join((*talk.told, talk.trouble.text if talk.trouble else ""))
    assert "guessed”, a) A quick guess" in told
    kept = say(talk.go_to("split_basis"), "?").talk
    words, value = kept.said_beside("split_basis") or ("", None)
    assert "guessed”, a) A quick guess" in words
    assert value == "guess"


def test_the_last_word_holds_when_an_answer_kept_for_later_is_said_anew() -> None:
    said = held("eight years, and I guessed", "no wait, nine years").said_beside("years")
    assert said == ("9 years", 9.0)


@pytest.mark.parametrize("line", ["no wait, nine years", "sorry, nine years"])
def test_a_new_word_on_the_last_answer_changes_it_and_leaves_the_open_question(line: str) -> None:
    before = held(WEEK, "I guessed", "eight years")
    after = say(before, line).talk
    entry = after.interview.answers.get("years")
    assert entry is not None
    assert entry.value == 9
    assert before.step is not None
    assert after.step is not None
    assert after.step.key == before.step.key


def test_a_letter_taken_back_is_of_the_question_at_hand() -> None:
    before = held(WEEK, "I guessed", "eight years").go_to("depth.assess")
    before = say(before, "b").talk.go_to("depth.medicines")
    put = say(before, "mostly what was ordered but I changed how often when he was worse").talk
    assert put.trouble is not None
    for talk, taken in ((put, "follows"), (before, None)):
        after = say(talk, "no wait, a").talk.interview.answers
        entries = [after.get(key) for key in ("depth.assess", "depth.medicines")]
        assert [one and one.value for one in entries] == ["adapts", taken]


@pytest.mark.parametrize("line", ["no", "nope", "none", "nothing, thanks"])
def test_a_bare_no_to_a_question_for_words_leaves_it_out(line: str) -> None:
    talk = held(WEEK, "I guessed", "eight years").go_to("depth.assess")
    talk = say(talk, "c").talk.go_to("example.assess")
    after = say(talk, line).talk
    assert after.interview.answers.get("example.assess") is None
    assert "example.assess" in after.skipped


@pytest.mark.parametrize("remark", ["let me see. ", "hm, let me think: ", "ok so, ", "good question! "])
def test_a_remark_before_an_answer_is_no_part_of_it(remark: str) -> None:
    talk = held(remark + WEEK)
    assert talk.interview.path.split.shares["assess"] == 50
    assert talk.trouble is None


@pytest.mark.parametrize("line", ["why do you ask", "why do you ask this?", "why"])
def test_why_at_a_question_speaks_of_that_question(line: str) -> None:
    talk = say(held(), line).talk
    assert talk.opened == "why"
    assert talk.reply == ()


def test_where_letters_pick_one_reading_is_put_at_a_time_and_a_figure_picks_an_option() -> None:
    talk = Conversation(Interview.start(LIBRARY, "deep-learning-engineer"))
    put = say(
        say(talk, "20/25/15/15/15/10").talk.go_to("depth.train"),
        "fiddled with the recipe, then ran the new values",
    )
    trouble = put.talk.trouble
    assert trouble is not None
    assert trouble.confirm
    assert len(trouble.offers) == len(trouble.next) == 1
    entry = say(put.talk, "1").talk.interview.answers.get("depth.train")
    assert entry is not None
    assert entry.value == "follows"


@pytest.mark.parametrize(
    ("key", "line", "instead", "value"),
    [
        ("depth.assess", "mostly the chart but I looked at him myself", "no, a", "follows"),
        ("depth.assess", "mostly the chart but I looked at him myself", "nope - the third", "originates"),
        ("years", "i think about twelve years", "no, fourteen", 14),
    ],
)
def test_a_no_with_the_answer_after_it_is_that_answer(
    key: str, line: str, instead: str, value: object
) -> None:
    put = say(held(WEEK).go_to(key), line).talk
    assert put.trouble is not None
    assert put.trouble.confirm
    entry = say(put, instead).talk.interview.answers.get(key)
    assert entry is not None
    assert entry.value == value


@pytest.mark.parametrize("line", ["no, nothing new", "no, not that at all", "no, my boss does", "no, why?"])
def test_a_no_with_a_denial_or_a_question_after_it_is_no_answer(line: str) -> None:
    put = say(held(WEEK).go_to("depth.assess"), "mostly the chart but I looked at him myself").talk
    assert say(put, line).talk.interview.answers.get("depth.assess") is None


@pytest.mark.parametrize("line", ["no wait, nine", "nine", "the ninth", "no wait, the last one", "sorry, i"])
def test_a_place_is_never_an_option_of_a_question_that_is_not_in_view(line: str) -> None:
    talk = Conversation(Interview.start(LIBRARY, "deep-learning-engineer"))
    at = say(talk, "20/25/15/15/15/10").talk.go_to("signature")
    after = say(at, line).talk
    kept = [key for key in after.interview.answers.drafts if key.startswith("beside ")]
    assert kept == []
    assert after.trouble is None or "later question" not in after.trouble.text


@pytest.mark.parametrize(
    "line",
    [
        "nine years i think, and i took the week from my calendar",
        "from my calendar, and i've done this maybe nine years",
    ],
)
def test_an_answer_beside_that_is_not_sure_is_put_when_its_question_comes(line: str) -> None:
    talk = held("care 50, meds 50", line)
    if talk.step is not None and talk.step.key == "split_basis":
        talk = say(talk, "yes").talk
    assert talk.step is not None
    assert talk.step.key == "years"
    assert talk.trouble is not None
    assert talk.trouble.offers == (("9 years", 9.0),)


@pytest.mark.parametrize(
    "line",
    ["my boss has nine years, and it's from my calendar", "it's from my calendar, in two years i retire"],
)
def test_years_of_somebody_or_sometime_else_are_kept_for_no_question(line: str) -> None:
    talk = held("care 50, meds 50", line)
    assert talk.said_beside("years") is None


def test_not_sure_with_something_else_is_put_and_not_recorded() -> None:
    talk = held("care 50, meds 50").go_to("years")
    asked = say(talk, "dunno, the doctor decides mostly").talk
    assert asked.interview is talk.interview
    assert asked.trouble is not None
    assert "`not sure`" in asked.trouble.text
    assert say(asked, "yes").talk.interview.path.step("years").state == "not_sure"  # type: ignore[union-attr]


@pytest.mark.parametrize(
    ("line", "years", "told"),
    [
        ("I meant 14, and b here", 14, "you said before: b)"),
        ("years: 14, and the sky is blue", 14, "“the sky is blue” is not used here."),
    ],
)
def test_an_earlier_answer_told_anew_is_read_whole_and_what_stands_behind_it_is_kept_or_told(
    line: str, years: float, told: str
) -> None:
    before = held(WEEK, "I guessed", "eight years")
    after = say(before, line).talk
    entry = after.interview.answers.get("years")
    assert entry is not None
    assert entry.value == years
    assert after.step is not None
    assert before.step is not None
    assert after.step.key == before.step.key
    assert told in " ".join((*after.told, after.trouble.text if after.trouble else ""))


@pytest.mark.parametrize(
    ("at", "line", "unread"),
    [
        ("depth.assess", "a, and pay has been falling", "pay has been falling"),
        ("split_basis", "b, and the robots do all of my charting", "the robots do all of my charting"),
        ("years", "12, and pay has been falling", "pay has been falling"),
        ("duties", "a, and pay has been falling", "pay has been falling"),
    ],
)
def test_what_stands_beside_an_answer_and_is_not_read_is_told(at: str, line: str, unread: str) -> None:
    talk = say(held(WEEK, "I guessed", "eight years").go_to(at), line).talk
    told = " ".join((*talk.told, talk.trouble.text if talk.trouble else ""))
    assert told.rstrip().endswith(f"“{unread}” is not used here.")


@pytest.mark.parametrize(
    ("at", "line"),
    [
        ("depth.assess", "b, I think"), ("depth.assess", "b, thank you"), ("years", "12, no wait, make that 14"),
        ("split_basis", "b, I thought about each row"), ("depth.assess", "a. yes, a"),
        ("depth.assess", "b, 100 percent"),
    ],
)  # fmt: skip
def test_what_only_says_the_answer_again_is_not_called_unread(at: str, line: str) -> None:
    talk = say(held(WEEK, "I guessed", "eight years").go_to(at), line).talk
    assert "not used" not in " ".join((*talk.told, talk.trouble.text if talk.trouble else ""))


@pytest.mark.parametrize(
    ("line", "kept"),
    [("a, and we have a works council", {"conditions"}), ("a. I work for the council", {"employer"}),
     ("a. We have a works council. I work for a charity", {"conditions", "employer"})],
)  # fmt: skip
def test_a_part_is_kept_for_the_question_that_claims_most_of_it(line: str, kept: set[str]) -> None:
    talk = Conversation(Interview.start(LIBRARY, "accountant"))
    for said in ("50 closing 50 advising", "I guessed", "eight years", line):
        talk = say(talk, said).talk
    drafts = talk.interview.answers.drafts
    assert {key.removeprefix("beside ") for key in drafts if key.startswith("beside")} == kept
