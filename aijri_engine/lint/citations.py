"""Sources and dates: unused, unknown or old sources, content past its review date (P405-P408, P413)."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Any, Final

from aijri_engine.content.base import Model, Source
from aijri_engine.content.problems import Problem, known_names, quoted
from aijri_engine.content.published import Landscape
from aijri_engine.lint.content import ContentFile, Place

OLDEST_SOURCE: Final = 2
"""Years after which a source should be read again."""

DATES: Final = ("as_of", "review_by", "accessed")

SOURCE_SHAPE = (
    'add it: `sources: [{id: an-id, title: Who and what, accessed: "2026-11-28", kind: study}]` '
    "(or statistics, index, news, law, resource)"
)


def citation_problems(file: ContentFile[Model], today: date) -> Iterator[Problem]:
    """Everything about sources and dates of one file; sources of the landscape stand for the whole of it."""
    sources: Sequence[Source] = getattr(file.model, "sources", ())
    resources: Sequence[Source] = getattr(file.model, "resources", ())
    known = [source.id for source in (*sources, *resources)]
    used: set[str] = set()
    parts = list(_parts(file.source.data))
    for place, name in _references(parts):
        used.add(name)
        if name not in known:
            hint = known_names(name, known) or SOURCE_SHAPE
            yield file.problem("P406", place, f"unknown source {quoted(name)}", hint)
    for number, source in enumerate(sources):
        if source.id not in used and not isinstance(file.model, Landscape):
            hint = "remove it, or name it where it is used"
            yield file.problem(
                "P405", ("sources", number, "id"), f"source {quoted(source.id)} is not used", hint
            )
    for group, items in (("sources", sources), ("resources", resources)):
        for number, source in enumerate(items):
            yield from _age(file, (group, number, "accessed"), source, today)
    yield from _dates(file, parts)
    review = _day(getattr(file.model, "review_by", None))
    if review is not None and review < today:
        told = f"this was to be reviewed by {review.isoformat()}"
        yield file.problem("P408", ("review_by",), told, "check the content and set a new date")


def _parts(data: Any, place: Place = ()) -> Iterator[tuple[Place, Any]]:
    """Everything in the data of a file, with its place."""
    yield place, data
    inside = data.items() if isinstance(data, Mapping) else enumerate(data) if isinstance(data, list) else ()
    for key, value in inside:
        yield from _parts(value, (*place, key))


def _references(parts: Sequence[tuple[Place, Any]]) -> Iterator[tuple[Place, str]]:
    """Ids in every list `sources:` and in figures in short (`[score, why, [ids]]`), not the list of sources itself."""
    for place, one in parts:
        if not isinstance(one, list):
            continue
        in_short = len(one) == 3 and isinstance(one[0], (int, float)) and isinstance(one[2], list)
        where, names = (
            ((*place, 2), one[2]) if in_short else (place, one if place[-1:] == ("sources",) else ())
        )
        yield from (((*where, number), name) for number, name in enumerate(names) if isinstance(name, str))


def _age(file: ContentFile[Model], place: Place, source: Source, today: date) -> Iterator[Problem]:
    read = _day(source.accessed)
    if read is not None and (today.year - OLDEST_SOURCE, today.month, today.day) > (
        read.year,
        read.month,
        read.day,
    ):
        told = f"source {quoted(source.id)} was read more than {OLDEST_SOURCE} years ago"
        yield file.problem("P407", place, told, "read it again and set the date")


def _dates(file: ContentFile[Model], parts: Sequence[tuple[Place, Any]]) -> Iterator[Problem]:
    for place, value in parts:
        if place and place[-1] in DATES and isinstance(value, str) and _day(value) is None:
            yield file.problem("P413", place, f"there is no date {quoted(value)}", "write it as YYYY-MM-DD")


def _day(text: Any) -> date | None:
    try:
        return date.fromisoformat(text)
    except (TypeError, ValueError):
        return None
