"""Where every statement comes from: what the person said, what was borrowed, what a coach read into it."""

from collections import Counter, defaultdict
from collections.abc import Sequence

from aijri_engine.content.meanings import DEPTH, RATING, Meaning
from aijri_engine.content.wording import fill
from aijri_engine.index import PROTECTIVE_LABELS, PROTECTIVE_MAX
from aijri_engine.interview.events import ANSWERING, live_events
from aijri_engine.interview.form import Asked
from aijri_engine.interview.path import Step, answer_text
from aijri_engine.personal.result import Result
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
    Section,
)
from aijri_engine.report.figures import day_text, name_text, sentence, words_text
from aijri_engine.report.options import ReportOptions, SharedNote
from aijri_engine.text import counted, figure, join_words, lowered

VIEW: tuple[Meaning, ...] = ("agreement", "difference")
"""Meanings of the person's own view of the result."""


def reading(result: Result, options: ReportOptions) -> Section | None:
    """What we read in it: the person's own view first, then a coach's, each under its own mark."""
    found: list[Block] = [*_own_view(result)]
    if options.readings:
        found.append(Heading(f"What {name_text(options.coach) or 'the coach'} reads into it", 2))
        found.append(Paragraph(result.interview.library.wording.report.never_in_the_figure, "note"))
        found += [_note(one, Mark.COACH) for one in options.readings]
    if options.notes:
        found.append(Heading("Notes shared with you", 2))
        found += [_note(one, Mark.COACH) for one in options.notes]
    if not found:
        return None
    return Section("reading", "What we read in it", "your own view, and a coach's where there is one",
                   tuple(found), front=True)  # fmt: skip


def origins(result: Result, options: ReportOptions) -> Section:
    """Said and borrowed, each under its own heading and mark, and how firm the answers are.

    Ways of doing a task that are expected and not described stand in the table of scores.
    """
    said = tuple(
        Definition(step.asked.name, words_text(answer_text(step)), Mark.SAID)
        for step in result.interview.path.steps
        if _is_said(step)
    )
    tasks = {task.id for task in result.personal.tasks}
    told = (one for one in result.borrowed if not (one.because == "expected" and one.what in tasks))
    borrowed = (*(Item(one.text, Mark.BORROWED) for one in told), *_not_answered(result))
    asked, answered, responses = _responses(result)
    found: list[Block] = [responses, Heading("What you said", 2)]
    found.append(Definitions(said) if said else Paragraph("Nothing was answered."))
    found += _principles(result)
    if borrowed:
        found += [Heading("What was borrowed, not asked or left unsaid", 2), BulletList(borrowed)]
    found += _quality(result)
    gist = f"{counted(answered, 'answer')} of your own; {asked - answered} borrowed, unsure or not answered"
    return Section("origins", "What this rests on", gist, tuple(found), fine=True)


def _principles(result: Result) -> tuple[Paragraph, ...]:
    """Protective principles that answers set, beside the role's; they move nothing."""
    personal, role = result.personal, result.personal.role
    told = []
    for name in personal.inputs.protective:
        theirs = getattr(role.protective, name).score
        beside = "" if role.starting_table else f" (the role: {figure(theirs)}, {role.provenance_word})"
        score = personal.scorecard.protective[name]
        least = (
            "at least " if role.starting_table and score < PROTECTIVE_MAX else ""
        )  # no level of the job is known
        level = f"{least}{figure(score)} of {figure(PROTECTIVE_MAX)}"
        told.append(f"{lowered(PROTECTIVE_LABELS[name])} {level}{beside}")
    words = fill(result.interview.library.wording.report.principles, told=join_words(told)) if told else ""
    return (Paragraph(words, "note"),) if told else ()


def _responses(result: Result) -> tuple[int, int, Paragraph]:
    """How many questions were asked and answered, and how, in numbers; what is optional counts once answered."""
    told, steps = result.interview.library.wording.report.responses, result.interview.path.steps
    asked = [one for one in steps if not one.asked.question.optional or one.settled]
    states = Counter(one.state for one in asked)
    given: dict[str, list[object]] = defaultdict(list)
    for _, event in live_events(result.interview.events):
        if event.kind in ANSWERING and event.value not in given[event.question]:
            given[event.question].append(event.value)
    confirmed = sum(entry.confirmed for entry in result.interview.answers.entries.values())
    numbers = {name: states[name] for name in ("answered", "not_sure", "declined", "borrowed")}
    left = len(asked) - sum(numbers.values())
    changed = sum(len(given[one.key]) > 1 for one in asked)
    text = fill(told, asked=len(asked), open=left, changed=changed, confirmed=confirmed, **numbers)
    return len(asked), numbers["answered"], Paragraph(text)


def _is_said(step: Step) -> bool:
    """Said, and not told already: the week and how its tasks are done stand in the task table."""
    asked = step.asked
    in_the_table = _how_done(step) or (asked.question.takes.shares and asked.question.part_of is None)
    some = step.state == "answered" or (step.state == "open" and step.value is not None)
    return some and asked.question.meaning not in VIEW and not in_the_table


HOW_DONE = "how done"
"""Stands for the questions by which a row of the task table says how it is done."""


def _how_done(step: Step) -> bool:
    return step.asked.question.meaning in (DEPTH, RATING)


NOBODY = ("open", "stale")
"""States of a question that nobody answered, as they are counted."""
NOT_ANSWERED = "Not answered: {}."
OPTIONAL = "Optional, and not answered: {}."


def _not_answered(result: Result) -> tuple[Item, ...]:
    """Questions nobody answered, in one line; the role's values stand in for them where they count."""
    steps = [step for step in result.interview.path.steps if step.state in NOBODY]
    found = []
    for optional, told in ((False, NOT_ANSWERED), (True, OPTIONAL)):
        left: dict[str, list[Asked]] = defaultdict(list)
        for one in steps:
            if one.asked.question.optional is optional:
                left[HOW_DONE if _how_done(one) else one.asked.question.id].append(one.asked)
        names = [_left_open(question, asked) for question, asked in left.items()]
        found += [Item(told.format(join_words(names)), Mark.BORROWED)] if names else []
    return tuple(found)


def _left_open(question: str, asked: Sequence[Asked]) -> str:
    """A question that is open; one that is asked of several tasks is told once, with how many."""
    tasks = counted(len(asked), "task")
    if question == HOW_DONE:
        return f"how {tasks} {'is' if len(asked) == 1 else 'are'} done"
    return lowered(asked[0].name) if len(asked) == 1 else f"{asked[0].question.inside} ({tasks})"


def _note(note: SharedNote, mark: Mark) -> Quotation:
    by = name_text(note.by)
    return Quotation(words_text(note.text), f"{by}, {day_text(note.date)}" if note.date else by, mark)


def _quality(result: Result) -> tuple[Block, ...]:
    """How far the answers carry; for the person, never a coach's remarks."""
    wanted = [flag.person for flag in result.quality if flag.person]
    if not wanted:
        return ()
    if len(wanted) == 1:
        return (Paragraph(f"Your picture would sharpen if you {wanted[0]}."),)
    items = (*(Item(f"{one};") for one in wanted[:-1]), Item(f"{wanted[-1]}."))
    return (Paragraph("Your picture would sharpen if you"), BulletList(items))


def _own_view(result: Result) -> tuple[Block, ...]:
    """The person's own view, dissent included, in the person's own words."""
    found: list[Block] = []
    for step in result.interview.path.steps:
        means = step.asked.question.meaning
        if step.state != "answered" or means not in VIEW:
            continue
        if means == "agreement":
            found.append(Paragraph(f"Asked whether this sounds like your week, you said: {sentence(answer_text(step))}",
                                   mark=Mark.SAID))  # fmt: skip
        else:
            found.append(Quotation(words_text(str(step.value)), "your words on what is different"))
    found += [Quotation(words_text(note), "your remark") for note in result.interview.answers.notes]
    return tuple(found)
