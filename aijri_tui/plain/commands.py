"""The commands of the conversation: the same words at every question."""

from typing import NoReturn

from aijri_engine.interview.interview import Interview
from aijri_engine.interview.path import SPLIT, Step
from aijri_engine.interview.telling import answer_text
from aijri_engine.interview.understanding.reading import Command
from aijri_engine.interview.values import Problem
from aijri_engine.personal.order import remaining, worth_of
from aijri_engine.personal.result import result
from aijri_engine.personal.spread import shown_band
from aijri_engine.personal.terms import terms_in
from aijri_engine.text import clean
from aijri_tui.plain.talk import LeftError, MovedError, Talk
from aijri_tui.plain.what_if_talk import talk_what_if

HELP = (
    ("back", "the question before"),
    ("edit", "change an answer: edit and its number or name; edit alone lists them"),
    ("why", "why this is asked, and what it is used for"),
    ("skip", "leave this one open"),
    ("not sure", "you do not know; your range grows a little, your index does not move for it"),
    ("rather not say", "you will not be asked again"),
    ("summary", "your answers so far"),
    ("score", "see your index now, provisionally"),
    ("what if", "try a change; nothing is kept of it"),
    ("review", "look over your answers and finish"),
    ("undo", "take back the last answer"),
    ("quit", "stop here"),
)


WORTH_SAYING = 0.05
"""Index points; less displays as nothing."""


def do(talk: Talk, command: Command, step: Step | None) -> None:
    """Carry out a command at a question (or at none). Returns when the question is to be put again."""
    name = command.name
    if name == "quit":
        raise LeftError
    if name in ("why", "help", "skip", "not_sure", "rather_not_say", "back"):
        if step is None:
            talk.lines.say("Problem: There is no question open to which that could apply.")
            return
        {"why": _why, "help": _help, "skip": _skip, "not_sure": _not_sure, "rather_not_say": _declined,
         "back": _back}[name](talk, step)  # fmt: skip
    elif name == "summary":
        list_answers(talk, also_open=False)
        talk.lines.say(remaining(talk.interview).sentence)
    elif name == "score":
        _score(talk)
    elif name == "what_if":
        talk_what_if(talk, command.argument)
    elif name == "review":
        talk.reviewing = True
        raise MovedError
    elif name == "undo":
        _undo(talk)
    else:
        edit(talk, command.argument)


def _why(talk: Talk, step: Step) -> None:
    question = step.asked.question
    talk.lines.say(f"Why: {question.why}")
    talk.lines.say(f"What it is used for: {question.moves}")
    worth = worth_of(talk.interview, step.key)
    if worth.could_move >= WORTH_SAYING:
        told = f"{worth.lowest:+.1f} to {worth.highest:+.1f} points"
        talk.lines.say(f"It could still move your index by {told}, everything else unchanged.")
    sources = [one for one in talk.interview.form.file.sources if one.id in question.sources]
    for source in sources:
        talk.lines.say(f"Source: {source.title}. {source.says or ''}")


def _help(talk: Talk, step: Step) -> None:
    if step.asked.question.help:
        talk.lines.say(step.asked.question.help)
    for meaning in terms_in(talk.interview, step.asked):
        talk.lines.say(meaning)
    if step.asked.question.footer:
        talk.lines.say(step.asked.question.footer)
    if step.asked.choices:
        talk.lines.say("Answer with the number, the letter, or words from an option.")
    talk.lines.say("You can also type:")
    for name, what in HELP:
        talk.lines.say(f"{name}: {what}.", "- ", "  ")


def _skip(talk: Talk, step: Step) -> None:
    talk.skipped.add(step.key)
    talk.lines.say(
        "Left as it is. `edit` brings it back." if step.settled else "Left open. `edit` brings it back."
    )
    raise MovedError


def _not_sure(talk: Talk, step: Step) -> None:
    talk.lines.say("Noted: not sure. It does not move your index; your range may be wider for it.")
    _take(talk, talk.interview.not_sure(step.key))


def _declined(talk: Talk, step: Step) -> None:
    talk.lines.say(talk.interview.library.wording.declined)
    _take(talk, talk.interview.declined(step.key))


def _take(talk: Talk, found: Interview | Problem) -> NoReturn:
    if isinstance(found, Interview):
        talk.changed(found)
    raise MovedError


def _back(talk: Talk, step: Step) -> None:
    """To the question that was put before this one; after a resume, to the one before it on the path."""
    on_path = [one.key for one in talk.interview.path.steps]
    trail = [key for key in talk.trail if key in on_path]
    place = trail.index(step.key) if step.key in trail else len(trail)
    if place > 0:
        talk.go_to(trail[place - 1])
    answered = [one.key for one in talk.main_steps() if one.settled and one.key not in trail]
    if answered:
        talk.trail.insert(0, answered[-1])
        talk.go_to(answered[-1])
    talk.lines.say("Problem: This is the first question.")


def _undo(talk: Talk) -> None:
    before = talk.interview
    after = before.undo()
    if after is before:
        talk.lines.say("Problem: There is nothing to undo.")
        return
    key = before.events[after.events[-1].data["number"]].question
    talk.changed(after)
    asked = after.asked(key)
    talk.lines.say(f"Taken back: {asked.name if asked else clean(key, 60)}.")
    talk.skipped.discard(key)
    talk.go_to(key)


def _score(talk: Talk) -> None:
    """Uncover the index; that it was seen is recorded."""
    if kept := talk.interview.kept_covered:
        talk.lines.say(kept)
        return
    if not talk.interview.revealed:
        talk.changed(talk.interview.reveal("score"))
    found = result(talk.interview)
    assessed = found.assessment
    low, high = shown_band(found.spread.range)
    provisional = "" if found.status.name == "complete" else "Provisionally, "
    zone = "no zone with confidence" if found.fit.withheld else assessed.zone.value
    text = f"{provisional}your index is {assessed.index:.1f}, {zone}; between {low:.1f} and {high:.1f}."
    talk.lines.say(text[:1].upper() + text[1:])
    for reason in found.status.reasons[:3]:
        talk.lines.say(f"{reason[:1].upper()}{reason[1:]}.", "- ", "  ")


def list_answers(talk: Talk, also_open: bool = True) -> None:
    """Every answer by number, with what was borrowed and, if wanted, what is open."""
    for number, step in enumerate(talk.main_steps(), 1):
        if not also_open and not step.settled and step.key not in talk.skipped:
            continue
        talk.lines.say(f"{step.asked.name}: {answer_text(step)}.", f"{number}. ", "    ")


def edit(talk: Talk, wanted: str) -> None:
    """Go to the answer of that number or name; without one, list them and ask."""
    if not wanted.strip():
        list_answers(talk)
        wanted = talk.lines.ask("Which one? A number or a name; Enter goes back:")
    if not wanted.strip():
        return
    step = find_step(talk, wanted)
    if step is None:
        talk.lines.say("Problem: No answer of that number or name. `summary` lists them.")
        return
    talk.go_to(step.key)


def find_step(talk: Talk, wanted: str) -> Step | None:
    """The answer meant by a number of the list, or by words of its name."""
    steps = talk.main_steps()
    words = clean(wanted, 80).strip().casefold()
    if words.isascii() and words.isdigit():
        return steps[int(words[:4]) - 1] if 1 <= int(words[:4]) <= len(steps) else None
    for step in steps:
        if words in (step.key, step.asked.question.id, step.asked.name.casefold()):
            return step
    found = [step for step in steps if words in _searched(step)]
    return found[0] if found else None


def _searched(step: Step) -> str:
    return f"{step.asked.name} {step.key} {step.asked.item_name} {step.asked.ask}".casefold()


def pause(talk: Talk) -> None:
    """Reply to distress, store nothing of it, and wait."""
    talk.lines.gap()
    talk.lines.say(talk.interview.library.wording.distress)
    talk.lines.gap()
    typed = talk.lines.ask("The interview waits. Press Enter to go on, or type quit:")
    if typed.strip():
        reading = talk.understood(talk.interview.form.single[SPLIT], typed)
        if reading.command is not None and reading.command.name == "quit":
            raise LeftError
