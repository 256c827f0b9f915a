"""Text at the edge of the engine: cleaning, measuring and shaping it for every output, and writing whole files.

Uses the standard library only, so any other package may import it at no cost.
"""

from aijri_engine.text.cleaning import DEFAULT_LIMIT, ELLIPSIS, clean
from aijri_engine.text.layout import Align, cell_width, hang, pad, shorten, wrap
from aijri_engine.text.words import a_or_an, counted, day_words, is_or_are, join_words, nearest, slug

__all__ = [
    "DEFAULT_LIMIT",
    "ELLIPSIS",
    "Align",
    "a_or_an",
    "cell_width",
    "clean",
    "counted",
    "day_words",
    "hang",
    "is_or_are",
    "join_words",
    "nearest",
    "pad",
    "shorten",
    "slug",
    "wrap",
]
