"""Two sittings in typed sentences only, by people who correct themselves, ask why, say two things at once and say no.

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
    [("deep-learning-engineer", ENGINEER, BY_HAND), ("registered-nurse", NURSE, NURSE_BY_HAND)],
    ids=["engineer", "nurse"],
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
