"""The content files that are checked together."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Generic, Literal, TypeVar

from aijri_engine.content.base import Model
from aijri_engine.content.codes import CODES
from aijri_engine.content.meanings import Meaning
from aijri_engine.content.packs import Conflict, Pack
from aijri_engine.content.problems import Problem
from aijri_engine.content.published import Landscape
from aijri_engine.content.questions import InterviewFile, Option, Question, Section
from aijri_engine.content.role import Role
from aijri_engine.content.strategies import StrategiesFile, Strategy
from aijri_engine.content.yaml import Location, YamlFile

AnyModel = TypeVar("AnyModel", bound=Model, covariant=True)

Place = tuple[str | int, ...]
"""A way down the data of a file, to name where a problem is."""


def questions_at(model: InterviewFile) -> Iterator[tuple[Place, Section, Question]]:
    """Every question of an interview with its place and section."""
    for number, section in enumerate(model.sections):
        for position, question in enumerate(section.questions):
            yield ("sections", number, "questions", position), section, question


def option_lists(question: Question, place: Place) -> Iterator[tuple[Place, Sequence[Option]]]:
    """The options of a question and those of each of its rows, with the place of each list."""
    yield (*place, "options"), question.options
    for number, row in enumerate(question.rows):
        yield (*place, "rows", number, "options"), row.options


def options_at(question: Question, place: Place) -> Iterator[tuple[Place, Option]]:
    """The same, option by option."""
    for where, options in option_lists(question, place):
        yield from (((*where, number), option) for number, option in enumerate(options))


@dataclass(frozen=True)
class ContentFile(Generic[AnyModel]):
    """A file that has the right form; `reported` is false for one that only stands in as context."""

    source: YamlFile
    model: AnyModel
    reported: bool = True

    def problem(
        self,
        code: str,
        place: Location,
        message: str,
        hint: str | None = None,
        of: Literal["value", "key"] = "value",
    ) -> Problem:
        """A problem with the severity of its code, told where its author wrote what is wrong."""
        source, where = self.written(tuple(place))
        return source.problem(code, where, message, hint, of, CODES[code].severity)

    def written(self, place: Place) -> tuple[YamlFile, Place]:
        """The file that holds what stands at this place, and where in it."""
        return self.source, place

    def line(self, place: Place, beside: Place) -> str:
        """`line 97` where the key at a place stands, with its file where that is not the one of the other place."""
        (source, where), (other, _) = self.written(place), self.written(beside)
        number = f"line {source.position(where, 'key')[0]}"
        return number if source.name == other.name else f"{number} of {source.name}"


@dataclass(frozen=True)
class LaidFile(ContentFile[InterviewFile]):
    """The interview of a role: a problem is told where its author wrote it, in the core, the pack or the role."""

    core: ContentFile[InterviewFile] | None = None
    layers: Mapping[str, ContentFile[Model]] = field(default_factory=dict)
    """By the name of the layer."""
    origins: Mapping[str, tuple[str, int]] = field(default_factory=dict)
    """Question id -> layer and number of the question in it."""
    conflicts: tuple[Conflict, ...] = ()

    def written(self, place: Place) -> tuple[YamlFile, Place]:
        """The core, the pack or the role that this part of the interview comes from."""
        file, where = self._part(place)
        return file.source, where

    def _part(self, place: Place) -> tuple[ContentFile[Model], Place]:
        core = self.core or self
        if len(place) > 1 and place[0] == "rules":
            return self._rule(self.model.rules[int(place[1])].id, place, core)
        if len(place) > 3 and place[2] == "questions":
            section, number = int(place[1]), int(place[3])
            question = self.model.sections[section].questions[number].id
            if question in self.origins:
                layer, at = self.origins[question]
                return self.layers[layer], ("questions", at, *place[4:])
            known = [one.id for one in core.model.sections[section].questions]
            return core, (*place[:3], known.index(question), *place[4:])
        return core, place

    def _rule(
        self, rule: str, place: Place, core: ContentFile[InterviewFile]
    ) -> tuple[ContentFile[Model], Place]:
        for file in (*reversed(list(self.layers.values())), core):
            ids = [one.id for one in getattr(file.model, "rules", ())]
            if rule in ids:
                return file, ("rules", ids.index(rule), *place[2:])
        return core, place


@dataclass(frozen=True)
class Content:
    """Everything that may refer to each other."""

    interview: ContentFile[InterviewFile] | None
    roles: tuple[ContentFile[Role], ...] = ()
    strategies: tuple[ContentFile[StrategiesFile] | ContentFile[Pack], ...] = ()
    landscape: ContentFile[Landscape] | None = None

    @cached_property
    def tasks(self) -> tuple[str, ...]:
        """Ids of the tasks of all roles, each once."""
        return tuple(dict.fromkeys(task.id for file in self.roles for task in file.model.tasks))

    @cached_property
    def questions(self) -> dict[str, Question]:
        """Questions by id; of two with one id the first."""
        found: dict[str, Question] = {}
        for _, _, question in self.placed_questions():
            found.setdefault(question.id, question)
        return found

    def placed_questions(self) -> Iterator[tuple[Place, Section, Question]]:
        """Every question with its place and section."""
        return iter(()) if self.interview is None else questions_at(self.interview.model)

    def placed_strategies(self) -> Iterator[tuple[ContentFile[Model], Place, Strategy]]:
        """Every strategy with its file and place: those of roles, then the general ones."""
        for role in self.roles:
            for number, strategy in enumerate(role.model.strategies):
                yield role, ("strategies", number), strategy
        for file in self.strategies:
            for number, strategy in enumerate(file.model.strategies):
                yield file, ("strategies", number), strategy

    def options_meant(self, meaning: Meaning) -> tuple[str, ...]:
        """Option ids of the question with this meaning; empty when there is no such question."""
        question = next((one for one in self.questions.values() if one.meaning == meaning), None)
        return tuple(option.id for option in question.all_options()) if question else ()
