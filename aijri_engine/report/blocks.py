"""The report document: frozen blocks that say what stands in a report, and nothing about how it looks."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any, Literal

from aijri_engine.report.charts import Chart
from aijri_engine.report.figures import day_text
from aijri_engine.text import cell_width


class Mark(StrEnum):
    """Where a statement comes from. Kept apart in every format, by a sign and by a word."""

    SAID = "said"
    """The person said it."""
    BORROWED = "borrowed"
    """The role's value or an expectation stands in for something the person did not say."""
    COACH = "coach"
    """A coach's reading; never part of the figure."""


SIGNS: Mapping[Mark, str] = {Mark.SAID: "●", Mark.BORROWED: "○", Mark.COACH: "◆"}
"""One sign a mark, told apart by shape and not by colour."""


SHORT_TERM = 30
"""Terminal cells; a longer term stands above what is said of it."""


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading of the body; level 1 is a section, level 2 a part of one. The title stands above both."""

    text: str
    level: Literal[1, 2] = 1
    link: str = ""
    """What can be tried about it on a screen; nothing on paper."""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph."""

    text: str
    style: Literal["body", "lead", "note"] = "body"
    """lead: the sentence to read first; note: small print that explains what stands above it."""
    mark: Mark | None = None
    wording_by: str = ""
    """Practice whose own wording this is; empty for ours."""


@dataclass(frozen=True, slots=True)
class Quotation:
    """Words of a person, as they wrote them."""

    text: str
    by: str
    mark: Mark = Mark.SAID


@dataclass(frozen=True, slots=True)
class Item:
    """One entry of a list."""

    text: str
    mark: Mark | None = None
    address: str = ""
    """Where it can be read; stands behind the text and is never cut where it can be helped."""

    @property
    def whole(self) -> str:
        """Text and address."""
        return f"{self.text} {self.address}".rstrip()


@dataclass(frozen=True, slots=True)
class BulletList:
    """Entries without an order, or numbered."""

    items: tuple[Item, ...]
    numbered: bool = False


@dataclass(frozen=True, slots=True)
class Definition:
    """A term and what is said of it."""

    term: str
    text: str
    mark: Mark | None = None


@dataclass(frozen=True, slots=True)
class Definitions:
    """Terms, one under the other."""

    rows: tuple[Definition, ...]

    @property
    def beside(self) -> bool:
        """Every term is short enough to stand beside what is said of it."""
        return all(cell_width(row.term) <= SHORT_TERM for row in self.rows)


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a table. Figures are aligned to the right, all with the same number of decimals."""

    title: str
    figures: bool = False
    width: int = 1
    """Parts of the width that a column of text takes; columns of figures take what they need."""


@dataclass(frozen=True, slots=True)
class Table:
    """A table whose first column names its rows."""

    caption: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[str, ...], ...]
    emphasised: tuple[int, ...] = ()
    """Rows that stand out, such as a total."""


@dataclass(frozen=True, slots=True)
class Figure:
    """A chart, what it shows in one sentence, and the description of it for those who cannot see it."""

    chart: Chart
    sentence: str

    @property
    def description(self) -> str:
        """Every value of the chart in words."""
        return self.chart.description


@dataclass(frozen=True, slots=True)
class Headline:
    """The figure itself, with its zone or without one where none can be given."""

    index: str
    zone: str
    note: str


@dataclass(frozen=True, slots=True)
class WritingRoom:
    """Empty lines on paper, for what is written by hand; nothing on a screen."""

    label: str = "Notes"
    lines: int = 2


@dataclass(frozen=True, slots=True)
class Appendix:
    """Where the appendix begins: its heading, and what follows in it."""

    entries: tuple[str, ...]
    """Headings of level 1 that follow."""
    title: str = "Appendix"


Block = (
    Heading
    | Paragraph
    | Quotation
    | BulletList
    | Definitions
    | Table
    | Figure
    | Headline
    | WritingRoom
    | Appendix
)


@dataclass(frozen=True, slots=True)
class Section:
    """One part of a telling: opened on the screen by its line, printed whole on paper."""

    id: str
    title: str
    gist: str
    """What it comes to, in one line."""
    blocks: tuple[Block, ...]
    front: bool = False
    """On paper it stands before the appendix."""
    fine: bool = False
    """On paper it is small print in two columns at the end."""


@dataclass(frozen=True, slots=True)
class Logo:
    """A picture of a practice."""

    content: bytes
    media_type: Literal["image/png", "image/jpeg"]
    width: int
    height: int
    """Pixels."""


@dataclass(frozen=True, slots=True)
class Appearance:
    """How a practice's reports look; figures and limits are out of its reach."""

    practice: str = ""
    accent: str = "#1d4f7a"
    accent_dark: str = "#8fc1ea"
    """Accent on a dark ground."""
    footer: str = ""
    logo: Logo | None = None
    contact: str = ""
    """How the practice can be reached."""
    paper: Literal["A4", "Letter"] = "A4"
    large_print: bool = False

    @property
    def masthead(self) -> tuple[str, ...]:
        """Name and contact, at the head of the first page; empty for no practice."""
        return tuple(one for one in (self.practice, self.contact) if one)


LONG = 4
"""Sections behind those in front from which they are an appendix with a list of what is in it."""


def printed(sections: "Iterable[Section]") -> tuple[Block, ...]:
    """The blocks of these sections, each under its heading."""
    return tuple(block for one in sections for block in (Heading(one.title), *one.blocks))


@dataclass(frozen=True, slots=True)
class Document:
    """One report, ready for any renderer. Equal documents render to equal bytes."""

    title: str
    subtitle: str
    date: str
    """YYYY-MM-DD; passed in, never read from a clock."""
    facts: tuple[Definition, ...]
    """For whom, by whom, when, with which versions: the lines under the title."""
    summary: tuple[Block, ...]
    """The first page; enough on its own."""
    sections: tuple[Section, ...]
    """Everything else in order; empty in the short form."""
    cover: tuple[Block, ...] = ()
    """What stands on a cover below title and facts; a document without any has no cover."""
    appearance: Appearance = field(default_factory=Appearance)
    data: Mapping[str, Any] = field(default_factory=dict)
    """The same for programs; for a result, the assessment of `aijri_engine/README.md`. Empty where there is none."""
    answers: str = ""
    """The answers file this was computed from; empty for what is no result."""
    tasks: Table | None = None
    steps: Table | None = None
    """The bridge, row by row; None for what has none."""
    language: str = "en-GB"

    @property
    def body(self) -> tuple[Block, ...]:
        """The sections as they stand on paper: what people keep in front, the appendix behind it."""
        behind = [one for one in self.sections if not one.front]
        divided = (Appendix(tuple(one.title for one in behind)),) if self.divided else ()
        return (*printed(self.front), *divided, *printed(behind))

    @property
    def foot(self) -> str:
        """What stands below every page: the practice's words, else title, person and day, so that no leaf is lost."""
        whose = "".join(f", {row.text}" for row in self.facts if row.term in ("For", "Client"))
        return self.appearance.footer or f"{self.title}{whose}, {day_text(self.date)}"

    @property
    def sections_on_paper(self) -> tuple[str, ...]:
        """Titles of the sections in the order of `body`."""
        return tuple(one.text for one in self.body if isinstance(one, Heading) and one.level == 1)

    @property
    def front(self) -> tuple[Section, ...]:
        """What stands before the appendix."""
        return tuple(one for one in self.sections if one.front)

    @property
    def divided(self) -> bool:
        """It is long enough for an appendix and a list of what is in it."""
        return bool(self.front) and len(self.sections) - len(self.front) >= LONG

    @property
    def blocks(self) -> tuple[Block, ...]:
        """Summary and body."""
        return (*self.summary, *self.body)

    @property
    def short(self) -> bool:
        """Only the first page."""
        return not self.sections
