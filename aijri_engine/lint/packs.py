"""Packs and roles laid over the core interview: what conflicts, told with both places (Q224)."""

from collections.abc import Iterator
from datetime import date

from aijri_engine.content.base import Model
from aijri_engine.content.library import layer_name, layers_of
from aijri_engine.content.packs import Conflict, Pack, lay_over
from aijri_engine.content.problems import Problem
from aijri_engine.content.questions import InterviewFile
from aijri_engine.content.role import Role
from aijri_engine.lint.citations import citation_problems
from aijri_engine.lint.content import Content, ContentFile, LaidFile, questions_at


def laid_file(
    core: ContentFile[InterviewFile], pack: ContentFile[Pack] | None, role: ContentFile[Role] | None = None
) -> LaidFile:
    """The interview of a role, or of a pack that no role names, with the files its parts come from."""
    layers = layers_of(role.model if role else None, *([pack.model] if pack else []))
    laid = lay_over(core.model, layers)
    given = [file for file in (pack, role) if file is not None]
    files: dict[str, ContentFile[Model]] = {layer_name(file.model): file for file in given}
    reported = core.reported or any(file.reported for file in files.values())
    return LaidFile(core.source, laid.file, reported, core, files, laid.origins, laid.conflicts)


def laid_problems(content: Content) -> Iterator[Problem]:
    """Q224: questions that cannot be laid over what is there."""
    file = content.interview
    if not isinstance(file, LaidFile):
        return
    for conflict in file.conflicts:
        layer = file.layers[conflict.layer]
        if layer.reported:
            told = f"{conflict.message}; see {_place(file, conflict)}"
            yield layer.problem("Q224", ("questions", conflict.number, "id"), told, conflict.hint)


def _place(file: LaidFile, conflict: Conflict) -> str:
    """Where the question stands that this one conflicts with."""
    wanted = file.layers[conflict.layer].model
    question = getattr(wanted, "questions", ())[conflict.number].id
    if question in file.origins:
        name, number = file.origins[question]
        source, place = file.layers[name].source, ("questions", number, "id")
        return f"{source.name}:{source.position(place)[0]}"
    core = file.core or file
    found = next((place for place, _, known in questions_at(core.model) if known.id == question), None)
    line = f":{core.source.position((*found, 'id'))[0]}" if found is not None else ""
    return f"{core.source.name}{line}"


def pack_problems(file: ContentFile[Pack], today: date) -> list[Problem]:
    """What a pack says by itself: its sources and dates."""
    return list(citation_problems(file, today)) if file.reported else []
