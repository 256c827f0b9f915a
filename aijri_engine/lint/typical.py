"""Does a role's own typical person get the role's own figures? (P416)"""

from collections.abc import Iterator

from aijri_engine.content.library import Library
from aijri_engine.content.problems import Problem
from aijri_engine.interview.interview import Interview
from aijri_engine.interview.values import Problem as Unfit
from aijri_engine.lint.content import Content
from aijri_engine.personal.typical import figures_missed, typical_interview


def typical_problems(content: Content, library: Library) -> Iterator[Problem]:
    """P416 for each role whose typical answers do not return its own figures."""
    for file in content.roles:
        if not file.reported:
            continue
        found = typical_interview(Interview.start(library, file.model.id))
        missed = [found.text()] if isinstance(found, Unfit) else list(figures_missed(found))
        place = ("typical",) if file.model.typical else ("barriers",)
        for told in missed:
            hint = "add an option to the pack, correct the figure, or name the answer in `typical`"
            yield file.problem("P416", place, f"typical answers do not return the role: {told}", hint, "key")
