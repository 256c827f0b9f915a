"""Answer quality: what would sharpen the picture. No flag ever moves the index."""

from dataclasses import dataclass
from statistics import median

from aijri_engine.interview.interview import Interview
from aijri_engine.interview.path import SPLIT
from aijri_engine.interview.values import Split
from aijri_engine.personal.fit import CONCENTRATION, OUTSIDE_LIMIT
from aijri_engine.personal.personalise import PersonalTask, Personalisation
from aijri_engine.text import join_words

EVEN_SPREAD = 2.0
"""Points of time; rows within this count as nearly equal [ours] (wording section 8)."""

FAST_SECONDS = 3.0
"""Median seconds a question below which answers were hardly read [ours]."""

FEWEST_TIMES = 4
"""Answers with a time that a median needs [ours]."""

BORROWED_SHARE = 40.0
"""Percent of the week resting on expected or role values that is worth saying [ours]."""

UNSURE_COUNT = 3
"""Answers of "not sure" that are worth saying [ours]."""

FEW_YEARS, MANY_YEARS = 3.0, 8.0
"""Years under which making final choices, and from which never making them, is asked about [ours]."""

HOLDING = ("even_split", "fast")
"""Flags that keep a result provisional; role fit is the third (design section 6)."""


@dataclass(frozen=True, slots=True)
class Flag:
    """One remark, worded for the person ("your picture would sharpen if you ...") and for a coach."""

    id: str
    person: str
    """Empty where there is nothing the person could do."""
    coach: str


def quality_flags(interview: Interview, personal: Personalisation) -> tuple[Flag, ...]:
    """Every flag that holds, in a fixed order."""
    found = [flag(interview, personal) for flag in FLAGS]
    return tuple(flag for flag in found if flag is not None)


def _split(interview: Interview) -> Split | None:
    step = interview.path.step(SPLIT)
    return interview.path.split if step and step.state == "answered" else None


def _even_split(interview: Interview, personal: Personalisation) -> Flag | None:
    split = _split(interview)
    if split is None or split.spread > EVEN_SPREAD + 1e-9:
        return None
    return Flag(
        "even_split",
        "recalled one real day and adjusted the rows",
        "Rows nearly equal; the shares say little.",
    )


def _all_typical(interview: Interview, personal: Personalisation) -> Flag | None:
    facts = interview.path.facts
    given = [key for key in facts.values if key == SPLIT or key.startswith("depth.")]
    if len(given) < 2 or any(
        task.share != task.base_share or task.score != task.base_score for task in personal.tasks
    ):
        return None
    return Flag(
        "all_typical",
        "described where your week differs from the usual one, if it does",
        "Every value equals the role's.",
    )


def _fast(interview: Interview, personal: Personalisation) -> Flag | None:
    times = [entry.seconds for entry in interview.answers.entries.values() if entry.seconds is not None]
    if len(times) < FEWEST_TIMES or median(times) >= FAST_SECONDS:
        return None
    return Flag(
        "fast",
        "read the task questions once more",
        f"Median {median(times):.1f} s a question; ask for an example before relying on depth.",
    )


def _title_depth(interview: Interview, personal: Personalisation) -> Flag | None:
    rungs = [task.rungs for task in personal.tasks if task.described and not task.own]
    decides = interview.path.facts.values.get("level") in ("senior", "principal")
    if not decides or not rungs or any(one != ("follows",) for one in rungs):
        return None
    return Flag(
        "title_depth",
        "looked again at where your decisions took the hours",
        "Final say reported, all tasks as given. Explore, do not correct.",
    )


def _years_level(interview: Interview, personal: Personalisation) -> Flag | None:
    values = interview.path.facts.values
    years, level = values.get("years"), values.get("level")
    if not isinstance(years, float) or level is None:
        return None
    few = level in ("senior", "principal") and years < FEW_YEARS
    many = level == "junior" and years >= MANY_YEARS
    if not few and not many:
        return None
    confirmed = "yes" if values.get("level_check") == "yes" else "no"
    return Flag(
        "years_level",
        "checked years and last decision together",
        f"{years:g} years, level {level}; confirmed: {confirmed}.",
    )


def _no_example(interview: Interview, personal: Personalisation) -> Flag | None:
    values = interview.path.facts.values
    without = [
        task.short
        for task in personal.tasks
        if task.described and "originates" in task.rungs and f"example.{task.id}" not in values
    ]
    if not without:
        return None
    tasks = join_words(without)
    return Flag(
        "no_example",
        f"named one piece of work for {tasks}",
        f"Highest rung on {tasks} without an example; ask for one each.",
    )


def _tool_and_new(interview: Interview, personal: Personalisation) -> Flag | None:
    steps = [step for step in interview.path.steps if step.asked.question.id == "tool_and_new"]
    if not steps:
        return None
    tasks = join_words([step.asked.item_name for step in steps])
    chosen = join_words([str(step.value or "not answered") for step in steps])
    return Flag(
        "tool_and_new",
        f"said which hours of {tasks} a tool runs whole",
        f"No recipe, yet run whole by a tool ({tasks}); chosen: {chosen}.",
    )


def _coverage(interview: Interview, personal: Personalisation) -> Flag | None:
    outside = sum(task.share for task in personal.tasks if task.own)
    if outside <= OUTSIDE_LIMIT + 1e-9:
        return None
    return Flag(
        "coverage",
        "looked at a role nearer to the rest of your week",
        f"The role covers {100 - outside:.0f} % of the week; zone withheld.",
    )


def _one_task(interview: Interview, personal: Personalisation) -> Flag | None:
    largest = max(personal.tasks, key=lambda task: task.share)
    if largest.share < CONCENTRATION - 1e-9:
        return None
    return Flag(
        "one_task",
        "compared with the last three months",
        f"{largest.share:.0f} % in one task; perhaps a project phase.",
    )


def undescribed(personal: Personalisation) -> list[PersonalTask]:
    """Tasks with time that rest on an expected or unrated value, the largest first."""
    rest = [task for task in personal.tasks if not task.described and task.share > 0]
    return sorted(rest, key=lambda task: -task.share)


def _borrowed(interview: Interview, personal: Personalisation) -> Flag | None:
    rest = undescribed(personal)
    share = sum(task.share for task in rest)
    if share <= BORROWED_SHARE + 1e-9:
        return None
    return Flag(
        "borrowed",
        f"described {join_words([task.short for task in rest[:2]])}",
        f"{share:.0f} % of the week rests on expected or role values.",
    )


def _unsure(interview: Interview, personal: Personalisation) -> Flag | None:
    keys = [step for step in interview.path.steps if step.state == "not_sure"]
    if len(keys) < UNSURE_COUNT:
        return None
    names = join_words([step.asked.item_name or step.asked.question.id.replace("_", " ") for step in keys])
    return Flag(
        "unsure",
        f"looked up {names}",
        f"{len(keys)} not sure; see which narrow the range most.",
    )


def _declined(interview: Interview, personal: Personalisation) -> Flag | None:
    count = sum(step.state == "declined" for step in interview.path.steps)
    return Flag("declined", "", f"{count} declined. Do not ask again.") if count else None


def _after_figure(interview: Interview, personal: Personalisation) -> Flag | None:
    changed = [entry for entry in interview.answers.entries.values() if entry.after_figure]
    if not changed:
        return None
    before, now = changed[0].first_value, changed[0].value
    return Flag(
        "after_figure",
        "",
        f"{len(changed)} answers changed after the figure was seen; the first: {before} before, {now} now.",
    )


FLAGS = (
    _even_split, _all_typical, _fast, _title_depth, _years_level, _no_example, _tool_and_new,
    _coverage, _one_task, _borrowed, _unsure, _declined, _after_figure,
)  # fmt: skip
"""In the order of wording section 8."""
