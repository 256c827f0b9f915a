"""Questions that people put to the interview, with their answers: `questions_people_ask.yaml`."""

from typing import Annotated

from pydantic import Field

from aijri_engine.content.base import Items, Model, Text, Version


class Answered(Model):
    """One question, in the words people use for it, and the answer in ours."""

    id: Text = "small_talk"
    asked: Annotated[Items[Text], Field(min_length=1)]
    says: Text
    """May hold {green}, {yellow}, {left}, {help}, {options} and {bridge}, filled for the moment it is asked at."""


class Language(Model):
    """Frequent small words by which a language is recognised."""

    name: Text
    words: Items[Text]


class PeopleAsk(Model):
    """`questions_people_ask.yaml`."""

    version: Version
    answers: Items[Answered]
    skip_all: Items[Text]
    """Lines that leave this question and all that are open beside it in its section."""
    start_over: Items[Text]
    """Lines that open every answer again, once that was asked back."""
    small_talk: Items[Answered]
    languages: Items[Language]
    not_english: Text
