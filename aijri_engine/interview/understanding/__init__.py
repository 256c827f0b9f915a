"""Understanding what people type: numbers, options, tasks, splits of a week, commands. Offline and deterministic."""

from aijri_engine.content.phrases import CommandName
from aijri_engine.interview.understanding.reading import ALONE, Around, Command, Pending, Reading
from aijri_engine.interview.understanding.understand import prepare, understand
from aijri_engine.interview.understanding.vocabulary import Vocabulary, vocabulary_of
from aijri_engine.interview.understanding.yes_no import agrees

__all__ = [
    "ALONE", "Around", "Command", "CommandName", "Pending", "Reading", "Vocabulary", "agrees", "prepare", "understand",
    "vocabulary_of",
]  # fmt: skip
