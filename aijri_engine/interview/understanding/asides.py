"""Phrases of despair. Few, whole and literal: a false alarm in a talk about failing runs would be a fault, too."""

from collections.abc import Sequence
from typing import Final

from aijri_engine.interview.understanding.tokens import holds, only_words

PHRASES: Final[tuple[tuple[str, str], ...]] = (
    # phrase, why it is listed
    ("i want to die", "wish to die, said of oneself"),
    ("i wanna die", "the same, as people type it"),
    ("i just want to die", "the same"),
    ("i wish i was dead", "wish to be dead"),
    ("i wish i were dead", "wish to be dead"),
    ("id rather be dead", "wish to be dead"),
    ("i would rather be dead", "wish to be dead"),
    ("im better off dead", "wish to be dead, said of oneself"),
    ("id be better off dead", "wish to be dead, said of oneself"),
    ("better off without me", "feeling a burden, a known sign"),
    ("kill myself", "intent, only said of oneself"),
    ("killing myself", "intent, only said of oneself"),
    ("hurt myself", "self-harm"),
    ("hurting myself", "self-harm"),
    ("harm myself", "self-harm"),
    ("harming myself", "self-harm"),
    ("end my life", "intent"),
    ("ending my life", "intent"),
    ("take my own life", "intent"),
    ("taking my own life", "intent"),
    ("want to end it all", "a common way to say it"),
    ("going to end it all", "a common way to say it"),
    ("commit suicide", "intent; the bare word may name a field of work"),
    ("im suicidal", "said of oneself"),
    ("i am suicidal", "said of oneself"),
    ("feel suicidal", "said of oneself"),
    ("feeling suicidal", "said of oneself"),
    ("cant go on like this", "exhaustion of the will"),
    ("cant go on anymore", "the same"),
    ("cant go on any more", "the same"),
    ("no point living", "hopelessness about life itself"),
    ("no point in living", "hopelessness about life itself"),
    ("nothing to live for", "hopelessness about life itself"),
    ("no reason to live", "hopelessness about life itself"),
    ("dont want to live", "wish not to live"),
    ("do not want to live", "wish not to live"),
    ("dont want to be alive", "wish not to live"),
    ("do not want to be alive", "wish not to live"),
    ("dont want to be here anymore", "a common way to say it"),
    ("dont want to exist", "wish not to live"),
    ("life is not worth living", "hopelessness about life itself"),
    ("life isnt worth living", "hopelessness about life itself"),
    ("my life is worthless", "hopelessness about one's own life"),
)  # fmt: skip

ALONE: Final = (
    "cant go on", "i cant go on", "i can not go on", "i cannot go on", "i just cant go on", "suicide", "suicidal",
    "i cant take it anymore", "i cant take it any more", "i cant do this anymore", "i cant do this any more",
    "end it all",
)  # fmt: skip
"""Phrases that count only as the whole line: inside a sentence they may speak of a run, or of a field of work."""

_WORDS: Final = tuple(tuple(phrase.split()) for phrase, _ in PHRASES)
_ALONE: Final = tuple(tuple(phrase.split()) for phrase in ALONE)


def in_distress(tokens: Sequence[str]) -> bool:
    """Whether a line speaks of despair about one's own life."""
    words = only_words(tokens)
    return tuple(words) in _ALONE or any(holds(words, phrase) for phrase in _WORDS)
