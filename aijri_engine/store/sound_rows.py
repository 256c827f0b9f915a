"""Records as the store holds them, made fit to be shown: one that is spoiled says so and hides no other."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date, datetime, time
from functools import cache
from typing import Any, TypeVar, get_type_hints

from sqlalchemy import ColumnElement, Table

from aijri_engine.store.identifiers import is_id
from aijri_engine.store.rows import RECIPIENT_MARK
from aijri_engine.store.schema import as_stored
from aijri_engine.store.seals import fits, sealed_columns
from aijri_engine.text import clean

Row = TypeVar("Row")

EPOCH = "1970-01-01T00:00:00.000000+00:00"
"""Stands for a moment that cannot be read."""

LONGEST = 20_000
"""Characters above which no text of ours is: notes have 4000, the words of a consent fewer."""


NOT_AS_SAVED = "this record is not as it was saved"
NOT_OPENED = (
    "its answers cannot be read: they, or the role or client they belong to, are not as they were saved"
)


class _SpoiledError(ValueError):
    """A value is not what its column holds; carries what stands for it."""

    def __init__(self, instead: Any) -> None:
        super().__init__()
        self.instead = instead


def _text(value: Any) -> str:
    if value.__class__ is not str:
        words = value.decode("utf-8", "replace") if isinstance(value, bytes) else f"{value}"
        raise _SpoiledError("" if value is None else clean(words, 80))
    if len(value) > LONGEST:
        raise _SpoiledError(clean(value, 80))
    return value if value.isprintable() else clean(value, LONGEST, lines=True)


def _id(value: Any) -> str:
    if not is_id(_text(value)):
        raise _SpoiledError(clean(value, 80))
    return str(value)


def _named(value: Any) -> str:
    """A text that is never empty."""
    if value in ("", b""):
        raise _SpoiledError("without a name")
    return _text(value)


def _names(value: Any) -> str:
    return RECIPIENT_MARK.join(_text(name) for name in str(value).split(RECIPIENT_MARK))


def _aware(value: str) -> str:
    if datetime.fromisoformat(value).tzinfo is None:
        raise ValueError(value)
    return value


def _read(parse: Callable[[Any], Any], instead: str | None) -> Callable[[Any], str]:
    """The check of what `parse` takes; what it does not take has a stand-in."""

    def check(value: Any) -> str:
        try:
            return str(parse(value))
        except (KeyError, TypeError, ValueError):
            raise _SpoiledError(instead) from None

    return check


def _number(value: Any) -> int:
    if value.__class__ is not int:
        raise _SpoiledError(0)
    return int(value)


def _mark(value: Any, instead: bool = False) -> bool:
    if value not in (0, 1):
        raise _SpoiledError(instead)
    return bool(value)


def _private(value: Any) -> bool:
    """What is not plainly said to be for others is not."""
    return _mark(value, instead=True)


def _one_of(*words: str) -> Callable[[Any], str]:
    """The check of a word that stands for a choice; another one is told as none."""
    return _read({word: word for word in words}.__getitem__, "")


CHECKS: Mapping[str, Callable[[Any], Any]] = {
    **dict.fromkeys(
        ("at", "created", "updated", "given", "withdrawn", "refused", "deleted"), _read(_aware, EPOCH)
    ),
    **dict.fromkeys(("expires", "due"), _read(date.fromisoformat, EPOCH[:10])),
    "next_date": _read(date.fromisoformat, None),
    **dict.fromkeys(("role", "role_name", "act"), _named),
    **dict.fromkeys(("given_to", "given_coaches"), _names),
    "next_time": _read(lambda value: f"{time.fromisoformat(value):%H:%M}", None),
    "private": _private,
    "answer": _one_of("yes", "today_only", "on_page", "no"),
    "state": _one_of("open", "done", "dropped"),
}
"""What a column has to hold, by its name; others by their type."""


def _checks(kind: type) -> tuple[tuple[str, Callable[[Any], Any], bool], ...]:
    """Name, check, and whether it may be empty, of each column of a record."""
    found = []
    for name, hint in get_type_hints(kind).items():
        if name == "trouble":
            continue
        parts = getattr(hint, "__args__", (hint,))
        words = _id if name == "id" else _text
        check = CHECKS.get(name) or (_number if int in parts else _mark if bool in parts else words)
        found.append((name, check, type(None) in parts))
    return tuple(found)


_KNOWN: dict[type, tuple[tuple[str, Callable[[Any], Any], bool], ...]] = {}
"""Checks by kind of record: they follow from its annotations and are worked out once."""


def sound(kind: type[Row], values: Sequence[Any]) -> Row:
    """The record of these values, `columns_of` it; what is spoiled has a stand-in, and `trouble` names the column."""
    checks = _KNOWN.get(kind) or _KNOWN.setdefault(kind, _checks(kind))
    kept: list[Any] = []
    spoiled: list[str] = []
    for (name, check, may_be_empty), value in zip(checks, values[: len(checks)], strict=True):
        if value is None and may_be_empty:
            kept.append(None)
            continue
        try:
            kept.append(check(value))
        except _SpoiledError as found:
            kept.append(found.instead)
            spoiled.append(name)
    sealed = values[len(checks) :]
    trouble = trouble_about(spoiled) or ("" if not sealed or fits(sealed) else NOT_AS_SAVED)
    return kind(*kept, trouble=trouble)  # type: ignore[call-arg]


NAMES = {"role_name": "title", "versions_json": "versions", "client": "alias", "client_id": "client"}
"""What columns are called where their name alone says something else."""


def trouble_about(columns: Iterable[str]) -> str:
    """That these columns of a record cannot be read; empty for none."""
    names = ", ".join(NAMES.get(one, one).replace("_", " ") for one in columns)
    return f"part of this record cannot be read ({names})" if names else ""


@cache
def columns_of(kind: type, table: Table) -> tuple[ColumnElement[Any], ...]:
    """The columns of a table that a record is made of, in its order, and what it is sealed with."""
    names = (name for name in get_type_hints(kind) if name != "trouble")
    return (*(as_stored(table.c[name]) for name in names), *sealed_columns(table))


def sound_rows(kind: type[Row], rows: Iterable[Sequence[Any]]) -> list[Row]:
    """`sound` for each."""
    return [sound(kind, row) for row in rows]
