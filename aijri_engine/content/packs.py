"""Packs: what the interview says to one kind of work, laid over the core by id.

The core holds what every job shares; a pack replaces or adds questions for a family of jobs, a role for itself. The
order is the core's.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from pydantic import Field, ValidationError

from aijri_engine.content.base import Identifier, Items, Model, Source, Text, Version
from aijri_engine.content.questions import InterviewFile, Option, OptionPatch, Question, QuestionPatch, Rule
from aijri_engine.content.strategies import Strategy

LAID_OVER = ("section", "after")
"""Keys of a patch that say where a new question stands."""


class Pack(Model):
    """`packs/*.yaml`: content about one kind of work."""

    id: Identifier
    title: Text
    """The kind of work, as a category of roles."""
    version: Version
    review_by: Text
    occupations: Items[Text] = ()
    """Beginnings of the codes of occupations that belong to this kind of work, for example `29-`."""
    near: Items[Identifier] = ()
    """Packs of kinds of work that people of this one go on to."""
    laid_where: Literal["derived", "own_table", "market_asked", "growth_asked"] | None = None
    """Laid over, beside the pack a role names, for roles from the tables of occupations, for tables whose rows nobody
    has scored, or for roles of which a market signal, or growth, is not known."""
    questions: Items[QuestionPatch] = ()
    rules: Items[Rule] = ()
    role: dict[str, Any] = Field(default_factory=dict)
    """Defaults of role files that name this pack, by the keys of a role file."""
    strategies: Items[Strategy] = ()
    sources: Items[Source] = ()


@dataclass(frozen=True, slots=True)
class Layer:
    """Questions and rules that are laid over an interview, and whose they are."""

    name: str
    """As messages tell it, for example `pack care` or `role registered-nurse`."""
    questions: Sequence[QuestionPatch] = ()
    rules: Sequence[Rule] = ()
    sources: Sequence[Source] = ()


@dataclass(frozen=True, slots=True)
class Conflict:
    """A patch that cannot be laid over what is there."""

    layer: str
    number: int
    """Of the question in its layer."""
    message: str
    hint: str
    over: str
    """Where the question that it conflicts with comes from."""


@dataclass(frozen=True, slots=True)
class Laid:
    """An interview with its layers, and where each question comes from."""

    file: InterviewFile
    origins: Mapping[str, tuple[str, int]]
    """Question id -> layer and number of the question in it; questions of the core are not in it."""
    conflicts: tuple[Conflict, ...] = ()


def lay_over(core: InterviewFile, layers: Iterable[Layer]) -> Laid:
    """The core with each layer laid over it in turn. What conflicts is left out and told."""
    sections = {section.id: list(section.questions) for section in core.sections}
    rules = {rule.id: rule for rule in core.rules}
    sources = {source.id: source for source in core.sources}
    origins: dict[str, tuple[str, int]] = {}
    conflicts: list[Conflict] = []
    for layer in layers:
        for number, patch in enumerate(layer.questions):
            wrong = _lay_question(sections, patch)
            if wrong is not None:
                over = origins.get(patch.id, ("the core", 0))[0]
                conflicts.append(Conflict(layer.name, number, *wrong, over))
            else:
                origins[patch.id] = layer.name, number
        rules |= {rule.id: rule for rule in layer.rules}
        sources |= {source.id: source for source in layer.sources}
    found = core.model_copy(
        update={
            "sections": tuple(
                section.model_copy(update={"questions": tuple(sections[section.id])})
                for section in core.sections
            ),
            "rules": tuple(rules.values()),
            "sources": tuple(sources.values()),
        }
    )
    return Laid(found, origins, tuple(conflicts))


def _lay_question(sections: dict[str, list[Question]], patch: QuestionPatch) -> tuple[str, str] | None:
    """Put one question in its place; or what is wrong with it, and the remedy."""
    for questions in sections.values():
        for place, known in enumerate(questions):
            if known.id == patch.id:
                return _replace(questions, place, patch)
    home = _home(sections, patch)
    if home is None:
        return (
            f"the question {patch.id!r} is new here, and nothing says where it stands",
            f"add `after` with a question or `section` with one of {', '.join(sections)}",
        )
    made = _question(_said(patch, ()))
    if isinstance(made, str):
        return made, "a new question needs `kind`, `ask`, `why` and `moves`"
    questions, place = home
    questions.insert(place, made)
    return None


def _replace(questions: list[Question], place: int, patch: QuestionPatch) -> tuple[str, str] | None:
    known = questions[place]
    for name in ("kind", "means"):
        given, before = getattr(patch, name), getattr(known, name)
        if given is not None and given != before:
            return (
                f"{patch.id!r} changes `{name}` from {before} to {given}",
                "give the question an id of its own",
            )
    said = {name: getattr(known, name) for name in known.given()} | _said(patch, known.options)
    if "options" in patch.given() and "odds" not in patch.given():
        options = {option.id for option in patch.options}
        if not set(known.odds) <= options:
            said.pop("odds", None)
    made = _question(said)
    if isinstance(made, str):
        return made, "the question as a whole has to fit its kind"
    questions[place] = made
    return None


def _said(patch: QuestionPatch, options: Iterable[Option]) -> dict[str, Any]:
    said = {name: getattr(patch, name) for name in patch.given() if name not in LAID_OVER}
    if "options" in said:
        known = {option.id: option for option in options}
        said["options"] = tuple(_option(one, known.get(one.id)) for one in patch.options)
    return said


def _option(patch: OptionPatch, known: Option | None) -> dict[str, Any]:
    """The option as data, with what it leaves out from the one it is laid over.

    Under the same label its `aliases` and `hints` are more of them; under another label they stand alone.
    """
    if known is None:
        return patch.model_dump(by_alias=True, exclude_unset=True)
    said = known.model_dump(by_alias=True, exclude_unset=True) | patch.model_dump(
        by_alias=True, exclude_unset=True
    )
    if said["label"] == known.label:
        for words in ("aliases", "hints"):
            said[words] = tuple(dict.fromkeys((*getattr(known, words), *getattr(patch, words))))
    return said


def _question(said: Mapping[str, Any]) -> Question | str:
    try:
        return Question.model_validate(said)
    except ValidationError as error:
        first = error.errors()[0]
        return f"{said['id']!r}: {str(first['msg']).removeprefix('Value error, ')}"


def _home(sections: dict[str, list[Question]], patch: QuestionPatch) -> tuple[list[Question], int] | None:
    if patch.after is not None:
        for questions in sections.values():
            for place, known in enumerate(questions):
                if known.id == patch.after:
                    return questions, place + 1
    questions = sections.get(patch.section or "", [])
    return (questions, len(questions)) if patch.section in sections else None
