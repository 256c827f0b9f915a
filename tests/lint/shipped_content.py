"""The shipped content as the checks see it."""

from pathlib import Path
from typing import TypeVar

from aijri_engine.content.base import Model
from aijri_engine.content.checks import Content, ContentFile
from aijri_engine.content.landscape import Landscape
from aijri_engine.content.library import content_folder
from aijri_engine.content.questions import InterviewFile
from aijri_engine.content.role import Role
from aijri_engine.content.source import read_source, validate
from aijri_engine.content.strategies import StrategiesFile

AnyModel = TypeVar("AnyModel", bound=Model)


def content_file(path: Path, model: type[AnyModel]) -> ContentFile[AnyModel]:
    source = read_source(path)
    found, problems = validate(source, model)
    assert found is not None, problems
    return ContentFile(source, found)


def shipped_content() -> Content:
    folder = content_folder()
    return Content(
        content_file(folder / "interview.yaml", InterviewFile),
        tuple(content_file(path, Role) for path in sorted(folder.glob("roles/*.yaml"))),
        tuple(content_file(path, StrategiesFile) for path in sorted(folder.glob("strategies/*.yaml"))),
        content_file(folder / "landscape.yaml", Landscape),
    )
