"""What a report prints of a client's card: consent, plan and shared notes. Private notes are left where they are."""

from dataclasses import replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from aijri_engine.report.options import ReportOptions, SharedNote
    from aijri_engine.store import Card


def with_card(options: "ReportOptions", card: "Card") -> "ReportOptions":
    """The options of a report about this client."""
    from aijri_engine.report.options import Agreement, PlannedAct

    agreement = options.agreement
    coach = options.coach
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
        plan=tuple(
            PlannedAct(act.act, act.owner, act.due, act.sign) for act in card.acts if act.state != "dropped"
        ),
    )


def _notes(card: "Card", coach: str, kind: str) -> "tuple[SharedNote, ...]":
    from aijri_engine.report.options import SharedNote

    return tuple(SharedNote(note.body, coach, note.created[:10]) for note in card.notes if note.kind == kind)
