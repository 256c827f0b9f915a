"""What a coach holds in hand: one page before the hour, and a sheet to go through it.

Both are for the coach alone. No private note enters them, since they are files, and no figure unless it is asked for.
"""

from typing import TYPE_CHECKING

from aijri_engine.content.library import Library
from aijri_engine.interview.interview import Interview
from aijri_engine.personal.asking import ask_text
from aijri_engine.personal.coaching import coach_view
from aijri_engine.personal.comparison import NotComparable, changed_answers
from aijri_engine.personal.result import Result, result
from aijri_engine.report import blocks as doc
from aijri_engine.report.figures import day_text, sentence, words_text
from aijri_engine.report.options import ReportOptions, with_look
from aijri_engine.report.parts import first_page
from aijri_engine.store.clock import moment_of
from aijri_engine.store.errors import StoreError
from aijri_engine.store.practice import practice_of
from aijri_engine.store.rows import ActRow, Card, SessionRow
from aijri_engine.store.sittings import as_it_stands
from aijri_engine.text import counted, join_words, lowered

if TYPE_CHECKING:
    from aijri_engine.store.store import Store

NOTHING_CAME = "Nothing came in yet: no interview of this client is kept."
COVERED = "The figure stays covered until you turn it."
FOR_THE_COACH = "For the coach alone."


def preparation(store: "Store", words: str, library: Library, figure: bool = False) -> doc.Document:
    """One page before a talk with a client: what came in, what to look at, what to ask, what is still open.

    With `figure` the first view of the result too. Raises `UnknownClient`, and `ConsentNeeded` where the consent ended.
    """
    card = store.roster.card(words)
    store.refuse_ended(card.client.id)
    latest = next((row for row in card.sessions if row.opens), None)
    found, trouble = _computed(store, latest, library)
    sections = [_came_in(card, latest, found, trouble)]
    if latest is not None and found is not None:
        sections += [
            _look_at(found),
            _own_words(found),
            _questions(found),
            _changed(store, card, latest, found, library),
        ]
    sections += [_open(card, store.today())]
    if found is not None:
        sections.append(_figure(found, figure))
    return _document(store, f"Before the talk with {card.client.alias}", card, sections)


def session_sheet(store: "Store", words: str, library: Library) -> doc.Document:
    """The talk from beginning to end, with room for notes below each question. Raises as `preparation`."""
    card = store.roster.card(words)
    store.refuse_ended(card.client.id)
    sections = [_sheet(title, asked) for title, asked in talk_questions(store, card, library).items()]
    return _document(store, f"The talk with {card.client.alias}", card, sections)


def talk_questions(store: "Store", card: Card, library: Library) -> dict[str, tuple[str, ...]]:
    """What to ask in the talk, by its part: the goal, what was planned, what contradicts itself; then the result."""
    texts = library.wording.coach
    latest = next((row for row in card.sessions if row.opens), None)
    found, _ = _computed(store, latest, library)
    acts = (
        f"How did it go: {act.act.rstrip('.')}?"
        for act in card.acts
        if act.state == "open" and not act.trouble
    )
    before = (texts.goal, *acts, *(questions_of(found) if found is not None else ()))
    return {"To begin with": before, "Once the result is seen": tuple(texts.talk)}


def questions_of(found: Result) -> tuple[str, ...]:
    """Contradictions and thin places as questions to the client; what was declined is not among them."""
    interview = found.interview
    back = [
        ask_text(interview, step.asked)
        for step in interview.path.steps
        if step.asked.question.check and not step.settled
    ]
    repairs = (one.question for one in coach_view(found).repairs)
    told = [flag.ask for flag in found.quality if flag.ask]
    again = [ask_text(interview, step.asked) for step in map(interview.path.step, repairs) if step]
    return tuple(dict.fromkeys([*back, *told, *again]))


def _document(store: "Store", title: str, card: Card, sections: list[doc.Section]) -> doc.Document:
    client = card.client
    options = with_look(ReportOptions(store.today()), *practice_of(store))
    rows = [("Client", client.alias), ("Goal", words_text(client.goal or "not asked yet"))]
    rows += [("Next talk", client.told_talk(day_text) or "no date"), ("Consent", client.standing(day_text))]
    return doc.Document(
        title=title,
        subtitle=FOR_THE_COACH,
        date=store.today(),
        facts=tuple(doc.Definition(term, text) for term, text in rows),
        summary=(),
        sections=tuple(one for one in sections if one.blocks),
        appearance=doc.Appearance(
            practice=options.appearance.practice, accent=options.appearance.accent, paper=options.appearance.paper,
            large_print=options.appearance.large_print, footer=FOR_THE_COACH,
        ),
    )  # fmt: skip


def _computed(store: "Store", row: SessionRow | None, library: Library) -> tuple[Result | None, str]:
    """The result of a sitting, or why there is none."""
    if row is None:
        return None, ""
    try:
        return result(as_it_stands(store, row.id, library)), ""
    except (StoreError, LookupError) as error:
        return None, str(error)


def _came_in(card: Card, latest: SessionRow | None, found: Result | None, trouble: str) -> doc.Section:
    if latest is None:
        return doc.Section(
            "came_in", "What came in", NOTHING_CAME, (doc.Paragraph(NOTHING_CAME),), front=True
        )
    day = day_text(moment_of(latest.updated).astimezone().date().isoformat())
    rows = [doc.Definition("Interview", f"{latest.role_name}, answered last on {day}")]
    if found is not None:
        steps = [step for step in found.interview.path.steps if not step.asked.question.optional]
        left = [step.asked.name for step in steps if not step.settled]
        told = f"{len(steps) - len(left)} of {len(steps)} questions"
        rows.append(
            doc.Definition("Answered", told + (f"; not answered yet: {', '.join(left)}" if left else ""))
        )
        rows.append(doc.Definition("Result seen", "yes" if latest.revealed else "not yet"))
    if trouble:
        rows.append(doc.Definition("Cannot be computed", trouble))
    if len(card.sessions) > 1:
        rows.append(doc.Definition("Interviews kept", str(len(card.sessions))))
    return doc.Section("came_in", "What came in", rows[0].text, (doc.Definitions(tuple(rows)),), front=True)


def _look_at(found: Result) -> doc.Section:
    texts, view = found.interview.library.wording.coach, coach_view(found)
    remarks = [*view.remarks, *(f"The client is told: {lowered(sentence(one))}" for one in view.reasons)]
    remarks += [view.thin] if view.thin else []
    items = tuple(doc.Item(one) for one in remarks)
    return doc.Section("look_at", texts.look_at, remarks[0], (doc.BulletList(items),), front=True)


def _own_words(found: Result) -> doc.Section:
    """What the client wrote, as it was written."""
    rows = [
        doc.Definition(step.asked.name, f"“{words_text(str(step.value))}”")
        for step in found.interview.path.steps
        if step.asked.question.takes.words and step.state == "answered"
    ]
    blocks: tuple[doc.Block, ...] = (doc.Definitions(tuple(rows)),) if rows else ()
    return doc.Section("words", "In their own words", f"{len(rows)} answers", blocks, front=True)


def _questions(found: Result) -> doc.Section:
    asked = questions_of(found)
    none = doc.Paragraph("Nothing contradicts itself and nothing stands out as thin.")
    listed = doc.BulletList(tuple(doc.Item(one) for one in asked), numbered=True)
    blocks = (listed if asked else none,)
    return doc.Section("questions", "To ask", f"{len(asked)} questions", blocks, front=True)


def _changed(store: "Store", card: Card, latest: SessionRow, found: Result, library: Library) -> doc.Section:
    """Answers that differ from the sitting before about the same role; no figure."""
    before = next(
        (row for row in card.sessions if row.id != latest.id and row.role == latest.role and row.opens),
        None,
    )
    title = "Changed since last time"
    if before is None:
        return doc.Section("changed", title, "", ())
    try:
        earlier: Interview = as_it_stands(store, before.id, library)
        changed = changed_answers(earlier, found.interview)
    except (StoreError, LookupError, NotComparable) as error:
        return doc.Section("changed", title, "", (doc.Paragraph(str(error)),), front=True)
    day = day_text(moment_of(before.updated).astimezone().date().isoformat())
    if not changed:
        same = doc.Paragraph(f"Every answer is as on {day}.")
        return doc.Section("changed", title, "nothing", (same,), front=True)
    columns = (doc.Column("Question", width=3), doc.Column(day, width=4), doc.Column("Now", width=4))
    answered = [one for one in changed if one.after is not None]
    rows = tuple((one.name, *map(words_text, one.words)) for one in answered[:MOST_CHANGED])
    blocks: list[doc.Block] = [doc.Table(f"Answers that differ from {day}", columns, rows)] if rows else []
    left = [one.name for one in changed if one.after is None]
    more = [f"And {len(answered) - len(rows)} more."] if len(answered) > len(rows) else []
    more += [f"Answered then and not now: {join_words(left)}."] if left else []
    blocks += [doc.Paragraph(" ".join(more), "note")] if more else []
    return doc.Section("changed", title, f"{len(changed)} answers", tuple(blocks), front=True)


MOST_CHANGED = 12
"""Answers beside those of the sitting before; more do not fit a page [ours]."""


def _open(card: Card, today: str) -> doc.Section:
    acts = [act for act in card.acts if act.state == "open"]
    rows = tuple(_act(act, today) for act in acts)
    columns = (doc.Column("What", width=5), doc.Column("Who", width=2), doc.Column("By when", width=3))
    none = doc.Paragraph("Nothing is open from last time.")
    blocks: list[doc.Block] = [doc.Table("Open acts", columns, rows) if rows else none]
    private = sum(note.kind == "private" for note in card.notes)
    if private:
        told = f"{counted(private, 'private note')} on the card; none of them is in this page."
        blocks.append(doc.Paragraph(told, "note"))
    return doc.Section("open", "Still open", f"{len(acts)} acts", tuple(blocks), front=True)


def _act(act: ActRow, today: str) -> tuple[str, str, str]:
    late = ", overdue" if act.due < today else ""
    return words_text(act.act), words_text(act.owner), f"{day_text(act.due)}{late}"


def _figure(found: Result, turned: bool) -> doc.Section:
    if not turned:
        return doc.Section("figure", "The figure", COVERED, (doc.Paragraph(COVERED, "note"),), front=True)
    view = coach_view(found)
    told = doc.BulletList(tuple(doc.Item(one) for one in (view.edge, view.blow, *view.doable)))
    return doc.Section("figure", "The figure", "", (*first_page.blocks(found), told), front=True)


def _sheet(title: str, asked: tuple[str, ...]) -> doc.Section:
    blocks: list[doc.Block] = []
    for number, one in enumerate(asked, 1):
        blocks += [doc.Heading(f"{number}. {one}", 2), doc.WritingRoom(lines=3)]
    return doc.Section(title, title, f"{len(asked)} questions", tuple(blocks), front=True)
