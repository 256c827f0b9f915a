"""Ways on: roles that stand higher and share half of their week with this person's. Never priced."""

from aijri_engine.index import Zone
from aijri_engine.personal.result import Result
from aijri_engine.personal.ways_on import WayOn, ways_on
from aijri_engine.report.blocks import Block, Definition, Definitions, Heading, Paragraph, Section
from aijri_engine.report.figures import index_text, sentence
from aijri_engine.text import join_words, lowered

UNPRICED = (
    "They stand in a safer zone and share much of their week with yours. Figures are those of the role as usually "
    "done, not yours there, and carry no price. Of the same kind means the same kind of activity; what has to be "
    "learned for it is not measured."
)
NONE_FOUND = (
    "None of the roles that are written down here is near to your work, shares half of its week with yours and stands "
    "in a safer zone. That says how few roles are written down, not that there is no way on."
)


def section(result: Result) -> Section | None:
    """The ways on of a person in Yellow or Red; where there is none, a person in Red is told so."""
    found = ways_on(result)
    if found:
        gist = "; ".join(f"{one.title} ({index_text(one.index)})" for one in found)
        blocks: list[Block] = [Paragraph(UNPRICED, "note")]
        for one in found:
            blocks += [
                Heading(f"{one.title}: {index_text(one.index)}, {one.zone.value}, {one.provenance}", 2),
                _told(one),
            ]
        return Section("ways_on", "Ways on", gist, tuple(blocks), fine=True)
    in_red = not result.withheld and result.assessment.zone is Zone.RED and result.status.name != "base"
    if not in_red or result.fit.withheld:
        return None
    return Section("ways_on", "Ways on", "none is written down here", (Paragraph(NONE_FOUND),), fine=True)


def _told(one: WayOn) -> Definitions:
    if not one.carried:
        return Definitions(
            (Definition("Known of it", sentence(f"its published figure; {lowered(one.difference)}")),)
        )
    from_mine: dict[str, list[str]] = {}
    for there in one.carried:
        from_mine.setdefault(join_words([name.lower() for name in there.here]), []).append(there.there)
    rows = [
        Definition(f"From your {mine}", sentence(lowered(join_words(theirs))))
        for mine, theirs in from_mine.items()
    ]
    same = f"{one.share:.0f} % of its week, of the same kind as yours"
    if one.new:
        rows.append(Definition("New there", sentence(lowered(join_words(one.new)))))
    return Definitions((Definition("You do already", sentence(same)), *rows))
