"""What a coach asks once the result is seen."""

from aijri_engine.interview.interview import Interview
from aijri_tui.screen.kit.rows import EMPTY, Row, heading, hung, way


def talk_rows(interview: Interview, width: int) -> list[Row]:
    """What to ask once the result is seen; nothing without a coach."""
    if not interview.guided:
        return []
    rows = [*heading("For the talk", width), EMPTY]
    for number, words in enumerate(interview.library.wording.coach.talk, 1):
        rows += hung(f"{number}  ", words, width, head_role="muted")
    return [
        *rows,
        EMPTY,
        *way("card", "Open the client's card: plan, notes, next date", width),
        EMPTY,
    ]
