"""A bare assessment as text: the index, and every step on the way to it."""

from collections.abc import Iterator

from aijri_engine.index import Assessment, Scorecard, composition, one_decimal, quick_screen, two_decimals
from aijri_engine.text import join_words
from aijri_tui.plain.passages import Passage, heading, item, paragraph, title


def score_passages(name: str, scorecard: Scorecard, taken_as_zero: tuple[str, ...] = ()) -> Iterator[Passage]:
    """The index of a scorecard, the factors it is the product of, and the two published side views."""
    from aijri_engine.index import assess

    found = assess(scorecard)
    yield title(name)
    yield paragraph(f"AIJRI {found.index:.1f}, {found.label or found.zone}.")
    yield from _notes(found, taken_as_zero)
    yield heading("How it is computed")
    yield item(f"Task resistance {two_decimals(found.task_resistance):.2f} of 5.")
    if found.share_scored_3_plus is not None:
        yield item(f"{one_decimal(found.share_scored_3_plus):g} % of the time is on tasks scored 3 or more.")
    yield item(f"Evidence {scorecard.evidence_total:+g}: times {two_decimals(found.evidence_modifier):.2f}.")
    yield item(
        f"Barriers {scorecard.barrier_total:g} of 10: times {two_decimals(found.barrier_modifier):.2f}."
    )
    yield item(f"AI growth {scorecard.growth:+g}: times {two_decimals(found.growth_modifier):.2f}.")
    yield item(
        f"Together {two_decimals(found.raw):.2f}, which is {found.uncapped:.1f} on the scale of 0 to 100."
    )
    if found.capped:
        yield item(
            f"The scale ends at 0 and 100; {one_decimal(abs(found.capped)):.1f} beyond it do not count."
        )
    yield heading("Quick screen (before any scoring, never binding)")
    yield paragraph(quick_screen(scorecard.protective_total, scorecard.growth).text)
    yield heading("Score composition (the published additive view)")
    view = composition(scorecard, found)
    for part, points in view.parts:
        yield item(f"{part}: {one_decimal(points):.1f}")
    yield paragraph(view.caveat)


def _notes(found: Assessment, taken_as_zero: tuple[str, ...]) -> Iterator[Passage]:
    if found.label is None:
        yield paragraph("Its sub-label hangs on the scores of single tasks, which are not given.")
    if taken_as_zero:
        plural = len(taken_as_zero) > 1 or taken_as_zero[0] == "barriers"
        verb = "are" if plural else "is"
        yield paragraph(f"{join_words(list(taken_as_zero)).capitalize()} {verb} not given and counted as 0.")
