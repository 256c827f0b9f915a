"""The shipped content as the checks see it."""

from aijri_engine.content.library import content_folder
from aijri_engine.lint.check import views
from aijri_engine.lint.content import Content
from aijri_engine.lint.gather import gather


def shipped_contents() -> dict[str, Content]:
    """What each role is checked with, by role id."""
    return {role.model.id: view for view in views(gather([content_folder()]).files) for role in view.roles}


def shipped_content(role: str = "deep-learning-engineer") -> Content:
    return shipped_contents()[role]
