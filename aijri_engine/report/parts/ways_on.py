"""Ways on: roles that stand higher and share half of their week with this person's. Never priced."""

from aijri_engine.index import Zone
from aijri_engine.personal.result import Result
from aijri_engine.personal.ways_on import WayOn, ways_on
from aijri_engine.report.blocks import Block, Definition, Definitions, Heading, Paragraph, Section
from aijri_engine.report.figures import index_text, inside, sentence
from aijri_engine.text import join_words

UNPRICED = (
    "These stand in a safer zone and share much of their week with yours. Their figures are those of the role as it is "
    "usually done, not yours there, and they carry no price: what a change costs, takes and pays is not in the index. "
    "Of the same kind means the same kind of activity; what has to be learned for it is not measured."
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
        return Section("ways_on", "Ways on", gist, tuple(blocks))
    in_red = not result.withheld and result.assessment.zone is Zone.RED and result.status.name != "base"
    if not in_red or result.fit.withheld:
        return None
    return Section("ways_on", "Ways on", "none is written down here", (Paragraph(NONE_FOUND),))


def _told(one: WayOn) -> Definitions:
    if not one.carried:
        return Definitions(
            (Definition("Known of it", sentence(f"its published figure; {inside(one.difference)}")),)
        )
    rows = [
        Definition(
            "You do already", sentence(f"{one.share:.0f} % of its week is of the same kind as in yours")
        )
    ]
    rows += [
        Definition(there.there, sentence(f"as in your {join_words([name.lower() for name in there.here])}"))
        for there in one.carried
    ]
    rows.append(
        Definition("New there", sentence(join_words(one.new) if one.new else "nothing of another kind"))
    )
    return Definitions(tuple(rows))
