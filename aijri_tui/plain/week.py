"""The week from a calendar or a time sheet, by lines: what stands in it, where each title goes, and a yes."""

from datetime import date
from pathlib import Path

from aijri_engine.interview.path import Step
from aijri_engine.interview.understanding.commands import command_name, unknown_command
from aijri_engine.text import pad, shorten_inside
from aijri_engine.week_file import HOW, TITLES, WeekFileError, WeekLines, open_week, typed_change
from aijri_tui.plain.face import Face, LeftError

COMMANDS_LATER = "That is a command for the questions; here `back` leads to them, and `quit` leaves."
FIGURE = 6
LEAST_WHERE = 16


def week_from(face: Face, step: Step, path: Path) -> bool:
    """Confirm the lines of a file and give them as the answer; False where the question stays open."""
    form = face.talk.interview.form
    if not path.name:
        face.lines.say("Which file? For example: file week.ics.")
        return False
    try:
        week = open_week(path, form, step.asked, date.today())
    except WeekFileError as error:
        face.lines.say(str(error))
        return False
    for words in (*week.left_out, week.told(), TITLES):
        face.lines.say(words)
    _list(face, step, week)
    face.lines.say(HOW.replace("{row}", step.asked.rows[0].short.casefold()))
    while True:
        typed = face.lines.ask(_prompt(week)).strip()
        command = command_name(typed)
        if command == "quit":
            raise LeftError
        if command == "back" or typed.casefold() in ("by hand", "cancel"):
            face.lines.say("Nothing was taken from the file.")
            return False
        if typed:
            after = (
                COMMANDS_LATER
                if command
                else unknown_command(typed) or typed_change(week, typed, form, step.asked)
            )
            if isinstance(after, str):
                face.lines.say(str(after))
                continue
            week = after
            _list(face, step, week)
            continue
        if week.open or not week.hours:
            face.lines.say(_still_open(week))
            continue
        face.take(face.talk.answer_from_file(step, week.value()))
        return face.talk.trouble is None


def _prompt(week: WeekLines) -> str:
    if week.open:
        return f"Where do the lines with a question mark go ({len(week.open)})?"
    return f"{week.hours:.1f} hours a week. Enter takes them; or a change, or hours that are missing:"


def _still_open(week: WeekLines) -> str:
    if not week.open:
        return "No line goes to a row. Put one somewhere, or type back to give the week by hand."
    return f"Line {week.open[0] + 1} goes nowhere yet: type `{week.open[0] + 1}` and a row, `other` or `no`."


def _list(face: Face, step: Step, week: WeekLines) -> None:
    width = face.lines.width
    where = max((len(week.where(line, step.asked)) for line in week.lines), default=LEAST_WHERE)
    where = min(max(LEAST_WHERE, where), width // 2)
    room = max(8, width - where - FIGURE - 8)
    rows = [
        f"{number:>2}. {pad(shorten_inside(line.title, room), room)} {hours:{FIGURE}.1f}  "
        f"{shorten_inside(week.where(line, step.asked), where)}"
        for number, (line, hours) in enumerate(zip(week.lines, week.shown, strict=True), 1)
    ]
    face.lines.raw("\n".join(rows))
