"""How a result is looked at, and small ways of writing."""

from dataclasses import dataclass

from aijri_engine.personal.result import Result


@dataclass(frozen=True, slots=True)
class View:
    """How a result is looked at."""

    figure: bool = True
    """False: the words without the figure."""
    opened: frozenset[str] = frozenset()
    """Links that are opened to show more."""


def toggled(view: View, link: str) -> View:
    """The view with a link opened or closed."""
    return View(view.figure, view.opened ^ {link})


def topic(found: Result, name: str) -> list[str]:
    """Sentences of one topic."""
    return [one.text for one in found.sentences if one.topic == name]


def plain(number: float) -> str:
    """At most one decimal."""
    return f"{number:.1f}".rstrip("0").rstrip(".")
