"""How the index works: every rule, marked as published, reconstructed or ours, with the figures the engine acts on."""

from collections.abc import Sequence

from aijri_engine.index import GREEN_FROM, YELLOW_FROM
from aijri_engine.index.scales import (
    BARRIER_WEIGHT,
    EVIDENCE_WEIGHT,
    GROWTH_WEIGHT,
    RAW_FLOOR,
    RAW_SPAN,
    RESISTANCE_BASE,
)
from aijri_engine.index.zones import (
    IMMINENT_BARRIERS_AT_MOST,
    IMMINENT_EVIDENCE_AT_MOST,
    IMMINENT_RESISTANCE_BELOW,
    TRANSFORMING_FROM,
    URGENT_FROM,
)
from aijri_engine.personal.doubt_settings import SETTINGS, reasons
from aijri_tui.plain.passages import Passage, heading, item, paragraph
from aijri_tui.screen.kit.reading_page import PassagesScreen


class MethodScreen(PassagesScreen):
    """The rules."""

    title_words = "AIJRI · how the index works"
    state_words = "published, reconstructed, ours"

    def passages(self) -> Sequence[Passage]:
        """Inputs, formula, zones, what is personal, doubt, limits."""
        library = self.aijri.library
        limits = [*library.wording.limits, library.wording.not_for] if library is not None else []
        return [*_inputs(), *_formula(), *_zones(), *_personal(self._rules()), *_doubt(), heading("What it is not"),
                *(paragraph(text) for text in limits)]  # fmt: skip

    def _rules(self) -> list[Passage]:
        """Why each rule is as it is, by the question whose answer it reads."""
        library = self.aijri.library
        found: list[Passage] = []
        cause = ""
        says = {question.id: question.inside for question in library.interview.questions()}
        for rule in library.interview.all_rules():
            if rule.cause != cause:
                cause = rule.cause
                found.append(paragraph(f"{says[cause].capitalize()}:"))
            if item(rule.why) not in found:
                found.append(item(rule.why))
        return found


def _inputs() -> list[Passage]:
    return [
        paragraph("AIJRI is an index from 0 to 100; higher means that a kind of work, its market and its rules resist "
                  "automation more. Marks: [published] printed on a role page; [reconstructed] fits every published "
                  "case we saw; [ours] this project's decision."),
        heading("What goes in"),
        item("Tasks: the percent of working time each takes, and a score from 1 (irreducibly human) to 5 (could be run "
             "whole by software). [published]"),
        item("Evidence: five market signals from -2 to +2: job postings, company actions, wages, maturity of tools, "
             "opinion of experts. [published]"),
        item("Barriers: rules, presence, unions, liability, culture, each 0 to 2. [published]"),
        item("AI growth: -2 to +2; +2 means that AI adoption itself creates demand for the role. [published]"),
        item("Protective principles are shown apart; they are not in the index. [published]"),
    ]  # fmt: skip


def _formula() -> list[Passage]:
    return [
        heading("The formula [published]"),
        item(f"Task resistance = {RESISTANCE_BASE:g} minus the mean score of your time."),
        item(f"Evidence: times 1 + {EVIDENCE_WEIGHT:g} for each point. Barriers: times 1 + {BARRIER_WEIGHT:g} for "
             f"each. Growth: times 1 + {GROWTH_WEIGHT:g} for each."),
        item(f"The product, minus {RAW_FLOOR:g}, divided by {RAW_SPAN:g}, times 100. It ends at 0 and 100; a cap is "
             "shown as a step of its own. [ours]"),
    ]  # fmt: skip


def _zones() -> list[Passage]:
    return [
        heading("Zones"),
        item(f"Green from {GREEN_FROM:g}, Yellow from {YELLOW_FROM:g}, Red below. [published] Decided on the figure as "
             "shown. [ours]"),
        item("Accelerated: Green with the highest growth. [published]"),
        item(f"Transforming: Green with {TRANSFORMING_FROM:g} % or more of the time on tasks scored 3 or more; else "
             "Stable. [reconstructed]"),
        item(f"Urgent: Yellow with {URGENT_FROM:g} % or more; else Moderate. [reconstructed]"),
        item(f"Imminent: Red with task resistance under {IMMINENT_RESISTANCE_BELOW:g}, evidence "
             f"{IMMINENT_EVIDENCE_AT_MOST:g} or less, barriers {IMMINENT_BARRIERS_AT_MOST:g} or less. [reconstructed] "
             "None of these names a date."),
    ]  # fmt: skip


def _personal(rules: Sequence[Passage]) -> list[Passage]:
    return [
        heading("What your answers do [ours]"),
        paragraph("Your hours set how much each task counts. How you do a task sets its score: as given, changed to "
                  "fit, or worked out new; no published rating covers the step between them. A task you do not "
                  "describe takes what is expected of your level and employer, and the result says so."),
        *rules,
        paragraph("Every point between the role's figure and yours has a cause; the causes add up exactly, also as "
                  "shown."),
        paragraph("Advice is the same formula with one thing changed. What gains nothing is not shown as advice."),
    ]  # fmt: skip


def _doubt() -> list[Passage]:
    return [
        heading("Where the range comes from [ours]"),
        paragraph(f"Your index is recalculated {SETTINGS.draws:,} times with doubtful answers varied; the range holds "
                  f"{SETTINGS.level * 100:.0f} of 100 of these. Doubt never moves the index, it widens the range."),
        *(item(f"{name.replace('_', ' ')} {_shown(value)}: {why}.") for name, value, why in reasons()),
    ]  # fmt: skip


def _shown(value: float | tuple[float, ...]) -> str:
    """A setting as it is read; of several figures each."""
    return " ".join(f"{one:g}" for one in (value if isinstance(value, tuple) else (value,)))
