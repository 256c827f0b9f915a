"""One sitting on two versions of its content: what changed since, what was chosen, and how a role changed."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any, Literal

from aijri_engine.content.library import Library
from aijri_engine.content.role import Role
from aijri_engine.index import one_decimal
from aijri_engine.interview.events import Event
from aijri_engine.interview.interview import Interview
from aijri_engine.personal.bridge import Bridge, bridge
from aijri_engine.personal.names import question_name
from aijri_engine.personal.personalise import base_personalisation
from aijri_engine.personal.result import Result, result
from aijri_engine.text import day_words, join_words

Choice = Literal["as_seen", "today"]

FILE_NAMES = {
    "role": "the role's profile",
    "interview": "the questions",
    "wording": "what results say",
    "landscape": "the scores of other roles",
}
"""A changed file in words; any other one holds advice."""

ADVICE = "the advice"

DECIDING = ("roles_digest", "interview_digest")
"""Digests of what figures and questions come from: only a change of these is put to the person."""


@dataclass(frozen=True, slots=True)
class ContentChange:
    """A sitting whose content has changed since: as it was seen, with today's figures, and what lies between."""

    then: Result
    today: Result
    bridge: Bridge
    files: tuple[str, ...]
    """Names of what changed: role, interview, wording, landscape, strategies."""
    asked_again: tuple[str, ...]
    """Questions whose answers no longer fit."""

    @property
    def covered(self) -> bool:
        """No figure is told, as it was never seen in this sitting, or is withheld."""
        return bool(self.why_covered)

    @property
    def why_covered(self) -> str:
        """Why no figure is told, in a sentence; empty where it is."""
        if not self.then.interview.revealed:
            return "The index of this sitting is still covered, so no figure stands here."
        return " ".join(self.then.withheld or self.today.withheld)

    @property
    def deciding(self) -> bool:
        """Figures or questions may differ, so that the person chooses; else only words and advice changed."""
        return "role" in self.files or "interview" in self.files

    @property
    def what(self) -> str:
        """What changed, in words: "the questions and the advice"."""
        return join_words(list(dict.fromkeys(FILE_NAMES.get(name, ADVICE) for name in self.files)))

    @property
    def sentence(self) -> str:
        """What changed, in one sentence; without a figure where none was seen."""
        told = f"Since this sitting {self.what} changed"
        if self.covered:
            return f"{told}."
        before, after = one_decimal(self.bridge.start), one_decimal(self.bridge.end)
        return (
            f"{told}: as you saw it {before:.1f}, with today's figures {after:.1f} "
            f"({self.bridge.shown_change:+.1f} points)."
        )

    @property
    def asked_sentence(self) -> str:
        """Which answers would be asked again with today's questions."""
        if not self.asked_again:
            return "With today's questions every answer still fits; nothing is asked again."
        names = join_words([question_name(key, self.today.interview) for key in self.asked_again])
        return f"With today's questions asked again, because the question changed: {names}. The rest is kept."


def content_change(then: Interview, today: Interview) -> ContentChange | None:
    """The same log on two libraries; None when the content is the same."""
    old, new = then.library.versions(then.role_id), today.library.versions(today.role_id)
    files = [
        key.removesuffix("_digest")
        for key in dict.fromkeys([*new, *old])
        if key.endswith("_digest") and old.get(key) != new.get(key)
    ]
    if not files:
        return None
    before, after = result(then), result(today)
    stale = tuple(step.key for step in today.path.steps if step.state == "stale")
    named = tuple("role" if name == "roles" else name for name in files)
    return ContentChange(before, after, bridge(before.personal, after.personal), named, stale)


def choose(interview: Interview, choice: Choice, today: Library | None = None) -> Interview:
    """Record which content the person goes on with; nothing before it can be undone any more.

    `today` is the newest content at the time of choosing, where that is not the one chosen.
    """
    versions = interview.library.versions(interview.role_id)
    newest = versions if today is None else today.versions(interview.role_id)
    event = Event("content_changed", data={"choice": choice, "versions": versions, "today": newest})
    return replace(interview, events=(*interview.events, event))


def chosen(interview: Interview) -> Choice | None:
    """What was chosen last; None when never asked."""
    event = _last_choice(interview)
    return None if event is None else ("as_seen" if event.data.get("choice") == "as_seen" else "today")


def _last_choice(interview: Interview) -> Event | None:
    return next((event for event in reversed(interview.events) if event.kind == "content_changed"), None)


def settled(interview: Interview, today: Library) -> bool:
    """The person chose to go on as seen, and figures and questions are those they decided about."""
    last = _last_choice(interview)
    if last is None or last.data.get("choice") != "as_seen":
        return False
    now = today.versions(interview.role_id)
    decided: Mapping[str, Any] = last.data.get("today") or now
    return all(decided.get(key) == now.get(key) for key in DECIDING)


def content_before(events: Iterable[Event], now: Mapping[str, Any]) -> Mapping[str, Any] | None:
    """Versions of the content a sitting stood on before that of `now`; None when there was no other."""
    kinds = ("started", "content_changed")
    stood = [event.data.get("versions") for event in events if event.kind in kinds]
    return next((one for one in reversed(stood) if one and dict(one) != now), None)


@dataclass(frozen=True, slots=True)
class RoleChange:
    """A role whose published profile changed since somebody's last sitting."""

    role: str
    title: str
    session: str
    """Id of that sitting."""
    since: date
    """Day on which it was touched last."""
    before: float
    after: float
    """The role's own index then and today."""

    @property
    def points(self) -> float:
        """Displayed index points from then to today."""
        return one_decimal(one_decimal(self.after) - one_decimal(self.before))

    @property
    def in_short(self) -> str:
        """The same on one line, below the sittings it is about."""
        if self.points == 0:
            return f"The role changed since: {self.title}, still {self.after:.1f}"
        return f"The role changed since: {self.title} {self.before:.1f}, now {self.after:.1f} ({self.points:+.1f})"

    @property
    def sentence(self) -> str:
        """What changed, in one sentence."""
        told = f"{self.title} changed since the sitting of {day_words(self.since)}"
        if self.points == 0:
            return f"{told}; the role's index stays at {self.after:.1f}."
        return f"{told}: the role's index went from {self.before:.1f} to {self.after:.1f} ({self.points:+.1f} points)."


def role_change(old: Role, new: Role, session: str, since: date) -> RoleChange:
    """What lies between the two versions of a role."""
    before, after = (base_personalisation(one).assess().index for one in (old, new))
    return RoleChange(new.id, new.title, session, since, before, after)
