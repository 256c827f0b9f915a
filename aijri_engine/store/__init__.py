"""Sessions, clients, consent and plans on disk: one file, every answer durable before the next question.

This is the whole surface: faces import from here and from no file inside. A name is loaded when it is first used,
because the database library takes about a third of a second; errors and `Autosave` do without it.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from aijri_engine.store.address import Address as Address
    from aijri_engine.store.address import address_of as address_of
    from aijri_engine.store.address import server_address as server_address
    from aijri_engine.store.agenda import Agenda as Agenda
    from aijri_engine.store.agenda import agenda_of as agenda_of
    from aijri_engine.store.agenda import due_lines as due_lines
    from aijri_engine.store.agenda import reports_due as reports_due
    from aijri_engine.store.autosave import Autosave as Autosave
    from aijri_engine.store.backups import managed_backups as managed_backups
    from aijri_engine.store.backups import restore as restore
    from aijri_engine.store.calendar_file import write_calendar as write_calendar
    from aijri_engine.store.calendar_file import write_own_calendar as write_own_calendar
    from aijri_engine.store.clock import moment_of as moment_of
    from aijri_engine.store.clock import system_clock as system_clock
    from aijri_engine.store.coach_documents import preparation as preparation
    from aijri_engine.store.coach_documents import session_sheet as session_sheet
    from aijri_engine.store.coach_documents import talk_questions as talk_questions
    from aijri_engine.store.erasure import Erased as Erased
    from aijri_engine.store.erasure import Receipt as Receipt
    from aijri_engine.store.errors import BACKUPS as BACKUPS
    from aijri_engine.store.errors import ConsentNeeded as ConsentNeeded
    from aijri_engine.store.errors import LockedOrDamaged as LockedOrDamaged
    from aijri_engine.store.errors import PassphraseNeeded as PassphraseNeeded
    from aijri_engine.store.errors import SessionGone as SessionGone
    from aijri_engine.store.errors import StoreConflict as StoreConflict
    from aijri_engine.store.errors import StoreError as StoreError
    from aijri_engine.store.errors import UnknownClient as UnknownClient
    from aijri_engine.store.errors import UnknownSession as UnknownSession
    from aijri_engine.store.errors import UnusableStore as UnusableStore
    from aijri_engine.store.errors import WrongPassphrase as WrongPassphrase
    from aijri_engine.store.folder import STORE_NAME as STORE_NAME
    from aijri_engine.store.folder import data_folder as data_folder
    from aijri_engine.store.folder import prepare_folder as prepare_folder
    from aijri_engine.store.forms import TakenIn as TakenIn
    from aijri_engine.store.forms import needs_passphrase as needs_passphrase
    from aijri_engine.store.forms import take_in as take_in
    from aijri_engine.store.forms import write_form as write_form
    from aijri_engine.store.groups import FEWEST as FEWEST
    from aijri_engine.store.groups import GroupSummary as GroupSummary
    from aijri_engine.store.groups import group_summary as group_summary
    from aijri_engine.store.handover import hand_over as hand_over
    from aijri_engine.store.handover_file import HandedTalk as HandedTalk
    from aijri_engine.store.own_plan import OwnPlan as OwnPlan
    from aijri_engine.store.own_plan import choose_next_sitting as choose_next_sitting
    from aijri_engine.store.own_plan import next_sitting as next_sitting
    from aijri_engine.store.own_plan import next_talk as next_talk
    from aijri_engine.store.own_plan import own_acts as own_acts
    from aijri_engine.store.own_plan import own_plan_of as own_plan_of
    from aijri_engine.store.own_plan import settle_own as settle_own
    from aijri_engine.store.own_plan import take_up as take_up
    from aijri_engine.store.passphrases import forget_kept as forget_kept
    from aijri_engine.store.passphrases import keep_for_today as keep_for_today
    from aijri_engine.store.passphrases import kept_for_today as kept_for_today
    from aijri_engine.store.passphrases import normalised as normalised
    from aijri_engine.store.passphrases import strength as strength
    from aijri_engine.store.practice import consent_until as consent_until
    from aijri_engine.store.practice import forget_practice as forget_practice
    from aijri_engine.store.practice import keep_practice as keep_practice
    from aijri_engine.store.practice import practice_of as practice_of
    from aijri_engine.store.report_options import with_card as with_card
    from aijri_engine.store.report_options import with_session as with_session
    from aijri_engine.store.roster import AGREED as AGREED
    from aijri_engine.store.roster import consent_text as consent_text
    from aijri_engine.store.roster_table import RosterTable as RosterTable
    from aijri_engine.store.roster_table import read_roster_table as read_roster_table
    from aijri_engine.store.roster_table import take_roster_table as take_roster_table
    from aijri_engine.store.roster_table import write_roster_table as write_roster_table
    from aijri_engine.store.rows import ActRow as ActRow
    from aijri_engine.store.rows import Card as Card
    from aijri_engine.store.rows import ClientRow as ClientRow
    from aijri_engine.store.rows import ConsentRow as ConsentRow
    from aijri_engine.store.rows import FileRow as FileRow
    from aijri_engine.store.rows import NoteRow as NoteRow
    from aijri_engine.store.rows import SessionRow as SessionRow
    from aijri_engine.store.sessions import Session as Session
    from aijri_engine.store.sittings import Sitting as Sitting
    from aijri_engine.store.sittings import Standing as Standing
    from aijri_engine.store.sittings import Step as Step
    from aijri_engine.store.sittings import as_it_stands as as_it_stands
    from aijri_engine.store.sittings import changed_roles as changed_roles
    from aijri_engine.store.sittings import choice_again as choice_again
    from aijri_engine.store.sittings import compare_sessions as compare_sessions
    from aijri_engine.store.sittings import compared_with_last as compared_with_last
    from aijri_engine.store.sittings import content_change_of as content_change_of
    from aijri_engine.store.sittings import history as history
    from aijri_engine.store.sittings import history_rows as history_rows
    from aijri_engine.store.sittings import refuse_covered as refuse_covered
    from aijri_engine.store.sittings import result_of as result_of
    from aijri_engine.store.sittings import resume_session as resume_session
    from aijri_engine.store.sittings import sit_again as sit_again
    from aijri_engine.store.sittings import sitting_of as sitting_of
    from aijri_engine.store.sittings import standing_of as standing_of
    from aijri_engine.store.sittings import step_between as step_between
    from aijri_engine.store.sittings import steps_between as steps_between
    from aijri_engine.store.store import Store as Store
    from aijri_engine.store.store import refuse_server as refuse_server
    from aijri_engine.store.undo import UNDO_WINDOW as UNDO_WINDOW

_FILES = {
    "address": "Address address_of server_address",
    "agenda": "Agenda agenda_of due_lines reports_due",
    "autosave": "Autosave",
    "backups": "managed_backups restore",
    "calendar_file": "write_calendar write_own_calendar",
    "clock": "moment_of system_clock",
    "coach_documents": "preparation session_sheet talk_questions",
    "erasure": "Erased Receipt",
    "errors": (
        "BACKUPS ConsentNeeded LockedOrDamaged PassphraseNeeded SessionGone StoreConflict StoreError UnknownClient "
        "UnknownSession UnusableStore WrongPassphrase"
    ),
    "folder": "STORE_NAME data_folder prepare_folder",
    "forms": "TakenIn needs_passphrase take_in write_form",
    "groups": "FEWEST GroupSummary group_summary",
    "handover": "hand_over",
    "handover_file": "HandedTalk",
    "own_plan": "OwnPlan choose_next_sitting next_sitting next_talk own_acts own_plan_of settle_own take_up",
    "passphrases": "forget_kept keep_for_today kept_for_today normalised strength",
    "practice": "consent_until forget_practice keep_practice practice_of",
    "report_options": "with_card with_session",
    "roster": "AGREED consent_text",
    "roster_table": "RosterTable read_roster_table take_roster_table write_roster_table",
    "rows": "ActRow Card ClientRow ConsentRow FileRow NoteRow SessionRow",
    "sessions": "Session",
    "sittings": (
        "Sitting Standing Step as_it_stands changed_roles choice_again compare_sessions compared_with_last "
        "content_change_of history history_rows refuse_covered result_of resume_session sit_again sitting_of "
        "standing_of step_between steps_between"
    ),
    "store": "Store refuse_server",
    "undo": "UNDO_WINDOW",
}
_FILE_OF = {name: file for file, names in _FILES.items() for name in names.split()}

__all__ = list(_FILE_OF)


def __getattr__(name: str) -> Any:
    if name not in _FILE_OF:
        raise AttributeError(f"aijri_engine.store has no {name!r}; it offers {', '.join(sorted(_FILE_OF))}")
    return getattr(import_module(f"aijri_engine.store.{_FILE_OF[name]}"), name)
