"""The shipped content made large: twelve tasks and some sixty questions, for measurements of the screen."""

from dataclasses import replace

from test_benchmarks_engine import ROLE, large_content

from aijri_engine import Interview, Library
from aijri_engine.content.questions import InterviewFile
from aijri_engine.content.role import Role


def large_library(library: Library) -> Library:
    """A library whose one role and interview are the large ones."""
    role, file = large_content(library)
    models = {Role: role, InterviewFile: file}
    files = tuple(replace(one, model=models.get(type(one.model), one.model)) for one in library.files)
    return Library.of(files)


def uncovered(library: Library) -> Interview:
    """Most questions of the large interview answered, with the index uncovered."""
    interview = Interview.start(library, ROLE)
    tasks = [task.id for task in library.role(ROLE).tasks]
    given = [("split", {"rows": dict.fromkeys(tasks, 100 / len(tasks)), "scaled": True})]
    given += [(f"depth.{task}", "originates") for task in tasks]
    for key, value in [*given, ("level", "mid"), ("employer", "product")]:
        found = interview.answer(key, value)
        assert isinstance(found, Interview), (key, found)
        interview = found
    assert len(interview.path.steps) >= 60
    return interview.reveal("score")
