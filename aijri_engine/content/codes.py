"""The stable codes of everything the strict YAML source and the validation of one file can complain about.

A code keeps its meaning for good; new ones take free numbers. 100-109 reading the file, 110-129 YAML and
its limits, 130-149 the shape of the data, 190-199 files taken together and the list of problems itself.
"""

from dataclasses import dataclass
from typing import Final, Literal

Severity = Literal["error", "warning"]


@dataclass(frozen=True, slots=True)
class Code:
    """One kind of problem: its code, a line that says what it finds, and the message as a template."""

    code: str
    meaning: str
    template: str
    severity: Severity = "error"

    def fill(self, **values: object) -> str:
        """Return the message with `values` put in. Raises KeyError when the template needs another one."""
        return self.template.format(**values)


MISSING_FILE: Final = "Y101"
NOT_A_FILE: Final = "Y102"
UNREADABLE: Final = "Y103"
TOO_LARGE: Final = "Y104"
NOT_UTF8: Final = "Y105"
CONTROL_CHARACTER: Final = "Y106"
EMPTY: Final = "Y107"

SYNTAX: Final = "Y110"
TAB: Final = "Y111"
ALIAS: Final = "Y112"
ANCHOR: Final = "Y113"
TAG: Final = "Y114"
SEVERAL_DOCUMENTS: Final = "Y115"
TOO_DEEP: Final = "Y116"
TOO_MANY_NODES: Final = "Y117"
DUPLICATE_KEY: Final = "Y118"
KEY_NOT_TEXT: Final = "Y119"
NUMBER_TOO_LARGE: Final = "Y120"
DIRECTIVE: Final = "Y121"

UNKNOWN_KEY: Final = "Y130"
MISSING_KEY: Final = "Y131"
WRONG_TYPE: Final = "Y132"
NOT_A_CHOICE: Final = "Y133"
OUT_OF_RANGE: Final = "Y134"
WRONG_LENGTH: Final = "Y135"
WRONG_FORM: Final = "Y136"
REJECTED: Final = "Y137"
UNKNOWN_KIND: Final = "Y138"
INVALID: Final = "Y139"

MISSING_CONTENT: Final = "Y190"
UNPLACED_CONTENT: Final = "Y191"
AND_MORE: Final = "Y199"

_ALL: Final = (
    Code(MISSING_FILE, "the file does not exist", "no such file"),
    Code(NOT_A_FILE, "a folder, pipe, socket or device", "this is {kind}, not a regular file"),
    Code(UNREADABLE, "the system refuses to read the file", "cannot read the file: {reason}"),
    Code(TOO_LARGE, "more than 1 MiB", "the file is larger than {limit} bytes"),
    Code(NOT_UTF8, "bytes that are not UTF-8", "the file is not UTF-8 text (byte {byte})"),
    Code(CONTROL_CHARACTER, "NUL or another control character", "control character {character} in {where}"),
    Code(EMPTY, "nothing but blanks and comments", "the file is empty"),
    Code(SYNTAX, "the text is not YAML", "{reason}"),
    Code(
        TAB,
        "a tab where only spaces are allowed",
        "a tab character cannot be used for indentation or spacing",
    ),
    Code(ALIAS, "a YAML alias", "alias {name} is not accepted"),
    Code(ANCHOR, "a YAML anchor", "anchor {name} is not accepted"),
    Code(TAG, "an explicit YAML tag", "tags such as {name} are not accepted"),
    Code(SEVERAL_DOCUMENTS, "more than one YAML document", "a second document begins here"),
    Code(TOO_DEEP, "nested more than 40 levels deep", "nested more than {limit} levels deep"),
    Code(TOO_MANY_NODES, "more than 50,000 keys and values", "more than {limit} keys and values"),
    Code(DUPLICATE_KEY, "the same key twice in one mapping", "key {key} appears twice"),
    Code(KEY_NOT_TEXT, "a key that is not text", "a key must be text, found {found}"),
    Code(NUMBER_TOO_LARGE, "a number beyond any use", "number {number} is too long or too large"),
    Code(DIRECTIVE, "a YAML directive", 'lines that begin with "%" (directives) are not accepted'),
    Code(UNKNOWN_KEY, "a key that has no meaning here", "unknown key {key}"),
    Code(MISSING_KEY, "a key that must be here is not", "missing key {key}"),
    Code(WRONG_TYPE, "a value of the wrong type", "expected {expected}, found {found}"),
    Code(NOT_A_CHOICE, "a value that is not one of the choices", "expected {expected}, found {found}"),
    Code(OUT_OF_RANGE, "a number out of range", "expected {expected}, found {found}"),
    Code(WRONG_LENGTH, "too few or too many entries or characters", "expected {expected}, found {found}"),
    Code(WRONG_FORM, "text that does not have the expected form", "{found} does not have the expected form"),
    Code(REJECTED, "a value that breaks a rule of its model", "{reason}"),
    Code(UNKNOWN_KIND, "a mapping whose kind cannot be told", "cannot tell which kind of entry this is"),
    Code(INVALID, "any other invalid value", "{reason}"),
    Code(MISSING_CONTENT, "a library without a file it cannot do without", "this file is missing"),
    Code(
        UNPLACED_CONTENT,
        "a file in no folder of content",
        "what this file holds cannot be told from its place",
    ),
    Code(AND_MORE, "problems left out of the list", "and {count} more"),
)

Y_CODES: Final[dict[str, Code]] = {code.code: code for code in _ALL}
