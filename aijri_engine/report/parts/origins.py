"""Where every statement comes from: what the person said, what was borrowed, what a coach read into it."""

from aijri_engine.interview.path import Step
from aijri_engine.interview.telling import answer_text
from aijri_engine.personal.result import Result
from aijri_engine.report import texts
from aijri_engine.report.blocks import (
    Block,
    BulletList,
    Definition,
    Definitions,
    Heading,
    Item,
    Mark,
    Paragraph,
    Quotation,
)
from aijri_engine.report.figures import day_text, name_text, sentence, words_text
from aijri_engine.report.options import ReportOptions, SharedNote
from aijri_engine.text import join_words

VIEW = ("sounds_like", "difference")
"""Questions whose answers are the person's own view of the result."""


def origins(result: Result, options: ReportOptions) -> tuple[Block, ...]:
    """Said, borrowed and interpreted, each under its own heading and mark."""
    said = tuple(_said(step) for step in result.interview.path.steps if _is_said(step))
    borrowed = (*(Item(one.text, Mark.BORROWED) for one in result.borrowed), *_left_open(result))
    found: list[Block] = [Heading("What this rests on"), Heading("What you said", 2)]
    found.append(Definitions(said) if said else Paragraph("Nothing was answered."))
    found.append(Heading("What was borrowed, not asked or left unsaid", 2))
    found.append(
        BulletList(borrowed) if borrowed else Paragraph("Nothing: every part of the figure is your own.")
    )
    if options.readings:
        found.append(Heading(f"What {name_text(options.coach) or 'the coach'} reads into it", 2))
        found.append(Paragraph(texts.NEVER_IN_THE_FIGURE, "note"))
        found += [_note(one, Mark.COACH) for one in options.readings]
    if options.notes:
        found.append(Heading("Notes shared with you", 2))
        found += [_note(one, Mark.COACH) for one in options.notes]
    return tuple(found)


def _is_said(step: Step) -> bool:
    return step.state == "answered" and step.asked.question.id not in VIEW


def _said(step: Step) -> Definition:
    return Definition(step.asked.name, words_text(answer_text(step)), Mark.SAID)


def _left_open(result: Result) -> tuple[Item, ...]:
    """Questions nobody answered, in one line; the role's values stand in for them where they count."""
    names = [
        step.asked.name
        for step in result.interview.path.steps
        if step.state == "open" and step.asked.question.id not in VIEW and not step.asked.item
    ]
    listed = join_words([name[:1].lower() + name[1:] if name[1:2].islower() else name for name in names])
    return (Item(f"Left open: {listed}.", Mark.BORROWED),) if names else ()


def _note(note: SharedNote, mark: Mark) -> Quotation:
    by = name_text(note.by)
    return Quotation(words_text(note.text), f"{by}, {day_text(note.date)}" if note.date else by, mark)


def quality(result: Result, options: ReportOptions) -> tuple[Block, ...]:
    """How far the answers carry; for the person, never a coach's remarks."""
    found: list[Block] = [Heading("How firm the answers are")]
    wanted = [flag.person for flag in result.quality if flag.person]
    if not wanted:
        return (*found, Paragraph(texts.QUALITY_NONE))
    if len(wanted) == 1:
        return (*found, Paragraph(f"Your picture would sharpen if you {wanted[0]}."))
    found.append(Paragraph("Your picture would sharpen if you"))
    found.append(BulletList((*(Item(f"{one};") for one in wanted[:-1]), Item(f"{wanted[-1]}."))))
    return tuple(found)


def own_view(result: Result) -> tuple[Block, ...]:
    """The person's own view, dissent included, in the person's own words."""
    found: list[Block] = [Heading("Your own view")]
    for step in result.interview.path.steps:
        if step.state != "answered" or step.asked.question.id not in VIEW:
            continue
        if step.asked.question.id == "sounds_like":
            found.append(Paragraph(f"Asked whether this sounds like your week, you said: {sentence(answer_text(step))}",
                                   mark=Mark.SAID))  # fmt: skip
        else:
            found.append(Quotation(words_text(str(step.value)), "your words on what is different"))
    found += [Quotation(words_text(note), "your remark") for note in result.interview.answers.notes]
    return tuple(found) if len(found) > 1 else (*found, Paragraph(texts.VIEW_NONE))
