"""The interview as authors write it: sections of questions, and the rules that give answers an effect."""

from collections.abc import Iterator
from typing import Annotated, Literal, get_args

from pydantic import Field, model_validator

from aijri_engine.content.base import Day, Identifier, Items, Model, Rung, Source, Text, Version
from aijri_engine.content.conditions import Condition
from aijri_engine.content.kinds import KINDS, Kind, Takes
from aijri_engine.content.meanings import NAMED_SO, Meaning
from aijri_engine.text import lowered

LETTERS = "abcdefghijklmnopqrstuvwxyz"

BarrierName = Literal["regulatory", "physical", "union", "liability", "cultural"]
PrincipleName = Literal["physicality", "interpersonal", "judgment"]
BarrierLevel = Annotated[int, Field(ge=0, le=2)]
PrincipleLevel = Annotated[int, Field(ge=0, le=3)]
BARRIER_NAMES: tuple[BarrierName, ...] = get_args(BarrierName)
PRINCIPLE_NAMES: tuple[PrincipleName, ...] = get_args(PrincipleName)

HIGHEST_BARRIER = 2
"""Levels of a barrier are 0, 1 and 2."""


class OptionPatch(Model, defer_build=False):
    """An option of a pack or a role: what it leaves out it has from the option of that id that it is laid over."""

    id: Identifier
    """What answers files and conditions call it."""
    label: Text | None = None
    """What a person reads."""
    short: Text | None = None
    """A few words for summaries; the label itself when not given."""
    plainly: Text | None = None
    """The same in plainer words, for whoever asks to have it explained."""
    value: int | None = None
    """An anchored figure (for example 0-2) that an answers file may give instead of the id."""
    aliases: Items[Text] = ()
    """Other words people use for it."""
    hints: Items[Text] = ()
    """Words that speak of its matter and do not yet say it ("a union"): by them it is asked about and never taken."""
    exclusive: bool = False
    """In a multiple choice: cannot stand together with others ("none of these")."""
    sets: dict[BarrierName | PrincipleName, PrincipleLevel] = {}
    """Levels that this choice gives the person's own barriers (0-2) or protective principles (0-3); of several choices
    the highest counts. What no choice names keeps the role's level: not choosing one never takes away another."""
    reopen: Items[Identifier] = ()
    """Questions that are asked again after this choice; their earlier answers stay in the log."""
    tells: Literal["near_work"] | None = None
    """What is told after this choice, before the next question: `near_work`, jobs near to the week that was given."""
    when: Condition | None = None
    """Shown only when this is true."""


class Option(OptionPatch):
    """One thing a person can choose."""

    label: Text

    @model_validator(mode="after")
    def _barriers_end_at_two(self) -> "Option":
        high = [name for name in BARRIER_NAMES if self.sets.get(name, 0) > HIGHEST_BARRIER]
        if high:
            raise ValueError(f"the barrier {high[0]} has the levels 0 to {HIGHEST_BARRIER}")
        return self

    @property
    def name(self) -> str:
        """The short form if there is one, else the label."""
        return self.short or self.label


class Row(Model):
    """One row of a grid whose rows are not the role's tasks."""

    id: Identifier
    label: Text
    short: Text | None = None
    """A few words for summaries; the label itself when not given."""
    options: Items[Option] = ()
    """The options of this row, when rows differ in what can be chosen."""
    own: bool = False
    """In a split of one task's points: this row becomes own work."""


class QuestionParts(Model, defer_build=False):
    """Everything that may be said of a question; a pack or a role says only what it changes."""

    id: Identifier
    kind: Kind | None = None
    ask: Text | None = None
    """The question itself. `{task}` stands for how the role file asks for the task at hand."""
    plainly: Text | None = None
    """The question once more in plainer words, for whoever asks to have it explained."""
    short: Text | None = None
    """A few words for summaries and lists; `{task}` as above."""
    says: Text | None = None
    """What the answer is called inside a sentence, for example "who decides"."""
    why: Text | None = None
    """One line, always at hand: why it is asked."""
    moves: Text | None = None
    """Told after the answer: what it is used for."""
    means: Meaning | None = None
    """What the engine reads the answer as, where the id does not say it (`id: level` means the level)."""
    help: Text | None = None
    footer: Text | None = None
    """A line under the options."""
    sources: Items[Identifier] = ()
    when: Condition | None = None
    """On the path only when true; unknown keeps it off the path."""
    for_each: Literal["task", "own_row"] | None = None
    """Asked once for each task of the role, or for each row of other work."""
    options: Items[Option] = ()
    options_from: Literal["ladder", "task"] | None = None
    """The options are the acts of the task's ladder in the role file, or the role's tasks."""
    rows: Items[Row] = ()
    """Rows of a grid with options of their own."""
    rows_from: Literal["task"] | None = None
    """The rows of a grid or split are the role's tasks."""
    row_when: Condition | None = None
    """A task is a row only when this is true of it (`split.@item`)."""
    part_of: Identifier | None = None
    """A split of one task's points: rows marked `own` become own rows, the others stay with the task."""
    reopen: Items[Identifier] = ()
    """Questions asked again after any answer to this one (for yes_no: after "no")."""
    about: Items[Identifier] = ()
    """Questions whose answers this one is about: where one of them changes, this one is asked again."""
    anew: Text | None = None
    """How a question that this one opens again is put then: for what it is to be answered this time."""
    two: bool = False
    """Two options may be given; they count as halfway between."""
    minimum: float | None = None
    maximum: float | None = None
    unit: Text | None = None
    optional: bool = False
    """May be left open without the result calling itself unfinished."""
    check: bool = False
    """A question back about two answers that do not fit; open, it keeps the result provisional."""
    flag: Identifier | None = None
    """Remark on the quality of the answers, of `wording.yaml`, that stands while this question is asked."""
    asks_name: bool = False
    """Something is to be named, which counts only because it is: a letter or a "no" is refused as an answer."""
    once: bool = False
    """Not asked again after one of its `reopen` questions was answered anew."""
    odds: dict[str, float] = {}
    """Option to probability, for a person who has not answered [ours]; used for the range only."""

    @property
    def inside(self) -> str:
        """What the answer is called inside a sentence: `says`, else the short form."""
        short = (self.short or self.id.replace("_", " ")).replace("{task}", "a task")
        return self.says or lowered(short)

    @property
    def meaning(self) -> Meaning | None:
        """What the engine reads the answer as; None for a question that only rules and conditions look at."""
        return self.means or NAMED_SO.get(self.id)


class Question(QuestionParts):
    """One screen of the interview."""

    kind: Kind
    ask: Text
    why: Text
    moves: Text

    @model_validator(mode="after")
    def _fits_kind(self) -> "Question":
        takes = self.takes
        has_options = bool(self.options) or self.options_from is not None or (takes.rows and bool(self.rows))
        if (takes.listed or takes.rows) is not has_options:
            needs = "has no options; remove them or make it a choice" if has_options else "needs options"
            raise ValueError(f"a {self.kind} question {needs}")
        if takes.rows and not (self.rows or self.rows_from):
            raise ValueError("a grid needs `rows` or `rows_from: task`")
        if takes.shares and (self.rows_from is None) == (self.part_of is None):
            raise ValueError("a split needs either `rows_from: task` or `part_of`")
        if takes.number and (self.minimum is None or self.maximum is None):
            raise ValueError(f"a {self.kind} question needs `minimum` and `maximum`")
        if self.minimum is not None and self.maximum is not None and self.minimum >= self.maximum:
            raise ValueError("`minimum` must be below `maximum`")
        if self.two and not takes.option:
            raise ValueError("`two` is for choice questions")
        return self

    @property
    def takes(self) -> Takes:
        """What an answer to it is."""
        return KINDS[self.kind]

    @property
    def scored(self) -> bool:
        """Text and notes are never scored."""
        return not self.takes.words

    @property
    def has_options(self) -> bool:
        """One or more of a few answers is given, yes and no included."""
        return self.takes.listed or self.takes.rows or self.takes.yes_no

    def option(self, option_id: str) -> Option | None:
        """The option of that id, rows included."""
        for option in self.all_options():
            if option.id == option_id:
                return option
        return None

    def all_options(self) -> Iterator[Option]:
        """Every option, rows included, in file order."""
        yield from self.options
        for row in self.rows:
            yield from row.options


class QuestionPatch(QuestionParts):
    """A question of a pack or a role: it replaces what it says of the core's question of that id, or is new."""

    options: Items[OptionPatch] = ()  # type: ignore[assignment]  # said in part, see `packs.lay_over`
    """All options in their order; what one leaves out it has from the option of that id."""
    section: Identifier | None = None
    """Section of a new question."""
    after: Identifier | None = None
    """Question that a new one stands after; without it, at the end of its section."""


class Section(Model):
    """Questions that belong together."""

    id: Identifier
    title: Text
    when: Condition | None = None
    questions: Items[Question]


class Effects(Model):
    """What a rule does. A closed list: there is no other way for an answer to move the index."""

    rung: Rung | None = None
    """The task at hand is done this way (several rungs: halfway)."""
    score_at_least: Annotated[float, Field(ge=1, le=5)] | None = None
    """The task at hand scores at least this."""
    part: Annotated[float, Field(gt=0, le=1)] = 1.0
    """How much of the way to `score_at_least` counts (0.5: halfway)."""
    involvement: Literal["displaced", "augmented", "not_involved"] | None = None
    """How AI takes part in the task at hand (display only)."""
    barriers: dict[BarrierName, BarrierLevel] = {}
    """Level of the person's own barriers; of several rules of one question the highest counts."""
    protective: dict[PrincipleName, PrincipleLevel] = {}
    """Level of protective principles: shown apart, never in the index."""
    note: Text | None = None
    """A sentence for the result."""

    @model_validator(mode="after")
    def _not_empty(self) -> "Effects":
        if not self.given() - {"part"}:
            raise ValueError("a rule without an effect does nothing")
        return self


class Rule(Model, defer_build=False):
    """`when` true: `then` applies, with `cause` as the question that gets the credit in the bridge."""

    id: Identifier
    cause: Identifier
    """The question whose answer this rule turns into an effect."""
    when: Condition
    for_each: Literal["task"] | None = None
    then: Effects
    why: Text
    """Why this effect, and whose judgement it is."""
    sources: Items[Identifier] = ()


class InterviewFile(Model):
    """`interview.yaml`: the core interview, its rules and its sources."""

    version: Version
    review_by: Day
    opening: Text
    covered: Text
    """Said while the index stays covered."""
    terms: dict[str, Text]
    """Terms explained once."""
    rung_names: dict[Rung, Text]
    """Neutral names of the rungs on screen."""
    sections: Items[Section]
    rules: Items[Rule]
    sources: Items[Source] = ()

    def questions(self) -> Iterator[Question]:
        """Every question in file order."""
        for section in self.sections:
            yield from section.questions

    def all_rules(self) -> tuple[Rule, ...]:
        """The rules as written, then those that options carry in `sets`."""
        return (*self.rules, *(rule for question in self.questions() for rule in rules_of_options(question)))

    def meant(self, meaning: Meaning) -> Question | None:
        """The question whose answer is read as this."""
        return next((question for question in self.questions() if question.meaning == meaning), None)


def rules_of_options(question: Question) -> Iterator[Rule]:
    """A rule for each option that sets levels."""
    places = [(question.id, option) for option in question.options]
    places += [(f"{question.id}.{row.id}", option) for row in question.rows for option in row.options]
    test = "includes" if question.takes.several else "is"
    for answer, option in places:
        if option.sets:
            levels = {
                group: {name: level for name, level in option.sets.items() if name in names}
                for group, names in (("barriers", BARRIER_NAMES), ("protective", PRINCIPLE_NAMES))
            }
            yield Rule.model_validate(
                {
                    "id": f"{question.id}-{option.id}".replace("_", "-"),
                    "cause": question.id,
                    "when": {"answer": answer, test: option.id},
                    "then": {group: found for group, found in levels.items() if found},
                    "why": f"“{option.name}”; the level is ours.",
                }
            )
