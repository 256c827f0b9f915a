"""Leaving: with the answers in a file, or offered before they are gone."""

from pathlib import Path

from aijri_engine.interview.answers_source import write_answers
from aijri_tui.plain.keeping import Keeper
from aijri_tui.plain.lines import EndOfInputError
from aijri_tui.plain.talk import Talk

KEEP_PROMPT = "A file name to keep your answers in, `print` to see them here, or Enter to let them go:"


def leave(talk: Talk, can_ask: bool) -> None:
    """Say where the answers are and how to go on another day."""
    role = talk.interview.role_id
    talk.lines.gap()
    if talk.keeper.safe:
        talk.lines.say(f"{talk.keeper.kept} To go on where you are:")
        talk.lines.raw(talk.keeper.resume_hint(role))
        return
    if not talk.interview.values():
        talk.lines.say(f"Nothing was answered yet. `aijri chat {role}` begins again.")
        return
    try:
        if can_ask and talk.lines.person and keep_in_file(talk):
            return
    except EndOfInputError:
        pass
    print_answers(talk)


def keep_in_file(talk: Talk) -> bool:
    """Ask for a file name until the answers are kept, printed or let go; True when nothing more is to be done."""
    while True:
        typed = talk.lines.ask(KEEP_PROMPT).strip()
        if not typed:
            talk.lines.say("Let go: nothing of this interview was kept.")
            return True
        if typed.casefold() == "print":
            print_answers(talk)
            return True
        path = Path(typed if typed.casefold().endswith((".yaml", ".yml")) else f"{typed}.yaml").expanduser()
        if problem := unfit_target(path):
            talk.lines.say(f"Problem: {problem}")
            continue
        talk.keeper = Keeper(path)
        if trouble := talk.keeper.keep(talk.interview):
            talk.lines.say(f"Problem: {trouble}")
            continue
        talk.lines.say(f"Your answers are saved in {path}. To go on where you are:")
        talk.lines.raw(talk.keeper.resume_hint(talk.interview.role_id))
        return True


def unfit_target(path: Path) -> str | None:
    """Why answers cannot be kept under this name; None where they can."""
    try:
        if path.exists() or path.is_symlink():
            return f"{path} exists already. Choose another name."
        if not path.parent.is_dir():
            return f"There is no folder {path.parent}."
    except (OSError, ValueError):
        return "That cannot be the name of a file."
    return None


def print_answers(talk: Talk) -> None:
    """The answers file as text, to be kept by hand."""
    talk.lines.say("Your answers were not kept in a file. Here they are as an answers file:")
    talk.lines.gap()
    talk.lines.raw(write_answers(talk.interview))
    talk.lines.gap()
    talk.lines.say("Save these lines as my-answers.yaml, then go on with:")
    talk.lines.raw(f"aijri chat {talk.interview.role_id} --plain --answers my-answers.yaml")
