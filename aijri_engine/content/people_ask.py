"""Questions that people put to the interview, with their answers: `questions_people_ask.yaml`."""

from typing import Annotated

from pydantic import Field, model_validator

from aijri_engine.content.base import Identifier, Items, Model, Text, Version
from aijri_engine.content.coaching import PLACEHOLDER

OF_A_RESULT = frozenset(
    (
        "green", "yellow", "meaning", "week", "range", "stability", "lever", "act", "market", "outlook", "fit",
        "borrowed", "lower", "higher", "causes", "base", "most", "by_task", "way_up", "steps", "first_step", "sharpen",
        "is_not", "widest", "zone", "role", "difference", "crosses", "compared", "against", "standing",
    )
)  # fmt: skip
"""Placeholders of answers about a result: its sentences by topic, and parts worked out for the one who asks."""


class Answered(Model):
    """One question, in the words people use for it, and the answer in ours."""

    id: Text = "small_talk"
    asked: Annotated[Items[Text], Field(min_length=1)]
    telling: Items[Text] = ()
    """Words by which a longer line asks it, whatever else stands there: near each other, in order, `a|b` either."""
    stated: Items[Text] = ()
    """Words by which it is known in a line that is no question, too: in order, only words of `beside` between."""
    terms: Items[Text] = ()
    """Terms of ours that the answer explains, however their meaning is asked for."""
    at: Items[Text] = ()
    """Kinds of question at which this is meant; any when empty."""
    says: Text
    """May hold {green}, {yellow}, {left}, {help}, {options}, {which} and {bridge}, filled when it is asked."""


class AboutResult(Answered):
    """A question about a result. Its answer may hold the placeholders of `OF_A_RESULT`."""

    opens: Identifier | None = None
    """The part of the telling that holds all of it."""

    @model_validator(mode="after")
    def _placeholders_known(self) -> "AboutResult":
        unknown = set(PLACEHOLDER.findall(self.says)) - OF_A_RESULT
        if unknown:
            raise ValueError(
                f"`{self.id}` cannot use {{{min(unknown)}}}; it may use {', '.join(sorted(OF_A_RESULT))}"
            )
        return self


class ResultPage(Model):
    """Words that lead on from a result."""

    page: Identifier
    """A part of the telling, or what a face shows: more, all, what_if, compare, history, report, answers, quit."""
    words: Annotated[Items[Text], Field(min_length=1)]
    telling: Items[Text] = ()
    """The same as of a question."""


class Language(Model):
    """Frequent small words by which a language is recognised."""

    name: Text
    words: Items[Text]


class PeopleAsk(Model):
    """`questions_people_ask.yaml`."""

    version: Version
    beside: Items[Text]
    """Words that change nothing of a question: "what can I actually do then"."""
    in_passing: Items[Text]
    """Phrases of the same kind; a line at a result that is not understood is read without them."""
    alike: dict[Text, Items[Text]]
    """Words that mean the same in a question, under the one that stands for them."""
    answers: Items[Answered]
    skip_all: Items[Text]
    """Lines that leave this question and all that are open beside it in its section."""
    erase_all: Items[Text]
    """Lines that erase the interview for good, once that was asked back."""
    ask_again: Items[Text]
    """Lines that wish to have the open question put again, without the words of `beside`."""
    start_over: Items[Text]
    """Lines that open every answer again, once that was asked back."""
    small_talk: Items[Answered]
    about_results: Items[AboutResult]
    result_pages: Items[ResultPage]
    about_why: Items[Text]
    """Telling words of a line about a task that asks why it counts as it does."""
    about_figures: Items[Text]
    """Telling words of a line that asks what a printed figure is."""
    by_a_machine: Items[Text]
    """Telling words of a what-if in which a machine does the work."""
    all_of_it: Items[Text]
    """Words that say that it does all of it."""
    part_of_it: Items[Text]
    """Words that say that it does a part, whatever else stands there."""
    of_posts: Items[Text]
    """Telling words of a line that speaks of posts or of demand all the same."""
    no_row: Items[Text]
    """Words that stand in the name of a row and mostly mean something else where they stand alone."""
    about_worth: Items[Text]
    """Telling words of a line that asks how much an answer counts."""
    no_longer: Items[Text]
    """Words of a what-if in which something is so no longer."""
    ask_me: ResultPage
    """How somebody wishes to be asked a question, by its name, by its row, or by "that" for the one that is invited."""
    another_step: ResultPage
    """How somebody wishes for the next step of the advice; `words` only where a step was told just before."""
    about_result_tasks: Text
    """What is said of one task: {task}, {share}, {how}, {score}, {why} and {points} are filled in."""
    about_result_offer: Text
    """What is offered under a result: {one} and {other} are the largest tasks."""
    about_result_change: Text
    """How a change is put, the same placeholders."""
    about_result_statement: Text
    """What is said to a line at a result that tells an answer anew: nothing is changed from there."""
    about_result_statements: Items[Text]
    """How such a line begins."""
    about_result_unknown: Text
    """Where a line is no question that is known."""
    about_result_unknown_again: Text
    """The same, where the line before was no better known."""
    about_result_not_tried: Text
    """Where a what-if was asked back and is not meant."""
    about_result_again: Text
    """Behind an answer that was just given word for word."""
    languages: Items[Language]
    not_english: Text
