"""What this face shows for commands that lead away from a question: answers, index, what-if, the end."""

from collections.abc import Collection

from aijri_engine.conversation import Conversation, carry_out
from aijri_engine.conversation.result_talk import Said, change_wanted, tried_or_answered
from aijri_engine.conversation.the_list import of_the_list
from aijri_engine.interview.path import answer_text
from aijri_engine.interview.understanding import Command
from aijri_engine.interview.understanding.commands import command_name, find_command, unknown_command
from aijri_engine.personal.result import result
from aijri_engine.personal.spread import shown_band
from aijri_tui.plain.face import Face, LeftError

NO_CHANGE = ("", "nothing", "none", "no", "no change", "never mind", "cancel")


def act(face: Face, command: Command) -> bool:
    """Show what was asked for; True where the question at hand is left by it. Raises LeftError at quit."""
    if command.name == "quit":
        raise LeftError
    if command.name == "review":
        face.reviewing, face.listed = True, []
        face.sitting.talk = face.talk.onward()
        return True
    if command.name == "edit":
        return _edit(face)
    if command.name == "summary":
        list_answers(face, also_open=False)
        face.lines.say(face.talk.left.in_full)
    elif command.name == "score":
        _score(face)
    else:
        return try_change(face, command.argument)
    return False


def commanded(face: Face, command: Command) -> bool:
    """Carry out a command typed where no question is put; True where what is at hand is left by it."""
    talk, show = carry_out(face.talk, command)
    face.take(talk)
    return show is not None and act(face, show)


def try_change(face: Face, words: str = "") -> bool:
    """Say what the index would be with a change, of which nothing is kept; True where a command led away instead."""
    found = result(face.talk.interview)
    said = Said((change_wanted(found),))
    while True:
        if words.strip():
            said = tried_or_answered(found, words, said)
        for line in said.words:
            face.lines.say(line)
        if words.strip() and not said.meant:
            return False
        words = face.lines.ask("The change, or Enter to go back:").strip()
        command = find_command(words)
        if words.casefold() in NO_CHANGE:
            return False
        if command is not None and command.name not in ("what_if", "help", "why"):
            return command.name != "back" and commanded(face, command)
        if command is not None and not command.argument:
            said, words = Said((change_wanted(found),)), ""


def list_answers(
    face: Face, also_open: bool = True, also_confirmed: bool = True, but: Collection[str] = ()
) -> list[str]:
    """Every answer by number, with what was borrowed and, if wanted, what is open and what was just confirmed.

    Those that stand in `but` as they are now are left out. What is listed, or would be, is given back.
    """
    talk: Conversation = face.talk
    answers: list[str] = []
    for number, step in enumerate(talk.steps, 1):
        said = step.value is not None or step.settled or step.key in talk.skipped
        told = also_confirmed if step.confirmed else also_open or said
        if told:
            answers.append(f"{step.asked.name}: {answer_text(step)}.")
            if answers[-1] not in but:
                face.lines.say(answers[-1], f"{number}. ", "    ")
    return answers


def _edit(face: Face) -> bool:
    """List the answers and ask which one is to be changed."""
    list_answers(face)
    wanted = face.lines.ask("Which one? A number or a name; Enter goes back:")
    command, unknown = find_command(wanted), unknown_command(wanted)
    if unknown:
        face.lines.say(unknown)
    if unknown or not wanted.strip() or command_name(wanted) == "back":
        return False
    if command is not None and command.name != "edit":
        return commanded(face, command)
    step = of_the_list(face.talk, command.argument if command is not None else wanted)
    talk = face.talk.edit(command.argument if command is not None else wanted)
    face.take(face.talk.go_to(step.key) if step is not None and talk.trouble is not None else talk)
    return face.talk.trouble is None


def _score(face: Face) -> None:
    """The index as it stands, with its reasons."""
    found = result(face.talk.interview)
    assessed = found.assessment
    low, high = shown_band(found.spread.range)
    whose = "Your" if found.status.name == "complete" else "Provisionally, your"
    zone = "no zone with confidence" if found.fit.withheld else assessed.zone.value
    if found.withheld:
        face.lines.say(f"No figure yet; between {low:.1f} and {high:.1f}. {' '.join(found.withheld)}")
        return
    face.lines.say(f"{whose} index is {assessed.index:.1f}, {zone}; between {low:.1f} and {high:.1f}.")
    for reason in found.status.reasons[:3]:
        face.lines.say(f"{reason[:1].upper()}{reason[1:]}.", "- ", "  ")
