"""Looking over the answers before the result, and what the person says about the whole."""

from aijri_engine.interview.understanding.commands import find_command
from aijri_tui.plain.commands import do, find_step, list_answers
from aijri_tui.plain.questions import put
from aijri_tui.plain.talk import MovedError, Talk

READY = ("show it", "show the words without the figure", "save for another day")
SHOW, WORDS, LATER = range(3)


def review(talk: Talk) -> None:
    """List every answer; a number changes one. Returns when the person goes on; MovedError leads to a question."""
    talk.section = None
    talk.lines.gap()
    talk.lines.say("Your answers.")
    list_answers(talk)
    left = [step for step in talk.main_steps() if not step.settled]
    if left:
        talk.lines.say(f"{len(left)} left open; that is allowed, and the result says so.")
    while True:
        typed = talk.lines.ask("Type a number to change that answer, or press Enter to go on:").strip()
        if not typed or typed.casefold() in ("yes", "ok", "go on", "next", "skip", "done"):
            break
        command = find_command(typed)
        if command is not None and command.name == "review":
            list_answers(talk)
        elif command is not None:
            do(talk, command, None)
        else:
            step = find_step(talk, typed)
            if step is not None:
                talk.go_to(step.key)
            talk.lines.say("Problem: No answer of that number or name.")
    _about_the_whole(talk)


def _about_the_whole(talk: Talk) -> None:
    """ "Does this sound like your week?" and room for dissent."""
    while True:
        step = next(
            (one for one in talk.review_steps() if not one.settled and one.key not in talk.skipped), None
        )
        if step is None:
            return
        try:
            put(talk, step)
        except MovedError:
            if talk.wanted is not None:
                raise


def ready(talk: Talk) -> int:
    """How the result should be shown: `SHOW`, `WORDS` or `LATER`."""
    talk.lines.gap()
    question, labels = "Ready to see the result?", READY
    if talk.interview.guided:
        texts = talk.interview.library.wording.coach
        question, labels = texts.ask, (texts.ways.now, texts.ways.words, texts.ways.later)
    talk.lines.say(question)
    for number, label in enumerate(labels, 1):
        talk.lines.say(label, f"{number} ({'abc'[number - 1]}) ", "      ")
    while True:
        typed = talk.lines.ask("Your answer:").strip().casefold()
        for place, label in enumerate(labels):
            words = {str(place + 1), "abc"[place], label.casefold()}
            if typed in words or (place == SHOW and typed in ("", "yes", "y", "show")):
                return place
        if typed in ("words", "without"):
            return WORDS
        if typed in ("no", "later", "save"):
            return LATER
        command = find_command(typed)
        if command is not None and command.name in ("back", "review"):
            talk.reviewing = True
            raise MovedError
        if command is not None:
            do(talk, command, None)
        else:
            talk.lines.say("Problem: Type 1, 2 or 3.")
