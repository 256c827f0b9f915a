"""The stable codes of everything `aijri check` can find beyond the shape of one file.

A code keeps its meaning for good; new ones take free numbers. Q2xx the interview, R3xx its rules, P4xx roles,
sources and the landscape, S5xx strategies, L1xx the check itself. R303 (a sum of
additions that passes a cap) stays free: effects set levels and never add, so there is nothing to sum.
"""

from dataclasses import dataclass
from typing import Final

from aijri_engine.content.codes import Severity


@dataclass(frozen=True, slots=True)
class LintCode:
    """One kind of finding: its code, what it means, and whether it stops the content from being used."""

    code: str
    meaning: str
    severity: Severity = "error"


_ALL: Final = (
    LintCode("L101", "a folder without content files"),
    LintCode("Q201", "the same id twice"),
    LintCode("Q202", "a question nothing reads, though it says that it moves something", "warning"),
    LintCode("Q203", "an id, label or alias that is a command or a word answers files reserve"),
    LintCode("Q204", "a reference to something that does not exist"),
    LintCode("Q205", "a reference to a question that is asked later"),
    LintCode("Q206", "a value that the question cannot have"),
    LintCode("Q207", "a test or source that cannot be used here"),
    LintCode("Q208", "a group of conditions without parts"),
    LintCode("Q209", "a condition that is always true", "warning"),
    LintCode("Q210", "a condition that is never true: what it guards is unreachable"),
    LintCode("Q211", "a section that can end up without questions", "warning"),
    LintCode("Q212", "an exclusive option where nothing can be excluded"),
    LintCode("Q213", "names of options that typed text cannot tell apart", "warning"),
    LintCode("Q214", "a label or question too long to read at a glance", "warning"),
    LintCode("Q215", "a negated condition that goes unknown when an optional question is skipped", "warning"),
    LintCode("Q216", "a grid, split or row without anything to choose or fill in"),
    LintCode("Q217", "odds that name unknown options or are not probabilities", "warning"),
    LintCode("Q218", "a condition with too many combinations to prove that it can be true", "warning"),
    LintCode("Q219", "more options than there are letters"),
    LintCode("Q220", "a question that no guided walk reached", "warning"),
    LintCode("Q221", "a question the engine reads under this id is missing or of another kind"),
    LintCode("Q222", "a `when` or `reopen` on an option where nothing reads it"),
    LintCode("Q223", "a placeholder that nothing fills"),
    LintCode("Q224", "a question of a pack or a role that conflicts with the one it is laid over"),
    LintCode("R301", "a rule that can never fire"),
    LintCode("R302", "two questions that set the same barrier"),
    LintCode("R304", "a rule that moves the index and does not say whose judgement it is", "warning"),
    LintCode("R305", "an effect on a task in a rule that is about no task"),
    LintCode("R306", "a rule that looks at the words of a text answer"),
    LintCode("R307", "two rules whose order decides the result", "warning"),
    LintCode("R308", "a rule that fired on no guided walk", "warning"),
    LintCode("P401", "task shares that do not add up to 100"),
    LintCode("P402", "the same task id twice"),
    LintCode("P403", "a published index that the file does not reproduce"),
    LintCode("P405", "a source that nothing refers to", "warning"),
    LintCode("P406", "a reference to an unknown source"),
    LintCode("P407", "a source read more than two years ago", "warning"),
    LintCode("P408", "content past its review date", "warning"),
    LintCode("P409", "a shift or neighbour that names an unknown task or option"),
    LintCode("P410", "the same name for two tasks"),
    LintCode("P411", "a neighbour that the landscape does not have", "warning"),
    LintCode("P412", "an unknown domain"),
    LintCode("P413", "a date that does not exist"),
    LintCode("P414", "a logo that cannot be used"),
    LintCode("P415", "a role that names an unknown pack"),
    LintCode("S501", "a what-if that names an unknown task, or moves time from a task to itself"),
    LintCode("S502", "a strategy that applies to no golden person", "warning"),
    LintCode("S503", "a strategy that lets a golden person lose, or lets none gain", "warning"),
    LintCode("S504", "a strategy that refers to something that does not exist"),
    LintCode("S505", "a placeholder in `because` that nothing fills"),
)

LINT_CODES: Final[dict[str, LintCode]] = {code.code: code for code in _ALL}
