"""A result as sentences in order of importance. Figures come from the engine; nothing is computed here."""

from collections.abc import Iterable, Iterator

from aijri_engine.index import one_decimal
from aijri_engine.personal.bridge import BridgeGroup
from aijri_engine.personal.names import cause_name, element_name, question_name
from aijri_engine.personal.personalise import PersonalTask
from aijri_engine.personal.result import Result
from aijri_tui.plain.passages import Passage, heading, item, paragraph, title

MOST_ADVICE = 5
"""Recommendations told in full; a tired reader stops there."""

CLOSING = ("quality", "limits")
"""Topics of sentences that stand at the end."""

WITHOUT_FIGURE = ("meaning", "week", "fit", "quality", "limits")
"""Topics that can be told without the index."""


def result_passages(found: Result) -> Iterator[Passage]:
    """The whole result."""
    yield title(
        f"Your AIJRI as {_article(found.interview.form.role.title)} {found.interview.form.role.title}"
    )
    yield from _status(found)
    for one in found.sentences:
        if one.topic not in CLOSING:
            yield paragraph(one.text)
    yield from _bridge(found)
    yield from _tasks(found.personal.tasks)
    yield from _advice(found)
    yield from _outlook(found)
    yield from _resembles(found)
    yield from _not_said(found)
    yield from _dissent(found)
    yield heading("What this is and is not")
    for one in found.sentences:
        if one.topic in CLOSING:
            yield paragraph(one.text)
    yield from _versions(found)


def words_passages(found: Result) -> Iterator[Passage]:
    """The result without its figure, for those who want the words first."""
    yield title("Your result in words")
    for one in found.sentences:
        if one.topic in WITHOUT_FIGURE:
            yield paragraph(one.text)
    if found.advice.recommendations:
        yield heading("What you could do")
    for number, advised in enumerate(found.advice.recommendations, 1):
        yield paragraph(f"{number}. {advised.strategy.title}. First step: {advised.strategy.first_step}")


def _article(word: str) -> str:
    return "an" if word[:1].casefold() in "aeiou" else "a"


def _status(found: Result) -> Iterator[Passage]:
    if found.status.name != "provisional":
        return
    yield paragraph("This result is provisional:")
    for reason in found.status.reasons:
        yield item(f"{reason[:1].upper()}{reason[1:]}{'' if reason.endswith(('.', '?')) else '.'}")


def _bridge(found: Result) -> Iterator[Passage]:
    base, own = found.base_assessment.index, found.assessment.index
    yield heading(f"From the role's {base:.1f} to your {own:.1f}")
    if not found.bridge.rows:
        yield paragraph("There is no difference to explain.")
    for group in found.bridge.groups:
        yield paragraph(f"{_capital(cause_name(group.cause, found.personal))}: {group.shown:+.1f}.")
        yield from _rows(group, found)
    if found.bridge.rows:
        yield paragraph(f"Together {found.bridge.shown_change:+.1f}.")


def _rows(group: BridgeGroup, found: Result) -> Iterator[Passage]:
    for row in group.rows:
        name = element_name(row.kind, row.key, found.personal)
        if row.kind == "limit":
            yield item(f"{_capital(name)}: {row.shown:+.1f}.")
            continue
        unit = " %" if row.kind == "share" else ""
        way = f"from {_number(row.before)}{unit} to {_number(row.after)}{unit}"
        yield item(f"{_capital(name)}, {way}: {row.shown:+.1f}.")


def _tasks(tasks: Iterable[PersonalTask]) -> Iterator[Passage]:
    yield heading("Your tasks, the role's in brackets")
    for task in tasks:
        share, score = f"{_number(task.share)} % of the week", f"score {_number(task.score)}"
        if task.base_score is None:
            origin = "" if task.described else ", not rated by you"
            yield item(f"{task.short}: {share}, {score}. Not in the role{origin}.")
        else:
            origin = "" if task.described else " Expected, not described by you."
            told = f"{share} ({_number(task.base_share)} %), {score} ({_number(task.base_score)})"
            yield item(f"{task.short}: {told}.{origin}")
    yield paragraph(
        "Scores run from 1, which resists automation most, to 5, which could be run whole by software."
    )


def _advice(found: Result) -> Iterator[Passage]:
    advice = found.advice
    if advice.recommendations:
        yield heading("What you could do, priced on your own numbers")
        yield paragraph(found.price_note)
    for number, one in enumerate(advice.recommendations[:MOST_ADVICE], 1):
        plan = one.strategy
        band = f"between {one.low:+.1f} and {one.high:+.1f}"
        yield paragraph(f"{number}. {plan.title}: {one.shown:+.1f}, to {one.index_then:.1f}; {band}.")
        yield item(f"Because: {one.because}")
        yield item(f"Priced as: {one.priced_as}.")
        yield item(f"Effort {plan.effort}, horizon {plan.horizon}.")
        yield item(f"First step: {plan.first_step}")
        yield item(f"It worked when: {plan.worked}")
        yield item(f"Caution: {plan.caution}")
    if more := advice.recommendations[MOST_ADVICE:]:
        told = "; ".join(f"{one.strategy.title} {one.shown:+.1f}" for one in more)
        yield paragraph(f"Smaller ones, in full with --json or in a report: {told}.")
    if advice.outside:
        yield heading("Steps outside the index, without a price")
    for step in advice.outside:
        yield item(f"{step.title}. First step: {step.first_step}")


def _outlook(found: Result) -> Iterator[Passage]:
    if found.outlook:
        yield heading("Outlook: what if the world changes (assumptions, not forecasts)")
    for row in found.outlook:
        figure = f"{row.index:.1f}, {row.zone}, {row.points:+.1f}"
        yield paragraph(f"{row.scenario.title} ({row.scenario.horizon}): {figure}.")
        yield item(row.scenario.assumptions)
        yield item(f"What would show it: {row.scenario.watch}")


def _resembles(found: Result) -> Iterator[Passage]:
    if found.fit.neighbours:
        yield heading("Roles your week resembles")
    for one in found.fit.neighbours:
        index = f", published at {one.index:.1f}, {one.zone}" if one.index is not None else ""
        yield item(f"{one.title}{index}: {one.because}.")


def _not_said(found: Result) -> Iterator[Passage]:
    if found.borrowed:
        yield heading("What was borrowed, not asked or unsure")
    for one in found.borrowed:
        yield item(one.text)
    if found.narrowing:
        names = [question_name(one.question, found.interview) for one in found.narrowing[:3]]
        yield paragraph(f"Most of the doubt lies in: {'; '.join(names)}.")


def _dissent(found: Result) -> Iterator[Passage]:
    """The person's own words about the whole."""
    difference = found.interview.path.facts.values.get("difference")
    if isinstance(difference, str):
        yield heading("What you said is different")
        yield paragraph(difference)
    for remark in found.interview.answers.notes:
        yield paragraph(remark)


def _versions(found: Result) -> Iterator[Passage]:
    told = ", ".join(f"{name.replace('_', ' ')} {version}" for name, version in found.versions.items())
    yield paragraph(f"Computed with: {told}.")


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def _number(value: float) -> str:
    return f"{one_decimal(value):g}"
