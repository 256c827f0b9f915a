"""How people say things, whatever the role: `phrases.yaml`, the words that reading typed lines rests on."""

from typing import Annotated, Literal

from pydantic import AfterValidator, Field

from aijri_engine.content.base import Identifier, Items, Model, Rung, Text, Version

CommandName = Literal[
    "back", "edit", "why", "help", "skip", "not_sure", "rather_not_say", "summary", "score", "what_if", "review",
    "undo", "quit",
]  # fmt: skip
"""The commands, the same words in every face."""


ChangeWord = Literal[
    "move", "from", "to", "set", "more", "less", "drop", "without", "by", "all", "others", "in_place_of", "and",
    "rename", "swap", "half", "double", "triple", "deeper", "two_deeper", "unclear", "nothing",
]  # fmt: skip

LeadingWord = Literal[
    "this_time", "usual", "coming", "once", "joining", "concluding", "no_end", "some_of_them"
]
WeekWord = Literal[
    "left", "most", "same", "out_of", "of_which", "of_before", "half_each", "fifty_fifty", "evenly", "each", "all",
    "none", "no_work", "denying", "relative", "again", "in_total", "rate", "timed", "half_a_day", "meant", "usually",
    "fine", "against", "one_of_two", "mistyped", "not_mistyped", "norms",
]  # fmt: skip

UnitName = Literal[
    "percent", "point", "minute", "hour", "day", "month", "season", "year", "decade", "century", "other"
]


def _in_small_letters(text: str) -> str:
    if text != text.casefold() or "'" in text or "’" in text:
        raise ValueError("must be in small letters and without apostrophes: typed lines are folded so")
    return text


Words = Annotated[Text, AfterValidator(_in_small_letters)]
"""Words in one line, parted by spaces."""

Phrase = Annotated[Text, AfterValidator(_in_small_letters)]
"""A few words in their order."""


class CommandPhrases(Model):
    """How one command is said."""

    phrases: Items[Phrase] = ()
    """Whole lines."""
    patterns: Items[Phrase] = ()
    """Words of which all, in this order and with only `beside_commands` around them, make the command; `|` parts
    alternatives. The first pattern that fits counts."""
    openings: Items[Phrase] = ()
    """Beginnings of a line that means nothing else; of `help` the rest is the argument."""
    words: Words | None = None
    """Single words that make a short line the command, where it means nothing else."""
    never: Items[Phrase] = ()
    """What a line that is no such command may hold ("leave it to me")."""
    asked: Items[Phrase] = ()
    """Beside these it may be another matter, and is asked about ("I'm on leave")."""
    alone: Items[Phrase] = ()
    """Lines that may tell of work or agree as well, and are asked about ("break", "correct")."""


class Phrases(Model):
    """`phrases.yaml`."""

    version: Version
    filler: Words
    """Words that surround an answer and are no answer themselves."""
    hedges: Words
    """Words of somebody who is not sure."""
    hedge_phrases: Items[Phrase]
    negators: Words
    """Words that may turn an answer round."""
    other_people: Words
    """People other than the one who types: titles, colleagues, "they"."""
    other_doers: Words
    """Others that do what the one who types does not, where both are told of in a line."""
    ended: Items[Phrase]
    """Words by which what stands before them is over."""
    untrue: Items[Phrase]
    """Words by which what stands after them is not so."""
    people_above: Words
    """Those of these who tell one what to do; what one of them does is said of another, too."""
    trades: Words
    """Others by their trade, of whom a line tells."""
    once: Items[Phrase]
    """Words of a time that is over: the whole line is of it, where none of `nowadays` stands in it."""
    nowadays: Items[Phrase]
    """Words of today, beside what was once."""
    supposing: Items[Phrase]
    """Words before what is only supposed."""
    undone: Items[Phrase]
    """Words of what is refused, missed or gone."""
    coming: Items[Phrase]
    """Words of what is planned or hoped for, or is the other way round, where it is asked what is so."""
    harmless: Items[Phrase]
    """Words of a denial or an if that turn nothing round ("not only", "no idea")."""
    seldom: Items[Phrase]
    """Words of what is so now and then, beside what is so mostly."""
    rising: Items[Phrase]
    """Words for more of something, and"""
    falling: Items[Phrase]
    """for less of it."""
    opening: Items[Phrase]
    """Remarks before an answer that say nothing ("let me see")."""
    contractions: dict[Words, Words]
    """Two words in one, spelt out where questions of people are compared."""
    elsewhere: Items[Phrase]
    """Words of another time or of a wish: what stands beside them is no answer."""
    doubted: Items[Phrase]
    """Words around an answer that leave open whose it is, or whether it is so; the answer is asked about."""
    doubted_doers: Items[Phrase]
    """The same at a question with options: others do it, or it is still to come."""
    past: Words
    """Words that tell of what was: at a question about now they leave open whether it still is."""
    not_yet: Words
    """Words that tell of what is not so yet, or only would be."""
    changing_a_name: Words
    """Small words that leave open whether it is so, of whom or how far, where beside them stands only a name."""
    not_that_week: Items[Phrase]
    """Words by which a whole week is said not to be so, or to be another's or of another time; one word at the end."""
    doubted_amounts: Items[Phrase]
    """The same beside what is no number, where it is called by its name."""
    comparing: Items[Phrase]
    """Words of a comparison: what stands beside them is no answer without being asked."""
    question_phrases: Items[Phrase]
    """Words inside a line that make it a question of the person."""
    question_openings: Items[Phrase]
    """The same where they begin a line or a part of it ("is there" asks, "the rig is there" does not)."""
    no_names: Items[Phrase]
    """What is typed where a name is asked for, and is none."""
    no_name_words: Words
    """Words in a line that tell of a name and may be none themselves: it is asked about where it is typed."""
    corrections: Items[Phrase]
    """Words by which somebody takes back what was said just before in the same line."""
    retractions: Items[Phrase]
    """Words at the end of a line that take back all of it, beside those that command `undo`."""
    retracting_denials: Items[Phrase]
    """The same by a denial alone, which after a denial says it again."""
    turning_round: Items[Phrase]
    """Words that turn round what stands after or before them ("did none of it")."""
    telling: Words
    """What others do of whom a line tells ("my boss says")."""
    choosing: Words
    """What others do who choose an answer."""
    mostly: Words
    beside_retractions: Words
    """Small words around either."""
    of_the_last_answer: Items[Phrase]
    """The same at the beginning of a line: the answer before is meant."""
    on_the_way: Items[Phrase]
    """What is said at a question for words and is not those words: a pause, a word about another answer."""
    changes: dict[ChangeWord, Items[Phrase]]
    """Words of a change of the week, by what they mean there."""
    leading: dict[LeadingWord, Items[Phrase]]
    """Words by which one clause of a line leads the others, or answers nothing."""
    weeks: dict[WeekWord, Items[Phrase]]
    """Words of a sentence about a week, by what they mean there."""
    weekdays: Items[Words]
    """The seven days in their order, each with its short forms."""
    units: dict[UnitName, Words]
    bounds: Items[Phrase]
    """Words before an amount by which it is a least or most one."""
    bounds_behind: Items[Phrase]
    counted: Words
    """What is counted, where a number is no share."""
    totals: Words
    """Words of which a total is called."""
    sizes_of_a_job: Words
    doubts: Items[Phrase]
    """Beginnings of a line by somebody who is not sure and then answers."""
    leans: Items[Phrase]
    """Words by which such a person says what is nearest."""
    alike: Items[Words]
    """Words of about the same meaning, where an option is told from others."""
    rungs_plainly: dict[Rung, Text]
    """Each way of doing a task in plainer words, where a role names no signs of it."""
    vague: Words
    """Words for an amount that name none."""
    letter_frame: Words
    """Words around an option's letter, number or place."""
    list_frame: Words
    """Words around a list of letters ("a and b took about the same") that change nothing about it."""
    all_of: Items[Phrase]
    none_of: Items[Phrase]
    yes: Words
    no: Words
    yes_phrases: Items[Phrase]
    no_phrases: Items[Phrase]
    beside_yes: Words
    """Words before a yes or no that make it stronger."""
    agreeing_to_equal_parts: Items[Phrase]
    leaning_yes: Items[Phrase]
    """Lines that lean to a yes without saying it."""
    leaning_no: Items[Phrase]
    taking: Items[Phrase]
    """Lines that take what is offered just there, and are no yes to any other question."""
    going_on: Items[Phrase]
    """Parts of a line by which somebody who looks over the answers goes on."""
    addressed: Words
    """What somebody is called who is talked to ("yes love")."""
    keeping: Items[Phrase]
    """Lines that say of an answer of before that it stays."""
    beside_keeping: Words
    number_frame: Words
    """Words beside the one number that answers a question."""
    begun: Items[Phrase]
    """Words before the year in which somebody began what is done until today."""
    time_off: Items[Phrase]
    """Words of a time in which the work was not done."""
    takes_away: Items[Phrase]
    """Words before an amount that is taken from the one before it, beside those of `excepting`."""
    adds: Words
    """Words between two amounts that make one together."""
    concludes: Items[Phrase]
    """Words before the amount that all before it makes."""
    months: Items[Words]
    """The twelve months in their order, each with its short forms."""
    beside_a_date: Words
    """Small words before the name of a year."""
    done: Words
    """Participles that do not end in -ed."""
    nearly: Words
    """Words before what was not done after all."""
    how_often: Words
    """Words for how often, where a number of times is asked."""
    units_of_time: dict[Words, Words]
    abbreviated: dict[Words, Words]
    """Words that are written with a dot before an amount, by what they mean."""
    linking: Words
    """Words around the name of a row that name nothing themselves."""
    acts: Words
    """Verbs that say no more than that the task named beside them was done."""
    other_work: Items[Phrase]
    """Work of any office beside the tasks of a role; a name holding one of these becomes a row of its own."""
    anything_else: Items[Phrase]
    """Names of other work that say no more than that it is other work."""
    typical: Items[Phrase]
    """Lines that ask for the role's mix."""
    small_talk: Words
    """Words in a sentence about shares that say nothing about any share."""
    closing: Items[Phrase]
    """Remarks that say nothing about any share."""
    the_rest: Items[Phrase]
    the_others: Items[Phrase]
    """Rows that were not named yet."""
    every_row: Items[Phrase]
    beside_a_yes: Items[Phrase]
    """What may stand before or behind a yes and tells nothing: "yes, nothing else", "sorry, yes"."""
    before_a_yes: Items[Phrase]
    """What may stand before a yes and leaves it one: "good grief. Yes."."""
    not_said: Items[Phrase]
    """How a part of a line tells that nothing was said of what it names."""
    excepting: Items[Phrase]
    """Words after which rows are named of which what stands before is not said."""
    distress: Items[Phrase]
    """Phrases of despair about one's own life, anywhere in a line. Few, whole and literal."""
    distress_alone: Items[Phrase]
    """The same only as the whole line: inside a sentence they may speak of a run, or of a field of work."""
    beside_commands: Words
    """Words that may stand around the telling words of a command."""
    beside_edit: Words
    """The same around a word that asks to change an answer."""
    why_this_one: Items[Phrase]
    """Lines that ask why this question comes now."""
    before_commands: Items[Phrase]
    after_commands: Items[Phrase]
    what_if: Items[Phrase]
    """Beginnings of a what-if."""
    commands: dict[CommandName, CommandPhrases]


YES_OR_NO = ("yes", "no")
"""Options of a question that is answered by yes or no, as sayings name them."""

ANY_WORK = "any"
"""Place of sayings for the rungs of every ladder."""

DONE = "done"
"""Beside the rungs of a group of activity or task: that it was done, whichever way."""

Lines = Annotated[str, Field(max_length=400_000)]
"""Typed lines, one under the other."""

Place = Annotated[str, Field(pattern=r"^[a-z0-9_-]+(\.[a-z0-9_-]+)?$")]
"""A question, with the row of a grid or the task of a ladder after a point; in `acts.yaml` a group of activity."""


class Sayings(Model):
    """One file of `questionnaires/sayings`, read when a line is typed: what people say for an option without naming it,
    named as the pack or role whose questions it is about."""

    version: Version
    options: dict[Place, dict[Identifier, Lines]] = {}
    """Question -> option -> lines that mean it."""
    talk: Lines = ""
    """Lines that answer nothing."""

    def shared_with(self, core: "Sayings") -> "Sayings":
        """Only what is said at questions of the core interview that have all the options they have there."""
        every = core.options
        said = {
            key: said
            for key, said in self.options.items()
            if key in every and every[key].keys() <= said.keys()
        }
        return Sayings(version=self.version, options=said)
