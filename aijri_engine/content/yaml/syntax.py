"""What the YAML parser complains about, told in plain words, with a place and a remedy."""

import re
from collections.abc import Sequence
from typing import Final

import yaml

from aijri_engine.content import codes
from aijri_engine.content.problems import Problem, problem_at, quoted

FLOW_HINT: Final = "put this text on its own line or in quotes"
QUOTE_HINT: Final = "put this text in quotes"
LINE_UP_HINT: Final = "check the indentation of this line and the quotes before it"

FOUND: Final = re.compile(r"found (?:character |unknown escape character )?('.*'|\".*\")")
WANTED: Final = re.compile(r"expected ',' or '([\]}])'")
OPENED: Final = {"]": "[", "}": "{"}

NOT_YAML: Final = "this is not valid YAML"


def syntax_problem(
    error: yaml.MarkedYAMLError, file: str, lines: Sequence[str], position: tuple[int, int]
) -> Problem:
    """Return the problem that a parser error stands for; `position` serves when the error has none."""
    said, context = error.problem or "", error.context or ""
    here = _place(error.problem_mark) or position
    began = _place(error.context_mark) or here
    if said.startswith("found character '\\t'"):
        told = codes.message(codes.TAB)
        return problem_at(file, lines, here, codes.TAB, told, "use spaces")
    if "tag" in said or context.endswith((" a tag", " tag handle")):
        told = codes.message(codes.TAG, name=quoted(_word(lines, began)))
        return problem_at(file, lines, began, codes.TAG, told, QUOTE_HINT)
    if said.startswith("expected '<document start>'"):
        told = codes.message(codes.SEVERAL_DOCUMENTS)
        return problem_at(file, lines, here, codes.SEVERAL_DOCUMENTS, told, "keep one document in a file")
    place, reason, hint = _reason(said, context, here, began, " flow " in f"{error.context or ''} ")
    return problem_at(file, lines, place, codes.SYNTAX, codes.message(codes.SYNTAX, reason=reason), hint)


def _reason(
    said: str, context: str, here: tuple[int, int], began: tuple[int, int], in_flow: bool
) -> tuple[tuple[int, int], str, str | None]:
    """Place, reason and remedy of an error of plain syntax."""
    found = _found(said)
    text_hint = FLOW_HINT if in_flow else QUOTE_HINT
    if "that cannot start any token" in said:
        return here, f"text cannot begin with {found}", text_hint
    if said == "could not find expected ':'":
        return began, "this is neither a key with a colon nor part of the text above", LINE_UP_HINT
    if said == "mapping values are not allowed here":
        hint = 'put text with ": " in quotes; if this is a key, check its indentation'
        return here, 'a ":" is not expected here', FLOW_HINT if in_flow else hint
    if said == "mapping keys are not allowed here":
        return here, 'a "?" is not expected here', text_hint
    if said == "sequence entries are not allowed here":
        return here, 'a list entry "-" is not expected here', "begin the list on a line of its own"
    if context == "while scanning a quoted scalar":
        return began, "the quote that opens here is never closed", None
    if context == "while scanning a double-quoted scalar":
        return here, "unknown escape after a backslash", "use single quotes, where a backslash is only itself"
    if context == "while scanning a block scalar":
        return here, 'only "+", "-" or a digit may follow "|" or ">"', "begin the text on the next line"
    if context in ("while scanning an alias", "while scanning an anchor"):
        return began, 'text cannot begin with "*" or "&"', text_hint
    if wanted := WANTED.match(said):
        return _unclosed(said, wanted.group(1), here, began)
    if said.startswith("expected <block end>"):
        if found == quoted("<scalar>"):
            return here, "this text does not belong to what stands before it", LINE_UP_HINT
        return here, "this does not line up with the lines above", LINE_UP_HINT
    if said.startswith("expected the node content"):
        named = "the end of the file" if "stream end" in said else found
        return here, f"a value is expected here, found {named}", text_hint
    return here, NOT_YAML, FLOW_HINT if in_flow else None


def _unclosed(
    said: str, closing: str, here: tuple[int, int], began: tuple[int, int]
) -> tuple[tuple[int, int], str, str | None]:
    """A flow list or mapping that goes on with something other than a comma or its closing bracket."""
    opening = OPENED[closing]
    if "stream end" in said:
        return began, f'the "{opening}" that opens here is never closed', FLOW_HINT
    opened = f'after the "{opening}" of line {began[0]}, column {began[1]}'
    return here, f'expected "," or "{closing}" {opened}, found {_found(said)}', FLOW_HINT


def _found(said: str) -> str:
    """The thing found instead, taken out of the parser's sentence."""
    match = FOUND.search(said) or re.search("got ('.*')", said)
    return quoted(match.group(1)[1:-1]) if match else "something else"


def _word(lines: Sequence[str], place: tuple[int, int]) -> str:
    line = lines[place[0] - 1] if place[0] <= len(lines) else ""
    words = line[place[1] - 1 :].split(maxsplit=1)
    return words[0] if words else "!"


def _place(mark: yaml.Mark | None) -> tuple[int, int] | None:
    return None if mark is None else (mark.line + 1, mark.column + 1)
