"""Jobs near to a week in somebody's own words: by what people say of each job, and none below a floor."""

from collections.abc import Sequence
from dataclasses import dataclass

from aijri_engine.content.jobs import WORTH_SHOWING, JobMatch, match_of, said_index
from aijri_engine.content.library import Library

MOST_NEAR = 3
"""Jobs offered."""

LEAST_ROWS = 2
"""Rows that must point to a job: one is a coincidence (pipes are laid by plumbers and cleaned by others) [ours]."""

LEAST_OF_WEEK = 40.0
"""Percent of the week that these rows must take [ours]."""

LEAST = 12.0
"""Log-likelihood ratio of all rows together from which a job is offered [ours]."""


@dataclass(frozen=True, slots=True)
class NearJob:
    """A job that rows of a week sound like."""

    job: JobMatch
    rows: tuple[str, ...]
    """The rows that do, as the person wrote them."""


def nearest_jobs(library: Library, rows: Sequence[tuple[str, float]]) -> tuple[NearJob, ...]:
    """At most three jobs near to this week, the nearest first; `rows` are names and percent of the week."""
    shares = dict(rows)
    found = [
        (ratio, NearJob(match_of(library, key), pointing))
        for key, ratio, pointing in said_index(library).near(shares)
        if ratio >= LEAST
        and len(pointing) >= LEAST_ROWS
        and sum(shares[row] for row in pointing) >= LEAST_OF_WEEK
    ]
    near = [one for ratio, one in found if ratio >= WORTH_SHOWING * found[0][0]]
    written = {code for one in near if one.job.id in library.cards for code in one.job.codes}
    return tuple(one for one in near if one.job.id not in written)[:MOST_NEAR]
