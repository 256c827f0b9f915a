"""The one table of codes: everything that can be wrong with a file of content, answers or scores.

A code keeps its meaning for good; new ones take free numbers. Whoever looks for the check behind a code looks for its
number, or for the name that stands for it here.

Y1xx one file as YAML, `content.yaml`: 100-109 reading it, 110-129 YAML and its limits, 130-149 the shape of the data,
190-199 files taken together. A5xx answers files, `interview.answers_source`. A6xx scorecard files,
`content.scorecard_file`. The rest is found by `lint`: L1xx the check itself, Q2xx the interview, R3xx its rules, P4xx
roles, sources and the landscape, S5xx strategies. R303 (additions that pass a cap) stays free: effects set levels and
never add.
"""

from dataclasses import dataclass
from typing import Final, Literal

Severity = Literal["error", "warning"]


@dataclass(frozen=True, slots=True)
class Code:
    """One kind of problem: what it finds, and whether it keeps the content from being used.

    The message is a `template` where it is always the same sentence.
    """

    code: str
    meaning: str
    template: str = ""
    severity: Severity = "error"


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
TWICE: Final = "Q201"
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

UNKNOWN_ANSWER: Final = "A501"
UNFIT_ANSWER: Final = "A502"
WRONG_ROLE: Final = "A503"
NOT_ANSWERS: Final = "A504"
BAD_SCORECARD: Final = "A601"

NO_CONTENT: Final = "L101"

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
    Code(MISSING_KEY, "a key that must be here is not", "missing {keys}"),
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
    Code(UNKNOWN_ANSWER, "a key that answers files do not have"),
    Code(UNFIT_ANSWER, "a value that does not fit its question"),
    Code(WRONG_ROLE, "a role that is not known, or not the one that was asked for"),
    Code(NOT_ANSWERS, "a file without `role` and `answers`"),
    Code(BAD_SCORECARD, "numbers that are each possible but make no scorecard together"),
    Code(NO_CONTENT, "a folder without content files"),
    Code(TWICE, "the same id twice"),
    Code("Q202", "a question nothing reads, though it says that it moves something", severity="warning"),
    Code("Q203", "an id, label or alias that is a command or a word answers files reserve"),
    Code("Q204", "a reference to something that does not exist"),
    Code("Q205", "a reference to a question that is asked later"),
    Code("Q206", "a value that the question cannot have"),
    Code("Q207", "a test or source that cannot be used here"),
    Code("Q208", "a group of conditions without parts"),
    Code("Q209", "a condition that is always true", severity="warning"),
    Code("Q210", "a condition that is never true: what it guards is unreachable"),
    Code("Q211", "a section that can end up without questions", severity="warning"),
    Code("Q212", "an exclusive option where nothing can be excluded"),
    Code("Q213", "names of options that typed text cannot tell apart", severity="warning"),
    Code("Q214", "a label or question too long to read at a glance", severity="warning"),
    Code(
        "Q215",
        "a negated condition that goes unknown when an optional question is skipped",
        severity="warning",
    ),
    Code("Q216", "a grid, split or row without anything to choose or fill in"),
    Code("Q217", "odds that name unknown options or are not probabilities", severity="warning"),
    Code("Q218", "a condition with too many combinations to prove that it can be true", severity="warning"),
    Code("Q219", "more options than there are letters"),
    Code("Q220", "a question that no guided walk reached", severity="warning"),
    Code("Q221", "a question the engine reads under this id is missing or of another kind"),
    Code("Q222", "a `when` or `reopen` on an option where nothing reads it"),
    Code("Q223", "a placeholder that nothing fills"),
    Code("Q224", "a question of a pack or a role that conflicts with the one it is laid over"),
    Code("R301", "a rule that can never fire"),
    Code("R302", "two questions that set the same barrier"),
    Code("R304", "a rule that moves the index and does not say whose judgement it is", severity="warning"),
    Code("R305", "an effect on a task in a rule that is about no task"),
    Code("R306", "a rule that looks at the words of a text answer"),
    Code("R307", "two rules whose order decides the result", severity="warning"),
    Code("R308", "a rule that fired on no guided walk", severity="warning"),
    Code("R309", "a rule whose barrier cannot be worked out from the answers to its question"),
    Code("P401", "task shares that do not add up to 100"),
    Code("P402", "the same task id twice"),
    Code("P403", "a published index that the file does not reproduce"),
    Code("P405", "a source that nothing refers to", severity="warning"),
    Code("P406", "a reference to an unknown source"),
    Code("P407", "a source read more than two years ago", severity="warning"),
    Code("P408", "content past its review date", severity="warning"),
    Code("P409", "a shift or neighbour that names an unknown task or option"),
    Code("P410", "the same name for two tasks"),
    Code("P411", "a neighbour that the landscape does not have", severity="warning"),
    Code("P412", "an unknown domain"),
    Code("P413", "a date that does not exist"),
    Code("P414", "a logo that cannot be used"),
    Code("P415", "a role that names an unknown pack"),
    Code("P416", "typical answers that do not return the figures of the role"),
    Code("P417", "a quick screen or a history that contradicts the figures of the file"),
    Code("P418", "a task that names an unknown kind of activity"),
    Code("S501", "a what-if that names an unknown task, or moves time from a task to itself"),
    Code("S502", "a strategy that applies to no golden person", severity="warning"),
    Code("S503", "a strategy that lets a golden person lose, or lets none gain", severity="warning"),
    Code("S504", "a strategy that refers to something that does not exist"),
    Code("S505", "a placeholder in `because` that nothing fills"),
)

CODES: Final[dict[str, Code]] = {code.code: code for code in _ALL}


def message(code: str, **values: object) -> str:
    """Return the message of a code with `values` put in. Raises KeyError when its template needs another one."""
    return CODES[code].template.format(**values)
