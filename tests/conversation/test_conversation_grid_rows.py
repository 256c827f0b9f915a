"""Rows of a grid: a row that is named is meant, what is excepted is not said, and a denial is not its opposite."""

from itertools import product

import pytest
from conversation_driver import at, held

from aijri_engine.content.library import Library
from aijri_engine.conversation import Conversation, say
from aijri_engine.conversation.parts import known_rows, row_asked
from aijri_engine.interview.interview import Interview

LIBRARY = Library.open()
WEEK = "assessment 20, medicines 20, hands on 20, charting 10, coordination 10, teaching 5, comfort 10, organising 5"
OTHERS = ("assess", "medicines", "care", "coordination", "comfort")
EXCEPTIONS = (
    "except",
    "but",
    "bar",
    "apart from",
    "other than",
    "save for",
    "except for",
    "but in",
    "aside from",
)
BY_PEOPLE = ("no AI", "no tools", "all by hand", "everything by hand", "by people", "all a")


@pytest.fixture(scope="module")
def practice() -> Conversation:
    talk = say(Conversation(Interview.start(LIBRARY, "registered-nurse")), "").talk
    for line in (WEEK, "edit practice"):
        talk = say(talk, line).talk
    return talk


def typed(talk: Conversation, *lines: str) -> Conversation:
    """The lines, each at the row that is asked there, as line by line."""
    for line in lines:
        assert talk.step is not None
        row = row_asked(talk, talk.step)
        talk = say(talk, line, row=row.id if row is not None else "").talk
    return talk


def rows(talk: Conversation) -> dict[str, str]:
    """What is kept of the grid, answered or in part."""
    step = talk.interview.path.step("practice")
    assert step is not None
    entry = talk.interview.answers.get("practice")
    return dict(entry.value) if entry is not None else known_rows(talk, step)


@pytest.mark.parametrize(("head", "word"), list(product(BY_PEOPLE, EXCEPTIONS)))
def test_what_is_excepted_of_all_is_not_said_of(practice: Conversation, head: str, word: str) -> None:
    assert rows(typed(practice, f"{head} {word} charting")) == dict.fromkeys(OTHERS, "by_hand")


@pytest.mark.parametrize(
    "line",
    [
        "AI never does the charting", "AI does no charting", "AI didn't do the charting", "charting never by AI",
        "charting was not done by a tool", "the AI did not touch the charting", "AI hardly did the charting",

        "AI did nothing but charting", "the AI helped with nothing except charting", "charting with AI, not",
        "charting not by hand", "everything by hand, and the AI does not do charting", "no AI except charting",
    ],
)  # fmt: skip
@pytest.mark.parametrize("at_a_row", [True, False])
def test_what_is_denied_or_excepted_is_never_its_opposite(
    practice: Conversation, line: str, at_a_row: bool
) -> None:
    """Neither is it taken, nor put, nor meant of the row at hand."""
    after = typed(practice, line) if at_a_row else say(practice, line).talk
    assert "records" not in rows(after)
    assert rows(after) == {} or set(rows(after)) == set(OTHERS)
    put = [value for _, value in after.trouble.offers] if after.trouble is not None else []
    assert [
        one for one in put if not isinstance(one, dict) or one.get("records", "by_hand") != "by_hand"
    ] == []


@pytest.mark.parametrize(
    "line",
    [
        "all a apart from charting and meds, those are b", "all a but charting and meds, they are b",
        "all by hand, though charting and meds are partly ai", "b for charting and meds, the rest by hand",
    ],
)  # fmt: skip
def test_what_is_said_of_the_rows_after_it_is_theirs(practice: Conversation, line: str) -> None:
    drafts = ("medicines", "records")
    assert rows(typed(practice, line)) == {
        **dict.fromkeys(OTHERS, "by_hand"),
        **dict.fromkeys(drafts, "drafts"),
    }


def test_a_bare_letter_is_of_the_row_that_is_asked(practice: Conversation) -> None:
    talk = typed(practice, "charting a")
    assert rows(talk) == {"records": "by_hand"}
    assert rows(typed(talk, "b")) == {"records": "by_hand", "assess": "drafts"}
    assert rows(typed(talk, "b", "c")) == {
        "records": "by_hand",
        "assess": "drafts",
        "medicines": "end_to_end",
    }


@pytest.mark.parametrize(
    "line", ["AI helped a bit with the charting I think", "the charting I guess by some tool"]
)
def test_what_is_put_of_a_named_row_is_of_that_row(practice: Conversation, line: str) -> None:
    after = typed(practice, line)
    assert rows(after) == {}
    assert after.trouble is not None
    assert all("Record keeping" in label for label, _ in after.trouble.offers)
    if after.trouble.offers:
        assert set(rows(typed(after, "yes"))) == {"records"}


def test_rows_that_complete_a_grid_ask_for_none_of_it_at_the_next_question(practice: Conversation) -> None:
    after = typed(practice, "charting a", "no AI except charting")
    assert after.step is not None
    assert after.step.key != "practice"
    assert after.trouble is None


@pytest.mark.parametrize("lines", [("review",), ("edit years", "review")])
def test_rows_that_were_accepted_stay_and_count_when_the_review_is_opened(
    practice: Conversation, lines: tuple[str, ...]
) -> None:
    after = typed(practice, "a", "b", *lines)
    said = dict(zip(OTHERS[:2], rows(typed(practice, "a", "b")).values(), strict=True))
    entry = after.interview.answers.get("practice")
    assert entry is not None
    assert len(said) == 2
    assert entry.value == said
    assert rows(typed(after, "edit practice")) == said


@pytest.mark.parametrize("lines", [(), ("years",)])
def test_a_grid_of_which_no_row_was_said_is_not_answered_by_the_review(
    practice: Conversation, lines: tuple[str, ...]
) -> None:
    after = typed(practice, *lines, "review")
    assert after.interview.answers.get("practice") is None


@pytest.mark.parametrize(
    "line",
    [
        "all a, and pay has been falling",
        "assessment a, and pay has been falling",
        "a, and pay has been falling",
    ],
)
def test_what_stands_beside_rows_and_is_not_read_is_told(practice: Conversation, line: str) -> None:
    after = typed(practice, line)
    told = " ".join((*after.told, after.trouble.text if after.trouble else ""))
    assert "“pay has been falling” is not used here." in told


@pytest.mark.parametrize("line", ["that's all by me, no AI there", "both by people", "no AI anywhere"])
def test_a_line_that_calls_no_row_leaves_those_alone_that_are_told(practice: Conversation, line: str) -> None:
    begun = typed(practice, "charting: tools made parts")
    assert rows(begun) == {"records": "drafts"}
    for after in (say(begun, line).talk, typed(begun, line)):
        done = after if after.trouble is None or not after.trouble.confirm else say(after, "yes").talk
        assert rows(done)["records"] == "drafts"
    assert rows(say(begun, "no, all by hand").talk)["records"] == "by_hand"


@pytest.mark.parametrize("row", ["steps", "sources", "judged"])
def test_a_row_told_in_a_story_answers_no_question_that_is_answered(row: str) -> None:
    tasks = LIBRARY.role("accountant").task_ids()
    week = {"split": dict.fromkeys(tasks[:6], 15), "other": [{"name": "payroll", "share": 10}]}
    interview = Interview.from_answers(LIBRARY, "accountant", week)
    assert isinstance(interview, Interview)
    line = "Software checks it first, but before sending I compare with last month and with the tax tables"
    after = say(Conversation(interview).go_to("rating.+payroll"), line, row=row).talk
    assert "answers a later question" not in " ".join(
        (*after.told, after.trouble.text if after.trouble else "")
    )
    assert not [key for key in after.interview.answers.drafts if key.startswith("beside ")]


def test_a_row_named_without_an_amount_is_no_answer_about_the_week() -> None:
    talk = Conversation(Interview.start(LIBRARY, "accountant")).go_to("years")
    after = say(talk, "nine years, and I know the tax returns by heart").talk
    assert "answers a later question" not in " ".join(
        (*after.told, after.trouble.text if after.trouble else "")
    )


@pytest.mark.parametrize(
    ("line", "rows"),
    [("not sure about infra", {"infra": "not_sure"}), ("rather not say training", {"train": "declined"}),
     ("don't know about infra and training", {"infra": "not_sure", "train": "not_sure"}), ("skip design", {}),
     ("skip first", {}), ("skip training", {})],
)  # fmt: skip
def test_what_leaves_called_rows_out_leaves_the_others(line: str, rows: dict[str, str]) -> None:
    talk = say(at("practice"), line).talk
    assert talk.step is not None
    assert talk.step.key == "practice"
    assert talk.interview.answers.drafts.get("practice", {}) == rows
    assert (talk.trouble is not None) == (line == "skip training")


@pytest.mark.parametrize("line", ["rather not say training", "not sure about training"])
def test_one_row_of_the_week_that_is_not_known_leaves_the_week_asked(line: str) -> None:
    talk = say(held().go_to("split"), line).talk
    assert talk.step is not None
    assert talk.step.key == "split"
    assert talk.trouble is not None
    assert "That is of Training alone" in talk.trouble.text
