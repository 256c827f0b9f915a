"""Text at the edge of the engine: cleaning, measuring and shaping it for every output, and writing whole files.

Uses the standard library only, so any other package may import it at no cost.
"""

from aijri_engine.text.cleaning import ELLIPSIS, clean
from aijri_engine.text.layout import Align, cell_width, hang, pad, shorten, shorten_inside, wrap
from aijri_engine.text.words import (
    a_or_an,
    counted,
    day_words,
    ended,
    figure,
    is_or_are,
    iso_day,
    join_words,
    lowered,
    nearest,
    slug,
)
