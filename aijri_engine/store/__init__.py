"""Sessions, clients, consent and plans on disk: one file, every answer durable before the next question.

This is the whole surface: faces import from here and from no file inside. A name is loaded when it is first used,
because the database library takes about a third of a second; errors and `Autosave` do without it.
"""

from typing import TYPE_CHECKING

from aijri_engine.lazily import lazily

if TYPE_CHECKING:
    from aijri_engine.store.address import Address, address_of, server_address
    from aijri_engine.store.agenda import Agenda, agenda_of, due_lines, reports_due
    from aijri_engine.store.autosave import Autosave
    from aijri_engine.store.backups import backups_beside, managed_backups, restore
    from aijri_engine.store.calendar_file import write_calendar, write_own_calendar
    from aijri_engine.store.clock import moment_of, system_clock
    from aijri_engine.store.coach_documents import preparation, session_sheet, talk_questions
    from aijri_engine.store.consents import AGREED, consent_text
    from aijri_engine.store.emergency import UNSIGNED_GOING
    from aijri_engine.store.erasure import Erased
    from aijri_engine.store.errors import (
        BACKUPS,
        ConsentNeeded,
        LockedOrDamaged,
        MissingStore,
        PassphraseNeeded,
        SessionGone,
        StoreConflict,
        StoreError,
        UnknownClient,
        UnknownSession,
        UnusableStore,
        WrongPassphrase,
        missed,
    )
    from aijri_engine.store.folder import (
        STORE_NAME,
        data_folder,
        is_encrypted_here,
        may_lie,
        passphrase_was_set,
        prepare_folder,
        refuse_missing,
    )
    from aijri_engine.store.forms import TakenIn, needs_passphrase, take_in, write_form
    from aijri_engine.store.groups import FEWEST, GroupSummary, group_summary
    from aijri_engine.store.handover import hand_over, left_out_of
    from aijri_engine.store.handover_file import HandedTalk
    from aijri_engine.store.own_plan import (
        SETTLED,
        OwnPlan,
        choose_next_sitting,
        next_sitting,
        next_talk,
        own_acts,
        own_plan_of,
        settle_own,
        take_up,
    )
    from aijri_engine.store.passphrases import (
        forget_kept,
        keep_for_today,
        kept_for_today,
        normalised,
        refuse_guessable,
        strength,
    )
    from aijri_engine.store.past_sittings import (
        Sitting,
        Step,
        changed_roles,
        history,
        history_rows,
        sitting_of,
        step_between,
        steps_between,
        unread_roles,
    )
    from aijri_engine.store.practice import (
        consent_until,
        forget_practice,
        keep_practice,
        practice_damaged,
        practice_of,
    )
    from aijri_engine.store.receipts import Receipt
    from aijri_engine.store.report_options import with_card, with_session
    from aijri_engine.store.roster_table import (
        RosterTable,
        read_roster_table,
        take_roster_table,
        write_roster_table,
    )
    from aijri_engine.store.rows import ActRow, Card, ClientRow, ConsentRow, FileRow, NoteRow, SessionRow
    from aijri_engine.store.sessions import Session
    from aijri_engine.store.sittings import (
        Standing,
        as_it_stands,
        choice_again,
        compare_sessions,
        compared_with_last,
        content_change_of,
        refuse_covered,
        result_of,
        resume_session,
        sit_again,
        standing_of,
    )
    from aijri_engine.store.store import Store, refuse_server
    from aijri_engine.store.undo import UNDO_WINDOW

__all__, __getattr__ = lazily(__name__, __file__)
