"""What a report of a session says beside the result: the practice, one's own plan, and what the client's card allows.

Private notes are left where they are.
"""

from collections.abc import Iterable
from dataclasses import replace
from typing import TYPE_CHECKING

from aijri_engine.report.options import Agreement, PlannedAct, ReportOptions, SharedNote, with_look
from aijri_engine.store.own_plan import own_acts
from aijri_engine.store.practice import practice_of
from aijri_engine.store.rows import ActRow, Card, SessionRow

if TYPE_CHECKING:
    from aijri_engine.store.store import Store


def with_session(store: "Store", row: SessionRow, options: ReportOptions) -> ReportOptions:
    """These options for a report of that session. Raises `ConsentNeeded` where nothing may be handed over."""
    options = replace(options, goal=row.goal, person=options.person or row.client or "")
    if not options.texts and not options.appearance.practice:
        options = with_look(options, *practice_of(store))
    if row.client_id is None:
        plan = _plan([act for act in own_acts(store) if act.session_id == row.id])
        return replace(options, agreement=Agreement(on_server=bool(store.server)), plan=plan)
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
    return replace(
        options,
        agreement=agreement,
        coach=coach,
        notes=_notes(card, coach, "shared"),
        readings=_notes(card, coach, "reading"),
        next_date=card.client.next_date or "",
        next_time=card.client.next_time or "",
        plan=_plan(card.acts),
    )


def _plan(acts: Iterable[ActRow]) -> tuple[PlannedAct, ...]:
    """What of these acts is still to be done, or was."""
    kept = (act for act in acts if act.state != "dropped" and not act.trouble)
    return tuple(PlannedAct(act.act, act.owner, act.due, act.sign, act.state == "done") for act in kept)


def _notes(card: Card, coach: str, kind: str) -> tuple[SharedNote, ...]:
    mine = (note for note in card.notes if note.kind == kind and not note.trouble)
    return tuple(SharedNote(note.body, coach, note.created[:10]) for note in mine)
