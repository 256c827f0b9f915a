"""Fixed texts of a report. A practice may word some of them anew; the others carry meaning that nobody may edit."""

from collections.abc import Mapping

from aijri_engine.index import GREEN_FROM, YELLOW_FROM
from aijri_engine.report.blocks import Paragraph
from aijri_engine.report.figures import words_text
from aijri_engine.report.options import ReportOptions

EDITABLE: Mapping[str, str] = {
    "opening": "This report shows where one person's work stands towards automation.",
    "how_to_use": "Take the figure as a hypothesis about a kind of work, and argue with it line by line.",
    "advice": (
        "A price holds once most of the time of a task has changed kind; the first step only begins that."
    ),
    "outlook": ("How the figure would stand if their assumptions came true and the week stayed as it is."),
    "plan": "A plan may be changed whenever the reasons for it change.",
    "closing": "",
}
"""Texts that a practice may replace, by the name they have in its branding file; an empty one is not printed."""

PURPOSE = "The purpose is orientation for the person it describes. It belongs to that person, who decides who sees it."

ALONE = (
    "The answers were given without a coach. They are stored on the person's own machine and were sent nowhere; no "
    "AI service was used."
)

ALONE_ON_SERVER = (
    "The answers were given without a coach. They are stored on the server of a practice and were sent nowhere else; "
    "no AI service was used."
)

NO_CONSENT_RECORDED = "This report was made from a file of answers; no consent is recorded with it."

CONSENT_CORE = (
    "Taking part is voluntary. The person may see and correct what is stored, withdraw, and have it erased, without "
    "reason or disadvantage."
)

ZONES: tuple[tuple[str, str], ...] = (
    (
        f"Green, {GREEN_FROM:.1f} to 100",
        "this kind of work, its market and its rules resist automation more than most.",
    ),
    (
        f"Yellow, {YELLOW_FROM:.1f} to {GREEN_FROM - 0.1:.1f}",
        "large parts are open to automation; how a person does the work makes a difference.",
    ),
    (
        f"Red, 0.0 to {YELLOW_FROM - 0.1:.1f}",
        "most of what is usually done in this kind of work is open to automation.",
    ),
)
"""What the zones mean. A zone is a band of an index and names neither a date nor an event."""

SCALE = (
    "The index runs from 0 to 100. It multiplies four things: how far the tasks of a week resist automation, what the "
    "market signals say, which rules keep a person in the work, and whether the spread of AI brings more of it."
)

POINTS = "Task scores run from 1 (resists most) to 5 (could be run whole by software)."

RANGE = "A zone holds with 95 or more of 100 recalculations in it, leans with 80 to 94, else is on the edge."

ON_THE_COVER = (
    "It tells what you said of two normal weeks, as of {day}: how you see your work, not how somebody else does. Look "
    "again after six months, or as soon as your work changes."
)
"""How far a report carries: whose view it is and how long it holds, as reports of questionnaires say on their first
pages."""

STANDING = (
    ": there is no norm group. The ranges come from recalculations, not from interviews held twice. We know of no "
    "study that followed what became of the work of people with a high or a low index."
)
COMPARED = {
    "role": "You are compared with the table of a role, not with other people",
    "table": "You are compared with a table that counts listed tasks, not with other people",
    "": "Your week is compared with nobody's: rows and ratings are your own",
}
"""By what a week stands beside."""
"""What a report of a questionnaire says of norms, reliability and validity."""

OURS = (
    "Our own estimates, which no publication covers: the effect of how a task is done, what is expected of tasks "
    "nobody described, the widths of the ranges."
)

MARKS: Mapping[str, str] = {
    "said": "said by the person",
    "borrowed": "borrowed: the role's value or an expectation, standing in for something not said",
    "coach": "read into it by a coach",
}

NEVER_IN_THE_FIGURE = "What a coach reads into the answers stands apart and never enters the figure."

NO_FORECAST = "None of these cases is a forecast, none has a date, and how likely one is, nobody knows."
"""Stands below the cases whatever a practice writes above them."""

TWO_SITTINGS = (
    "Two sittings of an unchanged week differ too: a change that is smaller than the smallest worth believing says "
    "nothing by itself."
)

REPEAT = "The same answers, content and seed give the same figures, and this very file."


def editable(name: str, options: ReportOptions) -> tuple[Paragraph, ...]:
    """A text that a practice may word anew, marked where it did; nothing where the text is empty."""
    own = words_text(options.texts.get(name, ""))
    if own:
        by = options.appearance.practice or "the practice"
        return (Paragraph(own, wording_by=by),)
    return (Paragraph(EDITABLE[name]),) if EDITABLE[name] else ()
