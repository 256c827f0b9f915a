"""Building plain data and its places from the parser's events, in one pass without recursion."""

import math
import re
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from typing import Final

import yaml

from aijri_engine.content import codes
from aijri_engine.content.problems import ContentError, Problem, problem_at, quoted
from aijri_engine.content.safe_files import CONTROL, character_name
from aijri_engine.content.yaml.document import Node, Place
from aijri_engine.content.yaml.syntax import FLOW_HINT, NOT_YAML, QUOTE_HINT, syntax_problem

MOST_DIGITS: Final = 30
"""Digits a number may have; beyond that it is a name or a mistake."""

NULLS: Final = frozenset({"", "~", "null"})
TRUTHS: Final = {"true": True, "false": False}
WHOLE: Final = re.compile(r"[-+]?(?:0|[1-9][0-9]*)")
DECIMAL: Final = re.compile(r"[-+]?(?:(?:0|[1-9][0-9]*)(?:\.[0-9]*)?|\.[0-9]+)(?:[eE][-+]?[0-9]+)?")
DIGIT: Final = re.compile("[0-9]")

Scalar = str | int | float | bool | None


class NumberTooLargeError(ValueError):
    """A plain number with more than 30 digits, or too large for a float."""


def resolve(text: str) -> Scalar:
    """Return the value of a plain (unquoted) scalar.

    `no`, `on`, `010`, `1:30`, `1_000`, `0x1F`, `.inf`, `.nan` and dates are text. Raises
    NumberTooLargeError.
    """
    if text in NULLS:
        return None
    if text in TRUTHS:
        return TRUTHS[text]
    if not DECIMAL.fullmatch(text):
        return text
    if len(DIGIT.findall(text)) > MOST_DIGITS:
        raise NumberTooLargeError(text)
    if WHOLE.fullmatch(text):
        return int(text)
    number = float(text)
    if not math.isfinite(number):
        raise NumberTooLargeError(text)
    return number


def _joined(text: str) -> str:
    r"""A quoted text whose escaped halves of one character, `\ud83d\udc69`, are that character, as JSON has it."""
    return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "surrogatepass")


DEEPEST: Final = 40
"""Greatest nesting of lists and mappings."""

MOST_NODES: Final = 50_000
"""Greatest number of keys, values, lists and mappings together."""

STANDARD_TAGS: Final = "tag:yaml.org,2002:"
"""What the parser puts for `!!`."""

DIRECTIVES: Final = re.compile(r"(?: *(?:#[^\n]*)?\n)*%")
"""Lines that begin with `%` before anything else."""

READ_OTHERWISE: Final = re.compile("[\t\r\0\x85\u2028\u2029\ufeff]")
"""Characters that the quick scanner takes where the strict one refuses them."""

MOST_COLLECTED: Final = 1000
"""Problems after which reading stops."""

Value = Scalar | list[object] | dict[str, object]


@dataclass(slots=True)
class _Frame:
    """A list or mapping that is still open."""

    node: Node
    items: list[object] | None
    entries: dict[str, object]
    keys: dict[str, Place]
    children: dict[str | int, Node]
    awaits_key: bool
    key: str | None = None


@dataclass(slots=True)
class Composer:
    """One pass over the events of one text."""

    file: str
    lines: Sequence[str]
    problems: list[Problem] = field(default_factory=list)
    open: list[_Frame] = field(default_factory=list)
    quick: bool = False
    """Read by the quick scanner, whose word is taken only where the strict one would say the same."""
    nodes: int = 0
    documents: int = 0
    result: tuple[Value, Node] | None = None

    def compose(self, text: str) -> tuple[Value, Node]:
        """Return the data of `text` and its node tree.

        Raises ContentError with everything found up to the end, the first broken limit or syntax error.
        """
        if found := DIRECTIVES.match(text):
            self._stop(codes.DIRECTIVE, (found.group().count("\n") + 1, 1))
        if yaml.__with_libyaml__ and not READ_OTHERWISE.search(text):
            quick = Composer(self.file, self.lines, quick=True)
            with suppress(yaml.YAMLError, ContentError, ValueError):
                quick._read(yaml.CSafeLoader(text))
                if quick.result is not None and not quick.problems:
                    return quick.result
        loader = yaml.SafeLoader(text)
        try:
            self._read(loader)
        except yaml.MarkedYAMLError as error:
            self.problems.append(syntax_problem(error, self.file, self.lines, _here(loader)))
        except (yaml.YAMLError, ValueError, OverflowError, IndexError):
            # The scanner lets through what Python refuses, such as an escape beyond Unicode.
            self._report(
                codes.SYNTAX, _here(loader), FLOW_HINT if loader.flow_level else None, reason=NOT_YAML
            )
        finally:
            loader.dispose()
        if self.problems:
            raise ContentError(self.problems)
        if self.result is None:
            raise ContentError([Problem(self.file, None, None, codes.EMPTY, codes.message(codes.EMPTY))])
        return self.result

    def _read(self, loader: "yaml.SafeLoader | yaml.CSafeLoader") -> None:
        while loader.check_event():
            event: yaml.Event = loader.get_event()  # type: ignore[assignment]
            self._take(event)

    def _report(self, code: str, place: Place, hint: str | None = None, **values: object) -> None:
        told = codes.message(code, **values)
        self.problems.append(problem_at(self.file, self.lines, place, code, told, hint))
        if len(self.problems) >= MOST_COLLECTED:
            raise ContentError(self.problems)

    def _stop(self, code: str, place: Place, hint: str | None = None, **values: object) -> None:
        self._report(code, place, hint, **values)
        raise ContentError(self.problems)

    def _take(self, event: yaml.Event) -> None:
        place = _start(event)
        if isinstance(event, yaml.DocumentStartEvent):
            self.documents += 1
            if self.documents > 1:
                self._stop(codes.SEVERAL_DOCUMENTS, place, "keep one document in a file")
        elif isinstance(event, yaml.AliasEvent):
            self._report(codes.ALIAS, place, QUOTE_HINT, name=quoted(f"*{event.anchor}"))
            self._place(None, Node("scalar", place), found=None)
        elif isinstance(event, yaml.ScalarEvent):
            self._count(place)
            self._refuse_decoration(event, place)
            self._scalar(event, place)
        elif isinstance(event, yaml.CollectionStartEvent):
            self._count(place)
            self._refuse_decoration(event, place)
            self._begin(event, place)
        elif isinstance(event, yaml.CollectionEndEvent):
            self._end()

    def _count(self, place: Place) -> None:
        self.nodes += 1
        if self.nodes > MOST_NODES:
            self._stop(codes.TOO_MANY_NODES, place, "split the file", limit=f"{MOST_NODES:,}")

    def _refuse_decoration(self, event: yaml.ScalarEvent | yaml.CollectionStartEvent, place: Place) -> None:
        if event.anchor is not None:
            self._report(codes.ANCHOR, place, QUOTE_HINT, name=quoted(f"&{event.anchor}"))
        if event.tag is not None:
            self._report(codes.TAG, place, QUOTE_HINT, name=quoted(event.tag.replace(STANDARD_TAGS, "!!")))

    def _scalar(self, event: yaml.ScalarEvent, place: Place) -> None:
        value: Scalar = event.value
        plain = not event.style
        in_flow = bool(self.open) and self.open[-1].node.flow
        if self.quick and plain and (not event.value or (in_flow and "?" in event.value)):
            raise ValueError("read in another way by the strict scanner")
        if plain:
            try:
                value = resolve(event.value)
            except NumberTooLargeError:
                hint = "put it in quotes if it is a name or a code"
                self._report(codes.NUMBER_TOO_LARGE, place, hint, number=quoted(event.value))
        elif found := CONTROL.search(value := _joined(event.value)):
            name = character_name(found.group())
            self._report(codes.CONTROL_CHARACTER, place, character=name, where="this text")
        empty = plain and event.value == ""
        if empty and not self.open:
            return
        found_text = "nothing" if value is None else quoted(event.value)
        self._place(value, Node("scalar", place, empty=empty), found=found_text)

    def _begin(self, event: yaml.CollectionStartEvent, place: Place) -> None:
        if len(self.open) >= DEEPEST:
            self._stop(codes.TOO_DEEP, place, limit=DEEPEST)
        keys: dict[str, Place] = {}
        children: dict[str | int, Node] = {}
        is_mapping = isinstance(event, yaml.MappingStartEvent)
        node = Node("mapping" if is_mapping else "list", place, bool(event.flow_style), False, keys, children)
        frame = _Frame(node, None if is_mapping else [], {}, keys, children, awaits_key=is_mapping)
        self._place(
            frame.entries if frame.items is None else frame.items,
            node,
            found="a mapping" if is_mapping else "a list",
        )
        self.open.append(frame)

    def _end(self) -> None:
        self.open.pop()

    def _place(self, value: Value, node: Node, found: str | None) -> None:
        """Put a value where it belongs; `found` names it should it stand for a key; None if told already."""
        if not self.open:
            self.result = (value, node)
            return
        frame = self.open[-1]
        if frame.items is not None:
            frame.children[len(frame.items)] = node
            frame.items.append(value)
        elif frame.awaits_key:
            frame.key = self._key(frame, value, node, found)
            frame.awaits_key = False
        else:
            frame.awaits_key = True
            if frame.key is not None:
                frame.entries[frame.key] = value
                frame.children[frame.key] = node

    def _key(self, frame: _Frame, value: Value, node: Node, found: str | None) -> str | None:
        """The key, or None when it cannot be one."""
        if not isinstance(value, str):
            if found is not None:
                hint = FLOW_HINT if frame.node.flow else QUOTE_HINT
                self._report(codes.KEY_NOT_TEXT, node.place, hint, found=found)
            return None
        if value in frame.keys:
            hint = f"it is first used in line {frame.keys[value][0]}"
            self._report(codes.DUPLICATE_KEY, node.place, hint, key=quoted(value))
            return None
        frame.keys[value] = node.place
        return value


def _start(event: yaml.Event) -> Place:
    mark = event.start_mark
    return (1, 1) if mark is None else (mark.line + 1, mark.column + 1)


def _here(loader: yaml.SafeLoader) -> Place:
    return (loader.line + 1, loader.column + 1)
