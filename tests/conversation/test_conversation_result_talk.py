"""Talk about a result: answered from its own figures, in words; nothing is moved by it, nothing withheld is told."""

import re
from typing import Any

import pytest

from aijri_engine import Interview, Library, result
from aijri_engine.content.library import shipped_answers
from aijri_engine.conversation.first_words import first_words
from aijri_engine.conversation.own_table import begin as begin_table
from aijri_engine.conversation.own_table import said as said_of_table
from aijri_engine.conversation.result_talk import answer_about, change_wanted, offered, tried_or_answered
from aijri_engine.conversation.typed_changes import typed_changes
from aijri_engine.interview.values import Problem
from aijri_engine.personal.result import Result
from aijri_engine.personal.what_if import WhatIf, what_if

LIBRARY = Library.open()
ROLE = "deep-learning-engineer"
TASKS = LIBRARY.role(ROLE).task_ids()
JUNIOR: dict[str, Any] = {
    "split": dict(zip(TASKS, (5, 50, 15, 15, 5, 10), strict=True)),
    "depth": {**dict.fromkeys(TASKS, "follows"), "research": "adapts", "collaboration": "adapts"},
    "level": "junior",
}
ARCHITECT: dict[str, Any] = {
    "split": dict(zip(TASKS, (40, 10, 5, 15, 25, 5), strict=True)),
    "depth": {"design": "originates", "research": "originates"},
    "level": "senior",
}
MOSTLY_OUTSIDE: dict[str, Any] = {
    "split": dict(zip(TASKS, (10, 20, 10, 10, 5, 5), strict=True)),
    "other": [{"name": "caring for patients", "share": 40}],
}


def of(answers: dict[str, Any], role: str = ROLE) -> Result:
    found = Interview.from_answers(LIBRARY, role, answers)
    assert isinstance(found, Interview), found
    return result(found)


@pytest.fixture(scope="module")
def junior() -> Result:
    return of(JUNIOR)


def said(found: Result, line: str) -> str:
    return " ".join(answer_about(found, line).words)


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("why so low?", "What pulls it down against the role, in points: how training is done -7.1"),
        ("Why is it so low", "how training is done -7.1"),
        ("why so high", "Nothing you said lifts it above the role's 64.6"),
        ("which answer matters most", "how training is done -7.1 points"),
        ("what does that range mean", "in 90 of 100 recalculations"),
        ("what does that range mean", "To narrow it: answer this too: "),
        ("how do I get to Green", "7.2 points are missing to Green"),
        ("what about my colleagues?", "The role's average stands at 64.6"),
        ("which step first", "Why this one: 50 % of your week goes to training"),
        ("is this for my employer?", "nobody gets it unless you hand it over"),
        ("what about training?", "Training has 50 % of your week, running known recipes with new values"),
        ("is that bad?", "Yellow: partly open to AI"),
        ("will I lose my job", "names no date"),
        ("what is a good score", "Higher is safer"),
        ("why is my score lower than the average", "What pulls it down against the role"),
        ("which task is most at risk", "Most open to automation: Training and Infrastructure."),
        ("what should I do on Monday", "Why this one: 50 % of your week goes to training"),
        ("what can I do about it in two hours", "Why this one: 50 % of your week goes to training"),
        ("who sees this?", "nobody gets it unless you hand it over"),
        ("what do other people in my job get", "I know nothing of them"),
        ("is 40.8 bad", "Yellow: partly open to AI"),
        ("how was this calculated", "To yours, the largest causes in points"),
        ("what happens if I get promoted", "A new title alone moves nothing"),
        ("what if I move to another company", "A new title alone moves nothing"),
        ("undo", "Nothing was changed here"),
        ("you are stupid", "Sorry. Your answers are kept"),
        ("how do I get to Red", "would cost most"),
        ("why is it not Red", "Nothing you said lifts it above"),
        ("why is it not Green", "What pulls it down against the role"),
        ("and if AI gets much better", "None of them is a forecast"),
        ("what is the margin of error", "in 90 of 100 recalculations"),
        ("I don't agree with this", "You may well be right"),
        ("that's not right, I do more research than that", "Nothing is changed from here"),
        ("I spend half my time on debugging", "Nothing is changed from here"),
    ],
)
def test_what_people_ask_of_a_result_is_answered_from_their_own(junior: Result, line: str, told: str) -> None:
    assert told in said(junior, line)


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("what if I move 20 percent from training to research", "Training 50 to 30 % and Research 5 to 25 %"),
        ("move 20 points to research from training", "Training 50 to 30 % and Research 5 to 25 %"),
        ("what if half of training went to design", "Design 5 to 30 % and Training 50 to 25 %"),
        ("what if no training", "Training 50 to 0 %"),
        ("no infra at all", "Infrastructure 15 to 0 %"),
        ("what if training was 30 percent", "Training 50 to 30 %"),
        ("20 points less training", "Training 50 to 30 %"),
        ("what if I stopped training", "Training 50 to 0 %"),
        ("shift 4 hours from debugging to design", "Design 5 to 15 % and Debugging 15 to 5 %"),
        ("shift 4 hours from debugging to design", "hours count here as parts of 40."),
        ("what if training was b?", "From 40.8, Yellow, to 50.3, Green."),
        ("what if training was b and infra c", "From 40.8, Yellow, to 56.0, Green."),
        ("what if training b, and debugging b", "From 40.8, Yellow, to 53.2, Green."),
        ("what if training b and infra by hand", "Infrastructure: by people"),
        ("what if who decides was c", "Who decides: I decided, no approval needed."),
        ("training one step deeper", "From 40.8, Yellow, to 50.3, Green."),
        ("what if I changed the recipe itself in training", "From 40.8, Yellow, to 50.3, Green."),
        ("what if level=senior", "Nothing"),
        ("what if I were senior", "It sets what is expected of tasks you have not described"),
    ],
)
def test_a_change_in_words_is_computed_told_and_not_made(junior: Result, line: str, told: str) -> None:
    before = junior.interview
    words = said(junior, line)
    if told != "Nothing":
        assert told in words
    assert "your answers and your figure are as they were" in words
    assert junior.interview is before


OWN_FIRST: dict[str, Any] = {
    "split": dict(zip(TASKS, (27, 23, 20, 0, 0, 0), strict=True)),
    "other": [
        {
            "name": "data entry",
            "share": 30,
            "rating": {"steps": "written", "sources": "files", "judged": "automatic"},
        }
    ],
}


@pytest.mark.parametrize(
    ("role", "answers"),
    [
        *((ROLE, one) for one in (JUNIOR, ARCHITECT, OWN_FIRST, {"split": {TASKS[0]: 100}})),
        *((role, {"split": "typical"}) for role in LIBRARY.roles),
    ],
)
def test_every_example_of_a_what_if_is_computed_when_it_is_typed(role: str, answers: dict[str, Any]) -> None:
    found = of(answers, role)
    tasks, _, other = (
        change_wanted(found).partition("for example: ")[2].partition("; or another answer, such as: ")
    )
    asked = offered(found).partition("for example: ")[2].partition(".")[0].split("; ")
    for example in (*tasks.split("; "), *(one for one in asked if "what if" in one), other.rstrip(".")):
        line = example if "what if" in example else f"what if {example}"
        assert answer_about(found, line).changes, line
        assert tried_or_answered(found, example).changes, example


@pytest.mark.parametrize("line", ["what if no training and no infra", "what if no infra, no training"])
def test_two_tasks_that_give_are_not_one_that_takes(junior: Result, line: str) -> None:
    assert "Training 50 to 0 %, Infrastructure 15 to 0 %" in said(junior, line)


@pytest.mark.parametrize(
    "rows", [(5, 50, 15, 15, 5, 10), (1, 1, 1, 1, 1, 1), (3, 3, 3, 3, 3, 30), (0, 0, 7, 6, 5, 1)]
)
@pytest.mark.parametrize(
    "line", ["10 more research", "no infra", "debugging 36", "half of debugging to design"]
)
def test_the_shares_told_of_a_what_if_add_up(rows: tuple[int, ...], line: str) -> None:
    week = {task: 100 * part / sum(rows) for task, part in zip(TASKS, rows, strict=True)}
    told = said(of({**JUNIOR, "split": week}), f"what if {line}")
    moved = re.findall(r"([0-9-]+) to ([0-9-]+) %", told)
    assert moved
    assert sum(int(one) for one, _ in moved) == sum(int(one) for _, one in moved) <= 100
    assert all(int(one) >= 0 for both in moved for one in both)


@pytest.mark.parametrize("line", ["what if everything was different", "what if level=emperor", "move it"])
def test_a_change_that_is_not_understood_moves_nothing_and_says_so(junior: Result, line: str) -> None:
    found = answer_about(junior, line)
    assert found.trouble or "beyond what I can answer" in found.words[0]
    assert not found.changes


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("what if my boss had to approve it", "Who decides: I decided, someone approved? Type yes"),
        ("what if i moved to a bank", "Employer: Uses models from others? Type yes"),
        ("what if I decided on training myself?", "Who decides: I decided, no approval needed? Type yes"),
        ("what if it was b", "Who decides, Employer"),
        ("move ten hours from training to sitting with patients?", "“sitting with patients” is none of your"),
        ("what if no one approved", "That could be Who decides or "),
        ("what if I built new measurements for training", "How training is done: training without a recipe? Type yes"),
        ("what if I moved a lot of training to research", "names no change"),
        ("what if I do less research", "not said how much"),
        ("what if research instead of training", "not said how much"),
        ("training deeper, research 20", "One change at a time"), ("training 10 % less", "or of the week"),
        ("what if I spent 10 % more on gardening", "“on gardening” was not understood"),
    ],
)  # fmt: skip
def test_what_only_may_be_meant_is_asked_and_not_tried(junior: Result, line: str, told: str) -> None:
    found = answer_about(junior, line)
    assert told in " ".join(found.words)
    assert not found.changes
    asked_back = "Type yes" in told
    for yes in ("yes", "yes please", "Yeah, that's it"):
        assert bool(answer_about(junior, yes, before=found).changes) is asked_back
    assert not answer_about(junior, "no", before=found).changes
    assert not answer_about(junior, "yes").changes


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("what if AI did all the charting", "Part of AI tools: Record keeping: a tool did all of it."),
        ("what if employers ended some posts?", "Your market: Employers: they ended some"),
        ("what if pay fell and employers ended posts?", "and did not fill them again; Pay: it fell."),
        ("what if our union had a say?", "Conditions: Union must be consulted."),
    ],
)
def test_rows_and_ticks_are_tried_alone_and_the_others_stay(line: str, told: str) -> None:
    found = answer_about(of({"conditions": ["onsite_some"]}, "registered-nurse"), line)
    assert found.changes
    assert told in " ".join(found.words)
    assert "not answered" not in " ".join(found.words)


def test_where_a_change_is_asked_for_a_question_is_answered_all_the_same(junior: Result) -> None:
    assert "two people with one title" in " ".join(
        tried_or_answered(junior, "what about my colleagues?").words
    )
    assert tried_or_answered(junior, "banana").trouble
    assert tried_or_answered(junior, "10 percent from training to research").changes


def test_a_green_week_is_told_about_keeping_it() -> None:
    assert "You are in Green already" in said(of(ARCHITECT), "how do I get to green?")


EVERY_LINE = [one for known in shipped_answers().about_results for one in known.asked]


@pytest.mark.parametrize("role", [ROLE, "29-1141.00"])
def test_nothing_withheld_is_told_whatever_is_asked(role: str) -> None:
    found = of(MOSTLY_OUTSIDE if role == ROLE else {}, role)
    assert found.withheld
    index, others = f"{found.assessment.index:.1f}", [f"{one.index:.1f}" for one in found.outlook]
    base = [f"{found.base_assessment.index:.1f}"] if found.personal.role.starting_table else []
    changes = [
        "what if I stopped training",
        "what if growth=2",
        "what if I move 10 percent from design to training",
    ]
    for line in (*EVERY_LINE, *changes, "what about training?"):
        words = said(found, line)
        assert words, line
        for figure in (index, *others, *base):
            assert not re.search(rf"(?<![\d.]){re.escape(figure)}(?![\d.])", words), (line, figure)
        assert not re.search(r"\bzone (holds|leans|is on the edge)|[+-]\d+\.\d", words), line


def test_every_known_question_is_answered_for_a_plain_result(junior: Result) -> None:
    for line in EVERY_LINE:
        found = answer_about(junior, line)
        assert found.words, line
        assert "{" not in found.words[0], line
        assert len(" ".join(found.words).split()) <= 110, line


def test_words_that_lead_on_go_where_they_say(junior: Result) -> None:
    assert (answer_about(junior, "More").opens, answer_about(junior, "my steps").goes) == ("more", False)
    assert answer_about(junior, "what if").opens == "what_if"
    assert answer_about(junior, "compare").goes


@pytest.mark.parametrize(
    "line", ["", "   ", "[red]", "\x1b[31m", "x" * 10_000, "=HYPERLINK(1)", "?", "𝔘", "99999999"]
)
def test_whatever_is_typed_is_answered_or_passed_over(junior: Result, line: str) -> None:
    for words in answer_about(junior, line).words:
        assert "\x1b" not in words
        assert len(words) < 600


def test_the_offer_names_tasks_of_this_person(junior: Result) -> None:
    assert "from training to" in offered(junior)


@pytest.mark.parametrize(
    ("typed", "unknown"),
    [
        ("move 10 from cooking to design", "cooking"),
        ("what if I moved 5 percent from design to cooking", "cooking"),
        ("move 10 from the cooking of eels to design", "the cooking of eels"),
        ("move 10 from everything else to design", ""),
        ("what if design went from 20 to 30 percent", ""),
        ("move 10 from training to design", ""),
    ],
)
def test_a_task_nobody_has_gives_and_gets_no_time(typed: str, unknown: str) -> None:
    """It is asked back, and not taken from everybody else."""
    interview = Interview.from_answers(
        Library.open(), "deep-learning-engineer", {"split": SPLIT_OF_ALL, "level": "mid"}
    )
    assert isinstance(interview, Interview)
    found = typed_changes(interview, typed)
    if unknown:
        assert isinstance(found, Problem)
        assert f"“{unknown}” is none of your tasks" in found.text()
    else:
        assert not isinstance(found, Problem), found


@pytest.mark.parametrize(
    ("typed", "half"),
    [("what if training 8h3", "8h3"), ("move 2x10 from training to design", "2x10"),
     ("training 20 patients", "20 patients"),
     ("what if I move 1.000 from training to design", "1.000"),
     ("move 5 patients from training to design", "5 patients"), ("move -20 from training to design", "-20"),
     ("move 10 to 20 percent from training to design", "no single figure"),
     ("move over 10 from training to design", "no single figure")],
)  # fmt: skip
def test_a_change_by_half_a_figure_is_refused(typed: str, half: str) -> None:
    interview = Interview.from_answers(Library.open(), "deep-learning-engineer", {"split": SPLIT_OF_ALL})
    assert isinstance(interview, Interview)
    found = typed_changes(interview, typed)
    assert isinstance(found, Problem)
    assert half in found.text()


@pytest.mark.parametrize(
    "typed",
    ["move 5 from training and 5 from design to research", "10 less on training and move 5 from infra to design",
     "10 each from training and infra to research", "move 5 from training and infra to research",
     "what if I decided myself and training one step deeper",
     "what if I move 4 hours in two weeks from training to research", "less training, more research",
     "what if I worked at a frontier lab and moved 20 from training to research",
     "what if I move 2 days a month from training to research"],
)  # fmt: skip
def test_of_several_changes_in_one_line_none_is_left_out_in_silence(typed: str) -> None:
    interview = Interview.from_answers(Library.open(), "deep-learning-engineer", {"split": SPLIT_OF_ALL})
    assert isinstance(interview, Interview)
    found = typed_changes(interview, typed)
    assert isinstance(found, Problem)
    assert re.search("[Oo]ne change at a time|week", found.text())


@pytest.mark.parametrize(
    ("typed", "moved"),
    [("training 30, research 25", {"train": 30, "research": 25}), ("train 35 infra 5", {"train": 35, "infra": 5}),
     ("what if I stop infra and debugging", {"infra": 0, "debug": 0}),
     ("what if I move 20% from training to research and 10% from infra to design",
      {"train": 20, "research": 40, "infra": 0, "design": 30}),
     ("what if half training half research", {"train": 50, "research": 50, "design": 0}),
     ("what if no, training 30", {"train": 30}), ("what if research +10", {"research": 30}),
     ("what if I spend less time on training", {"train": 30}), ("what if training falls by 10", {"train": 30}),
     ("what if I give up 10 points of training", {"train": 30}), ("what if I cut training to 10", {"train": 10}),
     ("what if research goes up by 20", {"research": 40}), ("two more days of research", {"research": 60}),
     ("what if I moved everything from training to research", {"train": 0, "research": 60}),
     ("half as much training", {"train": 20}), ("drop infra", {"infra": 0})],
)  # fmt: skip
def test_a_change_in_words_is_the_whole_of_what_was_said(typed: str, moved: dict[str, float]) -> None:
    interview = Interview.from_answers(
        Library.open(), "deep-learning-engineer", {"split": SPLIT_OF_ALL, "level": "mid"}
    )
    assert isinstance(interview, Interview)
    changes = typed_changes(interview, typed)
    assert not isinstance(changes, Problem), changes
    found = what_if(interview, changes)
    assert isinstance(found, WhatIf)
    assert {task.id: round(task.share, 6) for task in found.then.tasks if task.id in moved} == moved


SPLIT_OF_ALL = {"design": 20, "train": 40, "infra": 10, "debug": 5, "research": 20, "collaboration": 5}


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("level=banana", "“banana” is no answer to “Who decides”. Say “Someone else decided”"),
        ("depth.train=x", "“x” is no answer to"),
        ("x=1", "There is nothing called 'x' to change. What would be different?"),
        ("share=train:zzz:10", "There is no task 'zzz'. What would be different?"),
        ("growth=9", "the figure must be at most 2. What would be different?"),
        ("what if level=emperor", "Say “Someone else decided”"),
        ("help", "That names no change I can compute. What would be different?"),
    ],
)
def test_a_refused_change_is_told_by_labels_and_never_by_ids(junior: Result, line: str, told: str) -> None:
    words = " ".join(tried_or_answered(junior, line).words)
    assert told in words
    for name in ("split_basis", "junior", "depth.train", "QUESTION=", "NAME=VALUE", "originates"):
        assert name not in words


def test_every_answer_is_tried_by_what_it_is_called(junior: Result) -> None:
    for label in (
        "I set limits for several projects",
        "changing the recipe itself",
        "Mine for part of the work",
    ):
        assert tried_or_answered(junior, f"what if {label}").changes, label


@pytest.mark.parametrize("line", ["/nothing", "/xyzzy", "/foo bar"])
def test_an_unknown_command_is_told_as_one(junior: Result, line: str) -> None:
    for found in (tried_or_answered(junior, line), answer_about(junior, line)):
        assert found.words[0] == "There is no such command."
        assert not found.changes
        assert not found.goes
    assert first_words(line).words.startswith("There is no such command.")
    assert said_of_table(begin_table("owl keeper"), line).words.startswith("There is no such command.")


@pytest.mark.parametrize("line", ["delete everything", "Delete everything!"])
def test_who_wants_all_erased_is_told_where(junior: Result, line: str) -> None:
    """Nothing is erased at a result, and nobody is told that it is beyond us."""
    for covered in ("", "It is covered."):
        words = " ".join(answer_about(junior, line, covered).words)
        assert "erases this interview for good" in words
        assert "aijri erase everything" in words


def test_whatever_is_told_as_a_step_is_taken_as_it_is_told(junior: Result) -> None:
    advice, zone = junior.advice, junior.next_zone
    assert zone is not None
    for one in (*advice.derived, zone):
        told = said(junior, f"what if {one.title}")
        assert f"to {one.index_then:.1f}" in told, (one.title, told)
    for step in advice.steps:
        told = said(junior, f"what if {step.strategy.title}")
        assert told == said(junior, step.strategy.title)
        assert ("is a step outside the index" in told) == (step.priced is None)
        assert step.priced is None or f"to {step.priced.index_then:.1f}" in told


def test_a_step_is_tried_on_the_page_of_changes_as_it_stands(junior: Result) -> None:
    step = next(one for one in junior.advice.steps if one.priced is not None)
    assert answer_about(junior, f"what if {step.strategy.title}").step == step.strategy.id


ACCOUNTANT: dict[str, Any] = {
    "split": dict(zip(LIBRARY.role("accountant").task_ids(), (25, 20, 25, 5, 15, 5, 5), strict=True)),
    "depth": dict.fromkeys(LIBRARY.role("accountant").task_ids(), "follows"),
}
"""A role whose tasks are called reports, records and accounts."""


@pytest.fixture(scope="module")
def accountant() -> Result:
    return of(ACCOUNTANT, "accountant")


@pytest.mark.parametrize(
    "line", ["how do I change an answer?", "What can I type here, how do I change an answer?"]
)
def test_who_asks_how_to_change_an_answer_is_told_where(accountant: Result, line: str) -> None:
    assert "Type answers" in said(accountant, line)


@pytest.mark.parametrize(
    ("page", "line"),
    [
        ("answers", "take me back to my answers then"),
        ("answers", "I'd like to go back to my answers, then"),
        ("answers", "I want to change my answer about the week"),
        ("answers", "change week"),
        ("answers", "oh wait, before I forget, can I change something? planning is more like seven hours"),
        (
            "answers",
            "Wait, I must correct my week, I forgot checking, that is five percent, take it from closing",
        ),
        ("answers", "it's the week I want to change, closing seven hours not six"),
        ("save", "Please save me the report, I want to read it tomorrow with my husband"),
        ("report", "How do I save the report"),
        ("save", "save"),
        ("save", "can you save me that as a report I can print, please"),
        ("save", "and save it as a word document for the union rep"),
        ("report", "how do I save this as a file"),
        ("quit", "Thank you, that was interesting. Good night"),
        ("quit", "right, that's grand, thanks very much, cheerio"),
        ("quit", "bye for now, thanks"),
    ],
)
def test_a_page_is_called_in_a_sentence(accountant: Result, page: str, line: str) -> None:
    found = answer_about(accountant, line)
    assert (found.opens, found.goes) == (page, True)


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("What can I do to be safer, realistically?", "In this order: 1. "),
        ("So what could I do now to get it higher", "In this order: 1. "),
        ("is there anything at all I can do about it myself, apart from work harder", "In this order: 1. "),
        ("Which step would you do first if you was me?", "Why this one: "),
        ("right and what does green actually mean, does it mean I'm fine?", "mostly open to AI"),
        ("och it's not my market is it, is it the cuts that's pulling it down?", "What pulls it down"),
        ("can you tell me what I'm best at then, the bits the computer cannae do", "Most open to automation"),
        ("so is that the tax returns thing that's going to take my job then?", "names no date"),
        ("and how sure are you of that number, because you didnae know my tax returns", "recalculations"),
        ("Does my experience or qualification count for something?", "Not by itself"),
        ("What has my ACCA to do with it", "Not by itself"),
        ("and will it say my name on it or the firm's?", "No name is asked for"),
        ("Good, keep that please", "A what-if keeps nothing"),
        ("so can I keep that job of mine then", "names no date"),
    ],
)
def test_a_known_question_is_heard_among_other_words(accountant: Result, line: str, told: str) -> None:
    assert told in said(accountant, line)


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("what about tax returns?", "Tax returns has 25 % of your week"),
        ("statements and reports", "Statements and reports has 20 % of your week"),
        ("in a word, what about tax returns?", "Tax returns has 25 % of your week"),
        ("what would save tax returns from it?", "Tax returns has 25 % of your week"),
        ("I don't do reports", "Statements and reports has"),
    ],
)
def test_a_task_is_still_told_by_its_name(accountant: Result, line: str, told: str) -> None:
    assert told in said(accountant, line)


def test_nothing_is_told_twice_in_a_row_in_the_same_words(accountant: Result) -> None:
    for line in ("what about tax returns?", "what is the weather", "why so low"):
        first = answer_about(accountant, line)
        again = answer_about(accountant, line, before=first)
        assert first.words != again.words
        assert "more" in " ".join(again.words)


def test_what_only_may_be_meant_is_asked_back_whatever_task_it_names(accountant: Result) -> None:
    line = "What if I was the one who signs the accounts?"
    assert "Do you mean Name on the record: Mine, and it is needed?" in said(accountant, line)


def test_who_is_in_distress_is_answered_each_time(junior: Result) -> None:
    first = answer_about(junior, "I want to kill myself")
    assert "talk to someone you trust" in " ".join(first.words)
    assert answer_about(junior, "I want to kill myself", before=first).words == first.words


def test_what_nobody_can_answer_twice_is_said_otherwise(junior: Result) -> None:
    first = answer_about(junior, "what about the moon")
    again = answer_about(junior, "and the stars above", before=first)
    assert again.words != first.words
    assert "beyond what I can answer" in " ".join(again.words)
    assert "just said" not in " ".join(again.words)
