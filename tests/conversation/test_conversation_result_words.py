"""Questions about a result with words around them, and what-ifs in the words of one's own job."""

import pytest

from aijri_engine.conversation.result_talk import NOTHING, Said, answer_about
from aijri_engine.interview.interview import Interview
from aijri_engine.personal.result import Result, result

from test_conversation_late_change import ANSWERS, LIBRARY  # isort: skip


@pytest.fixture(scope="module")
def supervisor() -> Result:
    found = Interview.from_answers(LIBRARY, "37-1011.00", ANSWERS)
    assert isinstance(found, Interview), found
    return result(found)


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("I mean why is the whole number so low and not seventy", "What pulls it down"),
        ("Why is it not higher, we need hands!", "What pulls it down"),
        ("Is this a big difference, 50 and 52?", "Two sittings of an unchanged week can easily differ by"),
        ("Can a robot take the making of beds, yes or no?", "Most open to automation"),
        (
            "Note in two columns? I have no time to write notes, is there something easier?",
            "a smaller form counts",
        ),
        ("And my knees? what if my knees give up and I do less of the beds", "Health is not measured here"),
        (
            "But I am worried about my knees and not about the robots, so what do you say?",
            "Health is not measured",
        ),
        ("what about my back", "Health is not measured here"),
        ("Does any of this get sent off to the head office or anyone?", "Nothing is sent to anybody"),
        ("Am I worse off than other supervisors?", "I know nothing of them"),
        ("Why do you say AI weighs most in checking? That's backwards", "By hours and openness together"),
        ("What does it mean Could be 43 to 60?", "in 90 of 100 recalculations"),
        (
            "Could I be in the red, you said 23.9, what do you mean by could be?",
            "in 90 of 100 recalculations",
        ),
        ('What does "fairly sure" mean?', "The zone is on the edge"),
        (
            "What do you mean by lifts it a lot, it's the records that are the problem?",
            "say how far something",
        ),
        (
            "Why does the pay pull it down, low pay makes me cheaper than a computer?",
            "somebody is cheap is not rated",
        ),
        ("Which of those steps comes first, and why that one?", "Why this one: "),
        ("Which of the steps comes first, and why?", "Why this one: "),
        ("Can AI do the checking?", "Checking has 40 % of your week"),
    ],
)
def test_a_known_question_is_heard_within_a_longer_line(supervisor: Result, line: str, told: str) -> None:
    assert told in answer_about(supervisor, line).words[0]


@pytest.mark.parametrize(
    "line",
    ["I mean why so low and not seventy", "ok then, but which answer matters most?", "well, which step first then?",
     "Fair enough. What if I move 10 percent from checking to work by hand then?"],
)  # fmt: skip
def test_the_examples_of_a_refusal_are_answered_in_a_longer_line(supervisor: Result, line: str) -> None:
    found = answer_about(supervisor, line)
    assert found.words
    assert "beyond what I can answer" not in found.words[0]


def test_a_refusal_tells_its_examples_once_in_a_talk(supervisor: Result) -> None:
    said: Said = NOTHING
    told = []
    for line in ("who won the match", "why so low", "do you like cheese", "what is the capital of Peru"):
        said = answer_about(supervisor, line, before=said)
        told.append("Ask, for example" in said.words[0])
    assert told == [True, False, False, False]


def test_steps_say_whether_they_move_the_figure(supervisor: Result) -> None:
    assert (
        "None of these moves the figure" in answer_about(supervisor, "What can I do to get higher?").words[0]
    )


@pytest.mark.parametrize(
    "line",
    [
        "No, that'll do, thanks very much, goodbye.",
        "That'll do, thanks, goodbye.",
        "Thanks a million, that's me done, goodbye now",
        "That's me finished, bye",
    ],
)
def test_a_goodbye_with_words_before_it_leaves(supervisor: Result, line: str) -> None:
    found = answer_about(supervisor, line)
    assert (found.opens, found.goes) == ("quit", True)


@pytest.mark.parametrize(
    ("line", "moved"),
    [
        ("Fair enough. What if I moved 10 percent from records to checking then?", "Checking 40 to 50 %"),
        ("What happens if I moved half of the records to checking instead, would that be better or worse?",
         "Checking 40 to 46 %"),
        ("Would it be better if I moved half of the records to checking?", "Checking 40 to 46 %"),
        ("And what if I move 5 percent from checking to records, is that bad?", "Checking 40 to 35 %"),
    ],
)  # fmt: skip
def test_a_what_if_is_computed_whatever_stands_around_it(supervisor: Result, line: str, moved: str) -> None:
    found = answer_about(supervisor, line)
    assert found.changes
    assert moved in found.words[0]


@pytest.mark.parametrize(
    ("line", "meant"),
    [
        ("what if I do 5 hours less of the beds?", "“do 5 hours less of the work by hand”"),
        ("what if I move 5 percent from making beds to checking", "“move 5 percent from work by hand to checking”"),
        ("what if I move 5 % from making beds to the training of new girls?", "from work by hand to the training”"),
    ],
)  # fmt: skip
def test_a_task_in_the_words_of_the_job_is_asked_back(supervisor: Result, line: str, meant: str) -> None:
    found = answer_about(supervisor, line)
    assert not found.changes
    assert f"Do you mean {meant}" in found.words[0] or meant in found.words[0]
    assert answer_about(supervisor, "yes, try it", before=found).changes


@pytest.mark.parametrize(
    "line", ["what if I move 10 percent from checking to knitting", "move 5 from eels to checking"]
)
def test_words_that_sound_like_no_task_are_none(supervisor: Result, line: str) -> None:
    found = answer_about(supervisor, line)
    assert "is none of your tasks" in found.words[0]
    assert not found.meant


def test_nobody_is_asked_whether_they_mean_what_they_are(supervisor: Result) -> None:
    for line in (
        "And if my manager stopped approving it and I decided on my own?",
        "what if my boss had to approve it",
    ):
        assert "someone approved?" not in answer_about(supervisor, line).words[0]


DRIVER = {
    "years": 21,
    "split_hours": {"care": 0, "check": 5, "coordinate": 2.5, "operate": 21.5, "write": 2.5},
    "other": [
        {
            "name": "mentoring trainees",
            "share": 6,
            "rating": {"steps": "chosen", "sources": "people", "judged": "person"},
        },
        {"name": "learning at rules", "share": 1.5},
    ],
    "row_way": "three",
    "rating": {
        "operate": {"steps": "chosen", "sources": "people", "judged": "standard"},
        "check": {"steps": "written", "sources": "people", "judged": "standard"},
    },
    "practice": {"check": "by_hand", "operate": "by_hand"},
    "level": "mid",
    "oversight": "named",
    "signature": "mine",
    "conditions": ["onsite_most", "union_consulted", "union_limits"],
    "market": {
        "job_postings": "more",
        "company_actions": "added",
        "wages": "with",
        "tool_maturity": "nothing",
        "expert_consensus": "more",
    },
    "growth": "nothing",
}


@pytest.fixture(scope="module")
def driver() -> Result:
    found = Interview.from_answers(LIBRARY, "53-4011.00", DRIVER)
    assert isinstance(found, Interview), found
    return result(found)


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("What if there were no collective agreement?", "Conditions without “Collective agreement limits it”"),
        ("What would happen with the number if we lose the collective agreement?", "Conditions without “Collective"),
        ("What if the union must not be consulted?", "Conditions without “Union must be consulted”"),
        ("What if I lose my licence?", "Required by law: No"),
        ("What if they give me ten percent more mentoring and less driving?", "mentoring trainees 15 to 25 %"),
        ("I mean what if I move ten percent from driving to mentoring trainees.", "mentoring trainees 15 to 25 %"),
        ("How many points does the licence give me?", "Required by law: No. From"),
        ("Are these public figures American ones?", "public figures of the United States"),
        ("Where is this kept on the computer, and how do I delete it?", "`aijri sessions delete ID`"),
        ("In ten years I have no job any more, they say", "names no date"),
    ],
)  # fmt: skip
def test_what_is_gone_what_it_counts_and_where_figures_come_from(
    driver: Result, line: str, told: str
) -> None:
    assert told in " ".join(answer_about(driver, line).words)


def test_what_is_asked_back_as_gone_is_tried_by_a_yes(driver: Result) -> None:
    put = answer_about(driver, "What if there were no collective agreement?")
    assert answer_about(driver, "yes", before=put).changes


@pytest.mark.parametrize(
    "line", ["Can you show me more about the steps?", "Steps, all of them please", "Show me the steps."]
)
def test_the_steps_are_shown_in_whatever_words(driver: Result, line: str) -> None:
    found = answer_about(driver, line)
    assert (found.opens, found.goes) == ("steps", True)


def test_where_the_first_figure_comes_from_is_no_circle(driver: Result) -> None:
    base = f"{driver.base_assessment.index:.1f}"
    said = " ".join(answer_about(driver, f"Where does the {base} come from?").words)
    assert said.startswith(f"{base} is where it starts: the table of the job")
