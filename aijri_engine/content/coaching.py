"""Texts of a session with a coach: what only the coach reads, what is asked of the client, and the talk afterwards."""

import re
from collections.abc import Mapping

from pydantic import model_validator

from aijri_engine.content.base import Items, Model, Text

PLACEHOLDER = re.compile(r"\{([a-z_]+)\}")

ALLOWED: Mapping[str, frozenset[str]] = {
    "repair": frozenset({"list"}),
    "edge": frozenset({"zone", "line", "distance", "word", "count"}),
    "no_edge": frozenset({"zone", "line", "distance", "word", "count"}),
    "blow": frozenset({"points", "zone", "base_zone"}),
    "blow_same_zone": frozenset({"points", "zone"}),
    "doable": frozenset({"title", "step"}),
}
"""Text -> the placeholders it may use; the others use none."""


def check_placeholders(name: str, text: str, allowed: frozenset[str]) -> None:
    """Raises ValueError for a placeholder that nothing fills."""
    unknown = set(PLACEHOLDER.findall(text)) - allowed
    if unknown:
        known = ", ".join(sorted(allowed)) or "none"
        raise ValueError(f"`{name}` cannot use {{{sorted(unknown)[0]}}}; it may use {known}")


class Ways(Model):
    """How the client would like the result."""

    now: Text
    words: Text
    later: Text


class CoachTexts(Model):
    """What is said in a guided session. Figures are never written here."""

    covered: Text
    """Why the figure is not shown yet."""
    alone: Text
    """At the head of a page that only the coach should read."""
    goal: Text
    """The question for the goal of the session."""
    look_at: Text
    """Heading of the quality panel."""
    nothing: Text
    """Where the quality panel has no remark."""
    nothing_untimed: Text
    """The same for answers that came in a file, without the time they took."""
    thin: Text
    """Where the answers do not carry a zone."""
    repair: Text
    edge: Text
    no_edge: Text
    blow: Text
    blow_same_zone: Text
    no_blow: Text
    doable: Text
    no_doable: Text
    ask: Text
    """What the client is asked before the result."""
    ways: Ways
    closed: Text
    """When to leave the result closed."""
    later: Text
    """Said when the client leaves the result for next time."""
    talk: Items[Text]
    """What to ask once the result is seen, in order."""

    @model_validator(mode="after")
    def _placeholders_known(self) -> "CoachTexts":
        for name, text in self:
            if isinstance(text, str):
                check_placeholders(name, text, ALLOWED.get(name, frozenset()))
        return self
