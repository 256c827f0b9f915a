"""What the parts of a result share: how it is looked at, its sentences, and small ways of writing."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from aijri_engine.personal.result import Result
from aijri_engine.text import cell_width


@dataclass(frozen=True, slots=True)
class View:
    """How a result is looked at."""

    figure: bool = True
    """False: the words without the figure."""
    opened: frozenset[str] = frozenset()
    """Links that are opened to show more."""


def toggled(view: View, link: str, known: Collection[str] | None = None) -> View:
    """The view with a link opened or closed."""
    opened: Sequence[str] = [one for one in view.opened if one != link]
    if link not in view.opened:
        opened = [*opened, link]
    return View(view.figure, frozenset(opened))


def topic(found: Result, name: str) -> list[str]:
    """Sentences of one topic."""
    return [one.text for one in found.sentences if one.topic == name]


def plain(number: float) -> str:
    """At most one decimal."""
    return f"{number:.1f}".rstrip("0").rstrip(".")


def names_width(names: Sequence[str], most: int) -> int:
    """Cells for a column of names, with a gap after the longest; at most `most` but never too few to read."""
    return max(10, min(most, max(map(cell_width, names), default=0) + 2))
