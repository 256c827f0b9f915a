"""Every place of the screen by its name: the one table that knows which file shows what."""

from collections.abc import Callable, Mapping
from importlib import import_module
from typing import Any

ROUTES: Mapping[str, str] = {
    "again": "home.begin:sit_again",
    "begin": "home.begin:begin",
    "choose_role": "home.choose_role:ChooseRoleScreen",
    "own_table": "home.own_table:OwnTableScreen",
    "how": "home.method:MethodScreen",
    "role": "home.role:open_role",
    "role_page": "home.role:RoleScreen",
    "unlock": "home.unlock:UnlockScreen",
    "session": "interview.resume:open_session",
    "content": "interview.resume:choose_again",
    "content_choice": "interview.content_choice:ContentChoiceScreen",
    "interview": "interview.screen:InterviewScreen",
    "week_path": "interview.week_file:WeekPathScreen",
    "week_file": "interview.week_file:WeekFileScreen",
    "review": "interview.review:ReviewScreen",
    "answers": "interview.answers_so_far:AnswersSoFarScreen",
    "score": "interview.score:ScoreScreen",
    "result": "result.screen:ResultScreen",
    "what_if": "result.what_if:WhatIfScreen",
    "compare": "result.compare:CompareScreen",
    "export": "result.export:ExportScreen",
    "history": "result.history:HistoryScreen",
    "clients": "coach.roster:RosterScreen",
    "client": "coach.client:ClientScreen",
    "client_of": "coach.client:open_client_of",
    "today": "coach.today:TodayScreen",
    "practice": "coach.practice:open_practice",
    "practice_form": "coach.practice:PracticeScreen",
    "before_hour": "coach.hour:PreparationScreen",
    "agenda": "coach.hour:AgendaScreen",
    "take_table": "coach.files:TakeTableScreen",
    "to_file": "coach.files:ToFileScreen",
    "add_client": "coach.client_forms:AddClientScreen",
    "group": "coach.group:GroupScreen",
    "group_summary": "coach.group:GroupSummaryScreen",
    "deleted": "coach.deleted:DeletedScreen",
    "delete": "coach.erase:DeleteScreen",
    "erase": "coach.erase:EraseScreen",
    "receipt": "coach.erase:ReceiptScreen",
    "consent": "coach.consent:ConsentScreen",
    "read_aloud": "coach.consent:ReadAloudScreen",
    "withdraw": "coach.consent:WithdrawScreen",
    "note": "coach.client_forms:NoteScreen",
    "correct_note": "coach.client_forms:CorrectNoteScreen",
    "plan": "coach.client_forms:PlanScreen",
    "change_act": "coach.client_forms:ChangeActScreen",
    "date": "coach.client_forms:NextDateScreen",
    "rename": "coach.client_forms:RenameScreen",
    "hand_over": "coach.hand_over:HandOverScreen",
    "form": "coach.consent:FormForClientScreen",
    "take_over": "coach.hand_over:TakeOverScreen",
    "given": "coach.hand_over:GivenScreen",
    "last_time": "coach.begin_guided:LastTimeScreen",
    "turn": "coach.before_result:TurnScreen",
    "quality": "coach.before_result:QualityScreen",
    "preview": "coach.before_result:PreviewScreen",
    "ask_client": "coach.before_result:AskClientScreen",
    "data": "data.data:DataScreen",
    "take_in": "data.take_in:TakeInScreen",
    "waiting": "data.take_in:take_waiting",
    "shared": "data.take_in:SharedScreen",
    "backup": "data.data:BackupScreen",
    "erase_data": "data.data:EraseDataScreen",
    "passphrase": "data.passphrase:PassphraseScreen",
    "remove_passphrase": "data.passphrase:RemovePassphraseScreen",
}
"""Name -> file and class of a screen, or a coroutine function that finds out which screen to open."""


def target_of(name: str) -> Callable[..., Any]:
    """The screen or the coroutine function behind a name, loaded when it is first wanted."""
    module, _, attribute = ROUTES[name].partition(":")
    found = getattr(import_module(f"aijri_tui.screen.{module}"), attribute)
    assert callable(found)
    return found  # type: ignore[no-any-return]
