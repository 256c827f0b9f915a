"""What stands before the result: for whom, why, with whose consent, and how to read the scale."""

from aijri_engine.content.wording import fill
from aijri_engine.index import GREEN_FROM, YELLOW_FROM
from aijri_engine.personal.result import Result
from aijri_engine.report import blocks as doc
from aijri_engine.report.figures import dated, day_text, name_text, words_text
from aijri_engine.report.options import ReportOptions
from aijri_engine.report.parts.figure import editable


def facts(result: Result, options: ReportOptions) -> tuple[doc.Definition, ...]:
    """The lines under the title."""
    role = result.interview.form.role
    rows = [("For", name_text(options.person)), ("Prepared with", name_text(options.coach))]
    rows += [("Date", day_text(options.date)), ("Role", f"{role.title} ({role.seniority})")]
    rows += [("Its figures", f"{role.provenance_word}, of {day_text(role.as_of)}")]
    average = "" if role.starting_table else "the role's average; "
    state = f"{average}nothing personal yet" if result.status.name == "base" else result.status.name
    rows += [("Result", state), ("Consent", _consent_in_short(result, options) if options.agreement else "")]
    return tuple(doc.Definition(term, text) for term, text in rows if text)


def cover(result: Result, options: ReportOptions) -> tuple[doc.Block, ...]:
    """What a practice's report is for, whose view it is and how long it holds; no cover without a practice."""
    if options.short or not options.appearance.practice:
        return ()
    wording = result.interview.library.wording
    told = fill(wording.report.on_the_cover, day=day_text(options.date))
    return (doc.Paragraph(wording.report.purpose), doc.Paragraph(told), doc.Paragraph(wording.not_for))


def _consent_in_short(result: Result, options: ReportOptions) -> str:
    agreement = options.agreement
    if agreement is None:
        return "none recorded; made from a file of answers"
    if not agreement.date:
        guided = result.interview.guided
        return "held with a coach" if guided else "answered alone, shared with nobody by this program"
    until = f", kept until {day_text(agreement.until)}" if agreement.until else ""
    return f"agreed {day_text(agreement.date)}{until}"


def purpose(result: Result, options: ReportOptions) -> doc.Section:
    """Purpose and consent; the person and every later reader find it in the report itself."""
    on_cover = bool(cover(result, options))
    texts = result.interview.library.wording.report
    found: list[doc.Block] = [*editable(result, "opening", options)]
    found += [] if on_cover else [doc.Paragraph(texts.purpose)]
    if options.goal:
        found.append(
            doc.Paragraph(f"Goal of the conversation: {words_text(options.goal)}", mark=doc.Mark.SAID)
        )
    found += [_agreement(result, options), doc.Paragraph(texts.consent_core)]
    return doc.Section(
        "purpose", "Purpose and consent", _consent_in_short(result, options), tuple(found), fine=True
    )


def _agreement(result: Result, options: ReportOptions) -> doc.Block:
    texts = result.interview.library.wording.report
    agreement = options.agreement
    if agreement is None:
        return doc.Paragraph(texts.no_consent)
    if not agreement.date:
        alone = texts.alone_on_server if agreement.on_server else texts.alone
        return doc.Paragraph(agreement.text or (texts.with_coach if result.interview.guided else alone))
    until, text = day_text(agreement.until) if agreement.until else "", dated(agreement.text)
    until = f" What is stored is kept until {until}." if until and until not in text else ""
    version = f" (text of {day_text(agreement.version)})" if agreement.version else ""
    agreed = f"Agreed on {day_text(agreement.date)}{version}:"
    return doc.Paragraph(f"{agreed} {words_text(text)}{until}", mark=doc.Mark.SAID)


def scale(result: Result, options: ReportOptions) -> doc.Section:
    """How to read the figure, the zones, the range and the marks."""
    texts = result.interview.library.wording.report
    ends = {"green": GREEN_FROM, "yellow": YELLOW_FROM}
    bounds = {name: f"{end:.1f}" for name, end in ends.items()}
    bounds |= {f"below_{name}": f"{end - 0.1:.1f}" for name, end in ends.items()}
    zones = tuple(doc.Definition(fill(name, **bounds), meaning) for name, meaning in texts.zones.items())
    coached = bool(options.coach or options.readings or options.notes)
    marks = [mark for mark in doc.SIGNS if coached or mark is not doc.Mark.COACH]
    signs = tuple(doc.Item(texts.marks[mark.value], mark) for mark in marks)
    blocks: tuple[doc.Block, ...] = (
        doc.Paragraph(texts.scale),
        doc.Definitions(zones),
        doc.Paragraph(texts.points),
        doc.Paragraph(texts.range),
        doc.Paragraph(
            fill(texts.standing, compared=texts.compared[result.personal.role.compared_with or "own"])
        ),
        *editable(result, "how_to_use", options),
        doc.BulletList(signs),
        doc.Paragraph(texts.ours, "note"),
    )
    return doc.Section("scale", "How to read the scale", "zones, points, range and marks", blocks, fine=True)
