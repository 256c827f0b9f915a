"""The commands of a conversation: the same words, with the same meaning, in every face."""

from collections.abc import Mapping

from aijri_engine.conversation.parts import left_unsaid, row_command, rows_said
from aijri_engine.conversation.state import Conversation
from aijri_engine.interview.understanding import Command, CommandName
from aijri_engine.interview.understanding.replies import how
from aijri_engine.personal.asking import terms_in
from aijri_engine.personal.worth import worth_of

COMMANDS: Mapping[CommandName, str] = {
    "back": "the question before",
    "edit": "change an answer: edit and its number or name; edit alone lists them",
    "why": "why this is asked, and what it is used for",
    "help": "what the question means, and what you can type",
    "skip": "leave this one unanswered",
    "not_sure": "you do not know; your range grows a little, your index does not move for it",
    "rather_not_say": "you will not be asked again",
    "summary": "your answers so far",
    "score": "see your index now, provisionally",
    "what_if": "try a change; nothing is kept of it",
    "review": "look over your answers and finish",
    "undo": "take back the last answer",
    "quit": "stop here",
}

SHOWN_BY_A_FACE = frozenset(("quit", "summary", "score", "what_if", "review"))
"""Commands that lead away from the questions; a face shows what they ask for."""

WORTH_SAYING = 0.05
"""Index points; less displays as nothing."""

NOTHING_OPEN = "There is no question open to which that could apply."


def words_of(name: CommandName) -> str:
    """A command as it is typed."""
    return name.replace("_", " ")


def carry_out(
    talk: Conversation, command: Command, seconds: float | None = None
) -> tuple[Conversation, Command | None]:
    """The conversation after a command, and the command where a face has to show something for it.

    The index is uncovered by `score` and `what if`, and that is recorded, unless a coach keeps it covered.
    """
    name, step = command.name, talk.step
    if name in ("score", "what_if"):
        kept = talk.interview.kept_covered
        if kept:
            return talk.troubled(kept), None
        return talk.revealed("score" if name == "score" else "what if"), command
    talk = rows_said(talk) if name == "review" else talk
    if name in SHOWN_BY_A_FACE or (name == "edit" and not command.argument.strip()):
        return talk, command
    if name == "undo":
        return talk.undo(), None
    if name == "edit":
        return talk.edit(command.argument), None
    if name == "back" and step in talk.review_steps:
        return talk, Command("review")  # it came behind the list
    if name == "back":
        return talk.back(step), None
    if step is None:
        return talk.troubled(NOTHING_OPEN), None
    if name == "skip":
        return talk.skip(step), None
    if row_command(command):
        return left_unsaid(talk, step, row_command(command), seconds), None
    return talk.open("why" if name == "why" else "help"), None


def explained(talk: Conversation) -> list[str]:
    """What `why` or `help` says about the open question, without the list of commands."""
    step = talk.step
    if step is None or talk.opened in ("", "again"):
        return []
    question = step.asked.question
    if talk.opened == "help":
        terms = terms_in(talk.interview, step.asked)
        words = [question.help or "", *terms, question.footer or "", how(step.asked)]
        return [one for one in words if one]
    words = [f"What it is used for: {question.moves}"]
    worth = worth_of(talk.interview, step.key)
    if worth.could_move >= WORTH_SAYING:
        told = f"{worth.lowest:+.1f} to {worth.highest:+.1f} points"
        words.append(f"It could still move your index by {told}, everything else unchanged.")
    sources = [one for one in talk.interview.form.file.sources if one.id in question.sources]
    return [*words, *(f"Source: {source.title}. {source.says or ''}".strip() for source in sources)]
