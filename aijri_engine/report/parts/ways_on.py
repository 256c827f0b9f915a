"""Ways on: roles that stand higher, half of whose week is of kinds this person does. Never priced."""

from aijri_engine.index import Zone
from aijri_engine.personal.result import Result
from aijri_engine.personal.ways_on import WayOn
from aijri_engine.report.blocks import Block, Definition, Definitions, Heading, Paragraph, Section
from aijri_engine.report.figures import index_text, sentence
from aijri_engine.text import join_words, lowered

UNPRICED = (
    "They stand in a safer zone, and at least half of their week is the same kind of activity as yours. You do a task "
    "already where people use one word of its subject for both; the rest has to be learned, and how long that takes "
    "is not measured. Figures are those of the role as usually done, not yours there."
)
NONE_FOUND = (
    "None of the roles that are written down here is near to your work, shares tasks with it and stands in a safer "
    "zone. That says how few roles are written down, not that there is no way on."
)


def section(result: Result) -> Section | None:
    """The ways on of a person in Yellow or Red; where there is none, a person in Red is told so."""
    found = result.ways_on
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
    known = [row for row in one.carried if row.known]
    alike = [row for row in one.carried if not row.known]
    rows = []
    if known:
        told = join_words([f"{lowered(row.there)} ({row.share:.0f} %)" for row in known])
        rows.append(Definition("You do already", sentence(f"{one.share:.0f} % of its week: {told}")))
    if alike:
        mine = join_words(list(dict.fromkeys(lowered(name) for row in alike for name in row.here)))
        told = join_words([f"{lowered(row.there)} ({row.share:.0f} %)" for row in alike])
        rows.append(Definition("Alike, to be learned", sentence(f"{told}, of one kind with {mine}")))
    if one.new:
        rows.append(Definition("New there", sentence(lowered(join_words(one.new)))))
    return Definitions(tuple(rows))
