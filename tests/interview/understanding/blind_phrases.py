"""Phrases by kind with what each should become, and the four figures: at once, after one yes, useless, wrong.

A new set is a YAML file of lists by kind, each line `question | expected | what was typed`: the question's key
(`level`, `depth.TASK`), what it should be understood as (an option; several as `a+b`; a grid as `row option, row
option`; a split as `task 40, task 60`; `cmd:skip` for a command; `-` where nothing may be taken), then the words.

    python tests/interview/understanding/blind_phrases.py ROLE FILE [ROLE FILE ...]

prints the counts alone, never a line, so that the set stays a measure. The four figures are of the reading alone. The
conversation answers what people ask before it offers anything: how many offers a person so does not see, and how many
answers were met by such a reply instead, is told at the end.
"""

import sys
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any, Final, Literal

import yaml
from understanding_corpus import _meaning, _same, asked_for, week_for

from aijri_engine.content.library import Library
from aijri_engine.conversation.line_reading import reply_of
from aijri_engine.conversation.state import Conversation
from aijri_engine.interview.form import Asked, Form
from aijri_engine.interview.interview import Interview
from aijri_engine.interview.path import Step
from aijri_engine.interview.understanding import Around, Command, Reading, understand
from aijri_engine.interview.values import Split

WRITTEN: Final = date(2026, 11, 29)
"""The day on which the sets were written, from which their lines tell times."""

FOLDER: Final = Path(__file__).parent / "blind"

Became = Literal[
    "at once",
    "after one yes",
    "after one letter",
    "among two or three",
    "useless",
    "wrong",
    "left alone",
    "drew an offer",
]


@dataclass(frozen=True)
class Line:
    """One typed line; `value` is None where nothing may be taken."""

    kind: str
    question: str
    expected: str
    typed: str


@dataclass(frozen=True)
class Outcome:
    """What became of a line."""

    line: Line
    reading: Reading
    became: Became


def load(name: str) -> list[Line]:
    """The lines of a set, in its order."""
    kinds: Mapping[str, list[str]] = yaml.load((FOLDER / name).read_text(encoding="utf-8"), yaml.CSafeLoader)
    return [
        Line(kind, *(part.strip() for part in entry.split("|", 2)))
        for kind, entries in kinds.items()
        for entry in entries
    ]


def outcomes(form: Form, lines: list[Line]) -> Iterator[Outcome]:
    """Read every line at its question and say what became of it."""
    for line in lines:
        asked = asked_for(form, line.question)
        week = week_for(form, asked, line)  # type: ignore[arg-type]
        reading = understand(asked, line.typed, form, week, Around(today=WRITTEN))
        yield Outcome(line, reading, _became(line, reading, asked, form, week))


def _became(line: Line, reading: Reading, asked: Asked, form: Form, week: Split) -> Became:
    if line.expected.startswith("cmd:"):
        right = reading.command is not None and reading.command.name == line.expected[4:]
        put = [value.name for _, value in reading.nearest[:1] if isinstance(value, Command)]
        if put == [line.expected[4:]]:
            return "after one yes"
        return "at once" if right else "wrong" if reading.kind == "value" else "useless"
    if line.expected == "-":
        if reading.kind == "value":
            return "wrong"
        return "drew an offer" if reading.nearest else "left alone"
    wanted = _meaning(asked, value_of(asked, line.expected), form, week)
    if reading.kind == "value":
        return "at once" if _same(wanted, _meaning(asked, reading.value, form, week)) else "wrong"
    if (
        reading.kind == "ask"
        and isinstance(reading.known, Mapping)
        and reading.known
        and line.question != "split"
    ):
        return "at once" if reading.known == wanted else "wrong"  # kept; only what is missing is asked
    offered = [_same(wanted, _meaning(asked, value, form, week)) for _, value in reading.nearest]
    if not any(offered):
        return "useless"
    if reading.by_letter and offered[0]:
        return "after one letter"
    leads = offered[0] and (len(offered) == 1 or reading.kind == "confirm")
    return "after one yes" if leads else "among two or three"


def value_of(asked: Asked, expected: str) -> Any:
    """The value an author wrote down in short."""
    kind = asked.question.kind
    if kind in ("number", "scale"):
        return float(expected)
    if kind == "yes_no":
        return expected == "yes"
    if kind == "multi":
        return expected.split("+")
    if kind == "grid":
        return dict(part.split() for part in expected.split(","))
    if kind == "split" and expected != "typical":
        amounts = {name: float(amount) for name, amount in (part.split() for part in expected.split(","))}
        own = amounts.pop("own", 0.0)
        return {"rows": amounts, "other": [{"name": "own", "share": own}] if own else [], "scaled": True}
    return expected


def replied(interview: Interview, outcome: Outcome) -> bool:
    """The conversation answers the line as a question of the person, whatever it was read as."""
    step = Step(asked_for(interview.form, outcome.line.question), "open")
    talk = Conversation(interview)
    vars(talk)["step"] = step
    return bool(reply_of(talk, step, outcome.reading, outcome.line.typed))


def told(name: str, found: list[Outcome]) -> str:
    """The four figures of a set, by kind."""
    rows = []
    for kind in (*dict.fromkeys(one.line.kind for one in found), "ALL answers"):
        of = [
            one
            for one in found
            if kind in (one.line.kind, "ALL answers") and (kind != "ALL answers" or one.line.expected != "-")
        ]
        count = Counter(one.became for one in of)
        shares = ", ".join(f"{became} {number / len(of):.1%}" for became, number in count.most_common())
        rows.append(f"{name} {kind} (n = {len(of)}): {shares}")
    return "\n".join(rows)


if __name__ == "__main__":
    every: list[Outcome] = []
    answered: Counter[str] = Counter()
    library = Library.open()
    for role, name in zip(sys.argv[1::2], sys.argv[2::2], strict=True):
        some = list(outcomes(Form.of(library, role), load(str(Path(name).resolve()))))
        print(told(Path(name).stem, some))
        every += some
        begun = Interview.start(library, role)
        answered.update(one.became for one in some if replied(begun, one))
    print(told("all sets,", every).rpartition("\n")[2])
    nothing = Counter((one.line.kind, one.became) for one in every if one.line.expected == "-")
    print(*(f"{kind}: {became} {count}" for (kind, became), count in sorted(nothing.items())), sep="; ")
    print("replied to as a question:", *(f"{became} {count}" for became, count in answered.items()))
