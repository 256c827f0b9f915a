"""Putting one question: show it, read lines until the conversation goes on to another one."""

from aijri_engine.content.meanings import SPLIT
from aijri_engine.conversation import say
from aijri_engine.conversation.parts import row_asked
from aijri_engine.interview.path import Step
from aijri_engine.interview.understanding import prepare
from aijri_engine.personal.asking import ask_text
from aijri_engine.week_file import file_named
from aijri_tui.plain.acts import act
from aijri_tui.plain.face import PAUSED, Face
from aijri_tui.plain.rows import PLAIN_PROMPT, begin_rows, grid_prompt, half_done, week_line, week_prompt
from aijri_tui.plain.showing import show_question
from aijri_tui.plain.week import week_from


def put(face: Face, step: Step) -> None:
    """Put a question until it is answered or left. Raises LeftError at quit."""
    _show(face, step)
    face.rows_of = face.naming = ""
    if half_done(face, step):
        begin_rows(face, step)
    began = face.seconds()
    if step.key == SPLIT and face.week_file is not None:
        handed, face.week_file = face.week_file, None
        if week_from(face, step, handed):
            return
    while True:
        if face.talk.paused:
            _wait(face)
            continue
        typed = face.lines.ask(_prompt(face, step))
        if step.key == SPLIT and (path := file_named(typed)) is not None:
            if week_from(face, step, path):
                return
            continue
        if _by_rows(face, step, typed):
            continue
        if face.rows_of:
            after = week_line(face, step, typed)
            if after is not None:
                face.take(after)
                if _left(face, step):
                    return
                continue
        taken = face.seconds() - began if face.lines.person else None
        row = row_asked(face.talk, step) if step.asked.question.takes.rows else None
        before = face.talk
        turn = say(before, typed, taken, row.id if row else "")
        if turn.talk is before and turn.show is None:
            continue
        face.take(face.sitting.erase(turn.talk) if turn.erase else turn.talk)
        if turn.show is not None and act(face, turn.show):
            return
        if _left(face, step):
            return


def _left(face: Face, step: Step) -> bool:
    """The conversation went on: to another question, to this one anew, or past it."""
    talk = face.talk
    if talk.trouble is not None or talk.paused:
        return talk.step is None or talk.step.key != step.key
    now = talk.step
    if now is None or now.key != step.key:
        return True
    stays = face.rows_of == step.key or talk.interview.answers.drafts.get(step.key) is not None
    return not stays and talk.interview.answers.get(step.key) is not step.entry


def _by_rows(face: Face, step: Step, typed: str) -> bool:
    """Enter at a fresh week, or the word, begins its rows one by one."""
    if not step.asked.question.takes.shares or face.rows_of:
        return False
    fresh = step.entry is None and face.talk.trouble is None and not face.talk.earlier_words(step)
    if not (typed.strip().casefold() == "rows" or (fresh and not typed.strip())):
        return False
    begin_rows(face, step)
    return True


def _prompt(face: Face, step: Step) -> str:
    if step.asked.question.takes.rows and not face.talk.in_short(step):
        return grid_prompt(face, step)
    return week_prompt(face, step) if face.rows_of else PLAIN_PROMPT


def _wait(face: Face) -> None:
    """A reply that pauses the interview; nothing of what called for it is stored."""
    face.lines.gap()
    face.lines.say(face.talk.paused)
    face.lines.gap()
    turn = say(face.talk, face.lines.ask(PAUSED))
    face.take(turn.talk)
    if turn.show is not None:
        act(face, turn.show)


def _show(face: Face, step: Step) -> None:
    talk = face.talk
    new_section = step.asked.section if step.asked.section != face.section else None
    face.section = step.asked.section
    place, ask = talk.place_words(step), ask_text(talk.interview, step.asked)
    earlier = talk.earlier_words(step)
    if talk.in_short(step):
        face.lines.gap()
        face.lines.say(f"{place.removeprefix('Question ')} {step.asked.name}.")
        face.lines.say(earlier)
    else:
        show_question(face.lines, ask, step, place, new_section, face.hints, earlier)
    face.tell_trouble()
    prepare(step.asked, talk.interview.form, talk.interview.path.split)
