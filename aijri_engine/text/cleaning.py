"""Making text from people and files harmless before it reaches a screen, a report or a message."""

import re
import unicodedata
from typing import Final

DEFAULT_LIMIT: Final = 2000
"""Characters kept by `clean` unless told otherwise."""

ELLIPSIS: Final = "…"

LONGEST_MARK_RUN: Final = 30
"""Combining marks kept in a row, the bound of Unicode's Stream-Safe Text Format (UAX #15, section 13)."""

NORMALISATION_ROOM: Final = 4
"""Characters that may compose into one: a base letter and up to three marks."""

LINE_ENDS: Final = re.compile("\r\n|[\r\n\x0b\x0c\x85\u2028\u2029]")
BLANKS: Final = re.compile("[ \t\n]+")

DROPPED: Final = re.compile(
    "["
    "\x00-\x08\x0e-\x1f\x7f-\x9f"  # C0 and C1 controls that are not line ends or tabs
    "\u00ad\u061c\u180e"  # soft hyphen, Arabic letter mark, Mongolian vowel separator
    "\u200b\u200e\u200f"  # zero-width space, direction marks
    "\u202a-\u202e"  # direction embeddings and overrides
    "\u2060-\u206f"  # word joiner, invisible operators, direction isolates
    "\ud800-\udfff"  # lone surrogates
    "\ufeff\ufff9-\ufffb"  # byte order mark, interlinear annotation
    "\U000e0000-\U000e007f"  # invisible tags
    "]"
)


JOINING: Final = (
    "[\u0600-\u109f\u1780-\u18af\u1b00-\u1c4f\ua800-\uaaff\ufb50-\ufdff\ufe70-\ufefc"  # Arabic, Indic and their kin
    "\u2190-\u2bff\ufe0f\U0001f000-\U0001faff]"  # pictures
)
"""Between two of these a joiner is spelling (`می‌خواهم`, a family); elsewhere it only hides."""

JOINERS: Final = "\u200c\u200d"
IDLE: Final = re.compile(
    f"(?<=[{JOINERS}])[{JOINERS}]+|(?<!{JOINING})[{JOINERS}]|[{JOINERS}](?![{JOINERS}]*{JOINING})"
)


def clean(text: str, limit: int = DEFAULT_LIMIT, lines: bool = False) -> str:
    """Return `text` in NFC without characters that could steer a terminal or hide from the reader.

    Dropped are lone surrogates, control characters, direction overrides and isolates, and every
    zero-width format character; the joiners U+200C and U+200D only where they join nothing.
    Runs of more than 30 combining marks are cut.

    With `lines`, every kind of line end becomes `\\n` and a tab becomes a space. Without it a run of
    blanks that holds a line end or a tab becomes one space. Blanks at the ends are kept.

    `limit` is the greatest length of the result in characters; longer text ends in an ellipsis.
    Cleaning twice changes nothing.
    """
    if limit <= 0:
        return ""
    if text.isascii() and text.isprintable() and len(text) <= limit:
        return text
    kept = DROPPED.sub("", LINE_ENDS.sub("\n", text))
    kept = kept.replace("\t", " ") if lines else BLANKS.sub(_one_blank, kept)
    if not kept.isascii():
        too_long = len(kept) > limit * NORMALISATION_ROOM
        kept = IDLE.sub("", _without_mark_towers(kept[: limit * NORMALISATION_ROOM]))
        kept = IDLE.sub("", _without_mark_towers(unicodedata.normalize("NFC", kept)))
        if too_long:
            return kept[: limit - 1].rstrip(JOINERS) + ELLIPSIS
    return kept if len(kept) <= limit else kept[: limit - 1].rstrip(JOINERS) + ELLIPSIS


def _one_blank(blanks: re.Match[str]) -> str:
    found = blanks.group()
    return " " if "\n" in found or "\t" in found else found


def _without_mark_towers(text: str) -> str:
    """Cut long runs of combining marks: sorting them costs the square of their number."""
    if not any(map(unicodedata.combining, text)):
        return text
    kept: list[str] = []
    run = 0
    for character in text:
        run = run + 1 if unicodedata.combining(character) or character in JOINERS else 0
        if run <= LONGEST_MARK_RUN:
            kept.append(character)
    return "".join(kept)
