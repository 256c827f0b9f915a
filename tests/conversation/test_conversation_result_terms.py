"""What a result prints is explained in words: its terms, its figures, what counts for and against, where it ends."""

import re
from pathlib import Path

import pytest

from aijri_engine import Library
from aijri_engine.content.library import shipped_answers
from aijri_engine.content.people_ask import AboutResult
from aijri_engine.conversation import Conversation, say
from aijri_engine.conversation.result_talk import answer_about
from aijri_engine.conversation.telling import explained
from aijri_engine.interview.interview import Interview
from aijri_engine.personal.result import Result, result
from tests.personal.made_up_people import rest_answered

TEACHER = {
    "years": 9, "row_way": "three", "split_basis": "thought", "steady": True, "level": "senior", "employer": "state",
    "split_hours": {"coordinate": 2, "records": 1, "teach": 24, "other": 2},
    "rating": {"teach": {"steps": "chosen", "sources": "partly", "judged": "person"}}, "practice": {"teach": "by_hand"},
    "oversight": "named", "oversight_rule": "Section 30", "signature": "part", "conditions": ["onsite_most"],
    "market": {"job_postings": "more", "company_actions": "compete", "wages": "below", "tool_maturity": "parts",
               "expert_consensus": "same"},
    "growth": "nothing",
}  # fmt: skip


@pytest.fixture(scope="module")
def teacher() -> Result:
    found = Interview.from_answers(Library.open(), "25-2031.00", TEACHER)
    assert isinstance(found, Interview), found
    return result(rest_answered(found))


def said(found: Result, line: str) -> str:
    return " ".join(answer_about(found, line).words)


FILE = shipped_answers()
TERMS = [(term, one) for one in (*FILE.about_results, *FILE.answers) for term in one.terms]


@pytest.mark.parametrize(
    "ask", ["what does {} mean?", "what's {}", "What do you mean by {}?", "explain {} to me"]
)
def test_every_term_is_explained_however_it_is_asked_for(teacher: Result, ask: str) -> None:
    everything = (*FILE.about_results, *FILE.answers)
    for term, one in TERMS:
        found = explained(ask.format(term), everything)
        assert found is not None, term
        same = found is one or term in found.terms
        assert same or any(term in longer for longer in found.terms), (term, found.id)
        assert said(teacher, ask.format(term)), term


@pytest.mark.parametrize(
    "term",
    ["zone", "green", "range", "resistance", "starting table", "points", "a recalculation", "one step closer",
     "a second sitting", "the model", "lifts it somewhat", "fairly sure", "weighs most", "borrowed", "outlook", "lever",
     "bridge", "growth", "barriers", "market signals", "transforming", "index", "task score", "provisional"],
)  # fmt: skip
def test_what_a_result_calls_things_is_among_them(teacher: Result, term: str) -> None:
    told = said(teacher, f"what does {term} mean exactly")
    assert "beyond what I can answer" not in told
    assert len(told.split()) >= 10


def test_a_zone_is_explained_where_the_interview_names_it() -> None:
    talk = Conversation(Interview.start(Library.open(), "registered-nurse"))
    assert "Green from 48" in " ".join(say(talk, "what's a zone?").talk.reply)


AGAINST = ["what counts against me the most?", "what works against me here?", "where am I weakest",
           "what's my biggest weakness", "Thanks, that's interesting. What counts against me the most?",
           "what's the biggest danger for me?", "what is my weak point then"]  # fmt: skip
FOR_ME = [
    "what counts for me the most",
    "what speaks in my favour?",
    "what are my strengths",
    "why so high for me",
]


def test_what_counts_against_is_never_what_counts_for(teacher: Result) -> None:
    for line in AGAINST:
        assert re.findall(r"[+-]\d+\.\d", said(teacher, line)) == ["-2.1"], line
    for line in FOR_ME:
        assert re.findall(r"[+-]\d+\.\d", said(teacher, line))[0].startswith("+"), line


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("should I worry about getting sacked then", "names no date and says nothing of one person's post"),
        ("am I for the chop?", "names no date"), ("are they going to let me go", "names no date"),
        ("is my job secure", "names no date"), ("could I be made redundant over this", "names no date"),
        ("How come it could drop down to yellow when I'm green?", "reaches {low} (Yellow)"),
        ("how can it be yellow and green", "no word of a fall"), ("could I slip into red", "reaches {low} (Yellow)"),
        ("Would it be worth my while doing the three steps?", "You need take none"),
        ("what's the use of the steps", "You need take none"), ("why bother with the steps", "You need take none"),
        ("Is the 59 compared with other teachers or just me?", "no other people are in it"),
        ("is this just me or everyone in the trade", "no other people are in it"),
        ("who am I being measured against?", "no other people are in it"),
        ("what about my sous chef, would it be the same for him", "quite different weeks. They can"),
        ("why is records my weak spot, I only do a bit of it", "part of the week times how open it is"),
        ("What does resistance mean here, does it mean I'm safe in my job?", "says nothing of one person's post"),
        ("What does resistance mean here, does it mean I'm safe in my job?", "6 less the mean score"),
        ("so is that good then? why so high for a bloke like me", "What holds it up"),
        ("what does green mean exactly", "You are in Green: "),
    ],
)  # fmt: skip
def test_what_people_ask_of_it_is_answered_to_the_point(teacher: Result, line: str, told: str) -> None:
    low = f"{teacher.spread.range.low:.1f}"
    assert told.format(low=low) in said(teacher, line)


def test_a_printed_figure_is_told_by_what_it_is(teacher: Result) -> None:
    low, high = (f"{end:.1f}" for end in (teacher.spread.range.low, teacher.spread.range.high))
    closer = re.search(r"would be at (\d+\.\d)", teacher.advice.steps[0].because)
    assert closer is not None
    assert float(closer[1]) < teacher.spread.range.low
    index = f"{teacher.assessment.index:.1f}"
    asked = {
        f"Why does it say {low} at the bottom then, what's that number?": f"{low} is the lower end of your range",
        f"what's the {high} for": f"{high} is the upper end of your range", f"what is {index}": "is your index",
        f"why does it say Yellow behind the {low[:2]}?": "lower end of your range, in Yellow", "why 48": "Green begins",
        f"what is the {closer[1]}, it's outside the range": "outside your range without contradicting it",
        "what's 12.3": "stands nowhere in this result", "what's 83 %": "83 stands here: “",
    }  # fmt: skip
    for line, told in asked.items():
        assert told in said(teacher, line), line


BYES = [
    "that's all from me, thanks a million and goodnight", "Never mind so, that's all from me", "I'll leave it there",
    "right I'm away now", "that'll do me", "I've seen enough", "I'm off, take care", "grand, I'll head off",
    "time for bed", "no more questions, thanks", "let's call it a day", "that's it from me", "goodnight so",
]  # fmt: skip
STAYS = ["is that all?", "is that all for now, or is there more?", "I'm off sick next week, what then",
         "thanks a million", "what would I do if I got the sack"]  # fmt: skip


def test_a_goodbye_ends_it_and_a_question_does_not(teacher: Result) -> None:
    assert [line for line in BYES if answer_about(teacher, line).opens != "quit"] == []
    assert [line for line in STAYS if answer_about(teacher, line).opens == "quit"] == []


def test_a_yes_behind_an_answer_shows_all_of_it(teacher: Result) -> None:
    put = answer_about(teacher, "why so high")
    again = answer_about(teacher, "yes please, show it", before=put)
    assert again.goes
    assert again.opens in ("all", "bridge")
    assert (answer_about(teacher, "yes", before=put).opens, put.opens) == ("bridge", "bridge")


ENDS = re.compile(r"(?:from )?1 \((?!a\)|b\)|c\))([^)]{4,})\) (?:to|and) 5 \(([^)]+)\)")
CONTENT = Path(__file__).parents[2] / "questionnaires"


def test_the_ends_of_the_scale_of_a_task_are_called_the_same_way_everywhere() -> None:
    """1 needs a person, as in the published method; task resistance is that scale turned round, and says so."""
    told = [text for path in CONTENT.glob("*.yaml") for text in ENDS.findall(path.read_text("utf-8"))]
    assert len(told) >= 4
    for low, high in told:
        assert any(word in low for word in ("person", "resists most")), low
        assert any(word in high for word in ("machine", "software")), high
    turned = next(one for one in FILE.answers if one.id == "task_resistance")
    assert "turned round" in turned.says
    assert not isinstance(turned, AboutResult)
