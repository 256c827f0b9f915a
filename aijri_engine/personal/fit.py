"""Does the base role fit this week: coverage, concentration, and the nearest published roles."""

from collections.abc import Sequence
from dataclasses import dataclass

from aijri_engine.content.published import Landscape, PublishedRole
from aijri_engine.content.role_story import Neighbour
from aijri_engine.personal.personalise import Personalisation

OUTSIDE_LIMIT = 100.0 / 3.0
"""Percent of the week outside the table above which no confident zone is given [ours]."""

MOST_OF_WEEK = 50.0
"""Percent; more than this in tasks that another role is made of withholds the zone [ours]."""

CONCENTRATION = 60.0
"""Percent in one task from which a phase of a project is suspected (wording section 8) [ours]."""


SMALLEST_LEAN = 10.0
"""Points of time more than the role has, from which a week resembles a neighbour [ours]."""

NEAR_FIGURE = 15.0
"""Index points; a neighbour whose published figure lies further away is not named as like this week [ours]."""


@dataclass(frozen=True, slots=True)
class Resemblance:
    """A neighbouring role and why it is named."""

    title: str
    index: float | None
    zone: str | None
    because: str


@dataclass(frozen=True, slots=True)
class Fit:
    """How much of the week the role's table covers."""

    coverage: float
    """Percent of the week in the role's tasks."""
    largest_task: str
    largest_share: float
    withheld: bool
    """No confident zone: the role does not fit well enough."""
    sentence: str
    neighbours: tuple[Resemblance, ...] = ()


def role_fit(personal: Personalisation, landscape: Landscape | None = None) -> Fit:
    """Coverage of the week by the role, and the neighbours this week resembles."""
    role = personal.role
    coverage = sum(task.share for task in personal.tasks if not task.own)
    largest = max(personal.tasks, key=lambda task: task.share)
    made_of = _made_of_another_role(personal)
    outside = 100.0 - coverage
    far = outside > OUTSIDE_LIMIT + 1e-9
    sentence = ""
    if far:
        sentence = f"{outside:.0f} % of your week lies outside this role; its figures say less about you."
    elif made_of:
        sentence = f"{largest.share:.0f} % of your week is {largest.short}, which is what {made_of.title} mostly does."
    named = [*role.neighbours, *role.not_this]
    found = () if far and made_of is None else _resemblances(personal, named, landscape, made_of)
    return Fit(coverage, largest.short, largest.share, far or made_of is not None, sentence, found)


def _made_of_another_role(personal: Personalisation) -> Neighbour | None:
    """A neighbour that is made of the one task which takes most of this week."""
    for task in personal.tasks:
        if task.share > MOST_OF_WEEK and not task.own:
            for neighbour in (*personal.role.neighbours, *personal.role.not_this):
                if tuple(neighbour.made_of) == (task.id,):
                    return neighbour
    return None


def _resemblances(
    personal: Personalisation,
    named: Sequence[Neighbour],
    landscape: Landscape | None,
    first: Neighbour | None,
) -> tuple[Resemblance, ...]:
    """Neighbours whose tasks this week leans to and whose figure lies near; none where none is near."""
    index = personal.assess().index
    found: dict[str, tuple[float, Resemblance]] = {}
    for neighbour in named:
        weight, because = _likeness(personal, neighbour, neighbour is first)
        published = _published(landscape, neighbour.title)
        far = published is not None and abs(published.index - index) > NEAR_FIGURE
        if because and neighbour.title not in found and (neighbour is first or not far):
            index_there, zone = (published.index, published.zone) if published else (None, None)
            found[neighbour.title] = (weight, Resemblance(neighbour.title, index_there, zone, because))
    ranked = sorted(found.values(), key=lambda pair: (-pair[0], pair[1].title))
    return tuple(one for _, one in ranked[:3])


def _likeness(personal: Personalisation, neighbour: Neighbour, first: bool) -> tuple[float, str]:
    """How strongly a week is like a neighbour, and why; no reason where it is not."""
    if first:
        return 1000.0, "most of your week is what this role does"
    lean = sum(task.share - task.base_share for task in personal.tasks if task.id in neighbour.made_of)
    if lean >= SMALLEST_LEAN:
        return lean, f"{lean:.0f} % more of your week than usual goes to what this role mostly does"
    return 0.0, ""


def _published(landscape: Landscape | None, title: str) -> PublishedRole | None:
    if landscape is None:
        return None
    return next((role for role in landscape.roles if role.title == title), None)
