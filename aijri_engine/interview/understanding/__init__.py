"""Understanding what people type: numbers, options, tasks, splits of a week, commands. Offline and deterministic."""

from aijri_engine.interview.understanding.agreeing import agrees
from aijri_engine.interview.understanding.reading import Command, CommandName, Reading
from aijri_engine.interview.understanding.understand import prepare, understand
from aijri_engine.interview.understanding.vocabulary import Vocabulary

__all__ = ["Command", "CommandName", "Reading", "Vocabulary", "agrees", "prepare", "understand"]
