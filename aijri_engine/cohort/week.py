"""The week of every row: shares in percent, and what conditions ask of them."""

import narwhals as nw

from aijri_engine.cohort.columns import OTHERS, CohortForm, Frame, share_column
from aijri_engine.cohort.conditions import UntabledError

OUTSIDE, GIVEN, OWN_SPLIT = "week_outside", "week_given", "week_own_split"


def share(row: str) -> nw.Expr:
    """Percent of the week on a task or a row of other work."""
    return nw.col(f"share_{row}")


def total(parts: list[nw.Expr]) -> nw.Expr:
    """The sum of columns, from left to right."""
    found = parts[0]
    for part in parts[1:]:
        found = found + part
    return found


def week_columns(cohort: CohortForm) -> list[str]:
    """What is left of the week when the answers were read."""
    tasks = cohort.form.role.task_ids()
    return [
        *(f"share_{row}" for row in (*tasks, *OTHERS)),
        *(f"has_time_{task}" for task in tasks),
        OUTSIDE,
        OWN_SPLIT,
    ]


def with_week(frame: Frame, cohort: CohortForm) -> Frame:
    """Adds the shares of every task and row of other work, in percent adding up to 100.

    Without a split the role's mix stands in, scaled to what other work leaves over.
    """
    tasks = cohort.form.role.tasks
    said = [nw.col(share_column(task.id)) for task in tasks]
    others = [nw.col(f"{row}_share").fill_null(0.0) for row in OTHERS]
    own_split = nw.any_horizontal(*(~one.is_null() for one in said), ignore_nulls=True)
    frame = frame.with_columns(
        own_split.alias(OWN_SPLIT),
        total(others).alias("week_other"),
        total([one.fill_null(0.0) for one in said]).alias("week_said"),
    )
    everything = nw.col("week_said") + nw.col("week_other")
    whole = nw.when(nw.col(OWN_SPLIT) & (everything > 0)).then(everything).otherwise(100.0)
    given = nw.col(OWN_SPLIT) | (nw.col("week_other") > 0)
    frame = frame.with_columns(whole.alias("week_total"), given.alias(GIVEN))
    factor, left = 100.0 / nw.col("week_total"), (100.0 - nw.col("week_other")) / 100.0
    shares = [
        nw.when(nw.col(OWN_SPLIT)).then(one.fill_null(0.0) * factor).otherwise(task.share * left)
        .alias(f"share_{task.id}")
        for task, one in zip(tasks, said, strict=True)
    ]  # fmt: skip
    shares += [(one * factor).alias(f"share_{row}") for row, one in zip(OTHERS, others, strict=True)]
    frame = frame.with_columns(*shares)
    timed = [(share(row) > 0).alias(f"has_time_{row}") for row in (*cohort.form.role.task_ids(), *OTHERS)]
    return frame.with_columns(total([*map(share, OTHERS)]).alias(OUTSIDE), *timed)


def week_figure(name: str, cohort: CohortForm) -> nw.Expr:
    """A figure of the week that conditions may ask for, where a week is given. Raises `UntabledError`."""
    shares = [share(task.id) for task in cohort.form.role.tasks]
    if name == "@outside":
        value = nw.col(OUTSIDE)
    elif name == "@spread":
        value = nw.max_horizontal(*shares) - nw.min_horizontal(*shares)
    elif name == "@largest":
        value = nw.max_horizontal(*shares, *map(share, OTHERS))
    elif name in cohort.form.role_shares:
        value = share(name)
    else:
        raise UntabledError(f"a flat table does not hold `split.{name}`")
    return value
