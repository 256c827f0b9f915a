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


CODES: Final[dict[str, Code]] = {}


def _code(code: str, meaning: str, template: str = "", severity: Severity = "error") -> str:
    CODES[code] = Code(code, meaning, template, severity)
    return code


MISSING_FILE = _code("Y101", "the file does not exist", "no such file")
NOT_A_FILE = _code("Y102", "a folder, pipe, socket or device", "this is {kind}, not a regular file")
UNREADABLE = _code("Y103", "the system refuses to read the file", "cannot read the file: {reason}")
TOO_LARGE = _code("Y104", "more than 1 MiB", "the file is larger than {limit} bytes")
NOT_UTF8 = _code("Y105", "bytes that are not UTF-8", "the file is not UTF-8 text (byte {byte})")
CONTROL_CHARACTER = _code("Y106", "NUL or another such character", "control character {character} in {where}")
EMPTY = _code("Y107", "nothing but blanks and comments", "the file is empty")
SYNTAX = _code("Y110", "the text is not YAML", "{reason}")
TAB = _code("Y111", "a tab in place of spaces", "a tab character cannot be used for indentation or spacing")
ALIAS = _code("Y112", "a YAML alias", "alias {name} is not accepted")
ANCHOR = _code("Y113", "a YAML anchor", "anchor {name} is not accepted")
TAG = _code("Y114", "an explicit YAML tag", "tags such as {name} are not accepted")
SEVERAL_DOCUMENTS = _code("Y115", "more than one YAML document", "a second document begins here")
TOO_DEEP = _code("Y116", "nested more than 40 levels deep", "nested more than {limit} levels deep")
TOO_MANY_NODES = _code("Y117", "more than 50,000 keys and values", "more than {limit} keys and values")
DUPLICATE_KEY = _code("Y118", "the same key twice in one mapping", "key {key} appears twice")
KEY_NOT_TEXT = _code("Y119", "a key that is not text", "a key must be text, found {found}")
NUMBER_TOO_LARGE = _code("Y120", "a number beyond any use", "number {number} is too long or too large")
DIRECTIVE = _code("Y121", "a YAML directive", 'lines that begin with "%" (directives) are not accepted')
UNKNOWN_KEY = _code("Y130", "a key that has no meaning here", "unknown key {key}")
MISSING_KEY = _code("Y131", "a key that must be here is not", "missing {keys}")
WRONG_TYPE = _code("Y132", "a value of the wrong type", "expected {expected}, found {found}")
NOT_A_CHOICE = _code("Y133", "a value that is not one of the choices", "expected {expected}, found {found}")
OUT_OF_RANGE = _code("Y134", "a number out of range", "expected {expected}, found {found}")
WRONG_LENGTH = _code("Y135", "too few or too many parts or letters", "expected {expected}, found {found}")
WRONG_FORM = _code("Y136", "text of another form", "{found} does not have the expected form")
REJECTED = _code("Y137", "a value that breaks a rule of its model", "{reason}")
UNKNOWN_KIND = _code("Y138", "a mapping whose kind cannot be told", "cannot tell which kind of entry this is")
INVALID = _code("Y139", "any other invalid value", "{reason}")
MISSING_CONTENT = _code("Y190", "a library without a file it cannot do without", "this file is missing")
UNPLACED_CONTENT = _code(
    "Y191", "a file outside content", "what this file holds cannot be told from its place"
)
AND_MORE = _code("Y199", "problems left out of the list", "and {count} more")
UNKNOWN_ANSWER = _code("A501", "a key that answers files do not have")
UNFIT_ANSWER = _code("A502", "a value that does not fit its question")
WRONG_ROLE = _code("A503", "a role that is not known, or not the one that was asked for")
NOT_ANSWERS = _code("A504", "a file without `role` and `answers`")
BAD_SCORECARD = _code("A601", "numbers that are each possible but make no scorecard together")
NO_CONTENT = _code("L101", "a folder without content files")
TWICE = _code("Q201", "the same id twice")
_code("Q202", "a question nothing reads, though it says that it moves something", severity="warning")
_code("Q203", "an id, label or alias that is a command or a word answers files reserve")
_code("Q204", "a reference to something that does not exist")
_code("Q205", "a reference to a question that is asked later")
_code("Q206", "a value that the question cannot have")
_code("Q207", "a test or source that cannot be used here")
_code("Q208", "a group of conditions without parts")
_code("Q209", "a condition that is always true", severity="warning")
_code("Q210", "a condition that is never true: what it guards is unreachable")
_code("Q211", "a section that can end up without questions", severity="warning")
_code("Q212", "an exclusive option where nothing can be excluded")
_code("Q213", "names of options that typed text cannot tell apart", severity="warning")
_code("Q214", "a label or question too long to read at a glance", severity="warning")
_code("Q215", "a negation that goes unknown when an optional question is skipped", severity="warning")
_code("Q216", "a grid, split or row without anything to choose or fill in")
_code("Q217", "odds that name unknown options or are not probabilities", severity="warning")
_code("Q218", "a condition with too many combinations to prove that it can be true", severity="warning")
_code("Q219", "more options than there are letters")
_code("Q220", "a question that no guided walk reached", severity="warning")
_code("Q221", "a question the engine reads under this id is missing or of another kind")
_code("Q222", "a `when` or `reopen` on an option where nothing reads it")
_code("Q223", "a placeholder that nothing fills")
_code("Q224", "a question of a pack or a role that conflicts with the one it is laid over")
_code(
    "Q225",
    "a question that moves the index, with all its answers taken as equally likely",
    severity="warning",
)
_code("Q226", "a question or an option without plainer words", severity="warning")
_code("Q227", "two questions of one interview that are called the same")
_code("R301", "a rule that can never fire")
_code("R302", "two questions that set the same barrier")
_code("R304", "a rule that moves the index and does not say whose judgement it is", severity="warning")
_code("R305", "an effect on a task in a rule that is about no task")
_code("R306", "a rule that looks at the words of a text answer")
_code("R307", "two rules whose order decides the result", severity="warning")
_code("R308", "a rule that fired on no guided walk", severity="warning")
_code("R309", "a rule whose barrier cannot be worked out from the answers to its question")
_code("P401", "task shares that do not add up to 100")
_code("P402", "the same task id twice")
_code("P403", "a published index that the file does not reproduce")
_code("P405", "a source that nothing refers to", severity="warning")
_code("P406", "a reference to an unknown source")
_code("P407", "a source read more than two years ago", severity="warning")
_code("P408", "content past its review date", severity="warning")
_code("P409", "a shift or neighbour that names an unknown task or option")
_code("P410", "the same name for two tasks")
_code("P411", "a neighbour that the landscape does not have", severity="warning")
_code("P412", "an unknown domain")
_code("P413", "a date that does not exist")
_code("P414", "a logo that cannot be used")
_code("P415", "a role that names an unknown pack")
_code("P416", "typical answers that do not return the figures of the role")
_code("P417", "a quick screen or a history that contradicts the figures of the file")
_code("P418", "a task that names an unknown kind of activity")
_code("S501", "a what-if that names an unknown task, or moves time from a task to itself")
_code("S502", "a strategy that applies to no golden person", severity="warning")
_code("S503", "a strategy that lets a golden person lose, or lets none gain", severity="warning")
_code("S504", "a strategy that refers to something that does not exist")
_code("S505", "a placeholder in `because` that nothing fills")


def message(code: str, **values: object) -> str:
    """Return the message of a code with `values` put in. Raises KeyError when its template needs another one."""
    return CODES[code].template.format(**values)
