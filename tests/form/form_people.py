"""Drawn people who fill in a form, and the page's own JavaScript run by node."""

import json
import shutil
import subprocess
from functools import cache
from importlib.resources import files
from random import Random
from typing import Any

import pytest

from aijri_engine import Interview, Library
from aijri_engine.content.yaml import parse_yaml
from aijri_engine.form.export import exported, left_to_the_program
from aijri_engine.interview.accept import json_of
from aijri_engine.interview.answers_source import answers_of, write_answers
from aijri_engine.interview.form import Asked, Form
from aijri_engine.interview.kinds import kind_of
from aijri_engine.interview.path import Step
from aijri_engine.interview.values import Split, own_row_id

NODE = shutil.which("node")
needs_node = pytest.mark.skipif(
    NODE is None, reason="node is not installed; it runs the page's JavaScript here"
)

OWN_NAMES = ("hiring", "Data work", "C++ & <b>tools</b>", "Ärger mit “Kunden”", "yes", "no: 5", "😀 fun")
NOTES = (
    "a few words",
    "<script>alert(1)</script>",
    "=1+1",
    'quoted "so" \\ and',
    "Straße, naïve",
    "on",
    "12",
    "🚀",
)


@cache
def library() -> Library:
    return Library.open()


@cache
def form(role: str) -> dict[str, Any]:
    return json.loads(json.dumps(exported(Form.of(library(), role))))


def node(program: str, data: Any) -> Any:
    """What a function body gives for `data`, run beside the page's interpreter."""
    source = files("aijri_engine.form").joinpath("assets", "interview.js").read_text(encoding="utf-8")
    whole = f"{source}\nconst data = JSON.parse(require('fs').readFileSync(0, 'utf8'));\n"
    whole += f"process.stdout.write(JSON.stringify((() => {{ {program} }})()));"
    assert NODE is not None
    done = subprocess.run(
        [NODE, "-e", whole], input=json.dumps(data), capture_output=True, text=True, check=False, timeout=120
    )
    assert done.returncode == 0, done.stderr[-2000:]
    return json.loads(done.stdout)


def filled_in(role: str, random: Random) -> Interview:
    """Somebody who answers in the order of the page, leaves some open and now and then thinks again."""
    interview = Interview.start(library(), role)
    left: set[str] = set()
    for _ in range(80):
        step = next((one for one in interview.path.steps if not one.settled and one.key not in left), None)
        if step is None:
            break
        drawn = random.random()
        if drawn < 0.08 or left_to_the_program(step.asked.question):
            left.add(step.key)
        elif drawn < 0.14 and step.asked.question.kind != "grid":
            interview = _taken(interview.not_sure(step.key))
        elif drawn < 0.18 and step.asked.question.kind != "grid":
            interview = _taken(interview.declined(step.key))
        else:
            interview = _taken(interview.answer(step.key, drawn_value(step.asked, interview, random)))
            if step.asked.question.kind == "grid":
                left.add(step.key)
    return interview


def _taken(found: Any) -> Interview:
    assert isinstance(found, Interview), found
    return found


def drawn_value(asked: Asked, interview: Interview, random: Random) -> Any:
    """An answer as the page can give it."""
    question = asked.question
    if question.kind == "choice":
        ids = [choice.id for choice in asked.choices]
        return random.sample(ids, 2) if question.two and random.random() < 0.2 else random.choice(ids)
    if question.kind == "multi":
        alone = [choice.id for choice in asked.choices if choice.exclusive]
        others = [choice.id for choice in asked.choices if not choice.exclusive]
        return [random.choice(alone)] if alone and random.random() < 0.3 else random.sample(others, 2)
    if question.kind == "yes_no":
        return random.random() < 0.5
    if question.kind in ("number", "scale"):
        return random.choice([0, 0.5, 2, 2.99, 5, 9, 30])
    if question.kind == "grid":
        rows = [row for row in asked.rows if random.random() < 0.8] or list(asked.rows[:1])
        return {row.id: random.choice([*(choice.id for choice in row.choices), "not_sure"]) for row in rows}
    if question.kind == "split":
        return _parts(asked, interview, random) if question.part_of else _week(asked, random)
    if question.kind in ("text", "note"):
        return random.choice(NOTES[:5] if question.asks_name else NOTES)
    return random.choice([answer for _, answer in kind_of(question.kind).answers(asked)])


def _week(asked: Asked, random: Random) -> Any:
    drawn = random.random()
    if drawn < 0.1:
        return "typical"
    names = random.sample(OWN_NAMES, random.choice([0, 0, 1, 2]))
    size = len(asked.rows) + len(names)
    if drawn < 0.25:
        amounts = [float(random.choice([0, 2, 7.5, 12])) for _ in range(size)]
        amounts[0] = 8.0
    else:
        amounts = _summing_to(100 if drawn < 0.9 else 99.75, size, random)
    value: dict[str, Any] = {"rows": {row.id: one for row, one in zip(asked.rows, amounts, strict=False)}}
    others = list(zip(names, amounts[len(asked.rows) :], strict=True))
    if others:
        value["other"] = [{"name": name, "share": one} for name, one in others if one > 0]
    if drawn < 0.25:
        value["unit"] = "hours"
    return value


def _summing_to(total: float, size: int, random: Random) -> list[float]:
    """Amounts with at most two decimals; many of them 0, some large."""
    cuts = sorted(random.choice([0, 10, 25, 33.25, 60, 80, 95]) for _ in range(size - 1))
    ends = [0, *cuts, total]
    return [round(ends[place + 1] - ends[place], 2) for place in range(size)]


def _parts(asked: Asked, interview: Interview, random: Random) -> Any:
    split = interview.clear(asked.key).path.split
    whole = round(split.shares[asked.question.part_of or ""], 2)
    first = round(whole * random.choice([0, 0.25, 1]), 2)
    parts = [first, round(whole - first, 2), *[0.0] * (len(asked.rows) - 2)]
    return {row.id: one for row, one in zip(asked.rows, parts, strict=True)}


def read_back(interview: Interview) -> Interview:
    """The interview as its own answers file brings it back."""
    return answers_of(parse_yaml(write_answers(interview), "answers.yaml"), library())[1]


def page_key(step: Step) -> str:
    """The key under which the page keeps an answer: rows of other work go by their name."""
    item, name = step.asked.item, step.asked.item_name
    return f"{step.asked.question.id}.+{name}" if item is not None and item == own_row_id(name) else step.key


def page_answers(interview: Interview) -> dict[str, Any]:
    """The answers of the path as the page's interpreter takes them."""
    found = {}
    for step in interview.path.steps:
        if step.entry is None:
            continue
        value = json_of(step.value) if step.value is not None else None
        if isinstance(step.value, Split) and value != "typical":
            value = {"rows": value["rows"], "other": value.get("other", []), "unit": step.value.unit}
        found[page_key(step)] = {"state": step.entry.state, "value": value}
    return found


MOST_CLEARED = 20
"""Times a page is cleared before the browser is given up."""


def open_empty(browser: Any, address: str) -> Any:
    """The page with nothing kept from one before it; returns its box of consent.

    A browser hands its store from one page to the next in its own time: a page loaded anew may still see what was
    cleared, and then the box is ticked already.
    """
    browser.get(address)
    for _ in range(MOST_CLEARED):
        browser.execute_script("localStorage.clear()")
        browser.refresh()
        agree = browser.find_element("id", "agree")
        if not agree.is_selected():
            return agree
    raise AssertionError("the browser does not forget the page before")
