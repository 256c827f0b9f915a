"""Talk about a result: a typed line is answered from its bridge, doubt, advice and content; nothing is moved by it."""

from dataclasses import dataclass, replace

from aijri_engine.content.coaching import PLACEHOLDER
from aijri_engine.content.library import shipped_answers
from aijri_engine.content.people_ask import AboutResult
from aijri_engine.content.wording import fill
from aijri_engine.conversation.gone_changes import how_much
from aijri_engine.conversation.likeness import best_of, best_of_any
from aijri_engine.conversation.meant_changes import Meant
from aijri_engine.conversation.named_tasks import tasks_named
from aijri_engine.conversation.people_ask import (
    apart_from_questions,
    asks,
    in_general,
    is_known,
    known_answer,
    page_called,
    questions_in,
    stated_answer,
    told_answer,
)
from aijri_engine.conversation.result_figures import printed_figures
from aijri_engine.conversation.result_parts import Parts
from aijri_engine.conversation.result_steps import another_step, step_called
from aijri_engine.conversation.result_wishes import invites, question_wished
from aijri_engine.conversation.state import Conversation
from aijri_engine.conversation.telling import explained, told_by, told_so
from aijri_engine.conversation.the_list import late_change
from aijri_engine.conversation.typed_changes import (
    NOT_READ,
    hours_words,
    typed_changes,
)
from aijri_engine.conversation.what_if_lines import BREAKS, wants_change, what_if_in, without_asides
from aijri_engine.conversation.what_if_told import understood
from aijri_engine.interview.interview import Interview
from aijri_engine.interview.understanding.agreeing import agreed
from aijri_engine.interview.understanding.commands import unknown_command
from aijri_engine.interview.understanding.replies import TOO_MUCH
from aijri_engine.interview.understanding.words.clauses import in_distress
from aijri_engine.interview.understanding.words.tokens import (
    FILLER,
    NEGATORS,
    is_number,
    only_words,
    tokens_of,
    too_much,
    word_set,
    words_of,
)
from aijri_engine.interview.understanding.yes_no import YES, read_yes_no
from aijri_engine.interview.values import Problem
from aijri_engine.personal.result import Result
from aijri_engine.personal.what_if import Change, what_if
from aijri_engine.text import join_words

FLOOR = 0.6
"""Least likeness to a question about a result, 0-1; lower than in the interview, since nothing is taken here [ours]."""

FLOOR_OF_A_CHANGE = 0.75
"""Least likeness to such a question of a line that was put as a change and names none, 0-1 [ours]."""

MOST_ANSWERS = 2
"""Questions of one line that are answered [ours]."""

ERASING = (
    "Back at the questions (“answers”), “delete everything” erases this interview for good, asked back first. All "
    "that is kept is erased from “Your data” on the first screen, or by `aijri erase everything`."
)

OUTSIDE = "“{}” is a step outside the index: no figure moves by it."

NOTHING_KEPT = "Tried, not kept: your answers and your figure are as they were."

_TRYING = word_set("try trying go on do compute that this it see show what happens then")

BY_ID = ("Write QUESTION", "Known are ", "Did you mean ", "The rows are ")
"""How a remedy begins that tells names for programs."""


@dataclass(frozen=True)
class Said:
    """What a line about a result came to."""

    words: tuple[str, ...] = ()
    """The answer, one thing a line."""
    opens: str = ""
    """The part of the telling that holds all of it, or what a face is to show; empty for neither."""
    goes: bool = False
    """The line asks for `opens` itself: a face goes there."""
    changes: tuple[Change, ...] = ()
    """What was tried, for a face that has a page for it."""
    trouble: bool = False
    """The words say why a change could not be tried."""
    typed: str = ""
    """The words of a change, to be read anew where other changes were made before, or at the list of answers; there
    also the key of the question that is wished."""
    step: str = ""
    """Id of the step of the advice that was called by its title."""
    meant: tuple[Change, ...] = ()
    """What a yes tries, where it was asked back."""
    steps_told: int = 1
    """Steps of the advice that were told one by one; the first stands on the first view."""
    refused: bool = False
    """Some line was beyond what can be answered, and the examples were told then."""

    @property
    def missed(self) -> bool:
        """The line was not understood, and nothing is asked back."""
        return self.trouble and not self.meant


NOTHING = Said()

QUIT = "quit"
WITHOUT_FIGURE = ("answers", "plan", QUIT)
"""Pages that a line may lead to while the figure is covered."""


def answer_about(result: Result, text: str, covered: str = "", before: Said = NOTHING) -> Said:
    """What a line typed at a result comes to. Pure: a change is computed and told, never made.

    While the figure is `covered`, that sentence stands for every answer that would come from the result. `before` is
    what the line before came to: a yes tries what it asked back, and nothing is told twice in a row in the same words.
    """
    file, said = shipped_answers(), _answer_about(result, text, covered, before)
    beyond = (_with_tasks(result, file.about_result_unknown),)
    if (said.words == beyond or said.missed) and (plain := without_asides(text)) != text:
        anew = _answer_about(result, plain, covered, before)
        said = said if anew.words == beyond or anew.missed else anew
    told, unknown = max(said.steps_told, before.steps_told), said.words == beyond
    same = said.words and said.words == before.words[: len(said.words)]
    again = same and not (said.changes or said.meant or said.trouble or covered)
    if unknown and before.refused:
        said = replace(said, words=(file.about_result_unknown_again,))
    elif again and not in_distress(tokens_of(text)):
        said = replace(said, words=(*said.words, file.about_result_again))
    return replace(said, refused=unknown or before.refused, steps_told=told)


def _answer_about(result: Result, typed: str, covered: str, before: Said) -> Said:
    text = what_if_in(typed)
    words = only_words(tokens_of(text))
    if not words:
        return Said()
    if before.meant and _tries(typed) and not covered:
        return _computed(result, text, before.meant)
    invited = invites(result, before.words)
    denied = read_yes_no(tokens_of(typed), frozenset())[0] is False
    if (before.meant or invited) and denied and not wants_change(text):
        return Said((shipped_answers().about_result_not_tried,))
    if in_distress(tokens_of(text)):
        return Said((result.interview.library.wording.distress,))
    if too_much(text):
        return Said((f"{TOO_MUCH} {offered(result)}",), trouble=True)
    file, line = shipped_answers(), " ".join(words)
    if unknown_command(text) and all(line != one.page for one in file.result_pages):
        return Said((unknown_command(text), offered(result)), trouble=True)
    if line in file.erase_all:
        return Said((ERASING,))
    page = page_called(text)
    if not covered and not page and (several := _several(result, text)):
        return several
    place = None if covered else another_step(text, before.steps_told, before.opens == "steps")
    if place is not None:
        return Said((Parts(result).step(place),), "steps", steps_told=place + 1)
    yes = bool({*words} & YES) and {*words} <= YES | _TRYING | {*file.beside}
    if before.opens and before.words and not before.goes and yes and not invited:
        return Said(opens=before.opens, goes=True)
    if not page and _changes_an_answer(result.interview, text):
        return Said(opens="answers", goes=True, typed=text)
    if wish := question_wished(result, text, invited and not asks(text) and (yes or _calls_for_it(text))):
        return Said(opens="answers", goes=True, typed=wish)
    if covered and page not in WITHOUT_FIGURE:
        put = asks(text) or is_known(text)
        general = known_answer(words, *questions_in(text)) if put and not page else None
        return Said((general or covered,))
    if page:
        return Said(opens=page, goes=True)
    parts = [one for one in questions_in(text) if {*one} - {*file.beside} - {"why"}]
    lines = [words, *parts]
    if known := best_of_any(lines[: 1 if wants_change(text) else None], file.about_results, 1.0):
        return _told(result, known)
    if general := stated_answer(text) or (known_answer(words) if is_known(text) else ""):
        return Said((general,))
    if not wants_change(text) and (figures := printed_figures(result, text)):
        return Said(figures, "doubt")
    term = explained(text, (*file.about_results, *file.answers))
    if term is not None and not (isinstance(term, AboutResult) or wants_change(text)):
        return Said((in_general(term),))
    put_so = told_by(text, file.about_results) or (term if isinstance(term, AboutResult) else None)
    opens, tasks = put_so.opens if put_so is not None else "", tasks_named(result.interview, words)
    asked_why = (words_of(part) for part in BREAKS.split(text) if told_so(part, file.about_why))
    why = any(tasks_named(result.interview, part) for part in asked_why)
    of_a_task = (opens == "week" and bool(tasks)) or (opens == "bridge" and why)
    if put_so is not None and not (wants_change(text) or of_a_task):
        return _told(result, put_so)
    leads = None if wants_change(text) else told_by(text, file.result_pages)
    if leads is not None and not (leads.page == QUIT and "?" in text):
        return Said(opens=leads.page, goes=True)
    asked = [one for one in words if one.isalpha()]
    found = best_of_any([[*filter(str.isalpha, one)] for one in lines], file.about_results, FLOOR)
    if wants_change(text) or step_called(result, text):
        change = tried(result, text)
        best = best_of(asked, file.about_results, FLOOR_OF_A_CHANGE) if asked else None
        meant = (best or put_so) if change.trouble else None
        return change if meant is None else _told(result, meant)
    if (
        tasks
        and not asks(text)
        and any(f"{line} ".startswith(f"{one} ") for one in file.about_result_statements)
    ):
        return Said((file.about_result_statement,))
    if found is not None and not tasks:
        return _told(result, found)
    if tasks:
        change = tried(result, text) if not asks(text) else Said()
        if change.changes or (change.trouble and any(map(is_number, words))):
            return change
        return Said(tuple(Parts(result).task(task, why) for task in tasks), "week")
    if general := known_answer(*lines) or told_answer(text):
        return Said((general,))
    worth = how_much(result.interview, text, words)
    return (
        _computed(result, text, worth.changes)
        if worth
        else Said((_with_tasks(result, file.about_result_unknown),))
    )


def _several(result: Result, text: str) -> Said | None:
    """The answers to two questions in one line, each known by itself; None for any other line."""
    file = shipped_answers()
    if wants_change(text) or best_of(only_words(tokens_of(text)), file.about_results, 1.0):
        return None
    found = dict[str, Said]()
    for one in apart_from_questions(text)[1]:
        words = [word for word in only_words(tokens_of(one)) if word.isalpha()]
        near = best_of(words, file.about_results, FLOOR_OF_A_CHANGE) if words else None
        term = explained(one, (*file.about_results, *file.answers))
        if known := told_by(one, file.about_results) or term or near:
            found[known.id] = (
                _told(result, known) if isinstance(known, AboutResult) else Said((in_general(known),))
            )
        elif general := known_answer(words) if words else "":
            found[general] = Said((general,))
    told = [*found.values()][:MOST_ANSWERS]
    words_told = tuple(dict.fromkeys(word for one in told for word in one.words))
    return Said(words_told, told[0].opens) if len(told) > 1 else None


def _tries(text: str) -> bool:
    """A yes to trying what was asked back, in whatever words ("yes, try it", "go on, try it")."""
    return agreed(text) == "" or _calls_for_it(text)


def _calls_for_it(text: str) -> bool:
    words = {*only_words(tokens_of(text))}
    return bool(words & _TRYING and words <= _TRYING | YES | (FILLER - NEGATORS))


def _changes_an_answer(interview: Interview, text: str) -> bool:
    """The line is to be read at the list of answers; what is only told to be otherwise is first of all a what-if."""
    late = "" if wants_change(text) else late_change(Conversation(interview), text)
    return late == "wished" or (late == "told" and isinstance(typed_changes(interview, text), Problem))


def tried(result: Result, text: str) -> Said:
    """A change in words, computed as a what-if and told."""
    text = what_if_in(text)
    if result.withheld:
        return Said(result.withheld)
    if unknown := unknown_command(text):
        return Said((unknown, change_wanted(result)), trouble=True)
    step = step_called(result, text)
    if step is not None and not step.moves:
        return Said((OUTSIDE.format(step.title),), trouble=True)
    changes = step.moves if step is not None else typed_changes(result.interview, text)
    if isinstance(changes, Problem):
        return _refused(result, text, changes)
    said = _computed(result, text, changes)
    return (
        said
        if said.trouble
        else replace(said, typed="" if step else text, step=step.strategy if step else "")
    )


def _computed(result: Result, text: str, changes: tuple[Change, ...]) -> Said:
    """What the index would be with these."""
    found = what_if(result.interview, changes)
    if isinstance(found, Problem):
        return _refused(result, text, found)
    hours = hours_words(result.interview, text)
    told = (
        *understood(result.interview, found, changes),
        *([hours] if hours else []),
        *found.lines(),
        NOTHING_KEPT,
    )
    return Said(told, changes=changes)


def _refused(result: Result, text: str, problem: Problem) -> Said:
    """Why a change could not be tried; of NAME=VALUE without the names that only a program knows."""
    name, form, value = text.strip().partition("=")
    step = result.interview.path.step((name.split() or [""])[-1]) if form else None
    unknown = problem is NOT_READ or problem.remedy.startswith(BY_ID)
    told = f"{problem.message} {change_wanted(result)}" if unknown else problem.text()
    if step is not None and step.asked.choices:
        answers = join_words([f"“{one.name}”" for one in step.asked.choices], "or")
        told = f"“{value.strip()}” is no answer to “{step.asked.name}”. Say {answers}."
    return Said((told,), trouble=True, meant=problem.changes if isinstance(problem, Meant) else ())


def tried_or_answered(result: Result, text: str, before: Said = NOTHING) -> Said:
    """A line where a change was asked for: computed, or answered where it is a question instead."""
    if before.meant:
        return answer_about(result, text, before=before)
    change = tried(result, text)
    return answer_about(result, text) if change.trouble and asks(text) else change


def change_wanted(result: Result) -> str:
    """What to type where a what-if was asked for without a change."""
    return _with_tasks(result, shipped_answers().about_result_change)


def _told(result: Result, question: AboutResult) -> Said:
    """The answer with its parts filled; where the figure is withheld and a part needs it, why it is."""
    parts = Parts(result)
    filled = {name: parts.part(name) for name in PLACEHOLDER.findall(question.says)}
    if result.withheld and not all(filled.values()):
        return Said(result.withheld, question.opens or "")
    says = " ".join(fill(question.says, **filled).split())
    return Said((says or parts.say.text("talk_nothing"),), question.opens or "")


def offered(result: Result) -> str:
    """What can be asked about this result, with its own tasks in the example."""
    return _with_tasks(result, shipped_answers().about_result_offer)


def _with_tasks(result: Result, words: str) -> str:
    ranked = sorted(result.personal.tasks, key=lambda task: (task.own, -task.share))
    return fill(words, one=ranked[0].short.lower(), other=ranked[min(1, len(ranked) - 1)].short.lower())
