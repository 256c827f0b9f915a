"""A cell of a flat table takes what its question takes, and nothing else; a new kind is told what it lacks."""

import csv
import shutil
from itertools import permutations
from pathlib import Path
from typing import Any, cast, get_args

import pytest

from aijri_engine import Interview, Library, Problem
from aijri_engine.cohort.columns import JOIN, CohortForm, Column
from aijri_engine.cohort.combinations import MOST, NAMED, Combinations, _texts
from aijri_engine.cohort.conditions import UntabledError
from aijri_engine.cohort.engines import EngineName
from aijri_engine.cohort.run import run
from aijri_engine.content.kinds import Kind
from aijri_engine.content.library import content_folder
from aijri_engine.interview.accept import accept
from aijri_engine.interview.form import Asked, Form
from aijri_engine.interview.values import UNKNOWN, role_split

pytest.importorskip("pyarrow")

ROLE = "deep-learning-engineer"

OPTIONS = "[{id: a, label: Ash}, {id: b, label: Birch}, {id: c, label: Cedar}]"
MADE: dict[str, str | None] = {
    "choice": f"options: {OPTIONS}",
    "multi": f"options: {OPTIONS.replace('Cedar', 'Cedar, exclusive: true')}",
    "yes_no": "",
    "number": "minimum: 0\n    maximum: 60",
    "scale": "minimum: 1\n    maximum: 5",
    "grid": "rows: [{id: one, label: One}]\n    options: " + OPTIONS,
    "text": None,
    "split": None,
    "note": None,
}
"""What a question of a kind needs beside its words; None where it is never scored, or has columns of its own."""

TEXTS = ("yes", "no", "-1", "0", "3", "60", "61", "zebra", *UNKNOWN,
         *(JOIN.join(some) for size in (1, 2, 3) for some in permutations("abc", size)))  # fmt: skip


def added(kind: str, parts: str) -> tuple[str, str]:
    """A question of a kind and a rule that an answer to it moves the index by."""
    question = f"""
  - id: q_{kind}
    section: outside
    kind: {kind}
    ask: What is it?
    why: It is made up.
    moves: It can set a barrier.
    {parts}"""
    rule = f"""
  - id: r-{kind.replace("_", "-")}
    cause: q_{kind}
    when: {{answer: q_{kind}{".one" if kind == "grid" else ""}, answered: true}}
    then: {{barriers: {{union: 1}}}}
    why: The rule is ours."""
    return question, rule


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Library:
    """The shipped content with a question of each kind in its pack."""
    folder = tmp_path_factory.mktemp("content")
    shutil.copytree(content_folder(), folder, dirs_exist_ok=True)
    pack = folder / "packs" / "ai.yaml"
    more = [added(kind, parts) for kind, parts in MADE.items() if parts is not None]
    questions, rules = ("".join(some) for some in zip(*more, strict=True))
    text = pack.read_text(encoding="utf-8").replace("questions:\n", f"questions:{questions}\n\n", 1)
    text = text if "\nrules:\n" in text else f"{text}\nrules:\n"
    pack.write_text(text.replace("\nrules:\n", f"\nrules:{rules}\n", 1), encoding="utf-8")
    return Library.open(folder)


@pytest.fixture(scope="module")
def refused(library: Library, tmp_path_factory: pytest.TempPathFactory) -> set[tuple[str, str]]:
    """Column and text of every cell that is refused, of a table in which each row holds one cell."""
    folder = tmp_path_factory.mktemp("people")
    cells = [
        (column_of(library, kind), text)
        for kind, parts in MADE.items()
        if parts is not None
        for text in TEXTS
    ]
    with (folder / "people.csv").open("w", encoding="utf-8", newline="") as stream:
        table = csv.DictWriter(stream, ["id", *dict(cells)])
        table.writeheader()
        table.writerows({"id": number, column: text} for number, (column, text) in enumerate(cells))
    found = run(library, ROLE, folder / "people.csv", folder / "out.csv", "duckdb")
    assert found.rejects is not None
    return {cells[int(row["id"])] for row in csv.DictReader(found.rejects.open(encoding="utf-8"))}


def column_of(library: Library, kind: str) -> str:
    """The column of the question of that kind, of which a grid has one for its row."""
    columns = CohortForm(Form.of(library, ROLE)).columns
    [column] = [one.name for one in columns if one.key.partition(".")[0] == f"q_{kind}"]
    return column


@pytest.mark.parametrize("kind", get_args(Kind))
def test_a_cell_takes_what_its_question_takes(
    library: Library, kind: Kind, refused: set[tuple[str, str]]
) -> None:
    assert kind in MADE, f"the kind {kind} lacks a made-up question in {Path(__file__).name}"
    if MADE[kind] is None:
        return
    form = Form.of(library, ROLE)
    asked, column = form.single[f"q_{kind}"], column_of(library, kind)
    wrong = {text for name, text in refused if name == column}
    assert wrong == {text for text in TEXTS if isinstance(accepted(library, form, asked, text), Problem)}
    assert wrong
    assert set(TEXTS) - wrong - set(UNKNOWN), (
        f"TEXTS of {Path(__file__).name} lacks what a question of the kind {kind} takes"
    )


def accepted(library: Library, form: Form, asked: Asked, text: str) -> Any:
    """What the question makes of the text of a cell."""
    if text in UNKNOWN:
        return Interview.from_answers(library, ROLE, {asked.key: text})
    number = asked.question.takes.number and text.lstrip("-").isdigit()
    value: Any = float(text) if number else text.split(JOIN) if JOIN in text else text
    value = {asked.rows[0].id: value} if asked.rows else value
    return accept(asked, value, form, role_split(form.role_shares))


def test_too_many_things_are_told_by_the_column_that_says_most() -> None:
    several = Combinations.__new__(Combinations)
    several._values = {"level": range(4), "q_month": range(MOST)}
    with pytest.raises(UntabledError, match=f"q_month alone {MOST}; .*`alike` .*cohort/columns.py"):
        several.table(("level", "q_month"), "code")


def test_options_that_are_alike_are_one_thing_however_many_they_are() -> None:
    column = Column("q_month", "option", "", "q_month", ("2024-05", "2024-06"), alike=True)
    says = dict(_texts(column, cast(Any, None), cast(Any, None)))
    assert says == {"": "", **{one: one for one in UNKNOWN}, "2024-05": NAMED, "2024-06": NAMED}


@pytest.mark.parametrize("engine", ["duckdb", "polars"])
def test_a_number_that_is_not_known_leaves_the_row_as_it_is_for_one_person(
    engine: EngineName, tmp_path: Path
) -> None:
    people = {one: {"split_design": 100, "level": "senior", "years": one} for one in (*UNKNOWN, "", "3")}
    rows = [
        ["id", "split_design", "level", "years"],
        *([one, *said.values()] for one, said in people.items()),
    ]
    with (tmp_path / "people.csv").open("w", encoding="utf-8", newline="") as stream:
        csv.writer(stream).writerows(rows)

    found = run(Library.open(), ROLE, tmp_path / "people.csv", tmp_path / "out.csv", engine)

    assert (found.scored, found.rejected) == (4, 0)
    with (tmp_path / "out.csv").open(encoding="utf-8") as stream:
        [first, *others] = [{**row, "id": ""} for row in csv.DictReader(stream)]
    assert others == [first] * 3
