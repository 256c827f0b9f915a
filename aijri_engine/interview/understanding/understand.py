"""From one typed line to a reading: what comes before what."""

import re
from dataclasses import replace
from typing import Any, Final

from aijri_engine.interview.form import Asked, Form
from aijri_engine.interview.understanding import commands
from aijri_engine.interview.understanding.all_but import all_but, without_refused
from aijri_engine.interview.understanding.beside import beside_it, named_again
from aijri_engine.interview.understanding.by_letter import by_letter
from aijri_engine.interview.understanding.corrections import of_the_last_answer, retracted
from aijri_engine.interview.understanding.doubted import doubted
from aijri_engine.interview.understanding.free_words import as_note, read_words
from aijri_engine.interview.understanding.kinds import answer_instead, exactly, read, read_yes_or_no
from aijri_engine.interview.understanding.last_word import (
    of_another_question,
    of_others_alone,
    of_the_answer_before,
    taken_back,
    two_answers,
)
from aijri_engine.interview.understanding.line import LINE_END, Line
from aijri_engine.interview.understanding.reading import ALONE, Around, Command, Reading, ask, put
from aijri_engine.interview.understanding.replies import TOO_MUCH, how
from aijri_engine.interview.understanding.vocabulary import beside, vocabulary_of
from aijri_engine.interview.understanding.week.changes import ROW_ADDED
from aijri_engine.interview.understanding.week.split import TAKEN_BACK as WEEK_TAKEN_BACK
from aijri_engine.interview.understanding.words.clauses import denies, in_distress
from aijri_engine.interview.understanding.words.in_truth import in_truth
from aijri_engine.interview.understanding.words.other_years import in_full
from aijri_engine.interview.understanding.words.spans import YEARS
from aijri_engine.interview.understanding.words.tokens import (
    FILLER,
    LONGEST_READ,
    MOST_TOKENS,
    as_typed,
    fold,
    holds,
    is_number,
    phrase_list,
    signed_part,
    tokens_of,
    without_opening,
    word_set,
    words_of,
)
from aijri_engine.interview.understanding.words.what_leads import as_it_is, concluded, this_time
from aijri_engine.interview.understanding.words.word_order import denied_first
from aijri_engine.interview.understanding.yes_no import NO, YES
from aijri_engine.interview.values import Split
from aijri_engine.text import join_words

_ASKING: Final = word_set("what who where when which how why is are do does can could would should will")

_ONE_ON_ONE: Final = re.compile(
    r"\b(?:1|one)(?:\s*[:-]\s*|[ -](?:on|to|2)[ -])(?:1|one)(?:['’]?s\b|(?= (?:talk|meeting|chat)))"
    r"(?: (?:talk|meeting|chat)s?)?",
    re.IGNORECASE,
)
"""Talks of two, whose figures are no amounts: "10 % 1:1s"."""
_GLUED: Final = re.compile(
    r"\b(twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)(one|two|three|four|five|six|seven|eight|nine)\b",
    re.IGNORECASE,
)
"""Numbers written as one word: "twentyone"."""
_DEPARTMENT: Final = re.compile(r"^\W*(?:IT|HR|QA)\b(?= [a-z])")
"""Others who do something, and no "it": "IT set up a new way"."""


def understand(asked: Asked, typed: str, form: Form, split: Split, around: Around = ALONE) -> Reading:
    """What a line typed at this question means. Pure, deterministic, never raises; a doubt becomes a question back.

    A reading of kind `value` is always one that the question takes. Precedence: distress; `/command`; the names of
    the commands; an option called exactly so; other words for a command; everything else the kind of question allows.
    """
    typed = typed if asked.question.takes.words else ROW_ADDED.sub("add ", typed)
    typed = _ONE_ON_ONE.sub("talking", typed[: 4 * LONGEST_READ]) if asked.question.takes.shares else typed
    typed = _DEPARTMENT.sub("colleagues", typed) if asked.question.takes.listed else typed
    typed = typed if asked.question.takes.words else _GLUED.sub(r"\1-\2", typed[: 4 * LONGEST_READ])
    typed = in_full(typed) if asked.question.unit == YEARS else typed
    tokens = tokens_of(LINE_END.sub(" , ", typed[: 4 * LONGEST_READ]))
    line = Line(asked, typed, tokens, form, split, vocabulary_of(form), around)
    if (said := without_opening(tokens)) != tokens and not asked.question.takes.words:
        line = line.said(said)
    listed = asked.question.takes.listed or asked.question.takes.yes_no or asked.question.takes.rows
    if listed and (said := denied_first(line.tokens)) != line.tokens:
        line = line.said(said)
    if asked.question.takes.several and (kept := without_refused(line.tokens)) != line.tokens:
        line = line.said(kept)
    if in_distress(line.tokens):
        return Reading("side", distress=True)
    if not line.tokens:
        return ask(how(asked))
    if asked.question.takes.listed and signed_part(typed):
        return ask(how(asked))
    ordered = _slash(line)
    if ordered is not None:
        return ordered
    if asked.question.takes.words:
        return read_words(line)
    if len(typed) > LONGEST_READ or len(tokens) > MOST_TOKENS:
        return ask(f"{TOO_MUCH} {how(asked)}")
    found = (
        _this_time(line)
        or _in_truth(line)
        or all_but(line)
        or _so_no(line)
        or named_again(line, by_letter(line, beside_it(line, _answer(line))))
    )
    found = _by_what_leads(line, doubted(line, found))
    return _spelt(line, found) if asked.question.takes.shares else found


def _this_time(line: Line) -> Reading | None:
    """What was so this time, put, where the question is about the last time and the line tells what is usual, too."""
    told = this_time(line.tokens) if line.asked.question.takes.option else None
    if told is None or "last" not in words_of(line.asked.ask):
        return None
    return _alone(line, told)


def _by_what_leads(line: Line, found: Reading) -> Reading:
    """The reading; where it leaves an option open, or another one leads, what is so now or the line comes to is put."""
    if not line.asked.question.takes.option or found.kind not in ("ask", "confirm", "choose") or found.key:
        return found
    for told in (as_it_is(line.tokens), concluded(line.tokens)):
        turned = found.by_letter and told is not None and any(map(denies, told))
        alone = _alone(line, told) if told and not turned else found
        same = (alone.kind, alone.nearest[:1]) == (found.kind, found.nearest[:1])
        if alone.kind == "confirm" and not same:
            return put(how(line.asked), [*alone.nearest, *found.nearest], unsure=found.unsure, led=True)
    return found


def _alone(line: Line, told: list[str]) -> Reading:
    """What a part of a line says by itself, never taken; nothing where that is no answer to this question."""
    found = by_letter(line.said(told), _answer(line.said(told)))
    if found.key or found.command or any(isinstance(one, Command) for _, one in found.nearest):
        return ask(how(line.asked))
    return put(how(line.asked), [(found.echo, found.value)]) if found.kind == "value" else found


def _so_no(line: Line) -> Reading | None:
    """A line that comes to a no at its end, where an option is called so ("... I am not registered, so no")."""
    words = line.words
    if not line.asked.question.takes.option or words[-2:] not in (["so", "no"], ["so", "nope"]):
        return None
    found = exactly(line.said(["no"]))
    return put(how(line.asked), [(found.echo, found.value)]) if found and found.kind == "value" else None


def _spelt(line: Line, found: Reading) -> Reading:
    """A week with names of other work as they were typed: "K8s", "my boss's reports"."""

    def spelt(told: Any) -> Any:
        if not isinstance(told, dict) or "other" not in told:
            return told
        return told | {"other": [one | {"name": as_typed(one["name"], line.typed)} for one in told["other"]]}

    near = tuple(
        (label if (said := spelt(told)) == told else line.offered(said)[0][0], said)
        for label, told in found.nearest
    )
    if found.kind == "value" and (told := spelt(found.value)) != found.value:
        found = replace(
            line.taken(told, found.confident), key=found.key, unread=found.unread, pending=found.pending
        )
    return replace(found, nearest=near)


def _in_truth(line: Line) -> Reading | None:
    """What is so in truth, put to be confirmed; None where a line does not tell that from what is said to be so."""
    takes = line.asked.question.takes
    told = in_truth(line.tokens) if takes.listed or takes.yes_no else None
    if told is None:
        return None
    alone = line.said(told)
    found = by_letter(alone, _answer(alone))
    return put(how(line.asked), [(found.echo, found.value)]) if found.kind == "value" else found


def _slash(line: Line) -> Reading | None:
    first = fold(line.typed)[:1]
    command = commands.slash_command(line.typed, line.vocabulary.targets)
    if command is not None:
        return Reading("command", command=command)
    if first == "/":
        known = join_words([f"/{name.replace('_', ' ')}" for name in commands.NAMES])
        found = line.offered(as_note(line)) if line.asked.question.takes.words else []
        return ask(f"{commands.NO_COMMAND} There are {known}.", *found)
    return None


def _answer(line: Line) -> Reading:
    """An answer or a command at a question that is not for free words."""
    if line.asked.question.takes.yes_no and line.words and set(line.words) <= YES | NO:
        return read_yes_or_no(line)
    if commands.is_canonical(line.typed):
        command = commands.find_command(line.typed)
        if command is not None:
            return Reading("command", command=command)
    if line.asked.question.takes.shares or line.asked.question.takes.rows:
        line = line.named()
    if (nothing := _retracted(line)) is not None:
        return nothing
    if (again := of_the_answer_before(line)) is not None:
        return again
    before = of_the_last_answer(line.tokens) is not None and line.around.put is None
    corrected = of_another_question(line) if before else None
    exact = corrected or exactly(line)
    if exact is not None:
        return exact
    command = commands.find_command(line.typed, line.vocabulary.targets)
    others_know = command is not None and command.name == "not_sure" and _held(line, "not_sure")
    mended = None if others_know else taken_back(line) or of_another_question(line)
    if mended is not None:
        return mended
    rows = read(line).known if line.asked.question.takes.rows else None
    if command is not None and not rows:
        instead = None if others_know else answer_instead(line)
        return instead or _only_it(line, command) or Reading("command", command=command)
    found = read(line)
    if (
        (found.nearest or found.kind == "value")
        and not found.confident
        and (other := elsewhere(line)) is not None
    ):
        both = two_answers(line, found)
        if both is not None and both.kind == "value":
            return both
        return other if found.kind != "value" else put(how(line.asked), [(found.echo, found.value)])
    if found.kind not in ("ask", "confirm", "choose"):
        return found
    parted = two_answers(line, found)
    if parted is not None:
        return parted
    figures = any(map(is_number, line.words)) or not line.asked.question.takes.shares
    if (found.nearest and figures) or rows:
        return found
    command = commands.mistyped(line.typed, line.vocabulary.targets) or commands.loosely(line.typed)
    if command is not None:
        put_first = _only_it(line, command, loosely=True)
        return put_first or Reading("command", command=command, confident=False)
    kept = of_others_alone(line)
    if kept is not None:
        return kept
    if found.nearest:
        return found
    if (other := elsewhere(line, heard=False)) is not None:
        return other
    aside = line.tokens[-1] == "?" or line.tokens[0] in _ASKING
    return replace(found, kind="side") if aside and len(line.words) > 2 else found


def _retracted(line: Line) -> Reading | None:
    """A question back where a line takes back at its end what it said before; None where it says nothing there."""
    found = retracted(line.tokens)
    if found is None:
        return None
    head, plainly = found
    said = _answer(line.said(head))
    takes = line.asked.question.takes
    rows = [line.vocabulary.row_options(line.asked, row) for row in line.asked.rows] if takes.rows else []
    sure = said.kind == "command" or (said.kind == "value" and (plainly or said.confident))
    told = sure or said.known or (plainly and (said.nearest or said.pending))
    told = told or (takes.shares and any(map(is_number, head))) or any(one.exact(head).clear for one in rows)
    words = WEEK_TAKEN_BACK if takes.shares else f"{TAKEN_BACK} {how(line.asked)}"
    return replace(ask(words), known={}) if told else None


TAKEN_BACK: Final = "Taken back, so nothing of it is kept."

MORE_LIKE: Final = "That sounds more like an answer to another question ({0}). {1}"


def elsewhere(line: Line, heard: bool = True) -> Reading | None:
    """A line that is far likelier an answer to another question: kept for it where it is one, and nothing offered.

    Where nothing was heard here, it must say much for an option there. That question is named where it is on the way.
    """
    text = " ".join(line.tokens)
    listed = line.asked.choices or line.asked.question.takes.yes_no
    other = line.vocabulary.belongs(line.asked, text) if listed else None
    if other is None or not (heard or line.vocabulary.options(other).likelihood.judge(text).firm):
        return None
    told = (
        MORE_LIKE.format(other.name, how(line.asked))
        if other.key in line.around.questions
        else how(line.asked)
    )
    return of_others_alone(line) or ask(told)


IS_THAT: Final = "Do you mean the command `{0}`?"
MORE_THAN_IT: Final = "Is that `{0}`? Then what else stands in the line is not used."


_LEAVING: Final = frozenset(("undo", "skip", "quit"))
_LOOSE: Final = frozenset(("not_sure", "rather_not_say", "review", "summary"))
_ASKED: Final = {str(name): phrase_list(commands.COMMANDS[name].asked) for name in commands.NAMES}
_MAY_I: Final = word_set("should can could may shall must")


def _only_it(line: Line, command: Command, loosely: bool = False) -> Reading | None:
    """A command by which the open question is left, put where the line names another one, or may be an answer.

    So is one in words that may tell of work ("break", "in review"), and one that takes back, skips or ends where it is
    only asked about, or held `loosely`; others are so where the line tells of something else.
    """
    name, takes = command.name, line.asked.question.takes
    words = {*line.words} - FILLER - {name}
    asked_about = line.tokens[-1] == "?" or line.words[0] in _MAY_I or _held(line, name)
    of_work = " ".join(line.words) in commands.COMMANDS[name].alone
    of_work = of_work or (name not in _LEAVING and _held(line, name))
    if loosely and name in _LOOSE:
        loosely = commands.tells_else(line.tokens, name, beside(line.asked) | line.vocabulary.targets)
        asked_about = False
    else:
        inside = takes.rows or (takes.shares and name != "skip")
        loosely = loosely and not (inside or (words and words <= line.vocabulary.targets))
    if of_work or (name in _LEAVING | _LOOSE and (loosely or (asked_about and name in _LEAVING))):
        told = name.replace("_", " ")
        return replace(ask(IS_THAT.format(told), (f"the command {told}", command)), kind="confirm")
    named = {one.question.short for one in line.around.questions.values() if one.key != line.asked.key}
    others = any(holds(line.words, words_of(short)) for short in named if short)
    more = name in ("skip", "back") and others
    listed = line.asked.question.takes.listed and name == "rather_not_say"
    likely = listed and line.vocabulary.options(line.asked).likelihood.judge(" ".join(line.words)).near
    says_more = name in ("not_sure", "skip") and commands.says_more(line.tokens, name)
    if not (more or likely or says_more):
        return None
    told = name.replace("_", " ")
    question = MORE_THAN_IT.format(told) if more else f"Is that an answer, or `{told}`?"
    return replace(ask(question, (f"the command {told}", command)), kind="confirm")


def _held(line: Line, name: str) -> bool:
    """Words stand in the line beside which this command is asked about."""
    return any(holds(line.words, one) for one in _ASKED[name])


def prepare(asked: Asked, form: Form, split: Split) -> None:
    """Make ready what reading an answer to this question needs, while the person still reads it.

    The first reading of a question ranks all its words and takes some ten milliseconds; later ones take under two.
    Once for a form: whoever comes back to a question finds its words ready.
    """
    rows = " ".join(row.id for row in asked.rows)
    form.once(f"words of {asked.key} {rows}", lambda: bool(understand(asked, asked.ask, form, split)))
