"""Every case of `questionnaires/cases`, and what holds for each of them whatever it expects."""

import json
from pathlib import Path

import pytest
from case_judge import Judges

from aijri_engine import Library, to_json
from aijri_engine.content.cases import Case, CasesFile
from aijri_engine.content.library import content_folder
from aijri_engine.content.yaml import read_yaml, validate

NEVER_SAID = ("chance", "irreplaceable", "% risk", "countdown", "doomed", "replaced by", "safe from")
"""Words that no sentence of a result may contain."""


def case_files() -> dict[str, CasesFile]:
    """Every file of cases by name; a file of the wrong form is a failure of the whole run."""
    found = {}
    for path in sorted((content_folder() / "cases").glob("*.yaml")):
        file, problems = validate(read_yaml(Path(path)), CasesFile)
        assert file is not None, "\n".join(problem.block() for problem in problems)
        found[path.stem] = file
    return found


FILES = case_files()
CASES = [
    pytest.param(FILES[name], case, id=f"{name}::{case.name}") for name in FILES for case in FILES[name].cases
]
PEOPLE = [param for param in CASES if param.values[1].answers is not None]


@pytest.fixture(scope="module")
def judges() -> Judges:
    return Judges(Library.open())


@pytest.mark.parametrize(("file", "case"), CASES)
def test_case(judges: Judges, file: CasesFile, case: Case) -> None:
    faults = judges.of(file, case).faults()

    assert not faults, "\n".join(faults)


@pytest.mark.parametrize(("file", "case"), PEOPLE)
def test_a_case_promises_nothing_and_sums_as_shown(judges: Judges, file: CasesFile, case: Case) -> None:
    found = judges.of(file, case).result
    document = to_json(found)

    said = " ".join(one.text for one in found.sentences).lower()
    assert not [word for word in NEVER_SAID if word in said]
    assert "{" not in said, "a placeholder was not filled"
    assert json.loads(json.dumps(document)) == document
    if document["withheld"]:
        assert document["index"] is document["zone"] is document["base"] is None
        assert document["bridge"] == document["recommendations"] == []
        return
    assert round(sum(row["shown"] for row in document["bridge"]), 1) == round(
        document["index"] - document["base"]["index"], 1
    )
    assert document["range"]["low"] <= document["index"] <= document["range"]["high"]


def test_every_scenario_without_a_screen_has_a_case() -> None:
    named = {case.scenario for file in FILES.values() for case in file.cases}

    numbers = (1, 2, 3, 5, 7, 8, 9, 10, 11, 12, 13, 14, 16, 18, 19, 24)
    assert named >= {*map(str, numbers), "bad input"}
