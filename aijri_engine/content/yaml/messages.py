"""The errors of a model in plain words, with a code and a remedy."""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from pydantic import BaseModel

from aijri_engine.content import codes
from aijri_engine.content.problems import did_you_mean, quoted
from aijri_engine.content.yaml.compose import DECIMAL
from aijri_engine.content.yaml.document import Located, Place
from aijri_engine.content.yaml.keys import allowed_keys
from aijri_engine.content.yaml.syntax import FLOW_HINT
from aijri_engine.text import join_words, slug

MOST_NAMED: Final = 12
"""Choices that a message lists."""
MOST_KEYS: Final = 50
"""Keys that a message lists: all of a role's, so that the one that was meant is among them."""

LONGEST_FOUND: Final = 40
IN_QUOTES: Final = re.compile(r"'((?:[^'\\]|\\.)*)'")

LIST_WORDS: Final = "a list"
MAPPING_WORDS: Final = "a mapping of keys"
TEXT_WORDS: Final = "text"
EXPECTED: Final[Mapping[str, str]] = {
    "string_type": TEXT_WORDS,
    "int_type": "a whole number",
    "int_parsing": "a whole number",
    "int_from_float": "a whole number",
    "float_type": "a number",
    "float_parsing": "a number",
    "decimal_type": "a number",
    "bool_type": "true or false",
    "bool_parsing": "true or false",
    "list_type": LIST_WORDS,
    "tuple_type": LIST_WORDS,
    "set_type": LIST_WORDS,
    "frozen_set_type": LIST_WORDS,
    "dict_type": MAPPING_WORDS,
    "mapping_type": MAPPING_WORDS,
    "model_type": MAPPING_WORDS,
    "model_attributes_type": MAPPING_WORDS,
    "dataclass_type": MAPPING_WORDS,
    "none_required": "nothing",
    "date_type": "a date such as 2026-01-31",
    "date_parsing": "a date such as 2026-01-31",
    "date_from_datetime_parsing": "a date such as 2026-01-31",
    "date_from_datetime_inexact": "a date such as 2026-01-31",
}
BOUNDS: Final[Mapping[str, tuple[str, str]]] = {
    "greater_than": ("gt", "more than"),
    "greater_than_equal": ("ge", "at least"),
    "less_than": ("lt", "less than"),
    "less_than_equal": ("le", "at most"),
    "multiple_of": ("multiple_of", "a multiple of"),
}
LENGTHS: Final[Mapping[str, tuple[str, str, str]]] = {
    "too_short": ("min_length", "at least", "entry entries"),
    "too_long": ("max_length", "at most", "entry entries"),
    "string_too_short": ("min_length", "at least", "character characters"),
    "string_too_long": ("max_length", "at most", "character characters"),
}
CHOICES: Final = frozenset({"literal_error", "enum"})
RULES: Final = frozenset({"value_error", "assertion_error"})


@dataclass(frozen=True, slots=True)
class Wording:
    """One problem in words; the hint is worked out only when it is shown, as looking for near words costs."""

    place: Place
    code: str
    values: Mapping[str, object]
    hint: Callable[[], str | None]

    def message(self) -> str:
        """Return the sentence."""
        return codes.message(self.code, **self.values)


def missing(errors: Sequence[Located]) -> Iterator[Wording]:
    """What mappings lack: all keys of one in one line; what several of a list lack alike once, with their number."""
    by_mapping: dict[tuple[str | int, ...], list[Located]] = {}
    for error in errors:
        by_mapping.setdefault(error.loc[:-1], []).append(error)
    alike: dict[tuple[tuple[str, ...], tuple[str, ...]], list[Place]] = {}
    for loc, found in by_mapping.items():
        shape = tuple("*" if isinstance(step, int) else step for step in loc)
        lacks = tuple(quoted(error.loc[-1]) for error in found)
        alike.setdefault((shape, lacks), []).append(found[0].place)
    for (_, lacks), places in alike.items():
        told = f"key{'s' if len(lacks) > 1 else ''} {join_words(lacks)}"
        more = f"the same in {len(places) - 1} more places" if len(places) > 1 else None
        yield _wording(min(places), codes.MISSING_KEY, more, keys=told)


def told(model: type[BaseModel], group: list[Located]) -> list[Wording]:
    """Return what to tell about `group`: one error, or several that each expect another type of one value."""
    if len(group) > 1:
        return [_either(group)]
    error = group[0]
    kind, context = error.detail["type"], error.detail.get("ctx", {})
    found = error.detail["input"]
    if kind == "extra_forbidden":
        return [_unknown_key(model, error, str(error.loc[-1]), error.place)]
    if kind == "missing" and isinstance(error.loc[-1], int):
        found, wanted = len(error.node.children), f"at least {error.loc[-1] + 1} entries"
        return [_wording(error.place, codes.WRONG_LENGTH, expected=wanted, found=found)]
    if kind == "union_tag_not_found":
        return _untold_kind(model, error)
    if kind == "union_tag_invalid":
        return [_wrong_kind(error)]
    if kind in CHOICES:
        return [_choice(error, [error])]
    if kind in EXPECTED:
        hint = _type_hint(kind, found)
        return [_wording(error.place, codes.WRONG_TYPE, hint, expected=EXPECTED[kind], found=describe(found))]
    if kind in BOUNDS:
        name, words = BOUNDS[kind]
        return [
            _wording(
                error.place,
                codes.OUT_OF_RANGE,
                expected=f"{words} {_number(context[name])}",
                found=_number(found),
            )
        ]
    if kind in LENGTHS:
        return [_length(error, kind, context)]
    if kind == "string_pattern_mismatch":
        hint = _form_hint(str(found), str(context["pattern"]))
        return [_wording(error.place, codes.WRONG_FORM, hint, found=describe(found))]
    if kind in RULES:
        reason = str(context.get("error", "")) or error.detail["msg"]
        return [_wording(error.place, codes.REJECTED, reason=reason)]
    return [_wording(error.place, codes.INVALID, reason=error.detail["msg"])]


def describe(value: object) -> str:
    """Return what `value` is, as a message says it: `text "abc"`, `the number 3`, `a list`, `nothing`."""
    if value is None:
        return "nothing"
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int | float):
        return f"the number {_number(value)}"
    if isinstance(value, str):
        return f"text {quoted(value, LONGEST_FOUND)}" if value else "empty text"
    if isinstance(value, Mapping):
        return MAPPING_WORDS
    return LIST_WORDS if isinstance(value, list | tuple) else "something else"


def _wording(place: Place, code: str, hint: str | None = None, **values: object) -> Wording:
    return Wording(place, code, values, lambda: hint)


def _number(value: object) -> str:
    return (
        str(int(value))
        if isinstance(value, float) and value.is_integer() and abs(value) < 1e15
        else str(value)
    )


def _unknown_key(model: type[BaseModel], error: Located, key: str, place: Place) -> Wording:
    child = error.node.children.get(key)
    looks_like_text = error.node.flow and child is not None and child.empty
    present = set(error.node.keys)
    loc = error.loc[:-1] if error.detail["type"] == "extra_forbidden" else error.loc

    def hint() -> str | None:
        allowed = allowed_keys(model, loc)
        near = did_you_mean(key, (name for name in allowed if name not in present))
        if near or looks_like_text:
            return near or FLOW_HINT
        return f"known here: {_listed(allowed)}" if allowed else None

    return Wording(place, codes.UNKNOWN_KEY, {"key": quoted(key)}, hint)


def _untold_kind(model: type[BaseModel], error: Located) -> list[Wording]:
    """No branch of a tagged union was named: most often the key that names it is missing or misspelt."""
    discriminator = _names(str(error.detail.get("ctx", {}).get("discriminator", "")))
    if error.node.kind != "mapping":
        found = describe(error.detail["input"])
        return [_wording(error.place, codes.WRONG_TYPE, expected=MAPPING_WORDS, found=found)]
    allowed = allowed_keys(model, error.loc)
    unknown = [key for key in error.node.keys if key not in allowed] if allowed else []
    if unknown:
        return [_unknown_key(model, error, key, error.node.keys[key]) for key in unknown]
    if discriminator:
        return [_wording(error.place, codes.MISSING_KEY, keys=f"key {quoted(discriminator[0])}")]
    hint = f"known here: {_listed(allowed)}" if allowed else None
    return [_wording(error.place, codes.UNKNOWN_KIND, hint)]


def _wrong_kind(error: Located) -> Wording:
    context = error.detail["ctx"]
    choices = _names(str(context["expected_tags"]))
    tag = str(context["tag"])
    discriminator = _names(str(context["discriminator"]))
    named = error.node.children.get(discriminator[0]) if discriminator else None
    return Wording(
        named.place if named else error.place,
        codes.NOT_A_CHOICE,
        {"expected": _either_of(choices), "found": describe(tag)},
        lambda: did_you_mean(tag, choices),
    )


def _choice(error: Located, group: list[Located]) -> Wording:
    choices = [name for member in group for name in _choices(member)]
    others = _other_types(group)
    found = error.detail["input"]
    expected = _either_of([*choices], others) if choices else error.detail["msg"]
    hint = (lambda: did_you_mean(found, choices)) if isinstance(found, str) else (lambda: None)
    return Wording(error.place, codes.NOT_A_CHOICE, {"expected": expected, "found": describe(found)}, hint)


def _either(group: list[Located]) -> Wording:
    """Several branches of a union, each of which wants something else."""
    first = group[0]
    if any(error.detail["type"] in CHOICES for error in group):
        return _choice(first, group)
    expected = join_words(_other_types(group), "or")
    return _wording(first.place, codes.WRONG_TYPE, expected=expected, found=describe(first.detail["input"]))


def _other_types(group: list[Located]) -> list[str]:
    words = [EXPECTED[error.detail["type"]] for error in group if error.detail["type"] in EXPECTED]
    return list(dict.fromkeys(words))


def _choices(error: Located) -> list[str]:
    if error.detail["type"] not in CHOICES:
        return []
    return _names(str(error.detail.get("ctx", {}).get("expected", "")))


def _length(error: Located, kind: str, context: Mapping[str, Any]) -> Wording:
    name, words, unit = LENGTHS[kind]
    singular, plural = unit.split()
    wanted = int(context[name])
    found = error.detail["input"]
    actual = len(found) if hasattr(found, "__len__") else context.get("actual_length", "another number")
    expected = f"{words} {wanted} {singular if wanted == 1 else plural}"
    return _wording(error.place, codes.WRONG_LENGTH, expected=expected, found=actual)


def _type_hint(kind: str, found: object) -> str | None:
    if kind == "string_type" and (isinstance(found, bool | int | float)):
        return "put it in quotes if it is meant as text"
    if EXPECTED[kind].endswith("number") and isinstance(found, str) and DECIMAL.fullmatch(found):
        return "remove the quotes"
    return None


def _form_hint(found: str, pattern: str) -> str:
    """The found text brought into the form of an identifier if that is the form, else the form itself."""
    try:
        if re.search(pattern, slug(found)):
            return f"did you mean {quoted(slug(found))}?"
    except re.error:
        pass
    return f"the form is {quoted(pattern)}"


def _names(expected: str) -> list[str]:
    """The names a model lists as `'a', 'b' or 'c'`."""
    return IN_QUOTES.findall(expected)


def _listed(names: list[str]) -> str:
    return ", ".join(names[:MOST_KEYS]) + (", ..." if len(names) > MOST_KEYS else "")


def _either_of(choices: list[str], others: list[str] | None = None) -> str:
    shown = [quoted(choice) for choice in choices[:MOST_NAMED]]
    if len(choices) > MOST_NAMED:
        shown.append(f"{len(choices) - MOST_NAMED} others")
    return join_words([*shown, *(others or [])], "or")
