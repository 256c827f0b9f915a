"""Typesetting of our own prose for formats with real type: minus signs, apostrophes, quotation marks, held spaces."""

import re

MINUS = re.compile(r"(?<![\w.\-])-(?=\d)")
APOSTROPHE = re.compile(r"(?<=\w)'(?=\w)|(?<=s)'(?=\s|$)")
QUOTED = re.compile(r'"([^"]*)"')
HELD_SPACE = "\u00a0"
"""A space at which no line ends."""

UNIT = re.compile(r"(?<=\d) (?=%)")


def set_type(text: str) -> str:
    """`-7.1` with a minus sign, `role's` and `"keep"` with curved marks, `5 %` on one line."""
    text = QUOTED.sub("“\\1”", APOSTROPHE.sub("’", MINUS.sub("−", text)))
    return held(text)


def held(text: str) -> str:
    """`5 %` kept on one line."""
    return UNIT.sub(HELD_SPACE, text)
