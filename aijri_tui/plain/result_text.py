"""A result as text: the first view, the whole, or the words without the figure, as the one telling has them."""

from typing import TYPE_CHECKING

from aijri_engine.personal.result import Result
from aijri_engine.report.blocks import Appendix, Section, WritingRoom
from aijri_engine.report.parts import first_page
from aijri_engine.report.renderers.text import WIDTH, text_of
from aijri_engine.text import wrap

if TYPE_CHECKING:
    from aijri_engine.report.options import ReportOptions


def first_view(found: Result, width: int = WIDTH) -> str:
    """One minute of reading: at most 40 lines."""
    return f"{_title(first_page.title_of(found), width)}{text_of(first_page.blocks(found), width)}\n"


def whole(
    found: Result, width: int = WIDTH, pictures: bool = True, options: "ReportOptions | None" = None
) -> str:
    """Everything, the first view at its head."""
    from aijri_engine.report.building import build
    from aijri_engine.report.options import ReportOptions

    blocks = build(found, options or ReportOptions(date="")).blocks
    told = [one for one in blocks if not isinstance(one, (WritingRoom, Appendix))]
    return f"{_title(first_page.title_of(found), width)}{text_of(told, width, pictures)}\n"


def in_part(part: Section, width: int = WIDTH) -> str:
    """One part of the telling, under its title."""
    return f"{_title(part.title, width)}{text_of(part.blocks, width, pictures=False)}\n"


def in_words(found: Result, width: int = WIDTH) -> str:
    """Without the figure, for those who want the words first."""
    return f"Your result in words\n\n{text_of(first_page.in_words(found), width)}\n"


def _title(words: str, width: int) -> str:
    return "\n".join((*wrap(words, width), "", ""))
