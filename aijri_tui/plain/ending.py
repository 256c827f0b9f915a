"""Leaving: with the answers in a file, or offered before they are gone."""

from pathlib import Path

from aijri_engine.files.typed_path import is_folder, lies_there, typed_path
from aijri_engine.interview.answers_source import write_answers
from aijri_engine.interview.understanding.commands import command_name
from aijri_tui.plain.face import Face
from aijri_tui.plain.lines import EndOfInputError
from aijri_tui.sittings import AnswersFile, begun

KEEP_PROMPT = "A file name to keep your answers in, `print` to see them here, or Enter to let them go:"


def leave(face: Face, can_ask: bool) -> None:
    """Say where the answers are and how to go on another day."""
    role = face.talk.interview.role_id
    face.lines.gap()
    if face.sitting.kept.safe:
        face.lines.say(f"{face.sitting.kept.words} To go on where you are:")
        face.lines.raw(face.sitting.kept.resume_words(face.talk.interview, plain=True))
        return
    if face.sitting.kept.refused:
        return
    if not face.talk.interview.values():
        face.lines.say(f"Nothing was answered yet. `aijri chat {role}` begins again.")
        return
    try:
        if can_ask and face.lines.person and keep_in_file(face):
            return
    except EndOfInputError:
        pass
    print_answers(face)


def keep_in_file(face: Face) -> bool:
    """Ask for a file name until the answers are kept, printed or let go; True when nothing more is to be done."""
    while True:
        typed = face.lines.ask(KEEP_PROMPT).strip()
        if not typed:
            face.lines.say("Let go: nothing of this interview was kept.")
            return True
        if typed.casefold() == "print":
            print_answers(face)
            return True
        if command_name(typed):
            face.lines.say("That is a command and no file name.")
            continue
        path = typed_path(typed if typed.casefold().endswith((".yaml", ".yml")) else f"{typed}.yaml")
        if problem := unfit_target(path):
            face.lines.say(problem)
            continue
        face.sitting.kept = AnswersFile(path)
        face.sitting.save()
        if face.sitting.kept.notice:
            face.lines.say(f"Problem: {face.sitting.kept.notice}")
            continue
        face.lines.say(f"Your answers are saved in {path}. To go on where you are:")
        face.lines.raw(face.sitting.kept.resume_words(face.talk.interview, plain=True))
        return True


def unfit_target(path: Path) -> str | None:
    """Why answers cannot be kept under this name; None where they can."""
    if lies_there(path):
        return f"{path} exists already. Choose another name."
    return None if is_folder(path.parent) else f"There is no folder {path.parent}."


def print_answers(face: Face) -> None:
    """The answers file as text, to be kept by hand."""
    face.lines.say("Your answers were not kept in a file. Here they are as an answers file:")
    face.lines.gap()
    face.lines.raw(write_answers(face.talk.interview))
    face.lines.gap()
    face.lines.say("Save these lines as my-answers.yaml, then go on with:")
    face.lines.raw(f"aijri chat {begun(face.talk.interview)} --answers my-answers.yaml")
