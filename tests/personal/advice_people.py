"""People of the cases for whom advice is looked at, and the strategies it is made of."""

from typing import Any

from made_up_people import LIBRARY, ROLE, TASKS, person

from aijri_engine import Interview
from aijri_engine.content.cases import CasesFile
from aijri_engine.content.library import content_folder
from aijri_engine.content.yaml import read_yaml, validate

STRATEGIES = LIBRARY.strategies(ROLE)
PRICED = [strategy for strategy in STRATEGIES if strategy.priced]


def case_people() -> list[Interview]:
    """Everybody of the cases, each once."""
    found: list[dict[str, Any]] = []
    for path in sorted((content_folder() / "cases").glob("*.yaml")):
        file, problems = validate(read_yaml(path), CasesFile)
        assert file is not None, problems
        for case in file.cases:
            if file.role == ROLE and case.answers is not None and case.answers not in found:
                found.append(case.answers)
    routine = {"steps": "written", "sources": "files", "judged": "automatic"}
    shares = dict(zip(TASKS, (15, 20, 10, 15, 10, 10), strict=True))
    found.append({"split": shares, "other": [{"name": "status calls", "share": 20, "rating": routine}]})
    return [person(answers) for answers in found]
