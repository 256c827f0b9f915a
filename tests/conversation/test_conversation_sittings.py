"""Four sittings in typed sentences only, by people who correct themselves, ask why, say two things at once and say no.

Each ends with the answers that its person would have written by hand.
"""

from collections.abc import Mapping
from typing import Any

import pytest

from aijri_engine.content.library import Library
from aijri_engine.conversation import Conversation, say
from aijri_engine.interview.interview import Interview

LIBRARY = Library.open()

ENGINEER: Mapping[str, list[str]] = {
    "split": ["hm, mostly training I'd say, what do you mean by infrastructure?",
              "half training, 20 debugging, a tenth each design and research, the rest is hiring. seven years of it"],
    "split_basis": ["how is my score computed?", "make hiring 5 and training 55",
                    "not sure, I think just a gut feeling"],
    "depth.train": ["what's the difference between a and b?",
                    "I take the recipe we have and change the loss and the data mix"],
    "depth.debug": ["not without a known fix", "i had to write my own probes because no tool showed it"],
    "depth.design": ["no", "off the shelf models, just different sizes"],
    "depth.research": ["I read papers and summarise them for the team"],
    "practice": ["training by hand, debugging claude helped with parts", "by people"],
    "level": ["why", "my boss has the final say on that, well, no, I decide and he signs it off"],
    "employer": ["a hospital group, we fine-tune what others trained"],
    "domain": ["helping radiologists read x-rays"],
    "conditions": ["none of that applies"],
    "oversight": ["no, none"],
    "signature": ["mine, nothing ships without my sign-off"],
    "signature_record": ["the release sheet"],
}  # fmt: skip
BY_HAND: Mapping[str, Any] = {
    "split": {"rows": {"design": 10, "train": 55, "infra": 0, "debug": 20, "research": 10, "collaboration": 0},
              "other": [{"name": "hiring", "share": 5}]},
    "split_basis": "guess", "years": 7, "level": "mid", "employer": "enterprise", "domain": "health",
    "depth.train": "adapts", "depth.debug": "originates", "depth.design": "follows", "depth.research": "follows",
    "practice": {"train": "by_hand", "debug": "drafts", "design": "by_hand", "research": "by_hand"},
    "conditions": ["nothing"], "oversight": "none", "signature": "mine", "signature_record": "the release sheet",
}  # fmt: skip

NURSE: Mapping[str, list[str]] = {
    "split": ["two long shifts and one short, mostly on the ward with patients",
              "about a third giving meds, a third washing and moving patients, the rest paperwork and handovers",
              "yes", "sorry, move 5 from records to comfort"],
    "split_basis": ["is this sent to my employer?", "from my shift roster, and I've been at it for 12 years"],
    "depth.medicines": ["explain more simply", "giving what was prescribed, the usual checks"],
    "depth.care": ["not by the plan", "b, because every body is different"],
    "depth.records": ["the first one, sorry, the second"],
    "depth.coordination": ["I just pass on what's in the chart"],
    "practice": ["everything by hand apart from records, there ai wrote parts"],
    "level": ["the consultant decided, I only carried it out"],
    "employer": ["a big hospital", "a"],
    "conditions": ["b and e"],
    "oversight": ["yes, I'm registered"],
    "signature": ["I don't know, maybe b"],
}  # fmt: skip
NURSE_BY_HAND: Mapping[str, Any] = {
    "split_basis": "calendar", "years": 12, "level": "junior", "employer": "hospital",
    "depth.medicines": "follows", "depth.care": "adapts", "depth.records": "adapts", "depth.coordination": "follows",
    "conditions": ["onsite_most", "union_limits"], "oversight": "named", "signature": "part",
}  # fmt: skip

RESEARCHER: Mapping[str, list[str]] = {
    "split": [
        "what's a good score?",
        (
            "sixty percent training, twenty research... no wait, fifty training and thirty research, "
            "ten debugging, ten meetings with the product people"
        ),
        "can I change that later?",
    ],
    "split_basis": ["I pulled it out of thin air, to be honest", "why"],
    "years": ["since about four years", "4"],
    "depth.train": [
        "no, not the usual recipe",
        "we had to invent the whole procedure, nobody had trained something like it",
        "yes",
    ],
    "depth.research": ["are you an AI?", "my own ideas, I try them and throw away what fails"],
    "depth.debug": ["a, no, b"],
    "depth.collaboration": ["neither", "I turned what they wanted into error limits and agreed on them"],
    "practice": [
        "nobody uses AI for research or meetings, in training and debugging copilot writes bits and I rework them"
    ],
    "level": ["not my boss", "what does approval mean here", "I do, and nobody checks, it's my project"],
    "employer": ["no startup, no", "one of the big labs, we pretrain our own models from nothing"],
    "domain": ["general assistants, chatbots, that sort of thing"],
    "conditions": ["no union, no works council, nothing"],
    "oversight": ["is my data sent anywhere?", "there's the AI act and I write the documentation for it"],
    "oversight_rule": ["EU AI Act"],
    "signature": ["not me", "our release manager signs"],
    "market": ["they froze hiring, nobody was let go, pay as usual", "yes", "hiring is frozen"],
    "duties": ["trained two juniors and held back a release"],
}
RESEARCHER_BY_HAND: Mapping[str, Any] = {
    "split": {
        "rows": {"design": 0, "train": 50, "infra": 0, "debug": 10, "research": 30, "collaboration": 10}
    },
    "split_basis": "guess",
    "years": 4,
    "depth.train": "originates",
    "depth.research": "originates",
    "depth.debug": "adapts",
    "depth.collaboration": "adapts",
    "practice": {"train": "drafts", "debug": "drafts", "research": "by_hand", "collaboration": "by_hand"},
    "level": "senior",
    "employer": "frontier",
    "domain": "general",
    "conditions": ["nothing"],
    "oversight": "part",
    "oversight_rule": "EU AI Act",
    "signature": "none",
    "market": {"openings": "stopped", "endings": "none", "pay": "same"},
    "duties": ["said_no", "taught"],
}

ELECTRICIAN: Mapping[str, list[str]] = {
    "split": [
        "hi",
        (
            "eight hours of fault finding, twenty hours installing, four testing, four with customers, "
            "four quoting and I've got two apprentices"
        ),
        "undo",
        "20 hours installing, 8 fault finding, 4 testing, 4 talking to customers and 4 hours quotes",
    ],
    "split_basis": ["what do you mean", "job sheets, I wrote it down every day"],
    "years": ["more than ten", "fifteen"],
    "depth.install": [
        "never just from the drawing",
        "the building is never as drawn so I change the run all the time",
    ],
    "depth.faults": ["my mate does that", "usual tests one after the other until it shows"],
    "depth.testing": ["I fill in the test sheet, that's it"],
    "depth.customers": ["b I think, not sure"],
    "depth.quoting": ["price list and template"],
    "practice": ["no ai anywhere, we're sparkies"],
    "level": ["it's up to me, I'm the gaffer on site", "how long still?"],
    "employer": ["not a big contractor", "the boss and four of us"],
    "oversight": ["yeah I hold the licence myself", "why do you need to know that"],
    "oversight_rule": ["Part P"],
    "signature": ["I have to sign or it can't be switched on"],
    "signature_record": ["the installation certificate"],
    "conditions": ["every day on site, and most customers wouldn't let a robot in", "yes"],
}
ELECTRICIAN_BY_HAND: Mapping[str, Any] = {
    "split_basis": "calendar",
    "years": 15,
    "depth.install": "adapts",
    "depth.faults": "follows",
    "depth.testing": "follows",
    "depth.customers": "adapts",
    "depth.quoting": "follows",
    "level": "senior",
    "employer": "small",
    "oversight": "named",
    "oversight_rule": "Part P",
    "signature": "mine",
    "signature_record": "the installation certificate",
    "conditions": ["onsite_most", "customers_most"],
    "split": {
        "rows": {
            "install": 20,
            "faults": 8,
            "testing": 4,
            "planning": 0,
            "quoting": 4,
            "customers": 4,
            "guiding": 0,
        },
        "unit": "hours",
    },
}


def sat(role: str, lines: Mapping[str, list[str]], transcript: list[str]) -> Conversation:
    """The sitting of somebody who types these lines at these questions, agrees where asked, and skips the rest."""
    talk = Conversation(Interview.start(LIBRARY, role))
    left = {key: list(said) for key, said in lines.items()}
    for _ in range(120):
        step = talk.step
        if step is None:
            return talk
        confirm = talk.trouble is not None and talk.trouble.confirm
        waiting = left.get(step.key)
        typed = waiting.pop(0) if waiting else "yes" if confirm else "/skip"
        talk = say(talk, typed).talk
        told = [talk.noted, *talk.told, *talk.reply, talk.trouble.text if talk.trouble else ""]
        transcript.append(f"{step.key}: {typed}\n    {' '.join(filter(None, told))}")
    raise AssertionError("the sitting goes in circles\n" + "\n".join(transcript[-12:]))


@pytest.mark.parametrize(
    ("role", "lines", "by_hand"),
    [
        ("deep-learning-engineer", ENGINEER, BY_HAND),
        ("registered-nurse", NURSE, NURSE_BY_HAND),
        ("deep-learning-engineer", RESEARCHER, RESEARCHER_BY_HAND),
        ("electrician", ELECTRICIAN, ELECTRICIAN_BY_HAND),
    ],
    ids=["engineer", "nurse", "researcher", "electrician"],
)
def test_a_sitting_in_sentences_ends_as_written_by_hand(
    role: str, lines: Mapping[str, list[str]], by_hand: Mapping[str, Any]
) -> None:
    transcript: list[str] = []
    talk = sat(role, lines, transcript)
    print("\n".join(transcript))
    entries = {key: entry.value for key, entry in talk.interview.answers.entries.items()}
    assert {key: entries.get(key) for key in by_hand} == dict(by_hand)


def test_what_the_engineer_was_not_sure_of_is_kept_so() -> None:
    entry = sat("deep-learning-engineer", ENGINEER, []).interview.answers.get("split_basis")
    assert entry is not None
    assert entry.unsure
