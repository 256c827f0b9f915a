"""What a report of a session says beside the result: the practice, and what the client's card allows.

Private notes are left where they are.
"""

from dataclasses import replace
from typing import TYPE_CHECKING

from aijri_engine.report.options import Agreement, PlannedAct, ReportOptions, SharedNote, with_look
from aijri_engine.store.practice import practice_of
from aijri_engine.store.rows import Card, SessionRow

if TYPE_CHECKING:
    from aijri_engine.store.store import Store


def with_session(store: "Store", row: SessionRow, options: ReportOptions) -> ReportOptions:
    """These options for a report of that session. Raises `ConsentNeeded` where nothing may be handed over."""
    options = replace(options, goal=row.goal, person=options.person or row.client or "")
    if not options.texts and not options.appearance.practice:
        options = with_look(options, *practice_of(store))
    if row.client_id is None:
        return replace(options, agreement=Agreement(on_server=bool(store.server)))
    store.roster.consent(row.client_id)
    return with_card(options, store.roster.card(row.client_id))


def with_card(options: ReportOptions, card: Card) -> ReportOptions:
    """These options for a report about this client."""
    agreement, coach = options.agreement, options.coach
    if card.consents:
        agreed = card.consents[0]
        text = agreed.text.rpartition(" Do you agree?")[0] or agreed.text
        agreement = Agreement(text, agreed.given[:10], agreed.version, agreed.expires)
        coach = coach or agreed.coach
    kept = (act for act in card.acts if act.state != "dropped" and not act.trouble)
    plan = tuple(PlannedAct(act.act, act.owner, act.due, act.sign, act.state == "done") for act in kept)
    return replace(
        options,
        agreement=agreement,
        coach=coach,
        notes=_notes(card, coach, "shared"),
        readings=_notes(card, coach, "reading"),
        next_date=card.client.next_date or "",
        next_time=card.client.next_time or "",
        plan=plan,
    )


def _notes(card: Card, coach: str, kind: str) -> tuple[SharedNote, ...]:
    mine = (note for note in card.notes if note.kind == kind and not note.trouble)
    return tuple(SharedNote(note.body, coach, note.created[:10]) for note in mine)
